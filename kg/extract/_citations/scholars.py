"""References as scholars write them, whose authors stand before the title.

De Veer, P. en K. Smit, Water in de stad, Delft: Bureau Stroom 2021, p. 33
De Veer e.a., Water in de stad, Bureau Stroom 2012
Veer, P. de, 2021. Water in de stad. Bureau Stroom, Delft
Streekblad (2024, 5 februari). ‘Pont vaart niet’.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kg.extract._citations.days import Day, days
from kg.grammar.months import A_MONTH

_SURNAME = r"(?:(?:van|de|der|den|ter|ten|von)\s){0,2}[A-Z][\w’'-]{1,30}(?:\s(?:van|de|der|den|ter|ten)){0,2}(?:\s[A-Z][\w’'-]{1,30})?"
_INITIALS = r"(?:[A-Z]\.[\s-]?){1,5}(?:\s?(?:van|de|der|den)\b){0,2}"
_AUTHOR = rf"(?:{_SURNAME},\s?{_INITIALS}|{_INITIALS}\s?{_SURNAME})"
AUTHORS = re.compile(
    rf"""^(?P<who>(?:{_AUTHOR}(?:\s?(?:,|&|en|and|,\s(?:en|and|&))\s{_AUTHOR}){{0,5}}(?:\s(?:e\.\s?a\.|et\sal\.?|c\.s\.))?
    |{_SURNAME}(?:,\s?{_INITIALS})?\s(?:e\.\s?a\.|et\sal\.?|c\.s\.)))(?=[,.:(\s])(?:,?\s?(?:\((?P<year>(?:19|20)\d\d)[a-z]?\)|(?P<bare>(?:19|20)\d\d)(?=\.\s)))?[,.:]?\s""",
    re.VERBOSE,
)
IMPRINT = re.compile(  # "Delft: Bureau Stroom 2021", "LOSR 2012", "2019"
    r"""[,.]\s(?:[A-Z][\w’'-]{2,20}(?:\s[A-Z][\w’'-]{2,20})?:\s)?(?:(?P<name>[A-Z][\w&.’'-]{1,30}(?:\s(?:[A-Z&][\w&.’'-]{0,30}|van|voor|de|het|en|of)){0,6}),?\s)?
    \(?(?P<year>(?:19|20)\d\d)\)?(?=$|[,.;\s])""",
    re.VERBOSE,
)
MAKER_LAST = re.compile(  # "Ponten in zicht. Delft: Bureau Stroom", "Ponten in zicht. Waterraad"
    r"(?:\.\s|,\s(?=[A-Z][\w’'-]{2,20}:\s))(?:[A-Z][\w’'-]{2,20}(?:\s[A-Z][\w’'-]{2,20})?:\s)?(?P<name>[A-Z][\w&’'-]{1,30}(?:\s(?:[A-Z&][\w&’'-]{0,30}|van|voor|de|het|en|of)){0,6})(?:,\s[A-Z][\w’'-]{2,20})?\.?$"
)
JOURNAL = re.compile(  # ". Journal of Water, 12(3), 45-67", with its volume
    r"[.,]\s(?:[Ii]n:?\s)?[A-Z][^.\d«“]{3,80}?,?\s(?:(?:vol|jrg|jaargang)\.?\s)?\d{1,4}(?:\s?\(\d{1,4}(?:[-/]\d{1,4})?\))?[,:;.]\s?(?:(?:pp?|nr|no|art)\.?\s?)?[eE]?\d[\w–-]{0,20}[.,]?\s?$"
)
DISSERTATION = re.compile(
    r"\s\((?:diss\.|dissertatie\b|proefschrift\b|scriptie\b|thesis\b|PhD\b)[^()]{0,60}\)", re.IGNORECASE
)
_MONTHS = f"{A_MONTH}|January|February|March|May|June|July|August|October|December"
YEAR_FIRST = re.compile(
    rf"^(?P<who>[^()]{{2,80}}?)\s\((?P<printed>(?P<year>(?:19|20)\d\d),\s(?:(?P<d>\d{{1,2}})\s(?P<m>{_MONTHS})|(?P<month>{_MONTHS})(?:\s(?P<day>\d{{1,2}}))?))\)\.?,?\s?(?P<title>.*)$"
)


@dataclass(frozen=True, slots=True)
class Scholarly:
    """Who wrote or published a work, when, and its title as printed."""

    who: str
    day: Day | None
    title: str


def scholarly(head: str, written: date | None) -> Scholarly | None:
    """What a reference says in the order of scholars; None where it is in none of their orders.

    >>> found = scholarly("De Veer, P. en K. Smit, Water in de stad, Delft: Bureau Stroom 2021", None)
    >>> (found.who, found.day.value, found.title)
    ('Bureau Stroom', '2021', 'Water in de stad')
    >>> scholarly("Streekblad (2024, 5 februari). ‘Pont vaart niet’", None).day.value
    '2024-02-05'
    """
    if "(" in head and (turned := YEAR_FIRST.match(head)):
        return Scholarly(turned["who"], _turned(turned, written), turned["title"])
    authors = AUTHORS.match(head) if "." in head else None
    if not authors:
        return None
    rest = DISSERTATION.sub("", head[authors.end() :])
    printed_in = JOURNAL.search(rest) if authors["year"] or authors["bare"] else None
    rest = rest[: printed_in.start()] if printed_in else rest
    imprint = next((found for found in IMPRINT.finditer(rest) if found.start() > 0), None)
    stated = authors["year"] or authors["bare"]
    if imprint is None and stated:
        imprint = MAKER_LAST.search(rest)
    year = stated or (imprint["year"] if imprint else None)
    if year is None:
        return None
    at = head.rindex(year)
    title = rest[: imprint.start()] if imprint else rest
    return Scholarly((imprint["name"] if imprint else None) or authors["who"], Day(at, at + 4, year, year), title)


def _turned(found: re.Match[str], written: date | None) -> Day | None:
    """The date of "(2024, 5 februari)", with its place and as printed."""
    number, month = found["d"] or found["day"], found["m"] or found["month"]
    words = f"{number} {month} {found['year']}" if number else f"{month} {found['year']}"
    meant = next(days(words, written), None)
    return Day(found.start("printed"), found.end("printed"), found["printed"], meant.value) if meant else None
