"""Letters that a sentence tells of by who says something in them, who sent them, or from whom they came; no day is needed.

de zorgen van de Waterbond, die in een brandbrief aan het bestuur stelt dat
De ondernemingsraad van de veerdienst waarschuwt in een open brief voor sluiting
In een brandbrief aan het kabinet vragen 46 schippers om hulp
De Waterbond heeft een brandbrief gestuurd
de brief die u van de Waterbond heeft ontvangen

What government says in letters to the House is no source by that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extract._citations.actors import who
from kg.extract._citations.bodies import OFFICE, ROLE
from kg.extract._citations.days import Day
from kg.extract._citations.groups import COLLECTIVE, GROUP
from kg.extract._citations.names import publisher_name
from kg.extract._citations.references import Reference
from kg.extract._citations.reported import Asked, Told

_WHO = who(ROLE, COLLECTIVE, GROUP, OFFICE)
_A = r"(?:een|haar|zijn|hun|deze)(?:\s|(?=brand|open|nood))(?:(?!kamer)[a-zë]{3,20}e\s){0,2}"
_OUTCRY = (
    r"(?:open\s|gezamenlijke\s)?(?:brand|nood|protest|bezwaar|zorg|alarm|steun)brief|open\sbrief|brandmail|noodkreet"
)
_BRIEF = rf"(?P<noun>{_OUTCRY}|brief|e-?mail)(?!\w)"
_SAY = (
    r"(?:stel(?:t|de|len|den)|schr(?:ijft|ijven|eef|even)|concludeer(?:t|de)|wijst|wijzen|wees|wezen|waarschuw(?:t|de|en|den)|pleit(?:en|te|ten)?|vra(?:agt|gen)|vroeg(?:en)?"
    r"|roep(?:t|en)|riep(?:en)?|opr(?:oept|oepen|iep|iepen)|meld(?:t|de|en|den)|ge(?:eft|ven)|gaf|gaven|aang(?:eeft|even|af)|noem(?:t|de|en|den)|benadruk(?:t|te|ken|ten)|uit(?:te|en|ten)?|uitsp(?:reekt|reken|rak|raken)"
    r"|luid(?:t|de|en|den)|trek(?:t|ken)|trok(?:ken)?|klaagt|klagen|klaagde[n]?|eis(?:t|te|en|ten)|verzoe(?:kt|ken)|verzocht(?:en)?|dring(?:t|en)|drong(?:en)?|spre(?:ekt|ken)|sprak(?:en)?|beschr(?:ijft|ijven|eef|even)"
    r"|kaart(?:te|en|ten)?|signaleer(?:t|de)|bepleit(?:te|ten)?|verklaar(?:t|de)|stond(?:en)?\sstil)"
)
_ON = r"[^.;:?!«“\n]"
SAYS_IN = tuple(
    re.compile(form)
    for form in (
        rf"{_WHO},?\s(?:die|dat|welke)\s{_ON}{{0,40}}?\bin\s?{_A}{_BRIEF}(?=[\s.,]){_ON}{{0,120}}?\b{_SAY}(?!\w)",
        rf"{_WHO}(?:,\s(?:de\sheer|mevrouw)\s[^,.;:?!«“]{{3,40}},)?\s{_SAY}\s{_ON}{{0,50}}?\bin\s?{_A}{_BRIEF}(?=[\s.,?])",
        rf"\b{_SAY}\s(?:de\s|het\s)?{_WHO}\s{_ON}{{0,50}}?\bin\s?{_A}{_BRIEF}(?=[\s.,?])",
        rf"\b[Ii]n\s?{_A}{_BRIEF}(?:\s(?:aan|gericht\saan|van)\s(?:{_ON}|(?<=\sjl)\.|(?<=\d)\.(?=\d)){{2,60}}?)?\s{_SAY}\s(?:de\s|het\s)?{_WHO}",
    )
)
LETTER = re.compile(rf"{_OUTCRY}|(?:brief|e-?mail)(?!\w)")
ROUND = 160  # characters on each side of a letter in which it is said whose it is
_DONE = r"(?:gestuurd|geschreven|gezonden|verstuurd|verzonden|gepubliceerd|opgesteld|ondertekend|gericht|aangeboden|overhandigd|gezet)\b"
SENT = tuple(
    re.compile(form)
    for form in (
        rf"{_WHO}\s(?:heeft|hebben)\s{_ON}{{0,70}}?(?<!\w){_A}(?P<noun>{_OUTCRY})(?!\w){_ON}{{0,90}}?{_DONE}",
        (
            rf"\b(?:dat|of|nu|omdat|zoals)\s(?:de\s|het\s)?{_WHO}\s{_ON}{{0,60}}?(?<!\w){_A}(?P<noun>{_OUTCRY})(?!\w){_ON}{{0,90}}?"
            rf"(?:(?:heeft|hebben)\s{_DONE}|{_DONE}\s(?:heeft|hebben)\b|\b(?:stuurden?|schre(?:ef|ven)|zond(?:en)?)\b)"
        ),
        rf"{_WHO}\s(?:stuurden?|schre(?:ef|ven)|zond(?:en)?|publiceerden?|richtten?|ondertekenden?|verstuurden?|overhandigden?)\s{_ON}{{0,70}}?(?<!\w){_A}(?P<noun>{_OUTCRY})(?!\w)",
    )
)
GOT = re.compile(  # "de brief die u van de Waterbond heeft ontvangen"
    rf"(?P<noun>{_OUTCRY}|brief|e-?mail|petitie)\s(?:die|welke)\s(?:u|ik|wij|uw\sministerie|mijn\sministerie|het\skabinet|de\sKamer|uw\sKamer|(?:de\s)?Kamerleden)\s{_ON}{{0,40}}?\bvan\s(?:de\s|het\s)?{_WHO}\s"
    rf"{_ON}{{0,60}}?(?:ontving(?:en)?|ontvangen|kreeg|kregen|gekregen)\b"
)
PEOPLE = re.compile(rf"^(?![A-Z])(?:{COLLECTIVE}|{GROUP})")
OUTCRY = re.compile(_OUTCRY)  # what is called by its noun
RECEIVED = re.compile(
    r"\b(?:is|zijn|worden|werd(?:en)?)\s[^.;:?!]{0,60}?(?:geïnformeerd|opgeroepen|gevraagd|verzocht|gewezen|uitgenodigd)\b"
)


def says_in_letter(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A letter by who says something in it."""
    for found in _near(SAYS_IN, sentence):
        if not RECEIVED.search(found.group()):
            yield "letter", _letter(found, told)


