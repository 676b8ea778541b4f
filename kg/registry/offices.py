"""Cabinets, posts and incumbencies, from the list of office-holders."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kg.errors import InputProblem
from kg.grammar.months import MONTHS
from kg.registry.ministries import Ministry
from kg.registry.names import slug, squash
from kg.registry.person import Person
from kg.registry.reference import TERMS, Term
from kg.registry.turtle import Fact, Node, on, period, text

LAPSE = timedelta(days=730)
"""A post that nobody held for longer, or in a whole cabinet, is another post, even under the same name."""
BRIEF = timedelta(days=60)
"""A second office held for no longer is a stand-in's."""
LEAVE = timedelta(days=200)
"""Who comes back to an office within this time was replaced by a stand-in."""
DRIFT = timedelta(days=100)
"""A ministry's new name enters the registers up to this long after the cabinet that brought it."""
ROLES = {
    "minister-president": "kv:primeMinister",
    "minister": "kv:minister",
    "minister voor": "kv:ministerWithoutPortfolio",
    "staatssecretaris": "kv:stateSecretary",
}
_TITLE = re.compile(
    r"\A(?P<role>minister|staatssecretaris)\s+(?:(?P<link>van|voor)\s+)?(?P<portfolio>\S.*)", re.IGNORECASE
)
_ABSENT = re.compile(
    r"tijdelijk\ afwezig\ van(?:af)?\ (?P<start>\d{1,2}\ \w{3,9}\ \d{4})(?:\ -\ (?P<end>\d{1,2}\ \w{3,9}\ \d{4}))?",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Post:
    """An office under one name, in one unbroken stretch of time, with the terms served in it."""

    key: str
    role: str
    label: str
    portfolio: str
    terms: tuple[tuple[Person, Term], ...]

    @property
    def start(self) -> date:
        """The first day on which somebody held it."""
        return min(term.start for _, term in self.terms)

    @property
    def end(self) -> date | None:
        """The first day after which nobody held it, None where somebody still does."""
        ends = [term.end for _, term in self.terms]
        return None if None in ends else max(end for end in ends if end)


def title(printed: str) -> tuple[str, str, str]:
    """Role, name and portfolio of an office, as the list of office-holders prints it.

    >>> title("Viceminister-president, minister van Sociale Zaken en Werkgelegenheid")
    ('minister', 'Minister van Sociale Zaken en Werkgelegenheid', 'Sociale Zaken en Werkgelegenheid')
    """
    if printed.startswith("Minister-president"):
        return "minister-president", "Minister-president", "Algemene Zaken"
    plain = printed.removeprefix("Viceminister-president, ").replace("(tijdelijk)", "").strip()
    found = _TITLE.fullmatch(plain)
    if not found:
        raise InputProblem("reference-title", TERMS, f"no office in {printed!r}", "Correct the row's title.")
    role = "minister voor" if found["link"] == "voor" else found["role"].lower()
    return role, plain[0].upper() + plain[1:], found["portfolio"]


def posts(people: Iterable[Person]) -> list[Post]:
    """All offices; one that lapsed and came back under its old name is another, with the year in its key."""
    held: dict[str, list[tuple[Person, Term]]] = defaultdict(list)
    begun: dict[str, date] = {}
    for person in people:
        for term in person.terms:
            held[title(term.title)[1]].append((person, term))
            begun[term.cabinet] = min(term.start, begun.get(term.cabinet, date.max))
    order = {cabinet: place for place, cabinet in enumerate(sorted(begun, key=lambda each: begun[each]))}
    found = []
    for label, terms in sorted(held.items()):
        role, _, portfolio = title(terms[0][1].title)
        for place, stretch in enumerate(_stretches(terms, order)):
            key = slug(label) if place == 0 else f"{slug(label)}-{stretch[0][1].start.year}"
            found.append(Post(key, role, label, portfolio, tuple(stretch)))
    return found


def _stretches(terms: list[tuple[Person, Term]], order: dict[str, int]) -> list[list[tuple[Person, Term]]]:
    ordered = sorted(terms, key=lambda held: (held[1].start, held[0].key))
    found = [[ordered[0]]]
    for held in ordered[1:]:
        end = max(term.end or date.max for _, term in found[-1])
        last = max(order[term.cabinet] for _, term in found[-1])
        if order[held[1].cabinet] > last + 1 or held[1].start > min(end, date.max - LAPSE) + LAPSE:
            found.append([])
        found[-1].append(held)
    return found


def home(post: Post, names: Iterable[Ministry]) -> Ministry | None:
    """The ministry whose name the portfolio is, at the time of the post; None where the name is another."""
    for ministry in names:
        begins = (ministry.start or date.min) <= (post.end or date.max)
        ends = post.start < (ministry.end or date.max)
        late = ministry.start and post.start < ministry.start <= post.start + DRIFT
        if squash(ministry.name) == squash(post.portfolio) and ((begins and ends) or late):
            return ministry
    return None


def post_nodes(found: list[Post], names: list[Ministry], attested: dict[str, list[tuple[str, str]]]) -> Iterator[Node]:
    """A node per post; `attested` gives ministries (name, document) of posts whose own name does not tell."""
    for post in found:
        facts: list[Fact] = [
            ("a", "org:Post"),
            ("rdfs:label", text(post.label, "nl")),
            ("skos:prefLabel", text(post.label, "nl")),
            ("kv:role", ROLES[post.role]),
            ("kv:portfolio", text(post.portfolio, "nl")),
            ("dcterms:source", text(f"reference/{TERMS}")),
            *period(post.start, post.end),
        ]
        ministry = home(post, names)
        if ministry:
            facts += [("org:postIn", ministry.subject)]
            facts += [("skos:altLabel", text(f"{post.label.replace(post.portfolio, ministry.abbreviation)}", "nl"))]
        if post.role == "minister-president":
            facts += [("skos:altLabel", text("Minister van Algemene Zaken", "nl"))]
        for subject, document in attested.get(post.key, []):
            facts += [("org:postIn", subject), ("dcterms:source", text(f"gold/{document}"))]
        yield Node(f"post:{post.key}", tuple(facts))


def incumbency_nodes(found: list[Post], parties: dict[str, str]) -> Iterator[Node]:
    """A node per term; `parties` gives the party's key for a name as the list prints it."""
    held: dict[str, list[tuple[Post, Term]]] = defaultdict(list)
    for post in found:
        for person, term in post.terms:
            held[person.key].append((post, term))
    for post in found:
        for person, term in post.terms:
            evidence = f"reference/{TERMS}: {term.initials} {term.surname}, {term.title}, {term.start}"
            facts: list[Fact] = [
                ("a", "kv:Incumbency"),
                ("org:member", f"person:{person.key}"),
                ("kv:ofPost", f"post:{post.key}"),
                ("kv:inCabinet", f"cabinet:{slug(cabinet_name(term.cabinet))}"),
                ("dcterms:source", text(evidence)),
                *period(term.start, term.end),
                *_remarks(term),
            ]
            if term.party in parties:
                facts.append(("kv:party", f"party:{parties[term.party]}"))
            if is_stand_in(person, term, post, held[person.key]):
                facts.append(("kv:standIn", "true"))
            yield Node(f"incumbency:{person.key}-{post.key}-{term.start}", tuple(facts))


def _remarks(term: Term) -> list[Fact]:
    facts: list[Fact] = []
    if term.title.startswith("Viceminister-president") or "viceminister-president" in term.note:
        facts.append(("kv:deputyPrimeMinister", "true"))
    if absent := _ABSENT.search(term.note):
        facts.append(("kv:absentFrom", on(_dutch(absent["start"]))))
        end = _dutch(absent["end"]) if absent["end"] else term.end
        facts += [("kv:absentUntil", on(end))] if end else []
    return facts


def _dutch(printed: str) -> date:
    number, month, year = printed.split()
    return date(int(year), MONTHS.index(month) + 1, int(number))


def is_stand_in(person: Person, term: Term, post: Post, held: list[tuple[Post, Term]]) -> bool:
    """A short second office; or, in one cabinet, a term between two of another person, who came back."""
    length = (term.end or date.max) - term.start
    second = any(where.key != post.key and other.start < term.start < (other.end or date.max) for where, other in held)
    others = [(each, other) for each, other in post.terms if each is not person and other.cabinet == term.cabinet]
    before = {each.key for each, other in others if other.end == term.start}
    after = {each.key for each, other in others if other.start == term.end}
    return (second and length <= BRIEF) or (bool(before & after) and length <= LEAVE)


def cabinet_name(printed: str) -> str:
    """The cabinet's name without its years.

    >>> cabinet_name("Kabinet-Jetten (sinds 2026)")
    'Kabinet-Jetten'
    """
    return printed.partition(" (")[0]


def cabinet_nodes(terms: Iterable[Term], numbers: dict[str, str]) -> Iterator[Node]:
    """A node per cabinet, with Wikidata's number, from its first term to its last."""
    by_name: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        by_name[term.cabinet].append(term)
    for name, served in by_name.items():
        ends = [term.end for term in served if term.end]
        end = max(ends) if len(ends) == len(served) else None
        facts: list[Fact] = [("a", "kv:Cabinet"), ("rdfs:label", text(cabinet_name(name), "nl"))]
        facts += [*period(min(term.start for term in served), end), ("owl:sameAs", f"wd:{numbers[name]}")]
        facts += [("dcterms:source", text(f"reference/{TERMS}"))]
        yield Node(f"cabinet:{slug(cabinet_name(name))}", tuple(facts))
