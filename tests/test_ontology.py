"""The vocabulary says of every term what it is, in two languages, and what standard term it specialises."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

import pyoxigraph as ox
import pytest

from kg import vocab

ONTOLOGY = vocab.data("ontology")
KV = vocab.NAMESPACE
MODEL = (ONTOLOGY / "README.md").read_text(encoding="utf-8")


def described(name: str) -> dict[str, dict[str, list[Any]]]:
    """Subject IRI -> predicate (prefixed) -> objects, of a Turtle file of the ontology."""
    terms: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for quad in ox.parse(path=ONTOLOGY / name):
        terms[quad.subject.value][vocab.short(quad.predicate.value)].append(quad.object)
    return {subject: dict(facts) for subject, facts in terms.items()}


TERMS = described("kv.ttl")
OWN = {subject: facts for subject, facts in TERMS.items() if subject.startswith(KV)}


def of_type(*types: str) -> list[str]:
    return sorted(
        subject for subject, facts in OWN.items() if {vocab.short(kind.value) for kind in facts["rdf:type"]} & {*types}
    )


CLASSES = of_type("owl:Class")
PROPERTIES = of_type("owl:ObjectProperty", "owl:DatatypeProperty")
CONCEPTS = of_type("skos:Concept")
SCHEMES = of_type("skos:ConceptScheme")


def languages(facts: dict[str, list[Any]], predicate: str) -> list[str]:
    return sorted(term.language for term in facts.get(predicate, ()))


def specialised(subject: str, predicate: str) -> set[str]:
    """Everything above a term, followed upwards."""
    above: set[str] = set()
    waiting = [term.value for term in OWN.get(subject, {}).get(predicate, ())]
    while waiting:
        term = waiting.pop()
        above.add(term)
        waiting += [higher.value for higher in OWN.get(term, {}).get(predicate, ()) if higher.value not in above]
    return above


def test_every_term_is_of_one_kind() -> None:
    kinds = [*CLASSES, *PROPERTIES, *CONCEPTS, *SCHEMES]
    assert sorted(kinds) == sorted(OWN)
    assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize("subject", sorted(OWN), ids=vocab.short)
def test_term_has_labels_in_dutch_and_english(subject: str) -> None:
    assert languages(OWN[subject], "rdfs:label") == ["en", "nl"]


@pytest.mark.parametrize("subject", CLASSES + PROPERTIES, ids=vocab.short)
def test_class_or_property_is_explained_and_specialises_a_standard_term(subject: str) -> None:
    assert languages(OWN[subject], "rdfs:comment") == ["en", "nl"]
    predicate = "rdfs:subClassOf" if subject in CLASSES else "rdfs:subPropertyOf"
    assert [term for term in specialised(subject, predicate) if not term.startswith(KV)]


@pytest.mark.parametrize("subject", CONCEPTS, ids=vocab.short)
def test_concept_is_defined_and_stands_in_one_scheme(subject: str) -> None:
    facts = OWN[subject]
    assert languages(facts, "skos:definition") == ["en", "nl"]
    assert [term.value for term in facts["skos:notation"]] == [subject.removeprefix(KV)]
    (scheme,) = facts["skos:inScheme"]
    assert scheme.value in SCHEMES
    assert subject in {term.value for term in OWN[scheme.value]["skos:hasTopConcept"]}


def test_own_terms_are_only_related_to_terms_that_exist() -> None:
    told = {*OWN, *(term.value for facts in OWN.values() for terms in facts.values() for term in terms if is_own(term))}
    assert told == set(OWN)


def is_own(term: Any) -> bool:
    return isinstance(term, ox.NamedNode) and term.value.startswith(KV)


def test_alignments_start_from_own_terms() -> None:
    assert set(described("alignments.ttl")) <= set(OWN)


def test_every_term_of_the_graph_model_is_defined() -> None:
    named = set(re.findall(r"`kv:(\w+)`", MODEL))
    assert named
    assert named <= {subject.removeprefix(KV) for subject in OWN}


@pytest.mark.parametrize("subject", CLASSES, ids=vocab.short)
def test_superclass_agrees_with_the_graph_model(subject: str) -> None:
    """Where the model says `kv:X` (⊑ `other:Y`), the ontology says so too."""
    name = re.escape(vocab.short(subject))
    for above in re.findall(rf"`{name}` \(⊑ `([\w:-]+)`\)", MODEL):
        assert vocab.iri(above) in {term.value for term in OWN[subject]["rdfs:subClassOf"]}


def test_ontology_states_version_and_licence() -> None:
    facts = TERMS["https://w3id.org/kamervragen/ns"]
    (version,) = facts["owl:versionIRI"]
    assert version.value.rsplit("/", 1)[1] == vocab.VERSION
    assert [term.value for term in facts["dcterms:license"]] == ["https://creativecommons.org/publicdomain/zero/1.0/"]


def test_ontology_has_no_blank_nodes() -> None:
    files = [ONTOLOGY / "kv.ttl", ONTOLOGY / "alignments.ttl"]
    terms = [term for file in files for quad in ox.parse(path=file) for term in (quad.subject, quad.object)]
    assert not [term for term in terms if isinstance(term, ox.BlankNode)]


def test_prefixes_of_the_ontology_are_those_of_the_context() -> None:
    for name in ("kv.ttl", "alignments.ttl"):
        declared = re.findall(r"^@prefix ([\w-]+): <([^>]+)> \.$", (ONTOLOGY / name).read_text(), re.MULTILINE)
        assert declared
        assert dict(declared).items() <= vocab.prefixes().items()
