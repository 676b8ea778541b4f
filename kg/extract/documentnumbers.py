"""Documents that are cited by a number of the Kamer ("2024D37938", ah-tk-20242025-593) or by a reference mark.

Proposals of the Commission ("COM(2031) 166") and cases of courts ("C-311/31", "zaaknummer C/09/123456") are such too.

Questions of before 2010 are published under names that their case does not have (kv-2070826740): read here as well.

Case numbers ("2024Z15585") are read with the papers; what looks like a number in an e-mail address is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from kg.grammar.prose import prose
from kg.grammar.words import folded, holds, needing
from kg.records import Mention, Structure, Value

NUMBER = re.compile(
    r"""(?<![\w@.-])(?P<kamer>(?:19|20|21)\d{2}D\d{5})(?![\w@])
    |(?<![\w@.-])(?P<publication>kv-(?:\d{10}|tk-\d{4}Z\d{5}))(?![\w@])
    |(?<![^\W_])(?P<proposal>COM\s?\((?:19|20)\d\d\)\s?\d{1,4}(?!\d))
    |(?<![\w/-])(?P<court>[CT][-‑]\d{1,3}/\d\d(?:\sP)?(?![\w/-]))
    |(?<![^\W_])(?i:zaaknummers?|rolnummers?)(?:\s?:)?\s(?P<roll>(?=[\w/.-]{0,12}\d{4})[A-Z0-9]{1,8}(?:[/-][A-Z0-9]{2,8}){0,3}(?:\s/\s[A-Z]{2}\s[A-Z]{2}\s\d\d[-/]\d{1,5})?)(?![\w/-])
    |(?<![\w/])(?P<unit>[A-Z][A-Za-z]{2,7}\s/\s\d{6,9})(?![\w/])|(?<=\()(?P<ministry>[A-Z]{2,4}\d{7})(?=\))
    |(?<![^\W_])(?i:kenmerk)(?:\s?:)?\s(?:(?:nr|nummer)\.?\s)?(?P<mark>[A-Z0-9](?=[\w/.-]{0,30}\d{3})[\w/.-]{3,37}\w)(?![\w@])""",
    re.VERBOSE,
)
KAMER, MINISTRY = re.compile(r"D\d{5}"), re.compile(r"\([A-Z]{2,4}\d{7}\)")
MARKED = needing(
    (
        *("kenmerk", "zaaknummer", "rolnummer", "com(", "com (", "kv-"),
        *(f"{before}{digit}" for before in ("c-", "c‑", "t-", "t‑", " / ") for digit in "123456789"),
    )
)
CASE = re.compile(r"\d{4}Z\d{5}")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReference(Mention):
    """A citation of a document by its number."""

    field: ClassVar[str] = "documents"
    rdf_class: ClassVar[str] = "DocumentReference"

    raw: str
    number: str
    official: bool

    def record(self) -> dict[str, Any]:
        """Number and words; `official`: it is a number of the Kamer."""
        return {"number": self.number, "official": self.official, "raw": self.raw}

    def facts(self) -> Iterator[tuple[str, Value]]:
        """Number and words."""
        yield "kv:asPrinted", self.raw
        yield "dcterms:identifier", self.number


def extract(structure: Structure) -> Iterator[DocumentReference]:
    """Every document number outside headings, once a passage."""
    for passage, at in prose(structure):
        seen: set[str] = set()
        for found in NUMBER.finditer(passage.text) if _may_hold(passage.text) else ():
            number = _number(found[found.lastgroup or 0])
            if number in seen or CASE.fullmatch(number):
                continue
            seen.add(number)
            yield DocumentReference(
                raw=found.group(),
                number=number,
                official=bool(found["kamer"] or found["publication"] or re.fullmatch(r"\d{4}D\d{5}", number)),
                spans=passage.spans(found.start(), found.end()),
                at=at,
            )


def _number(printed: str) -> str:
    """A number as all documents have it, however it is printed.

    >>> _number("COM (2031)166"), _number("T\u201112/30 P")
    ('COM(2031) 166', 'T-12/30 P')
    """
    return " ".join(printed.replace("‑", "-").replace(" (", "(").replace(")", ") ").split())


def _may_hold(text: str) -> bool:
    """Whether a text has what every document number has."""
    return holds(folded(text), MARKED) or KAMER.search(text) is not None or MINISTRY.search(text) is not None
