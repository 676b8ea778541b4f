"""Turtle: the union of all graphs.  Which graph said what is lost; TriG and N-Quads keep it."""

from __future__ import annotations

from typing import BinaryIO

import pyoxigraph as ox

from kg.export._order import namespaces, triples
from kg.store import Store

MEDIA_TYPE = "text/turtle"
SUFFIX = ".ttl"


def write(store: Store, out: BinaryIO) -> None:
    """Every triple once."""
    ox.serialize(triples(store), out, format=ox.RdfFormat.TURTLE, prefixes=namespaces())
