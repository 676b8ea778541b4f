"""What brackets in running text say of a source: publisher and date, or a title in quotation marks.

«Sluizen» (Avondpost, 2 april 2025)                   after a title
de column in de Avondpost (‘Pont vol’, 5 april)       after an outlet
de Waterraad (“Sluizen in zicht”, mei 2013)           after a maker
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from kg.extract._citations.bodies import NAME
from kg.extract._citations.days import Day, days, moved_day
from kg.extract._citations.names import publisher_name
from kg.extract._citations.orders import fields
from kg.extract._citations.quotations import Quotation, quotation_at
from kg.extract._citations.references import Reference
from kg.extract._citations.titles import is_name, title_of

LOOK_BACK = 120  # characters before a bracket in which it is said whose its title is
LOOK_AHEAD = 60  # characters behind a title in which its bracket closes
ARTICLE = re.compile(r"^(?:de|het)\s[A-Z]")
PERSON_BEFORE = re.compile(
    r"\b(?:prof|dr|mr|ir|drs|mevrouw|mevr|mw|heer|lid)\.?\s(?:[A-Z]\.\s?){0,4}(?:[a-z]{2,4}\s){0,2}[A-Z][\w-]{1,30}\s?$"
)
OWNER_BEFORE = re.compile(rf"(?:^|[\s(])(?P<name>{NAME})(?:-\w{{1,30}})?\s?$")
SERIES = re.compile(
    r"(?:Stcrt|Stb|Trb|Pb\s?(?:EU|EG)?)\b|(?:Staats(?:courant|blad)|Tractatenblad)\s\d"
)  # where a rule was published
QUOTED_BEHIND = re.compile(r"^\s\((?=[«“„‘'\"])")
CLOSED_BEHIND = re.compile(r"^,?\s?(?P<rest>[^()\n]{0,40})\)")


def closed_behind(text: str, quotation: Quotation) -> re.Match[str] | None:
    """The end of the bracket that holds a title and no more than its date, in the text behind it."""
    if text[quotation.start - 1 : quotation.start] != "(":
        return None
    return CLOSED_BEHIND.match(text[quotation.end : quotation.end + LOOK_AHEAD])


def bracketed_title(text: str, quotation: Quotation, written: date | None) -> Reference | None:
    """Such as "de Waterraad (“Sluizen in zicht”, mei 2013)": whose it is stands before the bracket, or is not said."""
    closed = closed_behind(text, quotation)
    found = next(days(closed["rest"], written), None) if closed else None
    if closed is None or found is None:
        return None
    first = max(0, quotation.start - LOOK_BACK)
    before = text[first : quotation.start - 1]
    owner = None if PERSON_BEFORE.search(before) else OWNER_BEFORE.search(before)
    start = first + owner.start("name") if owner else quotation.start
    name = publisher_name(owner["name"]) if owner else None
    day = moved_day(found, quotation.end + closed.start("rest"))
    return Reference(start, quotation.end + closed.end(), name, day, title_of(text[quotation.inner : quotation.stop]))


def with_title_behind(text: str, ref: Reference, written: date | None) -> Reference:
    """A source with the title in a bracket right behind it: "de column in de Avondpost (‘Pont vol’, 5 april)"."""
    opened = QUOTED_BEHIND.match(text[ref.end : ref.end + 3])
    quotation = quotation_at(text, ref.end + opened.end()) if opened and ref.title is None else None
    closed = CLOSED_BEHIND.match(text[quotation.end : quotation.end + LOOK_AHEAD]) if quotation else None
    if quotation is None or closed is None:
        return ref
    day = next((moved_day(d, quotation.end + closed.start("rest")) for d in days(closed["rest"], written)), None)
    title = title_of(text[quotation.inner : quotation.stop])
    return replace(ref, end=quotation.end + closed.end(), title=title, day=ref.day or day)


def in_bracket(start: int, inside: str, written: date | None) -> tuple[str | None, Day | None] | None:
    """Publisher and date of "(NRC, 2 april 2025)", "(11-10-2024)", "(NOS)"; None for any other bracket."""
    if SERIES.match(inside):
        return None
    last = [d for d in days(inside, written) if not inside[d.end :].strip()]
    if last:  # "(Avondpost 2 april 2025)", with a comma or without
        name = inside[: last[0].start].rstrip(" ,")
        return (
            None
            if name[:1].islower() and "." not in name and not ARTICLE.match(name)
            else (publisher_name(name), moved_day(last[0], start))
        )
    publisher, day, title = fields(inside, written)
    if ARTICLE.match(inside) and is_name(inside[3:]) and not day:
        return publisher_name(inside), None
    if day and not title:
        return publisher, moved_day(day, start)
    if day is None and title is None and publisher and inside[:1].isupper():
        return publisher, None
    return None
