"""N-Quads: every quad on a line, sorted; what the other formats are checked against."""

from __future__ import annotations

from typing import BinaryIO

from kg.export._order import quads
from kg.store import Store

MEDIA_TYPE = "application/n-quads"
SUFFIX = ".nq"


def write(store: Store, out: BinaryIO) -> None:
    """All graphs, one after the other."""
    out.writelines(f"{quad} .\n".encode() for quad in quads(store))
