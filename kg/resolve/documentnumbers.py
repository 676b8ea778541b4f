"""Document numbers of the Kamer to one paper each; a reference mark alone does not say whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.documentnumbers import DocumentReference
from kg.records import Extraction, Link, Term, Thing


def resolve(extraction: Extraction) -> Iterator[Link]:
    """A link from each number of the Kamer."""
    for mention in extraction.mentions("documents"):
        if isinstance(mention, DocumentReference) and mention.official:
            target, says = Thing("paper", mention.number), (("rdf:type", Term("kv:Paper")),)
            yield Link(mention, target, "yes", 1.0, "het nummer noemt één stuk", "identifier", mention.number, says)
