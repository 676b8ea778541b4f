"""The graph of links between documents, case by case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.linking import dated, questions, steps
from kg.linking.cases import Case, Join, cases, numbers
from kg.linking.lines import Lines, Why, places
from kg.linking.questions import Texts
from kg.linking.similar import METHOD, Index, Similar
from kg.linking.summary import Cited, Summary, from_json
from kg.terms import address

PUBLISHER = "https://zoek.officielebekendmakingen.nl/"
ROLES = {"supplements": "toelichting", "earlier": "aanhaling in een vraag"}


@dataclass(frozen=True, slots=True)
class _Known:
    """All cases, and the ways to find one: by path and by publication."""

    cases: list[Case]
    paths: frozenset[str]
    of_publication: dict[str, Case]


def links(kept: Iterable[Mapping[str, Any]], texts: Texts) -> Iterator[list[bytes]]:
    """The N-Quads lines of `graph/links`: one sorted list a case, cases by their path.

    `kept` are the summaries as `summary` made them, in a fixed order; `texts` gives the questions of one document.
    """
    summaries: list[Summary] = []
    words = Index()
    for values in kept:
        summaries.append(from_json(values))
        words.add(values["subject_terms"], values["question_terms"])
    known = _known(cases(summaries))
    numbered = {each.key: place for place, each in enumerate(summaries)}
    alike = _alike(known, words, numbered)
    days = dated.Days(known.cases, lambda case: words.of(numbered[each.key] for each in case.members))
    graph = address("graph/links")
    unknown: set[str] = set()
    for case in known.cases:
        lines = Lines()
        _members(lines, case)
        questions.write(lines, case, texts)
        steps.write(lines, case)
        named = _named(case, known)
        _follows(lines, case, named)
        unknown.update({path for path in named if path.startswith("case/")} - known.paths)
        dated.write(lines, case, days, named)
        for found, earlier in alike.get(case.path, ()):
            _similar(lines, case, earlier, found)
        if lines.triples:
            if not _described(case):
                lines.case(address(case.path), case.path)
            yield lines.nquads(graph)
    rest = Lines()
    for path in unknown:
        rest.case(address(path), path)
    yield rest.nquads(graph)


def _known(found: list[Case]) -> _Known:
    of_publication = {each.publication: case for case in found for each in case.members if each.publication}
    return _Known(found, frozenset(case.path for case in found), of_publication)


def _described(case: Case) -> bool:
    """Whether a document or a row of the list describes the case in a graph of its own."""
    key = case.path.removeprefix("case/")
    return any(each.key == key or key in each.numbers for each in (*case.members, *case.also))


# -- documents of one case


def _members(lines: Lines, case: Case) -> None:
    """For each document that does not print the number of its case, that it belongs there."""
    node = address(case.path)
    for each in case.documents:
        if each.numbers or case.path == f"case/{each.key}":
            continue
        why = _joined(case, each)
        lines.link(address(f"document/{each.key}"), "kv:inCase", node, why)
        lines.link(address(f"case/{each.key}"), "kv:sameCase", node, why)


def _joined(case: Case, each: Summary) -> Why:
    join = case.joins.get(each.key)
    if join is None or numbers(each):
        own = ((each.key, each.nodes["publication"]),)
        reason = f"het nummer van de zaak staat in dat van de publicatie: {each.publication}"
        return Why("publicatienummer", 1.0, reason, True, tuple(places(own)))
    return _why(case, join)


def _why(case: Case, join: Join) -> Why:
    listed = {each.key: each.source for each in case.members if each.kind == "listed"}
    nodes = places(pair for pair in join.nodes if pair[0] not in listed)
    sources = tuple(listed[key] for key in (join.one, join.other) if key in listed)
    return Why(join.method, join.score, join.reason, join.asserted, tuple(nodes), sources)


# -- cases that follow on others


def _named(case: Case, known: _Known) -> dict[str, list[tuple[str, Cited]]]:
    """What the questions themselves name by a number: the case where it is known, else the publication."""
    named: dict[str, list[tuple[str, Cited]]] = {}
    for each in case.members:
        for cited in each.cited:
            path = _target(cited.target, known)
            if cited.role != "also" and path != case.path:
                named.setdefault(path, []).append((each.key, cited))
    return named


def _follows(lines: Lines, case: Case, named: Mapping[str, list[tuple[str, Cited]]]) -> None:
    for path, found in sorted(named.items()):
        target = address(path) if path.startswith("case/") else f"<{PUBLISHER}{path}>"
        method = " en ".join(sorted({ROLES[cited.role] for _, cited in found}))
        reason = f"genoemd: {', '.join(sorted({cited.target for _, cited in found}))}"
        nodes = tuple(places((key, cited.node) for key, cited in found))
        lines.link(address(case.path), "kv:followsUp", target, Why(method, 1.0, reason, True, nodes))


def _target(named: str, known: _Known) -> str:
    """The path of the case that a number or a publication leads to; the publication itself where none is known."""
    if case := known.of_publication.get(named):
        return case.path
    number = named.removeprefix("kv-tk-")
    return named if number.startswith("ah-") else f"case/{number}"


# -- cases that are alike


def _alike(known: _Known, words: Index, place: dict[str, int]) -> dict[str, list[tuple[Similar, Case]]]:
    """For each case, by its path, the earlier ones on the same subject; a case is known by its wordiest document."""
    speaker = {}
    for case in known.cases:
        if case.members and case.day:
            best = max(case.members, key=lambda each: (bool(each.subject), len(each.questions), each.key))
            speaker[place[best.key]] = case
    order = sorted(speaker, key=lambda number: (speaker[number].day, speaker[number].path))
    found: dict[str, list[tuple[Similar, Case]]] = {}
    for similar in words.similar(order):
        found.setdefault(speaker[similar.later].path, []).append((similar, speaker[similar.earlier]))
    return found


def _similar(lines: Lines, later: Case, earlier: Case, found: Similar) -> None:
    reason = f"gedeelde woorden: {', '.join(found.words)}"
    nodes, sources = [], []
    for case in (later, earlier):
        shown = next((each for each in case.documents if each.nodes), None)
        if shown:
            name = next((n for n in ("subject", "question", "answer", *sorted(shown.nodes)) if n in shown.nodes), "")
            nodes.append((shown.key, shown.nodes[name]))
        else:
            sources.append(next(each.source for each in case.members))
    why = Why(METHOD, min(found.score, 1.0), reason, False, tuple(places(nodes)), tuple(sources))
    lines.link(address(later.path), "kv:similarTo", address(earlier.path), why)
