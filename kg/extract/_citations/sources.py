"""Bringing the mentions of one source together: the note, the text that carries its mark, the heading, repeats."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract._citations.addresses import day_in, host, slug
from kg.extract._citations.kinds import OUTLET, SourceType, kind_of
from kg.extract._citations.references import Reference
from kg.extract._citations.sameness import REPEATED, address_key, alike, begins_with, letters, same_day, same_publisher
from kg.records import Passage

SENTENCE_END = re.compile(r"[.?!](?=\s+[A-Z«“‘]|\s*$)")
DOCUMENTS = (
    "enquête",
    "peiling",
    "jaarverslag",
    "jaarbericht",
    "advies",
    "evaluatie",
)  # never what an article is called
LETTER_TITLE = re.compile(r"(?:open\s|bezorgde\s)?\w{0,12}brief\b", re.IGNORECASE)
THE_LETTER = re.compile(
    r"\b(?:[Dd]e|[Dd]ie|[Dd]eze)\s(?:(?:open|genoemde|bedoelde|bewuste|betreffende|bezorgde|gezamenlijke)\s)?$"
)
LETTER_PATH = re.compile(r"(?:brief|brieven|letter|manifest|petitie)(?![a-z])", re.IGNORECASE)
SOCIAL = re.compile(r"(?:twitter|x|linkedin|facebook|instagram|tiktok|youtube|threads|bsky)\.")
QUOTED = re.compile(r"[«“„]")
CLOSE = 4  # characters between a title and its mark: "»?", "” "


@dataclass(frozen=True, slots=True)
class Item:
    """One mention: what it says, where it stands, the label of its note (if it is one) and the sort its noun names."""

    reference: Reference
    passage: Passage
    places: tuple[str, ...]
    label: str | None = None
    kind: SourceType | None = None
    noun: str = ""

    @property
    def titled(self) -> bool:
        """Whether a title is printed."""
        return self.reference.title is not None


class Group:
    """The mentions of one source, the one that tells most first; and what they tell, each thing once.

    `publishers` are those printed and the sites of the addresses; `labels` the notes that it stands in.
    """

    __slots__ = ("days", "items", "labels", "publishers", "titles", "urls")

    def __init__(self, item: Item) -> None:
        self.items: list[Item] = []
        self.urls: dict[str, None] = {}
        self.titles: dict[str, None] = {}
        self.publishers: dict[str, None] = {}
        self.days: dict[str, None] = {}
        self.labels: dict[str, None] = {}
        self.add(item)

    def add(self, item: Item) -> None:
        """One more mention of the source."""
        self.items.append(item)
        ref = item.reference
        site = host(ref.address.url) if ref.address else None
        for kept, value in (
            (self.urls, ref.address.url if ref.address else None),
            (self.titles, ref.title),
            (self.publishers, ref.publisher),
            (self.publishers, site),
            (self.days, ref.day.value if ref.day else None),
            (self.labels, item.label),
        ):
            if value:
                kept[value] = None


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
            else _by_mark(item, groups, CLOSE)
            or _by_maker(item, groups)
            or _letter_noted(item, groups)
            or _by_end(item, groups)
        )
    if item.label:
        return next((g for g in groups if _same_untitled(item, g) and not g.titles), None)
    return (
        _by_mark(item, groups, None)
        or next((g for g in groups if _stated(item, g)), None)
        or next((g for g in groups if _same_untitled(item, g)), None)
        or next((g for g in groups if _meant_again(item, g) or _answering(item, g) or _replied(item, g)), None)
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
            near = other.passage is item.passage and 0 <= start - other.reference.end <= 3
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
        if label in group.labels and _may_be(item, group, touching=label in touching)
    ]
    return next((group for group in noted if _same_maker(item.reference, group)), next(iter(noted), None))


def _by_maker(item: Item, groups: list[Group]) -> Group | None:
    """The note at the end of a sentence for a title in it, where that has no other title and is of the same maker."""
    labels = _marks(item, None) if item.reference.publisher else []
    noted = (group for label in labels for group in groups if label in group.labels)
    short = item.reference.title
    fitting = (g for g in noted if not g.titles or any(begins_with(title, short) for title in g.titles))
    return next((group for group in fitting if _same_maker(item.reference, group)), None)


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
    return next((group for group in noted if _fits(item, group)), None)


def _fits(item: Item, group: Group) -> bool:
    """Whether a note without a title is of the sort of a title, and of no other day."""
    day = item.reference.day
    if day and not all(same_day(day.value, other) for other in group.days):
        return False
    if group.urls:
        return _bare(group) and item.kind in ("report", "letter", "web") and _own_site(item, group)
    news = any(OUTLET.match(name) for name in group.publishers)
    return bool(group.days) and (news if item.kind in ("news", "broadcast") else not news)


def _bare(group: Group) -> bool:
    """Whether a note holds only an address, and nothing else was found to be that."""
    only = group.items[0].reference
    return len(group.items) == 1 and bool(only.address) and not (only.publisher or only.title or only.day)


def _own_site(item: Item, group: Group) -> bool:
    """Whether an address may be of a letter or a report: its path says that it is one, or its site is of no outlet."""
    url = next(iter(group.urls), "")
    if SOCIAL.match(host(url)):
        return False
    if item.kind == "letter" and LETTER_PATH.search(url):
        return True
    return kind_of(None, None, url, None) != "news" and not OUTLET.match(host(url).partition(".")[0].upper())


def _letter_noted(item: Item, groups: list[Group]) -> Group | None:
    """The note of "de brandbrief van schippers": one of a sender and a day only, which is no outlet."""
    title = item.reference.title or ""
    if item.kind != "letter" or not title.islower() or " " in title:
        return None
    group = _by_mark(item, groups, None)
    plain = group and not group.titles and not group.urls and not any(OUTLET.fullmatch(p) for p in group.publishers)
    return group if plain or (group and _bare(group) and _own_site(item, group)) else None


def _answering(item: Item, group: Group) -> bool:
    """Whether an answer names the sender of what its question cites in a note."""
    number = item.passage.place.removeprefix("answer ")
    asked = any(other.label and f"question {number}" in other.places for other in group.items)
    return item.kind == "letter" and item.reference.day is None and asked and _same_maker(item.reference, group)


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


def _same_maker(ref: Reference, group: Group) -> bool:
    """Whether a source is by who made a report, or by who had it made."""
    names = [name for name in (ref.publisher, ref.client) if name]
    return any(same_publisher(name, p) for name in names for p in group.publishers)


def _may_be(item: Item, group: Group, *, touching: bool) -> bool:
    """Whether a note after a mention is its own: not where another title has it, nor for another sort of source.

    Of two days that differ one is a slip where the mark is `touching` the mention and both name the same maker.
    """
    day, days = item.reference.day, group.days
    if (
        not item.titled
        and not (touching and _same_maker(item.reference, group))
        and item.reference.publisher
        and day
        and days
        and not any(same_day(day.value, other) for other in days)
    ):
        return False
    if item.kind in ("news", "broadcast") and not item.titled and _of_another(item.reference, group):
        return False
    claimed = any(other.label is None and other.titled for other in group.items)
    named = item.reference.publisher and not _same_maker(item.reference, group)
    return (
        not claimed
        if item.titled
        else (_same_sort(item, group) or _its_letter(item, group)) and not (claimed and named)
    )


def _its_letter(item: Item, group: Group) -> bool:
    """Whether the note after a letter is of its sender, who is no outlet: "Bond, «Titel», bond.nl/brandbrief"."""
    return (
        item.kind == "letter"
        and _same_maker(item.reference, group)
        and all(other.kind is None for other in group.items)
        and not any(OUTLET.fullmatch(p) for p in group.publishers)
    )


def _of_another(ref: Reference, group: Group) -> bool:
    """Whether an outlet is named and a note names another; short names may be of one that is spelt out."""
    name = ref.publisher or ""
    if any(same_publisher(name, title) for title in group.titles):
        return False  # a programme: "Radio 1, De Ochtend"
    if any(letters(name) in map(letters, url.split("/")[3:]) for url in group.urls):
        return False  # a programme of a broadcaster's site: "nos.nl/nieuwsuur/…"
    return len(name) > len("NHNN") and bool(group.publishers) and not _same_maker(ref, group)


def _same_sort(item: Item, group: Group) -> bool:
    """A letter, a speech or a broadcast is no article or report."""
    if item.noun in DOCUMENTS and any(other.kind == "news" for other in group.items):
        return any(letters(item.noun) in letters(title) for title in group.titles)
    if item.kind not in ("letter", "speech", "broadcast"):
        return all(other.kind not in ("letter", "speech", "broadcast") for other in group.items)
    noted = all(other.kind is None for other in group.items)
    if item.kind == "letter":  # "Waterbond, Brandbrief over ponten"
        titled = any(LETTER_TITLE.match(title) for title in group.titles) or _noted_letter(group)
        bare = _bare(group) and _own_site(item, group)
        noted = noted and (titled or bare or _of_that_day(item, group) or _named_in_note(item, group))
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
    return day is not None and day.value is not None and day.value in group.days and _same_maker(item.reference, group)


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
    if not _same_sort(item, group):
        return False
    if ref.publisher:
        return _same_maker(ref, group)
    return day is not None and day in group.days and any(other.kind == item.kind for other in group.items)
