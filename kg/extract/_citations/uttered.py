"""What bodies uttered: a statement or press release that they gave out on a day, words at a hearing of the House.

De Waterraad heeft op 3 mei 2031 een verklaring uitgegeven
De Waterraad heeft dit op 3 mei 2031 in een verklaring bevestigd
Op 3 mei 2031 gaf de Waterraad een persbericht uit
de zorg van de Waterbond, geuit tijdens het rondetafelgesprek van 3 mei 2031
De Waterbond gaf tijdens de hoorzitting over ponten aan
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extract._citations.actors import Actors, who
from kg.extract._citations.bodies import NAME, OFFICE, ROLE
from kg.extract._citations.days import Day
from kg.extract._citations.names import publisher_name
from kg.extract._citations.people import COLLECTIVE
from kg.extract._citations.references import Reference
from kg.extract._citations.reported import Asked, Told

_ABROAD = (  # posts abroad, named by their place: "EU-delegatie in Veerhaven", also "EU-delegatiein Veerhaven"
    rf"(?:[A-Z]\w{{0,20}}-?(?:delegatie|ambassade|missie|vertegenwoordiging)|[A-Z]\w{{2,20}}e\sambassade)\s?(?:in|bij|te)\s(?:de\s|het\s)?(?>{NAME})"
)
SPEAKERS = Actors(who(_ABROAD, ROLE, COLLECTIVE, OFFICE))
_ON = r"(?:[^.;:?!«“\n]|(?<=\sjl)\.|(?<=\d)\.(?=\d))"
_NOUN = r"(?P<noun>(?:pers|slot)?verklaring(?!\s(?:omtrent|van\sgeen|voor)\b)|persbericht|(?:pers)?statement|communiqué|persmededeling|nieuwsbericht)(?!\w)"
_A = r"(?:een|haar|zijn|hun)(?:\s|(?=verkl|persb))(?:[a-z]{3,20}e?\s){0,2}"
_DONE = r"(?:uitgegeven|uitgebracht|gepubliceerd|afgelegd|afgegeven|verspreid|doen\suitgaan|laten\suitgaan|naar\sbuiten\sgebracht|geplaatst)\b"
GAVE_OUT = (  # behind who gave it out
    re.compile(rf"\s(?:heeft|hebben)\s(?P<between>{_ON}{{0,80}}?)(?<!\w){_A}{_NOUN}{_ON}{{0,80}}?{_DONE}"),
    re.compile(
        rf"\s(?:gaf|gaven|bracht(?:en)?|publiceerden?|legden?|verspreidden?)\s(?P<between>{_ON}{{0,60}}?)(?<!\w){_A}{_NOUN}"
    ),
)
SAID_IN_IT = re.compile(  # ... who said something in it on a day before
    rf"\s(?:heeft|hebben)\s(?P<between>{_ON}{{3,60}}?)\sin\s{_A}{_NOUN}{_ON}{{0,60}}?"
    r"\b(?:bevestigd|herhaald|gemeld|veroordeeld|gesteld|laten\sweten|bekend\s?gemaakt|aangekondigd|ontkend|gezegd|opgeroepen|verklaard|aangegeven|benadrukt|gereageerd)\b"
)
HAVE = re.compile(r"\b(?:heeft|hebben)\s(?:de\s|het\s)?")  # before who gave it out ...
GIVEN = re.compile(rf"\s(?P<between>{_ON}{{0,80}}?)(?<!\w){_A}{_NOUN}{_ON}{{0,80}}?{_DONE}")  # ... and behind
GAVE = re.compile(r"\b(?:[Gg]af|[Gg]aven|[Bb]racht(?:en)?|[Pp]ubliceerden?)\s(?:de\s|het\s)?")
OUT = re.compile(rf"\s(?P<between>{_ON}{{0,60}}?)(?<!\w){_A}{_NOUN}")
HEARING = re.compile(
    rf"\b(?:[Tt]ijdens|[Bb]ij|[Ii]n|[Oo]p)\s?(?:het|de|een)\s(?:(?:laatste|recente|openbare|besloten)\s)?(?P<title>(?:rondetafelgesprek|hoorzitting|technische\sbriefing|deskundigenbijeenkomst|expertmeeting)"
    rf"(?:\sover\s[^,.?!;:()«“\d]{{3,80}}?(?=\s(?:van|op|d\.\s?d\.|in)\s(?:\d|de\s)|[,.?!;:()«“]|\s(?:dat|heeft|hebben|gaf|zei)\b)|\s(?=[A-Z])(?>{NAME}))?)"
)
_SAID = (
    r"(?:zei(?:den)?|gaf|gaven|stelden?|noemden?|verklaarden?|waarschuwden?|meldden?|wees|wezen|benadrukten?|pleitten?"
    r"|riep(?:en)?|vroeg(?:en)?|vertelden?|lieten?|liet|uitten?|heeft|hebben)"
)
SAID_BEFORE = re.compile(  # the end of what stands before "tijdens het rondetafelgesprek", behind who said it
    rf"(?:,?\s(?:geuit|gedaan|uitgesproken|verwoord|gegeven|gemaakt)|,?\s(?:(?:die|dat|zoals)\s)?{_SAID}(?:\s(?:dit|dat|ook|al|eerder|hier|daar)){{0,2}}|,\s(?:die|dat)(?:\s(?:eerder|al|ook))?|\s(?:eerder|al|ook)|)\s?$"
)
BEHIND = re.compile(rf"^[^.;:?!«“,]{{0,40}}?\s?{_SAID}\s(?:de\s|het\s)?")
TOLD = re.compile(
    r"\b(?:geuit|gedaan|uitgesproken|verwoord|zei(?:den)?|gaf|gaven|stelden?|noemden?|verklaarden?|waarschuwden?|meldden?|wees|wezen|benadrukten?|pleitten?|riep(?:en)?|vroeg(?:en)?|vertelden?|aang(?:af|even)|gemeld|genoemd|gezegd|gesteld|verteld|verklaard|benadrukt|gepleit|uitgelegd|toegelicht|opgemerkt|opmerkten?|aangegeven|gewaarschuwd|gewezen)\b"
)
BACK = 130  # characters before a hearing
ON_DAY = re.compile(r"^(?:\sin\sde\s(?:Tweede\s)?Kamer)?,?\s(?:van|op|d\.\s?d\.)\s(?:[a-z]{3,9}dag\s)?$|^\s\($")
GLUED_PLACE = re.compile(r"(delegatie|ambassade|missie|vertegenwoordiging)(?=(?:in|bij|te)\s)")
PASSIVE = re.compile(r"\b(?:gevraagd|verzocht|uitgenodigd)\b")


def stated(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A statement by who gave it out, with its day."""
    deeds = [SPEAKERS.before(tail, sentence) for tail in (*GAVE_OUT, SAID_IN_IT)]
    deeds += [SPEAKERS.behind(HAVE, sentence, tail=GIVEN), SPEAKERS.behind(GAVE, sentence, tail=OUT)]
    for deed in filter(None, deeds):
        first, last = deed.span("between")
        day = next((d for d in told if first <= d.start < last), None)
        day = day or next((d for d in told if d.end <= deed.start() and deed.start() - d.end < len(" heeft ")), None)
        start = min(deed.start("name"), day.start if day else len(sentence))
        if day:
            yield "web", Reference(start, deed.end("noun"), _name(deed["name"]), day)


