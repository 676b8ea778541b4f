"""Making passages: a stretch of text as a person reads it, each character knowing where it stands.

Lines are joined, a hyphen at a line's end is undone where it only broke a word, page furniture and notes are
left out.  An address broken over lines is joined without a space.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from kg.records import NoteMark, Passage, Run, Span

LINE_END = re.compile(r"\n\s*")
BREAK = re.compile(r"[^\S\n]{2,}")  # within a line: more than one space
BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
ADDRESS_OPEN = re.compile(
    r"(?:https?:/{0,2}|www\.)[^\s<>«»“”\"]*$|(?:^|[\s(])[\w-]+(?:\.[\w-]+)*\.(?:nl|com|eu|org|be)/[^\s<>«»“”\"]*$"
)
ADDRESS_GOES_ON = re.compile(r"[^\s()«»“”\"]*[-/_.=?&%~0-9][^\s()«»“”\"]*")
ADDRESS_ONLY = re.compile(r"%[0-9A-Fa-f]{2}|[/?&=#_~][\w%]")  # with which no word begins
HYPHENATED = re.compile(
    r"^[^‐]*[a-z]‐$"
)  # a sign of typesetters; an address has it only where every hyphen is printed so
SIGN = re.compile(r"[,;?!»”)]|\.(?:\s|$)")
SUSPENDED = re.compile(r"(?:en|of|tot|t/m|dan|als|noch)\b")
# Words that are written with a hyphen wherever they stand: "ex-minister", "niet-westers", "e-mail".  The same letters
# begin other words ("ex-port", "niet-temin", "non-sens"), so that what follows decides.
LETTER_APART = re.compile(r"(?<![^\W\d_])[^\W\d_]-\Z")
FORMER = re.compile(r"(?<![^\W\d_])(?:ex|oud|kandidaat|adjunct|interim)-\Z", re.IGNORECASE)
PERSON = re.compile(
    r"(?:minister|premier|staatssecretaris|voorzitter|president|bewinds|kamerlid|raadslid|lid\b|leden\b|wethouder|burgemeester"
    r"|gedeputeerde|gedetineerde|commissaris|directeur|directie|topman|topvrouw|ambtenaar|ambtenaren|collega|werknemer|medewerker"
    r"|militair|partner|echtgeno|vrouw|man\b|leerling|student|cliënt|patiënt|verdacht|informateur)"
)
WITHOUT = re.compile(r"(?<![^\W\d_])(?P<word>niet|non)-\Z", re.IGNORECASE)
WITHOUT_HYPHEN = {"niet": re.compile(r"temin|tegenstaande"), "non": re.compile(r"chal|sens|kel")}
LOOK_BACK = 400  # characters; addresses are shorter


class Cut(NamedTuple):
    """Something that is not part of the running text: furniture or a note (`label` None), or the mark of note `label`."""

    span: Span
    label: str | None = None


_start = attrgetter("span.start")


def passage(text: str, place: str, pieces: Iterable[Span], cuts: Sequence[Cut]) -> Passage:
    """The passage `place` that stands in `pieces` of `text`, without `cuts` (sorted by position)."""
    builder = _Builder(text)
    end = 0
    for piece in pieces:
        first = bisect_left(cuts, piece.start, key=_start)
        between = cuts[bisect_left(cuts, end, key=_start) : first] if end else ()
        builder.hard = builder.hard or any(cut.label is None for cut in between)
        end = piece.end
        position = piece.start
        for cut in cuts[max(0, first - 1) : bisect_left(cuts, end, key=_start)]:
            if cut.span.end <= position:
                continue
            builder.read(position, max(position, cut.span.start))
            if cut.label is None:
                builder.hard = True
            else:
                builder.mark(cut)
            position = cut.span.end
        builder.read(position, piece.end)
        builder.gap_origin = builder.gap_origin if builder.gap else piece.end
        builder.gap += "\n"
    return builder.passage(place)


class _Builder:
    """Collects the characters of a passage and where they came from."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.out: list[str] = []
        self.runs: list[Run] = []
        self.marks: list[NoteMark] = []
        self.at = 0
        self.next_origin = -1
        self.hard = False  # furniture or a note was left out since the last character
        self.gap = ""  # white space since the last character
        self.gap_origin = 0

    def read(self, start: int, end: int) -> None:
        position = start
        for found in LINE_END.finditer(self.text, start, end) if "\n" in self.text[start:end] else ():
            stop = position + len(self.text[position : found.start()].rstrip())
            self._read_line(position, stop)
            self._leave(stop, found.end())
            position = found.end()
        self._read_line(position, end)

    def _read_line(self, start: int, end: int) -> None:
        line = self.text[start:end]
        position = start
        for found in BREAK.finditer(self.text, start, end) if "  " in line or not line.isprintable() else ():
            self._put(position, found.start())
            self._leave(found.start(), found.end())
            position = found.end()
        self._put(position, end)

    def _leave(self, start: int, end: int) -> None:
        self.gap_origin = self.gap_origin if self.gap else start
        self.gap += self.text[start:end]

    def mark(self, cut: Cut) -> None:
        for label in (cut.label or "").split():
            self.marks.append(NoteMark(self.at, label, cut.span))

    def _put(self, start: int, end: int) -> None:
        if start < end and self.text[start] == " " and (self.gap or not self.out):
            start += 1  # the white space before a cut and after it are one
        if start >= end:
            return
        if self.gap and self.out:
            joint = self._joint(self.text[start : start + 200])
            if joint:
                self._piece(joint, self._origin_of_joint(start), hard=False)
        self.gap = ""
        self._piece(self.text[start:end], start, hard=self.hard)
        self.hard = False

    def _origin_of_joint(self, start: int) -> int:
        """The white space that a joint stands for: right after the last character, if that is white space."""
        if 0 <= self.next_origin < start and self.text[self.next_origin].isspace():
            return self.next_origin
        return start - 1 if start and not self.hard else self.gap_origin

    def _piece(self, characters: str, origin: int, *, hard: bool) -> None:
        if origin != self.next_origin:
            self.runs.append(Run(self.at, origin, soft=not hard))
        self.out.append(characters)
        self.at += len(characters)
        self.next_origin = origin + len(characters)

    def _joint(self, ahead: str) -> str:
        """What stands between two lines of a passage: nothing, a space or a new line."""
        tail = "".join(self.out[-6:])[-LOOK_BACK:]
        if "\n" in self.gap and SIGN.match(ahead):
            return ""  # a sign that stood behind the mark of a note
        if "\n" not in self.gap:
            return " "
        if _may_be_address(tail) and (found := ADDRESS_OPEN.search(tail)) and _goes_on(tail, ahead):
            if HYPHENATED.search(found[0]) and ahead[0].islower():
                self._take_back()
            return ""
        if len(tail) > 1 and tail[-1] in "-‐" and tail[-2].isalnum() and ahead[:1].isalnum():
            return self._undo_hyphen(tail, ahead)
        return "\n" if BLANK_LINE.search(self.gap) else " "

    def _undo_hyphen(self, tail: str, ahead: str) -> str:
        if SUSPENDED.match(ahead) or _is_dash(tail[-2], ahead[0]):
            return " "
        if tail[-2].islower() and ahead[0].islower() and not _has_hyphen(tail, ahead):
            self._take_back()
        return ""

    def _take_back(self) -> None:
        """Leave out the hyphen at the end."""
        self.out[-1] = self.out[-1][:-1]
        self.at -= 1
        self.next_origin = -1

    def passage(self, place: str) -> Passage:
        whole = "".join(self.out)
        trimmed = whole.rstrip()
        runs = tuple(run for run in self.runs if run.at < len(trimmed)) or tuple(self.runs[:1])
        marks = tuple(NoteMark(min(m.at, len(trimmed)), m.label, m.span) for m in self.marks)
        return Passage(place, trimmed, runs, marks)


