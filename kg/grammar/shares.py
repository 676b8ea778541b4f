"""Who answers which questions, where an answer says so: a set put to two ministers may be answered by both, each in part.

>>> text = "De minister van Defensie beantwoordt de vragen 1 en 2, de staatssecretaris van Financiën vraag 3."
>>> [(s.office.portfolio, s.numbers) for s in shares(text)]
[('Defensie', (1, 2)), ('Financiën', (3,))]
>>> [(s.office.role, s.numbers) for s in shares("Vraag 4 beantwoord ik mede namens de minister van Defensie.")]
[('minister', (4,))]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kg.grammar.offices import Office, offices
from kg.grammar.sentences import sentences
from kg.grammar.words import folded, holds, needing
from kg.segment.headings import NUMBERS, numbers

ASKED = re.compile(rf"\b(?:de\s)?vra(?:ag|gen)\s(?P<numbers>{NUMBERS})", re.IGNORECASE)
_I_GIVE = r"antwoord(?:en)?\sop\s[^.;]{3,40}?\s(?:geef|geven)\s(?:ik|wij)\b"
HERE = re.compile(r"\b(?:deze\svraag|bovenstaande\svraag)\b", re.IGNORECASE)
THESE = re.compile(r"\b(?:deze|bovenstaande)\svra(?:ag|gen)\b", re.IGNORECASE)
ANSWERING = re.compile(rf"\bbeantwoord(?:t|en|ing)?\b|\b{_I_GIVE}", re.IGNORECASE)
SHARED = needing(("antwoord",), ("minister", "staatssecretaris", "ambtgeno", "collega"), ("vraag", "vragen"))
# of another set, or of another time; and what somebody else is asked, not answers
OTHER = re.compile(
    r"\b(?:eerdere?|reeds|destijds|toen|aanhangsel|kamerstuk|handelingen|van\shet\slid|van\sde\sleden|debat|niet)\b"
    rf"|\b(?!{_I_GIVE})antwoord(?:en)?\sop\b",
    re.IGNORECASE,
)
BY = re.compile(r"\b(?:door|namens)\s(?:de\s|mijn\s|het\s|ambtgenoot,?\s|collega,?\s){0,4}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Share:
    """An office at its place in a text, the numbers of the questions that it answers, and where these are named."""

    office: Office
    numbers: tuple[int, ...]
    named: tuple[int, int]


@lru_cache(maxsize=256)
def shares(text: str, here: tuple[int, ...] = ()) -> tuple[Share, ...]:
    """The offices that a text says answer certain questions, in order; only where each has its own for certain.

    `here`: the questions that the text answers, which it calls "deze vraag"; "deze vragen" where it answers several.

    >>> [s.numbers for s in shares("Deze vraag beantwoord ik mede namens de minister van Defensie.", (3,))]
    [(3,)]
    """
    # kept for a while: who answers and what is referred to are read one after the other
    return tuple(_shares(text, here))


def _shares(text: str, here: tuple[int, ...]) -> Iterator[Share]:
    small = folded(text)
    if not holds(small, SHARED):
        return
    for start, end in sentences(text):
        if small.find("antwoord", start, end) < 0:
            continue
        verbs = [match.start() for match in ANSWERING.finditer(text, start, end)]
        if not verbs or OTHER.search(text, start, end):
            continue
        asked = list(ASKED.finditer(text, start, end)) or _asked_here(text, start, end, here)
        edges = sorted([start, *verbs, *(each.start() for each in asked), end])
        posts = [post for a, b in pairwise(edges) for post in offices(text, a, b)]
        if posts and asked:
            yield from _paired(text, posts, asked, here)


def _asked_here(text: str, start: int, end: int, here: tuple[int, ...]) -> list[re.Match[str]]:
    """Where a sentence says "deze vraag", once."""
    found = (THESE if len(here) > 1 else HERE).search(text, start, end) if here else None
    return [found] if found else []


def _paired(text: str, posts: list[Office], asked: list[re.Match[str]], here: tuple[int, ...]) -> Iterator[Share]:
    """Each office with the questions right after it ("beantwoordt"), or right before it ("door", "namens")."""
    if posts[0].start < asked[0].start():  # an office, its questions, the next office, its questions
        order = sorted([*((post.start, "post") for post in posts), *((each.start(), "asked") for each in asked)])
        if [kind for _, kind in order] == ["post", "asked"] * len(posts):
            for post, question in zip(posts, asked, strict=True):
                yield Share(post, _numbers(question, here), question.span())
        return
    groups = [
        (question, [post for post in posts if question.end() <= post.start < stop])
        for question, stop in zip(asked, [*(each.start() for each in asked[1:]), len(text)], strict=True)
    ]
    if all(not group or BY.search(text, 0, group[0].start) for _, group in groups):
        for question, group in groups:
            yield from (Share(post, _numbers(question, here), question.span()) for post in group)


def _numbers(question: re.Match[str], here: tuple[int, ...]) -> tuple[int, ...]:
    return numbers(question["numbers"]) if "numbers" in question.groupdict() else here
