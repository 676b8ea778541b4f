"""Patterns that are tried only where they can begin, instead of at every letter of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

DIGITS = re.compile(r"\d+")


@lru_cache(maxsize=256)
def numbers(text: str) -> tuple[tuple[int, int], ...]:
    """Where the runs of digits stand.

    >>> numbers("3 april 2031")
    ((0, 1), (8, 12))
    """
    return tuple(run.span() for run in DIGITS.finditer(text))


def matches_at(form: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches of a form that begin at one of the places `starts` (sorted), none inside another.

    >>> [m.group() for m in matches_at(re.compile("[a-z]{1,3}"), "abcdef", [1, 2, 4])]
    ['bcd', 'ef']
    """
    end = 0
    for start in starts:
        if start >= end and (match := form.match(text, start)):
            yield match
            end = match.end()


def places_of(words: Iterable[str], text: str, start: int = 0, stop: int | None = None) -> list[int]:
    """Where any of some words stands in `text[start:stop]`, in order.

    >>> places_of(["mei", "juni"], "juni, mei, juni")
    [0, 6, 11]
    """
    out = []
    for word in words:
        at = text.find(word, start, stop)
        while at >= 0:
            out.append(at)
            at = text.find(word, at + 1, stop)
    return sorted(out)