def _is_dash(before: str, after: str) -> bool:
    """Whether the sign between a figure and a letter parts words: "in 2024-" "Ook"; not in "CO2-uitstoot", "COVID-19"."""
    if before.isdecimal():
        return after.isalpha() and not after.islower()
    return after.isdecimal() and not before.isupper()


def _has_hyphen(tail: str, ahead: str) -> bool:
    """Whether the hyphen at a line's end belongs to the word that goes on."""
    if LETTER_APART.search(tail):
        return True
    if without := WITHOUT.search(tail):
        return WITHOUT_HYPHEN[without["word"].lower()].match(ahead) is None
    return FORMER.search(tail) is not None and PERSON.match(ahead) is not None


def _may_be_address(tail: str) -> bool:
    """Whether `tail` has what every address has, found faster than the address itself."""
    return "/" in tail or "http" in tail or "www." in tail


def _goes_on(tail: str, ahead: str) -> bool:
    """Whether an address at the end of `tail` runs on into `ahead`."""
    if tail.endswith(("/", "-", "‐", "_", "=", "&", "?", "%", "www.")):
        return ahead[:1] not in "(«“‘"
    if ADDRESS_ONLY.match(ahead):
        return tail[-1] not in ",;:)"
    word = ADDRESS_GOES_ON.match(ahead)
    if word is None or not ahead[0].islower():
        return False
    if tail[-1] == ".":
        return "/" in word.group()  # "example." "nl/page": a host that was broken at a dot
    return tail[-1] not in ",;:)" and word.group()[-1] not in ".,:;"
