"""The nodes that a picture has room for, and the words that say what was left out."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

LIMIT = 1500  # nodes that a page draws smoothly


@dataclass(frozen=True, slots=True)
class Selection:
    """The part of a network that is drawn; the notices are empty where it is all of it."""

    graph: nx.MultiDiGraph[str]
    nl: str = ""
    en: str = ""


def select(graph: nx.MultiDiGraph[str], limit: int) -> Selection:
    """The `limit` best connected nodes and the relations among them."""
    if len(graph) <= limit:
        return Selection(graph)
    kept = sorted(graph, key=lambda node: (-graph.degree[node], node))[:limit]
    part: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    part.add_nodes_from((node, graph.nodes[node]) for node in sorted(kept))
    chosen = set(kept)
    for source, target, key, values in graph.edges(keys=True, data=True):
        if source in chosen and target in chosen:
            part.add_edge(source, target, key=key, **values)
    return Selection(
        part,
        f"Alleen de {limit} knopen met de meeste verbindingen van {len(graph)} staan erop (--limit voor meer).",
        f"Only the {limit} best connected nodes of {len(graph)} are shown (--limit for more).",
    )
