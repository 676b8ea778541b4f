"""The command `kg`: each command is a short door to a module that does the work.

Data go to standard output, progress and messages to standard error; colours only on a terminal.
Exit codes: 0 all well; 1 something was kept out or found; 2 wrong use; 3 no input could be read; 5 the store.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from kg.errors import KgError
from kg.vocab import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.store import Store

STORE = click.option("--store", "-s", default="kg-store", show_default=True, envvar="KG_STORE", help="The store's directory.")
INPUTS = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=str))


class _Group(click.Group):
    """Turns every foreseen problem into one line and an exit code."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        kwargs["standalone_mode"] = False
        try:
            code = super().main(*args, **kwargs)
        except click.ClickException as problem:
            problem.show()
            sys.exit(problem.exit_code)
        except KgError as problem:
            click.echo(click.style("Fout: ", fg="red", bold=True) + str(problem), err=True)
            sys.exit(problem.exit_code)
        except (KeyboardInterrupt, click.Abort):
            click.echo("Afgebroken; de laatste goede store staat er nog. (Interrupted; the last store is still there.)", err=True)
            sys.exit(130)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(141)
        sys.exit(code if isinstance(code, int) else 0)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="kg")
def main() -> None:
    """Kamervragen as a knowledge graph: every fact can show the sentence it came from.

    \b
    kg build examples --store kg-store      documents in, a validated graph out
    kg ask                                  the questions that can be asked
    kg ask amounts --store kg-store         an answer with its sentences
    kg why SUBJECT PREDICATE OBJECT         where exactly does it say so?
    """


def _open(path: str) -> Store:
    from kg.store import open_store

    return open_store(Path(path))


@contextmanager
def _progress(quiet: bool, label: str) -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar on standard error, where that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


@contextmanager
def _output(path: str) -> Iterator[IO[bytes]]:
    """A binary stream to a file, or to standard output for "-"."""
    if path == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        with Path(path).open("wb") as out:
            yield out
    except OSError as problem:
        raise click.UsageError(f"{path}: cannot be written ({problem.strerror}).") from problem


@main.command()
@INPUTS
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, help="JSON Lines.")
def extract(paths: Sequence[str], form: str) -> None:
    """Print what is read in documents, one JSON object a document, every item with its place.

    \b
    kg extract answer.docx | jq .amounts
    kg extract documents/ --format jsonl > records.jsonl
    """
    from kg.work import records

    failed = done = 0
    for line, problem in records(paths):
        if problem:
            click.echo(f"Fout: {problem}", err=True)
            failed += 1
        else:
            click.echo(line)
            done += 1
    sys.exit(0 if not failed else 1 if done else 3)


@main.command()
@INPUTS
@STORE
@click.option("--workers", "-w", type=click.IntRange(1, 64), default=os.cpu_count() or 1, show_default="all cores", help="Processes.")
@click.option("--quiet", "-q", is_flag=True, help="Only problems.")
def build(paths: Sequence[str], store: str, workers: int, quiet: bool) -> None:
    """Read documents (folders are walked) into a validated graph with provenance.

    Documents that were read before are not read again.  The last store stays in use until the new one is complete.

    \b
    kg build documents/ --store kg-store --workers 2
    """
    from kg.build import build as build_store
    from kg.tables import build_summary

    with _progress(quiet, "Documenten lezen") as progress:
        report = build_store(paths, store, workers=workers, progress=progress)
    build_summary(report, quiet=quiet)
    sys.exit(1 if report.problems else 0)


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

    report = validate_all(_open(store).quads)
    if form == "turtle":
        click.echo(report.turtle(), nl=False)
    else:
        validation(report)
    sys.exit(0 if report.accepted else 1)


@main.command()
@STORE
def findings(store: str) -> None:
    """What is wrong or remarkable in the documents themselves: contradictions, slips in citations, sums."""
    from kg.tables import noticed

    noticed(_open(store), "findings", "Bevindingen (findings)")


@main.command()
@STORE
def issues(store: str) -> None:
    """What was in scope but not understood, and what was kept out of the store."""
    from kg.tables import noticed

    noticed(_open(store), "issues", "Niet begrepen (not understood)")
