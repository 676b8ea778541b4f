"""Days on which the House's list of cases has a person asking questions while the list of members is silent.

Only members ask written questions, so a question is evidence of a seat on that day, though not of a group.
Days are joined to one stretch where less than a year lies between them and no known seat does.  A stretch that
comes close to a known seat is drawn up to it; where seats of one group stand on both sides, so does the stretch.
A seat that is open when the list of members ends is known until that day, and no longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.registry.groups import Stay
from kg.registry.names import slug
from kg.registry.person import Person
from kg.registry.reference import CASES, DAY
from kg.registry.turtle import Fact, Node, period, text

APART = timedelta(days=365)
"""Questions further apart are no evidence of the time between."""
CLOSE = timedelta(days=183)
"""A silence no longer than this, next to a known seat, is taken for part of the stretch."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time, half-open, in which a person asked questions; `group` "" where it is not known."""

    person: str
    start: date
    end: date
    group: str
    names: tuple[str, ...]


def stretches(people: Iterable[Person], stays: Iterable[Stay]) -> Iterator[Stretch]:
    """The stretches of each person, outside their known seats."""
    seats: dict[str, list[Stay]] = {}
    known = list(stays)
    last = max((stay.start for stay in known), default=date.min) + DAY
    for stay in known:
        seats.setdefault(stay.person, []).append(stay if stay.end else replace(stay, end=last))
    for person in people:
        mine = seats.get(person.key, [])
        days = sorted({day for row in person.attested for day in row.asked if not _seated(mine, day)})
        names = tuple(row.name for row in person.attested if row.asked)
        for first, last in _runs(days, mine):
            yield _drawn(Stretch(person.key, first, last + DAY, "", names), mine)


def _seated(seats: list[Stay], day: date) -> bool:
    return any(stay.start <= day < (stay.end or date.max) for stay in seats)


def _runs(days: list[date], seats: list[Stay]) -> Iterator[tuple[date, date]]:
    """First and last days of runs that neither a year nor a seat interrupts."""
    start = previous = None
    for day in days:
        if start is None or previous is None:
            start = day
        elif day - previous > APART or any(previous < stay.start < day for stay in seats):
            yield start, previous
            start = day
        previous = day
    if start and previous:
        yield start, previous


def _drawn(stretch: Stretch, seats: list[Stay]) -> Stretch:
    before = max((s for s in seats if s.end and s.end <= stretch.start), key=lambda s: s.end or s.start, default=None)
    after = min((stay for stay in seats if stay.start >= stretch.end), key=lambda stay: stay.start, default=None)
    start, end = stretch.start, stretch.end
    if before and before.end and start - before.end <= CLOSE:
        start = before.end
    if after and after.start - end <= CLOSE:
        end = after.start
    inside = before and after and (before.end, after.start, before.group) == (start, end, after.group)
    return Stretch(stretch.person, start, end, before.group if before and inside else "", stretch.names)


def attested_nodes(found: Iterable[Stretch]) -> Iterator[Node]:
    """A node per stretch."""
    for stretch in found:
        facts: list[Fact] = [
            ("a", "kv:AttestedMembership"),
            ("org:member", f"person:{stretch.person}"),
            ("kv:inferred", "true"),
            *period(stretch.start, stretch.end),
            *(
                ("dcterms:source", text(f"reference/{CASES}: {name}, Indiener of Medeindiener"))
                for name in stretch.names
            ),
        ]
        if stretch.group:
            facts.append(("org:organization", f"party:{slug(stretch.group)}"))
        yield Node(f"attested:{stretch.person}-{stretch.start}", tuple(facts))
