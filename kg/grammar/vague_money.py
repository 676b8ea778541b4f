"""Money of which no number is printed: "tienduizenden euro's", "enkele miljarden", "een paar ton", "€ XX miljoen"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.grammar.unnamed_money import is_money
from kg.grammar.words import folded, holds, needing

QUANTITY = r"""(?:een\s(?:paar|aantal|handvol)|paar|enkele|meerdere|verschillende|diverse|vele|ettelijke|talloze|zoveel
    |(?:vele\s|enkele\s)?(?:tientallen|honderden))"""
SCALES = r"(?:miljoen|miljard|biljoen|ton|mln\.?|mld\.?)"
MANY = r"(?:(?:tien|honderd)?duizenden|honderden|tientallen|miljoenen|miljarden|biljoenen|tonnen)"
EUROS = r"\s{1,3}euro(?:['’]\s?s)?\b"
NAMED = re.compile(
    rf"""(?<!\bin\s)(?<![^\W_])(?:{QUANTITY}\s)?{MANY}{EUROS}
    |\b{QUANTITY}\s(?:(?:tien|honderd)\s?)?(?:{SCALES}|duizend|honderd|tientjes)?{EUROS}""",
    re.VERBOSE | re.IGNORECASE,
)
UNNAMED = re.compile(
    rf"""\b{QUANTITY}\s(?:(?P<tons>tonnen|ton)|(?:(?:tien|honderd)\s?)?{SCALES}|miljoenen|miljarden|biljoenen)(?![^\W_])
    |\bin\sde\s(?:(?:tientallen|honderden)\s)?(?:(?P<in_tons>tonnen)|miljoenen|miljarden)(?![^\W_])""",
    re.VERBOSE | re.IGNORECASE,
)
BLANK = re.compile(
    rf"€\s?(?:[Xx]{{1,5}}(?:[.,][Xx]{{1,3}})?|[.…_]{{2,8}}|…|\[[^\]\[\d]{{0,20}}\])(?:\s?{SCALES})?(?![^\W_])",
    re.IGNORECASE,
)
MAY_NAME = needing(
    (
        *("duizenden", "honderden", "tientallen", "miljoenen", "miljarden", "biljoenen", "tonnen", "paar ", "enkele "),
        *("een aantal ", "een handvol ", "meerdere ", "verschillende ", "diverse ", "vele ", "ettelijke ", "talloze "),
        "zoveel ",
    )
)


def vague(text: str) -> list[tuple[int, int]]:
    """Where money without a number stands in a text, in order.

    >>> text = "De schade loopt in de miljoenen: enkele tonnen aan subsidie en € XX miljoen, voor een paar duizend mensen."
    >>> [text[start:end] for start, end in vague(text)]
    ['in de miljoenen', 'enkele tonnen', '€ XX miljoen']
    """
    out: list[tuple[int, int]] = []
    if not holds(folded(text), MAY_NAME) and "€" not in text:
        return out
    for start, end in sorted(_search(text)):
        if not out or start >= out[-1][1]:
            out.append((start, end))
    return out


def _search(text: str) -> Iterator[tuple[int, int]]:
    if holds(folded(text), MAY_NAME):
        yield from (m.span() for m in NAMED.finditer(text))
        for found in UNNAMED.finditer(text):
            scale = "ton" if found["tons"] or found["in_tons"] else "miljoen"
            if is_money(text, found.start(), found.end(), scale, Decimal(0)):
                yield found.span()
    if "€" in text:
        yield from (m.span() for m in BLANK.finditer(text))
