"""What an answer does with its question: the one judgement that records and graph show.

An answer is more than substantive only where all of it is: a yes with an explanation, a reference with an opinion
of its own or a refusal amid facts goes into the question.
"""

from __future__ import annotations

import re
from typing import Literal

from kg.grammar.sentences import sentences
from kg.grammar.words import Rows, folded, held, needing
from kg.records import Answer

AnswerType = Literal["substantive", "yesNo", "refersElsewhere", "declines", "promisesLater"]


WORD_BEGINS = r"\b"


def _words(*phrases: str) -> re.Pattern[str]:
    """A pattern, for text in small letters, of phrases between whose words spaces may be lost or doubled."""
    within = [phrase.removeprefix(WORD_BEGINS) for phrase in phrases if phrase.startswith(WORD_BEGINS)]
    forms = [phrase for phrase in phrases if not phrase.startswith(WORD_BEGINS)]
    forms += [rf"{WORD_BEGINS}(?:{'|'.join(within)})"] if within else []  # where no word begins none of them is tried
    return re.compile("|".join(forms).replace(" ", r"\s{0,3}"))


_SHORT = "[^.,;:]{0,60}"
_GAP = "[^.!?]{0,60}"
_AGREED = "^(?:ja|nee|neen|inderdaad|jawel)[,.] "
_MAYBE = "^(?:(?:ja|nee|neen|inderdaad|jawel)[,.] )?"
_KNOWN = "(?:bekend|bevestigen|bevestigd|klopt|juist|onjuist|correct|kennis ?(?:van )?genomen|het geval)"
_NEWS = "(?:bericht|berichten|artikel|artikelen|uitzending|rapport|onderzoek|brief|signaal|signalen|situatie)"
_VIEW = "(?:mening|opvatting|opvattingen|zorg|zorgen|analyse|conclusie|oordeel|standpunt|visie|constatering|stelling|lezing)"
_SHARE = "(?:deel|deelt|delen|onderschrijf|onderschrijft|onderschrijven)"
_US = "(?:ik|wij|het kabinet)"
_HOW = "(?: (?:niet|volledig|geheel|ten volle|zeker|graag|ook|van harte)){0,2}"
YES_NO = _words(
    r"^(?:ja|nee|neen|jawel|inderdaad|zeker|klopt|akkoord|bekend)[.,!]?$",
    rf"{_MAYBE}(?:dat|dit) klopt{_HOW}(?: inderdaad)?[.!]?$",
    rf"{_MAYBE}(?:dat|dit) is (?:inderdaad |helaas )?(?:niet )?(?:juist|onjuist|correct|waar|zo|bekend|het geval)[.!]?$",
    rf"{_AGREED}(?:(?:hier|daar)(?:mee|van)?|dit|dat|die|deze|het)\b{_SHORT}{_KNOWN}[.!]?$",
    rf"{_AGREED}ik (?:ben|heb)\b{_SHORT}{_KNOWN}(?: (?:met|van) (?:het|de|dit|deze)\b{_SHORT})?[.!]?$",
    rf"^(?:ik ben|wij zijn) (?:hiermee |daarmee |ermee )?(?:bekend|op de hoogte)(?: (?:met|van) (?:het|de|dit|deze|die|dat)\b{_SHORT})?[.!]?$",
    rf"^(?:ik heb|wij hebben) (?:hiervan |daarvan |er )?kennis ?genomen(?: van (?:het|de|dit|deze|die|dat)\b{_SHORT})?[.!]?$",
    rf"^(?:het|dit|dat|deze|die|de) {_NEWS} (?:is|zijn) (?:mij|ons|bij mij|bij ons) bekend[.!]?$",
    rf"{_MAYBE}(?:(?:die|deze|uw|dit|dat|de) {_VIEW}|dat|dit)(?: van\b{_SHORT})? {_SHARE} {_US}{_HOW}[.!]?$",
    rf"{_MAYBE}(?:die|deze|uw|dit|dat|de) {_VIEW}(?: van\b{_SHORT})? kan {_US} niet (?:delen|onderschrijven)[.!]?$",
    rf"{_MAYBE}{_US} kan (?:die|deze|uw|dit|dat|de) {_VIEW}(?: van\b{_SHORT})? niet (?:delen|onderschrijven)[.!]?$",
    rf"{_MAYBE}{_US} {_SHARE} (?:(?:die|deze|uw|dit|dat|de) {_VIEW}|dat|dit)(?: van\b{_SHORT})?{_HOW}[.!]?$",
)
_OPENING = "^(?:(?:ja|nee|neen)[,.] )?"
_TARGET = "(?:antwoord|vraag|vragen|beantwoording|brief|brieven|kamerstuk|bijlage|hierboven|hiervoor|debat|verslag)"
_NUMBER = r"(?:vraag |antwoord )?\d{1,3}(?:(?:, | en | t/m )\d{1,3}){0,8}"
_ASKED = r"(?:deze|die|de) vra(?:ag|gen)(?: \d{1,3}(?:(?:, | en | t/m )\d{1,3}){0,8})?"
_IS = "(?:is|zijn|heb ik|hebben wij|wordt|worden)"
_WITHIN = (
    rf"(?:in|bij|onder|met|samen met|hiervoor|hierboven)\b{_GAP}(?:antwoord|beantwoording|vraag|vragen|brief|kamerstuk)"
)
_FOUND = "(?:opgenomen|gegeven|vervat|besloten|verwoord|beschreven|terug te vinden|te vinden|staat|vindt u|treft u)"
REFERS = _words(
    rf"{_OPENING}(?:ook )?zie (?:ook |daarvoor |hiervoor |verder )?{_GAP}{_TARGET}",
    rf"{_OPENING}(?:voor|hiervoor|hierbij|daarvoor|kortheidshalve|ook)\b{_GAP}verw(?:ijs|ijzen|ezen)\b{_GAP}{_TARGET}",
    rf"{_OPENING}(?:ik verwijs|wij verwijzen|(?:er wordt )?verwezen wordt)\b{_GAP}{_TARGET}",
    rf"{_OPENING}zie (?:ook )?(?:(?:onder|bij|punt) )?(?:{_NUMBER}|boven|onder)[.!]?$",
    rf"^idem(?:[.!]?$| (?:als|aan)?{_GAP}{_TARGET})",
    rf"{_OPENING}(?:voor )?(?:het |dit )?antwoord\b{_GAP}\b{_FOUND}\b{_GAP}\b(?:in|bij|onder) {_GAP}{_TARGET}",
    rf"{_OPENING}(?:voor )?(?:het |dit )?antwoord\b{_GAP} (?:gelijk aan|hetzelfde als) {_GAP}{_TARGET}",
    rf"{_OPENING}{_ASKED} {_IS}\b{_GAP}\bbeantwoord {_WITHIN}",
    rf"{_OPENING}{_ASKED} {_IS}\b(?:{_GAP}[ ])?{_WITHIN}{_GAP}\bbeantwoord[.!]?$",
)
_WE = r"\b(?:ik (?:ga|kan|wil|zal)|(?:ga|kan|wil|zal) ik|(?:gaat|kan) het kabinet)"
_FURTHER = "(?:nader |verder |inhoudelijk )?"
_ANY = "[^.!?]{0,200}"
_NOT_MINE = "(?! (?:gericht|gemeld|voorgelegd|gevraagd|gestuurd|bekend))"
_GOVERNMENT = "(?:ik|wij|we|het kabinet|de regering)"
_MAY = "(?:kan|kunnen|wil|willen|zal|zullen)"
_CLAUSE = r"(?:(?!\b(?:dat|of|altijd)\b)[^.!?]){0,60}"  # no other clause in it, and no "niet altijd"
_SHOW = "(?:delen|verstrekken|openbaar(?: maken)?)"
_SHOWN = "(?:gedeeld|verstrekt|openbaar(?: gemaakt| worden)?)"
_OPINION = (  # which is not shared by who holds another; "de cijfers over de zorg" and "de analyse met u" are shown
    r"(?<!over\s)(?<!in\s)(?<!van\s)(?<!uit\s)\b(?:die|deze|uw|dit|dat|de|het) "
    rf"(?:[^\W\d_]{{1,20}} )?(?:{_VIEW}|gedachte|indruk|beeld|suggestie|kritiek|zienswijze|veronderstelling|inschatting)\b"
    rf"(?!{_ANY}\bmet (?:u|uw kamer|de kamer)\b)"
)
_OTHERS = rf"(?!{_ANY}\b(?:zonder|tussen|derden|elkaar)\b)"
_STATEMENTS = "geen (?:nadere |verdere |inhoudelijke )?(?:mededelingen|uitspraken|uitlatingen)"
DECLINES = _words(
    rf"{_WE}\b{_GAP}\bniet {_FURTHER}(?:in op|in gaan|op ingaan|(?:op )?vooruitlopen|treden in)\b",
    rf"{_WE} niet {_FURTHER}in op\b",
    rf"\b{_STATEMENTS}\b{_GAP}\b(?:doen|gedaan|over)\b",
    rf"\b(?:doe|doen) (?:ik|wij|het kabinet)\b{_GAP}{_STATEMENTS}\b",
    rf"\b(?:kan|kunnen)\b{_GAP}\bniet (?:worden )?(?:beantwoorden|beantwoord)\b",
    rf"\bis (?:dan ook |echter )?niet aan (?:mij|ons|het kabinet|de regering)\b{_NOT_MINE}",
    rf"^{_OTHERS}(?!{_ANY}{_OPINION}){_ANY}\b(?:{_GOVERNMENT} {_MAY}|{_MAY} {_GOVERNMENT})(?: dat)?\b{_CLAUSE}\bniet\b{_CLAUSE}\b{_SHOW}\b",
    rf"^{_OTHERS}{_ANY}\b{_MAY}\b{_GAP}\bniet\b{_CLAUSE}\b{_SHOWN}\b",
    r"\b(?:is|zijn|blijft|blijven) (?:strikt |bedrijfs)?vertrouwelijk[.!]?$",
    rf"\blaat (?:ik|het kabinet) (?:mij|me|zich)\b{_GAP}\bniet uit\b",
    rf"\b(?:ik treed|treed ik)\b{_GAP}\bniet\b",
    rf"\b(?:ik onthoud|onthoud ik) (?:mij|me)\b{_GAP}\bvan\b",
    r"\bpast (?:mij|ons|het kabinet) niet\b",
    rf"\b(?:kan|past)\b{_GAP}\bgeen oordeel (?:geven|vellen|uitspreken|over)",
    r"^(?:nee[,.] )?(?:dat|dit) kan ik (?:niet bevestigen(?: (?:of|noch) ontkennen)?|bevestigen noch ontkennen)[.!]?$",
)
_YOU = "(?:u|uw kamer|de kamer)"
LATER = _words(
    rf"\b(?:wordt|worden) {_YOU}\b{_GAP}\b(?:geïnformeerd|bericht|op de hoogte)",
    rf"^{_YOU} (?:wordt|ontvangt|zal)\b{_GAP}\b(?:geïnformeerd|brief|informeren|antwoord|ontvangen|reactie)\b",
    rf"\b(?:ik zal|zal ik|wij zullen|zullen wij) {_YOU}\b{_GAP}\binformeren\b",
    rf"\b(?:ik informeer|informeer ik|ik bericht|bericht ik) {_YOU}\b",
    rf"\b(?:ik kom|kom ik)\b{_GAP}\bterug\b",
    rf"\b(?:kan|kunnen|zal|zullen)\b{_GAP}\bniet\b{_GAP}\bbinnen\b{_GAP}\b(?:termijn|weken)\b{_GAP}\bbeantwoord",
    rf"\b(?:zal|zullen|hoop|streef)\b{_GAP}\bzo (?:spoedig|snel) mogelijk\b[^.!?]{{0,40}}\bbeantwoord",
)
KINDS: tuple[tuple[str, re.Pattern[str], Rows], ...] = (  # with words that each needs
    ("yesNo", YES_NO, needing()),  # needs nothing: always asked
    ("refersElsewhere", REFERS, needing(("zie", "verw", "idem", "antwoord"))),
    ("declines", DECLINES, needing(("niet", "geen", "noch", "onthoud", "vertrouwelijk"))),
    (
        "promisesLater",
        LATER,
        needing(("word", "zal", "zullen", "ontvangt", "informe", "bericht", "terug", "beantwoord")),
    ),
)
BY_WEIGHT: tuple[AnswerType, ...] = ("declines", "promisesLater", "refersElsewhere", "yesNo")
REFERENCE = 200  # characters of a sentence that does no more than refer
LONGEST = 700  # characters of an answer that is not substantive


