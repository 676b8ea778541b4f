"""The one boundary where archives of strangers are opened: sizes are checked before a byte is inflated."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass

from kg.errors import InputProblem

MAX_PARTS = 5_000
MAX_TOTAL = 200_000_000  # bytes, all parts inflated
MAX_RATIO = 200  # inflated to deflated, whole archive; real letters have 3 to 10
SMALL = 1_000_000  # bytes inflated below which the ratio says nothing

_AGAIN = "Get the file again, or save it anew from Word."
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,  # what zipfile says of an unknown compression
    RuntimeError,  # what zipfile says of a part with a password
    EOFError,
    OSError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of an archive that passed the check."""

    archive: zipfile.ZipFile
    where: str

    def get(self, name: str) -> bytes | None:
        """The bytes of a part, never more than the directory declares; None where there is no such part.

        Raises InputProblem E-ZIP-BROKEN.
        """
        try:
            return self.archive.read(name)
        except KeyError:
            return None
        except _FAULTS as error:
            raise InputProblem("E-ZIP-BROKEN", self.where, f"{name} cannot be unpacked ({error})", _AGAIN) from None

    def names(self) -> list[str]:
        """The names of all parts, sorted."""
        return sorted(self.archive.namelist())


def open_parts(data: bytes, where: str) -> Parts:
    """Open an archive in memory.  Raises InputProblem E-ZIP-BROKEN or E-ZIP-LIMIT."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _FAULTS as error:
        raise InputProblem("E-ZIP-BROKEN", where, f"the archive is damaged ({error})", _AGAIN) from None
    _check(archive.infolist(), where)
    return Parts(archive, where)


def _check(infos: list[zipfile.ZipInfo], where: str) -> None:
    total = sum(info.file_size for info in infos)
    packed = max(1, sum(info.compress_size for info in infos))
    if len(infos) > MAX_PARTS:
        raise _limit(where, f"{len(infos)} parts, more than {MAX_PARTS}")
    if total > MAX_TOTAL:
        raise _limit(where, f"{total} bytes when unpacked, more than {MAX_TOTAL}")
    if total > SMALL and total > MAX_RATIO * packed:
        raise _limit(where, f"{total // packed} times as big when unpacked, more than {MAX_RATIO}")
    for info in infos:
        if info.filename.startswith(("/", "\\")) or ".." in info.filename.replace("\\", "/").split("/"):
            raise InputProblem("E-ZIP-BROKEN", where, "a part is named so that it leaves the archive", _AGAIN)


def _limit(where: str, what: str) -> InputProblem:
    return InputProblem("E-ZIP-LIMIT", where, f"the archive holds {what}", "No real letter is like that.")
