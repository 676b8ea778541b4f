"""All graphs of a build as one N-Quads file, in a fixed order: what was kept of each document, and what all give."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from kg import dataset, listed
from kg.linking import kept_links
from kg.published import Amended, Published, published
from kg.work import Outcome


def write(
    shard: Path, texts: Path, folder: Path, outcomes: Sequence[Outcome], imports: Path
) -> tuple[hashlib._Hash, int, int]:
    """Write all graphs to `shard` and the texts to `texts`; the digest, the number of documents and of quads.

    `folder` is the cache of the documents, `imports` the store that keeps the lists of others.
    """
    texts.mkdir()
    good = sorted((each for each in outcomes if each.is_document), key=lambda each: each.key)
    documents = {outcome.key: outcome.entry for outcome in good}
    own = {outcome.publication for outcome in good if outcome.publication}
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


def _read(documents: Mapping[str, str], texts: Path, folder: Path, amended: Amended | None) -> Iterator[list[bytes]]:
    """The lines of each document's graph; its text is copied."""
    for key, entry in documents.items():
        shutil.copyfile(folder / f"{entry}.txt", texts / f"{key}.txt")
        lines = sorted(set((folder / f"{entry}.nq").read_bytes().splitlines(keepends=True)))
        yield amended.lines(key, lines) if amended else lines


def _together(
    documents: Mapping[str, str], folder: Path, zaken: Path | None, lists: Published | None, withdrawn: set[str]
) -> Iterator[list[bytes]]:
    """The imported lists, and the links that only all documents together give.

    `withdrawn` fills while the documents' graphs are made, before this is asked for anything.
    """
    found = listed.listed(zaken) if zaken else listed.Listed()
    yield found.lines
    yield lists.lines if lists else []
    yield from kept_links(folder, documents, found.summaries, withdrawn)
