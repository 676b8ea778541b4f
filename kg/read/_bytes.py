"""The one boundary where files are opened: regular files, of bounded size, that hold still."""

from __future__ import annotations

import os
import stat
from io import FileIO
from pathlib import Path

from kg.errors import InputProblem

MAX_BYTES = 50_000_000
# A FIFO must not hold the program up, and Windows must not translate line ends.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def load(path: Path | str, shown: str, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file.  Raises InputProblem E-MISSING, E-DENIED, E-NOT-A-FILE, E-TOO-BIG, E-CHANGED."""
    for _attempt in range(2):
        data = _once(path, shown, limit)
        if data is not None:
            return data
    raise InputProblem("E-CHANGED", shown, "the file changes while it is read", "Wait until it is complete.")


def _once(path: Path | str, shown: str, limit: int) -> bytes | None:
    """The bytes, or None where the file changed meanwhile."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - Path("") would be the folder
            raise _no_file(shown)
        handle = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise _unopened(error, shown) from None
    with open(handle, "rb", buffering=0) as file:  # noqa: PTH123 - a descriptor has no path
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            raise _no_file(shown)
        if before.st_size > limit:
            advice = f"At most {limit} bytes are read; split the file, or allow more with --max-bytes."
            raise InputProblem("E-TOO-BIG", shown, f"the file has {before.st_size} bytes", advice)
        data = _bounded(file, limit)
        after = os.fstat(handle)
    same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns) and len(data) == after.st_size
    return data if same else None


def _bounded(file: FileIO, limit: int) -> bytes:
    pieces: list[bytes] = []
    while piece := file.read(min(1 << 20, limit + 1)):
        pieces.append(piece)
        limit -= len(piece)
        if limit < 0:
            break
    return b"".join(pieces)


def _no_file(shown: str) -> InputProblem:
    return InputProblem("E-NOT-A-FILE", shown, "this is not a regular file", "Give the path of a document.")


def _unopened(error: OSError | ValueError, shown: str) -> InputProblem:
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return InputProblem("E-MISSING", shown, "there is no such file", "Check the path.")
    if isinstance(error, PermissionError):
        return InputProblem("E-DENIED", shown, "the file may not be read", "Ask for permission to read it.")
    return InputProblem("E-NOT-A-FILE", shown, f"the file cannot be opened ({error.strerror})", "Check the path.")
