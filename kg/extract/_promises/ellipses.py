"""Answers that name no more than the time: "Voor het zomerreces." where it was asked when the Kamer receives a report.

What is undertaken stands in the question, so the time is put into its words: "ontvangt de Kamer het rapport voor het
zomerreces", "zal het kabinet de Kamer informeren voor de zomer".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract._promises.verbs import FINITE, PARTICIPLES, listed
from kg.extract._promises.words import AUXILIARIES, words
from kg.grammar.sentences import sentences

LONGEST = 14  # words of an answer that names no more than a time
TIME = re.compile(
    r"""(?P<yes>ja[,.;]?\s)?(?:(?:dat|dit)\sis\s)?(?:nog|naar\sverwachting|vóór|voor(?!\s?zover)|in|na|per|bij|met\singang|tegelijk|eind|begin|medio|uiterlijk|binnen\w*
    |zo\s(?:spoedig|snel)|op\s(?:korte\stermijn|\d)|rond|tegen|vanaf|halverwege|volgende?|komende?|later|spoedig|dit|deze|zodra|nadat|aan\shet\se)\b""",
    re.VERBOSE | re.IGNORECASE,
)
WHEN = re.compile(r"\b(?:per\s|tot\s)?wanneer\b|\b(?:op|binnen)\swelke\stermijn\b|\bop\swelk\smoment\b", re.IGNORECASE)
PAST = re.compile(
    r"\b(?:sinds|tot)\swanneer\b|\b(?:was|waren|werd|werden|heeft|hebt|hebben|had|is|zijn)\b", re.IGNORECASE
)
YOU = (  # how a question addresses the government, and how the government says the same of itself
    (
        re.compile(
            r"\b(?:kunt|wilt|zult|zou|zal|bent|mag)\s(?:u|uw\sministerie)(?:\s(?:bereid|voornemens|van\splan))?\b",
            re.IGNORECASE,
        ),
        "zal het kabinet",
    ),
    (
        re.compile(r"\b(?:kan|wil)\s(?:het\skabinet|de\s(?:minister|regering|staatssecretaris))\b", re.IGNORECASE),
        "zal het kabinet",
    ),
    (re.compile(r"\bu\b", re.IGNORECASE), "het kabinet"),
)
VERBS = frozenset((*FINITE, *AUXILIARIES, *listed("was waren werd werden had kan kunnen moet moeten kon"))) - listed(
    "start volgt begin"
)
OPENS_CLAUSE = re.compile(r"(?:ja[,.;]?\s)?(?:naar\sverwachting\s)?(?:zodra|nadat)\b[^,;]*$", re.IGNORECASE)


def spelled_out(sentence: str, question: str) -> Iterator[str]:
    """What an answer that names a time would say in full, in the words of each sentence of the `question` that fits.

    >>> list(spelled_out("Voor het zomerreces.", "Klopt dit? Wanneer stuurt u de Kamer het rapport?"))
    ['stuurt het kabinet de Kamer het rapport voor het zomerreces.']
    >>> list(spelled_out("Voor het zomerreces.", "Wanneer heeft u de Kamer geïnformeerd?"))
    []
    """
    time = TIME.match(sentence)
    if not time or not question or not _names_no_more(sentence):
        return
    when = sentence[time.end("yes") if time["yes"] else 0 :]
    for start, end in sentences(question):
        asked = question[start:end].rstrip("? ")
        wanted = WHEN.search(asked)
        if (wanted or time["yes"]) and not PAST.search(asked):
            yield f"{_said_of_itself(asked[wanted.end() :] if wanted else asked).strip()} {when[0].lower()}{when[1:]}"


def _names_no_more(sentence: str) -> bool:
    found = words(sentence)
    return len(found) <= LONGEST and (
        bool(OPENS_CLAUSE.match(sentence)) or (VERBS.isdisjoint(found) and PARTICIPLES.keys().isdisjoint(found))
    )


def _said_of_itself(asked: str) -> str:
    for address, own in YOU:
        asked = address.sub(own, asked)
    return asked
