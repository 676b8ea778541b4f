"""Every export says what the store says: read back by another program, and the same bytes each time."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kg.errors import StoreProblem, UsageProblem
from kg.export import export, formats
from kg.export.csv import guarded
from kg.network import network
from kg.store import Manifest, Store
from kg.terms import literal
from kg.vocab import VERSION, base, iri

RDF = {"nquads": "nquads", "trig": "trig", "turtle": "turtle", "jsonld": "json-ld", "rdfxml": "xml"}
WITH_GRAPHS = {"nquads", "trig", "jsonld"}
KEY = "00112233aabbccdd"
DOCUMENT = f"{base()}document/{KEY}"
Term = tuple[str, ...]


@pytest.fixture(autouse=True)
def as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Literals as the file says them: "01" as "01", which rdflib would make "1"."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


def made(*lines: str) -> Store:
    """A store in memory with these N-Quads."""
    quads = ox.Store()
    quads.load("\n".join(lines).encode(), format=ox.RdfFormat.N_QUADS)
    return Store(Path(), Path(), Manifest(1, VERSION, len(quads), 1, ""), quads)


def titled(title: str, language: str = "") -> Store:
    """A store with one document that has this title."""
    graph = f"<{base()}graph/{KEY}>"
    return made(
        f"<{DOCUMENT}> <{iri('rdf:type')}> <{iri('kv:AnswerDocument')}> {graph} .",
        f"<{DOCUMENT}> <{iri('dcterms:title')}> {literal(title, language)} {graph} .",
    )


@pytest.fixture(scope="module")
def documents(example_store: Store) -> Store:
    """The graphs of the example documents, without the registry, which rdflib reads slowly."""
    quads = ox.Store()
    quads.extend(q for q in example_store.quads if not q.graph_name.value.endswith("registry"))
    return Store(example_store.path, example_store.build, example_store.manifest, quads)


def exported(store: Store, name: str, **options: bool) -> bytes:
    out = io.BytesIO()
    export(store, name, out, **options)
    return out.getvalue()


def ours(term: object) -> Term:
    if isinstance(term, ox.Literal):
        return "literal", term.value, (term.language or "").lower(), "" if term.language else term.datatype.value
    return "iri", term.value if isinstance(term, ox.NamedNode) else str(term)


def theirs(term: object) -> Term:
    if isinstance(term, rdflib.Literal):
        language = (term.language or "").lower()
        return "literal", str(term), language, "" if language else str(term.datatype or iri("xsd:string"))
    return "iri", str(term)


def read_back(data: bytes, name: str) -> set[tuple[Term, ...]]:
    """The quads, or triples, that rdflib reads in an export."""
    if name in WITH_GRAPHS:
        dataset = rdflib.Dataset()
        dataset.parse(data=data, format=RDF[name])
        return {(theirs(s), theirs(p), theirs(o), ("iri", str(g))) for s, p, o, g in dataset.quads()}
    graph = rdflib.Graph()
    graph.parse(data=data, format=RDF[name])
    return {(theirs(s), theirs(p), theirs(o)) for s, p, o in graph}


def stated(store: Store, name: str) -> set[tuple[Term, ...]]:
    triples = {(ours(q.subject), ours(q.predicate), ours(q.object), ours(q.graph_name)) for q in store.quads}
    return triples if name in WITH_GRAPHS else {quad[:3] for quad in triples}


def tables(store: Store, **options: bool) -> dict[str, list[dict[str, str]]]:
    archive = zipfile.ZipFile(io.BytesIO(exported(store, "csv", **options)))
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline="")))
        for name in archive.namelist()
    }


def test_folder_is_the_registry_of_formats() -> None:
    assert list(formats()) == ["csv", "gexf", "graphml", "jsonld", "nquads", "rdfxml", "trig", "turtle"]
    assert len({module.SUFFIX for module in formats().values()}) == len(formats())
    assert all("/" in module.MEDIA_TYPE for module in formats().values())


@pytest.mark.parametrize("name", RDF)
def test_rdflib_reads_back_what_the_store_says(documents: Store, name: str) -> None:
    assert read_back(exported(documents, name), name) == stated(documents, name)


@pytest.mark.parametrize("name", formats())
def test_equal_stores_give_equal_bytes(documents: Store, name: str) -> None:
    turned = ox.Store()
    turned.extend(sorted(documents.quads, key=str, reverse=True))
    other = Store(documents.path, documents.build, documents.manifest, turned)
    assert exported(documents, name) == exported(other, name)


def test_jsonld_needs_nothing_from_the_network(documents: Store) -> None:
    document = json.loads(exported(documents, "jsonld"))
    assert all(isinstance(value, str) and value[-1] in "#/" for value in document["@context"].values())
    assert len(document["@graph"]) == len(list(documents.quads.named_graphs()))


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_graph_formats_have_all_things_and_relations(documents: Store, name: str) -> None:
    data, whole = exported(documents, name), network(documents)
    read = nx.read_graphml(io.BytesIO(data)) if name == "graphml" else nx.read_gexf(io.BytesIO(data))
    assert set(read) == set(whole)
    labels = Counter(str(values["label"]) for _, _, values in read.edges(data=True))
    assert labels == Counter(key for _, _, key in whole.edges(keys=True))
    assert {node: values["kind"] for node, values in read.nodes(data=True)} == dict(whole.nodes(data="kind"))
    questions = {q.subject.value for q in of_class(documents, "kv:Question")}
    assert {node for node, kind in read.nodes(data="kind") if kind == "question"} == questions


def of_class(store: Store, name: str) -> list[ox.Quad]:
    return list(store.quads.quads_for_pattern(None, ox.NamedNode(iri("rdf:type")), ox.NamedNode(iri(name))))


def test_graphml_is_well_formed_and_its_keys_are_unique(documents: Store) -> None:
    keys = etree.fromstring(exported(documents, "graphml")).findall("{*}key")
    assert len({key.get("id") for key in keys}) == len(keys)


def test_gexf_has_no_date(documents: Store) -> None:
    assert "lastmodifieddate" not in exported(documents, "gexf").decode()


def test_csv_has_a_row_per_thing(documents: Store) -> None:
    found = tables(documents)
    counts = {
        "questions": "kv:Question",
        "answers": "kv:Answer",
        "participations": "kv:Participation",
        "citations": "kv:Citation",
        "papers": "kv:PaperReference",
        "amounts": "kv:Amount",
        "promises": "kv:Promise",
        "findings": "kv:Finding",
        "documents": "eli:Work",
    }
    assert {name: len(found[name]) for name in counts} == {n: len(of_class(documents, c)) for n, c in counts.items()}
    explained = {(row["table"], row["column"]) for row in found["columns"]}
    assert explained == {(name, column) for name in counts for row in found[name][:1] for column in row}


def test_csv_quotes_stand_in_the_text(documents: Store) -> None:
    texts = {row["document"]: documents.text(row["iri"].rsplit("/", 1)[-1]) for row in tables(documents)["documents"]}
    rows = [row for row in tables(documents)["amounts"] if " … " not in row["quote"]]
    assert rows
    for row in rows:
        words = texts[row["document"]][int(row["start"]) : int(row["end"])]
        assert " ".join(words.split()) == row["quote"]
        assert row["quote"] in row["sentence"]


def test_csv_amount_has_its_value_and_place(documents: Store) -> None:
    row = next(row for row in tables(documents)["amounts"] if row["printed"] == "166 miljoen euro")
    assert (row["document"], row["part"], row["value"], row["years"]) == (
        "07-antwoord-schoolmaaltijden.txt",
        "1",
        "166000000",
        "2030",
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_spreadsheet_gets_no_formulas(start: str) -> None:
    title = f"{start}HYPERLINK(1)"
    assert tables(titled(title))["documents"][0]["title"] == guarded(title) == f"'{title}"
    assert tables(titled(title), spreadsheet_safe=False)["documents"][0]["title"] == title


@pytest.mark.parametrize(
    "title",
    [
        "> <urn:x> . } GRAPH <urn:y> {",
        'drie """ aanhalingstekens\\ en een \\u0041',
        "</rdf:RDF> ]]> <!-- & &amp;",
        "a\r\nb\rc\n d\te\x85f\u2028g",
        " wit eromheen ",
        "\U0001d11e é e\u0301 \u202eomgekeerd",
    ],
)
@pytest.mark.parametrize("name", formats())
def test_hostile_text_comes_back_as_it_is(name: str, title: str) -> None:
    assert title_in(exported_plain(titled(title), name), name) == title


