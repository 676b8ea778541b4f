"""The summaries that a build kept beside each document's graph, read one at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.linking.links import links


def kept_links(
    folder: Path, entries: Mapping[str, str], listed: Iterable[Mapping[str, Any]] = ()
) -> Iterator[list[bytes]]:
    """The lines of `graph/links` for the documents of a build, case by case.

    `folder` holds ENTRY.links, `entries` the ENTRY of each document by its key; `listed` are the summaries of cases
    of the House's own list.
    """

    @lru_cache(maxsize=64)
    def texts(key: str) -> Mapping[str, str]:
        found: Mapping[str, str] = _read(folder / f"{entries[key]}.links")["texts"]
        return found

    def kept() -> Iterator[Mapping[str, Any]]:
        for key in sorted(entries):
            yield _read(folder / f"{entries[key]}.links")
        yield from listed

    return links(kept(), texts)


def _read(path: Path) -> Mapping[str, Any]:
    values: Mapping[str, Any] = json.loads(path.read_bytes())
    return values
