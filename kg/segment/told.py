"""Questions and answers where the format itself says which they are, as official XML and the pages of the site do.

What is marked as a question is one, whatever its text looks like: nothing is guessed from words or numbers of lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from kg.records import Block, Document, Issue
from kg.segment.headings import NUMBERS, REMARK, heading, numbers
from kg.segment.heads import ANSWER_HEAD, HEAD
from kg.segment.lines import Line
from kg.segment.section import Section, SectionKind

NUMBERED = re.compile(NUMBERS)
ROMAN = re.compile(r"(?<!\w)(?:X{0,3})(?:IX|IV|V?I{0,3})(?!\w)")
WORDED = re.compile(r"\W*(?:vra(?:ag|gen)|antwoord(?:en)?)\b", re.IGNORECASE)
DEPTH = 4  # parts within parts
KINDS: dict[str, SectionKind] = {"question": "question", "answer": "answer", "remark": "remark"}


@dataclass(slots=True)
class _Part:
    """What the format marks as one part, with its lines as they are met; None for what stands between the parts."""

    block: Block | None
    lines: list[Line] = field(default_factory=list)


def told(document: Document, lines: Sequence[Line]) -> list[Section] | None:
    """The sections as the format states them; None where it states no questions, or leaves the answers inside them."""
    blocks = [block for block in document.blocks if block.kind == "part"]
    stated = {block.label for block in blocks}
    if not stated & {"question", "answer"}:
        return None
    if "answer" not in stated and any((h := heading(line.text)) and h.kind == "answer" for line in lines):
        return None
    heads = {block.span.start: block for block in reversed(document.blocks) if block.kind == "heading"}
    found = [section for part in _parts(blocks, lines, heads) for section in _sections(document, part, heads)]
    return _paired(_numbered(found))


def _parts(blocks: Sequence[Block], lines: Sequence[Line], heads: Container[int]) -> list[_Part]:
    """The parts in reading order; loose lines after a question or an answer belong to it.

    Not so after a heading between them, or where they open a remark.
    """
    out: list[_Part] = []
    starts = [block.span.start for block in blocks]
    for line in lines:
        before = blocks[max(0, (last := bisect_right(starts, line.start)) - DEPTH) : last]
        block = next((block for block in reversed(before) if line.start < block.span.end), None)
        if not out or (not line.blank and _begins(out[-1], block, line, heads)):
            out.append(_Part(block))
        out[-1].lines.append(line)
    return out


def _begins(last: _Part, block: Block | None, line: Line, heads: Container[int]) -> bool:
    """Whether a line begins a part after `last`."""
    if block or last.block is None:
        return block is not last.block
    opens = line.start in heads or (REMARK.match(line.text) and heading(line.text))
    return last.block.label not in ("question", "answer") or bool(opens)


def _sections(document: Document, part: _Part, heads: dict[int, Block]) -> Iterator[Section]:
    kind = part.block.label if part.block else None
    if kind == "head":
        text = " ".join(line.text for line in part.lines[:5])
        yield Section("answer heading" if ANSWER_HEAD.match(text) and not HEAD.match(text) else "heading", _of(part))
    elif kind in ("question", "answer"):
        yield _headed(document, part, KINDS[kind], heads)
    elif kind == "remark" or REMARK.match(part.lines[0].text):
        yield _remark(part)
    else:
        yield Section("front", _of(part))


def _of(part: _Part) -> tuple[Line, ...]:
    return tuple(part.lines)


def _headed(document: Document, part: _Part, kind: SectionKind, heads: dict[int, Block]) -> Section:
    """A question or an answer with what its heading says; a heading without a number or its word is text."""
    head = heads.get(part.lines[0].start)
    printed = " ".join(document.quote(head.span).split()) if head else ""
    read = _numbers(printed)
    if head is None or not (read or WORDED.match(printed)):
        return Section(kind, _of(part))
    return Section(kind, tuple(line for line in part.lines if line.start >= head.span.end), read, printed)


def _numbers(printed: str) -> tuple[int, ...]:
    """The numbers of a heading: "Vraag 4, 5, 7 en 8", "3.", "IV".

    >>> _numbers("Vraag 4, 5 en 7"), _numbers("IV"), _numbers("Antwoord")
    ((4, 5, 7), (4,), ())
    """
    if found := NUMBERED.search(printed):
        return numbers(found.group())
    roman = next((found.group() for found in ROMAN.finditer(printed) if found.group()), "")
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in roman]
    return (sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True)),) if values else ()


def _remark(part: _Part) -> Section:
    found = heading(part.lines[0].text)
    if found is None or found.kind != "remark":
        return Section("remark", _of(part))
    first = part.lines[0]
    rest = [Line(first.end - len(found.rest), first.end, found.rest, first.page)] if found.rest else []
    return Section("remark", (*rest, *part.lines[1:]), (), found.printed)


def _numbered(found: Sequence[Section]) -> list[Section]:
    """Questions without a number have the next one."""
    out: list[Section] = []
    last = 0
    for section in found:
        numbered = section
        if section.kind == "question":
            numbered = section if section.numbers else section._replace(numbers=(last + 1,))
            last = max(numbered.numbers)
        out.append(numbered)
    return out


def _paired(found: Sequence[Section]) -> list[Section]:
    """Answers without a number are to the questions before them: one each where there are as many, else all together."""
    named = {n for section in found if section.kind == "answer" for n in section.numbers}
    pending: list[int] = []
    out: list[Section] = []
    for kind, group in groupby(found, key=lambda section: section.kind):
        run = list(group)
        if kind == "question":
            pending += [n for section in run for n in section.numbers if n not in named]
        if kind == "answer":
            bare = [section for section in run if not section.numbers]
            run, pending = _answers(run, bare, pending), [] if bare else pending
        out += run
    return out


def _answers(run: list[Section], bare: list[Section], pending: list[int]) -> list[Section]:
    each = iter([(n,) for n in pending] if len(bare) == len(pending) else [tuple(pending)])
    out: list[Section] = []
    for section in run:
        meant = section.numbers or next(each, ())
        if meant:
            out.append(section._replace(numbers=meant))
            continue
        what = "Een antwoord zonder nummer, waarvan niet vaststaat bij welke vraag het hoort"
        issue = Issue(section.pieces[:1], "answer-number", what, degrades=True)
        if out:  # it is read on with the answer before it: no text is lost
            out[-1] = out[-1]._replace(lines=(*out[-1].lines, *section.lines), issues=(*out[-1].issues, issue))
        else:
            out.append(section._replace(kind="remark", issues=(issue,)))
    return out
