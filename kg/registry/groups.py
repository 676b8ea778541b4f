"""Parties and parliamentary groups, the memberships of them, and the days on which they split or merged."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from kg.registry.names import slug, squash
from kg.registry.person import Person
from kg.registry.reference import DAY, MEMBERS, PARTIES, TERMS, Seat, day, gold_parties, rows
from kg.registry.turtle import Fact, Node, on, period, text

SOON = timedelta(days=60)
"""Who leaves a group and sits for another within this time went from the one to the other."""
NO_PARTY = re.compile(r"partijloos|voordracht")
_FORMER = re.compile(r"\s?\(ex[^()]{0,40}\)")
_SINGLE = re.compile(r"^(?:lid|groep|fractie)[\s-]+", re.IGNORECASE)
SAME = {"GL-PvdA": "GroenLinks-PvdA"}
"""Two names of one group: reference/README.md, "Aliases seen"."""


@dataclass(slots=True)
class Group:
    """A party or group: its label, other names, dates and where each was found."""

    label: str
    names: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    wikidata: str = ""
    start: date | None = None
    end: date | None = None

    @property
    def key(self) -> str:
        """The label as a slug."""
        return slug(self.label)


@dataclass(frozen=True, slots=True)
class Stay:
    """A person's unbroken time in a group, half-open."""

    person: str
    group: str
    start: date
    end: date | None
    seat: Seat


def label(printed: str) -> str:
    """The group's name as a label: what it split from is an event, not a name.

    >>> label("lid-Van Klaveren (ex-PVV)")
    'Lid-Van Klaveren'
    """
    plain = _FORMER.sub("", SAME.get(printed, printed))
    return plain[0].upper() + plain[1:] if _SINGLE.match(plain) else plain


def stays(people: Iterable[Person]) -> list[Stay]:
    """The memberships: one for each row of the list, save that rows with one start and group are one (the longest)."""
    found = []
    for person in people:
        alike: dict[tuple[date, str], list[Seat]] = defaultdict(list)
        for seat in person.seats:
            if seat.last is None or seat.start <= seat.last:
                alike[seat.start, label(seat.group)].append(seat)
        seats = [max(rows, key=lambda seat: seat.last or date.max) for _, rows in sorted(alike.items())]
        for place, seat in enumerate(seats):
            follows = seats[place + 1] if place + 1 < len(seats) else None
            found.append(Stay(person.key, label(seat.group), seat.start, until(seat, follows), seat))
    return found


def until(seat: Seat, next_seat: Seat | None) -> date | None:
    """The first day without the seat: the day after the last, unless the next seat began on that last day."""
    if seat.last is None:
        return None
    changes = next_seat is not None and seat.start < next_seat.start == seat.last
    return seat.last if changes else seat.last + DAY


def impossible(people: Iterable[Person]) -> list[Seat]:
    """The rows that end before they begin: they are left out."""
    return [seat for person in people for seat in person.seats if seat.last and seat.last < seat.start]


def groups(folder: Path, people: list[Person]) -> list[Group]:
    """The parties that the members, the office-holders and the annotated documents name."""
    found: dict[str, Group] = {}
    for person in people:
        for seat in person.seats:
            _add(found, seat.group, f"reference/{MEMBERS}")
        for term in person.terms:
            if term.party and not NO_PARTY.search(term.party):
                _add(found, term.party, f"reference/{TERMS}")
    _add_known(found, folder)
    for name, document in gold_parties(folder).items():
        _recognise(found, name, f"gold/{document}")
    return [found[key] for key in sorted(found)]


def _add(found: dict[str, Group], printed: str, source: str) -> None:
    group = found.setdefault(slug(label(printed)), Group(label(printed)))
    group.sources.add(source)
    if group.label != printed:
        group.names |= {printed, _SINGLE.sub("", group.label)} - {group.label}
    if printed in SAME:
        group.sources.add("reference/README.md")


def _add_known(found: dict[str, Group], folder: Path) -> None:
    for row in rows(folder, PARTIES):
        spellings = {squash(row["name"]), squash(row["name_short"])}
        fitting = [group for group in found.values() if squash(group.label) in spellings]
        if len(fitting) != 1:
            continue
        group = fitting[0]
        group.names |= {row["name"], row["name_short"]} - {group.label}
        group.wikidata, group.start, group.end = row["wikidata_id"], day(row["founded"]), day(row["dissolved"])
        group.sources.add(f"reference/{PARTIES}")


def _recognise(found: dict[str, Group], printed: str, source: str) -> None:
    for group in found.values():
        if squash(printed) in {squash(name) for name in (group.label, *group.names)}:
            group.sources.add(source)
            group.names |= {printed} - {group.label}


