"""What was not understood is said everywhere alike: in the record, in the graph, in the report of a build, by `kg issues`."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result

import kg
from kg.cli import main
from kg.noticed import KEPT_OUT, OTHER, RULES, meaning
from kg.read import read_bytes
from kg.vocab import iri

SOURCES = sorted((Path(__file__).parents[1] / "kg").rglob("*.py"))
LETTER = """Vragen van het lid Van Tuinen (Waterpartij) aan de minister van Financiën over het peil (ingezonden 3 maart 2031).

Antwoord van minister Oldenhof (Financiën) (ontvangen 20 april 2031).

Vraag 1
Kent u artikel 12, tweede lid?

Antwoord 1
Ja. Het kost tientallen miljoenen euro’s, en op 31 februari meer.

Vraag 3
Waarom?

Antwoord 3
Daarom.
"""
FOUND = {
    "legal/no-law": "artikel 12, tweede lid",
    "dates/no-year": "31 februari",
    "numbering/gap": "Waarom?",
}


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one letter, built beside a file without questions and one that is not there."""
    folder = tmp_path_factory.mktemp("issues")
    (folder / "brief.txt").write_text(LETTER, encoding="utf-8")
    (folder / "leeg.txt").write_text("niets", encoding="utf-8")
    built = run("build", folder, folder / "weg.txt", "--store", folder / "store", "--workers", "1")
    (folder / "gebouwd.txt").write_text(built.stdout, encoding="utf-8")
    return folder / "store"


def rows(store: Path) -> list[dict[str, str]]:
    """What `kg issues` gives as CSV."""
    return list(csv.DictReader(io.StringIO(run("issues", "--store", store, "--format", "csv").stdout)))


def test_every_rule_says_what_it_notices_in_both_languages() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    used = set(re.findall(r"""(?:notice\(\s*|rule=|Issue\([^"]{0,60})["']([a-z]+[/-][a-z-]+)["']""", code))
    assert used >= {"legal/no-law", "question-number", "pdf/pages-without-text"}
    assert used <= RULES.keys()
    assert {f"pdf/{unseen}-text" for unseen in ("invisible", "white")} <= RULES.keys()
    for nl, en in (*RULES.values(), *KEPT_OUT.values()):
        assert nl != en
        assert (nl, en) != OTHER


def test_every_code_of_a_file_that_was_kept_out_says_why() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    listed = re.search(r"Codes of unreadable documents: ([^;]*);", readme)
    assert listed
    assert set(re.findall(r"E-[A-Z-]+[A-Z]", listed[1])) == KEPT_OUT.keys()


def test_a_record_has_rule_place_and_words_in_both_languages() -> None:
    document = read_bytes("brief.txt", LETTER.encode())
    found = {issue["rule"]: issue for issue in kg.record(kg.extract(document))["issues"]}
    for rule, words in FOUND.items():
        (start, end) = found[rule]["spans"][0]
        assert document.text[start:end] == words
        assert found[rule]["message"] != found[rule]["message_en"]
    assert "van welke wet" in found["legal/no-law"]["message"]
    assert "of which law" in found["legal/no-law"]["message_en"]


def test_the_graph_says_it_in_both_languages_at_its_place(store: Path) -> None:
    quads = kg.open_store(store).quads
    for rule, words in FOUND.items():
        ((node),) = {q.subject for q in quads.quads_for_pattern(None, ox.NamedNode(iri("kv:rule")), ox.Literal(rule))}
        said = [q.object for q in quads.quads_for_pattern(node, ox.NamedNode(iri("rdfs:comment")), None)]
        assert {each.language for each in said if isinstance(each, ox.Literal)} == {"nl", "en"}
        (selector,) = (q.object for q in quads.quads_for_pattern(node, ox.NamedNode(iri("oa:hasSelector")), None))
        (exact,) = (q.object for q in quads.quads_for_pattern(selector, ox.NamedNode(iri("oa:exact")), None))
        assert exact.value == words


def test_a_build_says_for_each_rule_how_many_with_an_example(store: Path) -> None:
    said = " ".join((store.parent / "gebouwd.txt").read_text(encoding="utf-8").split())
    start = LETTER.index("artikel 12")
    assert re.search(r"legal/no-law een artikel zonder wet \(an article without a law\) 1 \S*brief\.txt", said)
    assert f"question 1 {start}-{start + len(FOUND['legal/no-law'])}: bij ‘artikel 12" in said


def test_issues_are_listed_with_place_and_span(store: Path) -> None:
    found = {row["rule"]: row for row in rows(store)}
    for rule, words in FOUND.items():
        start = LETTER.index(words)
        assert (found[rule]["file"], found[rule]["quote"]) == ("brief.txt", words)
        assert (found[rule]["start"], found[rule]["end"]) == (str(start), str(start + len(words)))
    assert found["legal/no-law"]["place"] == "question/1"
    assert found["dates/no-year"]["place"] == "answer/1"


def test_files_that_were_kept_out_are_listed(store: Path) -> None:
    found = {row["rule"]: row for row in rows(store)}
    assert (found["E-NO-QUESTIONS"]["file"], found["E-NO-QUESTIONS"]["what"]) == ("leeg.txt", "Een stuk zonder vragen.")
    assert (found["E-MISSING"]["file"], found["E-MISSING"]["what"]) == ("weg.txt", "Een bestand dat er niet is.")


def test_issues_come_as_a_table_and_as_json(store: Path) -> None:
    shown = " ".join(run("issues", "--store", store).stdout.split())
    assert "legal/no-law question/1" in shown
    bindings = json.loads(run("issues", "--store", store, "--format", "json").stdout)["results"]["bindings"]
    assert sorted(each["rule"]["value"] for each in bindings) == sorted(row["rule"] for row in rows(store))
    (asked,) = json.loads(run("ask", "not-understood", "--by", "legal", "--store", store, "-f", "json").stdout)[
        "results"
    ]["bindings"]
    assert asked["start"]["value"] == str(LETTER.index("artikel 12"))


def test_meaning_of_an_unknown_rule() -> None:
    assert meaning("other/rule") == OTHER


@pytest.mark.parametrize(
    ("heading", "rule", "words"),
    [
        ("Vragen van het lid de heer aan de minister van Financiën over het peil", "participants/no-asker", "het lid"),
        (
            "Vragen van het lid Van Tuinen 2031 (SP) aan de minister van Financiën over het peil",
            "participants/odd-name",
            "Van",
        ),
        ("Vragen van het lid Van Tuinen (SP) aan de minister van Financiën over het lid De Vaart", None, ""),
        ("Vragen over het peil", None, ""),
    ],
)
def test_members_who_are_not_understood_are_issues(heading: str, rule: str | None, words: str) -> None:
    document = read_bytes("v.txt", f"{heading} (ingezonden 3 maart 2031).\n\nVraag 1\nKlopt het?\n".encode())
    found = [i for i in kg.record(kg.extract(document))["issues"] if i["rule"].startswith("participants/")]
    assert [i["rule"] for i in found] == ([rule] if rule else [])
    assert all(document.text[i["spans"][0][0] :].startswith(words) for i in found)
