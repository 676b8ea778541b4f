"""The rows of the reference files, typed.  Dates are half-open: `until` is the first day that is no longer meant."""

from __future__ import annotations

import csv
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from kg.errors import InputProblem

TERMS = "bewindspersonen_2010-2026.csv"
MEMBERS = "tk_members_2010-2023.csv"
PERSONS = "persons_ids_to_2019.csv"
PARTIES = "parties_to_2019.csv"
MINISTRIES = "ministries_tooi_since_2010.csv"
CASES = "zaken_2007-2024.csv.gz"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office, as one row of the list of ministers and state secretaries states it."""

    cabinet: str
    kind: str
    title: str
    initials: str
    first_name: str
    surname: str
    party: str
    start: date
    end: date | None
    note: str


@dataclass(frozen=True, slots=True)
class Seat:
    """A period in the House for one group, as one row of the list of members states it (`last` day included)."""

    member: str
    surname: str
    first_names: str
    group: str
    start: date
    last: date | None
    note: str


@dataclass(frozen=True, slots=True)
class Identity:
    """A person with the numbers that others gave them."""

    forename: str
    initials: str
    prefix: str
    surname: str
    house: str
    wikidata: str
    parlement: str


@dataclass(frozen=True, slots=True)
class Attested:
    """A name in the House's list of cases, with the days on which it asked or was asked."""

    name: str
    asked: tuple[date, ...]
    addressed: tuple[date, ...]


def rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    """The rows of a reference file, plain or gzipped.  Raises InputProblem where the file is missing."""
    path = folder / name
    if not path.is_file():
        raise InputProblem("reference-missing", str(path), "no such file", "Name the folder that holds the CSV files.")
    open_text = gzip.open if path.suffix == ".gz" else open
    with open_text(path, "rt", encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


def day(text: str) -> date | None:
    """A date, or None for an empty cell."""
    return date.fromisoformat(text) if text else None


def terms(folder: Path) -> list[Term]:
    """The terms of office, in the order of the file."""
    return [
        Term(
            row["cabinet"],
            row["kind"],
            row["title"],
            row["initials"],
            row["first_name"],
            row["surname"],
            row["party"],
            date.fromisoformat(row["from"]),
            day(row["until"]),
            row["note"],
        )
        for row in rows(folder, TERMS)
    ]


def seats(folder: Path) -> list[Seat]:
    """The periods of the members, in the order of the file."""
    return [
        Seat(
            row["persoon_id"],
            row["surname"],
            row["first_names"],
            row["fractie"],
            date.fromisoformat(row["from"]),
            day(row["until"]),
            row["opmerking"],
        )
        for row in rows(folder, MEMBERS)
    ]


def identities(folder: Path) -> list[Identity]:
    """The persons with numbers; a Tweede Kamer number that stands at two of them is left out at both."""
    found = list(rows(folder, PERSONS))
    uses: dict[str, int] = defaultdict(int)
    for row in found:
        uses[row["tk_id"]] += 1
    return [
        Identity(
            row["forename"],
            row["initials"],
            row["surname_prefix"],
            row["surname"],
            row["tk_id"] if uses[row["tk_id"]] == 1 else "",
            row["wikidata_id"],
            row["parlement_id"],
        )
        for row in found
    ]


def attested(folder: Path) -> list[Attested]:
    """The names in the list of cases, sorted, with the days they occur on."""
    asked: dict[str, list[date]] = defaultdict(list)
    addressed: dict[str, list[date]] = defaultdict(list)
    for row in rows(folder, CASES):
        on = date.fromisoformat(row["GestartOp"][:10])
        for name in people(row["Indiener"]) + people(row["Medeindiener"]):
            asked[name].append(on)
        for name in people(row["Gericht aan"]):
            addressed[name].append(on)
    return [
        Attested(name, tuple(sorted(asked.get(name, []))), tuple(sorted(addressed.get(name, []))))
        for name in sorted(asked.keys() | addressed.keys())
    ]


def people(cell: str) -> list[str]:
    """The names in a cell of the list of cases, which joins them with a comma and a space."""
    return [name for name in cell.split(", ") if name]


def gold_sources(folder: Path) -> Iterator[tuple[str, str, str | None, str | None]]:
    """(document, type, publisher, address) of every source in the annotation that lies beside the reference."""
    for path in sorted((folder.parent / "gold").glob("*.json")):
        for source in json.loads(path.read_text(encoding="utf-8"))["sources"]:
            yield path.stem, source["type"], source["publisher"], source["url"]


def gold_parties(folder: Path) -> dict[str, str]:
    """Every party name printed beside an asker in the annotation, with the first document that has it."""
    seen: dict[str, str] = {}
    for path in sorted((folder.parent / "gold").glob("*.json")):
        for asker in json.loads(path.read_text(encoding="utf-8"))["askers"]:
            if asker["party"]:
                seen.setdefault(asker["party"], path.stem)
    return seen


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """(source, words) of the subject of every case, and of every text document that lies beside the reference."""
    for row in rows(folder, CASES):
        yield f"reference/{CASES}: {row['Nummer']}", row["Onderwerp"]
    for path in sorted((folder.parent / "corpus" / "text").glob("*.txt")):
        yield f"corpus/text/{path.stem}", " ".join(path.read_text(encoding="utf-8").split())
