"""Who and what mentions mean: judged against tables made by hand, and never a wrong yes."""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from pathlib import Path

import pytest

from kg.extract import extract
from kg.extract.participants import Participation
from kg.read import read
from kg.records import Document, Extraction, Link, Source
from kg.registry.names import squash
from kg.resolve import resolve

HERE = Path(__file__).parent / "resolve"
SHARED = Path(__file__).parents[1].parent / "shared"
PEOPLE: dict[str, dict[str, list[list[str]]]] = tomllib.loads((HERE / "gold.toml").read_text(encoding="utf-8"))
KINDS = {
    "askers": ("askers", "person"),
    "addressees": ("addressees", "post"),
    "answerers": ("answerers", "person"),
    "answered_as": ("answerers", "post"),
    "on_behalf_of": ("on_behalf_of", "post"),
}
CASES = [
    pytest.param(
        document, kind, printed, frozenset(filter(None, right.split(" | "))), id=f"{document}: {kind} {printed}"
    )
    for document, kinds in PEOPLE.items()
    for kind, rows in kinds.items()
    for printed, right in rows
]


@cache
def understood(document: str) -> tuple[Extraction, tuple[Link, ...]]:
    """An annotated document, read and resolved."""
    found = [
        path
        for sort in ("text/{}.txt", "docx/{}.docx")
        if (path := SHARED / "corpus" / sort.format(document)).is_file()
    ]
    if not found:
        pytest.skip(f"{document}: the folder shared with the annotated documents is not beside the project")
    extraction = extract(read(found[0]))
    return extraction, resolve(extraction)


def names(mention: Participation) -> set[str]:
    """The ways in which the table may call a mention, without the spaces that print loses."""
    office = f"{mention.office} {mention.portfolio}"
    return {squash(f"{mention.name} ({mention.party})"), squash(str(mention.name)), squash(office)}


def verdicts(document: str, kind: str, printed: str) -> dict[str, str]:
    """Target -> verdict of the mention that the table means."""
    field, target = KINDS[kind]
    extraction, links = understood(document)
    meant = [m for m in extraction.mentions(field) if isinstance(m, Participation) and squash(printed) in names(m)]
    assert meant, f"{printed!r} was not found among {field}"
    return {
        f"{link.target.kind}/{link.target.key}": link.verdict
        for link in links
        if link.mention == meant[0] and link.target.kind == target
    }


@pytest.mark.parametrize(("document", "kind", "printed", "right"), CASES)
def test_a_person_or_post_is_the_right_one_or_among_the_possible(
    document: str, kind: str, printed: str, right: frozenset[str]
) -> None:
    judged = verdicts(document, kind, printed)
    certain = {key for key, verdict in judged.items() if verdict == "yes" and "/attested-" not in key}
    possible = {key for key, verdict in judged.items() if verdict == "unsure"}
    assert certain <= right, "a wrong link"
    assert right & (certain | possible) or (not right and not possible), judged
    assert list(judged.values()).count("yes") == 1, "one thing is meant, if only as attested"


# -- one thing whatever its print


def asked(
    name: str, group: str, day: str = "3 april 2025", to: str = "Minister van Justitie en Veiligheid"
) -> Extraction:
    """A question set of an invented member."""
    text = (
        f"2025Z99999\nVragen van het lid {name} ({group}) aan de {to} over kapotte "
        f"stoplichten (ingezonden {day}).\nVraag 1\nKent u de kapotte stoplichten?\n"
    )
    source = Source("invented.txt", "text/plain", hashlib.sha256(text.encode()).hexdigest())
    return extract(Document(source, text))


def targets(extraction: Extraction, kind: str, verdict: str = "yes") -> list[tuple[str, str]]:
    return [
        (li.target.key, li.method) for li in resolve(extraction) if li.target.kind == kind and li.verdict == verdict
    ]


def test_a_person_of_whom_no_list_knows_is_one_person_however_the_group_is_printed() -> None:
    one, two = (targets(asked("Waterdrager", group), "person") for group in ("NSC", "Nieuw Sociaal Contract"))
    assert one == two == [("attested-waterdrager--nsc", "attested-outside-coverage")]


def test_the_method_says_whether_the_lists_cover_the_day() -> None:
    (covered,) = targets(asked("Waterdrager", "SP", "3 april 2023"), "person")
    assert covered == ("attested-waterdrager--sp", "attested")


def test_a_namesake_in_another_group_is_another_attested_person() -> None:
    one, two = (targets(asked("Waterdrager", group), "person") for group in ("NSC", "Partij van de Droogte"))
    assert one != two


# -- papers

PAPERS: dict[str, list[str]] = tomllib.loads((HERE / "papers.toml").read_text(encoding="utf-8"))


def cited(document: str) -> set[str]:
    """The papers and cases that a document cites, as resolved; "" for those that name no single one."""
    _, links = understood(document)
    found = [link for link in links if link.mention.field == "papers" and link.verdict == "yes"]
    kinds = {"publication", "case"}
    return {f"{li.target.kind}/{li.target.key}" if li.target.kind in kinds else "" for li in found}


def test_98_percent_of_the_papers_lead_to_the_right_publication() -> None:
    pairs = [(document, paper) for document, papers in PAPERS.items() for paper in papers]
    right = [(document, paper) for document, paper in pairs if paper in cited(document)]
    assert len(right) / len(pairs) >= 0.98, sorted(set(pairs) - set(right))


def test_no_paper_leads_to_a_publication_that_is_not_cited() -> None:
    wrong = {(document, paper) for document in PEOPLE for paper in cited(document) - set(PAPERS.get(document, ()))}
    assert wrong == set()


@pytest.mark.parametrize("document", sorted(PEOPLE))
def test_every_paper_has_one_target_and_a_reason(document: str) -> None:
    extraction, links = understood(document)
    for mention in extraction.mentions("papers"):
        (link,) = [link for link in links if link.mention == mention]
        assert link.reason
        assert 0 < link.score <= 1
