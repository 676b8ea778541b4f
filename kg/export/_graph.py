"""The network of kg.network with nothing but texts, as the graph formats have it."""

from __future__ import annotations

from collections import defaultdict

import networkx as nx

from kg.export._order import xml_text
from kg.network import network
from kg.store import Store

Pairs = tuple[tuple[str, str], ...]


def plain(store: Store) -> nx.MultiDiGraph[str]:
    """Nodes with `label`, `kind` and a text per property; edges with `label` (the property), `quote` and `source`.

    Several values of one property stand on lines of their own.  Characters that XML cannot hold are left out.
    """
    full = network(store)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, values in full.nodes(data=True):
        facts: dict[str, list[str]] = defaultdict(list)
        for name, value in values["facts"]:
            facts[name].append(value)
        texts = {name: xml_text("\n".join(found)) for name, found in facts.items()}
        graph.add_node(node, **{**texts, "label": xml_text(values["label"]), "kind": values["kind"]})
    for source, target, predicate, values in full.edges(keys=True, data=True):
        quote = "\n".join(xml_text(found.exact) for found in values["quotes"])
        described = {"label": predicate, "quote": quote, "source": xml_text("\n".join(values["sources"]))}
        graph.add_edge(source, target, **described)
    return graph
