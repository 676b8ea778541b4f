"""Which words a text must hold before a grammar is asked: most texts hold none of them.

The words of all grammars are looked for together, in one pass over a text (Aho-Corasick), so that it costs the same
whether ten grammars ask or a hundred.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, Implementation

LONGEST_LEAD = 64  # characters of a compound before its stem
_asked_for: dict[str, None] = {}  # the words of all grammars, each once


@dataclass(frozen=True, slots=True)
class Needed:
    """Words or parts of words in small letters, of which a text must hold one of each row.  Made by `needing`."""

    rows: tuple[frozenset[str], ...]


def needing(*rows: Iterable[str]) -> Needed:
    """What a grammar needs, said once where the grammar is defined.

    >>> holds("brief aan de kamer", needing(("brief", "nota"), ("kamer",)))
    True
    """
    needed = Needed(tuple(frozenset(row) for row in rows))
    _asked_for.update((word, None) for row in needed.rows for word in sorted(row))
    _all.cache_clear()
    held.cache_clear()
    return needed


@cache
def _all() -> AhoCorasick:
    return AhoCorasick(_asked_for, implementation=Implementation.DFA)


@lru_cache(maxsize=512)
def held(small: str) -> frozenset[str]:
    """The words that any grammar needs and that a folded text holds."""
    return frozenset(_all().find_matches_as_strings(small, overlapping=True))


def holds(small: str, needed: Needed) -> bool:
    """Whether a folded text holds at least one word of each row of what is needed."""
    return meets(held(small), needed)


def meets(here: frozenset[str], needed: Needed) -> bool:
    """Whether the words that a text holds have one of each row of what is needed."""
    for row in needed.rows:  # noqa: SIM110 - this is asked more often than anything else
        if row.isdisjoint(here):
            return False
    return True


@lru_cache(maxsize=512)
def folded(text: str) -> str:
    """`text` in small letters, place by place: what `re.IGNORECASE` takes for equal is equal here.

    >>> folded("De KAMERBRIEF, İ")
    'de kamerbrief, i'
    """
    return text.replace("İ", "i").lower().replace("ſ", "s").replace("ı", "i")


def begins(small: str, stems: Sequence[str]) -> list[int]:
    """Where the words of a folded text begin that hold one of `stems`, in order.

    >>> begins("de kamerbrief en de e-mail", ("brief", "mail"))
    [3, 20]
    """
    return sorted(set(_begins(small, stems)))


def _begins(small: str, stems: Sequence[str]) -> Iterator[int]:
    for stem in stems:
        at = small.find(stem)
        while at >= 0:
            start = at
            first = max(0, at - LONGEST_LEAD)
            while start > first and (small[start - 1].isalnum() or small[start - 1] in "_-"):
                start -= 1
            yield start
            at = small.find(stem, at + len(stem))
