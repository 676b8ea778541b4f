"""Organisations: the list says where each name stands, and what documents call by a name of it is found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.extract import organisations
from kg.records import Answer, Document, Passage, Run, Source, Structure
from kg.registry.organisations import CASES, LIST, collect
from kg.registry.organisations import organisations as listed
from kg.vocab import data

SHARED = Path(__file__).parents[1].parent / "shared"


def found(text: str) -> list[tuple[str, str]]:
    document = Document(Source("invented.txt", "text/plain", "0" * 64), text)
    answer = Answer((1,), "Antwoord op vraag 1", Passage("answer 1", text, (Run(0, 0),)))
    return [
        (m.printed, m.name) for m in organisations.extract(Structure(document, "answer", None, None, answers=(answer,)))
    ]


def test_every_organisation_says_where_its_name_stands() -> None:
    text = (data("ontology") / "lists" / LIST).read_text(encoding="utf-8")
    nodes = text.split("\n\n")[2:]
    assert len(nodes) == len(listed()) > 100
    assert all(re.search(rf'dcterms:source "(?:corpus/text/|reference/{re.escape(CASES)}: )', node) for node in nodes)


def test_the_list_is_what_its_sources_give() -> None:
    if not SHARED.is_dir():
        pytest.skip("the shared folder with the corpus and the list of cases is not here")
    made = collect(SHARED / "corpus" / "text", SHARED / "reference")
    assert made == (data("ontology") / "lists" / LIST).read_text(encoding="utf-8")


def test_names_and_abbreviations_of_the_list_are_found() -> None:
    text = (
        "Het UWV, de Belastingdienst en ProRail schreven aan de Algemene Rekenkamer en de IGJ, niet aan de rekenkamer."
    )
    assert found(text) == [
        ("UWV", "Uitvoeringsinstituut Werknemersverzekeringen"),
        ("Belastingdienst", "Belastingdienst"),
        ("ProRail", "ProRail"),
        ("Algemene Rekenkamer", "Algemene Rekenkamer"),
        ("IGJ", "Inspectie Gezondheidszorg en Jeugd"),
    ]


def test_two_spellings_of_a_name_are_one_organisation() -> None:
    names = {name for text in ("De Vereniging van Nederlandse Gemeenten.", "De VNG.") for _, name in found(text)}
    assert names == {"Vereniging Nederlandse Gemeenten"}


def test_what_a_document_introduces_comes_before_the_list() -> None:
    assert found("De Vereniging van Uitgevers (VU) schreef, en de VU schreef weer.")[0][1] == "Vereniging van Uitgevers"
