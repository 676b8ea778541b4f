"""What the reader of PDF and its worker process tell each other: a length, then so many bytes."""

from __future__ import annotations

import struct
from typing import IO

MEMORY = 1_000_000_000  # bytes that the worker may use
SECONDS = 60  # that a document may take
LENGTH = struct.Struct(">Q")


def take(stream: IO[bytes]) -> bytes:
    """One message; empty at the end of the stream."""
    head = stream.read(LENGTH.size)
    return stream.read(LENGTH.unpack(head)[0]) if len(head) == LENGTH.size else b""
