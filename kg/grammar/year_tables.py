r"""Tables of numbers with a row or a column of years, as text shows them that was made from Word or PDF.

Cells are parted by tabs, bars or wide spaces, by single spaces ("Onderzoek 1,2 0,8 0,4" under "2013 2014 2015"), or
each has a line of its own.  A row whose cells cannot be told apart for certain is not read.

>>> table = find([(0, "Bestemming 2015 2016"), (21, "Veendam en Oost 13,67 2,10"), (48, "Waar dit toe leidt.")])[0]
>>> [(cell.text, cell.years, cell.row) for cell in table.cells]
[('13,67', (2015,), 'Veendam en Oost'), ('2,10', (2016,), 'Veendam en Oost')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

YEAR = r"(?<![\d.,/–-])(?:19|20)\d\d(?![\d/]|[.,]\d|\s?[-–]\s?\d)"
REMARK = r"(?:\s?\*{1,2}|\s?\([^()\n]{1,24}\))?"
AMONG = r"(?:(?:begroting|realisatie|raming|stand|jaar|prognose|budget|ontwerpbegroting|uitgaven|uitputting|verwachting)\s)?"
SINCE = r"(?:\s?e\.?\s?v\.?(?:j\.?)?|\sen\sverder)"
COLUMN = rf"(?:{AMONG}(?P<year>{YEAR})(?P<since>{SINCE})?{REMARK}|(?P<lasting>struc(?:tureel|t?\.)?)|(?P<whole>(?:eind)?totaal|cumulatief|som))(?![^\W\d_])"
PLAIN_COLUMN = re.sub(r"\(\?P<\w+>", "(?:", COLUMN)
HEAD = re.compile(
    rf"(?P<label>[^\n]{{0,80}}?)(?P<columns>(?<![\w.,])(?:{PLAIN_COLUMN}\s{{0,3}}){{2,14}})", re.IGNORECASE
)
ONE_COLUMN = re.compile(COLUMN, re.IGNORECASE)
NUMBER = r"(?:€\s?)?[-–−+]?\s?(?:€\s?)?\d[\d.,]*(?:,-)?(?:\s(?:mln|mld|miljoen|miljard)\b\.?)?"
NOTHING = r"[-–—]|n\.?v\.?t\.?|n\.?n?b\.?|p\.?m\.?|nihil|onbekend|x"
VALUE = re.compile(rf"(?:{NUMBER}|{NOTHING})\*?", re.IGNORECASE)
LAST_VALUES = re.compile(rf"(?<!\S)(?:{NUMBER}|{NOTHING})\*?(?=\s|$)", re.IGNORECASE)
NUMBERED = re.compile(
    r"(?:^|\b(?:artikel|fase|tranche|spoor|lijn|regio|deel|pijler|nr\.?|categorie|groep))\s?\d+$", re.IGNORECASE
)
PARTED = re.compile(r"(?:(?<!\s)\s+)?\|\s*|[ ]{0,2}\t[ ]{0,2}|(?<!\s)\s{2,}")
RULE = re.compile(r"[\s|:=+_–—-]+$")
YEAR_FIRST = re.compile(rf"(?P<year>{YEAR}){REMARK}\s?[:=]?(?:\s|$)", re.IGNORECASE)
MAY_BE = re.compile(rf"{YEAR}{REMARK}[\s|]{{1,9}}{AMONG}{YEAR}|\n\W{{0,4}}{YEAR}{REMARK}\s?[:=|]?\s", re.IGNORECASE)
LONGEST_LABEL = 90  # characters
WIDEST = 14  # columns

Line = tuple[int, str]  # where it begins, and its text


@dataclass(frozen=True, slots=True)
class Cell:
    """A number at `start`-`end` with what stands before its row and above its column, and its years.

    `since`: the first of its years, and all that follow.  `lasting`: every year ("structureel").
    """

    start: int
    end: int
    text: str
    row: str
    column: str
    years: tuple[int, ...] = ()
    since: bool = False
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its first and last character, the words of its head, and the cells that hold a number."""

    start: int
    end: int
    head: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class _Column:
    text: str
    years: tuple[int, ...]
    since: bool = False
    lasting: bool = False
    known: bool = True


Piece = tuple[int, int]  # start and end in the line


def find(lines: Sequence[Line]) -> list[Table]:
    """The tables in these lines, in order."""
    out: list[Table] = []
    at = 0
    while at < len(lines):
        found = _under_years(lines, at) or _own_lines(lines, at) or _years_first(lines, at)
        if found:
            table, at = found
            out.append(table)
        else:
            at += 1
    return out