@settings(max_examples=60, deadline=None)
@given(title=st.text(st.characters(codec=None), min_size=1, max_size=30), language=st.sampled_from(["", "nl"]))
def test_every_text_comes_back_or_was_cleaned_at_the_gate(title: str, language: str) -> None:
    """Row 25."""
    store = titled(title, language)
    clean = next(q.object.value for q in store.quads if isinstance(q.object, ox.Literal))
    for name in formats():
        assert title_in(exported_plain(store, name), name) == clean, name


def exported_plain(store: Store, name: str) -> bytes:
    return exported(store, name, **({"spreadsheet_safe": False} if name == "csv" else {}))


def title_in(data: bytes, name: str) -> str:
    """The one title in an export, as another program reads it."""
    if name == "csv":
        text = zipfile.ZipFile(io.BytesIO(data)).read("documents.csv").decode("utf-8-sig")
        return next(csv.DictReader(io.StringIO(text, newline="")))["title"]
    if name == "graphml":
        root = etree.fromstring(data)
        key = root.xpath("string(//*[local-name()='key'][@attr.name='dcterms:title']/@id)")
        return str(root.xpath("string(//*[local-name()='data'][@key=$key])", key=key))
    if name == "gexf":
        root = etree.fromstring(data)
        key = root.xpath("string(//*[local-name()='attribute'][@title='dcterms:title']/@id)")
        return str(root.xpath("string(//*[local-name()='attvalue'][@for=$key]/@value)", key=key))
    return next(quad[2][1] for quad in read_back(data, name) if quad[2][0] == "literal")


