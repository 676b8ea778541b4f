"""The words that tell what a text is about, in a form in which they can be compared."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator

_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?:en|s|e)$")
_LONG = 5  # letters from which a word has an ending that may be left off
COMMON = frozenset(
    """
    aan aangeven aanleiding aantal acht achter actie afgelopen afzonderlijk al alle alleen allen alles als ander andere
    anders antwoord antwoorden artikel bekend bekende ben bent beantwoorden beantwoording bepaalde bereid bericht
    berichten betekent beter betreft betreffende betrokken bij bijvoorbeeld binnen blijft blijkt blijvende boven brief
    buiten daar daaraan daarbij daardoor daarin daarmee daarna daarom daarop daartoe daarvan daarvoor dan dat de deel
    deelt deze die dient dit doen doet door draagt dus echt een eens eerder eerdere eigen elk elke en enige er eraan
    erin ermee erop ertoe eruit ervan ervoor even feit fracties gaan gaat gebeurt gedaan geen geeft gehad gekomen
    gelet gemaakt genoemd genoemde gesteld gevallen gevolg gevolgen gevraagd geweest geworden graag grote haar had
    hadden hebben hebt heeft hem hen het hier hierbij hierin hiermee hierop hierover hiertoe hiervan hiervoor hij hoe
    hoeveel hoeverre houdt hun iets ieder iedere immers ingezonden inmiddels inzake inzicht is ja jaar jaren juist kader
    kamer kamerlid kamervragen kan kennis kent klopt komen komende komt konden kunnen kunt laat laatste laten lid leden
    licht maakt maar maatregelen maken manier me mede meer mee meest mening mensen met mij mijn minister ministerie
    ministers minder moest moet moeten mogelijk mogelijke mogen na naar naast namelijk nee neemt negatieve nemen net niet
    niets nieuw nieuwe noch nodig nog nu nummer of om omdat ondanks onder onderhavige ons onze ook op opzicht over
    overheid overigens overwegen per plaats plan punt reactie recente rond rol samen samenhang sinds situatie slechts soort staan staat
    staatssecretaris staatssecretarissen stand stappen steeds stellen strekking stuk stukken te tegen ten ter terug tevens tijd tijdens
    toch toe toelichten toelichting tot totaal tussen twee uit uitsluitend uw uiteenzetten vaak van vanaf vanuit
    vanwege vast veel verder verband verschillende verwacht via vinden vindt visie volgende volgens voor vooral voorkomen
    voornemens voren vraag vragen vragenuur waar waaraan waarbij waardoor waarin waarom waaronder waarop waarover waarvan
    waarvoor wanneer waren was wat weer weet wel welk welke wenselijk werd werden werkt weten wie wij wijze wil wilt wordt
    worden wordt zaak zaken zal ze zeer zelf zelfs zich zien ziet zij zijn zo zoals zodat zonder zorgen zou zouden zowel zult zullen
    bericht uitzending artikelen nieuws website rapport onderzoek uitspraak
    januari februari maart april mei juni juli augustus september oktober november december kabinet regering
    """.split()
)
"""Words that every set of questions may have, whatever it is about."""


def terms(text: str) -> list[str]:
    """The telling words of a text in order: small letters, no accents, endings off, compounds apart at hyphens.

    >>> terms("de blijvende ICT-problemen bij het Openbaar Ministerie")
    ['ict', 'problem', 'openbaar']
    """
    return [_stem(word) for word in map(_plain, _words(text)) if word not in COMMON]


def _words(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        word = match.group()
        if (len(word) > 2 or (len(word) == 2 and word.isupper())) and not word.isdecimal():
            yield word


def _plain(word: str) -> str:
    spread = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def _stem(word: str) -> str:
    return _ENDING.sub("", word) if len(word) >= _LONG else word


def letters(text: str) -> str:
    """Only the letters and digits of a text: the same whether words were glued, broken off or quoted otherwise.

    >>> letters("is on-\\nacceptabel»") == letters("isonacceptabel")
    True
    """
    return "".join(_WORD.findall(_plain(text)))


def fingerprint(text: str) -> str:
    """A short name for a text by its letters; empty for a text too short to be told from others."""
    plain = letters(text)
    return hashlib.sha256(plain.encode()).hexdigest()[:12] if len(plain) >= 12 else ""
