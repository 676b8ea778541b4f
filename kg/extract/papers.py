"""Parliamentary papers as they are cited: Kamerstukken, Handelingen, Aanhangsel, and case numbers of other sets.

"Kamerstukken II 2024/25, 30 821, nr. 240" (ah-tk-20242025-558); "Kamerstukken II, 2022-203, 29279, nr. M"
(000_21975a96bc877d13); "Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 505"; "21 501-02, nr. 2870" (-595).

>>> [(p.dossier, p.subnumber) for p in find("Kamerstukken 23 645, nr. 811 en 29 984, nr. 1207")]
[('23645', '811'), ('29984', '1207')]
>>> [(p.session, p.session_printed, p.chamber) for p in find("Kamerstukken II, 2022-203, 29279, nr. M")]
[('2022-2023', '2022-203', 'I')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from kg.grammar.paragraphs import paragraphs
from kg.grammar.places import places
from kg.records import Finding, Mention, Passage, Structure, Term, Value

_SESSION = r"(?P<session>\d{4}\s?[-–—/]\s?-?\s?\d{2,4})"
_HOUSE = r"(?:Kamerstuk(?:ken|nummers?|nr\.?)?|Kst\.|(?:Tweede|Eerste)\s+Kamer|\bTK\b|\bEK\b)"
_CHAPTER = r"(?:\s?-?\s?(?P<chapter>(?:[IVX]{1,5}[A-Z]?|[A-HJ-U])(?![\w.])|(?<=\d)-(?:\d{2}(?=\s?,?\s?(?:en\s)?(?:nrs?\b|nummer|no\.|-\d))|(?<=501-)\d{2}(?!\d))))?"
_DOSSIER = r"(?P<dossier>\d{2}[\s.]?\d{3})(?!\d)"
_SUB = r"(?P<sub>\d{1,5}(?!\d)|[A-Z]{1,2}(?![\w]))"

PAPER = re.compile(
    rf"""(?=[KTEIvn(\d])  # not in the white space before it
    (?P<head>{_HOUSE}(?P<chamber>\s+I{{1,2}}(?=[\s,]))?(?:\s*,)?|(?<!\w)(?P<bare>I{{1,2}})(?=\s+\d{{4}}/))?
    (?:\s*\(?(?:vergaderjaar\s*)?{_SESSION}\)?\s*,?)?\s*
    (?(session)|(?<![\d,.€/]))(?:nr\.\s*)?{_DOSSIER}{_CHAPTER}
    (?:\s*,?\s*(?:en\s+)?(?:nrs?\.?|nummers?|no\.)\s*{_SUB}|\s?-\s?(?P<dashed>\d{{1,4}})(?!\d)|\s*,\s*(?P<letter>[A-Z]{{1,2}})(?![\w]))?""",
    re.VERBOSE,
)
AND_MORE = re.compile(r"\s*(?:,|en|/)\s*(?:nr\.?\s*)?(?P<sub>\d{1,5})(?=\s*(?:,|en\s+\d|[);.]|$))")
APPENDIX = re.compile(
    rf"""(?:(?:Aanhangsel|Handelingen|\(Aanhangsel\))[^\d;]{{0,40}}?{_SESSION}\s*,?\s*(?:nrs?\.?|nummer)\s*(?P<number>\d{{1,5}})
    |{_SESSION.replace("session", "before")}\s*,\s*Aanhangsel\s+(?:van\s+de\s+)?Handelingen\s*(?:I{{1,2}})?\s*,?\s*nr\.?\s*(?P<late>\d{{1,5}})
    |\bah-tk-(?P<id>\d{{4}}\s?[-–]?\s?\d{{4}})\s?[-–,]\s?(?:nr\.\s*)?(?P<own>\d{{1,5}}))""",
    re.VERBOSE,
)
# what each paper has, found much faster than the paper itself
FIVE_DIGITS = re.compile(r"\d\d[\s.]?\d\d\d")
APPENDIX_WORD = re.compile(r"Aanhangsel|Handelingen|ah-tk-")
CASE = re.compile(
    r"(?:(?:vraagnummer|[Kk]enmerk|zaaknummer)\s+)?(?<![\w-])(?P<number>(?:19|20|21)\d{2}Z\s?\d{5})(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper found at `start`-`end`: as printed and as understood."""

    start: int
    end: int
    type: str
    dossier: str | None
    subnumber: str | None
    session: str | None = None
    session_printed: str | None = None
    chamber: str | None = None
    chamber_printed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperReference(Mention):
    """One citation of a paper."""

    field: ClassVar[str] = "papers"
    rdf_class: ClassVar[str] = "PaperReference"

    paper: Paper
    raw: str

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
        paper = self.paper
        years = (paper.session or "").replace("-", "")
        if paper.type == "kamerstuk" and paper.dossier and paper.subnumber:
            return f"kst-{paper.dossier}-{paper.subnumber}"
        if paper.type == "aanhangsel" and years and paper.subnumber:
            return f"ah-tk-{years}-{paper.subnumber}"
        return None

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
        return out | {"raw": self.raw, "identifier": self.identifier, "resolution": self.resolution}

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


def extract(structure: Structure) -> Iterator[PaperReference]:
    """Every citation of a paper, in headings, questions, answers, remarks and notes."""
    own = {re.sub(r"\s", "", m["number"]) for p in _own(structure) for m in CASE.finditer(p.text)}
    for passage in structure.passages():
        letter = passage in structure.front
        for paper in find(passage.text):
            if paper.type == "case" and (letter or paper.subnumber in own):
                continue
            yield PaperReference(
                paper=paper,
                raw=passage.text[paper.start : paper.end],
                spans=passage.spans(paper.start, paper.end),
                at=places(structure, passage),
            )


def _own(structure: Structure) -> list[Passage]:
    return [p for p in (*structure.front, structure.heading, structure.answer_heading) if p]


def find(text: str) -> list[Paper]:
    """All papers cited in a text, in order, each stretch of text read once; no citation runs over paragraphs."""
    return [
        replace(paper, start=start + paper.start, end=start + paper.end)
        for start, paragraph in paragraphs(text)
        for paper in _cited(paragraph)
    ]


def _cited(text: str) -> list[Paper]:
    found = [*_appendices(text)]
    for paper in (*_papers(text), *_cases(text)):
        if not any(p.start < paper.end and paper.start < p.end for p in found):
            found.append(paper)
    return sorted(found, key=lambda p: (p.start, p.end))


def _appendices(text: str) -> Iterator[Paper]:
    """Aanhangsel and Handelingen."""
    position = 0
    for m in APPENDIX.finditer(text) if APPENDIX_WORD.search(text) else ():
        if m.start() < position:
            continue
        printed = m["session"] or m["before"] or m["id"]
        kind = (
            "handelingen"
            if m.group().startswith("Handelingen") and not _appendix_before(text, m.start())
            else "aanhangsel"
        )
        start = m.start() if kind == "handelingen" else _begin(text, m.start())
        number = m["number"] or m["late"] or m["own"]
        position = m.end()
        yield Paper(start, m.end(), kind, None, number, normal_session(printed), printed, "II")


def _appendix_before(text: str, at: int) -> bool:
    return re.search(r"Aanhangsel\s+(?:van\s+de\s+)?$", text[max(0, at - 30) : at]) is not None


def _begin(text: str, at: int) -> int:
    before = re.search(
        r"(?:Aanhangsel\s+(?:van\s+de\s+)?|Tweede\s+Kamer,\s+vergaderjaar\s+|Kamervragen\s+)$",
        text[max(0, at - 40) : at],
    )
    return at - len(before.group()) if before else at


def _papers(text: str) -> Iterator[Paper]:
    for m in PAPER.finditer(text) if FIVE_DIGITS.search(text) else ():
        sub = m["sub"] or m["dashed"] or m["letter"]
        if not (m["head"] or m["sub"]) or (m["letter"] and not m["head"]):
            continue  # five digits alone are no paper
        dossier = re.sub(r"[\s.]", "", m["dossier"]) + _chapter(m["chapter"])
        printed = (m["chamber"] or m["bare"] or "").strip() or _chamber_word(m["head"])
        lettered = bool(sub) and not sub[0].isdigit()
        start = m.start("head") if m["head"] else m.start("dossier")
        chamber = "I" if lettered else printed or "II"
        session = m["session"]
        yield Paper(
            start, m.end(), "kamerstuk", dossier, sub, normal_session(session), session, chamber, printed or None
        )
        yield from _more(text, m.end(), dossier, session, chamber) if m["sub"] else ()


def _more(text: str, at: int, dossier: str, session: str | None, chamber: str) -> Iterator[Paper]:
    """ "nrs. 811 en 812": more papers of the same dossier."""
    while found := AND_MORE.match(text, at):
        yield Paper(
            found.start("sub"),
            found.end(),
            "kamerstuk",
            dossier,
            found["sub"],
            normal_session(session),
            session,
            chamber,
        )
        at = found.end()


def _chapter(printed: str | None) -> str:
    return f"-{printed.strip('-')}" if printed else ""


def _chamber_word(head: str | None) -> str:
    if head and re.match(r"Eerste|EK", head):
        return "I"
    return "II" if head and re.match(r"Tweede|TK", head) else ""


def _cases(text: str) -> Iterator[Paper]:
    for m in CASE.finditer(text) if "Z" in text else ():
        yield Paper(m.start("number"), m.end(), "case", None, re.sub(r"\s", "", m["number"]))


def well_formed(printed: str) -> bool:
    """Whether a session as printed names two years that follow each other: "2022/23", "2022–2023"."""
    years = re.fullmatch(r"(\d{4})\s?[-–—/]?\s?(\d{2}|\d{4})", printed)
    return bool(years) and (int(years[1]) + 1) % 100 == int(years[2]) % 100 if years else False


def normal_session(printed: str | None) -> str | None:
    """The session that is meant, as yyyy-yyyy: a session runs from one year to the next, so its first year decides."""
    if not printed:
        return None
    first = int(printed[:4])
    return f"{first}-{first + 1}"
