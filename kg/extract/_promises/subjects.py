"""Who acts in a clause: the minister, the cabinet or one of its services, by where they stand to the verb."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract._promises.words import COLLEAGUES, GOVERNMENT, MINISTRIES, OFFICES, PERSONS, SERVICES, Word

NOUN_REACH = 5  # words between a verb and the noun that is its subject
NAME_REACH = 18  # words of "de Minister van Landbouw, Visserij, Voedselzekerheid en Natuur"
CLAUSE_REACH = 34  # words between the subject of a subordinate clause and its verb
MARKS = frozenset((",", ";", ":", "(", ")", "–"))
ENDS = frozenset((";", ":"))
RELATIVES = frozenset(
    """dat die of hoe welke wat wie omdat zodat opdat aangezien doordat waar waarna waarin waarvan waarbij waarmee waarop
    waaraan waarover waarom waardoor waartoe waarvoor""".split()
)
CONDITIONS = frozenset(
    """als indien zodra wanneer nadat voordat totdat tenzij mits zoals zolang terwijl hoewel toen sinds tot""".split()
)
JOINTS = frozenset(("en", "maar", "of", "dan"))
ARTICLES = frozenset(("de", "het", "mijn", "onze", "ook", "demissionaire", "huidige"))
BETWEEN = frozenset(
    """de het mijn ook daarom dan dus nog wel daartoe hier hierover daarover hierbij daarbij er zich onze binnenkort
    hiertoe vervolgens echter eveneens tevens het""".split()
)
OBJECTS = frozenset("de het een deze dit u uw mijn daarover hierover daarom".split())
DETERMINERS = frozenset("de het een deze dit zij hij hun haar zijn alle beide".split())
NAMED = frozenset(("van", "voor", "en", "de", "het", ",", "(", ")", "–"))
ROLES = frozenset((*OFFICES, *COLLEAGUES, *MINISTRIES, *SERVICES))
PLURAL_OF = {"ik": "first", "wij": "plural", "we": "plural"}


def subject_of(words: Sequence[Word], at: int) -> str:
    """The person ("first", "plural", "third") in which the government is the subject of the verb at `at`, or "".

    >>> from kg.extract._promises.words import words
    >>> said = words("De Minister van Landbouw, Visserij en Natuur laat dit onderzoeken, wat ik u in mei toestuur.")
    >>> subject_of(said, 8), subject_of(said, 17)
    ('third', 'first')
    """
    return _after(words, at) or _before(words, at) or _in_clause(words, at) or _shared(words, at)


def _after(words: Sequence[Word], at: int) -> str:
    """The subject behind the verb: "stuur ik", "zal daarom het kabinet"."""
    opened = _opened_by_noun(words, at)
    for next_ in range(at + 1, min(at + 1 + NOUN_REACH, len(words))):
        small = words[next_].small
        if small in PERSONS:
            return PLURAL_OF[small] if next_ == at + 1 else ""
        if small in GOVERNMENT:
            return "" if opened and not (small == "kabinet" and words[at].small == "zal") else "third"
        if small not in BETWEEN:
            return ""
    return ""


def _opened_by_noun(words: Sequence[Word], at: int) -> bool:
    """Whether a noun that may be the subject stands before the verb: "De commissie zal het kabinet adviseren"."""
    start = at
    while start and words[start - 1].small not in MARKS and words[start - 1].small not in JOINTS:
        start -= 1
        if at - start > CLAUSE_REACH:
            return False
    return start < at and words[start].small in DETERMINERS


def _before(words: Sequence[Word], at: int) -> str:
    """The subject right before the verb, at the beginning of its clause: "ik stuur", "de minister van X stuurt"."""
    if at and words[at - 1].small in PERSONS:
        return PLURAL_OF[words[at - 1].small]
    if at > 1 and words[at - 1].small in ("zelf", "echter", "ook", "daarom", "dus") and words[at - 2].small in PERSONS:
        return PLURAL_OF[words[at - 2].small]
    place = at - 1
    while place >= max(0, at - NAME_REACH):
        word = words[place]
        if word.small in GOVERNMENT and (place == at - 1 or word.small in ROLES):
            return "third" if _opens(words, place) else ""
        if not (word.printed[0].isupper() or word.small in NAMED):
            return ""
        place -= 1
    return ""


def _opens(words: Sequence[Word], noun: int) -> bool:
    """Whether the noun, with its article, stands at the beginning of a clause."""
    first = noun
    while first and words[first - 1].small in ARTICLES:
        first -= 1
    if first == 0:
        return True
    before = words[first - 1].small
    return before in MARKS or before in JOINTS or before in RELATIVES


def _in_clause(words: Sequence[Word], at: int) -> str:
    """The subject of a subordinate clause that its verb ends: "die ik u in het najaar toestuur"."""
    for place in range(at - 1, max(-1, at - CLAUSE_REACH), -1):
        small = words[place].small
        if small in ENDS or small in CONDITIONS:
            return ""
        if small in RELATIVES:
            if words[place + 1].small in PERSONS:
                return PLURAL_OF[words[place + 1].small]
            first = place + 1
            while first < at and words[first].small in ARTICLES:
                first += 1
            return "third" if words[first].small in GOVERNMENT else ""
    return ""


def _shared(words: Sequence[Word], at: int) -> str:
    """The subject that the verb shares with the one before "en": "Ik neem dat over en stuur u een brief"."""
    if not at or words[at - 1].small not in ("en", "maar"):
        return ""
    main_order = at + 1 < len(words) and words[at + 1].small in OBJECTS
    for place in range(at - 2, max(-1, at - CLAUSE_REACH), -1):
        small = words[place].small
        if small in ENDS or (small in RELATIVES and not main_order and words[place + 1].small not in PERSONS):
            return ""
        if small in PERSONS:
            return PLURAL_OF[small]
        if small in GOVERNMENT and _opens(words, place):
            return "third"
    return ""
