"""One mention of a source, and the mentions of one source."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract._citations.addresses import host
from kg.extract._citations.kinds import SourceType
from kg.extract._citations.references import Reference
from kg.records import Passage


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
