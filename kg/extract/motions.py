"""Motions that questions and answers speak of, by their movers.

"motie Dobbe c.s. (Kamerstuk 36180, nr. 107)" (ah-tk-20242025-616); "de motie Hagen/Sneller" (docx-4), which has no
number: cited, but nobody can tell which one, so that it is an issue as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from kg.extract._unread import Unread
from kg.grammar.links import Link, links_in, paper_of
from kg.grammar.motions import FoundMotion, find
from kg.grammar.prose import prose
from kg.records import Mention, Passage, Structure, Value
from kg.registry.names import squash


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionReference(Mention):
    """A citation of a motion.  `link`: the hyperlink that gives its number, where none is printed."""

    field: ClassVar[str] = "motions"
    rdf_class: ClassVar[str] = "MotionReference"

    raw: str
    movers: tuple[str, ...]
    dossier: str | None
    number: str | None
    link: Link | None = None

    @property
    def identifier(self) -> str | None:
        """The identifier of the official publication, where the number is printed."""
        return f"kst-{self.dossier}-{self.number}" if self.dossier and self.number else None

    @property
    def key(self) -> tuple[str, ...]:
        """The movers, proof against lost spaces."""
        return _key(self.movers)

    def record(self) -> dict[str, Any]:
        """Movers, paper, words."""
        link = self.link.address if self.link else None
        return {"movers": list(self.movers), "paper": self.identifier, "raw": self.raw, "link": link}

    def facts(self) -> Iterator[tuple[str, Value]]:
        """Words, movers, number."""
        yield "kv:asPrinted", self.raw
        for name in self.movers:
            yield "kv:moverAsPrinted", name
        if self.dossier and self.number:
            yield "kv:dossier", self.dossier
            yield "kv:subnumber", self.number
        if self.link:
            yield "kv:linksTo", self.link.address


def extract(structure: Structure) -> Iterator[MotionReference | Unread]:
    """Every motion; one without a number that the document gives nowhere is an issue too."""
    heads = [(p, (p.place,)) for p in (structure.heading, structure.answer_heading) if p]
    found = [(p, at, motion) for p, at in (*heads, *prose(structure)) for motion in find(p.text)]
    links = {i: _link(structure, passage, motion) for i, (passage, _, motion) in enumerate(found) if not motion.number}
    numbered = {_key(motion.movers) for i, (_, _, motion) in enumerate(found) if motion.number or links[i]}
    for i, (passage, at, motion) in enumerate(found):
        yield _mention(passage, at, motion, links.get(i))
        if _key(motion.movers) not in numbered:
            spans, raw = passage.spans(motion.start, motion.end), passage.text[motion.start : motion.end]
            message, english = f"bij ‘{raw}’ staat geen nummer", f"‘{raw}’ has no number"
            yield Unread(rule="motions/no-number", message=message, en=english, spans=spans, at=at)


def _key(movers: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(squash(name) for name in movers)


def _link(structure: Structure, passage: Passage, motion: FoundMotion) -> Link | None:
    """The first link of its words to a paper of the House or the Senate."""
    links = (link for link in links_in(structure, passage) if link.start < motion.end and motion.start < link.end)
    return next((link for link in links if (paper := paper_of(link)) and paper.type == "kamerstuk"), None)


def _mention(passage: Passage, at: tuple[str, ...], motion: FoundMotion, link: Link | None) -> MotionReference:
    linked = paper_of(link) if link else None
    return MotionReference(
        raw=passage.text[motion.start : motion.end],
        movers=motion.movers,
        dossier=linked.dossier if linked else motion.dossier,
        number=linked.subnumber if linked else motion.number,
        link=link,
        spans=passage.spans(motion.start, motion.end),
        at=at,
    )
