"""Word's paragraphs as lines: what a reader of the printed letter sees, tracked changes accepted, field codes out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lxml import etree

from kg.read._draft import Draft
from kg.read._symbols import symbol
from kg.read._word_numbers import Numbering, child, formatted, is_on, value, whole
from kg.read._word_styles import Style, Styles
from kg.read._word_tables import Columns, Row, brings_number, columns, has_text, paragraphs, rows, text
from kg.read._word_tables import number as number_in
from kg.read._xml import local
from kg.records import Span

_PLACE = re.compile(r"[0-9A-Fa-f]{1,5}")
_ADDRESS = re.compile(r'\A\s*HYPERLINK\s+"(?P<address>[^"]*)"')
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
# Deleted, moved away, remarks of the writers, codes: no reader of the letter sees them.
_UNSEEN = frozenset(
    (
        *("del", "moveFrom", "delText", "delInstrText", "softHyphen", "proofErr", "bookmarkStart", "bookmarkEnd"),
        *("rPr", "pPr", "tblPr", "trPr", "tcPr", "sectPr", "tblGrid", "sdtPr", "sdtEndPr"),
        *("annotationRef", "footnoteRef", "endnoteRef", "commentRangeStart", "commentRangeEnd", "commentReference"),
    )
)
_FLOATING = frozenset(("drawing", "pict", "object", "txbxContent"))


@dataclass(slots=True)
class Field:
    """A field that is open: its code, whether its result is being printed, and where that began."""

    code: str = ""
    result: bool = False
    start: int = 0


@dataclass(slots=True)
class Word:
    """The state of a walk through the parts of one Word document."""

    draft: Draft
    numbering: Numbering
    styles: Styles
    formats: dict[str, str] = field(default_factory=lambda: {"footnote": "decimal", "endnote": "lowerRoman"})
    notes: dict[tuple[str, str], str] = field(default_factory=dict)  # (kind, id): printed mark, in order of reference
    boxes: list[Draft] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    fields: list[Field] = field(default_factory=list)
    own_mark: tuple[str, str] | None = None


def blocks(word: Word, parent: etree._Element) -> None:
    """Write the paragraphs and tables of a body, a cell, a note or a text box, one paragraph a line."""
    joined: list[etree._Element] = []  # paragraphs whose end was deleted: they go on in the next
    for element in parent:
        name = local(element)
        if name == "p":
            joined.append(element)
            if not _end_is_deleted(element):
                paragraph(word, joined)
                joined = []
        elif name == "tbl" and value(child(element, "tblPr", "tblpPr"), "horzAnchor") == "page":
            box(word, element)  # the column of addresses beside a ministry's letter
        elif name == "tbl":
            table(word, element)
        elif name == "AlternateContent":
            blocks(word, alternative(element))
        elif name not in _UNSEEN:
            blocks(word, element)
    if any(map(has_text, joined)):
        paragraph(word, joined)


def _end_is_deleted(element: etree._Element) -> bool:
    mark = child(element, "pPr", "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


def box(word: Word, element: etree._Element) -> None:
    """Keep what stands in a box, to be written when the letter has ended; notes that it refers to are the letter's."""
    aside = replace(word, draft=Draft(), fields=[], own_mark=None)
    word.boxes.append(aside.draft)
    blocks(aside, element)


def paragraph(word: Word, joined: list[etree._Element]) -> None:
    """Write one paragraph and the end of its line; an empty one is an empty line.

    `joined` are the paragraphs that it was before ends of them were deleted; what the last one is, the whole is.
    """
    styles = word.styles.of(joined[-1])
    number = _number(word, joined[-1], styles)
    heading = any(style.heading for style in styles) or child(joined[-1], "pPr", "outlineLvl") is not None
    if number or heading:
        with word.draft.block("heading" if heading else "list"):
            word.draft.write(f"{number} " if number else "")
            for element in joined:
                inline(word, element)
    else:
        for element in joined:
            inline(word, element)
    word.draft.write("\n")


def table(word: Word, element: etree._Element) -> None:
    """Write a table row by row with tabs; one whose cells hold several paragraphs only lays out the letter."""
    found = [row for row in rows(element) if row]
    if said := columns(found):
        _questions(word, found, said)
        return
    cells = [[paragraphs(cell) for cell in row] for row in found]
    if any(len(each) > 1 for row in cells for each in row) or max(map(len, cells), default=0) < 2:
        for row in found:
            for cell in row:
                blocks(word, cell)
        return
    with word.draft.block("table"):
        for texts in cells:
            _row(word, texts)


def _questions(word: Word, found: list[Row], said: Columns) -> None:
    """Write rows of questions and answers as lines under headings: the heads of the columns, with the numbers.

    Questions that bring their numbers themselves, typed or as a list, need no heading.
    """
    with word.draft.block("furniture"):
        word.draft.write("\t".join(map(text, found[0])))
    word.draft.write("\n")
    for place, row in enumerate(found[1:], 1):
        number = number_in(row[said.number]) if said.number is not None else str(place)
        numbered = said.number is None and brings_number(row[said.question])
        if not numbered:
            _head(word, f"Vraag {number}")
        blocks(word, row[said.question])
        _head(word, "Antwoord" if numbered else f"Antwoord {number}")
        blocks(word, row[said.answer])


