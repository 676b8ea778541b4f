"""From an extraction and its links to the quads of one named graph.

The graph is described in `ontology/README.md`.  Output is N-Quads lines, sorted, without duplicates.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from kg.addresses import addresses, graph_of, thing
from kg.answers import answer_type
from kg.noticed import english
from kg.records import (
    Answer,
    Extraction,
    Finding,
    Found,
    Link,
    Mention,
    Part,
    Passage,
    Span,
    Structure,
    Term,
    Thing,
    Value,
)
from kg.resolve._dossiers import described
from kg.resolve._dossiers import label as dossier_label
from kg.terms import address, literal, name, scalar
from kg.vocab import VERSION

DOCUMENT_CLASSES = {
    "answer": "kv:AnswerDocument",
    "question": "kv:QuestionDocument",
    "postponement": "kv:PostponementNotice",
    "oral": "kv:OralQuestions",
}
HEADER_PROPERTIES = {
    "publication": "dcterms:identifier",
    "submitted": "kv:submitted",
    "received": "kv:received",
    "letter_date": "kv:letterDate",
    "subject": "dcterms:title",
}
CONTEXT = 40  # characters of prefix and suffix beside a quote


def quads(extraction: Extraction, links: Sequence[Link]) -> list[str]:
    """The graph of one document as N-Quads lines."""
    writer = _Writer(extraction)
    writer.document()
    writer.questions_and_answers()
    for found in extraction.found:
        writer.mention(found)
    for link in links:
        writer.link(link)
    writer.issues()
    return sorted(f"{line} {writer.graph} .\n" for line in writer.lines)


class _Writer:
    """One document's graph while it is written: its nodes have addresses, its lines no order yet."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.structure: Structure = extraction.structure
        source = self.structure.document.source
        self.key = source.sha256[:16]
        self.path = f"document/{self.key}"
        self.doc = address(self.path)
        self.text = address(f"{self.path}/text")
        self.graph = graph_of(source.sha256)
        self.lines: set[str] = set()
        self.nodes = addresses(self.path, extraction.found)
        self.parts = dict(self._structural_parts())
        self.link_numbers: dict[str, int] = {}
        self.pages = [(span.start, span.end, page) for page, span in self.structure.document.pages()]

    def add(self, subject: str, predicate: str, value: str) -> None:
        self.lines.add(f"{subject} {name(predicate)} {value}")

    # -- the document itself

    def document(self) -> None:
        source, doc = self.structure.document.source, self.doc
        self.add(doc, "rdf:type", name(DOCUMENT_CLASSES[self.structure.kind]))
        self.add(doc, "rdf:type", name("eli:Work"))
        self.add(doc, "rdfs:label", literal(source.name))
        self.add(doc, "eli:is_realized_by", self.text)
        self.add(self.text, "rdf:type", name("eli:Expression"))
        self.add(self.text, "kv:length", scalar(len(self.structure.document.text)))
        self.add(self.text, "kv:sha256", literal(hashlib.sha256(self.structure.document.text.encode()).hexdigest()))
        file = address(f"{self.path}/file")
        self.add(self.text, "eli:is_embodied_by", file)
        self.add(file, "rdf:type", name("eli:Manifestation"))
        self.add(file, "dcterms:format", literal(source.media_type))
        self.add(file, "kv:sha256", literal(source.sha256))
        self.add(file, "kv:fileName", literal(source.name))
        self.add(self.graph, "rdf:type", name("kv:Extraction"))
        self.add(self.graph, "prov:used", file)
        self.add(self.graph, "prov:wasAssociatedWith", address(f"software/kg-{VERSION}"))
        if not any(m.record()["name"] == "case" for m in self.extraction.mentions("header")):
            self._case(self.key, ())

    def _case(self, key: str, mentions: Sequence[Mention], number: str | None = None) -> None:
        case = address(f"case/{key}")
        self.add(case, "rdf:type", name("kv:Case"))
        self.add(case, "rdfs:label", literal(f"zaak {number}" if number else f"zaak zonder nummer {key}"))
        if number:
            self.add(case, "dcterms:identifier", literal(number))
            self.relation(self.doc, "kv:inCase", case, mentions)
        else:
            self.add(self.doc, "kv:inCase", case)

    # -- questions, answers, notes

    def _structural_parts(self) -> Iterator[tuple[tuple[str, str], str]]:
        for question in self.structure.questions:
            yield ("question", str(question.number)), address(f"{self.path}/question/{question.number}")
        for answer in self.structure.answers:
            node = address(f"{self.path}/answer/{answer.to[0]}")
            for number in reversed(answer.to):
                yield ("answer", str(number)), node
        for note in self.structure.notes:
            yield ("note", note.label), address(f"{self.path}/note/{note.label}")

    def questions_and_answers(self) -> None:
        for question in self.structure.questions:
            node = self.parts["question", str(question.number)]
            self.add(self.doc, "kv:hasQuestion", node)
            self._textual(node, "kv:Question", question.passage, question.number, question.printed)
        for answer in self.structure.answers:
            node = self.parts["answer", str(answer.to[0])]
            self.add(self.doc, "kv:hasAnswer", node)
            self._textual(node, "kv:Answer", answer.passage, answer.to[0], answer.printed)
            self._answered(node, answer)
        for note in self.structure.notes:
            node = self.parts["note", note.label]
            self._textual(node, "kv:Note", note.passage, None, note.label)
            for place in note.places:
                if (target := self.place(place)) != self.doc:
                    self.add(node, "kv:markedIn", target)

    def _answered(self, node: str, answer: Answer) -> None:
        if kind := answer_type(answer):
            self.add(node, "kv:answerType", name(f"kv:{kind}"))
        for number in answer.to:
            if question := self.parts.get(("question", str(number))):
                self.add(node, "kv:answersQuestion", question)

    def _textual(self, node: str, kind: str, passage: Passage, position: int | None, printed: str | None) -> None:
        self.add(node, "rdf:type", name(kind))
        self.add(node, "schema:text", literal(passage.text))
        self.add(node, "dcterms:isPartOf", self.doc)
        if position is not None:
            self.add(node, "schema:position", scalar(position))
        if printed:
            self.add(node, "skos:notation", literal(printed))
        self.located(node, passage.spans(), "segment")

    def place(self, at: str) -> str:
        """The node that a place of the records contract names: a question, an answer, else the document."""
        kind, _, number = at.partition(" ")
        return self.parts.get((kind, number), self.doc)

    # -- evidence

    def located(self, node: str, spans: Iterable[Span], extractor: str) -> None:
        """Says where a node stands, and who found it."""
        self.add(node, "oa:hasSource", self.text)
        agent = address(f"extractor/{extractor}/{VERSION}")
        self.add(node, "prov:wasAttributedTo", agent)
        self.add(agent, "rdf:type", name("prov:SoftwareAgent"))
        for span in spans:
            self.add(node, "oa:hasSelector", self._selector(span))

    def _selector(self, span: Span) -> str:
        text = self.structure.document.text
        node = f"{self.text[:-1]}#char={span.start},{span.end}>"
        self.add(node, "rdf:type", name("oa:TextPositionSelector"))
        self.add(node, "rdf:type", name("oa:TextQuoteSelector"))
        self.add(node, "oa:start", scalar(span.start))
        self.add(node, "oa:end", scalar(span.end))
        self.add(node, "oa:exact", literal(self.structure.document.quote(span)))
        self.add(node, "oa:prefix", literal(text[max(0, span.start - CONTEXT) : span.start]))
        self.add(node, "oa:suffix", literal(text[span.end : span.end + CONTEXT]))
        if (page := self._page(span.start)) is not None:
            self.add(node, "kv:page", scalar(page))
        for box in self.structure.document.printed(span):
            edges = " ".join(f"{edge:.1f}" for edge in (box.left, box.bottom, box.right, box.top))
            self.add(node, "kv:box", literal(f"{box.page} {edges}"))
        return node

    def _page(self, at: int) -> int | None:
        """The page on which a character stands."""
        before = bisect_right(self.pages, at, key=itemgetter(0))
        start, end, page = self.pages[before - 1] if before else (0, 0, 0)
        return page if start <= at < end else None

    def relation(self, subject: str, predicate: str, value: str, mentions: Iterable[Mention]) -> None:
        """A plain triple, and the assertion that leads from it to its mentions."""
        self.add(subject, predicate, value)
        digest = hashlib.sha256(f"{subject} {predicate} {value}".encode()).hexdigest()[:12]
        node = address(f"{self.path}/assertion/{digest}")
        self.add(node, "rdf:type", name("kv:Assertion"))
        self.add(node, "rdf:subject", subject)
        self.add(node, "rdf:predicate", name(predicate))
        self.add(node, "rdf:object", value)
        for mention in mentions:
            self.add(node, "prov:wasDerivedFrom", self.nodes[mention])

    # -- mentions

    def mention(self, found: Found) -> None:
        mention, node = found.mention, self.nodes[found.mention]
        self.add(node, "rdf:type", name(f"kv:{mention.rdf_class}"))
        self.located(node, mention.evidence(), found.extractor)
        for at in mention.at or ("document",):
            self.add(node, "dcterms:isPartOf", self.place(at))
        self._facts(node, mention.facts())
        for predicate, key, kind, facts in mention.parts():
            part = f"{node[:-1]}/{key}>"
            self.add(node, predicate, part)
            self.add(part, "rdf:type", name(f"kv:{kind}"))
            self._facts(part, facts)
        self._said(mention, node)

    def _facts(self, node: str, facts: Iterable[tuple[str, Value]]) -> None:
        for predicate, value in facts:
            if (term := self.value(value)) is not None:
                self.add(node, predicate, term)

    def value(self, value: Value) -> str | None:
        """A value as a term; None for a part that the document does not have."""
        if isinstance(value, Mention):
            return self.nodes.get(value)
        if isinstance(value, Part):
            return self.parts.get((value.kind, value.key))
        if isinstance(value, Thing):
            return thing(value)
        if isinstance(value, Term):
            return name(value.name if ":" in value.name else f"kv:{value.name}")
        return scalar(value)

    def _said(self, mention: Mention, node: str) -> None:
        """The plain triples that a mention states by itself, without a resolver."""
        if mention.field == "header":
            self._header(mention)
        elif mention.field == "amounts":
            for at in mention.at:
                self.add(self.place(at), "kv:states", node)
        elif mention.field == "promises":
            for at in mention.at:
                self.add(self.place(at), "kv:promises", node)
        elif mention.field == "refers":
            self._refers(mention)
        elif mention.field == "issues":
            item = mention.record()
            self._noticed(node, item["message"], item["message_en"])
        elif isinstance(mention, Finding):
            self._finding(mention, node)

    def _header(self, mention: Mention) -> None:
        fact = mention.record()
        value = getattr(mention, "value")  # noqa: B009 - header facts are known by their field
        if fact["name"] == "case":
            self._case(value, (mention,), value)
        else:
            self.relation(self.doc, HEADER_PROPERTIES[fact["name"]], scalar(value), (mention,))
        if fact["name"] == "publication":
            self._published(value, mention)

    def _published(self, identifier: str, mention: Mention) -> None:
        """The publication that the document is a copy of: the node that citations of it lead to."""
        node = thing(Thing("publication", identifier))
        self.add(node, "rdf:type", name("kv:Paper"))
        self.add(node, "rdfs:label", literal(identifier))
        self.relation(self.doc, "kv:publishedAs", node, (mention,))

    def _refers(self, mention: Mention) -> None:
        pair = mention.record()
        subject = self.place(mention.at[0])
        answer = self.parts.get(("answer", str(pair["to"])))
        question = self.parts.get(("question", str(pair["to"])))
        if mention.at[0].startswith("answer") and answer:
            self.relation(subject, "kv:refersToAnswer", answer, (mention,))
        elif question:
            self.relation(subject, "kv:refersToQuestion", question, (mention,))

    def _noticed(self, node: str, nl: str, en: str) -> None:
        """What an issue says, in both languages."""
        self.add(node, "rdfs:comment", literal(nl, "nl"))
        self.add(node, "rdfs:comment", literal(en, "en"))

    def _finding(self, finding: Finding, node: str) -> None:
        self.add(node, "rdf:type", name(f"kv:{finding.kind}"))
        self._noticed(node, finding.nl, finding.en)

    # -- links

    def link(self, link: Link) -> None:
        subject, target = self.nodes[link.mention], thing(link.target)
        number = self.link_numbers[subject] = self.link_numbers.get(subject, 0) + 1
        node = f"{subject[:-1]}/link/{number}>"
        self.add(subject, "kv:hasLink", node)
        self.add(node, "rdf:type", name("kv:Link"))
        self.add(node, "kv:target", target)
        self.add(node, "kv:verdict", name(f"kv:{link.verdict}"))
        self.add(node, "kv:score", f'"{link.score:.2f}"^^{name("xsd:decimal")}')
        self.add(node, "kv:reason", literal(link.reason))
        self.add(node, "kv:method", literal(link.method))
        if link.verdict == "yes":
            self._linked(link, subject, target)

    def _linked(self, link: Link, subject: str, target: str) -> None:
        """What follows from a verdict of yes: the target is described, and the plain triples are said."""
        if link.method != "registry":  # what the registry knows has its name there
            self.add(target, "rdfs:label", literal(link.label))
            self._facts(target, link.says)
        mention, kind = link.mention, link.target.kind
        if mention.field in CITING and kind != "outlet":
            self._cites(mention, subject, target)
            if kind in ("letter", "publication"):
                self._follows(link, target)
        elif mention.field == "organisations":
            self.add(subject, "kv:organisation", target)
            for at in mention.at:
                self.relation(self.place(at), "kv:mentionsOrganisation", target, (mention,))
        elif kind in AGENTS and mention.field not in CITING:
            self.add(subject, AGENTS[kind], target)
            if predicate := PARTICIPATIONS.get((mention.field, kind)):
                self.relation(self.doc, predicate, target, (mention,))

    def _follows(self, link: Link, target: str) -> None:
        """What follows from the words round the mention: who sent a letter, the dossier of a paper."""
        for predicate, value in link.says:
            if isinstance(value, Thing):
                self.relation(target, predicate, thing(value), (link.mention,))
                if value.kind == "dossier":
                    self.add(thing(value), "rdfs:label", literal(dossier_label(value.key)))
                    self._facts(thing(value), described(value.key, self._words(link.mention)))

    def _words(self, mention: Mention) -> str:
        """The words of a mention as printed."""
        return " ".join(map(self.structure.document.quote, mention.spans))

    def _cites(self, mention: Mention, subject: str, target: str) -> None:
        self.add(subject, "cito:hasCitedEntity", target)
        for at in mention.at or ("document",):
            citing = self.place(at)
            self.add(subject, "cito:hasCitingEntity", citing)
            self.relation(citing, "kv:cites", target, (mention,))

    def issues(self) -> None:
        for number, issue in enumerate(self.structure.issues, 1):
            node = address(f"{self.path}/issue/{number}")
            self.add(node, "rdf:type", name("kv:Issue"))
            self.add(node, "kv:rule", literal(issue.rule))
            self._noticed(node, issue.message, english(issue.rule))
            self.add(node, "dcterms:isPartOf", self.doc)
            self.located(node, issue.spans, issue.by)


CITING = frozenset({"sources", "papers", "laws", "ecli", "eu_acts", "motions", "documents", "letters"})
AGENTS = {"person": "kv:agent", "party": "kv:party", "post": "kv:post"}
PARTICIPATIONS = {
    ("askers", "person"): "kv:askedBy",
    ("addressees", "post"): "kv:addressedTo",
    ("answerers", "post"): "kv:answeredAs",
    ("answerers", "person"): "kv:answeredBy",
    ("on_behalf_of", "post"): "kv:onBehalfOf",
}
