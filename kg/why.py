"""Why the graph says something: from a triple, or a thing, to the marked words that it was read from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

import pyoxigraph as ox
from rich.console import Console
from rich.text import Text

from kg.ask import address
from kg.errors import UsageProblem
from kg.named import find
from kg.places import Node, Place, Support, Verdict, check_quotes, located, objects, quads, registry, support_of
from kg.store import Store
from kg.vocab import base, iri, short

__all__ = ["Explanation", "Place", "Support", "Verdict", "check_quotes", "why", "write"]

_DATATYPES = ("xsd:date", "xsd:integer", "xsd:decimal", "xsd:gYear", "xsd:gYearMonth", "xsd:boolean")
_LITERAL = re.compile(
    r'"(?P<text>(?:[^"\\]|\\.)*)" (?: @(?P<language>[A-Za-z-]+) | \^\^<?(?P<datatype>[^\s<>]+)>? )?',
    re.VERBOSE | re.DOTALL,
)


Lead = tuple[ox.NamedNode, Node | None]  # a located node or registry entry, and the thing that it led to


@dataclass(frozen=True, slots=True)
class Explanation:
    """A statement, or a thing, and what supports it; `more` supports were left out.

    Without support, `reason` says why there is none.
    """

    statement: str
    supports: tuple[Support, ...]
    more: int = 0
    reason: str = ""

    @property
    def problems(self) -> list[str]:
        """Quotes that do not stand where the graph says."""
        return [place.problem for support in self.supports for place in support.places if place.problem]


def why(
    store: Store,
    subject: str,
    predicate: str | None = None,
    object: str | None = None,  # noqa: A002 - the word of RDF
    *,
    most: int = 20,
) -> Explanation:
    """What supports a triple, all triples of a subject and predicate, or what is known of the origin of a thing.

    IRIs are whole, prefixed, or relative to the base (`document/.../answer/5`); a subject may also be a name that
    `kg graph --around` takes (a file, a case), and then a place in it: the first character and the one after the last.
    An object may also be a literal, plain or quoted.  At most `most` supports are read.  Raises UsageProblem for what is no address and for what the graph
    does not say.
    """
    node = _named(store, subject)
    if predicate is None:
        statement, leads = short(node.value), list(_thing(store, node))
        reason = "nothing that was read leads here: the graph only describes it."
    elif predicate.isdecimal() and object is not None and object.isdecimal():
        statement, leads = f"{subject} {predicate}-{object}", list(_at(store, node, predicate, object))
        reason = "nothing was read at just these characters. Take start and end from a row of kg ask."
    else:
        statement, leads = _statement(store, node, predicate, object)
        reason = "no words say this: it describes how the document was read and is built up."
    leads = list(dict.fromkeys(leads))
    supports = tuple(support_of(store, *lead) for lead in leads[:most])
    return Explanation(statement, supports, max(0, len(leads) - most), "" if supports else reason)


def _statement(store: Store, subject: ox.NamedNode, predicate: str, given: str | None) -> tuple[str, list[Lead]]:
    """The triples that are meant, in words, and what leads to each.  Raises UsageProblem where there are none."""
    relation = _node(predicate)
    values = sorted({quad.object for quad in quads(store, subject, relation)}, key=str)
    if given is not None:
        values = [value for value in values if _same(value, given)]
    statement = " ".join([short(subject.value), short(relation.value), given or ""]).strip()
    if not values:
        name = short(subject.value)
        raise UsageProblem(f"the graph does not say: {statement}. See what is known of it with: kg why {name}")
    return statement, [lead for value in values for lead in _triple(store, subject, relation, value)]


def _named(store: Store, name: str) -> ox.NamedNode:
    """The thing of this address; else the first of this name, a document before a case."""
    try:
        node = address(name)
    except ValueError:
        node = None
    if node is not None and (any(quads(store, node)) or any(quads(store, None, None, node)) or "/" in name):
        return node
    return ox.NamedNode(min(find(store, name), key=lambda found: (f"{base()}document/" not in found, found)))


def _at(store: Store, document: ox.NamedNode, start: str, end: str) -> Iterator[Lead]:
    """What was read in a document from just this character to that one, in one piece or in several."""
    begun, ended = (_with_edge(store, edge, at) for edge, at in (("oa:start", start), ("oa:end", end)))
    for node in sorted(begun & ended, key=str):
        if node.value.startswith(f"{document.value}/"):
            yield node, None


def _with_edge(store: Store, edge: str, at: str) -> set[ox.NamedNode]:
    """The located nodes of which a piece begins, or ends, at a character of its document."""
    number = ox.Literal(at, datatype=ox.NamedNode(iri("xsd:integer")))
    selectors = (quad.subject for quad in quads(store, None, edge, number))
    owners = (quad.subject for selector in selectors for quad in quads(store, None, "oa:hasSelector", selector))
    return {owner for owner in owners if isinstance(owner, ox.NamedNode)}


def _node(name: str) -> ox.NamedNode:
    try:
        return address(name)
    except ValueError:
        raise UsageProblem(
            f"{name[:80]!r} is no address. Give an IRI, a prefixed name or a path such as document/..."
        ) from None


def _same(value: Node, given: str) -> bool:
    """Whether a term is what the user means: an address, a quoted literal with its type, or the bare value."""
    if isinstance(value, ox.Literal):
        match = _LITERAL.fullmatch(given)
        if match is None:
            return value.value == given
        datatype = match["datatype"] or ""
        words = re.sub(r"\\(.)", r"\1", match["text"])
        return (value.value, value.language or "") == (words, match["language"] or "") and (
            not datatype or value.datatype.value in (datatype, _whole(datatype))
        )
    return isinstance(value, ox.NamedNode) and value == _node(given)


def _whole(name: str) -> str:
    return iri(name) if name in _DATATYPES else name


# -- from statements to what supports them


def _triple(store: Store, subject: ox.NamedNode, predicate: ox.NamedNode, value: Node) -> Iterator[Lead]:
    """What leads to one triple: its assertions' mentions, else a located node in it, else the registry."""
    if asserted := list(_asserted(store, subject, predicate, value)):
        yield from asserted
    elif ends := [node for node in (subject, value) if isinstance(node, ox.NamedNode) and located(store, node)]:
        yield from ((node, None) for node in ends)
    elif any(quads(store, subject, predicate, value, registry())) or any(quads(store, subject, "dcterms:source")):
        yield subject, None
    else:
        yield from _owners(store, subject)


