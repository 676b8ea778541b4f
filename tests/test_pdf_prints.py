"""The same letter as other producers print it: turned, cut out, in pixels, with other marks and distances."""

from __future__ import annotations

import io
import re

import pikepdf
import pypdfium2 as pdfium
import pytest
from read.paper import A4, Printed, column, content, document, pdf, stored, width

import kg
from kg.read import read_bytes
from kg.records import Document, Span

_LETTER = [
    "Vraag 1",
    "Klopt het dat de sluis al sinds mei dicht is?",
    "",
    "Antwoord op vraag 1",
    "Ja, en het blijft zo.",
]
_SIDE: list[Printed] = [
    (468, 690, 6.5, "Onze referentie"),
    (468, 680, 6.5, "2031-44"),
    (468, 60, 6.5, "Pagina 1 van 1"),
]
_PAGE: list[Printed] = [*column(_LETTER), *_SIDE, (80, 74, 4.6, "1"), (83, 71, 7, "De Klok, 2 mei 2031.")]
_TURNS = {
    0: (1, 0, 0, 1, 0, 0),
    90: (0, 1, -1, 0, A4[1], 0),
    180: (-1, 0, 0, -1, *A4),
    270: (0, -1, 1, 0, 0, A4[0]),
}


def _blocks(found: Document, kind: str) -> list[tuple[str | None, str]]:
    return [(block.label, found.quote(block.span)) for block in found.blocks if block.kind == kind]


def _laid(matrix: tuple[float, ...], media: tuple[float, ...], **keys: object) -> bytes:
    """The page drawn through a matrix on paper with these edges."""
    drawn = b"q %f %f %f %f %f %f cm\n" % matrix + content(_PAGE) + b"\nQ"
    made = document([drawn])
    made.pages[0].obj.MediaBox = pikepdf.Array(media)
    for key, value in keys.items():
        made.pages[0].obj[f"/{key}"] = pikepdf.Array(value) if isinstance(value, tuple) else value
    return stored(made)


def _all_printed_there(found: Document, data: bytes) -> bool:
    text = pdfium.PdfDocument(data)[0].get_textpage()
    return bool(found.boxes) and all(
        re.sub(r"\W", "", found.quote(Span(box.start, box.end)))
        in re.sub(r"\W", "", text.get_text_bounded(box.left - 1, box.bottom - 1, box.right + 1, box.top + 1))
        for box in found.boxes
    )


@pytest.mark.parametrize("says", [True, False], ids=["told", "not told"])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read_as_if_upright(turn: int, *, says: bool) -> None:
    media = (0, 0, *(A4 if turn % 180 == 0 else A4[::-1]))
    data = _laid(_TURNS[turn], media, **({"Rotate": turn} if says else {}))
    found = read_bytes("b.pdf", data)
    assert found.text == read_bytes("b.pdf", pdf([_PAGE])).text
    assert _blocks(found, "note") == [("1", "De Klok, 2 mei 2031.")]
    assert _all_printed_there(found, data)


def test_a_page_that_the_file_turns_though_its_letters_are_upright_is_read() -> None:
    found = read_bytes("b.pdf", _laid(_TURNS[0], (0, 0, *A4), Rotate=90))
    assert found.text == read_bytes("b.pdf", pdf([_PAGE])).text


def test_a_page_cut_out_of_a_larger_sheet_is_read_by_its_own_edges() -> None:
    data = _laid((1, 0, 0, 1, 700, 300), (0, 0, 1400, 1200), CropBox=(700, 300, 700 + A4[0], 300 + A4[1]))
    found = read_bytes("b.pdf", data)
    assert found.text == read_bytes("b.pdf", pdf([_PAGE])).text
    assert _all_printed_there(found, data)
    assert not found.issues


def test_links_of_a_page_that_lies_on_its_side_are_found() -> None:
    made = pikepdf.open(io.BytesIO(_laid(_TURNS[90], (0, 0, *A4[::-1]), Rotate=90)))
    upright = (79, 685, 80 + width("Klopt het dat", 9) + 1, 695)
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Link,
        Rect=pikepdf.Array([A4[1] - upright[3], upright[0], A4[1] - upright[1], upright[2]]),
        A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://voorbeeld.example/sluis")),
    )
    made.pages[0].obj.Annots = pikepdf.Array([made.make_indirect(link)])
    found = read_bytes("b.pdf", stored(made))
    assert _blocks(found, "link") == [("https://voorbeeld.example/sluis", "Klopt het dat")]