def answer_type(answer: Answer) -> AnswerType | None:
    """What an answer does with its question; None for an answer without words."""
    return type_of(answer.passage.text)


def type_of(text: str) -> AnswerType | None:
    """What an answer of these words does.

    >>> [type_of(t) for t in ("Ja.", "Nee, zie het antwoord op vraag 2.", "Ik ga niet in op individuele gevallen.")]
    ['yesNo', 'refersElsewhere', 'declines']
    >>> [type_of(t) for t in ("Uw Kamer wordt hierover in mei geïnformeerd.", "Ja. Dat is zo omdat het regent.")]
    ['promisesLater', 'substantive']
    """
    if len(text) > LONGEST:
        return "substantive"
    ends = sentences(text)
    if len(ends) > 2 and any(_kind(text[start:end]) == "substantive" for start, end in ends):
        return "substantive"
    kinds = [_kind(text[start:end]) for start, end in ends]
    if "substantive" in kinds:
        return "declines" if kinds[0] == "declines" and len(kinds) == 2 else "substantive"
    return next((kind for kind in BY_WEIGHT if kind in kinds), None)


def _kind(sentence: str) -> str:
    """What one sentence does; a long one that refers says something of its own as well."""
    small = folded(sentence)
    if len(sentence) > REFERENCE and REFERS.search(small):
        return "substantive"
    here = held(small)
    return next((kind for kind, form, needed in KINDS if here & needed == needed and form.search(small)), "substantive")
