"""GEXF 1.2: the network of things, for Gephi."""

from __future__ import annotations

from typing import BinaryIO
from xml.etree.ElementTree import ElementTree

from networkx.readwrite.gexf import GEXFWriter

from kg.export._graph import plain
from kg.store import Store

MEDIA_TYPE = "application/gexf+xml"
SUFFIX = ".gexf"


def write(store: Store, out: BinaryIO) -> None:
    """All things and their relations.  networkx would date the file; equal stores are to give equal bytes."""
    graph = plain(store)
    writer = GEXFWriter(encoding="utf-8", prettyprint=False, version="1.2draft")
    writer.add_graph(graph)
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate")
    ElementTree(writer.xml).write(out, encoding="utf-8", xml_declaration=True)
