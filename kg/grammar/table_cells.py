"""The lines of a table taken apart: the columns of its head, the cells of a row, the year with which a row begins."""

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
NOTHING = r"[-–—]|n\.?v\.?t\.?|n\.?(?:n\.?)?b\.?|p\.?m\.?|nihil|onbekend|x"
VALUE = re.compile(rf"(?:{NUMBER}|{NOTHING})\*?", re.IGNORECASE)
TIGHT = NUMBER.replace(r"[-–−+]?\s?", "[-–−+]?")  # between spaces alone "– 5" is two cells
LAST_VALUES = re.compile(rf"(?<!\S)(?:{TIGHT}|{NOTHING})\*?(?=\s|$)", re.IGNORECASE)
NUMBERED = re.compile(
    r"(?:^|\b(?:artikel|fase|tranche|spoor|lijn|regio|deel|pijler|nr\.?|categorie|groep))\s?\d+$", re.IGNORECASE
)
PARTED = re.compile(r"(?:(?<!\s)\s+)?\|\s*|[ ]{0,2}\t[ ]{0,2}|(?<!\s)\s{2,}")
RULE = re.compile(r"[\s|:=+_–—-]+$")
YEAR_FIRST = re.compile(rf"(?P<year>{YEAR}){REMARK}\s?[:=]?(?:\s|$)", re.IGNORECASE)
MAY_BE = re.compile(
    rf"(?=[12\n])(?:{YEAR}{REMARK}[\s|]{{1,9}}{AMONG}{YEAR}|\n\W{{0,4}}{YEAR}{REMARK}\s?[:=|]?\s)", re.IGNORECASE
)
LAST_NAME = re.compile(r"\s(?P<name>[^\s()]+\s\([^()]*\))\s*$")  # "Jaar Aantal dijken Bedrag (x € 1.000)"
UNKNOWN = "?"  # what stands above a column whose name cannot be told apart
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
class Column:
    """A column: its head as printed, and the years that it is for; an unknown one is no year and no total."""

    text: str
    years: tuple[int, ...]
    since: bool = False
    lasting: bool = False
    known: bool = True


Piece = tuple[int, int]  # start and end in the line


def _pieces(text: str) -> list[Piece]:
    """The cells of a line that tabs, bars or wide spaces part, empty ones between single signs too."""
    begin = len(text) - len(text.lstrip(" |"))
    end = len(text.rstrip(" |"))
    out: list[Piece] = []
    for parting in PARTED.finditer(text, begin, end):
        out.append((begin, parting.start()))
        begin = parting.end()
    return [*out, (begin, end)]


def column_of(printed: str) -> Column | None:
    """The column that a head names by a year, a total or "structureel"; None for any other."""
    found = ONE_COLUMN.fullmatch(printed.strip(" *:"))
    if not found:
        return None
    if found["year"]:
        return Column(printed, (int(found["year"]),), since=bool(found["since"]))
    return Column(printed, (), lasting=bool(found["lasting"]))


def with_totals(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Columns, where a total is for all the years beside it."""
    years = tuple(dict.fromkeys(year for column in columns for year in column.years))
    ends = any(column.since or column.lasting for column in columns)
    return tuple(
        Column(c.text, () if ends else years) if c.known and not (c.years or c.lasting) else c for c in columns
    )


def head_of(text: str) -> tuple[str, tuple[Column, ...]] | None:
    """The words before the columns of a head, and its columns; None where a line is no head."""
    pieces = _pieces(text)
    if len(pieces) > 1:
        read = [column_of(text[a:b]) for a, b in pieces]
        first = next((i for i, column in enumerate(read) if column and column.years), None)
        if first is not None and first <= 2:
            label = " ".join(text[a:b] for a, b in pieces[:first])
            rest = [
                c or Column(text[a:b], (), known=False) for c, (a, b) in zip(read[first:], pieces[first:], strict=True)
            ]
            return label, with_totals(rest)
    found = HEAD.fullmatch(text.rstrip())
    columns = [column_of(m.group()) for m in ONE_COLUMN.finditer(found["columns"])] if found else []
    kept = [column for column in columns if column]
    if not found or len(kept) != len(columns) or sum(bool(c.years) for c in kept) < 2:
        return None
    return found["label"], with_totals(kept)


def values_in(text: str, wanted: int) -> list[Piece] | None:
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


def row_cells(begin: int, text: str, values: Sequence[Piece], label: str, columns: Sequence[Column]) -> Iterator[Cell]:
    """The cells of a row that hold a number and stand under a known column."""
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


def after_year(text: str) -> tuple[int, list[Piece]] | None:
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


def names_in(head: str, wanted: int) -> list[str]:
    """What stands above each column after that of the years; nothing where the head is not parted into cells."""
    pieces = [(a, b) for a, b in _pieces(head) if a < b]
    if len(pieces) == wanted + 1 and len(pieces) > 1:
        return [head[a:b] for a, b in pieces[1:]]
    last = LAST_NAME.search(head) if wanted > 1 else None
    return [UNKNOWN] * (wanted - 1) + [last["name"]] if last else [""] * wanted
