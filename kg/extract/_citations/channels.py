"""Sources that a sentence names by where they were written or said: on a network, in an outlet that its sort or its look tells.

de reactie van de Waterbond op LinkedIn, de tweets van de voorzitter van de Waterbond
de signalen in het vakblad Veerwijzer, de oproep van een schipper in De Avondpost
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kg.extract._citations.bodies import BY_NAME, LIKE_OUTLET, LOOKS, NAME, OUTLET, ROLE
from kg.extract._citations.days import Day
from kg.extract._citations.kinds import SourceType
from kg.extract._citations.names import publisher_name
from kg.extract._citations.references import Reference
from kg.extract._citations.reported import Asked, Told

_NETWORK = r"(?:LinkedIn|X|Twitter|Facebook|Instagram|TikTok|YouTube|Bluesky|Telegram|Threads|Mastodon|Truth\sSocial)"
_POST = (
    r"(?:[Tt]weets?|X-(?:thread|bericht|post)|(?:LinkedIn|Facebook|Instagram|Twitter|TikTok|YouTube)-?(?:bericht|post|thread|video|filmpje)"
    r"|[Tt]witterbericht(?:en)?|[Ff]acebookpost)"
)
_WHOSE = rf"(?P<name>{ROLE}|@\w{{2,30}}|{NAME})"
_OF = r"\svan\s(?:(?:de|het|een)\s)?(?:[a-z]{5,25}\s)?"
POSTED = re.compile(
    rf"""\b(?:reactie|bericht|post|tweets?|thread|draadje|uitspraken|oproep|video|filmpje|verklaring|statement)(?:\s[a-z]{{3,10}})?
    {_OF}{_WHOSE}(?:\s[^.?!;:()«“]{{2,40}}?)?\s(?:op|via)\s{_NETWORK}(?![\w-])""",
    re.VERBOSE,
)
_SAYS = (
    r"(?:schreef|schrijft|stelt|stelde|betoogt|betoogde|sprak|zei|zegt|meldde|meldt|noemt|noemde|waarschuwt|waarschuwde|opriep|oproept"
    r"|pleit|pleitte|deelde|plaatste|reageerde|beweert|beweerde|verklaarde|berichtte)"
)
SAYS_ON = re.compile(  # "de Waterbond, die op 3 mei op X schreef", "burgemeester Vos van Oost meldde op LinkedIn"
    rf"""(?<![\w@.’'&-])(?<![A-Z]\s)(?>{_WHOSE})(?:,?\s(?:die|dat)(?=[^.;:?!«“\n]{{0,140}}?\b{_SAYS}\b)|\s{_SAYS})\s(?:(?:al|eerder|onlangs|gisteren|ook|zelf)\s)?
    (?P<between>(?:op|van)\s\d[^,.;:?!()]{{3,24}}?\s)?(?:op|via)\s{_NETWORK}(?![\w-])""",
    re.VERBOSE,
)
POSTS = re.compile(rf"(?<![\w-]){_POST}{_OF}{_WHOSE}")
SOCIAL_DAY = re.compile(r"^(?:\s\(@\w{2,30}\))?\s(?:van|op|d\.\s?d\.)\s$")

_SORT = (
    r"(?:(?:dag|week|maand|vak|opinie|huis-aan-huis|universiteits|studenten)?blad|(?:ochtend|avond|zaken)?krant|(?:vak)?tijdschrift|persbureau"
    r"|nieuws(?:site|rubriek|zender)|(?:radio|televisie|tv|praat|actualiteiten|consumenten|nieuws|onderzoeks)-?\s?(?:programma|rubriek)|talkshow|podcast|zender|(?:[A-Z]{2,6}-)programma)"
)
IN_SORT = re.compile(
    rf"\b(?:in|van|uit|op|bij|door|tegenover|aan|volgens)\s(?:(?:het|de)\s)?(?:[A-Z][a-z]{{3,14}}e\s)?(?P<sort>{_SORT})\s[‘'“\"«]?(?P<name>(?>{NAME}))"
)
IN_OUTLET = re.compile(
    rf"\b(?:in|van|bij|door|tegenover|aan|op|volgens|zoals|die|dat|Volgens|Zoals)\s?(?:(?:het|de)\s?)?(?=[A-Z])(?P<name>{OUTLET})(?![\w-])"
)
WROTE = re.compile(
    rf"(?:^|\b(?:dat|nu|zoals|de|het)\s)(?=[A-Z])(?P<name>(?:(?:De|Het)\s)?{LIKE_OUTLET})\s(?:meldde|berichtte|schreef|onthulde|kopte|meldt|schrijft|onthult|bericht(?=,))(?=[\s,.])"
)
THEN_WROTE = re.compile(  # "Op 3 mei 2031 berichtte de Avondpost"
    rf"(?<=\s)(?:meldde|berichtte|schreef|onthulde|kopte|publiceerde)\s(?:(?:de|het)\s)?(?=[A-Z])(?P<name>(?:(?:De|Het)\s)?{LIKE_OUTLET})(?=\s)"
)
INTERVIEW = re.compile(  # "de president in een interview met Radio Zee": with whom it was, where no outlet follows
    rf"\b(?:in|tijdens|uit|en)\s(?:een|het|zijn|haar|hun|uw|recent)\s(?:[a-z]{{4,20}}e?\s)?(?P<noun>(?:vraag|kranten|radio|televisie|tv-)?(?:interview|vraaggesprek))\smet\s(?:het\s|de\s)?(?P<name>(?!Minister|Staatss|Kamer|President|Premier)(?>{NAME}))(?!\s(?:in|op|bij|van|uit|door|over)\s(?:de\s|het\s)?[A-Z])"
)
WHO_SPOKE = re.compile(  # who gave it, before it
    r"\b(?:[Mm]inister|[Pp]resident|[Pp]remier|[Ss]taatssecretaris|voorzitter|directeur|burgemeester|wethouder|hoogleraar|topman|commandant|generaal|u|hij|zij)\b[^.;:?!«“]{0,70}$"
)
NO_OUTLET = re.compile(
    r"(?:akkoord|verdrag|convenant|plan|programma|kabinet|huis|hof|bureau|college|rijk|raad)$|^(?:Aanvullende|Algemene)\sPost$",
    re.IGNORECASE,
)
DAY_BEHIND = re.compile(
    r"^(?:\s\([^()\d]{2,40}\))?\s?\(?(?:van|op|d\.\s?d\.)?\s?(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s)?$"
)
LATER = re.compile(
    r"\s(?:(?:van|op)\s)?(?P<when>(?P<same>(?:die|de)zelfde\s?dag)|(?P<count>een|één|twee|drie|vier)\sdag(?:en)?\slater)\b"
)
COUNT = {"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4}
SHOWN = re.compile(r"radio|televisie|tv|praat|programma|rubriek|talkshow|podcast|zender", re.IGNORECASE)


def _posted(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    for found in (found for form in (POSTED, POSTS) for found in form.finditer(sentence)):
        end = found.end()
        day = next((d for d in told if d.start >= end and SOCIAL_DAY.match(sentence[end : d.start])), None)
        yield "web", Reference(found.start(), day.end if day else end, publisher_name(found["name"]), day)
    for found in SAYS_ON.finditer(sentence):
        day = next((d for d in told if found.start("between") < d.start < found.end("between")), None)
        yield "web", Reference(found.start("name"), found.end(), publisher_name(found["name"]), day)


def _is_outlet(name: str) -> bool:
    return name in BY_NAME or not NO_OUTLET.search(name)


def _in_sort(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """An outlet by the word for its sort before its name, with the day behind it, if any."""
    for found in IN_SORT.finditer(sentence):
        kind: SourceType = "broadcast" if SHOWN.search(found["sort"]) else "news"
        yield kind, _outlet(sentence, found, found.start("sort"), told)


def _in_outlet(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """An outlet by the look of its name."""
    for found in IN_OUTLET.finditer(sentence):
        if _is_outlet(found["name"]):
            yield "news", _outlet(sentence, found, found.start("name"), told)


def _in_the_outlet(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """An outlet by the article of its name: "in Le Quai"."""
    if any(map(sentence.__contains__, ARTICLES)):
        yield from _in_outlet(sentence, told)


def _outlet_wrote(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """An outlet by the look of its name, which says that it wrote something."""
    for found in WROTE.finditer(sentence):
        if _is_outlet(found["name"]):
            yield "news", _outlet(sentence, found, found.start("name"), told)
    for found in THEN_WROTE.finditer(sentence):
        if day := next((d for d in told if d.end + 1 == found.start()), None):
            yield "news", Reference(found.start("name"), found.end("name"), publisher_name(found["name"]), day)


def _interviewed(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """An outlet to which somebody gave an interview; one that an outlet had with a person is told by the outlet."""
    for found in INTERVIEW.finditer(sentence):
        if WHO_SPOKE.search(sentence[max(0, found.start() - 80) : found.start()]):
            yield "news", _outlet(sentence, found, found.start("noun"), told)


def _outlet(sentence: str, found: re.Match[str], start: int, told: Iterable[Day]) -> Reference:
    day = _day_behind(sentence, found.end(), told)
    return Reference(start, day.end if day else found.end(), publisher_name(found["name"]), day)


def _day_behind(sentence: str, end: int, told: Iterable[Day]) -> Day | None:
    """The day after a name: "van 3 mei", "(3 mei"; "van diezelfde dag" and "een dag later" count from the day before."""
    day = next((d for d in told if d.start >= end and DAY_BEHIND.match(sentence[end : d.start])), None)
    again = LATER.match(sentence, end) if day is None else None
    before = [d.value for d in told if d.end <= end and d.value and len(d.value) == len("2024-05-03")]
    if again is None or not before:
        return day
    later = 0 if again["same"] else COUNT[again["count"]]
    value = (date.fromisoformat(before[-1]) + timedelta(later)).isoformat()
    return Day(again.start("when"), again.end(), again["when"], value)


STOOD = (
    "artikel", "bericht", "column", "opinie", "interview", "gesprek", "reportage", "rondgang", "uitzending", "aflevering",
    "ingezonden", "betoog", "pleidooi", "reactie", "oproep", "uitspra", "uitlating", "bewering", "stelling", "kritiek", "signalen",
    "onthulling", "verhaal", "woorden", "verklaring", "zegt", "zei", "stelde", "vertel", "pleit", "waarschuw", "meld", "schrijft",
    "schreef", "onthul", "geschreven", "beschreven", "lezen", "noodkreet", "essay", "verwoord", "geuit", "kopt", "aldus", "volgens", "uitzond",
)  # fmt: skip
SORTS = (
    "blad",
    "krant",
    "tijdschrift",
    "persbureau",
    "nieuws",
    "programma",
    "rubriek",
    "talkshow",
    "podcast",
    "zender",
)
WRITES = ("meld", "bericht", "schreef", "onthul", "kopte", "schrijft", "publiceerde")
ARTICLES = tuple(f"{article} " for article in ("Het", "De", "The", "Le", "La", "Der", "Die", "El", "Il"))
_NETWORKS = (
    "linkedin", "twitter", "facebook", "instagram", "tiktok", "youtube", "bluesky", "telegram", "threads", "mastodon", "truth",
    "tweet", "x-thread", "x-bericht", "x-post", "op x",
)  # fmt: skip
_POSTED = (
    "reactie", "bericht", "post", "tweet", "thread", "draadje", "uitspra", "oproep", "video", "filmpje", "verklaring", "statement",
    "die ", "dat ", "schreef", "schrijft", "stelt", "stelde", "meldde", "meldt", "zei", "zegt", "plaatste", "berichtte", "noem",
)  # fmt: skip
CHANNELS: tuple[Asked, ...] = (
    (_posted, (_NETWORKS, _POSTED)),
    (_in_sort, (STOOD, SORTS)),
    (_in_outlet, (STOOD, LOOKS)),
    (_in_the_outlet, (STOOD,)),
    (_outlet_wrote, (WRITES, LOOKS)),
    (_interviewed, (("interview met", "vraaggesprek met"),)),
)
