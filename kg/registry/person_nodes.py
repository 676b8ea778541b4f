"""The people of the lists as nodes, and the ministries of posts that only documents name."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from kg.registry.ministries import Ministry
from kg.registry.names import first_part, read_name, squash
from kg.registry.offices import Post, home
from kg.registry.person import Person
from kg.registry.reference import CASES, DAY, MEMBERS, PERSONS, TERMS, Term
from kg.registry.turtle import Fact, Node, on, text


def person_nodes(people: Sequence[Person]) -> Iterator[Node]:
    """A node per person."""
    begins = min(term.start for person in people for term in person.terms)
    for person in people:
        facts: list[Fact] = [("a", "foaf:Person"), ("rdfs:label", text(person.name()))]
        facts += [("foaf:familyName", text(person.surname))]
        facts += [("foaf:givenName", text(person.call))] if person.call else []
        facts += [("kv:surnamePrefix", text(person.prefix))] if person.prefix is not None else []
        facts += [("kv:firstNames", text(person.first_names))] if _sound(person.first_names) else []
        facts += [("kv:initials", text(initials)) for initials in person.initials]
        facts += [("skos:altLabel", text(other)) for other in person.others]
        yield Node(f"person:{person.key}", (*facts, *_numbers(person), *_attested(person, begins), *_sources(person)))


def _sound(first_names: str) -> bool:
    """Whether first names survived their encoding: letters, spaces, hyphens and dots only."""
    return bool(first_names) and all(c.isalpha() or c in " -.'" for c in first_names)


def _numbers(person: Person) -> list[Fact]:
    numbers = person.numbers
    if not numbers:
        return []
    facts = [("schema:identifier", text(f"tweedekamer:{numbers.house}"))] if numbers.house else []
    facts += [("schema:identifier", text(f"parlement:{numbers.parlement}"))] if numbers.parlement else []
    return facts + ([("owl:sameAs", f"wd:{numbers.wikidata}")] if numbers.wikidata else [])


def _attested(person: Person, begins: date) -> list[Fact]:
    """When the list of cases has questions to the person, in the time before the list of office-holders begins."""
    days = [day for row in person.attested for day in row.addressed if day < begins]
    return [("kv:addressedFrom", on(min(days))), ("kv:addressedUntil", on(max(days) + DAY))] if days else []


def _sources(person: Person) -> list[Fact]:
    facts = [("dcterms:source", text(f"reference/{CASES}: {row.name}")) for row in person.attested]
    facts += [("dcterms:source", text(f"reference/{MEMBERS}: {seat.member}")) for seat in person.seats]
    facts += [("dcterms:source", text(f"reference/{TERMS}: {term.initials} {term.surname}")) for term in person.terms]
    if person.numbers:
        row = person.numbers
        printed = " ".join(filter(None, (row.forename, row.prefix, row.surname)))
        facts.append(("dcterms:source", text(f"reference/{PERSONS}: {printed} ({row.initials})")))
    return facts


def attested_ministries(folder: Path, posts: list[Post], names: list[Ministry]) -> dict[str, list[tuple[str, str]]]:
    """For posts whose name is no ministry's: the ministry that a signed answer prints beside the holder's name."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for path in sorted((folder.parent / "gold").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        when = record["received"] or record["letter_date"]
        for signer in record["answerers"] if when else []:
            held = [post for post in posts if _holds(post, signer, date.fromisoformat(when))]
            ministry = next(
                (m for m in names if squash(m.name) == squash(signer["portfolio"]) and _current(m, when)), None
            )
            if len(held) == 1 and ministry and home(held[0], names) is None:
                found[held[0].key].setdefault(ministry.subject, path.stem)
    return {key: sorted(places.items()) for key, places in found.items()}


def _holds(post: Post, signer: dict[str, str], when: date) -> bool:
    surname = squash(first_part(read_name(signer["name"]).rest))
    return post.role.split()[0] == signer["role"] and any(
        squash(f"{person.prefix or ''}{first_part(person.surname)}") == surname
        and term.start <= when < _signs_until(term)
        for person, term in post.terms
    )


def _signs_until(term: Term) -> date:
    """Answers signed in the last days of a term appear shortly after it."""
    return term.end + 31 * DAY if term.end else date.max


def _current(ministry: Ministry, when: str) -> bool:
    on_day = date.fromisoformat(when)
    return (ministry.start or date.min) <= on_day < (ministry.end or date.max)
