"""Sources named by a name and a noun in one word: "het Waterbureau-onderzoek uit 2021", "het WAVE-III-rapport «Titel»"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kg.extract._citations.broadcasters import BROADCASTER
from kg.extract._citations.dated import ABOUT_FROM, ON_DATE
from kg.extract._citations.days import days
from kg.extract._citations.kinds import SourceType, kind_of_noun
from kg.extract._citations.makers import BY, INVESTIGATORS, maker
from kg.extract._citations.references import Reference
from kg.extract._citations.titled import titled
from kg.grammar.words import folded, holds, needing

COMPOUND = re.compile(
    r"\b(?:[Hh]et|[Dd]it|[Dd]e|bericht\sen)\s(?:(?:meest\s)?(?:laatste|recente|recentste|nieuwe|nieuwste|vorige|eerdere|internationale|jaarlijkse)\s)?(?P<name>(?!(?:LinkedIn|Twitter|Facebook|Instagram|TikTok|YouTube|WhatsApp|Telegram|Bluesky)-)[A-Z][\w&]{1,30}(?:-[A-Z\d]\w{0,12}){0,2}(?:\s[A-Z][\w&]{1,30}){0,2}(?:\s\d{1,3})?)-(?P<noun>[a-z]{0,14}rapport|onderzoek|studie|(?:nieuws|pers|opinie)?(?:artikel|bericht|uitzending)|reportage|aflevering|documentaire|podcast|interview|column|evaluatie|peiling|enquête|advies|analyse)\b"
)

AMONG = re.compile(r"^\svan\s(?:onder\s(?:andere|meer)|o\.\s?a\.|bijvoorbeeld)\s")
COMPOUND_WORDS = needing(
    (
        *(f"-{part}{head}" for part in ("nieuws", "pers", "opinie") for head in ("bericht", "artikel", "uitzending")),
        *(f"-{part}rapport" for part in ("", "eind", "tussen", "deel", "jaar", "onderzoeks", "advies", "voortgangs")),
        "-reportage", "-aflevering", "-documentaire", "-podcast", "-interview", "-column",
        "-onderzoek", "-studie", "-artikel", "-bericht", "-evaluatie", "-peiling", "-enquête", "-advies",
        "-analyse", "-uitzending",
    ),
)  # fmt: skip


def compounds(text: str, written: date | None) -> Iterator[tuple[SourceType, str, Reference]]:
    """Such as "het Waterbureau-onderzoek uit 2021" and "het Waterbureau-rapport «Titel»": kind, noun, what is said."""
    if not holds(folded(text), COMPOUND_WORDS):
        return
    for found in COMPOUND.finditer(text):
        kind = kind_of_noun(found["noun"])
        if kind is None or INVESTIGATORS.match(found["name"]):
            continue
        ref = next(titled(text, found, kind, written), None)
        if ref:
            shown_by = kind == "broadcast" and ref.publisher and BROADCASTER.fullmatch(ref.publisher)
            ref = replace(ref, publisher=found["name"] if shown_by else ref.publisher or found["name"])
        yield kind, found["noun"], ref or _made_by(text, found, _untitled(text, found, written))


def _untitled(text: str, found: re.Match[str], written: date | None) -> Reference:
    """The source by the name in its word and the day behind it."""
    behind = (d for d in days(text, written) if found.end() <= d.start)
    day = next((d for d in behind if _dated(text[found.end() : d.start])), None)
    return Reference(found.start("name"), day.end if day else found.end(), found["name"], day)


def _dated(between: str) -> bool:
    """Whether a day is that of a source before it: "van", "over sluizen van"."""
    return ON_DATE.match(between) is not None or ABOUT_FROM.match(between) is not None


def _made_by(text: str, found: re.Match[str], ref: Reference) -> Reference:
    """The maker that follows: "het WAVE-III-onderzoek van onder andere het Waterbureau"; what is before "-" is then a name."""
    among = AMONG.match(text[found.end() : found.end() + 40])
    at = found.end() + (among.end() if among else 0)
    by = BY.match(" van " + text[at : at + 140]) if among else BY.match(text[at : at + 140])
    if by is None or by["name"] == found["name"]:
        return ref
    end = at + by.end() - (len(" van ") if among else 0)
    return replace(ref, end=max(ref.end, end), publisher=maker(by), title=text[found.start("name") : found.end()])