def _pieces(text: str) -> list[Piece]:
    """The cells of a line that tabs, bars or wide spaces part, empty ones between single signs too."""
    begin = len(text) - len(text.lstrip(" |"))
    end = len(text.rstrip(" |"))
    out: list[Piece] = []
    for parting in PARTED.finditer(text, begin, end):
        out.append((begin, parting.start()))
        begin = parting.end()
    return [*out, (begin, end)]


def _column(printed: str) -> _Column | None:
    found = ONE_COLUMN.fullmatch(printed.strip(" *:"))
    if not found:
        return None
    if found["year"]:
        return _Column(printed, (int(found["year"]),), since=bool(found["since"]))
    return _Column(printed, (), lasting=bool(found["lasting"]))


def _with_totals(columns: Sequence[_Column]) -> tuple[_Column, ...]:
    """Columns, where a total is for all the years beside it."""
    years = tuple(dict.fromkeys(year for column in columns for year in column.years))
    ends = any(column.since or column.lasting for column in columns)
    return tuple(
        _Column(c.text, () if ends else years) if c.known and not (c.years or c.lasting) else c for c in columns
    )


def _head(text: str) -> tuple[str, tuple[_Column, ...]] | None:
    """The words before the columns of a head, and its columns; None where a line is no head."""
    pieces = _pieces(text)
    if len(pieces) > 1:
        read = [_column(text[a:b]) for a, b in pieces]
        first = next((i for i, column in enumerate(read) if column and column.years), None)
        if first is not None and first <= 2:
            label = " ".join(text[a:b] for a, b in pieces[:first])
            rest = [
                c or _Column(text[a:b], (), known=False) for c, (a, b) in zip(read[first:], pieces[first:], strict=True)
            ]
            return label, _with_totals(rest)
    found = HEAD.fullmatch(text.rstrip())
    columns = [_column(m.group()) for m in ONE_COLUMN.finditer(found["columns"])] if found else []
    kept = [column for column in columns if column]
    if not found or len(kept) != len(columns) or sum(bool(c.years) for c in kept) < 2:
        return None
    return found["label"], _with_totals(kept)


