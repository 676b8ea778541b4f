"""Read `ontology/lists/` into records, or as triples for the graph of the registry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputProblem
from kg.registry.facts import Facts, Incumbency, Membership, Ministry, Outlet, Party, Period, Person, Post
from kg.registry.names import letters
from kg.registry.turtle import HOME, VOCABULARIES
from kg.vocab import base, data

_ROLE = ("minister-president", "minister", "staatssecretaris")
_LINKS = ("van ", "voor ")
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
Values = dict[str, list[str]]


def lists() -> list[Path]:
    """The files of the lists, sorted.  Raises InputProblem where there are none."""
    folder = data("ontology") / "lists"
    found = sorted(folder.glob("*.ttl"))
    if not found:
        raise InputProblem(
            "registry-missing", str(folder), "no lists", "Run python -m kg.registry.build REFERENCE_DIR."
        )
    return found


def triples() -> Iterator[ox.Triple]:
    """Every triple of the lists, with KG_BASE in place of the project's own address."""
    start = base()
    for path in lists():
        for subject, predicate, value in _parse(path):
            thing = ox.NamedNode(_moved(value.value, start)) if isinstance(value, ox.NamedNode) else value
            yield ox.Triple(ox.NamedNode(_moved(subject.value, start)), predicate, thing)


def _moved(address: str, start: str) -> str:
    return start + address[len(HOME) :] if address.startswith(HOME) else address


def _parse(path: Path) -> Iterator[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]]:
    """The triples of a file.  Raises InputProblem for bad Turtle and for blank nodes."""
    advice = "Mend the file, or make it again with python -m kg.registry.build REFERENCE_DIR."
    try:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            subject, value = quad.subject, quad.object
            if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.NamedNode | ox.Literal):
                raise InputProblem("registry-blank", str(path), f"a node without a name: {quad}", advice)
            yield subject, quad.predicate, value
    except SyntaxError as problem:
        raise InputProblem("registry-syntax", str(path), str(problem), advice) from problem


def load() -> Facts:
    """The lists as records."""
    nodes = _nodes()
    kinds: dict[str, list[str]] = defaultdict(list)
    for key, values in nodes.items():
        for kind in values.get(_TYPE, ()):
            kinds[kind].append(key)
    kv, org = VOCABULARIES["kv"], VOCABULARIES["org"]
    return Facts(
        people={key: _person(key, nodes[key]) for key in kinds[VOCABULARIES["foaf"] + "Person"]},
        memberships=tuple(_membership(key, nodes[key]) for key in kinds[org + "Membership"]),
        attested=tuple(_membership(key, nodes[key]) for key in kinds[kv + "AttestedMembership"]),
        posts={key: _post(key, nodes[key]) for key in kinds[org + "Post"]},
        incumbencies=tuple(_incumbency(key, nodes[key]) for key in kinds[kv + "Incumbency"]),
        parties=_parties(nodes, kinds),
        ministries=tuple(_ministries(nodes, kinds)),
        outlets=tuple(_outlet(key, nodes[key]) for key in kinds[VOCABULARIES["schema"] + "NewsMediaOrganization"]),
        coverage={
            key.removeprefix("dataset/"): _period(nodes[key], "coverageFrom", "coverageUntil")
            for key in kinds[VOCABULARIES["dcat"] + "Dataset"]
        },
    )


def _nodes() -> dict[str, Values]:
    """The facts of each subject by predicate; addresses below our own are cut down to keys."""
    nodes: dict[str, Values] = {}
    start = len(HOME)
    last, values = None, {}
    for path in lists():
        for subject, predicate, thing in _parse(path):
            if subject != last:
                name = subject.value
                values = nodes.setdefault(name[start:] if name.startswith(HOME) else name, {})
                last = subject
            value = thing.value
            values.setdefault(predicate.value, []).append(value[start:] if value.startswith(HOME) else value)
    return nodes


def _all(values: Values, name: str) -> list[str]:
    prefix, _, local = name.partition(":")
    return values.get(VOCABULARIES[prefix] + local, [])


def _one(values: Values, name: str) -> str:
    found = _all(values, name)
    return found[0] if found else ""


