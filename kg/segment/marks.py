"""The marks that lead to foot- and endnotes: "nieuws1", "nieuws.1 2", "brief van 16 maart 20239", "[1]", "1)".

A mark is believed only where its note exists: "CO2" is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.grammar.months import MONTHS
from kg.records import Span
from kg.segment.headings import LABEL
from kg.segment.lines import Line

OWN_LINE = re.compile(r"^\d{1,3}(?:(?:\s?,\s?|\s+en\s+|\s+)\d{1,3})*$")
LINE_START = re.compile(
    rf"^(?P<n>\d{{1,3}}(?:(?:\s?,\s?|\s+en\s+)\d{{1,3}})*)(?:\s+(?!(?:en|t/m|of)\s+\d|(?:{'|'.join(MONTHS)})\b)(?=[^\W\d_]|[«(])|(?=[?!;](?:\s|$)|,\s[a-z]))"
)
# words that go on with a number: "artikel / 7 van de wet" on two lines holds no mark
COUNTING = re.compile(
    r"\b(?:vra(?:ag|gen)|antwoord(?:en)?|artikel(?:en)?|leden|nrs?\.?|nummers?|circa|ruim|ongeveer|bijna|meer\sdan|van|tot|met|op|en|of|de|per|na"
    r"|binnen|uit|om|sinds|voor)$",
    re.IGNORECASE,
)
GLUED = re.compile(
    r"(?P<n>\d(?<=[^\W\d_].|[.?!,;:)»”’\"'%\]].)(?<!\d,.)\d{0,2}(?:(?:\s?,\s?|\s+en\s+|\s+)\d{1,3}(?!\d))*)(?=[\s.,;:?!)»]|$|(?<=[a-z][.?!»”]\d)[A-Z][a-z])"
)
SPACED = re.compile(r"\s(?<=[.?!»”].)(?P<n>\d{1,3}(?:(?:\s?,\s?|\s+en\s+|\s+)\d{1,3}(?!\d))*)(?=\s*$)", re.MULTILINE)
YEAR_GLUED = re.compile(
    r"[12](?<!\d.)(?:(?<=1)9|(?<=2)0)\d\d,?(?P<n>\d{1,2})(?=[\s.,;:?!)»]|$)"
)  # "brief van 16 maart 20239", "in 2020,6"
# a mark before the full stop or the quotation mark that stood behind it: "natuurbranden / 3. Hiermee", "verdwijnt / 1» en"
BEFORE_STOP = re.compile(r"^(?P<n>\d{1,3}(?:\s?,\s?\d{1,3})*)(?=\.(?:\s|$)|[»”’)])")
OPEN_END = re.compile(r"[^\s.:;?!]$")  # a line that no sentence ends
# a mark with a space on both sides: "uitgevoerd. 2 Ik heb", "dat pleidooi 3 en mijn collega"
APART = re.compile(
    r"""\s(?:(?<=[.?!»”].)(?P<n>\d{1,3})(?=\s[^\W\d_a-z])
    |(?<=[a-zë\d].)(?P<inner>\d{1,3})(?=\s(?:en|zijn|is|heeft|hebben|die|dat|waar\w*|blijkt|wordt|worden|kan|niet|daarom|dan|om|als|ook|maar)\s))""",
    re.VERBOSE,
)
BRACKETED = re.compile(
    r"(?=[\d\[(])(?:\[(?P<n>\d{1,3})\s?\]|(?:(?<![\w(])|(?<=[a-zë]{3}))(?P<p>\d{1,3})\s?\)|(?:(?<=[?!.»”’\"])|(?<=[?!.»”’\"]\s))\((?P<both>\d{1,3})\))"
)
NUMBERED_THING = re.compile(  # "bijlage 3 is": the number of a thing
    rf"{COUNTING.pattern}|(?:bijlage|hoofdstuk|tabel|figuur|fase|categorie|lijn|box|deel|stap|optie|variant|scenario|groep|klasse|niveau|zone|tranche"
    r"|week|dag|kwartaal|punt|onderdeel|lid|paragraaf|noot|spoor|pijler|kolom|ronde|type|versie|top|nul|plus|min)$",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d+")
VERY_DOUBTFUL = 4
NOT_DOUBTED = 0
DIGITS = 3  # of a mark
WORD_GLUED = 2  # how doubtful a number glued to a small letter is
OPENED = re.compile(r"(?:^|\s)['’‘\"”]$")  # "zomer '22": the figure of a year
WORD = re.compile(r"[^\W\d_]{3}$")  # what "m2" and "H1" are not
IN_HEAD = 3  # how doubtful a number alone on a line above the first question is: the number of a page, mostly


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note: its label as printed ("1", "[1]", "1)"), the lines it stands on, and where its text begins."""

    label: str
    number: int
    lines: tuple[Line, ...]
    start: int

    @property
    def pieces(self) -> tuple[Span, ...]:
        """The text of the note, line by line."""
        first, *rest = self.lines
        return (Span(self.start, first.end), *(Span(line.start, line.end) for line in rest))


