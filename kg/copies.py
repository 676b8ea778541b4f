"""Files that are copies of each other: one document, which the others are told to be copies of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from kg.work import Outcome


def told(outcomes: Sequence[Outcome], folder: Path) -> list[Outcome]:
    """The outcomes in their order, those of copies with the path that they are copies of.

    Of the same bytes the fullest text is the document's (metadata beside a file add to it), then the first path, so
    that the order of the files makes no difference.  `folder` is the cache with the texts.
    """
    same: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        if not outcome.problem:
            same.setdefault(outcome.key, []).append(outcome)
    first = {key: _first(each, folder) for key, each in same.items()}
    return [replace(each, copy_of=_other(first.get(each.key, ""), each)) for each in outcomes]


def _first(same: Sequence[Outcome], folder: Path) -> str:
    entries = {each.entry for each in same}
    text = {entry: (folder / f"{entry}.txt").read_bytes() if len(entries) > 1 else b"" for entry in entries}
    return min(same, key=lambda each: (-len(text[each.entry]), text[each.entry], each.path)).path


def _other(first: str, outcome: Outcome) -> str:
    return "" if outcome.problem or outcome.path == first else first


def listed(outcomes: Iterable[Outcome]) -> dict[str, list[str]]:
    """The copies of each document that has any, by its path."""
    found: dict[str, list[str]] = {}
    for outcome in outcomes:
        if outcome.copy_of:
            found.setdefault(outcome.copy_of, []).append(outcome.path)
    return found
