"""Stretches of a text that are taken: what was read there already is not read again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate


class Taken:
    """Stretches (start, end) in any order; asking whether one is free takes the logarithm of their number.

    >>> taken = Taken([(10, 20), (2, 5)])
    >>> taken.free(5, 10), taken.free(4, 6), taken.free(19, 30)
    (True, False, False)
    """

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        kept = sorted(stretches)
        self._starts = [start for start, _ in kept]
        self._reach = list(accumulate((end for _, end in kept), max)) if kept else []

    def free(self, start: int, end: int) -> bool:
        """Whether nothing of `start`-`end` is taken."""
        before = bisect_left(self._starts, end)
        return not before or self._reach[before - 1] <= start
