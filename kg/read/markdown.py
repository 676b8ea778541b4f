"""Markdown as converters make it from PDF: printed lines, bold and italics, marks as "[1 ]", rules between pages."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from kg.read._draft import DELETED, Draft
from kg.read._protocol import Aids
from kg.read.text import decode
from kg.records import Document, Source, Span

MEDIA_TYPES = ("text/markdown",)
APART = False

_HEADING = re.compile(r"\A {0,3}#{1,6}[ \t]+(?P<text>\S.*)\Z")
_PAGE = re.compile(r"\A-{5,}[ \t]*\Z")
_ROW = re.compile(r"\A[ \t]*\|(?P<cells>.*)\|[ \t]*\Z")
_RULED = re.compile(r"\A[ \t]*\|[|: \t-]+\|[ \t]*\Z")
_FENCE = re.compile(r"\A {0,3}(?:```|~~~)")
_QUOTE = re.compile(r"\A {0,3}>[ \t]?")
_FOOTER = re.compile(r"\A(?:[ah]{0,2}[ -]?tk[ -][0-9]{8}[ -][0-9]{1,5}|ISSN .{0,60})\Z", re.IGNORECASE)
_ANSWERS = re.compile(r"\A[*_# ]*(?:Vraag|Vragen|Antwoord|Antwoorden)\b.{0,60}\Z")
_FOOTNOTE = re.compile(
    r"\A {0,3}(?:\[\^(?P<label>[^\]\s]{1,20})\]:|<sup>[ ]?\[?(?P<raised>[0-9]{1,3})\]?[ ]?\)?</sup>(?=[ \t]?\S))[ \t]*",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"""
    (?= [hw\\*_<!\[ckdm~&] ) (?:
      (?P<keep> (?:https?://|www\.) [^\s<>|()\[\]]* [A-Za-z0-9/=&%~-] )   # "_" and "*" are letters in an address
    | \\ (?P<escaped> [!-/:-@\[-`{-~] )
    | (?P<drop> \*\* | (?<!\w)_(?=\S) | (?<=\S)_(?!\w) )
    | (?P<picture> !\[ [^\[\]]{0,200} \] \( [^()\s]{0,2000} \) )
    | \[ \^ (?P<foot> [^\]\s]{1,20} ) \] (?!:)
    | \[ (?P<marks> [0-9]{1,3} (?: [ ,]{1,2} [0-9]{1,3} ){0,9} ) [ ]? \] (?!\()
    | \[ (?P<shown> [^\[\]]{1,500} ) \] \( (?P<address> [^()\s]{1,2000} ) (?: [ ] "[^"\n]{0,200}" )? \)
    | (?P<square> (?<![^\W_])[ckdm]?m ) <sup> (?P<power> [23] ) </sup>
    | ~~ (?P<struck> [^~\n]{1,500} ) ~~
    | < (?: !-- [^<>]{0,500} >
        | (?P<line> br[ ]?/?> )
        | sup> [ ]? \[? (?P<raised> [0-9]{1,3} (?: [ ]?, [ ]? [0-9]{1,3} ){0,9} ) \]? [ ]? </sup>
        | (?P<tag> del|s|strike )> (?P<deleted> [^<>]{0,500} ) </(?P=tag)>
        | /? (?:u|b|i|p|em|strong|span|div|mark|center|font|small|sub|sup|ins) (?: [ ] [^<>]{0,200} )? > )
    | (?P<entity> & (?: \# [0-9]{1,7} | \# x [0-9A-Fa-f]{1,6} | [A-Za-z]{2,24} [0-9]{0,2} ) ; ) )
    """,
    re.VERBOSE,
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_STARS = re.compile(r"(?<![\w*\\])\*(?=[^\s*])(?P<text>[^*\n]{1,500})(?<=[^\s*\\])\*(?![\w*])")
_RAISED = {"2": "²", "3": "³"}
_SIGNS = re.compile(rb"^ {0,3}#{1,6} +\S|\*\*\S|\[[0-9]{1,3} \]|^-----$|\]\(https?:", re.MULTILINE)
_HEADS = re.compile(rb"^ {0,3}#{1,6} +\S", re.MULTILINE)
_SAMPLE = 20_000  # bytes in which the signs must stand


def accepts(name: str, data: bytes) -> bool:
    """Whether text has the signs of Markdown: any where it is named so, headings and bold where it is not."""
    sample = data[:_SAMPLE]
    if b"\0" in sample or b"%PDF-" in sample[:1024] or sample.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return False
    if name.lower().endswith((".md", ".markdown")):
        return _SIGNS.search(sample) is not None
    return _HEADS.search(sample) is not None and b"**" in sample


def read(source: Source, data: bytes, _aids: Aids) -> Document:
    """The lines without their signs; notes at the foot of each page.  Raises InputProblem E-ENCODING."""
    draft, last = Draft(), 0
    lines = decode(data, source.name, draft).replace("\r\n", "\n").split("\n")
    pages = _pages(lines)
    for number, page in enumerate(pages, 1):
        draft.start_line()
        with draft.block("text", page=number if len(pages) > 1 else None):
            last = _page(draft, _Page(page, number == 1, last))
    return draft.document(source)


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of a page, whether it is the first, and the number of the last note before it."""

    lines: list[str]
    first: bool
    last: int


def _pages(lines: list[str]) -> list[list[str]]:
    pages: list[list[str]] = [[]]
    for line in lines:
        if _PAGE.fullmatch(line):
            pages.append([])
        else:
            pages[-1].append(line)
    return [page for page in pages if any(line.strip() for line in page)]


def _page(draft: Draft, page: _Page) -> int:
    """Write a page and its notes; the number of its last note."""
    foot = _foot(page)
    fresh, noted = page.first, 0
    for at, line in enumerate(page.lines[:foot]):
        if at < noted:
            continue
        if fresh and line.strip():
            fresh = False
            if line.strip(" #").isdecimal():  # no document begins with a number, but the printed page of the Kamer does
                with draft.block("furniture"):
                    draft.write(line.strip(" #"))
                draft.write("\n")
                continue
        noted = _noted(page.lines[:foot], at)
        if noted:
            _notes(draft, page.lines[at:noted], page.last)
        else:
            draft.start_line()
            _line(draft, line)
    return _notes(draft, page.lines[foot:], page.last)


def _noted(lines: list[str], at: int) -> int:
    """The line after the notes as writers type them that begin on line `at`; 0 where none do."""
    typed = _FOOTNOTE.match(lines[at])
    if not typed or (typed["raised"] and at and lines[at - 1].strip()):  # a mark at the beginning of a printed line
        return 0
    for stop in range(at + 1, len(lines)):
        line = lines[stop]
        goes_on = _FOOTNOTE.match(line) or line.startswith(("    ", "\t")) or (line.strip() and lines[stop - 1].strip())
        if line.strip() and (not goes_on or _HEADING.match(line)):
            return stop
    return len(lines)


def _foot(page: _Page) -> int:
    """The line where the notes of a page begin: the next number after an empty line, and no answer after it."""
    due = f"{page.last + 1} "
    answers = [at for at, line in enumerate(page.lines) if _ANSWERS.fullmatch(line.strip())]
    for at in range(answers[-1] + 1 if answers else 0, len(page.lines)):
        before = page.lines[at - 1].strip() if at else ""
        line = page.lines[at]
        begins = line.startswith(due) and line[len(due) : len(due) + 1].strip()
        if not before and begins and (page.last or at or not page.first):
            return at
    footers = [at for at, line in enumerate(page.lines) if _FOOTER.fullmatch(line.strip())]
    return footers[0] if footers else len(page.lines)


def _notes(draft: Draft, lines: list[str], last: int) -> int:
    notes: list[tuple[str, list[str]]] = []
    footers: list[str] = []
    for line in filter(str.strip, lines):
        typed = _FOOTNOTE.match(line)
        numbered = re.match(rf"{last + 1} (?=\S)", line)
        if _FOOTER.fullmatch(line.strip()):
            footers.append(line.strip())
        elif typed:
            notes.append((typed["label"] or typed["raised"], [line[typed.end() :]]))
        elif numbered:
            last += 1
            notes.append((str(last), [line[numbered.end() :]]))
        elif notes:
            notes[-1][1].append(line)
        else:
            footers.append(line.strip())
    for label, found in notes:
        with draft.note(label, label):
            for place, line in enumerate(found):
                draft.write("\n" if place else "")
                _inline(draft, line.strip())
    for footer in footers:
        draft.start_line()
        with draft.block("furniture"):
            draft.write(footer)
    return last


def _line(draft: Draft, line: str) -> None:
    heading, row = _HEADING.fullmatch(line), _ROW.fullmatch(line)
    if _FENCE.match(line) or _RULED.fullmatch(line):
        return
    if heading:
        with draft.block("heading"):
            _inline(draft, heading["text"].rstrip(" \t#"))
    elif row:
        with draft.block("table"):
            _inline(draft, "\t".join(cell.strip() for cell in row["cells"].split("|")))
    else:
        _inline(draft, _QUOTE.sub("", line, count=1))
    draft.write("\n")


def _inline(draft: Draft, text: str) -> None:
    """Write a line without the signs of Markdown, with its marks and links as blocks."""
    text = _STARS.sub(lambda found: found["text"], text)
    at = 0
    for found in _INLINE.finditer(text):
        draft.write(text[at : found.start()])
        at = found.end()
        marks = found["marks"] or found["raised"]
        if marks or found["foot"]:
            for place, label in enumerate(re.split("[ ,]+", marks) if marks else [found["foot"]]):
                draft.write(" " if place else "")
                with draft.block("mark", label):
                    draft.write(label)
        elif found["shown"]:
            start = draft.length
            _inline(draft, found["shown"])
            draft.link(start, _address(found["address"]))
        elif found["line"]:
            draft.write("\n")
        elif found["keep"]:
            draft.write(_address(found["keep"]))
        elif found["square"]:
            draft.write(found["square"] + _RAISED[found["power"]])
        elif found["struck"] or found["deleted"]:
            draft.notice("markdown/deletions", DELETED, (Span(draft.length, draft.length + 1),))
        else:
            draft.write(found["escaped"] or html.unescape(found["entity"] or ""))
    draft.write(text[at:])


def _address(printed: str) -> str:
    r"""A web address without the signs of Markdown in it: "a\_b", "x&amp;y"."""
    return _ESCAPED.sub(r"\1", printed).replace("&amp;", "&")
