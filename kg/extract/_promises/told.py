"""What is told of others, by others, or only thought good, and is no promise of the government.

"De vervoerder heeft aangegeven dat de lijn wordt hervat", "Volgens de vervoerder", "Ik vind het belangrijk dat".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract._promises.sentence import BOUNDS, OWN, WE, Sentence
from kg.extract._promises.verbs import listed

SAID = listed(
    """aangegeven weten gemeld bericht laten medegedeeld meegedeeld verzekerd verklaard bevestigd aan meldt stelt zegt verwacht verwachten
    toegezegd beloofd gezegd geschreven ervan ervanuit denken denkt menen meent stellen schatten schat"""
)
SAID_IN = listed("afgesproken aangekondigd geregeld vastgelegd opgenomen neergelegd bepaald overeengekomen beschreven")
WANTED = listed(
    "belangrijk belang wenselijk noodzakelijk nodig essentieel cruciaal verstandig vanzelfsprekend wens hecht hechten uitgangspunt voorwaarde"
)  # what is thought of something says nothing of whether it will be done
THOUGHT = listed("is vind vindt vinden acht achten hecht hechten lijkt")  # but "Waar nodig spreek ik af dat"
HAS_SAID = listed(
    "heeft hebben laat liet geeft geven gaf gaven meldt meldde stelt stellen zegt verwacht verwachten gaat gaan denken denkt menen meent schatten schat"
)
PLAN = listed("planning verwachting plan tijdpad schema afspraak prognose raming wet regeling huidige")
ABROAD = [
    [country]
    for country in listed(
        "duitsland belgië vlaanderen frankrijk engeland denemarken zweden noorwegen finland spanje italië oostenrijk polen"
    )
]
ALSO = listed("ook daarnaast tevens verder daarbij")
ALSO_DONE = re.compile(r"(?:ook|daarnaast|tevens|verder|daarbij) (?:wordt|worden)\b(?!.*\b(?:ik|mijn|kabinet|kamer)\b)")
THEY_SAY = re.compile(  # the sentence before tells what others do, so that this one does too
    r"\b(?:begrijp|verneem|hoor) ik(?: van [^,.]{3,60})? dat\b|\b(?:heeft|hebben) (?:mij |ons )?(?:aangegeven|gemeld|laten weten|medegedeeld) dat\b"
    r"|\b(?:geeft|geven) (?:mij )?aan dat\b|\b(?:laat|laten) (?:mij )?weten dat\b"
)


def told_by_others(sentence: Sentence, at: int) -> bool:
    """Whether the verb stands in what others or a paper say: "De vervoerder heeft aangegeven dat de lijn wordt hervat".

    Neither is it said to be done where it is only thought good: "Ik vind het belangrijk dat ouders worden betrokken".
    """
    said = told(sentence, at)
    if not said:
        return sentence.opening(at) == "" and _by_others(sentence.words)
    if not (WANTED.isdisjoint(said) or THOUGHT.isdisjoint(said)):
        return True
    if (
        said[0] == "in"
        and OWN.isdisjoint(said)
        and not SAID_IN.isdisjoint(said)
        and not {"is", "zijn", "was", "werd"}.isdisjoint(said)
    ):
        return True  # "In het coalitieakkoord is afgesproken dat"
    return WE.isdisjoint(said) and not SAID.isdisjoint(said) and not HAS_SAID.isdisjoint(said)


def told(sentence: Sentence, at: int) -> list[str]:
    """The clause on which that of the verb hangs with "dat"; nothing where it hangs on none."""
    opens = next((place for place in range(at - 1, -1, -1) if sentence.words[place] in BOUNDS), -1)
    return sentence.clause(opens - 1) if opens > 0 and sentence.words[opens] == "dat" else []


def _by_others(words: Sequence[str]) -> bool:
    """Whether a sentence begins with others by whose account it is so, or with another country; a plan is no other."""
    if words[0] == "in":
        return words[1:2] in ABROAD
    return words[0] == "volgens" and OWN.isdisjoint(words[1:4]) and PLAN.isdisjoint(words[1:4])


def of_others_too(sentence: Sentence, before: str) -> bool:
    """Whether a sentence goes on with what the one before it tells of others: "Ook wordt bezien of uitvoer mogelijk is"."""
    return sentence.words[0] in ALSO and bool(ALSO_DONE.match(sentence.small) and THEY_SAY.search(before))
