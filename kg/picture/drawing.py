"""A network drawn by Matplotlib: nodes, relations, legend, and every name that fits without covering another."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

import matplotlib as mpl
import networkx as nx
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.transforms import Bbox

from kg.picture.kinds import KINDS
from kg.picture.layout import Place, layout
from kg.picture.selection import Selection

SIZE = (16.0, 11.0)  # inches
DPI = 110
LONGEST = 34  # characters of a name
MARKS = {"square": "s", "circle": "o", "diamond": "D", "triangle": "^"}
PLATE = {"facecolor": "white", "edgecolor": "none", "alpha": 0.7, "pad": 0.4}  # what a name stands on
NAMELESS = frozenset({"question", "answer", "promise", "case"})  # named last, if there is room
STYLE: Any = {
    "svg.hashsalt": "kamervragen",  # else Matplotlib numbers its shapes at random
    "svg.fonttype": "none",  # names stay text that can be searched
    "font.family": "DejaVu Sans",
    "text.parse_math": False,  # a dollar sign is a dollar sign
}
DATELESS: dict[str, dict[str, str | None]] = {
    "svg": {"Date": None, "Creator": "kamervragen-kg"},
    "png": {"Software": None},
}


def draw(selection: Selection, form: str, title: str) -> bytes:
    """The picture of what was selected, as `svg` or `png`."""
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=SIZE, dpi=DPI)
        canvas: Any = FigureCanvasAgg(figure)
        axes = figure.add_axes((0.01, 0.05, 0.82, 0.88))
        axes.set_axis_off()
        places = layout(selection.graph)
        sizes = {node: 26.0 + 11 * min(16, degree) for node, degree in selection.graph.degree()}
        _shapes(axes, selection.graph, places, sizes)
        _legend(figure, selection.graph)
        left_out = _names(canvas, axes, selection.graph, places, sizes)
        figure.text(0.015, 0.965, _short(title, 120), fontsize=17, weight="bold", va="center")
        figure.text(0.015, 0.022, "\n".join(_notices(selection, left_out)), fontsize=8.5, color="#444a55", va="center")
        out = io.BytesIO()
        figure.savefig(out, format=form, metadata=DATELESS[form], facecolor="white")
        return out.getvalue()


def _shapes(axes: Axes, graph: nx.MultiDiGraph[str], places: dict[str, Place], sizes: dict[str, float]) -> None:
    pairs = sorted({(s, t) for s, t in graph.edges()})
    axes.add_collection(LineCollection([(places[s], places[t]) for s, t in pairs], colors="#b4bcc9", linewidths=0.8))
    for kind, look in KINDS.items():
        nodes = [node for node, values in graph.nodes(data=True) if values["kind"] == kind]
        if nodes:
            axes.scatter(
                [places[node][0] for node in nodes],
                [places[node][1] for node in nodes],
                s=[sizes[node] for node in nodes],
                c=look.colour,
                marker=MARKS[look.shape],
                edgecolors="white",
                linewidths=0.8,
                zorder=2,
            )
    axes.margins(0.06)
    axes.autoscale_view()


def _legend(figure: Figure, graph: nx.MultiDiGraph[str]) -> None:
    present = [str(values["kind"]) for _, values in graph.nodes(data=True)]
    handles = [
        Line2D(
            [], [], linestyle="", marker=MARKS[look.shape], markersize=8, markerfacecolor=look.colour,
            markeredgecolor="white", label=f"{look.nl} · {look.en} ({present.count(kind)})",
        )
        for kind, look in KINDS.items()
        if kind in present
    ]  # fmt: skip
    figure.legend(handles=handles, loc="upper right", bbox_to_anchor=(0.995, 0.93), frameon=False, fontsize=9.5)


def _names(
    canvas: Any, axes: Axes, graph: nx.MultiDiGraph[str], places: dict[str, Place], sizes: dict[str, float]
) -> int:
    """Writes the names that fit, the most telling first; the number of names that did not."""
    canvas.draw()
    renderer = canvas.get_renderer()
    points = {node: tuple(axes.transData.transform(place)) for node, place in places.items()}
    radii = {node: sizes[node] ** 0.5 / 2 * DPI / 72 for node in places}
    taken = [_around(points[node], radii[node] * 0.8) for node in places]
    left_out = 0
    for node in sorted(graph, key=lambda node: (graph.nodes[node]["kind"] in NAMELESS, -graph.degree[node], node)):
        size = 9.5 if graph.degree[node] > 8 else 8
        text = axes.text(
            *places[node], _short(graph.nodes[node]["label"], LONGEST), fontsize=size, zorder=3, bbox=PLATE
        )
        box = text.get_window_extent(renderer)
        for x, y in _beside(points[node], radii[node] + 3, box.width, box.height):
            spot = Bbox.from_bounds(x, y, box.width, box.height)
            if not any(_overlap(spot, other) for other in taken) and _inside(spot, axes):
                taken.append(spot)
                moved = x - box.x0 + points[node][0], y - box.y0 + points[node][1]
                text.set_position(tuple(axes.transData.inverted().transform(moved)))
                break
        else:
            text.remove()
            left_out += 1
    return left_out


def _around(point: Sequence[float], reach: float) -> Bbox:
    return Bbox.from_extents(point[0] - reach, point[1] - reach, point[0] + reach, point[1] + reach)


def _beside(point: Sequence[float], gap: float, width: float, height: float) -> Iterator[tuple[float, float]]:
    """Where a name may begin (lower left): below, above, right and left of its node, then at the corners."""
    x, y = point
    yield x - width / 2, y - gap - height
    yield x - width / 2, y + gap
    yield x + gap, y - height / 2
    yield x - gap - width, y - height / 2
    yield x + gap * 0.7, y + gap * 0.5
    yield x + gap * 0.7, y - gap * 0.5 - height
    yield x - gap * 0.7 - width, y + gap * 0.5
    yield x - gap * 0.7 - width, y - gap * 0.5 - height


def _overlap(one: Bbox, other: Bbox) -> bool:
    return bool(one.x0 < other.x1 and one.x1 > other.x0 and one.y0 < other.y1 and one.y1 > other.y0)


def _inside(box: Bbox, axes: Axes) -> bool:
    frame = axes.get_window_extent()
    return bool(box.x0 >= frame.x0 and box.x1 <= frame.x1 and box.y0 >= frame.y0 and box.y1 <= frame.y1)


def _notices(selection: Selection, left_out: int) -> Iterator[str]:
    if selection.nl:
        yield f"{selection.nl}  {selection.en}"
    if left_out:
        yield f"Voor {left_out} namen is geen plaats; de pagina (.html) toont ze.  {left_out} names do not fit."


def _short(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
