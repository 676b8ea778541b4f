"""What one reference says: "NOS, 20 november 2025, Titel, https://…" in the orders that occur.

Publisher, date, Title (address)        Title (Publisher, date)         Publisher (2023). Title.
Publisher, 'Title', date, address       Title | Section | Publisher     Title (publisher.nl)
date, Publisher, Title                  Publisher. Title. Te raadplegen via address
address alone                           address, Publisher, date
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kg.extract._citations.addresses import Address, addresses, host
from kg.extract._citations.bodies import NAME, OUTLET
from kg.extract._citations.broadcasters import programme
from kg.extract._citations.days import Day, days
from kg.extract._citations.names import SEPARATORS, publisher_name
from kg.extract._citations.orders import LEAD_IN, PERSON_NAME, fields, is_field
from kg.extract._citations.quotations import quotations
from kg.extract._citations.sameness import same_publisher
from kg.extract._citations.titles import MAKER_BEHIND, title_of
from kg.extract._citations.trimmed import trimmed, trimmed_end

TO_ADDRESS = re.compile(
    r"""\b(?:(?:(?:online\s)?te\s(?:raadplegen|vinden|lezen|downloaden)\s|(?:beschikbaar|geraadpleegd|raadpleegbaar|gepubliceerd|in\ste\szien|terug\ste\s(?:zien|kijken|luisteren|lezen|vinden)|te\sbeluisteren)\s)?(?:via|op|at|zie)|link|url|bron)$""",
    re.VERBOSE | re.IGNORECASE,
)
ON_SITE = re.compile(r"\s(?:op|via)\s{0,2}$")
BEHIND_ADDRESS = re.compile(rf"^[)\]\s.,;]{{1,4}}(?P<name>(?>{NAME}))(?:,\s|\s\(?|\s?$)(?=\d|$)")
WRITTEN_IN = re.compile(rf"{PERSON_NAME}\sin\s(?P<name>(?:(?:de|het)\s)?{OUTLET})")
TAIL = 80  # characters after an address in which its date may stand


@dataclass(frozen=True, slots=True)
class Reference:
    """A source as `text[start:end]` of a passage gives it; what is not printed is None."""

    start: int
    end: int
    publisher: str | None = None
    day: Day | None = None
    title: str | None = None
    address: Address | None = None
    client: str | None = None  # who had it made: "in opdracht van de Waterbond"


def reference(text: str, start: int, end: int, written: date | None) -> Reference | None:
    """What `text[start:end]` says of one source; None where it is none.  `written` is the date of the document."""
    part = text[start:end]
    found = next(addresses(part), None)
    head = part[: found.start] if found else part
    head = trimmed_end(head, TO_ADDRESS, SEPARATORS + ".([<") if found else head
    head = head[1:-1] if head[:1] + head[-1:] == "[]" else head  # "[Titel (krant.nl)](https://…)"
    if found and not re.search(r"\w", LEAD_IN.sub("", head)):
        head = part[found.end :].lstrip(" )].,;:")
    publisher, day, title = fields(trimmed(head), written)
    tail = trimmed(part[found.end :]) if found else ""
    if found and title is None and (said := next(quotations(tail), None)):
        title = title_of(tail[said.start : said.end])
    if found and day is None:
        day = next((d for d in days(tail[:TAIL], written) if is_field(tail, d)), None)
    if found and title is None and publisher and ON_SITE.search(part[: found.start]):
        publisher, title = None, publisher  # "Titel op https://…"
    if found and publisher is None and (behind := BEHIND_ADDRESS.match(tail)):
        publisher = publisher_name(behind["name"])  # "«Titel» (https://…), Krant, 3 mei"
    if found:
        publisher, title = _by_site(publisher, title, host(found.url))
    if day:  # its place in `text`, not in what was cut out
        at = start + part.index(day.printed)
        day = day._replace(start=at, end=at + len(day.printed))
    publisher, title = programme(publisher, title, quoted=next(quotations(head), None) is not None)
    if publisher and title and publisher in title:
        title = re.sub(rf"\s[–|-]\s{re.escape(publisher)}$", "", title)
    address = Address(start + found.start, start + found.end, found.printed, found.url) if found else None
    if not (address or publisher or title):
        return None
    return Reference(start, end, _outlet(publisher), day, title, address)


def _outlet(publisher: str | None) -> str | None:
    """The outlet alone of "Jan de Veer in NRC"."""
    written = WRITTEN_IN.fullmatch(publisher or "")
    return written["name"] if written else publisher


def _by_site(publisher: str | None, title: str | None, site: str) -> tuple[str | None, str | None]:
    """Publisher and title, where the site of the address tells which is which: "Titel, Krant", "Krant, Auteur"."""
    bar = MAKER_BEHIND.search(title or "")
    if bar and (publisher is None or same_publisher(publisher, bar["name"])) and same_publisher(bar["name"], site):
        return bar["name"], (title or "")[: bar.start()]
    first = (publisher or "").split(", ")[0]
    if publisher and same_publisher(first, site):
        return first, title
    if not publisher or same_publisher(publisher, site):
        return publisher, title
    return (title, publisher) if title and same_publisher(title, site) else (publisher, title)
