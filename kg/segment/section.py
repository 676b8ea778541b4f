"""A section: the lines under one heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from kg.records import Issue, Span
from kg.segment.lines import Line

SectionKind = Literal["front", "heading", "answer heading", "question", "answer", "remark"]
# a line on which a question ends, perhaps with a note's mark; Word counts end notes as i, ii, iii
ASKED = re.compile(r"\?(?:[ivx]{1,6}|\*{1,3})?[\s\d\[\])]*$")

SENTENCE_OPEN = re.compile(r"[^\W\d_],?$")  # a line that ends with a letter or a comma


class Section(NamedTuple):
    """Lines under one heading; `numbers` are question numbers."""

    kind: SectionKind
    lines: tuple[Line, ...] = ()
    numbers: tuple[int, ...] = ()
    printed: str | None = None
    issues: tuple[Issue, ...] = ()

    @property
    def pieces(self) -> tuple[Span, ...]:
        """Where the text stands; lines that follow each other are one piece."""
        out: list[Span] = []
        page = 0
        for line in self.lines:
            if line.blank:
                continue
            if out and line.page == page:
                out[-1] = Span(out[-1].start, line.end)
            else:
                out.append(Span(line.start, line.end))
            page = line.page
        return tuple(out)

    @property
    def empty(self) -> bool:
        """Whether no text stands under the heading."""
        return not any(line.text for line in self.lines)


def after(line: Line, rest: str) -> Line:
    """What is left of a line that begins with a heading."""
    return Line(line.end - len(rest), line.end, rest, line.page)


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines between blank lines; where a sentence runs on after one, as at a page's end, it is one paragraph."""
    out: list[list[Line]] = []
    for blank, group in groupby(lines, key=lambda line: line.blank):
        if blank:
            continue
        part = list(group)
        if out and part[0].text[0].islower() and SENTENCE_OPEN.search(out[-1][-1].text):
            out[-1] += part
        else:
            out.append(part)
    return out
