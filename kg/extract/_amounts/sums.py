"""Totals and their parts: "€ 172 miljoen, verdeeld over de jaren 2022-2027: € 37 miljoen in 2022 en ...".

A part for several years may be meant per year or altogether.  Where nothing is said, the reading that adds up is
taken; where neither does, each year counts, and the sum is said not to add up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

DIVIDES = re.compile(
    r"\b(?:verdeeld|gespreid|verspreid|uitgesplitst|onderverdeeld|opgebouwd|bestaande\suit|te\sweten|namelijk)\b|:"
)
WHOLE = re.compile(r"\bin\stotaal|\btotaal", re.IGNORECASE)
OF_WHICH = re.compile(r"\b(?:waarvan|daarvan|hiervan|van\sdit\sbedrag|van\sdat\sbedrag)\b", re.IGNORECASE)
ABOUT = re.compile(
    r"\b(?:circa|ca\.|ongeveer|ruim|bijna|zo.?n|afgerond|rond\sde|meer\sdan|minder\sdan|minimaal|maximaal|tot)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Item:
    """An amount that may be a total or a part."""

    value: Decimal
    years: tuple[int, ...]
    per_year: bool
    rough: bool

    @property
    def altogether(self) -> Decimal:
        """The value over all its years, if it is meant per year."""
        return self.value * max(1, len(self.years))


@dataclass(frozen=True, slots=True)
class Sum:
    """A total (its index) with its parts; `yearly`: which parts count once for each of their years."""

    total: int
    parts: tuple[int, ...]
    yearly: tuple[bool, ...]
    computed: Decimal
    adds_up: bool


def check(items: Sequence[Item], gaps: Sequence[str]) -> Sum | None:
    """The sum that a stretch of text makes: the first amount a total, those after it the parts.

    `gaps[i]` is the text between item i and item i + 1.  None where the text does not divide a total, where a part
    is only said to be about so much, or where "waarvan" names some of the parts only.
    """
    parts = list(items[1:])
    if len(parts) < 2 or not (DIVIDES.search(gaps[0]) or OF_WHICH.search(gaps[0])):
        return None
    if any(item.rough for item in items) or any(part.value >= items[0].value or part.value <= 0 for part in parts):
        return None
    partial = bool(OF_WHICH.search(gaps[0]))
    stated = tuple(part.per_year and len(part.years) > 1 for part in parts)
    every = tuple(len(part.years) > 1 for part in parts)
    for yearly in dict.fromkeys((stated, every)):
        computed = _computed(parts, yearly)
        if computed == items[0].value:
            return _sum(parts, yearly, computed, adds_up=True)
    computed = _computed(parts, every)
    if partial and computed < items[0].value:
        return None
    return _sum(parts, every, computed, adds_up=False)


def _computed(parts: Sequence[Item], yearly: Sequence[bool]) -> Decimal:
    return sum((p.altogether if y else p.value for p, y in zip(parts, yearly, strict=True)), Decimal(0))


def _sum(parts: Sequence[Item], yearly: tuple[bool, ...], computed: Decimal, *, adds_up: bool) -> Sum:
    return Sum(0, tuple(range(1, len(parts) + 1)), yearly, computed, adds_up)
