"""Ask the graph: the questions of `queries/` by name, or SPARQL of one's own.

A query file is complete SPARQL: each parameter stands in it as `VALUES ?name { default }`, so it runs in any other
engine as it is, and asking puts other terms between those braces.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from kg.errors import StoreProblem, UsageProblem
from kg.rows import FORMS, Rows, Term, write
from kg.sparql_check import check, names_graphs
from kg.store import Store
from kg.vocab import base, data, iri, prefixes

__all__ = ["FORMS", "Parameter", "Query", "Rows", "ask", "checks", "queries", "select", "write"]

SECONDS = 60  # that a user's query may take
MEGABYTES = 2048  # of address space that it may take
OUTPUT = 64 << 20  # bytes of result
_HEADER = re.compile(r"^\#\+ (?P<indent> [ ]*) (?P<item> -[ ] )? (?P<key> \w+ ) : [ ]* (?P<value> .* )$", re.VERBOSE)
_SLOT = re.compile(r"VALUES \?(?P<name>\w+) \{ [^{}]* \}")  # the place of a parameter
_SYNTAX = re.compile(r"error \s at \s (?P<line> \d+ ) : (?P<column> \d+ ) : \s* (?P<what> .* )", re.VERBOSE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a question leaves open.  `type` is one of TYPES."""

    name: str
    type: str
    default: str
    description: str


@dataclass(frozen=True, slots=True)
class Query:
    """A file of `queries/`: `question` is the question in Dutch, `competency` the numbers of those it answers."""

    name: str
    title: str
    title_en: str
    question: str
    competency: str
    parameters: tuple[Parameter, ...]
    text: str


@cache
def queries() -> dict[str, Query]:
    """The questions by name.  Raises UsageProblem for a file whose header is not complete."""
    return {path.stem: _read(path) for path in sorted(data("queries").glob("*.rq"))}


@cache
def checks() -> dict[str, Query]:
    """The queries that return nothing on a sound graph, by name."""
    return {path.stem: _read(path) for path in sorted((data("queries") / "checks").glob("*.rq"))}


def _read(path: Path) -> Query:
    text = path.read_text(encoding="utf-8")
    fields, items = header(text.splitlines())
    try:
        parameters = tuple(Parameter(i["name"], i["type"], i["default"], i["description"]) for i in items)
        query = Query(
            path.stem, fields["title"], fields["title_en"], fields["question"], fields["competency"], parameters, text
        )
    except KeyError as problem:
        raise UsageProblem(
            f"{path}: the header has no {problem.args[0]}. Add a line #+ {problem.args[0]}: ..."
        ) from None
    slots = [match["name"] for match in _SLOT.finditer(text)]
    for parameter in parameters:
        if slots.count(parameter.name) != 1 or parameter.type not in TYPES:
            raise UsageProblem(f"{path}: {parameter.name}: wants one VALUES ?{parameter.name} {{ }} and a known type.")
    return query


def header(lines: Iterable[str]) -> tuple[dict[str, str], list[dict[str, str]]]:
    """The fields of a `#+` header, and those of each of its parameters."""
    fields: dict[str, str] = {}
    items: list[dict[str, str]] = []
    for match in filter(None, map(_HEADER.match, lines)):
        if match["item"]:
            items.append({})
        where = items[-1] if items and match["indent"] else fields
        where[match["key"]] = match["value"].strip().strip('"')
    return fields, items


# -- values


def _text(value: str) -> ox.Literal:
    if not value.isprintable():
        raise ValueError("a line without control characters")
    return ox.Literal(value)


def _matching(pattern: str, datatype: str, what: str) -> Callable[[str], ox.Literal]:
    def literal(value: str) -> ox.Literal:
        if not re.fullmatch(pattern, value, re.ASCII):
            raise ValueError(what)
        return ox.Literal(value, datatype=ox.NamedNode(iri(datatype)))

    return literal


def _date(value: str) -> ox.Literal:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        raise ValueError("a date such as 2025-04-03")
    return ox.Literal(date.fromisoformat(value).isoformat(), datatype=ox.NamedNode(iri("xsd:date")))


def address(value: str) -> ox.NamedNode:
    """An IRI given whole (with or without < >), with a known prefix, or from the base on.  Raises ValueError."""
    value = value[1:-1] if value.startswith("<") and value.endswith(">") else value
    prefix, colon, local = value.partition(":")
    if colon and prefix in prefixes() and not local.startswith("//"):
        value = iri(value)
    elif "://" not in value:
        value = base() + value
    return ox.NamedNode(value)


TYPES: Mapping[str, Callable[[str], Term]] = {
    "string": _text,
    "text": _text,
    "integer": _matching(r"-?\d{1,18}", "xsd:integer", "a whole number such as 172000000"),
    "decimal": _matching(r"-?\d{1,18}(?:\.\d{1,9})?", "xsd:decimal", "a number such as 1500000 or 2.5"),
    "year": _matching(r"\d{4}", "xsd:gYear", "a year such as 2025"),
    "date": _date,
    "iri": address,
}


