"""Motions as they are named after their movers, with their number where it is printed.

>>> [(m.movers, m.dossier, m.number) for m in find("de motie-Zandstra/Van Veen c.s. (Kamerstuk 98 765 XII, nr. 4)")]
[(('Zandstra', 'Van Veen'), '98765-XII', '4')]
>>> [m.movers for m in find("een motie van de Waterpartij, een motie van wantrouwen en de motie")]
[]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PREFIX = r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|El|’t|'t)\s?){0,3}"
_FIRST = r"(?:(?:Van|De|Den|Der|Ten|Ter|El|In)\s?(?:(?:de|der|den|het|’t|'t)\s?)?)?"
_SURNAME = r"(?!Kamerstuk)[A-ZÀ-Þ][a-zà-ÿA-ZÀ-Þ’'-]{1,30}"
_GROUP = r"(?:\s?\((?!Kamerstuk|TK\b|\d\d)[A-Za-z0-9À-ÿ+./\s-]{2,25}\))?"
_NAME = rf"{_FIRST}{_SURNAME}(?:\s(?:{_PREFIX})(?!Kamer|Tweede|Eerste|TK\b){_SURNAME}){{0,2}}{_GROUP}"
MOVERS = rf"{_NAME}(?:(?:\s?/\s?|,\s|\sen\s?)(?:(?:het\slid|de\sleden)\s)?{_NAME}){{0,8}}(?:\s?c\.\s?s\.)?"
_HEAD = r"(?:Kamerstuk(?:ken|nummer)?|TK|EK|Tweede\sKamer|Kst\.?)"
_NUMBER = rf"""(?:{_HEAD}\s?(?:I{{1,2}}(?![A-Z]))?\s?,?\s?)?(?:(?:vergaderjaar\s)?\d{{4}}\s?[-–/]\s?\d{{2,4}}\s?,\s?)?
    (?P<dossier>\d{{2}}[\s.]?\d{{3}})(?!\d)(?:[\s-]{{1,3}}(?P<chapter>[IVXA-J]{{1,5}}(?![\w])|(?<=-)\d{{2}}(?!\d)))?
    (?:\s?,?\s?(?:nr\.|nummer)\s?|(?<=-\d\d)-|(?<=-[IVX])-|(?<=-[IVX]{{2}})-|(?<=-[IVX]{{3}})-|(?<=\d{{5}})-)(?P<number>\d{{1,5}})(?!\d)"""
_LID = r"(?:de\s|het\s|de|het)(?:(?:Eerste|Tweede)\s)?(?:oud-)?(?:Kamer)?(?:lid|leden)\s?"
MOTION = re.compile(
    rf"""(?<![^\W_])(?:[Mm]oties?(?:\s?[-–]\s?|\s)(?:\((?P<bracket>[^()]{{8,80}})\)\s)?
        (?:van\s\d{{1,2}}\s[a-z]{{3,9}}\s\d{{4}}\s)?(?:van\s?{_LID})?(?P<movers>{MOVERS})
    |door\s?{_LID}(?P<by>{MOVERS})\s(?:\w{{1,12}}\s){{0,5}}(?:ingediende|voorgestelde)\smotie(?![^\W_]))""",
    re.VERBOSE,
)
MORE = re.compile(rf"\)?(?:\s?,|\sen|,\sen)\s?van\s?{_LID}(?P<movers>{MOVERS})")
NUMBER = re.compile(_NUMBER, re.VERBOSE)
BEFORE = re.compile(rf"{_NUMBER}\s?[,:(]?\s?(?:de\s)?$", re.VERBOSE)
LONGEST_NUMBER = 60  # characters of a number that stands before its motion
NEXT = re.compile(rf"\)(?:\s?,|\sen|,\sen)\s(?P<movers>{MOVERS})(?=\s?\()")
BY_NUMBER = re.compile(
    rf"(?<![^\W_])[Mm]otie\s(?:met\s(?:als\s)?(?:Kamerstuk)?nummer|met\snr\.)\s(?:{_NUMBER})", re.VERBOSE
)
AFTER = re.compile(rf"""(?=[\s,(])\s?,?\s?\(?{_NUMBER}""", re.VERBOSE)
ABOUT = re.compile(r"\s(?:over|voor|inzake|omtrent|betreffende|aangaande|die|om|tot|waarin)\s")
STOPS = re.compile(r"[.;:?!)]|motie")
REACH = 180  # characters from the movers to the bracket with the number
PARTY = re.compile(r"\s?\([^()]*\)")
APART = re.compile(r"\s?/\s?|,\s|\sen\s?(?=[A-ZÀ-Þ’']|van|de|het)")
NO_NAME = re.compile(r"(?:het\slid|de\sleden)\s|\s?c\.\s?s\.$")


@dataclass(frozen=True, slots=True)
class FoundMotion:
    """A motion cited at `text[start:end]`; `dossier` and `number` are those of its paper, where printed."""

    start: int
    end: int
    movers: tuple[str, ...]
    dossier: str | None = None
    number: str | None = None


def find(text: str) -> list[FoundMotion]:
    """The motions that a text names by their movers or their number, in order."""
    if "otie" not in text:
        return []
    numbered = (_motion(found.start(), found.end(), "", found) for found in BY_NUMBER.finditer(text))
    return sorted((*numbered, *_moved(text)), key=lambda motion: motion.start)


def _moved(text: str) -> Iterator[FoundMotion]:
    for match in MOTION.finditer(text):
        printed = match["movers"] or match["by"]
        inside = NUMBER.search(match["bracket"]) if match["bracket"] else None
        after = None if inside else _after(text, match.end())
        end = after.end() if after else match.end()
        before = None if inside or after else BEFORE.search(text, max(0, match.start() - LONGEST_NUMBER), match.start())
        yield _motion(match.start(), end, printed, inside or after or before)
        several = match.group()[5:6] == "s"
        while more := MORE.match(text, end) or (_next(text, end) if several else None):
            after = _after(text, more.end())
            end = after.end() if after else more.end()
            yield _motion(more.start("movers"), end, more["movers"], after)


def _next(text: str, at: int) -> re.Match[str] | None:
    """The next of several motions, each with its number: "de moties A (..., nr. 5) en B (..., nr. 6)"."""
    found = NEXT.match(text, at)
    return found if found and AFTER.match(text, found.end()) else None


def _motion(start: int, end: int, printed: str, numbered: re.Match[str] | None) -> FoundMotion:
    dossier, number = (_dossier(numbered), numbered["number"]) if numbered else (None, None)
    return FoundMotion(start, end, movers(printed), dossier, number)


def _after(text: str, at: int) -> re.Match[str] | None:
    """The number that follows the movers, at once or in brackets after what the motion is about."""
    bracket = text.find("(", at, at + REACH) if ABOUT.match(text, at) else -1
    if bracket >= 0 and not STOPS.search(text, at, bracket):
        return AFTER.match(text, bracket)
    return AFTER.match(text, at)


def movers(printed: str) -> tuple[str, ...]:
    """The names in "Zandstra (Waterpartij) en Van Veen c.s.", without parties.

    >>> movers("Zandstra (Waterpartij) en Van Veen c.s.")
    ('Zandstra', 'Van Veen')
    """
    names = (NO_NAME.sub("", name).strip() for name in APART.split(PARTY.sub("", printed)))
    return tuple(name for name in names if name)


def _dossier(match: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", match["dossier"])
    return f"{digits}-{match['chapter']}" if match["chapter"] else digits
