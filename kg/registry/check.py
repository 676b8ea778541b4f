"""What the lists say that cannot be, or may not be: holes, overlaps, double incumbents, unknown names; and their gaps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from kg.registry.facts import Facts, Incumbency, Membership, Period, Post
from kg.registry.lookup import Registry

Kind = Literal[
    "backwards",
    "double-incumbent",
    "group-unknown",
    "hole",
    "kind-unknown",
    "membership-hole",
    "membership-overlap",
    "ministry-ended",
    "ministry-unknown",
    "outside-coverage",
    "unknown-party",
    "unknown-person",
    "unknown-post",
]
Severity = Literal["error", "warning"]
RECESS = 400
"""Days between two seats of a member for one group above which they are two stays, not a hole in the list."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something to look at: an error cannot be true, a warning may be.  `where` is the key of the node."""

    severity: Severity
    kind: Kind
    where: str
    message: str


def check(registry: Registry) -> list[Problem]:
    """Everything that is wrong or doubtful in the lists, errors first."""
    facts = registry.facts
    found = [*_unknown(registry), *_backwards((*facts.incumbencies, *facts.memberships)), *_gaps(facts)]
    for post in facts.posts:
        found += _post(registry, post)
    for person in facts.people:
        found += _member(registry.seats.get(person, []))
    return sorted(found)


def _unknown(registry: Registry) -> Iterator[Problem]:
    facts = registry.facts
    for term in facts.incumbencies:
        if term.post not in facts.posts:
            yield Problem("error", "unknown-post", term.key, f"no post {term.post}")
        if term.person not in facts.people:
            yield Problem("error", "unknown-person", term.key, f"no person {term.person}")
    for seat in facts.memberships:
        if seat.party not in facts.parties:
            yield Problem("error", "unknown-party", seat.key, f"no party {seat.party}")
        if seat.person not in facts.people:
            yield Problem("error", "unknown-person", seat.key, f"no person {seat.person}")
    for name, nodes in (("incumbencies", facts.incumbencies), ("memberships", facts.memberships)):
        start = facts.coverage[name].start or date.min
        for node in nodes:
            if (node.period.start or date.max) < start:
                yield Problem("error", "outside-coverage", node.key, f"begins before the list does ({start})")


def _gaps(facts: Facts) -> Iterator[Problem]:
    """What no source says: the ministry of a post, the kind of a medium, the group of who only asked questions."""
    for post in facts.posts.values():
        if not post.ministries:
            yield Problem("warning", "ministry-unknown", post.key, "no source names the ministry of this post")
        ended = _ended(facts, post)
        if ended and (post.period.end or date.max) > ended:
            yield Problem("warning", "ministry-ended", post.key, f"its ministry ended on {ended}, the post did not")
    for outlet in facts.outlets:
        if not outlet.kind:
            yield Problem("warning", "kind-unknown", outlet.key, "no source says what kind of medium this is")
    silent = sum(not stretch.party for stretch in facts.attested)
    if silent:
        message = f"no group is known for {silent} of {len(facts.attested)} times in which only questions show a member"
        yield Problem("warning", "group-unknown", "dataset/cases", message)


def _ended(facts: Facts, post: Post) -> date | None:
    """The day on which the last of the post's ministries ended, None where one goes on or none is known."""
    ends = [each.period.end for each in facts.ministries if each.ministry in post.ministries]
    return None if None in ends else max((end for end in ends if end), default=None)


def _backwards(nodes: Iterable[Incumbency | Membership]) -> Iterator[Problem]:
    for node in nodes:
        start, end = node.period.start, node.period.end
        if start and end and end <= start:
            yield Problem("error", "backwards", node.key, f"ends {end}, not after its beginning {start}")


def _post(registry: Registry, post: str) -> Iterator[Problem]:
    """Days of a post that nobody held, and days that two held without one standing in for the other."""
    terms = registry.holder(post)
    periods = [period for term in terms for period in (term.period, term.absent) if period]
    days = sorted({day for period in periods for day in (period.start, period.end) if day})
    for start, end in zip(days, [*days[1:], date.max], strict=True):
        there = [term for term in terms if term.period.holds(start)]
        present = [term for term in there if not (term.absent and term.absent.holds(start))]
        regular = [term for term in present if not term.stand_in]
        until = f"until {end}" if end < date.max else "to this day"
        if not present and end < date.max:
            away = f", {there[0].person} is away" if there else ""
            yield Problem("warning", "hole", post, f"nobody from {start} {until} ({(end - start).days} days){away}")
        if len({term.person for term in regular}) > 1:
            people = ", ".join(sorted({term.person for term in regular}))
            yield Problem("warning", "double-incumbent", post, f"{people} from {start} {until}")


def _member(seats: list[Membership]) -> Iterator[Problem]:
    """Two seats at once (for two groups: an error), and short breaks in the stay with one group."""
    for place, seat in enumerate(seats):
        for other in seats[place + 1 :]:
            if _meet(seat.period, other.period):
                grave: Severity = "warning" if seat.party == other.party else "error"
                yield Problem(grave, "membership-overlap", other.key, f"overlaps {seat.key}")
    stays: dict[str, list[Membership]] = defaultdict(list)
    for seat in seats:
        stays[seat.party].append(seat)
    for mine in stays.values():
        for seat, other in pairwise(mine):
            if seat.period.end and other.period.start:
                days = (other.period.start - seat.period.end).days
                if 0 < days <= RECESS:
                    yield Problem("warning", "membership-hole", other.key, f"{days} days after {seat.key} ended")


def _meet(one: Period, other: Period) -> bool:
    return (one.start or date.min) < (other.end or date.max) and (other.start or date.min) < (one.end or date.max)
