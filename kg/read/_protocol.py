"""What the reader and its worker process tell each other: frames of a length and so many bytes.

A document is three frames: JSON (`Asked`), the bytes of the file, and those of the metadata beside it.  The answer is
one frame of JSON: `text`, `blocks`, `issues` and `boxes` as lists, or `problem`.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import IO

MEMORY = 1_000_000_000  # bytes that the worker may use
SECONDS = 60  # that a document may take
_LENGTH = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class Aids:
    """What may help to read a file besides its bytes: passwords to try, and the official metadata beside it."""

    passwords: tuple[str, ...] = ()
    metadata: bytes = b""


def put(stream: IO[bytes], *frames: bytes) -> None:
    """Send frames."""
    for frame in frames:
        stream.write(_LENGTH.pack(len(frame)))
        stream.write(frame)
    stream.flush()


def take(stream: IO[bytes]) -> bytes | None:
    """One frame; None at the end of the stream, and for a frame that no honest process sends."""
    head = stream.read(_LENGTH.size)
    length = _LENGTH.unpack(head)[0] if len(head) == _LENGTH.size else MEMORY
    if length >= MEMORY:
        return None
    frame = stream.read(length)
    return frame if len(frame) == length else None
