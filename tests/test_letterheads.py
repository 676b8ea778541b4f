"""The case and the day that a letter prints beside its text: in a text box of Word, in a side column of a PDF."""

from __future__ import annotations

from typing import Any

import pytest
from read.paper import Printed, column, pdf
from read.word import docx, paragraph

import kg
from kg.read import read_bytes

LETTER = [
    "Geachte voorzitter,",
    "",
    "Hierbij zend ik u de antwoorden op de vragen van het lid Van Tuinen (Waterpartij) over het",
    "peil van de polder (ingezonden 14 maart 2031).",
    "",
    "Vraag 1",
    "Kent u het peil?",
    "",
    "Antwoord 1",
    "Ja.",
]


def record(name: str, data: bytes) -> dict[str, Any]:
    return kg.record(kg.extract(read_bytes(name, data)))


def boxed(*lines: str) -> bytes:
    inside = "".join(map(paragraph, lines))
    body = f"<w:p><w:r><w:drawing><w:txbxContent>{inside}</w:txbxContent></w:drawing></w:r></w:p>"
    return docx(body + "".join(map(paragraph, LETTER)))


def aside(x: float, body: float, *lines: str) -> bytes:
    side: list[Printed] = [(x, 690 - 9 * place, 6.5, line) for place, line in enumerate(lines)]
    return pdf([[*column(LETTER, x=body), *side]])


SAID = [
    (("Datum", "11 april 2031", "Ons kenmerk", "2031-0000123456", "Uw kenmerk", "2031Z04567"), ["2031Z04567"], True),
    (("Datum 11 april 2031", "Uw brief (kenmerk): 2031Z04567"), ["2031Z04567"], True),
    (("Uw referentie", "2031Z04567 en 2031Z04570", "Den Haag, 11 april 2031"), ["2031Z04567", "2031Z04570"], True),
    (("Kenmerk 4123456", "Uw kenmerk: 2031Z04567"), ["2031Z04567"], False),
    (("Zaaknummer 2031Z04567",), ["2031Z04567"], False),
    (("Eerder beantwoord 2030Z00001", "Gedrukt 11 april 2031", "Uw brief van 14 maart 2031"), [], False),
    (("Postbus 1", "2500 AA Waterstad"), [], False),
]


@pytest.mark.parametrize(("lines", "case", "dated"), SAID)
def test_what_stands_beside_the_letter_says_its_case_and_day(
    lines: tuple[str, ...], case: list[str], *, dated: bool
) -> None:
    """Rows 11 and 15: columns and text boxes."""
    for name, data in (
        ("b.docx", boxed(*lines)),
        ("b.pdf", aside(468, 80, *lines)),
        ("b.pdf", aside(40, 150, "Datum onbekend", *lines)),
    ):
        read = record(name, data)
        assert read["case"] == case
        assert read["letter_date"] == ("2031-04-11" if dated else None)
        assert read["subject"] == "het peil van de polder"
        assert [question["text"] for question in read["questions"]] == ["Kent u het peil?"]


def test_what_the_letter_itself_says_comes_first() -> None:
    lines = ["Datum 12 april 2031", "Uw kenmerk 2031Z00009", *LETTER]
    inside = paragraph("Datum 11 april 2031") + paragraph("Uw kenmerk 2031Z04567")
    body = f"<w:p><w:r><w:drawing><w:txbxContent>{inside}</w:txbxContent></w:drawing></w:r></w:p>"
    read = record("b.docx", docx(body + "".join(map(paragraph, lines))))
    assert (read["case"], read["letter_date"]) == (["2031Z00009"], "2031-04-12")


def test_the_day_beside_the_letter_is_shown_where_it_stands() -> None:
    document = read_bytes("b.docx", boxed("Datum", "11 april 2031"))
    (day,) = [fact for fact in kg.extract(document).mentions("header") if fact.record()["name"] == "letter_date"]
    assert [document.quote(span) for span in day.spans] == ["11 april 2031"]


def test_small_rows_to_the_left_of_the_letter_stay_in_it() -> None:
    rows: list[Printed] = [(100, 500, 6.5, "Gemeente"), (200, 500, 6.5, "2031"), (100, 491, 6.5, "Waterstad")]
    text = read_bytes("b.pdf", pdf([[*column(LETTER, x=150), *rows]])).text
    assert "Gemeente" in text.partition("Antwoord 1")[2]
