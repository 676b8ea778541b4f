"""What of all documents of a store was not understood, and what was kept out of it.

    not_understood(store).values -> [(file, rule, place, start, end, words, Dutch, English), ...]

The graph has both, but for files that could not be read at all: those only the report of the build has.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox

from kg.ask import ask
from kg.noticed import dutch
from kg.rows import Rows, Term
from kg.store import Store

QUERY = "not-understood"


def not_understood(store: Store) -> Rows:
    """The rows of the ready question of that name, and one for each file of which there was nothing to keep."""
    rows = ask(store, QUERY)
    return replace(rows, terms=(*rows.terms, *_unread_files(store)))


def _unread_files(store: Store) -> Iterator[tuple[Term | None, ...]]:
    documents = store.report()["documents"]
    for document in documents if isinstance(documents, list) else ():
        if document["problem"] and not document["kept_out"]:
            why = ox.Literal(dutch(document["code"]), language="nl")
            file, said = ox.Literal(Path(document["path"]).name), ox.Literal(document["problem"], language="en")
            yield file, ox.Literal(document["code"]), None, None, None, None, why, said
