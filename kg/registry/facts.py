"""What the lists state, as records.  Keys are the path of an IRI below the base ("person/mark-rutte"), or an IRI."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """A half-open stretch of days; None where it is open or not known."""

    start: date | None
    end: date | None

    def holds(self, on: date | None) -> bool:
        """Whether the day is in it; True where no day is asked about."""
        return on is None or ((self.start is None or self.start <= on) and (self.end is None or on < self.end))


@dataclass(frozen=True, slots=True)
class Person:
    """A person; `prefix` is None where no list prints the name with its prefix, `initials` are letters ("dm")."""

    key: str
    label: str
    given: str
    prefix: str | None
    surname: str
    first_names: str
    initials: frozenset[str]
    others: tuple[str, ...]
    addressed: Period | None


@dataclass(frozen=True, slots=True)
class Membership:
    """A person's time in a parliamentary group; `party` "" where the House only attests that they asked questions."""

    key: str
    person: str
    party: str
    period: Period


@dataclass(frozen=True, slots=True)
class Post:
    """An office under one name; `names` are the portfolio and every other name of the office, without its role."""

    key: str
    label: str
    role: str
    names: tuple[str, ...]
    ministries: tuple[str, ...]
    period: Period


@dataclass(frozen=True, slots=True)
class Incumbency:
    """A person's time in a post; `absent` is when somebody stood in for them, `stand_in` that they did for another."""

    key: str
    person: str
    post: str
    period: Period
    absent: Period | None
    stand_in: bool


@dataclass(frozen=True, slots=True)
class Party:
    """A party or parliamentary group with all its names; `line` are those it came from or went on in."""

    key: str
    label: str
    names: tuple[str, ...]
    period: Period
    line: frozenset[str]
    became: tuple[tuple[str, date], ...]


@dataclass(frozen=True, slots=True)
class Ministry:
    """A name that a ministry had for a time."""

    ministry: str
    name: str
    abbreviation: str
    period: Period


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news medium with its names and domains; `kind` ("newspaper", "programme") "" where no source says it."""

    key: str
    label: str
    names: tuple[str, ...]
    domains: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All of the lists."""

    people: dict[str, Person]
    memberships: tuple[Membership, ...]
    attested: tuple[Membership, ...]
    posts: dict[str, Post]
    incumbencies: tuple[Incumbency, ...]
    parties: dict[str, Party]
    ministries: tuple[Ministry, ...]
    outlets: tuple[Outlet, ...]
    coverage: dict[str, Period] = field(default_factory=dict)
