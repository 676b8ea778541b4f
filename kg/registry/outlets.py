"""News media that documents cite, with the names and domains they are printed under, and of what kind they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.registry.kinds import Evidence, by_address, by_name, by_texts
from kg.registry.media import host, spelling
from kg.registry.names import slug, squash
from kg.registry.reference import gold_sources, texts
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


NAMED = (
    *("Argos", "Bloomberg", "Brabants Dagblad", "Buitenhof", "Cumhuriyet", "EenVandaag", "Haarlems Dagblad", "L1"),
    *("Metro", "Nieuwsblad Transport", "Nieuwsuur", "Omroep Brabant", "Omroep Gelderland", "Omroep Max", "Omroep West"),
    *("Omroep WNL", "Omrop Fryslân", "OneWorld", "Ongehoord Nederland", "Reformatorisch Dagblad", "RTV Oost"),
    *("RTV Utrecht", "The Moscow Times", "Volkskrant", "ZDF"),
)
"""Media that subjects of cases name, and say of what kind they are; no document of the annotation cites them."""
Names = dict[str, dict[str, str]]


@dataclass(slots=True)
class Outlet:
    """An outlet: its label, its names and its domains, each with the source that has it."""

    label: str
    names: dict[str, str]
    domains: dict[str, str]
    evidence: Evidence | None = None


def outlet_nodes(folder: Path) -> Iterator[Node]:
    """A node per outlet: publishers of annotated news items, and the media that subjects of cases name."""
    cited = list(_cited(folder))
    said = by_texts([*NAMED, *(name for outlet in cited for name in outlet.names)], texts(folder))
    for outlet in cited:
        told = [said[name] for name in sorted(outlet.names) if name in said]
        outlet.evidence = by_name(outlet.names) or next(iter(told), None) or by_address(outlet.label, outlet.names)
        outlet.names |= {each.also: each.source for each in told if each.also}
        yield _node(outlet)
    first = _first(folder)
    for name in sorted(first):
        if evidence := by_name({name: first[name]}) or said.get(name):
            yield _node(Outlet(name, {name: evidence.source}, {}, evidence))


def _cited(folder: Path) -> Iterator[Outlet]:
    """Publishers of annotated news items, joined by spelling, by domain or by ALSO."""
    names: Names = defaultdict(dict)
    domains: Names = defaultdict(dict)
    for document, kind, publisher, address in gold_sources(folder):
        if kind not in NEWS or not publisher or publisher in NO_MEDIA:
            continue
        key = _known(publisher) or spelling(publisher)
        names[key].setdefault(publisher, f"gold/{document}")
        for domain in filter(None, (host(address or ""), host(publisher))):
            domains[key].setdefault(domain, f"gold/{document}")
    for key, merged in _by_domain(names, domains).items():
        printed = {name: source for each in merged for name, source in names[each].items()}
        known = next((name for name in ALSO if spelling(name) == key), "")
        label = known or min(printed, key=lambda name: (bool(host(name)), -len(name), name))
        also = dict.fromkeys((label, *ALSO[label]), "reference/README.md") if label in ALSO else {}
        hosts = {domain: source for each in merged for domain, source in domains[each].items()}
        yield Outlet(label, also | printed, hosts)


def _first(folder: Path) -> dict[str, str]:
    """The first case, or document, that names each of NAMED."""
    wanted = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(NAMED, key=len, reverse=True)))
    first: dict[str, str] = {}
    for source, words in texts(folder):
        for match in wanted.finditer(words):
            first.setdefault(match[0], source)
    return first


def _known(publisher: str) -> str:
    for name, others in ALSO.items():
        if squash(publisher) in {squash(name), *map(squash, others)} or spelling(publisher) == spelling(name):
            return spelling(name)
    return ""


def _by_domain(names: Names, domains: Names) -> dict[str, list[str]]:
    owner: dict[str, str] = {}
    merged: dict[str, list[str]] = {}
    for key in names:
        shared = next((owner[domain] for domain in domains[key] if domain in owner), key)
        merged.setdefault(shared, []).append(key)
        owner.update(dict.fromkeys(domains[key], shared))
    return merged


def _node(outlet: Outlet) -> Node:
    facts: list[Fact] = [
        ("a", "schema:NewsMediaOrganization"),
        ("rdfs:label", text(outlet.label)),
        ("skos:prefLabel", text(outlet.label)),
        *(("skos:altLabel", text(name)) for name in outlet.names if name != outlet.label),
        *(("kv:domain", text(domain)) for domain in outlet.domains),
        *(("dcterms:source", text(source)) for source in (*outlet.names.values(), *outlet.domains.values())),
    ]
    if outlet.evidence:
        facts += [("dcterms:type", f"medium:{outlet.evidence.kind}"), ("dcterms:source", text(outlet.evidence.source))]
    return Node(f"outlet:{slug(outlet.label)}", tuple(facts))
