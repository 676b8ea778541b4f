"""Word documents: the letter as printed; then its notes; then what stands round the text: boxes, headers, footers."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, replace

from lxml import etree

from kg.errors import InputProblem
from kg.read._draft import Draft
from kg.read._protocol import Aids
from kg.read._word_numbers import child, numbering, value
from kg.read._word_styles import Styles
from kg.read._word_text import Word, blocks, box, note_label
from kg.read._xml import local, parse
from kg.read._zip import Parts, open_parts
from kg.records import Document, Source

MEDIA_TYPES = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",)
APART = True


@dataclass(frozen=True, slots=True)
class Relation:
    """How a part of the package points to another part or to an address; `kind` is the last word of its type."""

    kind: str
    target: str


Related = dict[str, Relation]


def accepts(name: str, data: bytes) -> bool:  # noqa: ARG001 - all formats are asked alike
    """Whether the bytes are an archive; archives without a Word document were refused before."""
    return data.startswith(b"PK\x03\x04")


def read(source: Source, data: bytes, _aids: Aids) -> Document:
    """The letter and its notes.  Raises InputProblem E-ZIP-BROKEN, E-ZIP-LIMIT, E-XML-DTD, E-XML-BROKEN, E-LIMIT."""
    parts = open_parts(data, source.name)
    path = _target(_relations(parts, ""), "officeDocument") or "word/document.xml"
    root = _part(parts, path)
    body = child(root, "body")
    if body is None:
        what = f"the archive holds no Word document ({path})"
        raise InputProblem("E-ZIP-BROKEN", source.name, what, "Get the file again, or save it anew from Word.")
    related = _relations(parts, path)
    word = _word(parts, related)
    blocks(word, body)
    _notes(parts, related, word)
    _furniture(parts, related, word)
    _tell(word.draft, body)
    return word.draft.document(source)


def _word(parts: Parts, related: Related) -> Word:
    word = Word(
        draft=Draft(),
        numbering=numbering(_part(parts, _target(related, "numbering"))),
        styles=Styles(_styles(_part(parts, _target(related, "styles")))),
        links=_links(related),
    )
    settings = _part(parts, _target(related, "settings"))
    for kind in word.formats:
        word.formats[kind] = value(child(settings, f"{kind}Pr", "numFmt")) or word.formats[kind]
    return word


def _notes(parts: Parts, related: Related, word: Word) -> None:
    """Write the notes that are referred to, each on a new line after its mark."""
    found: dict[tuple[str, str], etree._Element] = {}
    links: dict[str, dict[str, str]] = {}
    for kind in word.formats:
        part = _target(related, f"{kind}s")
        links[kind] = _links(_relations(parts, part)) if part else {}
        root = _part(parts, part)
        found.update({(kind, value(note, "id")): note for note in (() if root is None else root)})
    for note, printed in list(word.notes.items()):
        if note not in found:
            continue
        word.links = links[note[0]]
        with word.draft.note(printed, note_label(word, note)):
            _aside(word, found[note])


def _furniture(parts: Parts, related: Related, word: Word) -> None:
    """Write text boxes, headers and footers, each text once, after everything that is read as sentences."""
    for relation in related.values():
        root = _part(parts, relation.target) if relation.kind in ("header", "footer") else None
        if root is not None:
            box(word, root)
    seen: set[str] = set()
    for aside in word.boxes:
        text = aside.tail(0).strip()
        if text and text not in seen:
            seen.add(text)
            word.draft.start_line()
            with word.draft.block("furniture"):
                word.draft.write(text)


def _tell(draft: Draft, body: etree._Element) -> None:
    """Notice what the writers left in the file that no reader of the letter sees."""
    remarks = sum(1 for _ in body.iter("{*}commentReference"))
    if remarks:
        draft.notice("word/remarks", f"Opmerkingen van de schrijvers in de kantlijn, niet gelezen: {remarks}")
    deleted = sum(1 for item in body.iter("{*}del", "{*}moveFrom") if _holds_text(item))
    if deleted:
        what = f"Bijgehouden wijzigingen, gelezen zoals aanvaard: {deleted} keer geschrapte tekst weggelaten"
        draft.notice("word/deletions", what)
    parts = sum(1 for _ in body.iter("{*}altChunk"))
    if parts:
        what = f"Ingevoegde documenten die Word pas bij het opslaan overneemt, niet gelezen: {parts}. Bewaar het stuk opnieuw met Word"
        draft.notice("word/inserted", what, degrades=True)


def _holds_text(element: etree._Element) -> bool:
    return next(element.iter("{*}delText", "{*}t"), None) is not None


def _aside(word: Word, element: etree._Element) -> None:
    """Write a note's own text, without the space that Word puts after its mark and the line end after it."""
    aside = replace(word, draft=Draft(), fields=[], own_mark=None)
    blocks(aside, element)
    word.draft.append(aside.draft)


def _styles(root: etree._Element | None) -> dict[str, etree._Element]:
    styles = [] if root is None else [element for element in root if local(element) == "style"]
    return {value(style, "styleId"): style for style in styles if value(style, "type") == "paragraph"}


def _links(related: Related) -> dict[str, str]:
    return {name: relation.target for name, relation in related.items() if relation.kind == "hyperlink"}


def _target(related: Related, kind: str) -> str | None:
    return next((relation.target for relation in related.values() if relation.kind == kind), None)


def _relations(parts: Parts, path: str) -> Related:
    """What a part ("" for the package) points to, by identifier, in the order of the targets."""
    folder, name = posixpath.split(path)
    root = _part(parts, posixpath.join(folder, "_rels", f"{name}.rels"))
    found: dict[str, Relation] = {}
    for element in () if root is None else root:
        target = value(element, "Target")
        if value(element, "TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[value(element, "Id")] = Relation(value(element, "Type").rpartition("/")[2], target)
    return dict(sorted(found.items(), key=lambda item: (item[1].kind, item[1].target, item[0])))


def _part(parts: Parts, name: str | None) -> etree._Element | None:
    data = None if name is None else parts.get(name)
    return None if data is None else parse(data, parts.where, name or "")
