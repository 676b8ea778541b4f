"""Marked-up text as lines: white space means nothing there, elements begin lines and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from lxml import etree

from kg.read._draft import Draft
from kg.records import BlockKind

_WHITE = re.compile(r"[ \t\r\n\f]+")

Element = etree._Element  # noqa: SLF001 - lxml has no other name for it
Walk = Callable[["Flow", Element], None]


@dataclass(slots=True)
class Note:
    """A note whose mark was met; its text is written when the letter has ended."""

    label: str
    element: Element


@dataclass(slots=True)
class Flow:
    """A draft that is written from elements; what separates two texts is written only when the second comes."""

    draft: Draft = field(default_factory=Draft)
    notes: list[Note] = field(default_factory=list)
    in_cell: bool = False
    _waits: str = ""
    _stays: bool = False

    def text(self, text: str | None) -> None:
        """Add text; any white space in it is one space, and a hyphen that is seen at line ends only is none."""
        text = _WHITE.sub(" ", (text or "").replace("\xad", ""))
        if text.startswith(" "):
            self._wait(" ")
        if text.strip(" "):
            self._settle()
            self.draft.write(text.strip(" "))
            self._waits = " " if text.endswith(" ") else ""

    def line(self) -> None:
        """What follows begins a line; in a cell of a table, a word."""
        self._wait(" " if self.in_cell else "\n")

    def paragraph(self) -> None:
        """What follows begins a line after an empty one; in a cell of a table, a word."""
        self._wait(" " if self.in_cell else "\n\n")

    def stay(self) -> None:
        """What follows stays on the line, whatever element it begins with."""
        self._settle()
        self._stays = True

    def between(self, white: str) -> None:
        """Separate cells (a tab) or rows (a line end), whatever waits."""
        self._waits = ""
        self.draft.write(white)

    @contextmanager
    def block(self, kind: BlockKind, label: str | None = None) -> Iterator[None]:
        """All that is written inside is a block of this kind."""
        self._settle()
        with self.draft.block(kind, label):
            yield

    def mark(self, label: str) -> None:
        """Print the mark of a note."""
        with self.block("mark", label):
            self.draft.write(label)

    @contextmanager
    def link(self, address: str) -> Iterator[None]:
        """All that is written inside leads to the address."""
        self._settle()
        start = self.draft.length
        yield
        self.draft.link(start, address)

    def end(self, walk: Walk) -> None:
        """Write the notes, each on a line after its mark, and end the last line."""
        for note in self.notes:  # a note may add notes
            self.stay()
            with self.draft.note(note.label, note.label):
                walk(self, note.element)
        self._waits = ""
        if self.draft.length:
            self.draft.start_line()

    def furniture(self, text: str) -> None:
        """Write lines that do not belong to the letter, after all that does."""
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        if lines:
            self.draft.start_line()
            with self.draft.block("furniture"):
                self.draft.write("\n".join(lines))

    def _wait(self, white: str) -> None:
        self._waits = max(self._waits, white, key=lambda item: (item.count("\n"), len(item)))

    def _settle(self) -> None:
        waits, self._waits = "" if self._stays else self._waits, ""
        self._stays = False
        if not self.draft.length or not waits:
            return
        if waits == " ":
            self.draft.space()
            return
        self.draft.start_line()
        if waits == "\n\n" and self.draft.tail(self.draft.length - 2) != "\n\n":
            self.draft.write("\n")


def children(flow: Flow, element: Element, walk: Walk) -> None:
    """Write the text of an element and all that is in it."""
    flow.text(element.text)
    for child in element:
        walk(flow, child)
        flow.text(child.tail)


def table(flow: Flow, rows: list[list[Element]], walk: Walk) -> None:
    """Write rows of cells as lines with tabs."""
    flow.line()
    outer, flow.in_cell = flow.in_cell, True
    with flow.block("table"):
        for place, row in enumerate(rows):
            flow.between("\n" if place else "")
            for at, cell in enumerate(row):
                flow.between("\t" if at else "")
                children(flow, cell, walk)
        flow.between("")
    flow.in_cell = outer
    flow.line()
