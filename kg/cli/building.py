"""Commands that read documents and judge what came out."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from kg.cli import INPUTS, LARGEST, PASSWORDS, STORE, main, opened, progress_bar


@main.command()
@INPUTS
@click.option(
    "--format", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, expose_value=False, help="JSON Lines."
)
@PASSWORDS
@LARGEST
def extract(paths: Sequence[str]) -> None:
    """Print what is read in documents, one JSON object a document, every item with its place.

    \b
    kg extract answer.docx | jq .amounts
    kg extract documents/ --format jsonl > records.jsonl
    """
    from kg.work import records

    wrong = done = 0
    for line, problem in records(paths):
        if problem:
            click.echo(f"{'Let op' if line else 'Fout'}: {problem}", err=True)
            wrong += 1
        if line:
            click.echo(line)
            done += 1
    sys.exit(0 if not wrong else 1 if done else 3)


@main.command()
@INPUTS
@STORE
@click.option(
    "--workers",
    "-w",
    type=click.IntRange(1, 64),
    default=os.cpu_count() or 1,
    show_default="all cores",
    help="Processes.",
)
@PASSWORDS
@LARGEST
@click.option("--quiet", "-q", is_flag=True, help="Only problems.")
def build(paths: Sequence[str], store: str, workers: int, quiet: bool) -> None:
    """Read documents (folders are walked) into a validated graph with provenance.

    Documents that were read before are not read again.  The last store stays in use until the new one is complete.

    \b
    kg build documents/ --store kg-store --workers 2
    """
    from kg.build import build as build_store
    from kg.tables import build_summary

    with progress_bar(quiet, "Documenten lezen") as progress:
        report = build_store(paths, store, workers=workers, progress=progress)
    build_summary(report, quiet=quiet)
    sys.exit(1 if report.problems or report.degraded else 0)


@main.command()
@STORE
@click.option("--format", "form", type=click.Choice(["table", "turtle"]), default="table", show_default=True)
def validate(store: str, form: str) -> None:
    """Judge a store by all SHACL shapes; a table or the sh:ValidationReport.

    \b
    kg validate --store kg-store
    kg validate --store kg-store --format turtle > report.ttl
    """
    from kg.tables import validation
    from kg.validate import validate_all

    report = validate_all(opened(store))
    if form == "turtle":
        click.echo(report.turtle(), nl=False)
    else:
        validation(report)
    sys.exit(0 if report.accepted else 1)


@main.command()
@STORE
@click.option("--rules", "listed", is_flag=True, help="List the rules instead; it needs no store.")
def findings(store: str, *, listed: bool) -> None:
    """What is wrong or remarkable in the documents themselves: contradictions, slips, sums, late answers.

    \b
    kg findings --store kg-store
    kg findings --rules
    """
    from kg import tables
    from kg.rules import rules

    if listed:
        tables.finding_rules(rules())
    else:
        tables.findings(opened(store))


@main.command()
@STORE
@click.option("--format", "-f", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
def issues(store: str, form: str) -> None:
    """What was in scope but not understood, at its place and by which rule, and what was kept out of the store.

    \b
    kg issues --store kg-store
    kg issues --store kg-store --format csv > issues.csv
    """
    from kg import tables
    from kg.issues import not_understood
    from kg.rows import write

    rows = not_understood(opened(store))
    if form == "table":
        tables.issues(rows)
    else:
        write(rows, form, sys.stdout)


@main.command()
@click.option("--store", "-s", help="A store to look through as well.")
def doctor(store: str | None) -> None:
    """Say what holds on this machine, and whether a store is whole.

    \b
    kg doctor
    kg doctor --store kg-store
    """
    from pathlib import Path

    from kg.doctor import examine
    from kg.tables import examined

    found = list(examine(Path(store) if store else None))
    examined(found)
    wrong = (check for check in found if not check.holds and not check.name.startswith(("snelle", "stille")))
    sys.exit(max((check.exit_code for check in wrong), default=0))
