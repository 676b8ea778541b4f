"""A time to come: "in september", "na de zomer", "vóór 1 november 2018", "bij de volgende voortgangsbrief".

What is named with its year, or stands in some relation to the day of the document, is to come where that day is not
past; a month or season without a year is to come, as what stands beside it is in the present tense.

>>> [is_to_come(text, date(2018, 7, 6)) for text in ("vóór 1 november 2018", "in mei 2018", "in september", "in mei jl.")]
[True, False, True, False]
"""

from __future__ import annotations

import re
from datetime import date

from kg.grammar.dates import find as find_dates
from kg.grammar.dates import resolve
from kg.grammar.months import A_MONTH
from kg.grammar.periods import FoundPeriod, understand
from kg.grammar.periods import find as find_periods

_SEASON = "(?:zomer|kerst|herfst|winter|lente|voorjaar|najaar|jaarwisseling|reces|meireces|krokusreces|(?:mei|kerst|zomer|herfst|voorjaars)vakantie)"
_BEFORE = "(?:in|op|vóór|voor|na|per|vanaf|uiterlijk|begin|eind|einde|medio|half|rond|tegen|tijdens)"
_UNIT = "(?:jaar|kwartaal|halfjaar|maand|week|voorjaar|najaar|zomer|herfst|winter)"
_PLANS = "(?:begroting|ontwerpbegroting|voorjaarsnota|najaarsnota|miljoenennota|prinsjesdag)"
WORDS = re.compile(
    rf"""\b(?:binnenkort|spoedig|op\skorte\stermijn|zo\s(?:spoedig|snel)\smogelijk|onverwijld|aanstonds
    |a\.?\s?s\.|a\ss\b|aanstaande|aankomende|(?:eerst)?volgende?|eerstkomende?|komende?|later\sdit\sjaar|nog\sdit\s{_UNIT}
    |uiterlijk|straks|naar\sverwachting|te\szijner\stijd|terstond|per\somgaande|in\sde\sloop\svan|in\sde\sweek\svan
    |(?:dit|deze)\s(?:voorjaar|najaar|zomer|herfst|winter|week|maand|kwartaal)
    |(?:bij|voor|vóór|na)\s(?:de\s)?{_PLANS}|begrotingsbehandeling|nieuwe\s(?:school|studie)jaar
    |(?:voor|vóór|na)\s(?:het|de)\s(?:\w{{3,12}}\s)?(?:debat|commissiedebat|overleg|wetgevingsoverleg)\b
    |{_BEFORE}\s?(?:de|het)\s?(?:\w{{5,12}}\s)?{_SEASON}(?:reces)?(?!\s(?:van\s)?(?:\d|vorig))
    |zomerreces|kerstreces|{_BEFORE}\s?het\s?(?:eerste|tweede|derde|vierde|laatste)\skwartaal(?!\s(?:van\s)?(?:\d|vorig))
    |{_BEFORE}\s?(?:\d{{1,2}}\s)?{A_MONTH}\b(?!\s?\d|\s(?:jl|j\.?\s?l|ll|van\s(?:vorig|\d))))
    |deze\s(?:zomer|herfst|winter)\b  # behind a word that it is glued to""",
    re.VERBOSE,
)


SCHOOL_YEAR = re.compile(r"\b(?:school|studie)jaar\s?20\d\d\s?[-–/]\s?20(?P<last>\d\d)\b")
SUMMER = 7  # the month in which it ends


def is_to_come(text: str, reference: date | None, words: str = "", *, terms: bool = True) -> bool:
    """Whether the text names a time that is not past on the day of the document.

    `words` are its words, less marks; `terms` says that one may run from that day ("binnen drie weken").
    """
    if WORDS.search(words or text.lower()):
        return True
    year = SCHOOL_YEAR.search(text)
    if year and (reference is None or 2000 + int(year["last"]) >= reference.year + (reference.month > SUMMER)):
        return True
    days = (resolve(day, reference) for day in find_dates(text))
    if any(day and (reference is None or day.text >= reference.isoformat()[: len(day.text)]) for day in days):
        return True
    return any(_later(period, reference) for period in find_periods(text) if terms or period.form != "within")


def _later(period: FoundPeriod, reference: date | None) -> bool:
    """Whether a period ends after the day of the document, as far as is certain."""
    if period.form == "within":
        return not period.word("after")  # "binnen vier weken na ontvangst" is the rule
    if period.form == "end" and reference is None:
        return True
    known = understand(period, reference)
    if known is None or reference is None:
        return False
    if known.partial:
        return known.partial.text >= reference.isoformat()[: len(known.partial.text)]
    return known.until is not None and known.until > reference
