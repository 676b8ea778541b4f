"""Titles between quotation marks: «», “”, ‘’, "" and '', nested, with the slips that real documents have.

Marks that look alike serve as one family: “Titel", ‘Titel' and ’Titel’ all occur.
In the families of “ and ‘ the
neighbours of a mark tell whether it opens or closes; an apostrophe ("VvE's", "’s nachts") does neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.grammar.words import folded, holds, needing

DEEPEST = 4  # quotations within quotations
LONGEST = 400  # characters; titles are shorter
FAMILIES = ("«»", '“”„"', "‘’'‚")
MARKS = "".join(FAMILIES)
MARK = re.compile(f"[{MARKS}]")
MARKED = needing(MARKS)
APOSTROPHE = re.compile(r"['’‘](?:s|t|n|k|m|r|\d\d)\b")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation `text[start:end]` with its marks; `text[inner:stop]` is what they hold, less white space."""

    start: int
    end: int
    inner: int
    stop: int


def quotation_at(text: str, start: int) -> Quotation | None:
    """The quotation whose opening mark is at `start`; None where no mark opens there or none closes it.

    >>> quotation_at("‘Titel ‘binnen’’ en", 0)
    Quotation(start=0, end=16, inner=1, stop=15)
    """
    family = next((f for f in FAMILIES if text[start : start + 1] in f), "") if start < len(text) else ""
    if not family or not _opens(text, start):
        return None
    end = _close(text, start, family)
    if end is None:
        return None
    inner, stop = start + 1, end
    while inner < stop and text[inner].isspace():
        inner += 1
    while stop > inner and text[stop - 1].isspace():
        stop -= 1
    return Quotation(start, end + 1, inner, stop) if inner < stop else None


def quotations(text: str) -> Iterator[Quotation]:
    """The outermost quotations of `text`, in order."""
    if not holds(folded(text), MARKED):
        return
    position = 0
    while mark := MARK.search(text, position):
        found = quotation_at(text, mark.start())
        if found:
            yield found
        position = found.end if found else mark.end()


def unquoted(text: str) -> str:
    """`text` without the marks, where one quotation is all of it; an unpaired mark at one end goes too."""
    text = text.strip()
    found = quotation_at(text, 0)
    if found and found.end == len(text):
        return text[found.inner : found.stop]
    if text[:1] in MARKS and found is None and not APOSTROPHE.match(text):
        text = text[1:].strip()
    last = text[-1:]
    if last in MARKS and not any(mark in text[:-1] for family in FAMILIES if last in family for mark in family):
        text = text[:-1].strip()
    return text


def _close(text: str, start: int, family: str) -> int | None:
    """Where the mark that closes is; where depth never comes back to nothing, the first that can end a quotation."""
    depth = 0
    closing: list[int] = []
    for i in range(start, min(len(text), start + LONGEST)):
        if text[i] not in family:
            continue
        if i > start and _closes(text, i):
            closing.append(i)
            depth -= 1
            if depth == 0:
                return i
        elif _opens(text, i):
            depth += 1
            if depth > DEEPEST:
                break
    final = [i for i in closing if re.match(r"\s?(?:[?.;:,()\[\d]|$)", text[i + 1 : i + 3])]
    return next(iter(final or closing), None)


def _opens(text: str, i: int) -> bool:
    mark = text[i]
    if mark in "«„“‚":
        return True
    if mark == "»" or APOSTROPHE.match(text, i):
        return False
    before, after = text[i - 1 : i] if i else " ", text[i + 1 : i + 2]
    return bool(after) and not after.isspace() and after not in ".,;:?)" and not (before.isalnum() or before in ".?!")


def _closes(text: str, i: int) -> bool:
    mark = text[i]
    if mark in "»”":
        return True
    if mark in "«„“‚":
        return False
    after, before = text[i + 1 : i + 2], text[i - 1 : i]
    return not after.isalpha() and not before.isspace()
