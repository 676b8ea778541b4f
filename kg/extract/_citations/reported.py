"""Reports that a sentence tells of by what was done: concluded by a body, carried out in a year, published.

De Waterraad heeft eind 2022 advies uitgebracht over sluizen   who made a report, and when
In 2019 is consumentenonderzoek naar veren uitgevoerd          when
De Waterraad concludeerde dat, adviseerde eind 2019
het jaarverslag Waterbank 2023, de vaarvisie 2040 van de politie
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from kg.extract._citations.actors import Deed
from kg.extract._citations.bodies import NAME, OFFICE, SORTED
from kg.extract._citations.dated import appeared
from kg.extract._citations.days import Day
from kg.extract._citations.kinds import SourceType
from kg.extract._citations.makers import BY, INVESTIGATORS, maker
from kg.extract._citations.meant import GOES_WITH, YET
from kg.extract._citations.names import publisher_name
from kg.extract._citations.references import Reference
from kg.extract._citations.senders import maker_in, said_in
from kg.extract._citations.titles import SAYS_THAT

Told = tuple[SourceType, Reference]
Reader = Callable[[str, Iterable[Day]], Iterator[Told]]
Asked = tuple[Reader, tuple[tuple[str, ...], ...]]  # with words of each row of which a text must hold one

MAKER = (
    rf"(?P<name>(?!(?:Tweede[ ]|Eerste[ ])?Kamer\b)"
    rf"(?>{OFFICE}|(?:ministerie\svan\s|provincie\s|gemeente\s|commissie[\s-])?{NAME}(?:\s?\([A-Z][\w&-]{{1,9}}\))?))"
)
MORE = rf"(?:,\s(?:(?:de|het)\s)?{NAME}){{0,4}}\sen\s(?:(?:de|het)\s)?{NAME}"  # who made it together with the first
WORK = r"(?:rapport|onderzoek|studie|evaluatie|monitor|analyse|advies|peiling|enquête|verkenning|notitie|signalement|reflectie|benchmark)"
ASKING = (  # works that are asked, counted or measured together
    r"(?:beoordeling|steekproef|raadpleging|uitvraag|rondvraag|rondgang|quick\s?scan|inventarisatie|meting|second\sopinion|contra-?expertise|uitvoeringstoets|impacttoets|doorlichting|doorrekening)"
)
ASKING_WORDS = (
    "beoordeling", "steekproef", "raadpleging", "uitvraag", "rondvraag", "rondgang", "scan", "inventarisatie", "meting", "opinion",
    "expertise", "toets", "doorlichting", "doorrekening",
)  # fmt: skip
NO_MAKER = re.compile(rf"{INVESTIGATORS.pattern}|^(?:(?:Tweede |Eerste )?Kamer|Minister|Staatssecretaris)\b")
_ALONE = (
    r"(?P<alone>[A-Z]{2}[\w&-]{0,12}|[A-Z][\w&-]{1,20}(?:\s(?:&\s|en\s)?[A-Z][\w&-]{1,20}){1,3})"  # without an article
)
TITLED = re.compile(r"^[,\s]{0,2}(?:\(?[«“‘]|getiteld)|\([«“‘]")  # told of with its title elsewhere
UNDONE = re.compile(
    r"\b(?:geen|niet|gevraagd|verzocht|besloten|aangekondigd|toegezegd|voorgesteld|opgedragen|opdracht\sgegeven)\b"
)
ASKED_FOR = re.compile(r"\bop\s(?:mijn|ons)\sverzoek\b")  # what its members told a body, and it told the minister
MADE = re.compile(
    rf"""(?:\bheeft\s(?:(?:de|het)\s)?{SORTED}{MAKER.replace("<name>", "<after>")}
    |(?:\b(?:[Dd]e|[Hh]et)\s{SORTED}{MAKER}|^{_ALONE})\s(?:heeft|hebben|liet(?:en)?))\s(?P<between>(?:[^,.;:?!«“]|(?<=\sjl)\.|(?<=\d)\.(?=\d)){{0,70}}?)
    (?<!\w)(?P<noun>\w{{0,40}}{WORK}|\w{{0,40}}{ASKING})(?!\w)[^.;:?!«“]{{0,160}}?
    \b(?:(?<!rekening\s)(?<!toezicht\s)(?<!worden\s)gehouden|laten\s?houden|afgenomen|uitgezet|gemaakt|opgesteld|opgeleverd|uitgebracht|uitgevoerd|uitvoeren|gepubliceerd|verricht|doen|gedaan|gepresenteerd)\b""",
    re.VERBOSE,
)
THAT_MADE = re.compile(  # "dat het Waterbureau in 2024 onderzoek heeft gedaan naar"
    rf"""\b(?:dat|nu|omdat|zoals)\s(?:(?:de|het)\s)?{SORTED}{MAKER}\s(?P<between>(?:[^,.;:?!«“]|(?<=\sjl)\.|(?<=\d)\.(?=\d)){{0,110}}?)(?<!\w)(?P<noun>\w{{0,40}}{WORK}|\w{{0,40}}{ASKING})(?!\w)
    (?:\s(?:naar|over|onder|van)\s[^.,;:?!«“]{{3,90}}?)?\s(?:heeft|hebben)\s(?:laten\s)?(?:gedaan|uitgevoerd|verricht|uitgebracht|gepubliceerd|gehouden|gemaakt|doen|uitvoeren|verrichten|afgerond|voltooid)\b""",
    re.VERBOSE,
)
TITLE_LATER = re.compile(r"^[^.;:?!«“()\d]{0,90}\s\([«“‘](?P<title>[^»”()]{6,160}[^»”’()])[»”’]\)")
WHICH_MADE = re.compile(  # "de evaluatie die het Waterbureau in 2024 heeft laten uitvoeren"
    rf"""\b(?:(?:[Dd]e|[Hh]et|[Ee]en)\s|(?:[Hh]et|[Ee]en)(?={WORK}))(?:(?!\w+\soverzicht|second\s)[a-z]{{3,20}}\s){{0,2}}(?P<noun>\w{{0,40}}{WORK}|\w{{0,40}}{ASKING}
    |(?:[a-z]{{3,20}}\s)?overzicht|factsheet|handreiking|\w{{0,20}}cijfers|(?:jaar|kwartaal|maand)(?:verslag|bericht)|(?:position|white)[ ]paper|zienswijze|manifest
    |actualisatie|berekening|raming|beoordeling)
    (?:\s(?:van|naar|over|onder)\s[^.,;:?!«“\d]{{3,60}}?)?\s(?:die|dat)\s?(?:(?:de|het)\s)?{SORTED}{MAKER}(?P<more>{MORE})?\s(?P<between>(?:[^.,;:?!«“]|(?<=\sjl)\.|(?<=\d)\.(?=\d)){{0,60}}?)\s?
    (?:(?:heeft|hebben|had)\s(?:laten\s?)?(?:houden|gehouden|afnemen|afgenomen|uitgezet|uitvoeren|uitgevoerd|doen|gedaan|gepubli-?ceerd|uitgebracht|opgesteld|opstellen|verricht|verrichten|maken|gemaakt|gepresenteerd|geschreven|schrijven|opgeleverd|ingediend|ingebracht|ingestuurd|aangeboden|gedeeld|gestuurd|verstrekt|toegestuurd)
    |liet(?:en)?\s(?:houden|uitvoeren|doen|opstellen|verrichten|maken|schrijven)|publiceerden?|uitbracht(?:en)?|uitvoerden?|verrichtten?|presenteerden?|opstelden?|opleverden?|maakten?|schre(?:ef|ven)|hield(?:en)?|deed|deden)\b""",
    re.VERBOSE,
)
CARRIED_OUT = re.compile(
    rf"""^In\s(?P<year>(?:19|20)\d\d)\s(?:is|zijn|werd|werden)\s(?:[^.;:?!«“]{{0,140}}?\s)?(?P<noun>\w{{2,40}}{WORK})(?!\w)
    [^.;:?!«“]{{0,140}}?\b(?:uitgevoerd|verricht|gedaan|uitgebracht|gepubliceerd|verschenen)\b""",
    re.VERBOSE,
)
PUBLISHED = re.compile(
    rf"""\b(?:publiceren|publicatie|verschijnen|verschijning|uitbrengen|presenteren|presentatie)\svan\s(?:de|het)\s
    (?P<title>\w{{0,40}}(?:visie|handreiking|kwaliteitskader|{WORK})\s?(?:voor|naar|over|van|inzake)?\s?
    (?:(?:de|het)\s)?[A-Z][\w-]{{1,40}}(?:\s[A-Z][\w-]{{1,40}}){{0,3}}(?:\s\([A-Z]\w{{1,9}}\))?)""",
    re.VERBOSE,
)
CONCLUDED_IN = re.compile(  # "het Adviescollege Veren adviseerde eind 2019"
    rf"""\b(?:[Dd]e|[Hh]et|[Dd]at|zoals)\s(?:de\s|het\s)?{MAKER}(?:\s\([^()]{{2,40}}\))?\s
    (?:(?:concludeerde|constateerde|adviseerde|waarschuwde)|(?:berekende|becijferde|raamde|schatte)(?:\s(?:de|het)\s[a-z][^.,;:?!«“\d]{{2,60}}?)?)(?:\s(?:al|nog|eerder))?
    \s(?:in\s|op\s)?(?=(?:eind|begin|medio|\d|jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec))""",
    re.VERBOSE,
)
_WHEN = r"(?:in\s|op\s)?(?P<between>(?:eind\s|begin\s|medio\s)?[^.;:?!«“]{4,28}?)"
_ADVISED = r"(?:geadviseerd|geconcludeerd|berekend|becijferd|geconstateerd|gewaarschuwd|gerapporteerd|vastgesteld)\b"
ADVISED = tuple(
    re.compile(form, re.VERBOSE)
    for form in (  # "heeft de Commissie Veren in 2017 geadviseerd", "dat de Waterraad in juni heeft geconcludeerd"
        rf"\b(?:heeft|hebben)\s(?:de|het)\s{MAKER}(?:\s\([^()]{{2,40}}\))?\s{_WHEN}\s{_ADVISED}",
        rf"\b(?:[Dd]e|[Hh]et)\s{MAKER}(?:\s\([^()]{{2,40}}\))?\s{_WHEN}\s(?:heeft|hebben)\s{_ADVISED}",
        rf"(?:\b(?:[Dd]e|[Hh]et)\s|^){MAKER}\s(?:heeft|hebben)\s(?:mij\s|u\s|de\sKamer\s)?(?:(?:hier|daar)over\s)?(?:in\s|op\s)(?P<between>(?:[^.;:?!«“]|(?<=\sjl)\.|(?<=\d)\.(?=\d)){{4,28}}?)\s(?:(?:hier|daar)over\s)?{_ADVISED}",
        rf"\b(?:dat|[Zz]oals|nu|omdat)\s(?:de|het)\s{MAKER}(?:\s\([^()]{{2,40}}\))?\s{_WHEN}\s(?:al\s|ook\s|eerder\s|reeds\s)?(?:adviseerde|concludeerde|berekende|becijferde|constateerde|waarschuwde|vaststelde)\b",
    )
)
CONCLUDED = re.compile(
    r"""\b(?:[Dd]e|[Hh]et)\s(?P<name>[A-Z]\w*(?:raad|kamer|inspectie|autoriteit|planbureau|instituut|bureau|ombudsman)
    (?:\svoor\s(?:de\s|het\s)?[A-Z][\w]{2,30})?|(?!AP\b|OM\b)[A-Z]{3,5})
    \s(?:concludeer(?:t|de)|berekende|becijferde|constateerde|adviseerde)\b(?:\sin\s(?=\d))?""",
    re.VERBOSE,
)
FOUND_OUT = re.compile(  # "De Universiteit van Oost heeft vastgesteld dat"
    rf"""\b(?:[Dd]e|[Hh]et)\s(?P<name>(?:Universiteit|Hogeschool|Technische\sUniversiteit)\s(?:van\s)?{NAME}|[A-Z]\w*(?:universiteit|planbureau|rekenkamer|instituut)(?:\s(?:voor|van)\s(?:(?:de|het)\s)?[A-Z]\w{{2,30}})?)
    \s?(?:heeft|hebben)\s(?:[a-z]{{3,12}}\s){{0,2}}(?:vastgesteld|aangetoond|berekend|becijferd|geconcludeerd|geconstateerd)\s(?=dat\b|hoe\b)""",
    re.VERBOSE,
)
STATES = re.compile(
    rf"""\b(?:[Dd]e|[Hh]et)\s{MAKER}\s(?:stel(?:t|de)|schrijft|schreef|concludeer(?:t|de)|constateer(?:t|de)|adviseer(?:t|de)
    |waarschuw(?:t|de)|bevestig(?:t|de))\sin\s(?:haar|zijn|hun|het|een|dit|dat)\s(?:[a-z]{{3,20}}\s){{0,2}}(?P<noun>\w{{0,40}}{WORK})(?!\w)
    (?:\s(?:van|uit)\s)?""",
    re.VERBOSE,
)
IN_ITS = re.compile(
    rf"""\b[Ii]n\s(?:haar|zijn|hun)\s(?:[a-z]{{3,20}}\s){{0,2}}(?P<noun>\w{{0,40}}{WORK}|jaar(?:verslag|bericht)(?:\s(?:over\s)?(?:19|20)\d\d)?)(?!\w)(?P<between>[^.;:?!«“()]{{0,80}}?)
    \b(?:(?P<has>heeft|hebben)|stelt|schrijft|concludeert|constateert|adviseert|waarschuwt|benadrukt|beschrijft|bevestigt|signaleert|noemt|meldt|wijst|pleit|becijfert|berekent|vraagt|roept)\s(?:de\s|het\s)?{MAKER}""",
    re.VERBOSE,
)
HAS_SAID = re.compile(
    r"^[^.;:?!«“()]{0,90}?\b(?:gemeld|aangegeven|geconcludeerd|geconstateerd|geadviseerd|gesteld|gewezen|gewaarschuwd|beschreven|genoemd|laten\sweten|geschreven|opgemerkt|becijferd|berekend|bevestigd|benadrukt|gepleit|gerapporteerd|aanbevolen|vastgesteld|aangetoond|opgenomen|gevraagd|opgeroepen)\b"
)
YEARLY = re.compile(
    rf"""(?:\b|(?<=\bhet)|(?<=\bde))(?P<title>(?:[Jj]aar(?:verslag|rapport|rapportage|bericht|cijfers)|[Tt]ransparantie(?:verslag|rapport)|\w{{3,30}}visie|(?P<plan>(?:[Mm]eer)?[Jj]aren?(?:werk)?plan|[Jj]aar(?:werk)?plan|[Jj]aarbeeld|[Aa]ctieplan|[Jj]aaragenda|[Ww]erkprogramma))\s
    (?:(?:over\s)?(?P<year>(?:19|20)\d\d)\b
    |\((?:[a-z]{{3,9}}\s?(?:-|–|t/m|tot)\s?[a-z]{{3,9}}\s)?(?:19|20)\d\d\)
    |(?P<maker>{NAME})\s(?:over\s)?(?P<late>(?:19|20)\d\d)\b))""",
    re.VERBOSE,
)
SUBJECT = re.compile(  # the body that a sentence begins with: "Het Meldpunt ponten en sluizen van de bonden ontving"
    r"^(?:De|Het)\s(?P<name>[A-Z][\w’-]{2,40}(?:\s(?:en\s)?-?[\w’-]{2,40}){0,6}?(?:\s\([A-Z][\w&-]{1,9}\))?)(?=\s(?:van\s(?:de|het)\s[^.;:?!()]{2,60}?\s)?(?:ontving(?:en)?|heeft|hebben|kreeg|telde|registreerde|noteerde|meldde|behandelde|nam|deed|stelde|rapporteerde|zag|legde|ontvangt|registreert|meldt|telt|rapporteert|voerde)\s)"
)
TO_STAND_IN = re.compile(
    r"\b(?:op|mee)\s?(?:te\s)?nemen\sin\s?(?:het|de|zijn|haar|uw)\s(?:[a-z]+e\s)?$"
)  # "op te nemen in het jaarplan"
POLICE = re.compile(r"^\svan\sde\s(?P<name>(?:nationale\s)?politie|brandweer|krijgsmacht)\b")
RESULT = re.compile(
    r"\b[Uu]it\s(?:het|de)\s(?P<title>\w[\w-]{2,40}-?(?:effectonderzoek|bevolkingsonderzoek|dossieronderzoek|conceptanalyse|nulmeting))\s(?:blijkt|bleek|komt|kwam|volgt|volgde)\b"
)
NAMED_RESULT = re.compile(  # "Uit het Vaarkompas binnenvaart van de Waterbond blijkt"
    rf"""\b[Uu]it\s(?:het|de)\s(?P<title>[A-Z][\w-]{{3,40}}(?:\s[\w-]{{2,30}}){{0,3}}?)\svan\s(?:de\s|het\s)?{MAKER}
    \s(?:blijkt|bleek|volgt|komt\snaar\svoren)\b""",
    re.VERBOSE,
)
NO_REPORT = re.compile(
    r"(?:wet|wetboek|verdrag|begroting|akkoord|regeling|brief|administratie|registratie|register|systeem|bestand|debat|overleg|beleid)(?:\s|$)",
    re.IGNORECASE,
)
SEVERAL = re.compile(
    r"\b(?:rapporten|rapportages|studies|analyses|\w{3,30}analyses|evaluaties)(?=\svan\s(?:onder\s(?:andere|meer)\s|o\.a\.\s)(?:het|de)?\s?[A-Z])"
)
AMONG = re.compile(r"^\svan\s(?:onder\s(?:andere|meer)|o\.a\.)")


def _made(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    for found in MADE.finditer(sentence):
        name = found["name"] or found["after"] or found["alone"]
        if (
            NO_MAKER.match(name)
            or YET.search(found["between"])
            or UNDONE.search(found["between"])
            or (ASKED_FOR.search(found["between"]) and found["noun"] in ("uitvraag", "rondvraag"))
            or TITLED.search(found.group())
            or TITLED.match(sentence[found.end() :])
        ):
            continue
        start = max(found.start("name"), found.start("after"), found.start("alone"))
        day = next((d for d in told if found.start("between") <= d.start < found.end()), None)
        day = day or next((d for d in told if d.end + 1 == found.start()), None)  # "In 2019 heeft de Waterraad"
        titled = TITLE_LATER.match(sentence[found.end() :])
        title = titled["title"] if titled else compound(found["noun"])
        yield "report", Reference(start, found.end(), publisher_name(name), day, title)
    for found in THAT_MADE.finditer(sentence):
        undone = UNDONE.search(found["between"]) or YET.search(found["between"])
        if not (NO_MAKER.match(found["name"]) or undone or TITLED.match(sentence[found.end() :])):
            day = next((d for d in told if found.start("between") <= d.start < found.end("between")), None)
            name = publisher_name(found["name"])
            yield "report", Reference(found.start("name"), found.end(), name, day, compound(found["noun"]))


def _which_made(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    for found in WHICH_MADE.finditer(sentence):
        day = next((d for d in told if found.start("between") <= d.start < found.end()), None)
        if not NO_MAKER.match(found["name"]):
            ref = Reference(
                found.start("noun"),
                found.end(),
                publisher_name(found["name"] + (found["more"] or "")),
                day,
                compound(found["noun"]),
            )
            yield "report", ref


def day_of(told: Iterable[Day], found: re.Match[str] | Deed) -> Day | None:
    """The day between who did something and what it was, or right before: "In mei 2023 heeft de Waterraad"."""
    first, last = found.span("between")
    inside = (d for d in told if first <= d.start and d.end <= last + 1)
    return next(inside, None) or next((d for d in told if d.end + 1 == found.start()), None)


def compound(noun: str) -> str | None:
    """A noun that says what the report is about: "consumentenonderzoek", not "onderzoek"."""
    return None if re.fullmatch(rf"(?!peiling|enquête){WORK}|cijfers|rapportage", noun) else noun


def _carried_out(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    for found in CARRIED_OUT.finditer(sentence):
        day = next((d for d in told if d.start == found.start("year")), None)
        yield "report", Reference(found.start(), found.end(), None, day, found["noun"])


def _published(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    for found in PUBLISHED.finditer(sentence):
        day = next((d for d in told if d.start < found.start()), None)
        yield "report", Reference(found.start("title"), found.end(), None, day, found["title"])


def _concluded(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    yield from _by_maker(CONCLUDED, sentence, told)
    yield from _by_maker(FOUND_OUT, sentence, told)


def _concluded_in(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    for kind, ref in _by_maker(CONCLUDED_IN, sentence, told):
        if ref.day:
            yield kind, ref


def _advised(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    for found in (found for form in ADVISED for found in form.finditer(sentence)):
        day = next((d for d in told if found.start("between") <= d.start < found.end("between") + 1), None)
        if day and day.value and not NO_MAKER.match(found["name"]):
            yield "report", Reference(found.start("name"), found.end(), publisher_name(found["name"]), day)


def _states(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    for kind, ref in _by_maker(STATES, sentence, told):
        titled = SAYS_THAT.match(sentence, ref.end) if ref.day is None else None
        yield kind, replace(ref, end=titled.end("title"), title=titled["title"]) if titled else ref


def _in_its(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    for found in IN_ITS.finditer(sentence):
        if not NO_MAKER.match(found["name"]) and not (found["has"] and not HAS_SAID.match(sentence[found.end() :])):
            day = next((d for d in told if found.start("between") <= d.start < found.end("between")), None)
            title = found["noun"] if found["noun"][-1].isdigit() else None
            yield "report", Reference(found.start("noun"), found.end(), publisher_name(found["name"]), day, title)


def _by_maker(pattern: re.Pattern[str], sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    for found in pattern.finditer(sentence):
        if not NO_MAKER.match(found["name"]):
            day = next((d for d in told if d.start == found.end()), None) or appeared(sentence, found.end(), told)
            end = day.end if day else found.end()
            yield "report", Reference(found.start("name"), end, publisher_name(found["name"]), day)


def _yearly(sentence: str, told: Iterable[Day]) -> Iterator[Told]:  # noqa: ARG001 - one signature for all
    for found in YEARLY.finditer(sentence):
        if GOES_WITH.search(sentence[max(0, found.start() - 40) : found.start()]):
            continue
        by = BY.match(sentence[found.end() : found.end() + 140])
        police = POLICE.match(sentence[found.end() :])
        bracketed = SUBJECT.match(sentence) if sentence[found.start() - 1 : found.start()] == "(" else None
        name = maker(by) if by else police["name"] if police else found["maker"] or (bracketed and bracketed["name"])
        name = (
            name or maker_in(sentence[: found.start()]) or said_in(sentence[: found.start()], sentence[found.end() :])
        )
        if found["plan"] and (
            not name or TO_STAND_IN.search(sentence[: found.start()])
        ):  # a plan is cited with whose it is
            continue
        yield "report", Reference(found.start(), found.end(), publisher_name(name), None, found["title"])


def _result(sentence: str, told: Iterable[Day]) -> Iterator[Told]:  # noqa: ARG001 - one signature for all
    for found in RESULT.finditer(sentence):
        yield "report", Reference(found.start("title"), found.end("title"), None, None, found["title"])
    for found in NAMED_RESULT.finditer(sentence):
        if not (NO_REPORT.search(found["title"]) or NO_MAKER.match(found["name"])):
            name = publisher_name(found["name"])
            yield "report", Reference(found.start("title"), found.end("name"), name, None, found["title"])


def _several(sentence: str, told: Iterable[Day]) -> Iterator[Told]:  # noqa: ARG001 - one signature for all
    for found in SEVERAL.finditer(sentence):
        lead = AMONG.match(sentence[found.end() :])
        by = BY.match(" van" + sentence[found.end() + lead.end() :][:140]) if lead else None
        if lead and by:
            end = found.end() + lead.end() + by.end() - len(" van")
            yield "report", Reference(found.start(), end, maker(by))


IN_IT_SAYS = (
    "heeft", "hebben", "elt", "rijft", "eert", "waarschuwt", "drukt", "stigt", "noemt", "wijst", "pleit", "cijfert", "vraagt", "roept",
)  # fmt: skip
DONE = ("uitgebracht", "uitgevoerd", "gepubliceerd", "verricht", "gedaan")
WORKS = (
    "rapport", "onderzoek", "studie", "evaluatie", "monitor", "analyse", "advies", "peiling", "enquête", "verkenning",
    "notitie", "signalement", "reflectie", "benchmark",
)  # fmt: skip
MADE_WORDS = (
    "uitvoer", "houden", "hield", "afnemen", "afgenomen", "uitgezet", "deed", "deden", "uitgevoerd", "doen", "gedaan",
    "gepubli", "uitgebracht", "opgesteld", "opstellen", "verricht", "maken", "gemaakt", "gepresenteerd",
    "publiceerde", "uitbracht", "verrichtte", "ingediend", "ingebracht", "ingestuurd", "aangeboden", "presenteerde", "opstelde", "opleverde", "opgeleverd", "maakte",
    "schr", "gedeeld", "gestuurd", "verstrekt",
)  # fmt: skip
WHICH: Asked = (
    _which_made,
    (
        (
            *WORKS, "paper", "zienswijze", "manifest", "overzicht", "factsheet", "handreiking", "cijfers", "jaarverslag", "jaarbericht", *ASKING_WORDS,
            "kwartaal", "maandbericht", "actualisatie", "berekening", "raming", "beoordeling",
        ),
        (" die", " dat"),  # also where a space is lost: "datde", "diePanta"
        MADE_WORDS,
    ),
)  # fmt: skip
REPORTED: tuple[Asked, ...] = (
    (
        _made,
        (
            (*WORKS, *ASKING_WORDS),
            ("heeft", "hebben", "liet"),
            (
                *DONE, "uitvoeren", "doen", "gepresenteerd", "houden", "afgenomen", "uitgezet", "gemaakt",
                "opgesteld", "opgeleverd", "afgerond",
            ),
        ),
    ),
    (_carried_out, (WORKS, (" 19", " 20"), (*DONE, "verschenen"))),
    (_published, (("publiceren", "publicatie", "verschijn", "uitbrengen", "presenteren", "presentatie"),)),
    (_states, (WORKS, ("stel", "schr", "concludeer", "constateer", "adviseer", "waarschuw", "bevestig"))),
    (
        _concluded,
        (("concludeer", "berekend", "becijferd", "constateerd", "adviseerde", "vastgesteld", "aangetoond"),),
    ),
    (
        _concluded_in,
        (("concludeer", "berekende", "becijferde", "constateerde", "adviseerde", "waarschuwde", "raamde", "schatte"),),
    ),
    (
        _advised,
        (
            (
                "geadviseerd", "geconcludeerd", "berekend", "becijferd", "geconstateerd", "gewaarschuwd",
                "adviseerde", "concludeerde", "berekende", "becijferde", "constateerde", "waarschuwde", "vaststelde",
                "gerapporteerd", "vastgesteld",
            ),
        ),
    ),
    (_in_its, ((*WORKS, "jaarverslag", "jaarbericht"), ("haar", "zijn", "hun"), IN_IT_SAYS)),
    (
        _yearly,
        (
            (
                "visie", "jaarplan", "jarenplan", "werkplan", "actieplan", "jaarbeeld", "jaaragenda", "werkprogramma",
                "jaarverslag", "jaarrapport", "jaarbericht", "jaarcijfers", "transparantie",
            ),
        ),
    ),
    (_result, (("uit de ", "uit het "), ("blijkt", "bleek", "komt", "kwam", "volgt"))),
    (_several, (("van onder andere", "van onder meer", "van o.a."),)),
)  # fmt: skip
