"""The graphs that belong to no single document: the registry, and the description of the dataset."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from kg.extract import extractors
from kg.noticed import dutch
from kg.registry.load import triples
from kg.terms import address, literal, scalar
from kg.terms import name as term
from kg.vocab import VERSION
from kg.work import Outcome


def registry_graph() -> list[bytes]:
    """What `ontology/lists/` states, as N-Quads lines of the graph `graph/registry`."""
    graph = address("graph/registry")
    return sorted({f"{triple} {graph} .\n".encode() for triple in triples()})


def dataset_graph(outcomes: Iterable[Outcome]) -> list[bytes]:
    """What this dataset is, which program and extractors made it, and which files were kept out of it."""
    graph, found = address("graph/dataset"), list(outcomes)
    good = [outcome for outcome in found if not outcome.problem]
    kept_out = (line for outcome in found if outcome.kept_out for line in _kept_out(outcome.code, **outcome.kept_out))
    return sorted({f"{line} {graph} .\n".encode() for line in chain(_described(good), kept_out)})


def _kept_out(code: str, name: str, sha256: str, what: str) -> Iterator[str]:
    """A file that could not be used, and why: an issue under the code of the problem."""
    file = address(f"document/{sha256[:16]}/file")
    issue = address(f"document/{sha256[:16]}/issue/{code}")
    yield f"{file} {term('rdf:type')} {term('eli:Manifestation')}"
    yield f"{file} {term('kv:fileName')} {literal(name)}"
    yield f"{file} {term('kv:sha256')} {literal(sha256)}"
    yield f"{issue} {term('rdf:type')} {term('kv:Issue')}"
    yield f"{issue} {term('kv:rule')} {literal(code)}"
    yield f"{issue} {term('rdfs:comment')} {literal(dutch(code), 'nl')}"
    yield f"{issue} {term('rdfs:comment')} {literal(what, 'en')}"
    yield f"{issue} {term('dcterms:isPartOf')} {file}"


def _described(good: list[Outcome]) -> Iterator[str]:
    dataset, program = address("dataset"), address(f"software/kg-{VERSION}")
    yield f"{dataset} {term('rdf:type')} {term('dcat:Dataset')}"
    yield f"{dataset} {term('dcterms:title')} {literal('Kamervragen als kennisgraaf', 'nl')}"
    yield f"{dataset} {term('dcterms:title')} {literal('Dutch parliamentary questions as a knowledge graph', 'en')}"
    yield f"{dataset} {term('dcterms:license')} <https://creativecommons.org/publicdomain/zero/1.0/>"
    yield f"{dataset} {term('void:documents')} {scalar(len({outcome.key for outcome in good}))}"
    yield f"{dataset} {term('prov:wasAttributedTo')} {program}"
    yield f"{program} {term('rdf:type')} {term('prov:SoftwareAgent')}"
    yield f"{program} {term('rdfs:label')} {literal(f'kamervragen-kg {VERSION}')}"
    for extractor in ("read", "segment", "findings", *extractors()):
        agent = address(f"extractor/{extractor}/{VERSION}")
        yield f"{agent} {term('rdfs:label')} {literal(f'{extractor} {VERSION}')}"
        yield f"{agent} {term('prov:actedOnBehalfOf')} {program}"
