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
        request = json.loads(asked)
        _alarm(SECONDS)
        if request["form"]:
            answer, spent = _answer(request, data, metadata)
        else:
            answer = json.dumps(_held() | {"seccomp": kernel_refuses}).encode()
        _alarm(0)
        put(answers, answer)


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


def _answer(asked: dict[str, Any], data: bytes, metadata: bytes) -> tuple[bytes, bool]:
    """The document or the problem, and whether the memory is spent, so that the next document needs a new process."""
    try:
        reader = readers()[asked["form"]]
        source, aids = Source(asked["name"], "", ""), Aids(tuple(asked["passwords"]), metadata)
        return json.dumps(_written(reader.read(source, data, aids))).encode(), False
    except InputProblem as problem:
        return json.dumps({"problem": [problem.code, problem.what, problem.advice]}).encode(), False
    except MemoryError:
        what = f"reading needs more than {MEMORY} bytes of memory"
        return json.dumps({"problem": ["E-LIMIT", what, "Split the document."], "spent": True}).encode(), True


def _written(document: Document) -> dict[str, Any]:
    return {
        "text": document.text,
        "blocks": [[item.span.start, item.span.end, item.kind, item.label, item.page] for item in document.blocks],
        "issues": [
            [[[span.start, span.end] for span in item.spans], item.rule, item.message, item.by, item.degrades]
            for item in document.issues
        ],
        "boxes": document.boxes,
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
