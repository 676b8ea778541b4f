"""Which documents belong to one case.

Documents with the same printed number do, whatever else they say.  A document without a number joins by what is
printed in it (a publication number, "Zie ook Aanhangsel"), else by the same questions or by askers, addressees, day
and subject.  Joins are made strongest first; none ever brings two numbers together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from rapidfuzz.fuzz import partial_ratio, ratio

from kg.linking.summary import Summary

NUMBERED = "kv-tk-"  # a publication of questions is named after its case
LARGEST = 60  # documents of one member on one day, or with one question, that are compared with each other
SUBJECT = 0.85  # likeness of two subjects, in letters, from which they may be the same
LONG = 25  # letters from which a subject may be found inside a longer one
MARGIN = 0.05  # by which one numbered case must fit better than any other


@dataclass(frozen=True, slots=True)
class Join:
    """Why two documents are of one case.  `one` and `other` are keys of documents; `nodes` the places that show it."""

    one: str
    other: str
    method: str
    score: float
    reason: str
    asserted: bool
    nodes: tuple[tuple[str, str], ...] = ()  # (key, path below the document)

    @property
    def order(self) -> tuple[bool, float, str, str]:
        return not self.asserted, -self.score, self.one, self.other


@dataclass(slots=True)
class Case:
    """A case and its documents in order of time.

    `members` say nothing else than this case; `also` are letters on several cases at once.  `joins` has, for each
    document that does not print the number, why it is here.
    """

    path: str
    members: list[Summary]
    also: list[Summary] = field(default_factory=list)
    joins: dict[str, Join] = field(default_factory=dict)

    @property
    def documents(self) -> list[Summary]:
        """The documents, without rows of the list."""
        return [each for each in self.members if each.kind != "listed"]

    @property
    def day(self) -> str:
        """The day of submission, as the first document that knows it prints it; else of the first answer."""
        days = [each.submitted for each in self.members if each.submitted]
        return min(days or [each.day for each in self.members if each.day], default="")


def cases(summaries: Sequence[Summary]) -> list[Case]:
    """The cases of these documents, by their path; every document is a member of one, or in the `also` of several."""
    single = {each.key: each for each in summaries if len(numbers(each)) < 2}
    forest = _Forest({key: next(iter(numbers(each)), "") for key, each in single.items()})
    kept: dict[str, Join] = {}
    for join in _unambiguous(single, sorted(_joins(single), key=lambda join: join.order)):
        if forest.unite(join.one, join.other):
            for key in (join.one, join.other):
                if not single[key].numbers and key not in kept:
                    kept[key] = join
    return _collected(summaries, single, forest, kept)


def numbers(summary: Summary) -> tuple[str, ...]:
    """The numbers of the cases that a document is of: as printed, else in the name of its publication."""
    if not summary.numbers and summary.publication.startswith(NUMBERED):
        return (summary.publication.removeprefix(NUMBERED),)
    return summary.numbers


class _Forest:
    """Disjoint sets of documents, each with at most one case number."""

    def __init__(self, labels: dict[str, str]) -> None:
        self.parent = {key: key for key in labels}
        self.label = labels
        first: dict[str, str] = {}
        for key, label in labels.items():
            if label:
                self.parent[key] = first.setdefault(label, key)

    def root(self, key: str) -> str:
        while self.parent[key] != key:
            self.parent[key] = self.parent[self.parent[key]]
            key = self.parent[key]
        return key

    def unite(self, one: str, other: str) -> bool:
        """Whether the two are one set afterwards that were not before."""
        first, second = sorted((self.root(one), self.root(other)))
        labels = {self.label[first], self.label[second]} - {""}
        if first == second or len(labels) > 1:
            return False
        self.parent[second] = first
        self.label[first] = next(iter(labels), "")
        return True


def _collected(
    summaries: Sequence[Summary], single: dict[str, Summary], forest: _Forest, kept: dict[str, Join]
) -> list[Case]:
    sets: dict[str, list[Summary]] = defaultdict(list)
    for key, each in single.items():
        sets[forest.root(key)].append(each)
    found: dict[str, Case] = {}
    for root, members in sets.items():
        members.sort(key=lambda each: (each.kind == "listed", each.day or "9999", each.answered, each.key))
        path = f"case/{forest.label[root] or members[0].key}"
        found[path] = Case(path, members, [], {each.key: kept[each.key] for each in members if each.key in kept})
    for each in summaries:
        for number in numbers(each) if each.key not in single else ():
            found.setdefault(f"case/{number}", Case(f"case/{number}", [])).also.append(each)
    return [found[path] for path in sorted(found)]


# -- reasons to join


def _joins(single: dict[str, Summary]) -> Iterator[Join]:
    """Reasons to join two documents of which at least one has no number; those with one number are joined already."""
    documents = list(single.values())
    yield from _by_publication(documents)
    yield from _by_question(documents)
    yield from _by_heading(documents)


def _pairs(documents: Iterable[Summary], keys: Callable[[Summary], Iterable[str]]) -> Iterator[tuple[Summary, Summary]]:
    """Each pair of documents that share a key and may be joined, once."""
    blocks: dict[str, list[Summary]] = defaultdict(list)
    for each in documents:
        for key in keys(each):
            blocks[key].append(each)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        for one, other in combinations(block, 2) if 1 < len(block) <= LARGEST else ():
            if (
                (one.key, other.key) not in seen
                and not (numbers(one) and numbers(other))
                and not contradict(one, other)
            ):
                seen.add((one.key, other.key))
                yield one, other


def contradict(one: Summary, other: Summary) -> bool:
    """Whether two documents cannot be of one case: another day of submission, or other askers altogether."""
    days = {one.submitted, other.submitted} - {""}
    return len(days) > 1 or (bool(one.names) and bool(other.names) and not _asked_by_same(one, other))


def _asked_by_same(one: Summary, other: Summary) -> bool:
    """Whether an asker of the one may be an asker of the other: the same person, or a name that ends the same."""
    return bool(set(one.people) & set(other.people) or set(one.names) & set(other.names))


def _by_publication(documents: list[Summary]) -> Iterator[Join]:
    """The same publication twice, the one that another names with "Zie ook", or two that name the same one."""
    for one, other in _pairs(
        documents, lambda each: [each.publication, *_also(each)] if each.publication else _also(each)
    ):
        shared = min({one.publication, *_also(one)} & {other.publication, *_also(other)} - {""})
        same = one.publication == other.publication
        method, reason = (
            ("publicatienummer", "zelfde publicatie") if same else ("zie ook", "het ene stuk noemt het andere")
        )
        nodes = [(each.key, cited.node) for each in (one, other) for cited in each.cited if cited.target == shared]
        own = [(each.key, each.nodes["publication"]) for each in (one, other) if each.publication == shared]
        yield Join(one.key, other.key, method, 1.0, f"{reason}: {shared}", True, tuple(nodes + own))


def _also(each: Summary) -> list[str]:
    return sorted({cited.target for cited in each.cited if cited.role == "also"})


def _by_question(documents: list[Summary]) -> Iterator[Join]:
    """Two documents of which at least half of the questions, and two or more, are the same."""
    for one, other in _pairs(documents, lambda each: {print_ for _, print_ in each.questions if print_}):
        share = common(one, other)
        if share < 0.5 or min(len(one.questions), len(other.questions)) < 2 or _other_posts(one, other):
            continue
        reason = f"{share:.0%} van de vragen is gelijk, en niets spreekt het tegen"
        nodes = tuple((each.key, each.nodes["question"]) for each in (one, other))
        yield Join(one.key, other.key, "vraagtekst", round(0.7 + 0.28 * share, 2), reason, False, nodes)


def common(one: Summary, other: Summary) -> float:
    """The share of the questions of the shorter set that the other has too, 0..1."""
    first, second = ({print_ for _, print_ in each.questions if print_} for each in (one, other))
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def _other_posts(one: Summary, other: Summary) -> bool:
    """Whether two sets are put to other posts altogether; posts that only documents attest prove nothing."""
    known = [{post for post in each.posts if not post.startswith("attested-")} for each in (one, other)]
    return all(known) and not known[0] & known[1]


def _by_heading(documents: list[Summary]) -> Iterator[Join]:
    """The same members on the same day, about the same."""
    for one, other in _pairs(
        documents, lambda each: [f"{each.submitted} {end}" for end in each.names if each.submitted]
    ):
        score = _alike(one, other)
        if score is None:
            continue
        reason = f"zelfde vraagsteller en dag van inzending; onderwerp voor {score:.0%} gelijk"
        names = ("submitted", "subject", "asker")
        nodes = tuple((e.key, e.nodes[name]) for e in (one, other) for name in names if name in e.nodes)
        yield Join(one.key, other.key, "vraagstellers, dag en onderwerp", round(0.95 * score, 2), reason, False, nodes)


def _alike(one: Summary, other: Summary) -> float | None:
    """How alike two subjects are; None where the rest of the heading or the questions say that it is another set."""
    if _other_posts(one, other) or not one.subject or not other.subject:
        return None
    if len(one.questions) > 2 and len(other.questions) > 2 and common(one, other) == 0:
        return None
    alike = ratio(one.subject, other.subject)
    if min(len(one.subject), len(other.subject)) >= LONG:
        alike = max(alike, 0.97 * partial_ratio(one.subject, other.subject))
    return alike / 100 if alike >= 100 * SUBJECT else None


def _unambiguous(single: dict[str, Summary], joins: list[Join]) -> list[Join]:
    """Without the inferred joins of a document that fits two numbered cases about as well."""
    best: dict[str, dict[str, float]] = defaultdict(dict)
    for join in joins:
        for key, target in ((join.one, join.other), (join.other, join.one)):
            if not join.asserted and (label := next(iter(numbers(single[target])), "")):
                best[key][label] = max(join.score, best[key].get(label, 0.0))
    torn = set()
    for key, fits in best.items():
        scores = sorted(fits.values(), reverse=True)
        if len(scores) > 1 and scores[0] - scores[1] < MARGIN:
            torn.add(key)
    return [
        join
        for join in joins
        if join.asserted
        or not any(a in torn and numbers(single[b]) for a, b in ((join.one, join.other), (join.other, join.one)))
    ]
