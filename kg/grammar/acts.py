"""Rulings by their ECLI, and acts of the European Union by their number.

>>> [r.identifier for r in rulings("Rechtbank, 21 mei 2031, ECLI:NL- :RBDHA:2031:2055.")]
['ECLI:NL:RBDHA:2031:2055']
>>> [(a.type, a.year, a.number) for a in eu_acts("richtlijn 2008/98/EG en Verordening (EG) nr. 12/2007")]
[('richtlijn', '2008', '98'), ('verordening', '2007', '12')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.grammar.laws import official_address

_COLON = r"\s?-?\s?:\s?"
ECLI = re.compile(
    rf"""(?<![^\W_])ECLI{_COLON}(?P<country>[A-Z]{{2}}){_COLON}(?P<court>[A-Z][A-Z0-9]{{0,6}}){_COLON}(?P<year>(?:18|19|20)\d\d)
        {_COLON}(?P<number>[A-Z0-9](?:[A-Z0-9.]{{0,23}}[A-Z0-9])?)(?![A-Z0-9])""",
    re.VERBOSE,
)
BROKEN = re.compile(r"(?<![^\W_])ECLI\s?:\s?[A-Z0-9:.-]{2,40}")
_BODY = r"(?:EU|EG|EEG|Euratom|JBZ|GBVB)"
EU_ACT = re.compile(
    rf"""(?<!\w)(?:(?:gedelegeerde|uitvoerings)\s?)?(?:[a-z]{{1,20}}-?)?(?P<type>verordening|richtlijn|kaderbesluit|besluit)
        (?:\s\((?P<body>{_BODY}(?:,\s?{_BODY})?)\))?\s?(?P<nr>nrs?\.?\s)?(?P<open>\()?
        (?P<first>\d{{1,4}})/(?P<second>\d{{1,4}})(?:/(?P<after>{_BODY})(?![^\W_]))?(?![\d/])""",
    re.VERBOSE | re.IGNORECASE,
)
ACTS = ("verordening", "richtlijn", "besluit")
CELEX = re.compile(
    r"CELEX(?:[-\s]?(?:nummer|nr\.?))?(?::|%3A|\s)\s?(?P<number>[1-9]\d{4}[A-Z]{1,2}\d{4})(?![\w])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A ruling at `text[start:end]`."""

    start: int
    end: int
    identifier: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class EuAct:
    """An act of the Union at `text[start:end]`; `celex` only where it is printed."""

    start: int
    end: int
    type: str
    year: str
    number: str
    celex: str | None = None

    @property
    def key(self) -> str:
        """What makes two citations the same act."""
        return self.celex or f"{self.type}-{self.year}-{self.number}"


def rulings(text: str) -> Iterator[Ruling]:
    """The rulings that a text cites by ECLI; breaks inside the identifier are undone."""
    for m in ECLI.finditer(text) if "ECLI" in text else ():
        identifier = f"ECLI:{m['country']}:{m['court']}:{m['year']}:{m['number']}"
        yield Ruling(m.start(), m.end(), identifier, official_address(text, *m.span()))


def broken_eclis(text: str) -> Iterator[tuple[int, int]]:
    """What begins as an ECLI and is none."""
    if "ECLI" not in text:
        return
    whole = {m.start() for m in ECLI.finditer(text)}
    yield from (m.span() for m in BROKEN.finditer(text) if m.start() not in whole)


def eu_acts(text: str) -> Iterator[EuAct]:
    """The acts that a text cites by number.

    The year stands first, except in regulations and decisions with "nr." ("Verordening (EG) nr. 12/2007").
    """
    small = text.lower()
    for m in EU_ACT.finditer(text) if "/" in text and any(word in small for word in ACTS) else ():
        if not (m["body"] or m["after"] or m["type"].lower() in ("verordening", "richtlijn")):
            continue
        first, second = m["first"], m["second"]
        if m["nr"] and m["type"].lower() != "richtlijn" and len(second) == 4:
            first, second = second, first
        year = first if len(first) == 4 else f"19{first}" if len(first) == 2 else ""
        if year and 1950 <= int(year) < 2100:
            yield EuAct(m.start(), m.end(), m["type"].lower(), year, str(int(second)))
    for m in CELEX.finditer(text) if "celex" in small else ():
        yield EuAct(m.start(), m.end(), "celex", m["number"][1:5], m["number"], m["number"].upper())
