"""Official XML and the pages of the site say what is a question and what an answer: that is used, not guessed again."""

from __future__ import annotations

from typing import Any

import pytest

import kg
from kg.read import read_bytes
from kg.segment import segment

ASKED = """<kamervraagomschrijving type="vraag">Vragen van het lid <naam><achternaam>Zandloper</achternaam></naam>
  (Dijkpartij) aan de Minister van Financiën over de pont (ingezonden <datum isodatum="2031-10-02">{}</datum>).
  </kamervraagomschrijving><kamervraagomschrijving type="antwoord">Antwoord van Minister Klok (Financiën) (ontvangen
  <datum isodatum="2031-10-20">20 oktober 2031</datum>).</kamervraagomschrijving>"""


def official(body: str, day: str = "2 oktober 2031") -> bytes:
    return f"<?xml version='1.0'?><kamervragen>{ASKED.format(day)}{body}</kamervragen>".encode()


def page(body: str) -> bytes:
    head = '<h1 class="kamervraagomschrijving_kop">Vragen van het lid Zandloper over de pont</h1>'
    return f"<html><body>{head}{body}</body></html>".encode()


def parts(name: str, data: bytes) -> list[tuple[str, str]]:
    """Questions, answers and remarks in the order of the records, by the numbers that they have."""
    found = segment(read_bytes(name, data))
    out = [(f"v{q.number}", q.passage.text) for q in found.questions]
    out += [("a" + "+".join(map(str, a.to)), a.passage.text) for a in found.answers]
    return out + [(p.place, p.text) for p in found.remarks]


def record(data: bytes) -> dict[str, Any]:
    return kg.record(kg.extract(read_bytes("b.xml", data)))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<vraag><nr>1</nr><al>Vaart zij?</al></vraag><antwoord><nr>1</nr><al>Ja.</al></antwoord>",
            [("v1", "Vaart zij?"), ("a1", "Ja.")],
        ),
        (
            (
                "<vraag><nr>1.</nr><al>Vaart zij?</al></vraag><antwoord><nr>1.</nr><al>Ja.</al></antwoord>"
                "<vraag><nr>2.</nr><al>Hoe?</al></vraag><antwoord><nr>2.</nr><al>Zo.</al></antwoord>"
            ),
            [("v1", "Vaart zij?"), ("v2", "Hoe?"), ("a1", "Ja."), ("a2", "Zo.")],
        ),
        (
            (
                "<vraag><nr>I</nr><al>Vaart zij?</al></vraag><vraag><nr>IV</nr><al>Hoe?</al></vraag>"
                "<antwoord><nr>I</nr><al>Ja.</al></antwoord><antwoord><nr>IV</nr><al>Zo.</al></antwoord>"
            ),
            [("v1", "Vaart zij?"), ("v4", "Hoe?"), ("a1", "Ja."), ("a4", "Zo.")],
        ),
        (  # the number of an answer under the word of its question
            "<vraag><nr>Vraag 2 en 3</nr><al>Hoe?</al></vraag><antwoord><nr>Vraag 2 en 3</nr><al>Zo.</al></antwoord>",
            [("v2", "Hoe?"), ("v3", "Hoe?"), ("a2+3", "Zo.")],
        ),
        (
            (
                "<vraag><al>Vaart zij?</al></vraag><vraag><al>Hoe?</al></vraag>"
                "<antwoord><al>Ja.</al></antwoord><antwoord><al>Zo.</al></antwoord>"
            ),
            [("v1", "Vaart zij?"), ("v2", "Hoe?"), ("a1", "Ja."), ("a2", "Zo.")],
        ),
        (
            (
                "<vraag><al>Vaart zij?</al></vraag><vraag><al>Hoe?</al></vraag><antwoord><al>Ja, zo.</al></antwoord>"
                "<vraag><al>Tot hoe laat?</al></vraag><antwoord><al>Tot tien uur.</al></antwoord>"
            ),
            [
                ("v1", "Vaart zij?"),
                ("v2", "Hoe?"),
                ("v3", "Tot hoe laat?"),
                ("a1+2", "Ja, zo."),
                ("a3", "Tot tien uur."),
            ],
        ),
        (  # text that looks like a heading, numbers of a list, a heading within an answer
            (
                "<vraag><nr>Vraag 1</nr><al>Kent u</al><al>Vraag 2</al><al>van toen?</al></vraag><antwoord><nr>Antwoord 1</nr>"
                "<tussenkop>Toen</tussenkop><lijst><li><li.nr>1.</li.nr><al>Ja.</al></li><li><li.nr>2.</li.nr><al>Nee.</al>"
                "</li></lijst></antwoord>"
            ),
            [("v1", "Kent u Vraag 2 van toen?"), ("a1", "Toen 1. Ja. 2. Nee.")],
        ),
        (  # what stands between the parts
            (
                "<tussenkop>Over de pont</tussenkop><vraag><nr>Vraag 1</nr><al>Vaart zij?</al></vraag>"
                "<antwoord><nr>Antwoord 1</nr><al>Ja.</al></antwoord><al>Elk uur.</al><tussenkop>Over de kade</tussenkop>"
                "<vraag><nr>Vraag 2</nr><al>Hoe?</al></vraag><antwoord><nr>Antwoord 2</nr><al>Zo.</al></antwoord>"
                "<toelicht><al>Toelichting: ter aanvulling.</al></toelicht>"
                "<kamervraagopmerking><nr>Mededeling</nr><al>Later meer.</al></kamervraagopmerking>"
            ),
            [
                ("v1", "Vaart zij?"),
                ("v2", "Hoe?"),
                ("a1", "Ja. Elk uur."),
                ("a2", "Zo."),
                ("toelichting", "ter aanvulling."),
                ("mededeling", "Later meer."),
            ],
        ),
        (  # answers that were left inside their questions are found by their headings
            "<vraag><nr>Vraag 1</nr><al>Vaart zij?</al><al>Antwoord 1</al><al>Ja.</al></vraag>",
            [("v1", "Vaart zij?"), ("a1", "Ja.")],
        ),
        (  # no parts at all
            "<al>Vraag 1</al><al>Vaart zij?</al><al>Antwoord 1</al><al>Ja.</al>",
            [("v1", "Vaart zij?"), ("a1", "Ja.")],
        ),
    ],
)
def test_what_the_xml_states_is_used(body: str, expected: list[tuple[str, str]]) -> None:
    assert parts("b.xml", official(body)) == expected


