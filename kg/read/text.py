"""Plain text: byte order mark, strict UTF-8, else CP1252, line by line, for files are pasted together."""

from __future__ import annotations

import codecs
import re

from kg.errors import InputProblem
from kg.read._draft import Draft
from kg.records import Document, Source

MEDIA_TYPES = ("text/plain",)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# UTF-8 read as CP1252: no Dutch word has these pairs.
_MOJIBAKE = re.compile("Ã[\x80-\xbfŠšŽžŒœŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|â€|Â[\xa0-\xbf]|Å[\x9fŸ¡¾]|Ä[\x9fŸ±‡]")


def accepts(name: str, data: bytes) -> bool:  # noqa: ARG001 - all formats are asked alike
    """Whether the bytes are text: a byte order mark, or no NUL in the beginning."""
    return data.startswith(tuple(mark for mark, _ in _MARKS)) or b"\0" not in data[:4096]


def read(source: Source, data: bytes) -> Document:
    """The text, without blocks: plain text states nothing but itself.  Raises InputProblem E-ENCODING."""
    draft = Draft()
    draft.write(decode(data, source.name))
    return draft.document(source)


def decode(data: bytes, where: str) -> str:
    """The characters of `data` without byte order mark.  Raises InputProblem E-ENCODING."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strict(data.removeprefix(mark), encoding, where)
            break
    else:
        text = _strict(data, "utf-8", where) if _is_utf8(data) else _mixed(data, where)
    if "\0" in text:
        raise _undecodable(where, "holds NUL bytes, so it is not text")
    if _MOJIBAKE.search(text):
        return "\n".join(_repair(line) for line in text.split("\n"))
    return text


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _strict(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(where, f"is not {encoding.upper()} at byte {error.start}") from None


def _mixed(data: bytes, where: str) -> str:
    lines = data.split(b"\n")
    return "\n".join(line.decode() if _is_utf8(line) else _strict(line, "cp1252", where) for line in lines)


def _undecodable(where: str, what: str) -> InputProblem:
    return InputProblem("E-ENCODING", where, what, "Save the text as UTF-8.")


def _repair(line: str) -> str:
    """Undo UTF-8 that was read as CP1252 where the whole line goes there and back; else leave it."""
    if not _MOJIBAKE.search(line):
        return line
    try:
        return b"".join(_byte(char) for char in line).decode()
    except UnicodeError:
        return line


def _byte(char: str) -> bytes:
    # The five bytes that CP1252 leaves open come through as C1 controls.
    return char.encode("latin-1" if "\x80" <= char <= "\x9f" else "cp1252")
