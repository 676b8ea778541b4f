"""Which words a text must hold before a grammar is asked: most texts hold none of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

Needed = Sequence[tuple[str, ...]]  # words, of which a text holds one of each row
LONGEST_LEAD = 64  # characters of a compound before its stem


def folded(text: str) -> str:
    """`text` in small letters, place by place: what `re.IGNORECASE` takes for equal is equal here.

    >>> folded("De KAMERBRIEF, İ")
    'de kamerbrief, i'
    """
    return text.replace("İ", "i").lower().replace("ſ", "s").replace("ı", "i")


def holds(text: str, needed: Needed) -> bool:
    """Whether `text` holds at least one word of each row of `needed`."""
    for words in needed:
        for word in words:
            if word in text:
                break
        else:
            return False
    return True


def pruned(text: str, known: Iterable[tuple[T, Needed]]) -> list[tuple[T, Needed]]:
    """What may be found in a text by the words that each thing needs, and of these words the ones that the text holds.

    Asked of a whole document first, so that its many parts are only asked about words that it has.

    >>> pruned("brief aan de kamer", [("a", (("brief", "nota"), ("kamer",))), ("b", (("nota",),))])
    [('a', (('brief',), ('kamer',)))]
    """
    held: dict[str, bool] = {}
    kept: list[tuple[T, Needed]] = []
    for thing, needed in known:
        rows: list[tuple[str, ...]] = []
        for words in needed:
            rows.append(tuple([word for word in words if _held(word, text, held)]))
            if not rows[-1]:
                break
        else:
            kept.append((thing, tuple(rows)))
    return kept


def _held(word: str, text: str, held: dict[str, bool]) -> bool:
    if word not in held:
        held[word] = word in text
    return held[word]


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
