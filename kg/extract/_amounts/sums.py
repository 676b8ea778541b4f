"""Totals and their parts, before or after them: "€ 172 miljoen, verdeeld over de jaren 2022-2027: € 37 miljoen in 2022 en ...".

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
TOTALS = re.compile(  # what stands before a total that comes after its parts
    r"""(?:[,;:(=–-]|\b(?:is|en|zijn|maakt))\s?(?:dus\s|dat\sis\s|wat\sneerkomt\sop\s)?
    (?:in\stotaal|alles\sbij\selkaar|bij\selkaar|samen|tezamen|opgeteld|totaal)\s(?:(?:dus|is|goed\svoor|een\sbedrag\svan)\s){0,2}$""",
    re.VERBOSE | re.IGNORECASE,
)
OF_THE = re.compile(
    r"\bvan\s(?:de|deze|die|(?:dit|dat|het)\s(?:totale\s)?(?:bedrag|budget)\svan)\s(?:(?:totale|in\stotaal|beschikbare)\s)?$",
    re.IGNORECASE,
)
JOINS = re.compile(
    r"(?:,|\ben|,\sen|\bplus|\+)\s(?:(?:nog\seens|eveneens|ook|in|voor)\s(?:(?:19|20)\d\d\s)?)?$", re.IGNORECASE
)
LINK = 90  # characters between two parts of one total
OF_WHICH = re.compile(  # "waaronder" divides no total: it names parts only
    r"\b(?:waarvan|daarvan|hiervan|van\sdit\sbedrag|van\sdat\sbedrag)\b", re.IGNORECASE
)
REST = re.compile(  # a part without a sum of its own
    r"\b(?:het\s(?:restant|resterende|restbedrag|overige)|de\s(?:rest|overige|resterende))\b", re.IGNORECASE
)
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
    priced: bool = False  # of one leerling or one hour: no part of anything

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


def check(items: Sequence[Item], gaps: Sequence[str], before: str = "", after: str = "") -> Sum | None:
    """The sum that a stretch of text makes: the first amount a total, those after it the parts.

    `gaps[i]` is the text between item i and item i + 1, `before` that before the first one, `after` that behind the last.
    None where the text does not divide a total, where a part is only said to be about so much, or where not all parts
    have a sum ("waarvan", "en het restant").
    """
    parts = list(items[1:])
    opened = bool(OF_THE.search(before)) and not any(OF_WHICH.search(gap) or not JOINS.search(gap) for gap in gaps[1:])
    if len(parts) < 2 or not (opened or DIVIDES.search(gaps[0]) or OF_WHICH.search(gaps[0])):
        return None
    if any(item.rough for item in items) or any(part.value >= items[0].value or part.value <= 0 for part in parts):
        return None
    partial = opened or bool(OF_WHICH.search(gaps[0])) or any(REST.search(words) for words in (*gaps[1:], after))
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


def check_last(items: Sequence[Item], gaps: Sequence[str]) -> Sum | None:
    """The sum of the last item, a total, and the parts named before it: "€ 25 mln. en € 20 mln., samen € 45 mln.".

    None where the text does not say so, or where the total may hold more than the parts, or be rounded.
    """
    *parts, total = items
    if len(parts) < 2 or not TOTALS.search(gaps[-1]) or any(item.rough or item.priced for item in items):
        return None
    if any(part.value >= total.value or part.value <= 0 for part in parts):
        return None
    if any(len(gap) > LINK or not JOINS.search(gap) or OF_WHICH.search(gap) for gap in gaps[:-1]):
        return None
    computed = _computed(parts, [False] * len(parts))
    named = {year for part in parts for year in part.years}
    open_ended = bool(total.years) and set(total.years) != named
    adds_up = computed == total.value
    if not adds_up and (open_ended or abs(computed - total.value) < _step(total.value, parts)):
        return None
    return Sum(len(parts), tuple(range(len(parts))), (False,) * len(parts), computed, adds_up)


def _step(total: Decimal, parts: Sequence[Item]) -> Decimal:
    """By how much less than which a total of millions may be rounded, where its parts are printed more finely."""
    size = next((size for size in (Decimal(10**9), Decimal(10**6)) if total >= size and total % size == 0), None)
    return size if size and any(part.value % size for part in parts) else Decimal(0)


def _computed(parts: Sequence[Item], yearly: Sequence[bool]) -> Decimal:
    return sum((p.altogether if y else p.value for p, y in zip(parts, yearly, strict=True)), Decimal(0))


def _sum(parts: Sequence[Item], yearly: tuple[bool, ...], computed: Decimal, *, adds_up: bool) -> Sum:
    return Sum(0, tuple(range(1, len(parts) + 1)), yearly, computed, adds_up)
