"""Findings about a whole document: each fires on what is certainly wrong, and says nothing in doubt."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pyoxigraph as ox
import pytest
from query_stores import store_of

from kg.ask import ask
from kg.extract import extract
from kg.network import network
from kg.read import read
from kg.records import Document, Finding, Source
from kg.store import open_store
from kg.validate import validate_store
from kg.vocab import data, iri
from kg.why import why

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


# -- missing answers, references to nothing


def test_a_question_without_an_answer_is_found() -> None:
    text = pairs("1", "2") + "Vraag 3\nEn nu?\n"
    (finding,) = found(text, "MissingAnswer")
    assert (finding.nl, finding.severity) == ("Vraag 3 heeft in dit document geen antwoord.", "warning")
    assert finding.at == ("question 3",)
    assert found(pairs("1", "2"), "MissingAnswer") == []
    assert found(asked("Minister van Financiën", "3 mei 2023"), "MissingAnswer") == []


def test_a_reference_to_an_answer_that_does_not_exist_is_found() -> None:
    text = pairs("1", "2").replace("Daarom 2.", "Zie het antwoord op vraag 7.")
    (finding,) = found(text, "DanglingReference")
    assert finding.nl == "Hier wordt verwezen naar vraag 7, die in dit document niet voorkomt."
    assert finding.severity == "warning"
    assert finding.values == ("7",)
    assert found(pairs("1", "2").replace("Daarom 2.", "Zie het antwoord op vraag 1."), "DanglingReference") == []


# -- slips in citations, dates, sums


@pytest.mark.parametrize(
    ("kind", "words", "message"),
    [
        ("MalformedSession", "Zie Kamerstukken II 2022-203, 29 279, nr. 5.", "‘2022-203’ is geen vergaderjaar"),
        ("WrongChamber", "Zie Kamerstukken II 2022/23, 29 279, nr. M.", "is van de Eerste Kamer"),
        ("SumMismatch", "Er is in totaal € 50 miljoen: € 10 miljoen in 2024 en € 20 miljoen in 2025.", "niet 50"),
    ],
)
def test_a_slip_is_a_warning_in_dutch_about_what_is_printed(kind: str, words: str, message: str) -> None:
    (finding,) = found(pairs("1", "2").replace("Daarom 2.", words), kind)
    assert message in finding.nl
    assert finding.en
    assert finding.severity == "warning"
    assert finding.about


@pytest.mark.parametrize(
    "words",
    [
        "Zie Kamerstukken II 2022-2023, 29 279, nr. 5.",
        "Zie Kamerstukken I 2022/23, 29 279, nr. M.",
        "Er is in totaal € 30 miljoen: € 10 miljoen in 2024 en € 20 miljoen in 2025.",
    ],
)
def test_what_is_right_gives_no_finding(words: str) -> None:
    kinds = ("MalformedSession", "WrongChamber", "SumMismatch", "ConflictingDates")
    assert found(pairs("1", "2").replace("Daarom 2.", words), *kinds) == []


# -- late answers, which only all documents of a case together show


def published(
    answered: str, number: int = 777, heading: str = "", kind: str = "Antwoord", asked: str = "3 mei 2023"
) -> str:
    """An invented official publication: its number stands at the foot of its page."""
    return (
        f"Vragen van het lid Waterdrager (SP) aan de Minister van Financiën over stoplichten in Zuiderveen (ingezonden {asked}).\n"
        f"{kind} van Minister Kaag (Financiën) (ontvangen {answered}).{heading}\n"
        "Vraag 1\nWaarom staan de stoplichten in Zuiderveen stil?\nAntwoord 1\nDaarom.\n"
        "Vraag 2\nWanneer werken zij weer?\nAntwoord 2\nMorgen.\n"
        f"ah-tk-20222023-{number}\nISSN 0921 - 7398 ’s-Gravenhage 2023 Tweede Kamer, vergaderjaar 2022–2023, Aanhangsel 1\n"
    )


def late(tmp_path: Path, *texts: str) -> list[tuple[str, ...]]:
    """The late answers of a store of these documents: file, kind, severity, message, quote, start, end."""
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    store = store_of(tmp_path / "store", sorted(tmp_path.glob("*.txt")))
    assert [result for result in validate_store(store.quads).results if "inding" in result.shape] == []
    return [row for row in ask(store, "slips-and-contradictions").values if row[1] == "LateAnswer"]


def test_a_published_answer_after_the_term_without_notice_is_found(tmp_path: Path) -> None:
    rows = late(tmp_path, published("31 mei 2023"))
    assert {row[:3] for row in rows} == {("0.txt", "LateAnswer", "warning")}
    assert {row[3] for row in rows} == {
        "Het antwoord kwam op 2023-05-31, 28 dagen na de inzending op 2023-05-03, zonder bericht van uitstel."
    }
    assert {row[4] for row in rows} == {"3 mei 2023", "31 mei 2023"}
    store = open_store(tmp_path / "store")
    graph = network(store)
    (node,) = [node for node in graph if "/finding/late-answer/" in node]
    assert any(values["quotes"] for _, _, values in graph.out_edges(node, data=True))
    assert why(store, node).supports


NOTICE = (
    "Vragen van het lid Waterdrager (SP) aan de Minister van Financiën over stoplichten in Zuiderveen (ingezonden 3 mei 2023).\n"
    "Mededeling van Minister Kaag (Financiën) (ontvangen 24 mei 2023).\n"
    "De vragen van het lid Waterdrager (SP) over stoplichten in Zuiderveen kunnen niet binnen de gebruikelijke termijn "
    "worden beantwoord.\n"
)


@pytest.mark.parametrize(
    "texts",
    [
        (published("24 mei 2023"),),  # on the last day
        (published("31 mei 2023", heading=" Zie ook Aanhangsel Handelingen, vergaderjaar 2022–2023, nr. 700."),),
        (published("31 mei 2023", heading=" Zieook Aanhangsel 700."),),  # a reference that is not read
        (published("31 mei 2023").replace("ah-tk-20222023-777", ""),),  # a letter, which names no notice
        (published("31 mei 2023"), NOTICE),
        (published("17 mei 2023", 701), published("31 mei 2023", kind="Nader antwoord")),  # after an answer in time
    ],
)
def test_an_answer_that_may_have_been_in_time_or_announced_gives_no_finding(
    texts: tuple[str, ...], tmp_path: Path
) -> None:
    assert late(tmp_path, *texts) == []


def test_every_kind_of_finding_that_the_ontology_has_is_tested_here_or_beside_the_extractor() -> None:
    kinds = {
        quad.subject.value.rsplit("#")[1]
        for quad in ox.parse(path=str(data("ontology") / "kv.ttl"), format=ox.RdfFormat.TURTLE)
        if quad.predicate.value.endswith("#subClassOf") and quad.object.value == iri("kv:Finding")
    }
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    assert [kind for kind in sorted(kinds) if f'"{kind}"' not in tests] == []
