"""Every format gives the same kind of text; what the reader knows is in blocks that lie in it."""

from __future__ import annotations

import hashlib
import importlib
import io
import json
import os
import pkgutil
import re
import time
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from read.paper import Printed, column, pdf, stored, width
from read.word import docx, paragraph, part

import kg
from kg.read import __path__ as kg_read_path
from kg.read import read, read_bytes, readers
from kg.read._apart import _workers
from kg.read._draft import Draft, canonical
from kg.read.text import _MOJIBAKE
from kg.records import Block, Box, Document, Source, Span

SHARED = Path(__file__).parents[1].parent / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the folder ../shared with real documents is not there")


def blocks(document: Document, kind: str) -> list[tuple[str | None, str]]:
    return [(block.label, document.quote(block.span)) for block in document.blocks if block.kind == kind]


def squeezed(text: str) -> str:
    """A text as the gold compares it: without white space and hyphens, quotation marks all alike."""
    return re.sub(r"[\s\-‐‑­]+", "", text.translate(dict.fromkeys(map(ord, "‘’“”«»'"), '"')))


def assert_gold_occurs(document: Document, gold: Path) -> None:
    text = squeezed(document.text)
    said = json.loads(gold.read_text(encoding="utf-8"))
    for item in [*said["questions"], *said["answers"]]:
        first = text.find(squeezed(item["start"]))
        assert first >= 0, item
        assert text.find(squeezed(item["end"]), first) >= 0, item


# --- plain text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-32"])
def test_text_is_the_same_in_every_encoding(encoding: str) -> None:
    """Row 23."""
    text = "Vraag 1\nKent u het «rapport» over het café in Múnnekeburen?\n"
    assert read_bytes("brief.txt", text.encode(encoding)).text == text


def test_utf16_big_endian_with_mark() -> None:
    """Row 23."""
    assert read_bytes("b.txt", b"\xfe\xff" + "één".encode("utf-16-be")).text == "één"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_known_by_its_empty_bytes(encoding: str) -> None:
    """Row 23."""
    text = "Vraag 1\nKost de «coördinatie» – zegt ’s-Hertogenbosch – echt € 5 miljoen?\n"
    for kept in (text, text * 300):
        document = read_bytes("b.txt", kept.encode(encoding))
        assert document.text == kept
        assert [issue.rule for issue in document.issues] == ["text/encoding"]


@pytest.mark.parametrize("place", [0, 9, 4_200, -1])
def test_a_nul_in_a_text_is_left_out_and_counted(place: int) -> None:
    """Row 25."""
    text = "Vraag 1\nKlopt dit? " * 300
    document = read_bytes("b.txt", (text[:place] + "\0" + text[place:]).encode())
    assert document.text == text
    (issue,) = document.issues
    assert (issue.rule, "U+0000 1×" in issue.message) == ("read/characters", True)


def test_lines_of_two_encodings_pasted_together_are_both_read() -> None:
    """Row 23."""
    data = "financiën\n".encode() + "coördinatie €\n".encode("cp1252")
    assert read_bytes("b.txt", data).text == "financiën\ncoördinatie €\n"


def test_mojibake_is_repaired_where_the_line_goes_there_and_back() -> None:
    """Row 24."""
    text = "De financiën zijn ‘op orde’, zegt Ypeşil."
    damaged = text.encode().decode("cp1252")
    assert read_bytes("b.txt", damaged.encode()).text == text


@pytest.mark.parametrize("rounds", [2, 3])
def test_mojibake_of_mojibake_is_repaired(rounds: int) -> None:
    """Row 24."""
    damaged = text = "De financiën zijn op orde: België betaalt € 5."
    for _ in range(rounds):
        damaged = damaged.encode().decode("cp1252")
    assert read_bytes("b.txt", damaged.encode()).text == text


def test_what_only_looks_like_mojibake_is_left() -> None:
    """Row 24."""
    for text in ("«CAFÉ» en â€ naast ë", "De letter Ã staat hier."):
        assert read_bytes("b.txt", text.encode()).text == text


def test_line_ends_form_feeds_and_controls() -> None:
    """Row 25."""
    data = b"Vraag 1\r\nEen\rtwee\fdrie\x0bvier\tvijf\x07\x00"
    assert read_bytes("b.txt", data).text == "Vraag 1\nEen\ntwee\ndrie\nvier\tvijf"


def test_the_hyphen_of_pdfium_is_a_hyphen_at_a_line_end() -> None:
    """Row 10."""
    assert canonical("weten\ufffeschap") == canonical("weten\ufffe\nschap") == "weten-\nschap"


def test_text_is_otherwise_left_as_it_is() -> None:
    """Rows 10, 26 and 27: what is printed is kept."""
    text = "  Coördina-\ntor  cafe\u0301\u200b\u00ad \n\n"
    assert read_bytes("b.txt", text.encode()).text == text


def test_the_source_names_the_file_and_hashes_its_bytes() -> None:
    source = read_bytes("map/brief\n.txt", b"Vraag 1").source
    assert (source.name, source.media_type) == ("brief\\n.txt", "text/plain")
    assert source.sha256 == hashlib.sha256(b"Vraag 1").hexdigest()


def test_every_format_has_media_types_of_its_own() -> None:
    types = [media_type for reader in readers().values() for media_type in reader.MEDIA_TYPES]
    assert len(types) == len(set(types)) >= len(readers())
    assert list(readers())[-1] == "text"


# --- Word


def test_word_paragraphs_are_lines() -> None:
    body = paragraph("Vraag 1") + "<w:p/>" + paragraph("Klopt dit?")
    assert read_bytes("b.docx", docx(body)).text == "Vraag 1\n\nKlopt dit?\n"


def test_word_breaks_tabs_and_hyphens() -> None:
    run = "<w:t>een</w:t><w:br/><w:t>twee</w:t><w:tab/><w:t>drie</w:t><w:noBreakHyphen/><w:t>vier</w:t><w:softHyphen/>"
    document = read_bytes("b.docx", docx(f"<w:p><w:r>{run}<w:t>vijf&#xAD;zes</w:t></w:r></w:p>"))
    assert document.text == "een\ntwee\tdrie-viervijfzes\n"


