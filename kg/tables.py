"""Tables for people: what a build did, what was found, what validation says."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import IO

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kg.ask import Query, ask
from kg.build import Imported
from kg.build import Report as BuildReport
from kg.doctor import Check
from kg.evaluate.figures import Change, Figures
from kg.evaluate.written import COLUMNS, change_rows, error_lines, rows
from kg.network import Figure
from kg.noticed import meaning
from kg.registry.check import Problem
from kg.registry.show import Answer
from kg.rows import Rows
from kg.rules import Rule
from kg.store import Store
from kg.validate import Report as ValidationReport

NAMES = {
    "questions": "vragen (questions)",
    "answers": "antwoorden (answers)",
    "askers": "vragenstellers (askers)",
    "addressees": "geadresseerden (addressees)",
    "answerers": "beantwoorders (answerers)",
    "part_answerers": "beantwoorders van een deel (answerers of a part)",
    "sources": "bronnen (cited sources)",
    "papers": "kamerstukken (papers)",
    "refers": "verwijzingen (cross-references)",
    "amounts": "bedragen (amounts)",
    "sums": "optellingen (sum checks)",
    "dates": "datums (dates)",
    "promises": "toezeggingen (promises)",
    "organisations": "organisaties (organisations)",
    "laws": "wetten (laws)",
    "ecli": "uitspraken (rulings)",
    "eu_acts": "besluiten van de Unie (EU acts)",
    "motions": "moties (motions)",
    "documents": "documentnummers (document numbers)",
    "sets": "eerdere vragen met datum (sets by date)",
    "figures": "cijfers (figures)",
    "periods": "tijden en termijnen (periods)",
    "findings": "bevindingen (kg findings)",
}


SHOWN = 20  # lines of one sort before the rest is only counted
QUOTED = 80  # characters of a quotation in a table
PLACES = 3  # of one finding that are shown
READER = "lezer"  # finds while it reads a document what no rule over all of them needs to find


def console(stream: IO[str] | None = None) -> Console:
    """A console that colours only on a terminal and is wide enough elsewhere."""
    out = stream or sys.stdout
    return Console(file=out, highlight=False, soft_wrap=False, width=None if out.isatty() else 160)


def table(title: str, columns: Iterable[str]) -> Table:
    """An empty table in the house's style."""
    made = Table(title=title, box=box.SIMPLE_HEAD, title_justify="left", title_style="bold")
    for column in columns:
        made.add_column(column, overflow="fold")
    return made


def imported_publications(found: Imported, *, quiet: bool = False) -> None:
    """What lists of publications hold, how far they reach in each session, and every bad row."""
    errors = console(sys.stderr)
    for problem in found.problems[:SHOWN]:
        errors.print(f"[red]Fout:[/red] {escape(str(problem))}", soft_wrap=True)
    if len(found.problems) > SHOWN:
        errors.print(f"… en nog {len(found.problems) - SHOWN} rijen (more bad rows). Er is niets ingelezen.")
    if quiet or found.problems:
        return
    kinds = Counter(row.kind for row in found.rows)
    parts = (("vragen", kinds["questions"]), ("antwoorden", kinds["answer"]), ("van onbekende soort", kinds[""]))
    said = ", ".join(f"{count} {name}" for name, count in parts if count)
    addresses = Counter(row.identifier for row in found.rows)
    twice = sum(count > 1 for identifier, count in addresses.items() if identifier)
    said += f"; {addresses['']} zonder adres; {twice} adressen in meer dan één rij"
    columns = ("vergaderjaar", "in de lijst", "hoogste", "ontbreekt", "meest achtereen", "volgt tot het eind")
    shown = table(f"Publicaties (publications): {said}", columns)
    for session in found.numbers.sessions.values():
        numbers = (str(session.listed), str(session.highest), f"{session.missing:.1%}", str(session.longest))
        shown.add_row(session.name, *numbers, "ja" if session.followed else "nee")
    console().print(shown)


def build_summary(report: BuildReport, *, quiet: bool = False) -> None:
    """Counts, what was kept out, what was noticed."""
    _problems(report)
    if quiet:
        return
    _copies(report)
    counts: Counter[str] = Counter()
    for outcome in report.read:
        counts.update(outcome.counts)
    counts["findings"] += report.by_rules
    shown = table(
        f"{report.documents} document{'en' * (report.documents != 1)}, {report.quads} quads in {report.store}",
        ["gelezen (read)", "aantal"],
    )
    for field, name in NAMES.items():
        if counts[field]:
            shown.add_row(name, str(counts[field]))
    warnings = report.warnings + sum(len(outcome.warnings) for outcome in report.read)
    shown.add_row("waarschuwingen (kg validate)", str(warnings))
    shown.add_row("niet begrepen (kg issues)", str(sum(len(outcome.issues) for outcome in report.read)))
    shown.add_row("niet opnieuw gelezen (unchanged)", str(report.cached))
    shown.add_row("buiten gehouden (kept out)", str(len(report.problems)))
    console().print(shown)
    if any(outcome.issues for outcome in report.read):
        console().print(issue_rules(report))


