"""Where each node of a picture stands: forces, the same every time, without NumPy.

A tree of breadth-first steps is laid out in rings round the best connected node, so that what belongs together starts
together; then connected nodes pull and all nodes push, the more the better connected they are (as in ForceAtlas2:
Jacomy, Venturini, Heymann and Bastian, 2014).  `page.js` goes on with the same forces.
"""

from __future__ import annotations

import math
from collections import deque
from itertools import combinations

import networkx as nx

Place = tuple[float, float]
WORK = 3_000_000  # pairs of nodes to compare in all, a few seconds
PUSH = 0.03
GRAVITY = 0.02


def layout(graph: nx.Graph[str], rounds: int = 150) -> dict[str, Place]:
    """A place for every node round (0, 0).  The larger the graph, the fewer rounds."""
    plain = nx.Graph(graph)
    start = _rings(plain)
    nodes = list(start)
    number = {node: i for i, node in enumerate(nodes)}
    xs, ys = [start[node][0] for node in nodes], [start[node][1] for node in nodes]
    masses = [1.0 + plain.degree[node] for node in nodes]
    pulls = sorted((min(number[s], number[t]), max(number[s], number[t])) for s, t in plain.edges() if s != t)
    rounds = min(rounds, WORK // max(1, len(nodes) * len(nodes) // 2))
    for turn in range(rounds):
        _move(xs, ys, masses, pulls, most=(1 - turn / rounds) * 0.1 * math.sqrt(len(nodes)) + 0.01)
    return {node: (round(xs[i], 3), round(ys[i], 3)) for i, node in enumerate(nodes)}


def _rings(graph: nx.Graph[str]) -> dict[str, Place]:
    """Each node on the ring of its distance to the root of its part, in a sector as wide as what hangs on it."""
    children, roots = _tree(graph)
    weight = dict.fromkeys(children, 1)
    for node in reversed(children):
        weight[node] += sum(weight[child] for child in children[node])
    places: dict[str, Place] = {}
    total, first = sum(weight[root] for root in roots), 0.0
    waiting: list[tuple[str, int, float, float]] = []
    for number, root in enumerate(roots):
        last = first + 2 * math.pi * weight[root] / total
        waiting.append((root, 0 if number == 0 else 2, first, last))
        first = last
    for node, ring, low, high in waiting:  # grows while it is read
        angle = (low + high) / 2
        reach = ring * 0.35 * math.sqrt(len(places) + 1) / (1 + 0.1 * ring) if ring else 0.0
        places[node] = reach * math.cos(angle), reach * math.sin(angle)
        share = (high - low) / max(1, weight[node] - 1)
        edge = low
        for child in children[node]:
            waiting.append((child, ring + 1, edge, edge + share * weight[child]))
            edge += share * weight[child]
    return places


def _tree(graph: nx.Graph[str]) -> tuple[dict[str, list[str]], list[str]]:
    """Breadth-first trees: the children of each node, in the order in which they were met, and the roots."""
    children: dict[str, list[str]] = {}
    roots: list[str] = []
    for root in sorted(graph, key=lambda node: (-graph.degree[node], node)):
        if root in children:
            continue
        roots.append(root)
        children[root] = []
        queue = deque([root])
        while queue:
            node = queue.popleft()
            for other in sorted(graph[node]):
                if other not in children:
                    children[other] = []
                    children[node].append(other)
                    queue.append(other)
    return children, roots


def _move(xs: list[float], ys: list[float], masses: list[float], pulls: list[tuple[int, int]], most: float) -> None:
    """One round, in which no node moves further than `most`."""
    dx = [-GRAVITY * mass * x for mass, x in zip(masses, xs, strict=True)]
    dy = [-GRAVITY * mass * y for mass, y in zip(masses, ys, strict=True)]
    for i, j in combinations(range(len(xs)), 2):
        x, y = xs[i] - xs[j], ys[i] - ys[j]
        force = PUSH * masses[i] * masses[j] / (x * x + y * y + 0.01)
        dx[i] += x * force
        dy[i] += y * force
        dx[j] -= x * force
        dy[j] -= y * force
    for i, j in pulls:
        x, y = xs[j] - xs[i], ys[j] - ys[i]
        dx[i] += x
        dy[i] += y
        dx[j] -= x
        dy[j] -= y
    for i, mass in enumerate(masses):
        length = math.hypot(dx[i], dy[i]) * 0.4 / mass
        if length > 0:
            step = min(length, most) / length * 0.4 / mass
            xs[i] += dx[i] * step
            ys[i] += dy[i] * step
