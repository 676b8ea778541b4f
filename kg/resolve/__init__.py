"""From a mention to what it means: a verdict with a score and a reason, never a guess.

Each file of this folder without an underscore is a resolver with `resolve(extraction) -> Iterator[Link]`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from functools import cache

from kg.records import Extraction, Link

__all__ = ["resolve", "resolvers"]

Resolver = Callable[[Extraction], Iterable[Link]]


@cache
def resolvers() -> dict[str, Resolver]:
    """The resolvers by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    return {name: importlib.import_module(f"{__name__}.{name}").resolve for name in names}


def resolve(extraction: Extraction) -> tuple[Link, ...]:
    """The verdicts of all resolvers, in reading order of the mentions."""
    links = [link for run in resolvers().values() for link in run(extraction)]
    return tuple(sorted(links, key=lambda link: (link.mention.spans, link.target.kind, -link.score, link.target.key)))
