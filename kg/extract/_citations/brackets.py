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
from kg.extract._citations.references import Reference, reference
from kg.extract._citations.titles import is_name, title_of
from kg.extract._citations.works import FOUND_BY

LOOK_BACK = 120  # characters before a bracket in which it is said whose its title is
FAR_BACK = 240  # the same in its whole sentence
LOOK_AHEAD = 100  # characters behind a title in which its bracket closes
ARTICLE = re.compile(r"^(?:de|het)\s[A-Z]")
PERSON_BEFORE = re.compile(
    r"\b(?:prof|dr|mr|ir|drs|mevrouw|mevr|mw|heer|lid)\.?\s(?:[A-Z]\.\s?){0,4}(?:[a-z]{2,4}\s){0,2}[A-Z][\w-]{1,30}\s?$"
)
OWNER_BEFORE = re.compile(rf"(?:^|[\s(])(?P<name>{NAME})(?:-\w{{1,30}})?\s?$")
SERIES = re.compile(
    r"(?:Stcrt|Stb|Trb|Pb\s?(?:EU|EG)?)\b|(?:Staats(?:courant|blad)|Tractatenblad)\s\d"
)  # where a rule was published
QUOTED_BEHIND = re.compile(r"^\s\((?=[«“„‘'\"])")
TITLED_BEHIND = re.compile(
    r"^(?:\s(?:over|naar)\s[^.?!;:()«“\n,\d]{2,80})?,?\s(?:getiteld|genaamd|met\s(?:de|als)\s(?:titel|kop)|onder\sde\s(?:titel|kop)):?\s(?=[«“„‘'\"])"
)
LINKED = re.compile(r"^[?.,\s]{0,3}\((?P<inside>[^()\n]{4,160}?(?:https?://|www\.)[^()\s]{4,280})\)")
LINK_AHEAD = 460  # characters
OPENED_BEFORE = re.compile(r"\((?P<inside>(?:[^()\n«“]{2,60}[,:]\s)?)$")
CLOSED_BEHIND = re.compile(r"^,?\s?(?P<rest>[^()\n]{0,90})\)")


def bracket_round(text: str, quotation: Quotation) -> tuple[int, int] | None:
    """Where the inside of the bracket begins and ends that holds a title with its date or its maker, or both."""
    opened = OPENED_BEFORE.search(text[max(0, quotation.start - LOOK_BACK) : quotation.start])
    closed = CLOSED_BEHIND.match(text[quotation.end : quotation.end + LOOK_AHEAD]) if opened else None
    if opened is None or closed is None:
        return None
    return quotation.start - len(opened["inside"]), quotation.end + closed.end() - 1


def _noted(text: str, quotation: Quotation, written: date | None) -> Reference | None:
    """The bracket round a title as a note is read: "(Avondpost, ‘Pont vol’, 5 april)"; None where neither date nor address is in it."""
    inside = bracket_round(text, quotation)
    ref = reference(text, *inside, written) if inside else None
    if inside is None or ref is None or not (ref.day or ref.address):
        return None
    title = title_of(text[quotation.inner : quotation.stop])
    return replace(ref, start=quotation.start, end=inside[1] + 1, title=title)


def bracketed_title(text: str, quotation: Quotation, written: date | None) -> Reference | None:
    """Such as "de Waterraad (“Sluizen in zicht”, mei 2013)": whose it is stands before the bracket, in it, or is not said."""
    inside, ref = bracket_round(text, quotation), _noted(text, quotation, written)
    if inside is None or ref is None or ref.publisher:
        return ref
    first = max(0, inside[0] - LOOK_BACK)
    before = text[first : inside[0] - 1]
    owner = None if PERSON_BEFORE.search(before) else OWNER_BEFORE.search(before)
    if owner:
        return replace(ref, start=first + owner.start("name"), publisher=publisher_name(owner["name"]))
    found = FOUND_BY.search(text[max(0, inside[0] - FAR_BACK) : inside[0] - 1])
    return replace(ref, publisher=publisher_name(found["name"] or found["after"])) if found else ref


def with_title_behind(text: str, ref: Reference, written: date | None) -> Reference:
    """A source with the title right behind it: "de column in de Avondpost (‘Pont vol’, 5 april)", ", getiteld «Pont vol»"."""
    if ref.title is None and (told := TITLED_BEHIND.match(text[ref.end : ref.end + 130])):
        quotation = quotation_at(text, ref.end + told.end())
        title = title_of(text[quotation.inner : quotation.stop]) if quotation else None
        return replace(ref, end=quotation.end, title=title) if quotation else ref
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


def linked_bracket(text: str, end: int, written: date | None) -> Reference | None:
    """What a bracket with an address behind a title that ends at `end` says, as a note is read: "(NOS, 3 mei, https://…)"."""
    bracket = LINKED.match(text[end : end + LINK_AHEAD])
    told = reference(text, end + bracket.start("inside"), end + bracket.end("inside"), written) if bracket else None
    return replace(told, start=end, end=end + bracket.end()) if bracket and told and told.address else None
