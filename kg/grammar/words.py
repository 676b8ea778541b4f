"""Which words a text must hold before a grammar is asked: most texts hold none of them.

The words of all grammars are looked for together, in one pass over a text (Aho-Corasick), so that it costs the same
whether ten grammars ask or a hundred.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache, reduce
from itertools import count
from operator import or_

from ahocorasick_rs import AhoCorasick, Implementation

LONGEST_LEAD = 64  # characters of a compound before its stem
Rows = int  # a set of rows of words: one bit each
_rows_with: dict[str, Rows] = {}  # for each word of all grammars the rows that it stands in
_rows = count()


def needing(*rows: Iterable[str]) -> Rows:
    """What a grammar needs, said once where the grammar is defined: rows of words or parts of words in small letters.

    A text must hold one word of each row; without rows every text has what is needed.

    >>> holds("brief aan de kamer", needing(("brief", "nota"), ("kamer",)))
    True
    """
    needed = 0
    for row in rows:
        bit = 1 << next(_rows)
        needed |= bit
        for word in sorted(set(row)):
            _rows_with[word] = _rows_with.get(word, 0) | bit
    _look_again()
    return needed


def looked_for(words: Iterable[str]) -> None:
    """Has `words_in` look for words that no grammar needs a row of.

    >>> looked_for(("veerpont",))
    >>> "veerpont" in words_in("de veerponten")
    True
    """
    for word in sorted(words):
        _rows_with.setdefault(word, 0)
    _look_again()


def _look_again() -> None:
    """Forgets what was found before more words were looked for."""
    for kept in (_all, words_in, held):
        kept.cache_clear()


@cache
def _all() -> AhoCorasick:
    return AhoCorasick(_rows_with, implementation=Implementation.ContiguousNFA)


@lru_cache(maxsize=512)
def words_in(small: str) -> frozenset[str]:
    """The words that any grammar needs and that a folded text holds."""
    return frozenset(_all().find_matches_as_strings(small, overlapping=True))


@lru_cache(maxsize=512)
def held(small: str) -> Rows:
    """The rows of which a folded text holds a word."""
    return reduce(or_, map(_rows_with.__getitem__, words_in(small)), 0)


def of_rows(small: str, wanted: Rows) -> list[tuple[str, Rows]]:
    """The words of some rows that a folded text holds, each with the rows of it, for `held_of`."""
    return [(word, rows) for word in words_in(small) if (rows := _rows_with[word] & wanted)]


def held_of(words: Iterable[tuple[str, Rows]], part: str) -> Rows:
    """The rows of which a part of a folded text holds a word, of those that the whole text holds.

    >>> wanted = needing(("brief",))
    >>> held_of(of_rows("brief aan de kamer", wanted), "aan de kamer") == wanted
    False
    """
    held_rows = 0
    for word, rows in words:
        if word in part:
            held_rows |= rows
    return held_rows


def holds(small: str, needed: Rows) -> bool:
    """Whether a folded text holds at least one word of each row of what is needed."""
    return held(small) & needed == needed


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
