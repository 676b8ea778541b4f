"""Money in tables: numbers under years that count euros, thousands or millions of them, as the table says.

"(x € 1 miljoen)" may stand in the head, beside a row, above a column, or in the words before or after the table
("De bedragen zijn in miljoenen euro's").  Where nothing says what is counted, no number is money; where a row counts
something else ("aantal", "fte", "%"), its numbers are none either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.extract._amounts.clauses import Clause
from kg.extract._amounts.kinds import Funding, funding
from kg.grammar.dates import YEAR_LENGTH
from kg.grammar.money import find as find_money
from kg.grammar.numbers import SCALES, plain, read_number
from kg.grammar.starts import numbers
from kg.grammar.table_cells import MAY_BE, UNKNOWN, Cell, Line
from kg.grammar.words import folded, holds, needing
from kg.grammar.year_tables import Table, find
from kg.records import Passage, Span

_EURO = r"(?:€|\bEUR\b|\beuro(?:['’]?s)?\b)"
_SIZE = r"(?P<{0}>miljoenen|miljarden|duizenden|miljoen|miljard|duizend|mln|mld|mio|mrd)\b\.?"
_ONE = r"(?P<{0}>1(?:[. ]?000){{0,3}})(?![\d.,]\d|\d)"
UNIT = re.compile(
    rf"""(?<!\d)(?<!\d\s)[x×*]\s?{_EURO}\s?(?:{_ONE.format("n1")}\s?)?(?:{_SIZE.format("s1")})?
    |(?<!\d)(?<!\d\s)[x×*]\s?(?:{_ONE.format("n2")}\s?)?(?:{_SIZE.format("s2")})?\s?{_EURO}
    |{_EURO}\s?(?:[x×*]\s?)(?:{_ONE.format("n3")}\s?)?(?:{_SIZE.format("s3")})?
    |(?<![\d,.])(?<!\d\s)(?:\bin\s|\(|\[|,\s|:\s|^)(?:{_EURO}\s?)?{_SIZE.format("s4")}(?:\s?{_EURO})?(?=\s*(?:$|[\])|;:,.]|\s[A-Z]|\n|\d))
    |\bbedrag(?:en)?\s(?:zijn\s|luiden\s)?(?:afgerond\s)?(?:in|[x×*])\s?(?:{_ONE.format("n5")}\s?)?(?:{_SIZE.format("s5")})?(?=\s*(?:$|[\])|;:,.]|\n))
    |(?:\(in\s|\(|\bbedrag(?:en)?\s(?:zijn\s)?(?:luiden\s)?(?:in\s|x\s)?){_EURO}(?:\s?{_ONE.format("n4")})?(?=\s*[\])\n;,.|]|\s*$)""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
PLURAL = {"miljoenen": "miljoen", "miljarden": "miljard", "duizenden": "duizend"}
SAYS_UNIT = needing(("€", "eur", "bedrag"))
ABROAD = re.compile(r"dollar|\$|pond\b|£|\bUSD\b|\bGBP\b", re.IGNORECASE)
COUNTED = re.compile(
    r"""%|\b(?:aantal(?:len)?\b|percentages?\b|procent|fte|index|personen\b|hectare|ha\b|km\b|kilometer|k?ton\b|stuks\b|leerlingen\b|woningen\b
    |dossiers\b|aanvragen\b(?!\s\()|gezinnen\b|huishoudens\b|uren\b|dagen\b|zaken\b|per\s1\.?000\b|[MGT]Wh?\b|m[23²³]\b|kg\b|inwoners\b)""",
    re.VERBOSE | re.IGNORECASE,
)
LOOK_BACK, LOOK_AHEAD = 320, 120  # characters before and after a table in which it is said what its numbers count
NUMBER = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class TableAmount:
    """An amount in a cell, with where the cell stands in the document."""

    span: Span
    raw: str
    value: Decimal
    said: Clause


@dataclass(frozen=True, slots=True)
class Tables:
    """The stretches of a document that are tables, and the amounts in them."""

    regions: tuple[Span, ...] = ()
    amounts: tuple[TableAmount, ...] = ()

    def blanked(self, passage: Passage) -> str:
        """The text of a passage with blanks in place of tables, so that every word keeps its place."""
        text = passage.text
        for region in self.regions:
            start, end = _offset(passage, region.start), _offset(passage, region.end)
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
        return text


def _offset(passage: Passage, place: int) -> int:
    """Where in a passage's text the character of the document at `place` stands, or the first one after it."""
    for run, following in zip(passage.runs, (*(run.at for run in passage.runs[1:]), len(passage.text)), strict=True):
        if place <= run.origin:
            return run.at
        if place < run.origin + following - run.at:
            return run.at + place - run.origin
    return len(passage.text)


NO_TABLES = Tables()


