"""A generator of own documents with known truth: layout grammar x invented content.

    text, truth = generate(seed)

`truth` has the keys of the annotation (../shared/score/GUIDELINE.md), with the whole texts of questions and answers.
"""

from __future__ import annotations

from random import Random
from typing import Any

from generator.letters import answer_document, letter, notice, question_document
from generator.publications import answered, answered_before_2011, asked, unbroken

__all__ = ["KINDS", "generate"]

KINDS = {
    "answered": answered,
    "asked": asked,
    "answer_document": answer_document,
    "question_document": question_document,
    "letter": letter,
    "notice": notice,
    "answered_before_2011": answered_before_2011,
    "unbroken": unbroken,
}


def generate(seed: int, kind: str | None = None) -> tuple[str, dict[str, Any]]:
    """The document of this seed, of `kind` or of any."""
    rng = Random(f"kamervragen {seed}")
    make = KINDS[kind or rng.choice(sorted(KINDS))]
    return make(rng)
