"""Percentages and counts with their unit, as amounts are read with their currency.

"ruim 20.000 kinderen" (ah-tk-20242025-559); "in totaal 2.758 ton" (ah-tk-20242025-571); "zeventig procent van de
vrouwen" (kv-tk-2024Z18659).  The numbers of questions, papers and articles are no figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from kg.extract._unread import Unread
from kg.grammar.figures import Unclear, find_all
from kg.grammar.prose import prose
from kg.records import Mention, Structure, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Mention):
    """A number with its unit; `approximate`: the document does not give it as exact."""

    field: ClassVar[str] = "figures"
    rdf_class: ClassVar[str] = "Figure"

    raw: str
    value: Decimal
    unit: str
    approximate: bool

    def record(self) -> dict[str, Any]:
        """Value, unit, words."""
        whole = self.value == self.value.to_integral_value()
        value = int(self.value) if whole else float(self.value)
        return {"value": value, "unit": self.unit, "raw": self.raw, "approximate": self.approximate}

    def facts(self) -> Iterator[tuple[str, Value]]:
        """Value, unit, words."""
        yield "schema:value", self.value
        yield "schema:unitText", self.unit
        yield "kv:asPrinted", self.raw
        yield "kv:approximate", self.approximate


def extract(structure: Structure) -> Iterator[Figure | Unread]:
    """Every figure outside headings; a percentage that can be read in two ways is an issue."""
    for passage, at in prose(structure):
        for found in find_all(passage.text):
            spans, raw = passage.spans(found.start, found.end), passage.text[found.start : found.end]
            if isinstance(found, Unclear):
                message, english = f"‘{raw}’ is in twee waarden te lezen", f"‘{raw}’ can be read as two values"
                yield Unread(rule="figures/unclear", message=message, en=english, spans=spans, at=at)
            else:
                yield Figure(
                    raw=raw, value=found.value, unit=found.unit, approximate=found.approximate, spans=spans, at=at
                )
