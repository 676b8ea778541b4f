"""Organisations that questions and answers are about.

By the name or abbreviation of the list `ontology/lists/organisations.ttl`, or as the document itself introduces
them: "het Centraal Orgaan opvang asielzoekers (COA)", after which "COA" is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
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
        for form in (organisation.name, organisation.short):
            if form:
                forms.setdefault(form, set()).add(organisation.name)
    return {form: next(iter(names)) for form, names in forms.items() if len(names) == 1}


def extract(structure: Structure) -> Iterator[OrganisationMention]:
    """Every mention, once per place and organisation: the first."""
    own = {form: d.name for p in structure.passages() for d in defined(p.text) for form in (d.name, d.short)}
    forms = {**_listed(), **own}
    if not forms:
        return
    alternatives = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    pattern = re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w])")
    listed = _listed()
    for passage in structure.passages():
        seen: set[str] = set()
        for found in pattern.finditer(passage.text):
            name = forms[found.group()]
            if slug(name) in seen:
                continue
            seen.add(slug(name))
            yield OrganisationMention(
                printed=found.group(),
                name=name,
                listed=name in listed.values(),
                spans=passage.spans(found.start(), found.end()),
                at=places(structure, passage),
            )