def find_marks(lines: Sequence[Line], notes: Sequence[FoundNote], asked: int = 0) -> list[tuple[Span, str]]:
    """Where the notes are referred to: spans over the printed marks with the labels, separated by spaces.

    `asked`: where the first question begins.
    """
    counted = [note for note in notes if note.label.isdigit()]
    found = _bracket_marks(lines, {note.label: note.label for note in notes if not note.label.isdigit()})
    otherwise = _otherwise(lines, counted) if 0 < len(counted) == len(notes) else []
    return sorted(found + (otherwise or _number_marks(lines, counted, asked)), key=lambda mark: mark[0])


def _otherwise(lines: Sequence[Line], notes: Sequence[FoundNote]) -> list[tuple[Span, str]]:
    """The marks in brackets of notes that have none: in one form, with a mark for every note, else none."""
    labels = {note.label for note in notes}
    text = "\n".join(line.text for line in lines)
    for form in ("[{}]", "{})"):
        printed = {form.format(label): label for label in labels}
        found = _bracket_marks(lines, printed) if all(label in text for label in printed) else []
        if {label for _, label in found} == labels:
            return found
    return []


def _bracket_marks(lines: Sequence[Line], labels: Mapping[str, str]) -> list[tuple[Span, str]]:
    """The marks in brackets that are printed so, by the label of the note they lead to."""
    out = []
    above = ""
    for line in lines:
        for m in bracketed(line) if labels else ():
            label = label_of(m)
            if label in labels and not _lists(m, line.text, above):
                out.append((Span(line.start + m.start(), line.start + m.end()), labels[label]))
        above = line.text
    return out


def _lists(found: re.Match[str], text: str, above: str) -> bool:
    """Whether "1)" begins an item of a list: text follows it, and nothing above it on which it could be a mark."""
    return found.start() == 0 and found.end() < len(text) and (not above or above[-1] in ":;.")


def _number_marks(lines: Sequence[Line], notes: Sequence[FoundNote], asked: int) -> list[tuple[Span, str]]:
    """Marks of footnotes: in order, each on the page of its note, a clear form before a doubtful one.

    Where that page has none, the mark stands on a page before it, in a form that is nothing else: the notes stand after
    the last answer, or the end of a page pushed them to the next.
    """
    out: list[tuple[Span, str]] = []
    known = {note.number for note in notes}
    done: set[int] = set()
    position = 0
    for note in notes:
        if note.number in done:
            continue
        page = [
            line
            for line in lines
            if (line.page == note.lines[0].page and line.end > position and line.start < note.start)
            or (line.page == note.lines[0].page and line.start > note.lines[-1].end)
        ]
        before = [line for line in lines if line.page < note.lines[0].page and line.end > position]
        for together, mark in _fitting(page, before, note.number, asked, known):
            if mark[0].start < position:
                continue
            labels = [*together, *(int(n) for n in NUMBER.findall(mark[1])[1:])]
            out.append((mark[0], " ".join(map(str, labels))))
            done.update(labels)
            position = mark[0].end
            break
    return out


def _fitting(
    page: Sequence[Line], before: Sequence[Line], number: int, asked: int, known: set[int]
) -> Iterator[tuple[Sequence[int], tuple[Span, str]]]:
    """The places that can be the mark of note `number`, each with the notes that its first number stands for."""
    for mark in _likely(page, before, number, asked):
        yield (number,), mark
    for together in joined(number, known):
        for mark in earlier_marks([*before, *page], int("".join(map(str, together))), asked):
            yield together, mark


def joined(number: int, known: set[int]) -> Iterator[Sequence[int]]:
    """The notes from `number` on whose marks may stand side by side, as "12" where there is no note 12.

    >>> list(joined(1, {1, 2, 3})), list(joined(1, {1, 2, 12})), list(joined(9, {9, 10, 11}))
    ([(1, 2), (1, 2, 3)], [], [(9, 10)])
    """
    for last in range(number + 1, number + DIGITS):
        together = tuple(range(number, last + 1))
        shown = "".join(map(str, together))
        if known.issuperset(together) and len(shown) <= DIGITS and int(shown) not in known:
            yield together


def _likely(page: Sequence[Line], before: Sequence[Line], number: int, asked: int) -> Iterator[tuple[Span, str]]:
    """The places that can be the mark of note `number`, on its page and then before it, the likeliest form first."""
    for _, span, printed in _doubted(page, number, asked):
        yield span, printed
    yield from earlier_marks(before, number, asked)


