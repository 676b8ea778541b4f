"""Dutch names as they are printed, taken apart and folded so that two spellings of one name compare equal.

What differs between spellings of one name, and is folded away: composed and decomposed accents, capitals,
the prefix ("tussenvoegsel"), hyphens with or without spaces round them, spaces lost in a PDF, and initials
before the name or in brackets after it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

PARTICLES = frozenset(
    ["van", "de", "der", "den", "het", "'t", "ter", "ten", "te", "in", "op", "von", "la", "le", "el", "al", "aan"],
)
"""Words that begin a Dutch surname without counting for its place in the alphabet."""

_LETTERS = str.maketrans({"ø": "o", "ı": "i", "æ": "ae", "ł": "l", "đ": "d", "’": "'", "‘": "'", "`": "'", "´": "'"})
_DASHES = re.compile(r"\s?[-\u2010-\u2015\u00ad]\s?")
_TITLES = re.compile(
    r"^(?: (?: minister | staatssecretaris | kamerlid | lid | leden | mevrouw | mevr\. | mw\. | dhr\. | de\ heer"
    r" | mr\. | drs\. | dr\. | prof\. | ir\. | ing\. )\s )+",
    re.VERBOSE | re.IGNORECASE,
)
_INITIALS = re.compile(r"^(?P<initials>(?:[^\W\d_][a-z]{0,2}\.[\s-]?){1,9})(?=\S)")
_BARE = re.compile(r"^(?P<initials>[A-Z]{2,5})\s+(?=\S)")
_BRACKETS = re.compile(r"\((?P<inside>[^()]{1,30})\)")
_ONLY_INITIALS = re.compile(r"(?:[^\W\d_][a-z]{0,2}\.\s?){1,9}|[A-Z]{1,6}")


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Small letters without accents, one kind of apostrophe and hyphen, no space round hyphens.

    >>> fold("Yeşilgöz – Zegerius")
    'yesilgoz-zegerius'
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _DASHES.sub("-", " ".join(bare.casefold().translate(_LETTERS).split()))


@lru_cache(maxsize=16384)
def squash(text: str) -> str:
    """Only the letters and digits of the folded text: proof against lost spaces, hyphens and commas.

    >>> squash("Sociale Zakenen Werkgelegenheid") == squash("Sociale Zaken en Werkgelegenheid")
    True
    """
    return "".join(c for c in fold(text) if c.isalnum())


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """The folded text as the last part of an IRI: ASCII letters and digits joined by single hyphens.

    >>> slug("Bas van ’t Wout")
    'bas-van-t-wout'
    """
    return "-".join(re.findall(r"[a-z0-9]+", fold(text).replace("'", "")))


def letters(initials: str) -> str:
    """The first letter of each initial: "S.Th.M." and "S.T.M." give the same.

    >>> letters("S.Th.M."), letters("EMH"), letters("A.C")
    ('stm', 'emh', 'ac')
    """
    pieces = re.findall(r"[^\W\d_]+", initials)
    if len(pieces) == 1 and pieces[0].isupper():
        return squash(pieces[0])
    return "".join(squash(piece)[:1] for piece in pieces)


def split_prefix(surname: str) -> tuple[str, str]:
    """The prefix and the rest of a surname.

    >>> split_prefix("van der Wal-Zeggelink")
    ('van der', 'Wal-Zeggelink')
    """
    words = surname.replace("’", "'").split()
    count = 0
    while count < len(words) - 1 and fold(words[count]) in PARTICLES:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def first_part(surname: str) -> str:
    """A double name without what stands after its first hyphen; any other name unchanged.

    >>> first_part("Faber - van de Klashorst")
    'Faber'
    """
    return _DASHES.split(" ".join(surname.split()), maxsplit=1)[0]


@dataclass(frozen=True, slots=True)
class Printed:
    """A name taken apart: `initials` as letters ("dm"), the `rest` as words, `call` a first name in brackets."""

    initials: str
    rest: str
    call: str = ""


@lru_cache(maxsize=16384)
def read_name(text: str) -> Printed:
    """A printed name without titles, its initials apart.

    >>> read_name("D.M. van Weel")
    Printed(initials='dm', rest='van Weel', call='')
    >>> read_name("Hirsch Ballin (EMH)")
    Printed(initials='emh', rest='Hirsch Ballin', call='')
    """
    text = " ".join(unicodedata.normalize("NFC", text).split())
    initials, call = "", ""
    if inside := _BRACKETS.search(text):
        text = " ".join((text[: inside.start()] + " " + text[inside.end() :]).split())
        within = inside["inside"].strip()
        initials, call = (letters(within), "") if _ONLY_INITIALS.fullmatch(within) else ("", within)
    if title := _TITLES.match(text):
        text = text[title.end() :]
    if before := _INITIALS.match(text) or _BARE.match(text):
        initials = letters(before["initials"].replace(" ", "")) or initials
        text = text[before.end() :]
    return Printed(initials, text.strip(" ,;"), call)
