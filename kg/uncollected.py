"""Work on one document with Python's search for reference cycles off.

Records hold no cycles, so nothing is lost; and the search takes longer the more records there are: a document with
10,000 questions took 12 times as long as one with 1,000, and takes 8 times as long without it (benchmarks).
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def uncollected(function: Callable[P, T]) -> Callable[P, T]:
    """The same function; while it runs, memory is freed by counting references alone."""

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        was_on = gc.isenabled()
        gc.disable()
        try:
            return function(*args, **kwargs)
        finally:
            if was_on:
                gc.enable()

    return run
