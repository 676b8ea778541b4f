"""What is known of one person while the lists are joined."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from kg.registry.alike import spelt
from kg.registry.names import letters, slug
from kg.registry.reference import Attested, Identity, Seat, Term


@dataclass(slots=True, eq=False)
class Person:
    """What is known of one person; rows are added while the lists are joined.  `prefix` None: nobody says."""

    surname: str
    prefix: str | None = None
    call: str = ""
    first_names: str = ""
    initials: list[str] = field(default_factory=list)
    seats: list[Seat] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    attested: list[Attested] = field(default_factory=list)
    numbers: Identity | None = None
    others: list[str] = field(default_factory=list)
    key: str = ""

    def name(self) -> str:
        """First name (or initials), prefix, surname."""
        front = self.call or (self.initials[0] if self.initials else self.first_names)
        return " ".join(piece for piece in (front, self.prefix, self.surname) if piece)

    def codes(self) -> set[str]:
        """The initials as letters, from every list that prints them, else from the first names."""
        known = {letters(initials) for initials in self.initials}
        return known or spelt(self.first_names)


def name_keys(people: list[Person]) -> None:
    """The keys: the name as a slug; of namesakes the first keeps it, the others get the year in which they appear.

    So a key stands for good: who comes to the lists later, under the same name, takes no key from anybody.
    """
    taken: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        taken[slug(person.name())].append(person)
    for base, namesakes in taken.items():
        first, *others = sorted(namesakes, key=_first_day)
        first.key = base
        for person in others:
            person.key = f"{base}-{_first_day(person).year}"


def _first_day(person: Person) -> date:
    days = [seat.start for seat in person.seats] + [term.start for term in person.terms]
    return min(days + [on for row in person.attested for on in (*row.asked[:1], *row.addressed[:1])])
