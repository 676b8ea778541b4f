"""A ZIP with a CSV file per kind of thing: flat rows with the quote and where it stands, for a spreadsheet.

`columns.csv` says in Dutch and English what each column holds.  Several values of one column stand on lines of their
own.  RFC 4180: comma, CRLF, UTF-8 with a byte order mark, which spreadsheets need to read the accents.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO

import pyoxigraph as ox

from kg import quotes
from kg.export._tables import COLUMNS, TABLES, Column
from kg.store import Store
from kg.vocab import base, iri, short

MEDIA_TYPE = "application/zip"
SUFFIX = ".csv.zip"
OPTIONS = ("spreadsheet_safe",)
RISKY = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet takes a cell that begins so for a formula
_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that ZIP knows: an export has no clock


def write(store: Store, out: BinaryIO, *, spreadsheet_safe: bool = True) -> None:
    """All tables.  `spreadsheet_safe` puts an apostrophe before what a spreadsheet would take for a formula."""
    with zipfile.ZipFile(out, "w") as archive:
        _table(archive, "columns", _explained(), safe=spreadsheet_safe)
        for name, (classes, columns) in TABLES.items():
            header = [column.name for column in columns]
            _table(archive, name, [header, *_rows(store, classes, columns)], safe=spreadsheet_safe)


def _table(archive: zipfile.ZipFile, name: str, rows: Iterable[Sequence[str]], *, safe: bool) -> None:
    entry = zipfile.ZipInfo(f"{name}.csv", _DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    with archive.open(entry, "w") as out, io.TextIOWrapper(out, encoding="utf-8-sig", newline="") as text:
        writer = csv.writer(text)
        writer.writerows([guarded(cell) if safe else cell for cell in row] for row in rows)


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> guarded("=1+1")
    "'=1+1"
    """
    return f"'{cell}" if cell.startswith(RISKY) else cell


def _explained() -> Iterator[list[str]]:
    yield ["table", "column", "kolom", "meaning"]
    for table, (_, columns) in TABLES.items():
        for column in columns:
            yield [table, column.name, *COLUMNS[column.name]]


def _rows(store: Store, classes: Sequence[str], columns: Sequence[Column]) -> Iterator[list[str]]:
    """A row per node, by document and place."""
    rdf_type = ox.NamedNode(iri("rdf:type"))
    found: dict[ox.NamedNode, tuple[quotes.Quote, ...]] = {}
    for name in classes:
        for quad in store.quads.quads_for_pattern(None, rdf_type, ox.NamedNode(iri(name))):
            if isinstance(quad.subject, ox.NamedNode):
                found[quad.subject] = quotes.of_node(store, quad.subject)
    for node in sorted(found, key=lambda node: (_document(node.value), found[node][:1], node.value)):
        yield [_cell(store, node, found[node], column.path) for column in columns]


def _cell(store: Store, node: ox.NamedNode, places: tuple[quotes.Quote, ...], path: str) -> str:
    if "/" not in path and ":" not in path:
        return _SPECIAL[path](store, node, places)
    return "\n".join(_follow(store, [node], path))


def _file(store: Store, node: ox.NamedNode, _: tuple[quotes.Quote, ...]) -> str:
    return "\n".join(_follow(store, [ox.NamedNode(f"{_document(node.value)}/file")], "kv:fileName"))


def _class(store: Store, node: ox.NamedNode, _: tuple[quotes.Quote, ...]) -> str:
    """The classes of our own; of a finding the one that says which."""
    return "\n".join(name for name in _follow(store, [node], "rdf:type") if ":" not in name and name != "Finding")


_SPECIAL: dict[str, Callable[[Store, ox.NamedNode, tuple[quotes.Quote, ...]], str]] = {
    "document": _file,
    "class": _class,
    "iri": lambda _store, node, _places: node.value,
    "quote": lambda _store, _node, places: " … ".join(quote.exact for quote in places),
    "sentence": lambda _store, _node, places: "\n".join(
        dict.fromkeys(f"{quote.before}{quote.exact}{quote.after}" for quote in places)
    ),
    "start": lambda _store, _node, places: str(min((quote.start for quote in places), default="")),
    "end": lambda _store, _node, places: str(max((quote.end for quote in places), default="")),
}


def _document(node: str) -> str:
    """The document that a node belongs to: `BASE document/KEY` of `BASE document/KEY/amount/3-9`."""
    start = f"{base()}document/"
    return start + node[len(start) :].split("/", 1)[0] if node.startswith(start) else node


def _follow(store: Store, nodes: Sequence[ox.NamedNode], path: str) -> list[str]:
    """The values at the end of a path of properties such as `kv:agent/rdfs:label`, sorted; Dutch where there are both.

    `a|b` stands for the first that gives anything.
    """
    for alternative in path.split("|"):
        values: set[ox.NamedNode | ox.Literal] = set(nodes)
        for step in alternative.split("/"):
            predicate = ox.NamedNode(iri(step))
            values = {
                quad.object
                for node in values
                if isinstance(node, ox.NamedNode)
                for quad in store.quads.quads_for_pattern(node, predicate, None)
                if isinstance(quad.object, ox.NamedNode | ox.Literal)
            }
        if values:
            return sorted({_text(value) for value in values if _wanted(value)})
    return []


def _wanted(value: ox.NamedNode | ox.Literal) -> bool:
    return not isinstance(value, ox.Literal) or value.language in {None, "nl"}


def _text(value: ox.NamedNode | ox.Literal) -> str:
    return short(value.value).removeprefix("kv:") if isinstance(value, ox.NamedNode) else value.value
