"""Letters of the government as texts refer to them, by their day or back to a letter named before.

>>> [(l.day, l.sender) for l in find("In mijn brief van 6 juni 2030 staat dat.", "answer")]
[('2030-06-06', 'own')]
>>> [(l.day, l.sender) for l in find("In de brief van uw ambtsvoorganger van12 april 2029 stond dat.", "question")]
[('2029-04-12', 'predecessor')]
>>> [(l.day, l.number) for l in find("In de in het antwoord op vraag 3 genoemde brief staat dat.", "answer")]
[(None, 3)]
>>> [l.sender for l in find("Kent u de brief van 3 mei 2030 van de gemeente Drecht?", "question")]
['other']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from kg.grammar import dates
from kg.grammar.sentences import sentences
from kg.grammar.words import folded, holds, needing

Voice = Literal["question", "answer"]
Sender = Literal["own", "predecessor", "government", "other", ""]

_NOUN = r"(?P<noun>(?P<sort>kamer|regerings|kabinets|voortgangs|verzamel|commissie|beleids)?brief)(?!\w)"
_PREDECESSOR = r"(?:ambts?)?voorganger(?!\w)"
_OFFICE = rf"""(?:het\s+kabinet|de\s+regering|(?:mijn|uw|onze|haar|zijn)\s+{_PREDECESSOR}
    |de\s+(?:toenmalige\s+)?(?:minister|staatssecretaris)\b)"""

DATED = re.compile(
    rf"""(?<!\w){_NOUN}(?=[^0-9]{{1,340}}+[0-9])
    (?:\s*[«“"‘'][^«»“”"]{{1,200}}[»”"’'])?
    (?:\s*van\s+(?P<sender>{_OFFICE})(?:\s+(?:van|voor)\s+[^.;()«»\d]{{3,100}})?)?
    (?:\s+aan\s+(?:de|uw)\s+(?:Tweede\s+|Eerste\s+)?Kamer)?
    \s*,?\s*(?:van|d\.\s?d\.|dd\.?|gedateerd(?:\s+op)?)\s*(?=\d{{1,2}}[\s-]?\w)""",
    re.VERBOSE | re.IGNORECASE,
)
BACK = re.compile(
    rf"""(?<!\w)(?:(?:de\s+)?in\s*(?:het|mijn)\s+antwoord\s+op\s+(?:vraag|vragen)\s*(?P<number>\d{{1,3}})\s+genoemde
    |(?:in|de|van)?(?:(?:eerder|hierboven|hiervoor|boven|voor)[\s-]?)?genoemde|voornoemde|diezelfde|dezelfde)
    \s+{_NOUN}(?!\s*(?:van|d\.\s?d\.)\s*\d)""",
    re.VERBOSE | re.IGNORECASE,
)
LETTER = re.compile(r"(?:(?<!vrij)brief|brieven)(?!\w)", re.IGNORECASE)
BEFORE = re.compile(
    r"(?<!\w)(?P<whose>mijn|onze|uw)\s+(?:(?:eerdere|recente|laatste|vorige|genoemde|eerdergenoemde)\s+)?$",
    re.IGNORECASE,
)
AFTER = re.compile(
    rf"\s*(?:,\s*)?(?:van|door)\s+(?:(?P<sender>{_OFFICE})|(?:de|het|een)\s+\w|(?-i:[A-Z]))", re.VERBOSE | re.IGNORECASE
)
PREDECESSOR = re.compile(rf"(?<!\w)(?P<whose>mijn|onze|uw)\s+{_PREDECESSOR}", re.IGNORECASE)
GOVERNMENT = re.compile(r"(?<!\w)het\s+kabinet(?!\w)", re.IGNORECASE)
LETTERS = needing(("brie",))
WIDE = 60  # characters before a letter in which its owner stands


@dataclass(frozen=True, slots=True)
class FoundLetter:
    """A letter at `start`-`end`; `day` as yyyy-mm-dd, or None where the words lead back to a letter named before.

    `number`: in the answer to which question it was named.  `sender`: whose letter the words say it is; "" where they
    do not.  `sentence` ends at `stop`; `predecessor`: where the sentence speaks of who held the office before.
    """

    start: int
    end: int
    stop: int
    day: str | None
    sender: Sender
    number: int | None = None
    predecessor: tuple[int, int] | None = None


def find(text: str, voice: Voice, reference: date | None = None) -> list[FoundLetter]:
    """The letters that a text refers to, in order; `reference` is the day of the document, for a day without a year."""
    small = folded(text)
    if not holds(small, LETTERS):
        return []
    found: list[FoundLetter] = []
    for start, stop in sentences(text):
        if "brie" not in small[start:stop]:
            continue
        here = sorted(
            [*_dated(text, start, stop, voice, reference), *_back(text, start, stop)], key=lambda each: each.start
        )
        found += _of_predecessor(text, start, stop, voice, here)
    return found


def _dated(text: str, start: int, stop: int, voice: Voice, reference: date | None) -> Iterator[FoundLetter]:
    for match in DATED.finditer(text, start, stop):
        printed = next(dates.find(text[match.end() : match.end() + 40]), None)
        day = dates.resolve(printed, reference) if printed and printed.start == 0 else None
        if printed and day and day.whole:
            end = match.end() + printed.end
            sender = _sender(text, start, end, match, voice)
            yield FoundLetter(match.start("noun"), end, stop, day.text, sender)


def _back(text: str, start: int, stop: int) -> Iterator[FoundLetter]:
    for match in BACK.finditer(text, start, stop):
        number = int(match["number"]) if match["number"] else None
        yield FoundLetter(match.start(), match.end(), stop, None, "", number)


def _sender(text: str, start: int, end: int, match: re.Match[str], voice: Voice) -> Sender:
    """Whose letter it is, by the words round it."""
    after = AFTER.match(text, end)
    printed = match["sender"] or (after["sender"] if after else None)
    if printed:
        return "predecessor" if "voorganger" in printed.lower() else "government"
    if after:
        return "other"
    whose = BEFORE.search(text, max(start, match.start() - WIDE), match.start())
    if whose:
        own = (whose["whose"].lower() == "uw") == (voice == "question")
        return "own" if own else "other"
    return "government" if match["sort"] or GOVERNMENT.search(text, start, match.start()) else ""


def _of_predecessor(text: str, start: int, stop: int, voice: Voice, here: list[FoundLetter]) -> list[FoundLetter]:
    """The letters of a sentence; where there is one, and one predecessor of who speaks or is asked, it is theirs."""
    said = [m for m in PREDECESSOR.finditer(text, start, stop) if (m["whose"].lower() == "uw") == (voice == "question")]
    if len(here) != 1 or len(said) != 1 or here[0].sender not in ("", "government", "predecessor"):
        return here
    return [replace(here[0], sender="predecessor", predecessor=said[0].span())]
