"""The paragraphs of a passage: what is said in one goes on in no other."""

from __future__ import annotations

from collections.abc import Iterator


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    r"""Where each paragraph begins, and its text.

    >>> list(paragraphs("Ja.\n\nNee."))
    [(0, 'Ja.'), (5, 'Nee.')]
    """
    start = 0
    for piece in text.split("\n"):
        if piece:
            yield start, piece
        start += len(piece) + 1
