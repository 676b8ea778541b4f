"""Documents in, a validated store out.

    build(paths, store, workers=2) -> Report

The store then holds the documents that the paths hold, no others.  The same documents give the same bytes, whatever
the number of workers and whatever was in the store before.
"""

from __future__ import annotations

import ctypes
import fcntl
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import chain
from multiprocessing import get_context, resource_tracker
from pathlib import Path

import pyoxigraph as ox

from kg import copies, listed, shard
from kg.errors import InputProblem, NothingRead, StoreProblem, UsageProblem
from kg.published import Numbers, Row, keep, read
from kg.rules import findings_in, rule_lines
from kg.store import LAYOUT, Manifest, load, new_build, open_store, others, switch, write_whole
from kg.validate import validate_lines
from kg.vocab import VERSION
from kg.work import Outcome, fingerprint, process
from kg.work import files as files_at

PR_SET_PDEATHSIG = 1  # linux/prctl.h
CHUNK = 8  # documents that a worker takes at a time
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    store: Path
    documents: int
    quads: int
    outcomes: tuple[Outcome, ...]
    violations: tuple[str, ...]
    warnings: int
    by_rules: int  # findings over all documents

    @property
    def problems(self) -> list[str]:
        """One line for each file that was kept out."""
        return [outcome.problem for outcome in self.outcomes if outcome.problem]

    @property
    def degraded(self) -> list[str]:
        """One line for each document of which part is missing or doubtful."""
        return [f"{outcome.path}: {'; '.join(outcome.degraded)}" for outcome in self.read if outcome.degraded]

    @property
    def cached(self) -> int:
        """How many documents were not read again."""
        return sum(outcome.cached for outcome in self.read)

    @property
    def read(self) -> list[Outcome]:
        """Those of the outcomes that are a document: read, and no copy of another."""
        return [outcome for outcome in self.outcomes if outcome.is_document]

    @property
    def copies(self) -> dict[str, list[str]]:
        """The files that are copies of a document, by its path; they count once."""
        return copies.listed(self.outcomes)


@dataclass(frozen=True, slots=True)
class Imported:
    """What lists of publications hold, and one problem for each row that is bad."""

    rows: tuple[Row, ...]
    problems: tuple[InputProblem, ...]

    @property
    def numbers(self) -> Numbers:
        """The numbers of the Aanhangsel by session, and how far the lists reach in each."""
        return Numbers(self.rows)


def build(
    paths: Iterable[str | Path], store: str | Path, *, workers: int = 1, progress: Progress | None = None
) -> Report:
    """Build the store from the files at `paths` (folders are walked).

    With more than one worker a script calls it under `if __name__ == "__main__":`, for each worker imports the script.
    Raises InputProblem where there is nothing to build, UsageProblem where the store's folder holds other files,
    StoreProblem where another build runs or the disk is full.
    """
    files = files_at(paths)
    target = Path(store)
    with _lock(target):
        folder = target / "cache" / fingerprint()
        folder.mkdir(parents=True, exist_ok=True)
        outcomes = copies.told(_processed(files, folder, workers, progress), folder)
        if all(outcome.problem for outcome in outcomes):
            kept = "The last store is still there." if (target / "current").exists() else ""
            raise NothingRead([outcome.problem for outcome in outcomes[:5]], kept)
        return _written(target, folder, outcomes)


def import_zaken(path: str | Path, store: str | Path) -> Report | None:
    """Keep the House's own list of cases in the store, and build again what was built last, with the list.

    None where the store has no build yet: the list then goes into the first.  Raises InputProblem where the file is
    no such list, StoreProblem where the last build cannot be repeated; the list is kept all the same.
    """
    target = Path(store)
    listed.check(Path(path))
    with _lock(target):
        listed.keep(Path(path), target)
        return _again(target) if (target / "current").exists() else None


def import_publications(
    paths: Iterable[str | Path], store: str | Path, progress: Progress | None = None
) -> tuple[Imported, Report | None]:
    """Keep lists of publications in the store, in place of earlier ones, and build again what was built last.

    No report where the store has no build yet: the lists then go into the first.  Nothing is kept where a row is bad.
    Raises UsageProblem where two lists have one name, StoreProblem where the last build cannot be repeated; the lists
    are kept all the same.
    """
    target, files = Path(store), [Path(path) for path in paths]
    rows, problems = read(files, progress)
    found = Imported(tuple(rows), tuple(problems))
    if problems:
        return found, None
    with _lock(target):
        keep(files, target)
        return found, _again(target) if (target / "current").exists() else None


def _again(target: Path) -> Report:
    """The last build once more from what was kept of each document, without reading any document."""
    folder = target / "cache" / fingerprint()
    values = open_store(target).report()["documents"]
    outcomes = [Outcome(**each) for each in values] if isinstance(values, list) else []
    good = [outcome for outcome in outcomes if not outcome.problem]
    if not good or not all((folder / f"{outcome.entry}.json").exists() for outcome in good):
        raise StoreProblem(
            f"{target}: the list is kept, but the program has changed since the last build. Run kg build PATH... again."
        )
    return _written(target, folder, outcomes)


