"""People and bodies in common who write together: "veertien maatschappelijke organisaties", "bewoners van De Wal"."""

from __future__ import annotations

import re

from kg.extract._citations.actors import Actors, Deed
from kg.extract._citations.bodies import NAME
from kg.extract._citations.people import GROUP

_BOARD = r"(?:waterschap|hoogheemraadschap)\s"  # "waterschap Nat en Droog"
_ONE = (
    r"(?:(?:de|het)\s?)?(?!Kamerstuk|Aanhangsel|Handelingen|Tweede\sKamer|Minister|Staatssecretaris)"
    rf"(?:{_BOARD}(?>{NAME})(?:\sen\s(?>{NAME}))?"
    rf"|(?:(?:gemeente|provincie|hogeschool|vakbond|stichting|vereniging|ministerie\svan)\s)?(?>{NAME})(?:\s\([A-Z][\w&-]{{1,9}}\))?)"
)
TOGETHER = re.compile(  # behind the first name: ", Schippersbond en waterschap Nat en Droog", " en dertien andere gemeenten", " en Sluis (2019)"
    rf"\s(?:et\sal\.|e\.\s?a\.|c\.\s?s\.|en\s(?:de\s|het\s)?{NAME})(?=\s(?:\(|uit\s|van\s|d\.\s?d\.\s)\d)|(?P<row>(?:,\s{_ONE}){{1,6}},?)?\sen\s(?:(?:de\s)?{GROUP}|(?(row)|(?=(?:de\s|het\s)?(?:waterschap|hoogheemraadschap|gemeente|provincie)\s)){_ONE})"
)
GROUPS = Actors(rf"(?P<name>{GROUP})", r"(?:(?<=^)|(?<=[\s(]))")
FROM = re.compile(r"^\s(?:van|door)\s(?:(?:de|een\sgroep|een\saantal)\s)?")
HAVE = re.compile(
    r"\s(?:hebben|hadden)\s(?:(?:mij|ons|u|de\sKamer|het\skabinet)\s)?(?:bij|in|per|via|middels)\s?(?:een|de|hun)?\s?$"
)
THAT = re.compile(r"(?:^|\b(?:dat|of|zoals|waarin|waarmee|die|de|hebben)\s)")
IN_A_LETTER = re.compile(  # "dat bewoners van De Wal in mei 2011 in een brief aan de burgemeester om hulp vroegen"
    r"""\s(?P<between>[^.;:?!«“\n]{0,60}?)
    \bin\s(?:een|de|hun)\s(?:[a-z]{3,20}e?\s)?(?P<noun>\w{0,10}brief)\s(?=aan(?:de|het|een)?\b|gericht\b|van\s\d)""",
    re.VERBOSE,
)
WERE = re.compile(r"\b(?:zijn|worden|werden)\b")
_TOLD = r"(?:geïnformeerd|opgeroepen|gevraagd|verzocht|gewezen|gewaarschuwd|uitgenodigd|aangeschreven|gemaand|bericht)"
WERE_TOLD = re.compile(rf"\b(?:(?:zijn|worden|werden)\s{_TOLD}|{_TOLD}\s(?:zijn|worden|werden))\b")


def from_group(ahead: str) -> re.Match[str] | None:
    """Whose a source is, where people in common follow its noun: " van bewoners van De Wal"."""
    deed = GROUPS.behind(FROM, ahead)
    return deed.actor if deed else None


def group_that_has(before: str) -> re.Match[str] | None:
    """Who sent a letter: people in common, before "hebben mij in een"."""
    deed = GROUPS.before(HAVE, before)
    return deed.actor if deed else None


def group_in_letter(sentence: str) -> Deed | None:
    """People in common who say something in a letter."""
    return GROUPS.behind(THAT, sentence, tail=IN_A_LETTER)
