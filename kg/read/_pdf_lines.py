"""Fragments of a page to printed lines, and lines to what they are: the letter, its notes, what stands round it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from kg.read._pdf_fragments import Fragment, Sheet

_WIDE = 2.0  # letter heights; so far words of a justified line may be apart
_SMALL = 0.8  # of the size of the line: a mark that stands by itself
_NOTE = 0.95  # of the size of the letter: notes are printed smaller
_LARGER = 1.25  # times the size of the line: a number or title beside it
_TOP, _BOTTOM = 0.9, 0.12  # parts of the height beyond which headers and footers stand
_MARK = re.compile(r"\[?(?P<label>[0-9ivx*]{1,4})[])]?")
_LEADING = re.compile(r"\A\[?(?P<label>[0-9]{1,3})(?P<gap>[].)]?[ \t]+|(?=[A-Z(«“‘]|https?:|www\.))")
_LABEL = re.compile(r"(?:Datum|(?:Ons|Uw)\s(?:kenmerk|brief)|(?:Onze|Uw)\sreferentie|Contactpersoon|Postbus\s[0-9])\b")
_FOOTER = re.compile(
    r"""
    \A (?:
      (?: pagina \s* )? [0-9]{1,4} (?: \s* (?: van | / | - ) \s* [0-9]{1,4} )?   # Pagina 3 van 6
    | .{0,4} pagina \s* [0-9]{1,4} \s* van .{0,8}
    | issn \s .{0,60}
    | .{0,3}s-gravenhage \s [0-9]{4} .{0,20}
    | (?: ah | kv | kst | h | hw ) - [a-z0-9-]{4,30}
    | tweede \s kamer , \s vergaderjaar .{0,80}
    ) \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its fragments from left to right."""

    y: float
    size: float
    fragments: tuple[Fragment, ...]


@dataclass(slots=True)
class Note:
    """A note at the foot of a page; without label it goes on from the page before."""

    label: str
    printed: str
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Page:
    """A page taken apart."""

    number: int
    lines: list[Line] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    furniture: list[Line] = field(default_factory=list)


def pages(sheets: list[Sheet]) -> list[Page]:
    """All pages of a document, taken apart together: what repeats is told by comparing them."""
    size = letter_size(sheets)
    edge, left = _right_edge(sheets, size), _left_edge(sheets, size)
    repeated = _repeated(sheets)
    found: list[Page] = []
    last = 0
    for sheet in sheets:
        inside, outside = _parted(sheet, _beside(sheet, size, edge, left), repeated)
        page = Page(sheet.number, lines(inside, sheet.width), furniture=lines(outside, sheet.width))
        last = _take_notes(page, size, last)
        found.append(page)
    for page in found[:1]:
        while page.lines and _is_number(page.lines[0]):
            page.furniture.append(page.lines.pop(0))  # no document begins with a number, many letterheads do
    return found


def _parted(
    sheet: Sheet, beside: list[Fragment], repeated: set[tuple[str, int]]
) -> tuple[list[Fragment], list[Fragment]]:
    """What belongs to the letter, and what stands round it: beside it, or all along the top or the bottom edge."""
    outside, aside = list(beside), set(map(id, beside))
    column = [item for item in sheet.fragments if id(item) not in aside]
    top = sorted((item for item in column if item.y > _TOP * sheet.height), key=lambda item: -item.y)
    bottom = sorted((item for item in column if item.y < _BOTTOM * sheet.height), key=lambda item: item.y)
    for margin in (top, bottom):
        for item in margin:
            if not _is_header(item, repeated) or any(_is_above(item, host) for host in column):
                break
            outside.append(item)
    gone = set(map(id, outside))
    return [item for item in column if id(item) not in gone], [item for item in sheet.fragments if id(item) in gone]


def _is_number(line: Line) -> bool:
    return len(line.fragments) == 1 and line.fragments[0].text.isdecimal()


def letter_size(sheets: list[Sheet]) -> float:
    """The size that most characters are printed in."""
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for item in sheet.fragments:
            sizes[round(item.size, 1)] += len(item.text)
    return max(sizes.items(), key=lambda item: (item[1], item[0]))[0] if sizes else 0.0


def lines(fragments: list[Fragment], width: float) -> list[Line]:
    """Fragments on one base line are a line, with the marks above it; from top to bottom where there is one column."""
    marks = [item for item in fragments if _MARK.fullmatch(item.text)]
    rows: list[list[Fragment]] = []
    hosts = [item for item in fragments if not _MARK.fullmatch(item.text)]
    if not _two_columns(hosts, width):
        hosts.sort(key=lambda item: (-item.y, item.x0))
    for item in hosts:
        if rows and _same_line(rows[-1], item):
            rows[-1].append(item)
        else:
            rows.append([item])
    for mark in marks:
        _hang(mark, rows)
    return [Line(row[0].y, max(item.size for item in row), tuple(sorted(row, key=lambda it: it.x0))) for row in rows]


def _same_line(row: list[Fragment], item: Fragment) -> bool:
    low, high = sorted((row[0].size, item.size))
    near = 0.4 if high >= _LARGER * low else 0.25  # a large number beside a line may hang from its top
    return abs(row[0].y - item.y) <= near * high and all(
        item.x0 >= other.x1 - 1 or item.x1 <= other.x0 + 1 for other in row
    )


def _two_columns(fragments: list[Fragment], width: float) -> bool:
    """Whether the page is set in two columns, which the file gives one after the other."""
    middle = width / 2
    left = sum(1 for item in fragments if item.x1 <= middle + 5)
    right = sum(1 for item in fragments if item.x0 >= middle - 5)
    crossing = len(fragments) - left - right
    return left >= 15 and right >= 15 and crossing * 10 < len(fragments)


def _hang(mark: Fragment, rows: list[list[Fragment]]) -> None:
    """Put a mark that stands by itself in the line it belongs to; a number that is no mark is a line of its own."""
    for row in rows:
        if any(_is_above(mark, item) for item in row):
            row.append(replace(mark, raised=((0, len(mark.text)),)))
            return
        large = mark.size >= _LARGER * row[0].size  # the number of a publication, beside its heading
        if abs(mark.y - row[0].y) <= 0.1 * row[0].size or (large and _same_line(row, mark)):
            row.append(mark)
            return
    place = next((at for at, row in enumerate(rows) if row[0].y < mark.y), len(rows))
    rows.insert(place, [mark])


def _is_above(mark: Fragment, host: Fragment) -> bool:
    """Whether the mark stands small, high and close at an end of the fragment or in a gap of its line."""
    raised = mark.size <= _SMALL * host.size and 0 < mark.y - host.y <= 0.7 * host.size
    near = _WIDE * host.size
    return raised and host.x0 - near <= mark.x1 and mark.x0 <= host.x1 + near


def _right_edge(sheets: list[Sheet], size: float) -> float:
    """Where the column of the letter ends."""
    ends = [
        item.x1
        for sheet in sheets
        for item in sheet.fragments
        if item.x0 < sheet.width / 2 and item.size >= _NOTE * size
    ]
    return max(ends, default=0.0)


def _repeated(sheets: list[Sheet]) -> set[tuple[str, int]]:
    """Text and height of what stands at the top or bottom of at least half of the pages, at the same place."""
    counts: Counter[tuple[str, int]] = Counter()
    for sheet in sheets:
        low, high = _BOTTOM * sheet.height, _TOP * sheet.height
        margins = [item for item in sheet.fragments if not low <= item.y <= high]
        counts.update({(item.text, round(item.y / 4)) for item in margins})
    return {key for key, count in counts.items() if count >= 2 and 2 * count >= len(sheets)}


def _left_edge(sheets: list[Sheet], size: float) -> float:
    """Where most lines of the letter begin."""
    begins: Counter[int] = Counter()
    for sheet in sheets:
        for item in sheet.fragments:
            if item.size >= _NOTE * size:
                begins[round(item.x0)] += len(item.text)
    return max(begins.items(), key=lambda item: (item[1], -item[0]))[0] if begins else 0.0


def _beside(sheet: Sheet, size: float, edge: float, left: float) -> list[Fragment]:
    """What stands in the column of addresses beside a ministry's letter: to the right of it, in old letters to the left.

    Wide tables and numbers begin to the left of the letter too, so that there the words of such a column must be seen,
    and the print is smaller.
    """
    right = [item for item in sheet.fragments if item.x0 > 0.7 * sheet.width and item.x0 >= edge - 1]
    if left <= 0.2 * sheet.width:
        return right
    margin = [item for item in sheet.fragments if item.x1 < left - 1 and item.size < _NOTE * size]
    return right + margin if any(_LABEL.match(item.text) for item in margin) else right


def _is_header(item: Fragment, repeated: set[tuple[str, int]]) -> bool:
    """Whether it is what headers and footers are made of."""
    return (item.text, round(item.y / 4)) in repeated or _FOOTER.fullmatch(item.text) is not None


def _take_notes(page: Page, size: float, last: int) -> int:
    """Move the notes at the foot of a page out of its lines; `last` is the number of the last note before."""
    start = len(page.lines)
    while start and page.lines[start - 1].size < _NOTE * size:
        start -= 1
    notes: list[Note] = []
    for at in range(start, len(page.lines)):
        line = page.lines[at]
        found = _marked(line, last)
        if found:
            notes.append(found)
            last = int(found.label) if found.label.isdecimal() else last
        elif notes or last:
            notes = notes or [Note("", "")]
            notes[-1].lines.append(line)
        else:
            start = at + 1
    if not any(note.label for note in notes) and not _goes_on(page, start, size):
        return last
    page.notes = notes
    del page.lines[start:]
    return last


def _goes_on(page: Page, start: int, size: float) -> bool:
    """Whether small lines without a mark are the rest of a note: a page of small print only is none."""
    return any(line.size >= _NOTE * size for line in page.lines[:start])


def _marked(line: Line, last: int) -> Note | None:
    """The note that a line begins, where it begins with a mark: printed high, or the number after `last`."""
    first = line.fragments[0]
    if first.raised and first.raised[0][0] == 0:
        end = first.raised[0][1]
        label, rest = first.text[:end], end + len(first.text[end:]) - len(first.text[end:].lstrip())
    else:
        found = _LEADING.match(first.text)
        if found is None or int(found["label"]) != last + 1:
            return None
        label, rest = found["label"], found.end()
    others = line.fragments[1:]
    left = (_without(first, rest), *others) if rest < len(first.text) else others
    mark = _MARK.fullmatch(label)
    if not left or not mark:
        return None
    return Note(mark["label"], label, [replace(line, fragments=left)])


def _without(first: Fragment, lead: int) -> Fragment:
    """A fragment without its first characters, the mark."""
    links = ((max(0, start - lead), end - lead, address) for start, end, address in first.links if end > lead)
    return replace(first, text=first.text[lead:], raised=(), links=tuple(links))
