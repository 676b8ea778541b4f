"""A store among documents is no document, has its folder to itself, and says so where it is damaged."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import kg
from kg.cli import main
from kg.errors import UsageProblem
from kg.store import Store, own_names
from kg.work import walk

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
LETTER = EXAMPLES / "03-antwoord-sluisonderhoud.txt"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, [*words])


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with one document."""
    folder = tmp_path / "documents"
    folder.mkdir()
    shutil.copy(LETTER, folder)
    return folder


def names(*paths: Path) -> list[str]:
    return [Path(path).name for path in walk(paths)]


def test_a_store_beside_the_documents_is_not_read(documents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(documents)
    for _again in range(2):
        report = kg.build(["."], "kg-store")
        assert (report.documents, len(report.outcomes)) == (1, 1)


def test_a_store_that_was_begun_or_has_only_lists_is_not_read(documents: Path) -> None:
    begun, lists = documents / "begun", documents / "lists"
    (begun / "cache" / "0123").mkdir(parents=True)
    (begun / "cache" / "0123" / "a.txt").write_text("een tekst")
    (lists / "imports" / "zaken").mkdir(parents=True)
    (lists / "imports" / "zaken" / "zaken.csv.gz").write_text("een lijst")
    for store in (begun, lists):
        (store / "lock").write_text("1")
    assert names(documents) == [LETTER.name]


def test_a_store_that_an_older_program_put_among_documents_is_left_out(documents: Path) -> None:
    kg.build([documents], documents / "store")
    for part in (documents / "store").iterdir():
        part.rename(documents / part.name)
    assert names(documents) == [LETTER.name]


@pytest.mark.parametrize(
    ("folder", "is_store"),
    [
        ({"current", "builds", "lock", "cache"}, True),
        ({"current", "builds", "lock", "cache", ".DS_Store"}, True),
        ({"lock", "cache"}, True),
        ({"lock", "imports"}, True),
        ({"current", "builds", "lock", "brief.docx"}, True),
        ({"builds", "cache"}, False),
        ({"current", "builds"}, False),
        ({"lock"}, False),
        ({"lock", "brief.docx"}, False),
        ({"lock", "cache", "brief.docx"}, False),
        ({"current", "lock", "brief.docx"}, False),
        (set(), False),
    ],
)
def test_a_folder_is_a_store_by_the_names_in_it(folder: set[str], is_store: bool) -> None:
    assert bool(own_names(folder)) == is_store


def test_a_folder_called_builds_is_walked(documents: Path) -> None:
    (documents / "builds").mkdir()
    shutil.copy(LETTER, documents / "builds" / "b.txt")
    assert names(documents) == [LETTER.name, "b.txt"]


def test_a_store_is_refused_a_folder_with_other_files(documents: Path) -> None:
    done = run("build", str(documents), "--store", str(documents))
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert LETTER.name in done.stderr
    assert "--store" in done.stderr
    assert names(documents) == [LETTER.name]
    with pytest.raises(UsageProblem, match="holds other files"):
        kg.build([LETTER], documents)


def test_an_empty_folder_and_one_with_hidden_files_can_hold_a_store(documents: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    store.mkdir()
    (store / ".DS_Store").write_text("")
    assert kg.build([documents], store).documents == 1


def test_the_lock_file_of_word_is_no_document(documents: Path) -> None:
    (documents / "~$ief.docx").write_bytes(b"\x05Piet")
    (documents / "~brief.txt").write_text("een stuk")
    assert names(documents) == [LETTER.name, "~brief.txt"]
    assert names(documents / "~$ief.docx") == ["~$ief.docx"]


DAMAGES = ("quads/MANIFEST*", "quads/CURRENT", "quads/*.sst", "manifest.json")


@pytest.mark.parametrize("damaged", DAMAGES)
@pytest.mark.parametrize(
    "words",
    [("ask", "promises"), ("query", "ASK { ?s ?p ?o }"), ("why", "document/none"), ("findings",), ("doctor",)],
    ids=lambda words: words[0],
)
def test_a_damaged_store_says_what_to_run(
    words: tuple[str, ...], damaged: str, example_store: Store, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    shutil.copytree(example_store.path, store)
    for path in (store / "builds").glob(f"*/{damaged}"):
        path.write_bytes(path.read_bytes()[:100] if path.name != "CURRENT" else b"MANIF")
    done = run(*words, "--store", str(store))
    assert done.exit_code == 5, done.output
    assert "Run kg build again" in " ".join(done.output.split())
    assert isinstance(done.exception, SystemExit)
    assert words == ("doctor",) or len(done.stderr.splitlines()) == 1


def test_damage_that_shows_only_in_an_answer_says_what_to_run(example_store: Store, tmp_path: Path) -> None:
    store = tmp_path / "store"
    shutil.copytree(example_store.path, store)
    for path in (store / "builds").glob("*/quads/*.sst"):
        data = bytearray(path.read_bytes())
        data[20:40] = bytes(byte ^ 0x5A for byte in data[20:40])
        path.write_bytes(data)
    for words in (("ask", "promises"), ("export", "--format", "nquads"), ("doctor",)):
        done = run(*words, "--store", str(store))
        assert done.exit_code == 5, done.output
        assert "damaged" in done.output
