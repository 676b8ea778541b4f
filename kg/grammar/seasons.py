"""Seasons, recesses and Prinsjesdag: which one is meant, and from or until when that makes a time run.

A season begins by the calendar, or in the Kamer with the recess that is named after it.  "Voor de zomer" therefore runs
until the end of the month in which either begins at the latest, and "na de zomer" from the day before which neither
is over.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from kg.grammar.period_forms import FoundPeriod
from kg.grammar.understood import EIGHT_MONTHS, Understood, bounded
from kg.records import PartialDate

BEFORE = ("voor", "vóór")
UNSETTLED = ("winter", "jaarwisseling")  # they fall in two years
# the months in which a season, or what is named after it, may fall: before them and after them it is certain which one
SEASON_MONTHS = {"zomer": (6, 9), "kerst": (12, 12), "herfst": (9, 12), "winter": (12, 12), "lente": (3, 6)}
SEASON_MONTHS |= {"voorjaar": (2, 7), "najaar": (9, 12), "mei": (4, 5), "jaarwisseling": (12, 12)}
# the day on which it may begin at the earliest, and the last day of which "before it" can be said
BEGINS = {
    **dict.fromkeys(("zomerr", "zomerv"), ((7, 1), (7, 31))),
    "zomer": ((6, 21), (7, 31)),
    "kerst": ((12, 15), (12, 24)),
    **dict.fromkeys(("herfstr", "herfstv"), ((10, 1), (10, 31))),
    **dict.fromkeys(("herfst", "najaar"), ((9, 1), (9, 30))),
    **dict.fromkeys(("voorjaarsr", "voorjaarsv"), ((2, 1), (3, 31))),
    **dict.fromkeys(("voorjaar", "lente"), ((3, 1), (3, 31))),
    "mei": ((4, 15), (5, 31)),
    "jaarwisseling": ((12, 31), (12, 31)),
}
ENDS = {"zomer": (9, 1), "kerstr": (1, 1), "kerstv": (1, 1), "kerst": (12, 27), "mei": (5, 1), "jaarwisseling": (1, 1)}
HALF_A_YEAR = timedelta(days=183)


def prinsjesdag(found: FoundPeriod, reference: date | None, *, to_come: bool) -> Understood | None:
    """The third Tuesday of September (Grondwet, article 65)."""
    side = found.word("side")
    year = int(found.word("year") or 0)
    if not year:
        if reference is None or not (to_come or side in BEFORE):
            return None
        year = reference.year + (_third_tuesday(reference.year) < reference)
        if not to_come and _third_tuesday(year) - reference > HALF_A_YEAR:
            return None
    day = _third_tuesday(year)
    return bounded(side, Understood(start=day, until=day + timedelta(days=1)), reference)


def _third_tuesday(year: int) -> date:
    first = date(year, 9, 1)
    return first + timedelta(days=(1 - first.weekday()) % 7 + 14)


def season(found: FoundPeriod, year: int | None, reference: date | None, *, to_come: bool) -> Understood | None:
    """What is certain of a season, with its year or where it is certain which one is meant."""
    side, name = found.word("side"), found.word("season").replace("-", "").replace(" ", "")
    if side in BEFORE and name != "winter":
        year = year or (_year_before(name, reference, to_come=to_come) if reference else None)
        return _until(name, year, reference) if year else None
    if side == "na":
        return _from(name, year, reference, to_come=to_come)
    if year is None and to_come and reference and side in ("in", "tijdens") and name not in UNSETTLED:
        year = reference.year + (reference.month > SEASON_MONTHS[_named(name, SEASON_MONTHS)][1])
    return Understood(partial=PartialDate(f"{year:04}")) if year else None


def _year_before(name: str, reference: date, *, to_come: bool) -> int | None:
    """The year of the season that comes; of what may be past, only where that is near."""
    first = date(reference.year, *BEGINS[_named(name, BEGINS)][0])
    if reference < first:
        return reference.year if to_come or first - reference < HALF_A_YEAR else None
    over = reference.month > SEASON_MONTHS[_named(name, SEASON_MONTHS)][1]
    return reference.year + 1 if to_come and over else None


def _until(name: str, year: int, reference: date | None) -> Understood:
    month, day = BEGINS[_named(name, BEGINS)][1]
    until = date(year, month, day) + timedelta(days=1)
    return Understood(start=reference if reference and reference < until else None, until=until)


def _from(name: str, year: int | None, reference: date | None, *, to_come: bool) -> Understood | None:
    """From the day before which a season is surely not over."""
    over = next((day for start, day in ENDS.items() if name.startswith(start)), None)
    if over is None:
        return None
    month, day = over
    if year:
        return Understood(start=date(year, month, day))
    if reference is None or not to_come:
        return None
    start = date(reference.year + ((reference.month, reference.day) >= over), month, day)
    return Understood(start=start) if start - reference < EIGHT_MONTHS else None


def _named(name: str, table: Iterable[str]) -> str:
    return next(start for start in table if name.startswith(start))


def this_season(unit: str, deixis: str, reference: date) -> Understood | None:
    """The year of "dit najaar", "komend voorjaar", "afgelopen zomer", where the document stands clear of it."""
    first, last = SEASON_MONTHS[unit]
    if unit == "winter" or (first <= reference.month <= last and deixis not in ("dit", "dez")):
        return None
    passed = reference.month > last
    year = {
        "dit": reference.year,
        "dez": reference.year,
        "komend": reference.year + passed,
        "aankomend": reference.year + passed,
        "afgelopen": reference.year - (not passed),
    }.get(deixis)
    return None if year is None else Understood(partial=PartialDate(f"{year:04}"))
