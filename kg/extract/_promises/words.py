"""The words of a sentence, with spaces restored where two of them are glued: "zalik", "hetkabinet", "wordtgekeken".

>>> words("Daarom zalik dit bezien; hetkabinet ook.")
['daarom', 'zal', 'ik', 'dit', 'bezien', ';', 'het', 'kabinet', 'ook']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract._promises.verbs import FINITE, INFINITIVES, NEEDED, PARTICIPLES, listed

WORD = re.compile(r"[a-zà-ÿ]+(?:[-’'][a-zà-ÿ]+)*|[,;:()–]|[0-9]+|[^\W\d_]+(?:[-’'][^\W\d_]+)*")
PRINTED = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|[,;:()–]|\d+")  # the same, in a text with capitals
SHORTEST = 4  # characters of a word that may be two
LONGEST = 36
ROOM = 20_000  # printed words of which it is kept what they are
LEAD = 7  # characters of an unknown word that is glued to a participle, and of the participle
PERSONS = ("ik", "wij", "we")
OFFICES = ("minister", "ministers", "staatssecretaris", "bewindspersoon", "bewindspersonen")
COLLEAGUES = ("ambtgenoot", "ambtsgenoot", "collega", "ambtgenote", "ambtsgenote")
MINISTRIES = ("ministerie", "ministeries", "departement")
SERVICES = (
    *("belastingdienst", "douane", "nvwa", "rijkswaterstaat", "rvo", "dji", "ind", "duo", "igj", "igz", "ilt"),
    *("rijksvastgoedbedrijf", "defensie", "rijk", "rijksoverheid", "rijksgebouwendienst", "arbeidsinspectie"),
)
BODIES = (
    listed("""inspectie onderwijsinspectie cjib incassobureau uwv svb coa rdw cbr cak ciz wodc rivm knmi nfi justis cibg rdi
    anvs huurcommissie kustwacht marechaussee rijksdienst voedselautoriteit reclassering kadaster""")
)  # which do their work at some distance
POSTS = listed("ambassade ambassades ambassadeur ambassadeurs consulaat mensenrechtenambassadeur zaakgelastigde")
POSTS = listed(
    "ambassade ambassades ambassadeur ambassadeurs consulaat consulaten posten zaakgelastigde gezant vertegenwoordiging"
)
GOVERNMENT = frozenset(("kabinet", "regering", *OFFICES, *COLLEAGUES, *MINISTRIES, *SERVICES))
AUXILIARIES = listed("""zal zullen wordt worden ga gaat gaan blijf blijft blijven ben is zijn laat laten wil willen zeg zeggen streef streeft
    streven verwacht verwachten hoop hopen beoog beogen ontvangt krijgt krijgen kunt komt komen verschijnt volgt start
    begint vindt vinden heb heeft hebben""")
KAMER = frozenset(("u", "uw", "kamer", "kamers", "parlement"))
SMALL = listed("""de het een uw u dat die en dit deze mijn ons niet ook nog er hier daar daarom daartoe daarover hierover zich mij me
    met in op van over voor aan bij om te nader verder wel dan ernaar erop ervoor""")
ASKING = listed("wat of hoe welke wie waar waarom")  # "onderzoekenof"
BEHIND_STEM = listed(
    "samen met voor over bij van aan het een deze ook nog thans momenteel nader hoe welke wat waar"
)  # "onderzoeksamen"
ABOUT = listed("met over naar voor van op aan bij door tussen om of dat uit")  # but no "in": "onderzoekin"
OBJECTS = listed("u uw de het dit deze hierover daarover in op naar")
BEHIND_SHALL = listed("na naar per door tot tegen rond binnen tijdens via samen opnieuw")
PAST_OF = dict.fromkeys("tkp", "te")  # what makes a past tense behind a letter, where it is not "de"
NOUN = 5  # letters of a noun or participle that may have lost the blank behind it
SELF = frozenset(("ikzelf", "ikea"))
PAIRS = (  # small words that lose the blank between them: "bijde", "dathet", "metuw", "inkaart", "dekomende"
    (
        "in op van bij met aan uit voor naar over door dat die als of om toe ernaar erop ervoor",
        "de het deze dit uw mijn ik u",
    ),
    ("u", "in op over voor bij het een met hierover daarover nader binnen"),
    ("in", "kaart beeld kennis gesprek werking consultatie internetconsultatie procedure gebruik overleg"),
    ("toe ernaar erop ervoor", "dat om"),
    ("de", "komende volgende eerstvolgende loop inspectie onderwijsinspectie"),
    ("streven inzet voornemen bedoeling planning", "is"),
    ("voornemens", "de het dit deze een om uw u"),
)
PAIRED = {a + b: (a, b) for left, right in PAIRS for a in left.split() for b in right.split()}
LEFT = listed("""de het een uw dat die en dit deze mijn ook nog er daarom daarover hierover wel niet nader verder daarnaast bovendien
    tevens vervolgens daarna daarvoor hiervoor daartoe hiertoe daarbij hierbij daarop hierop daarmee hiermee daarin hierin
    daaraan hieraan dan te""")
PLEDGES = (
    *("voornemens", "bereid", "plan", "afgesproken", "overeengekomen", "toegezegd"),
    *("aangegeven", "besloten", "besluiten", "voorzien", "gepland", "ingepland"),
)
MODALS = frozenset(("kunnen", "moeten", "mogen"))  # infinitives, glued on either side: "tekunnen", "kunnenindienen"
FIRST = frozenset((*PERSONS, *GOVERNMENT, *AUXILIARIES)) - {"is", "ben", "rijk", "ind", "duo", "start", "we", "heb"}
NO_STEMS = frozenset((*PERSONS, *GOVERNMENT, "zal", "zullen", "wordt", "worden"))
LONG = frozenset(word for word, verbs in FINITE.items() if any(form == "third" for _, form in verbs)) | {"streeft"}
SHALL = frozenset(("zal", "zullen"))
PAST = frozenset(("de", "te"))  # what makes a past tense of a stem: "streefde"
VERB_BEGINS = ("onder", "over", "door", "voor", "weer", "tegen", "achter")  # of verbs that stay in one piece
ENDS_OF = frozenset(("eind", "einde", "begin", "medio"))  # "einddit jaar"
WITH_PLEDGE = frozenset(("ben", "is", "heb", "heeft"))  # "Ik benvoornemens"
EXPECTED = ("naar", "verwachting")
PREFIXES = frozenset(("opnieuw", "overeen", "tegemoet"))
PREPOSITIONS = listed("aan bij in mee op over tegen toe uit van")  # but "vooropstellen"
PARTED = frozenset(  # infinitives with a separable part, before which a preposition may be glued: "opaandringen"
    verb.particle + verb.infinitive.removeprefix(verb.particle)
    for verbs in FINITE.values()
    for verb, _ in verbs
    if verb.particle
)
STEMS = frozenset(word for word, verbs in FINITE.items() if any(form == "first" for _, form in verbs))
SEASONS = listed("jaar voorjaar najaar zomer herfst winter kwartaal zomerreces kerstreces")
CLOSED = re.compile(
    r"(?!ge|ver|ont|her)(\w{4,})(worden|kunnen|zullen|moeten|mogen|zal|wordt)(?<!ghazal)|(?!(?:ge|gra|te)niet\Z)(\w{2,})(niet)"
)  # "scannersworden", "isniet"
OPENED = re.compile(
    r"(zal(?!ig|m|f)(?=\w{6})|wordt(?=\w\w)|dat(?!a|um|e[er]|ing)(?=\w{6}))(\w+)"
)  # "datmarktpartijen", but no "datalek"
ANCHORS = frozenset(
    (
        *PERSONS,
        *GOVERNMENT,
        *AUXILIARIES,
        *MODALS,
        *POSTS,
        *PLEDGES,
        *FINITE,
        *PARTICIPLES,
        *INFINITIVES,
        *NEEDED,
        "kamer",
    )
) - {"bij", "in", "naar", "om", "te"}
KNOWN = (
    ANCHORS
    | SMALL
    | {"naar"}
    | {
        "zodat",
        "omdat",
        "voordat",
        "totdat",
        "opdat",
        "nadat",
        "indien",
        "dienen",
        "eens",
        "welzijn",
        "wellicht",
        "omroep",
        "zalen",
    }
)
DEMONSTRATIVE = listed("""van bij in op met naar over aan voor uit door om na tot tegen per zal zullen wordt worden ik wij we is zijn heb
    heeft hebben kan al""")
SUBJECTS = listed("de het een ik wij we er mijn u uw dit deze")
ROLE_OF = listed("onderdeel vervolg eerste aanvulling aanvullende reactie gevolg uitvloeisel volgende nieuwe")


def words(sentence: str) -> list[str]:
    """The words and the marks between clauses, in small letters and in order.

    >>> words("Als onderdeel van die zaak"), words("De zaak, als dat zo is")
    (['bij', 'onderdeel', 'van', 'deze', 'zaak'], ['de', 'zaak', ',', 'als', 'dat', 'zo', 'is'])
    """
    found = [word for printed in sentence.lower().split() for word in WORDS_OF[printed]]
    if "koophandel" in found:
        found = ["handelskamer" if pair == ("kamer", "van", "koophandel") else pair[0] for pair in _threes(found)]
    if "ik" in found or "wij" in found:
        found = _before_pronouns(found)
    if OPENERS.isdisjoint(found):
        return found
    return [_plain(found, place) if word in OPENERS else word for place, word in enumerate(found)]


def capitals(sentence: str) -> list[bool]:
    """Which of the words of a sentence begin with a capital."""
    return [
        (place == 0 and word[0].isupper()) or (word[0].islower() and not word.islower())  # "vanFinanciën"
        for word in PRINTED.findall(sentence)
        for place, _ in enumerate(WORDS_OF[word.lower()])
    ]


def _threes(found: list[str]) -> Iterator[tuple[str, str, str]]:
    """Each word with the two after it."""
    return zip(found, [*found[1:], ""], [*found[2:], "", ""], strict=True)


def _before_pronouns(found: list[str]) -> list[str]:
    """The words, with those taken apart that stand before "ik" or "wij"."""
    out: list[str] = []
    for place, word in enumerate(found):
        if word in ("ik", "wij") and place and len(out[-1]) > LEAD and out[-1] not in KNOWN:
            out[-1:] = _inverted(out[-1])
        out.append(word)
    return out


def _inverted(word: str) -> tuple[str, ...]:
    """A word that stands before "ik", where no verb is joined to its separable part: "aanstaandespreek ik"."""
    at = next((at for at in range(SHORTEST, len(word) - 2) if word[at:] in FINITE or word[at:] in SHALL), None)
    if at and word[:at].endswith(VERB_BEGINS):
        return (word,)  # "onderschrijf ik"
    return (word[:at], word[at:]) if at else (word,)


def _parts(word: str) -> tuple[str, ...]:
    if word in KNOWN or len(word) > LONGEST:
        return (word,)
    if word.startswith("ik") and len(word) > len("ik") and word not in SELF:
        return ("ik", *_parts(word[2:]))  # "iku", "ikdaarover": hardly a word begins so
    return PAIRED.get(word) or (unglued(word) if len(word) >= SHORTEST else (word,))


OPENERS = frozenset(("die", "dat", "als"))


def _plain(found: list[str], place: int) -> str:
    """A word, where "die", "dat" or "als" opens no clause by one that never does: "naar aanleiding van die cijfers"."""
    before = found[place - 1] if place else ""
    after = found[place + 1] if place + 1 < len(found) else ""
    if found[place] == "als":
        return "bij" if after in ROLE_OF else "als"
    if before == "uit" and found[max(0, place - 2)] == "ervan":  # "Ik ga ervan uit dat"
        return found[place]
    points = not before or before in DEMONSTRATIVE or (found[place] == "die" and before in FINITE)
    return "deze" if points and not (found[place] == "dat" and after in SUBJECTS) else found[place]


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
        if _are_two(left, right):
            return left, right
    shall = OPENED.match(word) or CLOSED.fullmatch(word)
    return (shall[shall.lastindex - 1], shall[shall.lastindex]) if shall and shall.lastindex else (word,)


def _are_two(left: str, right: str) -> bool:
    """Whether two parts of a word are words of which the first may have lost the space behind it."""
    if left in LEFT and (right in ANCHORS or right in SEASONS or (len(left) >= SHORTEST and right in SMALL)):
        return True
    if (
        left in FIRST
        and (right in SMALL or right in LEFT or right in ANCHORS or right in BEHIND_SHALL)
        and (left in NO_STEMS or right not in PAST or right != PAST_OF.get(left[-1], "de"))
    ):
        return True
    if (left == "kamer" and (right in PARTICIPLES or right in AUXILIARIES or right == "te")) or (
        left in ENDS_OF and right in SMALL
    ):
        return True
    if (left, right) == EXPECTED or (left in WITH_PLEDGE and right in PLEDGES) or _verb_and_word(left, right):
        return True
    known = right in PARTICIPLES or right in LONG
    return len(left) >= LEAD and len(right) >= LEAD and known and left not in PREFIXES


def _verb_and_word(left: str, right: str) -> bool:
    """Whether a verb has lost the space on one side: "onderzoekenof", "onderzoeksamen", "opaandringen", "kunnensturen"."""
    if left in MODALS:
        return right in INFINITIVES
    if left == "u":
        return right in LONG or right in AUXILIARIES
    if _verb_before(left, right) or _told_of(left, right):
        return True
    if len(left) >= LEAD and left in INFINITIVES:
        return (right in SMALL or right in ASKING) and right not in PAST
    if len(left) >= LEAD and left in STEMS:
        return right in BEHIND_STEM
    return right in PARTED and (left in PREPOSITIONS or (left == "voor" and not right.startswith("op")))


def _verb_before(left: str, right: str) -> bool:
    """Whether a finite verb stands before what follows it: "stuurik", "stuurtu", "informeeruw", "startin"."""
    if right in ("ik", "wij"):
        return left in STEMS or left in AUXILIARIES or left in INFINITIVES or left == "kan"
    if len(left) < SHORTEST or not (left in STEMS or left in LONG):
        return False
    return right in BEHIND_STEM or (right in OBJECTS and right != PAST_OF.get(left[-1], "de"))


def _told_of(left: str, right: str) -> bool:
    """Whether a participle or the noun of a verb stands before what it is about: "toegezegddat", "gesprekover"."""
    if len(left) < NOUN:
        return False
    if left in PARTICIPLES or left in PLEDGES:
        return right in ABOUT or right in BEHIND_STEM
    return left in NEEDED and right in ABOUT


class _WordsOf(dict[str, tuple[str, ...]]):
    """The words and marks in what stands between spaces, in small letters; kept as far as there is room."""

    def __missing__(self, printed: str) -> tuple[str, ...]:
        found = tuple(part for word in WORD.findall(printed) for part in _parts(word))
        if len(self) < ROOM:
            self[printed] = found
        return found


WORDS_OF = _WordsOf()
