"""What a document is: questions, questions with answers, a notice that answers will be late, oral questions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.records import Kind, Passage

ORAL = re.compile(r"^\W*Mondelinge\s+vra", re.IGNORECASE)
NOTICE = re.compile(r"^\W*Mededeling\s+van\b", re.IGNORECASE)
ANSWER = re.compile(r"^\W*(?:Nader\s+|Aanvullend\s+)?Antwoord", re.IGNORECASE)
LATE = re.compile(  # in a letter that holds no questions and no answers
    r"""\bniet\b[^.]{0,160}\b(?:binnen\s+de\s+(?:gebruikelijke|gestelde|daarvoor)|termijn)\b
    |\btermijn\b[^.]{0,120}\bniet\b
    |\bnog\s+niet\b[^.]{0,60}\bbeantwoord(?:en)?\b
    |\bmeer\s+tijd\b
    |\buitstel(?:bericht|brief|verzoek)?\b""",
    re.IGNORECASE | re.VERBOSE,
)


def kind_of(
    heading: Passage | None,
    answer_heading: Passage | None,
    front: Iterable[Passage],
    remarks: Iterable[Passage],
    *,
    questions: bool,
    answers: bool,
) -> Kind:
    """The kind of a document, by what its headings say, else by what it holds."""
    if heading and ORAL.match(heading.text):
        return "oral"
    if answer_heading and NOTICE.match(answer_heading.text):
        return "postponement"
    if answers or answer_heading or (heading and ANSWER.match(heading.text)):
        return "answer"
    if any(p.place == "mededeling" for p in remarks) or (not questions and any(LATE.search(p.text) for p in front)):
        return "postponement"
    return "question"
