"""When a verb in the present tense says what the government will do: whole, of news, and if something else happens."""

from __future__ import annotations

import re

from kg.extract._promises.sentence import MARKS, Sentence
from kg.extract._promises.verbs import Verb, listed

NOT_MINE = listed("zorg zorgen mening opvatting conclusie analyse standpunt excuses verontschuldigingen begrip")
AFTER_PARTICLE = listed("""en of maar om dat die in bij met aan voor naar als zodra hoe welke wat wie waar waarna waarbij zodat nadat wanneer
    indien tijdens op per van te""")
IF_EVER = frozenset(("mocht", "mochten", "zodra", "indien", "wanneer"))
NOUNS_TOO = frozenset(("bericht", "onderzoek", "overleg", "verzoek", "antwoord"))
OWN_CASE = re.compile(r"\b(?:altijd|steeds|telkens|in algemene zin|doorgaans)\b")


def then(sentence: Sentence, subject: str) -> bool:
    """Whether it is done if something else happens: "Mocht dat blijken, dan neem ik maatregelen"."""
    return subject != "third" and sentence.words[0] in IF_EVER and not OWN_CASE.search(sentence.small)


def shares(verb: Verb, around: list[str]) -> bool:
    """Whether what is shared or offered is no news: "deel ik met u de zorg", "bied ik mijn excuses aan"."""
    return verb.infinitive in ("delen", "aanbieden") and not NOT_MINE.isdisjoint(around)


def whole(verb: Verb, after: list[str]) -> bool:
    """Whether the separable part of a verb stands after it, and is not a preposition with words of its own."""
    ends = [place + 1 for place, word in enumerate(after) if word == verb.particle]
    return not verb.particle or any(
        end == len(after) or after[end] in MARKS or after[end] in AFTER_PARTICLE for end in ends
    )


def is_noun(words: list[str], at: int) -> bool:
    """Whether a word is a noun here that may be a verb: "het bericht «Defensie wil»", but not "dat ik het onderzoek"."""
    return (
        words[at] in NOUNS_TOO
        and words[at - 1 : at] in (["het"], ["een"], ["dit"], ["uw"])
        and words[at + 1 : at + 2] not in ([], [","], [":"], ["en"])
    )
