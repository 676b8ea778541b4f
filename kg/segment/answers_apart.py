"""Answers that stand apart, after all the questions: "Antwoord", who answers, and then "1", "2 en 3", "4".

So were the publications of the House set until 2010, and so are some letters still.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.segment.headings import BARE, ITEM, NUMBER_LINE, heading, numbers
from kg.segment.heads import ANSWER_HEAD, HEAD_BEGINS, head_stop
from kg.segment.lines import Line
from kg.segment.section import Section, after


def answers_apart(body: Sequence[Line]) -> tuple[list[Line], list[Section]]:
    """The lines of the questions, and the sections of answers that stand apart; none where they do not."""
    for i, line in enumerate(body):
        if not _opens(line) or not _first_number(body[:i]):
            continue
        at = _next(body, i + (ANSWER_HEAD.match(line.text) is None))
        out: list[Section] = []
        if at < len(body) and ANSWER_HEAD.match(body[at].text):
            stop = head_stop(body, at)
            out.append(Section("answer heading", tuple(body[at:stop])))
            at = _next(body, stop)
        if at < len(body) and _numbers_at(body[at], 1):
            return list(body[:i]), [*out, *_numbered(body[at:])]
    return list(body), []


def _opens(line: Line) -> bool:
    """Whether the answers may begin here: "Antwoord" alone, or who answers."""
    if line.text[:1] not in HEAD_BEGINS:
        return False
    if ANSWER_HEAD.match(line.text):
        return True
    found = heading(line.text)
    return found is not None and found.kind == "answer" and not found.numbers and not found.rest


def _first_number(lines: Sequence[Line]) -> bool:
    """Whether a question 1 stands in `lines` under a bare number."""
    return any((found := BARE.match(line.text) or ITEM.match(line.text)) and found["n"] == "1" for line in lines)


def _next(lines: Sequence[Line], start: int) -> int:
    return next((i for i in range(start, len(lines)) if not lines[i].blank), len(lines))


def _numbers_at(line: Line, expected: int) -> tuple[tuple[int, ...], str] | None:
    """The numbers of the answer that begins on this line and the text beside them, where `expected` is the first."""
    if found := NUMBER_LINE.match(line.text):
        read, rest = numbers(found["n"]), ""
    elif found := ITEM.match(line.text):
        read, rest = (int(found["n"]),), found["rest"] or ""
    else:
        return None
    return (read, rest) if read[0] == expected else None


def _numbered(lines: Sequence[Line]) -> list[Section]:
    out: list[Section] = []
    held: list[Line] = []
    opened: tuple[tuple[int, ...], str] = ((), "")
    expected = 1
    for line in lines:
        if not (found := _numbers_at(line, expected)):
            held.append(line)
            continue
        if opened[0]:
            out.append(Section("answer", tuple(held), *opened))
        read, rest = found
        opened = (read, line.text[: len(line.text) - len(rest)].strip())
        held = [after(line, rest)] if rest else []
        expected = max(read) + 1
    return [*out, Section("answer", tuple(held), *opened)]