@pytest.mark.parametrize("scale", [0.24, 0.75, 4.0])
def test_sizes_are_those_on_paper_whatever_the_units_of_the_producer(scale: float) -> None:
    """Browsers print in pixels: a font of 12 that is drawn at three quarters is one of 9 points."""
    rows = [(80 + 30 * c, 500 - 12 * r, 9, text) for r, row in enumerate(("123", "456")) for c, text in enumerate(row)]
    page = [*_marked("Dat staat in mijn brief.", 600, "1"), *_PAGE, *rows]
    large = [(x / scale, y / scale, size / scale, text) for x, y, size, text in page]
    data = stored(document([b"q %f 0 0 %f 0 0 cm\n" % (scale, scale) + content(large) + b"\nQ"]))
    found = read_bytes("b.pdf", data)
    assert found.text == read_bytes("b.pdf", pdf([page])).text
    assert "1\t2\t3\n4\t5\t6" in found.text
    assert _blocks(found, "mark") == [("1", "1")]


def _marked(text: str, y: float, mark: str) -> list[Printed]:
    return [(80, y, 9, text), (80 + width(text, 9) + 0.5, y + 3.4, 5.2, mark)]


def _with_notes(mark: str, *notes: str) -> Document:
    small = [(80, 70 - 9 * place, 7, note) for place, note in enumerate(notes)]
    return read_bytes("b.pdf", pdf([[*column(_LETTER), *_marked("Dat staat er.", 600, mark), *small]]))


def test_marks_side_by_side_are_two_where_no_note_has_that_number() -> None:
    two = _with_notes("12", "1 De Klok.", "2 De Bel.")
    assert _blocks(two, "mark") == [("1", "1"), ("2", "2")]
    many = _with_notes("12", *(f"{n} Blad {n}." for n in range(1, 13)))
    assert _blocks(many, "mark") == [("12", "12")]
    assert _blocks(_with_notes("13", "1 De Klok.", "2 De Bel.", "3 De Hoorn."), "mark") == []


@pytest.mark.parametrize("form", ["[1]", "1)"])
def test_marks_may_have_brackets(form: str) -> None:
    found = _with_notes(form, f"{form} De Klok, 2 mei 2031.")
    assert _blocks(found, "mark") == [("1", form)]
    assert _blocks(found, "note") == [("1", "De Klok, 2 mei 2031.")]


def test_raised_numbers_are_marks_of_notes_at_the_end_of_the_letter() -> None:
    head = [
        "Vraag 1",
        "",
        "",
        "Antwoord 1",
        "Zie de brief.",
        "",
        "",
        "1 De Klok, 2 mei 2031, Een sluis die dicht blijft",
    ]
    asked = _marked("Weet u van 30 juni 2022", 688, "1")
    power = _marked("Het zijn er 10", 676, "1")
    record = kg.record(kg.extract(read_bytes("b.pdf", pdf([[*column(head), *asked, *power]]))))
    assert [each["text"] for each in record["questions"]] == ["Weet u van 30 juni 2022 Het zijn er 101"]


def test_paragraphs_of_a_line_are_paragraphs() -> None:
    """Most distances of such a page are those of paragraphs."""
    asked = ["Kent u de pont?", "Vaart zij?", "Wat kost zij per jaar, en wie", "betaalt dat?", "Blijft zij varen?"]
    heights = [700, 680, 660, 648, 628]
    found = read_bytes("b.pdf", pdf([[(80, y, 9, text) for y, text in zip(heights, asked, strict=True)]]))
    assert found.text == "\n\n".join([*asked[:2], "\n".join(asked[2:4]), asked[4]]) + "\n"


@pytest.mark.parametrize("lower", [0, 4.9])
def test_the_large_number_of_a_publication_stands_before_its_heading(lower: float) -> None:
    head = ["Vragen van het lid Zandloper (D66) aan de Minister van", "Financiën over de pont (ingezonden 2 mei 2031)."]
    page = [(40, 700 - lower, 14, "903"), *column([*head, "", "Vraag 1", "Wat kost de pont?"], x=150)]
    found = read_bytes("b.pdf", pdf([page]))
    assert found.text.startswith(f"903\t{head[0]}\n{head[1]}\n")
    record = kg.record(kg.extract(found))
    assert [(each["name"], each["at"]) for each in record["askers"]] == [("Zandloper", ["heading"])]
    assert [each["portfolio"] for each in record["addressees"]] == ["Financiën"]
