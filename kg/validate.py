"""SHACL: whether a document's graph, or the whole store, holds to the shapes of `ontology/shapes`.

`shapes/document` judges one document's graph alone, at the write boundary: a Violation keeps the document out, a
Warning goes in with its report.  `shapes/graph` judges what only the whole store can show: references between
graphs, labels, incumbencies.  pyshacl is the reference engine; the compiled `shacl` (extra `fast`) gives the same
results many times faster and is taken where it is installed.  Shapes are read once per process.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal, cast

import pyoxigraph as ox

from kg import vocab
from kg.errors import InputProblem, UsageProblem
from kg.store import Store

Severity = Literal["Violation", "Warning", "Info"]
Engine = Literal["shacl", "pyshacl"]
ShapeSet = Literal["document", "graph"]

SH = "http://www.w3.org/ns/shacl#"
_RDF_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_HASH = re.compile(r"/graph/[0-9a-f]{16}$")  # the graph of one document
_LANGUAGES = ("nl", "en")


@dataclass(frozen=True, slots=True, order=True)
class Result:
    """One thing that is not as a shape says.

    `focus`, `path` and `shape` are IRIs, `value` is a term in N-Triples syntax, `component` the local name of the
    SHACL constraint component.  What does not apply is empty, so that results sort.
    """

    focus: str
    path: str
    component: str
    severity: Severity
    value: str
    shape: str
    message_nl: str
    message_en: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a validation found, in a fixed order."""

    results: tuple[Result, ...] = ()

    @property
    def conforms(self) -> bool:
        """Nothing was found at all: `sh:conforms`."""
        return not self.results

    @property
    def accepted(self) -> bool:
        """Nothing was found that keeps a document out."""
        return not self.of("Violation")

    def of(self, severity: Severity) -> tuple[Result, ...]:
        """The results of one severity."""
        return tuple(result for result in self.results if result.severity == severity)

    def triples(self, name: str) -> Iterator[ox.Triple]:
        """The report as a `sh:ValidationReport` of the given IRI, its results numbered under it: no blank nodes."""
        report = ox.NamedNode(name)
        yield ox.Triple(report, _RDF_TYPE, _sh("ValidationReport"))
        yield ox.Triple(report, _sh("conforms"), ox.Literal(self.conforms))
        for number, result in enumerate(self.results, 1):
            node = ox.NamedNode(f"{name}/{number}")
            yield ox.Triple(report, _sh("result"), node)
            for predicate, value in _statements(result):
                yield ox.Triple(node, predicate, value)

    def turtle(self, name: str | None = None) -> str:
        """The report as Turtle, as other SHACL tools write it."""
        triples = self.triples(name or vocab.base() + "validation")
        written = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes={"sh": SH})
        return cast("bytes", written).decode()


@cache
def shape_files(which: ShapeSet) -> tuple[Path, ...]:
    """The shape files of a set, by name."""
    return tuple(sorted((vocab.data("ontology") / "shapes" / which).glob("*.ttl")))


def default_engine() -> Engine:
    """The fastest engine that is installed."""
    return "shacl" if find_spec("shacl") else "pyshacl"


def validate_document(quads: str | Iterable[ox.Quad], engine: Engine | None = None) -> Report:
    """Judge one document's graph, as quads or as N-Quads text, by what it can be judged on alone."""
    return validate(quads if isinstance(quads, str) else _nquads(quads), shape_files("document"), engine)


def validate_store(store: ox.Store, engine: Engine | None = None) -> Report:
    """Judge the union of a store's graphs by what only the whole can show.

    Only the properties that the shapes speak of are handed over, so that texts and evidence stay in the store.
    """
    files = shape_files("graph")
    quads = (quad for name in _spoken_of(files) for quad in store.quads_for_pattern(None, ox.NamedNode(name), None))
    return validate(_nquads(quads), files, engine)


def validate_lines(lines: Iterable[bytes], engine: Engine | None = None) -> Report:
    """The same of N-Quads lines that `kg` wrote, each with one space between its terms: no store looks up a million."""
    files = shape_files("graph")
    spoken = {f"<{name}>".encode() for name in _spoken_of(files)}
    kept = b"".join(line for line in lines if line.split(b" ", 2)[1] in spoken)
    return validate(kept.decode(), files, engine)


def validate(nquads: str, files: Sequence[Path], engine: Engine | None = None) -> Report:
    """Judge N-Quads text, its graphs as one, by the shapes in `files`.

    Raises UsageProblem where the engine that was asked for is not installed, InputProblem where the text is no N-Quads.
    """
    run = _by_shacl if (engine or default_engine()) == "shacl" else _by_pyshacl
    messages = _messages(tuple(files))
    try:
        found = {Result(*row, *messages.get(row[5], ("", ""))) for row in run(nquads, tuple(files))}
    except (ValueError, SyntaxError) as problem:  # one engine's parser raises the first, the other's the second
        raise InputProblem("E-RDF", "graph", f"no N-Quads: {problem}", "Give a graph that `kg` wrote.") from problem
    return Report(tuple(sorted(found)))


Row = tuple[str, str, str, Severity, str, str]


def _by_shacl(nquads: str, files: tuple[Path, ...]) -> Iterator[Row]:
    for result in _compiled(files).validate_text(nquads, format="nquads").results:
        yield (
            _bare(result.focus_node),
            _bare(result.path or ""),
            result.component,
            result.severity,
            result.value or "",
            _bare(result.root_shape or ""),
        )