@contextmanager
def _lock(store: Path) -> Iterator[None]:
    """One build at a time; the lock goes with the process that holds it.  An interruption says what is left."""
    try:
        store.mkdir(parents=True, exist_ok=True)
        if found := others(store):
            raise UsageProblem(
                f"{store}: holds other files ({', '.join(found[:3])}). Give a store a folder of its own with --store."
            )
        with (store / "lock").open("a+") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as problem:
                lock.seek(0)
                pid = lock.read().strip() or "?"
                raise StoreProblem(
                    f"{store}: busy, process {pid} is building it. Try again when it is done."
                ) from problem
            lock.truncate(0)
            lock.write(str(os.getpid()))
            lock.flush()
            yield
    except OSError as problem:
        kept = "The last build is still there." if (store / "current").exists() else "Give another with --store."
        raise StoreProblem(f"{store}: cannot be written ({problem.strerror or problem}). {kept}") from problem
    except KeyboardInterrupt as stop:
        if (store / "current").exists():
            stop.add_note("De laatste goede store staat er nog. (The last store is still there.)")
        raise


def _processed(files: Sequence[str], folder: Path, workers: int, progress: Progress | None) -> list[Outcome]:
    """The outcome of every file, in the order of the files."""
    report = progress or (lambda _done, _total: None)
    if workers <= 1:
        out = []
        for file in files:
            out.append(process(file, str(folder)))
            report(len(out), len(files))
        return out
    chunks = [files[i : i + CHUNK] for i in range(0, len(files), CHUNK)]
    done: dict[int, list[Outcome]] = {}
    with _pool(workers) as pool:
        with _deaf():
            waiting = {pool.submit(_chunk, chunk, str(folder)): i for i, chunk in enumerate(chunks)}
        for future in as_completed(waiting):
            i = waiting[future]
            done[i] = _result(future, chunks[i], folder)
            report(sum(map(len, done.values())), len(files))
    return [outcome for i in range(len(chunks)) for outcome in done[i]]


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_start_worker)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _deaf() -> Iterator[None]:
    """Ctrl-C waits; the workers that are started meanwhile never hear it, not even while they import."""
    resource_tracker.ensure_running()  # hears Ctrl-C again where it starts, and is started with the first worker
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start_worker() -> None:
    """Ctrl-C is the parent's to handle: workers finish the chunk that they have, and never outlive the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _chunk(files: Sequence[str], folder: str) -> list[Outcome]:
    return [process(file, folder) for file in files]


def _result(future: Future[list[Outcome]], files: Sequence[str], folder: Path) -> list[Outcome]:
    """What a worker made of its files; where it died, each file gets a worker of its own to find the one at fault."""
    try:
        return future.result()
    except BrokenProcessPool:
        return [_alone(file, folder) for file in files]


def _alone(file: str, folder: Path) -> Outcome:
    with _pool(1) as pool:
        try:
            with _deaf():
                waiting = pool.submit(process, file, str(folder))
            return waiting.result()
        except BrokenProcessPool:
            problem = InputProblem(
                "E-CRASH", file, "the program that read it died", "It is left out; please report the document."
            )
            return Outcome(file, problem=str(problem), code=problem.code)


def _written(target: Path, folder: Path, outcomes: Sequence[Outcome]) -> Report:
    """Load everything into a fresh build, verify it, and make it the current one."""
    with new_build(target) as new:
        lines_of_all = new / "quads.nq"
        digest, documents, lines = shard.write(lines_of_all, new / "texts", folder, outcomes, target)
        load(new, [lines_of_all])
        found = rule_lines(ox.Store.read_only(str(new / "quads")))
        with lines_of_all.open("rb") as every:
            whole = validate_lines(chain(every, found))
        lines_of_all.write_bytes(b"".join(found))
        digest.update(b"".join(found))
        count, lines = load(new, [lines_of_all]), lines + len(found)
        lines_of_all.unlink()
        if count != lines:
            raise StoreProblem(f"{new}: {lines} quads were written but {count} loaded. Run kg build again.")
        violations = tuple(f"{result.message_nl} ({result.focus})" for result in whole.of("Violation"))
        summary = {
            "documents": [asdict(o) | {"cached": False} for o in outcomes],
            "violations": list(violations),
            "warnings": [f"{result.message_nl} ({result.focus})" for result in whole.of("Warning")],
        }
        write_whole(new / "report.json", json.dumps(summary, ensure_ascii=False, indent=1) + "\n")
        switch(target, new, Manifest(LAYOUT, VERSION, count, documents, digest.hexdigest()))
    for old in (target / "cache").iterdir():
        if old.name != folder.name:
            shutil.rmtree(old, ignore_errors=True)
    return Report(target, documents, count, tuple(outcomes), violations, len(whole.of("Warning")), findings_in(found))
