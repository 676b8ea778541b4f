"""Pictures of a network: a page to look around in, and still pictures.

page(graph, title)                  -> an HTML page, whole and without network access
still(graph, "svg" or "png", title) -> a picture
picture(graph, name, title)         -> the one that the suffix of a file name asks for
"""

from __future__ import annotations

from pathlib import PurePath

import networkx as nx

from kg.errors import UsageProblem
from kg.picture.page import page
from kg.picture.selection import LIMIT
from kg.picture.still import STILL_LIMIT, still

__all__ = ["LIMIT", "STILL_LIMIT", "SUFFIXES", "page", "picture", "still"]

SUFFIXES = (".html", ".svg", ".png")


def picture(graph: nx.MultiDiGraph[str], name: str, title: str = "Kamervragen", limit: int | None = None) -> bytes:
    """The bytes of the file `name`, in the form of its suffix, with at most `limit` nodes.

    Raises UsageProblem: another suffix, a limit under 1, or a still picture without the extra `picture`.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageProblem(f"{name}: no picture of this kind. End the name in {', '.join(SUFFIXES)}.")
    if limit is not None and limit < 1:
        raise UsageProblem(f"limit {limit}: a picture has at least one node. Give a limit of 1 or more.")
    if suffix == ".html":
        return page(graph, title, limit or LIMIT).encode()
    return still(graph, "svg" if suffix == ".svg" else "png", title, limit or STILL_LIMIT)
