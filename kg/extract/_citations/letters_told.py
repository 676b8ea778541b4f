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

from kg.extract._citations.actors import Actors, Deed, who
from kg.extract._citations.bodies import OFFICE, ROLE
from kg.extract._citations.days import Day
from kg.extract._citations.names import publisher_name
from kg.extract._citations.people import COLLECTIVE, GROUP
from kg.extract._citations.references import Reference
from kg.extract._citations.reported import Asked, Told

WRITERS = Actors(who(ROLE, COLLECTIVE, GROUP, OFFICE))
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
IN_WHICH_SAYS = (  # behind who writes
    re.compile(rf",?\s(?:die|dat|welke)\s{_ON}{{0,40}}?\bin\s?{_A}{_BRIEF}(?=[\s.,]){_ON}{{0,120}}?\b{_SAY}(?!\w)"),
    re.compile(
        rf"(?:,\s(?:de\sheer|mevrouw)\s[^,.;:?!«“]{{3,40}},)?\s{_SAY}\s{_ON}{{0,50}}?\bin\s?{_A}{_BRIEF}(?=[\s.,?])"
    ),
)
SAYS = re.compile(rf"\b{_SAY}\s(?:de\s|het\s)?")  # before who writes ...
IN_IT = re.compile(rf"\s{_ON}{{0,50}}?\bin\s?{_A}{_BRIEF}(?=[\s.,?])")  # ... and behind
IN_IT_SAYS = re.compile(  # before who writes
    rf"\b[Ii]n\s?{_A}{_BRIEF}(?:\s(?:aan|gericht\saan|van)\s(?:{_ON}|(?<=\sjl)\.|(?<=\d)\.(?=\d)){{2,60}}?)?\s{_SAY}\s(?:de\s|het\s)?"
)
LETTER = re.compile(rf"{_OUTCRY}|(?:brief|e-?mail)(?!\w)")
ROUND = 160  # characters on each side of a letter in which it is said whose it is
_DONE = r"(?:gestuurd|geschreven|gezonden|verstuurd|verzonden|gepubliceerd|opgesteld|ondertekend|gericht|aangeboden|overhandigd|gezet)\b"
_IT = rf"(?<!\w){_A}(?P<noun>{_OUTCRY})(?!\w)"
SENT = (  # behind who sent it
    re.compile(rf"\s(?:heeft|hebben)\s{_ON}{{0,70}}?{_IT}{_ON}{{0,90}}?{_DONE}"),
    re.compile(
        rf"\s(?:stuurden?|schre(?:ef|ven)|zond(?:en)?|publiceerden?|richtten?|ondertekenden?|verstuurden?|overhandigden?)\s{_ON}{{0,70}}?{_IT}"
    ),
)
THAT = re.compile(r"\b(?:dat|of|nu|omdat|zoals)\s(?:de\s|het\s)?")  # before who sent it ...
SENT_IT = re.compile(  # ... and behind
    rf"\s{_ON}{{0,60}}?{_IT}{_ON}{{0,90}}?(?:(?:heeft|hebben)\s{_DONE}|{_DONE}\s(?:heeft|hebben)\b|\b(?:stuurden?|schre(?:ef|ven)|zond(?:en)?)\b)"
)
GOT = re.compile(  # before from whom it came: "de brief die u van" ...
    rf"(?P<noun>{_OUTCRY}|brief|e-?mail|petitie)\s(?:die|welke)\s(?:u|ik|wij|uw\sministerie|mijn\sministerie|het\skabinet|de\sKamer|uw\sKamer|(?:de\s)?Kamerleden)\s{_ON}{{0,40}}?\bvan\s(?:de\s|het\s)?"
)
RECEIVED = re.compile(
    rf"\s{_ON}{{0,60}}?(?:ontving(?:en)?|ontvangen|kreeg|kregen|gekregen)\b"
)  # ... and behind: "heeft ontvangen"
PEOPLE = re.compile(rf"^(?![A-Z])(?:{COLLECTIVE}|{GROUP})")
OUTCRY = re.compile(_OUTCRY)  # what is called by its noun
WERE_TOLD = re.compile(
    r"\b(?:is|zijn|worden|werd(?:en)?)\s[^.;:?!]{0,60}?(?:geïnformeerd|opgeroepen|gevraagd|verzocht|gewezen|uitgenodigd)\b"
)


def says_in_letter(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A letter by who says something in it."""
    for start, end in _near(sentence):
        deeds = [WRITERS.before(tail, sentence, start, end) for tail in IN_WHICH_SAYS]
        deeds.append(WRITERS.behind(SAYS, sentence, start, end, tail=IN_IT))
        deeds.append(WRITERS.behind(IN_IT_SAYS, sentence, start, end))
        for deed in deeds:
            if deed and not WERE_TOLD.search(sentence, deed.start(), deed.end()):
                yield "letter", _letter(sentence, deed, told)


def sent_letter(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A letter of protest by who sent it."""
    for start, end in _near(sentence):
        deeds = [WRITERS.before(tail, sentence, start, end) for tail in SENT]
        deeds.append(WRITERS.behind(THAT, sentence, start, end, tail=SENT_IT))
        yield from (("letter", _letter(sentence, deed, told)) for deed in deeds if deed)


def _near(sentence: str) -> list[tuple[int, int]]:
    """The stretches round the nouns of letters: names are looked for nowhere else."""
    return [(max(0, noun.start() - ROUND), noun.end() + ROUND) for noun in LETTER.finditer(sentence)]


def got_letter(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A letter by from whom it came."""
    if deed := WRITERS.behind(GOT, sentence, tail=RECEIVED):
        yield "letter", _letter(sentence, deed, told)


def _letter(sentence: str, deed: Deed, told: Iterable[Day]) -> Reference:
    """The letter, and its day where one stands in what was found or right behind it."""
    day = next(
        (d for d in told if deed.start() <= d.start < deed.end() or 0 <= d.start - deed.end() <= len(" van ")), None
    )
    first, last = deed.span("noun")
    name = publisher_name(deed["name"])
    start, end = min(deed.start("name"), first), max(deed.end("name"), last)
    return Reference(start, end, name, day, _noun(name, sentence[first:last]))


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
