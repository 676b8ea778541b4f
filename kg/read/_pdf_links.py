"""The web addresses behind areas of a page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from kg.read._pdf_lie import Edges

_LONGEST = 2_000  # bytes of an address
_MOST = 2_000  # links of a page


@dataclass(frozen=True, slots=True)
class Area:
    """An area of a page, in points from its lower left corner, that leads to a web address."""

    edges: Edges
    address: str


def areas(document: pdfium.PdfDocument, page: pdfium.PdfPage) -> Iterator[Area]:
    """The areas of a page that lead to the web; those that lead to a place in the document are passed over."""
    position = ctypes.c_int(0)
    link = pdfium_c.FPDF_LINK()
    rect = pdfium_c.FS_RECTF()
    buffer = ctypes.create_string_buffer(_LONGEST)
    for _ in range(_MOST):
        if not pdfium_c.FPDFLink_Enumerate(page.raw, position, link):
            return
        length = pdfium_c.FPDFAction_GetURIPath(document.raw, pdfium_c.FPDFLink_GetAction(link), buffer, _LONGEST)
        if 1 < length <= _LONGEST and pdfium_c.FPDFLink_GetAnnotRect(link, rect):
            address = buffer.raw[: length - 1].decode("utf-8", "replace")
            (left, right), (low, high) = sorted((rect.left, rect.right)), sorted((rect.bottom, rect.top))
            yield Area((left, low, right, high), address)
