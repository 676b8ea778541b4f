"""Letters of the government to which questions and answers refer, and predecessors who wrote them.

"In een brief van 20 maart 2023 heeft mijn ambtsvoorganger toegelicht" and, in a later answer, "in de in het antwoord op
vraag 3 genoemde brief" (000_21975a96bc877d13) are one letter.  A reference back is only read where one letter can be
meant: the last letter of any kind before it is a letter of the government with a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, NamedTuple

from kg.grammar.dates import reference_date
from kg.grammar.letters import LETTER, FoundLetter, Sender, Voice, find
from kg.records import Mention, Passage, Span, Structure, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterReference(Mention):
    """A reference to a letter; `first` is the reference that names the day, for one that leads back to it.

    `rest`: the stretches after it in its sentence, where a paper or a note mark may say which letter it is.
    `marks`: the notes that are marked there.
    """

    field: ClassVar[str] = "letters"
    rdf_class: ClassVar[str] = "LetterReference"

    printed: str
    day: str
    sender: Sender
    voice: Voice
    first: LetterReference | None = None
    rest: tuple[Span, ...] = ()
    marks: tuple[str, ...] = ()

    def record(self) -> dict[str, Any]:
        """What is printed and which day is meant."""
        return {"raw": self.printed, "date": self.day, "back": self.first is not None}

    def facts(self) -> Iterator[tuple[str, Value]]:
        """As printed, the day of the letter, and the reference that this one leads back to."""
        yield "kv:asPrinted", self.printed
        yield "kv:date", date.fromisoformat(self.day)
        if self.first:
            yield "kv:leadsBackTo", self.first


@dataclass(frozen=True, slots=True, kw_only=True)
class PredecessorMention(Mention):
    """Somebody who is only called "mijn ambtsvoorganger", and who wrote a letter on a known day."""

    field: ClassVar[str] = "predecessors"
    rdf_class: ClassVar[str] = "PredecessorMention"

    printed: str
    letter: LetterReference

    def record(self) -> dict[str, Any]:
        """What is printed, and the day on which they held the office."""
        return {"raw": self.printed, "date": self.letter.day}

    def facts(self) -> Iterator[tuple[str, Value]]:
        """As printed, the day of the letter and where it is named."""
        yield "kv:asPrinted", self.printed
        yield "kv:date", date.fromisoformat(self.letter.day)
        yield "kv:writerOf", self.letter


class _Read(NamedTuple):
    """A passage with the letters that were read in it."""

    passage: Passage
    letters: tuple[tuple[FoundLetter, LetterReference], ...]

    def last_before(self, at: int) -> LetterReference | bool:
        """The reference that has the last letter before `at`; False where that is another letter, True without any."""
        words = [m.start() for m in LETTER.finditer(self.passage.text, 0, at)]
        if not words:
            return True
        return next((mention for found, mention in self.letters if found.start <= words[-1] < found.end), False)


def extract(structure: Structure) -> Iterator[LetterReference | PredecessorMention]:
    """The references to letters in questions, answers, remarks and notes, in that order."""
    written = reference_date(structure)
    read: dict[str, _Read] = {}
    seen: set[tuple[Span, ...]] = set()
    for passage, voice in _voices(structure):
        spans = passage.spans()
        if spans in seen:  # one text for several questions
            continue
        seen.add(spans)
        letters: list[tuple[FoundLetter, LetterReference]] = []
        for found in find(passage.text, voice, written):
            if mention := _mention(structure, passage, voice, found, read, tuple(letters)):
                letters.append((found, mention))
                yield mention
                yield from _predecessor(passage, found, mention)
        read[passage.place] = _Read(passage, tuple(letters))


def _voices(structure: Structure) -> Iterator[tuple[Passage, Voice]]:
    """The passages with who speaks in them; a note has the voice of the place that marks it."""
    for question in structure.questions:
        yield question.passage, "question"
    for answer in structure.answers:
        yield answer.passage, "answer"
    answering: Voice = "question" if structure.kind in ("question", "oral") else "answer"
    for remark in structure.remarks:
        yield remark, answering
    for note in structure.notes:
        asked = note.places and note.places[0].startswith("question")
        yield note.passage, "question" if asked else "answer"


def _mention(
    structure: Structure,
    passage: Passage,
    voice: Voice,
    found: FoundLetter,
    read: dict[str, _Read],
    letters: tuple[tuple[FoundLetter, LetterReference], ...],
) -> LetterReference | None:
    first = None
    if found.day is None:
        before = _Read(passage, letters)
        first = _named_in(structure, found.number, read) if found.number else _before(structure, found, before, read)
        if first is None:
            return None
        first = first.first or first
    day = found.day or (first.day if first else "")
    marks = tuple(mark.label for mark in passage.marks if found.end <= mark.at <= found.stop)
    return LetterReference(
        printed=passage.text[found.start : found.end],
        day=day,
        sender=found.sender or (first.sender if first else ""),
        voice=voice,
        first=first,
        rest=passage.spans(found.end, found.stop),
        marks=marks,
        spans=passage.spans(found.start, found.end),
        at=(passage.place,),
    )


def _named_in(structure: Structure, number: int | None, read: dict[str, _Read]) -> LetterReference | None:
    """The only letter that is named in the answer to a question."""
    place = next((answer.passage.place for answer in structure.answers if number in answer.to), "")
    named = read.get(place)
    if not named or not named.letters or named.last_before(len(named.passage.text)) in (True, False):
        return None
    days = {mention.day for _, mention in named.letters}
    return named.letters[0][1] if len(days) == 1 else None


def _before(structure: Structure, found: FoundLetter, here: _Read, read: dict[str, _Read]) -> LetterReference | None:
    """The letter named last before: in the same text, in the question that it answers, in what comes before that."""
    last = here.last_before(found.start)
    for place in _earlier(structure, here.passage.place) if last is True else ():
        if place in read:
            last = read[place].last_before(len(read[place].passage.text))
            if last is not True:
                break
    return last if isinstance(last, LetterReference) else None


def _earlier(structure: Structure, place: str) -> Iterable[str]:
    """The places before a question or answer, the nearest first; an answer's own question comes before it."""
    kind, _, number = place.partition(" ")
    if kind == "question":
        return [q.passage.place for q in reversed(structure.questions) if q.number < int(number)]
    answers = list(structure.answers)
    own = next((answer for answer in answers if answer.passage.place == place), None)
    if own is None:
        return []
    questions = [q.passage.place for q in reversed(structure.questions) if q.number in own.to]
    return [*questions, *(answer.passage.place for answer in reversed(answers[: answers.index(own)]))]


def _predecessor(passage: Passage, found: FoundLetter, letter: LetterReference) -> Iterator[PredecessorMention]:
    if found.predecessor:
        start, end = found.predecessor
        yield PredecessorMention(
            printed=passage.text[start:end],
            letter=letter,
            spans=passage.spans(start, end),
            at=(passage.place,),
        )
