"""The day of a source, by the words between the two: "uit", "van", "d.d.", "over sluizen van"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract._citations.days import Day

FROM = re.compile(r"^\s?(?:uit|van|d\.\s?d\.)(?:\s(?:begin|medio|eind))?\s?$")
ISSUED = re.compile(  # "onder 3.000 schippers, gepubliceerd op", "onder schippers uit"
    r"^\s(?:onder|langs)\s(?:\d[\d.]{0,9}\s)?[^.?!;:()«“\n\d,]{2,60}\s(?:uit|van|d\.\s?d\.)\s?$|^,?\s?(?:uit|van|d\.\s?d\.)(?:\s(?:begin|medio|eind))?\s?$|^[^.?!;:()«“\n\d]{0,60}(?:\d[\d.]{0,9}[^.?!;:()«“\n\d,]{2,40})?,\s(?:gepubliceerd|verschenen|uitgebracht|gepresenteerd|gedateerd|uitgezonden|geplaatst)(?:\s(?:in|op))?\s?$"
)
ABOUT_FROM = re.compile(  # "over sancties uit december 2024", where no other thing has that date
    r"^\s(?:over|naar|inzake|betreffende)\s[^.?!;:()«“\n\d]{2,90}?(?<!brief)(?<!wet)(?<!stel)(?<!besluit)(?<!debat)(?<!overleg)(?<!motie)(?<!rapport)(?<!advies)"
    r"(?<!verdrag)(?<!akkoord)(?<!uitspraak)(?<!arrest)(?<!brand)(?<!ramp)(?<!aanslag)(?<!ongeval)(?<!incident)(?<!regeling)(?<!periode)(?<!richtlijn)(?<!crisis)"
    r"\s(?:uit|van|d\.\s?d\.)\s?$"
)
OPENED = re.compile(r"^\s\($")  # "van Bureau Stroom (mei 2031)"
APPEARS = 110  # characters behind a day in which it is said that a source appeared on it
_DONE = (
    r"\s(?:verschenen|uitgevoerde?|opgestelde?|verrichte?|gemaakte?|geschreven|gepubliceerde?|uitgebrachte?|gepresenteerde?"
    r"|opgeleverde?|aangeboden|afgeronde?|gehouden|uitgezonden)\s(?:[a-z-]{3,20}e?\s)?"
)
DONE_BEFORE = re.compile(rf"{_DONE}$")
APPEARING = re.compile(rf"(?:\sdoor\s[^.,;:?!«“()]{{3,60}})?{_DONE}")  # between a day and what appeared on it
THAT_ON = re.compile(
    r"^(?:\s(?:naar|over)\s[^.?!;:()«“\n,\d]{2,80})?,?\s(?:dat|die|is|werd)\s(?:(?:al|pas|onlangs|afgelopen|vorige\sweek)\s)?(?:op\s|in\s|eind\s)?(?:[a-z]{3,6}dag\s)?$"
)
APPEARED = re.compile(
    r"\b(?:verschenen|verscheen|uitgezonden|vertoond|gepubliceerd|uitgebracht|uitgekomen|uitkwam|aangeboden|gepresenteerd|opgeleverd|openbaar|verschijnt|uitbracht(?:en)?|publiceerden?|afgerond|vastgesteld|opgesteld)\b"
)
SHARED_ON = re.compile(  # ", die ik op", " over 2030 heb ik op", " is op"
    r"^(?:\sover\s[^.?!;:()«“\n,]{2,60}?)?(?:,?\s(?:die|dat)\s(?:ik|wij|het\skabinet|mijn\sambts(?:voorganger|genoot))|\s(?:heb\sik|hebben\swij|heeft\s(?:het\skabinet|mijn\sambtsvoorganger)|is|werd))"
    r"(?:\s(?:u|uw\sKamer|de\sKamer|met\suw\sKamer|eerder|reeds|al)){0,2}\s(?:op|per)?\s?$"
)
SHARED = re.compile(
    r"^\s?(?:jl\.)?[^.?!;:«“\n]{0,60}?\b(?:aangeboden|toegezonden|gezonden|toegestuurd|gestuurd|verzonden|gedeeld|doen\stoekomen|overhandigd|voorgelegd)\b"
)
SENT_ON = re.compile(  # ", gestuurd op", " die u op"
    r"^,\s(?:gestuurd|verstuurd|verzonden|ontvangen|gedateerd)\s(?:op|d\.\s?d\.)\s$"
    r"|^,?\s(?P<that>die|welke)\s(?:(?:u|wij|ik|de\sKamer|uw\sministerie)\s)?(?:eerder\s|al\s)?op\s$"
)
SENT = re.compile(
    r"^(?:[^.?!;:«“\n]|(?<=\sjl)\.){0,60}?\b(?:ontving(?:en)?|ontvangen|gestuurd|verstuurd|verzonden|verschenen|gepubliceerd|overhandigd|aangeboden)\b"
)
STOPS = re.compile(r"[.?!;:«“\n]")
DATED = re.compile(r"\s(?:uit|van|d\.\s?d\.)\s?$")
OF_YEAR = re.compile(r"\s(?:uit|van|over)\s(?:(?:begin|eind|medio)\s|[a-z]{3,9}\s)?(?:19|20)\d\d")
ON_DATE = re.compile(
    r"^(?:,(?=\s(?:van|d\.\s?d\.)\s)|,\s(?:uitgezonden|gepubliceerd|verschenen|uitgebracht|gepresenteerd|gedateerd))?\s?\(?(?:d\.\s?d\.|van|op|uit)?\s?(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s)?$"
)
TO_WHOM_ON = re.compile(r"^(?:\s(?:aan|van)\s[^.?!;:«“,]{2,60}?)?\s?(?:d\.\s?d\.|van|op|uit)\s?$")
TO_THEM_ON = re.compile(  # "de brief aan de Kamer van", "de brief van de directeur Vaart aan alle diensten d.d."
    r"^(?:\svan\s[^.?!;:()«“,\d]{2,60}?)?\saan\s[^.?!;:()«“,\d]{2,60}?\s(?:d\.\s?d\.|van|op|uit)\s?$"
)
FAR = re.compile(
    r"^(?:\s(?:en|aan|in\s(?:de\s|het\s)?(?=[A-Z]))\s?[^.?!;«“\n\d]{2,90}?)?\s\(?(?:van|op|d\.\s?d\.)\s?$|^\s\($"
)
SPOKEN = re.compile(r"^[^.?!;«“\n]{0,100}?\b(?:van|op|d\.\s?d\.)\s?$")


def appeared(text: str, end: int, dates: Iterable[Day]) -> Day | None:
    """The day on which a source appeared, told behind it: ", dat op 28 maart 2019 is aangeboden"."""
    day = day_behind(text, end, dates, THAT_ON)
    return day if day and APPEARED.search(STOPS.split(text[day.end : day.end + APPEARS])[0]) else None


def sent_on(text: str, end: int, dates: Iterable[Day]) -> Day | None:
    """The day on which a letter went or came, told behind it: ", gestuurd op 3 mei", " die u op 3 mei ontving"."""
    day = day_behind(text, end, dates, SENT_ON)
    told = SENT_ON.match(text[end : day.start]) if day else None
    return day if day and told and (told["that"] is None or SENT.match(text[day.end : day.end + APPEARS])) else None


def appeared_before(text: str, start: int, dates: Iterable[Day]) -> Day | None:
    """The day on which a source appeared, told before it: "het in mei 2024 verschenen rapport"."""
    if not DONE_BEFORE.search(text, max(0, start - APPEARS), start):
        return None
    return next((d for d in dates if 0 < start - d.end <= APPEARS and APPEARING.fullmatch(text, d.end, start)), None)


def shared(text: str, end: int, dates: Iterable[Day]) -> Day | None:
    """The day on which a report was sent to the House, told behind it: ", die ik op 12 december 2018 aan uw Kamer heb aangeboden"."""
    day = day_behind(text, end, dates, SHARED_ON)
    return day if day and SHARED.match(text[day.end : day.end + APPEARS]) else None


def day_behind(text: str, end: int, dates: Iterable[Day], between: re.Pattern[str]) -> Day | None:
    """The first day behind `end` with nothing but such words `between` the two."""
    return next((d for d in dates if end <= d.start <= end + 110 and between.match(text[end : d.start])), None)
