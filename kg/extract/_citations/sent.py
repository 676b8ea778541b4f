"""Letters that a sentence tells of by their being sent on a day, whoever sent or got them.

Op 3 mei 2024 stuurde de Waterraad mij een brief
De Waterraad heeft mij op 3 mei 2024 een notitie gestuurd
Op 3 mei 2024 ontving ik een brief van de Waterraad
Op 3 mei 2024 heb ik alle gemeenten een brief gestuurd
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extract._citations.actors import NAMED, Deed
from kg.extract._citations.days import Day
from kg.extract._citations.groups import from_group
from kg.extract._citations.makers import BY, makers
from kg.extract._citations.names import publisher_name
from kg.extract._citations.references import Reference
from kg.extract._citations.reported import Asked, Told
from kg.extract._citations.senders import FROM_ROLE, POST

_NOUN = r"(?P<noun>[a-zA-Z]{0,20}(?:brief|notitie|petitie|manifest))(?!\w)"
_A = r"(?:een|haar|zijn|hun|mijn)\s?(?:[a-z]{3,20}e\s)?"
_JL = r"\s?(?:jl\.|jongstleden)?"
_ONE = r"(?:vereniging|stichting|bond|vakbond|koepel|organisatie|brancheorganisatie|inspectie|toezichthouder|gemeente|provincie|commissie|bedrijf|onderneming|universiteit)"
_WHOM = r"(?:mij|ons|u|uw\sKamer|de\sKamer|het\skabinet|mijn\sministerie|uw\sministerie|mijn\sambtsvoorganger)"
_TO = r"(?:\s?(?:(?:hier|daar)over|al|ook|reeds|eerder|gezamenlijk))?"
_DONE = r"(?:toe)?(?:gestuurd|gezonden|geschreven|verstuurd|verzonden|aangeboden|overhandigd)\b"
_SAID = r"(?:laten\sweten|gevraagd|gewezen|verzocht|gewaarschuwd|geïnformeerd|opgeroepen|gemeld|bericht|medegedeeld|aangegeven|geschreven|gepleit|bevestigd|geuit)\b"
_POST = r"(?P<post>(?:[Mm]inister|[Ss]taatssecretaris)\s(?:van|voor)\s)?"
_HAS = rf"\s(?:heeft|hebben|(?P<sent>stuurden?|zond(?:en)?))(?:\s{_WHOM})?(?:\s(?:dat|dit|deze\s[a-z]{{4,20}}))?{_TO}\s?(?:op|d\.\s?d\.)\s$"
HAS = re.compile(_HAS)  # the end of what stands before the day, behind who sent it: "heeft mij op"
ONE_HAS = re.compile(rf"(?:[Dd]e|[Hh]et)\s{_ONE}{_HAS}")  # behind whom something is called by its sort: "De vereniging"
AFTER_SENDER = re.compile(rf"^{_JL}{_TO}\s?{_A}{_NOUN}(?P<rest>[^.;:?!«“]{{0,160}})")
SAID_IN = re.compile(  # "per brief laten weten", "in een brandbrief gevraagd om"
    rf"^{_JL}{_TO}\s?(?:per|bij|via|in\s(?:een|haar|zijn|hun))\s(?:[a-z]{{3,20}}e\s)?{_NOUN}(?P<rest>[^.;:?!«“]{{0,80}}?\s{_SAID})"
)
SENT = re.compile(
    rf"^{_JL}\s(?:stuurden?|zond(?:en)?|schre(?:ef|ven))\s(?:de\s|het\s)?{_POST}"
)  # before who sent it ...
LETTER = re.compile(rf"(?:\s{_WHOM})?{_TO}\s{_A}{_NOUN}")  # ... and behind
HAVE = re.compile(rf"^{_JL}\s(?:heeft|hebben)\s(?:de\s|het\s)?{_POST}")
LETTER_SENT = re.compile(rf"{LETTER.pattern}[^.;:?!«“]{{0,160}}?{_DONE}")
I_HAVE = re.compile(
    rf"^{_JL}\s(?:heb|hebben)\s(?:ik|wij)\s[^.;:?!«“]{{0,90}}?(?<!\w){_A}{_NOUN}[^.;:?!«“]{{0,160}}?{_DONE}"
)
GOT = re.compile(
    rf"^{_JL}\s(?:ontving(?:en)?|kreeg(?:en)?|heb\s?ik|hebben\swij|hebt?\su)\s(?:(?:ik|wij|u|uw\sKamer|de\sKamer|het\skabinet)\s)?(?:(?:hier|daar)over\s)?{_A}{_NOUN}(?={_JL}\s(?:van|door)\s)"
)
DONE = re.compile(rf"\b{_DONE}")
GETTING = re.compile(  # the end of what stands before the day: "De Kamer ontving op"
    r"\b(?:ontving(?:en)?|kreeg|kregen)\s(?:(?:hier|daar)over\s)?(?:op|d\.\s?d\.)\s(?:[a-z]{3,9}dag\s)?$"
)
HAVE_GOT = re.compile(  # "Ik heb op"
    r"\b(?:[Ii]k\sheb|[Ww]ij\shebben|[Hh]eb\sik|[Hh]ebben\swij|[Hh]eeft\su|u\s(?:hebt|heeft)|(?:ministerie|kabinet)\sheeft)\s(?:(?:hier|daar)over\s)?(?:op|d\.\s?d\.)\s$"
)
GOT_OF_THEM = re.compile(  # "een brief ontvangen van", "een brief van de Waterraad ontvangen"
    rf"^{_JL}\s(?:ook\s)?{_A}{_NOUN}(?:\s(?:ontvangen|gekregen)(?=\s(?:van|door)\s)|(?=\s(?:van|door)\s[^.;:?!«“]{{2,120}}?\s(?:ontvangen|gekregen)\b))"
)
OF_THEM = re.compile(rf"^{_JL}\s(?:ook\s)?{_A}{_NOUN}(?={_JL}\s(?:van|door)\s)")
BACK = 150  # characters before the day


def sent(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """Letters with the day on which they went."""
    for day in told:
        if day.value is None or len(day.value) < len("2024-05-03"):
            continue
        first = max(0, day.start - BACK)
        after = sentence[day.end : day.end + 300]
        before = sentence[first : day.start]
        has = NAMED.before(HAS, before) or ONE_HAS.search(before)
        what = (SAID_IN.match(after) or AFTER_SENDER.match(after)) if has else None
        if has and what:
            if has["sent"] or what.re is SAID_IN or DONE.search(what["rest"]):
                name = _posted(before, has) if isinstance(has, Deed) else None
                yield "letter", _letter(first + has.start(), day.end + what.end("noun"), name, day, what["noun"])
        elif got := _gotten(before, after):
            yield from _got(sentence, day, got)
        elif deed := NAMED.behind(SENT, after, tail=LETTER) or NAMED.behind(HAVE, after, tail=LETTER_SENT):
            name = deed["post"] + deed["name"]
            yield "letter", _letter(day.start, day.end + deed.end("noun"), name, day, deed["noun"])
        elif mine := I_HAVE.match(after):
            yield "letter", _letter(day.start, day.end + mine.end("noun"), None, day, mine["noun"])


def _gotten(before: str, after: str) -> re.Match[str] | None:
    """That somebody got a letter on the day between `before` and `after`."""
    if found := GOT.match(after):
        return found
    if GETTING.search(before):
        return OF_THEM.match(after)
    return GOT_OF_THEM.match(after) if HAVE_GOT.search(before) else None


def _got(sentence: str, day: Day, got: re.Match[str]) -> Iterator[Told]:
    end = day.end + got.end()
    ahead = sentence[end : end + 200]
    if by := FROM_ROLE.match(ahead) or from_group(ahead):
        yield "letter", _letter(day.start, end + by.end(), by["name"], day, got["noun"])
    elif who := BY.match(ahead):
        name, stop = makers(sentence, end, who)
        yield "letter", _letter(day.start, stop, name, day, got["noun"])


def _posted(text: str, deed: Deed) -> str:
    """Who sent it, with the post that a name of a ministry follows."""
    post = POST.search(text[: deed.start("name")])
    return (post["post"] if post else "") + deed["name"]


def _letter(start: int, end: int, name: str | None, day: Day, noun: str) -> Reference:
    """What is no letter is called by its noun."""
    title = None if noun.endswith("brief") else noun
    return Reference(start, end, publisher_name(name), day, title)


SENDINGS: Asked = (
    sent,
    (
        ("brief", "notitie", "petitie", "manifest"),
        (
            "stuurd", "zond", "gezonden", "geschreven", "schreef", "schreven",
            "ontving", "ontvangen", "kreeg", " heb ", " hebt ", "aangeboden", "overhandigd", "laten weten", "gevraagd", "gewezen", "verzocht", "gewaars",
            "geïnf", "opgeroepen", "gemeld", "bericht", "medegedeeld", "aangegeven", "gepleit", "bevestigd", "geuit",
        ),
    ),
)  # fmt: skip
