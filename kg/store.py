"""A store on disk: a directory of builds, of which one is current.

    STORE/current              the name of the current build, replaced in one step
    STORE/builds/NAME/         quads/ (RocksDB), texts/KEY.txt, manifest.json, report.json
    STORE/cache/               what was extracted before, by content
    STORE/lock                 held by the build that runs

A reader opens the current build read-only; a build writes beside it and switches at the end, so a reader never
sees half a build.  KEY is the first 16 hex digits of the SHA-256 of a document's bytes.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreProblem
from kg.vocab import VERSION

LAYOUT = 1  # changes when an older program could not read the directory
OWN = frozenset({"current", "current.new", "lock", "builds", "cache", "imports"})  # all that stands in a store
DAMAGED = (OSError, ValueError, RuntimeError)  # what the engine raises for bytes that it did not write


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a build claims to hold; checked when it is opened."""

    layout: int
    version: str
    quads: int
    documents: int
    digest: str  # SHA-256 over the sorted N-Quads

    @classmethod
    def read(cls, path: Path) -> Manifest:
        """The manifest of a build.  Raises StoreProblem where it is missing, damaged or of another version."""
        try:
            values = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as problem:
            raise StoreProblem(f"{path}: the build has no readable manifest. Run kg build again.") from problem
        if not isinstance(values, dict) or values.get("layout") != LAYOUT:
            made = values.get("version", "an unknown version") if isinstance(values, dict) else "an unknown version"
            raise StoreProblem(
                f"{path.parent}: made by kg {made}, which this kg {VERSION} cannot read. Run kg build again."
            )
        try:
            return cls(**values)
        except TypeError as problem:
            raise StoreProblem(f"{path}: the build has no readable manifest. Run kg build again.") from problem


@dataclass(frozen=True, slots=True)
class Store:
    """The current build of a store, open for reading."""

    path: Path
    build: Path
    manifest: Manifest
    quads: ox.Store

    def text(self, key: str) -> str:
        """The stored text of the document `key`.  Raises StoreProblem where it is not there."""
        path = self.build / "texts" / f"{key}.txt"
        try:
            return path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as problem:
            raise StoreProblem(f"{path}: the text of this document is missing. Run kg build again.") from problem

    def report(self) -> dict[str, object]:
        """What the build reported: documents, problems, validation."""
        path = self.build / "report.json"
        try:
            report: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as problem:
            raise StoreProblem(f"{path}: the report of this build is missing. Run kg build again.") from problem
        return report


def open_store(store: str | Path) -> Store:
    """Open the current build of a store.  Raises StoreProblem: none there, damaged, of another version."""
    path = Path(store)
    pointer = path / "current"
    try:
        name = pointer.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as problem:
        raise StoreProblem(f"{path}: there is no store here. Run kg build PATH... --store {path}.") from problem
    build = path / "builds" / Path(name).name
    manifest = Manifest.read(build / "manifest.json")
    try:
        quads = ox.Store.read_only(str(build / "quads"))
        count = len(quads)
    except DAMAGED as problem:
        raise damaged(build, problem) from problem
    if count != manifest.quads:
        raise StoreProblem(
            f"{build}: {count} quads where {manifest.quads} were written: the store is damaged. Run kg build again."
        )
    return Store(path, build, manifest, quads)


def damaged(where: Path | str, problem: BaseException) -> StoreProblem:
    """The problem of a store that the engine cannot read, in one line."""
    return StoreProblem(f"{where}: the store is damaged ({' '.join(str(problem).split())}). Run kg build again.")


def own_names(names: Collection[str]) -> frozenset[str]:
    """The names that belong to a store in a folder of these names: none where there is no store.

    A store has the folder to itself, or is complete (an older program would put one among documents).
    """
    shown = {name for name in names if not name.startswith(".")}
    begun = "lock" in shown and not shown.isdisjoint({"builds", "cache", "imports"})
    return OWN if begun and (shown <= OWN or {"current", "builds"} <= shown) else frozenset()


def others(path: Path) -> list[str]:
    """The names in the folder of a store, or where it will be, that are not the store's."""
    return sorted(each.name for each in path.iterdir() if each.name not in OWN and not each.name.startswith("."))


@contextmanager
def new_build(path: Path) -> Iterator[Path]:
    """A fresh directory for a build beside the current one; removed again if the build fails."""
    builds = path / "builds"
    builds.mkdir(parents=True, exist_ok=True)
    numbers = [int(p.name) for p in builds.iterdir() if p.name.isdigit()]
    build = builds / f"{max(numbers, default=0) + 1:06}"
    build.mkdir()
    try:
        yield build
    except BaseException:
        shutil.rmtree(build, ignore_errors=True)
        raise


def load(build: Path, shards: Iterable[Path]) -> int:
    """Load N-Quads files into the build's store; the number of quads it then holds."""
    store = ox.Store(str(build / "quads"))
    for shard in shards:
        store.bulk_load(path=str(shard), format=ox.RdfFormat.N_QUADS)
    store.flush()
    return len(store)


def switch(path: Path, build: Path, manifest: Manifest) -> None:
    """Make `build` the current one, in one step, and remove all older builds but the last."""
    write_whole(build / "manifest.json", json.dumps(asdict(manifest), indent=1) + "\n")
    write_whole(path / "current", build.name + "\n")
    older = sorted(p for p in (path / "builds").iterdir() if p.name.isdigit() and p.name < build.name)
    for old in older[:-1]:
        shutil.rmtree(old, ignore_errors=True)


def write_whole(path: Path, text: str) -> None:
    """Write a file so that a reader sees the old content or the new, never part of it."""
    beside = path.with_name(path.name + ".new")
    with beside.open("w", encoding="utf-8", newline="") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    beside.replace(path)
