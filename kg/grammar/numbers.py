"""Dutch numbers: "1.765,50", "27.7 miljoen", "€ 500,-", "anderhalf miljoen", "twaalfhonderd".

A comma is the decimal mark and a full stop groups thousands.  What can be read in two ways ("1,500 euro", "2.125
miljard") is not read at all: a number is never off by a power of ten.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

DIGITS = r"\d{1,12}(?:[.,]\d{1,12}|[\u00a0\u202f'’]\d{3}(?!\d)){0,5}(?:,[-–—]{1,2}|,=|\s?[½¼¾])?"
ATOM = r"""(?:een|één|twee|drie|vier|vijftien|vijftig|vijf|zestien|zestig|zes|zeventien|zeventig|zeven|achttien|acht|negentien
    |negentig|negen|tien|elf|twaalf|dertien|veertien|twintig|dertig|veertig|tachtig|honderd|duizend)"""
WORDS = rf"""(?=[eétdvzanh])(?:anderhal(?:f|ve)
    |(?:een|één)\s?(?:half|halve|kwart)|drie\s?kwart|halve?|{ATOM}[\s-]en[\s-]een[\s-]hal(?:f|ve)
    |(?>{ATOM}(?:(?:en|ën)?{ATOM}){{0,6}})(?:(?:en|ën)(?:een|één)?hal(?:f|ve))?)"""
SCALES = {
    "duizend": Decimal(1_000),
    "mille": Decimal(1_000),
    "ton": Decimal(100_000),
    "miljoen": Decimal(1_000_000),
    "mln": Decimal(1_000_000),
    "mio": Decimal(1_000_000),
    "miljard": Decimal(1_000_000_000),
    "mld": Decimal(1_000_000_000),
    "mrd": Decimal(1_000_000_000),
    "biljoen": Decimal(1_000_000_000_000),
}
SCALE = r"(?:dui-?zend(?!en)|mil-?joen|mil-?jard(?!air)|bil-?joen|(?:mln|mld|mrd)\.?|mio(?:\b\.?|(?=euro))|ton\b|mille\b)"  # "mil-joen": of a lost line end

UNITS = """nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien
    zeventien achttien negentien"""
SIMPLE = {word: Decimal(value) for value, word in enumerate(UNITS.split())}
TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
FRACTIONS = {
    "half": "0.5",
    "halve": "0.5",
    "anderhalf": "1.5",
    "anderhalve": "1.5",
    "kwart": "0.25",
    "eenkwart": "0.25",
    "eenhalf": "0.5",
    "eenhalve": "0.5",
    "driekwart": "0.75",
}
PARTS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
PLAIN = re.compile(r"\d{1,12}")
DECIMALS = re.compile(r"(?P<whole>\d{1,12}),(?P<part>\d{1,12})")
THOUSANDS = re.compile(r"(?P<whole>[1-9]\d{0,2}(?:\.\d{3}){1,5})(?:,(?P<part>\d{1,12}))?")
SPACED = re.compile(r"(?P<whole>[1-9]\d{0,2}(?:[\x20\u00a0\u202f'’]\d{3}){1,5})(?:,(?P<part>\d{1,12}))?")
ENGLISH = re.compile(r"(?P<whole>[1-9]\d{0,2}(?:,\d{3}){1,5})\.(?P<part>\d{1,2})|(?P<many>[1-9]\d{0,2}(?:,\d{3}){2,5})")
POINT = re.compile(r"(?P<whole>\d{1,12})\.(?P<part>\d{1,2})|(?P<none>0)\.(?P<small>\d{4,12})")


def read_number(printed: str, scale: str | None = None) -> Decimal | None:
    """The number printed in digits or words, times its `scale` ("miljoen"); None where it can be read in two ways.

    >>> read_number("27.7", "miljoen"), read_number("1.765,50"), read_number("anderhalf", "mln.")
    (Decimal('27700000'), Decimal('1765.50'), Decimal('1500000'))
    >>> read_number("1,500"), read_number("2.125", "miljard")
    (None, None)
    """
    number = _digits(printed, scale) if printed[0].isdecimal() else read_words(printed)
    if number is None:
        return None
    return number if scale is None else plain(number * SCALES[scale.rstrip(".").lower()])


def read_words(printed: str) -> Decimal | None:
    """The number that a word is, up to a million.

    >>> read_words("tweeëntwintig"), read_words("twaalfhonderd"), read_words("drieënhalf"), read_words("hond")
    (Decimal('22'), Decimal('1200'), Decimal('3.5'), None)
    """
    letters = unicodedata.normalize("NFD", printed.casefold())
    word = "".join(c for c in letters if c.isalpha())
    if word in FRACTIONS:
        return Decimal(FRACTIONS[word])
    for end in ("eneenhalf", "eneenhalve", "enhalf", "enhalve"):
        if word.endswith(end):
            whole = _word(word.removesuffix(end))
            return None if whole is None else whole + Decimal("0.5")
    return _word(word)


def _word(word: str) -> Decimal | None:
    for name, size in (("duizend", 1000), ("honderd", 100)):
        left, found, right = word.partition(name)
        if found:
            times = _word(left) if left else Decimal(1)
            rest = _word(right.removeprefix("en")) if right else Decimal(0)
            if times is None or rest is None or rest >= size:
                return None
            return times * size + rest
    return _under_hundred(word)


def _under_hundred(word: str) -> Decimal | None:
    if word in SIMPLE:
        return SIMPLE[word]
    for place, ten in enumerate(TENS, start=2):
        if word.endswith(ten):
            unit = word.removesuffix(ten)
            one = SIMPLE.get(unit.removesuffix("en")) if unit.endswith("en") else None
            if not unit:
                return Decimal(place * 10)
            return place * 10 + one if one is not None and 1 <= one <= 9 else None
    return None


def _digits(printed: str, scale: str | None) -> Decimal | None:
    if printed[-1] in PARTS:
        whole = printed[:-1].rstrip()
        return Decimal(whole) + PARTS[printed[-1]] if PLAIN.fullmatch(whole) else None
    kept = re.sub(r",[-–—=]+$", "", printed)
    if PLAIN.fullmatch(kept):
        return Decimal(kept)
    found = DECIMALS.fullmatch(kept)
    if found and (scale or len(found["part"]) != 3 or found["whole"] == "0"):
        return Decimal(f"{found['whole']}.{found['part']}")
    found = THOUSANDS.fullmatch(kept) or SPACED.fullmatch(kept)
    if found:
        unclear = scale is not None and scale.rstrip(".").lower() not in ("miljoen", "mln", "mio")
        return None if unclear else _grouped(found["whole"], found["part"])
    found = ENGLISH.fullmatch(kept)
    if found:
        return _grouped(found["whole"] or found["many"], found["part"])
    found = POINT.fullmatch(kept)
    return Decimal(f"{found['whole'] or 0}.{found['part'] or found['small']}") if found else None


def _grouped(whole: str, part: str | None) -> Decimal:
    digits = re.sub(r"\D", "", whole)
    return Decimal(f"{digits}.{part}" if part else digits)


def plain(number: Decimal) -> Decimal:
    """A product without needless zeros, and without the exponent that `normalize` gives a whole number.

    >>> plain(Decimal("27.7") * 1_000_000), plain(Decimal("12.50"))
    (Decimal('27700000'), Decimal('12.5'))
    """
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()
