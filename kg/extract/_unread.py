"""What is in an extractor's scope and not understood, as an issue with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from kg.noticed import english
from kg.records import Mention, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread(Mention):
    """Words that are in scope and have no certain meaning; `rule` is "extractor/reason".

    `message` is Dutch; `en` says it in English, where more can be said than what the rule notices.
    """

    field: ClassVar[str] = "issues"
    rdf_class: ClassVar[str] = "Issue"

    rule: str
    message: str
    en: str = ""

    def record(self) -> dict[str, Any]:
        """Rule, and message in Dutch and English."""
        return {"rule": self.rule, "message": self.message, "message_en": self.en or english(self.rule)}

    def facts(self) -> Iterator[tuple[str, Value]]:
        """The rule; the message is said in both languages, as of all issues."""
        yield "kv:rule", self.rule
