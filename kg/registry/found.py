"""What a look-up finds: candidates with a score and a reason, never a guess."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from kg.records import Thing

AMBIGUOUS = 0.5
"""No candidate scores higher where several are left."""
UNCERTAIN = 0.75
"""No candidate scores higher that was found by likeness."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that a printed name may mean.

    `key` is the path of its IRI below the base ("person/mark-rutte"); `score` 0..1; `reason` in Dutch words;
    `via` the key of the incumbency or membership that supports it, "" where there is none.
    """

    key: str
    score: float
    reason: str
    via: str = ""

    @property
    def thing(self) -> Thing:
        """The candidate as a value for the graph."""
        kind, _, key = self.key.partition("/")
        return Thing(kind, key)


@dataclass(frozen=True, slots=True)
class Found(Sequence[Candidate]):
    """The candidates, best first; `reason` says why there are none, or several.

    `possible` are things of that name which the lists do not have for that day (another period, a day that no
    list covers): matter for *unsure*, never for *yes*.  `covered`: whether a list claims to be complete that day.
    """

    candidates: tuple[Candidate, ...] = ()
    reason: str = ""
    possible: tuple[Candidate, ...] = ()
    covered: bool = True

    @overload
    def __getitem__(self, place: int) -> Candidate: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Candidate, ...]: ...

    def __getitem__(self, place: int | slice) -> Candidate | tuple[Candidate, ...]:
        return self.candidates[place]

    def __len__(self) -> int:
        return len(self.candidates)

    def __iter__(self) -> Iterator[Candidate]:
        return iter(self.candidates)


def ranked(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """One candidate per thing (its best), best first, then by key."""
    best: dict[str, Candidate] = {}
    for candidate in candidates:
        if candidate.key not in best or candidate.score > best[candidate.key].score:
            best[candidate.key] = candidate
    return tuple(sorted(best.values(), key=lambda each: (-each.score, each.key)))


def settled(candidates: Iterable[Candidate], margin: float = 0.1) -> tuple[Candidate, ...]:
    """The best candidate alone where it leads by `margin`; else all that are close, none above AMBIGUOUS."""
    order = ranked(candidates)
    close = [each for each in order if each.score >= order[0].score - margin + 1e-9]
    if len(close) < 2:
        return tuple(close)
    why = f"; {len(close)} mogelijkheden"
    return tuple(Candidate(c.key, min(c.score, AMBIGUOUS), c.reason + why, c.via) for c in close)
