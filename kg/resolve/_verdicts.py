"""Turning what the registry finds into links, and what it does not know into things attested by documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kg.extract.header import HeaderFact
from kg.records import Extraction, Link, Mention, Thing, Value
from kg.registry import Candidate, Found
from kg.registry.names import slug

CERTAIN = 0.8  # a single candidate at or above this is what is meant
UNCHECKED = "of het bestaat is niet nagegaan"  # of a paper: no list of publications was asked


def day(extraction: Extraction, *names: str) -> date | None:
    """The first of the document's dates `names` ("received", "submitted", ...) that it states."""
    facts = {m.name: m.value for m in extraction.mentions("header") if isinstance(m, HeaderFact)}
    found = (facts.get(name) for name in names)
    return next((value for value in found if isinstance(value, date)), None)


def certain(found: Found) -> Candidate | None:
    """The one candidate that is beyond doubt, if there is one."""
    return found[0] if len(found) == 1 and found[0].score >= CERTAIN else None


def links(
    mention: Mention, found: Found, label: str, attested: Thing, says: tuple[tuple[str, Value], ...] = ()
) -> Iterator[Link]:
    """The candidates with their verdicts; and, where none is certain, what the document itself attests.

    The method says which of the two it is: nobody of that name on a day that the lists cover, or a day outside them.
    """
    if best := certain(found):
        yield Link(mention, best.thing, "yes", best.score, best.reason, "registry", label)
        return
    for candidate in (*found, *found.possible):
        yield unsure(mention, candidate, label)
    reason = found.reason or "geen zekere kandidaat in het register"
    method = "attested" if found.covered else "attested-outside-coverage"
    yield Link(mention, attested, "yes", 1.0, f"zoals in het document genoemd; {reason}", method, label, says)


def unsure(mention: Mention, candidate: Candidate, label: str) -> Link:
    """A candidate that may be meant."""
    return Link(mention, candidate.thing, "unsure", candidate.score, candidate.reason, "registry", label)


def attested(kind: str, *names: str | None) -> Thing:
    """A thing known only by what documents call it: the same names give the same thing, in whatever document.

    >>> attested("person", "Kröger", "GroenLinks-PvdA")
    Thing(kind='person', key='attested-kroger--groenlinks-pvda')
    """
    return Thing(kind, "attested-" + "--".join(slug(name) for name in names if name))
