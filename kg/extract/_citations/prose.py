"""Sources that a sentence tells of by what was done: said in a debate, concluded by a body, carried out, sent.

tijdens het vragenuur van 15 oktober jl. zei u                a statement, in questions only
mondelinge vragen van het lid Vos over ponten (… 23 april 2024)
De Waterraad heeft eind 2022 advies uitgebracht over sluizen   who made a report, and when
In 2019 is consumentenonderzoek naar veren uitgevoerd          when
De Waterraad concludeerde dat
Op 29 oktober is de Kamer met een Kamerbrief geïnformeerd
het jaarverslag Waterbank 2023, de vaarvisie 2040 van de politie
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from kg.extract._citations.days import Day, days
from kg.extract._citations.kinds import SourceType
from kg.extract._citations.names import publisher_name
from kg.extract._citations.outlets import in_outlets
from kg.extract._citations.bodies import NAME, OFFICE
from kg.extract._citations.plain import BY, INVESTIGATORS, YET, maker
from kg.extract._citations.references import Reference
from kg.grammar.sentences import sentences
from kg.grammar.words import Needed, folded, holds, pruned

Told = tuple[SourceType, Reference]
Reader = Callable[[str, Sequence[Day]], Iterator[Told]]
Asked = tuple[Reader, Needed]

DEBATE = re.compile(
    rf"""\b(?:tijdens|bij|in)\s?(?:het|de|een)\s?(?P<title>(?i:(?:mondelinge\s)?vragenuur)|(?i:algemene\s(?:politieke|financiële)\sbeschouwingen)
    |behandeling\svan\s(?:het|de)\s{NAME}|persconferentie(?:\smet\s{NAME})?
    |(?i:(?:commissie|plenaire?|tweeminuten|wetgevings|nota|begrotings|hoofdlijnen)[-\s]?(?:debat|overleg))(?:\sover\s[^,.?!;:()]{{3,80}}|\s{NAME})?)""",
    re.VERBOSE,
)
SAID = re.compile(
    r"\b(?:zei(?:den)?|zegt|gezegd|aangaf|aangeeft|aangegeven|stelde[nt]?|gesteld|noemde[nt]?|antwoordde|beweerde|verklaarde|uitsprak|"
    r"toezegging(?:en)?|toezegde|toegezegd|uitspra(?:ak|ken)|uitlating(?:en)?|opmerking(?:en)?|woorden|antwoord(?:en)?)\b",
    re.IGNORECASE,
)
ORAL = re.compile(
    r"""\b(?P<title>mondelinge\s(?:Kamer)?vragen\svan\s?(?:het\s?lid|de\s?leden)\s[A-Z][^.?!;()«“\n]{2,160}?)\s?
    (?:\((?:mondeling(?:e)?\s)?vragenuur,?\s|\(|\b(?:van|d\.\s?d\.|op|tijdens\shet\svragenuur\svan)\s)(?=\d)""",
    re.VERBOSE,
)
PERSON = re.compile(
    r"\b(?:dhr\.|mevr\.|mw\.|de\sheer|mevrouw)\s(?P<name>[A-Z][\w’'-]{1,20}(?:\s(?:(?:van|de|der|den|ter|ten|el)\s?){0,2}[A-Z][\w’'-]{1,25}){0,3})"
)
HEAD_OF_STATE = re.compile(
    r"\b(?P<name>[Pp]resident\s[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'-]{1,30})?|[Pp]remier\s[A-Z][\w’'-]{1,30}|[Ss]ecretaris-generaal\s[A-Z][\w’'-]{1,30})"
)
MAKER = (
    rf"(?P<name>(?!(?:Tweede[ ]|Eerste[ ])?Kamer\b)"
    rf"(?>{OFFICE}|(?:ministerie\svan\s)?{NAME}(?:\s?\([A-Z][\w&-]{{1,9}}\))?))"
)
WORK = r"(?:rapport|onderzoek|studie|evaluatie|monitor|analyse|advies|peiling|enquête|verkenning)"
NO_MAKER = re.compile(rf"{INVESTIGATORS.pattern}|^(?:(?:Tweede |Eerste )?Kamer|Minister|Staatssecretaris)\b")
MADE = re.compile(
    rf"""\b(?:heeft\s(?:de|het)\s{MAKER.replace("<name>", "<after>")}
    |(?:[Dd]e|[Hh]et)\s{MAKER}\s(?:heeft|hebben|liet(?:en)?))\s(?P<between>[^,.;:?!«“]{{0,70}}?)
    (?<!\w)(?P<noun>\w{{0,40}}{WORK})(?!\w)[^.;:?!«“]{{0,160}}?
    \b(?:uitgebracht|uitgevoerd|uitvoeren|gepubliceerd|verricht|doen|gedaan|gepresenteerd)\b""",
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
    (?:concludeerde|berekende|becijferde|constateerde|adviseerde|waarschuwde|raamde|schatte)(?:\s(?:al|nog|eerder))?
    \s(?:in\s|op\s)?(?=(?:eind|begin|medio|\d|jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec))""",
    re.VERBOSE,
)
ADVISED = re.compile(  # "heeft de Commissie Veren in 2017 geadviseerd over"
    rf"""\b(?:heeft|hebben)\s(?:de|het)\s{MAKER}(?:\s\([^()]{{2,40}}\))?\s(?:in\s|op\s)?(?P<between>(?:eind\s|begin\s|medio\s)?[^.;:?!«“]{{4,20}}?)\s
    (?:geadviseerd|geconcludeerd|berekend|becijferd|geconstateerd|gewaarschuwd|gerapporteerd|vastgesteld)\b""",
    re.VERBOSE,
)
CONCLUDED = re.compile(
    r"""\b(?:[Dd]e|[Hh]et)\s(?P<name>[A-Z]\w*(?:raad|kamer|inspectie|autoriteit|planbureau|instituut|bureau|ombudsman)
    (?:\svoor\s(?:de\s|het\s)?[A-Z][\w]{2,30})?|(?!AP\b|OM\b)[A-Z]{3,5})
    \s(?:concludeer(?:t|de)|berekende|becijferde|constateerde|adviseerde)\b(?:\sin\s(?=\d))?""",
    re.VERBOSE,
)
STATES = re.compile(
    rf"""\b(?:[Dd]e|[Hh]et)\s{MAKER}\s(?:stel(?:t|de)|schrijft|schreef|concludeer(?:t|de)|constateer(?:t|de)|adviseer(?:t|de)
    |waarschuw(?:t|de)|bevestig(?:t|de))\sin\s(?:haar|zijn|hun|het|een)\s(?:[a-z]{{3,20}}\s){{0,2}}(?P<noun>\w{{0,40}}{WORK})(?!\w)
    (?:\s(?:van|uit)\s)?""",
    re.VERBOSE,
)
PRINTED_IN = re.compile(
    rf"""\b(?:[Ii]n\s(?:de\s|het\s)?(?P<name>(?>{NAME}))\s(?:van|d\.\s?d\.)\s(?=\d)(?=[^.?!]{{8,24}}\s(?:stond|staat|las|lezen|schreef|schrijft|verscheen)\b)
    |[Vv]olgens\s(?:de\s|het\s)?(?P<according>(?>{NAME}))\s\((?=\d))""",
    re.VERBOSE,
)
SENT = re.compile(
    r"\b(?:per|middels|via|met|in|bij)\s(?:een|de|mijn|deze)?\s?(?P<noun>(?:Kamer)?brief)\b(?:\s(?P<title>\([A-Z]{1,4}\d{4,9}\)))?"
)
INFORMED = re.compile(r"\b(?:geïnformeerd|bericht|gestuurd|toegestuurd|verzonden|aangeboden|gemeld|toegelicht)\b")
IN_ITS = re.compile(
    rf"""\b[Ii]n\s(?:haar|zijn|hun)\s(?:[a-z]{{3,20}}\s){{0,2}}(?P<noun>\w{{0,40}}{WORK})(?!\w)(?P<between>[^.;:?!«“()]{{0,80}}?)
    \b(?:stelt|schrijft|concludeert|constateert|adviseert|waarschuwt)\s(?:de\s|het\s)?{MAKER}""",
    re.VERBOSE,
)
BY_LETTER_ON = re.compile(r"\b(?:op|d\.\s?d\.)\s?$", re.IGNORECASE)
YEARLY = re.compile(
    rf"""\b(?P<title>(?:[Jj]aar(?:verslag|rapport|rapportage|bericht|cijfers)|[Tt]ransparantie(?:verslag|rapport)|\w{{3,30}}visie)\s
    (?:(?:over\s)?(?P<year>(?:19|20)\d\d)\b
    |\((?:[a-z]{{3,9}}\s?(?:-|–|t/m|tot)\s?[a-z]{{3,9}}\s)?(?:19|20)\d\d\)
    |(?P<maker>{NAME})\s(?:over\s)?(?P<late>(?:19|20)\d\d)\b))""",
    re.VERBOSE,
)
POLICE = re.compile(r"^\svan\sde\s(?P<name>(?:nationale\s)?politie|brandweer|krijgsmacht)\b")
OUTCRY = re.compile(
    r"\b(?:de|deze|hun)\s(?P<title>(?:brandbrief|noodbrief|open\sbrief|zorgbrief))(?!\w)", re.IGNORECASE
)
RESULT = re.compile(
    r"\b[Uu]it\s(?:het|de)\s(?P<title>\w[\w-]{2,40}-?(?:effectonderzoek|bevolkingsonderzoek|dossieronderzoek|conceptanalyse|nulmeting))\s(?:blijkt|bleek|komt|kwam|volgt|volgde)\b"
)
SEVERAL = re.compile(
    r"\b(?:rapporten|rapportages|studies|analyses|\w{3,30}analyses|evaluaties)(?=\svan\s(?:onder\s(?:andere|meer)\s|o\.a\.\s)(?:het|de)?\s?[A-Z])"
)
AMONG = re.compile(r"^\svan\s(?:onder\s(?:andere|meer)|o\.a\.)")


def readers_for(words: str) -> Sequence[Asked]:
    """The readers that may find a source in a document of some words, with those that they need."""
    return pruned(words, READERS)


def in_prose(text: str, written: date | None, known: Sequence[Asked], *, asking: bool) -> Iterator[Told]:
    """The sources that `known` readers find in the sentences of `text`; statements are quoted by who is `asking`."""
    small = folded(text)
    readers = [(read, needed) for read, needed in known if holds(small, needed) and (asking or read is not _said)]
    for start, end in sentences(text) if readers else ():
        held = small[start:end]
        here = [read for read, needed in readers if holds(held, needed)]
        sentence = text[start:end]
        told = list(days(sentence, written)) if here else []
        for read in here:
            for kind, ref in read(sentence, told):
                yield kind, moved(ref, start)


def moved(ref: Reference, by: int) -> Reference:
    """The same reference in a text that begins `by` characters earlier."""
    day = Day(ref.day.start + by, ref.day.end + by, ref.day.printed, ref.day.value) if ref.day else None
    return Reference(ref.start + by, ref.end + by, ref.publisher, day, ref.title, ref.address, ref.client)


def _oral(sentence: str, told: Sequence[Day]) -> Iterator[Told]:
    for found in ORAL.finditer(sentence):
        day = next((d for d in told if d.start == found.end()), None)
        if day and day.value:
            yield "other", Reference(found.start(), day.end, None, day, found["title"].strip())


def _said(sentence: str, told: Sequence[Day]) -> Iterator[Told]:
    """What was said in a debate, or by a president on a day."""
    if not SAID.search(sentence):
        return
    for found in DEBATE.finditer(sentence):
        day = next((d for d in told if 0 <= d.start - found.end() <= len(" van donderdag ")), None)
        end = day.end if day else found.end()
        person = PERSON.search(sentence)
        yield "speech", Reference(found.start("title"), end, person["name"] if person else None, day, found["title"])
    for found in HEAD_OF_STATE.finditer(sentence):
        day = next((d for d in told if _whole(d)), None)
        if day:
            start, end = min(found.start(), day.start), max(found.end(), day.end)
            yield "speech", Reference(start, end, found["name"], day)


def _whole(day: Day) -> bool:
    """Whether a day is certain to the day."""
    return day.value is not None and len(day.value) == len("2024-10-17")


def _made(sentence: str, told: Sequence[Day]) -> Iterator[Told]:
    for found in MADE.finditer(sentence):
        name = found["name"] or found["after"]
        if NO_MAKER.match(name) or YET.search(found["between"]):
            continue
        start = max(found.start("name"), found.start("after"))
        day = next((d for d in told if found.start("between") <= d.start < found.end()), None)
        yield "report", Reference(start, found.end(), publisher_name(name), day, _compound(found["noun"]))


def _compound(noun: str) -> str | None:
    """A noun that says what the report is about: "consumentenonderzoek", not "onderzoek"."""
    return None if re.fullmatch(WORK, noun) else noun


def _carried_out(sentence: str, told: Sequence[Day]) -> Iterator[Told]:
    for found in CARRIED_OUT.finditer(sentence):
        day = next((d for d in told if d.start == found.start("year")), None)
        yield "report", Reference(found.start(), found.end(), None, day, found["noun"])


def _published(sentence: str, told: Sequence[Day]) -> Iterator[Told]:
    for found in PUBLISHED.finditer(sentence):
        day = next((d for d in told if d.start < found.start()), None)
        yield "report", Reference(found.start("title"), found.end(), None, day, found["title"])


def _concluded(sentence: str, told: Sequence[Day]) -> Iterator[Told]:
    return _by_maker(CONCLUDED, sentence, told)


def _concluded_in(sentence: str, told: Sequence[Day]) -> Iterator[Told]:
    for kind, ref in _by_maker(CONCLUDED_IN, sentence, told):
        if ref.day:
            yield kind, ref


def _advised(sentence: str, told: Sequence[Day]) -> Iterator[Told]:
    for found in ADVISED.finditer(sentence):
        day = next((d for d in told if found.start("between") <= d.start < found.end("between") + 1), None)
        if day and day.value and not NO_MAKER.match(found["name"]):
            yield "report", Reference(found.start("name"), found.end(), publisher_name(found["name"]), day)


def _states(sentence: str, told: Sequence[Day]) -> Iterator[Told]:
    return _by_maker(STATES, sentence, told)


def _by_maker(pattern: re.Pattern[str], sentence: str, told: Sequence[Day]) -> Iterator[Told]:
    for found in pattern.finditer(sentence):
        if not NO_MAKER.match(found["name"]):
            day = next((d for d in told if d.start == found.end()), None)
            end = day.end if day else found.end()
            yield "report", Reference(found.start("name"), end, publisher_name(found["name"]), day)


def _printed_in(sentence: str, told: Sequence[Day]) -> Iterator[Told]:
    """Such as "In de Avondpost van 3 mei 2024 stond dat" and "Volgens de Avondpost (3 mei 2024)"."""
    for found in PRINTED_IN.finditer(sentence):
        day = next((d for d in told if d.start == found.end() and _whole(d)), None)
        if day:
            start = max(found.start("name"), found.start("according"))
            yield "news", Reference(start, day.end, publisher_name(found["name"] or found["according"]), day)


def _in_its(sentence: str, told: Sequence[Day]) -> Iterator[Told]:
    for found in IN_ITS.finditer(sentence):
        if not INVESTIGATORS.match(found["name"]):
            day = next((d for d in told if found.start("between") <= d.start < found.end("between")), None)
            yield "report", Reference(found.start("noun"), found.end(), publisher_name(found["name"]), day)


def _sent(sentence: str, told: Sequence[Day]) -> Iterator[Told]:
    """A letter by which the House was informed on a day."""
    if not INFORMED.search(sentence) or "Kamer" not in sentence:
        return
    for found in SENT.finditer(sentence):
        day = next(
            (
                d
                for d in told
                if _whole(d) and d.end <= found.start() and BY_LETTER_ON.search(sentence[max(0, d.start - 6) : d.start])
            ),
            None,
        )
        if day:
            title = f"{found['noun']} {found['title']}" if found["title"] else None
            yield "letter", Reference(day.start, found.end(), None, day, title)


def _yearly(sentence: str, told: Sequence[Day]) -> Iterator[Told]:  # noqa: ARG001 - one signature for all
    for found in YEARLY.finditer(sentence):
        by = BY.match(sentence[found.end() : found.end() + 140])
        police = POLICE.match(sentence[found.end() :])
        name = maker(by) if by else police["name"] if police else found["maker"]
        yield "report", Reference(found.start(), found.end(), publisher_name(name), None, found["title"])


def _outcry(sentence: str, told: Sequence[Day]) -> Iterator[Told]:  # noqa: ARG001 - one signature for all
    for found in OUTCRY.finditer(sentence):
        by = BY.match(sentence[found.end() : found.end() + 140])
        end = found.end() + by.end() if by else found.end()
        ref = Reference(found.start("title"), end, maker(by)) if by else None
        yield "letter", ref or Reference(found.start("title"), end, title=found["title"])


def _result(sentence: str, told: Sequence[Day]) -> Iterator[Told]:  # noqa: ARG001 - one signature for all
    for found in RESULT.finditer(sentence):
        yield "report", Reference(found.start("title"), found.end("title"), None, None, found["title"])


def _several(sentence: str, told: Sequence[Day]) -> Iterator[Told]:  # noqa: ARG001 - one signature for all
    for found in SEVERAL.finditer(sentence):
        lead = AMONG.match(sentence[found.end() :])
        by = BY.match(" van" + sentence[found.end() + lead.end() :][:140]) if lead else None
        if lead and by:
            end = found.end() + lead.end() + by.end() - len(" van")
            yield "report", Reference(found.start(), end, maker(by))


DONE = ("uitgebracht", "uitgevoerd", "gepubliceerd", "verricht", "gedaan")
WORKS = (
    "rapport", "onderzoek", "studie", "evaluatie", "monitor", "analyse", "advies", "peiling", "enquête", "verkenning",
)  # fmt: skip
SPOKEN = (
    "vragenuur", "beschouwingen", "behandeling", "persconferentie", "debat", "overleg", "president", "premier",
    "secretaris-generaal",
)  # fmt: skip
DAYS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december", "gisteren",
)  # fmt: skip
READERS: tuple[Asked, ...] = (
    (_oral, (("mondelinge",), ("vragen",))),
    (_said, (SPOKEN,)),
    (_made, (WORKS, ("heeft", "hebben", "liet"), (*DONE, "uitvoeren", "doen", "gepresenteerd"))),
    (_carried_out, (WORKS, ("in",), ("19", "20"), (*DONE, "verschenen"))),
    (_published, (("publiceren", "publicatie", "verschijn", "uitbrengen", "presenteren", "presentatie"),)),
    (_concluded, (("concludeer", "berekende", "becijferde", "constateerde", "adviseerde"),)),
    (
        _concluded_in,
        (("concludeer", "berekende", "becijferde", "constateerde", "adviseerde", "waarschuwde", "raamde", "schatte"),),
    ),
    (
        _advised,
        (
            (
                "geadviseerd",
                "geconcludeerd",
                "berekend",
                "becijferd",
                "geconstateerd",
                "gewaarschuwd",
                "gerapporteerd",
                "vastgesteld",
            ),
        ),
    ),
    (_states, (WORKS, ("stel", "schr", "concludeer", "constateer", "adviseer", "waarschuw", "bevestig"))),
    (_in_its, (WORKS, ("haar", "zijn", "hun"), ("stelt", "schrijft", "eert", "waarschuwt"))),
    (_printed_in, (("stond", "staat", "las", "lezen", "schreef", "schrijft", "verscheen", "volgens"),)),
    (in_outlets, (DAYS,)),
    (_sent, (("brief",), ("kamer",))),
    (_yearly, (("visie", "jaarverslag", "jaarrapport", "jaarbericht", "jaarcijfers", "transparantie"),)),
    (_outcry, (("brandbrief", "noodbrief", "open", "zorgbrief"), ("brief",))),
    (_result, (("effectonderzoek", "bevolkingsonderzoek", "dossieronderzoek", "conceptanalyse", "nulmeting"),)),
    (_several, (("rapport", "studies", "analyses", "evaluaties"), ("onder", "o.a."))),
)
