"""Extraction measured on real annotated documents: floors that must hold, and what the two seed documents must show."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.cli import main
from kg.work import records

# micro F1 over all annotated documents; each a little under what was measured, so that a loss is seen
FLOORS = {
    "kind": 0.98,
    "case": 0.98,
    "askers": 0.98,
    "addressees": 0.97,
    "answerers": 0.98,
    "on_behalf_of": 0.95,
    "submitted": 0.98,
    "received": 0.98,
    "subject": 0.96,
    "questions": 0.98,
    "answers": 0.98,
    "papers": 0.97,
    "refers": 0.95,
    "amounts": 0.97,
    "amount_years": 0.90,
    "sources": 0.92,
    "promises": 0.85,
}


@pytest.fixture(scope="module")
def figures(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    """What the scorer beside the annotations says of our records of all annotated documents."""
    out = tmp_path_factory.mktemp("gold") / "records.jsonl"
    lines = [line for line, problem in records([shared / "corpus" / "text", shared / "corpus" / "docx"]) if not problem]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = [sys.executable, str(shared / "score" / "score.py"), str(shared / "gold"), str(out), "--json"]
    printed = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    scored: dict[str, dict[str, float]] = json.loads(printed)
    return scored


@pytest.mark.parametrize("field", FLOORS)
def test_f1_on_annotated_documents_stays_above_its_floor(figures: dict[str, dict[str, float]], field: str) -> None:
    assert figures[field]["f1"] >= FLOORS[field], f"{field}: {figures[field]}"


@pytest.fixture(scope="module")
def answered(shared: Path) -> dict[str, Any]:
    """The record of the answered seed document."""
    return kg.record(kg.extract(kg.read(shared / "corpus" / "text" / "000_21975a96bc877d13.txt")))


@pytest.fixture(scope="module")
def asked(shared: Path) -> dict[str, Any]:
    """The record of the open seed document."""
    return kg.record(kg.extract(kg.read(shared / "corpus" / "text" / "001_baf5192fb0290843.txt")))


def test_answered_seed_has_its_case_its_people_and_its_questions(answered: dict[str, Any]) -> None:
    assert answered["case"] == ["2025Z06384"]
    assert [(a["name"], a["party"]) for a in answered["askers"]] == [("Mutluer", "GroenLinks-PvdA")]
    assert [(a["role"], a["portfolio"]) for a in answered["addressees"]] == [("minister", "Justitie en Veiligheid")]
    assert [a["name"] for a in answered["answerers"]] == ["D.M. van Weel"]
    assert [q["n"] for q in answered["questions"]] == list(range(1, 8))
    assert [a["to"] for a in answered["answers"]] == [[n] for n in range(1, 8)]
    assert not any("Kamerstukken" in block["text"] for block in answered["questions"] + answered["answers"])


def test_answered_seed_cites_its_sources_with_dates_and_a_whole_address(answered: dict[str, Any]) -> None:
    cited = {(s["publisher"], s["date"]) for s in answered["sources"]}
    assert {("NRC", "2025-04-02"), ("NRC", "2021-12-14"), ("Telegraaf", "2019-12-05")} <= cited
    urls = [s["url"] for s in answered["sources"] if s["url"]]
    address = "https://www.om.nl/documenten/publicaties/2024/05/13/openingstoespraak-rinus-otte-staat-van-het-om-dag"
    assert urls == [address]
    assert any(s["date"] == "2024-04-23" for s in answered["sources"])


def test_answered_seed_keeps_a_slip_as_printed_and_says_what_is_meant(answered: dict[str, Any]) -> None:
    (paper,) = answered["papers"]
    assert paper["raw"] == "Kamerstukken II, 2022-203, 29279, nr. M"
    assert (paper["session"], paper["resolution"]) == ("2022-2023", "corrected")
    kinds = {finding["kind"] for finding in answered["findings"]}
    assert {"WrongChamber", "MalformedSession", "ConflictingDates"} <= kinds
    conflict = next(f for f in answered["findings"] if f["kind"] == "ConflictingDates")
    assert set(conflict["values"]) == {"2024-05-13", "2025-05-13"}


def test_answered_seed_spreads_its_money_and_adds_it_up(answered: dict[str, Any]) -> None:
    found = {(a["eur"], tuple(a["years"]), a["kind"], a["from_year"]) for a in answered["amounts"]}
    assert found == {
        (172_000_000, (2022, 2023, 2024, 2025, 2026, 2027), "incidental", None),
        (37_000_000, (2022,), "incidental", None),
        (27_000_000, (2023, 2024, 2025, 2026, 2027), "incidental", None),
        (7_000_000, (2024,), None, None),
        (35_000_000, (), "structural", 2025),
        (10_000_000, (2021,), None, None),
    }
    (check,) = answered["sums"]
    assert (check["total"], check["computed"], check["adds_up"]) == (172_000_000, 172_000_000, True)
    assert {(r["from"], r["to"]) for r in answered["refers"]} == {(5, 3), (6, 5), (7, 5)}


def test_open_seed_has_ten_unnumbered_questions_and_one_article(asked: dict[str, Any]) -> None:
    assert (asked["kind"], asked["submitted"]) == ("question", "2025-11-26")
    assert [(q["n"], q["printed"]) for q in asked["questions"]] == [(n, None) for n in range(1, 11)]
    assert [(a["name"], a["party"]) for a in asked["askers"]] == [("Coenradie", "JA21")]
    assert asked["answers"] == []
    articles = [s for s in asked["sources"] if s["type"] == "news"]
    address = "https://nos.nl/artikel/2591289-3000-medewerkers-openbaar-ministerie-sturen-brandbrief-over-ict-problemen"
    assert [(s["publisher"], s["date"], s["url"]) for s in articles] == [("NOS", "2025-11-20", address)]


def test_every_item_says_where_it_stands(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "text").glob("*.txt"))[::6]:
        document = kg.read(path)
        record = kg.record(kg.extract(document))
        lists = [value for value in record.values() if isinstance(value, list)]
        items = [item for value in lists for item in value if isinstance(item, dict)]
        assert items
        for item in items:
            assert item["spans"], item
            assert all(0 <= start < end <= len(document.text) for start, end in item["spans"]), item


def test_the_figures_that_the_readme_shows_are_those_measured(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [str(shared / "corpus" / "text"), str(shared / "corpus" / "docx")]
    with pytest.raises(SystemExit, match="0"):
        main(["evaluate", str(shared / "gold"), *paths])
    printed = [line.rstrip() for line in capsys.readouterr().out.strip().splitlines()]
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    assert "\n".join(printed) in readme
