"""Reading in a process of its own, one for each process that reads, which lives on for the next document."""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputProblem
from kg.read._protocol import MEMORY, SECONDS, Aids, put, take
from kg.records import Block, Box, Document, Issue, Source, Span

# The package `kg` itself imports everything; the worker needs `kg.read`, so a bare package stands in for it.
_CODE = (
    "import sys, types; kg = types.ModuleType('kg'); kg.__path__ = [sys.argv[1]]; sys.modules['kg'] = kg; "
    "from kg.read._worker import main; main()"
)
_KEPT = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LANG", "LC_ALL")  # of the environment; no secrets go along
_ADVICE = "Convert it, for instance by printing it to a new PDF, and give that."
# How native code ends where memory runs out, or where the system takes it back.
_SPENT = tuple(getattr(signal, name, 0) for name in ("SIGABRT", "SIGTRAP", "SIGILL", "SIGKILL"))


@dataclass(slots=True)
class Worker:
    """A running worker process, and how many documents it was given."""

    process: subprocess.Popen[bytes]
    given: int = 0


_lock = threading.Lock()
_workers: dict[int, Worker] = {}  # by process: a fork must not share its parent's worker


def read_apart(form: str, source: Source, data: bytes, aids: Aids) -> Document:
    """The document that the reader `form` makes of the data.  Raises InputProblem: the reader's, E-LIMIT, E-CRASH."""
    asked = {"form": form, "name": source.name, "passwords": aids.passwords}
    answer = _ask(asked, data, aids.metadata)
    if "problem" in answer:
        code, what, advice = answer["problem"]
        raise InputProblem(code, source.name, what, advice)
    blocks = (Block(Span(start, end), kind, label, page) for start, end, kind, label, page in answer["blocks"])
    issues = (Issue(tuple(Span(*span) for span in spans), *said) for spans, *said in answer["issues"])
    return Document(source, answer["text"], tuple(blocks), tuple(issues), tuple(Box(*box) for box in answer["boxes"]))


def held() -> dict[str, bool]:
    """What the worker is refused on this machine, tried out: `network`, `files`, `memory` beyond its limit.

    `seccomp`: whether it is the kernel's filter too that refuses the network.  Raises InputProblem E-CRASH where the
    worker cannot be started.
    """
    return _ask({"form": "", "name": "the reader of documents", "passwords": []}, b"", b"")


def _ask(asked: dict[str, Any], *frames: bytes) -> dict[str, Any]:
    """The worker's answer.  Where one that had read other documents dies or runs out of memory, a fresh one tries."""
    with _lock:
        while True:
            worker = _worker()
            worker.given += 1
            answer = _exchange(worker.process, json.dumps(asked).encode(), *frames)
            found: dict[str, Any] = json.loads(answer) if answer else {"spent": True}
            if not found.get("spent"):
                return found
            status = _end(worker.process)
            if worker.given > 1 and not _took_too_long(status):
                continue
            if answer:
                return found
            raise _ended(status, str(asked["name"]))


def _exchange(process: subprocess.Popen[bytes], *frames: bytes) -> bytes | None:
    if process.stdin is None or process.stdout is None:
        return None
    try:
        put(process.stdin, *frames)
        return take(process.stdout)
    except BrokenPipeError:
        return None
    except BaseException:
        process.kill()  # interrupted; it would answer the next question with this document
        process.wait()
        raise


def _took_too_long(status: int) -> bool:
    return status == -getattr(signal, "SIGALRM", 0)


def _ended(status: int, where: str) -> InputProblem:
    """Why the worker is gone, by its exit status."""
    if _took_too_long(status):
        return InputProblem("E-LIMIT", where, f"reading takes more than {SECONDS} s", _ADVICE)
    if -status in _SPENT:
        return InputProblem("E-LIMIT", where, f"reading needs more than {MEMORY} bytes of memory", _ADVICE)
    return InputProblem("E-CRASH", where, f"the process that reads it died of it (status {status})", _ADVICE)


def _worker() -> Worker:
    """The worker of this process, started where there is none or it has ended."""
    worker = _workers.get(os.getpid())
    if worker is None or worker.process.poll() is not None:
        paths = os.pathsep.join(path for path in sys.path if path)
        process = subprocess.Popen(  # noqa: S603 - this program itself, no input of others
            [sys.executable, "-S", "-P", "-c", _CODE, str(Path(__file__).resolve().parents[1])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PYTHONPATH": paths} | {name: os.environ[name] for name in _KEPT if name in os.environ},
        )
        worker = _workers[os.getpid()] = Worker(process)
    return worker


def _end(process: subprocess.Popen[bytes]) -> int:
    for pipe in (process.stdin, process.stdout):
        if pipe and not pipe.closed:
            try:
                pipe.close()
            except BrokenPipeError:
                continue  # what was still to be written is of no use
    return process.wait()


@atexit.register
def _end_own() -> None:
    worker = _workers.pop(os.getpid(), None)
    if worker:
        _end(worker.process)
