"""Sources that a hyperlink leads to: the address of a source that is named there, or a source of its own.

    het rapport «Wonen op water»           linked: the rapport has the address
    het rapport «Wonen op water» (link)    the word behind it is linked: so too
    Zie deze pagina.                       linked: a page at that address

Links to official publications are papers; links to laws and rulings are legal references, which words name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kg.extract._citations.addresses import Address, host
from kg.extract._citations.dated import ON_DATE
from kg.extract._citations.days import Day, days, moved_day
from kg.extract._citations.items import Item
from kg.extract._citations.kinds import LAW_SITE, SourceType, kind_of_noun
from kg.extract._citations.names import publisher_name
from kg.extract._citations.quotations import quotations
from kg.extract._citations.references import Reference, reference
from kg.extract._citations.sameness import same_publisher
from kg.extract._citations.titles import MAKER_BEHIND, title_of
from kg.grammar.links import Link, is_official, links_in
from kg.records import Passage, Structure

POINTER = re.compile(r"(?:(?:deze|de|via)\s)?(?:link|hier|website|site|pagina|bron|online|url)", re.IGNORECASE)
LEADS = re.compile(r"[\s,.(\[]{0,3}(?:(?:zie|via|klik|lees|is|staat)\s){0,2}(?:de\s|deze\s)?", re.IGNORECASE)
NEAR = 24  # characters between a source and the word that is linked for it
NO_TITLE = re.compile(
    r"\b(?:hier|link|pagina|(?:web)?site|klik|lees|meer|zie|deze|dit|u|ik|wij|is|zijn|wordt|worden|heeft|hebben)\b",
    re.IGNORECASE,
)
SITE_OF = re.compile(
    r"(?:de\s)?(?:(?:web|internet)?(?:site|pagina)|nieuwsbericht|persbericht)\svan\s(?:(?:de|het)\s)?(?P<name>[A-Z][^.,;()\n]{1,60})"
)
TITLED = 3  # words of what may be a title by itself
DAY_NEAR = 40  # characters after a link in which its day stands


def with_links(items: list[Item], structure: Structure, written: date | None) -> list[Item]:
    """The mentions, with the addresses that their words lead to; then those that only a link makes one."""
    if not any(block.kind == "link" for block in structure.document.blocks):
        return items
    out = list(items)
    for passage, places, label in _passages(structure):
        here = [i for i, item in enumerate(out) if item.passage is passage]
        for link in links_in(structure, passage):
            if is_official(link.address):
                continue
            at = _meant(link, [out[i] for i in here], passage.text)
            if at is not None:
                item = out[here[at]]
                out[here[at]] = item if _printed_behind(item, [out[i] for i in here]) else _linked(item, link)
            elif new := _alone(link, passage, places, label, written):
                out.append(new)
    return out


def _passages(structure: Structure) -> Iterator[tuple[Passage, tuple[str, ...], str | None]]:
    """The passages in which sources are cited, with their places; notes with their labels."""
    seen: set[int] = set()
    heads = [p for p in (structure.heading, structure.answer_heading) if p]
    asked = [question.passage for question in structure.questions]
    for passage in (*heads, *asked, *(answer.passage for answer in structure.answers), *structure.remarks):
        origin = passage.runs[0].origin if passage.runs else -1
        if origin not in seen:  # "Vraag 2 en 3" with one text
            seen.add(origin)
            yield passage, (passage.place,), None
    for note in structure.notes:
        yield note.passage, note.places or ("footnote",), note.label


def _meant(link: Link, items: Sequence[Item], text: str) -> int | None:
    """The mention that a link is of: the one that shares most words with it, or the one right before "(link)"."""
    shared = [min(link.end, ref.end) - max(link.start, ref.start) for ref in (item.reference for item in items)]
    if shared and max(shared) > 0:
        return shared.index(max(shared))
    if not POINTER.fullmatch(text[link.start : link.end].strip()):
        return None
    before = [
        i
        for i, item in enumerate(items)
        if 0 <= link.start - item.reference.end <= NEAR
        and LEADS.fullmatch(text, item.reference.end, link.start)
        and not item.reference.address
    ]
    return before[-1] if before else None


def _printed_behind(item: Item, items: Sequence[Item]) -> bool:
    """Whether the address of a source is printed right behind it: "«Titel» (https://…)"."""
    end = item.reference.end
    return any(
        other.reference.address and other.reference.address.printed and 0 <= other.reference.start - end <= len(" (")
        for other in items
    )


def _linked(item: Item, link: Link) -> Item:
    """A mention with the address that it leads to; one that is printed stays, but for an end that was lost."""
    ref = item.reference
    known = ref.address
    if known and not (known.printed and link.address.startswith(known.url)):
        return item
    printed = known.printed if known else ""
    address = Address(max(ref.start, link.start), link.end, printed, link.address)
    ref = _by_site(replace(ref, end=max(ref.end, link.end), address=address))
    return replace(item, reference=ref)


def _by_site(ref: Reference) -> Reference:
    """A title without the maker behind it, where that is the site that it leads to: "Pont vaart niet - Veerkrant"."""
    bar = MAKER_BEHIND.search(ref.title or "")
    if not (bar and ref.address and ref.title and same_publisher(bar["name"], host(ref.address.url))):
        return ref
    return replace(ref, publisher=ref.publisher or bar["name"], title=ref.title[: bar.start()])


def _alone(
    link: Link, passage: Passage, places: tuple[str, ...], label: str | None, written: date | None
) -> Item | None:
    """The source of linked words that name none."""
    if LAW_SITE.search(host(link.address)):
        return None
    words = passage.text[link.start : link.end]
    ref = reference(passage.text, link.start, link.end, written)
    quoted = next(quotations(words), None)
    told = ref if ref and ref.publisher and (ref.day or quoted) else None
    day = told.day if told else _day_after(passage.text, link.end, written)
    title = told.title if told else title_of(words) if quoted or _is_title(words) else None
    end = max(link.end, day.end) if day else link.end
    address = Address(link.start, link.end, "", link.address)
    site = SITE_OF.fullmatch(words)
    publisher = told.publisher if told else publisher_name(site["name"]) if site else None
    return Item(Reference(link.start, end, publisher, day, title, address), passage, places, label, _kind(words))


def _is_title(words: str) -> bool:
    return len(words.split()) >= TITLED and words[0].isupper() and not NO_TITLE.search(words)


def _kind(words: str) -> SourceType | None:
    """The sort that a noun in the linked words names: "dit rapport"."""
    return next((kind for word in re.findall(r"\w+", words) if (kind := kind_of_noun(word))), None)


def _day_after(text: str, end: int, written: date | None) -> Day | None:
    """The day right behind a link: "NOS van 3 april"."""
    found = next(iter(days(text[end : end + DAY_NEAR], written)), None)
    return moved_day(found, end) if found and ON_DATE.match(text[end : end + found.start]) else None