def test_xml_formats_leave_out_what_xml_cannot_hold() -> None:
    """Row 25."""
    subject, title = f"<{DOCUMENT}>", f"<{iri('dcterms:title')}>"
    store = made(
        f"{subject} <{iri('rdf:type')}> <{iri('kv:AnswerDocument')}> .",
        f'{subject} {title} "weten\\uFFFEschap\\u0001" .',
    )
    for name in ("rdfxml", "graphml", "gexf"):
        assert title_in(exported(store, name), name) == "wetenschap"


def test_property_that_xml_cannot_name_is_refused() -> None:
    with pytest.raises(StoreProblem, match="cannot hold this property"):
        exported(made("<urn:a> <http://example.org/1> <urn:b> ."), "rdfxml")


def test_property_of_another_vocabulary_gets_a_namespace() -> None:
    store = made('<urn:a> <http://example.org/x?y=z> "v" .', "<urn:a> <http://example.org/p> _:b .")
    found = read_back(exported(store, "rdfxml"), "rdfxml")
    assert {triple[1][1] for triple in found} == {"http://example.org/x?y=z", "http://example.org/p"}


def test_unknown_format_and_option_are_named(documents: Store) -> None:
    with pytest.raises(UsageProblem, match=r"xlsx: no such export format\. Use one of csv, gexf"):
        exported(documents, "xlsx")
    with pytest.raises(UsageProblem, match=r"no such option\. It belongs to csv"):
        exported(documents, "turtle", spreadsheet_safe=True)


@pytest.mark.parametrize("name", formats())
def test_closed_pipe_ends_it_quietly(example_store: Store, name: str) -> None:
    script = (
        "import sys; from pathlib import Path; from kg.export import export; from kg.store import open_store\n"
        "export(open_store(Path(sys.argv[1])), sys.argv[2], sys.stdout.buffer)"
    )
    command = [sys.executable, "-c", script, str(example_store.path), name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0