def fill(query: Query, values: Mapping[str, object]) -> str:
    """The text of a query with these values in place of its defaults.  Raises UsageProblem."""
    known = {parameter.name: parameter for parameter in query.parameters}
    if unknown := sorted(set(values) - set(known)):
        has = f"It has {', '.join(known)}." if known else "It has none."
        raise UsageProblem(f"{query.name}: there is no parameter {unknown[0]!r}. {has}")
    terms = {name: str(_term(query, known[name], str(value))) for name, value in values.items()}

    def put(match: re.Match[str]) -> str:
        """All in one pass: a value may itself look like a slot."""
        return f"VALUES ?{match['name']} {{ {terms[match['name']]} }}" if match["name"] in terms else match.group()

    return _SLOT.sub(put, query.text)


def _term(query: Query, parameter: Parameter, value: str) -> Term:
    try:
        value.encode()
        return TYPES[parameter.type](value)
    except ValueError as problem:
        what = f"is no {parameter.type} ({problem})"
        raise UsageProblem(f"{query.name}: {parameter.name}: {value[:60]!r} {what}. Give another value.") from None


def ask(store: Store, name: str, /, **values: object) -> Rows:
    """The answer to a question of `queries/`, with these values of its parameters.  Raises UsageProblem."""
    query = queries().get(name) or checks().get(name)
    if query is None:
        near = get_close_matches(name.replace("_", "-"), queries(), n=3, cutoff=0.7)
        meant = f"Did you mean {' or '.join(near)}? " if near else ""
        raise UsageProblem(f"{name}: there is no such question. {meant}Run kg ask for the list.")
    return run(store.quads, fill(query, values))


def run(quads: ox.Store, sparql: str) -> Rows:
    """A query of the project's own over the union of all graphs, in this process and without limits."""
    found = quads.query(sparql, base_iri=base(), prefixes=prefixes(), use_default_graph_as_union=True)
    if isinstance(found, ox.QueryTriples):
        return _graph(found)
    return _rows(found)


def _graph(triples: Iterable[ox.Triple]) -> Rows:
    terms = tuple((triple.subject, triple.predicate, triple.object) for triple in triples)
    return Rows(("subject", "predicate", "object"), terms, "graph")


def _rows(found: ox.QuerySolutions | ox.QueryBoolean) -> Rows:
    if isinstance(found, ox.QueryBoolean):
        return Rows(("answer",), ((ox.Literal(bool(found)),),), "truth")
    return Rows(tuple(variable.value for variable in found.variables), tuple(tuple(row) for row in found))


# -- SPARQL of the user


def select(store: Store, sparql: str, *, seconds: int = SECONDS, megabytes: int = MEGABYTES) -> Rows:
    """The answer to a user's SPARQL (SELECT, ASK, CONSTRUCT or DESCRIBE) over the graphs of its FROM, or all together.

    It runs in a process of its own that is killed after `seconds`, has `megabytes` of memory and no network.
    Raises UsageProblem for what is no query, is refused, or asks too much.
    """
    check(sparql)
    request: dict[str, object] = {
        "quads": str(store.build / "quads"),
        "query": sparql,
        "base": base(),
        "prefixes": prefixes(),
    }
    request |= {"seconds": seconds, "megabytes": megabytes, "output": OUTPUT}
    request["union"] = not names_graphs(sparql)
    with tempfile.TemporaryFile() as out:
        said = _run_apart(json.dumps(request), out, seconds, megabytes)
        out.seek(0)
        if said["form"] == "graph":
            return _graph(quad.triple for quad in ox.parse(input=out, format=ox.RdfFormat.N_TRIPLES))
        return _rows(ox.parse_query_results(io.BytesIO(out.read()), ox.QueryResultsFormat.JSON))


def _run_apart(request: str, out: BinaryIO, seconds: int, megabytes: int) -> dict[str, str]:
    """Have the worker answer a request into `out`; what it says of the answer."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "kg.sparql_worker"],
            input=request.encode(),
            stdout=out,
            stderr=subprocess.PIPE,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UsageProblem(f"the query took more than {seconds} seconds and was stopped. Ask for less.") from None
    lines = done.stderr.decode(errors="replace").splitlines()
    said: dict[str, str] = json.loads(lines[-1]) if done.returncode == 0 and lines else {}
    if "form" not in said:
        raise _problem(said, done.returncode, megabytes)
    return said


def _problem(said: Mapping[str, str], code: int, megabytes: int) -> UsageProblem | StoreProblem:
    """What to tell the user of a query that gave no answer."""
    if "syntax" in said:
        return UsageProblem(_syntax(said["syntax"]))
    if "too large" in said.get("problem", ""):
        return UsageProblem(f"the answer is larger than {OUTPUT >> 20} MB. Add LIMIT or ask for less.")
    if "problem" in said:
        return StoreProblem(f"the query failed ({said['problem']}). Run kg doctor.")
    return UsageProblem(f"the query needs more than {megabytes} MB of memory and was stopped ({code}). Ask for less.")


def _syntax(message: str) -> str:
    """The engine's message on bad syntax in one line, without its list of character classes."""
    match = _SYNTAX.match(message)
    if match is None:
        return f"the query is no SPARQL: {' '.join(message.split())[:200]}"
    listed = " ".join(match["what"].split()).removeprefix("expected ").removeprefix("one of ")
    words = [word for word in listed.partition(", [")[0].split(", ") if word.startswith('"')]  # words it guesses badly
    wanted = f" (perhaps {' or '.join(words)} is missing)" if 0 < len(words) <= 12 else ""
    return (
        f"line {match['line']}, column {match['column']}: this cannot be read{wanted}. Mend the query here or before."
    )
