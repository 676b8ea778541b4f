"""How text comes out of PDF and Word: wrapped, hyphenated, glued, on pages with footers and footnotes.

Each damage is one that ../shared/corpus/layouts.md describes; none loses a character that the truth has, but for
white space and hyphens at line ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from generator.words import NOTE

MARK = re.compile(f"{NOTE}(\\d+){NOTE}")


@dataclass(frozen=True)
class Paragraph:
    """Text of one paragraph, or a heading line."""

    text: str
    heading: bool = False


@dataclass(frozen=True)
class Page:
    """How a publication is set."""

    width: int = 80
    lines: int = 55
    hyphenate: bool = False
    glue: float = 0.0  # chance that a line end loses its line break
    mark: str = "glued"  # or "line": the number of a note on a line of its own
    note: str = "{n}{text}"  # or "{n} {text}"
    footer: tuple[str, ...] = ()
    first_footer: tuple[str, ...] = ()
    form_feed: bool = False
    glue_footer: bool = False
    trailing: str = ""


def numbered(texts: list[str], notes: list[str]) -> tuple[list[str], list[str]]:
    """The marks numbered as they are printed, and the notes in that order."""
    order = [int(m[1]) for text in texts for m in MARK.finditer(text)]
    place = {old: new for new, old in enumerate(order, 1)}
    out = [MARK.sub(lambda m: f"{NOTE}{place[int(m[1])]}{NOTE}", text) for text in texts]
    return out, [notes[old - 1] for old in order]


def without_marks(text: str) -> str:
    """The text as the truth has it."""
    return MARK.sub("", text)


def typeset(rng: Random, paragraphs: list[Paragraph], notes: list[str], page: Page) -> str:
    """The text of a publication in PDF, page by page."""
    texts, notes = numbered([p.text for p in paragraphs], notes)
    paragraphs = [Paragraph(text, p.heading) for text, p in zip(texts, paragraphs, strict=True)]
    out: list[str] = []
    held: list[str] = []
    due: list[int] = []
    room = page.lines
    number = 1
    for paragraph in paragraphs:
        for line, marks in _lines(rng, paragraph, page):
            needed = sum(1 + len(notes[n - 1]) // page.width for n in marks)
            if room < 1 + needed or (room < 3 and paragraph.heading):
                out += _page_end(rng, held, due, notes, page, number)
                held, due, room, number = [], [], page.lines, number + 1
            held.append(line)
            due += marks
            room -= 1 + needed
    out += _page_end(rng, held, due, notes, page, number)
    return _joined(out, page)


def _joined(lines: list[str], page: Page) -> str:
    text = "\n".join(line.rstrip() + page.trailing for line in lines)
    if page.glue_footer:  # "Aanhangsel 1Vraag 3"
        text = re.sub(r"(?m)((?:Aanhangsel|Vragen) \d+)[ ]*\n(?=(?:Vraag|Antwoord) \d)", r"\1", text)
    return text + "\n"


def _page_end(rng: Random, held: list[str], due: list[int], notes: list[str], page: Page, number: int) -> list[str]:
    out = list(held)
    for n in due:
        out += wrapped(rng, page.note.format(n=n, text=notes[n - 1]), page.width + 15, page)
    footer = page.first_footer if number == 1 else page.footer
    out += [line.format(page=number) for line in footer]
    if page.form_feed:
        out[-1] += "\f"
    return out


def _lines(rng: Random, paragraph: Paragraph, page: Page) -> list[tuple[str, list[int]]]:
    """The lines of a paragraph with the notes whose marks stand on them."""
    if paragraph.heading:
        return [(paragraph.text, [])]
    out: list[tuple[str, list[int]]] = []
    pieces = MARK.split(paragraph.text)
    text = pieces[0]
    for label, after in zip(pieces[1::2], pieces[2::2], strict=True):
        if page.mark == "line":
            out += [(line, []) for line in wrapped(rng, text, page.width, page)]
            out.append((label, [int(label)]))
            text = after.lstrip()
        else:
            text += f"{label}{after}"
    marks = [int(label) for label in pieces[1::2]] if page.mark != "line" else []
    lines = wrapped(rng, text, page.width, page) if text else []
    out += [(line, []) for line in lines]
    if marks and out:
        out[-1] = (out[-1][0], marks)
    return out


def wrapped(rng: Random, text: str, width: int, page: Page) -> list[str]:
    """The text in lines; words broken with a hyphen, line ends lost, as the page has it."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            head, tail = _broken(rng, word, width - len(line) - 1, page)
            lines.append(f"{line} {head}".rstrip())
            line = tail
        else:
            line = f"{line} {word}" if line else word
    lines.append(line)
    return _glued(rng, lines, page)


def _broken(rng: Random, word: str, room: int, page: Page) -> tuple[str, str]:
    """A word that does not fit: broken at a syllable or, where it is an address, after "/" or "-"."""
    if word.startswith("http"):
        cut = max(word.rfind("/", 9, room), word.rfind("-", 9, room))
        return (word[: cut + 1], word[cut + 1 :]) if cut > 20 else ("", word)
    if (
        page.hyphenate
        and word.isalpha()
        and word.islower()
        and room > 5
        and len(word) - room > 3
        and rng.random() < 0.7
    ):
        return word[: room - 1] + "-", word[room - 1 :]
    return "", word


def _glued(rng: Random, lines: list[str], page: Page) -> list[str]:
    out = lines[:1]
    for line in lines[1:]:
        letters = out[-1][-1:].isalpha() and out[-1][-1:].islower() and line[:1].isalpha() and line[:1].islower()
        if letters and not line.startswith("en ") and rng.random() < page.glue:
            out[-1] += line
        else:
            out.append(line)
    return out
