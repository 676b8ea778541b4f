"""What is not read, told from its first bytes, and what to do about it."""

from __future__ import annotations

from pathlib import PurePosixPath

from kg.errors import InputProblem

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PROMISES = {".pdf": ("PDF", (b"%PDF-",)), ".docx": ("DOCX", (*_ZIP, _OLE))}
_HEAD = 1024  # bytes; a PDF may begin with a little rubbish
# First bytes, what that is, and what to give instead.
_OTHERS = (
    (b"{\\rtf", "a Rich Text Format file", "Open it in Word and save it as .docx or PDF."),
    (b"\x89PNG", "a picture", "Give a document with text, or the text that OCR finds in the picture."),
    (b"\xff\xd8\xff", "a picture", "Give a document with text, or the text that OCR finds in the picture."),
    (b"GIF8", "a picture", "Give a document with text, or the text that OCR finds in the picture."),
    (b"II*\0", "a picture", "Give a document with text, or the text that OCR finds in the picture."),
    (b"\x1f\x8b", "a compressed file", "Unpack it first."),
    (b"7z\xbc\xaf", "a compressed file", "Unpack it first."),
    (b"Rar!", "a compressed file", "Unpack it first."),
    (b"\x7fELF", "a program", "Give a document."),
    (b"%!PS", "a PostScript file", "Convert it to PDF."),
)


def printable(name: str) -> str:
    r"""A name that is safe to show and to store: what is not printable is escaped.

    >>> printable("brief\n2024\udcff.txt")
    'brief\\n2024\\udcff.txt'
    """
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in name)


def mismatch(name: str, data: bytes) -> InputProblem | None:
    """The problem where a name promises PDF or DOCX and the bytes are something else."""
    promise = _PROMISES.get(PurePosixPath(name).suffix.lower())
    if promise is None:
        return None
    kind, magics = promise
    if any(magic in data[:_HEAD] for magic in magics):
        return None
    found = "an HTML page (perhaps an error page)" if data.lstrip()[:1] == b"<" else "something else"
    return InputProblem("E-TYPE-MISMATCH", name, f"named {kind}, but it is {found}", f"Get the {kind} file again.")


def unsupported(name: str, data: bytes) -> InputProblem | None:
    """The problem where the bytes are of a format that is known and not read."""
    found = _other(data)
    return found and InputProblem("E-TYPE-UNSUPPORTED", name, f"this is {found[0]}, which is not read", found[1])


def _other(data: bytes) -> tuple[str, str] | None:
    if data.startswith(_OLE):
        return _ole(data)
    if data.startswith(_ZIP):
        return _archive(data)
    return next(((what, advice) for magic, what, advice in _OTHERS if data.startswith(magic)), None)


def _ole(data: bytes) -> tuple[str, str]:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "a Word file with a password", "Save it without a password."
    if "__substg1.0_".encode("utf-16-le") in data:
        return "an Outlook message (.msg)", "Save its attachment, or save the message as text."
    return "an old Office file (.doc)", "Open it in Word and save it as .docx or PDF."


def _archive(data: bytes) -> tuple[str, str] | None:
    if b"application/vnd.oasis.opendocument" in data[:200]:
        return "an OpenDocument file (.odt)", "Save it as .docx or PDF."
    if b"xl/" in data and b"word/" not in data:
        return "a spreadsheet (.xlsx)", "Save what matters as text."
    if b"word/" in data or _ZIP[1] not in data:
        return None  # Word, or cut off before the directory: the reader will say so
    return "a ZIP archive without a Word document", "Unpack it and give the documents."