def _by_pyshacl(nquads: str, files: tuple[Path, ...]) -> Iterator[Row]:
    from pyshacl import Validator  # noqa: PLC0415 - rdflib takes half a second to load; the fast engine needs none
    from pyshacl.graph_abstraction import DataGraph  # noqa: PLC0415
    from rdflib import Graph, URIRef  # noqa: PLC0415

    ntriples = "".join(f"{quad.triple} .\n" for quad in ox.parse(nquads, format=ox.RdfFormat.N_QUADS))
    data = Graph().parse(data=ntriples, format="nt")
    validator: Any = Validator(DataGraph.from_rdflib(data), shacl_graph=Graph())
    validator.shacl_graph = _parsed(files)
    _, report, _ = validator.run()
    for _, node in report.subject_objects(URIRef(SH + "result")):
        row = {name: report.value(node, URIRef(SH + name)) for name in _REPORTED}
        path, component, severity, shape = (str(row[name] or "") for name in _REPORTED[:4])
        yield (
            _bare(_term(row["focusNode"])),
            path,
            component.removeprefix(SH),
            cast("Severity", severity.removeprefix(SH)),
            _term(row["value"]),
            shape,
        )


_REPORTED = ("resultPath", "sourceConstraintComponent", "resultSeverity", "sourceShape", "focusNode", "value")


def _term(term: Any) -> str:
    """An rdflib term in N-Triples syntax, as the other engine writes it."""
    from rdflib import BNode  # noqa: PLC0415
    from rdflib import Literal as RdfLiteral  # noqa: PLC0415

    if term is None:
        return ""
    if isinstance(term, BNode):
        return f"_:{term}"
    if not isinstance(term, RdfLiteral):
        return str(ox.NamedNode(str(term)))
    datatype = None if term.language or term.datatype is None else ox.NamedNode(str(term.datatype))
    return str(ox.Literal(str(term), datatype=datatype, language=term.language))


@cache
def _compiled(files: tuple[Path, ...]) -> Any:
    if not find_spec("shacl"):
        raise UsageProblem("SHACL engine 'shacl' is not installed: pip install 'kamervragen-kg[fast]', or use pyshacl")
    import shacl  # noqa: PLC0415 - an extra

    return shacl.Shapes.from_text(_source(files), format="ntriples")


@cache
def _parsed(files: tuple[Path, ...]) -> Any:
    from pyshacl.shapes_graph import ShapesGraph  # noqa: PLC0415
    from rdflib import Graph  # noqa: PLC0415

    return ShapesGraph(Graph().parse(data=_source(files), format="nt"))


@cache
def _triples(files: tuple[Path, ...]) -> tuple[ox.Quad, ...]:
    """The triples of all shape files; blank nodes of different files stay different."""
    return tuple(quad for file in files for quad in ox.parse(path=file, rename_blank_nodes=True))


@cache
def _source(files: tuple[Path, ...]) -> str:
    return _nquads(_triples(files))


@cache
def _messages(files: tuple[Path, ...]) -> dict[str, tuple[str, str]]:
    """Shape IRI -> its message in Dutch and in English."""
    said: dict[str, dict[str, str]] = {}
    for quad in _triples(files):
        if quad.predicate.value == SH + "message" and isinstance(quad.object, ox.Literal):
            said.setdefault(_bare(str(quad.subject)), {})[quad.object.language or ""] = quad.object.value
    return {shape: (words.get("nl", ""), words.get("en", "")) for shape, words in said.items()}


def _spoken_of(files: tuple[Path, ...]) -> list[str]:
    """Every IRI that the shapes name, in a path, a target or a query: the properties among them are what they need."""
    objects = [quad.object for quad in _triples(files)]
    named = {term.value for term in objects if isinstance(term, ox.NamedNode)}
    for term in objects:
        if isinstance(term, ox.Literal):
            named.update(re.findall(r"<(http[^<>\s]+)>", term.value))
    return sorted({_RDF_TYPE.value} | {name for name in named if not name.startswith(SH)})


def _nquads(quads: Iterable[ox.Quad]) -> str:
    return "".join([f"{quad} .\n" for quad in quads])


def _statements(result: Result) -> Iterator[tuple[ox.NamedNode, Any]]:
    yield _RDF_TYPE, _sh("ValidationResult")
    yield _sh("focusNode"), _read_term(result.focus if result.focus.startswith("_:") else f"<{result.focus}>")
    if result.path:
        yield _sh("resultPath"), ox.NamedNode(result.path)
    if result.value:
        yield _sh("value"), _read_term(result.value)
    yield _sh("sourceConstraintComponent"), _sh(result.component)
    yield _sh("sourceShape"), ox.NamedNode(result.shape)
    yield _sh("resultSeverity"), _sh(result.severity)
    for language, text in zip(_LANGUAGES, (result.message_nl, result.message_en), strict=True):
        yield _sh("resultMessage"), ox.Literal(text, language=language)


def _read_term(ntriples: str) -> Any:
    (quad,) = ox.parse(f"<urn:s> <urn:p> {ntriples} .", format=ox.RdfFormat.N_TRIPLES)
    return quad.object


def _sh(name: str) -> ox.NamedNode:
    return ox.NamedNode(SH + name)


def _bare(term: str) -> str:
    """An IRI without its angle brackets."""
    return term[1:-1] if term.startswith("<") and term.endswith(">") else term


def validate_all(store: Store, engine: Engine | None = None) -> Report:
    """Judge every document's graph alone, and then the whole store."""
    quads = store.quads
    graphs = [graph for graph in quads.named_graphs() if _HASH.search(graph.value)]
    results = [
        result
        for graph in sorted(graphs, key=lambda graph: graph.value)
        for result in validate_document(quads.quads_for_pattern(None, None, None, graph), engine).results
    ]
    return Report(tuple(sorted({*results, *validate_store(quads, engine).results})))
