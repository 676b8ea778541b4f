"""The words that tell what a text is about, in a form in which they can be compared."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?:en|s|e)$")
_LONG = 5  # letters from which a word has an ending that may be left off
COMMON = frozenset(
    """
    aan aangeven aanleiding aantal acht achter actie afgelopen afzonderlijk al alle alleen allen alles als
    ander andere anders antwoord antwoorden april artikel artikelen augustus beantwoorden beantwoording bekend
    bekende ben bent bepaalde bereid bericht berichten betekent beter betreffende betreft betrokken bij
    bijvoorbeeld binnen blijft blijkt blijvende boven brief buiten daar daaraan daarbij daardoor daarin
    daarmee daarna daarom daarop daartoe daarvan daarvoor dan dat de december deel deelt deze die dient dit
    doen doet door draagt dus echt een eens eerder eerdere eigen elk elke en enige er eraan erin ermee erop
    ertoe eruit ervan ervoor even februari feit fracties gaan gaat gebeurt gedaan geeft geen gehad gekomen
    gelet gemaakt genoemd genoemde gesteld gevallen gevolg gevolgen gevraagd geweest geworden graag grote haar
    had hadden hebben hebt heeft hem hen het hier hierbij hierin hiermee hierop hierover hiertoe hiervan
    hiervoor hij hoe hoeveel hoeverre houdt hun ieder iedere iets immers ingezonden inmiddels inzake inzicht
    is ja jaar januari jaren juist juli juni kabinet kader kamer kamerlid kamervragen kan kennis kent klopt
    komen komende komt konden kunnen kunt laat laatste laten leden licht lid maakt maar maart maatregelen
    maken manier me mede mee meer meest mei mening mensen met mij mijn minder minister ministerie ministers
    moest moet moeten mogelijk mogelijke mogen na naar naast namelijk nee neemt negatieve nemen net niet niets
    nieuw nieuwe nieuws noch nodig nog november nu nummer of oktober om omdat ondanks onder onderhavige
    onderzoek ons onze ook op opzicht over overheid overigens overwegen per plaats plan punt rapport reactie
    recente regering rol rond samen samenhang september sinds situatie slechts soort staan staat
    staatssecretaris staatssecretarissen stand stappen steeds stellen strekking stuk stukken te tegen ten ter
    terug tevens tijd tijdens toch toe toelichten toelichting tot totaal tussen twee uit uiteenzetten
    uitsluitend uitspraak uitzending uw vaak van vanaf vanuit vanwege vast veel verband verder verschillende
    verwacht via vinden vindt visie volgende volgens voor vooral voorkomen voornemens voren vraag vragen
    vragenuur waar waaraan waarbij waardoor waarin waarom waaronder waarop waarover waarvan waarvoor wanneer
    waren was wat website weer weet wel welk welke wenselijk werd werden werkt weten wie wij wijze wil wilt
    worden wordt zaak zaken zal ze zeer zelf zelfs zich zien ziet zij zijn zo zoals zodat zonder zorgen zou
    zouden zowel zullen zult
    """.split()  # noqa: SIM905 - a text is easier to read and mend than two hundred quotes
)
"""Words that every set of questions may have, whatever it is about."""


def terms(text: str) -> list[str]:
    """The telling words of a text in order: small letters, no accents, endings off, compounds apart at hyphens.

    >>> terms("de blijvende ICT-problemen bij het Openbaar Ministerie")
    ['ict', 'problem', 'openbaar']
    """
    return [stem for stem in map(_term, _words(text)) if stem]


def _words(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        word = match.group()
        if (len(word) > 2 or (len(word) == 2 and word.isupper())) and not word.isdecimal():
            yield word


@lru_cache(maxsize=200_000)
def _term(word: str) -> str:
    """A word as it is compared; empty for a common one."""
    plain = _plain(word)
    return "" if plain in COMMON else _stem(plain)


def _plain(word: str) -> str:
    if word.isascii():
        return word.lower()
    spread = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def _stem(word: str) -> str:
    return _ENDING.sub("", word) if len(word) >= _LONG else word


def letters(text: str) -> str:
    r"""Only the letters and digits of a text: the same whether words were glued, broken off or quoted otherwise.

    >>> letters("is on-\nacceptabel»") == letters("isonacceptabel")
    True
    """
    return "".join(_WORD.findall(_plain(text)))


def fingerprint(text: str) -> str:
    """A short name for a text by its letters; empty for a text too short to be told from others."""
    plain = letters(text)
    return hashlib.sha256(plain.encode()).hexdigest()[:12] if len(plain) >= 12 else ""
