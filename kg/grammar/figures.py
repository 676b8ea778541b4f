"""Percentages and counts as Dutch prints them: "75%", "tien procent", "ruim 15.000 wetenschappers", "2,3 ton CO2".

A count is a number and the plural of what is counted, or a measure.  Money, times and dates, and the numbers that
questions, articles and papers bear are no figures.  The two ends of "4–10%" are two figures with one unit.  A share
keeps what it is a share of in its unit: "3 op de 10 vrouwen" and "een derde van de gemeenten" are 3 "op de 10 vrouwen"
and 1 "op de 3 gemeenten".

>>> [(str(f.value), f.unit, f.approximate) for f in find("ruim 15.000 wetenschappers, 4–10% en 2,3 ton CO2")]
[('15000', 'wetenschappers', True), ('4', '%', False), ('10', '%', False), ('2.3', 'ton CO2', False)]
>>> [f.unit for f in find("vraag 2 en 3 leden, artikel 4 stellen, in 2031 sluizen, 3 weken, € 5 miljoen, om 12 uur")]
[]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kg.grammar.dates import addresses
from kg.grammar.dates import find as find_dates
from kg.grammar.money import find as find_money
from kg.grammar.numbers import DIGITS, WORDS, read_number
from kg.grammar.starts import matches_at, numbers
from kg.grammar.stretches import Taken

PERCENT = r"(?:‰|%(?!\d[\dA-F])(?:-?punt(?:en)?)?|pro\s?cent(?!u)(?:-?\s?pun-?t(?:en)?)?|percent\b)"
MEASURE = r"""(?:(?:(?:kilo|mega|giga|tera)?watt(?:uur)?|[kMGT]Wh?|(?:kilo|mega)?ton(?:nen)?|kg|km)
    |[Kk]ilo(?:gram|meter)?|(?:milli|micro|nano)?gram|mol|[mµμn]g|[cm]m|ml|dB|fte['’]?s?|hectaren?|ha|(?:vierkante|kubieke|strekkende)\s(?:kilo)?meter|meters?|m[23²³]|liters?)(?![^\W_])
    (?:\s(?:CO2|CO₂|stikstof|afval))?"""
ADJECTIVE = r"(?:(?![^\W\d_]{0,3}\s)[a-zà-ÿ-]{3,22}(?<=e)\s)"
PLURAL = r"(?:[a-zà-ÿ][\w-]{2,38}(?<![\W\d_]\d)(?:en|s|ren|i)|[A-Z]{2,6}['’]s|mensen)"
HEDGE = re.compile(
    r"""(?<![^\W_])(?:ruim|circa|ca\.|ongeveer|bijna|zo['’]n|zo’n|meer\sdan|minder\sdan|minstens|maximaal|minimaal
    |hooguit|hoogstens|ten\sminste|tenminste|tot\swel|rond\sde|grofweg|krap|naar\sschatting|omstreeks
    |gemiddeld|nagenoeg|(?:één|een)\skleine)(?:\sde)?\s?$""",
    re.VERBOSE | re.IGNORECASE,
)
RATE = re.compile(
    rf"""(?<![\d.,\w-])(?P<number>{DIGITS})(?:\s?(?:tot|à|en|[-–—])\s?(?P<second>{DIGITS}))?\s{{0,2}}(?P<unit>{PERCENT})
    |(?<![^\W_])(?P<word>{WORDS})\s(?P<worded>pro\s?cent(?![^\W_])(?:punt(?:en)?)?)""",
    re.VERBOSE | re.IGNORECASE,
)
WORDED = re.compile(r"pro\s?cent", re.IGNORECASE)
_COUNTED = r"\d{1,3}(?:\.\d{3}){1,3}|\d{1,3}(?:[\x20\u00a0\u202f]\d{3}){1,3}(?!\d)|\d{1,7}"
_SCALE = r"miljoen|duizend|miljard"
# words that a line join may glue to a number: "circa7.000 wissels"
GLUED_TO = "|".join(rf"(?<=\b{word})" for word in ("circa", "ruim", "bijna", "ongeveer", "zijn", "waren", "naar"))
COUNT = re.compile(
    rf"""(?=\d)(?:(?<![\d.,\w/:§€$£-])|{GLUED_TO})(?!0\d)(?P<number>\d{{1,3}}\.\d{{1,2}}(?=\s(?:miljoen|miljard)\s)|(?:{_COUNTED})(?:,\d{{1,2}})?)(?:\s(?P<scale>{_SCALE}))?
        (?:\s?(?:tot|à|[-–—])\s?(?P<second>{_COUNTED})(?:\s(?P<scaled>{_SCALE}))?)?
        \s{{1,2}}(?P<unit>{MEASURE}|(?:{ADJECTIVE}){{0,2}}{PLURAL}(?![\w’'-]|\s(?:19|20)\d\d(?!\d)))""",
    re.VERBOSE,
)
NUMBERED = re.compile(
    r"""(?<![^\W_])(?:vra(?:ag|gen)|antwoord(?:en)?|artikel(?:en)?|artt?\.|nrs?\.?|nummers?|paragra(?:af|fen)|par\.
    |punt(?:en)?|lid|leden|onder|bladzijden?|blz\.|pagina['’]?s?|p\.|pp\.|hoofdstuk(?:ken)?|bijlagen?|tabel|figuur
    |categorie(?:ën)?|fase|groep|niveau|klasse|kamerstuk(?:ken)?|noot|voetnoot|versie|stap|aanbeveling|deel|onderdeel
    |box|kolom|rechtsoverweging(?:en)?|resolutie|covid|cop|sub|code|label|nutri-score)
    \s?(?:\d{1,4}[a-z]?(?:\s?,\s?|\s(?:en|of|t/m)\s))*$""",
    re.VERBOSE | re.IGNORECASE,
)
TIMES = re.compile(
    r"(?:dag|dagen|wee?k|maand|jaar|jaren|uur|uren|minu|seconde|kwarta|eeuw|werkdag|jan|feb|maart|april|mei\b|jun|jul|aug)",
    re.IGNORECASE,
)
NOT_COUNTED = frozenset(  # plurals that count no things
    [
        "euro's",
        "euro’s",
        "eurocenten",
        "centen",
        "dollars",
        "vragen",
        "antwoorden",
        "deelvragen",
        "artikelen",
        "malen",
        "keren",
        "graden",
        "procenten",
        "miljoenen",
        "miljarden",
        "tientjes",
        "jaren",
        "maanden",
        "weken",
        "dagen",
        "uren",
        "minuten",
        "seconden",
    ]
)
NO_NOUN = frozenset(
    [
        "en",
        "of",
        "dan",
        "als",
        "is",
        "was",
        "tussen",
        "binnen",
        "zonder",
        "samen",
        "sinds",
        "tijdens",
        "volgens",
        "wegens",
        "tegen",
        "alleen",
        "zullen",
        "kunnen",
        "moeten",
        "hebben",
        "zijn",
        "worden",
        "werden",
        "waren",
        "gaan",
        "komen",
        "krijgen",
        "blijven",
        "stellen",
        "gegeven",
        "genoemd",
        "genoemde",
        "genoemden",
        "gestelde",
        "echter",
        "ook",
        "dus",
        "plus",
        "eens",
        "steeds",
        "reeds",
        "immers",
        "anders",
        "jaars",
        "ineen",
    ]
)


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure at `text[start:end]`; `approximate` where the text does not give it as exact."""

    start: int
    end: int
    value: Decimal
    unit: str
    approximate: bool


@dataclass(frozen=True, slots=True)
class Unclear:
    """A percentage at `text[start:end]` whose number can be read in two ways."""

    start: int
    end: int


def find(text: str) -> list[FoundFigure]:
    """The figures of a text, in order, none inside money, a date or an address."""
    return [figure for figure in find_all(text) if isinstance(figure, FoundFigure)]


def find_all(text: str) -> list[FoundFigure | Unclear]:
    """The figures of a text, in order, and the percentages that cannot be read for certain."""
    rates = list(_rates(text)) if "%" in text or "cent" in text.lower() else []
    counts = list(_counts(text))
    taken = _taken(text) if rates or counts else []
    free, unrated = Taken(taken), Taken([*taken, *((rate.start, rate.end) for rate in rates)])
    found = [rate for rate in rates if free.free(rate.start, rate.end)]
    found += [count for count in counts if unrated.free(count.start, count.end)]
    return sorted(found, key=lambda figure: (figure.start, figure.end))


def _taken(text: str) -> list[tuple[int, int]]:
    """Where money, days and addresses stand."""
    money = [(m.start, m.end) for m in find_money(text)]
    days = [(d.start, d.end) for d in find_dates(text) if d.month or d.day]
    return [*money, *days, *addresses(text)]


def _rates(text: str) -> Iterator[FoundFigure | Unclear]:
    worded = WORDED.search(text)
    for match in RATE.finditer(text) if worded else matches_at(RATE, text, (start for start, _ in numbers(text))):
        unit = "procentpunt" if "pun" in (match["unit"] or match["worded"]).lower() else "%"
        if match["word"]:
            yield _figure(text, (match.start(), match.end()), read_number(match["word"]), unit)
            continue
        if match["second"]:
            yield _figure(text, (match.start(), match.end("number")), read_number(match["number"]), unit)
            yield _figure(text, (match.start("second"), match.end()), read_number(match["second"]), unit)
        else:
            yield _figure(text, match.span(), read_number(match["number"]), unit)


def _counts(text: str) -> Iterator[FoundFigure]:
    for match in matches_at(COUNT, text, (start for start, _ in numbers(text))):
        grouped = "." in match["number"]  # no question, article or page has such a number
        numbered = not grouped and NUMBERED.search(text, max(0, match.start() - 60), match.start())
        if not _is_counted(match["unit"]) or numbered or _is_year(text, match):
            continue
        unit = " ".join(match["unit"].split())
        scale = match["scale"] or match["scaled"]
        ends = [("number", scale if match["second"] else match["scale"]), ("second", match["scaled"])]
        for i, (name, size) in enumerate(ends):
            if match[name] and (value := read_number(match[name], size)) is not None and value != 1:
                start = match.start() if i == 0 else match.start("second")
                end = match.end("number") if i == 0 and match["second"] else match.end()
                yield FoundFigure(start, end, value, unit, _hedged(text, match.start()))


def _is_counted(unit: str) -> bool:
    """Whether a unit is a measure or the plural of things, not a time, money, or a verb."""
    words = unit.lower().split()
    return not (TIMES.match(unit) or words[-1] in NOT_COUNTED or NO_NOUN.intersection(words))


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Whether the number is a year: "in 2031 sluizen", but not "bijna 2000 sluizen" or "3000 sluizen"."""
    number = match["number"]
    plain = number.isdecimal() and len(number) == 4 and not match["scale"]
    return plain and 1900 <= int(number) <= 2100 and not _hedged(text, match.start())


def _hedged(text: str, at: int) -> bool:
    return HEDGE.search(text, max(0, at - 24), at) is not None


def _figure(text: str, place: tuple[int, int], value: Decimal | None, unit: str) -> FoundFigure | Unclear:
    start, end = place
    return Unclear(start, end) if value is None else FoundFigure(start, end, value, unit, _hedged(text, start))
