"""HTML as people have it: saved by a browser, copied out of mail, laid out in tables."""

from __future__ import annotations

import pytest

import kg
from kg.read import read_bytes
from kg.records import Document


def _read(body: str) -> Document:
    return read_bytes("b.html", f"<html><body>{body}</body></html>".encode())


@pytest.mark.parametrize(
    "body",
    [
        "<p>Een</p><p>twee</p>",
        "<p>Een</p>\n  <p class='x'>twee</p>",
        "Een<br><br>twee",
        "Een<br> <br/>twee<br>",
        "<div>Een</div><div><br></div><div>twee</div>",
        "<div>Een</div><div><span><br></span></div><div>twee</div>",
        "<pre>Een\n\ntwee\n</pre>",
        "<table><tr><td>Een</td></tr><tr><td>twee</td></tr></table>",
        "<table><tr><td></td><td><p>Een</p><p>twee</p></td></tr></table>",
        "<table><tr><td><table><tr><td>Een</td></tr><tr><td>twee</td></tr></table></td><td> </td></tr></table>",
    ],
)
def test_paragraphs_are_apart_however_they_are_set(body: str) -> None:
    assert _read(body).text == "Een\n\ntwee\n"


@pytest.mark.parametrize("body", ["<p>Een<br>twee</p>", "<div>Een</div><div>twee</div>", "<pre>Een\ntwee</pre>"])
def test_lines_of_a_paragraph_are_not(body: str) -> None:
    assert _read(body).text == "Een\ntwee\n"


def test_a_table_of_figures_within_a_table_that_lays_out_a_page_is_read_once_as_a_table() -> None:
    figures = "<table><tr><th>Jaar</th><th><p>2031</p></th></tr><tr><td>Bedrag</td><td>1,2</td></tr></table>"
    document = _read(f"<table><tr><td>Menu</td><td><p>Zie de tabel.</p>{figures}<p>Ja.</p></td></tr></table>")
    assert document.text == "Menu\n\nZie de tabel.\nJaar\t2031\nBedrag\t1,2\nJa.\n"
    (table,) = (block for block in document.blocks if block.kind == "table")
    assert document.quote(table.span) == "Jaar\t2031\nBedrag\t1,2"


def test_hyphens_that_are_seen_at_line_ends_only_are_no_letters() -> None:
    assert _read("<p>water&shy;schap\xad</p>").text == "waterschap\n"


def test_questions_without_numbers_are_its_paragraphs() -> None:
    head = "<p>2031Z00012</p><p>Vragen van het lid Zandloper (D66) aan de Minister van Financiën over de pont</p>"
    asked = ["Kent u de pont?", "Vaart zij? Zo nee, waarom niet?", "Wat kost zij?"]
    record = kg.record(kg.extract(_read(head + "".join(f"<p>{each}</p>" for each in asked))))
    assert [each["text"] for each in record["questions"]] == asked
