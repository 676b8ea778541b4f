"""Evaluation: the same figures as the scorer beside the annotations, errors in their sentences, gains and losses."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from kg.cli import main
from kg.errors import InputProblem, UsageProblem
from kg.evaluate import Figures, Score, against, evaluate, turtle
from kg.evaluate.sameness import alike, letters, same_day, web_address
from kg.evaluate.written import as_json, change_rows, error_lines, rows
from kg.work import records

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "examples"
EXAMPLES = ROOT / "examples"
LOCK = "03-antwoord-sluisonderhoud.txt"


@pytest.fixture(scope="module")
def figures() -> Figures:
    """The project's own examples against their annotation."""
    return evaluate(GOLD, [EXAMPLES])


@pytest.fixture(scope="module")
def perfect() -> list[dict[str, Any]]:
    """Records that say exactly what the annotations of the examples say."""
    out = []
    for path in sorted(GOLD.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        for block in record["questions"] + record["answers"]:
            block["text"] = block["start"] + " … " + block["end"]
        out.append(record)
    return out


def test_figures_are_those_of_the_scorer_beside_the_annotations(shared: Path, tmp_path: Path) -> None:
    out = tmp_path / "records.jsonl"
    lines = [line for line, problem in records([shared / "corpus" / "text", shared / "corpus" / "docx"]) if not problem]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = [sys.executable, str(shared / "score" / "score.py"), str(shared / "gold"), str(out), "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    assert as_json(evaluate(shared / "gold", [out])) == theirs


def test_figures_are_those_of_the_scorer_for_bad_records_too(shared: Path, tmp_path: Path) -> None:
    """Each document gets the items of another: everything that can be wrong or missed is."""
    given = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((shared / "gold").glob("*.json"))]
    for record in given:
        for block in record["questions"] + record["answers"]:
            block["text"] = block["start"] + block["end"]
    names = [record["file"] for record in given]
    for record, name in zip(given, names[3:] + names[:2], strict=False):
        record["file"] = name
    out = tmp_path / "records.jsonl"
    out.write_text("".join(json.dumps(record) + "\n" for record in given), encoding="utf-8")
    command = [sys.executable, str(shared / "score" / "score.py"), str(shared / "gold"), str(out), "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    assert theirs["questions"]["f1"] < 0.5
    assert as_json(evaluate(shared / "gold", [out])) == theirs


def test_documents_and_the_records_made_of_them_give_the_same_figures(figures: Figures, tmp_path: Path) -> None:
    out = tmp_path / "records.jsonl"
    out.write_text("".join(line + "\n" for line, _ in records([EXAMPLES])), encoding="utf-8")
    assert evaluate(GOLD, [out]).scores == figures.scores


def test_the_annotation_itself_is_right_in_every_field(perfect: list[dict[str, Any]]) -> None:
    measured = evaluate(GOLD, perfect)
    assert measured.annotated == 12
    assert not measured.errors
    assert all(score.f1 == 1 for score in measured.scores)
    assert {score.field for score in measured.scores} >= {"questions", "sources", "source_url", "amounts", "promises"}


def test_examples_are_read_well(figures: Figures) -> None:
    scores = {score.field: score.f1 for score in figures.scores}
    assert figures.missing == figures.unannotated == figures.problems == ()
    assert min(scores[field] for field in ("kind", "case", "submitted", "received", "amounts", "refers")) > 0.95


@pytest.mark.parametrize(
    ("field", "change", "errors"),
    [
        ("amounts", {"eur": 480_000_000}, {("amounts", "wrong"), ("amounts", "missed")}),
        ("askers", {"party": "Lijst Landmeter"}, {("askers", "wrong"), ("askers", "missed")}),
        ("papers", {"subnumber": "88"}, {("papers", "wrong"), ("papers", "missed")}),
        ("sources", {"date": "2031-10-08"}, {("source_date", "wrong"), ("source_date", "missed")}),
        ("sources", {"title": None, "url": None, "publisher": None}, {("sources", "wrong"), ("sources", "missed")}),
        ("questions", {"n": 9}, {("questions", "wrong"), ("questions", "missed")}),
        ("questions", {"text": "Kent u het bericht niet?"}, {("questions", "wrong"), ("questions", "missed")}),
    ],
)
def test_one_slip_is_one_wrong_and_one_missed(
    perfect: list[dict[str, Any]], field: str, change: dict[str, Any], errors: set[tuple[str, str]]
) -> None:
    slipped = copy.deepcopy(perfect)
    slipped[0][field][0] |= change
    assert {(e.field, e.what) for e in evaluate(GOLD, slipped).errors} == errors


def test_gains_and_losses_are_told_item_by_item(perfect: list[dict[str, Any]]) -> None:
    old, new = copy.deepcopy(perfect), copy.deepcopy(perfect)
    old[0]["amounts"][0]["eur"] += 1
    new[0]["papers"] = []
    change = against(old, new, GOLD)
    assert [(e.field, e.what) for e in change.gains] == [("amounts", "wrong"), ("amounts", "missed")]
    assert [(e.field, e.what) for e in change.losses] == [("papers", "missed")]
    assert [row[0] for row in change_rows(change.scores)] == ["papers", "amounts"]
    assert against(old, old, GOLD).gains == ()


def test_gains_and_losses_are_shown_in_the_sentences_of_the_documents(perfect: list[dict[str, Any]]) -> None:
    old = [copy.deepcopy(record) for record in perfect if record["file"].startswith("03-")]
    for block in old[0]["questions"] + old[0]["answers"]:
        block["text"] = ""  # nothing to look the words up in but the document itself
    lost = old[0]["amounts"].pop(0)
    change = against(old, [EXAMPLES / LOCK], GOLD)
    (gain,) = [error for error in change.gains if error.field == "amounts"]
    assert gain.shown.words == lost["raw"]
    assert gain.shown.before
    assert (change.documents, change.apart) == (1, ())


def test_only_documents_of_both_sides_are_compared(perfect: list[dict[str, Any]]) -> None:
    one, other = perfect[0], perfect[1]
    change = against([one], [one, other], GOLD)
    assert (change.documents, change.gains, change.losses) == (1, (), ())
    assert change.apart == (other["file"].rpartition(".")[0],)


def test_records_of_other_documents_are_blamed_and_not_the_annotation(
    tmp_path: Path, perfect: list[dict[str, Any]]
) -> None:
    for name, record in (("old", perfect[0]), ("strange", perfect[0] | {"file": "elders.txt"})):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
        with pytest.raises(InputProblem) as refused:
            against([tmp_path / f"{name}.jsonl"], [perfect[1]], GOLD)
        assert refused.value.where.endswith(f"{name}.jsonl")
        assert "none of its documents" in str(refused.value)


@pytest.mark.parametrize(
    ("asked", "fields"),
    [
        (["--errors", "amounts"], {"amounts"}),
        (["--errors", "amounts,papers"], {"amounts", "papers"}),
        (["--errors", "papers", "--errors", "amounts"], {"amounts", "papers"}),
        (["--errors", "all"], {"amounts", "papers", "kind"}),
    ],
)
def test_errors_of_several_fields_are_listed(
    perfect: list[dict[str, Any]], tmp_path: Path, asked: list[str], fields: set[str]
) -> None:
    slipped = copy.deepcopy(perfect)
    slipped[0] |= {"amounts": [], "papers": [], "kind": "oral"}
    out = tmp_path / "records.jsonl"
    out.write_text("".join(json.dumps(record) + "\n" for record in slipped), encoding="utf-8")
    shown = CliRunner().invoke(main, ["evaluate", str(GOLD), str(out), *asked])
    lines = [line.split("\t") for line in shown.output.splitlines() if "\t" in line]
    assert {line[1] for line in lines} == fields


def test_a_field_that_does_not_exist_is_named() -> None:
    shown = CliRunner().invoke(main, ["evaluate", str(GOLD), str(EXAMPLES), "--errors", "amounts,sommen"])
    assert shown.exit_code == UsageProblem.exit_code
    assert "sommen: there is no such field" in shown.stderr


def test_an_error_is_shown_in_its_sentence_with_the_words_marked(tmp_path: Path) -> None:
    for path in GOLD.glob("01*.json"):
        annotation = json.loads(path.read_text(encoding="utf-8"))
        annotation["amounts"] = [a for a in annotation["amounts"] if a["eur"] != 40_000]
        annotation["amounts"].append({"eur": 3, "raw": "drie jaar", "at": "question 1", "years": []})
        (tmp_path / path.name).write_text(json.dumps(annotation), encoding="utf-8")
    wrong, missed = evaluate(tmp_path, [EXAMPLES]).of("amounts")
    assert (wrong.what, wrong.shown.words) == ("wrong", "€ 40.000")
    assert wrong.shown.before.endswith("circa ")
    assert missed.shown.words == "drie jaar"
    assert "«Sluisdeuren in Zuiderveen klemmen al" in missed.shown.before
    assert list(error_lines([wrong]))[1].endswith("⟦€ 40.000⟧ perweek?")  # as the text came out of the PDF


def test_a_document_that_was_not_given_counts_as_missed_and_is_named(figures: Figures) -> None:
    one = evaluate(GOLD, [EXAMPLES / "01-vragen-sluisonderhoud.txt"])
    questions = {score.field: score for score in one.scores}["questions"]
    whole = {score.field: score for score in figures.scores}["questions"]
    assert len(one.missing) == 11
    assert questions.tp == 6
    assert questions.tp + questions.fn == whole.tp + whole.fn


def test_a_key_that_the_annotation_leaves_out_is_not_judged(tmp_path: Path) -> None:
    (tmp_path / "01-vragen-sluisonderhoud.json").write_text('{"kind": "question", "case": []}', encoding="utf-8")
    scores = evaluate(tmp_path, [EXAMPLES]).scores
    assert [(s.field, s.tp, s.fp, s.fn) for s in scores] == [("kind", 1, 0, 0), ("case", 0, 1, 0)]


def test_what_the_annotation_leaves_open_counts_neither_way(tmp_path: Path) -> None:
    for open_date, wrong in (("any", 0), ("2031-10-14", 0), ("2031-10-13", 1)):
        gold = {"submitted": None, "submitted_may": open_date, "kind": "question"}
        (tmp_path / "01-vragen-sluisonderhoud.json").write_text(json.dumps(gold), encoding="utf-8")
        assert len(evaluate(tmp_path, [EXAMPLES]).of("submitted")) == wrong


@pytest.mark.parametrize(
    ("annotation", "says"),
    [
        ("{", "no JSON"),
        ("[]", "no JSON object"),
        ('{"questions": [{"n": 1, "start": "Kent u"}]}', '"questions", item 1: "end" is missing'),
        ('{"amounts": [{"eur": "veel"}]}', '"amounts", item 1: "eur" is "veel"'),
        ('{"answers": 3}', '"answers" is no list of objects'),
        ('{"case": "2031Z1"}', '"case" is no list of texts'),
        ('{"subject": 4}', '"subject" is no text'),
    ],
)
def test_an_annotation_that_is_not_as_described_is_refused_in_one_line(
    tmp_path: Path, annotation: str, says: str
) -> None:
    (tmp_path / "answer.json").write_text(annotation, encoding="utf-8")
    with pytest.raises(InputProblem) as refused:
        evaluate(tmp_path, [EXAMPLES])
    assert says in str(refused.value)
    assert "answer.json" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_no_annotation_or_no_annotated_document_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="no annotation"):
        evaluate(tmp_path, [EXAMPLES])
    with pytest.raises(InputProblem, match="no such folder"):
        evaluate(tmp_path / "nowhere", [EXAMPLES])
    (tmp_path / "other.json").write_text("{}", encoding="utf-8")
    with pytest.raises(InputProblem, match="none of the documents given is annotated"):
        evaluate(tmp_path, [EXAMPLES])
    with pytest.raises(InputProblem, match="which file"):
        evaluate(GOLD, [{"kind": "answer"}])
    with pytest.raises(InputProblem, match="cannot be read"):
        evaluate(GOLD, [tmp_path / "old.jsonl"])


def test_turtle_holds_a_measurement_for_every_figure_and_no_blank_node(figures: Figures) -> None:
    written = turtle(figures)
    assert written == turtle(figures)
    store = ox.Store()
    store.load(written.encode(), format=ox.RdfFormat.TURTLE)
    assert not any(isinstance(term, ox.BlankNode) for quad in store for term in (quad.subject, quad.object))
    query = """PREFIX dqv: <http://www.w3.org/ns/dqv#>
        SELECT ?metric ?value WHERE { ?m a dqv:QualityMeasurement ; dqv:isMeasurementOf ?metric ;
          dqv:computedOn ?dataset ; dqv:value ?value . ?metric a dqv:Metric . FILTER(isIRI(?dataset)) }"""
    found = {str(row["metric"]).rpartition("metric/")[2].rstrip(">"): row["value"].value for row in store.query(query)}
    expected = {
        f"{field}/{measure}": value
        for field, measures in as_json(figures).items()
        for measure, value in measures.items()
    }
    assert {key: float(value) for key, value in found.items()} == expected


def test_a_field_without_anything_in_it_is_not_bad() -> None:
    assert next(rows([Score("promises")])) == ("promises", "1.000", "1.000", "1.000", "0", "0", "0")
    assert Score("promises", fp=1, fn=1).f1 == 0


PRINTED = st.text("aÉz€2 \n\t-‐«»’.,;()", max_size=40)


@given(PRINTED, PRINTED)
def test_texts_compare_without_what_extraction_loses(one: str, other: str) -> None:
    assert letters(f"{one} \n«{other}»") == letters(one) + letters(other)
    assert alike(one, f"«{one}\n»", 1)


def test_dates_and_addresses_agree_as_far_as_they_go() -> None:
    assert same_day("2031", "2031-10-14")
    assert not same_day("2031-11", "2031-10-14")
    assert web_address("http://polderkoerier.example.nl/a#top") == web_address(
        "https://www.polderkoerier.example.nl/a/."
    )
