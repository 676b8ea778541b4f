"""Tables of HTML: those that hold figures, and those that only lay out a page, as mail and old pages do."""

from __future__ import annotations

from kg.read._flow import Element
from kg.read._xml import words

Row = list[Element]

_BLOCKS = frozenset(("p", "div", "li", "table", "pre", "h1", "h2", "h3", "h4", "h5", "h6"))


def rows(table: Element) -> list[Row]:
    """The cells of a table, row by row, without those of tables inside it."""
    own = (row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table)
    return [[cell for cell in row if cell.tag in ("td", "th")] for row in own]


def lays_out(found: list[Row]) -> bool:
    """Whether a table only lays out a page: it has one column, or a cell that holds several paragraphs or a table."""
    return max(map(len, found), default=0) < 2 or any(_is_page(cell) for row in found for cell in row)


def _is_page(cell: Element) -> bool:
    inside = [item for item in cell.iterdescendants() if item.tag in _BLOCKS and words(item)]
    holding = {id(parent) for item in inside for parent in item.iterancestors()}
    return any(item.tag == "table" for item in inside) or sum(id(item) not in holding for item in inside) > 1
