"""Reports that a sentence tells of by what a body did before it knew: looked, concluded, laid down what it found.

TNA heeft die metingen beoordeeld en concludeert dat zij bruikbaar zijn
De Veerinspectie heeft deze stand van zaken vastgelegd in een opvolgingsrapportage van 30 september 2020
Daarnaast is een onderzoek afgerond door Bureau Stroom

Who decides upon what is asked of it ("heeft de aanvraag beoordeeld") makes no report by that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extract._citations.actors import STARTS
from kg.extract._citations.bodies import SORTED
from kg.extract._citations.dated import FROM, day_behind
from kg.extract._citations.days import Day
from kg.extract._citations.names import publisher_name
from kg.extract._citations.references import Reference
from kg.extract._citations.reported import (
    ASKING,
    ASKING_WORDS,
    MAKER,
    NO_MAKER,
    WORK,
    WORKS,
    Asked,
    Told,
    compound,
    day_of,
)

_DECIDES = (  # bodies that carry out, decide and judge: what they look at are cases
    r"OM|Openbaar|Afdeling|Raad\svan\sState|Hof|Hoge|Rechtbank|College|Rijkswaterstaat|Belastingdienst|Dienst\sToeslagen|Douane|IND|UWV|SVB|DUO|DJI|COA|RVO|RDW|CBR|CAK|CIZ"
    r"|Rijksdienst\svoor\sOndernemend|Politie|Nederland|Europese|Tweede|Eerste|Kamer|Kabinet|Ministers?|Staatss\w*|Ministeries?"
)
_MAKER = rf"{SORTED}(?!(?:{STARTS}|{_DECIDES})\b){MAKER}"
_BETWEEN = r"(?P<between>(?:[^.,;:?!«“]|(?<=\sjl)\.|(?<=\d)\.(?=\d)){0,90}?)"
_SUBJECTS = (  # "De Waterraad heeft", "Op mijn verzoek heeft de Waterraad"
    rf"(?:\b(?:[Dd]e|[Hh]et)\s|^){_MAKER}\s(?:heeft|hebben)\s{_BETWEEN}",
    rf"\b(?:heeft|hebben)\s(?:(?:de|het)\s)?{_MAKER}\s{_BETWEEN}",
)
_LOOKED = r"(?:beoordeeld|onderzocht|geanalyseerd|doorgerekend|nagerekend|bestudeerd|getoetst|geëvalueerd|doorgelicht|verkend|gemeten|geïnventariseerd|in\skaart\sgebracht)"
_FOUND = (
    r"(?:concludeer(?:t|de|den)|constateer(?:t|de|den)|stel(?:t|de|den)\svast|adviseer(?:t|de)|bereken(?:t|de)|becijfer(?:t|de)|geconcludeerd|geconstateerd|vastgesteld"
    r"|k(?:omt|wam|wamen|omen)\s(?:daarbij\s|daarin\s)?(?:tot\s(?:de\sconclusie|het\soordeel|de\sslotsom)|uit\sop))"
)
CONCLUDES = tuple(
    re.compile(
        rf"(?<!\w){subject}(?<!\w){_LOOKED}(?P<what>\s(?:of|hoe|welke|wat|in\shoeverre|hoeveel)\s[^.,;:?!«“]{{3,120}}?)?,?\s(?:en|waarbij\szij)\s{_FOUND}(?!\w)"
    )
    for subject in _SUBJECTS
)
CASE = re.compile(  # what is decided upon
    r"\b(?:aanvra(?:ag|gen)|(?<!op\s)verzoek(?:en)?|bezwa(?:ar|ren)|beroep|klacht(?:en)?|melding(?:en)?|zaak|zaken|aangiftes?|aangiften|dossiers?|voorstel|wetsvoorstel|casus|vergunning(?:en)?"
    r"|declaraties?|inschrijving(?:en)?|sollicitaties?|claims?|signaal|signalen)\b"
)
_NOUN = rf"(?P<noun>(?!onderzoek\b)(?:passende\s)?[\w-]{{0,40}}?(?:{WORK}|{ASKING}|rapportage|factsheet|overzicht|memo)(?!\w))"
_LAID = r"(?:vastgelegd|beschreven|neergelegd|opgenomen|opgeschreven|uitgewerkt|gerapporteerd|verwoord|samengevat|weergegeven|uiteengezet|gepubliceerd|vervat|gebundeld)"
_ADJECTIVES = r"(?:[a-z-]{3,20}\s){0,2}?"
LAID_DOWN = tuple(
    re.compile(form)
    for subject in _SUBJECTS
    for form in (
        rf"(?<!\w){subject}(?<!\w){_LAID}\s?in\s(?:een|haar|zijn|hun)\s{_ADJECTIVES}{_NOUN}",
        rf"(?<!\w){subject}(?<!\w)in\seen\s{_ADJECTIVES}{_NOUN}(?P<behind>[^.,;:?!«“]{{0,60}}?)\s{_LAID}(?!\w)",
    )
)
_DONE = r"(?:afgerond|uitgevoerd|verricht|gedaan|uitgebracht|opgesteld|opgeleverd|gepubliceerd|gepresenteerd|gehouden)"
IS_DONE = tuple(
    re.compile(form)
    for form in (  # "is een onderzoek afgerond door", "door Bureau Stroom is in 2021 een analyse gemaakt"
        rf"\b(?:is|zijn|werd|werden)\s(?P<between>[^.,;:?!«“]{{0,40}}?)(?<!\w)een\s{_ADJECTIVES}(?P<noun>[\w-]{{0,40}}?{WORK})(?!\w)[^.,;:?!«“]{{0,80}}?\s{_DONE}\sdoor\s(?:(?:de|het)\s)?{_MAKER}",
        rf"\b(?:is|zijn|werd|werden)\s(?P<between>[^.,;:?!«“]{{0,40}}?)(?<!\w)door\s(?:(?:de|het)\s)?{_MAKER}\s[^.,;:?!«“]{{0,40}}?(?<!\w)een\s{_ADJECTIVES}(?P<noun>[\w-]{{0,40}}?{WORK})(?!\w)[^.,;:?!«“]{{0,80}}?\s(?:{_DONE}|gemaakt)(?!\w)",
        rf"\b[Dd]oor\s(?:(?:de|het)\s)?{_MAKER}\s(?:is|zijn|werd|werden)\s(?P<between>[^.,;:?!«“]{{0,40}}?)(?<!\w)een\s{_ADJECTIVES}(?P<noun>[\w-]{{0,40}}?{WORK})(?!\w)[^.,;:?!«“]{{0,80}}?\s(?:{_DONE}|gemaakt)(?!\w)",
    )
)


def concludes(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A report by who looked at something and what it says of it."""
    for found in (found for form in CONCLUDES for found in form.finditer(sentence)):
        if not CASE.search(found["between"]) and not NO_MAKER.match(found["name"]):
            day = day_of(told, found)
            yield "report", Reference(found.start("name"), found.end(), publisher_name(found["name"]), day)


