"""Which lines belong to which heading: the sections of a document, in all layouts.

Numbered by "Vraag 3", by "3." before the question, by a bare "3", or not numbered at all; answered under
"Antwoord 3", "Antwoord op vraag 3 en 8", a bare "Antwoord", or in the paragraph after the question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from kg.records import Issue
from kg.segment.answers_apart import answers_apart
from kg.segment.bare_numbers import answered_next, asked_numbers, next_due, numbering
from kg.segment.headings import ITEM, SPACED, Heading, heading, inline, numbers
from kg.segment.heads import head, numbered
from kg.segment.kinds import LATE
from kg.segment.lines import Line
from kg.segment.merged import split_merged
from kg.segment.section import ASKED, Section, after
from kg.segment.signed import signed
from kg.segment.unnumbered import unnumbered

ANSWERS_SENT = re.compile(
    r"\b(?:bied|zend|stuur|ontvangt|treft|doe)\b[^.]{0,160}\b(?:antwoord(?:en)?|beantwoording)\b|\bbeantwoord\s+ik\b",
    re.IGNORECASE,
)
# line, the numbers that are due, questions without an answer
Opener = Callable[[Line, AbstractSet[int], AbstractSet[int]], Heading | None]


def sections(lines: Sequence[Line], told: Sequence[Section] | None = None) -> list[Section]:
    """The document in sections, in reading order: those that the format has told, else those that its lines show."""
    every = signed(list(split_merged(_shown(lines) if told is None else _renumber(told))))
    kept = ("front", "heading", "answer heading")
    return [section for section in every if section.kind in kept or not section.empty]


def _shown(lines: Sequence[Line]) -> list[Section]:
    front, body = head(lines)
    questions, answers = answers_apart(body)
    style = _style(questions, answered=bool(answers))
    found = list(_walk(questions, style)) if style else unnumbered(questions, front)
    answered = _pair([*_renumber(found), *answers], letter=_brings_answers(front))
    return [*front, *answered]


def _style(body: Sequence[Line], *, answered: bool) -> Opener | None:
    """How questions are introduced here; None where they are not numbered."""
    if any(numbered(line) for line in body):
        return _headed
    pattern, length = numbering(body)
    if pattern is SPACED:
        return _spaced_opener(asked_numbers(body))
    answered = answered or any((h := heading(line.text)) and h.kind == "answer" for line in body)
    first = next((line for line in body if not line.blank), None)
    if length >= 2 or (length == 1 and (answered or (first and pattern.match(first.text)))):
        return _item_opener(pattern)
    return _headed if answered else None


def _headed(line: Line, due: AbstractSet[int], unanswered: AbstractSet[int]) -> Heading | None:
    """A heading; where only a space parts it from the text it must bring the question or the answer that is due."""
    if found := heading(line.text):
        return found
    found = inline(line.text)
    if not found:
        return None
    fits = found.numbers[0] in due if found.kind == "question" else unanswered >= set(found.numbers)
    return found if fits else None


def _item_opener(pattern: re.Pattern[str]) -> Opener:
    def opener(line: Line, due: AbstractSet[int], unanswered: AbstractSet[int]) -> Heading | None:
        found = pattern.match(line.text)
        if found and (read := numbers(found["n"]))[0] in due:
            rest = found.groupdict().get("rest") or ""
            return Heading("question", read, line.text[: len(line.text) - len(rest)].strip(), rest)
        return _headed(line, due, unanswered)

    return opener


def _spaced_opener(starts: AbstractSet[int]) -> Opener:
    """Questions that begin on lines "1 Kent u"; other lines of that form are rows of tables and the like."""

    def opener(line: Line, due: AbstractSet[int], unanswered: AbstractSet[int]) -> Heading | None:
        found = SPACED.match(line.text) if line.start in starts else None
        if found:
            return Heading("question", (int(found["n"]),), found["n"], found["rest"])
        return _headed(line, due, unanswered)

    return opener


def _walk(body: Sequence[Line], opener: Opener) -> Iterator[Section]:
    """Sections in order; text before the first heading is a remark.

    Questions may stand in the order in which they are answered: 5 after 2, where "Antwoord op vraag 2 en 5" follows.
    """
    current: Section = Section("remark")
    held: list[Line] = []
    expected = 1
    unanswered: set[int] = set()
    asked: set[int] = set()
    for line, following in zip(body, answered_next(body), strict=True):
        found = opener(line, {expected} | (following - asked), unanswered)
        if found and found.kind == "question" and not _is_next(found, line, current):
            found = None
        if not found:
            held.append(line)
            continue
        yield current._replace(lines=tuple(held))
        held = [after(line, found.rest)] if found.rest else []
        current = Section(found.kind, (), found.numbers, found.printed)
        if found.kind == "question":
            if min(found.numbers, default=0) < expected:
                asked.clear()
            asked.update(found.numbers)
            unanswered.update(found.numbers)
            expected = next_due(found.numbers, expected, following, asked)
        else:
            unanswered -= set(found.numbers)
    yield current._replace(lines=tuple(held))


def _is_next(found: Heading, line: Line, current: Section) -> bool:
    """A list item inside an answer is no question: it has no question mark on its line."""
    return (
        current.kind != "answer"
        or not ITEM.match(line.text)
        or "?" in line.text
        or not found.rest
        or line.text[-1] not in ".;"
    )


def _renumber(found: Sequence[Section]) -> list[Section]:
    """A number printed twice: where "Vraag 7" follows "Vraag 7" and there is no "Vraag 8", the second is the eighth."""
    used = [n for section in found if section.kind == "question" for n in section.numbers]
    out: list[Section] = []
    seen: set[int] = set()
    for section in found:
        number = section.numbers[0] if section.kind == "question" and len(section.numbers) == 1 else None
        out.append(section)
        if number in seen and number is not None and number + 1 not in used:
            message = f"{section.printed} staat er twee keer; gelezen als vraag {number + 1}"
            issue = Issue(section.pieces[:1], "question-number", message)
            out[-1] = section._replace(numbers=(number + 1,), issues=(issue,))
        if section.kind == "question":
            seen.update(out[-1].numbers)
    return out


def _brings_answers(front: Sequence[Section]) -> bool:
    """Whether a letter says that it holds the answers."""
    text = " ".join(line.text for section in front if section.kind == "front" for line in section.lines)
    return ANSWERS_SENT.search(text) is not None and not LATE.search(text)


def _pair(found: Sequence[Section], *, letter: bool) -> list[Section]:
    """Answers without a number belong to the questions before them that have none yet."""
    out: list[Section] = []
    pending: list[int] = []
    explicit = {n for section in found if section.kind == "answer" for n in section.numbers}
    for section in found:
        if section.kind == "question":
            pending = [n for n in pending if n not in explicit] if out and out[-1].kind == "answer" else pending
            pending += section.numbers
            out.append(section)
        elif section.kind == "answer":
            numbers = section.numbers or tuple(dict.fromkeys(n for n in pending if n not in explicit))
            pending = [n for n in pending if n not in numbers]
            out.append(section._replace(numbers=numbers))
        else:
            out.append(section)
    return _unheaded_answers(out, letter=letter)


def _unheaded_answers(found: list[Section], *, letter: bool) -> list[Section]:
    """Where most questions are answered but one is not, its answer may stand right after it without a heading.

    So may all answers in a letter that says that it brings them.
    """
    answered = {n for section in found if section.kind == "answer" for n in section.numbers}
    if not answered and not letter:
        return found
    out: list[Section] = []
    for section in found:
        out.append(section)
        if section.kind != "question" or answered & set(section.numbers):
            continue
        asked = _asked(section.lines)
        if asked and any(not line.blank for line in section.lines[asked:]):
            out[-1] = section._replace(lines=section.lines[:asked])
            out.append(Section("answer", section.lines[asked:], section.numbers, None))
    return out


def _asked(lines: Sequence[Line]) -> int:
    """How many lines the question takes: up to the last paragraph that ends with a question mark; 0 if unclear."""
    last = max((i for i, line in enumerate(lines) if ASKED.search(line.text)), default=-1)
    return last + 1
