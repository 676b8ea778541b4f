"""Times and terms in words: "begin volgend jaar", "vóór de zomer", "het eerste kwartaal van 2025", "binnen drie weken".

Finding says what is printed; understanding says what is certain of it, given the date of the document: a year, a
month, or the days from which and until which it runs.  "Begin volgend jaar" is certain to be in that year and no
more; "komend jaar" may be the next calendar year or the next twelve months, so that it stays as printed.  "Voor de
zomer" runs until the end of the month in which summer or its recess begins at the latest.

>>> [(f.printed, understand(f, date(2031, 11, 20))) for f in find("Begin volgend jaar, dus na de zomer.")]
[('Begin volgend jaar', Understood(partial=PartialDate(text='2032'), start=None, until=None)), ('na de zomer', None)]
"""

from __future__ import annotations

from datetime import date, timedelta

from kg.grammar.months import MONTHS
from kg.grammar.period_forms import FoundPeriod, find
from kg.grammar.seasons import SEASON_MONTHS, prinsjesdag, season, this_season
from kg.grammar.terms import ago, weekday, within
from kg.grammar.understood import Understood, after, before, bounded, first_of, months_from, next_day
from kg.records import PartialDate

__all__ = ["FoundPeriod", "Understood", "after", "before", "find", "next_day", "understand"]

RANKS = {"eerste": 1, "1e": 1, "tweede": 2, "2e": 2, "derde": 3, "3e": 3, "vierde": 4, "4e": 4, "laatste": 4}
SHIFTS = {"dit": 0, "dez": 0, "vorig": -1, "volgend": 1}


def understand(
    found: FoundPeriod, reference: date | None, sentence: str = "", *, to_come: bool = False
) -> Understood | None:
    """What is certain of a period, or None; `reference` is the day on which it was written.

    A term ("binnen drie weken") runs from that day where the `sentence` is about answering, not where it is a rule.
    `to_come` says that the period is not past: "in het najaar" is then the next one.
    """
    if found.form == "quarter":
        return _quarter(found, reference, to_come=to_come)
    if found.form == "years":
        return _years(found)
    if found.form == "prinsjesdag":
        return prinsjesdag(found, reference, to_come=to_come)
    if found.form == "season":
        return season(found, _year(found, reference), reference, to_come=to_come)
    return _counted_from(found, reference, sentence, to_come=to_come) if reference else None


def _counted_from(found: FoundPeriod, reference: date, sentence: str, *, to_come: bool) -> Understood | None:
    """What is only certain where the day of writing is known."""
    if found.form == "within":
        return within(found, reference, sentence, to_come=to_come)
    if found.word("month") and not to_come:
        return None
    read = {"month": _month_named, "end": _end, "ago": ago, "weekday": weekday, "relative": _relative}
    return read[found.form](found, reference)


def _year(found: FoundPeriod, reference: date | None) -> int | None:
    if year := found.word("year") or found.word("when"):
        return int(year)
    shift = {"vorig": -1, "dit": 0, "volgend": 1}.get(found.word("year_of"))
    return None if shift is None or reference is None else reference.year + shift


def _quarter(found: FoundPeriod, reference: date | None, *, to_come: bool) -> Understood | None:
    months = 6 if (found.word("part") or found.word("bare")) in ("helft", "halfjaar") else 3
    rank = int(found.word("quarter") or RANKS[found.word("rank") or found.word("which")])
    if rank > 12 // months:
        rank = 2 if "laatste" in (found.word("rank"), found.word("which")) else 0
    year = _year(found, reference)
    if year is None and to_come and reference and found.word("bare"):
        year = reference.year + (reference.month > rank * months)
    if year is None or not rank:
        return None
    return bounded(found.word("side"), months_from(year, (rank - 1) * months + 1, months), reference)


def _years(found: FoundPeriod) -> Understood | None:
    first, last = int(found.word("first")), int(found.word("last"))
    return Understood(start=date(first, 1, 1), until=date(last + 1, 1, 1)) if first < last else None


def _month_named(found: FoundPeriod, reference: date) -> Understood | None:
    """The month that comes: "in september", "uiterlijk in mei"; "tot mei" and "sinds mei" say nothing certain."""
    side = found.word("side")
    if side in ("tot", "sinds"):
        return None
    first = next_day(MONTHS.index(found.word("month")) + 1, 1, reference.replace(day=1), side)
    return None if first is None else bounded(side, Understood(PartialDate(f"{first:%Y-%m}")), reference)


def _end(found: FoundPeriod, reference: date) -> Understood | None:
    """From the day of writing until the end of a month, a quarter, a year."""
    unit, year = found.word("ends"), found.word("year") or found.word("when")
    if unit == "week":
        return Understood(start=reference, until=reference + timedelta(days=7 - reference.weekday()))
    if month := found.word("month"):
        number = MONTHS.index(month) + 1
        until = first_of(reference.year + (number < reference.month), number + 1)
    elif year:
        until = date(int(year) + 1, 1, 1)
    elif unit in ("maand", "kwartaal"):
        length = 3 if unit == "kwartaal" else 1
        until = first_of(reference.year, (reference.month - 1) // length * length + 1 + length)
    else:
        until = date(reference.year + 1, 1, 1)
    return Understood(start=reference, until=until) if reference < until else Understood(until=until)


def _relative(found: FoundPeriod, reference: date) -> Understood | None:
    unit, deixis, edge = (
        found.word("unit").removeprefix("kalender"),
        found.word("deixis").removesuffix("e"),
        found.word("edge"),
    )
    if not unit:
        return Understood(partial=PartialDate(f"{reference.year:04}"))
    shift = SHIFTS.get(deixis)
    if unit == "kwartaal":
        near = {"komend": 1, "aankomend": 1, "afgelopen": -1}.get(deixis, shift)
        first = (reference.month - 1) // 3 * 3 + 1
        return None if near is None else months_from(reference.year, first + 3 * near, 3)
    if unit in SEASON_MONTHS:
        return this_season(unit, deixis, reference)
    if shift is None or unit == "halfjaar":
        return None
    if edge == "later" and unit == "jaar" and not shift:
        return Understood(start=reference, until=date(reference.year + 1, 1, 1))
    return _shifted(unit, shift, reference)


def _shifted(unit: str, shift: int, reference: date) -> Understood:
    """The year, the month or the week (from Monday) that is `shift` after that of the document."""
    if unit == "jaar":
        return Understood(partial=PartialDate(f"{reference.year + shift:04}"))
    if unit == "maand":
        return Understood(partial=PartialDate(f"{first_of(reference.year, reference.month + shift):%Y-%m}"))
    monday = reference + timedelta(days=7 * shift - reference.weekday())
    return Understood(start=monday, until=monday + timedelta(days=7))