def _problems(report: BuildReport) -> None:
    errors = console(sys.stderr)
    for problem in report.problems:
        errors.print(f"[red]Fout:[/red] {escape(problem)}")
    for missing in report.degraded:
        errors.print(f"[yellow]Let op:[/yellow] {escape(missing)}")
    for violation in report.violations[:SHOWN]:
        errors.print(f"[yellow]Let op:[/yellow] {escape(violation)}")
    if len(report.violations) > SHOWN:
        errors.print(f"… en {len(report.violations) - SHOWN} meer: kg validate --store {report.store}")


def _copies(report: BuildReport) -> None:
    errors = console(sys.stderr)
    for first, same in list(report.copies.items())[:SHOWN]:
        names = ", ".join(same[:PLACES]) + (f" en nog {len(same) - PLACES}" if len(same) > PLACES else "")
        said = f"{names}: kopie van {first}, telt niet mee (a copy, not counted)."
        errors.print(f"[yellow]Let op:[/yellow] {escape(said)}", soft_wrap=True)
    if len(report.copies) > SHOWN:
        errors.print(f"… en nog {len(report.copies) - SHOWN} stukken met kopieën (more documents with copies).")


def validation(report: ValidationReport) -> None:
    """The results of a validation."""
    if report.conforms:
        console().print("Alles voldoet aan de shapes. (Everything conforms.)")
        return
    shown = table("SHACL", ["ernst", "waar", "eigenschap", "regel", "melding"])
    for result in report.results:
        cells = (result.severity, result.focus, result.path, result.component, result.message_nl)
        shown.add_row(*(escape(cell) for cell in cells))
    console().print(shown)


def issues(rows: Rows) -> None:
    """What was not understood, and what was kept out: where it stands, its words, and which rule noticed it."""
    columns = ["document", "regel (rule)", "plaats (place)", "tekens (characters)", "woorden (words)", "melding"]
    shown, found = table("Niet begrepen (not understood)", columns), defaultdict[tuple[str, ...], list[list[str]]](list)
    for file, rule, place, start, end, quote, nl, en in rows.values:
        found[file, rule, place, nl, en].append([f"{start}-{end}" if start else "", quote])
    for (file, rule, place, nl, en), pieces in found.items():
        where = ", ".join(each for each, _ in pieces[:PLACES]) + (" …" if len(pieces) > PLACES else "")
        words = " ".join(" … ".join(dict.fromkeys(quote for _, quote in pieces)).split())
        said = "\n".join(filter(None, (nl, en)))
        shown.add_row(*map(escape, (file, rule, place, where, _cut(words), said)))
    console().print(shown if shown.row_count else "Geen. (None.)")


def _cut(words: str) -> str:
    return words if len(words) <= QUOTED else words[: QUOTED - 1] + "…"


def issue_rules(report: BuildReport) -> Table:
    """What was not understood, rule by rule: how often, and an example with its place."""
    shown = table("Niet begrepen (kg issues)", ["regel (rule)", "wat (what)", "aantal", "bijvoorbeeld (example)"])
    found = defaultdict[str, list[str]](list)
    for outcome in report.read:
        for issue in outcome.issues:
            places = ", ".join(f"{start}-{end}" for start, end in issue["spans"][:PLACES])
            where = " ".join(filter(None, (outcome.path, *issue.get("at", ())[:1], places)))
            found[issue["rule"]].append(f"{where}: {issue['message']}")
    for rule, examples in sorted(found.items(), key=lambda each: (-len(each[1]), each[0])):
        what = " (".join(meaning(rule)) + ")"
        shown.add_row(*map(escape, (rule, what, str(len(examples)), examples[0])))
    return shown


def findings(store: Store) -> None:
    """What is wrong or remarkable in the documents, each finding once a document, where it stands and which rule found it."""
    columns = ["document", "soort (kind)", "ernst (severity)", "tekens (characters)", "regel (rule)", "melding"]
    shown, found = table("Bevindingen (findings)", columns), defaultdict[tuple[str, ...], list[str]](list)
    for file, kind, severity, what, _, start, end, rule in ask(store, "slips-and-contradictions").values:
        found[file, kind, severity, rule, what].append(f"{start}-{end}")
    for (file, kind, severity, rule, what), places in found.items():
        where = ", ".join(places[:PLACES]) + (" …" if len(places) > PLACES else "")
        shown.add_row(escape(file), kind, severity, where, rule or READER, escape(what))
    console().print(shown if shown.row_count else "Geen. (None.)")


