"""What the lists say of one citation of the Aanhangsel.

Only two things overturn a citation: a number beyond the last of a session that a list follows to its end (there is no
such paper), and a paper that is surely of a later day than the document that cites it (another one is meant).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kg.published.rows import Row
from kg.published.sessions import Numbers, Session
from kg.records import Verdict

AHEAD = timedelta(days=14)  # by which a citing document may be dated before what it cites
IDENTIFIER = re.compile(r"ah-tk-(?P<first>[0-9]{4})(?P<last>[0-9]{4})-(?P<serial>[0-9]{1,5})")


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict: `resolution` None leaves it as the words have it, `score` None too; a finding where `kind` names one."""

    verdict: Verdict
    score: float | None
    reason: str
    resolution: str | None = None
    kind: str = ""
    nl: str = ""
    en: str = ""


def session_of(identifier: str) -> tuple[str, int] | None:
    """Session and number of an Aanhangsel, None for other publications.

    >>> session_of("ah-tk-20282029-512")
    ('2028-2029', 512)
    """
    found = IDENTIFIER.fullmatch(identifier)
    return (f"{found['first']}-{found['last']}", int(found["serial"])) if found else None


def judge(identifier: str, on: date | None, numbers: Numbers) -> Judged | None:
    """The verdict on a citation of a publication in a document of a day; None where the lists say nothing."""
    known = session_of(identifier)
    if known is None or known[0] not in numbers.sessions:
        return None
    name, serial = known
    session = numbers.sessions[name]
    found = numbers.of(name, serial)
    if found:
        day = numbers.sure_day(name, serial)
        return _later(name, serial, found[0], on) if on and day and day > on + AHEAD else listed(found)
    return _none(session, serial) if session.excludes(serial) else _missing(session)


def listed(found: Sequence[Row]) -> Judged:
    """The verdict on a publication that rows of the lists have: it exists."""
    rows = " en ".join(f"met dag {row.day} ({row.source})" for row in found)
    return Judged("yes", None, f"de lijst van publicaties heeft dit stuk, {rows}")


def _later(name: str, serial: int, row: Row, on: date) -> Judged:
    nl = f"Aanhangsel {name}, nr. {serial} is volgens de lijst van {row.day}, dit stuk van {on}: waarschijnlijk is een ander bedoeld."
    en = f"Aanhangsel {name}, no. {serial} is of {row.day} by the list, this document of {on}: probably another is meant."
    reason = f"de lijst dateert dit stuk op {row.day}, na de verwijzing van {on} ({row.source})"
    return Judged("unsure", 0.3, reason, "ambiguous", "CitedBeforePublished", nl, en)


def _none(session: Session, serial: int) -> Judged:
    nl = f"Aanhangsel {session.name}, nr. {serial} bestaat niet: volgens de lijst loopt dat vergaderjaar tot nr. {session.highest}."
    en = f"There is no Aanhangsel {session.name}, no. {serial}: by the list that session runs to no. {session.highest}."
    reason = f"niet gevonden: de lijst volgt vergaderjaar {session.name} tot het eind en komt tot nr. {session.highest}"
    return Judged("no", 0.95, reason, "unresolved", "PaperNotFound", nl, en)


def _missing(session: Session) -> Judged:
    share = f"{session.missing:.0%}".replace("%", " %")
    what = f"de lijst mist van vergaderjaar {session.name} {share} van de nummers, ook dit"
    return Judged("yes", None, f"de verwijzing noemt één stuk; of het bestaat kon niet worden nagegaan: {what}")
