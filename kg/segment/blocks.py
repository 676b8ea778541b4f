"""Which lines belong to which heading: the sections of a document, in all layouts.

Numbered by "Vraag 3", by "3." before the question, by a bare "3", or not numbered at all; answered under
"Antwoord 3", "Antwoord op vraag 3 en 8", a bare "Antwoord", or in the paragraph after the question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Literal

from kg.records import Issue, Span
from kg.segment.headings import BARE, ITEM, Heading, heading
from kg.segment.lines import Line

SectionKind = Literal["front", "heading", "answer heading", "question", "answer", "remark"]

HEAD = re.compile(
    r"^[#*_\s]*(?:(?:Schriftelijke\s+v|Mondelinge\s+v|V)ra(?:ag|gen)\s+(?:van|gesteld\s+door)\s+(?:het|de)\b"
    r"|(?:Beantwoording|Antwoord(?:en)?)\b.{0,200}?\bop\s+(?:de\s+)?(?:[Ss]chriftelijke\s+|[Kk]amer)?[Vv]ragen\b)"
)
ANSWER_HEAD = re.compile(
    r"^[#*_\s]*(?:(?:Nader\s+|Aanvullend\s+)?[Aa]ntwoord(?:en)?|Mededeling)\s+van\s+(?:de\s+)?(?:[Mm]inister|[Ss]taats)"
)
HEAD_GOES_ON = re.compile(r"^\(?(?:ingezonden|ontvangen|d\.d\.)|^Zie\s+ook\s+Aanhangsel|^van\s+(?:het\s+lid|de\s+leden)", re.IGNORECASE)
PARAGRAPH_GLUED = re.compile(r"(?<=\?)(?=[A-Z«])")
ASKED = re.compile(r"\?[\d\[\])]*$")  # a question at the end of a line, with or without the mark of a note
LEAD_IN = re.compile(r":\s*(?:\[?\d{1,2}[\])])?$")


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under one heading; `numbers` are question numbers."""

    kind: SectionKind
    lines: tuple[Line, ...] = ()
    numbers: tuple[int, ...] = ()
    printed: str | None = None
    issues: tuple[Issue, ...] = field(default=())

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
        return all(line.blank for line in self.lines)


def sections(lines: Sequence[Line]) -> list[Section]:
    """The document in sections, in reading order."""
    head, body = _head(lines)
    style = _style(body)
    found = list(_walk(body, style)) if style else _unnumbered(body, head)
    answered = _pair(_renumber(found))
    return [section for section in (*head, *_split_merged(answered)) if section.kind in ("front", "heading", "answer heading") or not section.empty]


def _head(lines: Sequence[Line]) -> tuple[list[Section], list[Line]]:
    """Front, heading and heading of the answer; and the lines that are left."""
    first = next((i for i, line in enumerate(lines) if HEAD.match(line.text) or ANSWER_HEAD.match(line.text)), None)
    numbered = next((i for i, line in enumerate(lines) if _numbered(line)), len(lines))
    if first is None or first > numbered:
        return [Section("front", tuple(lines[:numbered]))], list(lines[numbered:])
    out = [Section("front", tuple(lines[:first]))] if first else []
    at = first
    while at < len(lines) and (kind := _head_kind(lines[at])):
        stop = _head_stop(lines, at)
        out.append(Section(kind, tuple(lines[at:stop])))
        at = next((i for i in range(stop, len(lines)) if not lines[i].blank), len(lines))
    return out, list(lines[at:])


def _head_kind(line: Line) -> SectionKind | None:
    if ANSWER_HEAD.match(line.text) and not HEAD.match(line.text):
        return "answer heading"
    return "heading" if HEAD.match(line.text) else None


def _numbered(line: Line) -> bool:
    found = heading(line.text)
    return found is not None and found.kind == "question"


def _head_stop(lines: Sequence[Line], first: int) -> int:
    """The line after a heading: at the next heading, a numbered question, or a blank line that no date follows."""
    for i in range(first + 1, len(lines)):
        line = lines[i]
        if line.blank:
            after = next((j for j in range(i, min(i + 6, len(lines))) if not lines[j].blank), None)
            if after is None or not HEAD_GOES_ON.match(lines[after].text):
                return i
        elif ANSWER_HEAD.match(line.text) or heading(line.text) or ITEM.match(line.text):
            return i
    return len(lines)


Opener = Callable[[Line, int], Heading | None]


def _style(body: Sequence[Line]) -> Opener | None:
    """How questions are introduced here; None where they are not numbered."""
    if any(_numbered(line) for line in body):
        return lambda line, _expected: heading(line.text)
    answers = sum(1 for line in body if (h := heading(line.text)) and h.kind == "answer")
    for pattern in (ITEM, BARE):
        opens = _numbers_in_order(body, pattern)
        if opens >= 2 or opens == 1 and answers:
            return _item_opener(pattern)
    if answers:
        return lambda line, _expected: heading(line.text)
    return None


def _numbers_in_order(body: Sequence[Line], pattern: re.Pattern[str]) -> int:
    expected = 1
    for line in body:
        if (found := pattern.match(line.text)) and int(found["n"]) == expected:
            expected += 1
    return expected - 1


