"""The states of a case, each a dated step with the places that date it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kg.linking.cases import Case
from kg.linking.lines import Lines, places
from kg.linking.summary import Summary, days_between
from kg.terms import address, scalar, typed

TERM = timedelta(weeks=3)  # in which questions are to be answered


@dataclass(frozen=True, slots=True)
class Step:
    """That a document shows that something became of its case on a day; `node` is the place of the date."""

    kind: str
    day: str
    summary: Summary
    node: str


def write(lines: Lines, case: Case) -> None:
    """The steps of a case as activities; the first submission says by when an answer is due."""
    node_of_case = address(case.path)
    steps = list(_steps([*case.members, *case.also]))
    submitted = min((step.day for step in steps if step.kind == "submission"), default="")
    for step in steps:
        late = days_between(submitted, step.day) if submitted and step.kind != "submission" else None
        node = lines.step(node_of_case, case.path, step.kind, step.day, late)
        if step.kind == "submission":
            lines.add(node, "kv:due", typed((date.fromisoformat(step.day) + TERM).isoformat(), "date"))
        if step.summary.kind == "listed":
            lines.rests_on(node, (), (step.summary.source,))
        else:
            lines.add(node, "prov:used", address(f"document/{step.summary.key}"))
            lines.rests_on(node, places([(step.summary.key, step.node)]), ())
            if step.summary.announced and step.kind != "submission":
                lines.add(node, "kv:announced", scalar(True))


def _steps(documents: list[Summary]) -> Iterator[Step]:
    for each in documents:
        if each.submitted:
            yield Step("submission", each.submitted, each, each.nodes.get("submitted", ""))
        if each.state and each.answered:
            node = each.nodes.get("received") or each.nodes["letter_date"]
            yield Step(each.state, each.answered, each, node)
