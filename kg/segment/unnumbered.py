"""Questions without numbers: a paragraph each, numbered in order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.segment.headings import heading
from kg.segment.lines import Line
from kg.segment.section import Section, after, paragraphs

LEAD_IN = re.compile(r":\s*(?:\[?\d{1,2}[\])])?$")


def unnumbered(body: Sequence[Line], head: Sequence[Section]) -> list[Section]:
    """Questions without numbers: a paragraph each, numbered in order."""
    if any(section.kind == "answer heading" for section in head):
        return [Section("remark", tuple(body), (), "Notice")]  # no heading of its own, as "Mededeling" would be
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
            rest = [after(line, found.rest)] if found.rest else []
            return list(body[:i]), [Section("remark", (*rest, *body[i + 1 :]), (), found.printed)]
    return list(body), []


def _unnumbered_paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    parts = paragraphs(lines)
    if len(parts) > 1:
        return parts
    return [[line] for line in lines if not line.blank]
