"""The registry: who a name, an office or a group in a document means on a day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from kg.registry import find_names, find_offices, find_people
from kg.registry.facts import Facts, Incumbency, Membership
from kg.registry.found import Candidate, Found
from kg.registry.load import load
from kg.registry.name_index import NameIndex, index

LONGEST = 300
"""Characters of the longest name, office or group that is looked up; longer ones are no names."""
TOO_LONG = Found((), "te lang voor een naam")


@dataclass(frozen=True, slots=True, eq=False)
class Registry:
    """The facts of the lists and the ways into them.  Every look-up may be repeated at will: answers are kept."""

    facts: Facts
    names: NameIndex
    seats: dict[str, list[Membership]]
    attested: dict[str, list[Membership]]
    terms: dict[str, list[Incumbency]]

    def post(self, role: str, portfolio: str | None, on: date | None = None) -> Found:
        """The posts that "Minister van Justitie en Veiligheid" may mean: role "minister", portfolio the rest."""
        return _post(self, role, portfolio or "", on) if _short(role, portfolio) else TOO_LONG

    def holder(self, post: str, on: date | None = None) -> list[Incumbency]:
        """Who held a post (its key) on that day, without who was away; a stand-in is marked."""
        held = [term for term in self.facts.incumbencies if term.post == post and term.period.holds(on)]
        there = [term for term in held if not (on and term.absent and term.absent.holds(on))]
        return sorted(there, key=lambda term: (term.period.start or date.min, term.key))

    def term(self, candidate: Candidate) -> Incumbency | None:
        """The term of office that supports a candidate for a minister: its post is the office really meant."""
        return next((term for term in self.terms.get(candidate.key, ()) if term.key == candidate.via), None)

    def minister(
        self, name: str, role: str | None = None, portfolio: str | None = None, on: date | None = None
    ) -> Found:
        """The people whom a name in the signature or address of a document means, in that office on that day."""
        return _minister(self, name, role or "", portfolio or "", on) if _short(name, role, portfolio) else TOO_LONG

    def member(self, name: str, party: str | None = None, on: date | None = None) -> Found:
        """The members whom "het lid Name (Party)" means on that day."""
        return _member(self, name, party or "", on) if _short(name, party) else TOO_LONG

    def party(self, name: str, on: date | None = None) -> Found:
        """The parties or groups of a name on that day."""
        return find_names.party(self.facts.parties, name, on) if _short(name) else TOO_LONG

    def outlet(self, printed: str) -> Candidate | None:
        """The news medium of a name or an address."""
        return find_names.outlet(self.facts.outlets, printed)


def _short(*printed: str | None) -> bool:
    return all(len(each or "") <= LONGEST for each in printed)


@lru_cache(maxsize=65536)
def _post(registry: Registry, role: str, portfolio: str, on: date | None) -> Found:
    return find_offices.find(registry.facts, role, portfolio, on)


@lru_cache(maxsize=65536)
def _minister(registry: Registry, name: str, role: str, portfolio: str, on: date | None) -> Found:
    facts, terms = registry.facts, registry.terms
    posts = {each.key: each.score for each in _post(registry, role, portfolio, on)} if role else {}
    judge = find_people.minister_judge(terms, facts, posts, role, on)
    remote = find_people.minister_remote(terms, facts, on)
    span = facts.coverage["incumbencies"]
    if on and not span.holds(on):
        why = find_people.outside(span, on, "bewindspersonen")
        return find_people.uncovered(why, registry.names, name, remote, find_people.addressed_judge(on))
    return find_people.found(
        registry.names,
        name,
        judge,
        remote,
        lambda: {term.person for term in facts.incumbencies if term.period.holds(on)},
    )


@lru_cache(maxsize=65536)
def _member(registry: Registry, name: str, party: str, on: date | None) -> Found:
    facts, seats, attested = registry.facts, registry.seats, registry.attested
    named = find_names.party(facts.parties, party, on) if party else Found()
    groups = tuple(each.key for each in (named.candidates or named.possible))
    judge = find_people.member_judge(seats, attested, facts, groups, on)
    remote = find_people.member_remote(seats, attested, facts, groups, on)
    span = facts.coverage["memberships"]
    if on and not span.holds(on):
        counted = facts.coverage["cases"].holds(on)
        evident = find_people.asked_judge(seats, attested, groups, on) if counted else None
        return find_people.uncovered(find_people.outside(span, on, "leden"), registry.names, name, remote, evident)
    return find_people.found(
        registry.names,
        name,
        judge,
        remote,
        lambda: {
            seat.person for seat in facts.memberships if seat.period.holds(on) and (not groups or seat.party in groups)
        },
    )


@cache
def registry() -> Registry:
    """The registry of `ontology/lists/`, read once per process."""
    facts = load()
    terms: dict[str, list[Incumbency]] = defaultdict(list)
    for term in facts.incumbencies:
        terms[term.person].append(term)
    seats, attested = _by_person(facts.memberships), _by_person(facts.attested)
    return Registry(facts, index(facts.people), seats, attested, dict(terms))


def _by_person(memberships: tuple[Membership, ...]) -> dict[str, list[Membership]]:
    seats: dict[str, list[Membership]] = defaultdict(list)
    for seat in sorted(memberships, key=lambda each: (each.period.start or date.min, each.key)):
        seats[seat.person].append(seat)
    return dict(seats)
