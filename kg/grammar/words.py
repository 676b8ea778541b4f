"""Which words a passage must hold before the grammar of a sort of source is asked: most passages hold none of them."""

from __future__ import annotations

from collections.abc import Iterator

LONGEST_LEAD = 64  # characters of a compound before its stem


def folded(text: str) -> str:
    """`text` in small letters, place by place: what `re.IGNORECASE` takes for equal is equal here.

    >>> folded("De KAMERBRIEF, İ")
    'de kamerbrief, i'
    """
    return text.replace("İ", "i").lower().replace("ſ", "s").replace("ı", "i")


def holds(text: str, needed: tuple[tuple[str, ...], ...]) -> bool:
    """Whether `text` holds at least one word of each row of `needed`."""
    for words in needed:
        for word in words:
            if word in text:
                break
        else:
            return False
    return True


def begins(small: str, stems: tuple[str, ...]) -> list[int]:
    """Where the words of a folded text begin that hold one of `stems`, in order.

    >>> begins("de kamerbrief en de e-mail", ("brief", "mail"))
    [3, 20]
    """
    return sorted(set(_begins(small, stems)))


def _begins(small: str, stems: tuple[str, ...]) -> Iterator[int]:
    for stem in stems:
        at = small.find(stem)
        while at >= 0:
            start = at
            first = max(0, at - LONGEST_LEAD)
            while start > first and (small[start - 1].isalnum() or small[start - 1] in "_-"):
                start -= 1
            yield start
            at = small.find(stem, at + len(stem))
