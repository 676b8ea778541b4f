"""GraphML: the network of things, for yEd, Cytoscape, igraph and others."""

from __future__ import annotations

from typing import BinaryIO

import networkx as nx

from kg.export._graph import plain
from kg.store import Store

MEDIA_TYPE = "application/graphml+xml"
SUFFIX = ".graphml"


def write(store: Store, out: BinaryIO) -> None:
    """All things and their relations.  By lxml, which keeps carriage returns."""
    nx.write_graphml_lxml(plain(store), out, prettyprint=False)
