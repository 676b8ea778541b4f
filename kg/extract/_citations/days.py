"""Dates in citations: those of the language, and slips in the month's name ("21 oktber 2024", "25 October 2024").

A cited source is older than the document, so a day without a year ("Avondpost, 16 oktober") is the last one past.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from kg.grammar.dates import YEAR_LENGTH, FoundDate, find, resolve
from kg.grammar.months import MONTHS
from kg.grammar.starts import numbers

FOREIGN = {
    word: number
    for months in (
        "january february march april may june july august september october november december",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "januar februar märz april mai juni juli august september oktober november dezember",
    )
    for number, word in enumerate(months.split(), 1)
}
SLIP = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:\.|st|nd|rd|th)?\s(?P<month>[^\W\d_]{3,11})\s(?P<year>(?:19|20)\d\d)(?!\d)"
)
ENGLISH_DATE = re.compile(
    r"(?<![A-Za-z])(?P<month>[A-Z][a-z]{2,8})\s(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s)?(?P<year>(?:19|20)\d\d)(?!\d)"
)


PARTS = ("begin ", "medio ", "eind ", "half ")
PART_OF_MONTH = re.compile(
    rf"(?<![\w-])(?:begin|medio|eind|half)\s(?P<month>{'|'.join(MONTHS)})(?![\w-])(?!\s{{0,3}}(?:\d|['’]\d|jl|j\.|ldl|a\.\s?s|aanst|van\s(?:dit|vorig|volgend|komend)))"
)
SAME_DAY = re.compile(r"\b(?:van|op|d\.d\.)\s(?P<day>(?:die|de)zelfde\s?dag)\b")
CENTURIES = ("19", "20")
BEFORE_YEAR = 18  # characters of both forms before their year, and the one that they look back at


class Day(NamedTuple):
    """A date at `text[start:end]`: as printed, and as understood ("2024-11-04", "2024-11", "2024") if certain."""

    start: int
    end: int
    printed: str
    value: str | None


def days(text: str, reference: date | None) -> Iterator[Day]:
    """The dates in `text`, in order; `reference` is the date of the document."""
    return iter(_days(text, reference))


def days_in(text: str, reference: date | None, start: int, end: int) -> Iterator[Day]:
    """The dates in `text[start:end]`, read in the whole text, at their places in it."""
    found = _days(text, reference)
    for day in found[bisect_left(found, (start,)) :]:
        if day.start >= end:
            return
        if day.end <= end:
            yield day


@lru_cache(maxsize=256)
def _days(text: str, reference: date | None) -> tuple[Day, ...]:
    """The dates of a passage or a note, kept for a while: its parts are read one after another."""
    found = list(find(text))
    if slips := list(_slips(text)):
        covered = {i for d in found if d.month for i in range(d.start, d.end)}
        slips = [slip for slip in slips if slip.start not in covered]
        kept = [d for d in found if not any(s.start <= d.start < s.end for s in slips)]
        found = sorted(kept + slips, key=lambda d: d.start)
    if parts := list(_parts(text)):
        found = sorted(found + parts, key=lambda d: d.start)
    told = [Day(d.start, d.end, d.printed, understood(d, reference)) for d in found]
    return tuple(sorted([*told, *_again(text, told)], key=lambda d: d.start))


def _again(text: str, told: list[Day]) -> Iterator[Day]:
    """The day before that "van dezelfde dag" means."""
    for found in SAME_DAY.finditer(text) if "ezelfde" in text else ():
        before = [d.value for d in told if d.end <= found.start() and d.value and len(d.value) == len("2024-11-04")]
        if before:
            yield Day(found.start("day"), found.end(), found["day"], before[-1])


def moved_day(day: Day, by: int) -> Day:
    """The same date in a text that begins `by` characters earlier."""
    return Day(day.start + by, day.end + by, day.printed, day.value)


def understood(found: FoundDate, reference: date | None) -> str | None:
    """What a date in a citation means, as far as it is certain."""
    if found.year is None and found.relative is None and found.day and reference:
        found = found._replace(relative="jl")
    meant = resolve(found, reference)
    return meant.text if meant else None


def _parts(text: str) -> Iterator[FoundDate]:
    """Parts of a month without a year: "begin mei"; a source of it appeared the last time it was that month."""
    for found in PART_OF_MONTH.finditer(text) if any(part in text for part in PARTS) else ():
        month = MONTHS.index(found["month"].lower()) + 1
        yield FoundDate(found.start(), found.end(), found.group(), None, month, None, "jl")


def _slips(text: str) -> Iterator[FoundDate]:
    years = [
        start
        for start, end in numbers(text)
        if end - start == YEAR_LENGTH and text[start - 1 : start].isspace() and text[start : start + 2] in CENTURIES
    ]
    for pattern in (SLIP, ENGLISH_DATE):
        before = 0
        for year in years:
            m = pattern.search(text, max(before, year - BEFORE_YEAR), year + len("2024 "))
            before = year + len("2024")
            if m and (month := _month(m["month"].lower())):
                yield FoundDate(
                    m.start(), m.end(), m.group(), int(m["year"]), month, int(m["day"]) if m["day"] else None
                )


def _month(word: str) -> int | None:
    if word in FOREIGN:
        return FOREIGN[word]
    near = [n for n, name in enumerate(MONTHS, 1) if word != name and _one_slip(word, name)]
    return near[0] if len(near) == 1 and len(word) > 3 else None


def _one_slip(a: str, b: str) -> bool:
    """Whether one letter is missing, too many or wrong, or two neighbours changed places."""
    i = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest, other = a[i:], b[i:]
    return (
        rest[1:] == other
        or rest == other[1:]
        or rest[1:] == other[1:]
        or (rest[:2] == other[1::-1] and rest[2:] == other[2:])
    )
