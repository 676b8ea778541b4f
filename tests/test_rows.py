"""Bad documents by number: each has its tests, which name the row ("Row 26") in their docstring."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROWS = {
    1: "a PDF that opens with a password only",
    2: "a PDF whose owner limits what may be done with it",
    3: "files cut off, empty, or not what their name says",
    4: "a PDF of pictures",
    5: "a PDF of which some pages are pictures",
    6: "a file that swells, or takes too long",
    7: "a PDF whose objects hold each other",
    8: "a PDF of thousands of pages",
    9: "text that no reader sees",
    10: "hyphens at line ends, soft hyphens, ligatures",
    11: "columns, headers and footers",
    12: "fonts that do not say their letters",
    13: "archives that swell, are damaged or lead outside",
    14: "Word files with a document type",
    15: "notes, remarks, tracked changes and text boxes of Word",
    16: "formats that are not read",
    17: "XML that reaches for something outside",
    18: "XML whose entities multiply",
    19: "XML too deep, or with too long a text",
    20: "XML with unknown elements",
    21: "HTML that is too deep or never closed",
    22: "HTML with scripts",
    23: "encodings",
    24: "letters that were read in the wrong encoding before",
    25: "NUL, controls, halves of characters, noncharacters",
    26: "signs without width, marks of direction",
    27: "one name in two spellings of Unicode",
    28: "files and lines that are too long",
    29: "texts that make patterns slow",
    30: "odd file names",
    31: "paths that are no files",
    32: "files that change while they are read",
}
_NAMED = re.compile(r"\ARows? (?P<rows>[0-9]+(?:(?:, | and )[0-9]+)*)")


def _named() -> dict[int, list[str]]:
    """The tests that name each row."""
    found: dict[int, list[str]] = {}
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            said = _NAMED.match(ast.get_docstring(node) or "") if isinstance(node, ast.FunctionDef) else None
            for row in re.findall("[0-9]+", said["rows"]) if said else ():
                found.setdefault(int(row), []).append(f"{path.name}::{node.name}")
    return found


@pytest.mark.parametrize("row", ROWS)
def test_every_row_has_tests_that_name_it(row: int) -> None:
    assert _named().get(row), f"no test says 'Row {row}' ({ROWS[row]}) in its docstring"


def test_no_test_names_a_row_that_does_not_exist() -> None:
    assert set(_named()) <= set(ROWS)