def laid_down(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A report by who laid down in it what was found, with the day before or behind it."""
    for found in (found for form in LAID_DOWN for found in form.finditer(sentence)):
        if NO_MAKER.match(found["name"]):
            continue
        end = found.end("noun")
        day = day_behind(sentence, end, told, FROM) or day_of(told, found)
        yield "report", _work(found, max(end, day.end) if day else end, day)


def is_done(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A report by who has done it: "is een onderzoek afgerond door"."""
    for found in (found for form in IS_DONE for found in form.finditer(sentence)):
        if not NO_MAKER.match(found["name"]):
            yield "report", _work(found, found.end(), day_of(told, found))


def _work(found: re.Match[str], end: int, day: Day | None) -> Reference:
    start = min(found.start("name"), found.start("noun"))
    return Reference(start, end, publisher_name(found["name"]), day, compound(found["noun"]))


LOOKED: tuple[Asked, ...] = (
    (
        concludes,
        (
            ("beoordeeld", "onderzocht", "geanalyseerd", "gerekend", "bestudeerd", "getoetst", "geëvalueerd", "doorgelicht", "verkend", "gemeten",
                "geïnventariseerd", "in kaart"),
            ("conclu", "constateer", "vast", "advise", "bereken", "becijfer", "oordeel", "slotsom", "uit op"),
            ("heeft", "hebben"),
        ),
    ),
    (
        laid_down,
        (
            (*WORKS, *ASKING_WORDS, "factsheet", "overzicht", "memo"),
            ("vastgelegd", "beschreven", "gelegd", "opgenomen", "opgeschreven", "uitgewerkt", "gerapporteerd", "verwoord", "samengevat", "weergegeven",
                "uiteengezet", "gepubliceerd", "vervat", "gebundeld"),
            ("in een ", "in haar ", "in zijn ", "in hun "),
            ("heeft", "hebben"),
        ),
    ),
    (
        is_done,
        (
            WORKS,
            ("afgerond", "uitgevoerd", "verricht", "gedaan", "uitgebracht", "opgesteld", "opgeleverd", "gepubliceerd", "gepresenteerd", "gehouden",
                "gemaakt"),
            ("door ",),
        ),
    ),
)  # fmt: skip
