"""Works that a sentence names with what their makers did: held, published, did before them, said in them or on their basis.

de enquête die de Waterbond onder schippers hield              (that one in `reported`)
De Waterbond hield in mei 2024 een enquête onder schippers
In mei 2023 publiceerde de Waterraad een rapport over sluizen
het eerder door de Waterraad uitgebrachte advies
De Waterbond noemt in een position paper de kosten
De Waterbond geeft op basis van een ledenpeiling aan
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from kg.extract._citations.actors import STARTS, Actors, Deed
from kg.extract._citations.bodies import SORTED
from kg.extract._citations.days import Day
from kg.extract._citations.kinds import SourceType
from kg.extract._citations.names import publisher_name
from kg.extract._citations.references import Reference
from kg.extract._citations.reported import (
    ASKING,
    ASKING_WORDS,
    MAKER,
    NO_MAKER,
    WORK,
    WORKS,
    Asked,
    Told,
    compound,
    day_of,
)

WORK_NOUN = (
    rf"[\w-]{{0,40}}?(?:{WORK}|{ASKING}|rapportage|factsheet|(?:position|white)\spaper|manifest|handreiking)"
    r"(?:(?!\w)|(?=(?:onder|naar|over|die|dat|van|waar)(?:uit|in)?\s))"
)
MAKERS = Actors(  # "De Waterbond", "Bureau Stroom" where a sentence begins
    rf"{SORTED}(?!(?:{STARTS}|Nederland|Minister|Staatss\w*|Kamer|Kabinet)\b){MAKER}",
    r"(?:\b(?:[Dd]e|[Hh]et)\s|^(?:Ook\s)?)",
)
ANY_MAKERS = replace(MAKERS, begins=r"(?=\w)(?<![\w.&’'+-])(?<![A-Z]\s)")
_OBJECT = r"(?:een|het|de|haar|zijn|hun)\s(?:[a-z-]{3,20}\s){0,2}"
_DID = r"(?:publiceerden?|presenteerden?|hield(?:en)?|deed|deden|verrichtten?|voerden?|bracht(?:en)?)"
_BETWEEN = r"(?P<between>(?:[^.,;:?!«“]|(?<=\sjl)\.|(?<=\d)\.(?=\d)){0,50}?)"
HELD = re.compile(  # behind who held it
    rf"\s(?P<done>{_DID}|(?:publiceert|houdt|verricht|doet)(?=\s(?:jaarlijks|ieder|elk|periodiek|twee))|publiceren(?=\s(?:jaarlijks|ieder|elk)))\s{_BETWEEN}(?<!\w){_OBJECT}(?P<noun>{WORK_NOUN})"
)
DID = re.compile(rf"\b(?P<done>(?i:{_DID}))\s(?:(?:de|het)\s)?")  # before who held it ...
WORK_DONE = re.compile(rf"\s{_BETWEEN}(?<!\w)(?:{_OBJECT}|(?=advies\suit\b))(?P<noun>{WORK_NOUN})")  # ... and behind
OUT = re.compile(r"^(?:[Bb]racht|[Vv]oerde)")  # "bracht", "voerde": said whole by "uit" behind
UIT = re.compile(r"^[^.;:?!«“]{0,120}?\buit\b")
TITLE_BEHIND = re.compile(r"^\s?(?:[«“‘\"']|getiteld|met\sde\stitel)")
BY = re.compile(  # "het eerder door", before who did it ...
    r"""\b(?:[Hh]et|[Dd]e|[Ee]en|[Dd]it|[Dd]eze)\s?(?:(?!niet\b)[a-z]{3,20}\s){0,3}?(?:in\sopdracht\svan\s[^.,;:?!«“]{3,60}?\s)?
    door\s(?:(?:de|het)\s?)?""",
    re.VERBOSE,
)
DONE_BY = re.compile(  # ... and behind: "uitgebrachte advies"
    rf"""\s(?P<between>(?:[^.,;:?!«“]|(?<=\sjl)\.|(?<=\d)\.(?=\d)){{0,40}}?)
    \b(?:uitgebrachte?|gepubliceerde?|opgestelde?|uitgevoerde?|verrichte?|gemaakte?|gehouden|gepresenteerde?|opgeleverde?|afgenomen|geschreven|gestuurde?|gezonden|verstuurde?)
    \s(?:[a-z-]{{3,20}}e\s)?(?P<noun>{WORK_NOUN}|\w{{0,20}}brief(?!\w))""",
    re.VERBOSE,
)
_SAY = (
    r"(?:noem(?:t|de|en|den)|stel(?:t|de|len|den)|schr(?:ijft|ijven|eef|even)|concludeer(?:t|de|den)|constateer(?:t|de|den)|adviseer(?:t|de|den)|wijst|wijzen|wees|wezen"
    r"|waarschuw(?:t|de|en|den)|bevestig(?:t|de)|pleit(?:en|te|ten)?|vra(?:agt|gen)|vroeg(?:en)?|roep(?:t|en)|riep(?:en)?|meld(?:t|de|en|den)|ge(?:eft|ven)|gaf|beschrijft|beschreef"
    r"|becijfer(?:t|de)|bereken(?:t|de)|raam(?:t|de)|schat(?:te)?|onderstreept|benadruk(?:t|te|ken)|signaleer(?:t|de)|bepleit(?:te)?|toont|rapporteer(?:t|de)|(?:komt|kwam)(?=\s(?:[^.,;:?!«“\s]{1,20}\s){1,8}uit\s?op))"
)
_IN = r"(?:[a-z-]{3,20}\s){0,2}?"
SAYS_IN_A = re.compile(  # behind who says it
    rf"\s{_SAY}\s(?:[a-z]{{2,12}}\s){{0,2}}?in\s(?:een|dit)\s{_IN}(?P<noun>{WORK_NOUN}){_BETWEEN}(?=[\s.,])"
)
WHICH_SAYS_IN = re.compile(  # ", die in een rapport van mei 2031 concludeert"
    rf",\s(?:die|dat)\s(?:[a-z]{{2,12}}\s){{0,2}}?in\seen\s{_IN}(?P<noun>{WORK_NOUN}){_BETWEEN}(?<!\w){_SAY}(?!\w)"
)
IN_A_SAYS = re.compile(  # before who says it
    rf"\b[Ii]n\seen\s{_IN}(?P<noun>{WORK_NOUN})\s{_BETWEEN}(?<!\w){_SAY}\s(?:(?:de|het)\s)?"
)
THAT_SAYS_IN = re.compile(  # "dat de Waterraad in een recent advies pleit": who says it stands before
    rf"\s(?:[a-z]{{2,12}}\s){{0,2}}?in\seen\s{_IN}(?P<noun>{WORK_NOUN}){_BETWEEN}(?<!\w){_SAY}(?=\s(?:voor|dat|tegen|om|op|over|voor|hoe)\b)"
)
THAT = re.compile(r"\b(?:dat|zoals|omdat|nu)\s(?:de\s|het\s)?$")
_ASKED_OF = (
    rf"(?:een|eigen|haar|zijn|hun)\s{_IN}(?P<noun>[\w-]{{0,40}}?(?:{ASKING}|peiling|enquête|onderzoek|analyse)(?!\w))"
)
SAYS_ON_BASIS = re.compile(  # behind who says it
    rf"\s{_SAY}\s{_BETWEEN}(?<!\w)op\sbasis\svan\s{_ASKED_OF}(?=[^.?!;]{{0,80}}?\b(?:dat|aan|hoe|op|wat)\b)"
)
ON_BASIS_SAYS = re.compile(  # before who says it
    rf"\b[Oo]p\sbasis\svan\s{_ASKED_OF}\s{_BETWEEN}(?<!\w){_SAY}\s(?:(?:de|het)\s)?"
)


def did(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A work by who published or held it, and when."""
    for found in chain(MAKERS.each_before(HELD, sentence), MAKERS.each_behind(DID, sentence, tail=WORK_DONE)):
        behind = sentence[found.end() :]
        if TITLE_BEHIND.match(behind) or (OUT.match(found["done"]) and not UIT.match(behind)):
            continue
        yield from _made(found, told)


