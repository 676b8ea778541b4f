"""The list of organisations: names and abbreviations as documents introduce them, each with the documents that do.

    python -m kg.registry.organisations CORPUS_DIR      write ontology/lists/organisations.ttl

A name is listed when a document introduces it with its abbreviation (`kg.grammar.organisations`).  Identifiers are
added by hand in curated.ttl, and only where a source gives them.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from kg.extract import extract
from kg.grammar.organisations import defined
from kg.read import read
from kg.registry.names import slug
from kg.registry.turtle import Node, text, write
from kg.vocab import data, iri

LIST = "organisations.ttl"


@dataclass(frozen=True, slots=True)
class Organisation:
    """A name, its abbreviation, and the key of its IRI."""

    key: str
    name: str
    short: str


@cache
def organisations() -> tuple[Organisation, ...]:
    """The organisations of the list, by key."""
    path = data("ontology") / "lists" / LIST
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE) if path.exists() else ():
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
            names[quad.subject.value.rpartition("/")[2]][quad.predicate.value] = quad.object.value
    label, short = iri("skos:prefLabel"), iri("skos:altLabel")
    return tuple(
        Organisation(key, has[label], has.get(short, "")) for key, has in sorted(names.items()) if label in has
    )


def collect(folder: Path) -> str:
    """The list as Turtle, from all text documents of a folder."""
    seen: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in sorted(folder.glob("*.txt")):
        for passage in extract(read(path)).structure.passages():
            for found in defined(passage.text):
                seen[found.name, found.short].append(path.stem)
    best: dict[str, tuple[str, str]] = {}
    for (name, short), documents in sorted(seen.items(), key=lambda item: (-len(item[1]), item[0])):
        best.setdefault(slug(name), (name, short))
        del documents
    nodes = [_node(key, name, short, sorted(set(seen[name, short]))) for key, (name, short) in best.items()]
    return write(
        "Organisaties die documenten met hun afkorting noemen.\nGemaakt door: python -m kg.registry.organisations CORPUS_DIR",
        nodes,
    )


def _node(key: str, name: str, short: str, documents: list[str]) -> Node:
    facts = [
        ("a", "org:Organization"),
        ("rdfs:label", text(name)),
        ("skos:prefLabel", text(name)),
        ("skos:altLabel", text(short)),
    ]
    return Node(
        f"organisation:{key}", tuple(sorted(facts + [("dcterms:source", text(f"corpus/text/{d}")) for d in documents]))
    )


if __name__ == "__main__":
    (data("ontology") / "lists" / LIST).write_text(collect(Path(sys.argv[1])), encoding="utf-8")
