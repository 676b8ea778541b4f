"""Where the publisher and the date of a source are printed, when that is not where the source itself is cited.

"De Waterraad heeft mij bij >>>brief van 3 mei<<< laten weten": the letter is cited behind its sender.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.extract._citations.items import Item
from kg.records import Passage, Span


def grounds(printed: str | None, items: Sequence[Item], passages: Iterable[Passage]) -> tuple[Span, ...]:
    """The places of `printed` outside the mentions: nearest to one of them, else first in `passages`; none if inside."""
    if not printed or any(printed in item.passage.text[item.reference.start : item.reference.end] for item in items):
        return ()
    for item in items:
        if near := _nearest(printed, item.passage.text, item.reference.start):
            return item.passage.spans(*near)
    for passage in passages:
        if first := _nearest(printed, passage.text, 0):
            return passage.spans(*first)
    return ()


def _nearest(printed: str, text: str, to: int) -> tuple[int, int] | None:
    """The occurrence that begins nearest to a place: as a word of its own, else glued to another."""
    form = re.escape(printed)
    found = list(re.finditer(rf"(?<!\w){form}(?!\w)", text)) or list(re.finditer(form, text))
    return min((match.span() for match in found), key=lambda span: abs(span[0] - to), default=None)
