"""TriG: every named graph, with prefixes."""

from __future__ import annotations

from typing import BinaryIO

import pyoxigraph as ox

from kg.export._order import namespaces, quads
from kg.store import Store

MEDIA_TYPE = "application/trig"
SUFFIX = ".trig"


def write(store: Store, out: BinaryIO) -> None:
    """All graphs, one after the other."""
    ox.serialize(quads(store), out, format=ox.RdfFormat.TRIG, prefixes=namespaces())
