"""What is in an extractor's scope and not understood, as an issue with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from kg.records import Mention, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread(Mention):
    """Words that are in scope and have no certain meaning; `rule` is "extractor/reason"."""

    field: ClassVar[str] = "issues"
    rdf_class: ClassVar[str] = "Issue"

    rule: str
    message: str

    def record(self) -> dict[str, Any]:
        """Rule and message."""
        return {"rule": self.rule, "message": self.message}

    def facts(self) -> Iterator[tuple[str, Value]]:
        """Rule and message."""
        yield "kv:rule", self.rule
        yield "rdfs:comment", self.message
