"""Every SHACL rule has examples that hold and examples that break it, and both engines judge them alike."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import vocab
from kg.errors import InputProblem, UsageProblem
from kg.validate import (
    SH,
    Engine,
    Report,
    Result,
    ShapeSet,
    default_engine,
    shape_files,
    validate,
    validate_document,
    validate_lines,
    validate_store,
)

HERE = Path(__file__).parent / "shapes"
SETS: tuple[ShapeSet, ...] = ("document", "graph")
FILES = [file for which in SETS for file in shape_files(which)]
RULES = {file.stem: file for file in FILES}
EXAMPLES = sorted(HERE.glob("*/*.ttl"))
needs_shacl = pytest.mark.skipif(find_spec("shacl") is None, reason="the extra 'fast' is not installed")
GRAPH = ox.NamedNode("https://example.org/graph")

COMPONENTS = {
    name: f"{name[0].upper()}{name[1:]}ConstraintComponent"
    for name in (
        *("class", "datatype", "nodeKind", "in", "node", "or", "pattern", "uniqueLang", "languageIn"),
        *("minCount", "maxCount", "minLength", "minInclusive", "maxInclusive", "minExclusive", "maxExclusive"),
        *("lessThan", "lessThanOrEquals"),
    )
} | {"sparql": "SPARQLConstraintComponent"}

FINDINGS = {
    quad.subject.value
    for quad in ox.parse(path=vocab.data("ontology") / "kv.ttl")
    if quad.predicate.value == vocab.iri("rdfs:subClassOf") and quad.object.value == vocab.iri("kv:Finding")
}

# What a shape says that constrains nothing.
SILENT = {"path", "property", "message", "severity", "targetClass", "targetSubjectsOf", "select"}


def ntriples(path: Path) -> str:
    return "".join(f"{quad.triple} .\n" for quad in ox.parse(path=path))


def comparable(report: Report) -> list[Result]:
    """The results of a report, with one name for every blank node: each engine gives it another."""
    return sorted(replace(result, value=re.sub(r"^_:.*", "_:", result.value)) for result in report.results)


def fired(report: Report) -> set[str]:
    return {
        f"sh:{result.component} {vocab.short(result.path) if result.path else ''}".strip() for result in report.results
    }


def stated(path: Path) -> set[str]:
    return set(re.findall(r"^# violates: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE))


def aimed(file: Path) -> tuple[list[ox.Quad], set[str]]:
    """The triples of a shape file, and the shapes in it that are applied to anything by themselves."""
    quads = list(ox.parse(path=file))
    targets = (f"{SH}targetClass", f"{SH}targetSubjectsOf")
    nodes = {str(quad.subject) for quad in quads if quad.predicate.value in targets}
    properties = {
        str(quad.object) for quad in quads if str(quad.subject) in nodes and quad.predicate.value == f"{SH}property"
    }
    return quads, nodes | properties


def constraints(file: Path) -> set[str]:
    """What a shape file constrains, in the form of the `violates` lines."""
    quads, shapes = aimed(file)
    paths = {
        str(quad.subject): f" {vocab.short(quad.object.value)}"
        for quad in quads
        if quad.predicate.value == f"{SH}path" and isinstance(quad.object, ox.NamedNode)
    }
    return {
        f"sh:{COMPONENTS[name]}{paths.get(str(quad.subject), '')}"
        for quad in quads
        if str(quad.subject) in shapes
        and quad.predicate.value.startswith(SH)
        and (name := quad.predicate.value.removeprefix(SH)) not in SILENT
    }


def test_a_rule_has_one_name_in_both_sets() -> None:
    assert len(RULES) == len(FILES)


def test_examples_belong_to_rules() -> None:
    assert {path.parent.name for path in EXAMPLES} <= set(RULES)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_rule_has_examples(file: Path) -> None:
    folder = HERE / file.stem
    assert list(folder.glob("valid-*.ttl")), f"write an example that holds: {folder}/valid-….ttl"
    assert list(folder.glob("invalid-*.ttl")), f"write an example that breaks the rule: {folder}/invalid-….ttl"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_constraint_is_broken_by_an_example(file: Path) -> None:
    broken = {line for path in (HERE / file.stem).glob("invalid-*.ttl") for line in stated(path)}
    missing = constraints(file) - broken
    assert not missing, f"no example in {HERE / file.stem} breaks {sorted(missing)}"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_example_breaks_what_it_says(path: Path) -> None:
    files = (RULES[path.parent.name],)
    assert fired(validate(ntriples(path), files, "pyshacl")) == stated(path)
    assert bool(stated(path)) == path.stem.startswith("invalid-")


@needs_shacl
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_engines_agree(path: Path) -> None:
    files = (RULES[path.parent.name],)
    text = ntriples(path)
    assert comparable(validate(text, files, "shacl")) == comparable(validate(text, files, "pyshacl"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_shape_speaks_dutch_and_english(file: Path) -> None:
    quads = list(ox.parse(path=file))
    said: dict[str, list[str]] = {}
    speakers = set()
    for quad in quads:
        if quad.predicate.value == f"{SH}message":
            said.setdefault(str(quad.subject), []).append(quad.object.language)
        name = quad.predicate.value.removeprefix(SH)
        if (name in COMPONENTS or name == "select") and not str(quad.subject).startswith("_:"):
            speakers.add(str(quad.subject))
    assert speakers
    assert {shape: sorted(said.get(shape, ())) for shape in speakers} == {shape: ["en", "nl"] for shape in speakers}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_shapes_name_only_terms_that_exist(file: Path) -> None:
    own = {
        str(quad.subject)
        for quad in ox.parse(path=vocab.data("ontology") / "kv.ttl")
        if str(quad.subject).startswith(f"<{vocab.NAMESPACE}")
    }
    used = {
        str(term)
        for quad in ox.parse(path=file)
        for term in (quad.predicate, quad.object)
        if str(term).startswith(f"<{vocab.NAMESPACE}")
    }
    assert used <= own


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_paths_are_single_properties(file: Path) -> None:
    paths = [quad.object for quad in ox.parse(path=file) if quad.predicate.value == f"{SH}path"]
    assert paths
    assert all(isinstance(path, ox.NamedNode) for path in paths)


def quads_of(text: str) -> list[ox.Quad]:
    table = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in vocab.prefixes().items())
    turtle = f"{table}@prefix ex: <https://example.org/> .\n{text}"
    return [
        ox.Quad(quad.subject, quad.predicate, quad.object, GRAPH)
        for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)
    ]


@pytest.mark.parametrize("engine", [pytest.param("shacl", marks=needs_shacl), "pyshacl"])
def test_whole_document_holds_to_every_rule(engine: Engine) -> None:
    text = (HERE / "document" / "valid-entire.ttl").read_text(encoding="utf-8")
    assert validate_document(quads_of(text), engine).results == ()
    used = {quad.object for quad in quads_of(text) if quad.predicate.value == vocab.iri("rdf:type")}
    targets = {
        quad.object
        for file in shape_files("document")
        for quad in ox.parse(path=file)
        if quad.predicate.value == f"{SH}targetClass"
    }
    other_kinds = {"kv:QuestionDocument", "kv:PostponementNotice", "kv:OralQuestions"}
    unused = {vocab.short(term.value) for term in targets - used} - other_kinds
    assert unused == {vocab.short(kind) for kind in FINDINGS if kind != vocab.iri("kv:ConflictingDates")}


@pytest.fixture
def two_faults() -> list[ox.Quad]:
    return quads_of(
        'ex:c a kv:Case ; dcterms:identifier "12" .\n ex:s a kv:CitedSource ; rdfs:label "x" ; schema:headline "" .'
    )


def test_document_may_come_as_quads_or_as_text(two_faults: list[ox.Quad]) -> None:
    text = "".join(f"{quad} .\n" for quad in two_faults)
    assert validate_document(text) == validate_document(two_faults)
    assert validate_document(text, "pyshacl") == validate_document(two_faults)
    assert [result.component for result in validate_document(text).results] == [
        "PatternConstraintComponent",
        "MinLengthConstraintComponent",
    ]


def test_result_says_what_is_wrong_in_two_languages(two_faults: list[ox.Quad]) -> None:
    assert validate_document(two_faults).results[0] == Result(
        focus="https://example.org/c",
        path="http://purl.org/dc/terms/identifier",
        component="PatternConstraintComponent",
        severity="Violation",
        value='"12"',
        shape="https://w3id.org/kamervragen/shapes#Case-identifier",
        message_nl="Een zaak heeft hoogstens één nummer: een jaar, een Z en vier tot zes cijfers.",
        message_en="A case has at most one number: a year, a Z and four to six digits.",
    )


def test_warning_lets_a_document_in() -> None:
    report = validate_document(quads_of('ex:n a kv:Note ; skos:notation "1" ; schema:text "Noot." .'))
    assert {result.severity for result in report.of("Warning")} == {"Warning"}
    only = Report(report.of("Warning"))
    assert only.accepted
    assert not only.conforms
    assert not report.accepted, "a note without a place in the text stays out"


def test_report_is_a_shacl_report_without_blank_nodes(two_faults: list[ox.Quad]) -> None:
    report = validate_document(two_faults)
    triples = list(ox.parse(report.turtle("https://example.org/report"), format=ox.RdfFormat.TURTLE))
    assert not [quad for quad in triples if isinstance(quad.subject, ox.BlankNode)]
    results = [quad.object.value for quad in triples if quad.predicate.value == f"{SH}result"]
    assert sorted(results) == ["https://example.org/report/1", "https://example.org/report/2"]
    conforms = [quad.object.value for quad in triples if quad.predicate.value == f"{SH}conforms"]
    assert conforms == ["false"]
    assert report.turtle() == validate_document(two_faults, "pyshacl").turtle()


def test_empty_report_conforms() -> None:
    assert Report().conforms
    assert "sh:conforms true" in Report().turtle()


def test_store_is_judged_over_all_its_graphs() -> None:
    store = ox.Store()
    store.extend(quads_of("ex:d kv:askedBy ex:p ; kv:inCase ex:c ; dcterms:title 'sluizen' ."))
    (result,) = validate_store(store).results
    assert (result.focus, result.value) == ("https://example.org/d", "<https://example.org/p>")
    store.extend(
        ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode("https://example.org/registry"))
        for quad in quads_of("ex:p a foaf:Person ; rdfs:label 'A. Zandstra' .")
    )
    assert validate_store(store).conforms
    assert validate_store(store, "pyshacl").conforms


def test_overlap_is_found_in_a_store() -> None:
    period = "a kv:Incumbency ; org:member ex:p ; kv:ofPost ex:o ; dcterms:source ex:s ; kv:from"
    store = ox.Store()
    store.extend(
        quads_of(
            f"ex:a {period} '2031-01-01'^^xsd:date . ex:b {period} '2032-01-01'^^xsd:date ."
            "ex:p a foaf:Person ; rdfs:label 'A. Zandstra' . ex:m rdfs:label 'Sluizen' ."
            "ex:o a org:Post ; rdfs:label 'Minister' ; org:postIn ex:m ."
        )
    )
    components = [result.component for result in validate_store(store).results]
    assert components == ["SPARQLConstraintComponent"]
    assert validate_store(store, "pyshacl") == validate_store(store)
    assert validate_lines(f"{quad} .\n".encode() for quad in store) == validate_store(store)


def test_registry_breaks_no_rule() -> None:
    lists = sorted((vocab.data("ontology") / "lists").glob("*.ttl"))
    if not lists:
        pytest.skip("ontology/lists holds no registry yet")
    store = ox.Store()
    for path in lists:
        store.load(path=path, to_graph=GRAPH)
    assert validate_store(store).of("Violation") == ()


@pytest.mark.parametrize("engine", [pytest.param("shacl", marks=needs_shacl), "pyshacl"])
def test_text_that_is_no_graph_is_refused_in_one_line(engine: Engine) -> None:
    with pytest.raises(InputProblem, match=r"^graph: no N-Quads: .+ \(E-RDF\)") as refused:
        validate_document("dit is geen graaf", engine)
    assert "\n" not in str(refused.value)


def test_missing_engine_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["kg.validate"], "find_spec", lambda _name: None)  # kg.validate is a function too
    assert default_engine() == "pyshacl"
    with pytest.raises(UsageProblem, match=r"kamervragen-kg\[fast\]"):
        validate("", (FILES[0],) * 2, "shacl")
