"""The running text of a document: questions, answers, remarks and notes, each piece of text once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kg.grammar.places import places
from kg.records import Passage, Structure


@lru_cache(maxsize=1)
def prose(structure: Structure) -> tuple[tuple[Passage, tuple[str, ...]], ...]:
    """The passages outside headings and letters, with their places; two questions that share a text give it once."""
    return tuple(_prose(structure))


def _prose(structure: Structure) -> Iterator[tuple[Passage, tuple[str, ...]]]:
    seen: set[tuple[int, str]] = set()
    for passage in _passages(structure):
        key = (passage.runs[0].origin if passage.runs else -1, passage.text)
        if key not in seen:
            seen.add(key)
            yield passage, places(structure, passage)


def _passages(structure: Structure) -> Iterator[Passage]:
    yield from (question.passage for question in structure.questions)
    yield from (answer.passage for answer in structure.answers)
    yield from structure.remarks
    yield from (note.passage for note in structure.notes)
