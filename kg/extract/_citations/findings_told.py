"""Reports that a sentence tells of by what a body found, and in what, at whose request or when.

De Waterbank heeft in een position paper van 21 januari 2031 gesteld dat de sluis te klein is
Bureau Stroom heeft in opdracht van het ministerie onderzocht waar de tijd verloren gaat
In 2030 heeft het Waterbureau nieuwe grenzen gepubliceerd
Zo schreef de Adviescommissie Water al in 2030 dat het peil daalt
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from kg.extract._citations.actors import Deed
from kg.extract._citations.days import Day
from kg.extract._citations.doings import MAKERS, WORK_NOUN
from kg.extract._citations.names import publisher_name
from kg.extract._citations.references import Reference
from kg.extract._citations.reported import NO_MAKER, UNDONE, WORKS, Asked, Told, compound, day_of
from kg.extract._citations.senders import FOUND

_ON = r"(?:[^.,;:?!«“]|(?<=\sjl)\.|(?<=\d)\.(?=\d))"
HAVE = re.compile(r"(?<!\w)(?:heeft|hebben)\s(?:(?:de|het)\s)?")  # before who found it; the second of a pair is behind
_IN = rf"\s(?:[a-z]{{2,12}}\s){{0,2}}?in\s?een\s?(?:[a-z-]{{3,20}}\s){{0,2}}?(?P<noun>{WORK_NOUN})(?P<between>{_ON}{{0,90}}?)\s{FOUND}"
IN_A_WORK = re.compile(_IN)
HAS_IN_A_WORK = re.compile(rf"\s(?:heeft|hebben){_IN}")
_ASKED = (
    rf"(?P<between>\s{_ON}{{0,30}}?)(?<!\w)(?:in\sopdracht\svan|op\sverzoek\svan)\s{_ON}{{3,70}}?\s"
    r"(?:onderzocht|geanalyseerd|berekend|becijferd|doorgerekend|geïnventariseerd|geëvalueerd|doorgelicht|in\skaart\sgebracht|beoordeeld(?=,?\s(?:of|welke|hoe|in\show?everre|wat)\b)"
    r"|(?P<noun>onderzoek)\s(?:gedaan|verricht|uitgevoerd|laten\sdoen))(?!\w)"
)
ASKED = re.compile(_ASKED)
HAS_ASKED = re.compile(rf"\s(?:heeft|hebben){_ASKED}")
_PUT_OUT = rf"(?P<between>\s{_ON}{{3,70}}?)\sgepubliceerd\b"
PUT_OUT = re.compile(_PUT_OUT)
HAS_PUT_OUT = re.compile(rf"\s(?:heeft|hebben){_PUT_OUT}")
WROTE = re.compile(
    r"\b(?:[Ss]chreef|[Cc]oncludeerde|[Cc]onstateerde|[Aa]dviseerde|[Ww]aarschuwde|[Bb]erekende|[Bb]ecijferde)\s(?:(?:de|het)\s)?"
)
CAME_TO = re.compile(  # "De Waterbank kwam in 2030 tot de conclusie dat"
    r"\s(?:kwam(?:en)?|is|zijn)(?P<between>(?:\s(?:al|reeds|ook|eerder|in|op|eind|begin|medio|jl\.|[a-z]{3,9}|\d{1,4})){1,6}?)\stot\s(?:de|het)\s(?:slotsom|conclusie|bevinding|oordeel)\s(?:gekomen\s)?dat\b"
)
ON_DAY = re.compile(
    r"(?P<between>(?:\s(?:al|reeds|ook|eerder)){0,2}(?:\s(?:in|op|eind|begin|medio)\s[a-z\d][a-z\d ]{2,20}?)?)(?:,?\sdat\b|\s(?=om\b))"
)


def in_a_work(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A work by who found something in it."""
    for found in _deeds(sentence, HAS_IN_A_WORK, tail=IN_A_WORK):
        yield from _report(found, told)


def asked_for(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A report by who looked into something for somebody."""
    for found in _deeds(sentence, HAS_ASKED, tail=ASKED):
        if not UNDONE.search(sentence, *found.span()):
            yield from _report(found, told)


def put_out(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """What a body has published on a day."""
    for found in _deeds(sentence, HAS_PUT_OUT, tail=PUT_OUT):
        if day_of(told, found) and not any(work in found["between"] for work in WORKS):
            yield from _report(found, told)


def wrote_on(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A report by who wrote or found something on a day."""
    for found in chain(MAKERS.each_behind(WROTE, sentence, tail=ON_DAY), MAKERS.each_before(CAME_TO, sentence)):
        if day_of(told, found):
            yield from _report(found, told)


def _deeds(sentence: str, has: re.Pattern[str], *, tail: re.Pattern[str]) -> Iterator[Deed]:
    return chain(MAKERS.each_before(has, sentence), MAKERS.each_behind(HAVE, sentence, tail=tail))


def _report(found: Deed, told: Iterable[Day]) -> Iterator[Told]:
    if not NO_MAKER.match(found["name"]):
        title = compound(found["noun"]) if found["noun"] else None
        start, end = found.span()
        yield "report", Reference(start, end, publisher_name(found["name"]), day_of(told, found), title)


_HAVE = ("heeft", "hebben")
FINDINGS_TOLD: tuple[Asked, ...] = (
    (
        in_a_work,
        (
            (*WORKS, "rapportage", "factsheet", "paper", "manifest", "handreiking"),
            _HAVE,
            (" in een", "ineen "),
            ("gesteld", "aanbevolen", "geconc", "geconst", "geadv", "geschat", "bereken", "becijf", "geraamd", "gewe", "gewaars", "beschre", "aang", "gepleit",
                "gemeld", "opge", "benadr", "gesig", "bepleit", "uitgew", "uiteeng", "geschre", "bevestigd", "genoemd", "laten zien"),
        ),
    ),
    (
        asked_for,
        (
            _HAVE,
            ("in opdracht van", "op verzoek van"),
            ("onderzo", "geanal", "berekend", "becijf", "gerekend", "geïnv", "geëval", "doorgel", "in kaart", "beoordeeld"),
        ),
    ),
    (put_out, (_HAVE, (" gepubliceerd",))),
    (wrote_on, (("schreef", "concludeerde", "constateerde", "adviseerde", "waarschuwde", "berekende", "becijferde", " tot de ", " tot het oordeel"), (" dat", " om "))),
)  # fmt: skip
