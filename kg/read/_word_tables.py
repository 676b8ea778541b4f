"""The tables of Word: their rows, and whether they are rows of questions with their answers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from kg.read._word_numbers import child
from kg.read._xml import local

_NUMBER_HEAD = re.compile(r"(?:nr\.?|no\.?|nummer|#|vraag(?:nummer|\s?nr\.?)?)?\Z", re.IGNORECASE)
_QUESTION_HEAD = re.compile(r"vra(?:ag|gen)\Z", re.IGNORECASE)
_ANSWER_HEAD = re.compile(r"(?:antwoord(?:en)?|beantwoording|reactie)\Z", re.IGNORECASE)
_NUMBER = re.compile(r"(?:vraag\s*)?(?P<number>[0-9]{1,3})\s?[.:)]?\Z", re.IGNORECASE)
_BEGINS = re.compile(r"(?:vraag\s*[0-9]{1,3}\b|[0-9]{1,3}\s?[.)]\s)", re.IGNORECASE)

Row = list[etree._Element]  # noqa: SLF001 - its cells; lxml has no other name for them


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table holds the numbers (None where the rows are counted), the questions and the answers."""

    number: int | None
    question: int
    answer: int


def rows(table: etree._Element) -> list[Row]:
    """The rows of a table, each with its cells; those that were deleted have none."""
    return [_cells(row) for row in _unwrapped(table, "tr")]


def paragraphs(cell: etree._Element) -> list[etree._Element]:
    """The paragraphs of a cell that hold text."""
    return [item for item in cell.iter() if local(item) == "p" and has_text(item)]


def has_text(element: etree._Element) -> bool:
    """Whether text stands in an element."""
    return any(local(item) == "t" and item.text for item in element.iter())


def columns(found: list[Row]) -> Columns | None:
    """What the columns hold, where the first row says that they are questions and answers."""
    heads = [text(cell) for cell in found[0]] if found else []
    asked = [at for at, head in enumerate(heads) if _QUESTION_HEAD.match(head)]
    answered = [at for at, head in enumerate(heads) if _ANSWER_HEAD.match(head)]
    if not asked or len(answered) != 1 or len(heads) > 3 or len(found) < 2:
        return None
    question = asked[-1]
    others = [at for at in range(len(heads)) if at not in (question, answered[0])]
    if question > answered[0] or (others and not (others == [0] and _NUMBER_HEAD.match(heads[0]))):
        return None
    whole = [row for row in found[1:] if row]
    numbered = bool(others) and all(len(row) == len(heads) and number(row[0]) for row in whole)
    if not all(len(row) == len(heads) for row in whole) or (others and not numbered):
        return None
    return Columns(0 if numbered else None, question, answered[0])


def number(cell: etree._Element) -> str:
    """The number that is all that stands in a cell, or ""."""
    found = _NUMBER.match(text(cell))
    return found["number"] if found else ""


def brings_number(cell: etree._Element) -> bool:
    """Whether the text of a cell begins with a number, typed or of a list."""
    first = next(iter(paragraphs(cell)), None)
    return _BEGINS.match(text(cell)) is not None or child(first, "pPr", "numPr") is not None


def text(cell: etree._Element) -> str:
    """The words of a cell."""
    return " ".join("".join(item.text or "" for item in cell.iter() if local(item) == "t").split())


def _unwrapped(parent: etree._Element, name: str) -> list[etree._Element]:
    """The children of a name, also those inside content controls and insertions."""
    found: list[etree._Element] = []
    for element in parent:
        if local(element) == name:
            found.append(element)
        elif local(element) in ("sdt", "sdtContent", "ins", "customXml"):
            found.extend(_unwrapped(element, name))
    return found


def _cells(row: etree._Element) -> Row:
    return [] if child(row, "trPr", "del") is not None else _unwrapped(row, "tc")
