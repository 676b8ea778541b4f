"""Notes that links lead to: marks and notes as word processors, mail and web pages print them, each leading to the other.

    <sup><a href="#fn1" id="ref1">1</a></sup> ... <li id="fn1">Avondpost, 3 mei 2031 <a href="#ref1">↩</a></li>

They are set as on the official site, whose classes tell them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from lxml import etree

from kg.read._flow import Element
from kg.read._xml import words

_SHOWN = re.compile(r"[\[(]?\s?(?P<label>[0-9]{1,3}|[a-z]|\*{1,3})\s?[\])]?")
_IN_LINE = frozenset(("a", "b", "em", "font", "i", "small", "span", "strong", "sup", "u", "td", "th"))
_NOTES = frozenset(("li", "p", "div", "tr", "aside", "dd", "blockquote", "table"))
_ENDS_IN_NUMBER = re.compile(r"\d$")  # id="ftn1", of a note that may have several paragraphs
_BACK = 30  # characters; a longer link says something
_WORD = re.compile(r"[^\W\d_]{2}")


def linked_notes(root: Element, letter: Element) -> None:
    """Set linked marks and notes as the official site does, the notes at the end of the letter, without the links back."""
    anchors = [each for each in root.iter("a") if "#" in str(each.get("href"))]
    if not any(map(_label, anchors)):
        return
    order = {element: place for place, element in enumerate(root.iter())}
    places = _places(order)
    leads = {anchor: to for anchor in anchors if (to := places.get(_fragment(anchor))) is not None}
    marks = {a: to for a, to in leads.items() if _label(a) and order[a] < order[to]}
    others = {*marks, *marks.values()}
    notes = {to: note for to in dict.fromkeys(marks.values()) if (note := _note(to, others)) is not None}
    back = {to: [a for a in note.iter("a") if _is_inner(a) and leads.get(a) not in notes] for to, note in notes.items()}
    true = {
        mark: to
        for mark, to in marks.items()
        if to in notes and (_is_raised(mark) or any(_stands_at(leads.get(a), mark) for a in back[to]))
    }
    labels = {to: _label(mark) for mark, to in reversed(true.items())}  # by its first mark
    for to in dict.fromkeys(true.values()):
        _unlabel(notes[to], labels[to])
        for link in back[to]:
            if len(words(link)) <= _BACK:
                _empty(link)
        _set_note(letter, notes[to], labels[to])
    for mark in true:
        _set_mark(mark)


def _label(anchor: Element) -> str:
    """What an anchor shows, if it can be the label of a note that no class tells."""
    found = _SHOWN.fullmatch(words(anchor)) if "nootnum" not in str(anchor.get("class")) else None
    return found["label"] if found else ""


def _is_inner(anchor: Element) -> bool:
    return str(anchor.get("href")).strip().startswith("#")


def _fragment(anchor: Element) -> str:
    return unquote(str(anchor.get("href")).strip().partition("#")[2])


def _places(elements: Iterable[Element]) -> dict[str, Element]:
    """What links can lead to, by its name; the first of a name."""
    out: dict[str, Element] = {}
    for element in elements:
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                out.setdefault(str(name), element)
    return out


def _note(place: Element, others: set[Element]) -> Element | None:
    """The element that holds the note at a place and nothing else: the place itself, or one that it stands at the beginning of."""
    note = None
    for element in (place, *place.iterancestors()):
        if any(each is not place and each in others for each in element.iter()):
            break
        told = element.tag == "li" or _ENDS_IN_NUMBER.search(str(element.get("id") or ""))
        if element.tag not in _IN_LINE and (note is None or told):
            note = element
        if element.tag == "li" or _is_preceded(element):
            break
    return note if note is not None and note.tag in _NOTES and _WORD.search(words(note)) else None


def _is_preceded(element: Element) -> bool:
    """Whether its parent says a word before an element."""
    parent = element.getparent()
    if parent is not None and _WORD.search(parent.text or ""):
        return True
    said = (text for each in element.itersiblings(preceding=True) for text in (each.tail or "", words(each)))
    return any(map(_WORD.search, said))


def _is_raised(mark: Element) -> bool:
    """Whether a mark is printed raised or in brackets, as no other link of one number is."""
    parent = mark.getparent()
    raised = next(mark.iter("sup"), None) is not None or (parent is not None and parent.tag == "sup")
    return raised or words(mark)[:1] in {"[", "("} or _text_before(mark).endswith("[")


def _text_before(element: Element) -> str:
    before, parent = element.getprevious(), element.getparent()
    return (before.tail if before is not None else parent.text if parent is not None else None) or ""


def _stands_at(place: Element | None, mark: Element) -> bool:
    """Whether a place is that of a mark: itself, an empty anchor before it, or what raises it."""
    parent = mark.getparent()
    raises = parent is not None and parent.tag in _IN_LINE
    return place is not None and (place is mark or place is mark.getprevious() or (raises and place is parent))


def _empty(element: Element) -> None:
    """Take all away from an element; what follows it stays."""
    tail = element.tail
    element.clear()
    element.tail = tail


def _set_mark(mark: Element) -> None:
    """Leave the number of a mark, without the brackets in it or round it."""
    label, text, tail = _label(mark), _text_before(mark), mark.tail or ""
    _empty(mark)
    mark.set("class", "nootnum")
    mark.text = label
    if text.endswith("[") and tail.startswith("]"):
        mark.tail = tail[1:]
        before, parent = mark.getprevious(), mark.getparent()
        if before is not None:
            before.tail = text[:-1]
        elif parent is not None:
            parent.text = text[:-1]


def _set_note(letter: Element, note: Element, label: str) -> None:
    """Move what a note says to the end of the letter, its label told apart."""
    moved = etree.SubElement(letter, "div", {"class": "noot"})
    sup = etree.SubElement(moved, "sup")
    etree.SubElement(sup, "span", {"class": "nootnum"}).text = label
    sup.tail, note.text = note.text, None
    moved.extend(list(note))
    note.tag = "div"  # an item of a list or a row of a table would print something though empty


def _unlabel(note: Element, label: str) -> None:
    """Take away the label that is printed before a note; where the browser counts, a bare number is what the note says."""
    parent, told = note.getparent(), re.escape(label)
    counted = note.tag == "li" and parent is not None and parent.tag == "ol"
    bare = "" if counted else rf"|{told}(?![\w/])[.:]?"
    found = re.match(rf"\s*(?:\[\s?{told}\s?\]|\(?{told}\s?\){bare})\s*", "".join(map(str, note.itertext())))
    left = found.end() if found else 0
    for holder, part in _texts(note) if left else ():
        said = str(getattr(holder, part))
        setattr(holder, part, said[left:])
        left = max(0, left - len(said))


def _texts(element: Element) -> list[tuple[Element, str]]:
    """Where the text of an element is held, in order: before its elements, in each and after each."""
    inner = [held for child in element for held in (*_texts(child), (child, "tail"))]
    return [(holder, part) for holder, part in ((element, "text"), *inner) if getattr(holder, part)]
