"""Laws of evidence, on every example and every invented document: what is read is what stands at its places."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kg
from kg.extract.citations import Citation
from kg.records import Document, Extraction, Span

ROOT = Path(__file__).resolve().parents[1]
PATHS = sorted(
    path for folder in ("examples", "tests/unseen/?") for path in ROOT.glob(f"{folder}/*.*") if path.suffix != ".json"
)


@pytest.fixture(scope="module", params=PATHS, ids=lambda path: path.stem)
def extraction(request: pytest.FixtureRequest) -> Extraction:
    """One document, and everything that is read in it."""
    return kg.extract(kg.read(request.param))


def quoted(document: Document, spans: tuple[Span, ...]) -> str:
    """What stands at some places."""
    return "".join(document.quote(span) for span in spans)


def letters(text: str) -> str:
    """A text without the marks of notes, and what line ends and typography change."""
    return re.sub(r"[\W\d_⁰¹²³⁴-⁹]", "", text)


def signs(text: str) -> str:
    """A text without what line ends and typography change."""
    return re.sub(r"[\W_]", "", text).casefold()


def test_the_places_of_a_passage_hold_its_words_and_no_others(extraction: Extraction) -> None:
    structure = extraction.structure
    for passage in structure.passages():
        assert letters(quoted(structure.document, passage.spans())) == letters(passage.text), passage.place


def test_what_a_citation_prints_stands_at_its_places(extraction: Extraction) -> None:
    for mention in extraction.mentions("sources"):
        assert isinstance(mention, Citation)
        held = signs(quoted(extraction.structure.document, mention.evidence()))
        for printed in filter(None, (mention.publisher_printed, mention.date_printed, mention.title)):
            assert signs(printed) in held, mention
