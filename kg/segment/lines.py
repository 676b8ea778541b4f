"""The lines of a document that carry its text, with page furniture and notes taken out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise, zip_longest
from typing import NamedTuple

from kg.grammar.starts import places_of
from kg.records import Document, Span

# In text that came without line breaks the headings stand inside: "... nr. 403 Vraag 1 Kent u ...".
HEADED = ("Vraag", "Antwoord")
INLINE_HEADING = re.compile(
    r"\s(?=(?:Vraag|Antwoord(?:\sop\s(?:de\s)?vra(?:ag|gen))?)\s\d{1,3}(?:(?:,\s|\sen\s|\st/m\s|\stot\sen\smet\s)\d{1,3}){0,20}\s[^\W\d_a-z«])"
)
HEADING_ENDS = re.compile(
    r"\s(?=[^\W\d_a-z])(?:(?<=[a-z]\s\d\s)|(?<=[a-z]\s\d\d\s)|(?<=[a-z]\s\d\d\d\s))",
)
ANSWERED_BY = re.compile(r"(?<=\)\.)\s(?=(?:Antwoord|Mededeling)\s+van\s+(?:de\s+)?(?:[Mm]inister|[Ss]taats))")
NOTE_BEGINS = re.compile(
    r"(?<!Vraag)(?<!Antwoord)(?<!vraag)(?<!nr\.)\s(?=(?P<n>\d{1,3})\s(?:[^\W\d_a-z]|https?:|www\.|[«‘“]))"
)
FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED = re.compile(rf"[{FIGURES}](?<!\bm.)(?<!\b[ckd]m.)")  # marks of notes, not "m²"
LONG = 2_000  # characters; a longer line that holds a heading is text without line breaks
PAGE = 6_000  # characters; a note stands on the page of its mark
RATHER_LONG, SEVERAL = 400, 3  # and so is a line of this length with several headings


class Line(NamedTuple):
    """A line, or what is left of it: `start`-`end` without white space at its ends; `text` is that text, raised figures set down.

    `end` may lie further on, where nothing follows but the mark of a note.
    """

    start: int
    end: int
    text: str
    page: int

    @property
    def blank(self) -> bool:
        """Whether nothing is printed here."""
        return not self.text


def lines(document: Document, cuts: Iterable[Span]) -> list[Line]:
    """All lines outside `cuts`.  A page ends at every cut that holds a whole line or more."""
    out: list[Line] = []
    unbroken = _unbroken(document.text)
    position, page = 0, 1
    for cut in sorted(cuts):
        if cut.start > position:
            out += _split(document.text, Span(position, cut.start), page, unbroken)
        if cut.end > position:
            page += 1
            position = max(position, cut.end)
            position += document.text.startswith("\n", position)  # the line that the cut took is no blank line
    return out + _split(document.text, Span(position, len(document.text)), page, unbroken)


def _unbroken(text: str) -> list[Span]:
    """The lines that are text without line breaks: long, with headings inside."""
    out = []
    start = 0
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        if stop - start >= RATHER_LONG and len(_inline(text, start, stop)) >= (1 if stop - start > LONG else SEVERAL):
            out.append(Span(start, stop))
        start = stop + 1
    return out


def _split(text: str, piece: Span, page: int, unbroken: list[Span]) -> list[Line]:
    out = []
    position, end = piece.start, piece.end
    while position < end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        i = bisect_right(unbroken, position, key=lambda line: line.start) - 1 if unbroken else -1
        if i >= 0 and position < unbroken[i].end:
            breaks = [position, *_breaks(text, position, stop), stop]
            out += [_line(text, a, b, page) for a, b in pairwise(breaks)]
        else:
            out.append(_line(text, position, stop, page))
        position = stop + 1
    return out


def _breaks(text: str, start: int, stop: int) -> list[int]:
    """Where lines would begin in a stretch of text without line breaks."""
    notes = (
        m
        for m in NOTE_BEGINS.finditer(text, start, stop)
        if _marked(text[max(start, m.start() - PAGE) : m.start()], m["n"])
    )
    found = (*_inline(text, start, stop), *ANSWERED_BY.finditer(text, start, stop), *notes)
    return sorted({m.start() for m in found} - {start})


def _marked(before: str, number: str) -> bool:
    """Whether the number stands before as the mark of a note, glued to a word or a sentence's end."""
    return re.search(rf"[?!.»”)a-z](?:\d{{1,3}},? )?{number}(?=[\s,.])", before) is not None


def _inline(text: str, start: int, stop: int) -> list[re.Match[str]]:
    """Breaks before an inline heading, and after it."""
    begins = [at - 1 for at in places_of(HEADED, text, start + 1, stop)]
    heads = [found for at in begins if (found := INLINE_HEADING.match(text, at, stop))]
    breaks = []
    for head, following in zip_longest(heads, heads[1:]):
        breaks.append(head)
        if end := HEADING_ENDS.search(text, head.end(), following.start() if following else stop):
            breaks.append(end)
    return breaks


def _line(text: str, start: int, end: int, page: int) -> Line:
    piece = text[start:end]
    if not piece.isascii():
        piece = RAISED.sub(lambda figure: str(FIGURES.index(figure[0])), piece)
    stripped = piece.strip()
    begin = start + len(piece) - len(piece.lstrip()) if stripped else start
    return Line(begin, begin + len(stripped), stripped, page)
