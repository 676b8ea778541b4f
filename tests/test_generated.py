"""Documents of the generator give exactly what it put in them."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest

import kg
from kg.records import Document, Source
from tests.generator import KINDS, generate

HEADER = ("kind", "publication", "submitted", "received", "letter_date", "subject")


def document(text: str) -> Document:
    """A document as the reader of plain text gives it."""
    return Document(Source("generated.txt", "text/plain", "0" * 64), text)


def squash(text: str | None) -> str:
    """Without the white space and the hyphens that no reader can tell from those of the line ends."""
    return re.sub(r"[\s\u00ad‐-]+", "", unicodedata.normalize("NFC", text or ""))


def compared(record: dict[str, Any]) -> dict[str, Any]:
    """What is compared of a record or of a truth."""
    out: dict[str, Any] = {name: squash(record[name]) for name in HEADER}
    out["case"] = sorted(record["case"])
    out["askers"] = [(squash(a["name"]), squash(a["party"])) for a in record["askers"]]
    out["addressees"] = [(a["role"], squash(a["portfolio"])) for a in record["addressees"]]
    for field in ("answerers", "on_behalf_of"):
        out[field] = [(squash(a["name"]), a["role"], squash(a["portfolio"])) for a in record[field]]
    out["questions"] = [(q["n"], squash(q["text"])) for q in record["questions"]]
    out["answers"] = [(tuple(a["to"]), squash(a["text"])) for a in record["answers"]]
    out["papers"] = sorted({(p["type"], p["dossier"] or "", p["subnumber"] or "") for p in record["papers"]})
    out["refers"] = sorted({(r["from"], r["to"]) for r in record["refers"]})
    out["amounts"] = sorted((str(a["at"]).strip("[]'"), float(a["eur"])) for a in record["amounts"])
    return out


def differences(text: str, truth: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Field: (truth, found) where they are not the same."""
    record = kg.record(kg.extract(document(text)))
    found = compared(record)
    wanted = compared(_with_blocks(truth, record))
    out = {}
    for field, value in wanted.items():
        if value != found[field]:
            if isinstance(value, list):
                out[field] = ([v for v in value if v not in found[field]], [v for v in found[field] if v not in value])
            else:
                out[field] = (value, found[field])
    return out


def _with_blocks(truth: dict[str, Any], record: dict[str, Any]) -> dict[str, Any]:
    """The truth, where questions stand in one block, with the texts found, if these together are the block.

    In text from PDF nothing parts two paragraphs that end with a question mark, so a reader may part them elsewhere.
    """
    texts = {q["n"]: q["text"] for q in record["questions"]}
    blocks: dict[str, list[int]] = {}
    for question in truth["questions"]:
        if "block" in question:
            blocks.setdefault(question["block"], []).append(question["n"])
    same = {
        n
        for block, numbers in blocks.items()
        for n in numbers
        if squash(block) in (squash("".join(texts.get(m, "") for m in numbers)), squash(texts.get(n)))
    }
    questions = [q | {"text": texts[q["n"]]} if q["n"] in same else q for q in truth["questions"]]
    return truth | {"questions": questions}


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("block", range(5))
def test_generated_documents_give_what_was_put_in_them(kind: str, block: int) -> None:
    for seed in range(block * 10, block * 10 + 10):
        text, truth = generate(seed, kind)
        assert not differences(text, truth), f"generate({seed}, {kind!r})"
