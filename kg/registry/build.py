"""Write the lists of the registry from the reference files, or show what would change.

    python -m kg.registry.build REFERENCE_DIR            write ontology/lists/
    python -m kg.registry.build REFERENCE_DIR --diff     show the differences, write nothing
    python -m kg.registry.build REFERENCE_DIR --check    as --diff, and end with code 1 where there are any

`curated.ttl` is not made here: it holds what people found elsewhere, each fact with its source.
"""

from __future__ import annotations

import difflib
import sys
from pathlib import Path

import click

from kg.errors import KgError
from kg.registry import groups, ministries, offices, people, person_nodes, reference
from kg.registry.attested import attested_nodes, stretches
from kg.registry.coverage import gaps, spans
from kg.registry.kinds import kind_nodes
from kg.registry.outlets import outlet_nodes
from kg.registry.person import Person
from kg.registry.turtle import Node, write
from kg.vocab import data

HEADER = """{title}
Gemaakt uit de bronbestanden door: python -m kg.registry.build REFERENCE_DIR
Verbeteren mag hier (de bouwer toont het verschil); wat niet in de bronbestanden staat, hoort in curated.ttl.
Perioden zijn halfopen: kv:until is de eerste dag die er niet meer bij hoort."""
TITLES = {
    "attested": "Wie volgens de zakenlijst vragen stelde in een tijd waarover de ledenlijst zwijgt.",
    "cabinets": "Kabinetten.",
    "coverage": "Over welke tijd elke lijst gaat.",
    "incumbencies": "Wie welk ambt wanneer bekleedde.",
    "media": "Soorten nieuwsmedia.",
    "memberships": "Wie wanneer voor welke fractie in de Tweede Kamer zat.",
    "ministries": "Ministeries, hun namen per periode, en wanneer zij kwamen en gingen.",
    "outlets": "Nieuwsmedia die documenten aanhalen of noemen.",
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
    lists: dict[str, list[Node]] = {
        "attested": list(attested_nodes(stretches(found, members))),
        "cabinets": list(offices.cabinet_nodes(terms, numbers)),
        "incumbencies": list(offices.incumbency_nodes(posts, groups.party_keys(parties))),
        "media": list(kind_nodes()),
        "memberships": list(groups.membership_nodes(members)),
        "ministries": list(ministries.ministry_nodes(named)),
        "outlets": list(outlet_nodes(folder)),
        "parties": [*groups.party_nodes(parties), *events],
        "people": list(person_nodes.person_nodes(found)),
        "posts": list(offices.post_nodes(posts, named, signed)),
    }
    lists["coverage"] = [*spans(folder, found), *gaps(lists)]
    titles = TITLES | {"memberships": f"{TITLES['memberships']}\n{left_out(found)}".strip()}
    return {f"{name}.ttl": write(HEADER.format(title=titles[name]), nodes) for name, nodes in lists.items()}


def left_out(found: list[Person]) -> str:
    """A remark on rows of the list of members that cannot be true."""
    rows = [f"{seat.member} {seat.surname}, {seat.start} tot {seat.last}" for seat in groups.impossible(found)]
    return f"Weggelaten, want het einde ligt voor het begin: {'; '.join(rows)}." if rows else ""


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
