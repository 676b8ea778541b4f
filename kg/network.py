"""The store as a network of things that people know: documents, questions, people, parties, sources, amounts.

Nodes are IRIs with the attributes `label`, `kind` (a value of kg.things.CLASSES), `facts` (pairs of a property, as a
prefixed name, and a value) and `quotes`; edges are keyed by their property and have `quotes` and `sources` (what the
registry gives as its source).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from kg.errors import UsageProblem
from kg.named import named
from kg.store import Store
from kg.things import Edge, Things

DEPTHS = (1, 2, 3)
SAMPLE = 300  # nodes from which betweenness is estimated ...
LARGE = 1000  # ... in a network of more nodes than this
SEED = 7
DAMPING = 0.85  # of PageRank, as Brin and Page chose it


@dataclass(frozen=True, slots=True)
class Figure:
    """What the shape of the network says of one node."""

    node: str
    label: str
    kind: str
    degree: int
    in_degree: int
    out_degree: int
    betweenness: float
    pagerank: float


def network(store: Store, around: str | None = None, depth: int = 1) -> nx.MultiDiGraph[str]:
    """The whole network, or what is within `depth` (1 to 3) steps of what `around` names.

    `around` is an IRI, a case number, a file name, or the name of a person, post, party, source, outlet, law, paper or
    dossier.  The whole network is that of the documents; of the House's list it has the cases that they lead to.
    Raises UsageProblem: no such thing (with the nearest names), or another depth.
    """
    if depth not in DEPTHS:
        raise UsageProblem(f"depth {depth}: there is no such depth. Give 1, 2 or 3.")
    things = Things(store, whole=around is None)
    border = set(named(things, around)) if around is not None else set(things.documents())
    seen, edges, steps = set(border), set[Edge](), 0
    while border and (around is None or steps < depth):
        found = {edge for node in sorted(border) for edge in things.near(node)}
        border = {end for edge in found for end in (edge.source, edge.target)} - seen
        edges |= found
        seen |= border
        steps += 1
    last = border if around is not None else {node for node in seen if things.kind(node) == "case"}
    edges |= {edge for node in sorted(last) for edge in things.edges(node)}
    return _drawn(things, seen, (edge for edge in edges if edge.source in seen and edge.target in seen))


def _drawn(things: Things, nodes: Iterable[str], edges: Iterable[Edge]) -> nx.MultiDiGraph[str]:
    """The graph, nodes and edges sorted; what several mentions say is one edge with the quotes of all."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in sorted(nodes):
        graph.add_node(node, **things.described(node))
    parallel: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in sorted(edges):
        parallel[edge.source, edge.target, edge.predicate].append(edge)
    for (source, target, predicate), same in parallel.items():
        evidence = [things.evidence(edge) for edge in same]
        quotes = tuple(sorted({quote for found, _ in evidence for quote in found}))
        sources = tuple(sorted({text for _, text in evidence} - {""}))
        graph.add_edge(source, target, key=predicate, quotes=quotes, sources=sources)
    return graph


def figures(graph: nx.MultiDiGraph[str]) -> list[Figure]:
    """The figures of all nodes, the best connected first.

    Betweenness is that of the undirected network without parallel edges, estimated from SAMPLE nodes where there are
    more than LARGE; PageRank follows the direction of the edges.
    """
    plain = nx.Graph(graph)
    sample = SAMPLE if len(plain) > LARGE else None
    between = nx.betweenness_centrality(plain, k=sample, seed=SEED)
    rank = pagerank(graph)
    rows = [
        Figure(
            node, values["label"], values["kind"], graph.degree[node], graph.in_degree[node], graph.out_degree[node],
            round(between[node], 6), round(rank[node], 6),
        )
        for node, values in graph.nodes(data=True)
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (-row.degree, -row.betweenness, row.node))


def pagerank(graph: nx.MultiDiGraph[str], tolerance: float = 1e-9, rounds: int = 200) -> dict[str, float]:
    """PageRank by repeated multiplication: networkx has it only with SciPy, which the core does without."""
    nodes = list(graph)
    if not nodes:
        return {}
    rank = dict.fromkeys(nodes, 1 / len(nodes))
    for _ in range(rounds):
        loose = sum(rank[node] for node in nodes if not graph.out_degree[node])
        new = dict.fromkeys(nodes, (1 - DAMPING + DAMPING * loose) / len(nodes))
        for source, target in graph.edges():
            new[target] += DAMPING * rank[source] / graph.out_degree[source]
        change = sum(abs(new[node] - rank[node]) for node in nodes)
        rank = new
        if change < tolerance:
            break
    return rank
