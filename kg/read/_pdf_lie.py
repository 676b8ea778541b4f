"""How a page lies: sideways, upside down or cut out of a larger sheet, it is read as somebody does who turns it."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

Edges = tuple[float, float, float, float]  # left, bottom, right, top

_SAMPLES = 20  # letters of a page that are asked which way they run, and how large they are
_SCALED = 0.02  # part of the font size that is no more than rounding


@dataclass(frozen=True, slots=True)
class Lie:
    """The quarter turns against the clock that the text of a page has, and the edges of the paper, in points.

    `scaled`: letters measure more or less than their font size, as what browsers print does, in pixels.
    """

    turns: int
    paper: Edges
    scaled: bool = False

    @property
    def moved(self) -> bool:
        """Whether a point of the page is elsewhere when the page is upright, with its corner at 0, 0."""
        return self.turns != 0 or self.paper[:2] != (0, 0)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page once it is upright."""
        left, bottom, right, top = self.paper
        return (top - bottom, right - left) if self.turns % 2 else (right - left, top - bottom)

    def upright(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page is when the page is upright, from its lower left corner."""
        left, bottom, right, top = self.paper
        return ((x - left, y - bottom), (y - bottom, right - x), (right - x, top - y), (top - y, x - left))[self.turns]

    def edges(self, box: Edges) -> Edges:
        """The edges of a box of the page when the page is upright."""
        return _sorted(self.upright(*box[:2]), self.upright(*box[2:]))

    def back(self, box: Edges) -> Edges:
        """The edges that a box of the upright page has on the page as it is."""
        left, bottom, right, top = self.paper
        (x0, y0), (x1, y1) = (
            ((left + x, bottom + y), (right - y, bottom + x), (right - x, top - y), (left + y, top - x))[self.turns]
            for x, y in (box[:2], box[2:])
        )
        return _sorted((x0, y0), (x1, y1))


def lie(page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> Lie:
    """How a page lies: the way that most of its letters run counts, not what the file says of turning it."""
    count, matrix = text.count_chars(), pdfium_c.FS_MATRIX()
    found, scaled = Counter[int](), False
    for at in range(0, count, max(1, count // _SAMPLES)):
        pdfium_c.FPDFText_GetMatrix(text.raw, at, matrix)
        found[round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4] += 1
        scaled = scaled or not math.isclose(math.hypot(matrix.c, matrix.d), 1, rel_tol=_SCALED)
    turns = max(found.items(), key=lambda item: (item[1], -item[0]))[0] if found else 0
    return Lie(turns, page.get_bbox(), scaled)


def _sorted(one: tuple[float, float], other: tuple[float, float]) -> Edges:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])
