"""Bringing the mentions of one source together: the note, the text that carries its mark, the heading, repeats."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract._citations.addresses import day_in, host, slug
from kg.extract._citations.fitting import bare, fits, may_be, own_site, same_maker, same_sort
from kg.extract._citations.in_turn import CLOSE, by_row
from kg.extract._citations.items import Group, Item
from kg.extract._citations.kinds import OUTLET
from kg.extract._citations.sameness import REPEATED, address_key, alike, begins_with, letters, same_day, same_publisher

SENTENCE_END = re.compile(r"[.?!](?=\s+[A-Z«“‘]|\s*$)")
THE_LETTER = re.compile(
    r"\b(?:[Dd]e|[Dd]ie|[Dd]eze)\s(?:(?:open|genoemde|bedoelde|bewuste|betreffende|bezorgde|gezamenlijke)\s)?$"
)
QUOTED = re.compile(r"[«“„]")


def grouped(items: Iterable[Item]) -> list[Group]:
    """One group for each source; notes are asked first, then titles in the text, then the rest."""
    groups: list[Group] = []
    ordered = sorted(items, key=_order)
    for item in ordered:
        found = _find(item, groups)
        if found:
            found.add(item)
        else:
            groups.append(Group(item))
    return groups


def _order(item: Item) -> int:
    """Notes, titles that carry a mark (their note is the source of the same title in the heading), titles, the rest."""
    if item.label:
        return 0
    if item.titled:
        return 1 if _marks(item, CLOSE) else 2
    return 3 if item.reference.address else 4


def _find(item: Item, groups: list[Group]) -> Group | None:
    ref = item.reference
    if ref.address:
        key = address_key(ref.address.url)
        same = next((g for g in groups if any(address_key(url) == key for url in g.urls)), None)
        if same is None and not ref.address.printed and (ref.title or ref.publisher):
            return _by_words(item, groups)
        if same or item.label:
            return same
        site = host(ref.address.url) if item.kind == "web" and ref.address.printed else None
        return _before(item, groups) or next(
            (g for g in groups if site and any(same_publisher(site, p) for p in g.publishers)), None
        )
    if ref.title:
        return _by_title(item, groups) or (
            None
            if item.label
            else by_row(item, groups)
            or _by_mark(item, groups, CLOSE)
            or _by_maker(item, groups)
            or _letter_noted(item, groups)
            or _by_noun(item, groups)
            or _by_end(item, groups)
        )
    if item.label:
        return next((g for g in groups if _same_untitled(item, g) and not g.titles), None)
    return (
        _by_mark(item, groups, None)
        or next((g for g in groups if _stated(item, g)), None)
        or next((g for g in groups if _same_untitled(item, g)), None)
        or next(
            (
                g
                for g in groups
                if any(again(item, g) for again in (_meant_again, _answering, _replied, _shortened, _in_bracket))
            ),
            None,
        )
    )


def _by_words(item: Item, groups: list[Group]) -> Group | None:
    """The source that words name which lead to an address: of one title, or of no other address."""
    if item.titled:
        return _by_title(item, groups) or (None if item.label else _by_mark(item, groups, CLOSE))
    if item.label:
        return None
    found = _by_mark(item, groups, None) or next((g for g in groups if _same_untitled(item, g)), None)
    if found is None or found.urls:
        return None
    again = not found.titles or any(other.noun == item.noun for other in found.items if item.noun)
    return found if again else None


def _by_title(item: Item, groups: list[Group]) -> Group | None:
    ref = item.reference
    day = ref.day.value if ref.day else None
    for group in groups:
        named = any(alike(ref.title, title) for title in group.titles)
        same = named and (item.label is None or all(same_day(day, other) for other in group.days))
        small = (ref.title or "").lower()
        same = same or any(other.noun.lower() == small for other in group.items)  # "de brandbrief"
        if item.kind == "letter" and ref.title == small and " " not in small:  # "Brandbrief over ponten"
            same = same or any(title.lower().startswith(f"{small} ") for title in group.titles)
        if same or (not named and (any(_repeats(item, other) for other in group.items) or _in_address(item, group))):
            return group
    return None


def _in_address(item: Item, group: Group) -> bool:
    """Whether the address of a source without a title has the words of a title in the text."""
    return not item.label and not group.titles and any(alike(item.reference.title, slug(url)) for url in group.urls)


def _repeats(item: Item, other: Item) -> bool:
    """Whether an answer means the title that its question gave with the same noun, in nearly the same words."""
    here, there = item.passage.place.partition(" "), other.passage.place.partition(" ")
    answering = here[0] == "answer" and there[0] == "question" and here[2] == there[2]
    title, given = item.reference.title or "", other.reference.title or ""
    first = title.split()[:1] == given.split()[:1]
    return answering and first and item.noun == other.noun != "" and alike(title, given, REPEATED)


def _before(item: Item, groups: list[Group]) -> Group | None:
    """The title that an address in the text follows: "het bericht «Titel» (https://…)"."""
    start = item.reference.start
    for group in groups:
        for other in group.items:
            ref = other.reference  # "«Titel» op de site www.veer.nl" holds its address
            near = other.passage is item.passage and ref.start < start <= ref.end + 3
            if near and not group.urls:
                return group
    return None


def _by_mark(item: Item, groups: list[Group], within: int | None) -> Group | None:
    """The note whose mark follows: right after a title, or at the end of the sentence of an untitled mention."""
    labels, touching = _marks(item, within), _marks(item, 1)
    noted = [
        group
        for label in labels
        for group in groups
        if label in group.labels and may_be(item, group, touching=label in touching)
    ]
    return next((group for group in noted if same_maker(item.reference, group)), next(iter(noted), None))


def _by_maker(item: Item, groups: list[Group]) -> Group | None:
    """The note at the end of a sentence for a title in it, where that has no other title and is of the same maker."""
    labels = _marks(item, None) if item.reference.publisher else []
    noted = (group for label in labels for group in groups if label in group.labels)
    short = item.reference.title
    fitting = (g for g in noted if not g.titles or any(begins_with(title, short) for title in g.titles))
    return next((group for group in fitting if same_maker(item.reference, group)), None)


def _by_end(item: Item, groups: list[Group]) -> Group | None:
    """The note at the end of a sentence for the only title in it: "het advies «Titel», dat […].2", where that has no title.

    An article's note is of an outlet, a report's is not.
    """
    labels = _marks(item, None)[:1]
    if item.reference.publisher or not labels or item.kind is None:
        return None
    at = next(mark.at for mark in item.passage.marks if mark.label == labels[0] and mark.at >= item.reference.end - 1)
    if QUOTED.search(item.passage.text, item.reference.end, at):
        return None
    noted = (group for group in groups if labels[0] in group.labels and len(group.items) == 1 and not group.titles)
    return next((group for group in noted if fits(item, group)), None)


def _by_noun(item: Item, groups: list[Group]) -> Group | None:
    """The note of "het inspectierapport van februari 2010": of what is called by its noun alone, of the same date."""
    ref = item.reference
    if ref.day is None or (ref.title or "").lower() != item.noun.lower():
        return None
    group = _by_mark(item, groups, None)
    return group if group and ref.day.value in group.days else None


def _letter_noted(item: Item, groups: list[Group]) -> Group | None:
    """The note of "de brandbrief van schippers": one of a sender and a day only, which is no outlet."""
    title = item.reference.title or ""
    if item.kind != "letter" or not title.islower() or " " in title:
        return None
    group = _by_mark(item, groups, None)
    plain = group and not group.titles and not group.urls and not any(OUTLET.fullmatch(p) for p in group.publishers)
    return group if plain or (group and bare(group) and own_site(item, group)) else None


def _answering(item: Item, group: Group) -> bool:
    """Whether an answer names the sender of what its question cites in a note."""
    number = item.passage.place.removeprefix("answer ")
    asked = any(other.label and f"question {number}" in other.places for other in group.items)
    return item.kind == "letter" and item.reference.day is None and asked and same_maker(item.reference, group)


def _shortened(item: Item, group: Group) -> bool:
    """Whether an answer calls what its question cites by the first words of its maker: "het onderzoek van de WBA" of "WBA Oost"."""
    name, number = item.reference.publisher or "", item.passage.place.removeprefix("answer ")
    asked = any(other.noun == item.noun and f"question {number}" in other.places for other in group.items if item.noun)
    return asked and bool(name) and any(p.startswith(f"{name} ") for p in group.publishers)


def _in_bracket(item: Item, group: Group) -> bool:
    """Whether a bracket behind what somebody found holds its title: "de conclusie van de WBA dat […] («Titel», april 2014)"."""
    there, ref = group.items[0], item.reference
    if group.publishers or not there.titled or there.passage is not item.passage or item.kind != "report":
        return False
    text, start = there.passage.text, there.reference.start
    return text[max(0, start - 1) : start] == "(" and ref.end < start < _sentence_end(text, ref.end)


def _replied(item: Item, group: Group) -> bool:
    """Whether an answer speaks of the letter that its question told of by its sender: "De brief van 17 mei is beantwoord"."""
    ref, number = item.reference, item.passage.place.removeprefix("answer ")
    if (
        item.kind != "letter"
        or ref.publisher
        or not THE_LETTER.search(item.passage.text[max(0, ref.start - 20) : ref.start])
    ):
        return False
    asked = any(
        other.kind == "letter" and other.reference.publisher and f"question {number}" in other.places
        for other in group.items
    )
    return asked and ref.day is not None and all(same_day(ref.day.value, day) for day in group.days)


def _marks(item: Item, within: int | None) -> list[str]:
    """The labels of the marks after a mention: within some characters, or to the end of its sentence."""
    end = item.reference.end
    stop = end + within if within is not None else _sentence_end(item.passage.text, end)
    return [mark.label for mark in item.passage.marks if end - 1 <= mark.at <= stop]


def _stated(item: Item, group: Group) -> bool:
    """Whether an address states the day and the noun of a letter or a speech: "/2024/02/16/toespraak-minister"."""
    day, noun = item.reference.day, item.noun.lower().removeprefix("kamer")
    return (
        item.kind in ("letter", "speech")
        and len(noun) >= len("brief")
        and day is not None
        and any(noun in url.lower() and day_in(url) == day.value for url in group.urls)
    )


def _meant_again(item: Item, group: Group) -> bool:
    """Whether "het advies van het Hof" is "het advies «Titel» van het Gerechtshof": one noun, a short name."""
    near = item.noun or any(other.passage is item.passage for other in group.items)
    if item.kind == "news" and near and any(other.kind == "news" for other in group.items) and not group.publishers:
        return True  # "het artikel in de Avondpost" after "het bericht «Titel»"
    if any(title.lower() == item.noun.lower() for title in group.titles):
        return True  # "de brandbrief van de Waterbond" and "deze brandbrief"
    nouns = {other.noun for other in group.items if other.titled and other.noun}
    name = item.reference.publisher or ""
    short = (name.isupper() and item.kind != "news") or any(letters(name) in letters(p) for p in group.publishers)
    return bool(name) and item.noun in nouns and short


def _sentence_end(text: str, start: int) -> int:
    found = SENTENCE_END.search(text, start, start + 400)
    return found.end() + 1 if found else min(len(text), start + 400)


def _same_untitled(item: Item, group: Group) -> bool:
    """Whether a mention without a title fits a source: by its publisher, else by its whole date and sort."""
    ref = item.reference
    day = ref.day.value if ref.day else None
    if not all(same_day(day, other) for other in group.days):
        return False
    if not same_sort(item, group):
        return False
    if ref.publisher:
        return same_maker(ref, group)
    return day is not None and day in group.days and any(other.kind == item.kind for other in group.items)
