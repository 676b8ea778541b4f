"""Sets named by a day: what the words say, which case is meant, and when that stays open."""

from __future__ import annotations

import re
import time
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from query_stores import affairs, store_of

from kg.ask import ask, run
from kg.extract.sets import BEFORE, CUE, NOUN, find
from kg.linking.cases import Case
from kg.linking.dated import Days, meant
from kg.linking.summary import Dated, Summary
from kg.linking.words import terms
from kg.store import Store
from kg.validate import validate_store
from kg.vocab import base
from kg.why import why

CASES = tomllib.loads((Path(__file__).parent / "extract" / "sets.toml").read_text(encoding="utf-8"))["case"]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return store_of(tmp_path_factory.mktemp("sets"), affairs())


# -- words


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["text"])[:40])
def test_the_words_say_which_day_and_whose(case: dict[str, Any]) -> None:
    found = find(case["text"], date(2031, 9, 1))
    assert [[s.day, s.event, s.subject, *(name for name, _ in s.askers)] for s in found] == case["sets"]


def test_a_day_without_a_year_needs_the_day_of_the_document() -> None:
    text = "Kent u de vragen van het lid Zandstra van 5 november?"
    assert find(text) == []
    (found,) = find(text, date(2031, 9, 1))
    assert not found.year_printed


@pytest.mark.parametrize(
    ("text", "askers", "posts"),
    [
        ("Wat zeggen uw antwoorden van 4 mei 2031?", False, True),
        ("Wat zeggen uw antwoorden op mijn vragen van 4 mei 2031?", True, True),
        ("Kent u onze eerdere vragen van 4 mei 2031?", True, False),
        ("Kent u de antwoorden op vragen van het lid Smid van 4 mei 2031?", False, False),
    ],
)
def test_mine_and_yours_are_those_of_the_document(text: str, askers: bool, posts: bool) -> None:
    (found,) = find(text)
    assert (found.own_askers, found.own_posts) == (askers, posts)


@pytest.mark.parametrize(
    "worst",
    [
        "vragen " * 14_000,
        "eerdere " * 12_500,
        "antwoorden op de eerdere eerdere eerdere " * 2500,
        "ingezonden op 1 " * 6000,
        "op 1 mei op 1 mei " * 5500,
        "van" + " " * 100_000,
    ],
)
def test_patterns_are_linear(worst: str) -> None:
    for pattern in (NOUN, CUE, BEFORE):
        assert (
            min(_seconds(pattern, worst) for _ in range(3)) < 0.25
        )  # a twentieth of it; where time grows with the square, seconds


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    begun = time.process_time()
    list(pattern.finditer(text))
    return time.process_time() - begun


# -- which case


OWN = Case("case/own", [Summary("f" * 16, "question", submitted="2032-03-03", names=("veen",))])


def case(key: str, subject: str = "", **values: Any) -> Case:
    asked: dict[str, Any] = {"submitted": "2032-01-12", "names": ("veen",), "subject": subject}
    return Case(f"case/{key}", [replace(Summary(key, "question"), **(asked | values))])


def judged(dated: Dated, *cases: Case) -> tuple[str, list[str]]:
    """The verdict, and the cases."""
    verdict, fits = meant(dated, OWN, Days([*cases, OWN], lambda each: frozenset(terms(each.members[0].subject))))
    return verdict, [fit.case.path.removeprefix("case/") for fit in fits]


def named(day: str = "2032-01-12", event: str = "submitted", **values: Any) -> Dated:
    return replace(Dated("set/1-2", day, event, asks=True, year_printed=True), **values)


def test_the_one_set_of_that_day_and_asker_is_meant() -> None:
    assert judged(named(names=("veen",)), case("1"), case("2", names=("zander",))) == ("yes", ["1"])


def test_two_sets_of_that_day_and_asker_are_unsure() -> None:
    assert judged(named(names=("veen",)), case("1"), case("2")) == ("unsure", ["1", "2"])


