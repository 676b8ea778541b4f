"""The records that the whole project passes around: documents, places in them, and what was read there.

All are frozen.  Positions are Unicode code points of exactly `Document.text`, half-open.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any, ClassVar, Literal, NamedTuple, Self


class _Stretch(NamedTuple):
    start: int
    end: int


class Span(_Stretch):
    """A half-open stretch of a document's text, in code points."""

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> Self:
        if not 0 <= start <= end:
            raise ValueError(f"no span: {start}-{end}")
        return tuple.__new__(cls, (start, end))


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes that a document was read from."""

    name: str
    media_type: str
    sha256: str


BlockKind = Literal["heading", "text", "list", "table", "furniture", "mark", "note", "link", "stated", "part"]


@dataclass(frozen=True, slots=True)
class Block:
    """What a reader knows about a stretch of the text.

    `furniture`: page headers and footers, letterheads; `mark`: a printed reference to note `label`;
    `note`: the text of the foot- or endnote `label`; `heading`: a heading such as "Vraag 1" that the
    format itself states; `link`: text that leads to the address `label`; `stated`: the value of fact `label`
    in the metadata beside the document; `part`: what the format itself marks as a "question", an "answer", a "remark"
    or a "head" (who asks, who answers): its `label`.  Plain text and Word give few of these; official XML gives all.
    """

    span: Span
    kind: BlockKind
    label: str | None = None
    page: int | None = None


class Box(NamedTuple):
    """Where `text[start:end]` is printed: a piece of a line, so that a viewer can highlight it.

    Its edges are in points (1/72 inch) from the lower left corner of its page, as PDF counts them.
    """

    start: int
    end: int
    page: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Issue:
    """Something in scope that was not understood, or that the reader noticed: where, by which rule, and why.

    `by` is who noticed it: "read" or "segment"; `degrades`: part of the document is missing or doubtful by it.
    """

    spans: tuple[Span, ...]
    rule: str
    message: str
    by: str = "segment"
    degrades: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One canonical text, what is known of its parts, and what the reader noticed.  The text never changes.

    `boxes`: where its lines are printed, in the order of the text, where the reader knows that (PDF).
    """

    source: Source
    text: str
    blocks: tuple[Block, ...] = ()
    issues: tuple[Issue, ...] = ()
    boxes: tuple[Box, ...] = ()

    def quote(self, span: Span) -> str:
        """The characters at `span`: the only way to get a quotation."""
        return self.text[span.start : span.end]

    def printed(self, span: Span) -> tuple[Box, ...]:
        """The boxes of the lines that have characters of `span`."""
        first = bisect_right(self.boxes, span.start, key=attrgetter("end"))
        after = bisect_left(self.boxes, span.end, key=attrgetter("start"))
        return self.boxes[first:after]

    def pages(self) -> Iterator[tuple[int, Span]]:
        """The stretches of pages with the numbers of these, in order, where the reader knows pages.

        The notes of a page are a stretch apart.
        """
        for block in self.blocks:
            if block.kind == "text" and block.page is not None:
                yield block.page, block.span


class Run(NamedTuple):
    """`text[at:]` of a passage was read from `origin` on; `soft`: only a hyphen, space or note mark was left out before.

    `over`: so many more characters are printed for the last one than it has: an accent that is a sign of its own.
    """

    at: int
    origin: int
    soft: bool = True
    over: int = 0


_at = attrgetter("at")


class NoteMark(NamedTuple):
    """A reference to note `label`, found (and left out) before character `at` of a passage's text."""

    at: int
    label: str
    span: Span


