"""Foot- and endnotes in text that does not say where they are; `marks` finds the marks that lead to them.

Three series occur, often two in one document: "1NOS, 22 oktober ..." at the foot of a page, "1) NOS, ..." and
"[1] NOS, ..." at the end.  A note is believed only where its number follows the one before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.grammar.months import MONTHS
from kg.records import Document
from kg.segment.headings import REMARK, heading
from kg.segment.lines import Line
from kg.segment.marks import GLUED, FoundNote, bracketed, clear_marks, earlier_marks, joined, label_of, marks_in

FOOTNOTE = re.compile(
    rf"^(?P<n>\d{{1,3}})(?!\s?(?:en|t/m|tot\s+en\s+met)\s\d{{1,3}}\b|\s(?:{'|'.join(MONTHS)})\b)(?:\s?(?=[^\W\d_]|[«‘“'\"„(<\[])|(?=\d{{4}}[ZD]\d)|\s(?=\d{{4}}[ZD]\d))"
)
ENDNOTE = re.compile(r"^\(?(?P<label>(?<!\()\[(?P<b>\d{1,3})\s?\]|(?P<p>\d{1,3})\s?\))\s*(?=\S)")
LISTED = re.compile(r"^(?P<n>\d{1,3})\.?\s+(?=\S)|^(?:\[(?P<b>\d{1,3})\s?\]|\(?(?P<p>\d{1,3})\))\s*(?=\S)")
SOURCED = re.compile(r"(?:19|20)\d\d\b|https?:|www\.|\b\d\d\s?\d{3}\b")  # what each note of such a list has
INNER = re.compile(
    r"(?<=[^\s\[(])\s?(?P<mark>\[(?P<n>\d{1,3})\])\s+(?=https?:|www\.|[^\W\d_a-z])"
)  # "politie[3] https://"

SKIPPED = 6  # notes that may be missed before one is believed that is not due


def find_notes(document: Document, lines: Sequence[Line]) -> list[FoundNote]:
    """The notes that the text itself shows; where the reader knows the footnotes, only those typed at the end."""
    ends = _endnotes(lines)
    if any(block.kind == "note" for block in document.blocks):
        return ends
    taken = {line.start for note in ends for line in note.lines}
    body = [line for line in lines if line.start not in taken]
    return [*_footnotes(body), *ends] or _listed(body)


def _endnotes(lines: Sequence[Line]) -> list[FoundNote]:
    """Notes after the last heading, from the first line of the form "1)" or "[1]" to the end of the document.

    A letter into which questions were pasted has two series: "[1] NOS, ..." of the questions, then "1 NOS, ..." of its own.
    """
    last = max((i for i, line in enumerate(lines) if (h := heading(line.text)) and h.kind != "remark"), default=-1)
    starts = [i for i in range(last + 1, len(lines)) if ENDNOTE.match(lines[i].text)]
    if not starts:
        return []
    marked = {label_of(found) for line in lines for found in bracketed(line) if found.end() > _text_from(line)}
    for first in starts:
        opening = ENDNOTE.match(lines[first].text)
        if opening and not any(
            mark[:1] == opening["label"][:1] or mark[-1:] == ")" == opening["label"][-1:] for mark in marked
        ):
            continue  # "1) question" where notes are marked "[1]": a list, no notes
        due = {
            1,
            *(number + 1 for line in lines[:first] if (number := _number(line))),
        }  # on from those of a page before
        own = (i for i in range(first + 1, len(lines)) if lines[i - 1].blank and _number(lines[i]) in due)
        found = _note_tail(lines[: next(own, len(lines))], first)
        if found and any(note.label in marked for note in found):
            return found
    return []


def _text_from(line: Line) -> int:
    """Where the text of a line begins in it, after the heading or the label at its start."""
    found, label = heading(line.text), ENDNOTE.match(line.text)
    return len(line.text) - len(found.rest) if found else label.end() if label else 0


def _noted_apart(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of the notes, parted where a note begins inside one: its number is due and begins no line."""
    begun = {int(found["b"]) for line in lines if (found := ENDNOTE.match(line.text)) and found["b"]}
    last = 0
    for line in lines:
        rest = line
        if found := ENDNOTE.match(line.text):
            last = int(found["b"] or 0)
        for inner in INNER.finditer(line.text) if "[" in line.text else ():
            if int(inner["n"]) == last + 1 not in begun:
                stop, at = line.start + inner.start(), line.start + inner.start("mark")
                yield Line(rest.start, stop, line.text[rest.start - line.start : inner.start()], line.page)
                rest, last = Line(at, line.end, line.text[inner.start("mark") :], line.page), last + 1
        yield rest


