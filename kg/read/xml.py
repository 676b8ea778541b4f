"""The official XML of Kamervragen (officiele-publicatie), current and old form, in the lines of the printed page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from kg.errors import InputProblem
from kg.read._flow import Element, Flow, Note, children, table
from kg.read._metadata import check_days, own, write, write_days
from kg.read._protocol import Aids
from kg.read._xml import address, local, parse, words
from kg.records import Document, Source

MEDIA_TYPES = ("application/xml",)
APART = True

_ROOTS = frozenset(("officiele-publicatie", "kamervragen", "kamervraag", "aanhangsel"))
_OPENS = re.compile(rb"<\?xml\b|<(?:officiele-publicatie|kamervragen|kamervraag|aanhangsel)[\s>]")

_UNSEEN = frozenset(("metadata", "noot.nr", "plaatje", "illustratie"))
_HEADINGS = frozenset(("nr", "nummer", "kop", "titel", "tussenkop"))
_PARAGRAPHS = frozenset(
    ("vraag", "antwoord", "kamervraagopmerking", "kamervraagbijlage", "toelicht", "ondertekening", "reactie")
)
_LINES = frozenset(
    (
        "al",
        "al-groep",
        "lijst",
        "tekstregel",
        "kamervraagnummer",
        "kamervraagomschrijving",
        "vraagnummer",
        "omschr",
        "kamervraagkop",
        "kamervragen",
        "vragen",
        "body",
        "noot.lijst",
        "noot.al",
        "citaat",
        "li",
    )
)
# Elements that are read for what is in them, and those whose attributes are all they have.
_OTHERS = frozenset(
    (
        *("meta", "aanhangsel", "kamervraag", "officiele-publicatie", "kamervraagonderwerp", "naam", "achternaam"),
        *("voorvoegsels", "functie", "organisatie", "datum", "li.nr", "noot", "nootref", "nadruk", "extref", "intref"),
        *("dossierref", "sup", "inf", "table", "tgroup", "colspec", "thead", "tbody", "row", "entry"),
    )
)
_PARTS = {  # what an element is by its name
    "vraag": "question",
    "antwoord": "answer",
    "kamervraagopmerking": "remark",
    "toelicht": "remark",
    "kamervraagomschrijving": "head",
    "omschr": "head",
}
_KNOWN = _UNSEEN | _HEADINGS | _PARAGRAPHS | _LINES | _OTHERS
_LISTED = 20  # names of unknown elements
_WORDS = {"vraag": "Vraag", "vragen": "Vraag", "antwoord": "Antwoord", "reactie": "Antwoord"}


def accepts(name: str, data: bytes) -> bool:  # noqa: ARG001 - all formats are asked alike
    """Whether the bytes begin as XML; every second byte of UTF-16 is left out of account."""
    return _OPENS.match(data[:400].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")) is not None


def read(source: Source, data: bytes, aids: Aids) -> Document:
    """Heading, questions and answers; the notes at the end, wherever the file has them; then what the metadata state.

    Raises InputProblem E-XML-DTD, E-XML-BROKEN, E-LIMIT, E-TYPE-UNSUPPORTED.
    """
    root = parse(data, source.name)
    if local(root) not in _ROOTS:
        raise _other(source.name, local(root))
    reading = _Reading(
        notes={str(item.get("id")): item for item in root.iter("{*}noot")},
        referred=frozenset(str(item.get("refid")) for item in root.iter("{*}nootref")),
    )
    flow = Flow()
    reading.walk(flow, root)
    flow.end(reading.content)
    identifier = _identifier(root)
    flow.furniture(identifier)
    write_days(flow.draft, root)
    if aids.metadata:
        write(flow.draft, aids.metadata, own(root) | ({"publication": identifier} if identifier else {}))
    check_days(flow.draft, root)
    _tell_unknown(flow, root)
    return flow.draft.document(source)


@dataclass(frozen=True, slots=True)
class _Reading:
    """The notes of a document by identifier, and which of them are referred to from elsewhere (the old form)."""

    notes: dict[str, Element]
    referred: frozenset[str]

    def walk(self, flow: Flow, element: Element) -> None:
        """Write an element."""
        name = local(element)
        if name in ("noot", "nootref"):
            self._reference(flow, element, name)
        elif name == "table":
            table(flow, [list(row.iter("{*}entry")) for row in element.iter("{*}row")], self.walk)
        elif name in ("extref", "intref"):
            with flow.link(address(str(element.get("doc") or ""))):
                self.content(flow, element)
        elif name in _HEADINGS:
            flow.line()
            with flow.block("heading", _said(element)):
                self.content(flow, element)
            flow.line()
        elif name not in _UNSEEN:
            self._block(flow, element, name)

    def content(self, flow: Flow, element: Element) -> None:
        """Write what is in an element."""
        children(flow, element, self.walk)

    def _block(self, flow: Flow, element: Element, name: str) -> None:
        is_line = name in _LINES or _is_signature(element)
        if name in _PARAGRAPHS:
            flow.paragraph()
        elif is_line:
            flow.line()
        if name == "li":
            with flow.block("list"):
                self.content(flow, element)
        elif name in _PARTS:
            with flow.block("part", _PARTS[name]):
                self.content(flow, element)
        else:
            self.content(flow, element)
        if name == "li.nr":
            flow.text(" ")
            flow.stay()
        elif is_line or name in _PARAGRAPHS:
            flow.line()

    def _reference(self, flow: Flow, element: Element, name: str) -> None:
        """Print the mark of a note and keep its text for the end."""
        note = element if name == "noot" else self.notes.get(str(element.get("refid")))
        if note is None or (name == "noot" and element.get("id") in self.referred):
            return
        printed = next((words(item) for item in note if local(item) == "noot.nr"), "")
        label = printed or (words(element) if name == "nootref" else "") or str(len(flow.notes) + 1)
        flow.mark(label)
        if all(known.element is not note for known in flow.notes):
            flow.notes.append(Note(label, note))


def _tell_unknown(flow: Flow, root: Element) -> None:
    """Notice elements that this form of the XML is not known to have."""
    unknown = Counter(name for item in root.iter("*") if (name := local(item)) not in _KNOWN)
    if unknown:
        listed = [f"{name[:40]} ({count}×)" for name, count in sorted(unknown.items())]
        more = f" en {len(listed) - _LISTED} andere" if len(listed) > _LISTED else ""
        what = f"Onbekende elementen, gelezen als gewone tekst: {', '.join(listed[:_LISTED])}{more}"
        flow.draft.notice("xml/unknown-elements", what, degrades=True)


def _said(element: Element) -> str | None:
    """What the bare number of the old form stands for: "Vraag 1"."""
    parent = element.getparent()
    word = _WORDS.get("" if parent is None else local(parent))
    printed = words(element)
    return f"{word} {printed}" if word and printed.isdecimal() else None


def _is_signature(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and local(parent) == "ondertekening"


def _identifier(root: Element) -> str:
    """The publication identifier, from the address of the metadata beside the document."""
    for meta in root.iter("{*}meta"):
        if meta.get("name") == "OVERHEIDop.externMetadataRecord":
            return str(meta.get("content")).rpartition("/")[0].rpartition("/")[2]
    return ""


def _other(where: str, name: str) -> InputProblem:
    if name == "metadata_gegevens":
        return InputProblem("E-TYPE-UNSUPPORTED", where, "this is metadata only", "Give the document beside it.")
    advice = "Give the XML of a publication (officiele-publicatie), or the text."
    return InputProblem("E-TYPE-UNSUPPORTED", where, f"XML with root <{name[:40]}> is not read", advice)
