"""Foot- and endnotes in text that does not say where they are, and the marks that lead to them.

Three series occur, often two in one document: "1NOS, 22 oktober ..." at the foot of a page, "1) NOS, ..." and
"[1] NOS, ..." at the end.  A note is believed only where its number follows the one before it, and a mark only
where its note exists: "CO2" is no mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.grammar.months import MONTHS
from kg.records import Document, Span
from kg.segment.headings import LABEL, REMARK, heading
from kg.segment.lines import Line

FOOTNOTE = re.compile(
    r"^(?P<n>\d{1,3})(?!\s?(?:en|t/m|tot\s+en\s+met)\s\d{1,3}\b)(?:\s?(?=[^\W\d_]|[«‘“'\"„(<\[])|(?=\d{4}[ZD]\d)|\s(?=\d{4}[ZD]\d))"
)
ENDNOTE = re.compile(r"^(?P<label>\[(?P<b>\d{1,3})\s?\]|(?P<p>\d{1,3})\s?\))\s*(?=\S)")
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
    r"(?<=[^\W\d_]|[.?!,;:)»”’\"'%\]])(?<!\d,)(?P<n>\d{1,3}(?:(?:\s?,\s?|\s+en\s+|\s+)\d{1,3}(?!\d))*)(?=[\s.,;:?!)»]|$)"
)
SPACED = re.compile(r"(?<=[.?!»”])\s(?P<n>\d{1,3}(?:(?:\s?,\s?|\s+en\s+|\s+)\d{1,3}(?!\d))*)(?=\s*$)", re.MULTILINE)
YEAR_GLUED = re.compile(
    r"(?<!\d)(?:19|20)\d\d,?(?P<n>\d{1,2})(?=[\s.,;:?!)»]|$)"
)  # "brief van 16 maart 20239", "in 2020,6"
# a mark before the full stop or the quotation mark that stood behind it: "natuurbranden / 3. Hiermee", "verdwijnt / 1» en"
BEFORE_STOP = re.compile(r"^(?P<n>\d{1,3}(?:\s?,\s?\d{1,3})*)(?=\.(?:\s|$)|[»”’)])")
OPEN_END = re.compile(r"[^\s.:;?!]$")  # a line that no sentence ends
# a mark with a space on both sides: "uitgevoerd. 2 Ik heb", "dat pleidooi 3 en mijn collega"
APART = re.compile(
    r"""(?<=[.?!»”])\s(?P<n>\d{1,3})(?=\s[^\W\d_a-z])
    |(?<=[a-zë]|\d)\s(?P<inner>\d{1,3})(?=\s(?:en|zijn|is|heeft|hebben|die|dat|waar\w*|blijkt|wordt|worden|kan|niet|daarom|dan|om|als|ook|maar)\s)""",
    re.VERBOSE,
)
BRACKETED = re.compile(r"\[(?P<n>\d{1,3})\s?\]|(?<![\w(])(?P<p>\d{1,3})\s?\)")


NUMBERED_THING = re.compile(  # "bijlage 3 is": the number of a thing
    rf"{COUNTING.pattern}|(?:bijlage|hoofdstuk|tabel|figuur|fase|categorie|lijn|box|deel|stap|optie|variant|scenario|groep|klasse|niveau|zone|tranche"
    r"|week|dag|kwartaal|punt|onderdeel|lid|paragraaf|noot|spoor|pijler|kolom|ronde|type|versie|top|nul|plus|min)$",
    re.IGNORECASE,
)
VERY_DOUBTFUL = 4
SKIPPED = 6  # notes that may be missed before one is believed that is not due


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


def find_notes(document: Document, lines: Sequence[Line]) -> list[FoundNote]:
    """The notes that the text itself shows; where the reader knows the footnotes, only those typed at the end."""
    ends = _endnotes(lines)
    if any(block.kind == "note" for block in document.blocks):
        return ends
    taken = {line.start for note in ends for line in note.lines}
    body = [line for line in lines if line.start not in taken]
    return [*_footnotes(body), *ends]


def _endnotes(lines: Sequence[Line]) -> list[FoundNote]:
    """Notes after the last heading, from the first line of the form "1)" or "[1]" to the end of the document."""
    last = max((i for i, line in enumerate(lines) if (h := heading(line.text)) and h.kind != "remark"), default=-1)
    starts = [i for i in range(last + 1, len(lines)) if ENDNOTE.match(lines[i].text)]
    if not starts:
        return []
    marked = {_label(found) for line in lines for found in _bracketed(line) if found.end() > _text_from(line)}
    for first in starts:
        opening = ENDNOTE.match(lines[first].text)
        if opening and not any(
            mark[:1] == opening["label"][:1] or mark[-1:] == ")" == opening["label"][-1:] for mark in marked
        ):
            continue  # "1) question" where notes are marked "[1]": a list, no notes
        found = _note_tail(lines, first)
        if found and any(note.label in marked for note in found):
            return found
    return []


def _text_from(line: Line) -> int:
    """Where the text of a line begins in it, after the heading or the label at its start."""
    found, label = heading(line.text), ENDNOTE.match(line.text)
    return len(line.text) - len(found.rest) if found else label.end() if label else 0


def _label(found: re.Match[str]) -> str:
    """The label of a note as it is marked: "[1]" or "1)"."""
    return f"[{found['n']}]" if found["n"] else f"{found['p']})"


def _bracketed(line: Line) -> Iterator[re.Match[str]]:
    """The numbers in brackets on a line; not the end of a remark in brackets, as in "(deel 2)"."""
    text = line.text
    if "]" not in text and ")" not in text:
        return
    for found in BRACKETED.finditer(text):
        if not found["p"] or text.rfind("(", 0, found.start()) <= text.rfind(")", 0, found.start()):
            yield found


def _note_tail(lines: Sequence[Line], first: int) -> list[FoundNote]:
    notes: list[FoundNote] = []
    previous: dict[str, int] = {}
    current: list[Line] = []
    opened: tuple[str, int, int] | None = None

    def close() -> None:
        if opened and current:
            notes.append(FoundNote(opened[0], opened[1], tuple(current), opened[2]))

    for line in lines[first:]:
        if line.blank:
            continue
        if REMARK.match(line.text) and heading(line.text):
            break
        start = ENDNOTE.match(line.text)
        series = "" if not start else "b" if start["b"] else "p"
        number = int(start["b"] or start["p"]) if start else 0
        if start and number > previous.get(series, 0):
            close()
            previous[series] = number
            opened, current = (start["label"].replace(" ", ""), number, line.start + start.end()), [line]
        elif start and number <= previous.get(series, 0):
            return []
        else:
            current.append(line)
    close()
    return notes


def _footnotes(lines: Sequence[Line]) -> list[FoundNote]:
    """Notes at the foot of pages, numbered through the document."""
    notes: list[FoundNote] = []
    expected = 1
    for page in _pages(lines):
        first, number = _first_note(page, expected)
        while first is not None:
            following = _following(page, first, number + 1)
            stop = following if following is not None else _note_stop(page, first)
            kept = tuple(line for line in page[first:stop] if not line.blank)
            begin = len(str(number))
            begin += len(kept[0].text[begin:]) - len(kept[0].text[begin:].lstrip())
            notes.append(FoundNote(str(number), number, kept, kept[0].start + begin))
            first, number = following, number + 1
            expected = number
    return notes


def _pages(lines: Sequence[Line]) -> list[list[Line]]:
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    return list(pages.values())


def _number(line: Line) -> int:
    found = FOOTNOTE.match(line.text)
    return int(found["n"]) if found else 0


def _is_note(page: Sequence[Line], i: int) -> bool:
    """Whether the mark of the note on line `i` stands above it on the page."""
    number = str(_number(page[i]))
    carry = (line.text for line in page[:i] if number in line.text)
    return any(number in re.findall(r"\d+", m) for text in carry for m in _marks_in(text))


def _following(page: Sequence[Line], first: int, number: int) -> int | None:
    """The line where the next note begins: its number is due, and either its mark is seen or it is printed alike."""
    spaced = page[first].text[len(str(number - 1)) :].startswith(" ")
    for i in range(first + 1, len(page)):
        if heading(page[i].text):
            return None
        if _number(page[i]) == number and (_is_note(page, i) or _spaced(page[i], number) == spaced):
            return i
        if spaced and re.match(rf"{number}\s\d", page[i].text) and _due(page, i, number):
            return i
    return None


def _due(page: Sequence[Line], i: int, number: int) -> bool:
    """Whether a line that begins with two numbers ("3 31e rapportage") is note `number`: its mark stands above it."""
    return any(str(number) in m["n"].split() for line in page[:i] for m in GLUED.finditer(line.text))


def _spaced(line: Line, number: int) -> bool:
    """Whether a space parts the number from the text of a note."""
    return line.text[len(str(number)) :].startswith(" ")


def _marks_in(text: str) -> list[str]:
    if OWN_LINE.match(text):
        return [text]
    found = [m["n"] for m in GLUED.finditer(text)] + [m["n"] for m in SPACED.finditer(text)]
    start = LINE_START.match(text)
    return [*found, start["n"]] if start else found


def _first_note(page: Sequence[Line], expected: int) -> tuple[int | None, int]:
    """The line where the notes of a page begin, and their first number: the one that is due, or one soon after it."""
    for number in range(expected, expected + SKIPPED + 1):
        fits = [i for i in range(len(page)) if _number(page[i]) == number]
        glued = [i for i in fits if not _spaced(page[i], number)]
        for i in reversed(glued or fits):
            if number == expected and _is_note(page, i):
                return i, number
            if _tail_is_note(page, i) and (
                (glued and number == expected) or _following(page, i, number + 1) or (glued and _is_note(page, i))
            ):
                return i, number
    return None, expected


def _tail_is_note(page: Sequence[Line], i: int) -> bool:
    return not any(heading(line.text) for line in page[i:])


def _note_stop(page: Sequence[Line], first: int) -> int:
    """Where the last note of a page ends: at a heading, a blank line or a new page, else at the end."""
    for i in range(first + 1, len(page)):
        line = page[i]
        if heading(line.text) or line.blank:
            return i
        if page[i - 1].text.endswith(".") and line.start > page[i - 1].end + 1:
            return i  # an indented line after a full stop: a page that begins
    return len(page)


def find_marks(lines: Sequence[Line], notes: Sequence[FoundNote]) -> list[tuple[Span, str]]:
    """Where the notes are referred to: spans over the printed marks with the labels, separated by spaces."""
    found = _bracket_marks(lines, [n for n in notes if not n.label.isdigit()])
    return sorted(found + _number_marks(lines, [n for n in notes if n.label.isdigit()]), key=lambda mark: mark[0])


def _bracket_marks(lines: Sequence[Line], notes: Sequence[FoundNote]) -> list[tuple[Span, str]]:
    labels = {note.label for note in notes}
    out = []
    above = ""
    for line in lines:
        for m in _bracketed(line) if labels else ():
            label = _label(m)
            if label in labels and not _lists(m, line.text, above):
                out.append((Span(line.start + m.start(), line.start + m.end()), label))
        above = line.text
    return out


def _lists(found: re.Match[str], text: str, above: str) -> bool:
    """Whether "1)" begins an item of a list: text follows it, and nothing above it on which it could be a mark."""
    return found.start() == 0 and found.end() < len(text) and (not above or above[-1] in ":;.")


def _number_marks(lines: Sequence[Line], notes: Sequence[FoundNote]) -> list[tuple[Span, str]]:
    """Marks of footnotes: in order, each on the page of its note, a clear form before a doubtful one."""
    out: list[tuple[Span, str]] = []
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
        for mark in _candidates(page, note.number):
            labels = [int(n) for n in re.findall(r"\d+", mark[1])]
            if mark[0].start < position:
                continue
            out.append((mark[0], " ".join(map(str, labels))))
            done.update(labels)
            position = mark[0].end
            break
    return out


def _candidates(page: Sequence[Line], number: int) -> list[tuple[Span, str]]:
    """The places that can be the mark of note `number`, the likeliest form first."""
    found: list[tuple[int, Span, str]] = []
    above = ""
    for line in page:
        if str(number) in line.text and not LABEL.match(above):
            marks = [(0, 0, line.text)] if OWN_LINE.match(line.text) else _marks_on(line.text, above)
            for doubt, at, printed in marks:
                found.append((doubt, Span(line.start + at, line.start + at + len(printed)), printed))
        above = line.text or above
    own = [mark for mark in found if int(re.split(r"\D", mark[2], maxsplit=1)[0]) == number]
    return [(span, printed) for _, span, printed in sorted(own, key=lambda mark: mark[0])]


def _marks_on(text: str, above: str) -> Iterator[tuple[int, int, str]]:
    """What may be a mark on a line: how doubtful it is, where it begins, and how it is printed."""
    for m in GLUED.finditer(text):
        yield _doubt(text, m.start("n")), m.start("n"), m["n"]
    for m in SPACED.finditer(text):
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
