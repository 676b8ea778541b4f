"""Percentages and counts as Dutch prints them: "75%", "tien procent", "ruim 15.000 wetenschappers", "2,3 ton CO2".

A count is a number and the plural of what is counted, or a measure.  Money, times and dates, and the numbers that
questions, articles and papers bear are no figures.  The two ends of "4–10%" are two figures with one unit.  A share
keeps what it is a share of in its unit: "3 op de 10 vrouwen" and "een derde van de gemeenten" are 3 "op de 10 vrouwen"
and 1 "op de 3 gemeenten"; "3 van de 5 sluizen" are 3 and 5 sluizen.

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
from kg.grammar.numbers import DIGITS, WORDS, read_number, read_words
from kg.grammar.starts import matches_at, numbers, places_of
from kg.grammar.stretches import Taken
from kg.grammar.words import folded, holds, looked_for, needing, words_in

PERCENT = r"(?:‰|%(?!\d[\dA-F])(?:-?punt(?:en)?)?|pro\s?cent(?!u)(?:-?\s?pun-?t(?:en)?)?|percent\b)"
MEASURE = r"""(?:(?:(?:kilo|mega|giga|tera)?watt(?:uur)?|[kMGT]Wh?|(?:kilo|mega)?ton(?:nen)?|kg|km)
    |[Kk]ilo(?:gram|meter)?|(?:milli|micro|nano)?gram|mol|[mµμn]g|[cm]m|ml|dB|fte['’]?s?|hectaren?|ha|(?:vierkante|kubieke|strekkende)\s(?:kilo)?meter|meters?|m[23²³]|liters?)(?![^\W_])
    (?:\s(?:CO2|CO₂|stikstof|afval))?"""
ADJECTIVE = r"(?:(?![^\W\d_]{0,3}\s)[a-zà-ÿ-]{3,22}(?<=e)\s)"
PLURAL = r"(?:[a-zà-ÿ][\w-]{2,38}(?<![\W\d_]\d)(?:en|s|ren|i)|(?:[A-Z]{2,6}|[a-zà-ÿ]{3,30})['’]s|mensen)"
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
THREE_DECIMALS = re.compile(r"\d{1,3}\.\d{3}")  # of a percentage: thousands or decimals
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
NO_COUNT_AFTER = frozenset(".,/:§€$£-")  # what stands before a number that counts nothing
GOES_ON = frozenset(".,-–—")  # what goes on with a number, beside white space
_NOUNS = rf"(?:{ADJECTIVE}){{0,2}}{PLURAL}(?![\w’'-])"
SHARE = re.compile(
    rf"""(?<![^\W_])(?:(?P<part>\d{{1,3}}|eén|{WORDS})\s(?:op\s(?:de|elke)|(?P<some>van)\sde)\s(?P<of>\d{{1,3}}|{WORDS})\s(?P<unit>{_NOUNS})
    |(?:(?P<parts>een|één|twee|drie|vier)\s?|de\s|(?=driekwart))?(?P<size>derde|vierde|vijfde|tiende|kwart|driekwart|helft)\svan\s(?:de|alle|het\saantal)\s(?P<units>{_NOUNS}))""",
    re.VERBOSE | re.IGNORECASE,
)
PARTS = {"helft": 2, "derde": 3, "vierde": 4, "vijfde": 5, "tiende": 10, "kwart": 4, "driekwart": 4}
_OF = "twee drie vier vijf zes zeven acht negen tien twaalf twintig honderd duizend 1 2 3 4 5 6 7 8 9"
SHARES = needing(
    (
        *(f" {word} de {number}" for word in ("op", "van") for number in _OF.split()),
        *(" op elke ", "derde van", "vierde van", "vijfde van", "tiende van", "kwart van", "helft van"),
    )
)
TOLD = re.compile(
    rf"""aantal\s(?P<unit>{_NOUNS})(?:\s(?!aantal\b)[\w-]{{1,20}}){{0,6}}?\s(?:(?:bedroeg|bedraagt|is|was|komt|kwam|ligt|lag|steeg|stijgt|daalde|daalt|groeide)(?:\s(?:uit|in\s(?:19|20)\d\d|nu|toen))?)
        \s(?:op\s|naar\s|van\s)?(?:(?:ruim|circa|ongeveer|bijna)\s)?(?P<number>{_COUNTED})(?:\s(?:in\s(?:19|20)\d\d\s)?naar\s(?P<second>{_COUNTED}))?(?=[.;)]|,\s|\s(?:in\s(?:19|20)\d\d|en|waarvan|tegen|per)\b)(?![.,]\d)""",
    re.VERBOSE | re.IGNORECASE,
)
NUMBER_OF = needing(("aantal ",))
_NUMBER_WORDS = """twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien
    negentien twintig eenentwintig dertig veertig vijftig zestig zeventig tachtig negentig honderd duizend"""
NUMBER_WORDS = frozenset(_NUMBER_WORDS.split())
looked_for(NUMBER_WORDS)
WORD_COUNT = re.compile(
    rf"(?<!\d\s)(?P<number>{WORDS})\s(?:(?P<scale>{_SCALE})\s)?(?P<unit>{_NOUNS}(?!\s(?:19|20)\d\d(?!\d)))",
    re.VERBOSE | re.IGNORECASE,
)
ONE = re.compile(  # "1 melding": one thing, known for one by its ending
    rf"(?<![\w.,/:-])(?<!\d\s)(?P<number>1|[Eeé]én)\s(?P<unit>(?:{ADJECTIVE})?[a-z][a-z-]{{2,30}}(?:ing|ent|atie))(?![\w’'-])",
    re.VERBOSE,
)
ONES = needing(("1 ", "één ", "eén "))
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
# plurals that count no things
_NOT_COUNTED = """euro's euro’s eurocenten centen dollars vragen antwoorden deelvragen artikelen malen keren graden procenten
    miljoenen miljarden tientjes jaren maanden weken dagen uren minuten seconden"""
NOT_COUNTED = frozenset(_NOT_COUNTED.split())
# what else ends as plurals do
_NO_NOUN = """en of dan als is was tussen binnen zonder samen sinds tijdens volgens wegens tegen alleen zullen kunnen
    moeten hebben zijn worden werden waren gaan komen krijgen blijven stellen gegeven genoemd genoemde genoemden
    gestelde echter ook dus plus eens steeds reeds immers anders jaars ineen deze die beide nauwelijks vallen
    vielen zitten zaten liggen lagen staan stonden lopen liepen bleven kwamen kregen hadden gingen miljoen
    miljard duizend honderd"""
NO_NOUN = frozenset(_NO_NOUN.split())
# half of them is money, not one in two
_MASSES = """kosten uitgaven middelen inkomsten lasten opbrengsten gelden bedragen subsidies"""
MASSES = frozenset(_MASSES.split())


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
    small = folded(text)
    rates = list(_rates(text)) if "%" in text or "‰" in text or "cent" in small else []
    shares = [*_shares(text, small), *_told(text, small)]
    counts = [*_counts(text), *_worded(text, small), *_ones(text, small)]
    if not (rates or shares or counts):
        return []
    taken = _taken(text)
    free, unrated = Taken(taken), Taken([*taken, *((found.start, found.end) for found in (*rates, *shares))])
    found = [rate for rate in (*rates, *shares) if free.free(rate.start, rate.end)]
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
        printed = (match["unit"] or match["worded"]).lower()
        unit = "procentpunt" if "pun" in printed else "‰" if printed == "‰" else "%"
        if match["word"]:
            yield _figure(text, (match.start(), match.end()), read_number(match["word"]), unit)
            continue
        if match["second"]:
            yield _figure(text, (match.start(), match.end("number")), read_number(match["number"]), unit)
            yield _figure(text, (match.start("second"), match.end()), read_number(match["second"]), unit)
        else:
            clear = not THREE_DECIMALS.fullmatch(match["number"])
            yield _figure(text, match.span(), read_number(match["number"]) if clear else None, unit)


def _shares(text: str, small: str) -> Iterator[FoundFigure]:
    """Such as "3 op de 10 vrouwen", "3 van de 5 sluizen", "een derde van de gemeenten" and "de helft van de scholen"."""
    for match in SHARE.finditer(text) if holds(small, SHARES) else ():
        part, whole = _share(match)
        things = " ".join((match["unit"] or match["units"]).split())
        if part and whole and part < whole and _is_counted(things) and things.split()[-1] not in MASSES:
            hedged = _hedged(text, match.start())
            if match["some"]:
                yield FoundFigure(match.start(), match.end("part"), part, things, hedged)
            else:
                yield FoundFigure(match.start(), match.end(), part, f"op de {whole} {things}", hedged)


def _share(match: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    """How many of how many."""
    if match["of"]:
        return read_number(match["part"]), read_number(match["of"])
    size = match["size"].lower()
    part = read_words(match["parts"]) if match["parts"] else Decimal(3 if size == "driekwart" else 1)
    return part, Decimal(PARTS[size])


def _told(text: str, small: str) -> Iterator[FoundFigure]:
    """Such as "het aantal meldingen bedroeg 45": what is counted stands before the number."""
    if holds(small, NUMBER_OF):
        for match in matches_at(TOLD, text, places_of(("aantal ",), small)):
            unit = " ".join(match["unit"].split())
            for name in ("number", "second"):
                if match[name] and (value := read_number(match[name])) is not None and _is_counted(unit):
                    hedged = _hedged(text, match.start(name))
                    yield FoundFigure(match.start(name), match.end(name), value, unit, hedged)


def _worded(text: str, small: str) -> Iterator[FoundFigure]:
    """Such as "drie incidenten", "ruim twintigduizend kinderen" and "1 melding"."""
    words = NUMBER_WORDS & words_in(small)
    if words:
        for match in matches_at(WORD_COUNT, text, _begin(small, places_of(words, small))):
            numbered = NUMBERED.search(text, max(0, match.start() - 60), match.start())
            value = read_number(match["number"], match["scale"])
            if value and value > 1 and value == int(value) and not numbered and _is_counted(match["unit"]):
                unit = " ".join(match["unit"].split())
                yield FoundFigure(match.start(), match.end(), value, unit, _hedged(text, match.start()))


def _ones(text: str, small: str) -> Iterator[FoundFigure]:
    if holds(small, ONES):
        for match in matches_at(ONE, text, places_of(("1 ", "één ", "eén "), small)):
            if not NUMBERED.search(text, max(0, match.start() - 60), match.start()) and _is_counted(match["unit"]):
                unit = " ".join(match["unit"].split())
                yield FoundFigure(match.start(), match.end(), Decimal(1), unit, _hedged(text, match.start()))


def _begin(small: str, places: list[int]) -> Iterator[int]:
    return (place for place in places if not (place and small[place - 1].isalnum()))


def _counts(text: str) -> Iterator[FoundFigure]:
    starts = (
        start
        for start, end in numbers(text)
        if text[start - 1 : start] not in NO_COUNT_AFTER
        and (text[end : end + 1] in GOES_ON or text[end : end + 1].isspace())
    )
    for match in matches_at(COUNT, text, starts):
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
