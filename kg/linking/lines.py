"""Statements of the graph `graph/links` as N-Quads: a plain triple, and the link that says how it came about."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.terms import address, literal, name, scalar, typed


@dataclass(frozen=True, slots=True)
class Why:
    """How a link came about.  `nodes` are places in documents, in angle brackets, `sources` rows of a list."""

    method: str
    score: float
    reason: str
    asserted: bool
    nodes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(slots=True)
class Lines:
    """The triples about one case while they are written."""

    triples: set[str] = field(default_factory=set)

    def add(self, subject: str, predicate: str, value: str) -> None:
        self.triples.add(f"{subject} {name(predicate)} {value}")

    def link(self, subject: str, predicate: str, value: str, why: Why) -> None:
        """A plain triple and its `kv:DocumentLink`."""
        self.add(subject, predicate, value)
        digest = hashlib.sha256(f"{subject} {predicate} {value}".encode()).hexdigest()[:16]
        node = address(f"link/{digest}")
        self.add(node, "rdf:type", name("kv:DocumentLink"))
        self.add(node, "rdf:subject", subject)
        self.add(node, "rdf:predicate", name(predicate))
        self.add(node, "rdf:object", value)
        self.add(node, "kv:basis", name("kv:assertedLink" if why.asserted else "kv:inferredLink"))
        self.add(node, "kv:method", literal(why.method))
        self.add(node, "kv:score", typed(f"{why.score:.2f}", "decimal"))
        self.add(node, "kv:reason", literal(why.reason))
        self.rests_on(node, why.nodes, why.sources)

    def rests_on(self, node: str, places: Iterable[str], sources: Iterable[str]) -> None:
        """The places in documents, and the rows of a list, that something was derived from."""
        for place in places:
            self.add(node, "prov:wasDerivedFrom", place)
        for source in sources:
            self.add(node, "dcterms:source", literal(source))

    def case(self, case: str, path: str) -> None:
        """A case by its name, so that it can be shown where no document describes it."""
        key = path.removeprefix("case/")
        self.add(case, "rdf:type", name("kv:Case"))
        numbered = "Z" in key
        self.add(case, "rdfs:label", literal(f"zaak {key}" if numbered else f"zaak zonder nummer {key}"))
        if numbered:
            self.add(case, "dcterms:identifier", literal(key))

    def step(self, case: str, path: str, kind: str, day: str, late: int | None) -> str:
        """A dated step of a case; its node.  `late` is the number of days since submission."""
        node = address(f"{path}/step/{kind}-{day}")
        self.add(case, "kv:hasStep", node)
        self.add(node, "rdf:type", name("kv:Activity"))
        self.add(node, "kv:activityKind", name(f"kv:{kind}"))
        self.add(node, "kv:date", typed(day, "date"))
        if late is not None:
            self.add(node, "kv:daysSinceSubmission", scalar(late))
        return node

    def nquads(self, graph: str) -> list[bytes]:
        return sorted(f"{triple} {graph} .\n".encode() for triple in self.triples)


def places(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The nodes of (document key, path below the document), in angle brackets, each once."""
    for key, path in dict.fromkeys(pairs):
        yield address(f"document/{key}/{path}")
