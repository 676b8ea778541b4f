"""Rows of numbers that share a sign and a scale, fractions, and the minus before a sign: "€ 10, 12 en 14 miljoen", "-/- € 5 mln.".

What two readings are left of has no value: its number ends in "?".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.grammar.numbers import read_number
from kg.grammar.unnamed_money import counts_nothing_else, counts_things

PLAIN = r"\d{1,4}(?:,\d{1,3})?"
ROW = re.compile(  # what stands between the first number and the last one: "€ 10", ", 12 en ", "14 miljoen"
    rf"""(?P<numbers>(?:\s?[,;]\s{PLAIN}){{0,8}})
        (?:,?\s(?:en|of|dan\s?wel|(?:en\s)?(?:respectievelijk|resp\.))\s|(?P<broken>,\s|\.\s|\s?/\s?))""",
    re.VERBOSE | re.IGNORECASE,
)
NUMBERS = re.compile(PLAIN)
PRICE = re.compile(r"\d{1,4},\d\d")  # "€ 8,50" counts no millions
GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){0,4}")
SPLIT = re.compile(  # what stands after a number that the end of a line has in two: "€ 1.", "500 per week"
    r"(?:\.\s\d{3}|,\s\d\d)(?!\d)(?=\s?(?:$|[;)]|\.(?:\s|$))|\s(?:per|voor|aan|is|was|te|tot|extra|bedraagt|bedroeg|van|in)\b)"
)
SMALL = 1000  # numbers of millions are smaller
HALVES = {"1/2": Decimal("0.5"), "1/4": Decimal("0.25"), "3/4": Decimal("0.75")}
PARTED = re.compile(r"(?<![\d/.,])(?:(?P<whole>\d{1,4})\s)?(?P<top>\d{1,4})\s?[/⁄]\s?$")
MINUS = re.compile(  # a dash with room on either side may be that of a remark, or open a line of a list
    r"(?:[-–−]/[-–−]\s{0,2}|−\s?|(?<=\w\s)-|(?<=\()-|(?<=\b(?:op|is)\s)[-–]\s|(?<=\bvan\s)[-–]\s|(?<=\bbedraagt\s)[-–]\s)$"
)
CLOSED = re.compile(r"\s?[-–](?!\s?(?:€|\d|/))")


@dataclass(frozen=True, slots=True)
class Term:
    """A number with a currency, a scale or both; `plus`: what is named after it, in whole units."""

    start: int
    end: int
    number: str
    minus: bool
    scale: str | None
    currency: str | None
    cents: bool
    to_next: bool = False
    plus: Decimal = Decimal(0)


def row(text: str, first: Term, last: Term) -> list[Term] | None:
    """The terms of "€ 10, 12 en 14 miljoen"; one without a value for a number that a line break or "/" has in two."""
    between = ROW.fullmatch(text, first.end, last.start)
    if not between or not _one_sign(text, first, last):
        return None
    broken = between["broken"] or ""
    if broken.startswith("."):
        return _in_two(first, last)
    if not last.scale or (not last.currency and counts_things(text, last.end)):
        return None
    if not (
        last.currency or broken or counts_nothing_else(text, last.end)
    ):  # "€ 8 en 9 miljoen subsidie", or "vaarten"
        return [replace(first, number=f"{first.number}?"), last] if NUMBERS.fullmatch(first.number) else None
    if broken and not between["numbers"]:
        return _in_two(first, last, broken)
    return _scaled(between, first, last) if not broken and NUMBERS.fullmatch(first.number) else None


def _in_two(first: Term, last: Term, broken: str = ".") -> list[Term] | None:
    """The one number, without a value, that "€ 3, 5 miljoen", "€ 1. 500" and "€ 10/12 miljoen" may be."""
    if "/" in broken:
        return [replace(_divided(last, "", first.number), start=first.start, currency=first.currency)]
    if broken == "." and not (GROUPED.fullmatch(first.number) and re.match(r"\d{3}(?!\d)", last.number)):
        return None
    return [replace(first, end=last.end, number=f"{first.number}, {last.number}?", scale=last.scale)]


def _one_sign(text: str, first: Term, last: Term) -> bool:
    """Whether there is a sign before the first of two numbers and none before the last one, which may have a scale."""
    if not first.currency or first.scale or first.cents or first.to_next or first.plus or last.minus:
        return False
    bare = text[last.start].isdecimal() and not text[first.start].isdecimal()
    return bare and last.currency in (None, first.currency)


def _scaled(between: re.Match[str], first: Term, last: Term) -> list[Term] | None:
    """A row with the scale of its last number; without values where the first number may be a price of its own."""
    low, high = read_number(first.number), read_number(last.number)
    if low is None or high is None or low >= SMALL:
        return None
    certain = (low <= high or between["numbers"]) and not PRICE.fullmatch(first.number)
    doubt = "" if certain else "?"
    scaled = replace(first, scale=last.scale, number=first.number + doubt)
    rest = [
        replace(scaled, start=m.start(), end=m.end(), number=m.group() + doubt)
        for m in NUMBERS.finditer(between.string, between.start("numbers"), between.end("numbers"))
    ]
    return [scaled, *rest, replace(last, currency=first.currency)]


def split(text: str, term: Term) -> Term:
    """A term without a value where the rest of its number may stand behind a full stop or a comma: "€ 1. 500 per week"."""
    if term.scale or not term.currency or text[term.start].isdecimal() or not GROUPED.fullmatch(term.number):
        return term
    found = SPLIT.match(text, term.end)
    return replace(term, end=found.end(), number=f"{text[term.start : found.end()]}?") if found else term


def parted(text: str, term: Term) -> Term:
    """ "1/2 miljoen", "2 1/2 miljoen": half a million; other fractions may be two numbers, and have no value."""
    if not term.start or text[term.start - 1] not in "/⁄ " or not term.number[0].isdecimal():
        return term
    begin = max(0, term.start - 14)
    found = PARTED.search(text[begin : term.start])
    return replace(_divided(term, found["whole"] or "", found["top"]), start=begin + found.start()) if found else term


def _divided(term: Term, whole: str, top: str) -> Term:
    part = HALVES.get(f"{top}/{term.number}")
    if part is None or (top != "1" and not whole):
        return replace(term, number=f"{top}/{term.number}?")
    return replace(term, number=str(int(whole or 0) + part).replace(".", ","))


def signed(text: str, term: Term) -> Term:
    """A term with the sign before it, "-/- € 5 mln.": a dash that a second one closes is none."""
    if not term.start or text[term.start - 1] not in "-–− ":
        return term
    found = MINUS.search(text, max(0, term.start - 5), term.start)
    if not found or (found.group()[0] in "-–" and "/" not in found.group() and CLOSED.match(text, term.end)):
        return term
    return replace(term, minus=not term.minus, start=found.start())
