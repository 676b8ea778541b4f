"""The House's own list of cases, its askers and addressees resolved, and how many could be.

    python -m kg.registry.zaken FILE.csv.gz

A name counts as resolved where one candidate is left with a score of at least YES; names on days that the
registry does not cover are counted apart, those that lead to a person by the list of cases itself among them.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import click

from kg.errors import KgError
from kg.registry.found import Candidate, Found
from kg.registry.lookup import Registry, registry
from kg.registry.names import read_name
from kg.registry.reference import people, rows

YES = 0.75
"""The score from which a single candidate counts as meant."""


@dataclass(frozen=True, slots=True)
class Case:
    """A case of the list: its number, subject and day, and the names as printed."""

    row: int
    identifier: str
    number: str
    subject: str
    submitted: date
    askers: tuple[str, ...]
    addressees: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How the mentions of one kind came out; `failures` counts (name, reason) of those in coverage but unresolved.

    `outcomes`: "resolved", "ambiguous", "weak" and "nobody" on days that the registry covers; on the others
    "attested" where the list of cases itself shows who is meant, else "uncovered".
    """

    outcomes: Counter[str] = field(default_factory=Counter)
    failures: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def covered(self) -> int:
        """Mentions on days that the registry covers."""
        return self.outcomes.total() - self.outcomes["uncovered"] - self.outcomes["attested"]

    @property
    def share(self) -> float:
        """The share resolved of the mentions covered, 0..1; 1 where there are none."""
        return self.outcomes["resolved"] / self.covered if self.covered else 1.0


def cases(path: Path) -> Iterator[Case]:
    """The cases of the file, in its order; `row` counts from 2, as a spreadsheet shows it."""
    for place, row in enumerate(rows(path.parent, path.name), 2):
        yield Case(
            place,
            row["Id"],
            row["Nummer"],
            row["Onderwerp"],
            date.fromisoformat(row["GestartOp"][:10]),
            tuple(people(row["Indiener"]) + people(row["Medeindiener"])),
            tuple(people(row["Gericht aan"])),
        )


def asker(known: Registry, name: str, on: date) -> Found:
    """Who asked: a member."""
    return known.member(name, None, on)


def addressee(known: Registry, name: str, on: date) -> Found:
    """Who was asked: an office-holder of that day; else the one person who bears the name, then in no office.

    The list prints each person in one form of its own, with initials.  It has questions that were put to who had just
    left, and some that name a member: who is meant is certain, and that no office is.
    """
    found = known.minister(name, on=on)
    if found or not found.covered:
        return found
    bearers = known.names.match(name)
    if len(bearers) != 1 or read_name(name).initials not in bearers[0].person.initials:
        return found
    why = next((each.reason for each in found.possible if each.key == bearers[0].person.key), bearers[0].how)
    reason = f"{why}; niemand anders heet zo"
    return Found((Candidate(bearers[0].person.key, YES, reason),), reason)


def tally(known: Registry, found: Iterator[Case]) -> dict[str, Tally]:
    """The outcomes for askers and addressees of the cases."""
    tallies = {"askers": Tally(), "addressees": Tally()}
    for case in found:
        for name in case.askers:
            _count(tallies["askers"], name, asker(known, name, case.submitted))
        for name in case.addressees:
            _count(tallies["addressees"], name, addressee(known, name, case.submitted))
    return tallies


def _count(counted: Tally, name: str, found: Found) -> None:
    sure = len(found) == 1 and found[0].score >= YES
    if not found.covered:
        counted.outcomes["attested" if sure else "uncovered"] += 1
    elif sure:
        counted.outcomes["resolved"] += 1
    else:
        counted.outcomes["ambiguous" if len(found) > 1 else "weak" if found else "nobody"] += 1
        counted.failures[name, found.reason] += 1


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--failures", default=20, help="How many of the commonest failures to show.")
def main(path: Path, failures: int) -> None:
    """Resolve the askers and addressees of the list of cases in PATH and print the shares."""
    try:
        found = tally(registry(), cases(path))
    except KgError as problem:
        click.echo(str(problem), err=True)
        sys.exit(problem.exit_code)
    for kind, counted in found.items():
        outcomes = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counted.outcomes.items()))
        click.echo(f"{kind}: {counted.share:.2%} of {counted.covered} covered mentions resolved ({outcomes})")
        for (name, reason), count in sorted(counted.failures.items(), key=lambda pair: (-pair[1], pair[0]))[:failures]:
            click.echo(f"  {count:5} {name}: {reason}")


if __name__ == "__main__":
    main()
