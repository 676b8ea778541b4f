"""A document while it is being written: the text so far, and what is known of its parts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from math import isfinite

from kg.records import Block, BlockKind, Box, Document, Issue, Source, Span

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85]")
# PDFium writes U+FFFE for the hyphen at the end of a printed line, with or without the line end itself.
_HYPHEN = re.compile("\ufffe(?!\n)(?=\\w)")
_FIRST_LINE = re.compile(r"\S.{0,200}")
_PLACES = 40  # of one issue; a damaged file has thousands
DELETED = "Doorgehaalde tekst, gelezen zoals geschrapt: weggelaten"
_WEB = re.compile(r"https?://", re.IGNORECASE)
# What XML and N-Quads cannot hold or a terminal would obey: controls, lone surrogates and noncharacters.
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\uffff"
    + "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)


_OVERRIDES = "\u202d\u202e"  # which show letters in another order than they stand in


def canonical(text: str) -> str:
    r"""The text as the project keeps it: line ends as \n, nothing unwritable, and nothing else changed.

    >>> canonical("weten\ufffeschap\r\nen\x00 kunst\f")
    'weten-\nschap\nen kunst\n'
    """
    return _UNWRITABLE.sub("", _lines(text))


def _lines(text: str) -> str:
    text = _LINE_ENDS.sub("\n", text)
    return _HYPHEN.sub("-\n", text).replace("\ufffe", "-")


class Draft:
    """The one way in which readers make a document: text is cleaned on its way in, so that spans stay true."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._blocks: list[Block] = []
        self._boxes: list[Box] = []
        self._notices: dict[tuple[str, str, bool], list[Span]] = {}  # (rule, message, degrades): where
        self._removed: Counter[str] = Counter()
        self._gaps: list[Span] = []
        self._last = "\n"
        self.length = 0

    def write(self, text: str) -> None:
        """Add `text` at the end."""
        if not text.isprintable():  # most pieces are, and then there is nothing to clean
            text = _lines(text)
            text = self._cleaned(text) if _UNWRITABLE.search(text) else text
        if text:
            self._pieces.append(text)
            self._last = text[-1]
            self.length += len(text)

    def _cleaned(self, text: str) -> str:
        """The text without what is unwritable, which is counted."""
        counts = Counter(text)
        self._removed.update({char: counts[char] for char in counts if _UNWRITABLE.match(char)})
        for before, found in enumerate(islice(_UNWRITABLE.finditer(text), _PLACES - len(self._gaps))):
            at = self.length + found.start() - before
            self._gaps.append(Span(at, at + 1))
        return _UNWRITABLE.sub("", text)

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

    def box(self, start: int, page: int, edges: tuple[float, float, float, float]) -> None:
        """What was written from `start` on is printed on a page between these edges: left, bottom, right, top.

        Edges that are no numbers, as a damaged file may have them, are no place.
        """
        if self.length > start and all(map(isfinite, edges)):
            self._boxes.append(Box(start, self.length, page, *(round(edge, 1) for edge in edges)))

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
        self._removed.update(other._removed)
        for block in other._blocks:
            first, last = max(block.span.start, lead), min(block.span.end, stop)
            if first < last:
                self._blocks.append(replace(block, span=Span(start + first, start + last)))

    def notice(self, rule: str, message: str, spans: Iterable[Span] = (), *, degrades: bool = False) -> None:
        """Tell the user (in Dutch) what the reader noticed; the same message at several places is one issue."""
        self._notices.setdefault((rule, canonical(message), degrades), []).extend(spans)

    def document(self, source: Source) -> Document:
        """The document as written."""
        text = "".join(self._pieces)
        self._tell_removed()
        if any(sign in text for sign in _OVERRIDES):
            what = "Tekens die de leesrichting omkeren: de tekst is gelezen in de volgorde van het bestand, getoond kan die anders zijn"
            self.notice("read/direction", what, _overridden(text))
        blocks = tuple(sorted(self._blocks, key=_place))
        return Document(source, text, blocks, tuple(self._issues(text)), tuple(self._boxes))

    def _tell_removed(self) -> None:
        if self._removed:
            listed = ", ".join(f"U+{ord(char):04X} {count}×" for char, count in sorted(self._removed.items()))
            what = f"Weggelaten tekens, die geen tekst zijn en in geen bestandsformaat passen: {listed}"
            self.notice("read/characters", what, self._gaps)

    def _issues(self, text: str) -> Iterator[Issue]:
        """What was noticed; what has no place in the text is shown at its first line."""
        first = _FIRST_LINE.search(text)
        whole = (Span(*first.span()),) if first else ()
        for (rule, message, degrades), spans in self._notices.items():
            yield Issue(tuple(_joined(spans, len(text))) or whole, rule, message, "read", degrades)


def _overridden(text: str) -> Iterator[Span]:
    """The signs that turn the direction of writing, the first of them."""
    places = (at for at, char in enumerate(text) if char in _OVERRIDES)
    return (Span(at, at + 1) for at in islice(places, _PLACES))


def _joined(spans: list[Span], length: int) -> Iterator[Span]:
    """Spans that a line end or an empty line parts are one."""
    last: Span | None = None
    for span in sorted(spans):
        if last and span.start <= last.end + len("\n\n"):
            last = Span(last.start, max(last.end, span.end))
            continue
        if last and last.start < length:
            yield Span(last.start, min(last.end, length))
        last = span
    if last and last.start < length:
        yield Span(last.start, min(last.end, length))


def numbers(found: Iterable[int]) -> str:
    """Numbers in order as people list them.

    >>> numbers([2, 5, 6, 7])
    '2, 5-7'
    """
    ranges: list[list[int]] = []
    for number in found:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    listed = [str(first) if first == last else f"{first}-{last}" for first, last in ranges]
    return ", ".join(listed[:_PLACES]) + (" …" if len(listed) > _PLACES else "")


def _bare(address: str) -> str:
    """A web address without what people leave out when they print it."""
    return _WEB.sub("", "".join(address.split())).removeprefix("www.").rstrip("/.").lower()


def _place(block: Block) -> tuple[int, int]:
    return block.span.start, -block.span.end
