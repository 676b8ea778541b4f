"""Bytes to documents.  Each file of this folder without an underscore is a format; the bytes decide which one reads.

A format has `MEDIA_TYPES`, `accepts(name, data) -> bool`, `read(source, data, aids) -> Document`, and `APART`: whether
native code takes the bytes apart, which is done in a process of its own.
"""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from kg.errors import InputProblem
from kg.read._apart import held, read_apart
from kg.read._bytes import MAX_BYTES
from kg.read._files import File, fetch, is_metadata
from kg.read._protocol import MEMORY, SECONDS, Aids
from kg.read._refuse import mismatch, printable, unsupported
from kg.records import Document, Source

__all__ = [
    "MAX_BYTES", "MEMORY", "SECONDS", "Aids", "File", "Reader", "fetch", "held", "is_metadata", "read", "read_bytes",
    "read_file", "readers",
]  # fmt: skip


class Reader(Protocol):
    """A format: what each module of this folder offers."""

    MEDIA_TYPES: tuple[str, ...]
    APART: bool

    def accepts(self, name: str, data: bytes) -> bool:
        """Whether the bytes are of this format."""

    def read(self, source: Source, data: bytes, aids: Aids) -> Document:
        """The document.  Raises InputProblem."""


@cache
def readers() -> dict[str, Reader]:
    """The formats by name, in the order in which they are asked: plain text last, for any text is that too."""
    names = [module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")]
    names.sort(key=lambda name: (name == "text", name))
    return {name: cast("Reader", importlib.import_module(f"{__name__}.{name}")) for name in names}


def read(path: Path | str, *, limit: int | None = None) -> Document:
    """Read a regular file of at most `limit` bytes.  Raises InputProblem, which names the path as given."""
    return read_file(fetch(path, limit))


def read_file(file: File) -> Document:
    """Read a file that was fetched.  Raises InputProblem, which names its path as given."""
    try:
        return read_bytes(file.name, file.data, file.aids)
    except InputProblem as problem:
        raise InputProblem(problem.code, file.shown, problem.what, problem.advice) from None


def read_bytes(name: str, data: bytes, aids: Aids | None = None) -> Document:
    """Read bytes that came under `name` (a file name; only its last part counts).  Raises InputProblem."""
    aids = aids or Aids()
    name = printable(name.rpartition("/")[2])
    if not data:
        raise InputProblem("E-EMPTY", name, "the file is empty", "Get the document again.")
    refusal = mismatch(name, data) or unsupported(name, data)
    if refusal:
        raise refusal
    form, reader = next((item for item in readers().items() if item[1].accepts(name, data)), ("", None))
    if reader is None:
        raise InputProblem("E-ENCODING", name, "the bytes are no text and no known format", "Give PDF, DOCX or text.")
    source = Source(name, reader.MEDIA_TYPES[0], hashlib.sha256(data).hexdigest())
    document = read_apart(form, source, data, aids) if reader.APART else reader.read(source, data, aids)
    if not document.text.strip():
        raise InputProblem("E-NO-TEXT", name, "there is no text in it", "Give the document with its text.")
    return document
