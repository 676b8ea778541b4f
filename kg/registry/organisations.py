"""The list of organisations: names and abbreviations as documents introduce them, each with where it stands.

    python -m kg.registry.organisations CORPUS_DIR REFERENCE_DIR      write ontology/lists/organisations.ttl

A name is listed when a document introduces it with its abbreviation (`kg.grammar.organisations`), or when the
subjects of two cases in the House's own list do; names that need no abbreviation (`NAMED`) when a document or a subject
has them.  Names with one abbreviation that differ by a letter or two are one organisation.  No source here says from
when until when an organisation bore its name, so the list has no periods.  Identifiers are added by hand in curated.ttl,
and only where a source gives them.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pyoxigraph as ox
from rapidfuzz.fuzz import ratio

from kg.extract import extract
from kg.grammar.organisations import defined
from kg.read import read
from kg.registry.names import slug, squash
from kg.registry.reference import rows
from kg.registry.turtle import Node, text, write
from kg.vocab import data, iri

LIST = "organisations.ttl"
CASES = "zaken_2007-2024.csv.gz"
ALIKE = 90  # likeness, of 100, of two spellings of one name
MOST_SOURCES = 3
_NAMED = """Aedes;Algemene Rekenkamer;Alliander;Amnesty International;Arbeidsinspectie;ASML;Belastingdienst;Centraal Bureau voor de Statistiek
    College voor de Rechten van de Mens;Consumentenbond;COVRA;Dienst Toeslagen;Eneco;Enexis;Europol;FNV;Frontex;Gasunie;Gezondheidsraad
    Greenpeace;Hoge Raad;Holland Casino;Inspectie van het Onderwijs;Interpol;Interprovinciaal Overleg;Kamer van Koophandel;Kansspelautoriteit
    Kinderombudsman;KLM;Koninklijke Marechaussee;Logius;Luchtverkeersleiding Nederland;MKB-Nederland;Movisie;Nationale ombudsman;Nationale Ombudsman
    Nationale politie;Nationale Politie
    Nederlandse Arbeidsinspectie;Nederlandse Publieke Omroep;Nederlandse Spoorwegen;Onderwijsinspectie;PostNL;ProRail;Raad van State
    Raad voor de rechtspraak;Rijksdienst voor het Wegverkeer;Rijksvastgoedbedrijf;Rijkswaterstaat;Schiphol;Shell;Sociaal-Economische Raad
    Staatsbosbeheer;Staatsloterij;Tata Steel;TenneT;Trimbos-instituut;Urenco;Vattenfall;Vewin;Vitens;VNO-NCW;Zorginstituut Nederland"""
NAMED = tuple(re.split(r";|\n\s*", _NAMED))  # what documents and subjects call by its whole name
CUT_SHORT = frozenset(("Technische Universiteit",))  # beginnings of names


@dataclass(frozen=True, slots=True)
class Organisation:
    """A name, other names and abbreviations, and the key of its IRI."""

    key: str
    name: str
    others: tuple[str, ...]


@dataclass(slots=True)
class Entry:
    """What is known of an organisation while the list is made; `others` and `sources` in the order found."""

    name: str
    others: dict[str, None] = field(default_factory=dict)
    sources: dict[str, None] = field(default_factory=dict)


@cache
def organisations() -> tuple[Organisation, ...]:
    """The organisations of the list, by key."""
    path = data("ontology") / "lists" / LIST
    label, other = iri("skos:prefLabel"), iri("skos:altLabel")
    names: dict[str, str] = {}
    others: dict[str, list[str]] = defaultdict(list)
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE) if path.exists() else ():
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
            key = quad.subject.value.rpartition("/")[2]
            if quad.predicate.value == label:
                names[key] = quad.object.value
            elif quad.predicate.value == other:
                others[key].append(quad.object.value)
    return tuple(Organisation(key, name, tuple(others[key])) for key, name in sorted(names.items()))


def collect(corpus: Path, reference: Path) -> str:
    """The list as Turtle, from all text documents of a folder and the subjects of the House's list of cases."""
    documents = [(f"corpus/text/{path.stem}", _texts(path)) for path in sorted(corpus.glob("*.txt"))]
    subjects = [(f"reference/{CASES}: {row['Nummer']}", [row["Onderwerp"]]) for row in rows(reference, CASES)]
    entries: dict[str, Entry] = {}
    for least, told in ((1, documents), (2, subjects)):
        for (name, short), sources in sorted(_introduced(told).items(), key=lambda item: (-len(item[1]), item[0])):
            if (len(sources) >= least or name in NAMED) and name not in CUT_SHORT:
                _add(entries, name, short, sorted(sources))
    for name, places in _attested([*documents, *subjects]).items():
        _add(entries, name, "", places)
    return write(
        "Organisaties die documenten of onderwerpen van zaken noemen, elk met waar dat staat.\n"
        "Van wanneer tot wanneer een naam gold staat in geen bron; de lijst heeft daarom geen perioden.\n"
        "Gemaakt door: python -m kg.registry.organisations CORPUS_DIR REFERENCE_DIR",
        [_node(key, entry) for key, entry in sorted(entries.items())],
    )


Told = list[tuple[str, list[str]]]  # a source and its texts


def _texts(path: Path) -> list[str]:
    return [passage.text for passage in extract(read(path)).structure.passages()]


def _introduced(told: Told) -> dict[tuple[str, str], set[str]]:
    """Names with their abbreviations, and where they are introduced so."""
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for source, texts in told:
        for found in (found for said in texts for found in defined(said)):
            seen[found.name, found.short].add(source)
    return seen


def _attested(told: Told) -> dict[str, list[str]]:
    """The names that need no abbreviation, each with the first places that have it."""
    name = re.compile(
        rf"(?<![\w-])(?:{'|'.join(re.escape(name) for name in sorted(NAMED, key=len, reverse=True))})(?![\w-])"
    )
    seen: dict[str, list[str]] = defaultdict(list)
    for source, texts in told:
        for found in dict.fromkeys(found for said in texts for found in name.findall(said)):
            seen[found].append(source)
    return seen


def _add(entries: dict[str, Entry], name: str, short: str, sources: list[str]) -> None:
    """A name to the entry that it is a spelling of, else an entry of its own."""
    key = next(_same(entries, name, short), slug(name))
    entry = entries.setdefault(key, Entry(name))
    entry.others.update((other, None) for other in (short, name) if other and other != entry.name)
    entry.sources.update((source, None) for source in sources)


def _same(entries: dict[str, Entry], name: str, short: str) -> Iterator[str]:
    for key, entry in entries.items():
        if key == slug(name) or (short in entry.others and ratio(squash(name), squash(entry.name)) >= ALIKE):
            yield key


def _node(key: str, entry: Entry) -> Node:
    facts = [("a", "org:Organization"), ("rdfs:label", text(entry.name)), ("skos:prefLabel", text(entry.name))]
    facts += [("skos:altLabel", text(other)) for other in entry.others]
    facts += [("dcterms:source", text(source)) for source in list(entry.sources)[:MOST_SOURCES]]
    return Node(f"organisation:{key}", tuple(sorted(facts)))


if __name__ == "__main__":
    (data("ontology") / "lists" / LIST).write_text(collect(Path(sys.argv[1]), Path(sys.argv[2])), encoding="utf-8")
