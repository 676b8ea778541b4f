"""Publisher and title of a reference without a date: "Krant. Titel", "Titel, Waterraad", "Titel | Nieuws | Waterraad"."""

from __future__ import annotations

import re

from kg.extract._citations.kinds import is_body
from kg.extract._citations.names import publisher_name
from kg.extract._citations.sameness import same_publisher
from kg.extract._citations.titles import LIKE_SOURCE, MAKER_BEHIND, OF_TITLES, is_name, maker_of, title_of, without_site


def undated(head: str, inner: list[tuple[int, int]]) -> tuple[str | None, str | None]:
    """Publisher and title where there is no date."""
    bars = " | " in head and bool(inner) and inner[0][0] > 0  # "Schout: ‘Titel’ | Binnenland | Krant"
    if inner and inner[0][0] < 80 and not bars:
        start, end = inner[0]
        before = head[:start].rstrip()
        alone = re.match(r"\s*(?:$|[,.;(|])", head[end:]) is not None
        named = before.endswith((",", ".", "|")) or (before.endswith(":") and len(before.split()) <= 3)
        if alone and (not before or named):
            after = publisher_name(head[end:].strip(" ,.(|)").split(" | ")[-1].split("(")[0]) if not before else None
            return publisher_name(before) or after, title_of(head[start:end])
    if shown := _of_browser(head):
        return shown
    for separator in (", ", ". ", ": "):
        publisher, found, rest = head.partition(separator)
        if found and separator != ": " and _is_maker(rest, publisher):
            return publisher_name(rest), title_of(publisher)
        short = len(publisher.split()) <= 5 or is_name(publisher)
        if (found and short and publisher[:1].isupper() and rest[:1].isupper()) or (found and rest[:1] in "«“‘"):
            return publisher_name(publisher), title_of(rest)
    return (publisher_name(head), None) if len(head.split()) <= 3 and head[:1].isupper() else (None, title_of(head))


def _of_browser(head: str) -> tuple[str | None, str | None] | None:
    """Publisher and title as the head of a page prints them: "Titel | Nieuws | Waterraad", "Titel - Krant (krant.nl)"."""
    title, site = without_site(head.rstrip(" ."))
    pieces = title.split(" | ")
    if len(pieces) > 1:
        first, comma, rest = pieces[0].partition(", ")
        if (
            comma
            and rest
            and is_name(first)
            and (same_publisher(first, pieces[-1]) or same_publisher(first.split()[-1], pieces[-1]))
        ):
            return publisher_name(first), title_of(rest)  # "Gemeente Veerdam, Vaarvisie | Veerdam.nl"
        return publisher_name(_of_page(pieces[-1], site)), title_of(pieces[0])
    behind = MAKER_BEHIND.search(title)
    if site:
        maker = _of_page(behind["name"], site) if behind else maker_of(title, site)
        return publisher_name(maker), title_of(title[: behind.start()] if behind and maker != site else title)
    if behind and (LIKE_SOURCE.fullmatch(behind["name"]) or is_body(behind["name"])):
        return publisher_name(behind["name"]), title_of(title[: behind.start()])
    return None


def _of_page(name: str, site: str | None) -> str:
    """Who made a page whose title ends with `name`, before its site in brackets: no "Binnenland" (streekblad.nl)."""
    return name if not site or same_publisher(name, site) or is_body(name) else site


def _is_maker(last: str, title: str) -> bool:
    """Whether what stands last made what stands first: "Ponten in zicht, Waterraad", but no "Raad voor het water, Ponten"."""
    if not is_name(last) or OF_TITLES.search(last) or is_body(title):
        return False
    return OF_TITLES.search(title) is not None or (
        not is_name(title) and (is_body(last) or LIKE_SOURCE.fullmatch(last) is not None)
    )