def in_tables(text: str, passage: Passage) -> Tables:
    """The money in the tables of a passage of the document `text`."""
    if not passage.runs or not holds(folded(passage.text), SAYS_UNIT) or not _has_year(passage.text):
        return NO_TABLES
    pieces = passage.spans()
    whole = Span(pieces[0].start, pieces[-1].end)
    if not MAY_BE.search(text, max(0, whole.start - 1), whole.end):
        return NO_TABLES
    regions: list[Span] = []
    amounts: list[TableAmount] = []
    for table in find(list(_lines(text, pieces))):
        before = text[max(whole.start, table.start - LOOK_BACK) : table.start]
        after = text[table.end : min(whole.end, table.end + LOOK_AHEAD)]
        found = list(_amounts(table, before, after))
        if found:
            regions.append(Span(table.start, table.end))
            amounts += found
    return Tables(tuple(regions), tuple(amounts))


def _has_year(text: str) -> bool:
    """Whether a number stands in a text that may be a year, as one does in every table."""
    return any(end - start == YEAR_LENGTH and text[start] in "12" for start, end in numbers(text))


def _lines(text: str, pieces: Sequence[Span]) -> Iterator[Line]:
    for piece in pieces:
        begin = piece.start
        for line in text[piece.start : piece.end].split("\n"):
            yield begin, line
            begin += len(line) + 1


def _amounts(table: Table, before: str, after: str) -> Iterator[TableAmount]:
    general = unit(table.head) or _last_unit(before) or _opening_unit(after)
    if ABROAD.search(table.head) or ABROAD.search(before[-LOOK_AHEAD:]):
        return
    for cell in table.cells:
        size = _size(cell, table, general)
        value = _value(cell.text, size)
        if value:
            yield TableAmount(Span(cell.start, cell.end), cell.text, value, _said(cell))


def _size(cell: Cell, table: Table, general: Decimal | None) -> Decimal | None:
    """How many euros one of the numbers of a cell is; None where they are no money."""
    for words in (cell.row, cell.column):
        if (own := unit(words)) is not None:
            return own
        if COUNTED.search(words):
            return None
    if cell.column == UNKNOWN:
        return None
    unparted = not (cell.row or cell.column)
    return None if unparted and COUNTED.search(table.head) else general


def unit(words: str) -> Decimal | None:
    """How many euros are counted as one, by the words at a table.

    >>> [str(unit(words)) for words in ("Uitgaven (x € 1.000)", "in mln. euro", "bedragen in €", "Budget (€ miljoen)", "Jaar")]
    ['1000', '1000000', '1', '1000000', 'None']
    """
    return read_unit(found) if (found := UNIT.search(words)) else None


def _last_unit(words: str) -> Decimal | None:
    found = [m for m in UNIT.finditer(words) if read_unit(m) is not None]
    return read_unit(found[-1]) if found else None


def _opening_unit(words: str) -> Decimal | None:
    """The unit in a line under the table that says nothing else: "Bedragen x € 1 mln."."""
    line = words.lstrip(" \n*()").split("\n", 1)[0]
    return unit(line) if re.match(r"(?:alle\s)?bedragen\b|x\s?€", line, re.IGNORECASE) else None


def read_unit(found: re.Match[str]) -> Decimal | None:
    """How many euros the words of a unit count as one; None where they count no euros."""
    groups = {name: printed for name, printed in found.groupdict().items() if printed}
    number = next((printed for name, printed in groups.items() if name[0] == "n"), None)
    scale = next((printed.lower() for name, printed in groups.items() if name[0] == "s"), None)
    if not re.search(_EURO + "|bedrag", found.group(), re.IGNORECASE):
        return None  # "in miljoenen": of what
    if "€" not in found.group() and "eur" not in found.group().lower() and not (scale or number):
        return None
    if not scale and not number and "x" in found.group().lower():
        return None
    size = Decimal(re.sub(r"\D", "", number)) if number else Decimal(1)
    return size * (SCALES[PLURAL.get(scale, scale)] if scale else 1)


def _value(printed: str, size: Decimal | None) -> Decimal | None:
    """The euros in a cell: the number times the size of the table, unless the cell says itself what it counts."""
    own = next(find_money(printed), None)
    if own and re.search(r"[a-z]", printed.replace("EUR", ""), re.IGNORECASE):
        return own.value
    number = NUMBER.search(printed)
    read = read_number(number.group().rstrip(".,")) if number and size else None
    if number is None or read is None or size is None:
        return own.value if own and size is None else None
    sign = -1 if re.match(r"\W*[-–−]\s?[€\d]", printed[: number.end()]) else 1
    return plain(sign * read * size)


def _said(cell: Cell) -> Clause:
    kind: Funding | None = "structural" if cell.lasting or cell.since else funding("", cell.row)
    if cell.since:
        return Clause(funding=kind, from_year=cell.years[0])
    return Clause(years=cell.years, funding=kind)
