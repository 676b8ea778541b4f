"""The graphs that belong to no single document: the registry, and the description of the dataset."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.extract import extractors
from kg.registry.load import triples
from kg.terms import address, literal, name, scalar
from kg.validate import Report, validate_store
from kg.vocab import VERSION
from kg.work import Outcome


def registry_graph() -> list[bytes]:
    """What `ontology/lists/` states, as N-Quads lines of the graph `graph/registry`."""
    graph = address("graph/registry")
    return sorted({f"{triple} {graph} .\n".encode() for triple in triples()})


def dataset_graph(good: Iterable[Outcome]) -> list[bytes]:
    """What this dataset is, and which program and extractors made it."""
    graph = address("graph/dataset")
    return sorted({f"{line} {graph} .\n".encode() for line in _described(list(good))})


def _described(good: list[Outcome]) -> Iterator[str]:
    dataset, program = address("dataset"), address(f"software/kg-{VERSION}")
    yield f"{dataset} {name('rdf:type')} {name('dcat:Dataset')}"
    yield f"{dataset} {name('dcterms:title')} {literal('Kamervragen als kennisgraaf', 'nl')}"
    yield f"{dataset} {name('dcterms:title')} {literal('Dutch parliamentary questions as a knowledge graph', 'en')}"
    yield f"{dataset} {name('dcterms:license')} <https://creativecommons.org/publicdomain/zero/1.0/>"
    yield f"{dataset} {name('void:documents')} {scalar(len({outcome.key for outcome in good}))}"
    yield f"{dataset} {name('prov:wasAttributedTo')} {program}"
    yield f"{program} {name('rdf:type')} {name('prov:SoftwareAgent')}"
    yield f"{program} {name('rdfs:label')} {literal(f'kamervragen-kg {VERSION}')}"
    for extractor in ("read", "segment", "findings", *extractors()):
        agent = address(f"extractor/{extractor}/{VERSION}")
        yield f"{agent} {name('rdfs:label')} {literal(f'{extractor} {VERSION}')}"
        yield f"{agent} {name('prov:actedOnBehalfOf')} {program}"


def whole_graph_report(quads: Path) -> Report:
    """What the shapes that need the whole graph say of a build."""
    return validate_store(ox.Store.read_only(str(quads)))
