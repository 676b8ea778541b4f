"""What is wrong or remarkable in a document itself: slips in citations, sums that do not add up, missing answers.

A finding must be right: a rule that is in doubt says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.records import Finding, Mention, Structure


def findings(structure: Structure, mentions: Iterable[Mention]) -> Iterator[Finding]:
    """All findings of one document: what each mention says of itself, and what only the whole shows."""
    for mention in mentions:
        yield from mention.findings()
    yield from _unanswered(structure)


def _unanswered(structure: Structure) -> Iterator[Finding]:
    """Questions that an answering document leaves without an answer."""
    if structure.kind != "answer" or not structure.answers:
        return
    answered = {number for answer in structure.answers for number in answer.to}
    for question in structure.questions:
        if question.number not in answered:
            yield Finding(
                kind="MissingAnswer",
                severity="warning",
                nl=f"Vraag {question.number} heeft in dit document geen antwoord.",
                en=f"Question {question.number} has no answer in this document.",
                about=(),
                spans=question.passage.spans(),
                at=(question.passage.place,),
            )
