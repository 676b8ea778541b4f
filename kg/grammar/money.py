"""Amounts of money as Dutch prints them: "€ 2,8 miljard", "EUR 6 tot 8 miljoen", "11 à 12 cent", "96½ miljoen", "drie ton".

Words may be glued ("demiljoen", "83 miljoeneuro") and spaces doubled.  A range gives two amounts, both scaled.  What
is money but has no certain value ("tienduizenden euro's", "€ 1,500") is found with the reason why it is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from kg.grammar.currencies import CODES, GLUED, SINGLE
from kg.grammar.money_rows import Term
from kg.grammar.money_terms import terms
from kg.grammar.numbers import read_number
from kg.grammar.unnamed_money import is_money
from kg.grammar.vague_money import vague
from kg.grammar.words import folded, held, needing, words_in

Unread = Literal["vague", "ambiguous"]

COINS = {"tientje": Decimal(10), "kwartje": Decimal("0.25"), "dubbeltje": Decimal("0.10")}
# what all money has, in small letters: parts of words that are money, and words that may be
CERTAIN = needing((*GLUED, "miljoen", "miljard", "biljoen", "mln", "mld", "mrd", "duizend", "tonnen", *COINS))
EURO = needing(("euro",))
SHORT = SINGLE | {"ton", "mio", "mille"}
CODED = frozenset(code.lower() for code in CODES)
DOUBTFUL = needing(SHORT | CODED)
COIN = re.compile(
    r"""(?<!elk\s)(?<!elke\s)(?<!ieder\s)(?<!geen\s)(?<!laatste\s)(?:(?<![^\W_])|(?<=\been)|(?<=\béén))(?:(?:een|één)\s)?
        (?P<coin>tientje|kwartje|dubbeltje)\b(?!\s(?:s\b|op\szijn\skant|valt|viel))""",
    re.VERBOSE | re.IGNORECASE,
)
UNIT_BEFORE = re.compile(
    r"(?<!\d)(?<!\d\s)[x×*]\s?(?:€\s?)?$|\bbedragen\s(?:zijn\s)?in\s$|€\s?[x×*]\s?$", re.IGNORECASE
)
FINE = re.compile(
    r"\s?(?:euro\s)?(?:per|voor\seen)\s(?:liter|kWh|kilowattuur|m3|m³|kubieke|kilo|km\b|minuut)", re.IGNORECASE
)

IN_ADDRESS = re.compile(r"(?://|www\.)[^\s<>«»“”\"]{1,250}$")  # "https://krant.nl/pont-voor-eur56"
LONG = re.compile(r"[1-9][\d.]{0,24},\d{4}")


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


def find(text: str) -> Iterator[FoundMoney]:
    """The amounts of money in `text`, in order.

    >>> [str(m.value) for m in find("tussen € 5 en € 7 miljoen; 11 à 12 cent; EUR 6 tot 8 miljoen; 1.765,50 euro")]
    ['5000000', '7000000', '0.11', '0.12', '6000000', '8000000', '1765.50']
    """
    yield from _found(text)


@lru_cache(maxsize=256)
def _found(text: str) -> tuple[FoundMoney, ...]:
    """The money of a passage, kept for a while: several extractors ask for that of the same passage."""
    return tuple(_search(text)) if _may_hold(text) else ()


def _may_hold(text: str) -> bool:
    """Whether a text has what all money has; "europa" is no euro."""
    small = folded(text)
    here = held(small)
    if here & CERTAIN:
        return True
    if here & EURO and (small.count("euro") > small.count("europ") or "europer" in small):
        return True
    if not here & DOUBTFUL:
        return False
    words = words_in(small)
    return any(word.upper() in text for word in CODED & words) or any(_alone(small, word) for word in SHORT & words)


def _alone(small: str, word: str) -> bool:
    """Whether a word stands in a text with no letter beside it."""
    at = small.find(word)
    while at >= 0:
        end = at + len(word)
        if not (small[at - 1 : at].isalpha() or small[end : end + 1].isalpha()):
            return True
        at = small.find(word, at + 1)
    return False


def _search(text: str) -> list[FoundMoney]:
    found = [
        _read(term, fine=bool(FINE.match(text, term.end)))
        for term in terms(text)
        if (term.currency or _is_money(text, term)) and not _is_unit(text, term)
    ]
    if "//" in text or "www." in text:
        found = [money for money in found if not IN_ADDRESS.search(text[max(0, money.start - 255) : money.start])]
    if unread := vague(text):
        found = [money for money in found if not any(money.start < end and start < money.end for start, end in unread)]
        found += [FoundMoney(start, end, None, unread="vague") for start, end in unread]
    small = folded(text)
    if any(coin in small for coin in COINS):
        found += [FoundMoney(m.start(), m.end(), COINS[m["coin"].lower()]) for m in COIN.finditer(text)]
    return sorted(found, key=lambda money: (money.start, money.end))


def _is_unit(text: str, term: Term) -> bool:
    """Whether a term says what the numbers of a table count: "(x € 1.000)", "bedragen x € 1 miljoen"."""
    one = term.number.replace(".", "").rstrip("0") == "1"
    return one and UNIT_BEFORE.search(text, max(0, term.start - 16), term.start) is not None


def _is_money(text: str, term: Term) -> bool:
    number = term.number.rstrip("?")
    scale = term.scale or ""
    return bool(scale) and is_money(text, term.start, term.end, scale, read_number(number, scale))


def _read(term: Term, *, fine: bool) -> FoundMoney:
    """The value of a term; three decimals are believed in a `fine` price only, of a litre or a kilowatt hour."""
    currency = term.currency or "EUR"
    value = None if term.number.endswith("?") else read_number(term.number, term.scale)
    if value is not None and not fine and currency == "EUR" and not term.scale and LONG.match(term.number):
        value = None  # the mark of a note hangs on it: "€ 12,5012"
    if value is None and fine and re.fullmatch(r"\d,\d{3}", term.number):
        value = Decimal(term.number.replace(",", "."))
    if value is None:
        return FoundMoney(term.start, term.end, None, currency, "ambiguous")
    value = (value / 100 if term.cents else value) + term.plus
    return FoundMoney(term.start, term.end, -value if term.minus else value, currency, to_next=term.to_next)
