"""The words that belong to one amount of a sentence: for which years it is, whether it returns every year, what for.

"€ 7 miljoen in 2024 en € 35 miljoen structureel vanaf 2025": what follows an amount up to the last comma or "en"
before the next one is said of the first, the rest of the second.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from kg.grammar.money import FoundMoney

Funding = Literal["incidental", "structural"]

YEAR = r"(?:19|20)\d\d(?!\d|\s?[/]\s?\d|[ZD]\d)"
YEARS = re.compile(
    rf"(?<![\d/])(?P<first>{YEAR})(?P<rest>(?:\s{{0,2}}(?:,|en|t/m|tot\sen\smet|tot|[-–—])\s{{0,2}}{YEAR}){{0,8}})",
    re.IGNORECASE,
)
CUE = re.compile(
    r"(?P<cue>\bin|\bvoor|\bover|\bgedurende|\btussen|jaar|jaren|periode|begro-?ting(?:\svan|\svoor)?|^\s?\()\s{0,2}$",
    re.IGNORECASE,
)
SINCE = re.compile(
    rf"""(?:vanaf|met\singang\svan|ingaande)\s{{0,2}}(?:het\sjaar\s|1\sjanuari\s)?(?P<year>{YEAR})
    (?!\s{{0,2}}(?:t/m|tot|[-–—])\s?(?:en\smet\s)?\d{{4}})""",
    re.VERBOSE | re.IGNORECASE,
)
RANGE = re.compile(r"t/m|tot|[-–—]", re.IGNORECASE)
SEPARATOR = re.compile(
    r"[;:]|,(?!\d|\s?(?:19|20)\d\d\b)|\b(?:en|of)\b(?!\s?(?:19|20)\d\d\b)|\b(?:waarvan|maar|naar|plus)\b"
)
STRUCTURAL = re.compile(r"structure(?:el|le)", re.IGNORECASE)
INCIDENTAL = re.compile(
    r"incidente(?:el|le)|eenmalige?\b(?!\s(?:vergoeding|uitkering|tegemoetkoming|toeslag|betaling|boete|energietoeslag))",
    re.IGNORECASE,
)
CLAUSE_ENDS = re.compile(
    r"""[;.:?!(]|\b(?:die|dat|zodat|omdat|terwijl|om|zoals|waarmee|als)\b
    |,(?!\s{0,2}(?:verdeeld|gespreid|verspreid|uitgesmeerd|te\sverdelen|over|in|voor|structureel|incidenteel|eenmalig|vanaf
        |jaarlijks|\d)\b)""",
    re.VERBOSE,
)
CLAUSE_BEGINS = re.compile(r"[;:]|,(?!\d)")
PER_YEAR_AFTER = re.compile(
    r"\s{0,2}(?=[a-z/])(?:(?:extra|structureel|gemiddeld|per\s\w{1,24})\s{1,2})?(?:per\sjaar|jaarlijks|p\.\s?j\.|/\s?jaar|op\sjaarbasis)",
    re.IGNORECASE,
)
PER_YEAR_BEFORE = re.compile(r"\b(?:jaarlijkse?|elk\sjaar|ieder\sjaar|per\sjaar)\b[^.;:?!]{0,60}$", re.IGNORECASE)
PURPOSE = re.compile(
    r"""\s(?:(?:extra|euro|structureel|incidenteel|beschikbaar|gereserveerd|uitgetrokken|vrijgemaakt|begroot)\s){0,2}
    (?:voor|ten\sbehoeve\svan)\s(?!(?:de\s)?(?:jaren|periode|begroting)\b|het\sjaar\b|(?:19|20)\d\d|elke?\b|iedere?\b)
    (?P<purpose>[^,.;:()?!€\d]{3,80})""",
    re.VERBOSE | re.IGNORECASE,
)
NO_PURPOSE = re.compile(r"^$|\b(?:de|het|een|van|voor|aan|op|met)$|^(?:in|uit|vrij|op|toe)?ge\w{1,20}[dt]$")
PURPOSE_ENDS = re.compile(
    r"\s(?:is|zijn|was|wordt|worden|vanaf|structureel|incidenteel)\b|\s(?:en|in|per|van|over)?\s*$"
)
REACH = 200  # characters after the last amount of a sentence that may still speak of it


@dataclass(frozen=True, slots=True)
class Clause:
    """What a sentence says of one amount."""

    years: tuple[int, ...] = ()
    funding: Funding | None = None
    from_year: int | None = None
    per_year: bool = False
    purpose: str | None = None


def clauses(sentence: str, money: Sequence[FoundMoney]) -> list[Clause]:
    """For each amount of a sentence (positions in the sentence) what is said of it.

    >>> from kg.grammar.money import find
    >>> text = "Er is € 7 miljoen in 2024 en € 35 miljoen structureel vanaf 2025 voor beheer."
    >>> [(c.years, c.funding, c.from_year) for c in clauses(text, list(find(text)))]
    [((2024,), None, None), ((), 'structural', 2025)]
    """
    out: list[Clause] = []
    begin = 0
    for group, following in pairwise([*_groups(money), []]):
        end = group[-1].end
        until = _boundary(sentence, end, following[0].start) if following else min(len(sentence), end + REACH)
        said = _clause(sentence[begin : group[0].start], sentence[end:until])
        out += [said] * len(group)
        begin = until
    return out


def _groups(money: Sequence[FoundMoney]) -> list[list[FoundMoney]]:
    """Amounts on their own, ranges together."""
    out: list[list[FoundMoney]] = []
    joined = False
    for found in money:
        if joined:
            out[-1].append(found)
        else:
            out.append([found])
        joined = found.to_next
    return out


def _boundary(sentence: str, start: int, end: int) -> int:
    """Where the words about one amount end and those about the next begin: after the last comma or "en"."""
    separators = list(SEPARATOR.finditer(sentence, start, end))
    return separators[-1].start() if separators else end


def _clause(before: str, after: str) -> Clause:
    closed = CLAUSE_ENDS.search(after)
    near = after[: closed.start()] if closed else after
    opened = list(CLAUSE_BEGINS.finditer(before))
    recent = before[opened[-1].end() :] if opened else before
    since = SINCE.search(near) or SINCE.search(recent)
    years = _years_in(near, first=True) or _years_in(after[:8], first=True)
    if not years and not since:
        years = _years_in(recent, first=False)
    funding = _funding(near, before)
    if since and not years:
        funding = funding or "structural"
    return Clause(
        () if since and funding == "structural" else years,
        funding,
        int(since["year"]) if since and funding == "structural" else None,
        bool(PER_YEAR_AFTER.match(after) or PER_YEAR_BEFORE.search(recent)),
        _purpose(after),
    )


def _purpose(after: str) -> str | None:
    found = PURPOSE.match(after)
    if not found:
        return None
    words = found["purpose"]
    ends = PURPOSE_ENDS.search(words)
    kept = (words[: ends.start()] if ends else words).strip()
    return None if NO_PURPOSE.search(kept) else kept


def _funding(near: str, before: str) -> Funding | None:
    for text, last in ((near, False), (before, True)):
        found = [(m.start(), "structural") for m in STRUCTURAL.finditer(text)]
        found += [(m.start(), "incidental") for m in INCIDENTAL.finditer(text)]
        if found:
            kind = (max if last else min)(found)[1]
            return "structural" if kind == "structural" else "incidental"
    return None


def _years_in(text: str, *, first: bool) -> tuple[int, ...]:
    """The first (or last) years in a text that an amount can be for; a year in a date is none."""
    found = [years for m in YEARS.finditer(text) if (years := _years(m))]
    return found[0 if first else -1] if found else ()


def _years(match: re.Match[str]) -> tuple[int, ...]:
    """2022 to 2027 for "over de jaren 2022-2027"; nothing for a year without "in", "voor", "jaren" before it."""
    rest = match["rest"]
    cue = CUE.search(match.string[max(0, match.start() - 24) : match.start()])
    numbers = [int(match["first"]), *(int(n) for n in re.findall(r"\d{4}", rest))]
    span = RANGE.search(rest) or (cue and cue["cue"].lower() == "tussen")
    if not cue and not RANGE.search(rest):
        return ()
    if span and 0 < numbers[-1] - numbers[0] <= 40:
        return tuple(range(numbers[0], numbers[-1] + 1))
    return tuple(dict.fromkeys(numbers))