def test_word_deletions_comments_hidden_text_and_field_codes_are_out() -> None:
    """Row 15."""
    body = (
        "<w:p><w:del><w:r><w:delText>niet</w:delText><w:t>niet</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>wel</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>niet</w:t></w:r></w:moveFrom>"
        "<w:commentRangeStart/><w:r><w:commentReference w:id='1'/></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>niet</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText> DOCPROPERTY onderwerp </w:instrText><w:t>niet</w:t>"
        "<w:fldChar w:fldCharType='separate'/><w:t> en dit</w:t><w:fldChar w:fldCharType='end'/></w:r></w:p>"
    )
    parts = {"comments": part("comments", f"<w:comment w:id='1'>{paragraph('opmerking')}</w:comment>")}
    assert read_bytes("b.docx", docx(body, parts)).text == "wel en dit\n"


def _note(kind: str, number: int, text: str) -> str:
    ref = f"<w:{kind}Ref/>"
    return f"<w:{kind} w:id='{number}'><w:p><w:r>{ref}</w:r><w:r><w:t> {text}</w:t></w:r></w:p></w:{kind}>"


def _reference(kind: str, number: int) -> str:
    return f"<w:r><w:{kind}Reference w:id='{number}'/></w:r>"


def test_word_notes_are_numbered_as_printed_and_stand_at_the_end() -> None:
    """Row 15."""
    body = (
        f"<w:p><w:r><w:t>Ja.</w:t></w:r>{_reference('footnote', 9)}{_reference('endnote', 4)}"
        f"<w:r><w:t> Nee.</w:t></w:r>{_reference('footnote', 3)}</w:p>"
    )
    separator = "<w:footnote w:id='0' w:type='separator'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
    notes = separator + _note("footnote", 3, "De Klok, 2 mei 2031.") + _note("footnote", 9, "Kamerstuk 99 001, nr. 7.")
    parts = {"footnotes": part("footnotes", notes), "endnotes": part("endnotes", _note("endnote", 4, "Eindnoot."))}
    document = read_bytes("b.docx", docx(body, parts))
    assert document.text == "Ja.1i Nee.2\n1 Kamerstuk 99 001, nr. 7.\ni Eindnoot.\n2 De Klok, 2 mei 2031."
    assert blocks(document, "mark") == [("1", "1"), ("i", "i"), ("2", "2")]
    assert blocks(document, "note") == [
        ("1", "Kamerstuk 99 001, nr. 7."),
        ("i", "Eindnoot."),
        ("2", "De Klok, 2 mei 2031."),
    ]


def test_the_mark_before_a_note_is_no_text_of_the_letter() -> None:
    parts = {"footnotes": part("footnotes", _note("footnote", 1, "De Klok."))}
    document = read_bytes("b.docx", docx(f"<w:p><w:r><w:t>Ja.</w:t></w:r>{_reference('footnote', 1)}</w:p>", parts))
    assert document.text == "Ja.1\n1 De Klok."
    assert [(block.kind, block.span.start) for block in document.blocks] == [("mark", 3), ("furniture", 5), ("note", 7)]


def test_word_endnotes_numbered_like_footnotes_keep_labels_of_their_own() -> None:
    body = f"<w:p><w:r><w:t>A</w:t></w:r>{_reference('footnote', 1)}{_reference('endnote', 1)}</w:p>"
    parts = {
        "footnotes": part("footnotes", _note("footnote", 1, "voet")),
        "endnotes": part("endnotes", _note("endnote", 1, "eind")),
        "settings": part("settings", "<w:endnotePr><w:numFmt w:val='decimal'/></w:endnotePr>"),
    }
    document = read_bytes("b.docx", docx(body, parts))
    assert document.text == "A11\n1 voet\n1 eind"
    assert blocks(document, "note") == [("1", "voet"), ("e1", "eind")]


def test_word_note_with_a_mark_of_its_own() -> None:
    mark = "<w:r><w:footnoteReference w:id='1' w:customMarkFollows='1'/><w:t>*</w:t></w:r>"
    parts = {"footnotes": part("footnotes", _note("footnote", 1, "voet"))}
    document = read_bytes("b.docx", docx(f"<w:p><w:r><w:t>A</w:t></w:r>{mark}</w:p>", parts))
    assert document.text == "A*\n* voet"
    assert blocks(document, "note") == [("*", "voet")]


def _numbering(*levels: tuple[str, str]) -> str:
    inside = "".join(
        f"<w:lvl w:ilvl='{depth}'><w:start w:val='1'/><w:numFmt w:val='{style}'/><w:lvlText w:val='{text}'/></w:lvl>"
        for depth, (style, text) in enumerate(levels)
    )
    numbers = "<w:num w:numId='7'><w:abstractNumId w:val='3'/></w:num>"
    again = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>"
    numbers += f"<w:num w:numId='8'><w:abstractNumId w:val='3'/>{again}</w:num>"
    return part("numbering", f"<w:abstractNum w:abstractNumId='3'>{inside}</w:abstractNum>{numbers}")


def _item(text: str, depth: int = 0, number: int = 7) -> str:
    return paragraph(text, f"<w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='{number}'/></w:numPr>")


def test_word_list_numbers_are_typed_out() -> None:
    body = (
        _item("een") + _item("eerst", 1) + _item("dan", 1) + _item("twee") + _item("weer", 1) + _item("opnieuw", 0, 8)
    )
    parts = {"numbering": _numbering(("decimal", "%1."), ("lowerLetter", "%1%2)"))}
    document = read_bytes("b.docx", docx(body, parts))
    assert document.text.split("\n") == ["1. een", "1a) eerst", "1b) dan", "2. twee", "2a) weer", "1. opnieuw", ""]
    assert blocks(document, "list")[0] == (None, "1. een")


def test_word_list_numbers_may_come_from_the_style() -> None:
    styles = part(
        "styles",
        "<w:style w:type='paragraph' w:styleId='Basis'><w:name w:val='Basis'/>"
        "<w:pPr><w:numPr><w:numId w:val='7'/></w:numPr></w:pPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='Punt'><w:name w:val='Punt'/><w:basedOn w:val='Basis'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='Kop1'><w:name w:val='heading 1'/></w:style>",
    )
    body = paragraph("punt", "<w:pStyle w:val='Punt'/>") + paragraph("Vraag 1", "<w:pStyle w:val='Kop1'/>")
    parts = {"styles": styles, "numbering": _numbering(("bullet", "&#xF0B7;"))}
    document = read_bytes("b.docx", docx(body, parts))
    assert document.text == "• punt\nVraag 1\n"
    assert blocks(document, "heading") == [(None, "Vraag 1")]


def _table(*rows: tuple[str, ...]) -> str:
    return f"<w:tbl>{''.join('<w:tr>' + ''.join(f'<w:tc>{c}</w:tc>' for c in row) + '</w:tr>' for row in rows)}</w:tbl>"


