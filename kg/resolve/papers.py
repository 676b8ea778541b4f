"""Citations of papers to the official publications that they mean."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.papers import PaperReference
from kg.records import Extraction, Link, Term, Thing, Verdict

WORDS = {
    "resolved": "de verwijzing noemt één stuk",
    "corrected": "de verwijzing is verschreven; dit is bedoeld",
    "ambiguous": "de verwijzing noemt niet één stuk",
}


def resolve(extraction: Extraction) -> Iterator[Link]:
    """Kamerstukken and Aanhangsels to their identifier, case numbers to cases; the rest to a paper of its own name."""
    for mention in extraction.mentions("papers"):
        if not isinstance(mention, PaperReference):
            continue
        paper, resolution = mention.paper, mention.resolution
        verdict: Verdict = "yes"
        if paper.type == "case":
            target = Thing("case", paper.subnumber or "")
        elif mention.identifier:
            target = Thing("publication", mention.identifier)
        else:
            names = [paper.type, paper.dossier, paper.session, paper.subnumber]
            target = Thing("paper", "-".join(name for name in names if name))
        score = {"resolved": 1.0, "corrected": 0.9, "ambiguous": 0.5}[resolution]
        kind = (("rdf:type", Term("kv:Case")), ("dcterms:identifier", target.key)) if target.kind == "case" else None
        says = kind or (("rdf:type", Term("kv:Paper")),)
        yield Link(mention, target, verdict, score, WORDS[resolution], "identifier", target.key, says)
