"""What the government undertakes, as in "Ik zal de Kamer voor de zomer informeren".

A promise is a sentence of an answer (or of a notice of delay) in which the minister or the cabinet says what they
will do, or what will be done for the Kamer.  What others will do, what was done already and what is only possible
are no promises.  Words may be glued ("zalik", "hetkabinet"), so patterns allow for lost spaces.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from kg.extract._promises.deadlines import deadline
from kg.extract._promises.ellipses import spelled_out
from kg.extract._promises.undertakings import undertaken
from kg.extract._promises.verbs import PromiseKind
from kg.grammar.dates import reference_date
from kg.grammar.periods import Understood
from kg.grammar.places import places
from kg.grammar.sentences import sentences
from kg.records import Mention, Passage, Structure, Term, Value

OPENING = 2  # sentences of an answer that may be no more than a time: "Ja. Voor de zomer."
BY_WEIGHT: tuple[PromiseKind, ...] = ("inform", "investigate", "talk", "act")


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(Mention):
    """A sentence in which the government undertakes something; `deadline` as printed, `due` what is certain of it."""

    field: ClassVar[str] = "promises"
    rdf_class: ClassVar[str] = "Promise"

    text: str
    kind: PromiseKind
    deadline: str | None = None
    due: Understood | None = None

    def record(self) -> dict[str, Any]:
        """The keys of the records contract."""
        at = self.at[0] if self.at else ""
        said = {"at": at, "start": self.text[:50], "text": self.text, "kind": self.kind, "deadline": self.deadline}
        return said | {"due": self._due()}

    def facts(self) -> Iterator[tuple[str, Value]]:
        """Kind, text and deadline."""
        yield "kv:promiseKind", Term(self.kind)
        yield "schema:text", self.text
        if self.deadline:
            yield "kv:deadlineAsPrinted", self.deadline
        due = self.due or Understood()
        for name, value in (("kv:date", due.partial), ("kv:from", due.start), ("kv:until", due.until)):
            if value:
                yield name, value

    def _due(self) -> dict[str, str | None] | None:
        if not self.due:
            return None
        start, until = (day.isoformat() if day else None for day in (self.due.start, self.due.until))
        return {"date": self.due.partial.text if self.due.partial else None, "from": start, "until": until}


def extract(structure: Structure) -> Iterator[Promise]:
    """Every promise in the answers and in what the government says besides them."""
    written = reference_date(structure)
    asked = {question.number: question.passage.text for question in structure.questions}
    said = [(answer.passage, "\n".join(asked.get(n, "") for n in answer.to)) for answer in structure.answers]
    said += [(remark, "") for remark in structure.remarks if not remark.place.startswith("toelichting")]
    if structure.kind == "postponement":
        said += [(letter, "") for letter in structure.front]
    for passage, question in said:
        yield from _in_passage(passage, places(structure, passage), written, question)


def _in_passage(passage: Passage, at: tuple[str, ...], written: date | None, question: str) -> Iterator[Promise]:
    before = ""
    for place, (start, end) in enumerate(sentences(passage.text)):
        text = passage.text[start:end]
        kind = kind_of(text, written, before)
        if not kind and place < OPENING:
            kind = next((k for full in spelled_out(text, question) if (k := kind_of(full, written))), None)
        before = text
        if kind:
            named, due = deadline(text, written) or (None, None)
            yield Promise(
                text=text,
                kind=kind,
                deadline=named,
                due=due,
                spans=passage.spans(start, end),
                at=at,
            )


def kind_of(sentence: str, written: date | None = None, before: str = "") -> PromiseKind | None:
    """What the government undertakes in a sentence: to tell the Kamer, else to find out, to talk, or to act; or None.

    `written` is the day of the document, `before` the sentence before this one.

    >>> kind_of("Ik zal de Kamer voor de zomer informeren."), kind_of("Ik heb de Kamer in mei geïnformeerd.")
    ('inform', None)
    """
    kinds = set() if sentence.endswith("?") else set(undertaken(sentence, written, before))
    return next((kind for kind in BY_WEIGHT if kind in kinds), None)
