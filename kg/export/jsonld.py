"""JSON-LD 1.1, compact, with the context of `ontology/context.jsonld` written out: nothing has to be fetched."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from typing import Any, BinaryIO

import pyoxigraph as ox

from kg.export._order import graphs, namespaces
from kg.store import Store
from kg.vocab import iri

MEDIA_TYPE = "application/ld+json"
SUFFIX = ".jsonld"
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")  # what every JSON reader gives back as the same number
_LOCAL = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)


def write(store: Store, out: BinaryIO) -> None:
    """One object with an `@graph` per named graph, a node on a line."""
    out.write(b'{"@context": ' + _json(namespaces()) + b',\n "@graph": [')
    comma = b""
    for graph in graphs(store):
        out.write(comma + b"\n")
        quads = sorted(store.quads.quads_for_pattern(None, None, None, graph), key=str)
        if isinstance(graph, ox.DefaultGraph):
            out.write(b",\n".join(_nodes(quads)))
        else:
            out.write(b'{"@id": ' + _json(_address(graph)) + b', "@graph": [\n')
            out.write(b",\n".join(_nodes(quads)) + b"\n]}")
        comma = b","
    out.write(b"\n]}\n")


def _nodes(quads: Iterable[ox.Quad]) -> Iterable[bytes]:
    """Each subject as an object, in the order of the quads."""
    for subject, about in groupby(quads, key=lambda quad: quad.subject):
        node: dict[str, list[Any]] = {}
        for quad in about:
            is_type = quad.predicate.value == iri("rdf:type") and isinstance(quad.object, ox.NamedNode)
            key = "@type" if is_type else _compact(quad.predicate.value)
            node.setdefault(key, []).append(_compact(_address(quad.object)) if is_type else _value(quad.object))
        one = {key: values[0] if len(values) == 1 else values for key, values in node.items()}
        yield _json({"@id": _address(subject), **one})


def _value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Any:
    if not isinstance(term, ox.Literal):
        return {"@id": _address(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    datatype = term.datatype.value
    if datatype == iri("xsd:string"):
        return term.value
    if datatype == iri("xsd:boolean") and term.value in {"true", "false"}:
        return term.value == "true"
    if datatype == iri("xsd:integer") and _INTEGER.fullmatch(term.value):
        return int(term.value)
    return {"@value": term.value, "@type": _compact(datatype)}


def _address(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else str(term)


@lru_cache(maxsize=1024)
def _compact(address: str) -> str:
    """The prefixed name of an IRI where the table has one that reads back as the same IRI."""
    for prefix, namespace in namespaces().items():
        if address.startswith(namespace) and _LOCAL.fullmatch(address, len(namespace)):
            return f"{prefix}:{address[len(namespace) :]}"
    return address


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