def test_word_tables_are_rows_with_tabs() -> None:
    body = _table((paragraph("Jaar"), paragraph("2031")), (paragraph("Bedrag"), paragraph("€ 3 miljoen")))
    document = read_bytes("b.docx", docx(body))
    assert document.text == "Jaar\t2031\nBedrag\t€ 3 miljoen\n"
    assert len(blocks(document, "table")) == 1


def test_word_tables_that_lay_out_a_letter_are_paragraphs() -> None:
    document = read_bytes("b.docx", docx(_table((paragraph("Vraag 1") + paragraph("Klopt dit?"), "<w:p/>"))))
    assert document.text.strip() == "Vraag 1\nKlopt dit?"
    assert not blocks(document, "table")


def test_word_links_give_the_address_behind_the_text() -> None:
    run = "<w:r><w:t>het bericht</w:t></w:r>"
    address = "https://voorbeeld.example/stuk?x=1&amp;y=2"
    shown = "<w:hyperlink r:id='rId9'><w:r><w:t>www.voorbeeld.example</w:t></w:r></w:hyperlink>"
    links = {"rId8": address, "rId9": "http://www.voorbeeld.example/"}
    body = f"<w:p><w:hyperlink r:id='rId8'>{run}</w:hyperlink>{shown}</w:p>"
    document = read_bytes("b.docx", docx(body, links=links))
    assert blocks(document, "link") == [("https://voorbeeld.example/stuk?x=1&y=2", "het bericht")]


def test_word_field_links_and_links_in_notes() -> None:
    code = '<w:instrText> HYPERLINK "https://veld.example/a" </w:instrText>'
    chars = {kind: f"<w:fldChar w:fldCharType='{kind}'/>" for kind in ("begin", "separate", "end")}
    fields = f"<w:r>{chars['begin']}{code}{chars['separate']}<w:t>hier</w:t>{chars['end']}</w:r>"
    notes = f"<w:footnote w:id='1'><w:p><w:r><w:t> </w:t></w:r>{fields}</w:p></w:footnote>"
    body = f"<w:p>{fields}{_reference('footnote', 1)}</w:p>"
    document = read_bytes("b.docx", docx(body, {"footnotes": part("footnotes", notes)}))
    assert document.text == "hier1\n1 hier"
    assert blocks(document, "link") == [("https://veld.example/a", "hier")] * 2


def test_word_letterhead_stands_at_the_end_as_furniture() -> None:
    """Row 15."""
    box = f"<w:txbxContent>{paragraph('Postbus 1')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    side = _table((paragraph("Directie Water"),)).replace(
        "<w:tr>", "<w:tblPr><w:tblpPr w:horzAnchor='page'/></w:tblPr><w:tr>", 1
    )
    body = f"<w:p><w:r><w:t>Een </w:t>{both}<w:t>zin.</w:t></w:r></w:p>{side}" + paragraph("Slot.")
    parts = {"header1": part("hdr", paragraph("Ministerie")), "footer1": part("ftr", paragraph("Pagina 1 van 2"))}
    document = read_bytes("b.docx", docx(body, parts))
    assert document.text.startswith("Een zin.\nSlot.\n")
    assert [text for _, text in blocks(document, "furniture")] == [
        "Postbus 1",
        "Directie Water",
        "Pagina 1 van 2",
        "Ministerie",
    ]


@needs_shared
@pytest.mark.parametrize("number", [1, 2, 4, 6, 8])
def test_real_word_letters_hold_every_question_and_answer(number: int) -> None:
    document = read(SHARED / "corpus" / "docx" / f"docx-{number}.docx")
    assert_gold_occurs(document, SHARED / "gold" / f"docx-{number}.json")


# --- PDF


def _marked(x: float, y: float, size: float, text: str, mark: str) -> list[Printed]:
    return [(x, y, size, text), (x + width(text, size), y + 0.38 * size, 0.58 * size, mark)]


_SIDE: list[Printed] = [
    (468, 690, 6.5, "Directie Water"),
    (468, 680, 6.5, "Postbus 1"),
    (468, 60, 6.5, "Pagina 1 van 2"),
]


def test_pdf_lines_paragraphs_and_pages() -> None:
    first = ["Vraag 1", "Klopt het dat de sluis al", "sinds mei dicht is?", "", "Antwoord op vraag 1", "Ja, en het"]
    document = read_bytes("b.pdf", pdf([column(first), column(["blijft voorlopig zo."])]))
    assert document.text.split("\n") == [*first, "blijft voorlopig zo.", ""]
    assert [(block.kind, block.page) for block in document.blocks] == [("text", 1), ("text", 2)]


def test_pdf_column_of_addresses_and_page_numbers_are_furniture() -> None:
    """Row 11."""
    body = column(["In antwoord op uw brief meld ik u dat de sluis in de loop van mei weer in bedrijf komt."])
    document = read_bytes("b.pdf", pdf([[*_SIDE, *body], [*_SIDE, *body]]))
    assert document.text.startswith("In antwoord op")
    found = [block for block in document.blocks if block.kind == "furniture"]
    assert [(document.quote(block.span), block.page) for block in found[:3]] == [
        ("Directie Water", 1),
        ("Postbus 1", 1),
        ("Pagina 1 van 2", 1),
    ]


def test_pdf_repeated_headers_are_furniture_and_headings_at_the_same_place_are_not() -> None:
    """Row 11."""
    pages = [
        [(80, 800, 9, "Tweede Kamer der Staten"), (80, 780, 9, f"Antwoord {n}"), (80, 768, 9, "Ja.")] for n in (1, 2)
    ]
    document = read_bytes("b.pdf", pdf(pages))
    assert [text for _, text in blocks(document, "furniture")] == ["Tweede Kamer der Staten"] * 2
    assert "Antwoord 1" in document.text.split("\n")


def test_pdf_notes_are_joined_with_their_raised_marks() -> None:
    page = [
        *column(["Antwoord 1", "De brug is eerder besproken in de Kamer en daarna op verzoek van het lid hersteld."]),
        *_marked(80, 664, 9, "Dat staat in mijn brief.", "1"),
        *_marked(80, 652, 9, "Daar is 40 m", "2"),
        *_marked(80, 640, 9, "Ook in de krant.", "2"),
        (80, 74, 4.6, "1"),
        (83, 71, 7, "Kamerstuk 99 001, nr. 7."),
        (80, 59, 7, "2 De Klok, 2 mei 2031, Een brug die maar niet"),
        (80, 49, 7, "open wil."),
    ]
    document = read_bytes("b.pdf", pdf([page]))
    assert blocks(document, "mark") == [("1", "1"), ("2", "2")]
    assert blocks(document, "note") == [
        ("1", "Kamerstuk 99 001, nr. 7."),
        ("2", "De Klok, 2 mei 2031, Een brug die maar niet\nopen wil."),
    ]
    assert "Dat staat in mijn brief.1\nDaar is 40 m2\nOok in de krant.2\n" in document.text


