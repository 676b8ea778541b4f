"""The dossiers that papers belong to: all papers under one number of the Kamer, whichever chamber printed them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.records import Term, Thing, Value


def dossier(number: str) -> Thing:
    """The dossier with a number as it is understood: "36410-XIV"."""
    return Thing("dossier", number)


def label(number: str) -> str:
    """The name of a dossier, its number as the Kamer prints it.

    >>> label("36410-XIV")
    'dossier 36 410 XIV'
    """
    digits, _, chapter = number.partition("-")
    spaced = f"{digits[:-3]} {digits[-3:]}".strip()
    if not chapter:
        return f"dossier {spaced}"
    return f"dossier {spaced}{'-' if chapter.isdecimal() else ' '}{chapter}"


def described(number: str, raw: str) -> Iterator[tuple[str, Value]]:
    """What a citation with the words `raw` says of its dossier: its kind, its number, the number as printed there."""
    yield "rdf:type", Term("kv:Dossier")
    yield "dcterms:identifier", number
    digits, _, chapter = number.partition("-")
    joined = rf"{digits[:-3]}[\s.]?{digits[-3:]}" + (rf"\s?-?\s?-?{re.escape(chapter)}(?!\w)" if chapter else "")
    if found := re.search(rf"(?<!\d){joined}", raw):
        yield "kv:asPrinted", " ".join(found.group().split())


def belongs(number: str) -> Iterator[tuple[str, Value]]:
    """What is said of a paper of a dossier."""
    yield "kv:inDossier", dossier(number)
