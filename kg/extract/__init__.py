"""From a document to what is said in it.  Each file of this folder without an underscore is an extractor.

An extractor has `extract(structure) -> Iterator[Mention]`: pure, unordered, independent of the others.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby

from kg.findings import findings
from kg.records import Document, Extraction, Found, Mention, Structure
from kg.segment import segment
from kg.uncollected import uncollected

__all__ = ["extract", "extractors"]

Extractor = Callable[[Structure], Iterable[Mention]]


@cache
def extractors() -> dict[str, Extractor]:
    """The extractors by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    return {name: importlib.import_module(f"{__name__}.{name}").extract for name in names}


@uncollected
def extract(document: Document) -> Extraction:
    """Everything that the extractors read in a document, in reading order, and what is remarkable about it."""
    structure = segment(document)
    found = [Found(name, mention) for name, run in extractors().items() for mention in run(structure)]
    found += [Found("findings", finding) for finding in findings(structure, [f.mention for f in found])]
    return Extraction(structure, tuple(_in_order(found)))


def _in_order(found: list[Found]) -> Iterator[Found]:
    """In reading order.  All that two mentions say is only compared where they share place, extractor and class."""
    for _, same in groupby(sorted(found, key=_place), key=_place):
        alike = list(same)
        yield from alike if len(alike) == 1 else sorted(alike, key=lambda f: repr(f.mention))


def _place(found: Found) -> tuple[object, ...]:
    mention = found.mention
    return mention.spans, found.extractor, type(mention).__name__
