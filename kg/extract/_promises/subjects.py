"""Who acts in a clause: the minister, the cabinet or one of its services, by where they stand to the verb."""

from __future__ import annotations

from kg.extract._promises.sentence import CONDITIONS, ENDS, MARKS, RELATIVES, WE, Sentence
from kg.extract._promises.verbs import FINITE, INFINITIVES, PARTICIPLES, listed
from kg.extract._promises.words import AUXILIARIES, BODIES, COLLEAGUES, GOVERNMENT, MINISTRIES, OFFICES, POSTS, SERVICES

NOUN_REACH = 5  # words between a verb and the noun that is its subject
NAME_REACH = 18  # words of "de Minister van Landbouw, Visserij, Voedselzekerheid en Natuur"
CLAUSE_REACH = 34  # words between the subject of a subordinate clause and its verb
PERSON = {"ik": "first", "wij": "plural", "we": "plural"}
JOINTS = frozenset(("en", "maar", "of", "dan"))
ARTICLES = frozenset(("de", "het", "mijn", "onze", "ook", "demissionaire", "huidige"))
BETWEEN = listed("""de het mijn ook daarom dan dus nog wel daartoe hier hierover daarover hierbij daarbij er zich onze binnenkort
    hiertoe vervolgens echter eveneens tevens""")
PREPOSITIONS = listed(
    "aan bij door in met na naar onder op over per rond tegen tijdens tot tussen uit van vanaf via voor vóór"
)
ADVERBS = frozenset(("zelf", "echter", "ook", "daarom", "dus"))
OBJECTS = listed("de het een deze dit u uw mijn daarover hierover daarom")
DETERMINERS = listed("de het een deze dit zij hij hun haar zijn alle beide")
THINGS = listed("""advies adviezen aanbeveling aanbevelingen conclusie conclusies uitkomst uitkomsten resultaat resultaten bevindingen motie
    moties suggestie suggesties voorstel voorstellen punt punten signaal signalen onderwerp brief brieven verzoek verzoeken informatie cijfers
    toezegging afspraken oproep zienswijze vraag vragen kwestie""")
PAPERS_DO = listed("verzoekt vraagt roept draagt stelt geeft adviseert zegt")  # "De motie verzoekt de regering"
THING_REACH = 3  # words at the beginning of "de eerste aanbevelingen van de commissie"
NAMED = frozenset(("van", "voor", "en", "de", "het", ",", "(", ")", "–"))
WHERE = frozenset(("te", "in", "bij", "de", "het"))  # "de ambassadeur te Rabat", "bij de Verenigde Naties"
STAFF = listed("medewerker medewerkers ambtenaar ambtenaren vertegenwoordiger vertegenwoordigers")
OURS = frozenset(("de", "het", "onze", "nederlandse", "permanente"))  # but "de Chinese ambassadeur"
ANYBODYS = frozenset(("posten", "gezant", "vertegenwoordiging"))
SAYS = frozenset((*FINITE, *PARTICIPLES, *INFINITIVES, *AUXILIARIES)) | listed(
    "kan kunnen moet moeten mag had was waren werd"
)
ROLES = frozenset((*OFFICES, *COLLEAGUES, *MINISTRIES, *SERVICES))


def subject_of(sentence: Sentence, at: int) -> str:
    """The person ("first", "plural", "third") in which the government is the subject of the verb at `at`, or "".

    >>> from kg.extract._promises.sentence import read
    >>> said = read("De Minister van Landbouw, Visserij en Natuur laat dit onderzoeken, wat ik u in mei toestuur.", None)
    >>> subject_of(said, 8), subject_of(said, 17)
    ('third', 'first')
    """
    if WE.isdisjoint(sentence.held):
        return ""
    return (
        _after(sentence.words, at) or _before(sentence, at) or _in_clause(sentence.words, at) or _shared(sentence, at)
    )


def of_the_state(sentence: Sentence, at: int) -> bool:
    """Whether a body of the state is the subject: what it does of itself is no promise, at a time to come it is one."""
    if BODIES.isdisjoint(sentence.held) and "dienst" not in sentence.held:
        return False
    before, behind = sentence.words[max(0, at - 1) : at], sentence.words[at + 1 : at + 3]
    if not BODIES.isdisjoint(before) or (behind[:1] in (["de"], ["het"]) and not BODIES.isdisjoint(behind[1:])):
        return True
    return _named_body(sentence, at) or (before == ["en"] and _body_before(sentence.words, at))


def _body_before(words: list[str], at: int) -> bool:
    """Whether a body is the subject of the verb before "en" too: "De inspectie blijft toezien en zal in mei"."""
    for place in range(at - 2, max(-1, at - NAME_REACH), -1):
        if words[place] in ENDS or words[place] in RELATIVES:
            return False
        if words[place] in BODIES:
            return _opens(words, place)
    return False


def _named_body(sentence: Sentence, at: int) -> bool:
    """Whether the whole name of a body opens the clause: "De Inspectie Gezondheidszorg en Jeugd zal in mei"."""
    words = sentence.words
    for place in range(at - 1, max(-1, at - NAME_REACH), -1):
        if words[place] in BODIES or words[place] == "dienst":
            return sentence.capitals[place] and _opens(words, place)
        if words[place] not in NAMED and not sentence.capitals[place]:
            return False
    return False


