"""What kind of medium an outlet is: where its own name says so, or a text that names it ("het tv-programma Kassa").

The outlet's name says more than a text, a text more than an address.  Where words of two kinds are found, or none, the
kind is left open: a medium that is only a title to us is no newspaper by guess.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.registry.media import host
from kg.registry.names import slug
from kg.registry.turtle import Node, text

KINDS = {
    "newspaper": ("krant", "newspaper"),
    "magazine": ("tijdschrift", "magazine"),
    "broadcaster": ("omroep", "broadcaster"),
    "programme": ("programma", "programme"),
    "news-agency": ("persbureau", "news agency"),
    "website": ("website", "web site"),
}
"""The kinds, with their names in Dutch and English."""
HERE = "ontology/lists/README.md"
NAMES = {
    "newspaper": r"dagblad|courant|krant|nieuwsblad",
    "magazine": r"magazine|weekblad|tijdschrift",
    "broadcaster": r"omroep|omrop|\brtv\b|\bradio\b|nieuwsradio",
}
"""Words in the name of an outlet that say what it is."""
BEFORE = {
    "newspaper": r"krant|dagblad",
    "magazine": r"weekblad|tijdschrift|vakblad|opinieblad",
    "broadcaster": r"omroep|(?:radio|televisie|tv-)?zender",
    "programme": r"(?:tv-|televisie|radio)?programma",
    "news-agency": r"persbureau",
    "website": r"nieuws(?:web)?site",
}
"""Words before the name of an outlet that say what it is."""
AFTER = {"newspaper": r"handelsblad", "broadcaster": r"nieuwsradio"}
"""Words after the name of an outlet that say what it is."""
_IN_NAME = {kind: re.compile(words, re.IGNORECASE) for kind, words in NAMES.items()}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a source says that an outlet is; `also`: the longer name that it prints."""

    kind: str
    source: str
    also: str = ""


def by_name(names: Mapping[str, str]) -> Evidence | None:
    """The kind that the names of an outlet (with the source of each) say, where they agree.

    >>> by_name({"Kamper Dagblad": "gold/x"})
    Evidence(kind='newspaper', source='gold/x: Kamper Dagblad', also='')
    """
    found = [
        Evidence(kind, f"{source}: {name}")
        for name, source in sorted(names.items())
        for kind, words in _IN_NAME.items()
        if words.search(name)
    ]
    return _agreed(found)


def by_address(label: str, names: Mapping[str, str]) -> Evidence | None:
    """A web site, where the outlet goes by its address, or by "Website" before its name."""
    for name, source in sorted(names.items()):
        if (name == label and host(name)) or name == f"Website {label}":
            return Evidence("website", f"{source}: {name}")
    return None


def by_texts(names: Iterable[str], texts: Iterable[tuple[str, str]]) -> dict[str, Evidence]:
    """The kind that texts (source, words) say of each of the names, where they agree."""
    known = sorted(names, key=lambda name: (-len(name), name))
    if not known:
        return {}
    patterns = {kind: _pattern(known, kind) for kind in sorted({*BEFORE, *AFTER})}
    found: dict[str, list[Evidence]] = defaultdict(list)
    for source, words in texts:
        for kind, pattern in patterns.items():
            for match in pattern.finditer(words):
                name = match["name"] or match["first"]
                also = match[0] if match["first"] else ""
                found[name].append(Evidence(kind, f"{source}: {match[0]}", also))
    return {name: agreed for name, each in found.items() if (agreed := _agreed(each))}


def _pattern(names: list[str], kind: str) -> re.Pattern[str]:
    """The name with the kind's word before it (an article may stand between), or after it."""
    any_name = "|".join(map(re.escape, names))
    before, after = BEFORE.get(kind, r"(?!)"), AFTER.get(kind, r"(?!)")
    return re.compile(
        rf"""\b(?: (?i:{before})\ (?:[Dd]e\ |[Hh]et\ )? [‘'"«“]? (?P<name>{any_name}) (?!\w)
               | (?P<first>{any_name})\ (?i:{after}) (?!\w) )""".replace("\n", " "),
        re.VERBOSE,
    )


def _agreed(found: list[Evidence]) -> Evidence | None:
    return found[0] if len({each.kind for each in found}) == 1 else None


def kind_nodes() -> Iterator[Node]:
    """A concept per kind."""
    for kind, (dutch, english) in KINDS.items():
        labels = [
            (name, text(*each))
            for name in ("rdfs:label", "skos:prefLabel")
            for each in ((dutch, "nl"), (english, "en"))
        ]
        yield Node(f"medium:{slug(kind)}", (("a", "skos:Concept"), *labels, ("dcterms:source", text(HERE))))
