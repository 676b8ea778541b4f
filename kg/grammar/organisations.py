"""Organisations that a text introduces with their abbreviation: "Centraal Orgaan opvang asielzoekers (COA)".

A name counts where it holds a word that organisations are called by, and its abbreviation is made of its letters;
so laws, diseases and computer systems, which are introduced the same way, stay out.

>>> [(d.name, d.short) for d in defined("dat het Openbaar Ministerie (OM) en de Wet politiegegevens (Wpg)")]
[('Openbaar Ministerie', 'OM')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.grammar.offices import tidy

SHORT = re.compile(r"\((?<=\s\()(?P<short>[A-Z][A-Za-z&-]{1,9})\)")
WORD = re.compile(r"[^\s(),.;:?!«»“”\"]+")
BODIES = (  # what the words end with that organisations are called by
    "ministerie", "inspectie", "autoriteit", "raad", "dienst", "instituut", "instelling", "bank", "centrum",
    "orgaan", "stichting", "vereniging", "federatie", "bond", "bureau", "college", "commissie", "agentschap",
    "universiteit", "organisatie", "planbureau", "alliantie", "platform", "politie", "gerechtshof", "rechtbank",
    "rekenkamer", "fonds", "unie", "coalitie", "netwerk", "school", "ombudsman", "marechaussee", "brandweer",
    "verbond", "waarborgfonds", "bedrijf", "maatschappij", "uitvoeringsinstituut", "council", "agency",
    "organization", "committee", "centre", "center", "institute", "union", "nations",
)  # fmt: skip
ENDINGS = (*BODIES, *(f"{body}s" for body in BODIES))
LINK_WORDS = {
    "van",
    "de",
    "het",
    "en",
    "voor",
    "der",
    "den",
    "in",
    "op",
    "tot",
    "te",
    "opvang",
    "&",
    "of",
    "the",
    "for",
    "and",
    "on",
}
LONGEST = 8  # words of a name


@dataclass(frozen=True, slots=True)
class Defined:
    """A name with its abbreviation, at `start`-`end` (the name) of a text."""

    start: int
    end: int
    name: str
    short: str


def defined(text: str) -> Iterator[Defined]:
    """The organisations that a text introduces with their abbreviation."""
    for found in SHORT.finditer(text):
        end = found.start() - 1
        words = list(WORD.finditer(text, max(0, end - 120), end))[-LONGEST:]
        if words and words[-1].end() == end and (start := _start(words, found["short"])) is not None:
            yield Defined(start, end, tidy(text[start:end]), found["short"])


def _start(words: list[re.Match[str]], short: str) -> int | None:
    """Where the name begins: the shortest run of words whose letters make the abbreviation and that names a body."""
    for first in range(len(words) - 1, -1, -1):
        name = words[first:]
        gap = any(after.start() - before.end() > 1 for before, after in pairwise(name))
        if gap or not name[0].group()[0].isupper():
            continue
        if made_of(short, [word.group() for word in name]) and any(
            word.group().lower().endswith(ENDINGS) for word in name
        ):
            return name[0].start()
    return None


def made_of(short: str, words: list[str]) -> bool:
    """Whether an abbreviation takes its letters, in order, from words: the first of the first, and none skips a capital.

    >>> made_of("NZa", ["Nederlandse", "Zorgautoriteit"]), made_of("OM", ["Centraal", "Orgaan"])
    (True, False)
    """
    letters = [letter.lower() for letter in short if letter.isalpha()]
    initials = [word[0].lower() for i, word in enumerate(words) if i == 0 or word.lower() not in LINK_WORDS]
    if not initials or initials[0] != letters[0]:
        return False
    rest = iter("".join(words).lower())
    return all(letter in rest for letter in letters) and len(initials) <= len(letters) + 1
