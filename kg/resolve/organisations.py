"""Organisations to one resource each, by name."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.organisations import OrganisationMention
from kg.records import Extraction, Link, Term, Thing


def resolve(extraction: Extraction) -> Iterator[Link]:
    """A link from each mention to the organisation of that name."""
    for mention in extraction.mentions("organisations"):
        if isinstance(mention, OrganisationMention):
            reason = "naam of afkorting in de lijst" if mention.listed else "in dit document met afkorting genoemd"
            method = "registry" if mention.listed else "attested"
            says = (("rdf:type", Term("org:Organization")),)
            yield Link(mention, Thing("organisation", mention.key), "yes", 1.0, reason, method, mention.name, says)
