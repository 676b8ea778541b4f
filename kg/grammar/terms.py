"""Times counted from the day of writing: "binnen drie weken", "gisteren", "ruim twee jaar geleden", "maandag jl."."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal

from kg.grammar.dates import WEEKDAYS
from kg.grammar.numbers import read_number
from kg.grammar.period_forms import FoundPeriod
from kg.grammar.understood import Understood

ANSWERING = re.compile(
    r"beantwoord|informe|toesturen|toezenden|toekomen|antwoorden|\bsturen\b|uw\s?Kamer|\bstuur\sik\b|\bik\sstuur\b"
    r"|\b(?:ontvangt|bericht)\s(?:u|de\sKamer)\b|\bu\s(?:ontvangt|bericht)\b",
    re.IGNORECASE,
)
RULED = re.compile(r"\b(?:dat(?!\s$)|of|om|die|waarin|moet(?:en)?|dienen?)\s", re.IGNORECASE)
FIRST, LAST = date(1500, 1, 1), date(2099, 12, 31)  # of the dates that are read (YEAR in dates.py) and allowed (shapes)
DAYS = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "overmorgen": 2}


def within(found: FoundPeriod, reference: date, sentence: str, *, to_come: bool) -> Understood | None:
    """From the day of writing until the last day of a term: "binnen drie weken"."""
    number = read_number(found.word("number"))
    if number is None or found.word("after") or not _from_now(found, sentence, to_come=to_come):
        return None
    last = _counted(number, found.word("length"), reference, 1)
    return Understood(start=reference, until=last + timedelta(days=1)) if last else None


def _from_now(found: FoundPeriod, sentence: str, *, to_come: bool) -> bool:
    """Whether a term runs from the day of writing: the sentence is about answering, or undertakes it outright."""
    if ANSWERING.search(sentence):
        return True
    return to_come and not RULED.search(sentence.partition(found.printed)[0].rpartition(",")[2])


def _counted(number: Decimal, unit: str, reference: date, way: int) -> date | None:
    """The day that is so many days, weeks, months or years after (1) or before (-1) another.

    None for half days, and for what is out of the years of dates ("drieduizend jaar geleden").
    """
    size = {"da": 1, "we": 7, "ma": 1, "ja": 12}[unit[:2]] if unit != "werkdagen" else 0
    count = number * size * way
    if not size or count != int(count):
        return None
    if unit[:2] in ("da", "we"):
        return _days_later(reference, int(count))
    return _same_day(reference, int(count))


def _days_later(day: date, count: int) -> date | None:
    """The day that many days later; None out of the years of dates."""
    number = day.toordinal() + count
    return date.fromordinal(number) if FIRST.toordinal() <= number <= LAST.toordinal() else None


def _same_day(day: date, months: int) -> date | None:
    """The day that many months later, or the last of that month; None out of the years of dates."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if not FIRST.year <= year <= LAST.year:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def ago(found: FoundPeriod, reference: date) -> Understood | None:
    """A day that is counted ("gisteren", "drie dagen geleden"); of longer spans only "ruim" and "bijna" are certain."""
    if found.word("day"):
        day = reference + timedelta(days=DAYS[found.word("day")])
        return Understood(start=day, until=day + timedelta(days=1))
    number = read_number(found.word("number"))
    about = found.word("about")
    then = None if number is None else _counted(number, found.word("length"), reference, -1)
    if then is None:
        return None
    if not about:
        return (
            Understood(start=then, until=then + timedelta(days=1)) if found.word("length").startswith("dag") else None
        )
    return Understood(until=then) if about in ("ruim", "meer dan") else Understood(start=then, until=reference)


def weekday(found: FoundPeriod, reference: date) -> Understood | None:
    """The last such day before, or the next after, the day of writing; "volgende maandag" may be either of two."""
    name, near = found.word("weekday") or found.word("named"), found.word("near")
    past = near == "afgelopen" or found.word("mark").startswith("j")
    if near in ("vorige", "volgende"):
        return None
    wanted = WEEKDAYS.index(name)
    shift = (reference.weekday() - wanted - 1) % 7 + 1 if past else -((wanted - reference.weekday() - 1) % 7 + 1)
    day = reference - timedelta(days=shift)
    return Understood(start=day, until=day + timedelta(days=1))
