"""The places in the text that a triple was read from, each within its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

from kg.places import bounds
from kg.store import Store
from kg.vocab import iri

REACH = 300  # characters of a sentence shown at most on either side
_END = re.compile(r"[.!?][”’\"')\]]{0,3}\s+(?=[^a-z\s\d])|\n[ \t]*\n")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words of a document, `exact`, with the rest of their sentence; `start` and `end` are code points of the text."""

    document: str
    start: int
    end: int
    before: str
    exact: str
    after: str


def of_node(store: Store, node: ox.NamedNode) -> tuple[Quote, ...]:
    """Where a located node stands, in reading order; nothing for a node that is not located."""
    selectors = list(_objects(q.object for q in store.quads.quads_for_pattern(node, _term("oa:hasSelector"), None)))
    within = bounds(store, node) if selectors else []
    return tuple(sorted({_quote(store, selector.value, within) for selector in selectors}))


def of_triple(
    store: Store, subject: ox.NamedNode, predicate: str, value: ox.NamedNode | ox.Literal
) -> tuple[Quote, ...]:
    """The places that a plain triple rests on: those of its assertions, else of the located node in it.

    Where both ends are located, it is the one with the fewest words that says it: the amount, not all of the answer.
    """
    found = {q for mention in _derived(store, subject, predicate, value) for q in of_node(store, mention)}
    if found:
        return tuple(sorted(found))
    ends = [of_node(store, end) for end in (value, subject) if isinstance(end, ox.NamedNode)]
    return min(filter(None, ends), key=lambda quotes: sum(len(q.exact) for q in quotes), default=())


def _derived(
    store: Store, subject: ox.NamedNode, predicate: str, value: ox.NamedNode | ox.Literal
) -> Iterator[ox.NamedNode]:
    quads = store.quads
    for assertion in quads.quads_for_pattern(None, _term("rdf:subject"), subject):
        node = assertion.subject
        says_it = any(quads.quads_for_pattern(node, _term("rdf:predicate"), _term(predicate)))
        if says_it and any(quads.quads_for_pattern(node, _term("rdf:object"), value)):
            yield from _objects(q.object for q in quads.quads_for_pattern(node, _term("prov:wasDerivedFrom"), None))


def _objects(terms: Iterable[object]) -> Iterator[ox.NamedNode]:
    return (term for term in terms if isinstance(term, ox.NamedNode))


@lru_cache(maxsize=256)
def _term(name: str) -> ox.NamedNode:
    return ox.NamedNode(iri(name) if not name.startswith("http") else name)


def _quote(store: Store, selector: str, within: Iterable[tuple[int, int]]) -> Quote:
    """The quote that a selector IRI (`.../document/KEY/text#char=START,END`) stands for; its sentence stays `within` its part."""
    text_address, _, place = selector.partition("#char=")
    document = text_address.removesuffix("/text")
    start, end = (int(number) for number in place.split(","))
    text = store.text(document.rsplit("/", 1)[-1])
    low, high = next((part for part in within if part[0] <= start and end <= part[1]), (0, len(text)))
    before, after = sentence(text[low:high], start - low, end - low)
    return Quote(document, start, end, before, joined(text[start:end]), after)


def sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after `text[start:end]` in the same sentence, on one line."""
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    ends = [match.end() for match in _END.finditer(text, low, min(high, start + 1)) if match.end() <= start]
    first = ends[-1] if ends else low
    stop = _END.search(text, max(start, end - 1), high)
    last = min(high, stop.end()) if stop else high
    return joined(text[first:start]).lstrip(), joined(text[end : max(end, last)]).rstrip()


def joined(text: str) -> str:
    r"""The text on one line.

    >>> joined("een brief \n  van drie regels")
    'een brief van drie regels'
    """
    return _SPACE.sub(" ", text)
