"""Write the lists of the registry from the reference files, or show what would change.

    python -m kg.registry.build REFERENCE_DIR            write ontology/lists/
    python -m kg.registry.build REFERENCE_DIR --diff     show the differences, write nothing
    python -m kg.registry.build REFERENCE_DIR --check    as --diff, and end with code 1 where there are any

`curated.ttl` is not made here: it holds what people found elsewhere, each fact with its source.
"""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from kg.errors import InputProblem, KgError
from kg.registry import groups, ministries, offices, people, person_nodes, reference
from kg.registry.attested import attested_nodes, stretches
from kg.registry.outlets import outlet_nodes
from kg.registry.person import Person
from kg.registry.reference import DAY
from kg.registry.turtle import Fact, Node, on, text, write
from kg.vocab import data

_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTHS = {name: number for number, name in enumerate(_SHORT, 1)}
HEADER = """{title}
Gemaakt uit de bronbestanden door: python -m kg.registry.build REFERENCE_DIR
Verbeteren mag hier (de bouwer toont het verschil); wat niet in de bronbestanden staat, hoort in curated.ttl.
Perioden zijn halfopen: kv:until is de eerste dag die er niet meer bij hoort."""
TITLES = {
    "attested": "Wie volgens de zakenlijst vragen stelde in een tijd waarover de ledenlijst zwijgt.",
    "cabinets": "Kabinetten.",
    "coverage": "Over welke tijd elke lijst gaat.",
    "incumbencies": "Wie welk ambt wanneer bekleedde.",
    "memberships": "Wie wanneer voor welke fractie in de Tweede Kamer zat.",
    "ministries": "Ministeries, hun namen per periode, en wanneer zij kwamen en gingen.",
    "outlets": "Nieuwsmedia die in de geannoteerde documenten worden aangehaald.",
    "parties": "Partijen en fracties, hun namen, afsplitsingen en fusies.",
    "people": "Personen: leden van de Tweede Kamer en bewindspersonen.",
    "posts": "Ambten: onder één naam, in één aaneengesloten tijd.",
}
"""The files of ontology/lists/ that are made here, and what stands in each."""


def build(folder: Path) -> dict[str, str]:
    """The text of every list, by file name.  Raises InputProblem for a reference file that is missing or malformed."""
    terms = reference.terms(folder)
    seats = reference.seats(folder)
    cases = reference.attested(folder)
    found = people.join(seats, cases, terms, reference.identities(folder))
    named = ministries.ministries(folder)
    posts = offices.posts(found)
    members = groups.stays(found)
    parties = groups.groups(folder, found)
    events = groups.date_splinters(parties, members)
    signed = person_nodes.attested_ministries(folder, posts, named)
    numbers = {row["cabinet"]: row["cabinet_wikidata"] for row in reference.rows(folder, reference.TERMS)}
    lists: dict[str, Iterable[Node]] = {
        "attested": attested_nodes(stretches(found, members)),
        "cabinets": offices.cabinet_nodes(terms, numbers),
        "coverage": coverage(folder, found),
        "incumbencies": offices.incumbency_nodes(posts, groups.party_keys(parties)),
        "memberships": groups.membership_nodes(members),
        "ministries": ministries.ministry_nodes(named),
        "outlets": outlet_nodes(folder),
        "parties": [*groups.party_nodes(parties), *events],
        "people": person_nodes.person_nodes(found),
        "posts": offices.post_nodes(posts, named, signed),
    }
    titles = TITLES | {"memberships": f"{TITLES['memberships']}\n{left_out(found)}".strip()}
    return {f"{name}.ttl": write(HEADER.format(title=titles[name]), nodes) for name, nodes in lists.items()}


def left_out(found: list[Person]) -> str:
    """A remark on rows of the list of members that cannot be true."""
    rows = [f"{seat.member} {seat.surname}, {seat.start} tot {seat.last}" for seat in groups.impossible(found)]
    return f"Weggelaten, want het einde ligt voor het begin: {'; '.join(rows)}." if rows else ""


def coverage(folder: Path, found: list[Person]) -> list[Node]:
    """A dataset per list of people, with the time in which it claims to be complete."""
    seats = [seat for person in found for seat in person.seats]
    terms = [term for person in found for term in person.terms]
    asked = [day for person in found for row in person.attested for day in row.asked + row.addressed]
    last_seat = max(seat.start for seat in seats) + DAY
    spans = {
        "memberships": (min(seat.start for seat in seats), last_seat, reference.MEMBERS),
        "incumbencies": (min(term.start for term in terms), read_on(folder) + DAY, reference.TERMS),
        "cases": (min(asked), max(asked) + DAY, reference.CASES),
    }
    labels = {
        "memberships": "Lidmaatschappen van fracties in de Tweede Kamer",
        "incumbencies": "Ambtsperioden van bewindspersonen",
        "cases": "Namen in de zakenlijst van de Tweede Kamer",
    }
    return [_dataset(name, labels[name], *span) for name, span in spans.items()]


def _dataset(name: str, label: str, start: date, end: date, source: str) -> Node:
    facts: list[Fact] = [("a", "dcat:Dataset"), ("dcterms:title", text(label, "nl"))]
    facts += [("kv:coverageFrom", on(start)), ("kv:coverageUntil", on(end))]
    facts += [("dcterms:source", text(f"reference/{source}")), ("dcterms:source", text("reference/README.md"))]
    return Node(f"dataset:{name}", tuple(facts))


def read_on(folder: Path) -> date:
    """The day on which the list of office-holders was read, as reference/README.md states it."""
    readme = folder / "README.md"
    words = readme.read_text(encoding="utf-8") if readme.is_file() else ""
    found = re.search(r"page read (?P<day>\d{1,2}) (?P<month>[A-Z][a-z]{2}) (?P<year>\d{4})", words)
    if not found:
        where = str(readme)
        raise InputProblem("reference-date", where, "no 'page read DAY MONTH YEAR'", "State when the list was read.")
    return date(int(found["year"]), MONTHS[found["month"]], int(found["day"]))


def differences(made: dict[str, str], present: Path) -> str:
    """A unified diff from the present files to the made ones; "" where they agree."""
    lines: list[str] = []
    for name, new in sorted(made.items()):
        path = present / name
        old = path.read_text(encoding="utf-8") if path.is_file() else ""
        lines += difflib.unified_diff(
            old.splitlines(), new.splitlines(), f"present/{name}", f"made/{name}", lineterm=""
        )
    return "\n".join(lines)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--diff", "show", is_flag=True, help="Show the differences, write nothing.")
@click.option("--check", is_flag=True, help="As --diff; end with code 1 where there are differences.")
def main(folder: Path, show: bool, check: bool) -> None:
    """Write the lists of the registry from the reference files in FOLDER."""
    try:
        made = build(folder)
    except KgError as problem:
        click.echo(str(problem), err=True)
        sys.exit(problem.exit_code)
    target = data("ontology") / "lists"
    found = differences(made, target)
    click.echo(found or "no differences")
    if not (show or check):
        target.mkdir(parents=True, exist_ok=True)
        for name, content in made.items():
            (target / name).write_text(content, encoding="utf-8", newline="\n")
    sys.exit(1 if check and found else 0)


if __name__ == "__main__":
    main()
