"""Lines that hold the number of a question or an answer and nothing else, which might be taken for the mark of a note.

A number alone on a line is a question's only in a document whose questions have no other heading, and only where it
is due; everywhere else it is a note's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from kg.segment.headings import ITEM, LABEL, NUMBER_LINE, SPACED, heading, numbers
from kg.segment.heads import ANSWER_HEAD, HEAD, asks, numbered
from kg.segment.lines import Line

NEAR = 10  # lines between "Antwoord" and the number of the first answer that stands apart: who answers, and on what day


def bare_numbers(lines: Sequence[Line]) -> frozenset[int]:
    """Where the lines begin that hold the number of a question or an answer."""
    if any(numbered(line) for line in lines):
        return frozenset()
    pattern, _ = numbering(lines)
    if pattern is not NUMBER_LINE:
        return frozenset() if pattern is ITEM else asked_numbers(lines)
    out: list[int] = []
    expected, answered, label, asking = 1, -NEAR - 1, False, False
    seen: set[int] = set()
    for i, (line, following) in enumerate(zip(lines, answered_next(lines), strict=True)):
        if _answers(line):
            answered = i
        elif len(out) == 1 and HEAD.match(line.text):
            out, expected, seen = [], 1, set()  # what stood before the heading was a number of the letterhead
        asking = asking or "?" in line.text
        found = None if label else NUMBER_LINE.match(line.text)
        label = LABEL.match(line.text) is not None or (label and line.blank)
        if not found:
            continue
        read = numbers(found["n"])
        if len(out) == 1 and read[0] == 1 and answered < 0 and not asking:
            out, expected, seen = [], 1, set()  # nothing was asked under the first: it numbers a page
        together = read[0] in following and read[0] not in seen and expected > 1
        if (
            (read[0] == expected and (len(read) == 1 or answered >= 0))
            or (read[0] == 1 < expected and i - answered <= NEAR)
            or together
        ):
            out.append(line.start)
            seen = {*(seen if read[0] >= expected else ()), *read}
            expected = next_due(read, expected, following, seen)
    return frozenset(out) if len(out) > 1 or answered >= 0 else frozenset()


def answered_next(lines: Sequence[Line]) -> list[frozenset[int]]:
    """For every line the questions that the next answer names in its heading; none after the last answer."""
    out: list[frozenset[int]] = []
    named: frozenset[int] = frozenset()
    for line in reversed(lines):
        found = heading(line.text)
        if found and found.kind == "answer":
            named = frozenset(found.numbers)
        out.append(named)
    return out[::-1]


def next_due(read: Sequence[int], expected: int, together: AbstractSet[int], asked: AbstractSet[int]) -> int:
    """The number that is due after a question numbered `read`.

    One that stands early, because it is answered `together` with the question before it, leaves due what was.
    """
    early = bool(read) and read[0] > expected and read[0] in together
    due = expected if early or not read else max(read) + 1
    while due in asked:
        due += 1
    return due


def numbering(lines: Sequence[Line]) -> tuple[re.Pattern[str], int]:
    """How questions are numbered that have no other heading, "3.", a bare "3" or "3 Kent u", and how far their numbers run.

    Lists in answers are numbered too: the questions have the longer series, and it begins before the first answer.
    """
    items, bare = _series(lines, ITEM), _series(lines, NUMBER_LINE)
    spaced = len(asked_numbers(lines))
    if spaced > max(items, bare):
        return SPACED, spaced
    return (NUMBER_LINE, bare) if bare > items else (ITEM, items)


def asked_numbers(lines: Sequence[Line]) -> frozenset[int]:
    """Where the lines begin that bring a number and a question: "1 Kent u het bericht?".

    Notes begin alike; so the first stands before all answers, each number is due, and its paragraph ends as questions do.
    """
    out: list[int] = []
    answered = False
    for i, line in enumerate(lines):
        found = SPACED.match(line.text) if line.text[:1].isdigit() else None
        if found and int(found["n"]) == len(out) + 1 and asks(lines, i):
            out.append(line.start)
        elif _answers(line):
            answered = True
            if not out:
                break
    return frozenset(out) if len(out) > 1 or answered else frozenset()


def _series(lines: Sequence[Line], pattern: re.Pattern[str]) -> int:
    expected = 1
    for line in lines:
        found = pattern.match(line.text)
        if found and (read := numbers(found["n"]))[0] == expected:
            expected = max(read) + 1
        elif expected == 1 and not found and _answers(line):
            return 0
    return expected - 1


def _answers(line: Line) -> bool:
    if ANSWER_HEAD.match(line.text):
        return True
    found = heading(line.text)
    return found is not None and found.kind == "answer"
