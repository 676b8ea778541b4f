"""News media that the annotated documents cite, with the names and domains they are printed under."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from kg.registry.media import host, spelling
from kg.registry.names import slug, squash
from kg.registry.reference import gold_sources
from kg.registry.turtle import Fact, Node, text

NEWS = {"news", "broadcast"}
ALSO = {
    "NOS": ("NOS website", "NOS.nl", "NOS Nieuws"),
    "AD": ("Algemeen Dagblad", "Algemene Dagblad"),
    "De Telegraaf": ("Telegraaf",),
    "FD": ("Financieele Dagblad", "Het Financieel Dagblad"),
    "Follow the Money": ("FTM", "Website Follow the Money"),
}
"""Names of one outlet: reference/README.md, "news publishers"."""
NO_MEDIA = {"Vereniging Eigen Huis", "De Algemene Onderwijsbond", "Kinderrechten.nl", "Duurzaam ondernemen"}
"""Organisations whose own website is cited as news."""


def outlet_nodes(folder: Path) -> Iterator[Node]:
    """A node per outlet: publishers of annotated news items, joined by spelling, by domain or by ALSO."""
    names: dict[str, dict[str, str]] = defaultdict(dict)
    domains: dict[str, dict[str, str]] = defaultdict(dict)
    for document, kind, publisher, address in gold_sources(folder):
        if kind not in NEWS or not publisher or publisher in NO_MEDIA:
            continue
        key = _known(publisher) or spelling(publisher)
        names[key].setdefault(publisher, document)
        for domain in filter(None, (host(address or ""), host(publisher))):
            domains[key].setdefault(domain, document)
    for key, merged in _by_domain(names, domains).items():
        yield _node(key, merged, names, domains)


def _known(publisher: str) -> str:
    for name, others in ALSO.items():
        if squash(publisher) in {squash(name), *map(squash, others)} or spelling(publisher) == spelling(name):
            return spelling(name)
    return ""


def _by_domain(names: dict[str, dict[str, str]], domains: dict[str, dict[str, str]]) -> dict[str, list[str]]:
    owner: dict[str, str] = {}
    merged: dict[str, list[str]] = {}
    for key in names:
        shared = next((owner[domain] for domain in domains[key] if domain in owner), key)
        merged.setdefault(shared, []).append(key)
        owner.update(dict.fromkeys(domains[key], shared))
    return merged


def _node(key: str, keys: list[str], names: dict[str, dict[str, str]], domains: dict[str, dict[str, str]]) -> Node:
    printed = {name: document for each in keys for name, document in names[each].items()}
    known = next((name for name in ALSO if spelling(name) == key), "")
    label = known or min(printed, key=lambda name: (bool(host(name)), -len(name), name))
    facts: list[Fact] = [
        ("a", "schema:NewsMediaOrganization"),
        ("rdfs:label", text(label)),
        ("skos:prefLabel", text(label)),
    ]
    facts += [("skos:altLabel", text(name)) for name in {*printed, *ALSO.get(label, ())} - {label}]
    facts += [("dcterms:source", text(f"gold/{document}")) for document in printed.values()]
    facts += [("dcterms:source", text("reference/README.md"))] if label in ALSO else []
    for each in keys:
        facts += [("kv:domain", text(domain)) for domain in domains[each]]
        facts += [("dcterms:source", text(f"gold/{document}")) for document in domains[each].values()]
    return Node(f"outlet:{slug(label)}", tuple(facts))