def test_pdf_of_the_official_publication_is_the_letter_with_its_notes_and_nothing_else() -> None:
    first = [
        *((150.0, 780.0, 16.0, "Tweede Kamer der Staten-Generaal"), (520.0, 780.0, 16.0, "2")),
        *((150.0, 740.0, 9.0, "Vergaderjaar 2031-2032"), (400.0, 740.0, 9.0, "Aanhangsel van de Handelingen")),
        (150.0, 700.0, 12.0, "903"),
        *column(["Vragen van het lid Zandloper (Dijkpartij) over de pont.", "", "Vraag 1"], top=670, x=150),
        *_marked(150, 634, 9, "Kent u het bericht over de pont?", "1"),
        *column(["Antwoord 1", "Ja. Over de dienstregeling is eerder overleg ge-"], top=622, x=150),
        *((150.0, 95.0, 4.0, "1"), (153.0, 92.5, 7.0, "De Klok, 2 mei 2031, De pont")),
        *((40.0, 60.0, 6.0, "ah-tk-20312032-903"), (40.0, 52.0, 6.0, "ISSN 0921 - 7398")),
        *(
            (40.0, 44.0, 6.0, "'s-Gravenhage 2032"),
            (150.0, 44.0, 6.0, "Tweede Kamer, vergaderjaar 2031-2032, Aanhangsel"),
        ),
        (540.0, 44.0, 6.0, "1"),
    ]
    second = [
        *column(["weest.", "", "Vraag 2", "Wat kost dat?"], top=780, x=150),
        *((150.0, 44.0, 6.0, "Tweede Kamer, vergaderjaar 2031-2032, Aanhangsel"), (540.0, 44.0, 6.0, "2")),
    ]
    document = read_bytes("b.pdf", pdf([first, second]))
    kept = [line for line in _letter_of(document).split("\n") if line.strip()]
    assert kept == [
        *("Tweede Kamer der Staten-Generaal", "Vergaderjaar 2031-2032\tAanhangsel van de Handelingen", "903"),
        *("Vragen van het lid Zandloper (Dijkpartij) over de pont.", "Vraag 1", "Kent u het bericht over de pont? "),
        *("Antwoord 1", "Ja. Over de dienstregeling is eerder overleg ge-", "weest.", "Vraag 2", "Wat kost dat?"),
    ]
    assert blocks(document, "mark") == [("1", "1")]
    assert blocks(document, "note") == [("1", "De Klok, 2 mei 2031, De pont")]


def test_pdf_note_goes_on_at_the_foot_of_the_next_page() -> None:
    body = column(["Deze regel is lang genoeg om te zeggen hoe groot de letter van de brief is, en dat is negen."])
    first = [
        *body,
        *_marked(80, 664, 9, "Zie de brief.", "1"),
        *_marked(80, 71, 7, "", "1"),
        (84, 71, 7, "Een noot die"),
    ]
    document = read_bytes("b.pdf", pdf([first, [*body, (80, 71, 7, "verder gaat.")]]))
    assert blocks(document, "note") == [("1", "Een noot die"), ("1", "verder gaat.")]


def test_pdf_notes_stand_after_the_pages_as_in_word() -> None:
    first = [
        *column(["Antwoord 1", "Ja, over de lange termijn is eerder overleg ge-"]),
        (80, 74, 4.6, "1"),
        (83, 71, 7, "De Klok."),
    ]
    document = read_bytes("b.pdf", pdf([first, column(["weest in het najaar van dat jaar."])]))
    assert document.text.split("\n")[1:3] == [
        "Ja, over de lange termijn is eerder overleg ge-",
        "weest in het najaar van dat jaar.",
    ]
    assert [(block.kind, block.page) for block in document.blocks if block.kind != "furniture"] == [
        ("text", 1),
        ("text", 2),
        ("text", 1),
        ("note", 1),
    ]
    assert [page for page, _ in document.pages()] == [1, 2, 1]
    pages = kg.record(kg.extract(document))["pages"]
    assert [(each["page"], len(each["spans"])) for each in pages] == [(1, 2), (2, 1)]


def _printed_wrong(document: Document, data: bytes) -> list[str]:
    """The lines whose box on the page holds other words, as PDFium reads it."""
    file = pdfium.PdfDocument(data)
    sheets = [page.get_textpage() for page in file]
    wrong = []
    for box in document.boxes:
        words = document.quote(Span(box.start, box.end))
        there = sheets[box.page - 1].get_text_bounded(box.left - 1, box.bottom, box.right + 1, box.top)
        if re.sub(r"\W", "", words) not in re.sub(r"\W", "", there):
            wrong.append(words)
    return wrong


def test_pdf_lines_know_where_they_are_printed() -> None:
    first = [*column(["Antwoord 1", "Ja, dat is zo.1"]), (80, 74, 4.6, "1"), (83, 71, 7, "De Klok.")]
    data = pdf([first, column(["Antwoord 2", "Nee; er is € 5 miljoen."])])
    document = read_bytes("b.pdf", data)
    assert _printed_wrong(document, data) == []
    at = document.text.index("Nee; er is")
    (box,) = document.printed(Span(at, at + 3))
    assert (box.page, document.quote(Span(box.start, box.end))) == (2, "Nee; er is € 5 miljoen.")
    assert [b.page for b in document.printed(Span(0, len(document.text)))] == [b.page for b in document.boxes]
    assert kg.record(kg.extract(document))["boxes"] == [list(box) for box in document.boxes]
    assert "boxes" not in kg.record(kg.extract(read_bytes("b.txt", b"Vraag 1\nHoe gaat het?")))


@needs_shared
@pytest.mark.parametrize("path", sorted((SHARED / "corpus" / "pdf").glob("*.pdf")), ids=lambda path: path.name)
def test_the_lines_of_real_letters_are_printed_where_their_boxes_say(path: Path) -> None:
    document = read(path)
    assert len(document.boxes) > len(document.text.split()) / 30
    assert _printed_wrong(document, path.read_bytes()) == []


