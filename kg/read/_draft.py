"""A document while it is being written: the text so far, and what is known of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from kg.records import Block, BlockKind, Document, Source, Span

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85]")
# PDFium writes U+FFFE for the hyphen at the end of a printed line, with or without the line end itself.
_HYPHEN = re.compile("\ufffe(?!\n)(?=\\w)")
_WEB = re.compile(r"https?://", re.IGNORECASE)
# What XML and N-Quads cannot hold or a terminal would obey: controls, lone surrogates and noncharacters.
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\uffff"
    + "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)


def canonical(text: str) -> str:
    r"""The text as the project keeps it: line ends as \n, nothing unwritable, and nothing else changed.

    >>> canonical("weten\ufffeschap\r\nen\x00 kunst\f")
    'weten-\nschap\nen kunst\n'
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _HYPHEN.sub("-\n", text).replace("\ufffe", "-")
    return _UNWRITABLE.sub("", text)


class Draft:
    """The one way in which readers make a document: text is cleaned on its way in, so that spans stay true."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._blocks: list[Block] = []
        self._last = "\n"
        self.length = 0

    def write(self, text: str) -> None:
        """Add `text` at the end."""
        text = canonical(text)
        if text:
            self._pieces.append(text)
            self._last = text[-1]
            self.length += len(text)

    def start_line(self) -> None:
        """End the line that is being written, if there is one."""
        if self._last != "\n":
            self.write("\n")

    def space(self) -> None:
        """Add a space, unless a space or a line end stands there."""
        if not self._last.isspace():
            self.write(" ")

    @contextmanager
    def block(self, kind: BlockKind, label: str | None = None, page: int | None = None) -> Iterator[None]:
        """All that is written inside is a block of this kind; nothing written, no block."""
        start, place = self.length, len(self._blocks)
        yield
        if self.length > start:
            self._blocks.insert(place, Block(Span(start, self.length), kind, label, page))

    @contextmanager
    def note(self, printed: str, label: str, page: int | None = None) -> Iterator[None]:
        """All that is written inside is a note, on a new line; its mark before it is no text of the letter."""
        self.start_line()
        if printed:
            with self.block("furniture", page=page):
                self.write(printed)
            self.write(" ")
        with self.block("note", label, page):
            yield

    def tail(self, start: int) -> str:
        """What was written from `start` on."""
        pieces: list[str] = []
        at = self.length
        for piece in reversed(self._pieces):
            if at <= start:
                break
            pieces.append(piece)
            at -= len(piece)
        return "".join(reversed(pieces))[max(0, start - at) :]

    def link(self, start: int, address: str) -> None:
        """What was written from `start` on leads to the web address, unless that is what it says itself."""
        shown = self.tail(start)
        if shown.strip() and _WEB.match(address) and _bare(shown) != _bare(address):
            self._blocks.append(Block(Span(start, self.length), "link", canonical(address).strip()))

    def append(self, other: Draft) -> None:
        """Add another draft at the end, with its blocks, without the white space round it."""
        text = other.tail(0)
        lead = len(text) - len(text.lstrip())
        start, stop = self.length - lead, len(text.rstrip())
        self.write(text.strip())
        for block in other._blocks:
            first, last = max(block.span.start, lead), min(block.span.end, stop)
            if first < last:
                self._blocks.append(replace(block, span=Span(start + first, start + last)))

    def document(self, source: Source) -> Document:
        """The document as written."""
        return Document(source, "".join(self._pieces), tuple(sorted(self._blocks, key=_place)))


def _bare(address: str) -> str:
    """A web address without what people leave out when they print it."""
    return _WEB.sub("", "".join(address.split())).removeprefix("www.").rstrip("/.").lower()


def _place(block: Block) -> tuple[int, int]:
    return block.span.start, -block.span.end
