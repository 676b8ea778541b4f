"""Reports that a sentence tells of by what a body did before it knew: looked, concluded, laid down what it found.

TNA heeft die metingen beoordeeld en concludeert dat zij bruikbaar zijn
De Veerinspectie heeft deze stand van zaken vastgelegd in een opvolgingsrapportage van 30 september 2020
Daarnaast is een onderzoek afgerond door Bureau Stroom

Who decides upon what is asked of it ("heeft de aanvraag beoordeeld") makes no report by that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from kg.extract._citations.actors import STARTS, Actors, Deed
from kg.extract._citations.bodies import SORTED
from kg.extract._citations.dated import FROM, day_behind
from kg.extract._citations.days import Day
from kg.extract._citations.doings import WORK_NOUN
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
MAKERS = Actors(rf"{SORTED}(?!(?:{STARTS}|{_DECIDES})\b){MAKER}", r"(?<!\w)(?:\b(?:[Dd]e|[Hh]et)\s|^)")
HAVE = re.compile(
    r"(?<!\w)(?:heeft|hebben)\s(?:(?:de|het)\s)?"
)  # before the maker: "Op mijn verzoek heeft de Waterraad"
_BETWEEN = r"(?P<between>(?:[^.,;:?!«“]|(?<=\sjl)\.|(?<=\d)\.(?=\d)){0,90}?)"
_LOOKED = r"(?:beoordeeld|onderzocht|geanalyseerd|doorgerekend|nagerekend|bestudeerd|getoetst|geëvalueerd|doorgelicht|verkend|gemeten|geïnventariseerd|in\skaart\sgebracht)"
_FOUND = (
    r"(?:concludeer(?:t|de|den)|constateer(?:t|de|den)|stel(?:t|de|den)\svast|adviseer(?:t|de)|bereken(?:t|de)|becijfer(?:t|de)|geconcludeerd|geconstateerd|vastgesteld"
    r"|k(?:omt|wam|wamen|omen)\s(?:daarbij\s|daarin\s)?(?:tot\s(?:de\sconclusie|het\soordeel|de\sslotsom)|uit\sop))"
)
_ADJECTIVES = r"(?:[a-z-]{3,20}\s){0,2}?"
_CONCLUDED = (
    rf"\s{_BETWEEN}(?<!\w){_LOOKED}(?P<what>\s(?:of|hoe|welke|wat|in\shoeverre|hoeveel)\s[^.,;:?!«“]{{3,120}}?)?,?"
    rf"\s(?:en|waarbij\szij)\s{_FOUND}(?!\w)(?:\sin\s(?:een|haar|zijn|hun)\s{_ADJECTIVES}(?P<noun>{WORK_NOUN}))?"
)
CONCLUDED = re.compile(_CONCLUDED)  # behind "heeft de Waterraad" ...
HAS_CONCLUDED = re.compile(rf"\s(?:heeft|hebben){_CONCLUDED}")  # ... and behind "De Waterraad"
CASE = re.compile(  # what is decided upon
    r"\b(?:aanvra(?:ag|gen)|(?<!op\s)verzoek(?:en)?|bezwa(?:ar|ren)|beroep|klacht(?:en)?|melding(?:en)?|zaak|zaken|aangiftes?|aangiften|dossiers?|voorstel|wetsvoorstel|casus|vergunning(?:en)?"
    r"|declaraties?|inschrijving(?:en)?|sollicitaties?|claims?|signaal|signalen)\b"
)
_NOUN = rf"(?P<noun>(?!onderzoek\b)(?:passende\s)?[\w-]{{0,40}}?(?:{WORK}|{ASKING}|rapportage|factsheet|overzicht|memo)(?!\w))"
_LAID = r"(?:vastgelegd|beschreven|neergelegd|opgenomen|opgeschreven|uitgewerkt|gerapporteerd|verwoord|samengevat|weergegeven|uiteengezet|gepubliceerd|vervat|gebundeld)"
_LAID_IN = rf"\s{_BETWEEN}(?<!\w){_LAID}\s?in\s(?:een|haar|zijn|hun)\s{_ADJECTIVES}{_NOUN}"
_IN_LAID = rf"\s{_BETWEEN}(?<!\w)in\seen\s{_ADJECTIVES}{_NOUN}(?P<behind>[^.,;:?!«“]{{0,60}}?)\s{_LAID}(?!\w)"
LAID_IN = re.compile(_LAID_IN)  # behind "heeft de Waterraad" ...
IN_LAID = re.compile(_IN_LAID)
HAS_LAID_IN = re.compile(rf"\s(?:heeft|hebben){_LAID_IN}")  # ... and behind "De Waterraad"
HAS_IN_LAID = re.compile(rf"\s(?:heeft|hebben){_IN_LAID}")
_DONE = r"(?:afgerond|uitgevoerd|verricht|gedaan|uitgebracht|opgesteld|opgeleverd|gepubliceerd|gepresenteerd|gehouden)"
_WAS = r"(?:is|zijn|werd|werden)\s(?P<between>[^.,;:?!«“]{0,40}?)(?<!\w)"
_A_WORK = rf"een\s{_ADJECTIVES}(?P<noun>[\w-]{{0,40}}?{WORK})(?!\w)[^.,;:?!«“]{{0,80}}?\s"
DONE_BY = re.compile(rf"\b{_WAS}{_A_WORK}{_DONE}\sdoor\s(?:(?:de|het)\s)?")  # "is een onderzoek afgerond door"
WAS_BY = re.compile(rf"\b{_WAS}door\s(?:(?:de|het)\s)?")  # "is in 2021 door Bureau Stroom een analyse gemaakt" ...
WORK_DONE = re.compile(rf"\s[^.,;:?!«“]{{0,40}}?(?<!\w){_A_WORK}(?:{_DONE}|gemaakt)(?!\w)")  # ... behind the name
BY = re.compile(r"\b[Dd]oor\s(?:(?:de|het)\s)?")  # "door Bureau Stroom is in 2021 een analyse gemaakt" ...
WAS_DONE = re.compile(rf"\s{_WAS}{_A_WORK}(?:{_DONE}|gemaakt)(?!\w)")  # ... behind the name


def concludes(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A report by who looked at something and what it says of it."""
    for found in chain(MAKERS.each_before(HAS_CONCLUDED, sentence), MAKERS.each_behind(HAVE, sentence, tail=CONCLUDED)):
        if not CASE.search(found["between"]) and not NO_MAKER.match(found["name"]):
            end = found.end()
            day = (day_behind(sentence, end, told, FROM) if found["noun"] else None) or day_of(told, found)
            title = compound(found["noun"]) if found["noun"] else None
            end = max(end, day.end) if day and found["noun"] else end
            yield "report", Reference(found.start("name"), end, publisher_name(found["name"]), day, title)


def laid_down(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A report by who laid down in it what was found, with the day before or behind it."""
    laid = chain(
        MAKERS.each_before(HAS_LAID_IN, sentence),
        MAKERS.each_before(HAS_IN_LAID, sentence),
        MAKERS.each_behind(HAVE, sentence, tail=LAID_IN),
        MAKERS.each_behind(HAVE, sentence, tail=IN_LAID),
    )
    for found in laid:
        if NO_MAKER.match(found["name"]):
            continue
        end = found.end("noun")
        day = day_behind(sentence, end, told, FROM) or day_of(told, found)
        yield "report", _work(found, max(end, day.end) if day else end, day)


def is_done(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A report by who has done it: "is een onderzoek afgerond door"."""
    done = chain(
        MAKERS.each_behind(DONE_BY, sentence),
        MAKERS.each_behind(WAS_BY, sentence, tail=WORK_DONE),
        MAKERS.each_behind(BY, sentence, tail=WAS_DONE),
    )
    for found in done:
        if not NO_MAKER.match(found["name"]):
            yield "report", _work(found, found.end(), day_of(told, found))


def _work(found: Deed, end: int, day: Day | None) -> Reference:
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
