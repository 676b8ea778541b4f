"""Patterns that are tried only where they can begin, instead of at every letter of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

DIGITS = re.compile("[0-9]+")


def round_places(
    form: re.Pattern[str], text: str, places: Iterable[int], before: int, after: int
) -> Iterator[re.Match[str]]:
    """The matches of a form in the stretches of `text` round some places (sorted).

    Each match holds a place, begins at most `before` characters before it and has what it looks for less than `after`
    characters behind the last one that it holds.

    >>> [m.group() for m in round_places(re.compile("[0-9]+ euro"), "7 mei, 12 euro en 5 euro", [10, 19], 4, 8)]
    ['12 euro', '5 euro']
    """
    first = last = 0
    for place in places:
        if place - before > last:
            yield from form.finditer(text, first, last)
            first = place - before
        last = place + after
    yield from form.finditer(text, max(0, first), last)


@lru_cache(maxsize=256)
def numbers(text: str) -> tuple[tuple[int, int], ...]:
    """Where the runs of digits stand.

    >>> numbers("3 april 2031")
    ((0, 1), (8, 12))
    """
    if not any(map(text.__contains__, "1203456789")):  # half of the texts have none, and this sees it at once
        return ()
    return tuple([run.span() for run in DIGITS.finditer(text)])


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
