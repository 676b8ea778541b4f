"""What a name that a user gives stands for in a store: a case number, the name of a person, a file, an IRI."""

from __future__ import annotations

from difflib import get_close_matches

from kg.errors import UsageProblem
from kg.store import Store
from kg.things import Things

HINTS = 6


def find(store: Store, around: str) -> list[str]:
    """The IRIs of what `around` names.  Raises UsageProblem, with the nearest names, where there is nothing."""
    return named(Things(store), around)


def named(things: Things, around: str) -> list[str]:
    """The IRIs of what `around` names among some things.  Raises UsageProblem as `find`."""
    wanted = around.strip()
    if "://" in wanted and not set(wanted) & set(' <>"{}|\\^`\n\t') and things.kind(wanted):
        return [wanted]
    exact = things.called(wanted)
    if exact:
        return exact
    names = things.names()
    same = [name for name in names if name.casefold() == wanted.casefold()]
    if same:
        return sorted({node for name in same for node in names[name]})
    hints = _near(wanted, list(names))
    advice = f"Did you mean: {'; '.join(hints)}?" if hints else "Give a case number, a name, a file name or an IRI."
    raise UsageProblem(f"{around!r}: nothing in the store has this name. {advice}")


def _near(wanted: str, names: list[str]) -> list[str]:
    """The names that hold what is wanted, the shortest first, then those that are spelt almost so."""
    small = wanted.casefold()
    folded = {name.casefold(): name for name in reversed(names)}
    holding = sorted((name for name in folded if small and small in name), key=lambda name: (len(name), name))
    close = get_close_matches(small, list(folded), n=HINTS, cutoff=0.6)
    return [folded[name][:80] for name in dict.fromkeys([*holding, *close])][:HINTS]
