"""Find people by a printed name, whatever the spelling of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from kg.registry.facts import Person
from kg.registry.found import UNCERTAIN
from kg.registry.names import Printed, first_part, fold, read_name, split_prefix, squash

ALIKE = 86
"""Likeness, of 100, from which a name counts as a misspelling of another."""
LEAD = 6
"""Likeness by which the best must lead the next person."""
SHORT = 5
"""Shorter names have too many neighbours to be taken for misspellings."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a person's name, folded; `weight` 0..1 says how much of the name it is."""

    person: str
    weight: float
    how: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A person whom a printed name fits."""

    person: Person
    score: float
    how: str


@dataclass(frozen=True, slots=True, eq=False)
class NameIndex:
    """The people by each folded form of their names."""

    people: dict[str, Person]
    forms: dict[str, list[Form]]

    def match(self, printed: str) -> list[Hit]:
        """Everybody whom the name fits, by exact forms; misspellings are not tried.  Answers are kept."""
        return list(_match(self, printed))

    def alike(self, printed: str, people: Collection[str]) -> list[Hit]:
        """The one of `people` whose name is spelt nearly so, where no other comes near."""
        name = read_name(printed)
        whole = squash(name.rest)
        if len(whole) < SHORT:
            return []
        choices = [form for form, uses in self.forms.items() if any(use.person in people for use in uses)]
        near: dict[str, float] = {}
        for form, likeness, _ in process.extract(
            whole, choices, scorer=fuzz.ratio, score_cutoff=ALIKE - LEAD, limit=20
        ):
            for use in self.forms[form]:
                hit = self.judge(use, name.initials)
                if hit and use.person in people and use.weight > UNCERTAIN:
                    near[use.person] = max(near.get(use.person, 0), likeness)
        order = sorted(near.items(), key=lambda pair: (-pair[1], pair[0]))
        if not order or order[0][1] < ALIKE or (len(order) > 1 and order[0][1] - order[1][1] < LEAD):
            return []
        person, likeness = order[0]
        return [Hit(self.people[person], UNCERTAIN * likeness / 100, f"gespeld als {printed}")]

    def written(self, name: Printed) -> Iterator[Form]:
        """The forms that the name is written in."""
        whole = squash(name.rest)
        yield from self.forms.get(whole, ())
        if name.call:
            yield from self.forms.get(squash(name.call) + whole, ())
        if "-" in fold(name.rest):
            for form in self.forms.get(squash(first_part(name.rest)), ()):
                yield Form(form.person, form.weight * 0.9, "zonder de naam van de partner")
        prefix, core = split_prefix(name.rest)
        for form in self.forms.get(squash(core), ()) if prefix else ():
            if self.people[form.person].prefix is None:
                yield Form(form.person, form.weight * 0.95, "voorvoegsel niet in de lijst")

    def judge(self, form: Form, initials: str) -> Hit | None:
        """The person of a form, where the initials do not speak against it."""
        person = self.people[form.person]
        if not initials:
            return Hit(person, form.weight, form.how)
        if initials in person.initials:
            return Hit(person, form.weight, f"{form.how}, voorletters gelijk")
        if any(known.startswith(initials) or initials.startswith(known) for known in person.initials if known):
            return Hit(person, form.weight * 0.95, f"{form.how}, voorletters beginnen gelijk")
        return None if person.initials else Hit(person, form.weight * 0.9, f"{form.how}, voorletters onbekend")


@lru_cache(maxsize=16384)
def _match(names: NameIndex, printed: str) -> tuple[Hit, ...]:
    name = read_name(printed)
    hits = [hit for form in names.written(name) if (hit := names.judge(form, name.initials))]
    return tuple(_best(hits).values())


def _best(hits: Iterable[Hit]) -> dict[str, Hit]:
    best: dict[str, Hit] = {}
    for hit in hits:
        if hit.person.key not in best or hit.score > best[hit.person.key].score:
            best[hit.person.key] = hit
    return best


def index(people: dict[str, Person]) -> NameIndex:
    """The index of all forms of all names."""
    forms: dict[str, list[Form]] = defaultdict(list)
    for person in people.values():
        written: dict[str, tuple[float, str]] = {}
        for surface, weight, how in _surfaces(person):
            for given in _givens(person):
                _keep(written, squash(given) + surface, weight, f"{how} met voornaam" if given else how)
        for form, (weight, how) in written.items():
            forms[form].append(Form(person.key, weight, how))
    return NameIndex(people, dict(forms))


def _keep(written: dict[str, tuple[float, str]], form: str, weight: float, how: str) -> None:
    if form and weight > written.get(form, (0.0, ""))[0]:
        written[form] = (weight, how)


def _givens(person: Person) -> list[str]:
    return list(dict.fromkeys(["", person.given, *person.first_names.split()[:1], person.first_names]))


def _surfaces(person: Person) -> Iterator[tuple[str, float, str]]:
    """The ways to write the surname, folded, each with its weight."""
    names = [(person.prefix or "", person.surname), *map(split_prefix, person.others)]
    for prefix, surname in names:
        front = squash(prefix)
        yield front + squash(surname), 1.0, "achternaam gelijk"
        if front:
            yield squash(surname), 0.9, "achternaam gelijk zonder voorvoegsel"
        if "-" in fold(surname):
            first = squash(first_part(surname))
            yield front + first, 0.92, "eerste deel van de dubbele naam"
            last = surname.rpartition("-")[2]
            yield squash(last), 0.8, "tweede deel van de dubbele naam"
            yield squash(last) + front + first, 0.8, "dubbele naam omgekeerd"
