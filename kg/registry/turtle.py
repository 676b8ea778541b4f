"""Turtle that people can read and mend: no blank nodes, one node a paragraph, all sorted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

HOME = "https://w3id.org/kamervragen/id/"
TOOI = "https://identifier.overheid.nl/tooi/id/ministerie/"
WIKIDATA = "http://www.wikidata.org/entity/"
KINDS = (
    "attested",
    "cabinet",
    "dataset",
    "event",
    "incumbency",
    "medium",
    "membership",
    "ministry",
    "name",
    "organisation",
    "outlet",
    "party",
    "person",
    "post",
)
VOCABULARIES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "kv": "https://w3id.org/kamervragen/ns#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
PREFIXES = {**VOCABULARIES, **{kind: f"{HOME}{kind}/" for kind in KINDS}, "tooi": TOOI, "wd": WIKIDATA}
Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Node:
    """A subject (prefixed name) with its facts: predicates (prefixed, or "a") and objects, written as Turtle."""

    subject: str
    facts: tuple[Fact, ...]


def text(value: str, language: str = "") -> str:
    """A literal."""
    quoted = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{quoted}"@{language}' if language else f'"{quoted}"'


def on(value: date) -> str:
    """A date."""
    return f'"{value.isoformat()}"^^xsd:date'


def period(start: date | None, end: date | None) -> list[Fact]:
    """The half-open period of a node: kv:from and kv:until, as far as known."""
    facts = [("kv:from", on(start))] if start else []
    return facts + ([("kv:until", on(end))] if end else [])


def write(comment: str, nodes: Iterable[Node]) -> str:
    """The file: comment, the prefixes in use, the nodes by subject.

    Raises ValueError where two nodes have one subject: keys must tell things apart.
    """
    ordered = sorted(nodes, key=lambda node: node.subject)
    for one, other in pairwise(ordered):
        if one.subject == other.subject:
            raise ValueError(f"two nodes are called {one.subject}")
    body = "\n\n".join(_paragraph(node) for node in ordered)
    used = [f"@prefix {name}: <{address}> ." for name, address in sorted(PREFIXES.items()) if f"{name}:" in body]
    remarks = "\n".join(f"# {line}".rstrip() for line in comment.strip().splitlines())
    return f"{remarks}\n\n" + "\n".join(used) + f"\n\n{body}\n"


def _paragraph(node: Node) -> str:
    types = sorted({value for predicate, value in node.facts if predicate == "a"})
    rest = sorted({fact for fact in node.facts if fact[0] != "a"})
    lines = [f"a {', '.join(types)}"] + [f"{predicate} {value}" for predicate, value in rest]
    return f"{node.subject}\n    " + " ;\n    ".join(lines) + " ."
