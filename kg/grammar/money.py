"""Amounts of money as Dutch prints them: "€ 2,8 miljard", "EUR 6 tot 8 miljoen", "11 à 12 cent", "anderhalve ton".

Words may be glued ("demiljoen", "83 miljoeneuro") and spaces doubled.  A range gives two amounts, both scaled.  What
is money but has no certain value ("tienduizenden euro's", "€ 1,500") is found with the reason why it is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from kg.grammar.numbers import DIGITS, SCALE, WORDS, read_number
from kg.grammar.words import holds

Unread = Literal["vague", "ambiguous"]

BEFORE = r"(?P<before>€|\bEUR(?![A-Za-z])|\beuro(?=\s?\d)|(?:\bUS\s?)?\$|\bUSD\b|£|\bGBP\b|\bCHF\b|\bNLG\b|ƒ|¥)"
AFTER = r"""(?P<after>(?:euro)?cent(?:en)?(?:\b|(?=per\b))
    |euro(?:['’]\s?s\b|s\b)?(?!p(?!er\b)|c|z|g|j|st|vi|l|b|t(?!en|ot))|(?:EUR\b|€)(?!\s{0,2}[\d-])
    |(?:Amerikaanse|US|Canadese|Australische)?\s?(?:US-)?dollars?\b|pond(?:en)?\ssterling|Britse\sponden
    |Zwitserse\sfranken?\b|(?:Antilliaanse\s)?guldens?\b)"""
GLUED_TO = r"(?:(?<![^\W_])|(?<=\bin)|(?<=\bde)|(?<=\bvan)|(?<=\bmet)|(?<=\bvoor))"
NUMBER = rf"(?:{DIGITS}|(?=[eétdvzanh]){GLUED_TO}{WORDS})(?=\s{{0,3}}[a-z€])"
TERM = re.compile(
    rf"""{BEFORE}(?=[\s\d−a-zé-])\s{{0,3}}(?P<minus>[-−](?=\d))?(?P<number>{DIGITS}|{WORDS})
        (?:\s{{0,3}}(?P<scale>{SCALE}|k\b))?(?:\s{{0,3}}(?:euro\b(?!['’])|EUR\b))?
    |(?=[\deétdvzanh])(?<!\d)(?<!\d[.,])(?P<bare>{NUMBER})
        (?:\s{{0,3}}(?P<size>{SCALE})(?:\s{{0,3}}{AFTER})?|\s{{0,3}}{AFTER.replace("after", "unit")})""",
    re.VERBOSE | re.IGNORECASE,
)
CLUES = (  # parts of what all money has, found faster
    *("€", "$", "£", "ƒ", "¥", "eur", "usd", "gbp", "chf", "nlg", "cent", "dollar", "sterling", "britse", "frank"),
    *("gulden", "duizend", "miljoen", "miljard", "biljoen", "mln", "mld", "mrd", "mio", "ton", "tientje"),
)
NAMED = re.compile(  # what all money has, in small letters: a currency, a scale, or the name of a note
    r"""€|\$|£|ƒ|¥|euro(?!p(?!er\b))|eur(?![a-z])|usd\b|gbp\b|chf\b|nlg\b|cent(?<!procent)(?<!recent)(?:en|per\b|\b)|dollar|sterling
    |britse|frank|gulden|duizend|miljoen|miljard|biljoen|mln|mld|mrd|mio|ton\b|tonnen|tientje""",
    re.VERBOSE,
)
MANY = ("duizenden", "honderden", "tientallen", "miljoenen", "miljarden", "tonnen")
VAGUE = re.compile(
    r"""(?<![^\W_])(?:enkele\s|tientallen\s|honderden\s)?
        (?:(?:tien|honderd)?duizenden|honderden|tientallen|miljoenen|miljarden|tonnen)\s{1,3}euro(?:['’]\s?s)?\b""",
    re.VERBOSE | re.IGNORECASE,
)
BANKNOTE = re.compile(r"(?<![^\W_])(?:(?:een|één)\s)?tientje\b(?!\s?s)", re.IGNORECASE)
JOINT = r"\s{0,2}(?P<joint>en|à|a|tot(?:\sen\smet)?|of|naar|[-–—])\s{0,2}"
JOINED = re.compile(JOINT + r"(?:circa\s|ruim\s|bijna\s|de\s)?", re.IGNORECASE)
NEXT = re.compile(rf"{JOINT}(?P<number>{DIGITS})(?!\s?(?:%|°|(?!per\b)\w)|[.,]?\d)", re.IGNORECASE)
FINE = re.compile(
    r"\s?(?:euro\s)?(?:per|voor\seen)\s(?:liter|kWh|kilowattuur|m3|m³|kubieke|kilo|km\b|minuut)", re.IGNORECASE
)
PREVIOUS = re.compile(
    rf"(?<![\d.,])(?<!nr\.\s)(?P<number>{DIGITS}|(?<![^\W_]){WORDS}){JOINT}$", re.VERBOSE | re.IGNORECASE
)
LOOK_BACK = 48
OPENS_RANGE = re.compile(r"\b(?:tussen|van)\s?(?:de\s|circa\s|ruim\s)?$", re.IGNORECASE)
SHARING = re.compile(r"\b(?:respectievelijk|achtereenvolgens)\b", re.IGNORECASE)
MONEY = re.compile(
    r"""bedrag|budget|begrot|geld|middelen|kosten|kost\b|uitgaven|uitgegeven|subsidie|invester|bijdrage|financier|bezuinig
    |bespar|gereserveerd|vergoeding|opbrengst|boete|schuld|krediet|fonds|omzet|winst|salaris|inkomen|belasting|premie|euro|€""",
    re.VERBOSE | re.IGNORECASE,
)
COUNTED = re.compile(
    r"""\s{0,2}(?:[.,;:)?!]|$|\b(?:voor|aan|in|per|extra|structureel|incidenteel|beschikbaar|vrijgemaakt|uitgegeven|is|zijn|was
    |wordt|worden|van|uit|om|te|op|ingezet|bezuinigd|en|naar|tot)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
CURRENCIES = (
    ("USD", ("$", "us$", "us $", "usd", "dollar", "dollars", "amerikaanse dollar", "amerikaanse dollars", "us dollar")),
    ("CAD", ("canadese dollar", "canadese dollars")),
    ("AUD", ("australische dollar", "australische dollars")),
    ("GBP", ("£", "gbp", "pond sterling", "ponden sterling", "britse ponden")),
    ("CHF", ("chf", "zwitserse frank", "zwitserse franken")),
    ("NLG", ("nlg", "ƒ", "gulden", "guldens")),
    ("ANG", ("antilliaanse gulden", "antilliaanse guldens")),
    ("JPY", ("¥",)),
)
NAMES = {name: code for code, names in CURRENCIES for name in names}


@dataclass(frozen=True, slots=True)
class FoundMoney:
    """Money at `text[start:end]`.  `value` is in whole units of `currency` (ISO 4217), None where it is `unread`.

    `to_next`: it is the lower end of a range, of which the next amount is the upper end.
    """

    start: int
    end: int
    value: Decimal | None
    currency: str = "EUR"
    unread: Unread | None = None
    to_next: bool = False


@dataclass(frozen=True, slots=True)
class _Term:
    """A number with a currency, a scale or both."""

    start: int
    end: int
    number: str
    minus: bool
    scale: str | None
    currency: str | None
    cents: bool
    to_next: bool = False


def find(text: str) -> Iterator[FoundMoney]:
    """The amounts of money in `text`, in order.

    >>> [str(m.value) for m in find("tussen € 5 en € 7 miljoen; 11 à 12 cent; EUR 6 tot 8 miljoen; 1.765,50 euro")]
    ['5000000', '7000000', '0.11', '0.12', '6000000', '8000000', '1765.50']
    """
    yield from _found(text)


@lru_cache(maxsize=256)
def _found(text: str) -> tuple[FoundMoney, ...]:
    """The money of a passage, kept for a while: several extractors ask for that of the same passage."""
    small = text.lower()
    return tuple(_search(text)) if holds(small, (CLUES,)) and NAMED.search(small) else ()


def _search(text: str) -> list[FoundMoney]:
    terms = _with_partners(text, [_term(m) for m in TERM.finditer(text)])
    found = [
        _read(term, fine=bool(FINE.match(text, term.end))) for term in terms if term.currency or _is_money(text, term)
    ]
    small = text.lower()
    if any(many in small for many in MANY):
        found += [FoundMoney(m.start(), m.end(), None, unread="vague") for m in VAGUE.finditer(text)]
    if "tientje" in small:
        found += [FoundMoney(m.start(), m.end(), Decimal(10)) for m in BANKNOTE.finditer(text)]
    return sorted(found, key=lambda money: (money.start, money.end))


def _term(match: re.Match[str]) -> _Term:
    number = match["number"] or match["bare"]
    scale = match["scale"] or match["size"]
    printed = (match["before"] or match["after"] or match["unit"] or "").lower()
    cents = "cent" in printed
    currency = (
        None if not printed else "EUR" if printed[0] in "e€" or cents else NAMES.get(" ".join(printed.split()), "XXX")
    )
    return _Term(match.start(), match.end(), number, bool(match["minus"]), scale, currency, cents)


def _with_partners(text: str, terms: Sequence[_Term]) -> list[_Term]:
    """The terms, with what the two ends of a range share, and with ends that are bare numbers."""
    out: list[_Term] = []
    for term in terms:
        before = out[-1] if out else None
        joined = JOINED.fullmatch(text, before.end, term.start) if before else None
        if before and joined and _is_range(text, before, term, joined["joint"]):
            out[-1], second = _shared(before, term)
            out.append(second)
            continue
        if before and not before.scale and term.scale and _is_list(text, before, term):
            out[-1] = replace(before, number=before.number + "?")
        upper = list(_bare_after(text, term))
        out += [*_bare_before(text, term), replace(term, to_next=bool(upper)), *upper]
    return out


def _is_range(text: str, first: _Term, second: _Term, joint: str) -> bool:
    if first.currency and second.currency and first.currency != second.currency:
        return False
    opened = OPENS_RANGE.search(text[max(0, first.start - 12) : first.start])
    if joint.lower() in ("en", "naar"):
        return bool(opened or SHARING.search(text[max(0, first.start - 60) : first.start]))
    return joint.lower() != "of" or not first.scale


def _is_list(text: str, first: _Term, second: _Term) -> bool:
    """Whether "€ 5 en € 7 miljoen", where nobody can tell whether the first counts millions too."""
    low, high = read_number(first.number), read_number(second.number)
    gap = text[first.end : second.start].strip()
    return gap in (",", "en", "of", "naar", "tot", "à") and low is not None and high is not None and low <= high


def _shared(first: _Term, second: _Term) -> tuple[_Term, _Term]:
    """Both ends of a range with the scale and the currency that either has, where the range still runs upwards."""
    low, high = read_number(first.number), read_number(second.number)
    scale = first.scale
    if not scale and second.scale and low is not None and high is not None and low <= high:
        scale = second.scale
    end = second.end if (scale, first.currency) != (first.scale, first.currency or second.currency) else first.end
    currency = first.currency or second.currency
    cents = first.cents or (second.cents and first.currency is None)
    return replace(first, scale=scale, currency=currency, cents=cents, end=end, to_next=True), replace(
        second, currency=second.currency or currency, cents=second.cents or (first.cents and second.currency is None)
    )


def _bare_before(text: str, term: _Term) -> Iterator[_Term]:
    """The number before "tot 7 miljoen euro" or "à 12 cent", which has no scale and no currency of its own."""
    begin = max(0, term.start - LOOK_BACK)
    found = PREVIOUS.search(text[begin : term.start])
    if not found or text[term.start : term.start + 1] in "€$£":
        return
    opened = OPENS_RANGE.search(text[max(0, begin + found.start() - 12) : begin + found.start()])
    if found["joint"].lower() in ("en", "naar", "of", "-", "–", "—") and not opened and found["joint"] not in "-–":
        return
    low, high = read_number(found["number"]), read_number(term.number)
    if low is None or high is None or low > high or (1900 <= low <= 2100):
        return
    yield replace(term, start=begin + found.start(), number=found["number"], to_next=True)


def _bare_after(text: str, term: _Term) -> Iterator[_Term]:
    """The number after "€ 10 tot", which has no currency of its own."""
    found = NEXT.match(text, term.end)
    if not found or text[term.start] not in "€$£Ee" or found["joint"].lower() in ("en", "naar", "a", "of"):
        return
    low, high = read_number(term.number, None), read_number(found["number"])
    if low is None or high is None or high < low or 1900 <= high <= 2100:
        return
    yield replace(term, start=found.start("number"), end=found.end("number"), number=found["number"])


def _is_money(text: str, term: _Term) -> bool:
    """Whether "6 miljoen", without a currency, is money: its sentence speaks of money, and nothing else is counted."""
    begin = max(text.rfind(stop, max(0, term.start - 200), term.start) for stop in (". ", "? ", "\n"))
    about = text[max(begin, term.start - 200, 0) : term.end + 60]
    scale = (term.scale or "").lower()
    if scale == "duizend" or (scale == "ton" and term.number[0].isdecimal()):
        return False  # "3 ton" may be a weight; "anderhalve ton" is none
    return bool(COUNTED.match(text, term.end) and MONEY.search(about))


def _read(term: _Term, *, fine: bool) -> FoundMoney:
    """The value of a term; three decimals are believed in a `fine` price only, of a litre or a kilowatt hour."""
    currency = term.currency or "EUR"
    scale = "duizend" if term.scale in ("k", "K") else term.scale
    value = None if term.number.endswith("?") else read_number(term.number, scale)
    if value is None and fine and re.fullmatch(r"\d,\d{3}", term.number):
        value = Decimal(term.number.replace(",", "."))
    if value is None:
        return FoundMoney(term.start, term.end, None, currency, "ambiguous")
    value = value / 100 if term.cents else value
    return FoundMoney(term.start, term.end, -value if term.minus else value, currency, to_next=term.to_next)
