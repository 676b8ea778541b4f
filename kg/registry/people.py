"""One person per human being, out of four lists that each know other things.

Rows are joined on safe evidence only.  Two rows are one person where the surname agrees (with its prefix,
or both without their partner's name) and the initials agree, and besides:

* a name in the list of cases and a member: the member sat in the House on a day on which the name asked
  (a seat that is open at the end of the list counts for later days), or has the same first name or the same
  three or more initials and sat at another time;
* a name in the list of cases and an office-holder: the name was addressed during the term;
* an office-holder and whoever is known already: the first name is the same, or the party is the group that
  the person sat for, or the list of cases addresses the person during the term;
* numbers (Tweede Kamer, Wikidata, Parlement.com) and a person: the first name is the same, or nobody else has the
  surname and two or more initials are the same, or three or more initials are the same; that list cuts some names
  elsewhere, so whole names count too.

Where more than one person fits, nothing is joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from kg.registry.alike import agree, cut, same_surname
from kg.registry.names import PARTICLES, first_part, fold, letters, read_name, split_prefix, squash
from kg.registry.person import Person, name_keys
from kg.registry.reference import Attested, Identity, Seat, Term

MANY = 2
"""More initials than this are seldom shared by two people of one surname."""


def only(found: list[Person]) -> Person | None:
    """The person, where exactly one fits."""
    return found[0] if len(found) == 1 else None


def from_seats(rows: Iterable[Seat]) -> list[Person]:
    """One person per member of the list; two numbers with the same name, group and no common day are one."""
    numbered: dict[str, list[Seat]] = defaultdict(list)
    for seat in rows:
        numbered[seat.member].append(seat)
    people: dict[tuple[str, str, str], Person] = {}
    for number, seats in sorted(numbered.items()):
        seats.sort(key=lambda seat: seat.start)
        key = (squash(seats[0].surname), squash(seats[0].first_names) or number, seats[0].group)
        if key in people and not _meet(people[key].seats, seats):
            people[key].seats += seats
        else:
            people[key] = Person(seats[0].surname, first_names=seats[0].first_names, seats=seats)
    return list(people.values())


def _meet(one: list[Seat], other: list[Seat]) -> bool:
    return any(a.start <= (b.last or date.max) and b.start <= (a.last or date.max) for a in one for b in other)


def add_attested(
    people: list[Person], rows: Iterable[Attested], fits: Callable[[Person, Attested], bool]
) -> list[Attested]:
    """Give each name of the list of cases to the one person it fits; the names that are left over."""
    left = []
    for row in rows:
        printed = read_name(row.name)
        found = [person for person in people if cut(printed.rest, person.surname) and fits(person, row)]
        same = [person for person in found if agree({printed.initials}, person.codes()) == "same"]
        person = only(same) or only(found)
        if person is None:
            left.append(row)
        else:
            _take(person, row)
    return left


def _take(person: Person, row: Attested) -> None:
    printed = read_name(row.name)
    pieces = cut(printed.rest, person.surname)
    call, prefix, surname = pieces or ("", *split_prefix(printed.rest))
    person.attested.append(row)
    person.call = person.call or printed.call or call
    if person.prefix is None or prefix:
        person.prefix = prefix
    other = " ".join(filter(None, (person.prefix, surname)))
    if squash(surname) != squash(person.surname) and other not in person.others:
        person.others.append(other)
    _add_initials(person, row.name)


def _add_initials(person: Person, printed: str) -> None:
    code = read_name(printed).initials
    if code and code not in {letters(known) for known in person.initials}:
        person.initials.append(".".join(code.upper()) + ".")


def sat_then(person: Person, row: Attested) -> bool:
    """The initials or the first name agree (or none are known), and the person sat on a day on which the name asked."""
    sat = any(seat.start <= on <= (seat.last or date.max) for seat in person.seats for on in row.asked)
    return sat and (_agrees(person, row) or not (person.first_names or person.initials))


def _agrees(person: Person, row: Attested) -> bool:
    return bool(agree({read_name(row.name).initials}, person.codes())) or _called(person, row)


def _called(person: Person, row: Attested) -> bool:
    pieces = cut(read_name(row.name).rest, person.surname)
    call = squash(pieces[0]) if pieces else ""
    return len(call) > 1 and any(squash(name).startswith(call) for name in person.first_names.split())


def sat_ever(person: Person, row: Attested) -> bool:
    """The person sat at another time, and has the same first name, or the same initials, three or more."""
    initials = read_name(row.name).initials
    alike = len(initials) > 2 and initials in person.codes()
    return bool(person.seats) and not person.attested and (alike or _called(person, row))


def served_then(person: Person, row: Attested) -> bool:
    """The initials agree, and the name was addressed during a term of the person."""
    return _agrees(person, row) and any(_in_term(person, on) for on in row.addressed)


def only_then(person: Person, row: Attested) -> bool:
    """The name was addressed during the person's terms and at no other time."""
    return bool(row.addressed) and not row.asked and all(_in_term(person, on) for on in row.addressed)


def _in_term(person: Person, on: date) -> bool:
    return any(term.start <= on < (term.end or date.max) for term in person.terms)


def add_terms(people: list[Person], rows: Iterable[Term]) -> None:
    """Give each office-holder's terms to the one person they fit, else to a new person."""
    for holder in _holders(rows):
        first = holder.terms[0]
        found = [person for person in people if _is_holder(person, holder)]
        person = only(found)
        if person is None:
            people.append(holder)
            continue
        person.terms = holder.terms
        person.prefix = holder.prefix if person.prefix is None else person.prefix
        person.call = person.call or holder.call
        if squash(person.surname) != squash(holder.surname) and first.surname not in person.others:
            person.others.append(first.surname)
        known = {letters(initials) for initials in person.initials}
        person.initials += [initials for initials in holder.initials if letters(initials) not in known]


