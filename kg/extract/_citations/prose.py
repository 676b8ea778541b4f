"""Sources that a sentence tells of by what was done: said in a debate, printed on a day, sent to the House.

tijdens het vragenuur van 15 oktober jl. zei u                a statement, in questions only
mondelinge vragen van het lid Vos over ponten (… 23 april 2024)
Op 29 oktober is de Kamer met een Kamerbrief geïnformeerd
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import reduce
from operator import or_

from kg.extract._citations.bodies import NAME
from kg.extract._citations.days import Day, days_in, moved_day
from kg.extract._citations.doings import DOINGS
from kg.extract._citations.findings_told import FINDINGS_TOLD
from kg.extract._citations.groups import from_group
from kg.extract._citations.letters_told import LETTERS_TOLD
from kg.extract._citations.looked import LOOKED
from kg.extract._citations.makers import BY, maker
from kg.extract._citations.outlets import in_outlets
from kg.extract._citations.passing import PASSING
from kg.extract._citations.references import Reference
from kg.extract._citations.reported import REPORTED, WHICH, Asked, Reader, Told
from kg.extract._citations.sent import SENDINGS
from kg.extract._citations.uttered import UTTERED
from kg.grammar.months import MONTHS
from kg.grammar.sentences import sentences
from kg.grammar.words import Rows, folded, held, held_of, needing, of_rows

_ABOUT = rf"(?:\sover\s[^,.?!;:()«“]{{3,80}}?(?=\s(?:van|op|d\.\s?d\.)\s\d|[,.?!;:()«“]|\s(?:zei|heeft|hebben|stelde|aangaf|toezegde)\b|$)|\s?{NAME})?"
DEBATE = re.compile(
    rf"""(?:\b(?:[Tt]ijdens|[Bb]ij|[Ii]n|[Gg]edurende)|(?<=[a-z])(?<!aar)(?<!hier)in)\s?(?:het|de|een|dit|dat)\s?(?:(?!mondelinge?\svragenuur)(?:laatste|recente|vorige|afgelopen|plenaire?|mondelinge?)\s)?
    (?P<title>(?i:(?:mondelinge?\s)?vragenuur(?:tje)?)|(?i:algemene\s(?:politieke|financiële|europese)\sbeschouwingen)
    |(?:plenaire\s)?behandeling\svan\s(?:het|de)\s{NAME}|persconferentie(?:\smet\s{NAME}|\sna\s(?:afloop\svan\s)?(?:de|het)\s[a-z]{{4,20}})?
    |(?:(?i:algemeen\soverleg)|V?AO\b|WGO\b){_ABOUT}
    |(?i:(?:commissie|plenaire?|tweeminuten|dertigleden|spoed|interpellatie|wetgevings|nota|begrotings|hoofdlijnen|verkiezings|Kamer)[-\s]?(?:debat|overleg|behandeling)){_ABOUT}
    |(?i:debat|interpellatie)\s(?:over\s[^,.?!;:()«“]{{3,80}}?(?=\s(?:van|op|d\.\s?d\.)\s?\d)|(?=(?:van|op|d\.\s?d\.)\s?\d)))""",
    re.VERBOSE,
)
DEBATE_AFTER_DAY = re.compile(  # "dat u op 8 april in het debat over ponten zei"
    r"""\s(?:jl\.\s)?(?:in|tijdens|bij)\s(?:het|een)\s(?P<title>debat\sover\s[^,.?!;:()«“]{3,80}?)
    (?=,|\s(?:zei|heeft|hebt|had|stelde|aangaf|toezegde|zegde|antwoordde|beloofde|verklaarde|noemde))""",
    re.VERBOSE,
)
SAID = re.compile(
    r"(?:\b|(?<=heeft)|(?<=hebt)|(?<=hebben))(?:zei(?:den)?|zegt|gezegd|aangaf|aangeeft|aangegeven|stelde[nt]?|gesteld|noemde[nt]?|antwoordde|beweerde|verklaarde|uitsprak|"
    r"geantwoord|toegelicht|opgemerkt|me(?:de|e)gedeeld|betoogd|uitgelegd|genoemd|laten\sweten|beweerd|verklaard|beloofde?|liet|bevestigde?|erkende?|ontkende?|wees|meldde|gemeld|verzekerde?|herhaalde?|"
    r"zegde|toezegging(?:en)?|toezegde|toegezegd|uitspra(?:ak|ken)|uitlating(?:en)?|opmerking(?:en)?|woorden|antwoord(?:en)?)(?:dat)?\b",
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
_SPOKE = r"(?:zei|zegt|gezegd|verklaarde?|beweerde?|beloofde?|noemde|genoemd|vertelde?|riep|uitsprak|uitgesproken|opmerkte|sprak)"
AHEAD = re.compile(r"\b(?:aanstaande|aankomende?|komende|a\.\s?s\.)")
YOU = re.compile(r"\b[Uu]w?\b")
WILL_SAY = re.compile(
    r"\b(?:[Bb]ent\su\s(?:bereid|voornemens)|(?:[Kk]unt|[Ww]ilt|[Zz]ult)\su)\s(?!uw?\b|zich\b)[^.?!;,]{0,40}$"
)
YOU_ON = re.compile(r"\b[uU]\s(?:(?:zelf|eerder|nog|ook|al|nota\sbene)\s){0,2}op\s$")  # before a day
THEN_SPOKE = re.compile(
    rf"^\s?(?:jl\.\s|jongstleden\s)?(?:(?:(?!antwoord|brief|schriftelijk|Kamervra)[^.?!;«“\n]){{0,80}}?\s)?{_SPOKE}\b(?=[^.?!]{{0,12}}?(?:\bdat\b|[«“‘:]|,))"
)
SPOKE_YOU = re.compile(
    r"\b(?:zei|verklaarde|beweerde|beloofde|noemde|vertelde|riep|stelde)\su\s(?:(?:zelf|eerder|nog|ook|al|nota\sbene)\s){0,2}op\s$"
)
HEAD_OF_STATE = re.compile(
    r"\b(?P<name>[Pp]resident\s[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'-]{1,30})?|[Pp]remier\s[A-Z][\w’'-]{1,30}|[Ss]ecretaris-generaal\s[A-Z][\w’'-]{1,30})"
)
SENT = re.compile(
    r"\b(?:per|middels|via|met|in|bij)\s(?:een|de|mijn|deze)?\s?(?P<noun>(?:Kamer)?brief)\b(?:\s(?P<title>\([A-Z]{1,4}\d{4,9}\)))?"
)
INFORMED = re.compile(r"\b(?:geïnformeerd|bericht|gestuurd|toegestuurd|verzonden|aangeboden|gemeld|toegelicht)\b")
BY_LETTER_ON = re.compile(r"\b(?:op|d\.\s?d\.)\s?$", re.IGNORECASE)
ON_DAY = re.compile(r"^\s(?:van|op|d\.\s?d\.|uit)\s?$")
OUTCRY = re.compile(
    r"\b(?:de|deze|hun)\s(?P<title>(?:brandbrief|noodbrief|open\sbrief|zorgbrief))(?!\w)", re.IGNORECASE
)


def in_prose(text: str, written: date | None, *, asking: bool) -> Iterator[Told]:
    """The sources that the readers find in the sentences of `text`; statements are quoted by who is `asking`."""
    small = folded(text)
    here = held(small)
    known = [(read, needs) for read, needs in READERS if here & needs == needs and (asking or read not in SAYING)]
    words = of_rows(small, reduce(or_, (needs for _, needs in known), 0))
    for start, end in sentences(text) if known else ():
        here = held_of(words, small[start:end])
        readers = [read for read, needs in known if here & needs == needs]
        if readers:
            told = SentenceDays(text, start, end, written)
            for read in readers:
                for kind, ref in read(text[start:end], told):
                    yield kind, moved(ref, start)


class SentenceDays:
    """The days of the sentence `text[start:end]`, in order and at their places in it; read when a reader looks at them."""

    def __init__(self, text: str, start: int, end: int, written: date | None) -> None:
        self._place = text, start, end, written
        self._days: list[Day] | None = None

    def __iter__(self) -> Iterator[Day]:
        if self._days is None:
            text, start, end, written = self._place
            self._days = [moved_day(day, -start) for day in days_in(text, written, start, end)]
        return iter(self._days)


def moved(ref: Reference, by: int) -> Reference:
    """The same reference in a text that begins `by` characters earlier."""
    day = moved_day(ref.day, by) if ref.day else None
    return Reference(ref.start + by, ref.end + by, ref.publisher, day, ref.title, ref.address, ref.client)


def _oral(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    for found in ORAL.finditer(sentence):
        day = next((d for d in told if d.start == found.end()), None)
        if day and day.value:
            yield "other", Reference(found.start(), day.end, None, day, found["title"].strip())


def _said(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """What was said in a debate, or by a president on a day."""
    if not SAID.search(sentence):
        return
    for found in DEBATE.finditer(sentence):
        day = next((d for d in told if 0 <= d.start - found.end() <= len(" van donderdag ")), None)
        end = day.end if day else found.end()
        person = PERSON.search(sentence)
        if (
            WILL_SAY.search(sentence[: found.start()])
            or AHEAD.search(sentence[found.end() : end + 12])
            or not (day or person or YOU.search(sentence))
        ):
            continue
        yield (
            "speech",
            Reference(found.start("title"), end, person["name"] if person else None, day, found["title"].strip()),
        )
    for day in told:
        if _whole(day) and (held := DEBATE_AFTER_DAY.match(sentence, day.end)):
            yield "speech", Reference(day.start, held.end(), None, day, held["title"])
    for found in HEAD_OF_STATE.finditer(sentence):
        day = next((d for d in told if _whole(d)), None)
        if day:
            start, end = min(found.start(), day.start), max(found.end(), day.end)
            yield "speech", Reference(start, end, found["name"], day)


def _you_said(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    """What the minister who is asked said on a day, not in a debate: "toen u op 14 januari bij het ontbijt zei dat"."""
    for day in told:
        before, after = sentence[max(0, day.start - 48) : day.start], sentence[day.end :][:120]
        spoke = THEN_SPOKE.match(after) if YOU_ON.search(before) else None
        if _whole(day) and (spoke or SPOKE_YOU.search(before)) and not DEBATE.search(sentence):
            yield "speech", Reference(day.start, day.end + (spoke.end() if spoke else 0), None, day)


def _whole(day: Day) -> bool:
    """Whether a day is certain to the day."""
    return day.value is not None and len(day.value) == len("2024-10-17")


def _sent(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
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


def _outcry(sentence: str, told: Iterable[Day]) -> Iterator[Told]:
    for found in OUTCRY.finditer(sentence):
        ahead = sentence[found.end() : found.end() + 140]
        by, group = BY.match(ahead), from_group(ahead)
        end = found.end() + (by.end() if by else group.end() if group else 0)
        day = next((d for d in told if d.start >= end and ON_DAY.match(sentence[end : d.start])), None)
        name = maker(by) if by else group["name"] if group else None
        ref = Reference(found.start("title"), day.end if day else end, name, day) if name else None
        yield "letter", ref or Reference(found.start("title"), end, title=found["title"])


SAYING = (_said, _you_said)
SPOKEN = (
    "algemeen overleg", " ao ", " vao ", " wgo ", "interpellatie", "vragenuur", "beschouwingen", "behandeling", "persconferentie", "debat", "overleg", "president", "premier",
    "secretaris-generaal",
)  # fmt: skip
DAYS = (*MONTHS, "gisteren")
ASKED: tuple[Asked, ...] = (
    (_oral, (("mondelinge",), ("vragen",))),
    (_said, (SPOKEN,)),
    (
        _you_said,
        (
            DAYS,
            (" u ",),
            (
                "zei",
                "zeg",
                "verkla",
                "bewe",
                "belo",
                "noem",
                "vertel",
                "riep",
                "sprak",
                "sproken",
                "opmerkte",
                "stelde",
            ),
        ),
    ),
    WHICH,
    (in_outlets, (DAYS,)),
    (_sent, (("brief",), ("kamer",))),
    (_outcry, (("brandbrief", "noodbrief", "open", "zorgbrief"), ("brief",))),
    *REPORTED,
    *PASSING,
    SENDINGS,
    *DOINGS,
    *FINDINGS_TOLD,
    *LOOKED,
    *LETTERS_TOLD,
    *UTTERED,
)
READERS: tuple[tuple[Reader, Rows], ...] = tuple((read, needing(*rows)) for read, rows in ASKED)