def test_edges_that_are_no_numbers_are_no_place() -> None:
    draft = Draft()
    for edges in ((1.0, 2.0, float("nan"), 4.0), (1.0, 2.0, float("inf"), 4.0), (1.04, 2.0, 3.0, 4.0)):
        start = draft.length
        draft.write("pont ")
        draft.box(start, 1, edges)
    document = draft.document(Source("b.pdf", "application/pdf", "0" * 64))
    assert document.boxes == (Box(10, 15, 1, 1.0, 2.0, 3.0, 4.0),)


def test_pdf_cells_of_a_table_are_kept_apart() -> None:
    rows = [("Jaar", "2031", "2032"), ("Bedrag", "1,2", "3,4")]
    page = [(80 + 70 * c, 700 - 12 * r, 9, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    assert read_bytes("b.pdf", pdf([page])).text == "Jaar\t2031\t2032\nBedrag\t1,2\t3,4\n"


def test_pdf_order_on_the_page_is_that_of_the_eye() -> None:
    page = column(["een", "twee", "drie"])
    assert read_bytes("b.pdf", pdf([page[::-1]])).text == "een\ntwee\ndrie\n"


def test_pdf_two_columns_are_read_one_after_the_other() -> None:
    """Row 11."""
    left = column([f"links {n} met wat woorden" for n in range(20)], x=60)
    right = column([f"rechts {n} met wat woorden" for n in range(20)], x=320)
    text = read_bytes("b.pdf", pdf([[*left, *right]])).text
    assert text.index("links 19") < text.index("rechts 0")


def test_pdf_hyphens_at_line_ends_stay_for_later_stages() -> None:
    text = read_bytes(
        "b.pdf", pdf([column(["de blijvende ICT-", "problemen bij de coördi-", "natie van het werk"])])
    ).text
    assert text == "de blijvende ICT-\nproblemen bij de coördi-\nnatie van het werk\n"


def test_pdf_with_an_owner_password_only_is_read() -> None:
    """Row 2."""
    rules = pikepdf.Encryption(owner="geheim", user="", allow=pikepdf.Permissions(extract=False))
    assert read_bytes("b.pdf", pdf([column(["Vraag 1"])], rules)).text == "Vraag 1\n"


def test_pdf_with_some_pages_without_text_gives_the_others() -> None:
    """Row 5."""
    document = read_bytes("b.pdf", pdf([column(["Vraag 1"]), [], column(["Vraag 2"])]))
    assert [block.page for block in document.blocks] == [1, 3]


def test_pdf_links_give_the_address_behind_the_text() -> None:
    lines: list[Printed] = [(80, 700, 9, "Kent u het bericht over de pont van 2 mei 2031?")]
    before, shown = width("Kent u ", 9), width("het bericht", 9)
    made = pikepdf.open(io.BytesIO(pdf([lines])))
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Link,
        Rect=pikepdf.Array([80 + before, 698, 80 + before + shown, 708]),
        A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://voorbeeld.example/pont?a=1")),
    )
    inner = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=pikepdf.Array([0, 0, 500, 800]))
    made.pages[0].obj.Annots = pikepdf.Array([made.make_indirect(inner), made.make_indirect(link)])
    document = read_bytes("b.pdf", stored(made))
    assert blocks(document, "link") == [("https://voorbeeld.example/pont?a=1", "het bericht")]


def test_pdf_of_3000_pages_is_read_in_little_memory() -> None:
    """Row 8."""
    document = read_bytes("b.pdf", pdf([column([f"Bladzijde {n + 1}"], top=500) for n in range(3000)]))
    assert document.blocks[-1].page == 3000
    status = Path(f"/proc/{_workers[os.getpid()].process.pid}/status")
    if status.exists():  # Linux
        peak = int(status.read_text(encoding="ascii").partition("VmHWM:")[2].split()[0])
        assert peak < 300_000, "kB, of the 1 GB that the process may use"


@needs_shared
@pytest.mark.parametrize("number", [1, 2, 4, 6, 8])
def test_real_pdf_letters_are_whole_without_letterhead_and_notes(number: int) -> None:
    document = read(SHARED / "corpus" / "pdf" / f"docx-{number}.pdf")
    assert_gold_occurs(document, SHARED / "gold" / f"docx-{number}.json")
    letter = squeezed(_letter_of(document))
    word = read(SHARED / "corpus" / "docx" / f"docx-{number}.docx")
    paragraphs = [squeezed(line) for line in _letter_of(word).split("\n") if len(line) > 200]
    assert paragraphs
    for paragraph_of_word in paragraphs:
        assert paragraph_of_word in letter


@needs_shared
@pytest.mark.parametrize("number", [1, 2, 4, 6, 8])
def test_real_pdf_letters_give_the_records_of_their_word_originals(number: int) -> None:
    name = f"docx-{number}"
    printed, typed = (
        kg.record(kg.extract(read(SHARED / "corpus" / folder / f"{name}.{folder}"))) for folder in ("pdf", "docx")
    )
    assert _compared(printed) == _compared(typed)


def _compared(found: object) -> object:
    """A record without what two files differ in: places in text and on paper, the file, what its reader noticed."""
    apart = ("spans", "pages", "boxes", "file", "sha256", "issues")
    if isinstance(found, dict):
        return {key: _compared(item) for key, item in found.items() if key not in apart}
    if isinstance(found, list):
        return [_compared(item) for item in found]
    return " ".join(found.split()) if isinstance(found, str) else found


def _letter_of(document: Document) -> str:
    letter = list(document.text)
    for block in document.blocks:
        if block.kind in ("furniture", "note", "mark"):
            letter[block.span.start : block.span.end] = " " * (block.span.end - block.span.start)
    return "".join(letter)


# --- official XML


def official(inside: str) -> bytes:
    """The current form, with metadata that names the publication."""
    content = "https://zoek.officielebekendmakingen.nl/ah-tk-20312032-7/metadata.xml"
    meta = f'<metadata><meta name="OVERHEIDop.externMetadataRecord" scheme="" content="{content}"/></metadata>'
    return (
        f"<?xml version='1.0'?><officiele-publicatie>{meta}<kamervragen>{inside}</kamervragen></officiele-publicatie>"
    ).encode()


