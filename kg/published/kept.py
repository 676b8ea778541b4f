"""Lists of publications in a store: kept whole, and taken into the graph of every later build.

STORE/imports/publications/NAME     each list as it was given; a later import replaces them all
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageProblem
from kg.imported import keep_only
from kg.published import graph
from kg.published.rows import Row, read
from kg.published.sessions import Numbers
from kg.published.verdicts import session_of

FOLDER = "publications"  # under imports/


@dataclass(frozen=True, slots=True)
class Published:
    """The publications of the lists that a store keeps: the lines of their graph, by number and session, by number."""

    lines: list[bytes]
    numbers: Numbers
    documents: dict[str, Row]  # those with an official address, by document number
    publications: dict[str, list[Row]]  # by identifier


def kept(store: Path) -> list[Path]:
    """The lists that a store keeps, by name."""
    folder = store / "imports" / FOLDER
    return sorted(path for path in folder.iterdir() if path.suffix != ".new") if folder.is_dir() else []


def keep(paths: Sequence[Path], store: Path) -> None:
    """Copy lists that were read without problems into the store, in place of earlier ones.

    Raises UsageProblem where two have one name: their rows could not be told apart.
    """
    names = [path.name for path in paths]
    if twice := [name for name in names if names.count(name) > 1]:
        raise UsageProblem(f"{twice[0]}: two lists of this name. Rename one, so that rows can be told apart.")
    keep_only(paths, store / "imports" / FOLDER)


def published(store: Path, own: Iterable[str]) -> Published | None:
    """What the lists of a store have, None where it keeps none; `own` are the publications of documents at hand.

    Raises InputProblem where a list is no longer what it was.
    """
    if not (files := kept(store)):
        return None
    rows, problems = read(files)
    if problems:
        raise problems[0]
    numbers = Numbers(rows, (known for each in own if (known := session_of(each))))
    documents = {row.document: row for row in rows if row.identifier}
    publications: dict[str, list[Row]] = defaultdict(list)
    for row in documents.values():
        publications[row.identifier].append(row)
    return Published(graph.lines(rows, numbers.sessions.values(), files), numbers, documents, publications)
