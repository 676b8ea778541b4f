"""Word's paragraphs as lines: what a reader of the printed letter sees, tracked changes accepted, field codes out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from kg.read._draft import Draft
from kg.read._word_numbers import Numbering, child, formatted, value, whole
from kg.read._xml import local

_ADDRESS = re.compile(r'\A\s*HYPERLINK\s+"(?P<address>[^"]*)"')
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
# Deleted, moved away, remarks of the writers, codes: no reader of the letter sees them.
_UNSEEN = frozenset(
    [
        "del",
        "moveFrom",
        "delText",
        "delInstrText",
        "rPr",
        "pPr",
        "tblPr",
        "trPr",
        "tcPr",
        "sectPr",
        "tblGrid",
        "sdtPr",
        "sdtEndPr",
        "annotationRef",
        "footnoteRef",
        "endnoteRef",
        "commentRangeStart",
        "commentRangeEnd",
        "commentReference",
        "softHyphen",
        "bookmarkStart",
        "bookmarkEnd",
        "proofErr",
    ]
)
_FLOATING = frozenset(("drawing", "pict", "object", "AlternateContent"))


@dataclass(slots=True)
class Style:
    """What a paragraph style says of numbers and headings."""

    parent: str = ""
    list_id: str = ""
    depth: str = ""
    heading: bool = False


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
    elements: dict[str, etree._Element]
    styles: dict[str, Style] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=lambda: {"footnote": "decimal", "endnote": "lowerRoman"})
    notes: dict[tuple[str, str], str] = field(default_factory=dict)  # (kind, id): printed mark, in order of reference
    boxes: list[etree._Element] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    fields: list[Field] = field(default_factory=list)
    own_mark: tuple[str, str] | None = None


def blocks(word: Word, parent: etree._Element) -> None:
    """Write the paragraphs and tables of a body, a cell, a note or a text box, one paragraph a line."""
    for element in parent:
        name = local(element)
        if name == "p":
            paragraph(word, element)
        elif name == "tbl" and value(child(element, "tblPr", "tblpPr"), "horzAnchor") == "page":
            word.boxes.append(element)  # the column of addresses beside a ministry's letter
        elif name == "tbl":
            table(word, element)
        elif name not in _UNSEEN:
            blocks(word, element)


def paragraph(word: Word, element: etree._Element) -> None:
    """Write one paragraph and the end of its line; an empty one is an empty line."""
    styles = _styles(word, value(child(element, "pPr", "pStyle")))
    number = _number(word, element, styles)
    heading = any(style.heading for style in styles) or child(element, "pPr", "outlineLvl") is not None
    if number or heading:
        with word.draft.block("heading" if heading else "list"):
            word.draft.write(f"{number} " if number else "")
            inline(word, element)
    else:
        inline(word, element)
    word.draft.write("\n")


def table(word: Word, element: etree._Element) -> None:
    """Write a table row by row with tabs; one whose cells hold several paragraphs only lays out the letter."""
    rows = [_cells(row) for row in _unwrapped(element, "tr")]
    cells = [[_paragraphs(cell) for cell in row] for row in rows]
    if any(len(found) > 1 for row in cells for found in row) or max(map(len, cells), default=0) < 2:
        for row in rows:
            for cell in row:
                blocks(word, cell)
        return
    with word.draft.block("table"):
        for found in cells:
            _row(word, found)


def inline(word: Word, parent: etree._Element) -> None:
    """Write what stands inside a paragraph, and collect what floats beside it."""
    for element in parent:
        name = local(element)
        if name == "t":
            _text(word, element.text or "")
        elif name in _CHARACTERS:
            _text(word, _CHARACTERS[name])
        elif name in _FLOATING:
            word.boxes.extend(_boxes(element))
        elif name in _SPECIAL:
            _SPECIAL[name](word, element)
        elif name not in _UNSEEN and (name != "r" or child(element, "rPr", "vanish") is None):
            inline(word, element)


def _styles(word: Word, name: str) -> list[Style]:
    """A style and the styles it is based on, nearest first."""
    found: list[Style] = []
    while name in word.elements:
        if name not in word.styles:
            word.styles[name] = _style(word.elements[name])
        if word.styles[name] in found:
            break
        found.append(word.styles[name])
        name = found[-1].parent
    return found


def _style(element: etree._Element) -> Style:
    properties = child(element, "pPr")
    return Style(
        parent=value(child(element, "basedOn")),
        list_id=value(child(properties, "numPr", "numId")),
        depth=value(child(properties, "numPr", "ilvl")),
        heading=value(child(element, "name")).lower().startswith("heading"),
    )


def _number(word: Word, element: etree._Element, styles: list[Style]) -> str:
    own = child(element, "pPr", "numPr")
    list_id = value(child(own, "numId")) or next((style.list_id for style in styles if style.list_id), "")
    depth = value(child(own, "ilvl")) or next((style.depth for style in styles if style.depth), "0")
    return word.numbering.next(list_id, whole(depth)) if list_id not in ("", "0") else ""


def _unwrapped(parent: etree._Element, name: str) -> list[etree._Element]:
    """The children of a name, also those inside content controls and insertions."""
    found: list[etree._Element] = []
    for element in parent:
        if local(element) == name:
            found.append(element)
        elif local(element) in ("sdt", "sdtContent", "ins", "customXml"):
            found.extend(_unwrapped(element, name))
    return found


def _cells(row: etree._Element) -> list[etree._Element]:
    return [] if child(row, "trPr", "del") is not None else _unwrapped(row, "tc")


def _paragraphs(cell: etree._Element) -> list[etree._Element]:
    return [item for item in cell.iter() if local(item) == "p" and _has_text(item)]


def _row(word: Word, cells: list[list[etree._Element]]) -> None:
    for place, found in enumerate(cells):
        word.draft.write("\t" if place else "")
        for item in found:
            inline(word, item)
    word.draft.write("\n")


def _has_text(element: etree._Element) -> bool:
    return any(local(item) == "t" and item.text for item in element.iter())


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
    children = list(element)
    if local(element) == "AlternateContent":
        children = [item for item in children if local(item) == "Choice"][:1] or children[:1]
    return [box for item in children for box in _boxes(item)]


_SPECIAL: dict[str, Callable[[Word, etree._Element], None]] = {
    "instrText": _code,
    "fldChar": _field,
    "footnoteReference": _reference,
    "endnoteReference": _reference,
    "hyperlink": _hyperlink,
}
