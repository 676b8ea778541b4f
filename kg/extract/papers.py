"""Parliamentary papers that a document cites, each with the place where it does; the forms are in `kg.grammar.papers`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from kg.grammar.headers import own_cases
from kg.grammar.links import Link, links_in, paper_of, with_links
from kg.grammar.papers import Paper, find, well_formed
from kg.grammar.places import places
from kg.records import Finding, Mention, Structure, Term, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperReference(Mention):
    """One citation of a paper.  `link`: the hyperlink of its words, to a paper that is not always the one printed."""

    field: ClassVar[str] = "papers"
    rdf_class: ClassVar[str] = "PaperReference"

    paper: Paper
    raw: str
    link: Link | None = None

    @property
    def key(self) -> tuple[str, str | None, str | None]:
        """What makes two citations the same paper."""
        return self.paper.type, self.paper.dossier, self.paper.subnumber

    @property
    def malformed_session(self) -> bool:
        """Whether the session as printed is not a session: "2022-203"."""
        printed = self.paper.session_printed
        return bool(printed) and not well_formed(printed or "")

    @property
    def wrong_chamber(self) -> bool:
        """Whether a lettered number, which only the Senate uses, is called a paper of the House."""
        return self.paper.chamber_printed == "II" and self.paper.chamber == "I"

    @property
    def identifier(self) -> str | None:
        """The identifier of the official publication; None where the citation does not name one paper."""
        return _identifier(self.paper)

    @property
    def mislinked(self) -> str | None:
        """The paper to which the words lead, where they print another of its sort."""
        linked = paper_of(self.link) if self.link else None
        other = linked and self.paper.type == linked.type and _number(self.paper) != _number(linked)
        return _number(linked) if linked and other else None

    @property
    def resolution(self) -> str:
        """resolved, corrected (a slip was read as what was meant), or ambiguous (no single paper is named)."""
        if self.identifier is None and self.paper.type != "case":
            return "ambiguous"
        return "corrected" if self.malformed_session or self.wrong_chamber else "resolved"

    def record(self) -> dict[str, Any]:
        """The keys of the records contract, and the identifier."""
        paper = self.paper
        out: dict[str, Any] = {
            "type": paper.type,
            "dossier": paper.dossier,
            "subnumber": paper.subnumber,
            "session": paper.session,
        }
        out |= {"raw": self.raw, "identifier": self.identifier, "resolution": self.resolution}
        return out | {"link": self.link.address if self.link else None}

    def facts(self) -> Iterator[tuple[str, Value]]:
        """As printed and as understood."""
        paper = self.paper
        yield "kv:paperType", Term(paper.type)
        yield "kv:resolution", Term(self.resolution)
        yield "kv:asPrinted", self.raw
        for term, value in (
            ("kv:dossier", paper.dossier),
            ("kv:subnumber", paper.subnumber),
            ("kv:session", paper.session),
            ("kv:sessionAsPrinted", paper.session_printed),
            ("kv:chamber", paper.chamber),
            ("kv:chamberAsPrinted", paper.chamber_printed),
        ):
            if value:
                yield term, value
        if self.link:
            yield "kv:linksTo", self.link.address

    def findings(self) -> Iterator[Finding]:
        """A session that is none; a lettered number, which only the Senate uses, called a paper of the House."""
        paper = self.paper
        if self.malformed_session:
            nl = f"‘{paper.session_printed}’ is geen vergaderjaar; bedoeld is waarschijnlijk {paper.session}."
            en = f"'{paper.session_printed}' is no session; probably {paper.session} is meant."
            yield Finding.of("MalformedSession", self, nl, en, (paper.session_printed or "", paper.session or ""))
        if self.wrong_chamber:
            nl = f"Een stuknummer met een letter ({paper.subnumber}) is van de Eerste Kamer; de verwijzing noemt de Tweede."
            en = f"A lettered number ({paper.subnumber}) belongs to the Senate; the citation names the House."
            yield Finding.of("WrongChamber", self, nl, en)
        if linked := self.mislinked:
            printed = _number(paper)
            nl = f"Er staat {printed}, maar de link leidt naar {linked}."
            en = f"{printed} is printed, but the link leads to {linked}."
            yield Finding.of("LinkMismatch", self, nl, en, (printed, linked))


def extract(structure: Structure) -> Iterator[PaperReference]:
    """Every citation of a paper, in headings, questions, answers, remarks and notes."""
    own = {f"{m['year']}Z{m['number']}" for _, m in own_cases(structure)}
    for passage in structure.passages():
        letter = passage in structure.front
        for paper, link in with_links(find(passage.text), links_in(structure, passage)):
            if paper.type == "case" and (letter or paper.subnumber in own):
                continue
            yield PaperReference(
                paper=paper,
                raw=passage.text[paper.start : paper.end],
                link=link,
                spans=passage.spans(paper.start, paper.end),
                at=places(structure, passage),
            )


def _identifier(paper: Paper) -> str | None:
    years = (paper.session or "").replace("-", "")
    if paper.type == "kamerstuk" and paper.dossier and paper.subnumber:
        return f"kst-{paper.dossier}-{paper.subnumber}"
    if paper.type == "aanhangsel" and years and paper.subnumber:
        return f"ah-tk-{years}-{paper.subnumber}"
    return None


def _number(paper: Paper) -> str:
    """A paper by the identifier of its publication, else by as much of its number as is known."""
    return _identifier(paper) or " ".join(part for part in (paper.session, paper.dossier, paper.subnumber) if part)
