"""What a page carries besides its text: running headers, footers, mastheads.

Found by its words, which are the same in every publication of the House; a reader that knows positions
(PDF, Word) marks its own furniture as blocks and this module only adds to it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kg.records import Document, Span
from kg.segment.headings import heading
from kg.segment.mail import mail_end

_SESSION = r"\d{4}\s?[-–—]\s?\d{2,4}"

_COLLECTED = (  # under the session in a masthead; names nobody, though it reads like a heading
    r"Vragen\s+gesteld\s+door\s+de\s+leden\s+der\s+Kamer(?:,\s+met\s+de\s+daarop\s+door\s+de(?:\s|[*])+regering\s+gegeven\s+antwoorden)?"
)

# Each alternative begins behind a line break.  "Aanhangsel 1Antwoord 3": the page number may be glued to what follows.
FURNITURE = re.compile(
    rf"""\n[^\S\n]*(?:
      (?:ah|kv)-tk-[\w-]+[^\S\n]*$
    | (?:ISSN[ ]\d{{4}}[ ]?-[ ]?\d{{4}}[^\S\n]*)?['’‘]s-Gravenhage[ ]\d{{4}}[^\S\n]*
      (?:$|Tweede[ ]Kamer,[ ]vergaderjaar[ ]{_SESSION},[ ](?:Aanhangsel|Vragen)(?:[^\S\n]\d{{1,5}}(?=\D|$))?)
    | ISSN[ ]\d{{4}}[ ]?-[ ]?\d{{4}}[^\S\n]*$
    | Tweede[ ]Kamer,[ ]vergaderjaar[ ]{_SESSION},[ ](?:Aanhangsel|Vragen)(?:[^\S\n]\d{{1,5}}(?=\D|$))?
    | [hk]v?[ ]tk[ ]\d{{8}}[ ]\d+[^\S\n]*$
    | KVR\d{{3,6}}(?:\.\w{{1,2}})?[^\S\n]*$
    | \d{{4}}tkkvr\d{{1,5}}[^\S\n]*$
    | Sdu[ ]Uitgevers[^\S\n]*$
    | (?:Pagina|Blad|Page)[ ]\d+[ ]?(?:van|of|/)[ ]?\d+[^\S\n]*$
    | DOCPROPERTY[ ][^\n]*$
    | [#*]{{0,4}}[^\S\n]?{_COLLECTED}[*]{{0,2}}[^\S\n]*$
    | -{{3,}}[^\S\n]*$
    )""",
    re.VERBOSE | re.MULTILINE,
)

# In text that came without line breaks the same stands in the middle of a line.
RUNNING = re.compile(
    rf"""(?<=[ ])(?:(?:ah|kv)-tk-[\w-]+[ ])?(?:ISSN[ ]\d{{4}}[ ]?-[ ]?\d{{4}}[ ]?)?(?:['’‘]s-Gravenhage[ ]\d{{4}}[ ]?)?
    Tweede[ ]Kamer,[ ]vergaderjaar[ ]{_SESSION},[ ](?:Aanhangsel|Vragen)[ ]\d{{1,5}}(?=\D|$)""",
    re.VERBOSE | re.MULTILINE,
)

PAGE = re.compile(r"^[^\S\n]*(?:Pagina|Blad|Page) \d+ ?(?:van|of|/) ?\d+[^\S\n]*$", re.MULTILINE)
LETTERHEAD = ("Datum", "datum", "Den Haag", "kenmerk", "Kenmerk", "referentie", "nummer", "brief")
PAGE_WORDS = ("Pagina", "Blad", "Page")
NUMBER_ONLY = re.compile(r"\d{1,3}(?:\s*(?:,|en|t/m)\s*\d{1,3})*[.)]?")  # which may be the number of a question
RUNNING_LINES = 8
UNBROKEN = 400  # characters: lines of pages are shorter

# The masthead stands once, on lines or (in badly converted text) on one line: at the very start, or under what a letter,
# a mail or a page of the web put above it.
SESSION_HEAD = "Vergaderjaar"
MASTHEAD = re.compile(
    rf"""{SESSION_HEAD}\s+(?P<session>{_SESSION})\s+(?:(?:Aanhangsel\s+van\s+de\s+Handelingen|[#*])[\s#*]*)?{_COLLECTED}""",
    re.VERBOSE,
)
ABOVE = re.compile(
    r"(?:(?:ah|kv)-tk-[\w-]{1,20}[\s#*]{1,20})?(?:[#*]{1,6}\s{0,3})?(?:(?<![|–—-]\s)Tweede\s+Kamer\s+der\s+Staten-Generaal[\s#*]{0,20})?(?:2[\s#*]{0,20})?\Z"
)  # the session: its identifier, the House, the number of the chamber
REACH = 100  # characters of that

NUMBER = re.compile(r"(?<![\s#*])[\s#*]{0,40}(?P<number>\d{1,4})(?=[\s*]{1,9}(?:Schriftelijke\sv|V)ra(?:ag|gen)\s)")
ALONE = re.compile(r"(?<=\n)[^\S\n]*[#*]{0,4}[^\S\n]*(?P<number>\d{1,4})[*]{0,2}[^\S\n]*(?=\n)")
NUMBER_REACH = 600  # characters below a masthead: dates or addresses may stand between it and its number


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of a publication of the House: where it stands, its `session` (vergaderjaar), and whether it is of answers."""

    span: Span
    session: str
    answers: bool


def masthead(text: str) -> Masthead | None:
    r"""The head of a publication of the House.

    >>> masthead("Aan: Griffie\n2\nVergaderjaar 2030-2031 Vragen gesteld door de leden der Kamer\n").span
    Span(start=13, end=76)
    """
    at = text.find(SESSION_HEAD)
    while at >= 0:
        if found := MASTHEAD.match(text, at):
            start = max(0, at - REACH)
            above = ABOVE.search(text, start, at)
            begin = above.start() if above else at
            return Masthead(Span(begin, found.end()), found["session"], "Aanhangsel" in found.group())
        at = text.find(SESSION_HEAD, at + 1)
    return None


def publication_number(text: str) -> tuple[int, int, str] | None:
    """The number of an answer in the Aanhangsel, which stands alone under the masthead: where, and the identifier."""
    head = masthead(text)
    if not head or not head.answers:
        return None
    reach = head.span.end + NUMBER_REACH
    found = NUMBER.search(text, head.span.end, reach) or ALONE.search(text, head.span.end, reach)
    if not found:
        return None
    first = int(head.session[:4])
    return (*found.span("number"), f"ah-tk-{first}{first + 1}-{found['number']}")


def letterheads(document: Document) -> Iterator[list[Span]]:
    """The stretches beside the letter, as the reader knows them, that name its day or a number, line by line."""
    column: list[Span] = []
    for block in document.blocks:
        if block.kind == "furniture":
            if column and document.text[column[-1].end : block.span.start].strip():
                yield from _named(document, column)
                column = []
            column.append(block.span)
    yield from _named(document, column)


def _named(document: Document, column: list[Span]) -> Iterator[list[Span]]:
    if column and any(label in document.text[column[0].start : column[-1].end] for label in LETTERHEAD):
        yield column


def stated(document: Document) -> Iterator[tuple[str, Span]]:
    """What official metadata beside the document state, by kind of fact, once each."""
    seen: set[str] = set()
    for block in document.blocks:
        if (
            block.kind == "stated"
            and block.label
            and (value := f"{block.label} {document.quote(block.span)}") not in seen
        ):
            seen.add(value)
            yield block.label, block.span


def furniture(document: Document) -> Iterator[Span]:
    """All page furniture of a document, the reader's first."""
    for block in document.blocks:
        if block.kind == "furniture":
            yield block.span
    if head := masthead(document.text):
        yield head.span
    for found in FURNITURE.finditer(f"\n{document.text}"):  # a line break is found fast, a beginning of a line is not
        yield Span(found.start(), found.end() - 1)
    yield from _running_heads(document.text)
    yield from mail_end(document.text)
    position = 0
    for line in document.text.split("\n"):
        for found in RUNNING.finditer(line) if len(line) > UNBROKEN and "vergaderjaar" in line else ():
            yield Span(position + found.start(), position + found.end())
        position += len(line) + 1


def _running_heads(text: str) -> Iterator[Span]:
    """What stands on every page of a letter under its number: lines of the letterhead, or that recur under other numbers."""
    pages = list(PAGE.finditer(text)) if any(word in text for word in PAGE_WORDS) else []
    if len(pages) < 2:
        return
    letterhead = {line.strip() for line in text[: pages[0].start()].split("\n")}
    heads = [_under(text, page.end() + 1) for page in pages]
    counted = Counter(line for head in heads for line in {text[a:b].strip() for a, b in head})
    for head in heads:
        for start, end in head:
            line = text[start:end].strip()
            if line not in letterhead and counted[line] < 2:
                break
            yield Span(start, end)


def _under(text: str, start: int) -> list[tuple[int, int]]:
    """Where the lines stand that may be the running head of a page whose text begins at `start`."""
    out: list[tuple[int, int]] = []
    for line in text[start : start + UNBROKEN].split("\n")[:-1]:
        short = line.strip()
        if PAGE.match(line) or heading(short) or NUMBER_ONLY.fullmatch(short) or short.endswith((".", "?", ":")):
            break
        if short:
            out.append((start, start + len(line)))
        start += len(line) + 1
    return out[:RUNNING_LINES]
