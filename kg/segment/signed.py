"""The signature of a letter that stands under its last answer instead of under its first page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.grammar.signatures import NAME, POST_LINE, in_small, signatures, unsigned
from kg.segment.lines import Line
from kg.segment.section import Section

VALEDICTION = re.compile(
    r"(?:Hoogachtend|Met\s+(?:vriendelijke|de\s+meeste)\s+(?:groet(?:en)?|hoogachting)),?$", re.IGNORECASE
)
NAME_LINE = re.compile(rf"^(?=.{{2,80}}$){NAME},?$")
LONGEST = 16  # lines of one or two signatures, with the room for writing


def signed(found: Sequence[Section]) -> list[Section]:
    """The sections, the signature under the last answer told apart from it."""
    last = max((i for i, section in enumerate(found) if not section.empty), default=-1)
    if last < 0 or found[last].kind != "answer":
        return list(found)
    section = found[last]
    at = _signature(section.lines)
    if at is None:
        return list(found)
    parts = (section._replace(lines=section.lines[:at]), Section("front", section.lines[at:]))
    return [*found[:last], *parts, *found[last + 1 :]]


def _signature(lines: Sequence[Line]) -> int | None:
    """The first line of the signature with which `lines` end; a sentence must have ended before it."""
    for i in range(max(1, len(lines) - LONGEST), len(lines)):
        if not _begins(lines[i].text) or not _ended(lines[:i]):
            continue
        if VALEDICTION.match(lines[i].text) or _signs("\n".join(line.text for line in lines[i:])):
            return i
    return None


def _begins(text: str) -> bool:
    return any(form.match(in_small(text)) for form in (VALEDICTION, NAME_LINE, POST_LINE))


def _ended(before: Sequence[Line]) -> bool:
    kept = [line.text for line in before if line.text]
    return not kept or kept[-1].endswith((".", "?", "!", "”", "’", "»", ")"))


def _signs(text: str) -> bool:
    """Whether a text is nothing but signatures, or the offices of those who should have signed."""
    rest = text
    for office in sorted(list(signatures(text)) or list(unsigned(text)), key=lambda each: -each.start):
        rest = rest[: office.start] + rest[office.end :]
    return len(rest) < len(text) and not re.search(r"\w{4}", rest)
