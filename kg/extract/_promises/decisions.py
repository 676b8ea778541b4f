"""What the government has decided or indicated, and what it expects to be finished.

"Ik heb besloten de regeling te verlengen", "Het kabinet heeft aangegeven dit te onderzoeken", "Ik verwacht dat alle
brieven voor het einde van het jaar zijn herzien".
"""

from __future__ import annotations

import re
from itertools import pairwise

from kg.extract._promises.sentence import Sentence, denied, foreign, until_relative
from kg.extract._promises.subjects import subject_of
from kg.extract._promises.verbs import INFINITIVES, PARTICIPLES, PromiseKind, listed

HELPER_REACH = 30  # words between an auxiliary verb and what belongs to it
HELPERS = frozenset(("ben", "is", "zijn", "heb", "heeft", "hebben"))
FINISHED = listed(
    "afgerond gereed klaar voltooid beschikbaar hersteld operationeel rond bekend werkzaam actief bemand live kracht"
)
YEAR = re.compile(r"(?:19|20)\d\d")
THEN = listed("destijds toen eerder vorig jl jongstleden toenmalige indertijd reeds")


def ready(sentence: Sentence, at: int, after: list[str]) -> bool:
    """Whether the minister expects that something is finished at a time to come: "dat alle brieven in 2026 zijn herzien"."""
    if not sentence.words[at].startswith("verwacht") or "dat" not in after[:3] or subject_of(sentence, at) == "third":
        return False
    told = after[after.index("dat") + 1 :]
    ends = [{word, before} for before, word in pairwise(told) if {"is", "zijn"} & {word, before}]
    done = any(not pair.isdisjoint(FINISHED) or not pair.isdisjoint(PARTICIPLES) for pair in ends)
    return done and not foreign(told) and sentence.to_come(at)


def helper_of(sentence: Sentence, at: int) -> int:
    """The place of the auxiliary verb to which a participle or "bereid" belongs, or -1."""
    before = range(at - 1, max(-1, at - HELPER_REACH), -1)
    behind = range(at + 1, min(at + 3, len(sentence.words)))
    return next((place for place in (*before, *behind) if sentence.words[place] in HELPERS), -1)


def indicated(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government has indicated or decided to look into something: "heeft aangegeven dit nader te onderzoeken".

    What the minister who answers has decided to do is undertaken too: "Ik heb besloten de regeling te verlengen".
    """
    helper = helper_of(sentence, at)
    if helper < 0 or not (subject_of(sentence, helper) or "mij" in sentence.words[helper:at]):
        return None
    rest = until_relative(sentence.after(at))
    verbs = [verb for word in (*rest, *joined(rest)) for verb in INFINITIVES.get(word, ())]
    if "te" in rest and any(verb.kind == "investigate" for verb in verbs):
        return "investigate"
    mine = sentence.words[at] == "besloten" and subject_of(sentence, helper) in ("first", "plural")
    if not mine or not verbs or denied([*sentence.clause(helper), *rest]) or _dated(sentence):
        return None
    return verbs[0].kind


def invited(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government has invited somebody to a talk to come: "Ik heb de sector uitgenodigd voor een gesprek in mei"."""
    helper = helper_of(sentence, at)
    if helper < 0 or not subject_of(sentence, helper) or denied(sentence.clause(at)) or not sentence.to_come(at):
        return None
    return "talk"


def joined(near: list[str]) -> list[str]:
    """The infinitives round "te" as one word: "uitbreiden" for "uit te breiden"."""
    return [part + verb for part, te, verb in zip(near, near[1:], near[2:], strict=False) if te == "te"]


def _dated(sentence: Sentence) -> bool:
    """Whether a day or year that is past is named, as of what was decided then and is done by now."""
    years = [word for word in sentence.words if YEAR.fullmatch(word)]
    then = not THEN.isdisjoint(sentence.held)
    return then or any(sentence.written is None or int(year) < sentence.written.year for year in years)
