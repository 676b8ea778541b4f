"""The places that a located node leads to: its words in the stored text, who read them, and what was judged of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import StoreProblem
from kg.grammar.sentences import sentences
from kg.store import Store
from kg.vocab import base, iri, short

Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_MARGIN = 500  # characters looked at on either side of the words for the rest of the sentence
_LINE_END = re.compile(r"(?<!\n)\n(?![^\S\n]*\n)")  # inside a paragraph


@dataclass(frozen=True, slots=True)
class Place:
    """Marked words in a text.  `problem` says what is wrong where the text there is not the quote, else is empty.

    `page` is the number of the page where they begin, where the document has pages; `boxes` are where their lines are
    printed, each as its page and its left, bottom, right and top edge in points from the lower left corner.
    """

    start: int
    end: int
    quote: str
    before: str
    after: str
    problem: str = ""
    page: str = ""
    boxes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a resolver judged of a mention: `verdict` is yes, no or unsure."""

    target: str
    verdict: str
    score: str
    reason: str


@dataclass(frozen=True, slots=True)
class Support:
    """One thing that supports a statement: a place in a document, or an entry of the registry (`sources`)."""

    node: str
    document: str = ""
    extractor: str = ""
    places: tuple[Place, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    sources: tuple[str, ...] = ()


def located(store: Store, node: Node) -> bool:
    """Whether the node itself stands somewhere in a document."""
    return isinstance(node, ox.NamedNode) and any(quads(store, node, "oa:hasSelector"))


def support_of(store: Store, node: ox.NamedNode, target: Node | None = None) -> Support:
    """A located node with its words, or an entry of the registry with its sources.

    Of the node's links those to `target`, or all where none leads there.
    """
    text = next(iter(objects(store, node, "oa:hasSource")), None)
    if text is None:
        found = (quad.object for quad in quads(store, node, "dcterms:source"))
        sources = tuple(sorted(value.value for value in found if isinstance(value, ox.Literal | ox.NamedNode)))
        return Support(node.value, document="registry", sources=sources)
    agent = next(iter(objects(store, node, "prov:wasAttributedTo")), None)
    extractor = " ".join(agent.value.split("/")[-2:]) if agent is not None else ""
    verdicts = [_verdict(store, link) for link in objects(store, node, "kv:hasLink")]
    fitting = [verdict for verdict in verdicts if isinstance(target, ox.NamedNode) and verdict.target == target.value]
    places = _places(store, node, store.text(_key(text)))
    return Support(node.value, _file(store, text), extractor, places, tuple(fitting or verdicts))


def _places(store: Store, node: ox.NamedNode, content: str) -> tuple[Place, ...]:
    """The pieces of a located node in reading order; their sentences stay within the question, answer or note."""
    within = bounds(store, node)
    places = (_place(store, selector, content, within) for selector in objects(store, node, "oa:hasSelector"))
    return tuple(sorted(places, key=lambda place: (place.start, place.end)))


def bounds(store: Store, node: ox.NamedNode) -> list[tuple[int, int]]:
    """Where the question, answer or note stands that a located node belongs to, piece by piece."""
    return [
        _span(store, selector) for part in _parts(store, node) for selector in objects(store, part, "oa:hasSelector")
    ]


def _parts(store: Store, node: ox.NamedNode) -> list[Node]:
    """The nodes whose text a located node belongs to: notes, questions and answers; one of these is its own."""
    if any(quads(store, node, "schema:text")) and any(quads(store, node, "skos:notation")):
        return [node]
    parts = objects(store, node, "dcterms:isPartOf")
    notes = {quad.subject for part in parts for quad in quads(store, None, "kv:markedIn", part)}
    return [*sorted(notes, key=str), *parts]


def _span(store: Store, selector: ox.NamedNode) -> tuple[int, int]:
    return int(value_of(store, selector, "oa:start")), int(value_of(store, selector, "oa:end"))


def _place(store: Store, selector: ox.NamedNode, content: str, within: Iterable[tuple[int, int]] = ()) -> Place:
    start, end = _span(store, selector)
    quote = value_of(store, selector, "oa:exact")
    found = content[start:end]
    problem = ""
    if found != quote:
        differ = f"the text has {found[:60]!r} where the graph quotes {quote[:60]!r}"
        problem = f"{short(selector.value)}: {differ}. Run kg build again."
    around = next((bound for bound in within if bound[0] <= start and end <= bound[1]), (0, len(content)))
    before, after = _around(content, (start, end), around)
    page = value_or_none(store, selector, "kv:page") or ""
    boxes = (quad.object for quad in quads(store, selector, "kv:box"))
    lines = sorted((box.value for box in boxes if isinstance(box, ox.Literal)), key=_from_top)
    return Place(start, end, quote, before, after, problem, page, tuple(lines))


def _from_top(box: str) -> tuple[float, ...]:
    page, left, _, _, top = map(float, box.split())
    return page, -top, left


def _around(content: str, place: tuple[int, int], bound: tuple[int, int]) -> tuple[str, str]:
    """The rest of the sentence, or sentences, on either side of a place; cut short with an ellipsis."""
    start, end = place
    first, last = max(bound[0], start - _MARGIN), min(bound[1], end + _MARGIN)
    window = _LINE_END.sub(" ", content[first:last])
    begin, stop = start - first, end - first
    inside = [span for span in sentences(window) if span[0] < max(stop, begin + 1) and span[1] > begin]
    opened, closed = (min(inside[0][0], begin), max(inside[-1][1], stop)) if inside else (begin, stop)
    before, after = window[opened:begin], window[stop:closed]
    if opened == 0 and first > bound[0]:
        before = f"… {before.partition(' ')[2]}"
    if closed == len(window) and last < bound[1]:
        after = f"{after.rpartition(' ')[0]} …"
    return before, after


def _verdict(store: Store, link: ox.NamedNode) -> Verdict:
    names = ("kv:target", "kv:verdict", "kv:score", "kv:reason")
    target, verdict, score, reason = (value_of(store, link, name) for name in names)
    return Verdict(target, verdict.rpartition("#")[2], score, reason)


def _file(store: Store, text: ox.NamedNode | None) -> str:
    """The name of the file that a text was read from."""
    files = objects(store, text, "eli:is_embodied_by") if text is not None else []
    return value_of(store, files[0], "kv:fileName") if files else ""


def _key(text: ox.NamedNode) -> str:
    """The key of the stored text: `document/KEY/text`."""
    return text.value.split("/")[-2]


def check_quotes(store: Store) -> list[str]:
    """One line per selector of the store whose quote is not what the text has there."""
    problems: list[str] = []
    key, content = "", ""
    selectors = {quad.subject for quad in quads(store, None, "oa:exact") if isinstance(quad.subject, ox.NamedNode)}
    for selector in sorted(selectors, key=lambda node: node.value):
        owner = selector.value.partition("#")[0].split("/")[-2]
        if owner != key:
            key, content = owner, store.text(owner)
        if problem := _place(store, selector, content).problem:
            problems.append(problem)
    return problems


def quads(
    store: Store,
    subject: Node | None = None,
    predicate: ox.NamedNode | str | None = None,
    value: Node | None = None,
    graph: ox.NamedNode | None = None,
) -> Iterable[ox.Quad]:
    """The quads of a store that match, over all graphs."""
    relation = ox.NamedNode(iri(predicate)) if isinstance(predicate, str) else predicate
    return store.quads.quads_for_pattern(subject, relation, value, graph)  # type: ignore[arg-type]


def objects(store: Store, node: Node, predicate: str) -> list[ox.NamedNode]:
    """The things that a relation leads to, sorted."""
    found = {quad.object for quad in quads(store, node, predicate)}
    return sorted((thing for thing in found if isinstance(thing, ox.NamedNode)), key=lambda thing: thing.value)


def value_or_none(store: Store, node: ox.NamedNode, predicate: str) -> str | None:
    """The first value of a property, None where it has none."""
    values = (quad.object for quad in quads(store, node, predicate))
    return min((value.value for value in values if isinstance(value, ox.Literal | ox.NamedNode)), default=None)


def value_of(store: Store, node: ox.NamedNode, predicate: str) -> str:
    """The one value of a property.  Raises StoreProblem where there is none."""
    value = value_or_none(store, node, predicate)
    if value is None:
        raise StoreProblem(f"{short(node.value)} has no {predicate}: the graph is not sound. Run kg build again.")
    return value


def registry() -> ox.NamedNode:
    """The named graph of the registry."""
    return ox.NamedNode(f"{base()}graph/registry")
