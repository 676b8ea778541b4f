"""Commands that take the store elsewhere: exports and pictures."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import STORE, main, opened, output
from kg.errors import UsageProblem

FORMATS = ["csv", "gexf", "graphml", "jsonld", "nquads", "rdfxml", "trig", "turtle"]


@main.command()
@STORE
@click.option(
    "--format", "-f", "form", type=click.Choice(FORMATS), required=True, help="csv is a zip with a file per thing."
)
@click.option("--output", "-o", "path", default="-", show_default=True, help="A file, or - for standard output.")
@click.option("--spreadsheet-safe/--as-is", default=True, show_default=True, help="csv: no cell starts a formula.")
def export(store: str, form: str, path: str, spreadsheet_safe: bool) -> None:
    """Write the whole store in a format that other programs read.

    \b
    kg export --format trig --output kamervragen.trig
    kg export --format csv --output kamervragen.zip
    """
    from kg.export import export as write

    source = opened(store)
    with output(path) as out:
        write(source, form, out, **({"spreadsheet_safe": spreadsheet_safe} if form == "csv" else {}))


@main.command()
@STORE
@click.option("--output", "-o", "path", help="FILE.html (interactive, works offline), FILE.svg or FILE.png.")
@click.option("--around", "-a", help="A case number, a person, a source, a file name or an IRI.")
@click.option("--depth", type=click.IntRange(1, 3), default=1, show_default=True, help="Steps from --around.")
@click.option("--limit", type=click.IntRange(1), help="At most so many nodes, the best connected first.")
@click.option("--table", "as_table", is_flag=True, help="Print figures: degree, betweenness, PageRank.")
def graph(store: str, path: str | None, around: str | None, depth: int, limit: int | None, as_table: bool) -> None:
    """Draw the store, or what lies around one case, person or source.

    \b
    kg graph --output graph.html
    kg graph --around 2031Z17342 --depth 2 --output case.svg
    kg graph --table
    """
    from kg.network import figures, network
    from kg.picture import picture
    from kg.tables import console, figures_table

    if not path and not as_table:
        raise UsageProblem("Nothing to make. Give --output FILE.html, .svg or .png, or --table.")
    made = network(opened(store), around, depth)
    if as_table:
        console().print(figures_table(figures(made)[: limit or 40]))
    if path:
        content = picture(made, Path(path).name, title=around or "Kamervragen", limit=limit)
        with output(path) as out:
            out.write(content)
        click.echo(f"{path}: {len(made)} knopen, {made.number_of_edges()} verbindingen (nodes, edges)", err=True)
