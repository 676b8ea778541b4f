"""What holds on this machine: versions, protections, and whether a store is whole."""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from kg.ask import checks, run
from kg.errors import KgError
from kg.places import check_quotes
from kg.store import Store, open_store
from kg.vocab import VERSION

LIBRARIES = ("lxml", "networkx", "pyoxigraph", "pypdfium2", "pyshacl", "rapidfuzz", "rdflib")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: whether it holds, and what to know of it."""

    name: str
    holds: bool
    detail: str


def examine(store: Path | None = None) -> Iterator[Check]:
    """All checks of this machine, and of a store if one is given."""
    yield Check("Python", sys.version_info >= (3, 11), sys.version.split()[0])
    yield Check("kamervragen-kg", True, VERSION)
    for name in LIBRARIES:
        yield Check(name, True, metadata.version(name))
    fast = find_spec("shacl") is not None
    yield Check("snelle SHACL (extra fast)", fast, "shacl" if fast else "pyshacl does the work, about 50 times slower")
    drawing = find_spec("matplotlib") is not None
    yield Check(
        "stille plaatjes (extra picture)", drawing, "svg, png" if drawing else "pip install 'kamervragen-kg[picture]'"
    )
    yield from _protections()
    if store is not None:
        yield from _store(store)


def _protections() -> Iterator[Check]:
    """What keeps a hostile document or query in its place."""
    limited = hasattr(resource, "RLIMIT_AS") and sys.platform == "linux"
    yield Check("geheugengrens voor PDF en SPARQL", limited, "RLIMIT_AS" if limited else "not on this system")
    landlock = Path("/sys/kernel/security/landlock").exists() or _listed("landlock")
    yield Check(
        "Landlock", landlock, "in the kernel" if landlock else "not in this kernel; sockets are denied by RLIMIT_NOFILE"
    )
    yield Check("XML zonder DTD, netwerk en entiteiten", True, f"lxml {metadata.version('lxml')}")


def _listed(name: str) -> bool:
    """Whether the kernel names a security module."""
    try:
        return name in Path("/sys/kernel/security/lsm").read_text(encoding="ascii")
    except OSError:
        return False


def _store(path: Path) -> Iterator[Check]:
    try:
        store = open_store(path)
    except KgError as problem:
        yield Check(f"store {path}", False, str(problem))
        return
    manifest = store.manifest
    yield Check(f"store {path}", True, f"{manifest.documents} documents, {manifest.quads} quads, kg {manifest.version}")
    wrong = check_quotes(store)
    yield Check(
        "citaten", not wrong, "every quote is the text at its place" if not wrong else f"{len(wrong)} wrong: {wrong[0]}"
    )
    yield from _sound(store)


def _sound(store: Store) -> Iterator[Check]:
    """The queries that must find nothing."""
    for name, query in checks().items():
        found = run(store.quads, query.text)
        yield Check(
            f"controle {name}", not found.terms, query.title if not found.terms else f"{len(found.terms)} times"
        )
