"""What notes say of their sources, in the orders that publisher, title, date and address are printed in."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg.extract._citations.notes import note_references

NOTES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "extract" / "notes.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note["text"])
def test_each_source_of_a_note_has_its_publisher_date_and_title(note: dict[str, Any]) -> None:
    found = [
        [ref.publisher or "", (ref.day.value or "") if ref.day else "", ref.title or ""]
        for ref in note_references(note["text"], date(2032, 1, 1))
    ]
    assert found == note["found"]
