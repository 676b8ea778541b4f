"""What PDFium finds on a page, as fragments: pieces of a printed line with their place and size."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass
from functools import partial
from operator import itemgetter

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from kg.read._pdf_lie import Lie, lie
from kg.read._pdf_links import Area, areas

_WIDE = 2.0  # a gap of so many letter heights separates columns or cells
_SMALL = 0.8  # a raised mark is at most this part of the size of its line
_RAISED = 0.12  # and stands this part of the size above it
# U+FFFE stands for the hyphen at the end of a line and the line end after it.
_WORD = re.compile(r"(?P<word>[^\s\ufffe]+\ufffe?|\ufffe)|(?P<end>[\r\n]+)")
_MARKS = re.compile(r"[0-9*]+|[ivx]+(?=\s|\Z)")
_WHITE = 250  # of 255, each colour
_INVISIBLE = 3  # the render mode of text that is not drawn
_TINY = 2.0  # points; the smallest print of a contract has four


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a printed line; points from the lower left corner of the upright page, `y` is the base line.

    `raised` are the stretches of `text` that are printed small and high, `links` those that lead to an address;
    `unseen`: why a reader of the page may not see it, "invisible", "white", "tiny" or "outside" the page;
    `lie`: how the page lies, where that is not upright with its corner at 0, 0.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    raised: tuple[tuple[int, int], ...] = ()
    links: tuple[tuple[int, int, str], ...] = ()
    unseen: str = ""
    lie: Lie | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its number from 1, its width and height in points when upright, its fragments in the order of the file."""

    number: int
    width: float
    height: float
    fragments: tuple[Fragment, ...]


def sheet(document: pdfium.PdfDocument, number: int) -> Sheet:
    """Read one page, by its number from 1."""
    page = document[number - 1]
    text_page = page.get_textpage()
    try:
        how = lie(page, text_page)
        if 90 * how.turns != page.get_rotation():
            text_page.close()
            page.set_rotation(90 * how.turns)  # PDFium puts letters in the order that they have on the upright page
            text_page = page.get_textpage()
        cutter = (_Moved if how.moved else _Cutter)(text_page, how, list(areas(document, page)))
        return Sheet(number, *how.size, tuple(cutter.fragments()))
    finally:
        text_page.close()
        page.close()


Word = tuple[int, int, float, float]  # where a word begins and ends, and the size and left edge of its first character


