"""Times and terms in words, beside the calendar days: "begin volgend jaar", "het eerste kwartaal van 2025".

What is printed stays; what is certain stands beside it.  A question counts from the day on which it was sent in, an
answer from the day of its document.  The words in titles («...») and notes belong to the sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from kg.grammar.dates import asked_date, reference_date
from kg.grammar.dates import find as find_dates
from kg.grammar.periods import FoundPeriod, Understood, find, understand
from kg.grammar.prose import prose
from kg.grammar.sentences import sentences
from kg.grammar.stretches import Taken
from kg.records import Mention, PartialDate, Passage, Structure, Value

TITLE = re.compile(r"«[^«»]{0,300}»")


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
    found = find(text)
    if not found:
        return
    days = ((day.start, day.end) for day in find_dates(text) if day.day or day.month)
    taken = Taken([*(match.span() for match in TITLE.finditer(text)), *days])
    bounds = iter(sentences(text))
    start, end = next(bounds, (0, len(text)))
    for period in found:
        while period.start >= end:
            start, end = next(bounds, (end, len(text)))
        if taken.free(period.start, period.end):
            yield _mention(passage, at, period, understand(period, reference, text[start:end]))


def _mention(passage: Passage, at: tuple[str, ...], found: FoundPeriod, known: Understood | None) -> Period:
    known = known or Understood()
    spans = passage.spans(found.start, found.end)
    return Period(raw=found.printed, day=known.partial, start=known.start, until=known.until, spans=spans, at=at)
