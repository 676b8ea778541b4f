"""Offices and the people who held them: the post is asked, the incumbent of that day answers."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.participants import Participation
from kg.records import Extraction, Link, Term
from kg.registry import registry
from kg.resolve._verdicts import attested, day, links

ROLES = {"minister": "minister", "staatssecretaris": "stateSecretary", "minister-president": "primeMinister"}


def resolve(extraction: Extraction) -> Iterator[Link]:
    """Addressees to posts; who answers, and on whose behalf, to posts and people."""
    asked = day(extraction, "submitted", "received", "letter_date")
    answered = day(extraction, "received", "letter_date", "submitted")
    for field, on in (("addressees", asked), ("answerers", answered), ("on_behalf_of", answered)):
        for mention in extraction.mentions(field):
            if not isinstance(mention, Participation) or not mention.office:
                continue
            label = f"{mention.office} {mention.portfolio}" if mention.portfolio else mention.office
            post = attested("post", mention.office, mention.portfolio)
            says = (("rdf:type", Term("org:Post")), ("kv:role", Term(ROLES[mention.office])))
            yield from links(mention, registry().post(mention.office, mention.portfolio, on), label, post, says)
            if mention.name:
                person = attested("person", mention.name, mention.office)
                found = registry().minister(mention.name, mention.office, mention.portfolio, on)
                yield from links(mention, found, mention.name, person, (("rdf:type", Term("foaf:Person")),))
