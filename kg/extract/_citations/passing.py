"""Sources that a sentence names in passing, without title, note or often date: by whose they are and where they stood.

de Waterraad, die in zijn kwartaalbericht opmerkt          whose it is stands before "zijn", "haar", "hun"
door de Waterbond beschreven in haar Monitor sluizen 2022
uit cijfers van het Waterbureau blijkt
de Waterraad, die u op 8 februari 2022 een brief stuurde
volgens de Waterraad (Sluizen in zicht, 2020)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extract._citations.actors import STARTS
from kg.extract._citations.bodies import NAME
from kg.extract._citations.channels import CHANNELS
from kg.extract._citations.dated import ABOUT_FROM, TO_THEM_ON, day_behind
from kg.extract._citations.days import Day
from kg.extract._citations.groups import WERE, WERE_TOLD, group_in_letter
from kg.extract._citations.makers import BY, INVESTIGATORS, maker
from kg.extract._citations.names import publisher_name
from kg.extract._citations.references import Reference
from kg.extract._citations.reported import WORKS, Asked, Told
from kg.extract._citations.senders import before_day, before_his
from kg.extract._citations.titles import SAYS_THAT
from kg.extract._citations.works import (
    BEHIND,
    COMPILED_WORDS,
    after_persons,
    boards,
    commission,
    compiled,
    editions,
    findings,
    guidance,
    in_bracket,
    in_series,
    pages,
    studies,
    which_did,
)

_WORK = (
    r"(?:rapport|rapportage|onderzoek|studie|evaluatie|monitor|analyse|advies|peiling|enquête|verkenning|kwartaalbericht|jaarbericht|jaarverslag"
    r"|signalering|signalement|jaarverantwoording|verslag|barometer|prognose|raming|doorrekening|outlook|factsheet|notitie|toets"
    r"|inventarisatie|raadpleging|manifest|zienswijze|(?:position|white)[ ]?paper|jaarbeeld|proefschrift|reflectie|benchmark|beschouwing|jaaroverzicht)"
)
HIS = re.compile(  # "in haar tweede rapport", "in haar rapport bij het jaarverslag 2019", "blijkens zijn Signaalrapportage Drinkwater 2022", "die in het Sluisrapport najaar 2023"
    rf"""(?:(?:\b(?:in\s?|(?:blijkens|volgens|met|via|getuige)\s)|in(?:(?<=[a-z]tin)|(?<=[a-z]dein)|(?<=[a-z]enin))\s)(?:haar|zijn|hun|diens)|(?P<which>\b(?:die|dat)\s(?:(?:zelf|al|eerder|ook)\s)?in\s(?:het|de|een)))
    \s?(?:[a-z]{{3,20}}e?\s){{0,2}}
    (?P<title>(?:[A-Z][\w-]{{2,30}}\s){{0,3}}(?P<noun>[\w-]{{0,40}}?(?i:{_WORK}))(?:(?!\w)|(?=opmerk|stelt|concludeer|meldt|waarschuw|schrijft))
    (?:\s(?:[A-Z][\w-]{{2,30}}|(?:19|20)\d\d|(?:eerste|tweede|derde|vierde)\skwartaal|najaar|voorjaar|zomer|winter)){{0,5}}
    (?P<with>\sbij\s(?:het|de)\s(?:jaarverslag|begroting|jaarrekening)(?:\s(?:over\s)?(?:19|20)\d\d)?)?
    (?P<over>(?:\s[a-z]{{4,30}}){{0,2}}\s?over\s(?:het\sjaar\s)?(?:19|20)\d\d)?)""",
    re.VERBOSE,
)
BARE_WORKS = _WORK.removeprefix("(?:").removesuffix(")").split("|")
OWN_DAY = re.compile(r"^\s?\(?(?:uit|van|d\.\s?d\.|over|(?:al|reeds|eerder)(?:\s(?:in|op))?)?\s?$")
STILL_TO_SAY = re.compile(r"\b(?:zal|zullen)\s(?:[a-z]{2,12}\s){0,4}$")  # "zal zich hierover in haar eindrapport"

FIGURES = re.compile(
    r"""\b(?:[Uu]it\s(?:(?:de|recente|nieuwe|eigen|voorlopige|actuele)\s){0,2}\w{0,20}(?:cijfers|gegevens|data|statistieken)(?P<of>\svan\s[^.;:?!«“]{2,100}?)
    \s(?:blijkt|bleek|volgt|komt|kwam)
    |[A-Za-z]{0,20}[Cc]ijfers(?P<from>\svan\s[^.;:?!«“]{2,100}?)\s(?:laten\szien|tonen|wijzen\s(?:uit|erop)|lieten\szien)
    |[A-Za-z]{0,20}[Cc]ijfers(?P<whence>\svan\s[^.,;:?!«“]{2,80}?)\s?(?=waaruit\s|waarin\s))""",
    re.VERBOSE,
)
OWN_FIGURES = re.compile(  # "uit WBA-cijfers van mei 2031 blijkt"
    r"\b(?:[Uu]it|[Vv]olgens|[Bb]lijkens)\s(?:(?:de|recente|nieuwe|voorlopige)\s){0,2}(?P<name>[A-Z][\w&]{1,12})-(?:cijfers|gegevens|data|statistieken)(?!\w)(?P<tells>\s(?:blijkt|bleek|volgt|komt|kwam)\b)?"
)
ASKED_FIGURES = re.compile(  # "uit cijfers die Veerkrant heeft opgevraagd"
    rf"\b[Uu]it\s(?:(?:de|nieuwe|recente)\s){{0,2}}(?:cijfers|gegevens|documenten|stukken)\sdie\s(?:de\s|het\s)?(?P<name>(?>{NAME}))\s[^.;:?!«“]{{0,60}}?(?:opgevraagd|opvroeg|verzameld|verzamelde|gepubliceerd|publiceerde)\b"
)
A_LETTER = re.compile(
    r"""^,?\s(?:(?:een|de|deze)\s(?:[a-z]+e\s)?\w{0,20}brief\b|(?:(?:hier|daar)over\s)?(?:heeft\s|hebben\s)?geschreven\b
    |(?:(?:hier|daar)over\s)?schr(?:eef|even)\b)""",
    re.VERBOSE,
)
HAS_WRITTEN = re.compile(
    r"\b(?:schreef|schreven|stuurde|zond|berichtte)\s(?:mij|u|ons)\s?(?:(?:hier|daar)over\s)?op\s$"
)
WRITTEN_TO = 150  # characters before the day

OPINION = re.compile(
    rf"\b(?:bevindingen|conclusies?|constatering(?:en)?|waarschuwing(?:en)?)\s?van\s(?:de\s|het\s)?(?P<name>(?>{NAME}))"
    rf"(?:\sen\s(?:de\s|het\s)?(?P<other>(?>{NAME})))?(?:\s(?=dat\b|waaruit\b|waarin\b)"
    r"|,\s(?:die|dat)\s(?P<when>(?:(?:in|op|eind|begin|medio)\s)?[^.,;:?!«“]{4,28}?)\s(?:concludeer|constateer|vaststel|waarschuw|bereken|adviseer)de\b)"
)
COVERAGE = re.compile(
    rf"\b(?:berichtgeving|berichten|artikelen|reportages)\s(?:van|in|door)\s(?:(?:onder\s(?:meer|andere)|o\.a\.|bijvoorbeeld)\s)?"
    rf"(?P<names>(?:de\s|het\s)?(?>{NAME})(?:,\s(?:de\s|het\s)?(?>{NAME})){{0,3}}\sen\s(?:de\s|het\s)?(?>{NAME}))(?=\s[a-z]|[.,?])"
)
LETTER_IN = re.compile(
    r"\bin\s(?:een|haar|zijn|hun)\s(?:[a-z]{3,20}e\s)?(?P<noun>[a-z]{0,10}brief)\s(?=aan\b|gericht\b|van\s\d{1,2}\s[a-z]{3,9}\s(?:(?:jl\.|\d{4})\s)?aan\b)"
)
BY_LETTER = re.compile(  # what stands before it
    rf"(?:\b(?:[Dd]e|[Hh]et|(?:[Vv]ak)?[Bb]ond|[Ss]tichting|[Vv]ereniging|[Kk]oepel|[Bb]rancheorganisatie)\s|^)(?!(?:{STARTS})\b)(?P<name>(?>{NAME}))\s(?!is\b|zijn\b|werd)[^.;:?!«“\n]{{0,60}}?$"
)
BY_WHOM = 160  # characters
LISTED = re.compile(r"(?:,\s|\ben\s)?(?:(?:de|het)\s)?(?P<name>[A-Z](?:(?!,\s|\sen\s)[^\n]){1,60})")
NO_BODY = re.compile(r"(?:Tweede |Eerste )?Kamer\b|Minister|Staatssecretaris|Kabinet")


def _his(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """Whose a report is that "his", "her" or "their" says, by the name before."""
    for found in HIS.finditer(sentence):
        first = max(0, found.start() - BEHIND)
        owner = before_his(sentence[first : found.start()])
        title, noun = found["title"], found["noun"]
        named = title != noun or title[0].isupper()
        if found["over"] and noun.lower() in BARE_WORKS and not noun.lower().startswith(("jaar", "kwartaal")):
            title, named = noun, False  # "zijn rapport over 2014" has no name
        if not owner or INVESTIGATORS.match(owner["name"]) or (found["which"] and not named):
            continue
        if STILL_TO_SAY.search(sentence[first : found.start()]):
            continue
        after = found.end()
        day = next((d for d in told if d.start >= after and OWN_DAY.match(sentence[after : d.start])), None)
        day = day or day_behind(sentence, after, told, ABOUT_FROM) or day_behind(sentence, after, told, TO_THEM_ON)
        before = next((d for d in told if d.end + 1 == found.start()), None)  # "heeft op 3 mei in haar prognose"
        titled = _titled(sentence, found, after) if day is None else None
        title, named, after = (titled["title"], True, titled.end("title")) if titled else (title, named, after)
        start, name = first + owner.start("name"), publisher_name(owner["name"])
        yield "report", Reference(start, day.end if day else after, name, day or before, title if named else None)


def _titled(sentence: str, found: re.Match[str], after: int) -> re.Match[str] | None:
    """The title behind a noun that names no report: "in zijn rapport Sluizen onder druk dat"."""
    noun, title = found["noun"], found["title"]
    if noun.lower() not in BARE_WORKS or not (title == noun or title.startswith(f"{noun} ")):
        return None
    return SAYS_THAT.match(sentence, after if title == noun else found.end("noun"))


def _figures(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    for found in FIGURES.finditer(sentence):
        by = BY.match(found["of"] or found["from"] or found["whence"])
        if by and not INVESTIGATORS.match(by["name"]):
            yield (
                "report",
                Reference(found.start(), max(found.end("of"), found.end("from"), found.end("whence")), maker(by)),
            )

    for asked in ASKED_FIGURES.finditer(sentence):
        yield "report", Reference(asked.start("name"), asked.end(), publisher_name(asked["name"]))
    for own in OWN_FIGURES.finditer(sentence):
        day = next((d for d in told if d.start >= own.end() and OWN_DAY.match(sentence[own.end() : d.start])), None)
        if day or own["tells"]:  # not "uit de WBA-cijfers in het rapport"
            yield "report", Reference(own.start("name"), day.end if day else own.end(), own["name"], day)


def _wrote(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A letter told of by its sender, whom it went to, and its day."""
    for day in told:
        if day.value is None or len(day.value) < len("2024-02-08"):
            continue
        first = max(0, day.start - WRITTEN_TO)
        before, after = sentence[first : day.start], sentence[day.end :]
        sender = before_day(before)
        if sender and (A_LETTER.match(after) or HAS_WRITTEN.search(before)):
            yield "letter", Reference(first + sender.start("name"), day.end, publisher_name(sender["name"]), day)


