"""PDF files for tests: lines of Helvetica at given places."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pikepdf

Printed = tuple[float, float, float, str]  # x, y of the base line, size, text
A4 = (595, 842)


def pdf(pages: Iterable[Iterable[Printed]], encryption: pikepdf.Encryption | bool = False) -> bytes:
    """A PDF of A4 pages with these lines."""
    return stored(document(content(page) for page in pages), encryption)


def document(contents: Iterable[bytes]) -> pikepdf.Pdf:
    """A PDF whose pages have these content streams, with font /F1."""
    made = pikepdf.new()
    font = made.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
    )
    resources = made.make_indirect(pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font)))
    for stream in contents:
        page = made.add_blank_page(page_size=A4)
        page.obj.Resources = resources
        page.obj.Contents = made.make_stream(stream)
    return made


def stored(made: pikepdf.Pdf, encryption: pikepdf.Encryption | bool = False) -> bytes:
    """The bytes of a PDF."""
    out = io.BytesIO()
    made.save(out, encryption=encryption, static_id=not encryption)
    return out.getvalue()


def content(lines: Iterable[Printed]) -> bytes:
    """The operators that print these lines."""
    return b"\n".join(b"BT /F1 %f Tf %f %f Td (%s) Tj ET" % (size, x, y, _escaped(text)) for x, y, size, text in lines)


def column(lines: Iterable[str], top: float = 700, x: float = 80, size: float = 9) -> list[Printed]:
    """Lines under each other; an empty one leaves its place free."""
    return [(x, top - 12 * place, size, line) for place, line in enumerate(lines) if line]


_WIDTHS = {
    **dict.fromkeys("ijl'", 0.222),
    **dict.fromkeys(" .,;:!/ftI", 0.278),
    **dict.fromkeys("()-r", 0.333),
    **dict.fromkeys("csvxyzkJ", 0.5),
    **dict.fromkeys("wABEKPSVXY", 0.69),
    **dict.fromkeys("mMW", 0.833),
}


def width(text: str, size: float) -> float:
    """About the width of a text in Helvetica; the places of raised marks need it."""
    return size * sum(_WIDTHS.get(char, 0.556) for char in text)


def _escaped(text: str) -> bytes:
    return b"".join(b"\\" + bytes([byte]) if byte in b"()\\" else bytes([byte]) for byte in text.encode("cp1252"))