def _note_tail(lines: Sequence[Line], first: int) -> list[FoundNote]:
    notes: list[FoundNote] = []
    previous: dict[str, int] = {}
    current: list[Line] = []
    opened: tuple[str, int, int] | None = None

    def close() -> None:
        if opened and current:
            notes.append(FoundNote(opened[0], opened[1], tuple(current), opened[2]))

    for line in _noted_apart(lines[first:]):
        if line.blank:
            continue
        if REMARK.match(line.text) and heading(line.text):
            break
        start = ENDNOTE.match(line.text)
        series = "" if not start else "b" if start["b"] else "p"
        number = int(start["b"] or start["p"]) if start else 0
        if start and number > previous.get(series, 0):
            close()
            previous[series] = number
            opened, current = (start["label"].replace(" ", ""), number, line.start + start.end()), [line]
        elif start and number <= previous.get(series, 0):
            return []
        else:
            current.append(line)
    close()
    return notes


def _listed(lines: Sequence[Line]) -> list[FoundNote]:
    """Notes "1. Avondpost, 3 mei 2031" at the very end: each with its mark above, and with a date, an address or a paper.

    So are notes "[1] Avondpost" or "1) Avondpost" where the marks are printed otherwise: raised, glued to what they follow.
    """
    after = max((i for i, line in enumerate(lines) if heading(line.text)), default=-1) + 1
    first = max((i for i in range(after, len(lines)) if _listed_number(lines[i]) == 1), default=len(lines))
    starts: list[int] = []
    for i in range(first, len(lines)):
        if _listed_number(lines[i]) == len(starts) + 1:
            starts.append(i)
    if not starts:
        return []
    marked = _marked(lines[:first], len(starts), clearly=ENDNOTE.match(lines[first].text) is not None)
    found = [_listed_note(n, lines[a:b]) for n, (a, b) in enumerate(pairwise([*starts, len(lines)]), 1)]
    whole = (str(n.number) in marked and SOURCED.search(" ".join(x.text for x in n.lines)) for n in found)
    return found if all(whole) else []


def _marked(lines: Sequence[Line], count: int, *, clearly: bool) -> set[str]:
    """The numbers of the notes 1 to `count` that lines mark; `clearly`: in a form that nothing else has."""
    clear, any_form = (
        {n for line in lines for mark in marks(line) for n in re.findall(r"\d+", mark)} for marks in (_clear_on, _marks)
    )
    numbers = set(range(1, count + 1))
    together = (each for n in numbers for each in joined(n, numbers) if "".join(map(str, each)) in clear)
    return {*(clear if clearly else any_form), *(str(n) for each in together for n in each)}


def _marks(line: Line) -> list[str]:
    """What may be marks on a line, as printed."""
    return [*marks_in(line.text), *(label_of(found) for found in bracketed(line) if found.end() > _text_from(line))]


def _clear_on(line: Line) -> list[str]:
    """The marks on a line that nothing else looks like."""
    brackets = (found for found in bracketed(line) if found["n"] and found.end() > _text_from(line))
    return [*clear_marks(line.text), *(found["n"] for found in brackets)]


def _listed_number(line: Line) -> int:
    found = LISTED.match(line.text)
    return int(found["n"] or found["b"] or found["p"]) if found else 0


def _listed_note(number: int, lines: Sequence[Line]) -> FoundNote:
    label = LISTED.match(lines[0].text)
    kept = tuple(line for line in lines if not line.blank)
    return FoundNote(str(number), number, kept, lines[0].start + (label.end() if label else 0))


def _footnotes(lines: Sequence[Line]) -> list[FoundNote]:
    """Notes at the foot of pages, numbered through the document."""
    notes: list[FoundNote] = []
    expected = 1
    before: list[Line] = []
    for page in _pages(lines):
        rest = page
        while rest and (stop := _notes_of(rest, expected, notes, before)):
            expected = notes[-1].number + 1
            rest = rest[stop:]
        before += page
    return notes


