"""What Word keeps in its file and does not print, and what it prints and does not keep as text (row 15)."""

from __future__ import annotations

from typing import Any

import pytest
from read.word import docx, paragraph, part

import kg
from kg.read import read_bytes
from kg.records import Document

HEAD = "".join(
    map(
        paragraph,
        (
            "Vragen van het lid Van Tuinen (Waterpartij) aan de Minister van Financiën over het peil (ingezonden 3 maart 2031).",
            "Antwoord van Minister Oldenhof (Financiën) (ontvangen 11 april 2031).",
        ),
    )
)
FOOTNOTE = part(
    "footnotes",
    "<w:footnote w:id='1'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> De Klok, 2 mei 2030.</w:t></w:r></w:p></w:footnote>",
)


def read(body: str, parts: dict[str, str] | None = None) -> Document:
    return read_bytes("b.docx", docx(body, parts))


def said(body: str, parts: dict[str, str] | None = None) -> tuple[list[Any], list[Any]]:
    """Questions (number, text) and answers (to, text) of a document with this body after its headings."""
    record = kg.record(kg.extract(read(HEAD + body, parts)))
    questions = [(each["n"], each["text"]) for each in record["questions"]]
    return questions, [(each["to"], each["text"]) for each in record["answers"]]


def item(text: str, number: int = 1, mark: str = "") -> str:
    """A paragraph of a list; `mark` says what was done with its end."""
    return paragraph(text, f"<w:numPr><w:ilvl w:val='0'/><w:numId w:val='{number}'/></w:numPr><w:rPr>{mark}</w:rPr>")


def level(text: str, style: str = "decimal", start: int = 1) -> str:
    return f"<w:lvl w:ilvl='0'><w:start w:val='{start}'/><w:numFmt w:val='{style}'/><w:lvlText w:val='{text}'/></w:lvl>"


def numbering(*lists: str, uses: str = "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>") -> dict[str, str]:
    inside = "".join(f"<w:abstractNum w:abstractNumId='{at}'>{each}</w:abstractNum>" for at, each in enumerate(lists))
    return {"numbering": part("numbering", inside + uses)}


@pytest.mark.parametrize(("value", "seen"), [("", False), ("1", False), ("true", False), ("0", True), ("false", True)])
def test_text_is_hidden_only_where_its_property_holds(value: str, *, seen: bool) -> None:
    """Row 15."""
    property_ = f"<w:vanish w:val='{value}'/>" if value else "<w:vanish/>"
    body = f"<w:p><w:r><w:rPr>{property_}</w:rPr><w:t>dit</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>"
    assert read(body).text == ("dit.\n" if seen else ".\n")


def test_a_deleted_paragraph_takes_no_number_of_its_list() -> None:
    """Row 15: tracked changes are read as accepted."""
    deleted = "<w:del><w:r><w:delText>Weg?</w:delText></w:r></w:del>"
    gone = item("", mark="<w:del/>").replace("<w:r>", f"{deleted}<w:r>")
    parts = numbering(level("%1."))
    assert read(item("een") + gone + item("twee"), parts).text == "1. een\n2. twee\n"
    assert read(item("een") + gone, parts).text == "1. een\n"


def test_paragraphs_whose_end_was_deleted_are_one() -> None:
    """Row 15."""
    parts = numbering(level("%1."))
    assert read(item("Een ", mark="<w:del/>") + item("zin", mark="<w:moveFrom/>") + paragraph(".")).text == "Een zin.\n"
    assert read(item("Een ", mark="<w:del/>") + item("zin."), parts).text == "1. Een zin.\n"
    assert read(item("een", mark="<w:ins/>") + item("twee"), parts).text == "1. een\n2. twee\n"
    assert read(paragraph("Slot.", "<w:rPr><w:del/></w:rPr>")).text == "Slot.\n"


def test_lists_may_be_known_by_the_name_of_their_style() -> None:
    linked = "<w:numStyleLink w:val='Vragen'/>"
    parts = numbering(linked, "<w:styleLink w:val='Vragen'/>" + level("Vraag %1"))
    assert read(item("Klopt dit?") + item("En dit?"), parts).text == "Vraag 1 Klopt dit?\nVraag 2 En dit?\n"
    assert read(item("Klopt dit?"), numbering(linked)).text == "Klopt dit?\n", "the style is not in the file"


