"""The command `kg` as people use it: help, output, exit codes, one clear line for every problem."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from kg.cli import main
from kg.store import Store

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
ANSI = "\x1b["


def kg(*words: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    command = [sys.executable, "-m", "kg", *words]
    own = {**os.environ, **environment}
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False, env=own)


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_has_help_with_an_example(name: str) -> None:
    command = main.commands[name]
    shown = command.get_help(click.Context(command, info_name=f"kg {name}"))
    assert command.help, name
    if name not in {"findings", "issues", "doctor", "registry", "import"}:
        assert f"kg {name}" in command.help, f"the help of kg {name} shows no example"
    assert "Usage: kg" in shown
    lines = {line.strip() for line in command.help.splitlines()}
    assert "\\b" not in shown
    for line in shown.splitlines():
        if line.strip().startswith(f"kg {name} "):
            assert line.strip() in lines, "an example is a line of its own"


def test_version_and_help_are_quick_and_plain() -> None:
    assert kg("--version").stdout.startswith("kg, version ")
    assert "build" in kg("--help").stdout


def test_extract_prints_one_json_object_a_document() -> None:
    names = ("05-brief-veerponten-tegenstrijdig.txt", "04-brief-digitale-zittingszalen.docx")
    done = kg("extract", *(str(EXAMPLES / name) for name in names))
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [record["kind"] for record in records] == ["answer", "answer"]


def test_extract_goes_on_after_a_bad_document(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    done = kg("extract", str(empty), str(EXAMPLES / "09-mondelinge-vragen-waterleiding.txt"))
    assert (done.returncode, len(done.stdout.splitlines()), len(done.stderr.splitlines())) == (1, 1, 1)
    assert kg("extract", str(empty)).returncode == 3


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("build", "{tmp}/missing", "--store", "{tmp}/s"), 3, "E-NOTHING"),
        (("build",), 2, "Missing argument"),
        (("query", "SELECT nonsense", "--store", "{store}"), 2, "line 1"),
        (("findings", "--store", "{tmp}/none"), 5, "kg build"),
        (("build", "{tmp}", "--store", "{tmp}/s"), 3, "there is no document here (E-NOTHING)"),
        (("extract", "{tmp}"), 3, "there is no document here (E-NOTHING)"),
        (("ask", "nothing-like-it", "--store", "{store}"), 2, "no such question. Run kg ask"),
        (("ask", "lateanswers", "--store", "{store}"), 2, "Did you mean late-answers? Run kg ask"),
        (("query", "nergens.rq", "--store", "{store}"), 2, "nergens.rq: there is no such file"),
        (("query", "mijn vraag.rq", "--store", "{store}"), 2, "mijn vraag.rq: there is no such file"),
        (("query", "vragen/aantal", "--store", "{store}"), 2, "vragen/aantal: there is no such file"),
        (("query", "aantal", "--store", "{store}"), 2, "begins with SELECT"),
        (("query", "SELECT ?a.b", "--store", "{store}"), 2, "line 1"),
        (("query", "ASK", "--store", "{store}"), 2, "line 1"),
        (("import", "zaken", "nergens.csv", "--store", "{tmp}/s"), 3, "nergens.csv: there is no such file"),
        (("import", "zaken", "nergens.csv.gz", "--store", "{tmp}/s"), 3, "nergens.csv.gz: there is no such file"),
        (("import", "publications", "nergens.csv", "--store", "{tmp}/s"), 3, "nergens.csv: there is no such file"),
        (("registry", "show", "Pietje Puk"), 1, "Pietje Puk: in geen lijst"),
        (("ask", "sums-checked", "--colour", "red", "--store", "{store}"), 2, "colour"),
        (("why", "document/none", "--store", "{store}"), 2, "nothing of this name"),
        (("graph", "--store", "{store}"), 2, "--output"),
        (("graph", "--around", "nobody at all", "--table", "--store", "{store}"), 2, "nobody at all"),
        (("export", "-f", "turtle", "-o", "{tmp}/no/such/folder.ttl", "--store", "{store}"), 2, "cannot be written"),
        (("export", "--format", "excel", "--store", "{store}"), 2, "excel"),
    ],
)
def test_a_problem_is_one_clear_line_and_an_exit_code(
    words: tuple[str, ...], code: int, says: str, tmp_path: Path, example_store: Store
) -> None:
    done = kg(*(word.format(tmp=tmp_path, store=example_store.path) for word in words))
    assert done.returncode == code, done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert done.returncode == 2 or len(done.stderr.splitlines()) == 1


def test_a_build_of_nothing_says_why_first_and_of_the_last_store_only_where_there_is_one(tmp_path: Path) -> None:
    store = str(tmp_path / "store")
    cause = "none.txt: there is no such file (E-MISSING)"
    first = kg("build", "none.txt", "--store", store).stderr
    kg("build", str(EXAMPLES / "09-mondelinge-vragen-waterleiding.txt"), "--store", store)
    second = kg("build", "none.txt", "--store", store).stderr
    assert first.startswith(f"Fout: {cause}")
    assert second.startswith(f"Fout: {cause}")
    assert "last store" not in first
    assert second.strip().endswith("The last store is still there.")


def test_copies_count_once_and_are_named(tmp_path: Path) -> None:
    letter = EXAMPLES / "04-brief-digitale-zittingszalen.docx"
    documents, store = tmp_path / "documents", ("--store", str(tmp_path / "store"))
    documents.mkdir()
    alone = kg("build", str(letter), *store).stdout
    for name in ("a.docx", "b.docx"):
        shutil.copy(letter, documents / name)
    done = kg("build", str(documents), *store)
    assert done.returncode == 0
    assert [line for line in done.stdout.splitlines() if "unchanged" not in line] == [
        line for line in alone.splitlines() if "unchanged" not in line
    ]
    assert done.stdout.startswith("1 document, ")
    assert done.stderr.strip() == (
        f"Let op: {documents / 'b.docx'}: kopie van {documents / 'a.docx'}, telt niet mee (a copy, not counted)."
    )


def test_output_to_a_pipe_has_no_colours(example_store: Store, tmp_path: Path) -> None:
    document = next(str(q.subject.value) for q in example_store.quads if str(q.predicate.value).endswith("submitted"))
    for done in (
        kg("ask", "sums-checked", "--store", str(example_store.path)),
        kg("why", document, "kv:submitted", "--store", str(example_store.path)),
        kg("build", str(EXAMPLES), "--store", str(tmp_path / "store")),
    ):
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip()
        assert ANSI not in done.stdout + done.stderr


def test_a_query_comes_from_an_argument_a_file_or_standard_input(example_store: Store, tmp_path: Path) -> None:
    sparql = "SELECT (COUNT(?q) AS ?n) WHERE { ?q a kv:Question }"
    (tmp_path / "count.rq").write_text(sparql)
    store = ("--store", str(example_store.path), "--format", "csv")
    answers = {
        kg("query", sparql, *store).stdout,
        kg("query", str(tmp_path / "count.rq"), *store).stdout,
        kg("query", "-", *store, stdin=sparql).stdout,
    }
    assert {answer.replace("\r", "") for answer in answers} == {"n\n57\n"}


def test_a_closed_pipe_is_no_error(example_store: Store) -> None:
    command = f"{sys.executable} -m kg export --format nquads --store {example_store.path} | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_ask_without_a_name_lists_the_questions_in_dutch(example_store: Store) -> None:
    shown = kg("ask", "--store", str(example_store.path)).stdout
    assert "sums-checked" in shown
    assert "Waar staat dit bedrag?" in shown


def test_findings_and_issues_are_listed(example_store: Store) -> None:
    assert "2030-203" in kg("findings", "--store", str(example_store.path)).stdout
    assert kg("issues", "--store", str(example_store.path)).returncode == 0