def _notes_of(page: Sequence[Line], expected: int, notes: list[FoundNote], before: Sequence[Line]) -> int:
    """Add the first run of notes of a page to `notes`; the line after it, or 0 where there is none.

    `before`: the pages above, which may have the mark of the note that is due.

    Text converted from Word shows no pages: what follows a run of notes may have notes of its own.
    """
    numbers = [_number(line) for line in page]
    first, number = _first_note(page, numbers, expected)
    first = first if first is not None else _pushed(page, numbers, expected, before)
    stop = 0
    while first is not None:
        following = _following(page, first, number + 1)
        stop = following if following is not None else _note_stop(page, first)
        kept = tuple(line for line in page[first:stop] if not line.blank)
        begin = len(str(number))
        begin += len(kept[0].text[begin:]) - len(kept[0].text[begin:].lstrip())
        notes.append(FoundNote(str(number), number, kept, kept[0].start + begin))
        first, number = following, number + 1
    return stop


def _pages(lines: Sequence[Line]) -> list[list[Line]]:
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    return list(pages.values())


def _number(line: Line) -> int:
    """The number with which a line begins as a note does; 0 where it does not."""
    found = FOOTNOTE.match(line.text) if line.text[:1].isdigit() else None
    return int(found["n"]) if found else 0


def _is_note(page: Sequence[Line], i: int) -> bool:
    """Whether the mark of the note on line `i` stands above it on the page."""
    number = str(_number(page[i]))
    carry = (line.text for line in page[:i] if number in line.text)
    return any(number in re.findall(r"\d+", m) for text in carry for m in marks_in(text))


def _following(page: Sequence[Line], first: int, number: int) -> int | None:
    """The line where the next note begins: its number is due, and either its mark is seen or it is printed alike."""
    spaced = page[first].text[len(str(number - 1)) :].startswith(" ")
    for i in range(first + 1, len(page)):
        if heading(page[i].text):
            return None
        if _number(page[i]) == number and (_is_note(page, i) or _spaced(page[i], number) == spaced):
            return i
        if spaced and re.match(rf"{number}\s\d", page[i].text) and _due(page, i, number):
            return i
    return None


def _due(page: Sequence[Line], i: int, number: int) -> bool:
    """Whether a line that begins with two numbers ("3 31e rapportage") is note `number`: its mark stands above it."""
    return any(str(number) in m["n"].split() for line in page[:i] for m in GLUED.finditer(line.text))


def _spaced(line: Line, number: int) -> bool:
    """Whether a space parts the number from the text of a note."""
    return line.text[len(str(number)) :].startswith(" ")


def _first_note(page: Sequence[Line], numbers: Sequence[int], expected: int) -> tuple[int | None, int]:
    """The line where the notes of a page begin, and their first number: the one that is due, or one soon after it."""
    for number in range(expected, expected + SKIPPED + 1):
        fits = [i for i, begun in enumerate(numbers) if begun == number]
        glued = [i for i in fits if not _spaced(page[i], number)]
        for i in reversed(glued or fits):
            if number == expected and _is_note(page, i):
                return i, number
            if _tail_is_note(page, i) and (
                (glued and number == expected) or _following(page, i, number + 1) or (glued and _is_note(page, i))
            ):
                return i, number
    return None, expected


def _pushed(page: Sequence[Line], numbers: Sequence[int], expected: int, before: Sequence[Line]) -> int | None:
    """The line where the note that is due begins, below a mark on a page above; it has a date, an address or a paper."""
    fits = [i for i, begun in enumerate(numbers) if begun == expected and _tail_is_note(page, i)]
    sourced = (i for i in fits if SOURCED.search(" ".join(line.text for line in page[i : _note_stop(page, i)])))
    return next((i for i in sourced if earlier_marks(before, expected)), None)


def _tail_is_note(page: Sequence[Line], i: int) -> bool:
    return not any(heading(line.text) for line in page[i:])


def _note_stop(page: Sequence[Line], first: int) -> int:
    """Where the last note of a page ends: at a heading, a blank line or a new page, else at the end."""
    for i in range(first + 1, len(page)):
        line = page[i]
        if heading(line.text) or line.blank:
            return i
        if page[i - 1].text.endswith(".") and line.start > page[i - 1].end + 1:
            return i  # an indented line after a full stop: a page that begins
    return len(page)