def _period(values: Values, start: str = "from", end: str = "until") -> Period:
    begun, ended = _one(values, f"kv:{start}"), _one(values, f"kv:{end}")
    return Period(date.fromisoformat(begun) if begun else None, date.fromisoformat(ended) if ended else None)


def _stretch(values: Values, start: str, end: str) -> Period | None:
    period = _period(values, start, end)
    return period if period.start else None


def _person(key: str, values: Values) -> Person:
    prefix = _all(values, "kv:surnamePrefix")
    return Person(
        key,
        _one(values, "rdfs:label"),
        _one(values, "foaf:givenName"),
        prefix[0] if prefix else None,
        _one(values, "foaf:familyName"),
        _one(values, "kv:firstNames"),
        frozenset(letters(initials) for initials in _all(values, "kv:initials")),
        tuple(sorted(_all(values, "skos:altLabel"))),
        _stretch(values, "addressedFrom", "addressedUntil"),
    )


def _membership(key: str, values: Values) -> Membership:
    return Membership(key, _one(values, "org:member"), _one(values, "org:organization"), _period(values))


def without_role(name: str) -> str:
    """The portfolio in the name of an office.

    >>> without_role("Minister voor Medische Zorg")
    'Medische Zorg'
    """
    words = name
    for start in (*_ROLE, *_LINKS):
        if words.lower().startswith(start):
            words = words[len(start) :].lstrip(" ,")
    return words


def _post(key: str, values: Values) -> Post:
    labels = [*_all(values, "skos:prefLabel"), *sorted(_all(values, "skos:altLabel"))]
    names = dict.fromkeys([*_all(values, "kv:portfolio"), *map(without_role, labels)])
    return Post(
        key,
        _one(values, "rdfs:label"),
        _one(values, "kv:role").removeprefix(VOCABULARIES["kv"]),
        tuple(name for name in names if name),
        tuple(sorted(_all(values, "org:postIn"))),
        _period(values),
    )


def _incumbency(key: str, values: Values) -> Incumbency:
    absent = _stretch(values, "absentFrom", "absentUntil")
    stand_in = _one(values, "kv:standIn") == "true"
    return Incumbency(key, _one(values, "org:member"), _one(values, "kv:ofPost"), _period(values), absent, stand_in)


def _parties(nodes: dict[str, Values], kinds: dict[str, list[str]]) -> dict[str, Party]:
    line: dict[str, set[str]] = defaultdict(set)
    became: dict[str, list[tuple[str, date]]] = defaultdict(list)
    for key in sorted(kinds[VOCABULARIES["org"] + "ChangeEvent"]):
        event = nodes[key]
        change = _one(event, "kv:changeKind").removeprefix(VOCABULARIES["kv"])
        for old in _all(event, "org:originalOrganization") if change in {"merger", "rename"} else []:
            for new in _all(event, "org:resultingOrganization"):
                line[old].add(new)
                line[new].add(old)
                if change == "rename":
                    became[old].append((new, date.fromisoformat(_one(event, "dcterms:date"))))
    found = {}
    for key in kinds[VOCABULARIES["kv"] + "Party"]:
        names = dict.fromkeys([_one(nodes[key], "rdfs:label"), *sorted(_all(nodes[key], "skos:altLabel"))])
        label = _one(nodes[key], "rdfs:label")
        found[key] = Party(key, label, tuple(names), _period(nodes[key]), frozenset(line[key]), tuple(became[key]))
    return found


def _ministries(nodes: dict[str, Values], kinds: dict[str, list[str]]) -> Iterator[Ministry]:
    for key in kinds[VOCABULARIES["kv"] + "Ministry"]:
        for name in sorted(_all(nodes[key], "kv:hasName")):
            values = nodes[name]
            yield Ministry(key, _one(values, "skos:prefLabel"), _one(values, "skos:altLabel"), _period(values))


def _outlet(key: str, values: Values) -> Outlet:
    label = _one(values, "rdfs:label")
    names = dict.fromkeys([label, *sorted(_all(values, "skos:altLabel"))])
    kind = _one(values, "dcterms:type").removeprefix("medium/")
    return Outlet(key, label, tuple(names), tuple(sorted(_all(values, "kv:domain"))), kind)
