"""Works told of by a bracket with their titles, by a name with a year, or by who led those that made them.

volgens de Waterraad (Sluizen in zicht, 2020)
heeft het Waterbureau in kaart gebracht hoe vaak ponten stilliggen (Tegen de stroom, december 2014)
de aanbevelingen van de onderzoekscommissie onder leiding van professor Veerman (november 2011)
volgens de Vaarwijzer Binnenvaart 2031 van de Waterbond
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extract._citations.bodies import NAME
from kg.extract._citations.dated import FROM, day_behind
from kg.extract._citations.days import Day
from kg.extract._citations.names import publisher_name
from kg.extract._citations.references import Reference
from kg.extract._citations.reported import Told
from kg.extract._citations.senders import before_bracket
from kg.extract._citations.titles import is_name
from kg.grammar.months import A_MONTH

_MAKER = rf"(?!Minister|Staatss|Kamer|Kabinet|Nederland\b|Europa\b)(?>{NAME})"  # no part of the government, no country
BEHIND = 130  # characters before a report in which it is said whose
IN_BRACKET = re.compile(rf"\((?P<inside>[A-Z][^()\n;]{{3,80}}),\s(?P<when>(?:{A_MONTH}\s)?(?:19|20)\d\d)\)")
EDITION_BRACKET = re.compile(  # "Volgens het Waterbureau (Macro Waterverkenning 2031)"
    r"\((?P<title>(?:[A-Z][\w-]{1,30}\s){0,5}[A-Z]?[\w-]{0,30}(?:[Vv]erkenning|[Mm]onitor|[Rr]aming|[Vv]erslag|[Bb]alans|[Rr]apport|[Bb]ericht|[Bb]arometer|[Oo]utlook|[Rr]eport|[Ss]can)\s(?P<year>(?:19|20)\d\d))\)"
)
FOUND_BY = re.compile(  # "heeft het Waterbureau in kaart gebracht hoe hoog het water staat": before its title in a bracket
    rf"""(?:(?<!van\s)(?<!\w)(?:[Dd]e|[Hh]et)\s(?P<name>{_MAKER})(?:\s\([A-Z][\w&-]{{1,9}}\))?\s(?:heeft|hebben)|\b[Hh](?:eeft|ebben)\s(?:de|het)\s(?P<after>{_MAKER})(?:\s\([A-Z][\w&-]{{1,9}}\))?)
    \s[^.;:?!«“()]{{0,60}}?(?:in\skaart\sgebracht|onderzocht|berekend|becijferd|vastgesteld|laten\szien|aangetoond|geconcludeerd|geconstateerd|beschreven|geraamd|geïnventariseerd|geadviseerd|gepeild|gemeten|onderzoek\s(?:gedaan|verricht|laten\s(?:doen|verrichten|uitvoeren)))\b
    [^.;:?!«“()]{{0,120}}$""",
    re.VERBOSE,
)
SERIES_BRACKET = re.compile(  # "de Waterraad (Speciaal verslag 12/2031)"
    r"\((?P<title>(?:[Ss]peciaal\sverslag|[Rr]apport|[Aa]dvies|[Ss]ignalement|[Oo]nderzoeksrapport)\s(?:nr\.?\s|nummer\s)?\d[\w./-]{1,16})\)"
)
SERIES_NAMED = re.compile(  # "stelde de Europese Rekenkamer in Special Report 14/2021"
    rf"""(?:\b(?:[Dd]e|[Hh]et|[Dd]oor|[Vv]an)\s|^)(?P<name>{_MAKER}(?:\s\([A-Z][\w&-]{{1,9}}\))?)\s(?P<between>[^.;:?!«“()]{{0,60}}?)\b(?:in|via|met)\s(?:(?:haar|zijn|hun|het|de)\s)?
    (?P<title>(?:[Ss]peciaal\s[Vv]erslag|[Ss]pecial\s[Rr]eport|[Pp]olicy\s[Bb]rief|[Ww]orking\s[Pp]aper|[Ss]ignalement|[Aa]dvies|[Rr]apport|[Oo]pinion)\s(?:[Nn]o\.?\s|nr\.?\s|nummer\s)?\d[\w/-]{{1,16}})(?![\w/])""",
    re.VERBOSE,
)
YEAR_NO = re.compile(r"(?:^|\s)(?:19|20)\d\d$|(?:van|uit)\s$")
WORK_BEFORE = re.compile(
    r"\b\w*(?:proefschrift|scriptie|onderzoek|studie|rapport|rapportage|publicatie|peiling|enquête|analyse|artikel|meting|monitor|evaluatie|verkenning|inventarisatie"
    r"|raadpleging|steekproef|uitvraag|scan|notitie|advies|factsheet|toets|doorrekening|handreiking)\b[^;?!«“\n]{0,90}$"
)
COMMISSION = re.compile(  # "de aanbevelingen van de onafhankelijke onderzoekscommissie onder leiding van professor Veer"
    rf"""\b(?:(?:eind|tussen|deel)?rapport(?:age)?|advies|adviezen|aanbevelingen|conclusies?|bevindingen|oordeel|onderzoek|constatering(?:en)?)\svan\s(?:de|een)\s
    (?P<name>(?:[a-z]{{4,20}}e\s)?[a-z]{{0,20}}(?:commissie|werkgroep|taskforce|denktank|stuurgroep)
    \s?onder\s(?:leiding|voorzitterschap)\svan\s(?:(?:de\sheer|mevrouw|oud-\w{{3,20}}|voormalig\s\w{{3,20}}|prof(?:essor|\.)|dr\.|mr\.|ir\.)\s){{0,3}}{NAME})""",
    re.VERBOSE,
)
_COMPILED = (
    "balans", "inventarisatie", "raadpleging", "barometer", "index", "thermometer", "atlas", "scan", "telling", "ranglijst", "beeld", "statistiek", "statistieken",
    "kompas",
)  # fmt: skip
COMPILED_WORDS = tuple(f"{word} {by} " for word in _COMPILED for by in ("van", "door"))
COMPILED = re.compile(  # "de weidevogelbalans van Sovon uit 2018"
    rf"""\b(?P<lead>(?:[Uu]it|[Vv]olgens|[Bb]lijkens|[Ii]n)\s)?(?:de|het)\s(?P<noun>(?!Index|handels|betalings|machts|proces)[\w-]{{3,30}}(?:{"|".join(_COMPILED)}))
    \s(?:van|door)\s(?:de\s|het\s)?(?P<name>{_MAKER}(?:\s\([A-Z][\w&-]{{1,9}}\))?)""",
    re.VERBOSE,
)
TELLS = re.compile(
    r"\b(?:blijkt|bleek|staat|stond|waarin|waaruit|becijferd|volgt|wijst\suit|laat\szien|te\slezen|vermeldt?)\b"
)
ISSUED = re.compile(r"^\s?(?:\(|(?:uit|van|d\.\s?d\.|in)\s)$")
PAGE = re.compile(
    r"\((?P<title>[A-Z«][^()|\n]{6,140}?)\s\|\s(?P<name>[A-Z][^()|\n]{1,50})\)"
)  # "(Ponten in 2019 | Waterbond)"
EDITION = re.compile(  # "Volgens de Vaarwijzer Binnenvaart 2031 van de Waterbond"
    rf"""\b(?:[Vv]olgens|[Uu]it|[Bb]lijkens|[Ii]n)\s?(?:de|het)\s(?P<title>[A-Z][\w-]{{2,40}}(?:\s(?:(?:en|van|voor)\s)?[A-Z][\w-]{{1,40}}|\s[a-z]{{3,20}}){{0,4}}\s(?P<year>(?:19|20)\d\d))
    \svan\s(?:de\s|het\s)?(?P<name>{_MAKER})""",
    re.VERBOSE,
)
EDITION_SAYS = re.compile(  # "In de WV 2031 concludeert het Waterbureau dat"
    rf"""\b[Ii]n\s(?:de|het)\s(?P<title>(?:[A-Z][\w-]{{2,40}}\s){{0,3}}[A-Z][\w-]{{1,40}}\s(?P<year>(?:19|20)\d\d))\s(?:concludeer|constateer|becijfer|bereken|raam|stel|schets|waarschuw|meld|schrijf|adviseer|signaleer|schat)t\s
    (?:de|het)\s(?P<name>{_MAKER}(?:\s\([A-Z][\w&-]{{1,9}}\))?)""",
    re.VERBOSE,
)
AFTER_PERSON = re.compile(  # "het rapport-Veerman", "het advies-Zand/De Wal"
    r"\b[Hh]et\s(?P<title>(?:[Ee]ind|[Tt]ussen)?(?:[Rr]apport|[Aa]dvies)-(?:(?:Van|De)\s(?:der?\s)?)?[A-Z][a-zëéï]{2,20}(?:[/-](?:(?:Van|De)\s)?[A-Z][a-zëéï]{2,20})?)(?![\w-])"
)
NO_EDITION = re.compile(
    r"(?:wet|wetboek|verdrag|begroting|akkoord|regeling|besluit|nota|plan|agenda|verslag)\s(?:19|20)|^(?:wet|begroting|besluit|regeling|verdrag|nota|plan)\b",
    re.IGNORECASE,
)
_OFTEN = (  # what appears again and again by its name: "PISA-2022", "WoON2021", "VaarOnderzoek Nederland 2021", "NEMESIS-3"
    r"(?:(?:[A-Z][\w-]{1,40}\s(?:(?:en|van|voor)\s)?){0,4}[A-Z][A-Za-zë]{1,40}[\s-]?(?P<year>(?:19|20)\d\d)(?![\d/])|[A-Z]{4,}[a-z]{0,3}-\d(?!\d)|[A-Z][a-z]?[A-Z]{2,6}(?![\w-]))"
)
OFTEN = re.compile(
    rf"""\b(?P<lead>[Uu]it|[Vv]olgens|[Bb]lijkens)\s?(?:(?:de|het)\s?)?(?:(?:onderzoek|rapport|studie|monitor|enquête|peiling)\s)?(?P<title>{_OFTEN})(?:\s\([A-Z][\w\s-]{{1,14}}\))?(?:\svan\s(?:de\s|het\s)?(?P<name>{_MAKER}(?:\s\([A-Z][\w&-]{{1,9}}\))?))?
    (?P<told>(?:\sen\s(?:de\s|het\s)?[A-Z][A-Za-zë\s-]{{2,40}}(?:(?:19|20)\d\d)?)?\s(?:blijkt|bleek|volgt|(?:komt|kwam)\s[^.;:?!«“]{{0,40}}?naar\svoren|valt\sop\ste\smaken|is\sop\ste\smaken|kan\sworden\safgeleid))?""",
    re.VERBOSE,
)
NO_STUDY = re.compile(
    r"(?:wet|wetboek|verdrag|begroting|akkoord|regeling|besluit|nota|plan|agenda|richtlijn|verordening|protocol|programma|norm|reglement|convenant|kamerstuk(?:ken)?|handelingen|aanhangsel|bestuur|NEN|ISO|besluitenlijst)[\s-]?(?:(?:19|20)\d\d|\d)?$"
    r"|^(?:COVID|SARS|Olympische|WK|EK|Prinsjesdag|Januari|Februari|Maart|April|Mei|Juni|Juli|Augustus|September|Oktober|November|December)\b",
    re.IGNORECASE,
)
BOARD = re.compile(  # "het dashboard Ponten in beeld van het Waterbureau (WBA)"
    rf"""(?:\b(?:[Hh]et|[Dd]e)|(?<=\w)(?:het|de))\s?(?P<title>(?:dashboard|databank|database|data-?portaal|themapagina|webpagina|infographic|kenniskaart|viewer|monitoringsrapportage|factsheet)\s
    (?>[A-Z][\w’-]{{1,40}}(?:\s(?!van\s(?:de\s|het\s)?[A-Z])[\w’&-]{{1,40}}){{0,8}}))\svan\s?(?:de\s|het\s)?(?P<name>{_MAKER}(?:\s\([A-Z][\w&-]{{1,9}}\))?)""",
    re.VERBOSE,
)
WHICH_DID = re.compile(  # "In de Evaluatie vorming streekponten, die bureau Veer heeft uitgevoerd"
    rf"""\b(?:[Ii]n|[Uu]it|[Vv]olgens|[Bb]lijkens)\s(?:de|het)\s(?P<title>(?:Evaluatie|Rapport|Onderzoek|Monitor|Verkenning|Studie|Analyse|Advies|Handreiking|Inventarisatie|Peiling|Enquête)\s[^.,;:?!«“()\n]{{3,80}}),
    \s(?:die|dat)\s(?:(?:door|de|het|bureau|onderzoeksbureau|adviesbureau|onderzoekers\svan)\s){{0,3}}(?P<name>(?>{NAME}))\s[^.;?!]{{0,80}}?
    \b(?:uitgevoerd|uitgebracht|opgesteld|verricht|gemaakt|gedaan|uitvoerde|opstelde|verrichtte|uitbracht)\b""",
    re.VERBOSE,
)
FINDING = re.compile(  # "de bevinding van het Waterbureau in De lange vaart dat"
    rf"""\b(?:bevinding(?:en)?|conclusies?|constatering(?:en)?|waarschuwing(?:en)?|aanbeveling(?:en)?)\svan\s(?:de\s|het\s)?(?P<name>{_MAKER})
    \sin\s(?P<title>[A-Z][^.;:?!«“()\d\n]{{4,80}}?\s[^.;:?!«“()\d\n]{{2,60}}?)\s(?=dat\b|om\b)""",
    re.VERBOSE,
)
GUIDANCE = re.compile(  # "heeft in 2018 richtlijnen gepubliceerd voor ponten (Ferry Noise Guidelines)"
    rf"""\b(?:[Dd]e|[Hh]et)\s(?P<name>{_MAKER})\s(?:heeft|hebben)\s(?P<between>[^.,;:?!«“()]{{0,40}}?)
    (?P<noun>richtlijnen?|richtsnoeren|leidraad|handreiking|aanbevelingen)\s[^.;:?!«“()]{{0,40}}?(?:gepubliceerd|uitgebracht|opgesteld|vastgesteld)\b
    [^.;:?!«“()]{{0,80}}?\((?P<title>[A-Z][^()\n]{{10,140}})\)""",
    re.VERBOSE,
)


def pages(sentence: str, told: Iterable[Day]) -> Iterator[Told]:  # noqa: ARG001 - one signature for all
    """A page of a site, as a link names it: its title and whose it is, in a bracket."""
    for found in PAGE.finditer(sentence):
        yield "web", Reference(found.start(), found.end(), publisher_name(found["name"]), None, found["title"])


def editions(sentence: str, told: Iterable[Day]) -> Iterator[Told]:  # noqa: ARG001 - one signature for all
    """A work that appears again and again, by its name with a year, and whose it is."""
    for found in (*EDITION.finditer(sentence), *EDITION_SAYS.finditer(sentence)):
        if not NO_EDITION.search(found["title"]):
            day = Day(*found.span("year"), found["year"], found["year"])
            yield (
                "report",
                Reference(found.start("title"), found.end(), publisher_name(found["name"]), day, found["title"]),
            )


def after_persons(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A report that is named after who led those that made it, with its day behind."""
    for found in AFTER_PERSON.finditer(sentence):
        day = day_behind(sentence, found.end(), told, FROM)
        yield "report", Reference(found.start("title"), day.end if day else found.end(), None, day, found["title"])


