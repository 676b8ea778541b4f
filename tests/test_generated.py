"""Documents of the generator give exactly what it put in them; and laws that hold for every document.

The laws are those of the architecture: a quotation is the text at its place, nothing that is read fails on any text,
equal bytes give equal records, and what is found in two paragraphs is what is found in each.
"""

from __future__ import annotations

import json
import re
import unicodedata
from random import Random
from typing import Any

import pytest
from generator import KINDS, generate
from hypothesis import given, settings
from hypothesis import strategies as st

import kg
from kg.extract import crossreferences
from kg.grammar import papers
from kg.records import Document, Source

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
@pytest.mark.parametrize("block", range(6))
def test_generated_documents_give_what_was_put_in_them(kind: str, block: int) -> None:
    for seed in range(block * 10, block * 10 + 10):
        text, truth = generate(seed, kind)
        assert not differences(text, truth), f"generate({seed}, {kind!r})"


def damaged(seed: int) -> str:
    """A document with its lines cut, doubled, shuffled or joined."""
    rng = Random(seed)
    text, _ = generate(seed)
    lines = text.split("\n")
    way = rng.randrange(5)
    if way == 0:
        rng.shuffle(lines)
    elif way == 1:
        lines = [line for line in lines if rng.random() < 0.7]
    elif way == 2:
        lines = [part for line in lines for part in (line, line)[: rng.choice((1, 1, 2))]]
    elif way == 3:
        return text[rng.randrange(len(text)) :][: rng.randrange(3_000)]
    else:
        return " ".join(lines)
    return "\n".join(lines)


def reads_as(quote: str, letter: str) -> bool:
    """Whether a person reads a letter where this is printed: a ligature holds it, a soft hyphen ends a line with it."""
    if quote == "\u00ad":
        return letter == "-" or letter.isspace()
    return letter in unicodedata.normalize("NFKC", quote) or (letter.isspace() and quote.isspace())


def assert_lawful(text: str) -> None:
    """Every passage and every mention stands in the text where it says it does."""
    extraction = kg.extract(document(text))
    for passage in extraction.structure.passages():
        for i, letter in enumerate(passage.text):
            quotes = [text[span.start : span.end] for span in passage.spans(i, i + 1)]
            assert [letter] == quotes or all(reads_as(quote, letter) for quote in quotes), (i, quotes)
    for found in extraction.found:
        for span in found.mention.evidence():
            assert 0 <= span.start < span.end <= len(text), found
    json.dumps(kg.record(extraction))


@pytest.mark.parametrize("block", range(4))
def test_every_passage_is_the_text_at_its_place(block: int) -> None:
    for seed in range(block * 10, block * 10 + 10):
        assert_lawful(generate(seed)[0][:6_000])


@pytest.mark.parametrize("block", range(4))
def test_damaged_documents_are_read_without_failing(block: int) -> None:
    for seed in range(block * 15, block * 15 + 15):
        assert_lawful(damaged(seed)[:6_000])


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read_without_failing(text: str) -> None:
    assert_lawful(text)


PIECES = (
    "Vraag 1", "Vraag 2 en 3", "Antwoord", "Antwoord 1", "1", "2.", "3)", "1) ", "[1] ", "\n", "\n\n", " ", "Kent u dit?", "Ja.",
    "Vragen van het lid A (B) aan de Minister van C over d", "(ingezonden 3 april 2031)", "Antwoord van minister E (F)",
    "1NOS, 3 april 2031", "https://a.example.nl/b-", "\u00ad", "-\n", "Mededeling", "Toelichting:", "\x0c", "2031Z00001",
    "De Minister van C,\n\n\nA.B. C", "mede namens de minister van D", "Kamerstuk", "29 279, nr. 3", "vraag", "4.",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_order_of_headings_is_read_without_failing(pieces: list[str]) -> None:
    assert_lawful("".join(pieces))


SENTENCES = st.lists(
    st.sampled_from((*PIECES, "Zie het antwoord op", "vraag 3", "Aanhangsel Handelingen", "nr. 12")), max_size=6
).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(SENTENCES, SENTENCES)
def test_what_is_found_in_two_paragraphs_is_what_is_found_in_each(first: str, second: str) -> None:
    shift = len(first) + 2
    both = f"{first}\n\n{second}"
    cited = [(p.start, p.end, p.subnumber) for p in papers.find(first)]
    cited += [(p.start + shift, p.end + shift, p.subnumber) for p in papers.find(second)]
    assert [(p.start, p.end, p.subnumber) for p in papers.find(both)] == cited
    referred = [
        *crossreferences.find(first, 9),
        *((a + shift, b + shift, n) for a, b, n in crossreferences.find(second, 9)),
    ]
    assert list(crossreferences.find(both, 9)) == referred


def test_the_same_text_gives_the_same_record() -> None:
    for seed in range(12):
        text, _ = generate(seed)
        first, second = (json.dumps(kg.record(kg.extract(document(text)))) for _ in range(2))
        assert first == second
        assert generate(seed)[0] == text