def _asserted(store: Store, subject: ox.NamedNode, predicate: ox.NamedNode, value: Node) -> Iterator[Lead]:
    for quad in sorted(quads(store, None, "rdf:subject", subject), key=str):
        node = quad.subject
        if any(quads(store, node, "rdf:predicate", predicate)) and any(quads(store, node, "rdf:object", value)):
            yield from ((mention, value) for mention in objects(store, node, "prov:wasDerivedFrom"))
            if isinstance(node, ox.NamedNode) and any(quads(store, node, "dcterms:source")):  # a row of a list
                yield node, value


def _thing(store: Store, node: ox.NamedNode) -> Iterator[Lead]:
    """Where a thing stands, what it was derived from, what the registry says, who speaks of it.

    Raises UsageProblem where the graph does not know it.
    """
    if not any(quads(store, node)) and not any(quads(store, None, None, node)):
        raise UsageProblem(
            f"{short(node.value)}: there is nothing of this name in the graph. Find names with kg query."
        )
    if located(store, node):
        yield node, None
        return
    yield from ((mention, None) for mention in objects(store, node, "prov:wasDerivedFrom"))
    if any(quads(store, node, None, None, registry())) or any(quads(store, node, "dcterms:source")):
        yield node, None
    for end in ("rdf:object", "rdf:subject"):
        for quad in sorted(quads(store, None, end, node), key=str):
            yield from ((mention, node) for mention in objects(store, quad.subject, "prov:wasDerivedFrom"))
    yield from _owners(store, node)
    if not any(quads(store, None, "cito:hasCitedEntity", node)):  # named, and judged not to be what is meant
        for quad in sorted(quads(store, None, "kv:target", node), key=str):
            if isinstance(quad.subject, ox.NamedNode):
                yield from _owners(store, quad.subject)


def _owners(store: Store, node: ox.NamedNode) -> Iterator[Lead]:
    """The located nodes that a part without words of its own belongs to: a year slice, a link."""
    for relation in ("kv:hasSlice", "kv:hasLink"):
        found = {quad.subject for quad in quads(store, None, relation, node)}
        yield from ((owner, None) for owner in sorted(found, key=str) if isinstance(owner, ox.NamedNode))


# -- print


def write(explanation: Explanation, out: TextIO) -> None:
    """Print an explanation: the words in bold on a terminal, between >>> and <<< elsewhere."""
    console = Console(file=out, highlight=False, soft_wrap=True, width=None if out.isatty() else 10_000)
    console.print(Text(explanation.statement, style="bold"))
    if explanation.reason:
        console.print(Text(f"  {explanation.reason}"))
    for support in explanation.supports:
        for line in _lines(support, marked=not console.is_terminal):
            console.print(line)
    if explanation.more:
        console.print(Text(f"  and {explanation.more} more"))


def _lines(support: Support, *, marked: bool) -> Iterator[Text]:
    if not support.places:
        yield Text(f"  {short(support.node)} (registry)")
        yield from (Text(f"    source: {source}") for source in support.sources)
        return
    spans = ", ".join(f"{place.start}-{place.end}" for place in support.places)
    pages = ", ".join(dict.fromkeys(place.page for place in support.places if place.page))
    where = f"page {pages}, characters {spans}" if pages else f"characters {spans}"
    yield Text(f"  {support.document}, {where} ({support.extractor})")
    for place in support.places:
        yield _sentence(place, marked=marked)
        if place.problem:
            yield Text(f"    WRONG: {place.problem}", style="bold red")
    for verdict in support.verdicts:
        yield Text(f"    {verdict.verdict} {short(verdict.target)} ({verdict.score}): {verdict.reason}")


def _sentence(place: Place, *, marked: bool) -> Text:
    """The sentence on one line, without characters that would move a terminal's cursor."""
    line = Text("    ")
    line.append(_one_line(place.before))
    line.append(f">>>{_one_line(place.quote)}<<<" if marked else _one_line(place.quote), style="bold yellow")
    line.append(_one_line(place.after))
    return line


def _one_line(words: str) -> str:
    return "".join(char if char.isprintable() else " " for char in re.sub(r"\s+", " ", words))
