"""Still pictures, for a report or a slide; drawn by Matplotlib, which the extra `picture` brings."""

from __future__ import annotations

import importlib
from typing import Literal

import networkx as nx

from kg.errors import UsageProblem
from kg.picture.selection import select

STILL_LIMIT = 150  # nodes of which the names can still be read
Form = Literal["svg", "png"]


def still(graph: nx.MultiDiGraph[str], form: Form, title: str = "Kamervragen", limit: int = STILL_LIMIT) -> bytes:
    """The picture as SVG or PNG; the same graph gives the same bytes.

    Of more than `limit` nodes the best connected are drawn, and the picture says so.  Raises UsageProblem where
    Matplotlib is not installed.
    """
    try:
        drawing = importlib.import_module("kg.picture.drawing")
    except ImportError as problem:
        raise UsageProblem(
            f"{form}: a still picture needs Matplotlib ({problem.name} is missing)."
            ' Run pip install "kamervragen-kg[picture]", or write .html.'
        ) from problem
    image: bytes = drawing.draw(select(graph, limit), form, title)
    return image
