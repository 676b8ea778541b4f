"""Whether a mention may be the source of a note or of another mention, by its sort, its maker and its day."""

from __future__ import annotations

import re

from kg.extract._citations.addresses import host
from kg.extract._citations.items import Group, Item
from kg.extract._citations.kinds import OUTLET, kind_of
from kg.extract._citations.references import Reference
from kg.extract._citations.sameness import letters, same_day, same_publisher

DOCUMENTS = (
    "enquête",
    "peiling",
    "jaarverslag",
    "jaarbericht",
    "advies",
    "evaluatie",
)  # never what an article is called
BY_WRITER = re.compile(r"column|opinie\w{3,10}|essay|commentaar|blog\w{0,7}", re.IGNORECASE)  # named by who wrote them
LETTER_TITLE = re.compile(r"(?:open\s|bezorgde\s)?\w{0,12}brief\b", re.IGNORECASE)
LETTER_PATH = re.compile(r"(?:brief|brieven|letter|manifest|petitie)(?![a-z])", re.IGNORECASE)
SOCIAL = re.compile(r"(?:twitter|x|linkedin|facebook|instagram|tiktok|youtube|threads|bsky)\.")


def fits(item: Item, group: Group) -> bool:
    """Whether a note without a title is of the sort of a title, and of no other day."""
    day = item.reference.day
    if day and not all(same_day(day.value, other) for other in group.days):
        return False
    if group.urls:
        return bare(group) and item.kind in ("report", "letter", "web") and own_site(item, group)
    if item.kind in ("news", "broadcast"):
        return any(kind_of(name, None, None, day) == "news" for name in group.publishers for day in group.days)
    return bool(group.days) and not any(OUTLET.match(name) for name in group.publishers)


def bare(group: Group) -> bool:
    """Whether a note holds only an address, and nothing else was found to be that."""
    only = group.items[0].reference
    return len(group.items) == 1 and bool(only.address) and not (only.publisher or only.title or only.day)


def own_site(item: Item, group: Group) -> bool:
    """Whether an address may be of a letter or a report: its path says that it is one, or its site is of no outlet."""
    url = next(iter(group.urls), "")
    if SOCIAL.match(host(url)):
        return False
    if item.kind == "letter" and LETTER_PATH.search(url):
        return True
    return kind_of(None, None, url, None) != "news" and not OUTLET.match(host(url).partition(".")[0].upper())


def same_maker(ref: Reference, group: Group) -> bool:
    """Whether a source is by who made a report, or by who had it made."""
    names = [name for name in (ref.publisher, ref.client) if name]
    return any(same_publisher(name, p) for name in names for p in group.publishers)


def may_be(item: Item, group: Group, *, touching: bool) -> bool:
    """Whether a note after a mention is its own: not where another title has it, nor for another sort of source.

    Of two days that differ one is a slip where the mark is `touching` the mention and both name the same maker.
    """
    day, days = item.reference.day, group.days
    if (
        not item.titled
        and not (touching and same_maker(item.reference, group))
        and item.reference.publisher
        and day
        and days
        and not any(same_day(day.value, other) for other in days)
    ):
        return False
    if item.kind in ("news", "broadcast") and not item.titled and _of_another(item.reference, item.noun, group):
        return False
    claimed = any(other.label is None and other.titled for other in group.items)
    named = item.reference.publisher and not same_maker(item.reference, group)
    return (
        not claimed if item.titled else (same_sort(item, group) or _its_letter(item, group)) and not (claimed and named)
    )


def _its_letter(item: Item, group: Group) -> bool:
    """Whether the note after a letter is of its sender, who is no outlet: "Bond, «Titel», bond.nl/brandbrief"."""
    return (
        item.kind == "letter"
        and same_maker(item.reference, group)
        and all(other.kind is None for other in group.items)
        and not any(OUTLET.fullmatch(p) for p in group.publishers)
    )


def _of_another(ref: Reference, noun: str, group: Group) -> bool:
    """Whether an outlet is named and a note names another; short names may be of one that is spelt out."""
    name = ref.publisher or ""
    if BY_WRITER.fullmatch(noun) and not OUTLET.match(name):
        return False  # "de column van Jan de Veer": who wrote it is not where it stood
    if any(same_publisher(name, title) for title in group.titles):
        return False  # a programme: "Radio 1, De Ochtend"
    if any(letters(name) in map(letters, url.split("/")[3:]) for url in group.urls):
        return False  # a programme of a broadcaster's site: "nos.nl/nieuwsuur/…"
    return len(name) > len("NHNN") and bool(group.publishers) and not same_maker(ref, group)


def same_sort(item: Item, group: Group) -> bool:
    """A letter, a speech or a broadcast is no article or report."""
    if item.noun in DOCUMENTS and any(other.kind == "news" for other in group.items):
        return any(letters(item.noun) in letters(title) for title in group.titles)
    if item.kind == "news" and not item.noun:  # an outlet by its name alone: "volgens Veerjournaal"
        return all(other.kind not in ("letter", "speech") for other in group.items)
    if item.kind not in ("letter", "speech", "broadcast"):
        return all(other.kind not in ("letter", "speech", "broadcast") for other in group.items)
    noted = all(other.kind is None for other in group.items)
    if item.kind == "letter":  # "Waterbond, Brandbrief over ponten"
        titled = any(LETTER_TITLE.match(title) for title in group.titles) or _noted_letter(group)
        addressed = bare(group) and own_site(item, group)
        noted = noted and (titled or addressed or _of_that_day(item, group) or _named_in_note(item, group))
    return any(other.kind == item.kind for other in group.items) or noted


def _named_in_note(item: Item, group: Group) -> bool:
    """Whether people without a name wrote what a note gives by the name of their body and its day only."""
    name = item.reference.publisher or ""
    outlet = any(OUTLET.match(p) for p in group.publishers)
    return name.islower() and bool(group.days and group.publishers) and not (outlet or group.titles or group.urls)


def _noted_letter(group: Group) -> bool:
    """Whether a note says that it is a letter: "Brief van de Waterbond, 2 juli 2021"."""
    notes = ((other.passage.text, other.reference.start) for other in group.items if other.label)
    return any(LETTER_TITLE.match(text, start) for text, start in notes)


def _of_that_day(item: Item, group: Group) -> bool:
    """Whether a note is of the day and the sender of a letter: "Bond, «Titel», 2 juli 2021" for "de brief van de Bond van 2 juli"."""
    day = item.reference.day
    return day is not None and day.value is not None and day.value in group.days and same_maker(item.reference, group)