def _holders(rows: Iterable[Term]) -> list[Person]:
    """The list of office-holders as people: same surname and initials, or first name and first initials."""
    people: list[Person] = []
    for term in rows:
        prefix, surname = split_prefix(term.surname)
        for person in people:
            how = agree({letters(term.initials)}, person.codes())
            if same_surname(person.surname, surname) and (
                how == "same" or (how and term.first_name and person.call == term.first_name)
            ):
                break
        else:
            person = Person(surname, prefix.lower())
            people.append(person)
        person.terms.append(term)
        person.call = person.call or term.first_name
        if letters(term.initials) not in {letters(known) for known in person.initials}:
            person.initials.append(term.initials)
    return people


def _is_holder(person: Person, holder: Person) -> bool:
    if not same_surname(person.surname, holder.surname):
        return False
    if person.prefix is not None and squash(person.prefix) != squash(holder.prefix or ""):
        return False
    if not agree(person.codes(), holder.codes()):
        return False
    named = bool(holder.call) and squash(holder.call) in {squash(person.call), squash(person.first_names)}
    groups = {squash(seat.group) for seat in person.seats}
    return (
        named
        or any(squash(term.party) in groups for term in holder.terms if term.party)
        or any(_in_term(holder, on) for row in person.attested for on in row.addressed)
    )


def add_numbers(people: list[Person], rows: Iterable[Identity]) -> None:
    """Give each row with numbers to the one person it fits; rows that fit nobody are left out."""
    claims: dict[int, list[Identity]] = defaultdict(list)
    by_place = {id(person): person for person in people}
    for row in rows:
        person = only(_named(people, row))
        if person is not None:
            claims[id(person)].append(row)
    for place, found in claims.items():
        person = by_place[place]
        chosen = found if len(found) == 1 else [row for row in found if squash(row.forename) == squash(person.call)]
        if len(chosen) == 1:
            _number(person, chosen[0])


def _number(person: Person, row: Identity) -> None:
    person.numbers = row
    pieces = cut(_whole(row), person.surname)
    person.call = person.call or (pieces[0] if pieces else row.forename)
    person.prefix = row.prefix if person.prefix is None else person.prefix
    if letters(row.initials) not in person.codes() or not person.initials:
        person.initials.append(row.initials)


def _named(people: list[Person], row: Identity) -> list[Person]:
    fitting = []
    for person in people:
        if not same_surname(person.surname, row.surname) or person.prefix not in (None, row.prefix):
            continue
        how = agree(person.codes(), {letters(row.initials)})
        calls = {squash(name) for name in (person.call, *person.first_names.split()) if name}
        known = squash(row.forename) in calls
        if (how == "same" and not calls) or (how and known):
            fitting.append(person)
    return fitting or _only_bearer(people, row) or [person for person in people if _spelt_so(person, row)]


def _only_bearer(people: list[Person], row: Identity) -> list[Person]:
    """Nobody else has the surname, and two or more initials are the same: the first name may be a short form."""
    code = letters(row.initials)
    bearers = [person for person in people if same_surname(person.surname, row.surname)]
    alone = len(bearers) == 1 and len(code) > 1 and bool(row.forename) and not bearers[0].call
    return bearers if alone and agree(bearers[0].codes(), {code}) == "same" else []


def _spelt_so(person: Person, row: Identity) -> bool:
    """The initials are the same, three or more of them or besides the first name, and the whole name ends alike."""
    code, whole = letters(row.initials), squash(_whole(row))
    ends = {squash(f"{person.prefix or ''}{name}") for name in (person.surname, first_part(person.surname))}
    known = len(code) > MANY or (bool(person.call) and whole.startswith(squash(person.call)))
    return known and agree(person.codes(), {code}) == "same" and any(whole.endswith(end) for end in ends)


def _whole(row: Identity) -> str:
    return " ".join(filter(None, (row.forename, row.prefix, row.surname)))


def from_attested(rows: Iterable[Attested], identities: list[Identity]) -> list[Person]:
    """People of whom only the list of cases tells; where the surname begins, the numbered people tell."""
    people: list[Person] = []
    for row in rows:
        call, prefix, surname = _split(row.name, identities)
        person = Person(surname, prefix.lower(), read_name(row.name).call or call)
        person.attested.append(row)
        _add_initials(person, row.name)
        people.append(person)
    return people


def _split(name: str, identities: list[Identity]) -> tuple[str, str, str]:
    printed = read_name(name)
    for known in identities:
        if len(squash(known.surname)) > 1 and letters(known.initials) == printed.initials:
            pieces = cut(printed.rest, known.surname)
            if pieces and (not known.forename or squash(pieces[0]) in {"", squash(known.forename)}):
                return pieces
    words = printed.rest.split()
    inner = [place for place, word in enumerate(words[:-1]) if fold(word) in PARTICLES]
    start = inner[0] if inner else len(words) - 1
    return " ".join(words[:start]), *split_prefix(" ".join(words[start:]))


def join(seats: list[Seat], cases: list[Attested], terms: list[Term], identities: list[Identity]) -> list[Person]:
    """All people of the lists, by key."""
    people = from_seats(seats)
    left = add_attested(people, cases, sat_then)
    add_terms(people, terms)
    left = add_attested(people, left, served_then)
    left = add_attested(people, left, sat_ever)
    left = add_attested(people, left, only_then)
    people += from_attested(left, identities)
    add_numbers(people, identities)
    name_keys(people)
    return sorted(people, key=lambda person: person.key)
