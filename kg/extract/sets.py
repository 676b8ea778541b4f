"""Earlier sets of questions, and answers to them, that a text names by their day and not by a number.

"op de eerdere vragen van het lid Waterdrager (ingezonden 3 april 2025)", "de antwoorden op mijn eerdere vragen over
stoplichten van 12 maart 2024", "uw op 5 juni 2025 ontvangen antwoorden" (invented); "In de beantwoording van de
Kamervragen van 9 augustus" (ah-tk-20242025-566).  Where a number stands beside the day, the paper is cited by that.

>>> [(s.day, s.event, s.askers) for s in find("Kent u de vragen van het lid Van Veen (SP), ingezonden 3 april 2025?")]
[('2025-04-03', 'submitted', (('Van Veen', 'SP'),))]
>>> [(s.day, s.own_askers, s.own_posts, s.subject) for s in find("Uw antwoorden op onze vragen over lampen van 4 mei 2025 zijn kort.")]
[('2025-05-04', True, True, 'lampen')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Literal

from kg.grammar import dates
from kg.grammar.offices import offices, person_name
from kg.grammar.prose import prose
from kg.grammar.sentences import sentences
from kg.grammar.words import folded, holds, needing
from kg.records import Mention, Structure, Term, Value

Event = Literal["submitted", "answered", ""]

_ADJECTIVE = (
    r"(?:eerdere?|eerder|vorige|schriftelijke|genoemde|voorgaande|feitelijke|gestelde|ingezonden|gegeven|ontvangen)"
)
_QUESTIONS = r"(?:[Kk]amer)?vragen(?!\w)"
_LEAD = rf"(?:(?P<whose>mijn|onze|uw|deze|onderhavige)\s+)?(?P<words>(?:{_ADJECTIVE}\s+){{0,3}})"
NOUN = re.compile(
    rf"""(?<!\w)(?i:{_LEAD})(?:(?P<answers>[Aa]ntwoord(?:en)?|[Bb]eantwoording)(?!\w)
    (?:\s+(?:op|van)\s+(?:de\s+)?(?i:(?P<asked>mijn|onze|uw|deze|onderhavige)\s+)?(?:(?:{_ADJECTIVE})\s+){{0,3}}{_QUESTIONS})?
    |{_QUESTIONS})""",
    re.VERBOSE,
)
NAMES = ("vragen", "antwoord")
SETS = needing(NAMES)
DIGIT = re.compile(r"\d")  # every day has one
SENT_IN = ("ingezonden", "ingediend", "gesteld")
CUE = re.compile(
    rf"""(?=[abdgiov(])(?:(?P<asked>(?<!\w)(?:{"|".join(SENT_IN)})(?:\s+op)?)|(?P<answered>(?<!\w)(?:ontvangen|beantwoord|verzonden)(?:\s+op)?)
    |(?P<bare>(?<!\w)(?:van|d\.\s?d\.|dd\.?|gedateerd(?:\s+op)?)|\())\s*(?=\d{{1,2}}[\s-]\w)""",
    re.VERBOSE | re.IGNORECASE,
)
BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<whose>mijn|onze|uw)\s+)?(?:op|d\.\s?d\.)\s*(?P<date>\d{{1,2}}\s+[a-z]{{3,9}}\.?(?:\s+(?:\d{{4}}|jl\.?))?)\s+(?={_ADJECTIVE})",
    re.IGNORECASE,
)
BY = re.compile(
    r"[\s,]{0,3}(?:(?:terzake|ter\s+zake|hierover|daarover)\s+)?(?:(?:eerder\s+)?gesteld\s+)?(?:van|door)\s+(?:het|de)\s+(?:[Kk]amer)?(?:lid|leden)\s+"
)
TO = re.compile(r"[\s,]{0,3}(?:(?:aan|van)\s+)?(?:(?:de|het)\s{0,3})?(?=[Mm]inister|[Ss]taats)")
ABOUT = re.compile(
    r"[\s,]{0,3}(?:hierover|daarover|terzake|ter\s+zake|(?:over|inzake|betreffende|omtrent|naar\s+aanleiding\s+van|met\s+betrekking\s+tot)\s+(?P<subject>\S))"
)
NAME = re.compile(
    r"\s{0,3}(?:,|\ben\b)?\s{0,3}(?P<name>[^(),;]{2,60}?)\s*(?:\((?P<party>[^()]{1,40})\)|(?=\s*(?:,|;|\(|\ben\s+[A-Z]|$)))"
)
SUBJECT_END = re.compile(r"[,;(?!]|\s(?:op|in|wordt|worden|is|zijn|heeft|hebben|staat|schreef|gaf|werd)\s")
NAMES_END = re.compile(
    r"[\s,]{0,3}(?:aan\s+(?:de|het)|over|inzake|betreffende|omtrent|naar\s+aanleiding|terzake|hierover|daarover)\s"
)
ASKED_WORDS, ANSWERED_WORDS = re.compile(r"ingezonden|gestelde"), re.compile(r"ontvangen|gegeven")
OURS = frozenset({"mijn", "onze"})
NOT_EARLIER = frozenset({"deze", "onderhavige", "uw"})  # who answers calls the set that is answered "uw vragen"
NUMBERED = re.compile(r"(?:19|20)\d\d\s?Z\s?\d{3}|[Aa]anhangsel|\bah-tk-|\bkv-tk-")
ORAL = re.compile(r"mondelinge\s+$", re.IGNORECASE)
REACH = 320  # characters from the noun to the day
BESIDE = 70  # characters after the day in which a number may stand


@dataclass(frozen=True, slots=True)
class FoundSet:
    """A set that is named at `start`-`end` of a text by a day; `event` is what happened that day, "" where not said.

    `own_askers`: those who ask here asked it ("mijn vragen"); `own_posts`: who is asked or answers here answered it ("uw
    antwoorden"); `asked_of`: the offices that are named, as (role, portfolio); `year_printed`: whether the year stands
    there, or is that of the last such day before the document.
    """

    start: int
    end: int
    day: str
    event: Event
    own_askers: bool = False
    own_posts: bool = False
    askers: tuple[tuple[str, str | None], ...] = ()
    asked_of: tuple[tuple[str, str | None], ...] = ()
    subject: str = ""
    year_printed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SetReference(Mention):
    """A place where an earlier set, or the answers to it, are named by their day."""

    field: ClassVar[str] = "sets"
    rdf_class: ClassVar[str] = "SetReference"

    printed: str
    found: FoundSet

    def record(self) -> dict[str, Any]:
        """What is printed, which day is meant, of what, and who and what are named."""
        names = [{"name": name, "party": party} for name, party in self.found.askers]
        out = {"raw": self.printed, "date": self.found.day, "event": self.found.event or None}
        return out | {"askers": names, "own": self.found.own_askers, "subject": self.found.subject or None}

    def facts(self) -> Iterator[tuple[str, Value]]:
        """As printed, the day, what happened on it, and who and what are named."""
        yield "kv:asPrinted", self.printed
        yield "kv:date", date.fromisoformat(self.found.day)
        if self.found.event:
            yield "kv:dayOf", Term("submission" if self.found.event == "submitted" else "fullAnswer")
        for name, _ in self.found.askers:
            yield "kv:nameAsPrinted", name
        if self.found.subject:
            yield "kv:titleAsPrinted", self.found.subject


def extract(structure: Structure) -> Iterator[SetReference]:
    """The earlier sets named in questions, answers, remarks and notes."""
    written, own = dates.reference_date(structure), set(_own_days(structure))
    for passage, at in prose(structure):
        for found in find(passage.text, written):
            if found.event == "submitted" and found.day in own:
                continue  # the set itself
            printed, spans = passage.text[found.start : found.end], passage.spans(found.start, found.end)
            yield SetReference(printed=printed, found=found, spans=spans, at=at)


def _own_days(structure: Structure) -> Iterator[str]:
    """The days on which the questions of the document itself were sent in, as its headings and letter say."""
    for passage in (structure.heading, structure.answer_heading, *structure.front):
        if passage and any(word in passage.text.lower() for word in SENT_IN):
            days = (_date(passage.text, cue.end(), None) for cue in CUE.finditer(passage.text) if cue["asked"])
            yield from (day[1] for day in days if day)


def find(text: str, reference: date | None = None) -> list[FoundSet]:
    """The sets that a text names by their day, in order; `reference` is the day of the document."""
    small = folded(text)
    if not holds(small, SETS):
        return []
    found: list[FoundSet] = []
    for start, stop in sentences(text):
        if not any(name in small[start:stop] for name in NAMES) or not DIGIT.search(text, start, stop):
            continue
        for match in NOUN.finditer(text, start, stop):
            if found and match.start() < found[-1].end:
                continue
            if named := _named(text, match, start, stop, reference):
                found.append(named)
    return found


def _named(text: str, noun: re.Match[str], start: int, stop: int, reference: date | None) -> FoundSet | None:
    """The set at a noun, where a day stands right before it or at the end of what is said of it."""
    asked_by = ((noun["asked"] if noun["answers"] else noun["whose"]) or "").lower()
    if asked_by in NOT_EARLIER or ORAL.search(text, max(start, noun.start() - 12), noun.start()):
        return None
    before = _day_before(text, noun, start, reference)
    day = before or _day_after(text, noun, stop, reference)
    if not day:
        return None
    said = _said(text, noun.end(), min(stop, noun.end() + REACH) if before else day.start)
    first, last = (day.start, max(noun.end(), said.end)) if before else (noun.start(), day.end)
    if NUMBERED.search(text, noun.start(), min(stop, last + BESIDE)):
        return None
    whose = (before.whose if before else noun["whose"]) or ""
    return FoundSet(
        start=first,
        end=last,
        day=day.day,
        event=day.event,
        own_askers=(asked_by or (whose.lower() if not noun["answers"] else "")) in OURS,
        own_posts=bool(noun["answers"] and whose),
        askers=said.askers,
        asked_of=said.asked_of,
        subject=said.subject,
        year_printed=day.year_printed,
    )


@dataclass(frozen=True, slots=True)
class _Day:
    """A day at `start`-`end`: which, of what, whether its year is printed, and the "mijn" or "uw" before it."""

    start: int
    end: int
    day: str
    event: Event
    year_printed: bool
    whose: str | None = None


def _day_before(text: str, noun: re.Match[str], start: int, reference: date | None) -> _Day | None:
    """The day in "op 5 juni 2025 ontvangen antwoorden"."""
    words = noun["words"].lower()
    if not ASKED_WORDS.search(words) and not ANSWERED_WORDS.search(words):
        return None
    before = next(
        (m for m in BEFORE.finditer(text, max(start, noun.start() - 40), noun.end()) if m.end() == noun.start()), None
    )
    read = _date(text, before.start("date"), reference) if before else None
    if not before or not read:
        return None
    event: Event = "submitted" if ASKED_WORDS.search(words) else "answered"
    return _Day(before.start(), read[0], read[1], event, read[2], before["whose"])


def _day_after(text: str, noun: re.Match[str], stop: int, reference: date | None) -> _Day | None:
    """The day in "vragen van het lid Van Veen over lampen (ingezonden 3 april 2025)"."""
    limit = min(stop, noun.end() + REACH)
    for cue in CUE.finditer(text, noun.end(), limit):
        if not _belongs(text, noun.end(), cue.start()) or not (read := _date(text, cue.end(), reference)):
            return None
        event: Event = "submitted" if cue["asked"] else "answered" if cue["answered"] else ""
        if cue["bare"] and not noun["answers"]:
            event = "submitted"
        return _Day(cue.start(), read[0], read[1], event, read[2])
    return None


def _belongs(text: str, start: int, end: int) -> bool:
    """Whether what stands between a noun and a day only says whose questions they are, to whom, and about what."""
    between = text[start:end]
    if not between.strip(" ,(\n"):
        return True
    return any(form.match(between) for form in (BY, TO, ABOUT)) and not re.search(r"[?!;]", between)


def _date(text: str, at: int, reference: date | None) -> tuple[int, str, bool] | None:
    """Where the date at `at` ends, the day that it is, and whether its year is printed."""
    found = next(dates.find(text[at : at + 40]), None)
    if not found or found.start != 0 or not found.day or not found.month:
        return None
    if day := dates.resolve(found, reference):
        return at + found.end, day.text, True
    return (at + found.end, last, False) if (last := _last(found.month, found.day, reference)) else None


def _last(month: int, day: int, reference: date | None) -> str | None:
    """The last such day before the document: what is named has been asked or answered already."""
    for year in (reference.year, reference.year - 1) if reference else ():
        try:
            meant = date(year, month, day)
        except ValueError:
            continue
        if reference and meant < reference:
            return meant.isoformat()
    return None


Names = tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """Who asked, whom, and about what; and where that ends."""

    askers: Names
    asked_of: Names
    subject: str
    end: int


def _said(text: str, start: int, end: int) -> _Said:
    """What is said of questions between `start` and `end`."""
    askers, asked_of, position = (), (), start  # type: tuple[Names, Names, int]
    if by := BY.match(text, position, end):
        askers, position = _askers(text, by.end(), end)
    if to := TO.match(text, position, end):
        about = ABOUT.search(text, to.end(), end)
        until = about.start() if about else end
        asked_of = tuple(dict.fromkeys((each.role, each.portfolio) for each in offices(text, to.end(), until)))
        position = until if asked_of else position
    about = ABOUT.match(text, position, end)
    if not about or not about["subject"]:
        return _Said(askers, asked_of, "", position)
    subject = SUBJECT_END.split(text[about.start("subject") : end])[0].rstrip(" .")
    return _Said(askers, asked_of, " ".join(subject.split()), about.start("subject") + len(subject))


def _askers(text: str, start: int, end: int) -> tuple[Names, int]:
    """The members named from `start` on, and where their names end."""
    about = NAMES_END.search(text, start, end)
    stop = about.start() if about else end
    names, position = [], start
    while position < stop and (match := NAME.match(text, position, stop)) and match.end() > position:
        name = person_name(match["name"])
        if not any(letter.isupper() for letter in name):
            break
        names.append((name, match["party"]))
        position = match.end()
    return tuple(names), max(position, start)