def test_xml_questions_and_answers_are_lines_under_their_headings() -> None:
    document = read_bytes(
        "b.xml",
        official(
            """
            <kamervraagnummer>7</kamervraagnummer>
            <kamervraagomschrijving type="vraag">Vragen van het lid <naam><achternaam>Zandloper</achternaam></naam>
              (Dijkpartij) over <kamervraagonderwerp>de pont</kamervraagonderwerp>.</kamervraagomschrijving>
            <vraag><nr>Vraag 1</nr>
              <al>Vaart de
                  pont <nadruk type="vet">nog</nadruk>?</al></vraag>
            <antwoord><nr>Antwoord 1</nr><al>Ja.</al><al>Elk uur.</al></antwoord>
            <kamervraagopmerking><al>Mededeling</al></kamervraagopmerking>
            """
        ),
    )
    assert document.text.split("\n") == [
        "7",
        "Vragen van het lid Zandloper (Dijkpartij) over de pont.",
        "",
        "Vraag 1",
        "Vaart de pont nog?",
        "",
        "Antwoord 1",
        "Ja.",
        "Elk uur.",
        "",
        "Mededeling",
        "ah-tk-20312032-7",
    ]
    assert blocks(document, "heading") == [(None, "Vraag 1"), (None, "Antwoord 1")]
    assert blocks(document, "furniture") == [(None, "ah-tk-20312032-7")]


def test_xml_notes_stand_at_the_end_with_their_links() -> None:
    note = """<noot id="n1" type="voet"><noot.nr>1</noot.nr><noot.al>De Klok, <extref soort="document"
        doc="kst-99001-7">nr. 7</extref>.</noot.al><noot.al>En meer.</noot.al></noot>"""
    document = read_bytes("b.xml", official(f"<vraag><nr>Vraag 1</nr><al>Klopt dit?{note} Echt?</al></vraag>"))
    assert "Klopt dit?1 Echt?\n1 De Klok, nr. 7.\nEn meer.\n" in document.text
    assert blocks(document, "mark") == [("1", "1")]
    assert blocks(document, "note") == [("1", "De Klok, nr. 7.\nEn meer.")]
    assert blocks(document, "link") == [("https://zoek.officielebekendmakingen.nl/kst-99001-7", "nr. 7")]


def test_xml_of_the_old_form_has_notes_elsewhere_and_bare_numbers() -> None:
    data = b"""<kamervragen><omschr>Vragen over de pont</omschr><vragen><vraag><nummer>1</nummer><al>Vaart de pont
      nog<nootref refid="x"/>?</al></vraag></vragen><noot id="x"><noot.nr>*</noot.nr><noot.al>Bij storm niet.</noot.al>
      </noot></kamervragen>"""
    document = read_bytes("b.xml", data)
    assert document.text == "Vragen over de pont\n\n1\nVaart de pont nog*?\n* Bij storm niet.\n"
    assert blocks(document, "heading") == [("Vraag 1", "1")]
    assert blocks(document, "note") == [("*", "Bij storm niet.")]


def test_xml_lists_and_tables() -> None:
    document = read_bytes(
        "b.xml",
        official(
            """<antwoord><nr>Antwoord 1</nr>
            <lijst><li><li.nr>a.</li.nr><al>eerst;</al><al>en dan</al></li><li><al>daarna.</al></li></lijst>
            <table><tgroup><tbody><row><entry><al>Jaar</al></entry><entry> <al>2031</al> </entry></row>
            <row><entry/><entry><al>een</al><al>twee</al></entry></row></tbody></tgroup></table></antwoord>"""
        ),
    )
    assert document.text.startswith("Antwoord 1\na. eerst;\nen dan\ndaarna.\nJaar\t2031\n\teen twee\n")
    assert blocks(document, "list")[0] == (None, "a. eerst;\nen dan")
    assert blocks(document, "table") == [(None, "Jaar\t2031\n\teen twee")]


def test_xml_elements_that_are_not_known_are_read_as_text() -> None:
    """Row 20."""
    data = official("<vraag><nr>Vraag 1</nr><al>Is <nieuw><binnen>dit</binnen></nieuw> er?</al></vraag>")
    assert "Is dit er?" in read_bytes("b.xml", data).text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-15"])
def test_xml_says_its_own_encoding(encoding: str) -> None:
    text = f"<?xml version='1.0' encoding='{encoding}'?><kamervragen><al>Coördinatie à € 5</al></kamervragen>"
    assert read_bytes("b.xml", text.encode(encoding)).text == "Coördinatie à € 5\n"


# --- HTML


_SITE = """<!DOCTYPE html><html><head><title>Pagina</title><script>var niet = 1;</script></head><body onload="x()">
<nav><a href="/">Start</a></nav><div id="inhoud">
<h1 class="kamervraagomschrijving_kop no-toc">Vragen van het lid Zandloper over de pont</h1>
<div class="vraag"><h2 class="stuktitel no-toc"><a id="a1"></a>Vraag 1
  </h2><p>Vaart de
     pont&nbsp;nog?<a class="nootnum supernote-click-n1" href="#n1">1</a> <a class="nootnum" href="#n2">2</a></p></div>
<div class="antwoord"><p class="nummer">1</p><p>Ja, zie <a href="https://voorbeeld.example/pont">de pont</a>.</p></div>
<div id="noten"><hr/><div class="voet noot snp" id="supernote-note-n1"><h5 class="note-close">
  <a class="note-close" href="#c">X</a> Noot</h5><sup><span class="nootnum"><a id="n1"></a>1</span></sup><p>De Klok</p>
</div><div class="voet noot" id="supernote-note-n2"><sup><span class="nootnum">2</span></sup><p>Brief.</p></div></div>
</div><footer>Over deze site</footer></body></html>"""


def test_html_of_the_official_site() -> None:
    document = read_bytes("b.html", _SITE.encode())
    assert document.text.split("\n") == [
        "Vragen van het lid Zandloper over de pont",
        "",
        "Vraag 1",
        "Vaart de pont\xa0nog?1 2",
        "",
        "1",
        "",
        "Ja, zie de pont.",
        "1 De Klok",
        "2 Brief.",
        "Start",
        "Over deze site",
    ]
    assert blocks(document, "heading")[1:] == [(None, "Vraag 1"), ("Antwoord 1", "1")]
    assert blocks(document, "mark") == [("1", "1"), ("2", "2")]
    assert blocks(document, "note") == [("1", "De Klok"), ("2", "Brief.")]
    assert blocks(document, "link") == [("https://voorbeeld.example/pont", "de pont")]
    assert [text for _, text in blocks(document, "furniture")] == ["1", "2", "Start\nOver deze site"]


def test_html_of_any_other_page() -> None:
    data = b"""<html><body><p>Een<br>twee</p><ol type="a"><li><p>drie</p><li>vier</ol><ul><li>vijf</ul>
      <table><tr><th>Jaar<td>2031<tr><td>Bedrag<td><p>1,2</table><footer>voet</footer></body></html>"""
    document = read_bytes("b.html", data)
    expected = ["Een", "twee", "a. drie", "b. vier", "• vijf", "Jaar\t2031", "Bedrag\t1,2", "voet"]
    assert document.text.split("\n") == expected
    assert blocks(document, "furniture") == [(None, "voet")]


