"""The laws of a build: the same bytes for the same documents, every quote true, nothing lost, nothing half done."""

from __future__ import annotations

import fcntl
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

import kg
from kg.errors import InputProblem, StoreProblem
from kg.store import Store
from kg.vocab import iri

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
LETTER = """Vragen van het lid Van Tuinen (Waterpartij) aan de minister van Financiën over {subject} (ingezonden 3 maart 2031)

Vraag 1
Kent u het bericht ‘{subject}’?

Vraag 2
Hoeveel geld is er nodig?
"""


def dump(path: Path) -> list[str]:
    """All quads of a store, sorted."""
    return sorted(str(quad) for quad in kg.open_store(path).quads)


def values(path: Path, predicate: str) -> set[str]:
    """All values of a property in a store."""
    found = kg.open_store(path).quads.quads_for_pattern(None, ox.NamedNode(iri(predicate)), None)
    return {quad.object.value for quad in found}


def untrue_quotes(store: Store) -> list[str]:
    """The selectors whose quote is not the stored text at their place, counted independently of `kg why`."""
    bad = []
    for quad in store.quads.quads_for_pattern(None, ox.NamedNode(iri("oa:exact")), None):
        selector = quad.subject.value
        key, _, place = selector.rpartition("/text#char=")
        start, _, end = place.partition(",")
        if store.text(key.rpartition("/")[2])[int(start) : int(end)] != quad.object.value:
            bad.append(selector)
    return bad