def _item_opener(pattern: re.Pattern[str]) -> Opener:
    def opener(line: Line, expected: int) -> Heading | None:
        found = pattern.match(line.text)
        if found and int(found["n"]) == expected:
            rest = found.groupdict().get("rest") or ""
            return Heading("question", (expected,), line.text[: len(line.text) - len(rest)].strip(), rest)
        return heading(line.text)

    return opener


def _walk(body: Sequence[Line], opener: Opener) -> Iterator[Section]:
    """Sections in order; text before the first heading is a remark."""
    current: Section = Section("remark")
    held: list[Line] = []
    expected = 1
    for line in body:
        found = opener(line, expected)
        if found and found.kind == "question" and not _is_next(found, line, current):
            found = None
        if not found:
            held.append(line)
            continue
        yield replace(current, lines=tuple(held))
        held = [_after(line, found.rest)] if found.rest else []
        current = Section(found.kind, (), found.numbers, found.printed)
        expected = max(found.numbers, default=expected - 1) + 1 if found.kind == "question" else expected
    yield replace(current, lines=tuple(held))


def _is_next(found: Heading, line: Line, current: Section) -> bool:
    """A list item inside an answer is no question: it has no question mark on its line."""
    return current.kind != "answer" or not ITEM.match(line.text) or "?" in line.text or not found.rest or line.text[-1] not in ".;"


def _after(line: Line, rest: str) -> Line:
    return Line(line.start + len(line.text) - len(rest), line.end, rest, line.page)


def _renumber(found: Sequence[Section]) -> list[Section]:
    """A number printed twice: where "Vraag 7" follows "Vraag 7" and there is no "Vraag 8", the second is the eighth."""
    used = [n for section in found if section.kind == "question" for n in section.numbers]
    out: list[Section] = []
    seen: set[int] = set()
    for section in found:
        number = section.numbers[0] if section.kind == "question" and len(section.numbers) == 1 else None
        if number in seen and number is not None and number + 1 not in used:
            spans = section.pieces[:1]
            issue = Issue(spans, "question-number", f"{section.printed} staat er twee keer; gelezen als vraag {number + 1}")
            section = replace(section, numbers=(number + 1,), issues=(issue,))
        if section.kind == "question":
            seen.update(section.numbers)
        out.append(section)
    return out


def _pair(found: Sequence[Section]) -> list[Section]:
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
            out.append(replace(section, numbers=numbers))
        else:
            out.append(section)
    return _unheaded_answers(out)


def _unheaded_answers(found: list[Section]) -> list[Section]:
    """Where most questions are answered but one is not, its answer may stand right after it without a heading."""
    answered = {n for section in found if section.kind == "answer" for n in section.numbers}
    if not answered:
        return found
    out: list[Section] = []
    for section in found:
        out.append(section)
        if section.kind != "question" or answered & set(section.numbers):
            continue
        asked = _asked(section.lines)
        if asked and any(not line.blank for line in section.lines[asked:]):
            out[-1] = replace(section, lines=section.lines[:asked])
            out.append(Section("answer", section.lines[asked:], section.numbers, None))
    return out


def _asked(lines: Sequence[Line]) -> int:
    """How many lines the question takes: up to the last paragraph that ends with a question mark; 0 if unclear."""
    last = max((i for i, line in enumerate(lines) if ASKED.search(line.text)), default=-1)
    return last + 1


def _split_merged(found: Sequence[Section]) -> Iterator[Section]:
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
            if n or (out[-1] and ASKED.search(out[-1][-1].text) and line.text[:1].isupper() and not (wrapped and _same_paragraph(out[-1][-1]))):
                out.append([])
            end = line.end if b == len(line.text) else line.start + b
            out[-1].append(Line(line.start + a, end, line.text[a:b], line.page))
    return [part for part in out if part]


def _same_paragraph(line: Line) -> bool:
    """Whether a line that ends with "?" is so full that the next may continue its paragraph."""
    return 60 <= len(line.text) <= 90


def _unnumbered(body: Sequence[Line], head: Sequence[Section]) -> list[Section]:
    """Questions without numbers: a paragraph each, numbered in order."""
    if any(section.kind == "answer heading" for section in head):
        return [Section("remark", tuple(body), (), "Mededeling")]
    text, remarks = _until_remark(body)
    out: list[Section] = []
    lead: list[Line] = []
    for part in _unnumbered_paragraphs(text):
        lead += part
        if not any("?" in line.text for line in part) or LEAD_IN.search(part[-1].text):
            continue
        out.append(Section("question", tuple(lead), (len(out) + 1,), None))
        lead = []
    if lead and out:
        out.append(Section("remark", tuple(lead)))
    return out + remarks


def _until_remark(body: Sequence[Line]) -> tuple[list[Line], list[Section]]:
    for i, line in enumerate(body):
        if (found := heading(line.text)) and found.kind == "remark":
            rest = [_after(line, found.rest)] if found.rest else []
            return list(body[:i]), [Section("remark", (*rest, *body[i + 1 :]), (), found.printed)]
    return list(body), []


def _unnumbered_paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    parts = [list(group) for blank, group in groupby(lines, key=lambda line: line.blank) if not blank]
    if len(parts) > 1:
        return parts
    return [[line] for line in lines if not line.blank]
