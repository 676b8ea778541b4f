"""What holds on this machine: versions, protections, and whether a store is whole."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from kg.ask import checks, run
from kg.errors import InputProblem, KgError
from kg.places import check_quotes
from kg.read import MEMORY, SECONDS, held
from kg.store import DAMAGED, Store, damaged, open_store
from kg.vocab import VERSION

LIBRARIES = ("lxml", "networkx", "pyoxigraph", "pypdfium2", "pyshacl", "rapidfuzz", "rdflib")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: whether it holds, and what to know of it."""

    name: str
    holds: bool
    detail: str
    exit_code: int = 1  # of the command, where it does not hold


def examine(store: Path | None = None) -> Iterator[Check]:
    """All checks of this machine, and of a store if one is given."""
    yield Check("Python", sys.version_info >= (3, 11), sys.version.split()[0])
    yield Check("kamervragen-kg", True, VERSION)
    for name in LIBRARIES:
        yield Check(name, True, metadata.version(name))
    fast = find_spec("shacl") is not None
    yield Check(
        "snelle SHACL (extra fast)",
        fast,
        "shacl" if fast else "pyshacl doet het werk, ongeveer 50 keer zo traag (about 50 times slower)",
    )
    drawing = find_spec("matplotlib") is not None
    yield Check(
        "stille plaatjes (extra picture)", drawing, "svg, png" if drawing else "pip install 'kamervragen-kg[picture]'"
    )
    yield from _protections()
    if store is not None:
        yield from _store(store)


def _protections() -> Iterator[Check]:
    """What keeps a hostile document or query in its place: tried out in the process that reads documents."""
    try:
        found = held()
    except InputProblem as problem:
        yield Check("lezen in een eigen proces", False, str(problem))
        return
    yield Check(
        "lezen in een eigen proces", True, f"PDF, DOCX, HTML, XML; hoogstens (at most) {SECONDS} s per document"
    )
    ways = "seccomp en (and) RLIMIT_NOFILE" if found["seccomp"] else "alleen (only) RLIMIT_NOFILE"
    yield _refused("lezen zonder netwerk", found["network"], ways)
    yield _refused("lezen zonder andere bestanden", found["files"], "RLIMIT_NOFILE")
    yield _refused("lezen met geheugengrens", found["memory"], f"RLIMIT_AS, {MEMORY} bytes")
    yield _refused("SPARQL zonder netwerk", found["seccomp"], "seccomp")
    yield _refused("SPARQL met geheugengrens", found["memory"], "RLIMIT_AS")
    yield Check("XML zonder DTD, netwerk en entiteiten", True, f"lxml {metadata.version('lxml')}")


def _refused(name: str, holds: bool, way: str) -> Check:
    refused = f"niet op dit systeem, geef alleen stukken die u vertrouwt (not refused here, trust what you give): {way}"
    return Check(name, holds, way if holds else refused)


def _store(path: Path) -> Iterator[Check]:
    try:
        store = open_store(path)
    except KgError as problem:
        yield Check(f"store {path}", False, str(problem), problem.exit_code)
        return
    manifest = store.manifest
    yield Check(
        f"store {path}",
        True,
        f"{manifest.documents} documenten (documents), {manifest.quads} quads, kg {manifest.version}",
    )
    try:
        yield from _content(store)
    except DAMAGED as problem:
        found = damaged(path, problem)
        yield Check(f"store {path}", False, str(found), found.exit_code)


def _content(store: Store) -> Iterator[Check]:
    wrong = check_quotes(store)
    right = "elk citaat is de tekst op zijn plaats (every quote is the text at its place)"
    said = right if not wrong else f"{len(wrong)} fout (wrong): {wrong[0]}"
    yield Check("citaten", not wrong, said)
    yield from _sound(store)


def _sound(store: Store) -> Iterator[Check]:
    """The queries that must find nothing."""
    for name, query in checks().items():
        found = run(store.quads, query.text)
        yield Check(
            f"controle {name}", not found.terms, query.title if not found.terms else f"{len(found.terms)} keer (times)"
        )
