"""The official metadata beside a publication: what they state, compared with what the document says itself.

`metadata_gegevens/metadata[@name][@content]`, repeatable; older records hold days that do not exist and dates that are
written in another way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date

from kg.errors import InputProblem
from kg.grammar.months import MONTHS
from kg.read._draft import Draft
from kg.read._flow import Element
from kg.read._xml import local, parse, words
from kg.records import Span

_KEYS = {
    "DC.identifier": "publication",
    "OVERHEIDop.vergaderjaar": "session",
    "OVERHEIDop.aanhangsel": "number",
    "OVERHEIDop.aanhangselNummer": "number",
    "OVERHEIDop.vraagnummer": "case",
    "OVERHEIDop.vraagNummer": "case",
    "OVERHEIDop.datumIndiening": "submitted",
    "OVERHEIDop.datumOntvangst": "received",
    "OVERHEIDop.indiener": "asker",
    "OVERHEIDop.ontvanger": "addressee",
}
_SAID = {
    "publication": "kenmerk",
    "session": "vergaderjaar",
    "number": "nummer",
    "case": "zaaknummer",
    "submitted": "datum van indiening",
    "received": "datum van ontvangst",
    "asker": "indiener",
    "addressee": "ontvanger",
}
_DATES = ("submitted", "received")
_PEOPLE = ("asker", "addressee")
_CASE = re.compile(r"(?:19|20|21)[0-9]{2}Z[0-9]{5}")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FORMS = {"case": _CASE, "publication": re.compile(r"[a-z]{1,6}-[A-Za-z0-9-]{1,40}")}
_DAY = re.compile(r"(?P<day>[0-9]{1,2})\s+(?P<month>[A-Za-z]{3,9})\s+(?P<year>[0-9]{4})")
_NAME = re.compile(r"\b[A-ZÀ-Þ][\w'’-]{2,}")
_OFFICE = frozenset(("minister", "ministerie", "staatssecretaris"))
_APPENDIX = 9  # digits of a number that holds the session too: 2425 and five digits
_NAMING = {"asker": re.compile(r"\b(?:lid|leden)\b"), "addressee": re.compile(r"\b(?:[Mm]inister|[Ss]taatssecr)")}
_MOST = 200  # facts of one file; more is no record of a publication


@dataclass(frozen=True, slots=True)
class Stated:
    """One fact of the metadata: its name there, what kind of fact that is (a value of _KEYS), and the value as given."""

    name: str
    key: str
    value: str


def own(root: Element) -> dict[str, str]:
    """What the document itself says, by kind of fact; of people the words of the sentence that names them."""
    found: dict[str, str] = {}
    for item in root.iter(
        "{*}kamervraagnummer", "{*}vraagnummer", "{*}kamervraagomschrijving", "{*}omschr", "{*}tekstregel"
    ):
        name, printed = local(item), words(item)
        if name in ("kamervraagnummer", "vraagnummer") and printed:
            found.setdefault("case" if _CASE.fullmatch(printed) else "number", printed)
        elif name == "tekstregel" and item.get("inhoud") == "vergaderjaar":
            found.setdefault("session", printed)
        elif name in ("kamervraagomschrijving", "omschr"):
            received = _answers(item)
            days = (_printed_day(words(each)) or str(each.get("isodatum") or "") for each in item.iter("{*}datum"))
            day = next((day for day in days if _is_day(day)), "")
            found.setdefault("received" if received else "submitted", day)
            named = {} if received else {key: printed for key in _PEOPLE if _NAMING[key].search(printed)}
            found = named | found
    return {key: value for key, value in found.items() if value}


def write(draft: Draft, data: bytes, said: dict[str, str]) -> None:
    """Write what the metadata state on lines of their own, after the letter, and notice where the document differs.

    `said` is what the document says itself.  A value that agrees, or of which it says nothing, is a block `stated`.
    """
    try:
        facts = list(_facts(parse(data, "metadata.xml")))[:_MOST]
    except InputProblem as problem:
        draft.notice("metadata/unread", f"De metadata naast het document zijn niet gelezen: {problem.what}")
        return
    other = next((fact for fact in facts if fact.key == "publication" and _conflict(fact, said)), None)
    if other:
        what = f"De metadata ernaast zijn van {other.value}, niet van {said['publication']}; zij zijn niet gebruikt"
        draft.notice("metadata/other-document", what)
        return
    for fact in facts:
        draft.start_line()
        with draft.block("furniture"):
            draft.write(f"{fact.name}: ")
            start, trouble = draft.length, _trouble(fact, said)
            with draft.block("stated", fact.key) if not trouble and _is_told(fact) else nullcontext():
                draft.write(fact.value)
        if trouble:
            draft.notice(*trouble, (Span(start, draft.length),))


def check_days(draft: Draft, root: Element) -> None:
    """Notice where the day that the XML states (`isodatum`) is none, or is not the day that it prints."""
    for item in root.iter("{*}datum"):
        stated, printed = item.get("isodatum"), words(item)
        if stated is None:
            continue
        if not _is_day(stated):
            draft.notice("xml/date", f"Het XML geeft als datum „{stated}”; dat is geen dag")
        elif (day := _printed_day(printed)) and day != stated:
            draft.notice("xml/date", f"Het XML geeft als datum {stated}, maar er staat „{printed}”")


def write_days(draft: Draft, root: Element) -> None:
    """Write the days of asking and answering that the XML states (`isodatum`) where it prints no whole day."""
    for item in root.iter("{*}datum"):
        head = next(item.iterancestors("{*}kamervraagomschrijving", "{*}omschr"), None)
        stated = str(item.get("isodatum") or "")
        if head is None or not _is_day(stated) or _printed_day(words(item)):
            continue
        key = "received" if _answers(head) else "submitted"
        draft.start_line()
        with draft.block("furniture"):
            draft.write(f"{_SAID[key]}: ")
            with draft.block("stated", key):
                draft.write(stated)


def _answers(head: Element) -> bool:
    """Whether a heading says who answers: "Antwoord van", in the old form that of the `reactie`."""
    return head.get("type") == "antwoord" or next(head.iterancestors("{*}reactie"), None) is not None


def _facts(root: Element) -> Iterator[Stated]:
    for item in root.iter("{*}metadata"):
        name, value = str(item.get("name")), " ".join(str(item.get("content") or "").split())
        if value and (key := _KEYS.get(name)):
            yield Stated(name, key, value)


def _trouble(fact: Stated, said: dict[str, str]) -> tuple[str, str] | None:
    """The rule and the message where a fact is no date, or not what the document says."""
    what = _SAID[fact.key]
    if fact.key in _DATES and not _is_day(fact.value):
        return "metadata/date", f"De metadata geven als {what} „{fact.value}”; dat is geen dag"
    if not _conflict(fact, said):
        return None
    there = "" if fact.key in _PEOPLE else f" {said[fact.key]}"
    told = f"het document zegt{there}" if there else "die staat niet in de aanhef van het document"
    return "metadata/conflict", f"De metadata geven als {what} „{fact.value}”; {told}"


def _is_told(fact: Stated) -> bool:
    """Whether the value has the form that such values have now; other forms are kept as they are, and mean nothing."""
    return fact.key not in _FORMS or _FORMS[fact.key].fullmatch(fact.value) is not None


def _conflict(fact: Stated, said: dict[str, str]) -> bool:
    """Whether the document says something else; of people, whether it names nobody so."""
    printed = said.get(fact.key)
    if not printed:
        return False
    if fact.key in _PEOPLE:
        names = [name.lower() for name in _NAME.findall(fact.value) if name.lower() not in _OFFICE]
        return bool(names) and not any(name in printed.lower() for name in names)
    return _plain(fact.key, fact.value) != _plain(fact.key, printed)


def _plain(key: str, value: str) -> str:
    """A value without what differs from record to record while it means the same."""
    if key == "session":
        return "".join(filter(str.isdigit, value))
    if key == "number":
        digits = value[-5:] if value.isdecimal() and len(value) == _APPENDIX else value
        return digits.lstrip("0")
    return value.strip().lower()


def _printed_day(words: str) -> str:
    """A day in words as an ISO date, "" where it is no day."""
    found = _DAY.fullmatch(words.strip())
    if found is None or found["month"].lower() not in MONTHS:
        return ""
    day = f"{found['year']}-{MONTHS.index(found['month'].lower()) + 1:02}-{int(found['day']):02}"
    return day if _is_day(day) else ""


def _is_day(value: str) -> bool:
    try:
        return bool(_ISO.fullmatch(value) and date.fromisoformat(value))
    except ValueError:
        return False
