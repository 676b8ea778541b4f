"""Pages taken apart to one document: the lines of each page and what stands round them, then the notes, as in Word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.read._draft import Draft
from kg.read._pdf_fragments import Fragment
from kg.read._pdf_lie import Edges
from kg.read._pdf_lines import Line, Page
from kg.records import Span

_WIDE = 2.0  # letter heights between fragments that are cells
_SPACE = 0.15  # letter heights between fragments that are words
_PARAGRAPH = 1.45  # times the distance of lines that says: an empty line
_UNSEEN = {
    "invisible": "Onzichtbaar op de bladzijde, maar wel gelezen: tekst van OCR achter een scan, of verborgen tekst",
    "white": "In wit gezet, dus op wit papier onzichtbaar, maar wel gelezen",
    "tiny": "Zo klein gezet dat niemand het op papier leest, maar wel gelezen",
    "outside": "Naast het blad gezet, dus niet op papier te zien, maar wel gelezen",
}
_DEPTH, _HEIGHT = 0.25, 0.8  # parts of the size of letters below their base line and above it
_UNIT = re.compile(r"\b(?:[kcdm]?m|10)\Z")  # the 2 of "40 m2" is no mark
_ENTRY = re.compile(r"\[?(?P<label>[0-9]{1,3})(?:[\].)]|\s)")  # how an entry of a list of notes begins


def write(draft: Draft, pages: list[Page]) -> None:
    """Write all pages, then their notes; a raised number is a mark where the document has a note of that label.

    Notes at the end of the letter are lines like others: what begins with the number may be one.
    """
    labels = {note.label for page in pages for note in page.notes} | set(_entries(pages))
    for page in pages:
        draft.start_line()
        with draft.block("text", page=page.number):
            _paragraphs(draft, page, labels)
            for line in page.furniture:
                draft.start_line()
                with draft.block("furniture", page=page.number):
                    _line(draft, line, set(), page.number)
    last = ""
    for page in (page for page in pages if page.notes):
        draft.start_line()
        with draft.block("text", page=page.number):
            for note in page.notes:
                last = note.label or last
                with draft.note(note.printed, last, page.number):
                    for place, line in enumerate(note.lines):
                        draft.write("\n" if place else "")
                        _line(draft, line, set(), page.number)


def _entries(pages: list[Page]) -> Iterator[str]:
    """The numbers that lines begin with."""
    for first in (line.fragments[0] for page in pages for line in page.lines):
        if first.raised and first.raised[0][0] == 0:
            yield first.text[: first.raised[0][1]].strip("[])")
        elif found := _ENTRY.match(first.text):
            yield found["label"]


def _paragraphs(draft: Draft, page: Page, labels: set[str]) -> None:
    steps = [upper.y - lower.y for upper, lower in pairwise(page.lines)]
    # Not the median: where most paragraphs are a line long, that is the distance of paragraphs.
    within = sorted(step for step, line in zip(steps, page.lines, strict=False) if step >= line.size)
    normal = within[(len(within) - 1) // 4] if within else 0.0
    for line, step in zip(page.lines, [*steps, 0.0], strict=False):
        _line(draft, line, labels, page.number)
        draft.write("\n\n" if step > _PARAGRAPH * normal else "\n")


def _line(draft: Draft, line: Line, labels: set[str], page: int) -> None:
    end: float | None = None
    for fragment in line.fragments:
        gap = 0.0 if end is None else fragment.x0 - end
        is_mark = fragment.raised == ((0, len(fragment.text)),)
        if gap > _WIDE * line.size:
            draft.write("\t")
        elif gap > _SPACE * line.size and not is_mark:
            draft.write(" ")
        _fragment(draft, fragment, labels, page)
        end = fragment.x1


def _fragment(draft: Draft, fragment: Fragment, labels: set[str], page: int) -> None:
    text, whole = fragment.text, draft.length
    spans = [*fragment.raised, *((start, end) for start, end, _ in fragment.links)]
    edges = {0, len(text), *(edge for span in spans for edge in span)}
    begun: dict[int, int] = {}
    for first, after in pairwise(sorted(edges)):
        begun[first] = draft.length
        piece = text[first:after]
        marks = _marks(piece, labels) if (first, after) in fragment.raised else []
        if marks and not _UNIT.search(draft.tail(max(0, draft.length - 6))):
            for label, mark in marks:
                with draft.block("mark", label, page):
                    draft.write(mark)
        else:
            draft.write(piece)
        for start, end, address in fragment.links:
            if end == after:
                draft.link(begun[start], address)
    draft.box(whole, page, _edges(fragment))
    if fragment.unseen and any(map(str.isalpha, text)):  # white page numbers are common
        draft.notice(f"pdf/{fragment.unseen}-text", _UNSEEN[fragment.unseen], (Span(whole, draft.length),))


def _marks(piece: str, labels: set[str]) -> list[tuple[str, str]]:
    """The notes that a raised stretch refers to, as printed: 12 is note 12, or where there is none, notes 1 and 2."""
    label = piece.strip("[])")
    if label in labels or not label.isdecimal():
        return [(label, piece)] if label in labels else []
    for cut in range(1, len(piece)):
        marks = [piece[:cut]]
        while len("".join(marks)) < len(piece):
            marks.append(str(int(marks[-1]) + 1))
        if "".join(marks) == piece and labels.issuperset(marks):
            return [(mark, mark) for mark in marks]
    return []


def _edges(fragment: Fragment) -> Edges:
    """The left, bottom, right and top edge of a fragment on its page as that lies, in points."""
    bottom, top = fragment.y - _DEPTH * fragment.size, fragment.y + _HEIGHT * fragment.size
    upright = (fragment.x0, bottom, fragment.x1, top)
    return fragment.lie.back(upright) if fragment.lie else upright
