"""Money in a row of years within a sentence: "in miljoenen euro: 2031: 10, 2032: 20 en 2033: 30".

The unit stands before the row ("(x € 1 mln.)", "in euro's"), right after it, or after its last number ("in 2031 10, in
2032 20 en in 2033 30 miljoen euro").  Where nothing says what is counted, no number is money.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from kg.extract._amounts.clauses import Clause
from kg.extract._amounts.kinds import funding
from kg.extract._amounts.tables import ABROAD, COUNTED, SAYS_UNIT, UNIT, read_unit
from kg.grammar.dates import YEAR_LENGTH
from kg.grammar.numbers import SCALES, plain, read_number
from kg.grammar.starts import numbers
from kg.grammar.words import folded, holds

_YEAR = r"(?P<since>vanaf\s)?(?P<year>(?:19|20)\d\d)(?![\d/])(?P<on>\s?(?:e\.\s?v\.?|en\s(?:verder|later)))?"
_NUMBER = r"(?:€\s?)?(?P<number>[-−]?(?:\d{1,3}(?:\.\d{3}){1,3}|(?!(?:19|20)\d\d(?!\d))\d{1,6})(?:,\d{1,3})?)(?![\d%]|[.,]\d|\s?(?:%|procent))"
YEAR_FIRST = re.compile(rf"(?<![\d/.,])(?:(?:in|voor|over)\s)?{_YEAR}\s?[:=]?\s?(?<=[\s:=]){_NUMBER}", re.IGNORECASE)
NUMBER_FIRST = re.compile(
    rf"(?<![\d/.,]){_NUMBER}\s(?:\((?:in\s)?|in\s|voor\s|over\s|(?=vanaf\s)){_YEAR}\)?", re.IGNORECASE
)
BETWEEN = re.compile(r"\s?[,;/]\s?(?:en\s)?|\s(?:en|tot)\s", re.IGNORECASE)
SCALED = re.compile(r"\s?(?P<scale>miljoen|miljard|mln|mld)\b\.?(?P<euro>\s?euro\b)?", re.IGNORECASE)
CLOSED = re.compile(
    r"\s*(?:[.,;:()\]]|$|(?:en|zijn|is|was|waren|beschikbaar|begroot|gereserveerd|geraamd|uitgegeven)\b)"
)
SENTENCE = re.compile(r"[.?!]\s+(?=[A-Z])")
LOOK_BACK, LOOK_AHEAD = 160, 60  # characters before and after a row in which its unit stands
BESIDE = 5  # characters between a row and the unit after it
PAIRED = 20  # characters between a year and its number
LONGEST = 40  # members of a row


@dataclass(frozen=True, slots=True)
class Member:
    """A number of a row, at `text[start:end]`, as euros of its year; `pair`: where the two of them stand."""

    start: int
    end: int
    pair: tuple[int, int]
    value: Decimal
    said: Clause


def series(text: str) -> list[Member]:
    """The money in rows of years: two years and more, each with a number of its own.

    >>> [(str(m.value), m.said.years) for m in series("De lasten zijn (in mln. euro): 2031: 10 en 2032: 12,5.")]
    [('10000000', (2031,)), ('12500000', (2032,))]
    """
    if not holds(folded(text), SAYS_UNIT) or not _has_pairs(text):
        return []
    out: list[Member] = []
    for form in (YEAR_FIRST, NUMBER_FIRST):
        taken = out[-1].pair[1] if out else 0
        out += [member for row in _rows(form, text) if row[0].start() >= taken for member in _members(text, row)]
    return out


def _has_pairs(text: str) -> bool:
    """Whether two years stand in a text with another number near each, as they do in every row."""
    runs = numbers(text)
    years = [i for i, (start, end) in enumerate(runs) if end - start == YEAR_LENGTH and text[start] in "12"]
    if len(years) < 2:
        return False
    gaps = [following[0] - run[1] for run, following in pairwise(runs)]
    near = [i for i in years if min(gaps[max(0, i - 1) : i + 1]) <= PAIRED]
    return len(near) > 1


def _rows(form: re.Pattern[str], text: str) -> Iterator[list[re.Match[str]]]:
    """The longest rows of pairs that only a comma, a semicolon or "en" stands between, with years that follow."""
    row: list[re.Match[str]] = []
    for found in form.finditer(text):
        if row and not (BETWEEN.fullmatch(text, row[-1].end(), found.start()) and len(row) < LONGEST):
            yield from _following(row)
            row = []
        row.append(found)
    yield from _following(row)


def _following(row: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    years = [int(found["year"]) for found in row]
    steps = {later - earlier for earlier, later in pairwise(years)}
    if len(row) > 1 and (all(step > 0 for step in steps) or all(step < 0 for step in steps)):
        yield row


def _members(text: str, row: list[re.Match[str]]) -> Iterator[Member]:
    size = _size(text, row)
    if size is None:
        return
    begin = row[0].start()
    before = text[max(0, begin - LOOK_BACK) : begin]
    kind = funding("", SENTENCE.split(before)[-1])
    for found in row:
        read = read_number(found["number"].lstrip("-−"))
        if read is None:
            return
        value = read * size * (-1 if found["number"][0] in "-−" else 1)
        year = int(found["year"])
        lasting = bool(found["since"] or found["on"])
        said = Clause(funding="structural", from_year=year) if lasting else Clause((year,), kind)
        yield Member(*found.span("number"), found.span(), plain(value), said)


def _size(text: str, row: list[re.Match[str]]) -> Decimal | None:
    """How many euros one of the numbers of a row is; None where they are no money."""
    begin, end = row[0].start(), row[-1].end()
    after = SCALED.match(text, end)
    if after:
        named = after["euro"] or "€" in row[0].group()
        return SCALES[after["scale"].lower()] if named else None
    if not CLOSED.match(text, end) and not UNIT.match(text, end + 1):
        return None
    before = text[max(0, begin - LOOK_BACK) : begin]
    units = [found for found in UNIT.finditer(before + " ") if read_unit(found) is not None]
    if units:
        since = before[units[-1].end() :]
        return None if COUNTED.search(since) or ABROAD.search(before) else read_unit(units[-1])
    behind = UNIT.search(text, end, end + LOOK_AHEAD)
    return read_unit(behind) if behind and behind.start() - end < BESIDE else None