def _under_years(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """A table whose first line is a row of years."""
    start, text = lines[at]
    opened = _head(text)
    if not opened:
        return None
    label, columns = opened
    cells: list[Cell] = []
    last, following, above = at, at + 1, ""
    while following < len(lines):
        begin, row = lines[following]
        values = None if RULE.fullmatch(row) else _values(row, len(columns))
        if values:
            words = f"{above} {row[: values[0][0]].strip(' |')}".strip()
            cells += _row(begin, row, values, words, columns)
            last, above = following, ""
        elif not RULE.fullmatch(row) and row.strip():
            if above or len(row) > LONGEST_LABEL or row.rstrip()[-1:] in ".?!":
                break
            above = row.strip(" |\t")
        following += 1
    if last == at:
        return None
    end = lines[last][0] + len(lines[last][1])
    return Table(start, end, label, tuple(cells)), last + 1


def _values(text: str, wanted: int) -> list[Piece] | None:
    """The cells of a row, as many as there are columns; None where they cannot be told apart for certain."""
    pieces = _pieces(text)
    if len(pieces) > 1:
        cells = [(a, b) for a, b in pieces if a < b]
        kept = pieces[-wanted:] if len(pieces) == wanted + 1 else cells[-wanted:]
        first = kept[0][0] if len(kept) == wanted else 0
        if len(cells) - wanted in (0, 1) or len(pieces) == wanted + 1:
            return kept if first and all(a == b or VALUE.fullmatch(text, a, b) for a, b in kept) else None
        return None
    stripped = text.rstrip()
    found = [m.span() for m in LAST_VALUES.finditer(stripped)]
    kept = found[-wanted:]
    if (
        len(kept) < wanted
        or kept[-1][1] != len(stripped)
        or any(text[a:b].strip() for (_, a), (b, _) in pairwise(kept))
    ):
        return None
    label = text[: kept[0][0]].rstrip()
    if len(found) > wanted and found[-wanted - 1][1] == len(label) and not NUMBERED.search(label):
        return None  # one number more than there are columns
    return (
        kept
        if len(label) <= LONGEST_LABEL and not (label and label[-1].isdecimal() and not NUMBERED.search(label))
        else None
    )


def _row(begin: int, text: str, values: Sequence[Piece], label: str, columns: Sequence[_Column]) -> Iterator[Cell]:
    for (start, end), column in zip(values, columns, strict=True):
        if any(c.isdecimal() for c in text[start:end]) and column.known:
            printed = text[start:end].rstrip("* ")
            yield Cell(
                begin + start,
                begin + start + len(printed),
                printed,
                label,
                column.text,
                column.years,
                since=column.since,
                lasting=column.lasting,
            )


def _own_lines(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """A table each of whose cells has a line of its own: years, and then words with as many numbers, time and again."""
    columns: list[_Column] = []
    after = at
    while (
        after < len(lines)
        and len(columns) < WIDEST
        and (not lines[after][1].strip() or (c := _column(lines[after][1])))
    ):
        columns += [c] if lines[after][1].strip() and c else []
        after += 1
    if sum(bool(column.years) for column in columns) < 2:
        return None
    head, wanted = _with_totals(columns), len(columns)
    kept = [line for line in lines[after:] if line[1].strip()]
    cells: list[Cell] = []
    end, used = 0, 0
    while used + wanted < len(kept):
        label, numbers = kept[used][1].strip(), kept[used + 1 : used + 1 + wanted]
        if (
            VALUE.fullmatch(label)
            or len(label) > LONGEST_LABEL
            or not all(VALUE.fullmatch(n.strip()) for _, n in numbers)
        ):
            break
        for (begin, text), column in zip(numbers, head, strict=True):
            left = len(text) - len(text.lstrip())
            cells += _row(begin, text, [(left, len(text.rstrip()))], label, [column])
        used += 1 + wanted
        end = numbers[-1][0] + len(numbers[-1][1])
    if not cells:
        return None
    label = lines[at - 1][1] if at else ""
    return Table(lines[at][0], end, label, tuple(cells)), next(
        (i for i in range(after, len(lines)) if lines[i][0] >= end), len(lines)
    )


def _years_first(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """A table with a year at the beginning of each row: two rows and more with as many numbers each."""
    rows: list[tuple[Line, int, list[Piece]]] = []
    following = at
    while following < len(lines):
        line = lines[following]
        read = None if RULE.fullmatch(line[1]) else _after_year(line[1])
        if not read and (line[1].strip() and not RULE.fullmatch(line[1])):
            break
        if read:
            if rows and len(rows[0][2]) != len(read[1]):
                break
            rows.append((line, *read))
        following += 1
    years = [year for _, year, _ in rows]
    if len(rows) < 2 or not (years == sorted(set(years)) or years == sorted(set(years), reverse=True)):
        return None
    head = lines[at - 1][1] if at and len(lines[at - 1][1]) <= 2 * LONGEST_LABEL else ""
    names = _names(head, len(rows[0][2]))
    cells: list[Cell] = []
    for (begin, text), year, values in rows:
        columns = [_Column(name, (year,)) for name in names]
        cells += _row(begin, text, values, "", columns)
    (begin, text), _, _ = rows[-1]
    return Table(rows[0][0][0], begin + len(text), head, tuple(cells)), following


def _after_year(text: str) -> tuple[int, list[Piece]] | None:
    """The year with which a row begins and the numbers after it."""
    begin = len(text) - len(text.lstrip(" |\t•-"))
    found = YEAR_FIRST.match(text, begin)
    if not found:
        return None
    end = len(text.rstrip(" |"))
    pieces = _pieces(text)
    if len(pieces) > 1:
        values = [(a, b) for a, b in pieces[1:] if a < b]
        read = all(VALUE.fullmatch(text, a, b) for a, b in values)
    else:
        values = [m.span() for m in LAST_VALUES.finditer(text, found.end(), end)]
        read = not re.search(r"\S", _between(text, found.end(), end, values))
    return (int(found["year"]), values) if values and read else None


def _between(text: str, start: int, end: int, values: Sequence[Piece]) -> str:
    edges = [start, *(edge for value in values for edge in value), end]
    return "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))


def _names(head: str, wanted: int) -> list[str]:
    """What stands above each column after that of the years; nothing where the head is not parted into cells."""
    pieces = [(a, b) for a, b in _pieces(head) if a < b]
    if len(pieces) == wanted + 1 and len(pieces) > 1:
        return [head[a:b] for a, b in pieces[1:]]
    return [""] * wanted
