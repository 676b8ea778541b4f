"""The store in the formats of others.  Each file of this folder without an underscore is a format.

A format has `MEDIA_TYPE`, `SUFFIX`, `write(store, out, **options)`, and `OPTIONS` where it takes any.  Two exports of
equal stores are equal bytes.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
from functools import cache
from types import ModuleType
from typing import BinaryIO

from kg.errors import UsageProblem
from kg.store import Store

__all__ = ["export", "formats"]


@cache
def formats() -> dict[str, ModuleType]:
    """The formats by name, sorted."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    return {name: importlib.import_module(f"{__name__}.{name}") for name in names}


def export(store: Store, format: str, out: BinaryIO, **options: bool) -> None:  # noqa: A002 - the word of the command
    """Write the whole store to `out`.  A reader that stops reading ends it quietly.

    Raises UsageProblem for a format that does not exist and for an option that the format does not have.
    """
    module = formats().get(format)
    if module is None:
        raise UsageProblem(f"{format}: no such export format. Use one of {', '.join(formats())}.")
    taken = getattr(module, "OPTIONS", ())
    for option in options:
        if option not in taken:
            having = [name for name, other in formats().items() if option in getattr(other, "OPTIONS", ())]
            advice = f"It belongs to {', '.join(having)}." if having else "Leave it out."
            raise UsageProblem(f"{option}: the format {format} has no such option. {advice}")
    try:
        module.write(store, out, **options)
        out.flush()
    except BrokenPipeError:
        _abandon(out)


def _abandon(out: BinaryIO) -> None:
    """Lets what is still buffered for a closed pipe go nowhere, so that closing it raises nothing."""
    try:
        number = out.fileno()
    except OSError:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)
