"""What PDFium finds on a page, as fragments: pieces of a printed line with their place and size."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from kg.read._pdf_links import Area, areas

_WIDE = 2.0  # a gap of so many letter heights separates columns or cells
_SMALL = 0.8  # a raised mark is at most this part of the size of its line
_RAISED = 0.12  # and stands this part of the size above it
# U+FFFE stands for the hyphen at the end of a line and the line end after it.
_WORD = re.compile(r"(?P<word>[^\s\ufffe]+\ufffe?|\ufffe)|(?P<end>[\r\n]+)")
_MARKS = re.compile(r"[0-9*]+|[ivx]+\Z")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a printed line; points from the lower left corner of the page, `y` is the base line.

    `raised` are the stretches of `text` that are printed small and high, `links` those that lead to an address.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    raised: tuple[tuple[int, int], ...] = ()
    links: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its number from 1, its width and height in points, its fragments in the order of the file."""

    number: int
    width: float
    height: float
    fragments: tuple[Fragment, ...]


def sheet(document: pdfium.PdfDocument, number: int) -> Sheet:
    """Read one page, by its number from 1."""
    page = document[number - 1]
    text_page = page.get_textpage()
    try:
        width, height = page.get_size()
        return Sheet(number, width, height, tuple(_Cutter(text_page, list(areas(document, page))).fragments()))
    finally:
        text_page.close()
        page.close()


class _Cutter:
    """Cuts the characters of a page into fragments; asks PDFium for places and sizes only where they matter."""

    def __init__(self, text_page: pdfium.PdfTextPage, links: list[Area]) -> None:
        self._page = text_page.raw
        self._links = links
        count = text_page.count_chars()
        self._text = _characters(self._page, count)
        self._doubles = tuple(ctypes.c_double() for _ in range(4))
        self._box = pdfium_c.FS_RECTF()
        samples = range(0, count, max(1, count // 50))
        self._scaled = any(pdfium_c.FPDFText_GetFontSize(self._page, at) > 2 for at in samples)

    def fragments(self) -> list[Fragment]:
        found: list[Fragment] = []
        words: list[tuple[int, int]] = []
        for match in _WORD.finditer(self._text):
            word = match.span("word")
            if words and (match["end"] or self._is_far(words[-1], word[0])):
                found.append(self._fragment(words))
                words = []
            if match["word"]:
                words.append(word)
                if match["word"].endswith("\ufffe"):
                    found.append(self._fragment(words))
                    words = []
        return [*found, self._fragment(words)] if words else found

    def _size(self, at: int) -> float:
        if self._scaled:
            return float(pdfium_c.FPDFText_GetFontSize(self._page, at))
        # A font of size 1 that is scaled by a matrix: the height of the letter's box is as good.
        pdfium_c.FPDFText_GetLooseCharBox(self._page, at, self._box)
        return float(self._box.top - self._box.bottom)

    def _origin(self, at: int) -> tuple[float, float]:
        x, y = self._doubles[:2]
        pdfium_c.FPDFText_GetCharOrigin(self._page, at, x, y)
        return x.value, y.value

    def _right(self, at: int) -> float:
        left, right, bottom, top = self._doubles
        pdfium_c.FPDFText_GetCharBox(self._page, at, left, right, bottom, top)
        return right.value

    def _is_far(self, word: tuple[int, int], at: int) -> bool:
        return self._origin(at)[0] - self._right(word[1] - 1) > _WIDE * self._size(word[0])

    def _fragment(self, words: list[tuple[int, int]]) -> Fragment:
        """A fragment of words that stand on one line."""
        start, end = words[0][0], words[-1][1]
        sizes = {at: self._size(at) for at in [*(first for first, _ in words), end - 1]}
        size = max(sizes.values())
        base = self._origin(next(at for at, found in sizes.items() if found == size))[1]
        raised = [span for word in words for span in self._raised(word, size, base)]
        return Fragment(
            text=self._text[start:end].replace("\ufffe", "-"),
            x0=self._origin(start)[0],
            x1=self._right(end - 1),
            y=base,
            size=size,
            raised=tuple((first - start, after - start) for first, after in raised),
            links=tuple((first - start, after - start, to) for first, after, to in self._linked(words, base)),
        )

    def _linked(self, words: list[tuple[int, int]], base: float) -> list[tuple[int, int, str]]:
        found: list[tuple[int, int, str]] = []
        for area in self._links:
            if area.bottom - 1 <= base <= area.top:
                inside = [word for word in words if self._is_inside(word, area)]
                found += [(inside[0][0], inside[-1][1], area.address)] if inside else []
        return found

    def _is_inside(self, word: tuple[int, int], area: Area) -> bool:
        return self._origin(word[0])[0] >= area.left - 1 and self._right(word[1] - 1) <= area.right + 1

    def _raised(self, word: tuple[int, int], size: float, base: float) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for match in _MARKS.finditer(self._text[word[0] : word[1]]):
            for at in range(word[0] + match.start(), word[0] + match.end()):
                if self._size(at) > _SMALL * size or self._origin(at)[1] - base < _RAISED * size:
                    continue
                if found and found[-1][1] == at:
                    found[-1] = (found[-1][0], at + 1)
                else:
                    found.append((at, at + 1))
        return found


def _characters(page: pdfium_c.FPDF_TEXTPAGE, count: int) -> str:
    """The characters of a page, at the places that PDFium knows them by; its line-end hyphens as U+FFFE."""
    units = (ctypes.c_ushort * (count + 1))()
    if pdfium_c.FPDFText_GetText(page, 0, count, units) == count + 1:
        return "".join(map(chr, units[:count]))
    return "".join(chr(pdfium_c.FPDFText_GetUnicode(page, at)) for at in range(count))