def test_html_what_a_page_has_besides_its_letter_is_furniture() -> None:
    data = b"""<html><body><header><a href="/">Voorbeeldkrant</a></header><div role="navigation">Zoeken</div>
      <div class="cookie-bar"><h2>Cookies</h2><p>Deze site gebruikt cookies.</p></div><main><header><h1>De pont</h1></header>
      <p>Vaart zij?</p><div role="Complementary">Lees ook</div><div class="cookiefabriek">Over de cookiefabriek.</div></main>
      <div role="dialog">Meld u aan</div><div role="contentinfo">Voet</div></body></html>"""
    document = read_bytes("b.html", data)
    assert document.text.startswith("De pont\nVaart zij?\nOver de cookiefabriek.\nVoorbeeldkrant\n")
    assert [line for _, text in blocks(document, "furniture") for line in text.splitlines()] == [
        "Voorbeeldkrant",
        "Zoeken",
        "Cookies",
        "Deze site gebruikt cookies.",
        "Lees ook",
        "Meld u aan",
        "Voet",
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<header><h1>De pont</h1></header>",
        "<article><header>De pont</header></article>",
        "<div class='cookies'><main>De pont</main></div>",
        "<div role='main'>De pont</div>",
        "<p class='cookies'>De pont</p>",
    ],
)
def test_html_that_may_be_the_letter_is_text(markup: str) -> None:
    document = read_bytes("b.html", f"<html><body>{markup}<p>Vaart zij?</p></body></html>".encode())
    assert re.sub("\n+", "\n", document.text) == "De pont\nVaart zij?\n"
    assert not blocks(document, "furniture")


def test_html_scripts_and_styles_are_no_text() -> None:
    """Row 22."""
    data = (
        "<html><head><meta http-equiv='refresh' content='0;url=http://127.0.0.1:9/'><base href='http://127.0.0.1:9/'>"
    )
    data += "<style>p{}</style></head><body><script>x()</script><template><p>y</p></template><p>Vraag</p></body></html>"
    assert read_bytes("b.html", data.encode()).text == "Vraag\n"


def test_html_that_a_browser_strikes_out_or_does_not_show_is_no_text() -> None:
    data = """<html><body><p>Ja. <del>Nee.</del> <s>Nooit.</s></p><p hidden>Weg</p><div style="color: red; DISPLAY :none">
      <p>Ook weg</p></div><p style="visibility:hidden"></p><p style="display: block">Wel</p></body></html>"""
    document = read_bytes("b.html", data.encode())
    assert document.text == "Ja.\n\nWel\n"
    assert [issue.rule for issue in document.issues] == ["html/deletions", "html/hidden"]


def test_html_that_is_left_out_has_a_place() -> None:
    data = """<html><body><p>De pont vaart <del>niet</del> altijd.</p><p>Ja.</p><p>Wel.<span hidden>Weg</span></p>
      <p>Einde.<s>Nee.</s></p></body></html>"""
    document = read_bytes("b.html", data.encode())
    lines = "De pont vaart altijd.\n\nJa.\n\nWel.\n\nEinde.\n"
    assert document.text == lines
    places = {issue.rule: [lines[: span.start] for span in issue.spans] for issue in document.issues}
    assert places == {
        "html/deletions": ["De pont vaart", lines[:-1]],
        "html/hidden": [lines[: lines.index("\n\nEinde")]],
    }


def test_html_that_begins_with_what_is_not_shown_tells_so_at_its_first_letter() -> None:
    document = read_bytes("b.html", b"<html><body><p hidden>Weg</p><p>Wel</p></body></html>")
    assert [(issue.rule, issue.spans) for issue in document.issues] == [("html/hidden", (Span(0, 1),))]


@needs_shared
def test_html_fragments_of_the_official_site() -> None:
    folder = SHARED / "corpus" / "html"
    questions = read(folder / "kv-tk-2016Z00020.vragen.fragment.html")
    assert [text for _, text in blocks(questions, "heading")] == [f"Vraag {n}" for n in (1, 2, 3, 4)]
    assert [label for label, _ in blocks(questions, "mark")] == ["1", "2"]
    notes = read(folder / "kv-tk-2016Z00047.noten.fragment.html")
    assert [label for label, _ in blocks(notes, "note")] == ["1", "2"]
    assert "X Noot" not in notes.text


# --- Markdown


_CONVERTED = """# 2

#### Vergaderjaar 2031–2032 Aanhangsel

**Vragen gesteld door de leden, met de daarop**
**gegeven antwoorden**

### 903

Vragen van het lid Zandloper over _de pont die niet_
_vaart._

Vraag 1
Kent u dit?[1 ] En dat,[2 3 ] zie [hier](https://voorbeeld.example/a_b_c) en https://voorbeeld.example/x_y_/1?

Antwoord 1
Ja, ik \\*ken\\* het **goed**; snake_case blijft, 2*3 ook, *dit* niet.

1 De Klok, 2 mei 2031, «De pont
3 vaart niet».

2 Kamerstuk 99 001, nr. 7.
3 Brief.

h tk 20312032 903

-----
| Jaar | Bedrag |
|---|---:|
| 2031 | € 3 |

Antwoord 2
Nee.[4]

4 Idem.

-----
"""


def test_markdown_signs_become_lines_and_blocks() -> None:
    document = read_bytes("b.md", _CONVERTED.encode())
    assert document.text.split("\n") == [
        *("2", "", "Vergaderjaar 2031–2032 Aanhangsel", ""),
        *("Vragen gesteld door de leden, met de daarop", "gegeven antwoorden", "", "903", ""),
        *("Vragen van het lid Zandloper over de pont die niet", "vaart.", "", "Vraag 1"),
        "Kent u dit?1 En dat,2 3 zie hier en https://voorbeeld.example/x_y_/1?",
        *("", "Antwoord 1", "Ja, ik *ken* het goed; snake_case blijft, 2*3 ook, dit niet.", ""),
        *("1 De Klok, 2 mei 2031, «De pont", "3 vaart niet».", "2 Kamerstuk 99 001, nr. 7.", "3 Brief."),
        *("h tk 20312032 903", "Jaar\tBedrag", "2031\t€ 3", "", "Antwoord 2", "Nee.4", "", "4 Idem."),
    ]
    assert blocks(document, "mark") == [(label, label) for label in "1234"]
    assert blocks(document, "note") == [
        ("1", "De Klok, 2 mei 2031, «De pont\n3 vaart niet»."),
        ("2", "Kamerstuk 99 001, nr. 7."),
        ("3", "Brief."),
        ("4", "Idem."),
    ]
    assert blocks(document, "heading") == [(None, "Vergaderjaar 2031–2032 Aanhangsel"), (None, "903")]
    assert [text for _, text in blocks(document, "furniture")] == ["2", "1", "2", "3", "h tk 20312032 903", "4"]
    assert blocks(document, "link") == [("https://voorbeeld.example/a_b_c", "hier")]
    assert [block.page for block in document.blocks if block.kind == "text"] == [1, 2]


