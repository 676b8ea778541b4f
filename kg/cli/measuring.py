"""Commands that measure and keep the ground: how good extraction is, what the lists say, what comes from elsewhere."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from kg.cli import INPUTS, LARGEST, PASSWORDS, STORE, main, progress_bar
from kg.errors import UsageProblem


@main.command()
@click.argument("gold", type=click.Path(path_type=str))
@INPUTS
@click.option(
    "--errors",
    metavar="FIELD",
    multiple=True,
    help="List what was wrong or missed in FIELD, each in its sentence; many times, with commas, or all.",
)
@click.option(
    "--format", "-f", "form", type=click.Choice(["table", "json", "turtle"]), default="table", show_default=True
)
@click.option("--against", "old", metavar="OLD.jsonl", help="Show gains and losses against earlier records.")
@PASSWORDS
@LARGEST
def evaluate(gold: str, paths: Sequence[str], errors: tuple[str, ...], form: str, old: str | None) -> None:
    """Measure extraction of documents against annotations: precision, recall, F1 per field.

    \b
    kg evaluate tests/examples examples
    kg evaluate tests/examples examples --errors sources --errors papers
    kg extract examples > old.jsonl   (… later:)   kg evaluate tests/examples examples --against old.jsonl
    """
    from kg import evaluate as measure
    from kg.evaluate.written import as_json, error_lines
    from kg.tables import changes, measured

    if old:
        change = measure.against([old], paths, gold)
        _tell(change.problems)
        changes(change)
        return
    figures = measure.evaluate(gold, paths)
    _tell(figures.problems)
    if errors:
        known = [score.field for score in figures.scores]
        named = [name for each in errors for name in each.replace(",", " ").split()]
        if unknown := [name for name in named if name not in (*known, "all")]:
            raise UsageProblem(f"{unknown[0]}: there is no such field. There are {', '.join(known)}, and all.")
        for field in known:
            for line in error_lines(figures.of(field)) if field in named or "all" in named else ():
                click.echo(line)
    elif form == "json":
        click.echo(json.dumps(as_json(figures), indent=1))
    elif form == "turtle":
        click.echo(measure.turtle(figures), nl=False)
    else:
        measured(figures)


def _tell(problems: Sequence[str]) -> None:
    for problem in problems:
        click.echo(f"Fout: {problem}", err=True)


@main.group()
def registry() -> None:
    """The lists of ministries, posts, people, groups and media: what they hold, and what is doubtful in them."""


@registry.command("check")
def registry_check() -> None:
    """Find overlaps, holes, double incumbents and unknown posts in ontology/lists.

    \b
    kg registry check
    """
    from kg.registry import registry as lists
    from kg.registry.check import check
    from kg.tables import doubtful

    found = check(lists())
    doubtful(found)
    sys.exit(1 if any(problem.severity == "error" for problem in found) else 0)


@main.group("import")
def import_() -> None:
    """Take lists of others into the graph, with provenance to the row."""


@import_.command("zaken")
@click.argument("file", type=click.Path(path_type=str))
@STORE
def import_zaken(file: str, store: str) -> None:
    """Take the House's own list of cases (CSV, may be .gz) into the store; later builds keep it.

    \b
    kg import zaken zaken_2007-2024.csv.gz --store kg-store
    """
    from kg.build import import_zaken as take
    from kg.tables import build_summary

    report = take(Path(file), Path(store))
    if report is None:
        click.echo(f"{file}: kept in {store}; the first build will take it in.")
    else:
        build_summary(report)


@import_.command("publications")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=str))
@STORE
@click.option("--quiet", "-q", is_flag=True, help="Only problems.")
def import_publications(files: Sequence[str], store: str, quiet: bool) -> None:
    """Take lists of real publications (CSV, may be .gz) into the store; later builds keep them.

    A list has the columns date, document_number and url.  Citations of the Aanhangsel are then judged by it: found,
    not found, or of a later day than the document.  A bad row is named, and then nothing is taken in.  A later import
    replaces the lists of an earlier one.

    \b
    kg import publications publications_antwoorden.csv.gz publications_kamervragen.csv.gz --store kg-store
    kg ask papers-corrected-or-unresolved --store kg-store
    """
    from kg.build import import_publications as take
    from kg.tables import build_summary, imported_publications

    with progress_bar(quiet, "Lijsten lezen en de graaf opnieuw maken") as progress:
        found, report = take(files, store, progress)
    imported_publications(found, quiet=quiet)
    if found.problems:
        sys.exit(3)
    if report is None:
        click.echo(f"{len(files)} lijst(en): kept in {store}; the first build will take them in.")
    else:
        build_summary(report, quiet=quiet)


@registry.command("show")
@click.argument("name")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day, as 2024-11-20; without it, any time.")
def registry_show(name: str, on: datetime | None) -> None:
    """Show whom or what a printed name may mean on a day, and why.

    \b
    kg registry show 'Minister van Financiën' --on 2024-11-20
    kg registry show 'Van Weel' --on 2025-04-03
    """
    from kg.registry import registry as lists
    from kg.registry.show import show
    from kg.tables import meanings

    answer = show(lists(), name, on.date() if on else None)
    meanings(name, answer)
    sys.exit(0 if answer.shown else 1)
