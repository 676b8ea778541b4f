"""Citations of papers to the official publications that they mean."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.papers import PaperReference
from kg.records import Extraction, Link, Term, Thing, Value
from kg.resolve._dossiers import belongs, described, dossier, label
from kg.resolve._verdicts import UNCHECKED

WORDS = {
    "resolved": f"de verwijzing noemt één stuk; {UNCHECKED}",
    "corrected": f"de verwijzing is verschreven; dit is bedoeld; {UNCHECKED}",
    "ambiguous": "de verwijzing noemt niet één stuk",
}


def resolve(extraction: Extraction) -> Iterator[Link]:
    """Kamerstukken and Aanhangsels to their identifier, case numbers to cases; the rest to a paper of its own name.

    A Kamerstuk belongs to its dossier; where no number within the dossier is printed, the dossier itself is cited.
    """
    for mention in extraction.mentions("papers"):
        if isinstance(mention, PaperReference):
            target, says, name = _meant(mention)
            score = {"resolved": 1.0, "corrected": 0.9, "ambiguous": 0.5}[mention.resolution]
            yield Link(mention, target, "yes", score, WORDS[mention.resolution], "identifier", name, says)


def _meant(mention: PaperReference) -> tuple[Thing, tuple[tuple[str, Value], ...], str]:
    """What is cited, what the citation says of it, and its name."""
    paper, kind = mention.paper, ("rdf:type", Term("kv:Paper"))
    if paper.type == "case":
        number = paper.subnumber or ""
        return Thing("case", number), (("rdf:type", Term("kv:Case")), ("dcterms:identifier", number)), number
    if paper.type == "kamerstuk" and paper.dossier:
        if not mention.identifier:
            return dossier(paper.dossier), tuple(described(paper.dossier, mention.raw)), label(paper.dossier)
        return Thing("publication", mention.identifier), (kind, *belongs(paper.dossier)), mention.identifier
    key = mention.identifier or "-".join(n for n in (paper.type, paper.dossier, paper.session, paper.subnumber) if n)
    return Thing("publication" if mention.identifier else "paper", key), (kind,), key
