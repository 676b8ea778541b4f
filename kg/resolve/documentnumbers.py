"""Document numbers of the Kamer to one paper each; a reference mark alone does not say whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.documentnumbers import DocumentReference
from kg.records import Extraction, Link, Term, Thing
from kg.resolve._verdicts import UNCHECKED

REASON = f"het nummer noemt één stuk; {UNCHECKED}"


def resolve(extraction: Extraction) -> Iterator[Link]:
    """A link from each number of the Kamer, and from each name of a publication of questions."""
    for mention in extraction.mentions("documents"):
        if isinstance(mention, DocumentReference) and mention.official:
            kind = "publication" if mention.number.startswith("kv-") else "paper"
            target, says = Thing(kind, mention.number), (("rdf:type", Term("kv:Paper")),)
            yield Link(mention, target, "yes", 1.0, REASON, "identifier", mention.number, says)