def studies(sentence: str, told: Iterable[Day]) -> Iterator[Told]:  # noqa: ARG001 - one signature for all
    """A study that appears again and again, by its name where something follows from it, and whose it is, if that is told."""
    for found in OFTEN.finditer(sentence):
        year = found["year"]
        if NO_STUDY.search(found["title"]) or not (found["told"] or (found["name"] and year)):
            continue
        if not (year or "-" in found["title"] or found["name"]):
            continue
        day = Day(*found.span("year"), year, year) if year else None
        end = max(found.end("title"), found.end("name"))
        yield "report", Reference(found.start("title"), end, publisher_name(found["name"]), day, found["title"])


def boards(sentence: str, told: Iterable[Day]) -> Iterator[Told]:  # noqa: ARG001 - one signature for all
    """A page with figures that are kept up to date, by its name without marks and whose it is."""
    for found in BOARD.finditer(sentence):
        yield "web", Reference(found.start("title"), found.end(), publisher_name(found["name"]), None, found["title"])


def which_did(sentence: str, told: Iterable[Day]) -> Iterator[Told]:  # noqa: ARG001 - one signature for all
    """A work by its title without marks, and who carried it out."""
    for found in WHICH_DID.finditer(sentence):
        yield (
            "report",
            Reference(found.start("title"), found.end(), publisher_name(found["name"]), None, found["title"]),
        )


