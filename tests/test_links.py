"""Hyperlinks give sources their address and papers their number; what is printed stands beside what the link says."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from query_stores import store_of
from read.word import docx, paragraph

import kg
from kg.ask import ask, run
from kg.export import export
from kg.read import read_bytes

SITE = "https://zoek.officielebekendmakingen.nl/"
HEAD = (
    "Vragen van het lid Zandloper (Dijkpartij) aan de Minister van Financiën over de pont (ingezonden 2 oktober 2031)."
)
LINKED = re.compile(r"\[(?P<words>[^\]]+)\]\((?P<address>[^)]+)\)")


def official(asked: str, answered: str = "Ja.") -> bytes:
    """A publication in XML; links are written as in Markdown."""
    body = f"<vraag><nr>Vraag 1</nr><al>{asked}</al></vraag><antwoord><nr>Antwoord 1</nr><al>{answered}</al></antwoord>"
    body = LINKED.sub(r'<extref doc="\g<address>">\g<words></extref>', body)
    return f"<kamervragen><kamervraagomschrijving>{HEAD}</kamervraagomschrijving>{body}</kamervragen>".encode()


def record(data: bytes, name: str = "b.xml") -> dict[str, Any]:
    return kg.record(kg.extract(read_bytes(name, data)))


def sources(text: str) -> list[tuple[Any, ...]]:
    keys = ("publisher", "date", "title", "url")
    return [tuple(source[key] for key in keys) for source in record(official("Vaart zij?", text))["sources"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Zie het rapport [«Wonen op water»](https://waterbureau.example/wonen).",
            [("waterbureau.example", None, "Wonen op water", "https://waterbureau.example/wonen")],
        ),
        (
            "Zie [het rapport «Wonen op water» van het Waterbureau](https://waterbureau.example/wonen).",
            [("Waterbureau", None, "Wonen op water", "https://waterbureau.example/wonen")],
        ),
        (
            "Zie het rapport «Wonen op water» ([link](https://waterbureau.example/wonen)).",
            [("waterbureau.example", None, "Wonen op water", "https://waterbureau.example/wonen")],
        ),
        (
            "Zie de [studie van het Waterbureau](https://waterbureau.example/studie).",
            [("Waterbureau", None, None, "https://waterbureau.example/studie")],
        ),
        (
            "Zie [deze pagina](https://loket.example/a) en [deze pagina](https://loket.example/b); [hier](https://loket.example/a).",
            [
                ("loket.example", None, None, "https://loket.example/a"),
                ("loket.example", None, None, "https://loket.example/b"),
            ],
        ),
        (
            "Zie [Veerkrant](https://veerkrant.example/1) van 3 april.",
            [("Veerkrant", "2031-04-03", None, "https://veerkrant.example/1")],
        ),
        (
            "Zie [Veerkrant van 3 april 2031](https://veerkrant.example/1).",
            [("Veerkrant", "2031-04-03", None, "https://veerkrant.example/1")],
        ),
        (
            "Dat staat in [Balans van de veren 2030](https://waterbureau.example/balans).",
            [("waterbureau.example", "2030", "Balans van de veren 2030", "https://waterbureau.example/balans")],
        ),
        (  # another page of a maker that is named
            "Zie [de website van de Veerdienst](https://veerdienst.example/plan) en het rapport «Wonen op water» van de Veerdienst.",
            [
                ("Veerdienst", None, None, "https://veerdienst.example/plan"),
                ("Veerdienst", None, "Wonen op water", None),
            ],
        ),
        (
            "Zie [de website van de Veerdienst](https://veerdienst.example/plan) en https://veerdienst.example/ander.",
            [
                ("Veerdienst", None, None, "https://veerdienst.example/plan"),
                ("Veerdienst", None, None, "https://veerdienst.example/ander"),
            ],
        ),
        (  # what is printed stays
            "Zie het bericht [«Pont vaart niet»](https://veerkrant.example/1) (https://veerkrant.example/pont).",
            [("veerkrant.example", None, "Pont vaart niet", "https://veerkrant.example/pont")],
        ),
        (  # an end that is not printed
            "Zie [https://veerkrant.example/pont-](https://veerkrant.example/pont-vaart-niet).",
            [("veerkrant.example", None, None, "https://veerkrant.example/pont-vaart-niet")],
        ),
        ("Mail [ons](mailto:pont@veer.example) of zie [artikel 3 van de Veerwet](https://wetten.overheid.nl/X).", []),
        (f"Zie [het dossier]({SITE}dossier/99001).", []),
    ],
)
def test_a_source_has_the_address_that_its_words_lead_to(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert sources(text) == expected


def test_the_record_says_that_an_address_is_a_link() -> None:
    printed, linked = record(
        official("Vaart zij?", "Zie https://veer.example/a. Zie [deze pagina](https://veer.example/b).")
    )["sources"]
    assert (printed["url_printed"], printed["link"]) == ("https://veer.example/a", None)
    assert (linked.get("url_printed"), linked["link"]) == (None, "https://veer.example/b")


def test_a_linked_title_is_the_source_of_its_note() -> None:
    note = "<noot id='n1'><noot.nr>1</noot.nr><noot.al>Veerkrant, 1 oktober 2031, «Pont vaart niet».</noot.al></noot>"
    asked = f"Kent u het bericht [«Pont vaart niet»](https://veerkrant.example/1)?{note}"
    (found,) = record(official(asked))["sources"]
    assert (found["publisher"], found["date"], found["url"]) == (
        "Veerkrant",
        "2031-10-01",
        "https://veerkrant.example/1",
    )


def test_the_site_tells_the_maker_behind_a_linked_title() -> None:
    linked = "[Pont vaart niet meer - Veerkrant](https://veerkrant.example/1)"
    note = f"<noot id='n1'><noot.nr>1</noot.nr><noot.al>{linked}</noot.al></noot>"
    (found,) = record(official(f"Kent u het bericht «Pont vaart niet meer»?{note}"))["sources"]
    assert (found["publisher"], found["title"]) == ("Veerkrant", "Pont vaart niet meer")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zie [mijn brief](kst-99001-469).", [("mijn brief", "kst-99001-469", "kst-99001-469")]),
        (
            f"Zie [de brief]({SITE}kst-99001-XIV-5.html).",
            [("de brief", "kst-99001-XIV-5", "kst-99001-XIV-5.html")],
        ),
        (
            "Zie [eerdere antwoorden](ah-tk-20302031-12).",
            [("eerdere antwoorden", "ah-tk-20302031-12", "ah-tk-20302031-12")],
        ),
        (  # what is printed of the number is completed
            "Zie [Kamerstuk 99 001](kst-99001-469).",
            [("Kamerstuk 99 001", "kst-99001-469", "kst-99001-469")],
        ),
        (
            "Zie [99 001, nr. 5](kst-99001-XIV-5).",
            [("99 001, nr. 5", "kst-99001-XIV-5", "kst-99001-XIV-5")],
        ),
        (
            "Zie [Kamerstuk 99 001, nr. 4](kst-99001-4) en Kamerstuk 99 001, nr. 5.",
            [("Kamerstuk 99 001, nr. 4", "kst-99001-4", "kst-99001-4"), ("Kamerstuk 99 001, nr. 5", "kst-99001-5", "")],
        ),
        ("Zie [mijn brief](https://ministerie.example/kst-99001-469).", []),
    ],
)
def test_a_paper_has_the_number_that_its_words_lead_to(text: str, expected: list[tuple[str, ...]]) -> None:
    papers = record(official("Vaart zij?", text))["papers"]
    assert [(p["raw"], p["identifier"], (p["link"] or "").removeprefix(SITE)) for p in papers] == expected


def test_a_link_to_another_paper_than_is_printed_is_told() -> None:
    found = record(official("Vaart zij?", "Zie [Kamerstuk 99 001, nr. 468](kst-99001-469)."))
    assert [(paper["identifier"], paper["link"]) for paper in found["papers"]] == [
        ("kst-99001-468", f"{SITE}kst-99001-469")
    ]
    (finding,) = [each for each in found["findings"] if each["kind"] == "LinkMismatch"]
    assert finding["nl"] == "Er staat kst-99001-468, maar de link leidt naar kst-99001-469."
    assert finding["values"] == ["kst-99001-468", "kst-99001-469"]


def test_a_motion_and_a_letter_have_the_paper_that_they_are_linked_to(tmp_path: Path) -> None:
    text = "Zie de [motie van het lid Zandloper](kst-99001-4) en [mijn brief van 3 april 2031](kst-99001-469)."
    text += " Zie ook [Kamerstuk 99 001, nr. 7](kst-99001-8)."
    found = record(official("Vaart zij?", text))
    assert [(motion["movers"], motion["paper"]) for motion in found["motions"]] == [(["Zandloper"], "kst-99001-4")]
    assert [issue["rule"] for issue in found["issues"] if issue["rule"].startswith("motions/")] == []
    path = tmp_path / "b.xml"
    path.write_bytes(official("Vaart zij?", text))
    store = store_of(tmp_path / "store", [path])
    query = """SELECT ?paper ?to WHERE {
      { ?letter a kv:Letter ; kv:publishedAs ?paper . BIND("letter" AS ?to) }
      UNION { ?motion a kv:MotionReference ; kv:linksTo ?paper . BIND("motion" AS ?to) } } ORDER BY ?to"""
    assert run(store.quads, query).values == [(f"{SITE}kst-99001-469", "letter"), (f"{SITE}kst-99001-4", "motion")]
    assert ask(store, "finding-link-mismatch").values == []
    archive = io.BytesIO()
    export(store, "csv", archive)
    table = zipfile.ZipFile(archive).read("papers.csv").decode("utf-8-sig")
    linked = {(row["subnumber"], row["link"]) for row in csv.DictReader(io.StringIO(table, newline=""))}
    assert linked == {("4", f"{SITE}kst-99001-4"), ("469", f"{SITE}kst-99001-469"), ("7", f"{SITE}kst-99001-8")}


def test_links_of_word_and_of_pages_are_used_alike() -> None:
    run = "<w:r><w:t>deze pagina</w:t></w:r>"
    body = "".join(paragraph(line) for line in (HEAD, "Vraag 1", "Vaart zij?", "Antwoord 1"))
    body += f"<w:p><w:r><w:t xml:space='preserve'>Zie </w:t></w:r><w:hyperlink r:id='rId8'>{run}</w:hyperlink></w:p>"
    (found,) = record(docx(body, links={"rId8": "https://veer.example/a"}), "b.docx")["sources"]
    assert found["link"] == "https://veer.example/a"
    page = f"<html><body><p>{HEAD}</p><p>Vraag 1</p><p>Zie <a href='/kst-99001-4.html'>de brief</a>?</p></body></html>"
    (paper,) = record(page.encode(), "b.html")["papers"]
    assert (paper["identifier"], paper["link"]) == ("kst-99001-4", f"{SITE}kst-99001-4")
