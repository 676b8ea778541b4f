"""Questions and answers whose numbers do not fit: a number left out, an answer to a question that is not there.

Either the document is so, or its layout was not understood: both are for a person to look at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kg.extract._unread import Unread
from kg.records import Answer, Passage, Structure

OPENING = 80  # characters that show where a question or an answer begins


def extract(structure: Structure) -> Iterator[Unread]:
    """What does not fit, at the question after the gap or at the answer."""
    if structure.questions:
        yield from _gaps(structure)
        yield from _strangers(structure)
    yield from _twice(structure)


def _gaps(structure: Structure) -> Iterator[Unread]:
    last = 0
    for question in sorted(structure.questions, key=lambda question: question.number):
        if question.printed and question.number > last + 1:
            first, until = last + 1, question.number - 1
            one = first == until
            gone = f"vraag {first} ontbreekt" if one else f"de vragen {first} t/m {until} ontbreken"
            missing = f"question {first} is" if one else f"questions {first} to {until} are"
            nl, en = f"{gone} vóór vraag {question.number}", f"{missing} missing before question {question.number}"
            yield from _issue("gap", nl, en, question.passage)
        last = max(last, question.number)


def _strangers(structure: Structure) -> Iterator[Unread]:
    asked = {question.number for question in structure.questions}
    for answer in structure.answers:
        for number in answer.to:
            if number not in asked:
                nl = f"antwoord op vraag {number}, die er niet is"
                en = f"answer to question {number}, which is not there"
                yield from _issue("no-question", nl, en, answer.passage)


def _twice(structure: Structure) -> Iterator[Unread]:
    answered = Counter(number for answer in structure.answers for number in set(answer.to))
    seen: set[int] = set()
    for answer in structure.answers:
        for number in _repeated(answer, answered, seen):
            nl, en = f"nog een antwoord op vraag {number}", f"one more answer to question {number}"
            yield from _issue("answered-twice", nl, en, answer.passage)


def _repeated(answer: Answer, answered: Counter[int], seen: set[int]) -> list[int]:
    """The numbers of an answer that an earlier one has too."""
    numbers = [number for number in dict.fromkeys(answer.to) if answered[number] > 1]
    repeated = [number for number in numbers if number in seen]
    seen.update(numbers)
    return repeated


def _issue(reason: str, nl: str, en: str, passage: Passage) -> Iterator[Unread]:
    spans = passage.spans(0, OPENING)
    if spans:
        yield Unread(rule=f"numbering/{reason}", message=nl, en=en, spans=spans, at=(passage.place,))
