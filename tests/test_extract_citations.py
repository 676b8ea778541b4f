"""Cited sources: one for each, from notes and text, with what is printed beside what is understood."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from kg.extract.citations import Citation, extract
from kg.read import read
from kg.records import Document, Note, NoteMark, PartialDate, Passage, Question, Run, Source, Span, Structure, Term
from kg.segment import segment

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "extract" / "citations.toml").read_text(encoding="utf-8")
)["case"]
MODULES = [m.name for m in pkgutil.iter_modules([str(Path(__file__).parents[1] / "kg" / "extract" / "_citations")])]
SHARED = Path(__file__).parents[1].parent / "shared"
MARK = re.compile(r"\{(\w+)\}")


def structure(text: str = "", notes: dict[str, str] | None = None, heading: str = "") -> Structure:
    """A question set with one question; "{1}" in its text is the mark of note 1."""
    whole = "\n".join([heading, text, *(notes or {}).values()])

    def passage(place: str, words: str) -> Passage:
        runs, marks, out, at = [], [], "", whole.index(words)
        for i, piece in enumerate(MARK.split(words)):
            if i % 2:
                span = Span(at, at + len(piece) + 2)
                marks.append(NoteMark(len(out), piece, span))
                at = span.end
            elif piece:
                runs.append(Run(len(out), at))
                out, at = out + piece, at + len(piece)
        return Passage(place, out, tuple(runs), tuple(marks))

    question = passage("question 1", text)
    places = {mark.label for mark in question.marks}
    return Structure(
        Document(Source("test", "text/plain", "0" * 64), whole),
        "question",
        passage("heading", heading) if heading else None,
        None,
        questions=(Question(1, None, question),) if text else (),
        notes=tuple(
            Note(label, passage(f"note {label}", words), ("question 1",) if label in places else ())
            for label, words in (notes or {}).items()
        ),
    )


def of(case: dict[str, Any]) -> Structure:
    return structure(case.get("text", ""), case.get("notes"), case.get("heading", ""))


def shown(citation: Citation) -> dict[str, Any]:
    return citation.record() | {"others": len(citation.also), "conflicts": len(citation.conflicts)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_sources_are_found_as_a_reader_finds_them(case: dict[str, Any]) -> None:
    found = [shown(citation) for citation in extract(of(case))]
    assert len(found) == len(case["found"]), found
    for got, wanted in zip(found, case["found"], strict=True):
        assert {key: "" if got[key] is None else got[key] for key in wanted} == wanted  # "" is none


@pytest.mark.parametrize(
    ("bracket", "publisher"),
    [
        ("Stcrt. 2031, 14567", None),
        ("Stb. 2031, 12", None),
        ("Staatscourant 2031, 14567", None),
        ("PbEU 2031, L 327", None),
        ("Stbode", "Stbode"),
    ],
)
def test_the_official_series_that_a_title_stood_in_is_no_publisher(bracket: str, publisher: str | None) -> None:
    (source,) = extract(of({"text": f"Kent u het bericht «Sluis dicht» ({bracket})?"}))
    assert (source.title, source.publisher) == ("Sluis dicht", publisher)


@pytest.mark.parametrize(
    "text",
    [
        "In de nota «Ponten in beeld», die de Kamer heeft gepresenteerd, staat dit.",
        "In het rapport «Ponten in beeld», dat de Minister schreef, staat dit.",
        "In het rapport «Ponten in beeld» wees de Minister op de kosten.",
        "In het artikel «Ponten in beeld» waarschuwt de Waterbond voor meer uitval.",
    ],
)
def test_a_title_is_not_by_whoever_its_sentence_names(text: str) -> None:
    assert [source.publisher for source in extract(of({"text": text})) if source.publisher] == []


def test_the_hour_of_a_broadcast_is_no_title() -> None:
    (source,) = extract(structure(notes={"1": "Veerjournaal, 13 april 2017, 20.00 uur"}))
    assert (source.publisher, source.title) == ("Veerjournaal", None)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_mention_shows_its_words_and_where(case: dict[str, Any]) -> None:
    read_twice = [tuple(extract(of(case))), tuple(extract(of(case)))]
    assert read_twice[0] == read_twice[1]
    for citation in read_twice[0]:
        places = [citation.spans, *citation.also, *(spans for *_, spans in citation.conflicts)]
        assert all(spans and all(of(case).document.quote(span).strip() for span in spans) for spans in places)
        assert len(citation.also) == len(citation.also_at)
        assert citation.at


def test_what_is_printed_stands_beside_what_is_understood() -> None:
    notes = {"1": "Website Streekblad, d.d. 21 oktber 2024, Zorgen over de pont (www.streekblad.nl/pont)."}
    (citation,) = extract(structure(notes=notes))
    assert list(citation.facts()) == [
        ("kv:sourceType", Term("news")),
        ("kv:publisherAsPrinted", "Website Streekblad"),
        ("kv:dateAsPrinted", "21 oktber 2024"),
        ("kv:date", PartialDate("2024-10-21")),
        ("kv:titleAsPrinted", "Zorgen over de pont"),
        ("kv:urlAsPrinted", "www.streekblad.nl/pont"),
        ("schema:url", "https://www.streekblad.nl/pont"),
    ]


def test_a_contradiction_keeps_both_dates_and_where_they_stand() -> None:
    case = next(case for case in CASES if case["name"].startswith("the year of the address"))
    (citation,) = extract(of(case))
    ((what, first, second, spans),) = citation.conflicts
    assert (what, first, second) == ("date", "2025-05-13", "2024-05-13")
    assert [of(case).document.quote(span) for span in spans] == ["13 mei 2025", "13 mei 2024"]
    (finding,) = citation.findings()
    assert (finding.kind, finding.values, finding.spans) == ("ConflictingDates", (first, second), spans)
    assert finding.about == (citation,)
    assert citation.evidence() == (*citation.spans, *citation.also[0])


def test_the_note_is_the_best_mention() -> None:
    case = next(case for case in CASES if case["name"].startswith("a note with the text"))
    (citation,) = extract(of(case))
    document = of(case).document
    assert document.quote(citation.spans[0]).startswith("Avondpost, 3 mei 2025")
    assert document.quote(citation.also[0][0]).startswith("artikel «Veerpont")
    assert citation.also_at == ("question 1",)


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_the_grammar_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(f"kg.extract._citations.{name}")).failed == 0


@pytest.mark.parametrize(
    "unit",
    ["Kent u het bericht «Aa bb» (Post, 2 mei 2024)? ", "«", "‘a ", "https://a.nl/b ", "Post, 3 mei 2024, «Aa bb». "],
)
@pytest.mark.parametrize("where", ["text", "note"])
def test_a_hostile_document_costs_no_more_than_its_length(unit: str, where: str) -> None:
    def seconds(length: int) -> float:
        words = (unit * (length // len(unit) + 1))[:length]
        made = structure(words) if where == "text" else structure(notes={"1": words})
        start = time.process_time()
        list(extract(made))
        return time.process_time() - start

    assert seconds(40_000) < 8 * seconds(10_000) + 0.3


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared documents are not beside the project")
def test_the_speech_of_13_may_2024_is_dated_2025_in_its_note() -> None:
    document = read(SHARED / "corpus" / "text" / "000_21975a96bc877d13.txt")
    speech = next(c for c in extract(segment(document)) if c.type == "speech")
    assert speech.date == "2024-05-13"
    assert [conflict[:3] for conflict in speech.conflicts] == [("date", "2025-05-13", "2024-05-13")]
    assert speech.publisher == "Openbaar Ministerie"
    assert "2024/05/13" in (speech.url or "")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared documents are not beside the project")
def test_an_address_printed_twice_is_one_source() -> None:
    document = read(SHARED / "corpus" / "text" / "001_baf5192fb0290843.txt")
    (news,) = [c for c in extract(segment(document)) if c.url]
    assert (news.publisher, news.date) == ("NOS", "2025-11-20")
    assert (news.title or "").startswith("3000 medewerkers Openbaar Ministerie")
