"""Members of the House and their groups, by name, group and day."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.participants import Participation
from kg.records import Extraction, Link, Term
from kg.registry import Found, registry
from kg.resolve._verdicts import attested, certain, day, links


def resolve(extraction: Extraction) -> Iterator[Link]:
    """Askers to people and parties."""
    on = day(extraction, "submitted", "received", "letter_date")
    for mention in extraction.mentions("askers"):
        if not isinstance(mention, Participation) or not mention.name:
            continue
        group = registry().party(mention.party, on) if mention.party else Found()
        person = attested("person", mention.name, _group(mention.party, group))
        found = registry().member(mention.name, mention.party, on)
        yield from links(mention, found, mention.name, person, (("rdf:type", Term("foaf:Person")),))
        if mention.party:
            party = attested("party", mention.party)
            yield from links(mention, group, mention.party, party, (("rdf:type", Term("kv:Party")),))


def _group(printed: str | None, found: Found) -> str | None:
    """What tells namesakes apart: the group that is meant, however it is printed ("NSC", "Nieuw Sociaal Contract")."""
    meant = certain(found)
    return meant.thing.key if meant else printed
