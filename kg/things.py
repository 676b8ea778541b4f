"""The things of a store that people know, and how they hang together: what a network is drawn from.

Evidence is no thing: mentions, selectors and assertions give the relations their quotes.  Of the registry only what
the documents speak of counts, and the ministries of their posts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import pyoxigraph as ox

from kg import quotes
from kg.store import Store
from kg.vocab import base, iri, short

Node = ox.NamedNode
Fact = tuple[str, str]  # a property, as a prefixed name, and a value

# class -> kind, the most telling first: a thing is of the first that it has
CLASSES = {
    "kv:AnswerDocument": "document",
    "kv:QuestionDocument": "document",
    "kv:PostponementNotice": "document",
    "kv:OralQuestions": "document",
    "kv:Case": "case",
    "kv:ListedCase": "listed",
    "kv:Question": "question",
    "kv:Answer": "answer",
    "foaf:Person": "person",
    "org:Post": "post",
    "kv:Party": "party",
    "kv:Ministry": "ministry",
    "schema:NewsMediaOrganization": "outlet",
    "eli:LegalResource": "law",
    "kv:CitedSource": "source",
    "kv:Paper": "paper",
    "kv:Dossier": "dossier",
    "kv:Amount": "amount",
    "kv:Promise": "promise",
    "kv:Finding": "finding",
    "org:Organization": "organisation",
}
CITED = frozenset({"paper", "source", "law", "dossier"})
PARTS = frozenset({"question", "answer", "amount", "promise", "finding"})  # of a document, without a name of their own
_RELATIONS = frozenset(
    {
        "kv:inCase",
        "kv:followsUp",
        "kv:similarTo",
        "kv:sameCase",
        "kv:askedBy",
        "kv:addressedTo",
        "kv:addressedPerson",
        "kv:answeredBy",
        "kv:answeredAs",
        "kv:onBehalfOf",
        "kv:hasQuestion",
        "kv:hasAnswer",
        "kv:answersQuestion",
        "kv:refersToAnswer",
        "kv:refersToQuestion",
        "kv:cites",
        "kv:states",
        "kv:promises",
        "kv:partOf",
        "kv:mentionsOrganisation",
        "schema:publisher",
        "schema:sender",
        "kv:sentAs",
        "kv:publishedAs",
        "kv:inDossier",
        "org:postIn",
        "kv:about",
        "dcterms:isPartOf",  # of findings only
    }
)
LINKS = frozenset({"kv:followsUp", "kv:similarTo", "kv:sameCase"})  # between cases
# who has what, as a participation or the registry says it: property to the holder, to what is held, the relation
_HELD = (
    ("kv:agent", "kv:party", "org:memberOf"),
    ("kv:agent", "kv:post", "org:holds"),
    ("org:member", "org:organization", "org:memberOf"),
    ("org:member", "kv:ofPost", "org:holds"),
)
_NAMES = ("rdfs:label", "skos:prefLabel", "skos:altLabel", "kv:fileName", "dcterms:title", "dcterms:identifier")
_LABELS = {
    "document": ("dcterms:title", "rdfs:label"),
    "question": ("schema:position",),
    "answer": ("schema:position",),
    "amount": ("kv:asPrinted",),
    "promise": ("schema:text",),
    "finding": ("rdfs:comment",),
    "listed": ("dcterms:title", "rdfs:label"),
}
_LABEL_START = {"question": "Vraag ", "answer": "Antwoord "}
_NO_FACTS = frozenset({"kv:sha256", "kv:length"})
_TERMS = frozenset({"kv:role", "kv:funding", "kv:promiseKind", "kv:severity", "kv:answerType"})


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """One relation; `via` is the mention or membership that states it, where the graph has no plain triple."""

    source: str
    predicate: str  # prefixed name
    target: str
    via: str = ""


@dataclass(frozen=True, slots=True)
class Things:
    """The things of a store, with what was looked up before; `whole`: for the network of all documents."""

    store: Store
    whole: bool = False
    _kinds: dict[str, str] = field(default_factory=dict)
    _spoken: dict[str, bool] = field(default_factory=dict)

    def _quads(self, subject: str | None, predicate: str | None, value: str | None) -> Iterator[ox.Quad]:
        return self.store.quads.quads_for_pattern(
            Node(subject) if subject else None,
            Node(iri(predicate)) if predicate else None,
            Node(value) if value else None,
        )

    def _values(self, subject: str, predicate: str) -> list[str]:
        return sorted({q.object.value for q in self._quads(subject, predicate, None) if isinstance(q.object, Node)})

    def _subjects(self, predicate: str, value: str) -> list[str]:
        return sorted({q.subject.value for q in self._quads(None, predicate, value) if isinstance(q.subject, Node)})

    def documents(self) -> list[str]:
        """All documents."""
        classes = [name for name, kind in CLASSES.items() if kind == "document"]
        return sorted(node for name in classes for node in self._subjects("rdf:type", iri(name)))

    def kind(self, node: str) -> str:
        """The kind of a thing; empty for evidence and for terms."""
        if node not in self._kinds:
            classes = set(self._values(node, "rdf:type"))
            cited_case = "case" if node.startswith(f"{base()}case/") else ""
            self._kinds[node] = next((kind for name, kind in CLASSES.items() if iri(name) in classes), cited_case)
        return self._kinds[node]

    def mentioned(self, node: str) -> bool:
        """Whether a document is it or speaks of it; a resolver's no or unsure is not enough."""
        if node not in self._spoken:
            target, silent = iri("kv:target"), {f"{base()}graph/registry"}
            if self.whole:
                silent.add(f"{base()}graph/zaken")
            said = self._quads(None, None, node)
            self._spoken[node] = self.kind(node) == "document" or any(
                q.predicate.value != target and isinstance(q.graph_name, Node) and q.graph_name.value not in silent
                for q in said
            )
        return self._spoken[node]

    def bearer(self, node: str) -> str:
        """What a name stands for that was found at a node: the node, the document of a file, or nothing."""
        if node.startswith(f"{base()}document/") and node.endswith("/file"):
            return node.removesuffix("/file")
        return node if self.kind(node) not in {"", *PARTS} and self.mentioned(node) else ""

    def called(self, name: str) -> list[str]:
        """The things with exactly this name."""
        values = ox.Literal(name), ox.Literal(name, language="nl")
        found = {q.subject for v in values for q in self.store.quads.quads_for_pattern(None, None, v)}
        return sorted({self.bearer(node.value) for node in found if isinstance(node, Node)} - {""})

    def names(self) -> dict[str, list[str]]:
        """Every name that a thing can be asked for by, with the things that bear it."""
        names: dict[str, set[str]] = defaultdict(set)
        for quad in (quad for predicate in _NAMES for quad in self._quads(None, predicate, None)):
            if isinstance(quad.subject, Node) and (bearer := self.bearer(quad.subject.value)):
                names[_text(quad.object)].add(bearer)
        return {name: sorted(names[name]) for name in sorted(names)}

    # -- relations

    def near(self, node: str) -> Iterator[Edge]:
        """The relations of a thing that lead on in a network.

        In the whole one a row of the House's list ends it, and a case that only the list knows is left only towards its
        row: else each would bring in the next one like it, and the whole list.
        """
        ends = self.whole and self.kind(node) == "case" and not self._documented(node)
        if not self.whole or self.kind(node) != "listed":
            yield from (edge for edge in self.edges(node) if not ends or edge.predicate == "kv:inCase")

    def _documented(self, case: str) -> bool:
        """Whether a document is of the case or speaks of it."""
        return any(
            self.kind(end) != "listed" for name in ("kv:inCase", "kv:cites") for end in self._subjects(name, case)
        )

    def edges(self, node: str) -> Iterator[Edge]:
        """All relations of a thing with other things, both ways."""
        silent = f"{base()}graph/zaken" if self.whole and self.kind(node) != "case" else ""
        for quad in chain(self._quads(node, None, None), self._quads(None, None, node)):
            if isinstance(quad.graph_name, Node) and quad.graph_name.value == silent:
                continue
            predicate = short(quad.predicate.value)
            if predicate in _RELATIONS and isinstance(quad.subject, Node) and isinstance(quad.object, Node):
                yield from self._plain(quad.subject.value, predicate, quad.object.value)
        for to_holder, to_held, relation in _HELD:
            for via in self._subjects(to_holder, node):
                yield from self._held(node, relation, self._values(via, to_held), via)
            for via in self._subjects(to_held, node):
                for holder in self._values(via, to_holder):
                    yield from self._held(holder, relation, [node], via)
        if self.kind(node) in CITED:
            for mention in self._subjects("cito:hasCitedEntity", node):
                yield from (Edge(f, "kv:about", node, mention) for f in self._subjects("kv:about", mention))

    def _plain(self, source: str, predicate: str, target: str) -> Iterator[Edge]:
        if not self.kind(source) or (predicate == "dcterms:isPartOf" and self.kind(source) != "finding"):
            return
        if self.kind(target):
            if predicate != "org:postIn" or self.mentioned(source):
                yield Edge(source, predicate, target)
        elif predicate == "kv:about":
            yield from (Edge(source, predicate, cited, target) for cited in self._values(target, "cito:hasCitedEntity"))

    def _held(self, holder: str, relation: str, held: list[str], via: str) -> Iterator[Edge]:
        for thing in held:
            if all(self.kind(end) and self.mentioned(end) for end in (holder, thing)):
                yield Edge(holder, relation, thing, via)

    def evidence(self, edge: Edge) -> tuple[tuple[quotes.Quote, ...], str]:
        """The quotes that a relation rests on, and the registry's source where it is that which says it."""
        if not edge.via:
            found = quotes.of_triple(self.store, Node(edge.source), edge.predicate, Node(edge.target))
            found = found or tuple(
                q for m in self._values(edge.source, "kv:about") for q in quotes.of_node(self.store, Node(m))
            )
            return found or self._citing(edge.source), self._rows(edge) or ("" if found else self._source(edge.source))
        found = quotes.of_node(self.store, Node(edge.via))
        return found, "" if found else self._source(edge.via)

    def _citing(self, cited: str) -> tuple[quotes.Quote, ...]:
        """The citations of a source: what it is known by, its publisher too."""
        mentions = self._subjects("cito:hasCitedEntity", cited) if self.kind(cited) in {"source", "law"} else []
        return tuple(sorted({q for mention in mentions for q in quotes.of_node(self.store, Node(mention))}))

    def _rows(self, edge: Edge) -> str:
        """The rows of the House's list that a link between cases rests on."""
        rows = [
            source
            for link in self._subjects("rdf:subject", edge.source)
            if edge.predicate in LINKS and edge.target in self._values(link, "rdf:object")
            for quad in self._quads(link, "dcterms:source", None)
            if (source := _text(quad.object))
        ]
        return "; ".join(sorted(set(rows)))

    def _source(self, node: str) -> str:
        literal = {short(q.predicate.value): _text(q.object) for q in self._quads(node, None, None)}
        period = f"{literal['kv:from']} – {literal.get('kv:until', '')}".rstrip() if "kv:from" in literal else ""
        return "; ".join(part for part in (period, literal.get("dcterms:source", "")) if part)

    # -- what is said of a thing

    def described(self, node: str) -> dict[str, Any]:
        """The attributes of a node: `label`, `kind`, `facts`, `quotes`."""
        kind, facts = self.kind(node), self.facts(node)
        values = dict(reversed(facts))
        label = next((values[name] for name in _LABELS.get(kind, ("rdfs:label",)) if name in values), node)
        found = quotes.of_node(self.store, Node(node)) if kind in PARTS else ()
        return {"label": _LABEL_START.get(kind, "") + label, "kind": kind, "facts": facts, "quotes": found}

    def facts(self, node: str) -> tuple[Fact, ...]:
        """The literal values of a thing, and its terms, sorted by property; Dutch before other languages."""
        found = set()
        for quad in self._quads(node, None, None):
            predicate, value = short(quad.predicate.value), quad.object
            if isinstance(value, ox.Literal) and predicate not in _NO_FACTS:
                found.add((predicate, (value.language or "nl") != "nl", value.value))
            elif isinstance(value, Node) and predicate in _TERMS:
                found.add((predicate, False, short(value.value)))
        return tuple((predicate, value) for predicate, _, value in sorted(found))


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
