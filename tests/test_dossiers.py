"""Every paper of a dossier leads to the dossier, which is one thing however its number is printed."""

from __future__ import annotations

import hashlib

import pytest

from kg.ask import ask, run
from kg.extract import extract
from kg.named import find
from kg.network import network
from kg.quads import quads
from kg.records import Document, Source
from kg.resolve import resolve
from kg.resolve._dossiers import described, label
from kg.store import Store
from kg.vocab import base, iri
from kg.why import why

HEAD = "Vragen van het lid Waterdrager (SP) aan de Minister van Financiën over stoplichten (ingezonden 3 mei 2023).\n"


def lines(words: str) -> list[str]:
    """The graph of an invented set with one question, without the graph names."""
    text = f"{HEAD}Vraag 1\n{words}\n"
    source = Source("invented.txt", "text/plain", hashlib.sha256(text.encode()).hexdigest())
    extraction = extract(Document(source, text))
    return quads(extraction, resolve(extraction))


def said(words: str, predicate: str) -> set[tuple[str, str]]:
    """Subject and object of each triple with this property, as written in N-Quads without the base."""
    found = (line.split(" ", 2) for line in lines(words) if line.split(" ", 2)[1] == f"<{iri(predicate)}>")
    return {
        (
            subject.strip("<>").removeprefix(base()),
            rest.rsplit(" ", 2)[0].strip('<>"').removeprefix(base()),
        )
        for subject, _, rest in found
    }


@pytest.mark.parametrize(
    ("words", "dossier", "paper", "printed"),
    [
        ("Kent u Kamerstuk 36 410 XIV, nr. 9?", "36410-XIV", "kst-36410-XIV-9", "36 410 XIV"),
        ("Kent u Kamerstuk 36410-XIV, nr. 9?", "36410-XIV", "kst-36410-XIV-9", "36410-XIV"),
        ("Kent u Kamerstukken II 2022/23, 29 279, nr. 8?", "29279", "kst-29279-8", "29 279"),
        ("Kent u Kamerstuk 21 501-02, nr. 2870?", "21501-02", "kst-21501-02-2870", "21 501-02"),
        ("Kent u Kamerstukken I 2022/23, 29279, nr. M?", "29279", "kst-29279-M", "29279"),
    ],
)
def test_a_paper_belongs_to_its_dossier(words: str, dossier: str, paper: str, printed: str) -> None:
    node = f"dossier/{dossier}"
    assert said(words, "kv:inDossier") == {(f"https://zoek.officielebekendmakingen.nl/{paper}", node)}
    assert (node, dossier) in said(words, "dcterms:identifier")
    assert (node, label(dossier)) in said(words, "rdfs:label")
    assert (node, printed) in said(words, "kv:asPrinted")
    assert node not in {value for _, value in said(words, "kv:cites")}


def test_papers_of_one_dossier_share_it() -> None:
    words = "Kent u Kamerstukken 23 645, nr. 811 en 812, en Kamerstuk 23645, nr. 4?"
    assert {value for _, value in said(words, "kv:inDossier")} == {"dossier/23645"}
    assert len(said(words, "kv:inDossier")) == 3


def test_a_citation_without_a_number_in_the_dossier_cites_the_dossier() -> None:
    words = "Kent u Kamerstuk 36 410 XIV?"
    assert {value for _, value in said(words, "kv:cites")} == {"dossier/36410-XIV"}
    assert said(words, "kv:inDossier") == set()


@pytest.mark.parametrize(
    "words", ["Kent u Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 505?", "Kent u 2024Z05?"]
)
def test_other_papers_have_no_dossier(words: str) -> None:
    assert said(words, "kv:inDossier") == set()


def test_the_number_of_a_motion_leads_to_its_dossier_too() -> None:
    words = "Kent u de motie van het lid Zandstra (Kamerstuk 36180, nr. 107)?"
    assert {value for _, value in said(words, "kv:inDossier")} == {"dossier/36180"}


def test_a_longer_number_is_not_the_number_as_printed() -> None:
    assert "kv:asPrinted" not in dict(described("36410-X", "36 410 XIV"))
    assert "kv:asPrinted" not in dict(described("36410", "136 410"))


# -- in a store


def test_a_dossier_is_explained_by_the_words_that_name_it(example_store: Store) -> None:
    rows = run(example_store.quads, "SELECT DISTINCT ?paper ?folder { ?paper kv:inDossier ?folder }").values
    assert rows
    for paper, folder in rows:
        explanation = why(example_store, paper, "kv:inDossier", folder)
        assert explanation.supports
        assert not explanation.problems


def test_a_dossier_can_be_asked_for_and_shows_its_papers(example_store: Store) -> None:
    (node,) = find(example_store, "dossier 39 214")
    assert find(example_store, "39 214") == find(example_store, "39214") == [node]
    near = network(example_store, "dossier 39 214")
    assert {
        near.nodes[paper]["label"] for paper, _, key in near.in_edges(node, keys=True) if key == "kv:inDossier"
    } == {
        "kst-39214-87",
        "kst-39214-103",
    }
    assert all(values["quotes"] for _, _, values in near.in_edges(node, data=True))


@pytest.mark.parametrize("number", ["39214", "39 214"])
def test_sets_that_touch_a_dossier_are_found_by_its_number(example_store: Store, number: str) -> None:
    rows = ask(example_store, "questions-about-dossier", dossier=number).values
    assert {row[2][:2] for row in rows} == {"01", "02", "03", "11"}
    assert ask(example_store, "questions-about-dossier", dossier="99 999").values == []
