"""Commands that ask: SPARQL, the ready questions, and where it says so."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli import STORE, main, opened
from kg.errors import UsageProblem

FORMAT = click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["table", "csv", "json", "turtle", "ntriples"]),
    default="table",
    show_default=True,
    help="RDF formats are for CONSTRUCT and DESCRIBE.",
)


@main.command()
@click.argument("sparql")
@STORE
@FORMAT
@click.option("--seconds", type=click.IntRange(1, 3600), default=60, show_default=True, help="Time limit.")
def query(sparql: str, store: str, form: str, seconds: int) -> None:
    """Ask SPARQL over the union of all graphs: as text, as the name of a file, or "-" for standard input.

    \b
    kg query 'SELECT ?q ?t WHERE { ?q a kv:Question ; schema:text ?t } LIMIT 5'
    kg query question.rq --format csv > answer.csv
    """
    from kg.ask import select
    from kg.rows import write

    write(select(opened(store), _sparql(sparql), seconds=seconds), form, sys.stdout)


def _sparql(given: str) -> str:
    if given == "-":
        return sys.stdin.read()
    if "{" in given or len(given) > 255 or not Path(given).is_file():
        return given
    try:
        return Path(given).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise UsageProblem(
            f"{given}: cannot be read as text ({problem}). Give SPARQL or a file with SPARQL."
        ) from problem


@main.command(context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
@click.argument("name", required=False)
@STORE
@FORMAT
@click.pass_context
def ask(context: click.Context, name: str | None, store: str, form: str) -> None:
    """Ask one of the ready questions; without a name, a menu of them.

    Parameters of a question are given as options: --year 2025.

    \b
    kg ask
    kg ask where-amount-stated --amount 48000000
    """
    from kg.ask import ask as answer
    from kg.rows import write

    if name is None and not (name := _menu()):
        return
    write(answer(opened(store), name, **_values(context.args)), form, sys.stdout)


def _values(rest: list[str]) -> dict[str, str]:
    """`--year 2025 --party=PvdD` as names and values."""
    words = [
        part for word in rest for part in (word.split("=", 1) if word.startswith("--") and "=" in word else [word])
    ]
    if len(words) % 2 or not all(name.startswith("--") for name in words[::2]):
        raise UsageProblem(f"{' '.join(rest)}: parameters are given as --name value. Run kg ask for a list.")
    return {name[2:].replace("-", "_"): value for name, value in zip(words[::2], words[1::2], strict=True)}


def _menu() -> str | None:
    """Show the questions; on a terminal let one be chosen."""
    from kg.ask import queries
    from kg.tables import console, question_menu

    console().print(question_menu(queries().values()))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    names = list(queries())
    chosen: int = click.prompt("Nummer (number), 0 = niets", type=click.IntRange(0, len(names)), default=0)
    return names[chosen - 1] if chosen else None


@main.command()
@click.argument("subject")
@click.argument("predicate", required=False)
@click.argument("object", required=False)
@STORE
def why(subject: str, predicate: str | None, object: str | None, store: str) -> None:  # noqa: A002 - the word of RDF
    """Show where it says so: document, extractor, and the sentence with the words marked.

    Takes a triple, a subject and a property, or a resource; IRIs whole, prefixed, or from the base on.  Or a file and
    the start and end that the rows of kg ask give; or a file, a case or a name alone.

    \b
    kg why 03-antwoord-sluisonderhoud.txt 2444 2506
    kg why document/d00e25bec88b3ae2/answer/5
    kg why document/d00e25bec88b3ae2 kv:submitted
    """
    from kg.why import why as explain
    from kg.why import write

    explanation = explain(opened(store), subject, predicate, object)
    write(explanation, sys.stdout)
    sys.exit(0 if explanation.supports and not explanation.problems else 1)
