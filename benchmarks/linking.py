"""How long likeness and joining take for many sets: python benchmarks/linking.py [SETS] (80,000 unless given).

The sets are generated: words of a vocabulary of 60,000 in the uneven proportions of natural language (Zipf), a subject
of 6 words and questions of 60 telling words.  One set in a hundred repeats most words of an earlier one, so that what
is found can be counted; one in two has an answer document that is to be joined by heading.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from kg.linking.cases import cases
from kg.linking.similar import METHOD, Index
from kg.linking.summary import Summary

WORDS = 60_000
SEED = 20_250_403


def sets(count: int) -> Iterator[tuple[list[str], list[str], int | None]]:
    """Subject, text, and the set that it repeats."""
    chance = random.Random(SEED)
    weights = list(accumulate(1 / (rank + 20) for rank in range(WORDS)))
    names = [f"woord{rank}" for rank in range(WORDS)]
    kept: list[tuple[list[str], list[str]]] = []
    for number in range(count):
        words = chance.choices(names, cum_weights=weights, k=66)
        subject, text, origin = words[:6], words[6:], None
        if number % 100 == 99:
            origin = chance.randrange(number)
            old = kept[origin]
            subject, text = [*old[0][:4], *subject[:2]], [*old[1][:30], *text[:30]]
        kept.append((subject, text))
        yield subject, text, origin


def likeness(count: int) -> None:
    """Time for the likeness of all sets, and how many of the repeated ones are found."""
    index, origins = Index(), {}
    for number, (subject, text, origin) in enumerate(sets(count)):
        index.add(subject, text)
        if origin is not None:
            origins[number] = origin
    begun = time.perf_counter()
    found = list(index.similar(range(count)))
    seconds = time.perf_counter() - begun
    hits = sum(origins.get(each.later) == each.earlier for each in found)
    print(f"{METHOD}: {count:,} sets in {seconds:.1f} s, {index.compared:,} pairs compared whole")
    share = index.compared / (count * (count - 1) / 2)
    print(f"  {share:.4%} of all pairs; repeated sets found: {hits} of {len(origins)}")


def joining(count: int) -> None:
    """Time to join half as many answers, without numbers, to the sets that they answer."""
    chance = random.Random(SEED)
    documents = []
    for number in range(count // 2):
        day = f"20{20 + number % 10}-{1 + number % 12:02}-{1 + number % 28:02}"
        subject = "".join(chance.choices("abcdefghijklmnoprstuvw", k=60))
        asked: dict[str, Any] = {
            "submitted": day,
            "names": (f"p{number % 150}",),
            "posts": (f"post{number % 15}",),
            "subject": subject,
        }
        prints = tuple((n, f"{number}-{n}") for n in range(1, 8))
        nodes = {"submitted": "header/1", "subject": "header/2", "question": "question/1"}
        case = f"2031Z{number:05}"
        documents.append(Summary(f"q{number:015}", "question", (case,), questions=prints, nodes=nodes, **asked))
        documents.append(Summary(f"a{number:015}", "answer", questions=prints, nodes=nodes, **asked))
    begun = time.perf_counter()
    joined = sum(len(case.members) == 2 for case in cases(documents))
    print(f"joining: {len(documents):,} documents in {time.perf_counter() - begun:.1f} s, {joined:,} cases of two")


if __name__ == "__main__":
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 80_000
    likeness(many)
    joining(many)
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")
