"""All graphs of a build as one N-Quads file, in a fixed order: what was kept of each document, and what all give."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kg import dataset, listed
from kg.linking import kept_links
from kg.published import Amended, Published, published
from kg.terms import address, name
from kg.work import Outcome


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a build: the entry of the cache that gives it, and those that its bytes left under other names.

    Of the `others` (read without the metadata beside them, or as another format) only the names are taken in.
    """

    key: str
    entry: str
    others: tuple[str, ...]


def write(
    shard: Path, texts: Path, folder: Path, outcomes: Sequence[Outcome], imports: Path
) -> tuple[hashlib._Hash, int, int]:
    """Write all graphs to `shard` and the texts to `texts`; the digest, the number of documents and of quads.

    `folder` is the cache of the documents, `imports` the store that keeps the lists of others.
    """
    texts.mkdir()
    documents = _documents(folder, outcomes)
    own = {outcome.publication for outcome in outcomes if not outcome.problem and outcome.publication}
    lists = published(imports, sorted(own))
    amended = Amended(lists) if lists else None
    graphs = chain(
        _read(documents, texts, folder, amended),
        [dataset.registry_graph(), dataset.dataset_graph(outcomes)],
        _together(documents, folder, listed.kept(imports), lists, amended.withdrawn if amended else set()),
    )
    digest, quads = hashlib.sha256(), 0
    with shard.open("wb") as out:
        for lines in graphs:
            data = b"".join(lines)
            digest.update(data)
            quads += len(lines)
            out.write(data)
    return digest, len(documents), quads


def _documents(folder: Path, outcomes: Sequence[Outcome]) -> list[Document]:
    """The documents by their key; the same bytes may have come under several names."""
    entries: dict[str, list[str]] = {}
    for outcome in outcomes:
        if not outcome.problem:
            entries.setdefault(outcome.key, []).append(outcome.entry)
    return [_document(folder, key, list(dict.fromkeys(names))) for key, names in sorted(entries.items())]


def _document(folder: Path, key: str, names: list[str]) -> Document:
    """The fullest text is the document's, whatever the order of the files: metadata only add to it."""
    text = {each: (folder / f"{each}.txt").read_bytes() for each in names} if len(names) > 1 else {names[0]: b""}
    best, *others = sorted(names, key=lambda each: (-len(text[each]), text[each], each))
    return Document(key, best, tuple(others))


def _read(documents: Sequence[Document], texts: Path, folder: Path, amended: Amended | None) -> Iterator[list[bytes]]:
    """The lines of each document's graph; one that came under two names has both."""
    for document in documents:
        shutil.copyfile(folder / f"{document.entry}.txt", texts / f"{document.key}.txt")
        lines = set(_lines(folder, document.entry))
        lines.update(line for entry in document.others for line in _lines(folder, entry) if _is_name(document, line))
        yield amended.lines(document.key, sorted(lines)) if amended else sorted(lines)


def _lines(folder: Path, entry: str) -> list[bytes]:
    return (folder / f"{entry}.nq").read_bytes().splitlines(keepends=True)


def _is_name(document: Document, line: bytes) -> bool:
    """Whether a line says how the document or its file is called."""
    node = address(f"document/{document.key}")
    named = (f"{node} {name('rdfs:label')} ", f"{node[:-1]}/file> {name('kv:fileName')} ")
    return line.startswith(tuple(start.encode() for start in named))


def _together(
    documents: Sequence[Document], folder: Path, zaken: Path | None, lists: Published | None, withdrawn: set[str]
) -> Iterator[list[bytes]]:
    """The imported lists, and the links that only all documents together give.

    `withdrawn` fills while the documents' graphs are made, before this is asked for anything.
    """
    found = listed.listed(zaken) if zaken else listed.Listed()
    yield found.lines
    yield lists.lines if lists else []
    entries: Mapping[str, str] = {document.key: document.entry for document in documents}
    yield from kept_links(folder, entries, found.summaries, withdrawn)
