"""Plain text: byte order mark, UTF-16 without one, strict UTF-8, else CP1252, line by line, for files are pasted together."""

from __future__ import annotations

import codecs
import re

from kg.errors import InputProblem
from kg.read._draft import Draft, numbers
from kg.read._protocol import Aids
from kg.records import Document, Source

MEDIA_TYPES = ("text/plain",)
APART = False

_LONGEST = 10_000  # words of a line that are looked through
_ROUNDS = 3  # of damage that is undone; a file that went wrong twice is rare enough
_SAMPLE = 4_096  # bytes that tell text from anything else
_FEW = 0.02  # share of NULs that damage leaves in a text
_MOST, _HARDLY = 0.7, 0.1  # share of NULs among the upper and the lower bytes of UTF-16
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
    """Whether the bytes are text: a byte order mark, or hardly a NUL in the beginning, or those of UTF-16."""
    sample = data[:_SAMPLE]
    marked = data.startswith(tuple(mark for mark, _ in _MARKS))
    return marked or _is_damaged(sample.count(0), len(sample)) or _unmarked(sample) is not None


def read(source: Source, data: bytes, _aids: Aids) -> Document:
    """The text, without blocks: plain text states nothing but itself.  Raises InputProblem E-ENCODING."""
    draft = Draft()
    draft.write(decode(data, source.name, draft))
    return draft.document(source)


def decode(data: bytes, where: str, draft: Draft) -> str:
    """The characters of `data` without byte order mark; `draft` is told of what is not plain UTF-8.

    Raises InputProblem E-ENCODING.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strict(data.removeprefix(mark), encoding, where)
            if encoding != "utf-8":
                draft.notice(
                    "text/encoding", f"Gelezen als {encoding[:6].upper()}, zoals het begin van het bestand zegt"
                )
            break
    else:
        encoding = _unmarked(data[:_SAMPLE]) or "utf-8"
        if encoding != "utf-8":
            text = _strict(data, encoding, where)
            draft.notice("text/encoding", "Gelezen als UTF-16: zo staan de lege bytes, al zegt het begin het niet")
        else:
            text = _strict(data, encoding, where) if _is_utf8(data) else _mixed(data, where, draft)
    if not _is_damaged(text.count("\0"), len(text)):
        raise _undecodable(where, "holds many NUL bytes, so it is not text")
    return _repaired(text, draft) if _MOJIBAKE.search(text) else text


def _is_damaged(nuls: int, length: int) -> bool:
    """Whether a text that holds so many NULs is a text all the same: they are left out, and told."""
    return nuls <= max(1.0, _FEW * length)


def _unmarked(sample: bytes) -> str | None:
    """UTF-16 by its NULs: nearly every second byte is one in our letters, and hardly any of the others."""
    if b"\0" not in sample:
        return None
    even, odd = sample[::2], sample[1::2]
    for upper, lower, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if upper.count(0) >= _MOST * len(upper) and lower.count(0) <= _HARDLY * len(lower):
            return encoding
    return None


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


def _mixed(data: bytes, where: str, draft: Draft) -> str:
    lines = data.split(b"\n")
    others = [number for number, line in enumerate(lines, 1) if not _is_utf8(line)]
    what = f"Gelezen als Windows-1252, want geen UTF-8: regel {numbers(others)} van {len(lines)} van het bestand"
    draft.notice("text/encoding", what)
    for number in others:
        lines[number - 1] = _strict(lines[number - 1], "cp1252", where).encode()
    return b"\n".join(lines).decode()


def _undecodable(where: str, what: str) -> InputProblem:
    return InputProblem("E-ENCODING", where, what, "Save the text as UTF-8.")


def _repaired(text: str, draft: Draft) -> str:
    """The text with its damaged lines repaired; `draft` is told what stood there."""
    lines = text.split("\n")
    stood: dict[str, None] = {}
    for place, line in enumerate(lines):
        if _MOJIBAKE.search(line) and (better := _repair(line)) != line:
            lines[place] = better
            stood.update(dict.fromkeys(word for word in line.split()[:_LONGEST] if _MOJIBAKE.search(word)))
    if stood:
        shown = [f"„{word[:40]}”" for word in stood]
        what = f"Letters hersteld die eerder verkeerd waren gelezen; er stond {', '.join(shown[:10])}"
        draft.notice("text/repaired", what + (f" en {len(shown) - 10} meer" if len(shown) > 10 else ""))
    return "\n".join(lines)


def _repair(line: str) -> str:
    """Undo UTF-8 that was read as CP1252, once or more, where the whole line goes there and back; else leave it."""
    for _ in range(_ROUNDS):
        try:
            line = b"".join(_byte(char) for char in line).decode()
        except UnicodeError:
            break
        if not _MOJIBAKE.search(line):
            break
    return line


def _byte(char: str) -> bytes:
    # The five bytes that CP1252 leaves open come through as C1 controls.
    return char.encode("latin-1" if "\x80" <= char <= "\x9f" else "cp1252")
