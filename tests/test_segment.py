"""Layouts that were once misread, each as an invented document with what must be read in it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.extract import crossreferences
from kg.grammar import offices, papers
from kg.records import Document, Source
from kg.registry.load import load

HERE = Path(__file__).parent / "segment"
ONE_LINE = (
    "Tweede Kamer der Staten-Generaal 2 Vergaderjaar 2030–2031 Aanhangsel van de Handelingen Vragen gesteld door de leden der "
    "Kamer, met de daarop door de regering gegeven antwoorden 698 Vragen van het lid Duinbergen (CDA) aan de Minister van Defensie "
    "over de dijk (ingezonden 3 april 2031). Antwoord van Minister Oldenhof (Defensie) (ontvangen 20 april 2031). Vraag 1 Kent u het "
    "bericht «De dijk zakt»?1 Antwoord 1 Ja. Vraag 2 Klopt het dat de dijk al jaren 1 De Polderkoerier, «De dijk zakt», 1 april 2031 "
    "ah-tk-20302031-698 ISSN 0921 - 7398 ’s-Gravenhage 2031 Tweede Kamer, vergaderjaar 2030–2031, Aanhangsel 1 zakt? Zo ja, waarom? "
    "Antwoord 2 Nee, dat is niet zo. Tweede Kamer, vergaderjaar 2030–2031, Aanhangsel 2"
)


def read(text: str) -> dict[str, Any]:
    """The record of a text."""
    return kg.record(kg.extract(Document(Source("invented.txt", "text/plain", "0" * 64), text)))


def cases(name: str) -> list[Any]:
    table = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case.get("claim", case["text"])[:80]) for case in table["case"]]


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("case", cases("layouts"))
def test_questions_and_answers_are_read_whole(case: dict[str, Any]) -> None:
    record = read(case["text"])
    assert [[q["n"], plain(q["text"])] for q in record["questions"]] == case["questions"]
    assert [[a["to"], plain(a["text"])] for a in record["answers"]] == case["answers"]


@pytest.mark.parametrize("case", cases("page_notes"))
def test_notes_and_marks_on_different_pages_are_joined(case: dict[str, Any]) -> None:
    record = read(case["text"])
    assert [plain(part["text"]) for part in (*record["questions"], *record["answers"])] == case["texts"]
    assert [[note["label"], plain(note["text"]), note["at"]] for note in record["notes"]] == case["notes"]


@pytest.mark.parametrize("case", cases("headers"))
def test_headings_and_letters_say_who_and_what(case: dict[str, Any]) -> None:
    record = read(case["text"])
    assert [[a["name"], a["party"]] for a in record["askers"]] == case["askers"]
    assert [[a["role"], a["portfolio"] or ""] for a in record["addressees"]] == case.get("addressees", [])
    for field in ("answerers", "on_behalf_of"):
        found = [[a["name"] or "", a["role"], a["portfolio"] or ""] for a in record[field]]
        assert found == case.get(field, []), field
    for field in ("subject", "submitted", "received", "letter_date", "publication"):
        assert record[field] == case.get(field), field
    assert record["case"] == case.get("case", [])
    assert record["kind"] == case.get("kind", record["kind"])
    assert [p["subnumber"] for p in record["papers"]] == case.get("papers", [])


@pytest.mark.parametrize("case", cases("references"))
def test_references_between_answers_are_read(case: dict[str, Any]) -> None:
    found = crossreferences.find(case["text"], 9, asking=case.get("asking", False))
    assert [n for _, _, numbers in found for n in numbers] == case["to"]


def test_an_answer_to_two_questions_refers_for_each_of_them() -> None:
    text = (
        "Vraag 1\nKlopt dat?\nAntwoord 1\nJa.\nVraag 2\nWaarom?\nVraag 3\nHoe lang?\n"
        "Antwoord 2 en 3\nZie het antwoord op vraag 1.\n"
    )
    assert [(each["from"], each["to"]) for each in read(text)["refers"]] == [(2, 1), (3, 1)]


@pytest.mark.parametrize("case", cases("papers"))
def test_papers_are_read(case: dict[str, Any]) -> None:
    found = papers.find(case["text"])
    assert [f"{p.type} {p.dossier or '-'} {p.subnumber or '-'}" for p in found] == case["papers"]


def test_ministries_are_abbreviated_as_the_list_does() -> None:
    listed = {(ministry.abbreviation, ministry.name) for ministry in load().ministries}
    assert listed >= set(offices.ABBREVIATED.items())


def test_text_without_line_breaks_is_taken_apart() -> None:
    record = read(ONE_LINE)
    assert [(q["n"], q["text"]) for q in record["questions"]] == [
        (1, "Kent u het bericht «De dijk zakt»?"),
        (2, "Klopt het dat de dijk al jaren zakt? Zo ja, waarom?"),
    ]
    assert [(a["to"], a["text"]) for a in record["answers"]] == [([1], "Ja."), ([2], "Nee, dat is niet zo.")]
    assert [note["text"] for note in record["notes"]] == ["De Polderkoerier, «De dijk zakt», 1 april 2031"]
    assert (record["publication"], record["answerers"][0]["name"]) == ("ah-tk-20302031-698", "Oldenhof")


@pytest.mark.parametrize("name", ["docx-1", "docx-2", "docx-4", "docx-6", "docx-8"])
def test_a_letter_in_pdf_says_what_its_word_original_says(shared: Path, name: str) -> None:
    word, paper = (
        kg.record(kg.extract(kg.read(shared / "corpus" / kind / f"{name}.{kind}"))) for kind in ("docx", "pdf")
    )
    for field in ("kind", "case", "submitted", "letter_date"):
        assert word[field] == paper[field], field
    assert re.sub(r"[\s-]+", "", word["subject"]) == re.sub(r"[\s-]+", "", paper["subject"])
    for field, keys in (
        ("askers", ("name", "party")),
        ("addressees", ("role", "portfolio")),
        ("answerers", ("name", "role", "portfolio")),
        ("on_behalf_of", ("name", "role", "portfolio")),
        ("refers", ("from", "to")),
        ("papers", ("type", "dossier", "subnumber")),
    ):
        found = [{tuple(item[key] for key in keys) for item in record[field]} for record in (word, paper)]
        assert found[0] == found[1], field
    for field, key in (("questions", "n"), ("answers", "to")):
        found = [
            [(item[key], re.sub(r"[\s-]+", "", item["text"])) for item in record[field]] for record in (word, paper)
        ]
        assert found[0] == found[1], field


_SAID = ["De Polderkoerier, «De pont vaart niet», 3 mei 2031", "Oeverbode, 4 mei 2031", "Kamerstuk 99 001, nr. 7"]
_ASKING = "Vraag 1\nKent u het bericht?{} Vaart zij{} nog in mei?\nVraag 2\nKlopt de brief{}?\nAntwoord 1\nJa.\nAntwoord 2\nJa, zo is het.\n\n"


@pytest.mark.parametrize("printed", ["{} {}", "{}. {}", "[{}] {}", "{}) {}", "({}) {}"])
@pytest.mark.parametrize("mark", ["{}", "[{}]", "{})", "¹²³", "together"])
def test_marks_meet_notes_that_are_printed_in_another_form(mark: str, printed: str) -> None:
    forms = {"¹²³": ["¹", "²", "³"], "together": ["¹²", "", "3"]}
    marks = forms.get(mark, [mark.format(n) for n in (1, 2, 3)])
    notes = "\n".join(printed.format(n, said) for n, said in enumerate(_SAID, 1))
    record = read(_ASKING.format(*marks) + notes)
    texts = [plain(part["text"]) for part in (*record["questions"], *record["answers"])]
    assert texts == ["Kent u het bericht? Vaart zij nog in mei?", "Klopt de brief?", "Ja.", "Ja, zo is het."]
    assert [[plain(note["text"]), note["at"]] for note in record["notes"]] == [
        [said, [at]] for said, at in zip(_SAID, ("question 1", "question 1", "question 2"), strict=True)
    ]


@pytest.mark.parametrize(
    "item", ["1) in 2031 de pont,", "[1] de brief van 3 mei 2031,", "1. de Oeverbode van 3 mei 2031,"]
)
@pytest.mark.parametrize("said", ["", "1 van BIJ12"])
def test_a_list_that_nothing_marks_stays_in_its_answer(item: str, said: str) -> None:
    text = f"Vraag 1\nKomt er een plan{said and ' ' + said}?\nAntwoord 1\nJa, namelijk:\n{item}\n{item.replace('1', '2', 1)}"
    record = read(text)
    assert not record["notes"]
    assert plain(record["answers"][0]["text"]).endswith(item.replace("1", "2", 1))


def test_a_name_with_a_number_is_no_pair_of_marks() -> None:
    record = read("Vraag 1\nKent u BIJ12?\nAntwoord 1\nJa.\n\n1De Polderkoerier, 3 mei 2031\n2Oeverbode, 4 mei 2031")
    assert [record["questions"][0]["text"], *(note["at"] for note in record["notes"])] == ["Kent u BIJ12?", [], []]


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        ("krant‐\nbode.nl/pont", "krantbode.nl/pont"),
        ("krant-\nbode.nl/pont", "krant-bode.nl/pont"),
        ("krantbode.nl/pont‐\n2031", "krantbode.nl/pont‐2031"),
        ("krantbode.nl/de‐pont‐\nvaart", "krantbode.nl/de‐pont‐vaart"),  # where every hyphen is printed so
    ],
)
def test_the_hyphen_of_a_typesetter_is_no_part_of_an_address(printed: str, address: str) -> None:
    record = read(f"Vraag 1\nKent u het bericht (https://www.{printed}) van 3 mei 2031?\nAntwoord 1\nJa.")
    assert plain(record["questions"][0]["text"]) == f"Kent u het bericht (https://www.{address}) van 3 mei 2031?"
