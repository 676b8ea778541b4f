"""Reports by their name alone: "de Waterverkenning 2024 van het Waterbureau", "het «Deltaplan» voor de Wadden van Bureau Stroom"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kg.extract._citations.dated import ON_DATE
from kg.extract._citations.days import days, moved_day
from kg.extract._citations.makers import BY, RELEASED, makers
from kg.extract._citations.names import publisher_name
from kg.extract._citations.orders import ACRONYM
from kg.extract._citations.references import Reference
from kg.extract._citations.senders import maker_in, maker_that_has
from kg.grammar.words import folded, holds, needing

_PAIRED = r"\sen\s(?!\w{0,30}(?:[Vv]erkenning|[Mm]onitor|[Bb]arometer|[Ee]nquête|rapportage)\b)(?=[A-Z][\w-]{1,30}\s(?:(?:19|20)\d\d|van\s))[A-Z][\w-]{1,30}"
REPORT_NAME = re.compile(
    r"""\b(?=[dheiumvDHE])(?:in|uit|van|met)?(?:[Dd]e|[Hh]et|[Ee]en)\s(?:(?:vandaag|gisteren|onlangs|recent|recentelijk|eerder|zojuist|net|deze\sweek|vorige\s(?:week|maand))\s(?:verschenen|gepubliceerde|uitgebrachte|gepresenteerde)\s)?(?P<sort>[a-zë-]{4,24}e\s)?(?P<title>(?:[A-Z][\w-]{1,30}\s(?:en\s)?){0,5}(?:[A-Z]\w{0,30}
    (?:(?<=V)erkenning|verkenning|rapportage|onderzoek(?=\s(?:19|20)\d\d)|(?<!aar)verslag(?=\s(?:19|20)\d\d)|(?<=M)onitor|monitor|(?<=O)verzicht|(?<=R)eport|(?<=O)utlook|(?<=C)apaciteitsplan
    |(?<=K)waliteitskader|kwaliteitskader|(?<=B)arometer|barometer|(?<=E)nquête|enquête|(?<=H)andboek)|Staat\svan\s(?:de|het)\s[A-Z]\w{2,30}|Good\sPractice\s\w{3,40}|Position\sPaper|White\sPaper)
    (?:\s(?:of\s|the\s|on\s|voor\s|van\s){0,3}(?!\d{1,2}\s(?:jan|feb|m(?:aa|rt|ei)|apr|ju[nl]|aug|sep|okt|nov|dec))[A-Z0-9][\w–-]{0,30}|(?<!onitor)(?<!erkenning)"""
    + _PAIRED
    + r"""){0,12})(?![\w-])""",
    re.VERBOSE,
)
ALONE = re.compile(r"^\w{1,60}rapportage$")
NUMBERED = re.compile(r"^(?P<title>.*\d)\svan\s.*$")
REPORT_WORDS = needing(
    (
        "erkenning", "rapportage", "onderzoek 19", "onderzoek 20", "verslag 19", "verslag 20", "onitor", "verzicht", "eport", "utlook", "apaciteitsplan",
        "waliteitskader", "arometer", "nquête",
        "andboek", "staat van", "good practice", "position paper", "white paper",
    ),
)  # fmt: skip
BARE = ("Verkenning", "Monitor", "Overzicht", "Kwaliteitskader", "Barometer", "Handboek", "Enquête", "Capaciteitsplan")
QUOTED_NAME = re.compile(
    r"""\b(?:[Hh]et|[Dd]e)\s[«“‘"](?P<title>(?:[A-Z]\w{0,30}\s){0,3}(?:[A-Z]\w{0,20})?(?:(?<=[A-Za-z])plan|visie|agenda|[Vv]erkenning|[Rr]apport))[»”’"]
    (?P<for>\svoor\s(?:het|de)\s[A-Z][\w-]{1,30})?(?=\svan\s)""",
    re.VERBOSE,
)
QUOTED_WORDS = needing(("«", "“", "‘", '"'), ("»", "”", "’", '"'), ("plan", "visie", "agenda", "erkenning", "apport"))


def report_names(text: str, written: date | None) -> Iterator[Reference]:
    """Such as "de Waterverkenning 2024 van het Waterbureau": a name whose head is a sort of report."""
    if not holds(folded(text), REPORT_WORDS):
        return
    for found in REPORT_NAME.finditer(text):
        if found["title"] in BARE or ALONE.match(found["title"]):  # again what was named in full
            continue
        numbered = NUMBERED.match(found["title"])  # "Sluismonitor 2024 van Waterbond": the maker is no part of it
        stop = found.start("title") + numbered.end("title") if numbered else found.end()
        behind = re.sub(r"^\s?\([A-Z]\w{1,9}\)", lambda m: " " * len(m.group()), text[stop : stop + 140])
        at = stop + len(behind) - len(behind.lstrip())
        by = BY.match(text[at : at + 140])
        released = None if by else RELEASED.match(text[at : at + 160])
        all_makers, end = makers(text, at, by) if by else (None, found.end())
        if released:
            all_makers, end = publisher_name(released["name"]), at + released.end()
        short = ACRONYM.match(found["title"])  # "de WBA Good Practice sluisdeuren"
        name = all_makers or (
            short["name"] if short else maker_in(text[max(0, found.start() - 100) : found.start("title")])
        )
        last = max(found.end(), end)
        when = next(days(text[last : last + 40], written), None)
        day = moved_day(when, last) if when and ON_DATE.match(text[last : last + when.start]) else None
        if released:
            base = at + released.start("between")
            day = next((moved_day(d, base) for d in days(released["between"], written)), None)
        if name is None:  # "De Waterraad heeft op 3 mei het Sluisonderzoek 2030 gepubliceerd"
            name, first = maker_that_has(text, found.start("title"), last)
            when = next(days(text[first : found.start("title")], written), None) if name else None
            day = day or (moved_day(when, first) if when else None)
        if found["sort"] and not (name or day):
            continue  # "de jaarlijkse Staat van de Vaart", which of them?
        title = text[found.start("title") : stop]
        yield Reference(found.start("title"), max(last, day.end) if day else last, name, day, title)


def quoted_names(text: str) -> Iterator[Reference]:
    """Such as "het «Deltaplan» voor de Wadden van Bureau Stroom": a name in quotation marks, and whose it is."""
    if not holds(folded(text), QUOTED_WORDS):
        return
    for found in QUOTED_NAME.finditer(text):
        if by := BY.match(text[found.end() : found.end() + 140]):
            name, end = makers(text, found.end(), by)
            yield Reference(found.start("title"), end, name, None, found["title"])
