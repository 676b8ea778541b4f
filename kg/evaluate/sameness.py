"""When two readers mean the same: text extraction loses spaces, quotes and hyphens, so these never count."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

# white space is left out too; what is left are letters, digits and signs that mean something ("€", "@", "^")
_LOST = dict.fromkeys(map(ord, "-\u00ad‐‑‒–—―'\"‘’“”«»„‹›´`.,:;!?()[]*|/\\_~+=#%&"))
_CONTAINED = 0.6  # of the longer text that the shorter must hold, to be the same text cut short


def letters(text: str | None) -> str:
    r"""What is left of a text when everything that text extraction loses is taken out.

    >>> letters("Op 3 mei: «De sluis-\ndeur»")
    'op3meidesluisdeur'
    """
    plain = unicodedata.normalize("NFKC", text or "").casefold()
    return "".join(plain.split()).translate(_LOST)


def alike(one: str | None, other: str | None, least: float) -> bool:
    """Whether two texts are the same but for a slip: equal, one within the other, or similar to `least` (0 to 1)."""
    a, b = sorted((letters(one), letters(other)), key=len)
    if not a or a == b:
        return a == b
    if a in b and len(a) >= _CONTAINED * len(b):
        return True
    first, second = letters(one), letters(other)  # the measure is not symmetric
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= least


def web_address(url: str | None) -> str:
    """An address without what may differ: scheme, "www.", query, fragment, the stop that ends a sentence.

    >>> web_address("https://www.Example.nl/a/?utm=1")
    'example.nl/a'
    """
    plain = (url or "").casefold().strip()
    for scheme in ("https://", "http://"):
        if plain.startswith(scheme):
            plain = plain.removeprefix(scheme).removeprefix("www.")
            break
    return plain.partition("#")[0].partition("?")[0].rstrip("/.,)")


def office(item: Mapping[str, Any]) -> tuple[str, str]:
    """A role and its portfolio: "voor Klimaat" and "Klimaat" are one."""
    portfolio = str(item.get("portfolio") or "")
    first, _, rest = portfolio.partition(" ")
    return letters(item.get("role")), letters(rest if first.casefold() in ("voor", "van") else portfolio)


def place(at: Any) -> str:
    """Where an item stands, the first place where it stands at several."""
    first = at[0] if isinstance(at, list) and at else at
    return letters(first) if isinstance(first, str) else ""


def same_day(one: str, other: str) -> bool:
    """Whether two dates agree as far as both go: "2024-11" and "2024-11-04" do."""
    return one.startswith(other) or other.startswith(one)
