"""Sources that a sentence names in passing, without title, note or often date: by whose they are and where they stood.

de Waterraad, die in zijn kwartaalbericht opmerkt          whose it is stands before "zijn", "haar", "hun"
door de Waterbond beschreven in haar Monitor sluizen 2022
uit cijfers van het Waterbureau blijkt
de Waterraad, die u op 8 februari 2022 een brief stuurde
de reactie van de Waterbond op LinkedIn, de tweets van de voorzitter van de Waterbond
de signalen in het vakblad Veerwijzer, de oproep van een schipper in De Avondpost
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract._citations.bodies import NAME, OUTLET, ROLE
from kg.extract._citations.days import Day
from kg.extract._citations.names import publisher_name
from kg.extract._citations.plain import BY, INVESTIGATORS, maker
from kg.extract._citations.references import Reference
from kg.extract._citations.reported import WORKS, Asked, Told
from kg.extract._citations.senders import WHO

_WORK = (
    r"(?:rapport|rapportage|onderzoek|studie|evaluatie|monitor|analyse|advies|peiling|enquête|verkenning|kwartaalbericht|jaarbericht|jaarverslag"
    r"|signalering|signalement|verslag|barometer|prognose|raming|doorrekening|outlook|factsheet|notitie|(?:position|white)[ ]?paper|jaarbeeld|proefschrift)"
)
HIS = re.compile(  # "in haar tweede rapport", "blijkens zijn Signaalrapportage Drinkwater 2022"
    rf"""\b(?:in|blijkens|volgens|met|via|getuige)\s(?:haar|zijn|hun|diens)\s(?:(?!eerste\b)[a-z]{{3,20}}e?\s){{0,2}}
    (?P<title>(?:[A-Z][\w-]{{2,30}}\s){{0,3}}(?P<noun>[\w-]{{0,40}}(?i:{_WORK}))(?!\w)(?:\s(?:[A-Z][\w-]{{2,30}}|(?:19|20)\d\d|(?:eerste|tweede|derde|vierde)\skwartaal|najaar|voorjaar|zomer|winter)){{0,5}})""",
    re.VERBOSE,
)
OWNER = re.compile(
    rf"(?:\b(?:[Dd]e|[Hh]et|[Dd]oor|[Vv]an|[Dd]at|[Zz]oals)\s|^|[\s(]){WHO}(?:\s?\([A-Z][\w&-]{{1,11}}\))?[^.;:?!«“»]{{0,60}}$"
)
OWN_DAY = re.compile(r"^\s?\(?(?:uit|van|d\.\s?d\.|over)?\s?$")
BEHIND = 130  # characters before "in haar rapport" in which it is said whose

FIGURES = re.compile(
    r"""\b(?:[Uu]it\s(?:de\s|recente\s|nieuwe\s|eigen\s|voorlopige\s|actuele\s){0,2}\w{0,20}(?:cijfers|gegevens|data|statistieken)(?P<of>\svan\s[^.;:?!«“]{2,100}?)\s(?:blijkt|bleek|volgt|komt|kwam)
    |[A-Za-z]{0,20}[Cc]ijfers(?P<from>\svan\s[^.;:?!«“]{2,100}?)\s(?:laten\szien|tonen|wijzen\s(?:uit|erop)|lieten\szien))""",
    re.VERBOSE,
)
WROTE_ON = re.compile(  # before the day: "de Waterraad, die u op", "schreef mij op"
    rf"(?:^|[\s(]){WHO}(?:\s?\([A-Z][\w&-]{{1,11}}\))?(?:,?\s(?:die|dat)|\s(?:heeft|hebben|had|schreef|schreven|stuurde|zond|berichtte))?\s(?:mij|u|ons|de\sKamer|het\skabinet|uw\sministerie)\s(?:(?:hier|daar)over\s)?(?:op|d\.\s?d\.)\s$"
)
A_LETTER = re.compile(
    r"^,?\s(?:(?:een|de|deze)\s(?:[a-z]+e\s)?\w*brief\b|(?:(?:hier|daar)over\s)?(?:heeft\s|hebben\s)?geschreven\b|(?:hierover\s|daarover\s)?schr(?:eef|even)\b)"
)
HAS_WRITTEN = re.compile(r"\b(?:schreef|schreven|stuurde|zond|berichtte)\s(?:mij|u|ons)\s(?:(?:hier|daar)over\s)?op\s$")
WRITTEN_TO = 150  # characters before the day

_NETWORK = r"(?:LinkedIn|X|Twitter|Facebook|Instagram|TikTok|YouTube|Bluesky|Telegram|Threads|Mastodon|Truth\sSocial)"
_POST = r"(?:[Tt]weets?|X-(?:thread|bericht|post)|(?:LinkedIn|Facebook|Instagram|Twitter|TikTok|YouTube)-?(?:bericht|post|thread|video|filmpje)|twitterbericht(?:en)?|facebookpost)"
_WHOSE = rf"(?P<name>{ROLE}|@\w{{2,30}}|(?>{NAME}))"
POSTED = re.compile(
    rf"""\b(?:reactie|bericht|post|tweets?|thread|draadje|uitspraken|oproep|video|filmpje|verklaring|statement)\s(?:[a-z]{{3,10}}\s)?
    van\s(?:(?:de|het|een)\s)?(?:[a-z]{{5,25}}\s)?{_WHOSE}(?:\s[^.?!;:()«“]{{2,40}}?)?\s(?:op|via)\s{_NETWORK}(?![\w-])""",
    re.VERBOSE,
)
POSTS = re.compile(rf"(?<![\w-]){_POST}\svan\s(?:(?:de|het|een)\s)?(?:[a-z]{{5,25}}\s)?{_WHOSE}")
SOCIAL_DAY = re.compile(r"^\s(?:van|op|d\.\s?d\.)\s$")

_SORT = (
    r"(?:dag|week|maand|vak|opinie|huis-aan-huis|universiteits|studenten)?blad|ochtendkrant|avondkrant|zakenkrant|krant|(?:vak)?tijdschrift|persbureau|nieuwssite|nieuwsrubriek"
    r"|(?:radio|televisie|tv|praat|actualiteiten|consumenten|nieuws|onderzoeks)-?\s?(?:programma|rubriek)|talkshow|podcast|zender|nieuwszender"
)
IN_SORT = re.compile(
    rf"\b(?:in|van|uit|op|bij|door|tegenover|aan|volgens)\s(?:(?:het|de)\s)?(?:[A-Z][a-z]{{3,14}}e\s)?(?P<sort>{_SORT})\s(?P<quote>[‘'“\"«])?(?P<name>(?>{NAME}))"
)
IN_OUTLET = re.compile(
    rf"\b(?P<link>in|van|bij|door|tegenover|aan|op|volgens|zoals|[Vv]olgens)\s(?:(?:het|de)\s)?(?P<name>{OUTLET})(?![\w-])"
)
SHOWN = re.compile(r"radio|televisie|tv|praat|programma|rubriek|talkshow|podcast|zender", re.IGNORECASE)


def _his(sentence: str, told: Sequence[Day]) -> Iterator[Told]:
    """Whose a report is that "his", "her" or "their" says, by the name before."""
    for found in HIS.finditer(sentence):
        first = max(0, found.start() - BEHIND)
        owner = OWNER.search(sentence[first : found.start() + 1])
        if not owner or INVESTIGATORS.match(owner["name"]):
            continue
        day = next((d for d in told if d.start >= found.end() and OWN_DAY.match(sentence[found.end() : d.start])), None)
        noun, title = found["noun"], found["title"]
        named = title != noun or title[0].isupper()
        start = first + owner.start("name")
        yield (
            "report",
            Reference(
                start, day.end if day else found.end(), publisher_name(owner["name"]), day, title if named else None
            ),
        )


_SIMPLE = (
    r"rapport|rapportage|onderzoek|studie|evaluatie|monitor|analyse|advies|peiling|enquête|verkenning|verslag|notitie"
)


def _figures(sentence: str, told: Sequence[Day]) -> Iterator[Told]:  # noqa: ARG001 - one signature for all
    for found in FIGURES.finditer(sentence):
        by = BY.match(found["of"] or found["from"])
        if by and not INVESTIGATORS.match(by["name"]):
            yield "report", Reference(found.start(), max(found.end("of"), found.end("from")), maker(by))


def _wrote(sentence: str, told: Sequence[Day]) -> Iterator[Told]:
    """A letter told of by its sender, whom it went to, and its day."""
    for day in told:
        if day.value is None or len(day.value) < len("2024-02-08"):
            continue
        first = max(0, day.start - WRITTEN_TO)
        before, after = sentence[first : day.start], sentence[day.end :]
        sender = WROTE_ON.search(before)
        if sender and (A_LETTER.match(after) or HAS_WRITTEN.search(before)):
            yield "letter", Reference(first + sender.start("name"), day.end, publisher_name(sender["name"]), day)


def _posted(sentence: str, told: Sequence[Day]) -> Iterator[Told]:
    for found in (found for form in (POSTED, POSTS) for found in form.finditer(sentence)):
        day = next(
            (d for d in told if d.start >= found.end() and SOCIAL_DAY.match(sentence[found.end() : d.start])), None
        )
        yield "web", Reference(found.start(), day.end if day else found.end(), publisher_name(found["name"]), day)


def _stood(sentence: str, told: Sequence[Day]) -> Iterator[Told]:  # noqa: ARG001 - one signature for all
    """An outlet without a date: by the word for its sort before its name, or by the look of its name after what stood in it."""
    for found in IN_SORT.finditer(sentence):
        yield (
            "broadcast" if SHOWN.search(found["sort"]) else "news",
            Reference(found.start("sort"), found.end(), found["name"]),
        )
    for found in IN_OUTLET.finditer(sentence):
        yield "news", Reference(found.start("name"), found.end(), found["name"])


STOOD = (
    "artikel", "bericht", "column", "opinie", "interview", "gesprek", "reportage", "rondgang", "uitzending", "aflevering", "ingezonden",
    "betoog", "pleidooi", "reactie", "oproep", "uitspra", "uitlating", "bewering", "stelling", "kritiek", "signalen", "onthulling",
    "verhaal", "woorden", "verklaring", "zegt", "zei", "stelde", "vertel", "pleit", "waarschuw", "meld", "schrijft", "schreef", "onthul",
    "geschreven", "lezen", "aldus",
)  # fmt: skip
PASSING: tuple[Asked, ...] = (
    (
        _his,
        (
            (
                *WORKS,
                "bericht",
                "verslag",
                "signal",
                "barometer",
                "prognose",
                "raming",
                "doorrekening",
                "outlook",
                "factsheet",
                "notitie",
                "paper",
                "jaarbeeld",
                "proefschrift",
            ),
            ("haar", "zijn", "hun", "diens"),
        ),
    ),
    (
        _figures,
        (
            ("cijfers", "gegevens", "data", "statistieken"),
            ("blij", "bleek", "volgt", "kom", "kwam", "zien", "tonen", "wijzen"),
        ),
    ),
    (
        _wrote,
        (
            ("schreef", "schreven", "stuurde", "zond", "berichtte", "geschreven"),
            ("mij", "u", "ons", "kamer", "kabinet", "ministerie"),
        ),
    ),
    (
        _posted,
        (
            (
                "linkedin",
                "twitter",
                "facebook",
                "instagram",
                "tiktok",
                "youtube",
                "bluesky",
                "telegram",
                "threads",
                "mastodon",
                "truth",
                "tweet",
                "x-",
                "x",
            ),
            (
                "reactie",
                "bericht",
                "post",
                "tweet",
                "thread",
                "draadje",
                "uitspra",
                "oproep",
                "video",
                "filmpje",
                "verklaring",
                "statement",
            ),
        ),
    ),
    (_stood, (STOOD,)),
)
