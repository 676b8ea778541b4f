"""A text in the letters that a person reads, and the way back to what is printed.

Signs that no reader sees (zero-width spaces, marks of writing direction) are out, ligatures are their letters, an accent
that is a sign of its own is on its letter, a soft hyphen between letters at a line's end is the hyphen that it prints, and
the signs ">" before the lines that a mail quotes are out (see `quoted`), as page furniture is.  The canonical
text keeps what was printed: the parts of a document are found in the plain text and then said of the printed one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from unicodedata import normalize

from kg.records import Answer, Block, Document, Issue, Note, NoteMark, Passage, Question, Run, Span, Structure
from kg.segment.mail import quoted

SOFT_HYPHEN = "\u00ad"
_UNSEEN = (
    "\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufe0f\ufeff"
)
_LIGATURES = "\u0132\u0133\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"
_ACCENTS = "\u0300\u0301\u0302\u0303\u0307\u0308\u030a\u030c\u0327"  # of the languages that names come from
_ODD = f"{SOFT_HYPHEN}{_UNSEEN}{_LIGATURES}{_ACCENTS}"
_REWRITTEN = re.compile(
    rf"(?P<unseen>[{_UNSEEN}]+)|(?<=[^\W\d_]){SOFT_HYPHEN}(?P<ends>[^\S\n]*\n)(?=\s*[^\W\d_])|{SOFT_HYPHEN}|[{_LIGATURES}]|[^\W\d_][{_ACCENTS}]+"
)


@dataclass(slots=True)
class Plain:
    """A document in plain letters.  Rewritten stretches, in order: `printed` in the printed text, `read` in the plain one.

    `quoted`: where in the plain text the lines of a quotation begin.
    """

    printed: list[tuple[int, int]] = field(default_factory=list)
    read: list[tuple[int, int]] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    quoted: set[int] = field(default_factory=set)

    def start(self, at: int) -> int:
        """Where the plain character at `at` begins in the printed text."""
        place = bisect_right(self.read, at, key=_first) - 1
        if place < 0:
            return at
        end = self.read[place][1]
        return self.printed[place][0] if at < end else self.printed[place][1] + at - end

    def end(self, at: int) -> int:
        """Where the plain character before `at` ends in the printed text."""
        place = bisect_right(self.read, at - 1, key=_first) - 1
        if place < 0:
            return at
        return self.printed[place][1] + max(0, at - self.read[place][1])

    def span(self, span: Span) -> Span:
        """Where a stretch of the plain text is printed."""
        start = self.start(span.start)
        return Span(start, max(start, self.end(span.end)))

    def back(self, at: int) -> int:
        """Where the printed character at `at` stands in the plain text, or what follows it where it is out."""
        place = bisect_right(self.printed, at, key=_first) - 1
        if place < 0:
            return at
        (start, end), (first, last) = self.printed[place], self.read[place]
        return first if at == start else last if at < end else last + at - end

    def passage(self, passage: Passage) -> Passage:
        """A passage of the plain text, each character knowing where it is printed."""
        stops = [*(run.at for run in passage.runs[1:]), len(passage.text)]
        runs = tuple(run for old, stop in zip(passage.runs, stops, strict=False) for run in self._runs(old, stop))
        marks = tuple(NoteMark(mark.at, mark.label, self.span(mark.span)) for mark in passage.marks)
        return passage._replace(runs=runs, marks=marks)

    def _runs(self, run: Run, stop: int) -> list[Run]:
        """The pieces of a run, which ends before character `stop` of its passage, that are printed without a break."""
        begin, end = run.origin, run.origin + max(stop - run.at, 1)
        edges = {begin}
        for place in range(max(0, bisect_right(self.read, begin, key=_first) - 1), len(self.read)):
            first, last = self.read[place]
            if first >= end:
                break
            edges.update(at for at in range(first, last + 1) if begin < at < end)  # a few letters
        found: list[Run] = []
        for at in sorted(edges):
            origin = self.start(at)
            over = self.end(at + 1) - origin - 1 if at + 1 in edges or at + 1 == end else 0
            soft = at not in self.quoted and (run.soft or at > begin)
            found.append(Run(run.at + at - begin, origin, soft, over=over))
        return found


def _first(stretch: tuple[int, int]) -> int:
    return stretch[0]


def plain(document: Document) -> tuple[Document, Plain] | None:
    """The document in plain letters, without issues, and the way back; None where it is so already."""
    text = document.text
    signs = dict(quoted(text))
    if not signs and (text.isascii() or not any(sign in text for sign in _ODD)):
        return None
    way, position, length = Plain(), 0, 0
    for begin, finish, letters in sorted((*_rewritten(text), *((*sign, "") for sign in signs.items()))):
        way.pieces += text[position:begin], letters
        length += begin - position
        way.printed.append((begin, finish))
        way.read.append((length, length + len(letters)))
        if begin in signs:
            way.quoted.add(length)
        length, position = length + len(letters), finish
    way.pieces.append(text[position:])
    blocks = (
        replace(block, span=Span(way.back(block.span.start), way.back(block.span.end))) for block in document.blocks
    )
    kept: tuple[Block, ...] = tuple(block for block in blocks if block.span.start < block.span.end)
    return Document(document.source, "".join(way.pieces), kept), way


def _rewritten(text: str) -> Iterator[tuple[int, int, str]]:
    """The stretches that a person reads as other letters, with those letters."""
    for found in _REWRITTEN.finditer(text):
        finish = found.start("ends") if found["ends"] else found.end()
        yield found.start(), finish, _letters(text[found.start() : finish], ends=bool(found["ends"]))


def _letters(printed: str, *, ends: bool) -> str:
    if printed == SOFT_HYPHEN:
        return "-" if ends else ""
    return "" if printed[0] in _UNSEEN else normalize("NFKC" if printed in _LIGATURES else "NFC", printed)


def printed(structure: Structure, document: Document, way: Plain) -> Structure:
    """The parts of the plain text, said of the printed document."""

    def passage(found: Passage | None) -> Passage | None:
        return way.passage(found) if found else None

    def issue(found: Issue) -> Issue:
        return replace(found, spans=tuple(way.span(span) for span in found.spans))

    def question(found: Question) -> Question:
        return found._replace(passage=way.passage(found.passage))

    def answer(found: Answer) -> Answer:
        return found._replace(passage=way.passage(found.passage))

    def note(found: Note) -> Note:
        return found._replace(passage=way.passage(found.passage))

    return Structure(
        document,
        structure.kind,
        passage(structure.heading),
        passage(structure.answer_heading),
        tuple(map(way.passage, structure.front)),
        tuple(map(question, structure.questions)),
        tuple(map(answer, structure.answers)),
        tuple(map(way.passage, structure.remarks)),
        tuple(map(note, structure.notes)),
        (*document.issues, *map(issue, structure.issues)),
        tuple(map(way.passage, structure.letterhead)),
    )
