"""Who answers, where the heading of an answer says so: "Antwoord 2 (Minister van Defensie)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.grammar.offices import Office, offices
from kg.records import Answer, Span, Structure
from kg.segment.plain import plain


def offices_in_headings(structure: Structure) -> Iterator[tuple[Answer, Office, Span]]:
    """The answers whose heading names an office, with the office and where it is printed."""
    found = [
        (answer, heading, office)
        for answer in structure.answers
        if (heading := _naming(answer)) and answer.passage.runs
        for office in offices(heading)
    ]
    document = structure.document
    read, way = (found and plain(document)) or (document, None)  # headings are kept in plain letters
    for answer, heading, office in found:
        start = answer.passage.runs[0].origin
        if span := _place(read.text[: way.back(start) if way else start], heading, office):
            yield answer, office, way.span(span) if way else span


def _naming(answer: Answer) -> str:
    """The heading of an answer that may name an office, else nothing."""
    heading = answer.printed or ""
    return heading if "inister" in heading or "ecretaris" in heading else ""


def _place(before: str, heading: str, office: Office) -> Span | None:
    """Where an office of a heading stands in the text before an answer; there the heading may have several lines."""
    form = re.compile(r"\s+".join(map(re.escape, heading.split())))
    found = list(form.finditer(before))
    if not found:
        return None
    letters = [at for at in range(*found[-1].span()) if not before[at].isspace()]
    first, last = (len("".join(heading[:at].split())) for at in (office.start, office.end))
    return Span(letters[first], letters[last - 1] + 1)
