"""Organisations that questions and answers are about.

By the name or abbreviation of the list `ontology/lists/organisations.ttl`, or as the document itself introduces
them: "het Centraal Orgaan opvang asielzoekers (COA)", after which "COA" is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, ClassVar

from kg.grammar.organisations import defined
from kg.grammar.places import places
from kg.records import Mention, Structure, Value
from kg.registry.names import slug
from kg.registry.organisations import organisations


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationMention(Mention):
    """A mention of an organisation: as printed, and its name in full."""

    field: ClassVar[str] = "organisations"
    rdf_class: ClassVar[str] = "OrganisationMention"

    printed: str
    name: str
    listed: bool

    @property
    def key(self) -> str:
        """The key of the organisation."""
        return slug(self.name)

    def record(self) -> dict[str, Any]:
        """As printed, and the name."""
        return {"raw": self.printed, "name": self.name}

    def facts(self) -> Iterator[tuple[str, Value]]:
        """As printed."""
        yield "kv:nameAsPrinted", self.printed


@cache
def _listed() -> dict[str, str]:
    """Printed form -> name, of the list; an abbreviation that two organisations share stands for none."""
    forms: dict[str, set[str]] = {}
    for organisation in organisations():
        for form in (organisation.name, *organisation.others):
            if form:
                forms.setdefault(form, set()).add(organisation.name)
    return {form: next(iter(names)) for form, names in forms.items() if len(names) == 1}


@lru_cache(maxsize=16)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """One of the forms as a word, the longest first; the first letter decides which are tried."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    by_first: dict[str, list[str]] = {}
    for form in ordered:
        by_first.setdefault(re.escape(form[0]), []).append(re.escape(form[1:]))
    tried = "|".join(f"(?<={first})(?:{'|'.join(rest)})" for first, rest in by_first.items())
    return re.compile(rf"[{''.join(by_first)}](?<![\w-].)(?:{tried})(?!\w)")


def _found(patterns: list[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    """What any of the patterns finds, none inside another: the first, and of those the longest."""
    held = [pattern.search(text) for pattern in patterns]
    while matches := [match for match in held if match]:
        first = min(matches, key=lambda match: (match.start(), -match.end()))
        yield first
        for i, match in enumerate(held):
            if match and match.start() < first.end():
                held[i] = patterns[i].search(text, first.end())


def extract(structure: Structure) -> Iterator[OrganisationMention]:
    """Every mention, once per place and organisation: the first."""
    own = {form: d.name for p in structure.passages() for d in defined(p.text) for form in (d.name, d.short)}
    forms = {**_listed(), **own}
    names = set(_listed().values())
    patterns = [
        _pattern(known) for known in (tuple(_listed()), tuple(form for form in own if form not in _listed())) if known
    ]
    for passage in structure.passages():
        seen: set[str] = set()
        for found in _found(patterns, passage.text):
            name = forms[found.group()]
            key = slug(name)
            if key in seen:
                continue
            seen.add(key)
            yield OrganisationMention(
                printed=found.group(),
                name=name,
                listed=name in names,
                spans=passage.spans(found.start(), found.end()),
                at=places(structure, passage),
            )