def of_a_post(sentence: Sentence, at: int) -> bool:
    """Whether a post of the country abroad is the subject: "De ambassade in Rabat zal", "zal de Nederlandse ambassadeur"."""
    if POSTS.isdisjoint(sentence.held):
        return False
    words = sentence.words
    behind = at + 1
    while words[behind : behind + 1] and (words[behind] in BETWEEN or words[behind] in OURS):
        behind += 1
    if _is_ours(words, behind):
        return not opened_by_noun(words, at)
    place = at - 1
    while place > 0 and words[place] not in POSTS and (words[place] in WHERE or sentence.capitals[place]):
        place -= 1
    return _is_ours(words, place) and _opens(words, place - (words[place - 1] not in ARTICLES))


def _is_ours(words: list[str], place: int) -> bool:
    """Whether a word names a post of the country: "de ambassade", "de Nederlandse posten", but not "de gezant"."""
    before = words[place - 1] if place else ""
    if place >= len(words) or words[place] not in POSTS or before not in OURS:
        return False
    return before in ("nederlandse", "permanente") or words[place] not in ANYBODYS


def _after(words: list[str], at: int) -> str:
    """The subject behind the verb: "stuur ik", "zal daarom het kabinet"."""
    for place, word in enumerate(words[at + 1 : at + 1 + NOUN_REACH]):
        if word in PERSON:
            return PERSON[word] if place == 0 else ""
        if word in GOVERNMENT:
            sure = word == "kabinet" and words[at] == "zal"
            return "third" if sure or not opened_by_noun(words, at) else ""
        if word not in BETWEEN:
            return ""
    return ""


def opened_by_noun(words: list[str], at: int) -> bool:
    """Whether a noun that may be the subject stands before the verb: "De commissie zal de minister adviseren".

    A thing that does nothing is none: "Dit advies neemt de minister over".
    """
    start = at
    while start and words[start - 1] not in MARKS and words[start - 1] not in JOINTS and at - start <= CLAUSE_REACH:
        start -= 1
    if words[start - 1 : start] in (["en"], ["of"]) and _led_by_preposition(words, start):
        return False  # "Bij de gemeenten en de provincies vraagt het kabinet"
    thing = words[at] not in PAPERS_DO and not THINGS.isdisjoint(words[start : min(at, start + THING_REACH)])
    return start < at and words[start] in DETERMINERS and not thing


def _led_by_preposition(words: list[str], at: int) -> bool:
    """Whether the clause in which the word at `at` stands begins with a preposition."""
    while at and words[at - 1] not in MARKS:
        at -= 1
    return words[at] in PREPOSITIONS


def _before(sentence: Sentence, at: int) -> str:
    """The subject right before the verb, at the beginning of its clause: "ik stuur", "de minister van X stuurt"."""
    words = sentence.words
    pronoun = at - 2 if at > 1 and words[at - 1] in ADVERBS else at - 1
    if pronoun >= 0 and words[pronoun] in PERSON:
        return "plural" if words[pronoun - 1 : pronoun] == ["en"] else PERSON[words[pronoun]]  # "de minister en ik"
    for place in range(at - 1, max(-1, at - NAME_REACH), -1):
        word = words[place]
        if word in GOVERNMENT and (place == at - 1 or word in ROLES):
            return "third" if _opens(words, place) else ""
        if word not in NAMED and not sentence.capitals[place]:
            return ""
    return ""


def _opens(words: list[str], noun: int) -> bool:
    """Whether the noun, with its article, stands at the beginning of a clause."""
    first = noun
    while first and words[first - 1] in ARTICLES:
        first -= 1
    if words[first - 1 : first] == ["van"] and first > 1 and words[first - 2] in STAFF:
        return _opens(words, first - 2) or words[max(0, first - 3)] == "een"  # "Een medewerker van mijn ministerie"
    if first == 0:
        return True
    before = words[first - 1]
    return before in MARKS or before in JOINTS or before in RELATIVES


def _in_clause(words: list[str], at: int) -> str:
    """The subject of a subordinate clause that its verb ends: "die ik u in het najaar toestuur"."""
    for place in range(at - 1, max(-1, at - CLAUSE_REACH), -1):
        word = words[place]
        if word in ENDS or word in CONDITIONS:
            return ""
        if word in RELATIVES:
            first = place + 1
            while first < at and words[first] in ARTICLES:
                first += 1
            return PERSON.get(words[first], "third" if words[first] in GOVERNMENT else "")
    return ""


def _shared(sentence: Sentence, at: int) -> str:
    """The subject that the verb shares with the one before "en": "Ik neem dat over en stuur u een brief".

    A verb with its object behind it shares that of the main clause: "Ik hecht eraan dat dit gebeurt en zal de ...".
    """
    words = sentence.words
    if not at or words[at - 1] not in ("en", "maar"):
        return ""
    main = words[at + 1 : at + 2] and words[at + 1] in OBJECTS
    for place in range(at - 2, max(-1, at - CLAUSE_REACH), -1):
        word = words[place]
        points = word == "dat" and SAYS.isdisjoint(words[place + 1 : at - 1])  # "Ik vind dat een goede stap en zal"
        if word in ENDS or (word in RELATIVES and not (main or points) and words[place + 1] not in PERSON):
            return ""
        if word in PERSON:
            return PERSON[word]
        if word in GOVERNMENT and _opens(words, place):
            return "third"
    return ""
