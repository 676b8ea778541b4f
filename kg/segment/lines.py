"""The lines of a document that carry its text, with page furniture and notes taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from kg.records import Document, Span

# In text that came without line breaks the headings stand inside: "... nr. 403 Vraag 1 Kent u ...".
INLINE_HEADING = re.compile(
    r"\s(?=(?:Vraag|Antwoord)\s\d{1,3}(?:(?:,\s|\sen\s|\st/m\s)\d{1,3}){0,20}\s[A-Z])"
    r"|(?<=[a-z]\s\d)\s(?=[A-Z])|(?<=[a-z]\s\d\d)\s(?=[A-Z])"
)
ANSWERED_BY = re.compile(r"(?<=\)\.)\s(?=(?:Antwoord|Mededeling)\s+van\s+(?:de\s+)?(?:[Mm]inister|[Ss]taats))")
NOTE_BEGINS = re.compile(r"(?<!Vraag)(?<!Antwoord)(?<!vraag)(?<!nr\.)\s(?=(?P<n>\d{1,3})\s[^\W\d_a-z])")
LONG = 2_000  # characters; a longer line that holds a heading is text without line breaks
RATHER_LONG, SEVERAL = 400, 3  # and so is a line of this length with several headings


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or what is left of it: `start`-`end` without white space at its ends; `text` is that text.

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
    position, page = 0, 1
    for cut in sorted(cuts):
        if cut.start > position:
            out += _split(document.text, position, cut.start, page)
        if cut.end > position:
            page += 1
            position = max(position, cut.end)
            position += document.text.startswith("\n", position)  # the line that the cut took is no blank line
    return out + _split(document.text, position, len(document.text), page)


def _split(text: str, start: int, end: int, page: int) -> list[Line]:
    out = []
    position = start
    while position < end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        if breaks := _breaks(text, position, stop):
            out += [_line(text, a, b, page) for a, b in pairwise([position, *breaks, stop])]
        else:
            out.append(_line(text, position, stop, page))
        position = stop + 1
    return out


def _breaks(text: str, start: int, stop: int) -> list[int]:
    """Where the lines of a text without line breaks would begin; none in a line that is no such text."""
    if stop - start < RATHER_LONG:
        return []
    found = _inline(text, start, stop)
    if len(found) < (1 if stop - start > LONG else SEVERAL):
        return []
    notes = (m for m in NOTE_BEGINS.finditer(text, start, stop) if _marked(text[start : m.start()], m["n"]))
    every = {m.start() for m in (*found, *ANSWERED_BY.finditer(text, start, stop), *notes)}
    return sorted(every - {start})


def _marked(before: str, number: str) -> bool:
    """Whether the number stands before as the mark of a note, glued to a word or a sentence's end."""
    return re.search(rf"[?!.»”)a-z](?:\d{{1,3}}, )?{number}(?=[\s,.])", before) is not None


def _inline(text: str, start: int, stop: int) -> list[re.Match[str]]:
    """Breaks before an inline heading, and after it."""
    breaks = []
    heading_open = False
    for found in INLINE_HEADING.finditer(text, start, stop):
        opens = text.startswith(("Vraag", "Antwoord"), found.end())
        if opens or heading_open:
            breaks.append(found)
        heading_open = opens
    return breaks


def _line(text: str, start: int, end: int, page: int) -> Line:
    piece = text[start:end]
    stripped = piece.strip()
    begin = start + len(piece) - len(piece.lstrip()) if stripped else start
    return Line(begin, begin + len(stripped), stripped, page)