def written(folder: Path, name: str, subject: str) -> Path:
    """A small question document."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(LETTER.format(subject=subject), encoding="utf-8")
    return path


def test_two_builds_with_one_and_two_workers_hold_the_same_bytes(tmp_path: Path) -> None:
    one = kg.build([EXAMPLES], tmp_path / "one", workers=1)
    two = kg.build([EXAMPLES], tmp_path / "two", workers=2)
    first, second = kg.open_store(tmp_path / "one"), kg.open_store(tmp_path / "two")
    assert first.manifest.digest == second.manifest.digest
    assert dump(tmp_path / "one") == dump(tmp_path / "two")
    assert one.documents == two.documents == 12
    assert not one.problems


def test_the_real_documents_build_the_same_twice_with_every_quote_true(shared: Path, tmp_path: Path) -> None:
    paths = [shared / "corpus" / "text", shared / "corpus" / "docx"]
    one = kg.build(paths, tmp_path / "one", workers=1)
    two = kg.build(reversed(paths), tmp_path / "two", workers=2)
    assert one.documents == two.documents == 63
    first, second = kg.open_store(tmp_path / "one"), kg.open_store(tmp_path / "two")
    assert first.manifest.digest == second.manifest.digest
    assert untrue_quotes(first) == []


def test_every_quote_is_the_text_at_its_place(example_store: Store) -> None:
    assert untrue_quotes(example_store) == []
    assert len(list(example_store.quads.quads_for_pattern(None, ox.NamedNode(iri("oa:exact")), None))) > 300


def test_there_are_no_blank_nodes(example_store: Store) -> None:
    for quad in example_store.quads:
        assert not any(isinstance(term, ox.BlankNode) for term in (quad.subject, quad.object, quad.graph_name))


def test_an_unchanged_document_is_not_read_again(tmp_path: Path) -> None:
    written(tmp_path / "documents", "a.txt", "de sluis")
    assert kg.build([tmp_path / "documents"], tmp_path / "store").cached == 0
    written(tmp_path / "documents", "b.txt", "de brug")
    again = kg.build([tmp_path / "documents"], tmp_path / "store")
    assert (again.documents, again.cached) == (2, 1)


def test_a_changed_document_replaces_its_graph(tmp_path: Path) -> None:
    written(tmp_path / "documents", "a.txt", "de sluis")
    kg.build([tmp_path / "documents"], tmp_path / "store")
    written(tmp_path / "documents", "a.txt", "de brug")
    report = kg.build([tmp_path / "documents"], tmp_path / "store")
    titles = values(tmp_path / "store", "dcterms:title")
    assert report.documents == 1
    assert "de brug" in titles
    assert "de sluis" not in titles


@pytest.mark.parametrize("turned", [False, True])
def test_the_same_bytes_under_two_names_are_one_document_with_the_first_name(tmp_path: Path, turned: bool) -> None:
    path = written(tmp_path / "documents", "b.txt", "de sluis")
    other = Path(shutil.copy(path, path.with_name("a.txt")))
    deeper = written(tmp_path / "documents" / "c", "a.txt", "de sluis")
    paths = [path, other, deeper]
    report = kg.build(reversed(paths) if turned else paths, tmp_path / "store")
    assert report.documents == len(report.read) == 1
    assert values(tmp_path / "store", "kv:fileName") == {"a.txt"}
    assert {first: sorted(same) for first, same in report.copies.items()} == {str(other): [str(path), str(deeper)]}


def test_documents_that_differ_in_one_letter_and_a_file_given_twice_are_no_copies(tmp_path: Path) -> None:
    path = written(tmp_path / "documents", "a.txt", "de sluis")
    written(tmp_path / "documents", "b.txt", "de sluit")
    report = kg.build([tmp_path / "documents", path, tmp_path / "documents" / "." / "a.txt"], tmp_path / "store")
    assert (report.documents, report.copies) == (2, {})


def test_a_bad_document_is_reported_and_the_others_are_built(tmp_path: Path) -> None:
    written(tmp_path / "documents", "good.txt", "de sluis")
    (tmp_path / "documents" / "empty.txt").write_bytes(b"")
    (tmp_path / "documents" / "shopping.txt").write_text("Brood, melk en kaas.\n")
    report = kg.build([tmp_path / "documents", tmp_path / "missing.txt"], tmp_path / "store")
    assert report.documents == 1
    codes = [outcome.code for outcome in report.outcomes if outcome.problem]
    assert codes == ["E-EMPTY", "E-NO-QUESTIONS", "E-MISSING"]


def test_a_build_of_nothing_leaves_the_last_store(tmp_path: Path) -> None:
    written(tmp_path / "documents", "a.txt", "de sluis")
    kg.build([tmp_path / "documents"], tmp_path / "store")
    before = dump(tmp_path / "store")
    (tmp_path / "nothing").mkdir()
    with pytest.raises(InputProblem, match="E-NOTHING"):
        kg.build([tmp_path / "nothing"], tmp_path / "store")
    with pytest.raises(InputProblem, match="E-NOTHING"):
        kg.build([tmp_path / "missing.txt"], tmp_path / "store")
    assert dump(tmp_path / "store") == before


def test_a_reader_keeps_its_store_while_another_is_built(tmp_path: Path) -> None:
    written(tmp_path / "documents", "a.txt", "de sluis")
    kg.build([tmp_path / "documents"], tmp_path / "store")
    reader = kg.open_store(tmp_path / "store")
    before = len(reader.quads)
    written(tmp_path / "documents", "b.txt", "de brug")
    kg.build([tmp_path / "documents"], tmp_path / "store")
    assert len(reader.quads) == before
    assert len(kg.open_store(tmp_path / "store").quads) > before


def test_a_store_of_another_version_says_what_to_run(tmp_path: Path) -> None:
    written(tmp_path / "documents", "a.txt", "de sluis")
    kg.build([tmp_path / "documents"], tmp_path / "store")
    manifest = kg.open_store(tmp_path / "store").build / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"layout": 1', '"layout": 999'))
    with pytest.raises(StoreProblem, match="Run kg build"):
        kg.open_store(tmp_path / "store")


def test_a_store_that_lost_quads_is_found_out(tmp_path: Path) -> None:
    written(tmp_path / "documents", "a.txt", "de sluis")
    kg.build([tmp_path / "documents"], tmp_path / "store")
    opened = kg.open_store(tmp_path / "store")
    build, count = opened.build, opened.manifest.quads
    del opened
    manifest = build / "manifest.json"
    manifest.write_text(manifest.read_text().replace(f'"quads": {count}', f'"quads": {count + 1}'))
    with pytest.raises(StoreProblem, match="damaged"):
        kg.open_store(tmp_path / "store")


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    store = tmp_path / "store"
    store.mkdir()
    path = written(tmp_path / "documents", "a.txt", "de sluis")
    with (store / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(StoreProblem, match="busy"):
            kg.build([path], store)


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL])
def test_a_build_that_is_stopped_leaves_the_last_store(tmp_path: Path, sign: signal.Signals) -> None:
    written(tmp_path / "documents", "a.txt", "de sluis")
    kg.build([tmp_path / "documents"], tmp_path / "store")
    before = dump(tmp_path / "store")
    for number in range(400):
        written(tmp_path / "documents", f"more-{number}.txt", f"sluis {number}")
    words = ["build", str(tmp_path / "documents"), "--store", str(tmp_path / "store"), "--workers", "2"]
    command = [sys.executable, "-m", "kg", *words]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while not list((tmp_path / "store" / "cache").glob("*/*.json"))[5:] and running.poll() is None:
        time.sleep(0.02)
    running.send_signal(sign)
    _, errors = running.communicate(timeout=60)
    assert running.returncode == (130 if sign == signal.SIGINT else -signal.SIGKILL)
    assert "Traceback" not in errors
    assert dump(tmp_path / "store") == before
    assert kg.build([tmp_path / "documents"], tmp_path / "store").documents == 401