def _head(word: Word, printed: str) -> None:
    with word.draft.block("heading"):
        word.draft.write(printed)
    word.draft.write("\n")


def inline(word: Word, parent: etree._Element) -> None:
    """Write what stands inside a paragraph, and collect what floats beside it."""
    for element in parent:
        name = local(element)
        if name == "t":
            _text(word, element.text or "")
        elif name in _CHARACTERS:
            _text(word, _CHARACTERS[name])
        elif name in _FLOATING:
            for found in _boxes(element):
                box(word, found)
        elif name == "AlternateContent":
            inline(word, alternative(element))
        elif name in _SPECIAL:
            _SPECIAL[name](word, element)
        elif name not in _UNSEEN and (name != "r" or not is_on(child(element, "rPr", "vanish"))):
            inline(word, element)


def _number(word: Word, element: etree._Element, styles: list[Style]) -> str:
    own = child(element, "pPr", "numPr")
    list_id = value(child(own, "numId")) or next((style.list_id for style in styles if style.list_id), "")
    depth = value(child(own, "ilvl")) or next((style.depth for style in styles if style.depth), "0")
    return word.numbering.next(list_id, whole(depth)) if list_id not in ("", "0") else ""


def _row(word: Word, cells: list[list[etree._Element]]) -> None:
    for place, found in enumerate(cells):
        word.draft.write("\t" if place else "")
        for item in found:
            inline(word, item)
    word.draft.write("\n")


def _text(word: Word, text: str) -> None:
    if not all(item.result for item in word.fields):
        return
    text = text.replace("\xad", "")
    if word.own_mark and text.strip():
        word.notes[word.own_mark] = text.strip()
        _mark(word, word.own_mark)
        word.own_mark = None
        return
    word.draft.write(text)


def _symbol(word: Word, element: etree._Element) -> None:
    """A sign that is named by its place in a font."""
    font, place = value(element, "font"), value(element, "char")
    sign = symbol(font, int(place, 16)) if _PLACE.fullmatch(place) else ""
    if sign:
        _text(word, sign)
        return
    start = word.draft.length
    _text(word, "\N{REPLACEMENT CHARACTER}")
    if word.draft.length > start:
        what = f"Een teken uit het lettertype {font or '(zonder naam)'} is niet te lezen; er staat nu \N{REPLACEMENT CHARACTER}"
        word.draft.notice("word/symbol", what, (Span(start, word.draft.length),))


def _code(word: Word, element: etree._Element) -> None:
    if word.fields:
        word.fields[-1].code += element.text or ""


def _field(word: Word, element: etree._Element) -> None:
    kind = value(element, "fldCharType")
    if kind == "begin":
        word.fields.append(Field())
    elif kind == "separate" and word.fields:
        word.fields[-1].result = True
        word.fields[-1].start = word.draft.length
    elif kind == "end" and word.fields:
        ended = word.fields.pop()
        found = _ADDRESS.match(ended.code)
        if found and ended.result and all(item.result for item in word.fields):
            word.draft.link(ended.start, found["address"])


def _reference(word: Word, element: etree._Element) -> None:
    kind = local(element).removesuffix("Reference")
    if not all(item.result for item in word.fields):
        return
    note = (kind, value(element, "id"))
    if value(element, "customMarkFollows") in ("1", "true", "on"):
        word.own_mark = note
        return
    if note not in word.notes:
        before = sum(1 for other, printed in word.notes.items() if other[0] == kind and printed[:1].isalnum())
        word.notes[note] = formatted(before + 1, word.formats[kind])
    _mark(word, note)


def _mark(word: Word, note: tuple[str, str]) -> None:
    with word.draft.block("mark", note_label(word, note)):
        word.draft.write(word.notes[note])


def note_label(word: Word, note: tuple[str, str]) -> str:
    """The printed mark; with an "e" before it where foot- and endnotes of the document are numbered alike."""
    alike = word.formats["endnote"] == word.formats["footnote"]
    return f"e{word.notes[note]}" if alike and note[0] == "endnote" else word.notes[note]


def _hyperlink(word: Word, element: etree._Element) -> None:
    start = word.draft.length
    inline(word, element)
    word.draft.link(start, word.links.get(value(element, "id"), ""))


def _boxes(element: etree._Element) -> list[etree._Element]:
    """The text boxes of a drawing, each once: Word writes them twice, for new and for old programs."""
    if local(element) == "txbxContent":
        return [element]
    inside = alternative(element) if local(element) == "AlternateContent" else element
    return [box for item in inside for box in _boxes(item)]


def alternative(element: etree._Element) -> etree._Element:
    """What is written twice, as programs can read it: for new ones where that holds text, else for old ones."""
    written = [item for item in element if local(item) in ("Choice", "Fallback")]
    return next((item for item in written if has_text(item)), written[0] if written else element)


_SPECIAL: dict[str, Callable[[Word, etree._Element], None]] = {
    "instrText": _code,
    "sym": _symbol,
    "fldChar": _field,
    "footnoteReference": _reference,
    "endnoteReference": _reference,
    "hyperlink": _hyperlink,
}
