r"""Tables of numbers with a row or a column of years, as text shows them that was made from Word or PDF.

Cells are parted by tabs, bars or wide spaces, by single spaces ("Onderzoek 1,2 0,8 0,4" under "2013 2014 2015"), or
each has a line of its own.  A row whose cells cannot be told apart for certain is not read.

>>> table = find([(0, "Bestemming 2015 2016"), (21, "Veendam en Oost 13,67 2,10"), (48, "Waar dit toe leidt.")])[0]
>>> [(cell.text, cell.years, cell.row) for cell in table.cells]
[('13,67', (2015,), 'Veendam en Oost'), ('2,10', (2016,), 'Veendam en Oost')]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.grammar.table_cells import (
    LAST_VALUES,
    LONGEST_LABEL,
    RULE,
    VALUE,
    WIDEST,
    Cell,
    Column,
    Line,
    Piece,
    after_year,
    column_of,
    head_of,
    names_in,
    row_cells,
    values_in,
    with_totals,
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its first and last character, the words of its head, and the cells that hold a number."""

    start: int
    end: int
    head: str
    cells: tuple[Cell, ...]


def find(lines: Sequence[Line]) -> list[Table]:
    """The tables in these lines, in order."""
    out: list[Table] = []
    at = 0
    while at < len(lines):
        found = (
            _under_years(lines, at) or _own_lines(lines, at) or _years_first(lines, at) or _years_between(lines, at)
            if lines[at][1].strip()
            else None
        )
        if found:
            table, at = found
            out.append(table)
        else:
            at += 1
    return out


def _under_years(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """A table whose first line is a row of years."""
    start, text = lines[at]
    opened = head_of(text)
    if not opened:
        return None
    label, columns = opened
    cells: list[Cell] = []
    last, following, above = at, at + 1, ""
    while following < len(lines):
        begin, row = lines[following]
        values = None if RULE.fullmatch(row) else values_in(row, len(columns))
        if values:
            words = f"{above} {row[: values[0][0]].strip(' |')}".strip()
            cells += row_cells(begin, row, values, words, columns)
            last, above = following, ""
        elif not RULE.fullmatch(row) and row.strip():
            if above or len(row) > LONGEST_LABEL or row.rstrip()[-1:] in ".?!":
                break
            above = "" if LAST_VALUES.search(row) else row.strip(" |\t")
        following += 1
    if last == at:
        return None
    end = lines[last][0] + len(lines[last][1])
    return Table(start, end, label, tuple(cells)), last + 1


def _own_lines(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """A table each of whose cells has a line of its own: years, and then words with as many numbers, time and again."""
    columns: list[Column] = []
    after = at
    while (
        after < len(lines)
        and len(columns) < WIDEST
        and (not lines[after][1].strip() or (c := column_of(lines[after][1])))
    ):
        columns += [c] if lines[after][1].strip() and c else []
        after += 1
    if sum(bool(column.years) for column in columns) < 2:
        return None
    head, wanted = with_totals(columns), len(columns)
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
            cells += row_cells(begin, text, [(left, len(text.rstrip()))], label, [column])
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
        read = None if RULE.fullmatch(line[1]) else after_year(line[1])
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
    names = names_in(head, len(rows[0][2]))
    cells: list[Cell] = []
    for (begin, text), year, values in rows:
        columns = [Column(name, (year,)) for name in names]
        cells += row_cells(begin, text, values, "", columns)
    (begin, text), _, _ = rows[-1]
    return Table(rows[0][0][0], begin + len(text), head, tuple(cells)), following


def _years_between(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """Years and numbers on lines of their own, in turn: two of each and more."""
    kept = [(i, line) for i, line in enumerate(lines[at : at + 4 * WIDEST], start=at) if line[1].strip()]
    cells: list[Cell] = []
    last = at
    for (_, (_, year)), (place, (begin, text)) in zip(kept[::2], kept[1::2], strict=False):
        column = column_of(year)
        if not column or not column.years or not VALUE.fullmatch(text.strip()) or column_of(text):
            break
        left = len(text) - len(text.lstrip())
        cells += row_cells(begin, text, [(left, len(text.rstrip()))], "", [Column("", column.years)])
        last = place
    if len(cells) < 2:
        return None
    head = next((line[1] for line in reversed(lines[:at]) if line[1].strip()), "")
    return Table(lines[at][0], lines[last][0] + len(lines[last][1]), head[: 2 * LONGEST_LABEL], tuple(cells)), last + 1
