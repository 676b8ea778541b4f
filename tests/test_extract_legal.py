"""Laws, rulings, acts of the Union, motions, document numbers, figures and periods: invented sentences in all forms."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.extract import documentnumbers, figures, legal, motions, periods, promises
from kg.extract._unread import Unread
from kg.extract.figures import Figure
from kg.extract.legal import EuActReference, LegalReference, RulingReference
from kg.extract.motions import MotionReference
from kg.extract.periods import Period
from kg.records import Answer, Document, Extraction, Found, Mention, Passage, Question, Run, Source, Structure
from kg.resolve.documentnumbers import resolve as resolve_documents
from kg.resolve.legal import resolve as resolve_legal
from kg.resolve.motions import resolve as resolve_motions

HERE = Path(__file__).parent / "extract"
HEADING = "Antwoord van de Minister (ontvangen 20 november 2031)."


def cases(name: str) -> list[Any]:
    table = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["text"][:60]) for case in table["case"]]


def answered(text: str) -> Structure:
    """A document that is a heading and one answer."""
    document = Document(Source("invented.txt", "text/plain", "0" * 64), f"{HEADING}\n{text}")
    at = len(HEADING) + 1
    heading = Passage("heading", HEADING, (Run(0, 0),))
    answer = Answer((1,), "Antwoord op vraag 1", Passage("answer 1", text, (Run(0, at),)))
    return Structure(document, "answer", heading, None, answers=(answer,))


def rules(found: Iterable[Mention]) -> list[str]:
    return [m.rule for m in found if isinstance(m, Unread)]


def extraction(structure: Structure, found: Iterable[Mention]) -> Extraction:
    return Extraction(structure, tuple(Found("test", mention) for mention in found))


@pytest.mark.parametrize("case", cases("legal"))
def test_laws_rulings_and_acts_are_read(case: dict[str, Any]) -> None:
    structure = answered(case["text"])
    found = list(legal.extract(structure))
    assert [[m.law, *m.articles] for m in found if isinstance(m, LegalReference)] == case["laws"]
    assert [m.identifier for m in found if isinstance(m, RulingReference)] == case.get("ecli", [])
    acts = [[m.act.type, m.act.year, m.act.number, *m.articles] for m in found if isinstance(m, EuActReference)]
    assert acts == case.get("acts", [])
    assert rules(found) == case.get("unread", [])
    for mention in found:
        raw = getattr(mention, "raw", None)
        assert raw is None or structure.document.quote(mention.spans[0]) == raw


@pytest.mark.parametrize(
    "printed",
    [
        "artikel 4, tweede lid, van richtlijn 2030/60/EG",
        "artikel 15 van Verordening (EU) 2031/679",
        "art. 5 CELEX:32031R0679",
    ],
)
def test_an_act_that_is_cited_with_its_article_is_one_citation(printed: str) -> None:
    (act,) = legal.extract(answered(f"Zie {printed}, dat dit regelt."))
    assert isinstance(act, EuActReference)
    assert act.raw == printed
    assert act.articles


def test_a_law_is_the_same_thing_however_its_name_is_broken() -> None:
    structure = answered("Artikel 2 van deWet beheer slui-zen en artikel 3 van de Wet beheer sluizen.")
    links = list(resolve_legal(extraction(structure, legal.extract(structure))))
    assert {link.target.key for link in links} == {"wetbeheersluizen"}
    assert [link.verdict for link in links] == ["yes", "yes"]


@pytest.mark.parametrize("case", cases("motions"))
def test_motions_are_read_with_their_movers_and_number(case: dict[str, Any]) -> None:
    structure = answered(case["text"])
    found = list(motions.extract(structure))
    assert [[m.identifier or "", *m.movers] for m in found if isinstance(m, MotionReference)] == case["motions"]
    assert rules(found) == ["motions/no-number"] * case.get("unread", 0)


def test_a_motion_without_a_number_is_that_of_the_same_movers() -> None:
    structure = answered("De motie Van Veen c.s. (Kamerstuk 98765, nr. 12) is aangenomen. De motie-VanVeen loopt.")
    links = list(resolve_motions(extraction(structure, motions.extract(structure))))
    assert [(link.target.key, link.score) for link in links] == [("kst-98765-12", 1.0), ("kst-98765-12", 0.9)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Zie 2031D28457 en (2031Z15585/2031D37938).", ["2031D28457", "2031D37938"]),
        ("Uw brief met kenmerk 5678901-1234567-DEF en kenmerk: 2031-0000123.", ["5678901-1234567-DEF", "2031-0000123"]),
        (
            "Het voorstel COM(2031)166 def. en de zaken C-311/31 en T-12/30 P.",
            ["COM(2031) 166", "C-311/31", "T-12/30 P"],
        ),
        (
            "Zaak C‑311/31 (hierna: C-311/31), T‑12/30 P, COM(2031) 166, COM (2031)166 en COM(2031) 167; C—311/31 niet.",
            ["C-311/31", "T-12/30 P", "COM(2031) 166", "COM(2031) 167"],
        ),
        (
            "Zaaknummer C/09/456689 / HA ZA 31-1396, rolnummer: 22-001234-30.",
            ["C/09/456689 / HA ZA 31-1396", "22-001234-30"],
        ),
        (
            "Zie WSBG / 39871234 en mijn brief (WS3107724), niet A-12/34, 24/7 of groep C-3.",
            ["WSBG / 39871234", "WS3107724"],
        ),
        ("Kenmerk 2031Z00081, het kenmerk van de brug, info2031D28457@kamer.example, kenmerken 3.", []),
    ],
)
def test_documents_are_read_by_number(text: str, numbers: list[str]) -> None:
    structure = answered(text)
    found = list(documentnumbers.extract(structure))
    assert [m.number for m in found] == numbers
    links = resolve_documents(extraction(structure, found))
    assert [link.target.key for link in links] == [number for number in numbers if "D" in number[:5]]


@pytest.mark.parametrize("case", cases("figures"))
def test_figures_are_read_with_their_unit(case: dict[str, Any]) -> None:
    structure = answered(case["text"])
    found = list(figures.extract(structure))
    read = [m for m in found if isinstance(m, Figure)]
    assert [[str(m.value), m.unit + (" ~" if m.approximate else "")] for m in read] == case["figures"]
    assert rules(found) == ["figures/unclear"] * case.get("unread", 0)
    assert all(structure.document.quote(m.spans[0]) == m.raw for m in read)


def shown(period: Period) -> list[str]:
    item = period.record()
    return [item["raw"], *(item[key] or "" for key in ("date", "from", "until"))]


@pytest.mark.parametrize("case", cases("periods"))
def test_periods_are_understood_as_far_as_is_certain(case: dict[str, Any]) -> None:
    structure = answered(case["text"])
    found = list(periods.extract(structure))
    assert [shown(m) for m in found] == case["periods"]
    assert all(structure.document.quote(m.spans[0]) == m.raw for m in found)


def test_a_question_counts_from_the_day_it_was_sent_in() -> None:
    heading = "Vragen van het lid Zandstra (ingezonden 3 april 2031)."
    text = "Wilt u dit binnen een week beantwoorden?"
    document = Document(Source("invented.txt", "text/plain", "0" * 64), f"{heading}\n{text}")
    question = Question(1, "Vraag 1", Passage("question 1", text, (Run(0, len(heading) + 1),)))
    top = Passage("heading", heading, (Run(0, 0),))
    (found,) = periods.extract(Structure(document, "answer", top, None, questions=(question,)))
    assert shown(found) == ["binnen een week", "", "2031-04-03", "2031-04-11"]


def test_nothing_is_understood_of_a_document_without_a_date() -> None:
    (found,) = periods.extract(replace(answered("Dit jaar niet."), heading=None))
    assert shown(found) == ["Dit jaar", "", "", ""]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Ik zal uw Kamer uiterlijk 1 juli 2032 informeren.", ("2032-07-01", None, None)),
        ("Ik zal uw Kamer begin volgend jaar informeren.", ("2032", None, None)),
        ("Ik zal uw Kamer in het eerste kwartaal van 2032 informeren.", (None, "2032-01-01", "2032-04-01")),
        ("Ik zal uw Kamer voor het einde van dit jaar informeren.", (None, "2031-11-20", "2032-01-01")),
        ("Ik zal uw Kamer voor 1 juli 2032 informeren.", (None, None, "2032-07-01")),
        ("Ik zal uw Kamer voor 2032 informeren.", (None, None, "2032-01-01")),
        ("Ik zal uw Kamer in Q3 2032 informeren.", (None, "2032-07-01", "2032-10-01")),
        ("Ik zal uw Kamer volgende week informeren.", (None, "2031-11-24", "2031-12-01")),
        ("Ik zal uw Kamer in de loop van 2032 informeren.", ("2032", None, None)),
        ("Binnen twee maanden ontvangt u een brief.", (None, "2031-11-20", "2032-01-21")),
        ("Ik leg dat binnen drie weken ter inzage.", (None, "2031-11-20", "2031-12-12")),
        ("Ik zal bezien of een besluit binnen drie weken kan worden genomen.", None),
        ("Ik zal uw Kamer begin mei informeren.", ("2032-05", None, None)),
        ("Ik zal uw Kamer uiterlijk 1 juli informeren.", ("2032-07-01", None, None)),
        ("Ik zal uw Kamer uiterlijk 29 februari informeren.", ("2032-02-29", None, None)),
        ("Ik zal uw Kamer uiterlijk 30 februari informeren.", None),
        ("Ik zal uw Kamer binnen honderdduizend maanden informeren.", None),
        ("Ik zal uw Kamer voor 1 november informeren.", (None, None, "2032-11-01")),
        ("Ik zal, zoals op 3 september gemeld, uw Kamer informeren.", None),
        ("Ik zal uw Kamer voor eind mei informeren.", (None, "2031-11-20", "2032-06-01")),
        ("Ik zal uw Kamer voor eind mei 2032 informeren.", (None, "2031-11-20", "2032-06-01")),
        ("Ik zal uw Kamer in het voorjaar informeren.", ("2032", None, None)),
        ("Ik zal uw Kamer voor de zomer informeren.", (None, "2031-11-20", "2032-08-01")),
        ("Ik zal uw Kamer na het zomerreces informeren.", None),
        ("Ik zal uw Kamer na het meireces informeren.", (None, "2032-05-01", None)),
        ("Ik zal uw Kamer rond de jaarwisseling informeren.", None),
        ("Ik zal uw Kamer voor Prinsjesdag informeren.", (None, "2031-11-20", "2032-09-21")),
        ("Ik zal uw Kamer in het tweede kwartaal informeren.", (None, "2032-04-01", "2032-07-01")),
        ("Ik zal uw Kamer in de week van 15 december informeren.", (None, "2031-12-15", "2031-12-22")),
        ("Ik zal uw Kamer voor het debat van 4 december informeren.", (None, None, "2031-12-04")),
        ("Ik zal uw Kamer zo spoedig mogelijk, doch uiterlijk op 4december, informeren.", ("2031-12-04", None, None)),
        ("Zoals in 2030 gemeld zal ik uw Kamer voor hetkerstreces informeren.", (None, "2031-11-20", "2031-12-25")),
        ("Ik zal hiervoor de regels gebruiken die in 2018 zijn gemaakt, vanaf 2018.", None),
        ("Ik zal uw Kamer zo spoedig mogelijk informeren.", None),
        ("Ik zal uw Kamer informeren.", None),
    ],
)
def test_a_promise_says_when_it_is_due_as_far_as_is_certain(text: str, due: tuple[str | None, ...] | None) -> None:
    (promise,) = promises.extract(answered(text))
    said = promise.record()["due"]
    assert (tuple(said.values()) if said else None) == due


def test_a_law_and_a_ruling_have_the_official_address_that_is_printed() -> None:
    text = (
        "De Sluizenwet (https://wetten.overheid.nl/BWBR0099999/2031-01-01#Artikel3) en de uitspraak op "
        "https://uitspraken.rechtspraak.nl/details?id=ECLI:NL:RBDHA:2031:2055 gelden, ook op boot.nl/ECLI:NL:HR:2031:12."
    )
    structure = answered(text)
    links = resolve_legal(extraction(structure, legal.extract(structure)))
    told = {value for link in links for name, value in link.says if name == "schema:url"}
    assert told == {
        "https://wetten.overheid.nl/BWBR0099999",
        "https://uitspraken.rechtspraak.nl/details?id=ECLI:NL:RBDHA:2031:2055",
    }