def test_the_use_of_a_list_may_change_how_it_is_numbered() -> None:
    own = f"<w:lvlOverride w:ilvl='0'>{level('%1)', 'lowerLetter', 3)}</w:lvlOverride>"
    uses = "".join(
        f"<w:num w:numId='{at}'><w:abstractNumId w:val='0'/>{changed}</w:num>" for at, changed in ((1, own), (2, ""))
    )
    parts = numbering(level("•", "bullet"), uses=uses)
    assert read(item("drie") + item("vier"), parts).text == "c) drie\nd) vier\n"
    assert read(item("punt", 2), parts).text == "• punt\n"


@pytest.mark.parametrize("form", ["%1", "%1.", "%1)", "(%1)", "Vraag %1", "Vraag %1:"])
def test_questions_of_a_list_are_found_however_it_prints_its_numbers(form: str) -> None:
    body = item("Kent u het peil?") + paragraph("Antwoord") + paragraph("Ja.")
    body += item("Klopt dit?") + paragraph("Antwoord") + paragraph("Nee.")
    assert said(body, numbering(level(form))) == (
        [(1, "Kent u het peil?"), (2, "Klopt dit?")],
        [([1], "Ja."), ([2], "Nee.")],
    )


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def texts(*row: str) -> tuple[str, ...]:
    return tuple(map(paragraph, row))


ASKED = ([(1, "Kent u het peil?"), (2, "Klopt dit?")], [([1], "Ja."), ([2], "Nee.")])


@pytest.mark.parametrize(
    "rows",
    [
        [("Nr.", "Vraag", "Antwoord"), ("1", "Kent u het peil?", "Ja."), ("2", "Klopt dit?", "Nee.")],
        [("", "Vragen", "Antwoorden"), ("1.", "Kent u het peil?", "Ja."), ("2.", "Klopt dit?", "Nee.")],
        [("Nummer", "VRAAG", "Reactie"), ("Vraag 1", "Kent u het peil?", "Ja."), ("Vraag 2", "Klopt dit?", "Nee.")],
        [("Vraag", "Antwoord"), ("Kent u het peil?", "Ja."), ("Klopt dit?", "Nee.")],
        [("Vraag", "Antwoord"), ("1. Kent u het peil?", "Ja."), ("2. Klopt dit?", "Nee.")],
    ],
)
def test_rows_of_questions_and_answers_are_questions_and_answers(rows: list[tuple[str, ...]]) -> None:
    assert said(table(*(texts(*row) for row in rows))) == ASKED


def test_rows_of_questions_may_hold_paragraphs_notes_and_lists() -> None:
    mark = "<w:r><w:footnoteReference w:id='1'/></w:r></w:p>"
    asked = paragraph("Kent u het peil?").replace("</w:p>", mark)
    rows = (texts("Vraag", "Antwoord"), (item("Wat is dit?") + paragraph("Graag uitleg."), paragraph("Water.")))
    parts = numbering(level("%1."))
    assert said(table(*rows), parts) == ([(1, "Wat is dit? Graag uitleg.")], [([1], "Water.")])
    rows = (texts("Nr", "Vraag", "Antwoord"), (paragraph("4"), asked, paragraph("Ja.") + paragraph("Altijd.")))
    record = kg.record(kg.extract(read(HEAD + table(*rows), {"footnotes": FOOTNOTE})))
    assert [(n["label"], n["at"]) for n in record["notes"]] == [("1", ["question 4"])]
    assert [a["text"] for a in record["answers"]] == ["Ja. Altijd."]


@pytest.mark.parametrize(
    "rows",
    [
        [("Jaar", "Vraag", "Aanbod"), ("2031", "12", "14")],
        [("Vraag", "Aanbod"), ("12", "14")],
        [("Nr.", "Antwoord", "Vraag"), ("1", "Ja.", "Klopt dit?")],
        [("Nr.", "Vraag", "Antwoord"), ("a", "Klopt dit?", "Ja.")],
        [("Vraag", "Antwoord")],
    ],
)
def test_other_tables_stay_tables(rows: list[tuple[str, ...]]) -> None:
    expected = "".join("\t".join(row) + "\n" for row in rows)
    assert read(table(*(texts(*row) for row in rows))).text == expected


