"""What a question gives back, as a table, CSV, JSON or RDF."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TextIO

import pyoxigraph as ox
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.errors import UsageProblem
from kg.vocab import prefixes, short

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
SHOWN = 1000  # rows of a table on a terminal
_UNSAFE = dict.fromkeys((*range(32), *range(127, 160), *range(8234, 8239), *range(8294, 8298)))


@dataclass(frozen=True, slots=True)
class Rows:
    """The solutions of a SELECT, the triples of a CONSTRUCT or DESCRIBE, or the truth of an ASK.

    `terms` has one tuple per row, None where a variable has no value.  `form` is "rows", "graph" or "truth"; a graph
    has the columns subject, predicate and object, a truth one row with an xsd:boolean.
    """

    columns: tuple[str, ...]
    terms: tuple[tuple[Term | None, ...], ...]
    form: str = "rows"

    @property
    def values(self) -> list[tuple[str, ...]]:
        """The rows as strings: literals as they are, IRIs whole, nothing as the empty string."""
        return [tuple(plain(term) for term in row) for row in self.terms]


def plain(term: Term | None) -> str:
    """A term as a string without its type or language; the empty string for none."""
    if term is None:
        return ""
    return term.value if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode) else str(term)


def write(rows: Rows, form: str, out: TextIO) -> None:
    """Write rows as `table`, `csv`, `json` (SPARQL 1.1), `turtle` or `ntriples`.  Raises UsageProblem."""
    writer = _FORMS.get(form)
    if writer is None:
        raise UsageProblem(f"{form}: no such format. Choose one of {', '.join(_FORMS)}.")
    writer(rows, out)


def _table(rows: Rows, out: TextIO) -> None:
    """Coloured and folded to the width of a terminal; elsewhere whole lines, also of a hundred thousand rows."""
    if not out.isatty():
        out.writelines(_aligned([rows.columns, *(tuple(_cell(term).plain for term in row) for row in rows.terms)]))
        return
    console = Console(file=out, highlight=False)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in rows.columns:
        table.add_column(Text(column), overflow="fold")
    for row in rows.terms[:SHOWN]:
        table.add_row(*(_cell(term) for term in row))
    console.print(table)
    if (more := len(rows.terms) - SHOWN) > 0:
        console.print(f"… en nog {more} rijen (more rows): met --format csv staan ze er allemaal.")


def _aligned(lines: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """The cells of a table under one another, two spaces between the columns."""
    widths = [max(map(cell_len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = (cell + " " * (width - cell_len(cell)) for cell, width in zip(line, widths, strict=True))
        yield "  ".join(cells).rstrip() + "\n"


def _cell(term: Term | None) -> Text:
    """A term for the eye: short names, one line, no control characters that would move a terminal's cursor."""
    words = short(term.value) if isinstance(term, ox.NamedNode) else plain(term)
    return Text(" ".join(words.split()).translate(_UNSAFE), style="cyan" if isinstance(term, ox.NamedNode) else "")


def _csv(rows: Rows, out: TextIO) -> None:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(rows.columns)
    writer.writerows(rows.values)


def _json(rows: Rows, out: TextIO) -> None:
    answer: dict[str, object] = {"head": {"vars": list(rows.columns)}, "results": {"bindings": _bindings(rows)}}
    if rows.form == "truth":
        answer = {"head": {}, "boolean": rows.values[0][0] == "true"}
    json.dump(answer, out, ensure_ascii=False, indent=1)
    out.write("\n")


def _bindings(rows: Rows) -> list[dict[str, dict[str, str]]]:
    return [
        {column: _json_term(term) for column, term in zip(rows.columns, row, strict=True) if term is not None}
        for row in rows.terms
    ]


def _json_term(term: Term) -> dict[str, str]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.Literal):
        literal = {"type": "literal", "value": term.value}
        if term.language:
            return literal | {"xml:lang": term.language}
        return literal if term.datatype.value == XSD_STRING else literal | {"datatype": term.datatype.value}
    return {"type": "bnode", "value": plain(term)}


def _turtle(rows: Rows, out: TextIO) -> None:
    triples = _triples(rows)
    used = {prefix: iri for prefix, iri in prefixes().items() if any(iri in str(triple) for triple in triples)}
    data = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=used)
    out.write((data or b"").decode())


def _ntriples(rows: Rows, out: TextIO) -> None:
    out.writelines(f"{triple} .\n" for triple in _triples(rows))


def _triples(rows: Rows) -> list[ox.Triple]:
    """The triples of a graph, sorted.  Raises UsageProblem for rows that are no graph."""
    if rows.form != "graph":
        raise UsageProblem("only CONSTRUCT and DESCRIBE give RDF. Choose table, csv or json for this question.")
    return sorted((ox.Triple(*row) for row in rows.terms), key=str)  # type: ignore[arg-type]


_FORMS: dict[str, Callable[[Rows, TextIO], None]] = {
    "table": _table,
    "csv": _csv,
    "json": _json,
    "turtle": _turtle,
    "ntriples": _ntriples,
}
FORMS = tuple(_FORMS)
