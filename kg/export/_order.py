"""The quads of a store in an order that depends on nothing but themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pyoxigraph as ox

from kg.store import Store
from kg.vocab import prefixes

Subject = ox.NamedNode | ox.BlankNode | ox.Triple
# XML 1.0 cannot hold these at all; the gate of kg.terms keeps them out, a store made elsewhere may have them
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def graphs(store: Store) -> list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph]:
    """The default graph where anything is in it, then the named graphs by address."""
    default = ox.DefaultGraph()
    first = next(iter(store.quads.quads_for_pattern(None, None, None, default)), None)
    named = sorted(store.quads.named_graphs(), key=str)
    return [default, *named] if first else [*named]


def quads(store: Store) -> Iterator[ox.Quad]:
    """Every quad: graph by graph, each sorted.  Memory: the largest graph."""
    for graph in graphs(store):
        yield from sorted(store.quads.quads_for_pattern(None, None, None, graph), key=str)


def triples(store: Store) -> Iterator[ox.Triple]:
    """Every triple of the union of all graphs once, by subject.  Memory: the subjects."""
    subjects = {quad.subject for quad in store.quads}
    for subject in sorted(subjects, key=str):
        found = {quad.triple for quad in store.quads.quads_for_pattern(subject, None, None)}
        yield from sorted(found, key=str)


def namespaces() -> dict[str, str]:
    """The prefixes to write, sorted."""
    return dict(sorted(prefixes().items()))


def xml_text(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _NO_XML.sub("", text)
