"""Who answers which questions: said of some questions, by an office of their own."""

from __future__ import annotations

import pytest

import kg
from kg.grammar.shares import shares
from kg.read import read_bytes

DEFENCE, FINANCE = ("minister", "Defensie"), ("staatssecretaris", "Financiën")
LETTER = """Vragen van het lid Zandstra (Waterpartij) aan de minister van Defensie en de staatssecretaris van Financiën over
vletten (ingezonden 3 april 2031)

Antwoord van minister Waterdrager (Defensie) (ontvangen 24 april 2031)

Vraag 1
Wat kost een vlet?

Antwoord 1
De minister van Defensie beantwoordt vraag 1, de staatssecretaris van Financiën de vragen 2 en 3. Een vlet is duur.

Vraag 2
Hoe duur?

Antwoord 2
Duur. De vragen 2 en 9 zijn beantwoord door de staatssecretaris van Financiën.

Vraag 3
Waarom?

Antwoord 3
Daarom.
"""


def read(text: str) -> list[tuple[tuple[str, str | None], tuple[int, ...]]]:
    """The offices that a text names with the questions that they answer."""
    return [((share.office.role, share.office.portfolio), share.numbers) for share in shares(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Vraag 1, 2 en 5 worden beantwoord door de minister van Defensie, vraag 3 en 4 door de staatssecretaris van Financiën.",
            [(DEFENCE, (1, 2, 5)), (FINANCE, (3, 4))],
        ),
        ("De vragen 2 en 3 worden door de staatssecretaris van Financiën beantwoord.", [(FINANCE, (2, 3))]),
        ("Vraag 4 beantwoord ik mede namens de minister van Defensie.", [(DEFENCE, (4,))]),
        ("Het antwoord op vraag 3 geef ik mede namens de minister van Defensie.", [(DEFENCE, (3,))]),
        (
            "Vraag 4 beantwoord ik mede namens de ministers van Defensie en van Buitenlandse Zaken.",
            [(DEFENCE, (4,)), (("minister", "Buitenlandse Zaken"), (4,))],
        ),
        ("De minister-president zal vraag 7 beantwoorden.", [(("minister-president", None), (7,))]),
        ("Vraag 1 t/m 4 beantwoord ik, vraag 5 wordt beantwoord door de minister van Defensie.", [(DEFENCE, (5,))]),
    ],
)
def test_the_questions_of_an_office_are_read(text: str, said: object) -> None:
    assert read(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "Ik beantwoord deze vragen mede namens de minister van Defensie.",
        "Vraag 3 is eerder door de minister van Defensie beantwoord.",
        "Vraag 2 betreft de minister van Defensie en wordt hier niet beantwoord.",
        "Vraag 2 is gericht aan de minister van Defensie; ik beantwoord vraag 3.",
        "Zoals de minister van Defensie in antwoord op vraag 3 aangaf, beantwoordt hij dit later.",
        "Kunt u vraag 3 samen met de minister van Defensie beantwoorden?",
        "De vragen 2 en 3 van het lid Zandstra zijn door de minister van Defensie beantwoord.",
    ],
)
def test_other_sentences_share_out_nothing(text: str) -> None:
    assert read(text) == []


def test_a_record_has_the_questions_that_the_document_has() -> None:
    record = kg.record(kg.extract(read_bytes("vletten.txt", LETTER.encode())))
    found = [(part["portfolio"], part["questions"], part["at"]) for part in record["part_answerers"]]
    assert found == [("Defensie", [1], ["answer 1"]), ("Financiën", [2, 3], ["answer 1"])]


