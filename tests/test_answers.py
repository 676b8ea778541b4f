"""What an answer does with its question, in records and graph alike."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import kg
from kg.answers import LONGEST, answer_type, type_of
from kg.quads import quads
from kg.records import Answer, Document, Extraction, Passage, Question, Run, Source, Structure

TABLE = tomllib.loads((Path(__file__).parent / "extract" / "answers.toml").read_text(encoding="utf-8"))
CASES = [(text, case["type"]) for case in TABLE["case"] for text in case["texts"]]


@pytest.mark.parametrize(("text", "kind"), CASES, ids=[text[:50] for text, _ in CASES])
def test_an_answer_is_judged_by_all_of_its_sentences(text: str, kind: str) -> None:
    assert type_of(text) == kind


def test_a_long_answer_is_substantive_and_an_empty_one_nothing() -> None:
    assert type_of("Zie het antwoord op vraag 2. " * LONGEST) == "substantive"
    assert type_of(" \n") is None


def test_record_and_graph_say_the_same() -> None:
    text = "Klopt dit?\nJa."
    document = Document(Source("invented.txt", "text/plain", "0" * 64), text)
    question = Question(1, "Vraag 1", Passage("question 1", "Klopt dit?", (Run(0, 0),)))
    answer = Answer((1,), "Antwoord op vraag 1", Passage("answer 1", "Ja.", (Run(0, 11),)))
    found = Extraction(Structure(document, "answer", None, None, (), (question,), (answer,)), ())
    assert answer_type(answer) == "yesNo"
    assert [a["type"] for a in kg.record(found)["answers"]] == ["yesNo"]
    assert [line.split()[2] for line in quads(found, ()) if "#answerType" in line] == [
        "<https://w3id.org/kamervragen/ns#yesNo>"
    ]
