"""The process in which documents of strangers are taken apart: bounded memory and time, no further file or socket.

Reads documents from standard input and answers on standard output, as `_protocol` says, until the input ends.
"""

from __future__ import annotations

import codecs
import json
import signal
import socket
import sys
from collections.abc import Callable
from typing import Any

from kg.confinement import refuse_sockets
from kg.errors import InputProblem
from kg.read import (
    _pdf_text,  # noqa: F401 - loaded now: later no file can be opened
    readers,
)
from kg.read._protocol import MEMORY, SECONDS, Aids, put, take
from kg.records import Document, Source

_CODECS = ("cp1252", "cp437", "latin-1", "utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "unicode_escape")


def main() -> None:
    """Answer until the input ends or the memory is spent."""
    readers()
    for name in _CODECS:
        codecs.lookup(name)
    kernel_refuses = confine()
    received, answers = sys.stdin.buffer, sys.stdout.buffer
    spent = False
    while not spent and (asked := take(received)) is not None:
        data, metadata = take(received) or b"", take(received) or b""
        _alarm(SECONDS)
        request = json.loads(asked)
        answer, spent = (
            _answer(request, data, metadata) if request["form"] else (_held() | {"seccomp": kernel_refuses}, False)
        )
        _alarm(0)
        put(answers, json.dumps(answer).encode())


def confine() -> bool:
    """Give up memory beyond MEMORY, every further file, and every socket; whether the kernel refuses sockets itself."""
    closed = refuse_sockets()
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return closed
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))  # the three that are open
    return closed


def _alarm(seconds: int) -> None:
    # The signal ends the process even while native code is busy.
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _answer(asked: dict[str, Any], data: bytes, metadata: bytes) -> tuple[dict[str, Any], bool]:
    """The answer, and whether the memory is spent, so that the next document needs a new process."""
    try:
        reader = readers()[asked["form"]]
        return _written(
            reader.read(Source(asked["name"], "", ""), data, Aids(tuple(asked["passwords"]), metadata))
        ), False
    except InputProblem as problem:
        return {"problem": [problem.code, problem.what, problem.advice]}, False
    except MemoryError:
        what = f"reading needs more than {MEMORY} bytes of memory"
        return {"problem": ["E-LIMIT", what, "Split the document."]}, True


def _written(document: Document) -> dict[str, Any]:
    return {
        "text": document.text,
        "blocks": [[item.span.start, item.span.end, item.kind, item.label, item.page] for item in document.blocks],
        "issues": [
            [[[span.start, span.end] for span in item.spans], item.rule, item.message, item.by, item.degrades]
            for item in document.issues
        ],
    }


def _held() -> dict[str, Any]:
    """What this process is refused, tried out."""
    attempts: dict[str, tuple[Callable[[], object], type[Exception]]] = {
        "network": (socket.socket, OSError),
        "files": (lambda: open(__file__, "rb"), OSError),  # noqa: PTH123, SIM115 - it must fail
        "memory": (lambda: bytearray(MEMORY), MemoryError),
    }
    return {name: _is_refused(attempt, error) for name, (attempt, error) in attempts.items()}


def _is_refused(attempt: Callable[[], object], error: type[Exception]) -> bool:
    try:
        attempt()
    except error:
        return True
    return False