class _Cutter:
    """Cuts the characters of a page into fragments; asks PDFium for places and sizes only where they matter."""

    def __init__(self, text_page: pdfium.PdfTextPage, lie: Lie, links: list[Area]) -> None:
        self._page = text_page.raw
        self._lie = lie
        self._moved = lie if lie.moved else None
        self._paper = lie.size
        self._links = links
        count = text_page.count_chars()
        self._text = _characters(self._page, count)
        self._one, self._two, self._three, self._four = (ctypes.c_double() for _ in range(4))
        self._colour = tuple(ctypes.c_uint() for _ in range(4))
        self._box = pdfium_c.FS_RECTF()
        self._matrix = pdfium_c.FS_MATRIX()
        samples = range(0, count, max(1, count // 50))
        plain = partial(pdfium_c.FPDFText_GetFontSize, self._page)
        measure = self._scaled if lie.scaled else plain
        self._size = measure if any(measure(at) > 2 for at in samples) else self._height

    def fragments(self) -> list[Fragment]:
        found: list[Fragment] = []
        words: list[Word] = []
        size_of, left, right = self._size, self._left, self._right
        for match in _WORD.finditer(self._text):
            start, end = match.span("word")
            x = left(start) if start >= 0 else 0.0
            if words:
                _, last_end, size, last_x = words[-1]
                wide = _WIDE * size
                # The left edge of the word before tells most; its right edge costs another question to PDFium.
                if start < 0 or (x - last_x > wide and x - right(last_end - 1) > wide):
                    found.append(self._fragment(words))
                    words = []
            if start >= 0:
                words.append((start, end, size_of(start), x))
                if self._text[end - 1] == "\ufffe":
                    found.append(self._fragment(words))
                    words = []
        return [*found, self._fragment(words)] if words else found

    def _scaled(self, at: int) -> float:
        """The size of a letter whose font size is in other units than the page: browsers print in pixels."""
        pdfium_c.FPDFText_GetMatrix(self._page, at, self._matrix)
        return float(pdfium_c.FPDFText_GetFontSize(self._page, at)) * math.hypot(self._matrix.c, self._matrix.d)

    def _height(self, at: int) -> float:
        # A font whose letters are drawn as large as they are: the height of the letter's box is as good.
        pdfium_c.FPDFText_GetLooseCharBox(self._page, at, self._box)
        return float(self._box.top - self._box.bottom)

    def _left(self, at: int) -> float:
        pdfium_c.FPDFText_GetCharOrigin(self._page, at, self._one, self._two)
        return self._one.value

    def _base(self, at: int) -> float:
        pdfium_c.FPDFText_GetCharOrigin(self._page, at, self._one, self._two)
        return self._two.value

    def _right(self, at: int) -> float:
        pdfium_c.FPDFText_GetCharBox(self._page, at, self._one, self._two, self._three, self._four)
        return self._two.value

    def _fragment(self, words: list[Word]) -> Fragment:
        """A fragment of words that stand on one line."""
        start, end = words[0][0], words[-1][1]
        last = self._size(end - 1)
        size = max(last, max(words, key=itemgetter(2))[2])
        base = self._base(next((word[0] for word in words if word[2] == size), end - 1))
        right = self._right(end - 1)
        return Fragment(
            text=self._text[start:end].replace("\ufffe", "-"),
            x0=words[0][3],
            x1=right,
            y=base,
            size=size,
            raised=tuple(self._raised(start, end, size, base)),
            links=tuple((first - start, after - start, to) for first, after, to in self._linked(words, base)),
            unseen=self._unseen(start) or self._unfit(start, size, (words[0][3], base, right)),
            lie=self._moved,
        )

    def _unfit(self, at: int, size: float, place: tuple[float, float, float]) -> str:
        """Whether a fragment is too small to read, or lies beyond the edges of the paper."""
        first, base, last = place
        if last < 0 or first > self._paper[0] or base < -size or base > self._paper[1]:
            return "outside"
        return "tiny" if size < _TINY and self._height(at) < _TINY else ""

    def _unseen(self, at: int) -> str:
        """Whether a character is not drawn at all, as text under a scan is, or in white, as text on paper is not."""
        written = pdfium_c.FPDFText_GetTextObject(self._page, at)
        if written and pdfium_c.FPDFTextObj_GetTextRenderMode(written) == _INVISIBLE:
            return "invisible"
        red, green, blue, alpha = self._colour
        if not pdfium_c.FPDFText_GetFillColor(self._page, at, red, green, blue, alpha):
            return ""
        return "white" if min(red.value, green.value, blue.value) >= _WHITE or not alpha.value else ""

    def _linked(self, words: list[Word], base: float) -> list[tuple[int, int, str]]:
        found: list[tuple[int, int, str]] = []
        for area in self._links:
            _, bottom, _, top = area.edges
            if bottom - 1 <= base <= top:
                inside = [word for word in words if self._is_inside(word, area)]
                found += [(inside[0][0], inside[-1][1], area.address)] if inside else []
        return found

    def _is_inside(self, word: Word, area: Area) -> bool:
        left, _, right, _ = area.edges
        return word[3] >= left - 1 and self._right(word[1] - 1) <= right + 1

    def _raised(self, start: int, end: int, size: float, base: float) -> list[tuple[int, int]]:
        """The stretches of a fragment, counted from its start, that are printed as marks are."""
        found: list[tuple[int, int]] = []
        text = self._text
        for match in _MARKS.finditer(text, start, end):
            first = match.start() - (text[max(start, match.start() - 1)] == "[")
            after = match.end() + (text[match.end() : min(end, match.end() + 1)] in ("]", ")"))
            for at in range(first, after):
                if self._size(at) > _SMALL * size or self._base(at) - base < _RAISED * size:
                    continue
                if found and found[-1][1] == at - start and at > first:
                    found[-1] = (found[-1][0], at - start + 1)
                else:
                    found.append((at - start, at - start + 1))
        return found


class _Moved(_Cutter):
    """Cuts the characters of a page that lies otherwise than most do."""

    def __init__(self, text_page: pdfium.PdfTextPage, lie: Lie, links: list[Area]) -> None:
        super().__init__(text_page, lie, [Area(lie.edges(area.edges), area.address) for area in links])

    def _height(self, at: int) -> float:
        pdfium_c.FPDFText_GetLooseCharBox(self._page, at, self._box)
        _, low, _, high = self._lie.edges((self._box.left, self._box.bottom, self._box.right, self._box.top))
        return high - low

    def _left(self, at: int) -> float:
        return self._origin(at)[0]

    def _base(self, at: int) -> float:
        return self._origin(at)[1]

    def _origin(self, at: int) -> tuple[float, float]:
        pdfium_c.FPDFText_GetCharOrigin(self._page, at, self._one, self._two)
        return self._lie.upright(self._one.value, self._two.value)

    def _right(self, at: int) -> float:
        pdfium_c.FPDFText_GetCharBox(self._page, at, self._one, self._two, self._three, self._four)
        return self._lie.edges((self._one.value, self._three.value, self._two.value, self._four.value))[2]


def _characters(page: pdfium_c.FPDF_TEXTPAGE, count: int) -> str:
    """The characters of a page, at the places that PDFium knows them by; its line-end hyphens as U+FFFE."""
    units = (ctypes.c_ushort * (count + 1))()
    if pdfium_c.FPDFText_GetText(page, 0, count, units) == count + 1:
        text = bytes(units)[: 2 * count].decode("utf-16-le", "surrogatepass")
        return text if len(text) == count else "".join(map(chr, units[:count]))
    return "".join(chr(pdfium_c.FPDFText_GetUnicode(page, at)) for at in range(count))
