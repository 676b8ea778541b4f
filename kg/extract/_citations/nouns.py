"""Where the nouns of sources stand in running text: "het bericht", "onderzoeksrapport"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract._citations.kinds import NOUN, STEMS
from kg.grammar.words import begins, folded, looked_for, words_in

looked_for(STEMS)
NOUN_STEMS = frozenset(STEMS)
GLUED = r"(?:(?<![\w-])(?=\w)(?:[Hh]et|[Dd]eze|[Dd]e|[Ee]en|[Dd]it|[Dd]at|(?:bij|per|zijn|haar|hun|mijn|uw|van)(?=(?:brief|rapport|onderzoek|advies|bericht|artikel)(?!\w)))?)"
NOUN_HERE = re.compile(
    rf"{GLUED}(?=[\w-]{{4}})(?P<noun>{NOUN})(?:(?![\w-])|(?=(?:van|die|dat|uit|over|naar|waar(?:in|uit))(?![\w-])))",
    re.IGNORECASE,
)
NAME_BEFORE = re.compile(
    r"(?<![\w-])(?!(?:De|Het|Een|Dit|Deze|Dat|Uit|In|Volgens|Kent|Bij|Zie|Uw|Op)\s)[A-Z][a-z][\w-]{2,38}\s$"
)
NAME_BEHIND = re.compile(r"\s[A-Z][a-z]|-?\sen\s[A-Z][a-z]")


def nouns(text: str) -> Iterator[re.Match[str]]:
    """The nouns of sources, looked for only at the words that hold a stem of one."""
    small = folded(text)
    end = 0
    for start in begins(small, sorted(NOUN_STEMS & words_in(small))):
        if start >= end and (noun := NOUN_HERE.match(text, start)):
            end = noun.end()
            if not (noun["noun"][0].isupper() and _in_name(text, noun)):
                yield noun


def _in_name(text: str, noun: re.Match[str]) -> bool:
    """Whether a noun is a word of a name: "Stichting Wetenschappelijk Onderzoek Waterveiligheid"."""
    first, last = noun.span("noun")
    return (
        NAME_BEHIND.match(text, last) is not None and NAME_BEFORE.search(text[max(0, first - 40) : first]) is not None
    )
