"""What PDFium finds on a page, as fragments: pieces of a printed line with their place and size."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_WIDE = 2.0  # a gap of so many letter heights separates columns or cells
_SMALL = 0.8  # a raised mark is at most this part of the size of its line
_RAISED = 0.12  # and stands this part of the size above it
_LINE_ENDS = (0x0A, 0x0D)
_HYPHENS = (0xFFFE, 0x02)  # stand for the hyphen and the line end after it


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a printed line; points from the lower left corner of the page, `y` is the base line.

    `raised` are the stretches of `text` that are printed small and high.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    raised: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its number from 1, its width and height in points, its fragments in the order of the file."""

    number: int
    width: float
    height: float
    fragments: tuple[Fragment, ...]


@dataclass(frozen=True, slots=True)
class _Glyph:
    char: str
    size: float
    at: int


def sheet(page: pdfium.PdfPage, number: int) -> Sheet:
    """Read one page."""
    width, height = page.get_size()
    text_page = page.get_textpage()
    try:
        return Sheet(number, width, height, tuple(_Cutter(text_page).fragments()))
    finally:
        text_page.close()
        page.close()


class _Cutter:
    """Cuts the characters of a page into fragments; asks PDFium for a place only where a cut may be."""

    def __init__(self, text_page: pdfium.PdfTextPage) -> None:
        self._page = text_page.raw
        self._count = text_page.count_chars()
        self._doubles = tuple(ctypes.c_double() for _ in range(4))
        self._box = pdfium_c.FS_RECTF()
        self._scaled = any(
            pdfium_c.FPDFText_GetFontSize(self._page, at) > 2 for at in range(0, self._count, max(1, self._count // 50))
        )

    def fragments(self) -> list[Fragment]:
        found: list[Fragment] = []
        glyphs: list[_Glyph] = []
        for at in range(self._count):
            code = pdfium_c.FPDFText_GetUnicode(self._page, at)
            starts_word = bool(glyphs) and glyphs[-1].char == " " and code not in (*_LINE_ENDS, 0x20)
            if code in _LINE_ENDS or (starts_word and self._is_far(glyphs, at)):
                found += self._fragment(glyphs)
                glyphs = []
            hyphen = code in _HYPHENS and (code == _HYPHENS[0] or pdfium_c.FPDFText_IsHyphen(self._page, at) == 1)
            if code not in _LINE_ENDS:
                glyphs.append(_Glyph("-" if hyphen else chr(code), self._size(at), at))
            if hyphen:
                found += self._fragment(glyphs)
                glyphs = []
        return found + self._fragment(glyphs)

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

    def _is_far(self, glyphs: list[_Glyph], at: int) -> bool:
        last = next((glyph for glyph in reversed(glyphs) if glyph.char != " "), None)
        return last is not None and self._origin(at)[0] - self._right(last.at) > _WIDE * last.size

    def _fragment(self, glyphs: list[_Glyph]) -> list[Fragment]:
        """One fragment, or none where there is only white space."""
        while glyphs and glyphs[-1].char.isspace():
            glyphs.pop()
        lead = next((place for place, glyph in enumerate(glyphs) if not glyph.char.isspace()), 0)
        glyphs = glyphs[lead:]
        if not glyphs:
            return []
        size = max(glyph.size for glyph in glyphs if not glyph.char.isspace())
        base = self._origin(next(glyph.at for glyph in glyphs if glyph.size == size))[1]
        raised = self._raised(glyphs, size, base)
        text = "".join(glyph.char for glyph in glyphs)
        return [Fragment(text, self._origin(glyphs[0].at)[0], self._right(glyphs[-1].at), base, size, raised)]

    def _raised(self, glyphs: list[_Glyph], size: float, base: float) -> tuple[tuple[int, int], ...]:
        found: list[tuple[int, int]] = []
        for place, glyph in enumerate(glyphs):
            if glyph.size > _SMALL * size or glyph.char.isspace():
                continue
            if self._origin(glyph.at)[1] - base < _RAISED * size:
                continue
            if found and found[-1][1] == place:
                found[-1] = (found[-1][0], place + 1)
            else:
                found.append((place, place + 1))
        return tuple(found)
