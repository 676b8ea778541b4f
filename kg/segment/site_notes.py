"""Notes that say that they are: "X Noot 1 Avondpost, 3 mei 2031" of the official site, copied as text; "Noot 1: Avondpost".

"X" closes the note on the page; neither it nor "Noot" is text of the document.  All three may stand on lines of their own.
A title or a rule over the notes is no text of the document either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from kg.records import Span
from kg.segment.lines import Line
from kg.segment.marks import FoundNote

OPENING = re.compile(
    r"""(?<!\S)X\s{1,4}Noot\s{1,4}(?P<n>\d{1,3})(?:\s{1,4}(?=\S)|(?=[«“‘]))
    |^[^\S\n]{0,9}(?:Noot|Voetnoot|Eindnoot)\s(?P<told>\d{1,3})(?:\s?[:)]|\.|\s[–-])\s{1,4}(?=\S)""",
    re.VERBOSE | re.MULTILINE,
)
TITLE = re.compile(
    r"(?:No(?:ot|ten)|(?:Voet|Eind)no(?:ot|ten)|Bronnen|Bronvermelding(?:en)?|Referenties|Verwijzingen|Links)\s?:?|_{3,}|(?:\*\s?){3,}"
)
TITLE_BEGINS = frozenset("NVEBRL_*")
FIRST = re.compile(r"(?:\[1\s?\]|\(?1\s?\)|1(?=[^\W\d_«“‘])|1[\s.])\s{0,4}\S")
BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class SiteNote:
    """Such a note: its number, where what opens it is printed, and where its text is."""

    number: int
    opening: Span
    text: Span


def site_notes(text: str) -> list[SiteNote]:
    """The notes of that form in a document: each ends where the next begins, the last at a blank line.

    >>> text = "Klopt het?1 2 X Noot 1 Avondpost, 3 mei 2031 X Noot 2 Veerkrant, 4 mei 2031"
    >>> [(note.number, text[note.text.start : note.text.end]) for note in site_notes(text)]
    [(1, 'Avondpost, 3 mei 2031'), (2, 'Veerkrant, 4 mei 2031')]
    """
    return list(_site_notes(text)) if "Noot" in text or "noot " in text else []


def _site_notes(text: str) -> Iterator[SiteNote]:
    opened = list(OPENING.finditer(text))
    for found, following in zip_longest(opened, opened[1:]):
        stop = following.start() if following else len(text)
        blank = None if following else BLANK_LINE.search(text, found.end())
        words = text[found.end() : blank.start() if blank else stop].rstrip()
        yield SiteNote(
            int(found["n"] or found["told"]), Span(*found.span()), Span(found.end(), found.end() + len(words))
        )


def untitled(lines: Sequence[Line], text: str, known: Sequence[Span]) -> list[Line]:
    """The lines of a text without "Bronnen:" or a rule where the first note follows, also one that the reader knows."""
    shown = [line for line in lines if line.text]
    titles = {
        a.start
        for a, b in pairwise(shown)
        if a.text[0] in TITLE_BEGINS and TITLE.fullmatch(a.text) and FIRST.match(b.text)
    }
    if known:
        over = next((line for line in reversed(shown) if line.end <= known[0].start), None)
        if over and TITLE.fullmatch(over.text) and len(text[over.end : known[0].start].split()) <= 1:
            titles.add(over.start)
    return [line for line in lines if line.start not in titles or line.blank]


def noted(text: str, found: Sequence[SiteNote], lines: Sequence[Line]) -> list[FoundNote]:
    """The notes as `marks` needs them: on the page of the line before them."""
    before = [line.page for line in lines if found and line.start < found[0].opening.start]
    page = before[-1] if before else 1
    return [
        FoundNote(str(note.number), note.number, (Line(note.text.start, note.text.end, words, page),), note.text.start)
        for note in found
        if (words := text[note.text.start : note.text.end])
    ]
