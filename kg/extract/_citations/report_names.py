"""Reports by their name alone: its head is a sort of report, with a capital, and words in small letters may follow.

de Waterverkenning 2024 van het Waterbureau
de Monitor toegankelijkheid ponten van de Waterautoriteit (WA) van december 2022
in haar Rapportage AI & Sluizen, uit de Landelijke monitor veerhuizen 2014
het «Deltaplan» voor de Wadden van Bureau Stroom
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kg.extract._citations.brackets import in_bracket
from kg.extract._citations.dated import FROM, ON_DATE, day_behind
from kg.extract._citations.days import Day, days, moved_day
from kg.extract._citations.makers import BY, INVESTIGATORS, RELEASED, makers
from kg.extract._citations.names import publisher_name
from kg.extract._citations.orders import ACRONYM
from kg.extract._citations.references import Reference
from kg.extract._citations.senders import before_his, maker_in, maker_that_has, said_in
from kg.grammar.months import A_MONTH
from kg.grammar.words import begins, folded, holds, needing, words_in

_PAIRED = r"\sen\s(?!\w{0,30}(?:[Vv]erkenning|[Mm]onitor|[Bb]arometer|[Ee]nquête|rapportage)\b)(?=[A-Z][\w-]{1,30}\s(?:(?:19|20)\d\d|van\s))[A-Z][\w-]{1,30}"
_GLUED_HEADS = (
    "verkenning",
    "rapportage",
    "monitor",
    "kwaliteitskader",
    "barometer",
    "enquête",
    "scan",
)  # "Sluismonitor"
_HEADS = (  # with a capital: "Monitor ponten"
    *_GLUED_HEADS, "overzicht", "report", "outlook", "capaciteitsplan", "handboek", "dashboard", "atlas", "thermometer",
    "benchmark", "evaluatie", "inventarisatie", "factsheet", "handreiking", "analyse", "peiling", "survey", "review", "scoreboard",
)  # fmt: skip
_HEAD = "|".join(
    (
        *(rf"(?<={head[0].upper()}){head[1:]}" for head in _HEADS),
        *_GLUED_HEADS,
        "(?<=[a-z])beeld",
        *(rf"{head}(?=\s?(?:19|20)\d\d)" for head in ("onderzoek", "(?<!aar)verslag")),
    )
)
_SMALL_HEAD = (
    rf"(?:Landelijke|Nationale|Regionale|Jaarlijkse|Periodieke|Integrale|Internationale)\s(?:{'|'.join(_HEADS)})"
)
REPORT_NAME = re.compile(
    rf"""\b(?=[dheiumvzDHEZ])(?:in|uit|van|met)?(?:[Dd]e|[Hh]et|[Ee]en|(?P<whose>[Hh]aar|[Zz]ijn|[Hh]un))\s
    (?:(?:vandaag|gisteren|onlangs|recent|recentelijk|eerder|zojuist|net|deze\sweek|vorige\s(?:week|maand))\s(?:verschenen|gepubliceerde|uitgebrachte|gepresenteerde)\s)?
    (?P<sort>[a-zë-]{{4,24}}e\s)?(?P<title>(?:(?:[A-Z][\w-]{{1,30}}\s(?:en\s)?){{0,5}}
    (?:[A-Z]\w{{0,30}}(?:{_HEAD})|(?:Staat|Balans)\svan\s(?:(?:de|het)\s[A-Z]\w{{2,30}}|[A-Z]\w{{2,30}}(?=\s(?:19|20)\d\d))|Good\sPractice\s\w{{3,40}}|Position\sPaper|White\sPaper)|{_SMALL_HEAD}(?=\s))
    (?:(?:\s|(?<=onitor)|(?<=valuatie)|(?<=verslag)(?=\d))(?:of\s|the\s|on\s|voor\s|van\s){{0,3}}(?!(?<=van\s)(?:19|20)\d\d)(?!\d{{1,2}}\s(?:jan|feb|m(?:aa|rt|ei)|apr|ju[nl]|aug|sep|okt|nov|dec))(?:(?:19|20)\d\d/(?:19|20)?\d\d|[A-Z0-9][\w–-]{{0,30}})|(?<!onitor)(?<!erkenning){_PAIRED}){{0,12}})(?![\w-])""",
    re.VERBOSE,
)
# what a name in small letters ends before: who made it, its day, a clause, a verb
_TIME = rf"(?:\d|(?:begin|medio|eind)\s|(?:(?:na|voor)jaar|zomer|winter|herfst)\s\d|{A_MONTH}(?!\w))"
_VERBS = (
    r"is|zijn|was|waren|wordt|worden|werd(?:en)?|bedraagt|bedroeg|blijkt|blijken|bleek|bleken|volgt|volgen|komt|komen|kwam(?:en)?|laat|laten|liet(?:en)?|toont|tonen|toonde[n]?|staat|staan|stond(?:en)?|stelt|stellen|stelde[n]?"
    r"|geeft|geven|gaf|gaven|wijst|wijzen|wees|heeft|hebben|had|hadden|kan|kunnen|kon|zal|zullen|moet|moeten|mag|mogen|gaat|gaan|ging(?:en)?|concludeer\w*|constateer\w*|adviseer\w*|meldt|meldde[n]?|vermeldt?"
    r"|beschrijft|beschrijven|beschreef|noemt|noemen|noemde[n]?|schrijft|schreef|schetst|schetste|bevat|bevatte|biedt|bieden|bood|maakt|maakte|vormt|ziet|zag|levert|brengt|bracht|vraagt|vroeg|houdt|verschijnt|verscheen"
    r"|waarschuwt|signaleert|raamt|becijfert|berekent|pleit|onderstreept|bevestigt|verschenen|gepubliceerd|uitgebracht|aangegeven|gemeld|genoemd|geconcludeerd|gewaarschuwd|geadviseerd|vastgesteld|berekend|becijferd|geraamd|beschreven|gesignaleerd|gesteld|gebruikt|opgenomen|opgemerkt|gedaan|gegeven|gevraagd|gewezen"
)
_ENDS = (
    rf"van\s?(?:de\s|het\s)?[A-Z]|(?:van|uit|in|op)\s?{_TIME}|door\s|d\.\s?d|(?:dat|die|welke|zoals|als|om|of)\b|waar|en\s(?:de|het|een|in|uit|van|op|dat|die)\b|(?:{_VERBS}"
    r"|ook|niet|nog|al|reeds|eerder|onder|omdat|maar|want|ik|u|wij|we|hij|zij|uw|mijn|haar|per|tot|te|ten|er|hier\w*|daar\w*|dit|deze|met|sinds|volgens|tijdens|inmiddels|jaarlijks|onlangs)(?!\w)"
)
SMALL_WORDS = re.compile(
    rf"(?:\s(?!{_ENDS})(?:[a-zéëï][\w’-]{{0,30}}|&|[A-Z][\w’-]{{0,30}}|(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?(?![\w-]))){{1,10}}"
)
SMALL = frozenset(
    ["van", "voor", "in", "op", "uit", "en", "over", "de", "het", "naar", "bij", "aan", "of", "&"]
)  # no word that a name ends with
CITING = re.compile(r"\b(?:[Uu]it|[Vv]olgens|[Bb]lijkens|[Ii]n|[Vv]ia|met|van)\s?(?:de|het)\s$")
FOLLOWS = re.compile(  # what is said in it, or of it
    r"\s(?:blijkt|bleek|volgt|komt|kwam|staat|stond|la(?:at|ten)\szien|valt\sop)\b|,\s(?:die|dat|waar\w*)\s"
)
BRACKET = re.compile(r"\s\((?P<inside>[A-Z][^()\n]{3,80})\)")
YEAR_BEHIND = re.compile(r"\s(?P<year>(?:19|20)\d\d)(?![\d-])")
LOST_SPACE = re.compile(r"(?<=verslag)(?=\d)|(?<=onitor)(?=[A-Z])|(?<=valuatie)(?=[A-Z])")
SHORT = re.compile(r"\s?\([A-Z]\w{1,9}\)")
ALONE = re.compile(r"^\w{1,60}rapportage$")
NUMBERED = re.compile(r"^(?P<title>.*\d(?=\svan\s)|\S+\s(?!van\s)\S.*(?=\svan\s[A-Z]{2}))\svan\s.*$")
WITH_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?$")
HEADS = frozenset((
    *_HEADS, "beeld", "onderzoek 19", "onderzoek 20", "verslag 19", "verslag 20", "verslag19", "verslag20", "staat van", "balans van", "good practice",
    "position paper", "white paper",
))  # fmt: skip
REPORT_WORDS = needing(HEADS)
BARE = frozenset(head.capitalize() for head in _HEADS)
FAR_BACK = 130  # characters before a report in which it is said whose
QUOTED_NAME = re.compile(
    r"""\b(?:[Hh]et|[Dd]e)\s[«“‘"](?P<title>(?:[A-Z]\w{0,30}\s){0,3}(?:[A-Z]\w{0,20})?(?:(?<=[A-Za-z])plan|visie|agenda|[Vv]erkenning|[Rr]apport))[»”’"]
    (?P<for>\svoor\s(?:het|de)\s[A-Z][\w-]{1,30})?(?=\svan\s)""",
    re.VERBOSE,
)
QUOTED_WORDS = needing(("«", "“", "‘", '"'), ("»", "”", "’", '"'), ("plan", "visie", "agenda", "erkenning", "apport"))


def report_names(text: str, written: date | None) -> Iterator[Reference]:
    """Such as "de Waterverkenning 2024 van het Waterbureau": a name whose head is a sort of report."""
    small = folded(text)
    if not (holds(small, REPORT_WORDS) and _has_capital(text, small)):
        return
    for found in REPORT_NAME.finditer(text):
        start, end = found.span("title")
        longer = None if WITH_YEAR.search(text, start, end) else SMALL_WORDS.match(text, end)
        if longer:
            last = end + _length(longer.group())
            ref = _named(text, found, last, written)
            known = ref.publisher or ref.day or WITH_YEAR.search(ref.title or "")
            told = CITING.search(text, max(0, start - 16), start) and FOLLOWS.match(text, last)
            if last > end and (known or told):
                yield ref
                continue
        title = text[start:end]
        if title in BARE or ALONE.match(title) or title.partition(" ")[2] in _HEADS:
            continue  # again what was named in full
        numbered = NUMBERED.match(title)  # "Sluismonitor 2024 van Waterbond": the maker is no part of it
        ref = _named(text, found, start + numbered.end("title") if numbered else end, written)
        if not found["sort"] or ref.publisher or ref.day:  # "de jaarlijkse Staat van de Vaart", which of them?
            yield ref


def _has_capital(text: str, small: str) -> bool:
    """Whether a word that is or holds a head begins with a capital, or follows one: "Landelijke monitor"."""
    places = begins(small, sorted(HEADS & words_in(small)))
    return any(text[at].isupper() or text[text.rfind(" ", 0, max(0, at - 1)) + 1].isupper() for at in places)


def _length(words: str) -> int:
    """How long some words are without those at their end that no name ends with."""
    while words and words.rpartition(" ")[2] in SMALL:
        words = words.rpartition(" ")[0]
    return len(words)


def _named(text: str, found: re.Match[str], stop: int, written: date | None) -> Reference:
    """The report whose name ends at `stop`, with its maker and its day behind it in any order, or its maker before it."""
    start = found.start("title")
    short = SHORT.match(text, stop)
    at = short.end() if short else stop
    edition = YEAR_BEHIND.match(text, at) if short else None  # "de Vaarmonitor (VM) 2030 van de Waterraad"
    at = edition.end() if edition else at
    told = [day for day in days(text, written) if at <= day.start]
    first = day_behind(text, at, told, FROM)  # "van mei 2031 van de Waterraad"
    by = BY.match(text[first.end if first else at :][:140]) or (BY.match(text[at : at + 140]) if first else None)
    released = None if by else RELEASED.match(text[at : at + 160])
    name, end = makers(text, first.end if first else at, by) if by else (None, at)
    if released:
        name, end = publisher_name(released["name"]), at + released.end()
    end = max(end, stop, first.end if first else 0)
    if edition and first is None:
        first = Day(*edition.span("year"), edition["year"], edition["year"])
    if bracket := None if name else BRACKET.match(text, stop):  # "(Waterraad, mei 2031)"
        who, when = in_bracket(bracket.start("inside"), bracket["inside"], written) or (None, None)
        name, first, end = (who, when, bracket.end()) if who and when else (name, first, end)
    day = first or _day_in(at, released, written) or day_behind(text, end, told, ON_DATE)
    name = name or _before(text, found)
    if name is None:  # "De Waterraad heeft op 3 mei het Sluisonderzoek 2030 gepubliceerd"
        name, begun = maker_that_has(text, start, end)
        when = next(days(text[begun:start], written), None) if name else None
        day = day or (moved_day(when, begun) if when else None)
    name = name or said_in(text[found.start() - 4 : start], text[end : end + 160])
    title = LOST_SPACE.sub(" ", text[start:stop])
    return Reference(start, max(end, day.end if day else end), name, day, title)


def _day_in(at: int, released: re.Match[str] | None, written: date | None) -> Day | None:
    """The day within ", die de Waterraad op 3 mei publiceerde"."""
    base = at + released.start("between") if released else at
    return next((moved_day(day, base) for day in days(released["between"], written)), None) if released else None


def _before(text: str, found: re.Match[str]) -> str | None:
    """Who made a report, as its name or what stands before it says: "de WBA Good Practice", "de Waterraad in haar Rapportage"."""
    if short := ACRONYM.match(found["title"]):
        return short["name"]
    if found["whose"]:
        owner = before_his(text[max(0, found.start() - FAR_BACK) : found.start()])
        return publisher_name(owner["name"]) if owner and not INVESTIGATORS.match(owner["name"]) else None
    return maker_in(text[max(0, found.start() - 100) : found.start("title")])


def quoted_names(text: str) -> Iterator[Reference]:
    """Such as "het «Deltaplan» voor de Wadden van Bureau Stroom": a name in quotation marks, and whose it is."""
    if not holds(folded(text), QUOTED_WORDS):
        return
    for found in QUOTED_NAME.finditer(text):
        if by := BY.match(text[found.end() : found.end() + 140]):
            name, end = makers(text, found.end(), by)
            yield Reference(found.start("title"), end, name, None, found["title"])