def date_splinters(found: list[Group], members: list[Stay]) -> list[Node]:
    """Give groups that came out of others the dates of their memberships; the events, one for each."""
    events = []
    by_label = {group.label: group for group in found}
    mergers = {group.label: old for group in found if (old := _merged(group.label, members))}
    for group in found:
        origin = _origin(group.label, members)
        if group.label in mergers:
            start = _date(group, members)
            events.append(_event("fusie", group, start, sorted(mergers[group.label]), by_label))
        elif origin:
            start = _date(group, members)
            events.append(_event("afsplitsing", group, start, origin, by_label))
    return events


def _date(group: Group, members: list[Stay]) -> date:
    inside = [stay for stay in members if stay.group == group.label]
    ends = [stay.end for stay in inside]
    start = min(stay.start for stay in inside)
    group.start, group.end = start, None if None in ends else max(end for end in ends if end)
    return start


def _first(name: str, members: list[Stay]) -> date:
    return min((stay.start for stay in members if stay.group == name), default=date.max)


def _came_from(stay: Stay, members: list[Stay]) -> set[str]:
    return {
        other.group
        for other in members
        if other.person == stay.person
        and other.group != stay.group
        and other.end
        and other.end <= stay.start <= other.end + SOON
    }


def _origin(name: str, members: list[Stay]) -> list[str]:
    """The groups that the founders sat for before, where all of them did and the old group went on for others."""
    first = _first(name, members)
    founders = [stay for stay in members if stay.group == name and stay.start == first]
    if any(_elsewhere(stay, members) for stay in founders):
        return []
    origins = [_came_from(stay, members) for stay in founders]
    return sorted(set().union(*origins)) if origins and all(origins) else []


def _elsewhere(stay: Stay, members: list[Stay]) -> bool:
    """The list contradicts itself: it has the person in two groups at once."""
    return any(
        other.person == stay.person
        and other.group != stay.group
        and other.start < (stay.end or date.max)
        and stay.start < (other.end or date.max)
        for other in members
    )


def _merged(name: str, members: list[Stay]) -> set[str]:
    """The groups, two or more, that ended on the day the group began and whose members went on in it alone."""
    first = _first(name, members)
    ended: dict[str, set[str]] = defaultdict(set)
    for group in {stay.group for stay in members}:
        inside = [stay for stay in members if stay.group == group]
        if group != name and all(stay.end and stay.end <= first for stay in inside):
            for stay in inside:
                if stay.end == first:
                    ended[group] |= {
                        other.group for other in members if other.person == stay.person and other.start == first
                    }
    old = {group for group, now in ended.items() if now == {name}}
    return old if len(old) > 1 else set()


def _event(kind: str, group: Group, start: date, origin: list[str], by_label: dict[str, Group]) -> Node:
    words = f"{' + '.join(origin)} → {group.label} ({kind})"
    facts: list[Fact] = [("a", "org:ChangeEvent"), ("rdfs:label", text(words, "nl")), ("dcterms:date", on(start))]
    facts += [("kv:changeKind", "kv:merger" if kind == "fusie" else "kv:split")]
    facts += [("org:originalOrganization", f"party:{by_label[name].key}") for name in origin]
    facts += [("org:resultingOrganization", f"party:{group.key}"), ("dcterms:source", text(f"reference/{MEMBERS}"))]
    return Node(f"event:{kind}-{group.key}-{start}", tuple(facts))


def party_nodes(found: list[Group]) -> Iterator[Node]:
    """A node per party or group."""
    for group in found:
        facts: list[Fact] = [
            ("a", "kv:Party"),
            ("rdfs:label", text(group.label)),
            ("skos:prefLabel", text(group.label)),
        ]
        facts += [("skos:altLabel", text(name)) for name in group.names]
        facts += [("dcterms:source", text(source)) for source in group.sources]
        facts += period(group.start, group.end)
        if group.wikidata:
            facts.append(("owl:sameAs", f"wd:{group.wikidata}"))
        yield Node(f"party:{group.key}", tuple(facts))


def membership_nodes(members: list[Stay]) -> Iterator[Node]:
    """A node per membership of a parliamentary group."""
    for stay in members:
        evidence = f"reference/{MEMBERS}: {stay.seat.member}, {stay.seat.group}, {stay.seat.start}"
        facts: list[Fact] = [
            ("a", "org:Membership"),
            ("org:member", f"person:{stay.person}"),
            ("org:organization", f"party:{slug(stay.group)}"),
            ("dcterms:source", text(evidence)),
            *period(stay.start, stay.end),
        ]
        yield Node(f"membership:{stay.person}-{slug(stay.group)}-{stay.start}", tuple(facts))


def party_keys(found: list[Group]) -> dict[str, str]:
    """The key of each party by every name of it."""
    return {name: group.key for group in found for name in (group.label, *sorted(group.names))}
