"""Citations of laws, rulings and European acts to one resource each, by name or number."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.legal import EuActReference, LegalReference, RulingReference
from kg.records import Extraction, Link, Term, Thing, Value
from kg.registry.names import squash

_SOURCE: tuple[str, Value] = ("rdf:type", Term("kv:CitedSource"))
_LAW: tuple[str, Value] = ("rdf:type", Term("eli:LegalResource"))


def resolve(extraction: Extraction) -> Iterator[Link]:
    """A link from each citation; laws are the same where their names are, apart from spaces and hyphens."""
    for field in ("laws", "ecli", "eu_acts"):
        for mention in extraction.mentions(field):
            if isinstance(mention, LegalReference):
                target, reason = Thing("law", squash(mention.law)), "de wet heet zo"
                said = (*((("dcterms:identifier", mention.bwb),) if mention.bwb else ()), *_address(mention.url))
                yield Link(mention, target, "yes", 1.0, reason, "name", mention.law, (_SOURCE, _LAW, *said))
            elif isinstance(mention, RulingReference):
                says = (_SOURCE, ("dcterms:identifier", mention.identifier), *_address(mention.url))
                target, reason = Thing("ruling", mention.identifier), "de ECLI noemt één uitspraak"
                yield Link(mention, target, "yes", 1.0, reason, "identifier", mention.identifier, says)
            elif isinstance(mention, EuActReference):
                says = (_SOURCE, _LAW, ("dcterms:identifier", mention.identifier))
                target, reason = Thing("law", f"eu-{mention.act.key}"), "het nummer noemt één besluit van de Unie"
                label = f"{mention.act.type} {mention.identifier}"
                yield Link(mention, target, "yes", 1.0, reason, "identifier", label, says)


def _address(url: str | None) -> tuple[tuple[str, Value], ...]:
    """The address of the official publication, where a document prints it."""
    return (("schema:url", url),) if url else ()
