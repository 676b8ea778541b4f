"""The summaries that a build kept beside each document's graph, read one at a time."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.linking.links import links
from kg.terms import address


def kept_links(
    folder: Path,
    entries: Mapping[str, str],
    listed: Iterable[Mapping[str, Any]] = (),
    withdrawn: Container[str] = frozenset(),
) -> Iterator[list[bytes]]:
    """The lines of `graph/links` for the documents of a build, case by case.

    `folder` holds ENTRY.links, `entries` the ENTRY of each document by its key; `listed` are the summaries of cases
    of the House's own list; `withdrawn` the citations that, as another list shows, lead to no paper.
    """

    @lru_cache(maxsize=64)
    def texts(key: str) -> Mapping[str, str]:
        found: Mapping[str, str] = _read(folder / f"{entries[key]}.links")["texts"]
        return found

    def kept() -> Iterator[Mapping[str, Any]]:
        for key in sorted(entries):
            yield _without(_read(folder / f"{entries[key]}.links"), withdrawn)
        yield from listed

    return links(kept(), texts)


def _without(values: Mapping[str, Any], withdrawn: Container[str]) -> Mapping[str, Any]:
    """A summary without the citations that were withdrawn."""
    cited = [each for each in values["cited"] if address(f"document/{values['key']}/{each['node']}") not in withdrawn]
    return values if len(cited) == len(values["cited"]) else {**values, "cited": cited}


def _read(path: Path) -> Mapping[str, Any]:
    values: Mapping[str, Any] = json.loads(path.read_bytes())
    return values
