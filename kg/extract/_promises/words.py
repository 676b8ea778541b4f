"""The words of a sentence, with spaces restored where two of them are glued: "zalik", "hetkabinet", "wordtgekeken".

>>> [word.small for word in words("Daarom zalik dit bezien; hetkabinet ook.")]
['daarom', 'zal', 'ik', 'dit', 'bezien', ';', 'het', 'kabinet', 'ook']
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.extract._promises.verbs import FINITE, INFINITIVES, NEEDED, PARTICIPLES

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|[,;:()–]|\d+")
SHORTEST = 4  # characters of a word that may be two
LONGEST = 36
LEAD = 7  # characters of an unknown word that is glued to a participle
PREFIXES = ("opnieuw", "aaneen", "overeen", "tegemoet")
OPENED = re.compile(r"(zal|wordt)(?!ig|m|f)(\w{6,})")
DEMONSTRATIVE = frozenset(
    """van bij in op met naar over aan voor uit door om na tot tegen per zal zullen wordt worden ik wij we is zijn heb
    heeft hebben kan al""".split()
)
ROLE_OF = frozenset("onderdeel vervolg eerste aanvulling aanvullende reactie gevolg uitvloeisel volgende nieuwe".split())
PERSONS = ("ik", "wij", "we")
OFFICES = ("minister", "ministers", "staatssecretaris", "bewindspersoon", "bewindspersonen")
COLLEAGUES = ("ambtgenoot", "ambtsgenoot", "collega", "ambtgenote", "ambtsgenote")
MINISTRIES = ("ministerie", "ministeries", "departement")
SERVICES = (
    *("belastingdienst", "douane", "nvwa", "rijkswaterstaat", "rvo", "dji", "ind", "duo", "igj", "igz", "ilt"),
    *("rijksvastgoedbedrijf", "defensie", "rijk", "rijksoverheid", "rijksgebouwendienst", "arbeidsinspectie"),
)
GOVERNMENT = frozenset(("kabinet", "regering", *OFFICES, *COLLEAGUES, *MINISTRIES, *SERVICES))
AUXILIARIES = frozenset(
    """zal zullen wordt worden ga gaat gaan blijf blijft blijven ben is zijn laat laten wil willen zeg zeggen streef streeft
    streven verwacht verwachten hoop hopen beoog beogen ontvangt krijgt krijgen kunt komt komen verschijnt volgt start
    begint vindt vinden heb heeft hebben""".split()
)
KAMER = frozenset(("u", "uw", "kamer", "kamers", "parlement"))
SMALL = frozenset(
    """de het een uw u dat die en dit deze mijn ons niet ook nog er hier daar daarom daartoe daarover hierover zich mij me
    met in op van voor aan bij om te nader verder wel dan""".split()
)
LEFT = frozenset(
    """de het een uw dat die en dit deze mijn ook nog er daarom daarover hierover wel niet nader verder daarnaast bovendien
    tevens vervolgens daarna daarvoor hiervoor daartoe hiertoe daarbij hierbij dan om te""".split()
)
FIRST = frozenset((*PERSONS, *GOVERNMENT, *AUXILIARIES)) - {"is", "ben", "rijk", "ind", "duo", "start", "we", "heb"}
NO_STEMS = frozenset((*PERSONS, *GOVERNMENT, "zal", "zullen", "wordt", "worden"))
PAST = frozenset(("de", "te"))  # what makes a past tense of a stem: "streefde"
ANCHORS = frozenset((*PERSONS, *GOVERNMENT, *AUXILIARIES, *FINITE, *PARTICIPLES, *INFINITIVES, *NEEDED, "kamer"))
KNOWN = ANCHORS | SMALL | {"zodat", "omdat", "voordat", "totdat", "opdat", "nadat", "indien", "dienen", "deel", "eens"}


class Word(NamedTuple):
    """A word or mark: as printed (with a capital or not) and in small letters."""

    printed: str
    small: str


def words(sentence: str) -> list[Word]:
    """The words and the marks between clauses, in order."""
    found: list[Word] = []
    for printed in WORD.findall(sentence):
        small = printed.lower()
        if small in KNOWN or not SHORTEST <= len(small) <= LONGEST:
            found.append(Word(printed, small))
        else:
            parts = unglued(small)
            found += [Word(printed if i == 0 else part, part) for i, part in enumerate(parts)]
    return [_plain(found, place) for place in range(len(found))]


def _plain(found: list[Word], place: int) -> Word:
    """A word, where "die", "dat" or "als" opens no clause by one that never does: "naar aanleiding van die cijfers"."""
    word = found[place]
    if word.small in ("die", "dat") and (place == 0 or found[place - 1].small in DEMONSTRATIVE):
        return Word(word.printed, "deze")
    if word.small == "als" and place + 1 < len(found) and found[place + 1].small in ROLE_OF:
        return Word(word.printed, "bij")
    return word


@lru_cache(maxsize=8192)
def unglued(word: str) -> tuple[str, ...]:
    """A word as the two that it consists of, or as it is; the hyphen of a broken line is left out of a known word.

    >>> unglued("zaldaartoe"), unglued("staatssecre-taris"), unglued("beleid")
    (('zal', 'daartoe'), ('staatssecretaris',), ('beleid',))
    """
    whole = word.replace("-", "")
    if whole != word and whole in ANCHORS:
        return (whole,)
    for at in range(1, len(word)):
        left, right = word[:at], word[at:]
        if left in LEFT and right in ANCHORS:
            return left, right
        if left in FIRST and (right in SMALL or right in ANCHORS) and (left in NO_STEMS or right not in PAST):
            return left, right
        if at >= LEAD and len(right) >= LEAD and right in PARTICIPLES and left not in PREFIXES:
            return left, right
    shall = OPENED.match(word)
    return (shall[1], shall[2]) if shall else (word,)