def test_an_answer_that_may_be_to_several_questions_is_kept_and_told() -> None:
    body = "<vraag><al>Vaart zij?</al></vraag>" + "<antwoord><al>Ja.</al></antwoord>" * 2
    found = record(official(body))
    assert [(a["to"], a["text"]) for a in found["answers"]] == [([1], "Ja.\nJa.")]
    assert [issue["rule"] for issue in found["issues"]] == ["answer-number"]


def test_the_classes_of_the_site_are_used() -> None:
    body = (
        '<div class="vraag"><h2>1</h2><p>Vaart zij?</p><p>Vraag 2</p></div>'
        '<div class="antwoord"><p class="nummer">1</p><p>Ja.</p></div>'
        '<div class="kamervraagopmerking"><p>Mededeling</p><p>Later.</p></div>'
    )
    expected = [("v1", "Vaart zij?\nVraag 2"), ("a1", "Ja."), ("mededeling", "Later.")]
    assert parts("b.html", page(body)) == expected


@pytest.mark.parametrize(
    ("printed", "stated"),
    [("2 okt. jl.", ["2031-10-02"]), ("gisteren", ["2031-10-02"]), ("2 oktober 2031", [])],
)
def test_a_day_that_only_the_xml_states_is_that_of_the_document(printed: str, stated: list[str]) -> None:
    document = read_bytes("b.xml", official("<vraag><nr>Vraag 1</nr><al>Vaart zij?</al></vraag>", printed))
    assert [document.quote(block.span) for block in document.blocks if block.kind == "stated"] == stated
    found = kg.record(kg.extract(document))
    assert (found["submitted"], found["received"]) == ("2031-10-02", "2031-10-20")
