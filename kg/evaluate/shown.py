"""Where an error stands: the words in question within their sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.evaluate.sameness import letters
from kg.quotes import joined, sentence

LONGEST = 160  # characters of the words in question that are shown
_TELLING = ("raw", "url", "title", "start", "text", "subject", "name", "publisher", "portfolio", "case", "publication")


@dataclass(frozen=True, slots=True)
class Shown:
    """Words of a document and the rest of their sentence; all empty where the words could not be found."""

    before: str = ""
    words: str = ""
    after: str = ""

    def __str__(self) -> str:
        return f"{self.before}⟦{self.words}⟧{self.after}" if self.words else ""


class Page:
    """A document's text to look things up in, whether or not its spaces and hyphens survived.

    Where only the record is at hand, the texts of its questions, answers and notes stand in for the document's.
    `spans`: those of the record are of this text, and not of what another version read.
    """

    def __init__(self, text: str, record: Mapping[str, Any], *, spans: bool = True) -> None:
        self.whole = bool(text) and spans
        self.text = text or "\n\n".join(_texts(record))
        self.passages = dict(_passages(record)) if self.whole else {}
        self.positions = [at for at, character in enumerate(text) for _ in letters(character)]
        self.letters = "".join(letters(character) for character in text)

    def show(self, item: Mapping[str, Any]) -> Shown:
        """Where an item stands: at its own spans, else where its words are, at its place if it has one."""
        spans = item.get("spans")
        if spans and self.whole:
            return self._cut(*spans[0])
        for words in _words(item):
            if place := self._find(words, item.get("at")):
                return self._cut(*place)
        return Shown()

    def _cut(self, start: int, end: int) -> Shown:
        stop = min(end, start + LONGEST)
        before, after = sentence(self.text, start, stop)
        if stop < end:
            return Shown(before, joined(self.text[start:stop]) + "…")
        return Shown(before, joined(self.text[start:end]), after)

    def _find(self, words: str, at: object) -> tuple[int, int] | None:
        """Where the words stand first: at the place named, else anywhere."""
        wanted = letters(words)
        if len(wanted) < 2:
            return None
        for low, high in (*self._ranges(at), (0, len(self.text))):
            for start in self._occurrences(wanted):
                begin, end = self.positions[start], self.positions[start + len(wanted) - 1] + 1
                if low <= begin and end <= high:
                    return begin, end
        return None

    def _ranges(self, at: object) -> Iterator[tuple[int, int]]:
        for place in at if isinstance(at, list) else [at]:
            if place in self.passages:
                yield self.passages[place]

    def _occurrences(self, wanted: str) -> Iterator[int]:
        start = self.letters.find(wanted)
        while start >= 0:
            yield start
            start = self.letters.find(wanted, start + 1)


def _passages(record: Mapping[str, Any]) -> Iterator[tuple[str, tuple[int, int]]]:
    """The stretch of each question and answer that was found."""
    for kind, field in (("question", "questions"), ("answer", "answers")):
        for block in record.get(field) or []:
            spans: Sequence[Sequence[int]] = block.get("spans") or []
            for number in block.get("to") or [block.get("n")] if spans else ():
                yield f"{kind} {number}", (spans[0][0], spans[-1][1])


def _texts(record: Mapping[str, Any]) -> Iterator[str]:
    return (block.get("text") or "" for field in ("questions", "answers", "notes") for block in record.get(field) or [])


def _words(item: Mapping[str, Any]) -> Iterator[str]:
    return (item[key] for key in _TELLING if isinstance(item.get(key), str))
