"""The project's own examples against what a careful reader finds in them (tests/examples)."""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import pytest

import kg

ROOT = Path(__file__).resolve().parents[1]
TRUTH = ROOT / "tests" / "examples"
STEMS = sorted(path.stem for path in TRUTH.glob("*.json"))


def squash(text: str | None) -> str:
    """A text without what line breaks and typography change."""
    plain = unicodedata.normalize("NFKC", text or "").casefold()
    return re.sub(r"[\s\-–—‐.,;:'\"‘’“”«»()\[\]]", "", plain)


@pytest.fixture(scope="module")
def found() -> dict[str, dict[str, Any]]:
    """Our records of the examples, by stem."""
    return {path.stem: kg.record(kg.extract(kg.read(path))) for path in sorted((ROOT / "examples").iterdir())}


def truth(stem: str) -> dict[str, Any]:
    """The hand-made truth of an example."""
    content: dict[str, Any] = json.loads((TRUTH / f"{stem}.json").read_text(encoding="utf-8"))
    return content


@pytest.mark.parametrize("stem", STEMS)
def test_header_facts_are_as_a_careful_reader_finds_them(stem: str, found: dict[str, dict[str, Any]]) -> None:
    wanted, got = truth(stem), found[stem]
    for key in ("kind", "case", "submitted", "received", "letter_date"):
        assert got[key] == wanted[key], key
    assert squash(got["subject"]) == squash(wanted["subject"])


@pytest.mark.parametrize("stem", STEMS)
def test_people_and_posts_are_as_a_careful_reader_finds_them(stem: str, found: dict[str, dict[str, Any]]) -> None:
    wanted, got = truth(stem), found[stem]
    for field in ("askers", "addressees", "answerers", "on_behalf_of"):
        keys = sorted({key for item in wanted[field] for key in item})
        ours, theirs = ([[squash(item[k]) for k in keys] for item in record[field]] for record in (got, wanted))
        assert ours == theirs, field


@pytest.mark.parametrize("stem", STEMS)
def test_questions_and_answers_are_whole(stem: str, found: dict[str, dict[str, Any]]) -> None:
    wanted, got = truth(stem), found[stem]
    for field, number in (("questions", "n"), ("answers", "to")):
        assert [item[number] for item in got[field]] == [item[number] for item in wanted[field]]
        for item, text in zip(wanted[field], got[field], strict=True):
            whole = re.sub(r"\d", "", squash(text["text"]))
            assert whole.startswith(re.sub(r"\d", "", squash(item["start"]))), (field, item)
            assert whole.endswith(re.sub(r"\d", "", squash(item["end"]))[-20:]), (field, item)


@pytest.mark.parametrize("stem", STEMS)
def test_papers_references_and_money_are_found(stem: str, found: dict[str, dict[str, Any]]) -> None:
    wanted, got = truth(stem), found[stem]

    def keys(record: dict[str, Any]) -> tuple[set[Any], ...]:
        papers = {(p["type"], p["dossier"], p["subnumber"]) for p in record["papers"]}
        refers = {(r["from"], r["to"]) for r in record["refers"]}
        amounts = {(a["at"], a["eur"], tuple(a["years"]), a["kind"], a["from_year"]) for a in record["amounts"]}
        return papers, refers, amounts

    assert keys(got) == keys(wanted)


@pytest.mark.parametrize("stem", [path.name.removesuffix(".extra.toml") for path in sorted(TRUTH.glob("*.extra.toml"))])
def test_sums_and_findings_are_as_a_careful_reader_finds_them(stem: str, found: dict[str, dict[str, Any]]) -> None:
    wanted, got = tomllib.loads((TRUTH / f"{stem}.extra.toml").read_text(encoding="utf-8")), found[stem]
    sums = {(s["total"], s["computed"], s["adds_up"]) for s in got.get("sums", [])}
    assert sums == {(s["total"], s["computed"], s["adds_up"]) for s in wanted.get("sum", [])}
    kinds = sorted(finding["kind"] for finding in got.get("findings", []))
    assert kinds == sorted(finding["kind"] for finding in wanted.get("finding", []))


@pytest.mark.parametrize("stem", STEMS)
def test_a_document_without_known_slips_gets_no_finding(stem: str, found: dict[str, dict[str, Any]]) -> None:
    extra = TRUTH / f"{stem}.extra.toml"
    known = tomllib.loads(extra.read_text(encoding="utf-8")).get("finding", []) if extra.exists() else []
    if not known:
        assert found[stem].get("findings", []) == []
