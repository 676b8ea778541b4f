"""The law that an article belongs to where the law stands before it, or is an act of the Union.

"In de Awb (artikel 7:1a)"; "de Wet open sluizen bepaalt in artikel 5"; "artikel 3 van die wet"; "artikel 4 van richtlijn
2000/60/EG".  In a sentence that names two laws before an article nobody can tell which one is meant, unless it stands
right behind one of them.

>>> text = "De Wet open sluizen bepaalt dit in artikel 5.1."
>>> antecedent(text, (35, 46), [Named(3, 19, "Wet open sluizen")])
Named(start=3, end=19, law='Wet open sluizen')
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.grammar.acts import EuAct
from kg.grammar.laws import BARE, STOP
from kg.grammar.sentences import sentences

TO_ACT = re.compile(r"\s?,?\s?(?:(?:van|uit|in|bij)\s)?(?:(?:de|het)\s?)?(?:genoemde\s)?")
BEHIND = re.compile(r"\)?[\s,(–-]{1,4}(?:in\s)?")
ABBREVIATED = re.compile(r"(?:^|[\s(])(?:de|het)(?=\s)(?P<name>[^\n]{2,14}?)\s?[(,]\s?$", re.IGNORECASE)
OF_THAT = re.compile(
    r",?\s?(?:van|uit)\s(?:die|deze|dezelfde|genoemde)\s(?:[a-z]*wet|verordening|richtlijn|regeling|besluit)"
)
OF_OTHER = re.compile(r",?\s?(?:van|uit)\s")
LONGEST = 18  # characters of "de Awb ("


class Named(NamedTuple):
    """A law named at `text[start:end]`: its name, or the act of the Union."""

    start: int
    end: int
    law: str | EuAct


def antecedent(text: str, article: tuple[int, int], named: Sequence[Named]) -> Named | None:
    """Which of the laws that a text names the article at `article` belongs to; None where nobody can tell."""
    start, end = article
    for law in named:
        if isinstance(law.law, EuAct) and end <= law.start and TO_ACT.fullmatch(text, end, law.start):
            return law
    before = [law for law in named if law.end <= start]
    if OF_OTHER.match(text, end):
        return before[-1] if before and OF_THAT.match(text, end) else None
    if before and BEHIND.fullmatch(text, before[-1].end, start):
        return before[-1]
    if short := _abbreviated(text, start):
        return short
    opens = max((first for first, _ in sentences(text) if first <= start), default=0)
    here = [law for law in named if opens <= law.start < start]
    return here[0] if len({law.law for law in here}) == 1 else None


def _abbreviated(text: str, start: int) -> Named | None:
    """A law by its abbreviation right before its article: "de Awb (artikel 7:1a)"."""
    found = ABBREVIATED.search(text, max(0, start - LONGEST), start)
    name = BARE.match(text, found.start("name")) if found else None
    if name and found and name.end() == found.end("name") and not STOP.match(text, name.end()):
        return Named(name.start("name"), name.end("name"), name["name"])
    return None
