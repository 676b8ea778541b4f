"""One page to look around in a network: whole in one file, no network access, no other people's JavaScript."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from functools import cache
from importlib import resources
from string import Template
from typing import Any

import networkx as nx

from kg.picture.kinds import KINDS, words
from kg.picture.layout import layout
from kg.picture.selection import LIMIT, select
from kg.quotes import Quote
from kg.vocab import base

# a "<" could end the script element, and these two ended a line of JavaScript once
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
MOST_QUOTES = 6  # of one relation
BESIDE = 160  # characters of the sentence on either side of a quote


def page(graph: nx.MultiDiGraph[str], title: str = "Kamervragen", limit: int = LIMIT) -> str:
    """The page as HTML.  Of more than `limit` nodes the best connected are drawn, and the page says so."""
    selection = select(graph, limit)
    style, script = _part("page.css"), _part("page.js")
    notice = f'<p class="notice" role="note">{selection.nl} <span lang="en">{selection.en}</span></p>'
    return Template(_part("page.html")).substitute(
        title=html.escape(title),
        count=f"{len(selection.graph)} knopen · {selection.graph.number_of_edges()} verbindingen",
        notice=notice if selection.nl else "",
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
        data=inert(_data(selection.graph)),
    )


def inert(value: Any) -> str:
    r"""JSON that nothing in an HTML page can take for markup.

    >>> inert("</script>")
    '"\\u003c/script\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return text


@cache
def _part(name: str) -> str:
    return (resources.files(__package__) / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """What the content security policy knows an inline style or script by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _data(graph: nx.MultiDiGraph[str]) -> dict[str, Any]:
    """Nodes, edges (by number of node), the kinds that occur, and the names of all relations and facts."""
    places, number = layout(graph), {node: i for i, node in enumerate(graph)}
    nodes = [
        {
            "label": values["label"],
            "kind": values["kind"],
            "file": dict(values["facts"]).get("rdfs:label", "") if values["kind"] == "document" else "",
            "facts": [[name, _worded(value)] for name, value in values["facts"]],
            "q": _quotes(values["quotes"], number),
            "x": places[node][0],
            "y": places[node][1],
        }
        for node, values in graph.nodes(data=True)
    ]
    edges = [
        {"s": number[s], "t": number[t], "p": name, "q": _quotes(values["quotes"], number), "r": values["sources"]}
        for s, t, name, values in graph.edges(keys=True, data=True)
    ]
    present = {node["kind"] for node in nodes}
    names = {fact[0] for node in nodes for fact in node["facts"]} | {edge["p"] for edge in edges}
    return {
        "nodes": nodes,
        "edges": edges,
        "kinds": {
            kind: {"nl": look.nl, "en": look.en, "colour": look.colour, "shape": look.shape}
            for kind, look in KINDS.items()
            if kind in present
        },
        "words": {name: list(words(name)) for name in sorted(names)},
    }


def _worded(value: str) -> str:
    """A term of our own in words; anything else as it is."""
    return " · ".join(words(value)) if value.startswith("kv:") and " " not in value else value


def _quotes(quotes: tuple[Quote, ...], number: dict[str, int]) -> list[list[str | int]]:
    """Before, words, after, document (its number in the picture, else its address), place in it."""
    return [
        [
            _tail(q.before),
            _cut(q.exact, 700),
            _cut(q.after, BESIDE),
            number.get(q.document, q.document.removeprefix(base())),
            f"{q.start}–{q.end}",
        ]
        for q in quotes[:MOST_QUOTES]
    ]


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def _tail(text: str) -> str:
    return text if len(text) <= BESIDE else "… " + text[-BESIDE:].split(" ", 1)[-1]
