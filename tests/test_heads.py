"""What a mail, a page of the web or a printer puts above a document, or between its head and its questions, changes nothing."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.records import Document, Source

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.txt"))
ABOVE = {
    "mail": "Van: Griffie plenair <griffie@voorbeeld.nl>\nVerzonden: dinsdag 5 maart 2030 10:12\nOnderwerp: FW: Kamervragen\n\n",
    "receiver": "Aan: Griffie\n",
    "address": "Tweede Kamer der Staten-Generaal\n",
    "day": "Datum: 3 april 2031\n",
    "day and place": "Den Haag, 3 april 2031\n\n",
    "case": "2029Z04567\n",
    "page of the web": "Home > Documenten > Kamervragen\nhttps://www.voorbeeld.nl/kamervragen/2031/545.html\n",
    "title of a page": "Kamervragen over turf | Tweede Kamer der Staten-Generaal\n",
    "print": "3-4-2031 10:12    Kamervragen over turf\n",
    "page": "Pagina 1 van 4\n",
    "number of a page": "1\n",
    "annex": "Bijlage\n\n",
    "annex to a letter": "Bijlage bij de brief\n",
    "greeting": "Geachte collega,\n\nHierbij de stukken.\n\n",
    "blank lines": "\n\n   \n",
}
TITLE = "Vragen van het lid Duinbergen over turf - Officiële bekendmakingen\n"
WITHIN = {
    "after the masthead": re.compile(r"gegeven antwoorden\n|leden der Kamer\n"),
    "after its number": re.compile(r"gegeven antwoorden\n\s*\d+\n"),
    "before the heading of the answer": re.compile(r"\n(?=(?:Antwoord|Mededeling) van )"),
    "before the first question": re.compile(r"\n(?=Vraag 1\b)"),
}
BETWEEN = {
    name: ABOVE[name] for name in ("receiver", "address", "day", "page", "number of a page", "annex", "blank lines")
}
HEAD = ("kind", "askers", "addressees", "answerers", "on_behalf_of", "subject", "submitted", "received", "publication")


@cache
def head(text: str) -> dict[str, Any]:
    """What the head of a document says, and its questions, answers and notes, without their places."""
    record = kg.record(kg.extract(Document(Source("invented.txt", "text/plain", "0" * 64), text)))
    people = {
        key: [{k: v for k, v in each.items() if k not in ("spans", "at")} for each in record[key]] for key in HEAD[1:5]
    }
    parts = {key: [each["text"] for each in record[key]] for key in ("questions", "answers", "notes")}
    return {**{key: record[key] for key in HEAD}, **people, **parts}


@pytest.mark.parametrize("above", ABOVE.values(), ids=ABOVE)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_line_above_a_document_changes_nothing(path: Path, above: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert head(above + text) == head(text)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_title_of_a_page_says_who_asks_only_where_the_document_does_not(path: Path) -> None:
    alone = head(path.read_text(encoding="utf-8"))
    titled = head(TITLE + path.read_text(encoding="utf-8"))
    said = {"askers": [{"name": "Duinbergen", "party": None}], "subject": "turf"}
    assert titled == {**alone, **{key: alone[key] or value for key, value in said.items()}}


@pytest.mark.parametrize("between", BETWEEN.values(), ids=BETWEEN)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_line_in_the_head_of_a_document_changes_nothing(path: Path, between: str) -> None:
    text = path.read_text(encoding="utf-8")
    for name, place in WITHIN.items():
        if found := place.search(text):
            assert head(text[: found.end()] + between + text[found.end() :]) == head(text), name


@pytest.mark.parametrize("above", ABOVE.values(), ids=ABOVE)
def test_a_line_above_a_real_document_changes_nothing(shared: Path, above: str) -> None:
    for name in ("ah-tk-20242025-545", "ah-tk-20242025-600-docx", "kv-tk-2024Z18436", "000_21975a96bc877d13"):
        text = (shared / "corpus" / "text" / f"{name}.txt").read_text(encoding="utf-8")
        assert head(above + text) == head(text), name
