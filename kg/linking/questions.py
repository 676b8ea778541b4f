"""One question, two texts: a question of the set, and the same question repeated with the answer or the notice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from rapidfuzz.fuzz import ratio

from kg.linking.cases import Case
from kg.linking.lines import Lines, Why
from kg.linking.summary import Summary
from kg.terms import address

NEARLY = 0.9  # likeness, in letters, from which questions of one number are one question
Texts = Callable[[str], Mapping[str, str]]
"""The letters of the questions of a document by their number, read when they are needed."""


def write(lines: Lines, case: Case, texts: Texts) -> None:
    """Each question of a later document to that of the first, the question document where there is one."""
    asked = sorted((each for each in case.documents if each.questions), key=lambda each: each.kind != "question")
    for again in asked[1:]:
        for number, first, score in _same(asked[0], again, texts):
            reason = (
                "de teksten zijn gelijk, letter voor letter" if score == 1 else "zelfde nummer; bijna gelijke tekst"
            )
            ends = [address(f"document/{key}/question/{n}") for key, n in ((again.key, number), (asked[0].key, first))]
            lines.link(ends[0], "kv:sameQuestion", ends[1], Why("vraagtekst", score, reason, False, tuple(ends)))


def _same(first: Summary, again: Summary, texts: Texts) -> Iterator[tuple[int, int, float]]:
    """Number in `again`, number in `first` and score, of each pair that is one question."""
    known = {print_: number for number, print_ in reversed(first.questions) if print_}
    left = {number for number, _ in first.questions} - {known.get(print_) for _, print_ in again.questions}
    for number, print_ in again.questions:
        if print_ in known:
            yield number, known[print_], 1.0
        elif number in left:
            score = ratio(texts(again.key).get(str(number), ""), texts(first.key).get(str(number), "")) / 100
            if score >= NEARLY:
                yield number, number, min(score, 0.99)
