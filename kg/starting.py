"""Ctrl-C while the command is still being loaded: one line and 130, as later.

Loaded before all else, for the rest of the program takes half a second to load.  Programs that import `kg` keep their
own way with Ctrl-C.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from types import FrameType

LINE = "Afgebroken. (Interrupted.)"


def is_command() -> bool:
    """Whether this process is the command `kg` or `python -m kg`, which this is asked before it runs."""
    if sys.argv[:1] == ["-m"]:
        words = sys.orig_argv
        return words[words.index("-m") + 1 :][:1] == ["kg"] if "-m" in words else False
    return bool(sys.argv) and Path(sys.argv[0]).stem == "kg"


def _end(_signal: int, _frame: FrameType | None) -> None:
    os.write(2, f"{LINE}\n".encode())
    os._exit(130)


def begin() -> None:
    """End at once by Ctrl-C, where nothing else was asked: nothing has been opened or written yet."""
    if is_command() and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end)


def done() -> None:
    """The command is loaded and runs: from here on Ctrl-C is a KeyboardInterrupt."""
    if signal.getsignal(signal.SIGINT) is _end:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def over() -> None:
    """The command was interrupted and has said so: once more ends the process without a word."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


begin()
