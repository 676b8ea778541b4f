"""Over which time each list claims to be complete, and what no source says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from kg.errors import InputProblem
from kg.registry import reference
from kg.registry.person import Person
from kg.registry.reference import DAY
from kg.registry.turtle import Fact, Node, on, text

_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTHS = {name: number for number, name in enumerate(_SHORT, 1)}
OPEN = {
    "attested": (
        "Tijden waarin alleen de zakenlijst een lid aanwijst",
        "org:organization",
        "Van {silent} van de {all} tijden noemt geen bron de fractie.",
    ),
    "outlets": (
        "Nieuwsmedia",
        "dcterms:type",
        "Van {silent} van de {all} media zegt geen bron van welke soort het is.",
    ),
    "posts": ("Ambten", "org:postIn", "Van {silent} van de {all} ambten noemt geen bron het ministerie."),
}
"""What is left open in which list: title, the predicate that is missing, and the remark."""


def spans(folder: Path, found: list[Person]) -> list[Node]:
    """A dataset per list of people, with the time in which it claims to be complete."""
    seats = [seat for person in found for seat in person.seats]
    terms = [term for person in found for term in person.terms]
    asked = [day for person in found for row in person.attested for day in row.asked + row.addressed]
    last_seat = max(seat.start for seat in seats) + DAY
    covered = {
        "memberships": (min(seat.start for seat in seats), last_seat, reference.MEMBERS),
        "incumbencies": (min(term.start for term in terms), read_on(folder) + DAY, reference.TERMS),
        "cases": (min(asked), max(asked) + DAY, reference.CASES),
    }
    labels = {
        "memberships": "Lidmaatschappen van fracties in de Tweede Kamer",
        "incumbencies": "Ambtsperioden van bewindspersonen",
        "cases": "Namen in de zakenlijst van de Tweede Kamer",
    }
    return [_dataset(name, labels[name], *span) for name, span in covered.items()]


def _dataset(name: str, label: str, start: date, end: date, source: str) -> Node:
    facts: list[Fact] = [("a", "dcat:Dataset"), ("dcterms:title", text(label, "nl"))]
    facts += [("kv:coverageFrom", on(start)), ("kv:coverageUntil", on(end))]
    facts += [("dcterms:source", text(f"reference/{source}")), ("dcterms:source", text("reference/README.md"))]
    return Node(f"dataset:{name}", tuple(facts))


def gaps(lists: Mapping[str, list[Node]]) -> Iterator[Node]:
    """A dataset per list in which something is left open, with how often no source says it."""
    for name, (title, predicate, words) in OPEN.items():
        nodes = lists[name]
        silent = sum(predicate not in {fact for fact, _ in node.facts} for node in nodes)
        remark = words.format(silent=silent, all=len(nodes))
        sources = sorted({fact for node in nodes for fact in node.facts if fact[0] == "dcterms:source"})
        files = sorted({value.split(":")[0].strip('"') for _, value in sources if "reference/" in value})
        yield Node(
            f"dataset:{name}",
            (
                ("a", "dcat:Dataset"),
                ("dcterms:title", text(title, "nl")),
                ("rdfs:comment", text(remark, "nl")),
                *(("dcterms:source", text(file)) for file in files),
            ),
        )


def read_on(folder: Path) -> date:
    """The day on which the list of office-holders was read, as reference/README.md states it."""
    readme = folder / "README.md"
    words = readme.read_text(encoding="utf-8") if readme.is_file() else ""
    found = re.search(r"page read (?P<day>\d{1,2}) (?P<month>[A-Z][a-z]{2}) (?P<year>\d{4})", words)
    if not found:
        where = str(readme)
        raise InputProblem("reference-date", where, "no 'page read DAY MONTH YEAR'", "State when the list was read.")
    return date(int(found["year"]), MONTHS[found["month"]], int(found["day"]))
