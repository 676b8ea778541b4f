"""Who or what a printed name may be on a day, with the reasons: what `kg registry show` shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kg.registry.facts import Period
from kg.registry.found import Candidate, Found
from kg.registry.kinds import KINDS
from kg.registry.lookup import Registry

Kind = Literal["member", "minister", "post", "party", "outlet"]
OFFICE = re.compile(
    r"^(?:de\s+)?(?P<role>viceminister-president|minister-president|minister|staatssecretaris)(?!\w)", re.IGNORECASE
)
GROUP = re.compile(r"(?:(?<!\s)\s+)?\((?P<group>[^()]{1,80})\)\s*$")


@dataclass(frozen=True, slots=True)
class Shown:
    """A thing that a name may mean: as what it was looked up, how sure that is and why, and what the lists know.

    `certain`: on that day nothing else can be meant.  `facts` are lines in Dutch, those that hold on the day first.
    """

    kind: Kind
    key: str
    label: str
    certain: bool
    score: float
    reason: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found under a name, best first; `remarks` say for each sort why there is nothing certain."""

    shown: tuple[Shown, ...]
    remarks: tuple[str, ...]


def show(known: Registry, name: str, on: date | None = None) -> Answer:
    """The people, posts, groups and media that `name` may mean, on a day or in any time.

    `name` as documents print it: "Mutluer (GroenLinks-PvdA)", "Minister van Financiën", "NSC", "nos.nl".  A person who
    may be meant as a member and as a minister is shown once, as the likelier.
    """
    shown: dict[str, Shown] = {}
    remarks: list[str] = []
    for kind, found in _lookups(known, name, on):
        for each in (*found, *found.possible):
            made = _shown(known, kind, each, found, on)
            shown[each.key] = max(shown.get(each.key, made), made, key=lambda one: (one.certain, one.score))
        if not found and found.reason and (found.possible or not found.covered):
            remarks.append(f"{NAMES[kind]}: {found.reason}")
    ordered = sorted(shown.values(), key=lambda each: (not each.certain, -each.score, each.kind, each.key))
    return Answer(tuple(ordered), tuple(remarks))


NAMES: dict[Kind, str] = {
    "member": "lid",
    "minister": "bewindspersoon",
    "post": "ambt",
    "party": "fractie",
    "outlet": "medium",
}


def _lookups(known: Registry, name: str, on: date | None) -> Iterator[tuple[Kind, Found]]:
    office = OFFICE.match(name)
    if office:
        yield "post", known.post(office["role"], name[office.end() :].strip(" ,"), on)
        return
    group = GROUP.search(name)
    bare = name[: group.start()] if group else name
    yield "member", known.member(bare, group["group"] if group else None, on)
    yield "minister", known.minister(bare, on=on)
    if not group:
        yield "party", known.party(name, on)
        yield "post", known.post("", name, on)
        outlet = known.outlet(name)
        yield "outlet", Found((outlet,) if outlet else ())


def _shown(known: Registry, kind: Kind, each: Candidate, found: Found, on: date | None) -> Shown:
    certain = len(found) == 1 and each in found.candidates
    facts = tuple(text for _, text in sorted(_facts(known, kind, each.key, on), reverse=True))
    return Shown(kind, each.key, _label(known, kind, each.key), certain, each.score, each.reason, facts)


def _label(known: Registry, kind: Kind, key: str) -> str:
    facts = known.facts
    if kind == "post":
        return facts.posts[key].label
    if kind == "party":
        return facts.parties[key].label
    if kind == "outlet":
        return next(outlet.label for outlet in facts.outlets if outlet.key == key)
    return facts.people[key].label


def _facts(known: Registry, kind: Kind, key: str, on: date | None) -> Iterator[tuple[tuple[bool, str], str]]:
    """What the lists know of a thing: whether it holds on the day, since when, and the words."""
    facts = known.facts
    if kind in ("member", "minister"):
        for seat in known.seats.get(key, ()):
            yield _line(seat.period, f"lid voor {facts.parties[seat.party].label}", on)
        for stretch in known.attested.get(key, ()):
            yield _line(stretch.period, "stelde vragen volgens de zakenlijst", on)
        for term in known.terms.get(key, ()):
            yield _line(term.period, facts.posts[term.post].label + (", als vervanger" if term.stand_in else ""), on)
    elif kind == "post":
        for term in known.holder(key):
            yield _line(term.period, facts.people[term.person].label, on)
    elif kind == "outlet":
        yield from (
            ((True, ""), f"soort medium: {KINDS[outlet.kind][0]}")
            for outlet in facts.outlets
            if outlet.key == key and outlet.kind
        )
    elif kind == "party":
        party = facts.parties[key]
        yield _line(party.period, "in de lijst", on)
        for new, when in party.became:
            yield (True, when.isoformat()), f"heet vanaf {when} {facts.parties[new].label}"


def _line(period: Period, what: str, on: date | None) -> tuple[tuple[bool, str], str]:
    start = f"van {period.start} " if period.start else ""
    end = f"tot {period.end}" if period.end else "tot heden of het einde van de lijst"
    return (on is None or period.holds(on), str(period.start or "")), f"{what}, {start}{end}"