def test_notes_of_a_text_box_are_notes_and_are_counted_where_it_stands() -> None:
    """Row 15: text boxes and footnotes."""
    reference = "<w:r><w:footnoteReference w:id='{}'/></w:r>"
    box = f"<w:txbxContent><w:p><w:r><w:t>Kader</w:t></w:r>{reference.format(1)}</w:p></w:txbxContent>"
    body = f"<w:p><w:r><w:t>Een</w:t>{box.join(('<w:drawing>', '</w:drawing>'))}</w:r></w:p>"
    body += f"<w:p><w:r><w:t>Twee</w:t></w:r>{reference.format(2)}</w:p>"
    second = "<w:footnote w:id='2'><w:p><w:r><w:t>Kamerstuk.</w:t></w:r></w:p></w:footnote>"
    document = read(body, {"footnotes": FOOTNOTE.replace("</w:footnotes>", f"{second}</w:footnotes>")})
    assert document.text == "Een\nTwee2\n1 De Klok, 2 mei 2030.\n2 Kamerstuk.\nKader1"


@pytest.mark.parametrize(
    ("font", "place", "sign"),
    [
        ("Symbol", "F0A0", "€"),
        ("Symbol", "F0B3", "≥"),
        ("Symbol", "F06D", "μ"),
        ("Symbol", "B7", "•"),
        ("Wingdings", "F0FC", "✓"),
        ("Arial", "20AC", "€"),
        ("", "0041", "A"),
    ],
)
def test_signs_that_are_named_by_their_place_in_a_font(font: str, place: str, sign: str) -> None:
    document = read(f"<w:p><w:r><w:t>a</w:t><w:sym w:font='{font}' w:char='{place}'/><w:t>b</w:t></w:r></w:p>")
    assert (document.text, document.issues) == (f"a{sign}b\n", ())


@pytest.mark.parametrize(("font", "place"), [("Webdings", "F061"), ("Symbol", "F0FF"), ("Arial", "E001"), ("", "x")])
def test_signs_that_nobody_knows_are_told_at_their_place(font: str, place: str) -> None:
    document = read(f"<w:p><w:r><w:t>a</w:t><w:sym w:font='{font}' w:char='{place}'/><w:t>b</w:t></w:r></w:p>")
    assert document.text == "a\N{REPLACEMENT CHARACTER}b\n"
    (issue,) = document.issues
    assert (issue.rule, [document.quote(span) for span in issue.spans]) == (
        "word/symbol",
        ["\N{REPLACEMENT CHARACTER}"],
    )


@pytest.mark.parametrize("level", ["{}", "<w:p><w:r>{}</w:r></w:p>", "<w:p>{}</w:p>"], ids=["block", "text", "run"])
def test_what_is_written_twice_for_old_and_new_programs_is_read_once(level: str) -> None:
    text = {"{}": "<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "<w:p>{}</w:p>": "<w:r><w:t>{}</w:t></w:r>"}
    ways = [f"<mc:{way}>{text.get(level, '<w:t>{}</w:t>').format('Ja.')}</mc:{way}>" for way in ("Choice", "Fallback")]
    assert read(level.format(f"<mc:AlternateContent>{''.join(ways)}</mc:AlternateContent>")).text == "Ja.\n"
    unknown = f"<mc:AlternateContent><mc:Choice><w:x/></mc:Choice>{ways[1]}</mc:AlternateContent>"
    assert read(level.format(unknown)).text == "Ja.\n"


def test_questions_that_end_with_the_mark_of_an_end_note_are_told_apart() -> None:
    reference = "<w:r><w:endnoteReference w:id='1'/></w:r>"
    body = paragraph("Vraag 1 en 2") + f"<w:p><w:r><w:t>Kent u de pont?</w:t></w:r>{reference}</w:p>"
    body += paragraph("Vaart zij?") + paragraph("Antwoord 1 en 2") + paragraph("Ja.")
    note = "<w:endnote w:id='1'><w:p><w:r><w:t>De Klok, 2 mei 2030.</w:t></w:r></w:p></w:endnote>"
    record = kg.record(kg.extract(read(body, {"endnotes": part("endnotes", note)})))
    assert [each["text"] for each in record["questions"]] == ["Kent u de pont?", "Vaart zij?"]


def test_documents_that_word_would_insert_are_told() -> None:
    (issue,) = read(paragraph("Ja.") + "<w:altChunk r:id='rId9'/>").issues
    assert (issue.rule, issue.degrades) == ("word/inserted", True)
