"""PDF, read by PDFium in a process of its own, which lives on for the next document."""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from typing import Any

from kg.errors import InputProblem
from kg.read._pdf_protocol import LENGTH, MEMORY, SECONDS, take
from kg.records import Block, Document, Source, Span

MEDIA_TYPES = ("application/pdf",)

_HEAD = 1024  # bytes in which the magic bytes must stand
_lock = threading.Lock()
_workers: dict[int, subprocess.Popen[bytes]] = {}  # by process: a fork must not share its parent's worker


def accepts(name: str, data: bytes) -> bool:  # noqa: ARG001 - all formats are asked alike
    """Whether the bytes begin as a PDF does."""
    return b"%PDF-" in data[:_HEAD]


def read(source: Source, data: bytes) -> Document:
    """The lines of each page, its notes, then its headers and footers; one `text` block a page.

    Raises InputProblem E-PDF-ENCRYPTED, E-PDF-BROKEN, E-NO-TEXT, E-GARBLED, E-LIMIT.
    """
    with _lock:
        answer = _ask(data, source.name)
    if "problem" in answer:
        code, what, advice = answer["problem"]
        raise InputProblem(code, source.name, what, advice)
    blocks = tuple(Block(**{**block, "span": Span(**block["span"])}) for block in answer["blocks"])
    return Document(source, answer["text"], blocks)


def _ask(data: bytes, where: str) -> dict[str, Any]:
    worker = _worker()
    answer: bytes | None = None
    try:
        answer = _exchange(worker, data)
    except BrokenPipeError:
        answer = b""
    finally:
        if answer is None:  # interrupted; it would answer the next question with this document
            worker.kill()
            worker.wait()
    if answer:
        found: dict[str, Any] = json.loads(answer)
        return found
    raise _ended(_end(worker), where)


def _ended(status: int, where: str) -> InputProblem:
    """Why the worker is gone, by its exit status."""
    advice = "Print the document to a new PDF and give that."
    if status == -getattr(signal, "SIGALRM", 0):
        return InputProblem("E-LIMIT", where, f"reading takes more than {SECONDS} s", advice)
    if status == 1:
        return InputProblem("E-PDF-BROKEN", where, "this program cannot take its pages apart", advice)
    return InputProblem("E-LIMIT", where, f"PDFium gives up on it, or needs more than {MEMORY} bytes", advice)


def _exchange(worker: subprocess.Popen[bytes], data: bytes) -> bytes:
    if worker.stdin is None or worker.stdout is None:
        return b""
    worker.stdin.write(LENGTH.pack(len(data)))
    worker.stdin.write(data)
    worker.stdin.flush()
    return take(worker.stdout)


def _worker() -> subprocess.Popen[bytes]:
    """The worker of this process, started where there is none or it has ended."""
    worker = _workers.get(os.getpid())
    if worker is None or worker.poll() is not None:
        paths = os.pathsep.join(path for path in sys.path if path)
        worker = subprocess.Popen(
            [sys.executable, "-P", "-m", "kg.read._pdf_worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
        )
        _workers[os.getpid()] = worker
    return worker


def _end(worker: subprocess.Popen[bytes]) -> int:
    for pipe in (worker.stdin, worker.stdout):
        if pipe and not pipe.closed:
            try:
                pipe.close()
            except BrokenPipeError:
                continue  # what was still to be written is of no use
    return worker.wait()


@atexit.register
def _end_own() -> None:
    worker = _workers.pop(os.getpid(), None)
    if worker:
        _end(worker)
