"""Numbers of questions and answers that do not fit are issues, each at its place."""

from __future__ import annotations

import pytest

from kg.extract import numbering
from kg.records import Answer, Document, Passage, Question, Run, Source, Structure


def numbered(asked: list[int], answered: list[tuple[int, ...]], *, printed: bool = True) -> Structure:
    """A document of one-word questions and answers with these numbers."""
    words = [f"Vraag{n}" for n in asked] + [f"Antwoord{to[0]}" for to in answered]
    starts = [sum(len(word) + 1 for word in words[:i]) for i in range(len(words))]
    document = Document(Source("invented.txt", "text/plain", "0" * 64), "\n".join(words))
    passages = [Passage("", word, (Run(0, at),)) for word, at in zip(words, starts, strict=True)]
    questions = tuple(
        Question(n, f"Vraag {n}" if printed else None, Passage(f"question {n}", p.text, p.runs))
        for n, p in zip(asked, passages, strict=False)
    )
    answers = tuple(
        Answer(to, None, Passage(f"answer {to[0]}", p.text, p.runs))
        for to, p in zip(answered, passages[len(asked) :], strict=True)
    )
    return Structure(document, "answer", None, None, questions=questions, answers=answers)


@pytest.mark.parametrize(
    ("asked", "answered", "found"),
    [
        ([1, 2, 3], [(1,), (2, 3)], []),
        ([1, 2, 4], [(1,)], [("numbering/gap", "vraag 3 ontbreekt vóór vraag 4", "Vraag4")]),
        ([3, 4], [], [("numbering/gap", "de vragen 1 t/m 2 ontbreken vóór vraag 3", "Vraag3")]),
        ([2, 1, 3], [(3,), (1,)], []),
        ([1], [(1,), (2,)], [("numbering/no-question", "antwoord op vraag 2, die er niet is", "Antwoord2")]),
        ([1, 2], [(1, 2), (2,)], [("numbering/answered-twice", "nog een antwoord op vraag 2", "Antwoord2")]),
        ([], [(1,), (2,)], []),
    ],
)
def test_numbers_that_do_not_fit_are_issues(
    asked: list[int], answered: list[tuple[int, ...]], found: list[tuple[str, str, str]]
) -> None:
    structure = numbered(asked, answered)
    issues = list(numbering.extract(structure))
    assert [(m.rule, m.message, structure.document.quote(m.spans[0])) for m in issues] == found


def test_questions_that_were_counted_have_no_gaps() -> None:
    assert list(numbering.extract(numbered([1, 3], [], printed=False))) == []