def done_by(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A work or a letter with what was done to it, and by whom, before its noun."""
    for found in MAKERS.each_behind(BY, sentence, tail=DONE_BY):
        if not TITLE_BEHIND.match(sentence[found.end() :]):
            yield from _made(found, told)


def says_in(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """A work by who says something in it."""
    said = chain(
        MAKERS.each_before(SAYS_IN_A, sentence),
        MAKERS.each_behind(IN_A_SAYS, sentence),
        ANY_MAKERS.each_before(WHICH_SAYS_IN, sentence),
    )
    that = (
        found
        for found in ANY_MAKERS.each_before(THAT_SAYS_IN, sentence)
        if THAT.search(sentence, 0, found.start("name"))
    )
    for found in chain(said, that):
        if not TITLE_BEHIND.match(sentence[found.end("noun") :]):
            yield from _made(found, told)


def on_basis(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """An inquiry by who says something on the basis of it."""
    for found in chain(MAKERS.each_before(SAYS_ON_BASIS, sentence), MAKERS.each_behind(ON_BASIS_SAYS, sentence)):
        yield from _made(found, told)


def _made(found: Deed, told: Iterable[Day]) -> Iterator[Told]:
    if NO_MAKER.match(found["name"]):
        return
    kind: SourceType = "letter" if found["noun"].endswith("brief") else "report"
    title = None if kind == "letter" else compound(found["noun"])
    yield kind, Reference(found.start(), found.end(), publisher_name(found["name"]), day_of(told, found), title)


_NOUNS = (*WORKS, *ASKING_WORDS, "factsheet", "paper", "manifest", "handreiking", "brief")
DOINGS: tuple[Asked, ...] = (
    (did, (_NOUNS, ("ubliceer", "ubliceren ", "houdt ", "verricht ", "doet ", "resenteerde", "hield", "deed ", "deden ", "verrichtte", "voerde", "bracht"))),
    (
        done_by,
        (
            _NOUNS,
            ("door ",),
            ("uitgebracht", "gepubliceerd", "opgesteld", "uitgevoerd", "verricht",
                "gemaakt", "gehouden", "gepresenteerd", "opgeleverd", "afgenomen", "geschreven", "gestuurd", "gezonden", "verstuurd"),
        ),
    ),
    (says_in, (_NOUNS, (" in een ", "in een ", " in dit "))),
    (on_basis, (_NOUNS, ("op basis van ",))),
)  # fmt: skip