def _opinions(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """What bodies found, concluded or warn of: "de bevindingen van Waterwacht en de Waterbond dat"."""
    for found in OPINION.finditer(sentence):
        first, last = found.span("when")  # ", die in 2030 concludeerde"
        day = next((d for d in told if first <= d.start and d.end <= last), None)
        for start, end in (found.span("name"), found.span("other")):
            if start >= 0 and not NO_BODY.match(sentence, start):
                yield "report", Reference(start, day.end if day else end, publisher_name(sentence[start:end]), day)


def _coverage(sentence: str, told: Iterable[Day]) -> Iterator[Told]:  # noqa: ARG001
    """Outlets that wrote about something: "de berichtgeving van onder meer de Avondpost en Veerkrant"."""
    for found in COVERAGE.finditer(sentence):
        for outlet in LISTED.finditer(sentence, *found.span("names")):
            yield "news", Reference(*outlet.span("name"), publisher_name(outlet["name"]))


def _by_letter(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A letter told of by its sender: "waar de Waterbond om vroeg in een brief aan uw ministerie"."""
    deed = group_in_letter(sentence)
    if deed and not WERE.search(sentence, *deed.span("between")) and not WERE_TOLD.search(sentence, deed.end()):
        first, last = deed.span("between")
        day = next((d for d in told if first <= d.start < last), None)
        yield "letter", Reference(deed.start("name"), deed.end("noun"), deed["name"], day)
    for letter in LETTER_IN.finditer(sentence):
        first = max(0, letter.start() - BY_WHOM)
        by = BY_LETTER.search(sentence[first : letter.start()])
        if by and not NO_BODY.match(by["name"]):
            yield "letter", Reference(first + by.start("name"), letter.end("noun"), publisher_name(by["name"]))


_OWN_WORKS = (
    *WORKS, "bericht", "verslag", "verantwoording", "signal", "barometer", "prognose", "raming", "doorrekening", "outlook", "factsheet", "notitie",
    "paper", "jaarbeeld", "proefschrift", "reflectie", "benchmark", "beschouwing", "overzicht", "toets", "inventarisatie", "raadpleging", "manifest", "zienswijze",
)  # fmt: skip
_POSSESSED = (
    *(f"{link} {whose}" for link in ("in", "blijkens", "volgens", "met", "via", "getuige") for whose in ("haar", "zijn", "hun", "diens")),
    " inhaar ", " inzijn ", " inhun ", "die in ", "dat in ", " zelf in ", " al in ", " eerder in ", " ook in ",
)  # fmt: skip
PASSING: tuple[Asked, ...] = (
    (_his, (_OWN_WORKS, _POSSESSED)),
    (
        _figures,
        (
            ("cijfers", "gegevens", "data", "statistieken", "documenten", "stukken"),
            ("blij", "bleek", "volg", "kom", "kwam", "zien", "tonen", "wijzen", "waarin"),
        ),
    ),
    (
        _wrote,
        (
            ("schreef", "schreven", "stuurde", "zond", "berichtte", "geschreven"),
            (" mij ", " u ", " ons ", "kamer", "kabinet", "ministerie", " mijop ", " uop "),
        ),
    ),
    (_opinions, (("bevinding", "conclusie", "constatering", "waarschuwing"),)),
    (_coverage, (("berichtgeving", "berichten", "artikelen", "reportages"),)),
    (
        _by_letter,
        (
            ("brief aan", "brief gericht", "brief van"),
            tuple(f"in {whose} " for whose in ("een", "de", "haar", "zijn", "hun")),
        ),
    ),
    *CHANNELS,
    (commission, (("onder leiding", "onder voorzitterschap", "onderleiding", "commissieonder"),)),
    (in_bracket, ((" 19", " 20"),)),
    (
        in_series,
        (
            (
                "(speciaal",
                "(rapport",
                "(advies",
                "(signalement",
                "(onderzoeksrapport",
                "in special report",
                "in speciaal verslag",
                "policy brief",
                "working paper",
                "in signalement",
                "in advies",
                "in rapport",
                " opinion ",
            ),
        ),
    ),
    (compiled, (COMPILED_WORDS,)),
    (after_persons, (("rapport-", "advies-"),)),
    (pages, ((" | ",), ("(",))),
    (
        studies,
        (
            ("uit ", "volgens", "blijkens"),
            (" 19", " 20", "-19", "-20", "blijkt", "bleek", "volgt", "naar voren", "op te maken", "afgeleid"),
        ),
    ),
    (
        boards,
        (
            (
                "dashboard",
                "databank",
                "database",
                "portaal",
                "pagina",
                "infographic",
                "kenniskaart",
                "viewer",
                "factsheet",
            ),
            (" van",),
        ),
    ),
    (editions, ((" 19", " 20"), ("volgens", "uit ", "blijkens", "in de ", "in het "))),
    (
        which_did,
        (
            (", die ", ", dat "),
            (
                "uitgevoerd",
                "uitgebracht",
                "opgesteld",
                "verricht",
                "gemaakt",
                "gedaan",
                "uitvoerde",
                "opstelde",
                "uitbracht",
            ),
        ),
    ),
    (findings, (("bevinding", "conclusie", "constatering", "waarschuwing", "aanbeveling"),)),
    (guidance, (("richtlijn", "richtsnoer", "leidraad", "handreiking", "aanbevelingen"), ("(",))),
)
