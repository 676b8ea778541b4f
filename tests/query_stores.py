"""Stores for the tests of questions: built of documents without validation, so that they show the graph as it is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.extract import extract
from kg.linking import links, summary
from kg.quads import quads
from kg.read import read
from kg.registry.load import triples
from kg.resolve import resolve
from kg.rules import rule_lines
from kg.store import LAYOUT, Manifest, Store, load, new_build, open_store, switch
from kg.terms import address
from kg.vocab import VERSION, data

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared"
SEEDS = [SHARED / "corpus" / "text" / f"{name}.txt" for name in ("000_21975a96bc877d13", "001_baf5192fb0290843")]


def examples() -> list[Path]:
    """The example documents."""
    return sorted(path for path in data("examples").iterdir() if path.suffix in (".txt", ".docx", ".xml"))


def affairs() -> list[Path]:
    """The example documents, and more that answers were changed in and questions withdrawn by."""
    return [*examples(), *sorted((HERE / "linking" / "documents").glob("*.txt"))]


def invented_registry() -> list[ox.Triple]:
    """Who held the offices in the examples, all invented."""
    return [quad.triple for quad in ox.parse(path=str(HERE / "queries" / "registry.ttl"), format=ox.RdfFormat.TURTLE)]


def store_of(path: Path, documents: Iterable[Path], registry: Iterable[ox.Triple] | None = None) -> Store:
    """A store of these documents and the project's registry, or another."""
    graph = address("graph/registry")
    with new_build(path) as build:
        (build / "texts").mkdir()
        shard = build / "shard.nq"
        with shard.open("w", encoding="utf-8") as out:
            texts = [read(document) for document in documents]
            kept: dict[str, dict[str, Any]] = {}
            for document in texts:
                extraction = extract(document)
                resolved = resolve(extraction)
                out.writelines(quads(extraction, resolved))
                kept[document.source.sha256[:16]] = summary(extraction, resolved)
                (build / "texts" / f"{document.source.sha256[:16]}.txt").write_bytes(document.text.encode())
            out.writelines(f"{triple} {graph} .\n" for triple in (triples() if registry is None else registry))
            for lines in links([kept[key] for key in sorted(kept)], lambda key: kept[key]["texts"]):
                out.write(b"".join(lines).decode())
        load(build, [shard])
        shard.write_bytes(b"".join(rule_lines(ox.Store.read_only(str(build / "quads")))))
        switch(path, build, Manifest(LAYOUT, VERSION, load(build, [shard]), len(texts), ""))
    return open_store(path)
