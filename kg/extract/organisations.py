"""Organisations that questions and answers are about.

By the name or abbreviation of the list `ontology/lists/organisations.ttl`, or as the document itself introduces
them: "het Centraal Orgaan opvang asielzoekers (COA)", after which "COA" is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

from ahocorasick_rs import AhoCorasick, Implementation

from kg.grammar.organisations import defined
from kg.grammar.places import places
from kg.grammar.starts import places_of
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


@cache
def _names() -> frozenset[str]:
    """The names of the list."""
    return frozenset(_listed().values())


@cache
def _known() -> tuple[AhoCorasick, tuple[str, ...]]:
    """All forms of the list, looked for in one pass."""
    forms = tuple(_listed())
    return AhoCorasick(forms, implementation=Implementation.ContiguousNFA), forms


def _found(text: str, own: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where forms of the list, or those of the document's `own`, stand as words: the first, and of those the longest."""
    automaton, forms = _known()
    found = [
        (start, -end, forms[form]) for form, start, end in automaton.find_matches_as_indexes(text, overlapping=True)
    ]
    found += [(at, -at - len(form), form) for form in own for at in places_of([form], text)]
    last = 0
    for start, minus_end, form in sorted(found):
        if start >= last and _is_word(text, start, -minus_end):
            yield start, form
            last = -minus_end


def _is_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before in ("_", "-") or after.isalnum() or after == "_")


def extract(structure: Structure) -> Iterator[OrganisationMention]:
    """Every mention, once per place and organisation: the first."""
    own = {form: d.name for p in structure.passages() for d in defined(p.text) for form in (d.name, d.short)}
    listed, names = _listed(), _names()
    for passage in structure.passages():
        seen: set[str] = set()
        for start, printed in _found(passage.text, own):
            name = own.get(printed) or listed[printed]
            key = slug(name)
            if key in seen:
                continue
            seen.add(key)
            yield OrganisationMention(
                printed=printed,
                name=name,
                listed=name in names,
                spans=passage.spans(start, start + len(printed)),
                at=places(structure, passage),
            )
