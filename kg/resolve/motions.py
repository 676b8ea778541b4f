"""Motions to the official publications that hold them."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.motions import MotionReference
from kg.records import Extraction, Link, Term, Thing, Value
from kg.resolve._dossiers import belongs
from kg.resolve._verdicts import UNCHECKED


def resolve(extraction: Extraction) -> Iterator[Link]:
    """A link from each motion with a number, or with the movers of the one numbered motion of the document."""
    motions = [m for m in extraction.mentions("motions") if isinstance(m, MotionReference)]
    known: dict[tuple[str, ...], set[str]] = {}
    for motion in motions:
        if motion.identifier:
            known.setdefault(motion.key, set()).add(motion.identifier)
    for motion in motions:
        same = known.get(motion.key, set())
        identifier = motion.identifier or (min(same) if len(same) == 1 else None)
        if identifier:
            score, reason = (1.0, "de verwijzing noemt het stuk") if motion.identifier else (0.9, "dezelfde indieners")
            reason = f"{reason}; {UNCHECKED}"
            says: tuple[tuple[str, Value], ...] = (("rdf:type", Term("kv:Paper")),)
            if motion.dossier:
                says += tuple(belongs(motion.dossier))
            yield Link(motion, Thing("publication", identifier), "yes", score, reason, "identifier", identifier, says)
