"""Documents' graphs in the light of the lists: a document number leads to its publication, citations are judged.

A document is read without the lists, so that importing them reads nothing again.  What they settle is put in place in
its graph: the verdict, its reason and its score; and where no such paper exists, or another is meant, the citation and
all that followed from it alone are withdrawn.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from kg.published.graph import node
from kg.published.kept import Published
from kg.published.verdicts import Judged, judge, listed
from kg.terms import address, literal, name, typed

PUBLISHER = "<https://zoek.officielebekendmakingen.nl/"
METHOD = "publications"
_MAY_CONCERN = re.compile(rb"/ah-tk-[0-9]|/kv-(?:tk-)?[0-9]|/paper/[0-9]{4}D[0-9]{5}>")
_TRIPLE = re.compile(
    r"(?P<subject> <[^>]*> ) [ ] (?P<predicate> <[^>]*> ) [ ] (?P<object> .+ ) [ ] <[^>]*> [ ] \.\n", re.VERBOSE
)
_DATES = ("kv:submitted", "kv:received", "kv:letterDate")


@dataclass(slots=True)
class Amended:
    """Puts the verdicts of the lists into graphs; `withdrawn` collects the citations that lead nowhere now."""

    published: Published
    withdrawn: set[str] = field(default_factory=set)  # nodes, in angle brackets

    def lines(self, key: str, lines: Iterable[bytes]) -> list[bytes]:
        """The sorted lines of the graph of the document `key`, amended where the lists have something to say."""
        given = list(lines)
        if not any(_MAY_CONCERN.search(line) for line in given):
            return sorted(given)
        document = _Document(key, given)
        document.lead_numbers_on(self.published)
        document.confirm(self.published)
        self.withdrawn.update(document.judge_citations(self.published))
        return document.nquads()


class _Document:
    """The triples of one document's graph, changed in place."""

    def __init__(self, key: str, lines: Iterable[bytes]) -> None:
        self.path, self.graph = f"document/{key}", address(f"graph/{key}")
        self.said: dict[str, set[tuple[str, str]]] = defaultdict(set)  # predicate and object of each subject
        self.others: list[bytes] = []  # of other graphs: the warnings that it went in with
        end = f" {self.graph} .\n".encode()
        for line in lines:
            found = _TRIPLE.fullmatch(line.decode()) if line.endswith(end) else None
            if found:
                self.said[found["subject"]].add((found["predicate"], found["object"]))
            else:
                self.others.append(line)

    def nquads(self) -> list[bytes]:
        """The lines, sorted."""
        own = (f"{s} {p} {o} {self.graph} .\n".encode() for s, said in self.said.items() for p, o in said)
        return sorted([*own, *self.others])

    def objects(self, subject: str, predicate: str) -> list[str]:
        relation = name(predicate)
        return sorted(o for p, o in self.said.get(subject, ()) if p == relation)

    def subjects(self, predicate: str, value: str) -> list[str]:
        pair = (name(predicate), value)
        return sorted(subject for subject, said in self.said.items() if pair in said)

    def add(self, subject: str, predicate: str, value: str) -> None:
        self.said[subject].add((name(predicate), value))

    def remove(self, subject: str, predicate: str, value: str) -> None:
        self.said[subject].discard((name(predicate), value))

    def put(self, subject: str, predicate: str, value: str) -> None:
        """Say this and nothing else of the property."""
        for old in self.objects(subject, predicate):
            self.remove(subject, predicate, old)
        self.add(subject, predicate, value)

    def rename(self, old: str, new: str) -> None:
        """Give a node another address everywhere."""
        for subject, said in self.said.items():
            if any(o == old for _, o in said):
                self.said[subject] = {(p, new if o == old else o) for p, o in said}
        self.said[new] |= self.said.pop(old, set())

    # -- document numbers

    def lead_numbers_on(self, published: Published) -> None:
        """Where a list has the official address of a document number, the number leads there."""
        for mention in self.subjects("rdf:type", name("kv:DocumentReference")):
            for cited in self.objects(mention, "cito:hasCitedEntity"):
                row = published.documents.get(cited.rpartition("/")[2][:-1])
                if row and cited == address(f"paper/{row.document}"):
                    self.put(cited, "rdfs:label", literal(row.identifier))
                    self.rename(cited, node(row))

    def confirm(self, published: Published) -> None:
        """Say of each number, or address, of a publication that a list has it."""
        for kind in ("kv:DocumentReference", "kv:Citation"):
            for mention in self.subjects("rdf:type", name(kind)):
                for cited in self.objects(mention, "cito:hasCitedEntity"):
                    if rows := published.publications.get(cited.removeprefix(PUBLISHER)[:-1]):
                        self._judged(mention, cited, listed(rows))

    # -- citations of the Aanhangsel

    def judge_citations(self, published: Published) -> Iterator[str]:
        """Put the verdicts on all citations of the Aanhangsel in place; the citations that were withdrawn."""
        own = {value.strip('"') for value in self.objects(address(self.path), "dcterms:identifier")}
        by_paper: dict[str, list[str]] = defaultdict(list)
        for mention in self.subjects("rdf:type", name("kv:PaperReference")):
            for cited in self.objects(mention, "cito:hasCitedEntity"):
                by_paper[cited].append(mention)
        for cited, mentions in sorted(by_paper.items()):
            identifier = cited.removeprefix(PUBLISHER)[:-1]
            judged = judge(identifier, self._day(), published.numbers) if identifier not in own else None
            if judged is None:
                continue
            for mention in mentions:
                self._judged(mention, cited, judged)
            if judged.verdict != "yes":
                self._withdraw(mentions, cited)
                yield from mentions

    def _day(self) -> date | None:
        """The last day that the document says it is of."""
        days = [value[1:11] for predicate in _DATES for value in self.objects(address(self.path), predicate)]
        return date.fromisoformat(max(days)) if days else None

    def _judged(self, mention: str, target: str, judged: Judged) -> None:
        """A verdict in the place of the one that the words alone gave."""
        for link in self.objects(mention, "kv:hasLink"):
            if self.objects(link, "kv:target") == [target]:
                self.put(link, "kv:verdict", name(f"kv:{judged.verdict}"))
                self.put(link, "kv:reason", literal(judged.reason))
                self.put(link, "kv:method", literal(METHOD))
                if judged.score is not None:
                    self.put(link, "kv:score", typed(f"{judged.score:.2f}", "decimal"))
        if judged.resolution:
            self.put(mention, "kv:resolution", name(f"kv:{judged.resolution}"))
        if judged.kind:
            self._finding(mention, judged)

    def _finding(self, mention: str, judged: Judged) -> None:
        """A finding about a citation, shown where that stands."""
        place = mention[:-1].rpartition("/")[2]
        finding = address(f"{self.path}/finding/{judged.kind}/{place}")
        said = [
            ("rdf:type", name("kv:Finding")),
            ("rdf:type", name(f"kv:{judged.kind}")),
            ("kv:severity", name("kv:warning")),
            ("kv:about", mention),
            ("rdfs:comment", literal(judged.nl, "nl")),
            ("rdfs:comment", literal(judged.en, "en")),
        ]
        said += [(same, value) for same in _SAME_PLACE for value in self.objects(mention, same)]
        for predicate, value in said:
            self.add(finding, predicate, value)

    def _withdraw(self, mentions: list[str], cited: str) -> None:
        """Take back that these mentions cite a paper, and what nothing else in the document supports."""
        for mention in mentions:
            self.remove(mention, "cito:hasCitedEntity", cited)
        for assertion in self.subjects("rdf:object", cited):
            if self.objects(assertion, "rdf:predicate") != [name("kv:cites")]:
                continue
            for mention in mentions:
                self.remove(assertion, "prov:wasDerivedFrom", mention)
            if not self.objects(assertion, "prov:wasDerivedFrom"):
                (citing,) = self.objects(assertion, "rdf:subject")
                self.remove(citing, "kv:cites", cited)
                del self.said[assertion]
        target = name("kv:target")
        if not any(o == cited and p != target for said in self.said.values() for p, o in said):
            self.said.pop(cited, None)


_SAME_PLACE = ("oa:hasSource", "oa:hasSelector", "prov:wasAttributedTo", "dcterms:isPartOf")