def earlier_marks(before: Sequence[Line], number: int, asked: int = 0) -> list[tuple[Span, str]]:
    """The places on the pages before that of note `number` that can be nothing but its mark, the likeliest form first."""
    found = _doubted(before, number, asked) if any(str(number) in line.text for line in before) else []
    shown = {line.start: line for line in before}
    starts = sorted(shown)
    return [
        (span, printed)
        for doubt, span, printed in found
        if _is_clear(shown[starts[bisect_right(starts, span.start) - 1]], span.start, doubt)
    ]


def _is_clear(line: Line, start: int, doubt: int) -> bool:
    """Whether what may be a mark is one wherever its note stands: glued to a word, or to the end of a sentence or title."""
    before = line.text[: start - line.start]
    if doubt == NOT_DOUBTED:
        return bool(before) and not OPENED.search(before)
    return doubt == WORD_GLUED and WORD.search(before) is not None


def _doubted(page: Sequence[Line], number: int, asked: int) -> list[tuple[int, Span, str]]:
    """The same, each with how doubtful it is."""
    found: list[tuple[int, Span, str]] = []
    above = ""
    digits = str(number)
    for line in page:
        if digits in line.text and not LABEL.match(above):
            alone = [(IN_HEAD if line.start < asked else 0, 0, line.text)] if OWN_LINE.match(line.text) else None
            for doubt, at, printed in alone or _marks_on(line.text, above):
                first = NUMBER.match(printed)
                if first and int(first.group()) == number:
                    found.append((doubt, Span(line.start + at, line.start + at + len(printed)), printed))
        above = line.text or above
    return sorted(found, key=lambda mark: mark[0])


def _marks_on(text: str, above: str) -> Iterator[tuple[int, int, str]]:
    """What may be a mark on a line: how doubtful it is, where it begins, and how it is printed."""
    for m in GLUED.finditer(text):
        yield _doubt(text, m.start("n")), m.start("n"), m["n"]
    for m in SPACED.finditer(text) if text[-1:].isdigit() else ():
        yield 0, m.start("n"), m["n"]
    counted = COUNTING.search(above[-12:]) is not None
    begun = LINE_START.match(text) or (BEFORE_STOP.match(text) if OPEN_END.search(above) else None)
    if begun:
        yield int(counted), begun.start("n"), begun["n"]
    for m in YEAR_GLUED.finditer(text):
        yield VERY_DOUBTFUL - 1, m.start("n"), m["n"]
    for m in APART.finditer(text):
        group = "n" if m["n"] else "inner"
        if not NUMBERED_THING.search(text[max(0, m.start() - 16) : m.start()]):
            yield VERY_DOUBTFUL + (group == "inner"), m.start(group), m[group]


def _doubt(text: str, at: int) -> int:
    """How doubtful a mark glued to `text[:at]` is: "nr. 4.1" a little, "zorg1" more, "BIJ1" and "CO2" most."""
    before = text[max(0, at - 2) : at]
    if before[-1:].isalpha():
        return 3 if before[-1:].isupper() else 2
    return int(before[:1].isdigit())


def marks_in(text: str) -> list[str]:
    """The marks of footnotes that a line may hold, as printed."""
    if OWN_LINE.match(text):
        return [text]
    found = [m["n"] for m in GLUED.finditer(text)] + [m["n"] for m in SPACED.finditer(text) if text[-1:].isdigit()]
    start = LINE_START.match(text)
    return [*found, start["n"]] if start else found


def clear_marks(text: str) -> list[str]:
    """The numbers on a line that can be nothing but marks, as printed: glued to a word or to the end of a sentence."""
    found = (
        (m["n"], _doubt(text, m.start("n")), text[max(0, m.start("n") - 3) : m.start("n")])
        for m in GLUED.finditer(text)
    )
    return [n for n, doubt, before in found if doubt == NOT_DOUBTED or (doubt == WORD_GLUED and WORD.search(before))]


def bracketed(line: Line) -> Iterator[re.Match[str]]:
    """The numbers in brackets on a line; not the end of a remark in brackets, as in "(deel 2)"."""
    text = line.text
    if "]" not in text and ")" not in text:
        return
    for found in BRACKETED.finditer(text):
        if not found["p"] or text.rfind("(", 0, found.start()) <= text.rfind(")", 0, found.start()):
            yield found


def label_of(found: re.Match[str]) -> str:
    """The label of a note as it is marked: "[1]" or "1)", which may be printed "(1)"."""
    return f"[{found['n']}]" if found["n"] else f"{found['p'] or found['both']})"
