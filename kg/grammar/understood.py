"""What is certain of a time: a year, a month, a day, or the days from which and until which it runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kg.records import PartialDate

EIGHT_MONTHS = timedelta(days=244)  # what is further ahead may as well be the last one past
EXACT = frozenset(("uiterlijk", "uiterlijk in", "voor", "vóór", "per", "vanaf", "tegen"))


@dataclass(frozen=True, slots=True)
class Understood:
    """What is certain: a year or month, or the days from `start` until (not on) `until`."""

    partial: PartialDate | None = None
    start: date | None = None
    until: date | None = None


def before(known: Understood, reference: date | None) -> Understood:
    """What is certain of "voor" a time: from the day of writing until the time begins.

    >>> before(Understood(PartialDate("2032-07")), None)
    Understood(partial=None, start=None, until=datetime.date(2032, 7, 1))
    """
    first = date.fromisoformat((known.partial.text + "-01-01")[:10]) if known.partial else known.start
    return Understood(start=reference if reference and first and reference < first else None, until=first)


def after(known: Understood) -> Understood:
    """What is certain of "na" a time: it begins when that is over.

    >>> after(Understood(PartialDate("2032-07"))).start
    datetime.date(2032, 8, 1)
    """
    if known.partial is None:
        return Understood(start=known.until)
    whole = known.partial.whole
    if whole:
        return Understood(start=whole + timedelta(days=1))
    year, _, month = known.partial.text.partition("-")
    return Understood(start=first_of(int(year), int(month or 12) + 1))


def next_day(month: int, day: int, reference: date, side: str) -> date | None:
    """The first such day that is not past; None where it is so far ahead that the last one may be meant as well.

    >>> next_day(7, 1, date(2031, 11, 20), "uiterlijk"), next_day(9, 30, date(2031, 11, 20), "op")
    (datetime.date(2032, 7, 1), None)
    >>> next_day(2, 29, date(2031, 3, 20), "uiterlijk"), next_day(2, 30, date(2031, 11, 20), "uiterlijk")
    (datetime.date(2032, 2, 29), None)
    """
    for year in (reference.year, reference.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:  # 29 February in a year that has none
            continue
        if found >= reference:
            return found if side in EXACT or found - reference < EIGHT_MONTHS else None
    return None


def bounded(side: str, known: Understood, reference: date | None) -> Understood:
    """The time itself, or what comes before or after it."""
    return before(known, reference) if side in ("voor", "vóór") else after(known) if side == "na" else known


def months_from(year: int, first: int, count: int) -> Understood:
    """The days of `count` months from month `first` (1 to 12, or beyond either end of the year)."""
    return Understood(start=first_of(year, first), until=first_of(year, first + count))


def first_of(year: int, month: int) -> date:
    """The first day of a month (1 to 12, or beyond either end of the year)."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
