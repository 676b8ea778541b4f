"""Times and terms in words, beside the calendar days: "begin volgend jaar", "het eerste kwartaal van 2025".

What is printed stays; what is certain stands beside it.  A question counts from the day on which it was sent in, an
answer from the day of its document.  The words in titles («...») and notes belong to the sources.

Months and years are times too: "maart 2023", "april jl.", "sinds 2019", "2023 t/m 2027".  A year alone counts where
the word before it makes it a time ("in", "sinds", "uit"), not as part of a name ("Wmo 2015").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from kg.grammar.dates import FoundDate, asked_date, reference_date, resolve
from kg.grammar.dates import find as find_dates
from kg.grammar.periods import FoundPeriod, Understood, after, before, find, understand
from kg.grammar.prose import prose
from kg.grammar.sentences import sentences
from kg.grammar.stretches import Taken
from kg.records import Mention, PartialDate, Passage, Structure, Value

TITLE = re.compile(r"«[^«»]{0,300}»")
TIMED = re.compile(  # before a year, what makes it a time; after some of these words it may be a number
    r"""(?<![^\W_])(?:in|sinds|vanaf|per|uit|jaar|jaren|periode|tussen|tijdens|ultimo|medio
        |(?P<weak>tot|met|na|vóór|voor|rond|over|van|t/m))\s{0,2}$""",
    re.VERBOSE | re.IGNORECASE,
)
COUNTED = re.compile(
    r"\s(?!(?:en|hebben|hadden|waren|werden|worden|zijn|zullen|moeten|tussen|binnen|samen|tegen)\b)(?:[a-zà-ÿ]{2,}en|hectare|euro|ton|fte|k[gm]|MW|meter|liter|procent|m[23²³])(?![^\W_])"
)
LISTED = re.compile(r"(?:,|,?\s(?:en|of|tot|dan))\s{1,2}|\s?(?:[-–]|t/m|tot\sen\smet)\s?", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d(?!\w)")
LONGEST_CUE = 16
LONGEST_JOINT = 20
THROUGH = re.compile(r"\s?(?:t/m|tot\sen\smet|[-–])\s?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Mention):
    """A time or term: as printed, and the year or month, or the days from `start` until (not on) `until`."""

    field: ClassVar[str] = "periods"
    rdf_class: ClassVar[str] = "Period"

    raw: str
    day: PartialDate | None = None
    start: date | None = None
    until: date | None = None

    def record(self) -> dict[str, Any]:
        """Words, and what is certain."""
        start, until = (day.isoformat() if day else None for day in (self.start, self.until))
        return {"raw": self.raw, "date": self.day.text if self.day else None, "from": start, "until": until}

    def facts(self) -> Iterator[tuple[str, Value]]:
        """Words, and what is certain."""
        yield "kv:asPrinted", self.raw
        for name, value in (("kv:date", self.day), ("kv:from", self.start), ("kv:until", self.until)):
            if value:
                yield name, value


def extract(structure: Structure) -> Iterator[Period]:
    """Every period in questions, answers and remarks."""
    written, asked = reference_date(structure), asked_date(structure)
    for passage, at in prose(structure):
        if not passage.place.startswith("note "):
            yield from _in_passage(passage, at, asked if passage.place.startswith("question") else written)


def _in_passage(passage: Passage, at: tuple[str, ...], reference: date | None) -> Iterator[Period]:
    text = passage.text
    found, dates = find(text), list(find_dates(text))
    if not found and not any(day.day is None for day in dates):
        return
    titles = [match.span() for match in TITLE.finditer(text)] if "«" in text else []
    months = [(day.start, day.end) for day in dates if day.month]
    named = list(_free(found, Taken([*titles, *months])))
    taken = Taken(
        [*titles, *((period.start, period.end) for period in named), *((d.start, d.end) for d in dates if d.day)]
    )
    partial = [*_partial(text, [day for day in dates if day.day is None and taken.free(day.start, day.end)], reference)]
    bounds = iter(sentences(text))
    start, end = next(bounds, (0, len(text)))
    for period in named:
        while period.start >= end:
            start, end = next(bounds, (end, len(text)))
        yield _mention(passage, at, period, understand(period, reference, text[start:end]))
    for period, known in partial:
        yield _mention(passage, at, period, known)


def _free(found: list[FoundPeriod], taken: Taken) -> Iterator[FoundPeriod]:
    return (period for period in found if taken.free(period.start, period.end))


def _partial(
    text: str, dates: list[FoundDate], reference: date | None
) -> Iterator[tuple[FoundPeriod, Understood | None]]:
    """Months and years, and stretches from one to another."""
    last: FoundDate | None = None
    waiting: FoundDate | None = None
    for day in dates:
        between = text[last.end : day.start] if last and day.start - last.end < LONGEST_JOINT else "."
        if not (day.month or LISTED.fullmatch(between) or _is_time(text, day)):
            last = None
            continue
        if waiting and THROUGH.fullmatch(between) and (known := _stretch(waiting, day, reference)):
            yield FoundPeriod(waiting.start, day.end, text[waiting.start : day.end], "partial"), known
            last, waiting = day, None
            continue
        if waiting:
            yield _alone(waiting, reference)
        last = waiting = day
    if waiting:
        yield _alone(waiting, reference)


def _is_time(text: str, day: FoundDate) -> bool:
    """Whether a year is said to be one: by the words that it begins with, the word before it, or a year after it."""
    if not day.printed.isdecimal():
        return True
    timed = TIMED.search(text, max(0, day.start - LONGEST_CUE), day.start)
    if timed is None:
        through = THROUGH.match(text, day.end)
        return bool(through and YEAR.match(text, through.end()))
    return not (timed["weak"] and COUNTED.match(text, day.end))


def _alone(day: FoundDate, reference: date | None) -> tuple[FoundPeriod, Understood | None]:
    partial = resolve(day, reference)
    return FoundPeriod(day.start, day.end, day.printed, "partial"), Understood(partial) if partial else None


def _stretch(first: FoundDate, last: FoundDate, reference: date | None) -> Understood | None:
    """From the beginning of one month or year until the end of another."""
    begin, end = resolve(first, reference), resolve(last, reference)
    if begin is None or end is None or len(begin.text) != len(end.text) or begin.text >= end.text:
        return None
    return Understood(start=before(Understood(begin), None).until, until=after(Understood(end)).start)


def _mention(passage: Passage, at: tuple[str, ...], found: FoundPeriod, known: Understood | None) -> Period:
    known = known or Understood()
    spans = passage.spans(found.start, found.end)
    return Period(raw=found.printed, day=known.partial, start=known.start, until=known.until, spans=spans, at=at)
