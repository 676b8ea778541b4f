"""Taking a document apart: heading, questions, answers, remarks and notes, whatever the layout.

    segment(document) -> Structure

The layouts are described in `headings` (how questions and answers are introduced), `notes` and `marks` (foot- and endnotes),
`furniture` (what pages carry besides), `blocks` (which text belongs to which heading) and `plain` (signs that no reader sees).
"""

from __future__ import annotations

from kg.records import Answer, Document, Note, Passage, Question, Span, Structure
from kg.segment.bare_numbers import bare_numbers
from kg.segment.blocks import sections
from kg.segment.furniture import furniture, letterheads
from kg.segment.headings import SPACED
from kg.segment.heads import MEMBER, item_one, numbered
from kg.segment.kinds import kind_of
from kg.segment.lines import Line, lines
from kg.segment.marks import FoundNote, find_marks
from kg.segment.notes import find_notes
from kg.segment.passages import Cut, passage
from kg.segment.plain import plain, printed
from kg.segment.section import Section, after
from kg.segment.site_notes import noted, site_notes, untitled
from kg.segment.told import told

__all__ = ["segment"]


def segment(document: Document) -> Structure:
    """The parts of a document.  Never fails: a document without questions gives a structure without them."""
    rewritten = plain(document)
    return printed(_segment(rewritten[0]), document, rewritten[1]) if rewritten else _segment(document)


def _segment(document: Document) -> Structure:
    """The parts of a document in plain letters."""
    copied = site_notes(document.text)
    cuts = [Cut(span) for span in (*furniture(document), *(note.opening for note in copied))]
    known = [Cut(block.span) for block in document.blocks if block.kind == "note"]
    uncut = lines(document, [*(cut.span for cut in cuts + known), *(note.text for note in copied)])
    every = untitled(uncut, document.text, [cut.span for cut in known])
    headings = bare_numbers(every)
    prose = [said for line in every if (said := _without_number(line) if line.start in headings else line)]
    notes = [*noted(document.text, copied, every), *find_notes(document, prose)]
    taken = {line.start for note in notes for line in note.lines}
    body = [line for line in every if line.start not in taken]
    asked = min(headings) if headings else next((line.start for line in every if numbered(line) or item_one(line)), 0)
    marks = find_marks([line for line in prose if line.start not in taken], notes, asked) + _known_marks(document)
    cuts += known + [Cut(Span(line.start, line.end)) for note in notes for line in note.lines]
    cuts += [Cut(span, label) for span, label in marks]
    cuts.sort(key=lambda cut: cut.span)
    kept = _without_marks(body, marks)
    return _structure(document, sections(kept, told(document, kept)), notes, cuts)


def _without_number(line: Line) -> Line | None:
    """What a line that brings the number of a question says besides."""
    found = SPACED.match(line.text)
    return after(line, found["rest"]) if found else None


def _known_marks(document: Document) -> list[tuple[Span, str]]:
    return [(block.span, block.label or "") for block in document.blocks if block.kind == "mark"]


def _without_marks(body: list[Line], marks: list[tuple[Span, str]]) -> list[Line]:
    """The lines of the body; one that holds nothing but a mark becomes the (untold) end of the line before it."""
    whole = {(span.start, span.end) for span, _ in marks}
    out: list[Line] = []
    for line in body:
        if (line.start, line.end) not in whole:
            out.append(line)
        elif out and not out[-1].blank and out[-1].page == line.page:
            out[-1] = out[-1]._replace(end=line.end)
    return out


def _structure(document: Document, found: list[Section], notes: list[FoundNote], cuts: list[Cut]) -> Structure:
    text = document.text

    def read(section: Section, place: str) -> Passage:
        return passage(text, place, section.pieces, cuts)

    titles = [s for s in found if s.kind == "heading"]
    title = next(
        (s for s in titles if any(MEMBER.search(line.text) for line in s.lines)), titles[0] if titles else None
    )
    front = tuple(read(s, "letter") for s in found if s.kind == "front" or (s.kind == "heading" and s is not title))
    heading = read(title, "heading") if title else None
    answer_heading = next((read(s, "heading") for s in found if s.kind == "answer heading"), None)
    questions = tuple(
        Question(n, s.printed, read(s, f"question {n}")) for s in found if s.kind == "question" for n in s.numbers
    )
    answers = tuple(
        Answer(s.numbers, s.printed, read(s, f"answer {s.numbers[0]}"))
        for s in found
        if s.kind == "answer" and s.numbers
    )
    remarks = tuple(read(s, s.printed.lower() if s.printed else "remark") for s in found if s.kind == "remark")
    passages = [p for p in (*front, heading, answer_heading) if p]
    passages += [q.passage for q in questions] + [a.passage for a in answers] + list(remarks)
    return Structure(
        document,
        kind_of(heading, answer_heading, front, remarks, questions=bool(questions), answers=bool(answers)),
        heading,
        answer_heading,
        front,
        questions,
        answers,
        remarks,
        _notes(document, notes, cuts, passages),
        (*document.issues, *(issue for section in found for issue in section.issues)),
        tuple(passage(text, "letter", column, ()) for column in letterheads(document)),
    )


def _notes(document: Document, found: list[FoundNote], cuts: list[Cut], passages: list[Passage]) -> tuple[Note, ...]:
    places: dict[str, list[str]] = {}
    for p in passages:
        for mark in p.marks:
            places.setdefault(mark.label, []).append(p.place)
    inner = [cut for cut in cuts if cut.label is None]
    out = []
    for note in found:
        own = {Span(line.start, line.end) for line in note.lines}
        others = [cut for cut in inner if cut.span not in own]
        body = passage(document.text, f"note {note.label}", note.pieces, others)
        out.append(Note(note.label, body, tuple(dict.fromkeys(places.get(note.label, ())))))
    for block in document.blocks:
        if block.kind == "note":
            others = [cut for cut in inner if cut.span != block.span]
            body = passage(document.text, f"note {block.label}", [block.span], others)
            out.append(Note(block.label or "", body, tuple(dict.fromkeys(places.get(block.label or "", ())))))
    return tuple(out)