@pytest.mark.parametrize(
    "printed",
    [
        "Antwoord 3 (Minister van Defensie)\nDaarom.",
        "Antwoord 3 (Minister van Defensie) Daarom.",
        "Antwoord op vraag 3 (de minister van Defensie):\nDaarom.",
        "Antwoord van de minister van Defensie op vraag 3\nDaarom.",
        "Antwoord 3 van de Minister van Defensie\nDaarom.",
    ],
)
def test_the_heading_of_an_answer_may_say_who_gives_it(printed: str) -> None:
    document = read_bytes("vletten.txt", LETTER.replace("Antwoord 3\nDaarom.", printed).encode())
    record = kg.record(kg.extract(document))
    part = record["part_answerers"][-1]
    assert (part["portfolio"], part["questions"], part["at"]) == ("Defensie", [3], ["answer 3"])
    assert "inister van Defensie" in document.text[part["spans"][0][0] - 5 : part["spans"][0][1]]
    assert record["answers"][-1]["text"] == "Daarom."


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("Deze vraag beantwoord ik mede namens de Minister van Defensie. Daarom.", [3]),
        ("Deze vraag wordt beantwoord door de Minister van Defensie.", [3]),
        ("De minister van Defensie beantwoordt deze vraag.", [3]),
        ("Deze vragen beantwoord ik mede namens de minister van Defensie.", []),  # all of them
        ("Deze vraag is eerder door de minister van Defensie beantwoord.", []),
        ("Deze vraag kan alleen de minister van Defensie beantwoorden, maar niet nu.", []),
    ],
)
def test_an_answer_may_say_who_gives_it(text: str, questions: list[int]) -> None:
    record = kg.record(kg.extract(read_bytes("vletten.txt", LETTER.replace("Daarom.", text).encode())))
    found = [part for part in record["part_answerers"] if part["at"] == ["answer 3"]]
    assert [part["questions"] for part in found] == ([questions] if questions else [])


@pytest.mark.parametrize(
    ("printed", "portfolio"),
    [
        (
            "Antwoord 3 (Staatssecretaris van Financie\u0308n)\nDaarom.",
            "Financiën",
        ),  # an accent that is a sign of its own
        ("Antwoord 3 (Minister van De\u200bfensie)\nDaarom.", "Defensie"),
        ("Antwoord 3  (Minister van\tDefensie)\nDaarom.", "Defensie"),
    ],
)
def test_an_office_in_a_heading_stands_where_it_is_printed(printed: str, portfolio: str) -> None:
    document = read_bytes("vletten.txt", LETTER.replace("Antwoord 3\nDaarom.", printed).encode())
    part = kg.record(kg.extract(document))["part_answerers"][-1]
    assert (part["portfolio"], part["questions"]) == (portfolio, [3])
    assert document.text[slice(*part["spans"][0])] == printed[printed.index("(") + 1 : printed.index(")")]


def test_an_office_in_a_heading_of_two_lines_stands_on_both() -> None:
    page = """<html><body><div class="kamervraagomschrijving">Vragen van het lid Zandstra (Waterpartij) aan de minister van
      Defensie over vletten (ingezonden 3 april 2031)</div><div>Antwoord van minister Waterdrager (Defensie) (ontvangen 24 april 2031)</div>
      <div class="vraag"><h2>Vraag 1</h2><p>Waarom?</p></div>
      <div class="antwoord"><h2>Antwoord 1 (Staatssecretaris<br>van Financi&euml;n)</h2><p>Daarom.</p></div></body></html>"""
    document = read_bytes("vletten.html", page.encode())
    [part] = kg.record(kg.extract(document))["part_answerers"]
    assert (part["portfolio"], part["questions"]) == ("Financiën", [1])
    assert document.text[slice(*part["spans"][0])] == "Staatssecretaris\nvan Financiën"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Deze vraag beantwoord ik mede namens de Minister van Defensie.", [("Defensie", [3])]),
        ("Vraag 3 beantwoord ik mede namens de Minister van Defensie.", [("Defensie", [3])]),
        (
            "Deze vraag beantwoord ik mede namens de Minister van Financiën.",  # another than the heading names
            [("Defensie", [3]), ("Financiën", [3])],
        ),
        (
            "De vragen 2 en 3 worden beantwoord door de Minister van Defensie.",  # more than the heading says
            [("Defensie", [3]), ("Defensie", [2, 3])],
        ),
    ],
)
def test_what_heading_and_answer_both_say_is_told_once(text: str, found: list[tuple[str, list[int]]]) -> None:
    letter = LETTER.replace("Antwoord 3\nDaarom.", f"Antwoord 3 (Minister van Defensie)\n{text}")
    parts = kg.record(kg.extract(read_bytes("vletten.txt", letter.encode())))["part_answerers"]
    assert [(part["portfolio"], part["questions"]) for part in parts if part["at"] == ["answer 3"]] == found
