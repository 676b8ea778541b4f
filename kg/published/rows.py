"""Lists of publications, read behind one checked boundary: a row is understood whole, or it is refused in one line.

    date,document_number,url
    2029-03-14,2029D00417,https://zoek.officielebekendmakingen.nl/ah-tk-20282029-512
    2029-03-15,2029D00418,

The address may be missing; then the number of the House is all that is known of a publication.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kg.errors import InputProblem
from kg.imported import missing_list

CODE = "E-PUBLICATIONS"
HEADER = ("date", "document_number", "url")
LARGEST = 200_000_000  # bytes of one list, unpacked
ADVICE = "Put the row right, or leave it out."
LIST = "Give lists with the columns date,document_number,url as FILE.csv or FILE.csv.gz."
NUMBER = re.compile(r"(?:19|20|21)[0-9]{2}D[0-9]{5}")
URL = re.compile(
    r"""https://zoek\.officielebekendmakingen\.nl/
    (?P<id> ah-tk-(?P<first>[0-9]{4})(?P<last>[0-9]{4})-(?P<number>[1-9][0-9]{0,4})
      | kv-tk-(?:19|20|21)[0-9]{2}Z[0-9]{5}
      | kv-[0-9]{10} )""",
    re.VERBOSE,
)
ANSWER, QUESTIONS = "answer", "questions"


@dataclass(frozen=True, slots=True)
class Row:
    """A publication as one row of a list has it; `row` counts from 2, as a spreadsheet shows it.

    `identifier` is that of the official publication ("ah-tk-20282029-512"), `session` ("2028-2029") and `serial` its
    number in the Aanhangsel; "" and 0 where the row has none.  `kind` is "questions", "answer" or "".
    """

    file: str
    row: int
    day: date
    document: str
    identifier: str
    kind: str
    session: str = ""
    serial: int = 0

    @property
    def source(self) -> str:
        """File and row, as provenance."""
        return f"{self.file}, rij {self.row}"


def read(
    paths: Sequence[Path], progress: Callable[[int, int], None] | None = None
) -> tuple[list[Row], list[InputProblem]]:
    """The rows of the lists in order, and what is wrong: a problem for each bad row, or one for a whole file."""
    rows: list[Row] = []
    problems: list[InputProblem] = []
    seen: dict[str, Row] = {}
    for done, path in enumerate(paths, 1):
        try:
            found, bad = _read(path, seen)
        except InputProblem as problem:
            found, bad = [], [problem]
        rows += found
        problems += bad
        if progress:
            progress(done, len(paths))
    return rows, problems


def _read(path: Path, seen: dict[str, Row]) -> tuple[list[Row], list[InputProblem]]:
    """The rows of one list, and a problem for each bad row; `seen` has those of all lists by document number.

    Raises InputProblem where it is no such list.
    """
    rows, problems, cells = [], [], list(_cells(path))
    for number, each in enumerate(cells, 2):
        row = _row(path, number, each, seen)
        if isinstance(row, Row):
            seen[row.document] = row
            rows.append(row)
        else:
            problems.append(InputProblem(CODE, f"{path}, row {number}", row, ADVICE))
    if not cells:
        raise InputProblem(CODE, str(path), "there is no publication in it", LIST)
    return _of_one_kind(rows), problems


def _cells(path: Path) -> Iterator[list[str]]:
    """The rows of a list without its head.  Raises InputProblem where it is no such list."""
    try:
        lines = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
        head = next(lines, [])
        if missing := [name for name in HEADER if name not in head]:
            raise InputProblem(CODE, str(path), f"no column {missing[0]!r}", LIST)
        places = [head.index(name) for name in HEADER]
        for row in lines:
            yield [row[place] for place in places] if len(row) == len(head) else row
    except (OSError, EOFError, UnicodeDecodeError, csv.Error, zlib.error) as problem:
        raise InputProblem(CODE, str(path), f"it cannot be read ({problem})", LIST) from problem


def _text(path: Path) -> str:
    """The text of a list, plain or packed, no more of it than LARGEST."""
    if not path.exists():
        raise missing_list(CODE, path, LIST)
    if not path.name.endswith((".csv", ".csv.gz")):
        raise InputProblem(CODE, str(path), "no list of publications (.csv, .csv.gz)", LIST)
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
        data = lines.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise InputProblem(CODE, str(path), f"it is larger than {LARGEST // 1_000_000} MB", "Split the list.")
    return data.decode("utf-8-sig")


def _row(path: Path, number: int, cells: list[str], seen: dict[str, Row]) -> Row | str:
    """A row, or what is wrong with it."""
    if len(cells) != len(HEADER):
        return f"{len(cells)} cells where the head has another number"
    day, document, url = (cell.strip() for cell in cells)
    made, found = _day(day), URL.fullmatch(url)
    if not NUMBER.fullmatch(document):
        wrong = f"{document[:40]!r} is no document number such as 2009D22002"
    elif document in seen:
        wrong = f"{document} stands in {seen[document].file}, row {seen[document].row} already"
    elif made is None:
        wrong = f"{day[:40]!r} is no day such as 2009-05-14"
    elif url and (found is None or (found["first"] and int(found["last"]) != int(found["first"]) + 1)):
        wrong = f"{url[:80]!r} is no address of a publication of questions or of the Aanhangsel"
    else:
        return _published(Row(path.name, number, made, document, "", ""), found)
    return wrong


def _published(row: Row, found: re.Match[str] | None) -> Row:
    """A row with what its address says."""
    if found is None:
        return row
    if found["number"]:
        session = f"{found['first']}-{found['last']}"
        return replace(row, identifier=found["id"], kind=ANSWER, session=session, serial=int(found["number"]))
    return replace(row, identifier=found["id"], kind=QUESTIONS)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == len("2009-05-14") else None
    except ValueError:
        return None


def _of_one_kind(rows: list[Row]) -> list[Row]:
    """The rows of a list; where all that have an address are of one kind, so are those without."""
    kinds = {row.kind for row in rows if row.identifier}
    if len(kinds) != 1:
        return rows
    kind = kinds.pop()
    return [row if row.kind else replace(row, kind=kind) for row in rows]