def test_markdown_footnotes_as_writers_type_them() -> None:
    document = read_bytes("b.md", b"# Vraag 1\nKlopt dit?[^a]\n\n[^a]: De Klok,\n    2 mei 2031.\n")
    assert document.text == "Vraag 1\nKlopt dit?a\n\na De Klok,\n2 mei 2031."
    assert blocks(document, "note") == [("a", "De Klok,\n2 mei 2031.")]


def test_markdown_notes_may_be_raised_numbers_and_stand_anywhere() -> None:
    text = (
        "# Vraag 1\nKlopt dit?<sup>1</sup> En dat?<sup>2, 3</sup>\n\n<sup>1</sup> De Klok,\n2 mei 2031.\n\n[^2]: Brief.\n\n"
        "Op 5 m<sup>2</sup> staan CO<sub>2</sub>-meters, de 3<sup>e</sup> keer\n<sup>3</sup> nu.\n\n<sup>3</sup> Idem.\n"
    )
    document = read_bytes("b.md", text.encode())
    lines = ["Vraag 1", "Klopt dit?1 En dat?2 3", "", "1 De Klok,", "2 mei 2031.", "2 Brief."]
    lines += ["Op 5 m² staan CO2-meters, de 3e keer", "3 nu.", "", "3 Idem."]
    assert document.text.split("\n") == lines
    assert [label for label, _ in blocks(document, "mark")] == ["1", "2", "3", "3"]
    assert blocks(document, "note") == [("1", "De Klok,\n2 mei 2031."), ("2", "Brief."), ("3", "Idem.")]


def test_markdown_entities_tags_and_what_is_struck_out() -> None:
    text = (
        "# Vraag 1\n&euro; 5 &amp; &#8211; &eacute;&eacute;n, AT&T &onzin;\n~~nee~~<u>ja</u> <del>niet</del><span class='x'>wel</span>\n"
        'https://a.example/b\\_c?d=1&amp;e=2 [daar](https://a.example/f\\_g "Titel")\n'
    )
    document = read_bytes("b.md", text.encode())
    assert document.text.split("\n") == [
        "Vraag 1",
        "€ 5 & – één, AT&T &onzin;",
        "ja wel",
        "https://a.example/b_c?d=1&e=2 daar",
        *("", ""),
    ]
    assert blocks(document, "link") == [("https://a.example/f_g", "daar")]
    assert [issue.rule for issue in document.issues] == ["markdown/deletions"]


def test_text_that_is_no_markdown_is_left_alone() -> None:
    text = "Vraag 1\nKent u dit [1 ] en **dat**?\n"
    assert read_bytes("b.txt", text.encode()).text == text
    assert read_bytes("b.md", b"Gewone tekst\n").source.media_type == "text/plain"


@needs_shared
@pytest.mark.parametrize("number", [302, 387])
def test_real_markdown_has_a_note_for_every_mark(number: int) -> None:
    document = read(SHARED / "corpus" / "extra" / f"ah-tk-20232024-{number}.pymupdf4llm.md")
    marks = [label for label, _ in blocks(document, "mark")]
    assert marks == [str(n + 1) for n in range(len(marks))]
    assert marks == [label for label, _ in blocks(document, "note")]
    assert "**" not in document.text
    assert "-----" not in document.text


# --- what holds for all


@needs_shared
def test_every_real_text_is_read_as_text_with_nothing_lost() -> None:
    for path in sorted((SHARED / "corpus" / "text").glob("*.txt")):
        document = read(path)
        assert document.source.media_type == "text/plain"
        assert squeezed(document.text) == squeezed(canonical(path.read_text(encoding="utf-8")))


_WORST = [
    char * 100_000
    for char in (
        " ",
        "#",
        "*",
        "_",
        "|",
        "[",
        "]",
        "(",
        "<",
        "-",
        "1",
        "1 ",
        "a",
        "www.",
        "[^",
        "<!--",
        "| ",
        "\\",
        "Ã",
    )
] + [
    "# " + "# " * 50_000 + "x",
    "[" + "a" * 100_000,
    "![" * 50_000,
    "|" + "-" * 99_000 + "x",
    "https://" + "_" * 99_000,
]


def _patterns() -> list[re.Pattern[str]]:
    modules = [importlib.import_module(f"kg.read.{item.name}") for item in pkgutil.iter_modules(kg_read_path)]
    found = [value for module in modules for value in vars(module).values() if isinstance(value, re.Pattern)]
    return [pattern for pattern in dict.fromkeys(found) if isinstance(pattern.pattern, str)]


@pytest.mark.parametrize("pattern", _patterns(), ids=lambda pattern: pattern.pattern.strip()[:30])
def test_patterns_take_linear_time(pattern: re.Pattern[str]) -> None:
    """Row 29."""
    for text in _WORST:
        for attempt in (pattern.fullmatch, lambda text: sum(1 for _ in pattern.finditer(text))):
            best = 9.0
            for _ in range(8):  # processor time of the fastest: the machine may be busy
                started = time.process_time()
                attempt(text[:100_000])
                best = min(best, time.process_time() - started)
                if best < 0.05:
                    break
            assert best < 0.15, (text[:10], best)  # three times what it takes on a machine without other work


CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0010ffff]")


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_nothing_unwritable_survives(text: str) -> None:
    """Row 25."""
    clean = canonical(text)
    assert not CONTROLS.search(clean)
    assert canonical(clean) == clean
    clean.encode()


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"))).filter(str.strip))
def test_what_is_writable_stays(text: str) -> None:
    assume(not _MOJIBAKE.search(text))
    assert read_bytes("b.txt", b"\xef\xbb\xbf" + text.encode()).text == text


def spans_lie_in_the_text(document: Document) -> None:
    ordered = sorted(document.blocks, key=lambda block: block.span)
    assert [block.span.start for block in ordered] == [block.span.start for block in document.blocks]
    for block in document.blocks:
        assert isinstance(block, Block)
        assert isinstance(block.span, Span)
        assert 0 <= block.span.start < block.span.end <= len(document.text)