def sent_letter(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A letter of protest by who sent it."""
    for found in _near(SENT, sentence):
        yield "letter", _letter(found, told)


def _near(forms: Iterable[re.Pattern[str]], sentence: str) -> Iterator[re.Match[str]]:
    """What the forms find round the nouns of letters: names are looked for nowhere else."""
    places = [noun.span() for noun in LETTER.finditer(sentence)]
    for form in forms:
        for start, end in places:
            yield from form.finditer(sentence, max(0, start - ROUND), end + ROUND)


def got_letter(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A letter by from whom it came."""
    for found in GOT.finditer(sentence):
        yield "letter", _letter(found, told)


def _letter(found: re.Match[str], told: Iterable[Day]) -> Reference:
    """The letter, and its day where one stands in what was found or right behind it."""
    end = found.end()
    day = next((d for d in told if found.start() <= d.start < end or 0 <= d.start - end <= len(" van ")), None)
    start = min(found.start("name"), found.start("noun"))
    name = publisher_name(found["name"])
    return Reference(start, max(found.end("name"), found.end("noun")), name, day, _noun(name, found["noun"]))


def _noun(name: str | None, noun: str) -> str | None:
    """The noun as title, where who wrote has no name of their own."""
    return noun if by_people(name, noun) else None


def by_people(name: str | None, noun: str) -> bool:
    """Whether a letter of protest is of people whose common name is printed, and who have no name of their own."""
    return name is not None and OUTCRY.fullmatch(noun) is not None and PEOPLE.match(name) is not None


_NOUNS = ("brief", "mail", "noodkreet")
OUTCRIES = (
    *(f"{sort}brief" for sort in ("brand", "nood", "protest", "bezwaar", "zorg", "alarm", "steun", "open ")),
    "brandmail",
    "noodkreet",
)
SENDING = (
    "stuurd", "schre", "zond", "zonden", "ubliceerd", "opgesteld", "teken", "richt", "overhandigd", "aangeboden", "gezet",
)  # fmt: skip
LETTERS_TOLD: tuple[Asked, ...] = (
    (says_in_letter, (_NOUNS, tuple(f"in {whose}" for whose in ("een", "haar", "zijn", "hun", "deze")))),
    (sent_letter, (OUTCRIES, SENDING)),
    (
        got_letter,
        (
            tuple(f"{noun} {which}" for noun in (*_NOUNS, "petitie") for which in ("die", "welke")),
            ("ontv", "kreeg", "kregen"),
        ),
    ),
)
