"""Earlier sets on the same subject: an inverted index of telling words with IDF weights, and the cosine of the best.

Each set is known by its heaviest words only; sets that share two of them are candidates, and only the best few of
those are compared whole.  The cost grows with the number of sets times the length of the lists of rare words, far
below that of all pairs.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

SUBJECT = 3.0  # how much heavier a word of the subject weighs
WORDS = 40  # heaviest words of a set that are compared
KEYS = 12  # heaviest words by which a set is found
COMMON = 2500  # sets with a word among their KEYS, from which it no longer finds anything
CANDIDATES = 40  # compared whole
MOST = 3  # earlier sets that are named
LEAST = 0.2  # cosine from which sets with questions are alike
LEAST_TITLES = 0.4  # the same where of one only the subject is known: few words are soon alike
UNTITLED = 4  # words that sets must share where one has no subject printed
METHOD = "omgekeerde index met IDF-gewogen woorden, cosinus"


@dataclass(frozen=True, slots=True)
class Similar:
    """That set `later` is like set `earlier`; `words` they share, heaviest first."""

    later: int
    earlier: int
    score: float
    words: tuple[str, ...]


@dataclass(slots=True)
class Index:
    """The words of all sets, as numbers; sets are numbered in the order in which they are added."""

    number: dict[str, int] = field(default_factory=dict)
    sets: list[tuple[array[int], array[int]]] = field(default_factory=list)  # words of the subject, other words
    compared: int = 0  # pairs that were compared whole
    _names: list[str] = field(default_factory=list)

    def add(self, subject: Iterable[str], text: Iterable[str]) -> int:
        """A set with the words of its subject and of its questions; its number."""
        first = array("I", sorted({self._word(word) for word in subject}))
        known = set(first)
        rest = array("I", sorted({self._word(word) for word in text} - known))
        self.sets.append((first, rest))
        return len(self.sets) - 1

    def _word(self, word: str) -> int:
        return self.number.setdefault(word, len(self.number))

    def of(self, sets: Iterable[int]) -> frozenset[str]:
        """The words of these sets together."""
        if not self._names or len(self._names) < len(self.number):
            self._names = list(self.number)
        return frozenset(self._names[word] for number in sets for part in self.sets[number] for word in part)

    def similar(self, order: Sequence[int]) -> Iterator[Similar]:
        """For each set, the few earlier ones that are most like it; `order` has the sets from early to late."""
        vectors = self._vectors(order)
        names = list(self.number)
        found: dict[int, list[int]] = defaultdict(list)
        for place in order:
            words, _ = vectors[place]
            keys = [word for word in words[:KEYS] if len(found[word]) < COMMON]
            shared = Counter(earlier for word in keys for earlier in found[word])
            enough = min(2, len(keys))
            best = [(count, earlier) for earlier, count in shared.items() if count >= enough]
            best.sort(key=lambda pair: (-pair[0], pair[1]))
            yield from self._best(place, [earlier for _, earlier in best[:CANDIDATES]], vectors, names)
            for word in words[:KEYS]:
                found[word].append(place)

    def _best(
        self, place: int, candidates: list[int], vectors: list[tuple[array[int], array[float]]], names: list[str]
    ) -> Iterator[Similar]:
        self.compared += len(candidates)
        own = dict(zip(*vectors[place], strict=True))
        subject = set(self.sets[place][0])
        scored = []
        for earlier in candidates:
            words, weights = vectors[earlier]
            parts = [(own[w] * weight, w) for w, weight in zip(words, weights, strict=True) if w in own]
            score = math.fsum(part for part, _ in parts)
            same_subject = bool(subject & set(self.sets[earlier][0]))
            untitled = not subject or not self.sets[earlier][0]
            least = LEAST if self.sets[place][1] and self.sets[earlier][1] else LEAST_TITLES
            if score >= least and (same_subject or (untitled and len(parts) >= UNTITLED)):
                shared = tuple(names[w] for _, w in sorted(parts, key=lambda part: (-part[0], names[part[1]]))[:6])
                scored.append(Similar(place, earlier, score, shared))
        scored.sort(key=lambda found: (-found.score, found.earlier))
        yield from scored[:MOST]

    def _vectors(self, order: Sequence[int]) -> list[tuple[array[int], array[float]]]:
        """The heaviest words of each set, heaviest first, with weights of length 1."""
        frequency = Counter(word for place in order for part in self.sets[place] for word in part)
        count = len(order)
        idf = {word: math.log(1 + (count + 10) / (often + 1)) for word, often in frequency.items()}
        empty: tuple[array[int], array[float]] = (array("I"), array("d"))
        vectors = [empty] * len(self.sets)
        names = list(self.number)
        for place in order:
            subject, rest = self.sets[place]
            weighed = [(SUBJECT * idf[word], word) for word in subject] + [(idf[word], word) for word in rest]
            weighed.sort(key=lambda pair: (-pair[0], names[pair[1]]))
            heaviest = weighed[:WORDS]
            length = math.sqrt(math.fsum(weight * weight for weight, _ in heaviest)) or 1.0
            vectors[place] = (
                array("I", (word for _, word in heaviest)),
                array("d", (weight / length for weight, _ in heaviest)),
            )
        return vectors
