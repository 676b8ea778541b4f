"""Sources named in running text: "het bericht «Titel» (Avondpost, 2 april 2025)", "de brief van 20 maart 2023".

A title in quotation marks is believed after a noun such as "bericht" or "rapport"; a source without a title where the
noun names its publisher ("het onderzoek van Bureau Stroom") or its date ("de brief van 20 maart 2023").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kg.extract._citations.days import Day, days
from kg.extract._citations.kinds import NOUN, SourceType, kind_of_noun
from kg.extract._citations.quotations import Quotation, quotation_at
from kg.extract._citations.references import Reference, fields, publisher_name, title_of, without_site

GLUED = r"(?:(?<![\w-])(?:[Hh]et|[Dd]eze|[Dd]e|[Ee]en|[Dd]it|[Dd]at)?)"
NOUN_HERE = re.compile(rf"{GLUED}(?P<noun>{NOUN})(?![\w-])", re.IGNORECASE)
GAP = re.compile(
    r"""^\s*:?\s*(?:(?:[^«»“”„‘"?!;:\n]{0,110}?)(?<!\w)(?:getiteld|met\s(?:de|als)\s(?:titel|kop)|onder\sde\s(?:titel|kop)|genaamd|hierover|waarin)?:?\s*)?(?=[«“„‘'"’])""",
    re.VERBOSE,
)
CLAUSE = re.compile(r"\b(?:dat|die|waar\w*|wordt|is|zijn|schrijf\w*|stelt|staat|heeft|om\ste|volgens|zegt|noemt|over)\b", re.IGNORECASE)
NAME = r"[A-Z][\w.&’'-]*(?:[ ](?:(?:van|voor|de|der|den|het|of|the|and|&|in|-|–)[ ]){0,2}(?:[A-Z0-9][\w.&’'-]*|&)){0,6}"
BY = re.compile(rf"^\s?(?:van(?:uit)?|door|in|uit|op|bij)\s?(?:het|de)?\s?(?P<name>{NAME})")
BRACKET = re.compile(r"^[?.,\s]{0,3}\((?P<inside>[^()\n]{3,120})\)")
NEXT_TITLE = re.compile(r"^\??\s*(?:\([^()]{0,80}\))?\s*(?:,|en|,\s?en|alsmede|en\s(?:het|de)\s\w+)\s*(?=[«“‘'\"])")
DATED_NOUN = re.compile(r"^\s?(?:van|d\.\s?d\.|op|gedateerd)\s?$")
OWN = re.compile(r"\b(?:uw|deze|onderhavige|bijgaande)\s*$", re.IGNORECASE)
COMPOUND = re.compile(r"(?<![\w-])(?P<name>[A-Z][\w&]+(?:\s[A-Z][\w&]+)?)-(?P<noun>onderzoek|rapport|studie|artikel|bericht)\b")


@dataclass(frozen=True, slots=True)
class Named:
    """A source that running text names: its sort, what is said of it, and where its title ends (or None)."""

    kind: SourceType
    noun: str
    reference: Reference


def named(text: str, written: date | None) -> Iterator[Named]:
    """The sources named in `text`, in order, those with a title first at each noun."""
    dates = list(days(text, written))
    position = 0
    for noun in NOUN_HERE.finditer(text):
        if noun.start() < position:
            continue
        kind = kind_of_noun(noun["noun"])
        if kind is None:
            continue
        for found in _titled(text, noun, kind, written):
            position = found.reference.end
            yield found
        if noun.start() >= position and (plain := _untitled(text, noun, kind, dates)):
            yield plain


def _titled(text: str, noun: re.Match[str], kind: SourceType, written: date | None) -> Iterator[Named]:
    gap = GAP.match(text[noun.end() : noun.end() + 160])
    if not gap or CLAUSE.search(re.sub(r"\bgetiteld.*", "", gap.group())):
        return
    between = gap.group()
    at = noun.end() + gap.end()
    start = noun.start("noun")
    while quotation := quotation_at(text, at):
        if not _is_title(text[quotation.inner : quotation.stop]):
            return
        yield Named(kind, noun["noun"], _with_title(text, start, quotation, between, written))
        following = NEXT_TITLE.match(text[quotation.end : quotation.end + 120])
        if not following:
            return
        start = at = quotation.end + following.end()
        between = ""


def _is_title(words: str) -> bool:
    return len(words.split()) >= 2 and not words[0].islower() or len(words.split()) >= 5


def _with_title(text: str, start: int, quotation: Quotation, between: str, written: date | None) -> Reference:
    """The title with what stands before it ("van NRC") and after it ("(NRC, 2 april 2025)", "van de Raad")."""
    title, site = without_site(text[quotation.inner : quotation.stop])
    publisher, day, end = site, None, quotation.end
    after = text[quotation.end : quotation.end + 160]
    bracket = BRACKET.match(after)
    if bracket and (told := _in_bracket(text, quotation.end + bracket.start("inside"), bracket["inside"], written)):
        publisher, day, end = told[0] or publisher, told[1], quotation.end + bracket.end()
    elif by := BY.match(after):
        publisher, end = publisher_name(by["name"]), quotation.end + by.end()
    if by := BY.match(between):
        publisher = publisher or publisher_name(by["name"])
    base = quotation.start - len(between)
    stated = day or next((_moved(d, base) for d in days(between, written)), None)
    return Reference(start, end, publisher, stated, title_of(title), None)


def _in_bracket(text: str, start: int, inside: str, written: date | None) -> tuple[str | None, Day | None] | None:
    """ "(NRC, 2 april 2025)", "(11-10-2024)", "(NOS)": publisher and date; None for any other bracket."""
    publisher, day, title = fields(inside, written)
    if day and not title:
        return publisher, _moved(day, start)
    if day is None and title is None and publisher and inside[:1].isupper():
        return publisher, None
    return None


def _moved(day: Day, by: int) -> Day:
    return replace(day, start=day.start + by, end=day.end + by)


def _untitled(text: str, noun: re.Match[str], kind: SourceType, dates: list[Day]) -> Named | None:
    """A source by its publisher or its date."""
    start, end = noun.start("noun"), noun.end()
    if OWN.search(text[max(0, noun.start() - 20) : noun.start()] + text[noun.start() : start]):
        return None
    publisher = None
    if (by := BY.match(text[end : end + 120])) and kind in ("report", "news", "letter", "broadcast"):
        publisher, end = publisher_name(by["name"]), end + by.end()
    day = next((d for d in dates if end <= d.start <= end + 30 and DATED_NOUN.match(text[end : d.start])), None)
    end = day.end if day else end
    if publisher or (day and kind in ("letter", "speech", "broadcast", "report")):
        return Named(kind, noun["noun"], Reference(start, end, publisher, day))
    return None