def findings(sentence: str, told: Iterable[Day]) -> Iterator[Told]:  # noqa: ARG001 - one signature for all
    """A work by who found something in it."""
    for found in FINDING.finditer(sentence):
        name = publisher_name(found["name"])
        yield "report", Reference(found.start("name"), found.end("title"), name, None, found["title"])


def guidance(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """Guidelines that a body published, with their title in a bracket."""
    for found in GUIDANCE.finditer(sentence):
        day = next((d for d in told if found.start("between") <= d.start < found.start("noun")), None)
        yield "report", Reference(found.start("name"), found.end(), publisher_name(found["name"]), day, found["title"])


def in_bracket(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A work told of by a bracket: "(Sluizen in zicht, 2020)" after its maker, "(Waterbond, mei 2020)" after its noun."""
    for found in EDITION_BRACKET.finditer(sentence):
        if owner := before_bracket(sentence[max(0, found.start() - BEHIND) : found.start()]):
            day = Day(*found.span("year"), found["year"], found["year"])
            yield "report", Reference(found.start(), found.end(), publisher_name(owner["name"]), day, found["title"])
    for found in IN_BRACKET.finditer(sentence):
        inside = found["inside"]
        before = sentence[max(0, found.start() - BEHIND) : found.start()]
        owner = before_bracket(before)
        day = next((d for d in told if d.start == found.start("when")), None) or Day(
            found.start("when"), found.end("when"), found["when"], found["when"][-4:]
        )
        if is_name(inside) and WORK_BEFORE.search(before):
            yield "report", Reference(found.start(), found.end(), publisher_name(inside), day)
        elif owner and not is_name(inside) and "," not in inside:
            yield "report", Reference(found.start(), found.end(), publisher_name(owner["name"]), day, inside)
        elif "," not in inside and (told_by := FOUND_BY.search(sentence[: found.start()])):
            name = publisher_name(told_by["name"] or told_by["after"])
            yield "report", Reference(found.start(), found.end(), name, day, inside)


def in_series(sentence: str, told: Iterable[Day]) -> Iterator[Told]:  # noqa: ARG001 - one signature for all
    """A work by its number in a bracket behind who made it."""
    for found in SERIES_BRACKET.finditer(sentence):
        if owner := before_bracket(sentence[max(0, found.start() - BEHIND) : found.start()]):
            name = publisher_name(owner["name"])
            yield "report", Reference(found.start(), found.end(), name, None, found["title"])
    for found in SERIES_NAMED.finditer(sentence):
        if not YEAR_NO.search(found["title"]):  # "rapport 2031" has no number
            name = publisher_name(found["name"])
            yield "report", Reference(found.start("name"), found.end(), name, None, found["title"])


def compiled(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """What a body compiles of figures, with its day or where something follows from it."""
    for found in COMPILED.finditer(sentence):
        end = found.end()
        day = next((d for d in told if d.start >= end and ISSUED.match(sentence[end : d.start])), None)
        if day or (found["lead"] and TELLS.search(sentence)):
            name = publisher_name(found["name"])
            yield "report", Reference(found.start("noun"), day.end if day else end, name, day, found["noun"])


def commission(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A report by who led the commission that made it."""
    for found in COMMISSION.finditer(sentence):
        day = next((d for d in told if d.start >= found.end() and ISSUED.match(sentence[found.end() : d.start])), None)
        yield "report", Reference(found.start(), day.end if day else found.end(), publisher_name(found["name"]), day)
