"""What is undertaken where a verb only says that it is: "zal ... onderzoeken", "is voornemens ... te bespreken"."""

from __future__ import annotations

from kg.extract._promises.happenings import TALKS
from kg.extract._promises.sentence import Sentence, satisfied, until_relative
from kg.extract._promises.verbs import INFINITIVES, PARTICIPLES, PromiseKind
from kg.extract._promises.words import KAMER


def content(sentence: Sentence, at: int) -> PromiseKind:
    """What is done by the verbs that depend on the one at `at`."""
    around = [*sentence.after(at), *sentence.clause(at)]
    if _tells_too(until_relative(sentence.after(at))):
        return "inform"
    for word in around:
        for verb in INFINITIVES.get(word, PARTICIPLES.get(word, ())):
            if satisfied(verb, around):
                return verb.kind
    return "act" if TALKS.isdisjoint(around) else "talk"


def _tells_too(near: list[str]) -> bool:
    """Whether the Kamer is told as well: "zal ik daarover in gesprek gaan en uw Kamer hierover informeren"."""
    rest = near[near.index("en") + 1 :] if "en" in near else []
    return not KAMER.isdisjoint(rest) and any(
        verb.kind == "inform" and satisfied(verb, rest) for word in rest for verb in INFINITIVES.get(word, ())
    )
