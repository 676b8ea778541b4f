"""Calendar days in questions, answers and remarks: "4 november 2024", "26 maart jl.", "18-02-2025".

A day counts where its year is printed ("In 2022 is op 3 mei") or certain ("jl.", with the document's own date).
"31 februari 2024" is no day, and neither is "17 oktober" without a year: both are issues.  Months and years alone
are no days; the days in notes belong to the sources cited there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from kg.grammar.dates import FoundDate, find, reference_date, resolve
from kg.grammar.prose import prose
from kg.grammar.sentences import sentences
from kg.records import Mention, Passage, Structure, Value

IN = re.compile(r"\bin\s{0,2}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention(Mention):
    """A calendar day, as printed and as meant."""

    field: ClassVar[str] = "dates"
    rdf_class: ClassVar[str] = "DateMention"

    raw: str
    day: date

    @property
    def iso(self) -> str:
        """The day as yyyy-mm-dd."""
        return self.day.isoformat()

    def record(self) -> dict[str, Any]:
        """Day, words, place."""
        return {"date": self.iso, "raw": self.raw, "at": self.at[0] if self.at else ""}

    def facts(self) -> Iterator[tuple[str, Value]]:
        """Day and words."""
        yield "kv:date", self.day
        yield "kv:asPrinted", self.raw


WHY_UNREAD = {  # a day and a month
    "impossible": ("zo’n dag is er niet", "there is no such day"),
    "no-year": ("het jaar is niet zeker", "the year is not certain"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadDate(Mention):
    """A day and a month that are no certain day: impossible, or without a year."""

    field: ClassVar[str] = "issues"
    rdf_class: ClassVar[str] = "Issue"

    raw: str
    reason: str

    def record(self) -> dict[str, Any]:
        """Rule, and message in Dutch and English."""
        nl, en = WHY_UNREAD[self.reason]
        message, english = f"‘{self.raw}’ is geen datum: {nl}", f"‘{self.raw}’ is not read as a date: {en}"
        return {"rule": f"dates/{self.reason}", "message": message, "message_en": english}

    def facts(self) -> Iterator[tuple[str, Value]]:
        """The rule; the message is said in both languages, as of all issues."""
        yield "kv:rule", f"dates/{self.reason}"


def extract(structure: Structure) -> Iterator[DateMention | UnreadDate]:
    """Every day that is printed outside headings and notes."""
    reference = reference_date(structure)
    for passage, at in prose(structure):
        for found in _with_years(passage.text) if not passage.place.startswith("note ") else ():
            yield _mention(passage, at, found, reference)


def _with_years(text: str) -> Iterator[FoundDate]:
    """The days in a text; "in 2022" before a day without a year, in the same sentence, is its year."""
    every = list(find(text))
    position = 0
    for start, end in sentences(text) if every else ():
        year: int | None = None
        while position < len(every) and every[position].start < end:
            found = every[position]
            position += 1
            if found.day is None:
                opens = found.month is None and IN.search(text, max(start, found.start - 5), found.start)
                year = found.year if opens else None
            elif found.year or found.relative:
                year = None
                yield found
            else:
                yield found._replace(year=year)


def _mention(
    passage: Passage, at: tuple[str, ...], found: FoundDate, reference: date | None
) -> DateMention | UnreadDate:
    spans = passage.spans(found.start, found.end)
    resolved = resolve(found, reference)
    if resolved and resolved.whole:
        return DateMention(raw=found.printed, day=resolved.whole, spans=spans, at=at)
    reason = "impossible" if found.year else "no-year"
    return UnreadDate(raw=found.printed, reason=reason, spans=spans, at=at)
