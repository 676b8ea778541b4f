"""The forms of times and terms in words: "begin volgend jaar", "vóór de zomer", "binnen drie weken", "gisteren".

Spaces may be lost ("voor hetzomerreces"): the text of some documents has lost them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.grammar.dates import WEEKDAYS
from kg.grammar.months import A_MONTH, MONTHS
from kg.grammar.numbers import WORDS
from kg.grammar.starts import matches_at, places_of
from kg.grammar.words import Rows, folded, held, needing

_DEIXIS = r"(?:dit|deze|vorige?|volgende?|komende?|aankomende?|aanstaande?|afgelopen)"
_UNIT = r"(?:(?:kalender)?jaar|kwartaal|halfjaar|maand|week|voorjaar|najaar|zomer|winter|herfst|lente)"
_SEASON = r"""(?:zomer(?:-?\s?reces|vakantie)?|kerst(?:-?\s?reces|vakantie)?|herfst(?:reces|vakantie)?|winter|lente
    |voorjaar(?:sreces|svakantie)?|najaar|mei(?:reces|vakantie)|jaarwisseling)"""
_YEAR = r"(?:(?P<{0}>20\d\d)(?!\d)|(?P<{0}_of>dit|volgend|vorig)\sjaar\b)"
_RANK = "(?:eerste|tweede|derde|vierde|laatste|1e|2e|3e|4e)"
_LAST = "(?:ber|ril|tus|ari)"  # of a month whose name is seldom the beginning of another word
_MONTH = f"(?P<month>{A_MONTH})"
_SIDE = r"(?:in|begin|einde?|medio|half|halverwege|vóór|voor|na|sinds|vanaf|rond|tegen|per|uiterlijk(?:\sin)?|tot)"
_LENGTH = "(?:dagen|dag|weken|week|maanden|maand|jaar)"
QUARTERED = re.compile(
    rf"""(?:(?<![^\W_])(?:het\s?)?|(?<=\bhet))(?P<rank>{_RANK})\s?(?P<part>kwartaal|helft|halfjaar)
        (?:\s?van)?(?:\shet\sjaar)?\s{{1,2}}{_YEAR.format("year")}|(?<![^\W_])Q(?P<quarter>[1-4])\s(?:van\s)?(?P<when>20\d\d)(?!\d)
    |(?<![^\W_])(?P<side>in|vanaf|begin|einde?|medio|uiterlijk(?:\sin)?|voor|vóór|na)\s?het\s?
        (?P<which>{_RANK})\s?(?P<bare>kwartaal|halfjaar)(?![^\W_]|\svan\s(?!het\sjaar))""",
    re.VERBOSE | re.IGNORECASE,
)
BY_END = re.compile(
    rf"""(?:vóór|voor)\s(?:(?:het\s?)?einde?\s?van\s(?:(?:het|dit|deze|de)\s(?P<ends>(?:kalender)?jaar|kwartaal|maand|week)(?![^\W_])
        |(?P<year>20\d\d)(?!\d))|jaareinde|(?:het\s?)?einde?\s(?P<when>20\d\d)(?!\d)|(?:het\s?)?einde?\s(?:van\s)?{_MONTH}(?![^\W_]|\s?20\d\d))""",
    re.VERBOSE | re.IGNORECASE,
)
RELATIVE = re.compile(
    rf"""(?=[bemhldvka])(?<![^\W_])(?:(?P<edge>begin|einde?|medio|halverwege|loop|later|eerder)\s(?:van\s)?)?
    (?:(?P<deixis>{_DEIXIS})\s?(?P<unit>{_UNIT})(?![^\W_])|(?<=eind\svan\s)het\sjaar\b|(?<=einde\svan\s)het\sjaar\b)""",
    re.VERBOSE | re.IGNORECASE,
)
SEASON = re.compile(
    rf"""(?<![^\W_])(?P<side>vóór|voor|na|in|tijdens|rond)\s?(?:(?:de|het)\s?(?:(?:start|begin|aanvang)\svan\s(?:de|het)\s?)?|(?=kerst))
        (?P<season>{_SEASON})(?:(?![^\W\d_])|(?=van\s\d)|(?<=jaar)(?!s))(?:\s?(?:van\s)?{_YEAR.format("year")})?""",
    re.VERBOSE | re.IGNORECASE,
)
WITHIN = re.compile(
    rf"""(?<![^\W_])(?:binnen|(?:\A|(?<=\skamer\s)|(?<=\su\s)|(?<=[.!?]\s))(?P<over>over))\s(?:de\s)?(?P<number>\d{{1,3}}|{WORDS})\s?
        (?P<length>werkdagen|{_LENGTH})(?![^\W_])(?P<after>\s(?:na|nadat|van|vanaf|voor|te)(?![^\W_]))?""",
    re.VERBOSE | re.IGNORECASE,
)
AGO = re.compile(
    rf"""(?<![^\W_])(?:(?:(?P<about>ruim|meer\sdan|bijna|krap)\s)?(?P<number>\d{{1,3}}|{WORDS})\s(?P<length>{_LENGTH})\sgeleden
        |(?P<day>gisteren|eergisteren|overmorgen|vandaag(?!\sde\sdag)))(?![^\W_])""",
    re.VERBOSE | re.IGNORECASE,
)
WEEKDAY = re.compile(
    rf"""(?P<near>afgelopen|vorige|volgende|komende|aankomende|aanstaande)\s(?P<weekday>{"|".join(WEEKDAYS)})(?![^\W_])(?!,?\s\d)
    |(?P<named>{"|".join(WEEKDAYS)})\s(?P<mark>jl\.?|j\.\s?l\.|a\.\s?s\.|aanstaande|jongstleden)(?![^\W_])""",
    re.VERBOSE | re.IGNORECASE,
)
MONTHLY = re.compile(
    rf"""(?P<side>{_SIDE})\s?(?:de\smaand\s)?{_MONTH}(?:(?<={_LAST})(?=[a-z])(?!maand|circulaire|nota|brief|se)|(?![^\W_]))(?!\s{{0,3}}(?:\d|['’]\d\d|jl|j\.\s?l|ll|l\.l|a\.\s?s|as\.|aanstaande|jongstleden
        |(?:van\s)?(?:dit|vorig|volgend)\sjaar))""",
    re.VERBOSE | re.IGNORECASE,
)
PRINSJESDAG = re.compile(
    r"(?<![^\W_])(?P<side>op|met|rond|vóór|voor|na)\sprinsjesdag(?:\s(?P<year>20\d\d)(?!\d))?(?![^\W_])", re.IGNORECASE
)
YEARS = re.compile(
    r"(?:periode|jaren)\s(?:van\s)?(?P<first>(?:19|20)\d\d)\s?[-–]\s?(?P<last>(?:19|20)\d\d)(?![\w-])", re.IGNORECASE
)
SEASONS = (
    "zomer",
    "kerst",
    "herfst",
    "winter",
    "lente",
    "voorjaar",
    "najaar",
    "meireces",
    "meivakantie",
    "jaarwisseling",
)
COUNTS = ("een", "één", "anderhal", "twee", "drie", "vier", "vijf", "zes", "acht", "tien", *"123456789")
FORMS: tuple[tuple[str, re.Pattern[str], Rows], ...] = (  # name, form, and words one of which it has
    ("quarter", QUARTERED, needing(("kwartaal", "helft", "halfjaar", "q1", "q2", "q3", "q4"))),
    ("end", BY_END, needing(("eind",))),
    ("relative", RELATIVE, needing(("jaar", "kwartaal", "maand", "week", "zomer", "winter", "herfst", "lente"))),
    ("season", SEASON, needing(SEASONS)),
    ("within", WITHIN, needing(("binnen", *(f"over {count}" for count in COUNTS)))),
    ("ago", AGO, needing(("geleden", "gisteren", "overmorgen", "vandaag"))),
    ("weekday", WEEKDAY, needing(WEEKDAYS)),
    ("month", MONTHLY, needing(MONTHS)),
    ("prinsjesdag", PRINSJESDAG, needing(("prinsjesdag",))),
    ("years", YEARS, needing(("periode", "jaren"))),
)
BEGINS: dict[re.Pattern[str], tuple[str, ...]] = {  # forms whose words are frequent are tried where they can begin
    RELATIVE: (
        *("begin", "eind", "medio", "halverwege", "loop", "later", "eerder", "het", "dit", "deze"),
        *("vorig", "volgend", "komend", "aankomend", "aanstaande", "afgelopen"),
    ),
    BY_END: ("voor ", "vóór "),
    WITHIN: ("binnen", "over "),
    WEEKDAY: ("afgelopen", "vorige", "volgende", "komende", "aankomende", "aanstaande", *WEEKDAYS),
    YEARS: ("periode", "jaren"),
}
BEFORE_MONTH = re.compile(rf"(?<![^\W_]){_SIDE}\s?(?:de\smaand\s)?$", re.VERBOSE | re.IGNORECASE)
LONGEST_LEAD = 24  # characters of MONTHLY before its month


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A time or term at `text[start:end]`.

    `form` is the name of its pattern; `words` are the parts of it that carry meaning.
    """

    start: int
    end: int
    printed: str
    form: str
    words: tuple[tuple[str, str], ...] = ()

    def word(self, name: str) -> str:
        """A part in small letters, empty where it is not printed."""
        return dict(self.words).get(name, "").lower()


def find(text: str) -> list[FoundPeriod]:
    """The times and terms of a text, in order, none inside another."""
    small = folded(text)
    here = held(small)
    forms = [(form, pattern) for form, pattern, needed in FORMS if here & needed == needed]
    if not forms:
        return []
    found = [_read(match, form) for form, pattern in forms for match in _matches(pattern, text, small)]
    kept: list[FoundPeriod] = []
    for period in sorted(found, key=lambda period: (period.start, -period.end)):
        if not kept or period.start >= kept[-1].end:
            kept.append(period)
    return kept


def _matches(form: re.Pattern[str], text: str, small: str) -> Iterator[re.Match[str]]:
    """The matches of a form; one whose words are frequent is tried only where it can begin."""
    if form is MONTHLY:
        return matches_at(form, text, _leads(text, small))
    if form in BEGINS:
        return matches_at(form, text, _words_begin(text, places_of(BEGINS[form], small)))
    return form.finditer(text)


def _words_begin(text: str, places: list[int]) -> Iterator[int]:
    return (place for place in places if not (place and text[place - 1].isalnum()))


def _leads(text: str, small: str) -> Iterator[int]:
    """Where the word before the name of a month begins ("in", "eind", "uiterlijk in")."""
    for place in places_of(MONTHS, small):
        if lead := BEFORE_MONTH.search(text, max(0, place - LONGEST_LEAD), place):
            yield lead.start()


def _read(match: re.Match[str], form: str) -> FoundPeriod:
    words = tuple((name, value) for name, value in match.groupdict().items() if value)
    end = match.start("after") if form == "within" and match["after"] else match.end()
    return FoundPeriod(match.start(), end, match.string[match.start() : end], form, words)