def finding_rules(rules: Iterable[Rule]) -> None:
    """The rules in the open: those of `queries/rules` make findings, those of `queries/checks` hold a reader to them."""
    shown = table("Regels (rules)", ["regel in queries/", "soort (kind)", "ernst (severity)", "gevonden door", "wat"])
    for rule in rules:
        path, by = ("rules", "regel (rule)") if rule.made else ("checks", f"{READER} (reader)")
        words = rule.kind.removeprefix("kv:"), rule.severity.removeprefix("kv:")
        shown.add_row(f"{path}/{rule.name}", *words, by, escape(f"{rule.title}\n{rule.title_en}"))
    console().print(shown)


def question_menu(queries: Iterable[Query]) -> Table:
    """The ready questions with their parameters."""
    shown = table(
        "Vragen die gesteld kunnen worden (kg ask NAAM --parameter waarde)", ["", "naam", "vraag", "parameters"]
    )
    for number, query in enumerate(queries, 1):
        parameters = " ".join(f"--{p.name} {p.default}" for p in query.parameters)
        shown.add_row(str(number), query.name, escape(f"{query.title}\n{query.title_en}"), escape(parameters))
    return shown


def figures_table(rows: Iterable[Figure]) -> Table:
    """Degree, betweenness and PageRank of nodes."""
    shown = table("Knopen (nodes)", ["naam", "soort", "graad", "in", "uit", "betweenness", "pagerank"])
    for row in rows:
        numbers = (
            str(row.degree),
            str(row.in_degree),
            str(row.out_degree),
            f"{row.betweenness:.4f}",
            f"{row.pagerank:.4f}",
        )
        shown.add_row(escape(row.label[:70]), escape(row.kind), *numbers)
    return shown


def examined(checks: Iterable[Check]) -> None:
    """What was looked at and whether it holds."""
    shown = table("kg doctor", ["houdt (holds)", "wat (what)", "hoe (how)"])
    for check in checks:
        shown.add_row(
            "[green]ja[/green]" if check.holds else "[red]nee[/red]", escape(check.name), escape(check.detail)
        )
    console().print(shown)


def measured(figures: Figures) -> None:
    """Precision, recall and F1 of every field."""
    shown = table(f"{figures.annotated} geannoteerde documenten ({figures.gold})", COLUMNS)
    for row in rows(figures.scores):
        shown.add_row(*row)
    console().print(shown)
    if figures.missing:
        console(sys.stderr).print(f"{len(figures.missing)} annotated documents were not given; they count as missed.")


def changes(change: Change) -> None:
    """What became better and what became worse."""
    shown = table("F1 voor en na", ["veld", "voor", "na", "verschil"])
    for row in change_rows(change.scores):
        shown.add_row(*row)
    console().print(shown)
    for title, errors in (("Gewonnen (gains)", change.gains), ("Verloren (losses)", change.losses)):
        console().print(f"[bold]{title}: {len(errors)}[/bold]")
        for line in error_lines(errors):
            console().print(escape(line), soft_wrap=True)
    if change.apart:
        shown_apart = f"{len(change.apart)} annotated documents are on one side only; they are not compared."
        console(sys.stderr).print(shown_apart)


def doubtful(problems: Iterable[Problem]) -> None:
    """What is wrong or doubtful in the registry."""
    shown = table("kg registry check", ["ernst", "soort", "waar", "melding"])
    for problem in problems:
        shown.add_row(problem.severity, problem.kind, escape(problem.where), escape(problem.message))
    console().print(shown if shown.row_count else "Geen. (None.)")


def meanings(name: str, answer: Answer) -> None:
    """What a name may mean: certain or not, why, and what the lists know."""
    shown = table(name, ["zeker", "score", "naam", "sleutel", "reden", "feiten"])
    for each in answer.shown:
        facts = "\n".join(each.facts[:4])
        cells = ("ja" if each.certain else "nee", f"{each.score:.2f}", each.label, each.key, each.reason, facts)
        shown.add_row(*(escape(cell) for cell in cells))
    if shown.row_count:
        console().print(shown)
    nobody = "in geen lijst staat deze naam (in no list). Geef hem zoals stukken hem drukken: 'Minister van Financiën'."
    for remark in answer.remarks or (() if answer.shown else (f"{name}: {nobody}",)):
        console(sys.stderr).print(escape(remark))
