"""When a promise is to be kept: "voor de zomer", "uiterlijk 1 juli", "zo spoedig mogelijk".

A promise is about what is to come, so that "in het najaar" is the next one and a time that is past is no deadline.

>>> deadline("Ik informeer u zo snel mogelijk, doch uiterlijk op 1 juli.", date(2031, 11, 20))
('uiterlijk op 1 juli', Understood(partial=PartialDate(text='2032-07-01'), start=None, until=None))
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from kg.grammar.dates import WEEKDAYS, FoundDate, resolve
from kg.grammar.dates import find as find_dates
from kg.grammar.periods import Understood, after, before, next_day, understand
from kg.grammar.periods import find as find_periods
from kg.records import PartialDate

LONGEST_LEAD = 48
LEAD = re.compile(  # the words before a time that make it one by which something is done
    rf"""(?:(?P<more>(?<![^\W_])(?:nog|later|ultimo)|uiterlijk)\s{{0,2}})?
    (?:(?<![^\W_])
        (?P<side>uiterlijk|vóór|voor|in|op|per|na|vanaf|rond|tegen|begin|einde?|medio|half|halverwege|met\singang\svan
            |(?:aan|in)\shet\s(?:begin|einde?)\svan|in\sde\sloop\svan|in\sde\sweek\svan
            |(?:vóór|voor|tijdens|bij)\s(?:de|het)\s?(?:[^\W\d_]{{2,20}}\s){{0,2}}[^\W\d_]{{0,14}}
                (?:debat|overleg|behandeling)\s(?:van|op))
        \s{{0,2}}(?:(?:in|op|per|van|begin|einde?|de|het|{"|".join(WEEKDAYS)})\s{{0,2}}){{0,2}}
    )?$""",
    re.VERBOSE | re.IGNORECASE,
)
OPEN = re.compile(  # what names no day, as printed
    r"""(?<![^\W_])(?:zo\s?(?:spoedig|snel)(?:\s?als\s(?:redelijkerwijs\s)?)?\s?mogelijk(?P<glued>)
        |binnenkort|spoedig|op\s?(?:zeer\s|zo\s)?korte\s?termijn|binnen\safzienbare\stijd
        |(?:in\s?)?de\s?komende\s?(?:periode|tijd|maanden|weken|jaren)|te\szijner\stijd
        |(?:nog\s)?deze\skabinetsperiode|in\sweek\s\d{1,2}
        |(?:(?:in|voor|vóór|per)\s(?:(?:de\s)?(?:start|begin|aanvang)\svan\s)?(?:het\s)?)?
            (?:volgend|komend|dit|nieuwe)\s(?:school|studie|kalender)jaar
        |(?:rond|bij|voor|vóór|na)\s?(?:de|het)\s?(?:jaarwisseling|kerst)
        |(?:(?<!bijlage\s)(?<!toelichting\s)bij|gelijk\smet|voor|vóór|na)\s(?:de\s)?
            (?:voorjaarsnota|najaarsnota|miljoenennota|(?:ontwerp)?begroting(?:sbehandeling)?)
            (?:\s(?:(?:voor|van)\s)?20\d\d)?
        |(?P<meeting>(?:vóór|voor)\s(?:de|het)\s?(?:[^\W\d_]{2,20}\s){0,2}[^\W\d_]{0,14}
            (?:debat|overleg|behandeling)(?:\svan\s(?:de|het)\s[^\W\d_]{3,25})?)
    )(?:(?![^\W_]|-)|(?(glued)|(?!)))""",
    re.VERBOSE | re.IGNORECASE,
)
BEFORE = re.compile(r"(?:vóór|voor)\b", re.IGNORECASE)
TOLD = re.compile(r"(?:\A|kamer|\bu|\bnog|\bik)\s{0,2}$", re.IGNORECASE)  # else "voor 2025" is what a plan is for
SCHEDULED = re.compile(r"agende", re.IGNORECASE)  # "ik agendeer dit voor het overleg" says where, not until when
PAST = ("vorig", "afgelopen")


def deadline(sentence: str, written: date | None) -> tuple[str, Understood | None] | None:
    """The deadline as printed and what is certain of it: the first that is certain, else the first that is named."""
    named = sorted(
        (*_periods(sentence, written), *_days(sentence, written), *_open(sentence)), key=lambda found: found[0]
    )
    first = next((found for found in named if found[2]), named[0] if named else None)
    return first and (sentence[first[0] : first[1]], first[2])


Named = tuple[int, int, Understood | None]


def _periods(sentence: str, written: date | None) -> Iterator[Named]:
    days = [(day.start, day.end) for day in find_dates(sentence) if day.month]
    for period in find_periods(sentence):
        past = period.form == "ago" or period.word("deixis").startswith(PAST) or period.word("near").startswith(PAST)
        if past or period.form == "years" or any(start < period.end and period.start < end for start, end in days):
            continue
        known = understand(period, written, sentence, to_come=True)
        lead = _lead(sentence, period.start)
        if lead and lead["side"] and period.word("side"):
            lead = None
        if known and lead and not period.word("side"):
            known = _sided(lead, known, written)
        if known is None or not _is_past(known, written):
            yield lead.start() if lead else period.start, period.end, known


def _days(sentence: str, written: date | None) -> Iterator[Named]:
    periods = [(period.start, period.end) for period in find_periods(sentence)]
    for day in find_dates(sentence):
        lead = _lead(sentence, day.start)
        within = day.month is None and any(start < day.end and day.start < end for start, end in periods)
        if within or not (lead or day.printed[0].isalpha()):
            continue
        side = _side(lead)
        if day.month is None and side in ("voor", "op", "na") and not (lead and TOLD.search(sentence, 0, lead.start())):
            continue
        known = _day(day, side, written)
        if known is None or not _is_past(known, written):
            yield (
                lead.start() if lead else day.start,
                day.end,
                _sided(lead, known, written) if known and lead else known,
            )


def _lead(sentence: str, start: int) -> re.Match[str] | None:
    lead = LEAD.search(sentence, max(0, start - LONGEST_LEAD), start)
    return lead if lead and lead.group() else None


def _side(lead: re.Match[str] | None) -> str:
    return "" if lead is None else " ".join((lead["side"] or lead["more"] or "").lower().split())


def _day(day: FoundDate, side: str, written: date | None) -> Understood | None:
    """A day, month or year; without a year the next one, which in a promise is meant."""
    partial = resolve(day, written)
    if partial is None and written and day.month and day.day and day.year is None:
        first = next_day(day.month, day.day, written, "uiterlijk" if "uiterlijk" in side else side)
        partial = PartialDate(first.isoformat()) if first else None
    return Understood(partial) if partial else None


def _sided(lead: re.Match[str], known: Understood, written: date | None) -> Understood:
    """What is certain of "voor", "na", "voor eind" and "in de week van" a time."""
    side = lead.group().lower()
    if "week van" in side and known.partial and known.partial.whole:
        monday = known.partial.whole - timedelta(days=known.partial.whole.weekday())
        return Understood(start=monday, until=monday + timedelta(days=7))
    if BEFORE.search(side):
        if "eind" not in side:
            return before(known, None)
        return Understood(start=written, until=after(known).start)
    return after(known) if side.startswith("na ") else known


def _is_past(known: Understood, written: date | None) -> bool:
    if written is None:
        return False
    if known.partial:
        return known.partial.text < written.isoformat()[: len(known.partial.text)]
    return known.until is not None and known.until <= written


def _open(sentence: str) -> Iterator[Named]:
    meetings = not SCHEDULED.search(sentence)
    for found in OPEN.finditer(sentence):
        if meetings or not found["meeting"]:
            yield found.start(), found.end(), None