def heard(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """Words of a body at a hearing, with its day or its subject."""
    for found in HEARING.finditer(sentence):
        end = found.end()
        day = next((d for d in told if d.start >= end and ON_DAY.match(sentence[end : d.start])), None)
        first = max(0, found.start() - BACK)
        said = SAID_BEFORE.search(sentence[first : found.start()])
        who = SPEAKERS.last.search(sentence[first : first + said.start()]) if said else None
        start = first + who.start("name") if who else found.start("title")
        if not who and (deed := SPEAKERS.behind(BEHIND, sentence[day.end if day else end :])):
            who = deed.actor
        if who and (day or " over " in found["title"]) and TOLD.search(sentence) and not PASSIVE.search(sentence):
            yield "speech", Reference(start, day.end if day else end, _name(who["name"]), day, found["title"])


def _name(printed: str) -> str | None:
    """The name, with the space that was lost before its place."""
    return publisher_name(GLUED_PLACE.sub(r"\1 ", printed))


SAID = (
    "bevestigd", "herhaald", "gemeld", "veroordeeld", "gesteld", "laten weten", "gemaakt", "aangekondigd", "ontkend", "gezegd", "opgeroepen",
    "verklaard", "aangegeven", "benadrukt", "gereageerd",
)  # fmt: skip
GIVEN_OUT = (
    "gegeven",
    "gaf",
    "gaven",
    "gebracht",
    "bracht",
    "ubliceerd",
    "legd",
    "verspreid",
    "uitgaan",
    "geplaatst",
    *SAID,
)
UTTERED: tuple[Asked, ...] = (
    (stated, (("verklaring", "persbericht", "statement", "communiqué", "persmededeling", "nieuwsbericht"), GIVEN_OUT)),
    (heard, (("rondetafelgesprek", "hoorzitting", "technische briefing", "deskundigenbijeenkomst", "expertmeeting"),)),
)
