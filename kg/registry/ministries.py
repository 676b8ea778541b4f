"""Ministries, their names by period, and the days on which they came and went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kg.registry.names import slug
from kg.registry.reference import DAY, MINISTRIES, day, rows
from kg.registry.turtle import Fact, Node, on, period, text


@dataclass(frozen=True, slots=True)
class Ministry:
    """A name that a ministry had for a time; `certain` is False where its TOOI code was only inferred."""

    code: str
    name: str
    abbreviation: str
    start: date | None
    end: date | None
    evidence: str

    @property
    def certain(self) -> bool:
        """Whether the list has the TOOI code from the register itself."""
        return "inferred" not in self.evidence

    @property
    def subject(self) -> str:
        """The TOOI address where it is certain, else one of our own."""
        return f"tooi:{self.code}" if self.certain else f"ministry:{slug(self.name)}"


def ministries(folder: Path) -> list[Ministry]:
    """The names of the ministries, in the order of the list (its last days made half-open)."""
    found = []
    for row in rows(folder, MINISTRIES):
        last = day(row["until"])
        end = last + DAY if last else None
        found.append(
            Ministry(row["tooi_code"], row["name"], row["abbreviation"], day(row["from"]), end, row["evidence"])
        )
    return found


def ministry_nodes(names: list[Ministry]) -> Iterator[Node]:
    """A node per ministry, a node per name and period, an event where ministries end and others begin."""
    by_subject: dict[str, list[Ministry]] = defaultdict(list)
    for ministry in names:
        by_subject[ministry.subject].append(ministry)
    source = ("dcterms:source", text(f"reference/{MINISTRIES}"))
    for subject, periods in by_subject.items():
        last = max(periods, key=lambda each: each.start or date.min)
        facts: list[Fact] = [("a", "kv:Ministry"), ("a", "org:FormalOrganization"), source]
        facts += [("rdfs:label", text(f"Ministerie van {last.name}", "nl"))]
        facts += [("kv:hasName", _name_key(each)) for each in periods]
        if not last.certain:
            facts.append(("skos:closeMatch", f"tooi:{last.code}"))
        yield Node(subject, tuple(facts))
    for ministry in names:
        facts = [
            ("a", "kv:NamePeriod"),
            ("skos:prefLabel", text(ministry.name, "nl")),
            *period(ministry.start, ministry.end),
        ]
        facts += [("skos:altLabel", text(ministry.abbreviation))]
        facts += [("dcterms:source", text(f"reference/{MINISTRIES}: {ministry.evidence}"))]
        yield Node(_name_key(ministry), tuple(facts))
    yield from _reorganisations(by_subject)


def _name_key(ministry: Ministry) -> str:
    return f"name:{ministry.code}-{slug(ministry.name)}" + (f"-{ministry.start}" if ministry.start else "")


def _reorganisations(by_subject: dict[str, list[Ministry]]) -> Iterator[Node]:
    """Days on which some ministries ended and others began: which went where, the list does not say."""
    ended: dict[date, list[str]] = defaultdict(list)
    begun: dict[date, list[str]] = defaultdict(list)
    for subject, periods in by_subject.items():
        if not periods[0].certain:
            continue
        if all(each.end for each in periods):
            ended[max(each.end for each in periods if each.end)].append(subject)
        if all(each.start for each in periods):
            begun[min(each.start for each in periods if each.start)].append(subject)
    for when in sorted(ended.keys() & begun.keys()):
        facts: list[Fact] = [("a", "org:ChangeEvent"), ("dcterms:date", on(when))]
        facts += [
            ("rdfs:label", text("Ministeries opgeheven en ingesteld; wat waarheen ging, zegt de bron niet", "nl"))
        ]
        facts += [("org:originalOrganization", subject) for subject in ended[when]]
        facts += [("org:resultingOrganization", subject) for subject in begun[when]]
        facts += [("dcterms:source", text(f"reference/{MINISTRIES}"))]
        yield Node(f"event:ministeries-{when}", tuple(facts))
