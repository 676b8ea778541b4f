"""Figures for people and for programs: rows, JSON, and DQV measurements for the graph."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, cast

import pyoxigraph as ox

from kg.evaluate.figures import Error, Figures, Score
from kg.terms import address, literal, name, scalar
from kg.vocab import VERSION, prefixes

MEASURES = ("precision", "recall", "f1", "tp", "fp", "fn")
COLUMNS = ("veld (field)", "precision", "recall", "F1", "goed (tp)", "fout (fp)", "gemist (fn)")
_LABELS = {
    "precision": ("precisie van", "precision of"),
    "recall": ("volledigheid van", "recall of"),
    "f1": ("F1 van", "F1 of"),
    "tp": ("aantal goed van", "true positives of"),
    "fp": ("aantal fout van", "false positives of"),
    "fn": ("aantal gemist van", "false negatives of"),
}


def rows(scores: Iterable[Score]) -> Iterator[tuple[str, ...]]:
    """One row of text a field, in the order of `COLUMNS`."""
    for s in scores:
        yield s.field, f"{s.precision:.3f}", f"{s.recall:.3f}", f"{s.f1:.3f}", str(s.tp), str(s.fp), str(s.fn)


def change_rows(scores: Iterable[tuple[Score, Score]]) -> Iterator[tuple[str, ...]]:
    """One row a field whose figures differ: field, F1 before, F1 after, difference."""
    for old, new in scores:
        if (old.tp, old.fp, old.fn) != (new.tp, new.fp, new.fn):
            yield new.field, f"{old.f1:.3f}", f"{new.f1:.3f}", f"{new.f1 - old.f1:+.3f}"


def error_lines(errors: Iterable[Error]) -> Iterator[str]:
    """An error on a line (document, field, wrong or missed, item, with tabs between), its sentence below it."""
    for error in errors:
        yield f"{error.document}\t{error.field}\t{error.what}\t{error.item}"
        if str(error.shown):
            yield f"    {error.shown}"


def as_json(figures: Figures) -> dict[str, dict[str, float]]:
    """Field -> precision, recall, F1 (4 decimals) and the counts."""
    return {score.field: {measure: _value(score, measure) for measure in MEASURES} for score in figures.scores}


def _value(score: Score, measure: str) -> Any:
    value = getattr(score, measure)
    return round(value, 4) if isinstance(value, float) else value


def turtle(figures: Figures) -> str:
    """The figures as DQV quality measurements of the dataset, for the graph: no blank nodes, no clock."""
    lines = sorted({f"{line} .\n" for line in _lines(figures)})
    triples = ox.parse("".join(lines), format=ox.RdfFormat.N_TRIPLES)
    used = {key: value for key, value in prefixes().items() if key in _PREFIXES}
    written = ox.serialize((quad.triple for quad in triples), format=ox.RdfFormat.TURTLE, prefixes=used)
    return cast("bytes", written).decode()


_PREFIXES = ("dcat", "dcterms", "dqv", "prov", "rdfs", "skos", "xsd")


def _lines(figures: Figures) -> Iterator[str]:
    dataset, program = address("dataset"), address(f"software/kg-{VERSION}")
    digest = hashlib.sha256(repr((figures.gold, figures.annotated, figures.scores, VERSION)).encode()).hexdigest()[:12]
    gold = address(f"annotation/{figures.gold}")
    yield f"{gold} {name('rdf:type')} {name('dcat:Dataset')}"
    for language, words in (("nl", "geannoteerde documenten"), ("en", "annotated documents")):
        yield f"{gold} {name('rdfs:label')} {literal(f'{figures.annotated} {words} ({figures.gold})', language)}"
    for score in figures.scores:
        for measure in MEASURES:
            node, metric = address(f"measurement/{digest}/{score.field}/{measure}"), f"metric/{score.field}/{measure}"
            yield f"{node} {name('rdf:type')} {name('dqv:QualityMeasurement')}"
            yield f"{node} {name('dqv:isMeasurementOf')} {address(metric)}"
            yield f"{node} {name('dqv:computedOn')} {dataset}"
            yield f"{node} {name('dqv:value')} {_number(score, measure)}"
            yield f"{node} {name('prov:wasDerivedFrom')} {gold}"
            yield f"{node} {name('prov:wasAttributedTo')} {program}"
            yield from _metric(address(metric), score.field, measure)
    yield f"{program} {name('rdf:type')} {name('prov:SoftwareAgent')}"
    yield f"{dataset} {name('rdf:type')} {name('dcat:Dataset')}"


def _metric(metric: str, field: str, measure: str) -> Iterator[str]:
    dutch, english = _LABELS[measure]
    datatype = "xsd:integer" if measure in ("tp", "fp", "fn") else "xsd:decimal"
    yield f"{metric} {name('rdf:type')} {name('dqv:Metric')}"
    yield f"{metric} {name('skos:prefLabel')} {literal(f'{dutch} {field}', 'nl')}"
    yield f"{metric} {name('skos:prefLabel')} {literal(f'{english} {field}', 'en')}"
    yield f"{metric} {name('dqv:expectedDataType')} {name(datatype)}"


def _number(score: Score, measure: str) -> str:
    value = _value(score, measure)
    return scalar(value if isinstance(value, int) else Decimal(str(value)))
