"""Several questions under one heading: told apart where there are as many paragraphs as numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kg.segment.lines import Line
from kg.segment.section import ASKED, Section

PARAGRAPH_GLUED = re.compile(r"(?<=\?)(?=[A-Z«])")


def split_merged(found: Sequence[Section]) -> Iterator[Section]:
    """ "Vraag 2 t/m 6" with five paragraphs is five questions with a text each."""
    for section in found:
        wanted = len(section.numbers) if section.kind == "question" else 1
        readings = [_paragraphs(section.lines, wrapped) for wrapped in (True, False)] if wanted > 1 else []
        parts = next((parts for parts in readings if len(parts) == wanted), None)
        if parts:
            for number, part in zip(section.numbers, parts, strict=True):
                yield replace(section, lines=tuple(part), numbers=(number,))
        else:
            yield section


def _paragraphs(lines: Sequence[Line], wrapped: bool) -> list[list[Line]]:
    """Paragraphs by blank lines, or (in text from PDF) where "?" and a capital are glued."""
    by_blank = [list(group) for blank, group in groupby(lines, key=lambda line: line.blank) if not blank]
    if len(by_blank) > 1:
        return by_blank
    out: list[list[Line]] = [[]]
    for line in lines:
        edges = [0, *(m.start() for m in PARAGRAPH_GLUED.finditer(line.text)), len(line.text)]
        for n, (a, b) in enumerate(zip(edges, edges[1:], strict=False)):
            if n or (
                out[-1]
                and ASKED.search(out[-1][-1].text)
                and line.text[:1].isupper()
                and not (wrapped and _same_paragraph(out[-1][-1]))
            ):
                out.append([])
            end = line.end if b == len(line.text) else line.start + b
            out[-1].append(Line(line.start + a, end, line.text[a:b], line.page))
    return [part for part in out if part]


def _same_paragraph(line: Line) -> bool:
    """Whether a line that ends with "?" is so full that the next may continue its paragraph."""
    return 60 <= len(line.text) <= 90
