"""RDF/XML: the union of all graphs.  Characters that XML cannot hold are left out.

Written here because pyoxigraph 0.5 writes a carriage return as it is, and every XML reader then makes a newline of it.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from kg.errors import StoreProblem
from kg.export._order import namespaces, triples, xml_text
from kg.store import Store
from kg.vocab import iri

MEDIA_TYPE = "application/rdf+xml"
SUFFIX = ".rdf"
_LOCAL = re.compile(r"[A-Za-z_][\w.-]*\Z", re.ASCII)


def write(store: Store, out: BinaryIO) -> None:
    """Every triple once, a Description per subject."""
    declared = "".join(f"\n  xmlns:{prefix}={quoteattr(namespace)}" for prefix, namespace in namespaces().items())
    out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{declared}>\n'.encode())
    for subject, about in groupby(triples(store), key=lambda triple: triple.subject):
        lines = [_property(triple) for triple in about]
        out.write(f"<rdf:Description {_resource('about', subject)}>\n{''.join(lines)}</rdf:Description>\n".encode())
    out.write(b"</rdf:RDF>\n")


def _property(triple: ox.Triple) -> str:
    name, declared = _name(triple.predicate.value)
    value = triple.object
    if not isinstance(value, ox.Literal):
        return f"  <{name}{declared} {_resource('resource', value)}/>\n"
    kind = ""
    if value.language:
        kind = f" xml:lang={quoteattr(value.language)}"
    elif value.datatype.value != iri("xsd:string"):
        kind = f" rdf:datatype={quoteattr(value.datatype.value)}"
    text = escape(xml_text(value.value), {"\r": "&#13;"})
    return f"  <{name}{declared}{kind}>{text}</{name}>\n"


def _name(address: str) -> tuple[str, str]:
    """An element name for a property, and the declaration that it needs.  Raises StoreProblem where XML has none."""
    for prefix, namespace in namespaces().items():
        if address.startswith(namespace) and _LOCAL.fullmatch(address, len(namespace)):
            return f"{prefix}:{address[len(namespace) :]}", ""
    local = max(address.rfind(mark) for mark in "#/:?=&;") + 1
    if not _LOCAL.fullmatch(address, local):
        raise StoreProblem(f"<{address}>: RDF/XML cannot hold this property. Export as turtle, trig or nquads.")
    return f"p:{address[local:]}", f" xmlns:p={quoteattr(address[:local])}"


def _resource(attribute: str, term: object) -> str:
    if isinstance(term, ox.BlankNode):
        return f"rdf:nodeID={quoteattr(term.value)}"
    return f"rdf:{attribute}={quoteattr(term.value if isinstance(term, ox.NamedNode) else str(term))}"
