"""Dutch dates: "3 april 2025", "26 maart jl.", "11-10-2024", "april 2025", "begin 2023", and glued "op13november 2024".

Finding says what is printed; resolving says which day that is.  A day is never invented: "april 2025" stays a
month, "31 februari 2024" is printed but is no date, and a missing year is only filled in where the text itself
points to one ("jl.", "a.s.", "van dit jaar") and the document's own date is known.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from kg.grammar.months import A_MONTH
from kg.grammar.starts import matches_at, numbers, places_of
from kg.grammar.words import folded, holds, needing, words_in
from kg.records import PartialDate, Structure

Relative = Literal["jl", "as", "this year", "last year"]

MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
MONTH = rf"""(?P<month>{A_MONTH}
    |(?:jan|febr?|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\b\.?)"""
YEAR = r"(?:(?P<year>(?:1[5-9]|20)\d\d)(?!\d|[ZD]\d)|['’](?P<short>\d\d)(?!\d))"
RELATIVE = r"""(?P<relative>(?:jl|ldl|ll)\b\.?|j\.\s?l\.|l\.\s?l\.|jongstleden|laatstleden|a\.\s?s\.|as\.|aanstaande
    |(?:van\s)?(?:dit|vorig)\sjaar\b)"""
AFTER = rf"(?:\s{{0,3}}{YEAR}|\s{{0,3}}{RELATIVE}|(?![^\W_]))"
DAY_BEGINS = r"(?<!\d)(?<!\d/)"
PART = r"""(?:begin|einde?|medio|half|halverwege|(?:het\s)?(?:voor|na)jaar|(?:de\s)?(?:lente|zomer|herfst|winter)
    |(?:eerste|tweede|derde|vierde)\s(?:kwartaal|helft)|Q[1-4])"""

DAY, FIRST_DAY, MONTH_ALONE, NUMERIC, ISO, PART_OF_YEAR, YEAR_ALONE = (
    re.compile(form, re.VERBOSE | re.IGNORECASE)
    for form in (
        # 3 april 2025, 26 maart jl., op13november 2024, 1e mei
        rf"{DAY_BEGINS}(?P<day>\d{{1,2}})(?:e|ste)?(?:\s{{0,3}}|-)(?=[a-z]){MONTH}(?:-(?=\d{{4}}))?{AFTER}",
        # the first day of "3 en 4 april 2025"
        rf"{DAY_BEGINS}(?P<day>\d{{1,2}})(?=\s?(?:en|of|t/m|tot\sen\smet|tot|[-–])\s?\d{{1,2}}\s{{1,3}}{MONTH}\s{{0,3}}(?:{YEAR}|{RELATIVE}))",
        # april 2025, april jl.
        rf"(?=[a-z])(?:(?<![^\W_])|(?<=\b(?:uit|van|per))|(?<=\bin)|(?<=\bop)){MONTH}\s{{0,3}}(?:{YEAR}|{RELATIVE})",
        # 11-10-2024, 03/04/2025, 11.10.2024
        r"(?<![\w.,/=-])(?P<day>\d{1,2})(?P<joint>[-/.])(?P<month>\d{1,2})(?P=joint)(?P<year>(?:1[5-9]|20)\d\d)(?!\d|[ZD]\d|[-/.]\d)",
        # 2024-10-11
        r"(?<![\w.,/=-])(?P<year>(?:1[5-9]|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\w|-)",
        # begin 2023, najaar 2024, tweede helft van 2025
        rf"(?=[a-z])(?<![^\W_]){PART}\s(?:van\s)?(?:het\sjaar\s)?(?P<year>(?:19|20)\d\d)(?!\w|[-–/]\d)",
        # 2024
        r"(?<![\w.,/=-])(?<![-–/]\s)(?P<year>(?:19|20)\d\d)(?!\w|\s?[-–/]\s?\d|[.,]\d)",
    )
)
MONTHS_BEGIN = ("jan", "feb", "maart", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
MONTHLY, MONTH_NAMES = needing(MONTHS_BEGIN), frozenset(MONTHS_BEGIN)
PARTS = ("begin", "eind", "medio", "hal", "jaar", "lente", "zomer", "herfst", "winter", "kwartaal", "helft", "q")
JOINTS = frozenset("-/.")  # between the numbers of a date
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
WEEKDAY = re.compile(rf"(?<![^\W_])(?P<weekday>{'|'.join(WEEKDAYS)}),?\s{{0,2}}$", re.IGNORECASE)
NEAR = 366  # days from the day of writing
YEAR_LENGTH = len("2024")
DAY_TO_MONTH = len("ste   ")  # characters between a day and its month
LONGEST_PART = 40  # characters of PART_OF_YEAR before its year
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>«»“”\"]*", re.IGNORECASE)


class FoundDate(NamedTuple):
    """A date as printed in `text[start:end]`; what is not printed is None.

    `relative`: the words that stand for the year: "jl." (the last one past), "a.s." (the next), this or last year.
    A `weekday` stands for the year as well, where the day falls on it in only one of those near.
    """

    start: int
    end: int
    printed: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    relative: Relative | None = None
    weekday: int | None = None  # printed before a day without a year: 0 is Monday


def find(text: str) -> Iterator[FoundDate]:
    """The dates in `text`, in order, none inside another or inside a web address.

    >>> [d.printed for d in find("op13november 2024, 26 maart jl., begin 2023 en in 2021")]
    ['13november 2024', '26 maart jl.', 'begin 2023', '2021']
    """
    return iter(_found(text))


@lru_cache(maxsize=256)
def _found(text: str) -> tuple[FoundDate, ...]:
    """The dates of a passage, kept for a while: several extractors ask for those of the same passage."""
    return tuple(_search(text))


def _search(text: str) -> Iterator[FoundDate]:
    found = _matches(text)
    if len(found) > 1:
        found.sort(key=lambda m: (m.start(), -m.end()))
    taken = addresses(text) if found else []
    position = 0
    for match in _outside(found, taken):
        if match.start() >= position:
            yield _read(match)
            position = match.end()


def addresses(text: str) -> list[tuple[int, int]]:
    """Where web addresses stand, in order."""
    return [m.span() for m in ADDRESS.finditer(text)] if "://" in text or "www." in text.lower() else []


def _matches(text: str) -> list[re.Match[str]]:
    """What each form finds, looked for only where it can begin: before a year or round the name of a month."""
    small = folded(text)
    runs = numbers(text)
    found: list[re.Match[str]] = []
    if holds(small, MONTHLY):
        months = places_of(MONTH_NAMES & words_in(small), small)
        found += matches_at(MONTH_ALONE, text, months)
        days = _before(runs, months)
        found += matches_at(DAY, text, [runs[i][0] for i in days])
        found += matches_at(FIRST_DAY, text, [runs[i - 1][0] for i in days if i])
    before = 0
    for i, (start, end) in enumerate(runs):
        if end - start == YEAR_LENGTH and text[start] in "12":
            found += _with_year(text, runs, i)
            first = max(before, start - LONGEST_PART)
            if any(map(small[first:start].__contains__, PARTS)):
                found += PART_OF_YEAR.finditer(text, first, end + 2)
            before = end
    return found


def _before(runs: Sequence[tuple[int, int]], months: Sequence[int]) -> list[int]:
    """Which of the numbers may be days: each stands a little before the name of a month."""
    out = []
    for month in months:
        last = bisect_right(runs, (month,)) - 1
        if last >= 0 and month - runs[last][1] <= DAY_TO_MONTH:
            out.append(last)
    return out


def _with_year(text: str, runs: Sequence[tuple[int, int]], i: int) -> Iterator[re.Match[str]]:
    """The dates in figures that end with number `i` or begin with it, and it alone."""
    start, end = runs[i]
    if i > 1 and text[start - 1] in JOINTS and runs[i - 1][1] == start - 1:
        yield from matches_at(NUMERIC, text, [runs[i - 2][0]])
    if text.startswith("-", end):
        yield from matches_at(ISO, text, [start])
    yield from matches_at(YEAR_ALONE, text, [start])


def resolve(found: FoundDate, reference: date | None) -> PartialDate | None:
    """The date that is meant, as far as it is certain; `reference` is the date of the document.

    >>> [resolve(found, date(2025, 4, 3)) for found in find("26 maart jl., 31 februari 2024")]
    [PartialDate(text='2025-03-26'), None]
    """
    year = found.year
    if year is None and found.relative and reference:
        year = _year_meant(found, found.relative, reference)
    if year is None and found.weekday is not None and reference:
        year = _year_of_weekday(found, found.weekday, reference)
    if year is None:
        return None
    if found.month is None:
        return PartialDate(f"{year:04}")
    try:
        first = date(year, found.month, found.day or 1)
    except ValueError:
        return None
    return PartialDate(first.isoformat() if found.day else f"{first:%Y-%m}")


@lru_cache(maxsize=1)
def reference_date(structure: Structure) -> date | None:
    """The date of a document: of receipt, else of its letter, else of the questions' sending in."""
    letter = (structure.heading, structure.answer_heading, *structure.front, *structure.letterhead)
    tops = [p.text for p in letter if p]
    for cue in CUES:
        for text in tops:
            for match in cue.finditer(text):
                found = next(find(text[match.end() : match.end() + 40]), None)
                day = resolve(found, None) if found and found.start <= 1 else None
                if day and day.whole:
                    return day.whole
    return None


@lru_cache(maxsize=1)
def asked_date(structure: Structure) -> date | None:
    """The day on which the questions were sent in."""
    for text in (p.text for p in (structure.heading, structure.answer_heading, *structure.front) if p):
        for cue in SENT.finditer(text):
            found = next(find(text[cue.end() : cue.end() + 40]), None)
            day = resolve(found, None) if found and found.start <= 1 else None
            if day and day.whole:
                return day.whole
    return reference_date(structure) if structure.kind == "question" else None


SENT = re.compile(r"\bin-?ge-?zon-?den\s?(?:op\s?)?", re.IGNORECASE)
CUES = (
    re.compile(r"\bont-?van-?gen\s?(?:op\s?)?", re.IGNORECASE),
    re.compile(r"\bDatum\s{0,3}:?\s{0,3}"),
    SENT,
    re.compile(r"\buw\sbrief\svan\s", re.IGNORECASE),
)


def _outside(found: Iterable[re.Match[str]], taken: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """The matches (sorted) that do not begin inside one of the stretches `taken` (sorted)."""
    i = 0
    for match in found:
        while i < len(taken) and taken[i][1] <= match.start():
            i += 1
        if i == len(taken) or match.start() < taken[i][0]:
            yield match


def _read(match: re.Match[str]) -> FoundDate:
    said = match.groupdict().get
    short, year, month, day, relative = said("short"), said("year"), said("month"), said("day"), said("relative")
    return FoundDate(
        match.start(),
        match.end(),
        match.group(),
        2000 + int(short) if short else int(year) if year else None,
        _month(month) if month else None,
        int(day) if day else None,
        _relative(relative) if relative else None,
        _weekday(match) if day and not (year or short or relative) else None,
    )


def _weekday(match: re.Match[str]) -> int | None:
    """The day of the week before a day: "op woensdag 27 maart"."""
    before = WEEKDAY.search(match.string, max(0, match.start() - len("donderdag, ")), match.start())
    return WEEKDAYS.index(before["weekday"].lower()) if before else None


def _year_of_weekday(found: FoundDate, weekday: int, reference: date) -> int | None:
    """The one year of last year, this and the next in which the day falls on that day of the week, within a year."""
    years = []
    for year in (reference.year - 1, reference.year, reference.year + 1):
        try:
            day = date(year, found.month or 1, found.day or 1)
        except ValueError:
            continue
        if day.weekday() == weekday and abs((day - reference).days) < NEAR:
            years.append(year)
    return years[0] if len(years) == 1 else None


def _month(printed: str) -> int:
    if printed.isdecimal():
        return int(printed)
    small = printed.casefold().replace("ı", "i").replace("i\u0307", "i")  # what IGNORECASE takes for the same letter
    return MONTHS.index("maa" if small.startswith("mrt") else small[:3]) + 1


def _relative(printed: str) -> Relative:
    words = printed.lower()
    if words.endswith("jaar"):
        return "last year" if "vorig" in words else "this year"
    return "as" if words.startswith("a") else "jl"


def _year_meant(found: FoundDate, relative: Relative, reference: date) -> int:
    if relative in ("this year", "last year"):
        return reference.year - (relative == "last year")
    printed = (found.month or 1, found.day or 1)
    today = (reference.month, reference.day if found.day else 1)
    if relative == "jl":
        return reference.year - (printed > today)
    return reference.year + (printed < today)
