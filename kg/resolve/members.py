"""Members of the House and their groups, by name, group and day."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.participants import Participation
from kg.records import Extraction, Link, Term
from kg.registry import registry
from kg.resolve._verdicts import attested, day, links


def resolve(extraction: Extraction) -> Iterator[Link]:
    """Askers to people and parties."""
    on = day(extraction, "submitted", "received", "letter_date")
    for mention in extraction.mentions("askers"):
        if not isinstance(mention, Participation) or not mention.name:
            continue
        person = attested("person", mention.name, mention.party)
        found = registry().member(mention.name, mention.party, on)
        yield from links(mention, found, mention.name, person, (("rdf:type", Term("foaf:Person")),))
        if mention.party:
            party = attested("party", mention.party)
            yield from links(
                mention, registry().party(mention.party, on), mention.party, party, (("rdf:type", Term("kv:Party")),)
            )