def test_the_subject_decides_where_only_one_shares_it() -> None:
    words = tuple(terms("de dichte fietsbrug bij Delfzand"))
    bridge, road = case("1", "herstel van de fietsbrug te Delfzand"), case("2", "aanleg van een fietsroute")
    assert judged(named(names=("veen",), words=words), bridge, road) == ("yes", ["1"])
    other = case("3", "onderhoud van wegen te Delfzand")
    assert judged(named(names=("veen",), words=words), bridge, road, other) == ("unsure", ["1", "3", "2"])


@pytest.mark.parametrize(
    "dated",
    [
        named(),  # nothing but the day
        named(names=("veen",), words=("postzegel",)),  # another subject, or the same in other words
    ],
)
def test_one_set_that_nothing_else_speaks_for_is_unsure(dated: Dated) -> None:
    assert judged(dated, case("1", "herstel van de fietsbrug")) == ("unsure", ["1"])


@pytest.mark.parametrize(
    "dated",
    [
        named("2032-01-13", names=("veen",)),  # another day
        named(names=("zander",)),  # another asker
        named(event="answered", names=("veen",)),  # asked that day, not answered
        named(names=("veen",), posts=("minister-van-financien",)),  # another post
    ],
)
def test_what_does_not_fit_is_not_found(dated: Dated) -> None:
    assert judged(dated, case("1", posts=("minister-van-defensie",))) == ("no", [])


def test_the_day_of_an_answer_is_found_among_answers() -> None:
    answered = case("1", answered="2032-02-02", state="fullAnswer")
    assert judged(named("2032-02-02", "answered", names=("veen",)), answered) == ("yes", ["1"])
    assert judged(named("2032-02-02", "", names=("veen",)), answered) == ("yes", ["1"])
    assert judged(named("2032-02-02", "submitted", names=("veen",)), answered) == ("no", [])
    postponed = case("2", answered="2032-02-02", state="postponement")
    assert judged(named("2032-02-02", "answered", names=("veen",)), postponed) == ("no", [])


def test_a_later_set_is_not_an_earlier_one() -> None:
    assert judged(named("2032-04-01", names=("veen",)), case("1", submitted="2032-04-01")) == ("no", [])


# -- in a store


def of_document(rows: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [(row[2], row[3], row[4].removeprefix(f"{base()}case/")) for row in rows if row[0].startswith("27-")]


def test_each_named_set_has_a_verdict_with_what_was_printed(store: Store) -> None:
    rows = ask(store, "earlier-sets-by-date", document="27-").values
    bridge = next(row[4] for row in rows if row[3] == "gevonden").removeprefix(f"{base()}case/")
    assert of_document(rows)[:2] == [("2032-01-12", "gevonden", bridge), ("2032-02-23", "gevonden", bridge)]
    open_, lost = of_document(rows)[2:-1], of_document(rows)[-1]
    assert {row[1] for row in open_} == {"meerduidig"}
    assert len(open_) >= 2
    assert lost == ("2031-05-02", "niet gevonden", "")
    assert {row[1] for row in rows if row[3] == "niet gevonden"} == {"antwoorden van 2 mei 2031"}


def test_a_set_that_names_another_by_its_day_follows_it(store: Store) -> None:
    answer = ask(store, "follow-ups", document="27-")
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.values]
    rows = [row for row in rows if row["method"] == "datum"]
    assert len({row["earlier"] for row in rows}) == 1
    assert {(row["laterIs"], row["certainty"]) for row in rows} == {("stuk", "afgeleid")}
    assert len({(row["start"], row["end"]) for row in rows}) == 2  # both places that name it
    explanation = why(store, "case/2032Z04117", "kv:followsUp", rows[0]["earlier"])
    assert explanation.supports
    assert not explanation.problems


def test_every_place_says_whether_its_set_was_found(store: Store) -> None:
    places = run(store.quads, "SELECT ?r { ?r a kv:SetReference }").values
    assert len(places) >= 4
    assert not [result for result in validate_store(store.quads).results if "Resolved" in result.shape]
