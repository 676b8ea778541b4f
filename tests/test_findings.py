"""Findings about a whole document: each fires on what is certainly wrong, and says nothing in doubt."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kg.extract import extract
from kg.read import read
from kg.records import Document, Finding, Source

SHARED = Path(__file__).parents[1].parent / "shared"


def found(text: str, *kinds: str) -> list[Finding]:
    """The findings of these kinds in an invented document."""
    source = Source("invented.txt", "text/plain", hashlib.sha256(text.encode()).hexdigest())
    mentions = extract(Document(source, text)).mentions("findings")
    return [m for m in mentions if isinstance(m, Finding) and m.kind in kinds]


def asked(post: str, day: str) -> str:
    return f"Vragen van het lid Waterdrager (SP) aan de {post} over stoplichten (ingezonden {day}).\nVraag 1\nWaarom?\n"


def answered(who: str, day: str) -> str:
    head = "Vragen van het lid Waterdrager (SP) aan de Minister van Justitie en Veiligheid over stoplichten"
    return f"{head} (ingezonden {day}).\nAntwoord van {who} (ontvangen {day}).\nVraag 1\nWaarom?\nAntwoord 1\nDaarom.\n"


def pairs(*order: str) -> str:
    """Questions and answers under the numbers, in this order."""
    head = (
        "Vragen van het lid Waterdrager (SP) aan de Minister van Financiën over stoplichten (ingezonden 3 mei 2023).\n"
    )
    answer = "Antwoord van Minister Kaag (Financiën) (ontvangen 17 mei 2023).\n"
    return head + answer + "".join(f"Vraag {n}\nWaarom {n}?\nAntwoord {n}\nDaarom {n}.\n" for n in order)


# -- not in office


@pytest.mark.parametrize(
    ("post", "day"),
    [
        ("Minister van Veiligheid en Justitie", "3 mei 2023"),  # till 2017
        ("Minister van Economische Zaken en Klimaat", "3 mei 2025"),  # till July 2024
        ("Minister van Asiel en Migratie", "3 mei 2023"),  # from July 2024
    ],
)
def test_a_post_that_did_not_exist_on_the_day_is_found(post: str, day: str) -> None:
    (finding,) = found(asked(post, day), "NotInOffice")
    assert "bestond het ambt" in finding.nl
    assert "no such post" in finding.en
    assert finding.about[0].field == "addressees"


@pytest.mark.parametrize(
    ("post", "day"),
    [
        ("Minister van Justitie en Veiligheid", "3 mei 2023"),
        ("Minister van Economische Zaken en Klimaat", "3 augustus 2024"),  # a month after its end
        ("Minister van Asiel en Migratie", "24 juni 2024"),  # a week before its beginning
        ("Minister van Stoplichten", "3 mei 2023"),  # no list knows it
        ("Staatssecretaris van Financiën", "3 mei 2025"),  # so called by the ministry
        ("Minister van Veiligheid en Justitie", "3 mei 2005"),  # before the list begins
        ("Minister van Veiligheid en Justitie", "3 mei 2031"),  # after it ends
    ],
)
def test_a_post_that_may_have_been_meant_gives_no_finding(post: str, day: str) -> None:
    assert found(asked(post, day), "NotInOffice") == []


def test_who_held_the_post_at_another_time_only_is_found() -> None:
    (finding,) = found(answered("Minister Van Weel (Justitie en Veiligheid)", "3 mei 2023"), "NotInOffice")
    assert "geen Minister van Justitie en Veiligheid; dat was Dilan Yeşilgöz-Zegerius" in finding.nl
    assert "was not Minister van Justitie en Veiligheid on 2023-05-03" in finding.en
    assert finding.values == ("Van Weel", "Dilan Yeşilgöz-Zegerius")


@pytest.mark.parametrize(
    ("who", "day"),
    [
        ("Minister Yeşilgöz-Zegerius (Justitie en Veiligheid)", "3 mei 2023"),
        ("Minister Van Weel (Justitie en Veiligheid)", "28 juni 2024"),  # days before the term
        ("Minister Waterdrager (Justitie en Veiligheid)", "3 mei 2023"),  # no list knows the name
        ("Minister Van Weel (Justitie en Veiligheid)", "3 mei 2005"),  # before the list begins
        ("Minister Van Weel (Stoplichten)", "3 mei 2023"),  # no list knows the post
    ],
)
def test_who_may_have_held_the_post_gives_no_finding(who: str, day: str) -> None:
    assert found(answered(who, day), "NotInOffice") == []


# -- order


def test_an_answer_behind_that_to_a_later_question_is_found() -> None:
    (finding,) = found(pairs("1", "3", "2"), "AnswerOutOfOrder")
    assert (finding.nl, finding.severity) == ("Het antwoord op vraag 2 staat na dat op vraag 3.", "info")
    assert finding.en == "The answer to question 2 stands after that to question 3."


@pytest.mark.parametrize("order", [("1", "2", "3"), ("1", "2", "4", "3 en 5"), ("1 en 4", "2", "3")])
def test_answers_in_order_or_merged_give_no_finding(order: tuple[str, ...]) -> None:
    assert found(pairs(*order), "AnswerOutOfOrder") == []


# -- real documents


def test_annotated_documents_have_no_wrong_finding_about_offices_or_order() -> None:
    texts = sorted((SHARED / "corpus" / "text").glob("*.txt"))
    if not texts:
        pytest.skip("the folder shared with the annotated documents is not beside the project")
    said = [
        (path.name, m.nl)
        for path in [*texts, *sorted((SHARED / "corpus" / "docx").glob("*.docx"))]
        for m in extract(read(path)).mentions("findings")
        if isinstance(m, Finding) and m.kind in ("NotInOffice", "AnswerOutOfOrder")
    ]
    assert said == []
