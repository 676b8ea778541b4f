"""Files as they are found: their bytes, and what may help to read them, passwords and the metadata beside them."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputProblem, UsageProblem
from kg.read._bytes import MAX_BYTES, load
from kg.read._protocol import Aids
from kg.read._refuse import printable

METADATA = "metadata.xml"


@dataclass(frozen=True, slots=True)
class File:
    """A file that has not been read yet: its path as errors name it, its name, its bytes."""

    shown: str
    name: str
    data: bytes
    aids: Aids

    @property
    def digest(self) -> str:
        """A hash of all that its document depends on: name, bytes and metadata."""
        hashes = (hashlib.sha256(data).hexdigest() for data in (self.data, self.aids.metadata))
        return hashlib.sha256(" ".join((*hashes, self.name)).encode()).hexdigest()


def fetch(path: Path | str, limit: int | None = None) -> File:
    """A regular file of at most `limit` bytes (else KG_MAX_BYTES, else MAX_BYTES).

    Raises InputProblem, which names the path as given, and UsageProblem where KG_PASSWORD_FILE cannot be read.
    """
    shown = printable(str(path)) or '""'
    limit = limit or _allowed()
    data = load(path, shown, limit)
    return File(shown, printable(Path(path).name), data, Aids(_passwords(), _metadata(Path(path), data, limit)))


def is_metadata(path: str | Path) -> bool:
    """Whether a file is, by its name, the metadata beside an official publication and no document itself."""
    name = Path(path).name.lower()
    return name == METADATA or name.endswith(f".{METADATA}")


def _allowed() -> int:
    given = os.environ.get("KG_MAX_BYTES", "")
    return int(given) if given.isdecimal() else MAX_BYTES


def _passwords() -> tuple[str, ...]:
    """The lines of the file that KG_PASSWORD_FILE (`--password-file`) names."""
    path = os.environ.get("KG_PASSWORD_FILE")
    if not path:
        return ()
    try:
        return tuple(filter(None, Path(path).read_text(encoding="utf-8").splitlines()))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageProblem(f"{path}: the password file cannot be read as text. Give another file.") from error


def _metadata(path: Path, data: bytes, limit: int) -> bytes:
    """The metadata beside XML: NAME.metadata.xml, NAME/metadata.xml, or metadata.xml where it can be of no other XML."""
    if path.suffix.lower() != ".xml" or is_metadata(path) or not data:
        return b""
    places = [path.with_suffix(f".{METADATA}"), path.with_suffix("") / METADATA]
    places += [path.with_name(METADATA)] if _is_alone(path) else []
    for place in places:
        try:
            return load(place, printable(str(place)), limit)
        except InputProblem as problem:
            if problem.code != "E-MISSING":
                raise
    return b""


def _is_alone(path: Path) -> bool:
    """Whether the folder has metadata and no other XML that they could belong to."""
    if not path.with_name(METADATA).exists():
        return False
    with os.scandir(path.parent) as items:
        return all(
            is_metadata(item.name) for item in items if item.name.lower().endswith(".xml") and item.name != path.name
        )
