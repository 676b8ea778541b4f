"""Several questions under one heading: told apart where there are as many paragraphs as numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from kg.segment.lines import Line
from kg.segment.section import ASKED, Section, paragraphs

PARAGRAPH_GLUED = re.compile(r"(?<=\?)(?=[A-Z«])")


BEGINS = re.compile(r"(?!Zo\s(?:ja|nee|niet)\b)[^\W\d_a-zà-ÿ]")  # "Zo ja, waarom?" goes on with the question before it
CAPITAL = re.compile(r"[^\W\d_a-zà-ÿ]")
# "Is het juist dat u hiervoor …?" leans on what was asked before it
_LEANS = r"(?:(?:Zo|En|Waarom|Hoezo)\b|[^?]{0,60}\b(?:hier|daar)(?:voor|over|mee|bij|van|aan|toe|uit|tegen|op|in|na)\b|(?:Is|Klopt)\s+d[ai]t\b)"
LEANS = re.compile(_LEANS)
NEXT_QUESTION = re.compile(rf"\?\d{{0,2}}\s+(?=[^\W\d_a-zà-ÿ])(?!{_LEANS})")
SHORT_LINE = 0.75  # of the width of a full line
LONGEST_LINE = 110  # characters; a longer line of a PDF has lost a line break
Ends = Callable[[Line, Line], bool]


def split_merged(found: Sequence[Section]) -> Iterator[Section]:
    """Sections as they are, but "Vraag 2 t/m 6" with five paragraphs as five questions with a text each."""
    for section in found:
        wanted = len(section.numbers) if section.kind == "question" else 1
        readings = _readings(section.lines) if wanted > 1 else ()
        parts = next((parts for parts in readings if len(parts) == wanted), None)
        if parts:
            for number, part in zip(section.numbers, parts, strict=True):
                yield section._replace(lines=tuple(part), numbers=(number,))
        else:
            yield section


def _readings(lines: Sequence[Line]) -> Iterator[list[list[Line]]]:
    """Paragraphs by blank lines; else where a line ends that had room for more, where one is not full, at every "?"."""
    by_blank = paragraphs(lines)
    if len(by_blank) > 1:
        yield by_blank
        return
    width = max((len(line.text) for line in lines if len(line.text) <= LONGEST_LINE), default=LONGEST_LINE)
    yield _paragraphs(lines, lambda line, following: len(line.text) + 1 + len(following.text.split(" ", 1)[0]) <= width)
    yield _paragraphs(lines, lambda line, _: not 60 <= len(line.text) <= 90)
    whole = _paragraphs(lines, lambda *_: True)
    yield whole
    yield _joined(whole)
    yield _paragraphs(lines, lambda line, _: len(line.text) < SHORT_LINE * width, begins=CAPITAL)
    yield _paragraphs(lines, lambda *_: True, begins=CAPITAL)
    yield _sentences(lines)


def _joined(parts: Sequence[list[Line]]) -> list[list[Line]]:
    """Paragraphs, one that leans on what was asked before it joined to that: "Wat vindt u hiervan?"."""
    out: list[list[Line]] = []
    for part in parts:
        if out and LEANS.match(part[0].text):
            out[-1] += part
        else:
            out.append([*part])
    return out


def _sentences(lines: Sequence[Line]) -> list[list[Line]]:
    """The questions of text without line breaks; one that leans on the question before it belongs to it."""
    if len(lines) != 1 or len(lines[0].text) <= LONGEST_LINE:
        return []
    line = lines[0]
    edges = [0, *(m.end() for m in NEXT_QUESTION.finditer(line.text)), len(line.text)]
    return [[Line(line.start + a, line.start + b, line.text[a:b].strip(), line.page)] for a, b in pairwise(edges)]


def _paragraphs(lines: Sequence[Line], ends: Ends, begins: re.Pattern[str] = BEGINS) -> list[list[Line]]:
    """Paragraphs that end with a "?": where the next is glued to it, or at a line's end if `ends` says so."""
    out: list[list[Line]] = [[]]
    for line in lines:
        edges = [0, *(m.start() for m in PARAGRAPH_GLUED.finditer(line.text)), len(line.text)]
        for n, (a, b) in enumerate(pairwise(edges)):
            last = out[-1][-1] if out[-1] else None
            if n or (last and ASKED.search(last.text) and begins.match(line.text) and ends(last, line)):
                out.append([])
            end = line.end if b == len(line.text) else line.start + b
            out[-1].append(Line(line.start + a, end, line.text[a:b], line.page))
    return [part for part in out if part]
