"""PDF, read by PDFium."""

from __future__ import annotations

from kg.read._protocol import Aids
from kg.records import Document, Source

MEDIA_TYPES = ("application/pdf",)
APART = True

_HEAD = 1024  # bytes in which the magic bytes must stand


def accepts(name: str, data: bytes) -> bool:  # noqa: ARG001 - all formats are asked alike
    """Whether the bytes begin as a PDF does."""
    return b"%PDF-" in data[:_HEAD]


def read(source: Source, data: bytes, aids: Aids) -> Document:
    """The lines of each page, its notes, then its headers and footers; one `text` block a page.

    Raises InputProblem E-PDF-ENCRYPTED, E-PDF-BROKEN, E-NO-TEXT, E-GARBLED.
    """
    from kg.read._pdf_text import letter  # noqa: PLC0415 - PDFium is slow to load; only the worker needs it

    return letter(source, data, aids.passwords)
