"""Where each node of a picture stands: forces, the same every time, without NumPy.

Connected nodes pull and all nodes push (Fruchterman and Reingold, 1991); a start by breadth-first search from the best
connected node keeps what belongs together near.
"""

from __future__ import annotations

import math
from collections import deque

import networkx as nx

Place = tuple[float, float]
GOLDEN = math.pi * (3 - math.sqrt(5))
WORK = 3_000_000  # pairs of nodes to compare in all, a few seconds
FAR = 9.0  # squared distance, in lengths of an edge, beyond which nodes no longer push


def layout(graph: nx.Graph[str], rounds: int = 150) -> dict[str, Place]:
    """A place for every node, in lengths of an edge, centred on (0, 0).  Fewer rounds for a larger graph."""
    nodes = _order(graph)
    number = {node: i for i, node in enumerate(nodes)}
    xs = [math.sqrt(i + 0.5) * math.cos(i * GOLDEN) for i in range(len(nodes))]
    ys = [math.sqrt(i + 0.5) * math.sin(i * GOLDEN) for i in range(len(nodes))]
    pulls = sorted({(min(a, b), max(a, b)) for a, b in ((number[s], number[t]) for s, t in graph.edges()) if a != b})
    rounds = max(5, min(rounds, WORK // max(1, len(nodes) * 40)))
    for turn in range(rounds):
        _move(xs, ys, pulls, 0.6 * (1 - turn / rounds) + 0.02)
    return {node: (round(xs[i], 3), round(ys[i], 3)) for i, node in enumerate(nodes)}


def _order(graph: nx.Graph[str]) -> list[str]:
    """The nodes by breadth-first search, the largest part first, from its best connected node."""
    order: dict[str, None] = {}
    for start in sorted(graph, key=lambda node: (-graph.degree[node], node)):
        queue = deque([start])
        while queue:
            node = queue.popleft()
            if node not in order:
                order[node] = None
                queue.extend(sorted(set(nx.all_neighbors(graph, node)) - order.keys()))
    return list(order)


def _move(xs: list[float], ys: list[float], pulls: list[tuple[int, int]], most: float) -> None:
    """One round: every node moves at most `most`."""
    count = len(xs)
    dx = [-0.012 * x for x in xs]
    dy = [-0.012 * y for y in ys]
    for i, j in _close(xs, ys):
        x, y = xs[i] - xs[j], ys[i] - ys[j]
        square = x * x + y * y or 1e-6
        if square < FAR:
            force = 0.6 * (1 / square - 1 / FAR)
            dx[i] += x * force
            dy[i] += y * force
            dx[j] -= x * force
            dy[j] -= y * force
    for i, j in pulls:
        x, y = xs[j] - xs[i], ys[j] - ys[i]
        force = 0.12 * math.hypot(x, y)
        dx[i] += x * force
        dy[i] += y * force
        dx[j] -= x * force
        dy[j] -= y * force
    for i in range(count):
        length = math.hypot(dx[i], dy[i])
        if length > 0:
            step = min(length, most) / length
            xs[i] += dx[i] * step
            ys[i] += dy[i] * step


def _close(xs: list[float], ys: list[float]) -> list[tuple[int, int]]:
    """The pairs of nodes that may be near enough to push, found by the squares of a grid."""
    side = math.sqrt(FAR)
    cells: dict[tuple[int, int], list[int]] = {}
    for i, (x, y) in enumerate(zip(xs, ys, strict=True)):
        cells.setdefault((math.floor(x / side), math.floor(y / side)), []).append(i)
    pairs: list[tuple[int, int]] = []
    for (column, row), here in cells.items():
        pairs.extend((i, j) for place, i in enumerate(here) for j in here[place + 1 :])
        for step in ((1, 0), (-1, 1), (0, 1), (1, 1)):
            there = cells.get((column + step[0], row + step[1]), ())
            pairs.extend((i, j) for i in here for j in there)
    return pairs