class Passage(NamedTuple):
    """A stretch of the document as a person reads it: lines joined, hyphens undone, notes and page furniture out.

    `place` says what it is: "heading", "question 3", "answer 3", "note 1", "letter", "remark".
    """

    place: str
    text: str
    runs: tuple[Run, ...]
    marks: tuple[NoteMark, ...] = ()

    def spans(self, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
        """Where `text[start:end]` stands in the document: one span, or several round a note or a page break."""
        end = len(self.text) if end is None else min(end, len(self.text))
        if start >= end:
            return ()
        first = bisect_right(self.runs, start, key=_at) - 1 if len(self.runs) > 1 else 0
        run = self.runs[first]
        if run.at <= start and (first + 1 == len(self.runs) or end <= self.runs[first + 1].at):
            return (Span(run.origin + start - run.at, run.origin + end - run.at + run.over),)
        pieces: list[Span] = []
        for i in range(first, len(self.runs)):
            run = self.runs[i]
            if run.at >= end:
                break
            stop = min(end, self.runs[i + 1].at if i + 1 < len(self.runs) else end)
            begin = max(start, run.at)
            if begin >= stop:
                continue
            span = Span(run.origin + begin - run.at, run.origin + stop - run.at + run.over)
            if pieces and run.soft:
                pieces[-1] = Span(pieces[-1].start, span.end)
            else:
                pieces.append(span)
        return tuple(pieces)


class Question(NamedTuple):
    """A numbered question.  `printed` is its heading as printed, None where the questions are not numbered."""

    number: int
    printed: str | None
    passage: Passage


class Answer(NamedTuple):
    """An answer to one or more questions."""

    to: tuple[int, ...]
    printed: str | None
    passage: Passage


class Note(NamedTuple):
    """A foot- or endnote; `places` are the passages that carry its mark, in order."""

    label: str
    passage: Passage
    places: tuple[str, ...] = ()


Kind = Literal["answer", "question", "postponement", "oral"]


@dataclass(frozen=True, slots=True, eq=False)
class Structure:
    """A document taken apart: what extractors read.  Equal only to itself, so that what is read in it can be kept.

    `letterhead`: what a reader that knows places found beside the letter, where that names a day or a number.
    """

    document: Document
    kind: Kind
    heading: Passage | None
    answer_heading: Passage | None
    front: tuple[Passage, ...] = ()
    questions: tuple[Question, ...] = ()
    answers: tuple[Answer, ...] = ()
    remarks: tuple[Passage, ...] = ()
    notes: tuple[Note, ...] = ()
    issues: tuple[Issue, ...] = ()
    letterhead: tuple[Passage, ...] = ()

    def passages(self) -> Iterator[Passage]:
        """Every passage of the letter, heading first, notes last."""
        yield from self.front
        if self.heading:
            yield self.heading
        if self.answer_heading:
            yield self.answer_heading
        for question in self.questions:
            yield question.passage
        for answer in self.answers:
            yield answer.passage
        yield from self.remarks
        for note in self.notes:
            yield note.passage


@dataclass(frozen=True, slots=True, order=True)
class Year:
    """A calendar year as a value (xsd:gYear)."""

    number: int


PARTIAL_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as far as it is known: "2024" (xsd:gYear), "2024-11" (xsd:gYearMonth) or "2024-11-04" (xsd:date)."""

    text: str

    def __post_init__(self) -> None:
        if not PARTIAL_DATE.fullmatch(self.text):
            raise ValueError(f"no date: {self.text!r}")

    @property
    def whole(self) -> date | None:
        """The calendar day, where all of it is known."""
        return date.fromisoformat(self.text) if len(self.text) == len("2024-11-04") else None


Scalar = str | int | bool | Decimal | date | Year | PartialDate


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a vocabulary as a value: the project's own, Term("structural"), or with a prefix, Term("org:Post")."""

    name: str


@dataclass(frozen=True, slots=True)
class Part:
    """Another node of the same document as a value: Part("answer", "3")."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Thing:
    """Something outside the document that several documents may speak of: Thing("person", "mutluer")."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of text and what was read there.  Each extractor defines its own kinds.

    `field` is the key of the JSON record that the mention belongs to; `rdf_class` its class in the graph.
    """

    field: ClassVar[str]
    rdf_class: ClassVar[str] = "Mention"

    spans: tuple[Span, ...]
    at: tuple[str, ...] = ()

    def evidence(self) -> tuple[Span, ...]:
        """Every stretch of text that says so: `spans`, and for what is said at several places the others too."""
        return self.spans

    def record(self) -> dict[str, Any]:
        """The mention as an item of the JSON record, without its spans (they are added for all alike)."""
        raise TypeError(f"{type(self).__name__} has no record of its own")

    def facts(self) -> Iterator[tuple[str, Value]]:
        """What the graph says of the mention: pairs of a property (prefixed name) and a value."""
        yield from ()

    def parts(self) -> Iterator[tuple[str, str, str, tuple[tuple[str, Value], ...]]]:
        """Nodes that the mention consists of: property that leads there, key, class, and facts of each."""
        yield from ()

    def findings(self) -> Iterator[Finding]:
        """What is wrong or remarkable in what is printed here."""
        yield from ()


Value = Scalar | Term | Part | Thing | Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Mention):
    """Something wrong or remarkable in the document itself, with the mentions that show it."""

    field: ClassVar[str] = "findings"
    rdf_class: ClassVar[str] = "Finding"

    kind: str  # the local name of its class: ConflictingDates, WrongChamber, ...
    severity: Literal["info", "warning", "error"]
    nl: str
    en: str
    about: tuple[Mention, ...]
    values: tuple[str | Decimal, ...] = ()

    @classmethod
    def of(cls, kind: str, mention: Mention, nl: str, en: str, values: tuple[str | Decimal, ...] = ()) -> Finding:
        """A warning about one mention."""
        return cls(
            kind=kind,
            severity="warning",
            nl=nl,
            en=en,
            about=(mention,),
            values=values,
            spans=mention.spans,
            at=mention.at,
        )

    def record(self) -> dict[str, Any]:
        """Kind, severity, message and the values that contradict each other."""
        values = [str(value) for value in self.values]
        return {"kind": self.kind, "severity": self.severity, "nl": self.nl, "en": self.en, "values": values}

    def facts(self) -> Iterator[tuple[str, Value]]:
        """Severity, the mentions, the values."""
        yield "kv:severity", Term(self.severity)
        for mention in self.about:
            yield "kv:about", mention
        for value in self.values:
            yield "kv:statedValue", value


class Found(NamedTuple):
    """A mention and the extractor that found it."""

    extractor: str
    mention: Mention


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything read in one document: the one thing that records and graph are views of."""

    structure: Structure
    found: tuple[Found, ...]

    def mentions(self, field: str) -> Iterator[Mention]:
        """The mentions of one field of the record, in reading order."""
        return (f.mention for f in self.found if f.mention.field == field)


Verdict = Literal["yes", "no", "unsure"]


@dataclass(frozen=True, slots=True)
class Link:
    """A resolver's verdict on what a mention means.  `says` is what the graph states of the target itself."""

    mention: Mention
    target: Thing
    verdict: Verdict
    score: float
    reason: str
    method: str
    label: str
    says: tuple[tuple[str, Value], ...] = ()
