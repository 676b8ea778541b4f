"""HTML: the pages of the official site, whose classes say what is a question, an answer and a note; and any other."""

from __future__ import annotations

import re

from lxml import etree

from kg.read._draft import DELETED
from kg.read._flow import Element, Flow, Note, children, table
from kg.read._html_flat import flat
from kg.read._html_notes import linked_notes
from kg.read._html_tables import Row, lays_out, rows
from kg.read._protocol import Aids
from kg.read._word_numbers import formatted
from kg.read._xml import MAX_DEPTH, address, nested_too_deep, tree, words
from kg.read.text import decode
from kg.records import Document, Source, Span

MEDIA_TYPES = ("text/html", "application/xhtml+xml")
APART = True

_OPENS = re.compile(
    rb"(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:[^-]|-[^-]){0,2000}-->\s*)?"
    rb"<(?:!doctype\s+html|html|head|body|div|p|h[1-6]|article|section|main|table|span)[\s>/]",
    re.IGNORECASE,
)
_UNSEEN = frozenset(
    (
        *("head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas"),
        *("form", "button", "input", "select", "textarea", "audio", "video", "map"),
    )
)
_WITH_CONTENT = frozenset(("title", "script", "style", "noscript", "template", "svg", "select", "textarea", "button"))
_ASIDE = frozenset(("nav", "aside", "footer", "dialog"))
_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "dialog", "alertdialog", "search"))
_PART_OF_LETTER = frozenset(("main", "article", "section"))  # a header inside one is its title
_CONSENT = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent)(?:$|[\s_-]|bar|banner|melding|wall|notice|message|popup)", re.IGNORECASE
)
_LINES = frozenset(
    (
        *("p", "div", "section", "article", "main", "header", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre"),
        *("figure", "figcaption", "address", "hr", "br", "body", "html", "tr", "caption"),
    )
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_PARTS = {  # classes of the official site
    "vraag": "question",
    "antwoord": "answer",
    "kamervraagopmerking": "remark",
    "kamervraagomschrijving_kop": "head",
    "kamervraagomschrijving": "head",
}
_STRUCK = frozenset(("del", "s", "strike"))
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_WORDS = {"vraag": "Vraag", "antwoord": "Antwoord"}
_MARK = re.compile(r"[0-9]{1,3}|[a-z*]{1,3}")


def accepts(name: str, data: bytes) -> bool:  # noqa: ARG001 - all formats are asked alike
    """Whether the bytes begin as HTML; every second byte of UTF-16 is left out of account."""
    return _OPENS.match(data[:4000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")) is not None


def read(source: Source, data: bytes, _aids: Aids) -> Document:
    """The letter, its notes, then the rest of the page as furniture.  Nothing is run and nothing is fetched.

    Raises InputProblem E-ENCODING.
    """
    flow = Flow()
    markup = decode(data, source.name, flow.draft)
    root = _parse(markup)
    if root is None:
        return flow.draft.document(source)
    if nested_too_deep(root) is not None:  # the parser stops at 256 levels without a word, and loses what comes after
        flow.draft.write(flat(markup, _LINES | _HEADINGS | _ASIDE, _WITH_CONTENT))
        what = (
            f"Elementen staan dieper dan {MAX_DEPTH} in elkaar: alleen de regels tekst zijn gelezen, niet wat zij zijn"
        )
        flow.draft.notice("html/nested", what, degrades=True)
        return flow.draft.document(source)
    letter = _letter(root)
    linked_notes(root, letter)
    _walk(flow, letter)
    flow.end(_note_text)
    for element in _asides(letter):
        flow.furniture(_plain(element))
    flow.furniture(_plain(root, letter) if letter is not root else "")
    return flow.draft.document(source)


def _parse(text: str) -> Element | None:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    # Surrogates by themselves cannot be encoded; the draft would remove them too.
    return tree(text.encode("utf-8", "ignore") or b" ", parser)


def _letter(root: Element) -> Element:
    """The smallest element that holds all that the official site marks as part of a letter; else the whole page."""
    parts = [item for item in root.iter() if _is_part(item)]
    if not parts:
        return root
    common = [parts[0], *parts[0].iterancestors()]
    for item in parts[1:]:
        over = {id(item), *(id(parent) for parent in item.iterancestors())}
        common = [parent for parent in common if id(parent) in over]
    return common[0]


def _is_part(element: Element) -> bool:
    return element.get("id") == "noten" or any(name in _PARTS for name in _classes(element))


def _classes(element: Element) -> list[str]:
    return str(element.get("class") or "").split()


def _inside(element: Element, names: frozenset[str]) -> bool:
    return any(parent.tag in names for parent in element.iterancestors())


def _asides(letter: Element) -> list[Element]:
    """The outermost elements in the letter that are no part of it."""
    every = (item for item in letter.iterdescendants() if _is_aside(item))
    return [item for item in every if not any(map(_is_aside, item.iterancestors()))]


def _is_aside(element: Element) -> bool:
    """Whether an element is what a page has besides its text: a menu, a foot, a word about cookies, by its name, role or class."""
    name = element.tag
    if name in _ASIDE or str(element.get("role") or "").lower() in _ROLES:
        return True
    if name == "div" and _CONSENT.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
        return next(element.iter("h1", *_PART_OF_LETTER), None) is None
    return name == "header" and not _inside(element, _PART_OF_LETTER) and next(element.iter("h1"), None) is None


def _walk(flow: Flow, element: Element) -> None:
    name, classes = str(element.tag), _classes(element)
    if name in _UNSEEN or "note-close" in classes or _is_aside(element):
        return
    if _is_hidden(element):
        if words(element):
            what = DELETED if name in _STRUCK else "Tekst die een browser niet toont, niet gelezen"
            here = Span(flow.draft.length, flow.draft.length + 1)  # what follows on the text before it
            flow.draft.notice("html/deletions" if name in _STRUCK else "html/hidden", what, (here,))
        return
    part = next((_PARTS[each] for each in classes if each in _PARTS), None)
    if part is None:
        _element(flow, element, name, classes)
        return
    flow.paragraph()
    with flow.block("part", part):
        _element(flow, element, name, classes)


def _element(flow: Flow, element: Element, name: str, classes: list[str]) -> None:
    if name == "div" and "noot" in classes:
        flow.notes.append(Note(_label(element, len(flow.notes) + 1), element))
    elif name == "table":
        _table(flow, rows(element))
    elif name == "pre":
        _preformatted(flow, element)
    elif name == "a":
        _anchor(flow, element, classes)
    elif name in _HEADINGS or "nummer" in classes:
        flow.line()
        with flow.block("heading", _said(element)):
            children(flow, element, _walk)
        flow.line()
    else:
        _block(flow, element, name)


def _table(flow: Flow, found: list[Row]) -> None:
    if not lays_out(found):
        table(flow, found, _walk)
        return
    for cell in (cell for row in found for cell in row):
        flow.paragraph()
        children(flow, cell, _walk)
    flow.paragraph()


def _preformatted(flow: Flow, element: Element) -> None:
    """Write text whose line ends count, as a browser saves a file of plain text."""
    flow.paragraph()
    for line in "".join(str(text) for text in element.itertext()).splitlines():
        flow.text(line)
        (flow.line if line.strip() else flow.paragraph)()
    flow.paragraph()


def _is_hidden(element: Element) -> bool:
    """Whether a browser does not show an element, or shows it struck out: it is no text of the page."""
    if element.tag in _STRUCK or element.get("hidden") is not None:
        return True
    return _HIDDEN.search(str(element.get("style") or "")) is not None


def _block(flow: Flow, element: Element, name: str) -> None:
    if _is_apart(element):
        flow.paragraph()
    elif name in _LINES:
        flow.line()
    if name == "li":
        with flow.block("list"):
            flow.draft.write(f"{_number(element)} ")
            flow.stay()
            children(flow, element, _walk)
    else:
        children(flow, element, _walk)
    if name in _LINES:
        flow.line()


def _is_apart(element: Element) -> bool:
    """Whether a browser shows an empty line here: between paragraphs, at a second line end or one in an empty element."""
    before = element.getprevious()
    if before is not None:
        return before.tag == element.tag == "p" or (
            before.tag == element.tag == "br" and not (before.tail or "").strip()
        )
    parent = element.getparent()
    return element.tag == "br" and parent is not None and not words(parent)


def _anchor(flow: Flow, element: Element, classes: list[str]) -> None:
    shown = words(element)
    if "nootnum" in classes and _MARK.fullmatch(shown):
        flow.mark(shown)
        return
    with flow.link(address(str(element.get("href") or ""))):
        children(flow, element, _walk)


def _number(item: Element) -> str:
    """What a browser prints before an item of a list."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "•"
    place = sum(1 for _ in item.itersiblings("li", preceding=True)) + 1
    return formatted(place, _STYLES.get(str(parent.get("type")), "decimal")) + "."


def _said(element: Element) -> str | None:
    """What the bare number of old pages stands for: "Vraag 1"."""
    parent = element.getparent()
    named = [_WORDS[name] for name in ([] if parent is None else _classes(parent)) if name in _WORDS]
    printed = words(element)
    return f"{named[0]} {printed}" if named and printed.isdecimal() else None


def _label(note: Element, place: int) -> str:
    """The number that a note of the official site prints before itself."""
    for item in note.iter("span"):
        if "nootnum" in _classes(item):
            return words(item) or str(place)
    return str(place)


def _note_text(flow: Flow, note: Element) -> None:
    for child in note:
        if not (child.tag == "sup" and any("nootnum" in _classes(item) for item in child.iter("span"))):
            _walk(flow, child)
        flow.text(child.tail)


def _plain(element: Element, without: Element | None = None) -> str:
    """The text of an element in lines, without notes and without one part of it."""

    def walk(flow: Flow, item: Element) -> None:
        if item is without or item.tag in _UNSEEN:
            return
        if item.tag in _LINES or item.tag in _HEADINGS or item.tag in _ASIDE:
            flow.line()
            children(flow, item, walk)
            flow.line()
        else:
            children(flow, item, walk)

    flow = Flow()
    walk(flow, element)
    return flow.draft.tail(0)
