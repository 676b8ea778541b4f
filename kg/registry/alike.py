"""When names and initials of two lists agree."""

from __future__ import annotations

from collections.abc import Iterable

from kg.registry.names import PARTICLES, fold, squash


def spelt(first_names: str) -> set[str]:
    """The initials that first names give; a double first name counts for one or for two.

    >>> sorted(spelt("Marie-Fleur"))
    ['m', 'mf']
    """
    words = [fold(word) for word in first_names.split() if fold(word)[:1].isascii() and fold(word)[:1].isalpha()]
    return {"".join(word[0] for word in words), "".join(part[0] for word in words for part in word.split("-") if part)}


def same_surname(one: str, other: str) -> bool:
    """Equal, or the one is a part of the other's double name.

    >>> same_surname("Faber", "Faber-van de Klashorst"), same_surname("Jansen", "Janssen")
    (True, False)
    """
    if squash(one) == squash(other):
        return True
    parts, others = fold(one).split("-"), fold(other).split("-")
    if len(parts) > 1 and len(others) > 1:
        return False
    return any(squash(part) == squash(other_part) for part in parts for other_part in others)


def agree(one: Iterable[str], other: Iterable[str]) -> str:
    """How initials agree: "same", "begins" (one has more of them) or "" (not at all, or unknown)."""
    pairs = [(a, b) for a in one for b in other if a and b]
    if any(a == b for a, b in pairs):
        return "same"
    return "begins" if any(a.startswith(b) or b.startswith(a) for a, b in pairs) else ""


def cut(rest: str, surname: str) -> tuple[str, str, str] | None:
    """First name, prefix and surname of a printed name that ends in `surname`; None where it does not.

    >>> cut("Hanke Bruins Slot", "Bruins Slot")
    ('Hanke', '', 'Bruins Slot')
    >>> cut("Femke van Kooten-Arissen", "Kooten-Arissen")
    ('Femke', 'van', 'Kooten-Arissen')
    """
    words = rest.split()
    for start in range(len(words)):
        tail = " ".join(words[start:])
        if same_surname(tail, surname):
            middle = start
            while middle > 0 and fold(words[middle - 1]) in PARTICLES:
                middle -= 1
            return " ".join(words[:middle]), " ".join(words[middle:start]).lower(), tail
    return None
