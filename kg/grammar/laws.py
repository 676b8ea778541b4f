"""Laws as Dutch cites them, by article: "artikel 15 van de Algemene verordening gegevensbescherming", "art. 4:17 Awb".

An article is tied to the law that is named right after it.  Names end where the sentence goes on with another
clause; a name whose end nobody can tell is not read.  Spaces may be lost ("33van het", "van deWet").

>>> [(c.name, c.articles) for c in find("artikelen 173 en 173a Sr, artikel 2 van deWet dijken. Zie art. 4:17 Awb")]
[('Sr', ('173', '173a')), ('Wet dijken', ('2',)), ('Awb', ('4:17',))]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.grammar.starts import places_of, round_places
from kg.grammar.words import folded, holds, needing, words_in

_ORDINAL = r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|laatste)"
_NUMBER = r"\d{1,4}(?:[.:]\d{1,4}){0,3}(?:[a-z](?![^\W\d_])|(?:bis|ter|quater|quinquies|sexies|septies)(?![^\W\d_]))?"
_PART = r"(?:\d{1,2}|[a-z])(?![^\W_])"
_DETAIL = rf"""(?:\s?,?\s(?:(?:en|of|aanhef)\s)?(?:aanhef\sen\s)?(?:{_ORDINAL}(?:\sen\s{_ORDINAL})?\s?lid
    |(?:lid|leden|sub|onder|onderdeel)\s{_PART}(?:\sen\s{_PART})?)|\s\(lid\s\d{{1,2}}\))"""
_AND = r"(?:\s?,\s?(?:en\s)?|\s(?:en|of|t/m|tot\sen\smet|tot|jo\.)\s|\s?[-–]\s?)(?:artikel(?:en)?\s)?"
ARTICLE = re.compile(
    rf"""(?<![^\W_])(?:artikel(?:en)?|artt?\.)\s?
        (?P<numbers>{_NUMBER}(?:{_DETAIL}){{0,3}}(?:{_AND}{_NUMBER}(?:{_DETAIL}){{0,3}}){{0,12}}),?""",
    re.VERBOSE | re.IGNORECASE,
)
NUMBERS = re.compile(
    rf"""(?<![\w.:])(?P<skip>(?:lid|leden|sub|onder|onderdeel)\s\d{{1,2}}(?:\sen\s\d{{1,2}})?)|(?<![\w.:])(?P<number>{_NUMBER})""",
    re.VERBOSE,
)
THROUGH = re.compile(r"(?:\s?(?:t/m|tot\sen\smet)|\s?[-–])\s?(?:artikel(?:en)?\s)?", re.IGNORECASE)
LAST = re.compile(r"(?P<same>(?:[\d.:]*[.:])?(?=\d{1,4}$)|[\d.:]*\d(?=[a-z]$))(?P<last>\d{1,4}|[a-z])")
OF_YEAR = re.compile(r"W[a-z]{1,5}\s(?:19|20)\d\d(?![\w–-])")  # Wmo 2015
MOST_BETWEEN = 60  # articles in one range
LEADS = re.compile(
    r"\s?(?:van|uit|in|bij)\s?(?P<the>de|het)\s?(?:genoemde\s)?(?=[A-ZÀ-Þ])|\s?(?:van|uit)\s(?=[A-ZÀ-Þ])"
)
_WORD = r"[^\W\d_][\w’'-]{0,40}"
NAME = re.compile(
    rf"""(?:[Ww]etboek\svan\s[A-Z][a-z]{{3,20}}(?:\s[A-Z][a-z]{{3,20}})?
    |(?:[A-ZÀ-Þ][\w-]{{2,30}}+\s){{0,3}}(?:Internationaal|Europees)?(?:[a-z]{{3,14}}+\s)?
        (?:[Ww]et(?!boek)|[Bb]esluit|[Rr]egeling|[Vv]erordening|[Vv]erdrag|Statuut|Handvest|Code|[a-z]{{2,12}}(?:wet|besluit|regeling|verordening)\b)
        (?:\s?(?:{_WORD}|(?:19|20)\d\d(?!\d))){{0,14}}(?:,\s?[a-zà-ÿ]{{3,20}}\sen(?=\s)(?:\s{_WORD}){{1,6}})?
    |[A-ZÀ-Þ][\w-]{{0,60}}+(?:\s(?!Kan|Zo|Is|Wat|De|Het|Dit|Dat|In|Op|Zie|Bent)(?:[A-ZÀ-Þ][\w-]{{1,40}}|and|of|the)){{0,5}}(?:(?<=wet)\s(?:19|20)\d\d(?![\w–-]|\s[–-]))?)""",
    re.VERBOSE,
)
BARE = re.compile(
    r"""\s(?P<name>(?:[Bb]esluit|[Rr]egeling)\s[A-Z]{2,6}|(?:Awb|BuPw|Grondwet|Burgerlijk\sWetboek)
    |(?!W(?:at|ie|el|e|aar|ant|elk|ij|as|ordt|eet|il)\b)(?:[A-Z]{2,6}|W[a-z]{1,5}(?:\s(?:19|20)\d\d(?![\w–-]))?|S[rv]|Gw|Rv|Fw)(?=[\s.,;:)?]|$))(?![\w-])""".replace(
        "\n", ""
    ),
    re.VERBOSE,
)
STATUTE = re.compile(r"\s(?=(?:Wet|Besluit|Regeling|Wetboek|[A-Z][a-z]{2,30}wet)\b)")
CITING = needing(("artikel", "art.", "artt."))
NAMED_BY = frozenset(("wet", "besluit", "regeling", "verordening", "richtlijn", "avg", "awb", "de woo", "de wob"))
NAMING = needing(NAMED_BY)
AROUND_NAMED = 60  # characters before and after one of these in which all of what is looked for stands
NAMES = ("Wet", "Besluit", "Regeling", "Algemene wet", "Algemene verordening", "AVG", "Awb", "Woo", "Wob")
NAMED_ENDS = (re.compile(r"wet(?![\w-])"), re.compile(r"richtlijn(?![\w-])"))
SHORT = re.compile(
    r"\s?\((?:de\s|het\s|hierna:?\s|verder:?\s){0,2}[«‘'\"]?(?P<short>[A-Z][A-Za-z-]{0,10}[A-Za-z])-?[»’'\"]?\)"
)
STOP = re.compile(
    r"""\s?en\s?artikel|\s(?:die|dat|is|zijn|was|waren|wordt|worden|werd|heeft|hebben|had|kan|kunnen|moet|moeten|mag|mogen|zal|zullen|zou|staat|staan
    |stelt|stellen|bepaalt|regelt|waarin|waarmee|waaronder|waarbij|waardoor|om|niet|als|geeft|geven|verplicht|biedt|maakt|gaat|volgt|geldt
    |gelden|schrijft|verbiedt|beschikken|ziet|toeziet|houdt|dient|dienen|vereist|vraagt|bent|ben|stuur|stuurt|schendt|vormt|omschreven
    |genoemd|bedoeld|opgenomen|neergelegd|ook|nog|wel|dan|hoe|wat|wie|waarom|kunt|klopt|deelt|en\s(?:hoe|wat|dat|de|het|artikel|bent|kunt|is|een
    |in|daarmee|bent|deelt)|of\s(?:de|het|artikel|een|dat)|sinds|indien|tot|ter|per|naar\s(?:de|het|een|aanleiding)|waar|onder|tegen|blijkt|zodat|omdat
    |respecteert|moeten|betekent|komt|komen|biedt|door\s(?:de|het|een|u)|aan\s(?:de|het|een)|in\s(?:de|het|een|strijd|cursieve|verband)
    |voor\s(?:de|het|een)|met\s(?:de|het|een)|op\s(?:grond|basis|dit|deze))(?![^\W_])""",
    re.VERBOSE,
)


NAMED = re.compile(
    r"""(?<![^\W_])(?:(?:de|het|een)\s?)?
    (?P<name>
        (?=Algemene\s(?:wet|verordening)\s[a-z]
            |(?:Wet|Besluit|Regeling)\s(?!(?:of|en|is|was|niet|moet|kan|die|dat|wordt)\b)[a-zà-ÿ]
            |Wetboek\svan\s[A-Z])
        |(?:Grondwet|[A-Z][a-z]{3,30}wet)(?:\s(?:19|20)\d\d)?(?![\w-])
        |[A-Z][a-z]{3,30}richtlijn(?:\s[A-Z][a-z]{3,20})?(?![\w-])
        |(?<=\b[Dd]e\s)(?:AVG|Awb|Woo|Wob)(?![\w-])
    )""",
    re.VERBOSE,
)
ENDS = re.compile(r"\s?(?:\((?:de\s|het\s)?[A-Z]|[.,;:?!)»”]|$|\n)")


BWB = re.compile(r"(?:jci\d\.\d{1,2}:[cv]:)?(?P<id>BWB[RVWA]\d{7})(?!\d)(?P<place>(?:[&?/#](?:[\w=.:%-]*\w)?)*(?<=\w))")
BWB_ARTICLE = re.compile(r"artikel=?(?P<number>\d{1,4}(?:[.:]\d{1,4}){0,3}[a-z]{0,12})(?![\w])", re.IGNORECASE)


OFFICIAL = re.compile(
    r"(?<![\w.@/-])(?:https?://)?(?:[\w-]{1,40}\.){0,3}(?:overheid|rechtspraak)\.nl/[^\s<>«»“”\"]{0,120}$",
    re.IGNORECASE,
)
LONGEST_ADDRESS = 200


def official_address(text: str, start: int, end: int) -> str | None:
    """The address at an official site in which an identifier at `text[start:end]` is printed, up to the identifier.

    >>> text = "zie https://wetten.overheid.nl/BWBR0099999/2031-01-01 (invented)"
    >>> official_address(text, 31, 42)
    'https://wetten.overheid.nl/BWBR0099999'
    """
    before = OFFICIAL.search(text[max(0, start - LONGEST_ADDRESS) : start])
    if not before:
        return None
    rest = re.sub(r"^https?://", "", before.group() + text[start:end], flags=re.IGNORECASE)
    return f"https://{rest}"


@dataclass(frozen=True, slots=True)
class FoundIdentifier:
    """The identifier of a law in the Basiswettenbestand at `text[start:end]`, alone, in a JCI or in an address."""

    start: int
    end: int
    identifier: str
    articles: tuple[str, ...] = ()
    address: str | None = None


def identifiers(text: str) -> Iterator[FoundIdentifier]:
    """The identifiers of laws that a text prints, with the articles that they point at.

    >>> [(i.identifier, i.articles) for i in identifiers("zie jci1.3:c:BWBR0099999&hoofdstuk=2&artikel=2.3")]
    [('BWBR0099999', ('2.3',))]
    """
    for found in BWB.finditer(text) if "BWB" in text else ():
        articles = tuple(dict.fromkeys(m["number"] for m in BWB_ARTICLE.finditer(found["place"])))
        address = official_address(text, *found.span("id"))
        yield FoundIdentifier(found.start(), found.end(), found["id"], articles, address)


@dataclass(frozen=True, slots=True)
class FoundLaw:
    """A citation at `text[start:end]`: the articles, and the law as printed; `name` is None where no law is named."""

    start: int
    end: int
    name: str | None
    articles: tuple[str, ...] = ()
    short: str | None = None


def find(text: str) -> Iterator[FoundLaw]:
    """The articles cited in a text, in order, with their laws."""
    position = 0
    small = folded(text)  # most texts cite no law: a look for its words is quicker than for its form
    cited = [_law(text, match) for match in ARTICLE.finditer(text)] if holds(small, CITING) else []
    named = _named(text) if holds(small, NAMING) and _may_name(text) else ()
    for found in sorted([*cited, *named], key=lambda law: (law.start, -law.end)):
        if found.start >= position:
            position = found.end
            yield found


def _may_name(text: str) -> bool:
    """Whether a text has a word that names of laws begin with, or end with."""
    return any(name in text for name in NAMES) or any(end.search(text) for end in NAMED_ENDS)


def _named(text: str) -> Iterator[FoundLaw]:
    """Laws named without an article, where the end of the name is certain."""
    small = folded(text)
    for match in round_places(NAMED, text, places_of(NAMED_BY & words_in(small), small), AROUND_NAMED, AROUND_NAMED):
        name = match["name"] or _name(text, match.end())
        end = match.start("name") + len(name or "")
        if (
            name
            and len(name.split()) <= 8
            and (match["name"] or name.startswith("Wetboek") or ENDS.match(text, end) or STOP.match(text, end))
        ):
            short = SHORT.match(text, end)
            yield FoundLaw(
                match.start("name"), short.end() if short else end, name, (), short["short"] if short else None
            )


def _law(text: str, match: re.Match[str]) -> FoundLaw:
    articles = _articles(match["numbers"])
    lead = LEADS.match(text, match.end()) or STATUTE.match(text, match.end())
    if lead and (name := _name(text, lead.end())):
        end = lead.end() + len(name)
        short = SHORT.match(text, end)
        return FoundLaw(match.start(), short.end() if short else end, name, articles, short["short"] if short else None)
    if bare := BARE.match(text, match.end()):
        return FoundLaw(match.start(), bare.end(), bare["name"], articles)
    return FoundLaw(match.start(), match.start("numbers") + len(match["numbers"]), None, articles)


def _name(text: str, at: int) -> str | None:
    """The name that begins at `at`, up to the clause that follows; None where it may run on."""
    found = NAME.match(text, at)
    if not found:
        return None
    stop = STOP.search(text, at, found.end())
    end = stop.start() if stop else found.end()
    name = text[at:end].rstrip(" -’'")
    if of_year := OF_YEAR.match(text, at):
        return of_year.group()
    return name if len(name.split()) <= 13 else None


def _articles(printed: str) -> tuple[str, ...]:
    """The article numbers, without those of their paragraphs."""
    found = [m for m in NUMBERS.finditer(printed) if m["number"]]
    numbers: list[str] = []
    for before, here in zip((None, *found), found, strict=False):
        if before and THROUGH.fullmatch(printed, before.end(), here.start()):
            numbers += _between(before["number"], here["number"])
        numbers.append(here["number"])
    return tuple(dict.fromkeys(numbers))


def _between(first: str, last: str) -> Iterator[str]:
    """The articles between two, where they differ in their last number or letter: "2 t/m 5", "137c t/m 137g"."""
    begin, end = LAST.fullmatch(first), LAST.fullmatch(last)
    if begin is None or end is None or begin["same"] != end["same"]:
        return
    one, two = begin["last"], end["last"]
    if one.isdecimal() and two.isdecimal() and 0 < int(two) - int(one) <= MOST_BETWEEN:
        yield from (f"{begin['same']}{number}" for number in range(int(one) + 1, int(two)))
    elif one.isalpha() and two.isalpha():
        yield from (f"{begin['same']}{chr(letter)}" for letter in range(ord(one) + 1, ord(two)))
