"""What stands before the questions: a letter, the sentence that says who asks whom, the one that says who answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.grammar.headers import SITE
from kg.segment.headings import ITEM, NUMBER_LINE, SPACED, heading, inline, numbers
from kg.segment.lines import Line
from kg.segment.section import ASKED, Section, SectionKind

# A publication prints its number beside its heading: "2309	Vragen van het lid X".
HEAD = re.compile(
    r"^(?:[#*_\s]+|(?:\d{1,4}|\d{4}Z\d{5})(?:\t|[ ]{3})\s*)?(?:(?:Schriftelijke\s+v|Mondelinge\s+v|V)ra(?:ag|gen)\s+(?:van|gesteld\s+door)\s+(?:het|de)\b"
    r"|(?:Beantwoording|Antwoord(?:en)?)\b.{0,200}?\bop\s+(?:de\s+)?(?:[Ss]chriftelijke\s+|[Kk]amer)?[Vv]ragen\b(?!\s*\d{1,3}\b))"
)
ANSWER_HEAD = re.compile(
    r"^[#*_\s]*(?:(?:Nader\s+|Aanvullend\s+)?[Aa]ntwoord(?:en)?|Mededeling)\s+van\s+(?:de\s+)?(?:[Mm]inister|[Ss]taats)"
)
HEAD_BEGINS = frozenset("#*_SVMBAaN0123456789")  # the first characters of both
HEAD_GOES_ON = re.compile(
    r"^\(?(?:ingezonden|ontvangen|d\.d\.)|^Zie\s+ook\s+Aanhangsel|^van\s+(?:het\s+lid|de\s+leden)", re.IGNORECASE
)

ABOUT = re.compile(r"(?:Betreft|Onderwerp)\b", re.IGNORECASE)  # on a line of its own in a letterhead
MEMBER = re.compile(r"\b(?:lid|leden)\b")  # which the heading names that says who asks
PAGE_TITLE = re.compile(rf"{SITE}$|\s\|\s")

SALUTATION = re.compile(r"\s*Geachte\s+(?:[Vv]oorzitter|heer|mevrouw)")

LONGEST = 40  # lines of a question
NEAR = 8  # lines that a first question may take


def head(lines: Sequence[Line]) -> tuple[list[Section], list[Line]]:
    """Front, heading and heading of the answer; and the lines that are left."""
    asked = next((i for i, line in enumerate(lines) if numbered(line)), len(lines))
    first = _first_heading(lines, asked)
    if first is None and asked == len(lines):
        asked = next((i for i, line in enumerate(lines) if _is_one(line) and _asks(lines[i:])), asked)
    if first is None or first > asked:
        return [Section("front", tuple(lines[:asked]))], list(lines[asked:])
    out = [Section("front", tuple(lines[:first]))] if first else []
    at = first
    while at < len(lines) and (kind := _head_kind(lines, at)):
        stop = head_stop(lines, at)
        out.append(Section(kind, tuple(lines[at:stop])))
        at = next((i for i in range(stop, len(lines)) if not lines[i].blank), len(lines))
        if (further := _further(lines, at)) != at:
            out.append(Section("front", tuple(lines[at:further])))
            at = further
    if letter := _letter_below(lines, at):
        out.append(Section("front", tuple(lines[at:letter])))
        at = letter
    return out, list(lines[at:])


def _letter_below(lines: Sequence[Line], at: int) -> int | None:
    """Where a letter ends that stands below its title and above the first question; None if there is none."""
    asked = next(
        (i for i in range(at, len(lines)) if numbered(lines[i]) or (_is_one(lines[i]) and _asks(lines[i:]))), at
    )
    return asked if any(SALUTATION.match(line.text) for line in lines[at:asked]) else None


def _first_heading(lines: Sequence[Line], asked: int) -> int | None:
    """The line on which the first heading begins; the title of a page of the web is none.

    What a letter is about ("Betreft: Antwoorden op Kamervragen over X") is none where one that names members follows
    before the first question.
    """
    found = (
        i
        for i, line in enumerate(lines)
        if line.text[:1] in HEAD_BEGINS
        and (HEAD.match(line.text) or ANSWER_HEAD.match(line.text))
        and not PAGE_TITLE.search(line.text)
    )
    first = next(found, None)
    if first is not None and any(ABOUT.match(line.text) for line in lines[max(0, first - 2) : first]):
        return next((i for i in found if i < asked and MEMBER.search(lines[i].text)), first)
    return first


def _further(lines: Sequence[Line], at: int) -> int:
    """Where a further heading begins, below a few lines that neither ask nor number anything; `at` if there is none."""
    for i in range(at, min(at + NEAR, len(lines))):
        if HEAD.match(lines[i].text) or ANSWER_HEAD.match(lines[i].text):
            return i
        if "?" in lines[i].text or heading(lines[i].text) or (lines[i].text and numbered(lines[i])):
            return at
    return at


def _head_kind(lines: Sequence[Line], at: int) -> SectionKind | None:
    """A heading may run over lines: "Antwoorden van de minister van X op / Kamervragen van het lid Y" is one."""
    if HEAD.match(lines[at].text):
        return "heading"
    if not ANSWER_HEAD.match(lines[at].text):
        return None
    stop = head_stop(lines, at)
    return "heading" if HEAD.match(" ".join(line.text for line in lines[at : min(stop, at + 5)])) else "answer heading"


def numbered(line: Line) -> bool:
    """Whether a question begins here under a heading with its number."""
    found = heading(line.text)
    if not found and (found := inline(line.text)) and found.numbers[:1] != (1,):
        return False
    return found is not None and found.kind == "question"


def head_stop(lines: Sequence[Line], first: int) -> int:
    """The line after a heading: at the next heading, a numbered question, or a blank line that no date follows."""
    for i in range(first + 1, len(lines)):
        line = lines[i]
        if line.blank:
            following = next((j for j in range(i, min(i + 6, len(lines))) if not lines[j].blank), None)
            if following is None or not HEAD_GOES_ON.match(lines[following].text):
                return i
        elif ANSWER_HEAD.match(line.text) or heading(line.text) or numbered(line) or _is_first(lines, i):
            return i
    return len(lines)


def _is_first(lines: Sequence[Line], at: int) -> bool:
    """Whether the number of the first question stands on a line: alone, with a sign, or before a question."""
    text = lines[at].text
    return _is_one(lines[at]) or (text.startswith("1 ") and SPACED.match(text) is not None and asks(lines, at))


def asks(lines: Sequence[Line], first: int) -> bool:
    """Whether the paragraph that begins with a number at line `first` ends with a question mark."""
    last = lines[first].text
    for line in lines[first + 1 : first + LONGEST]:
        if line.blank or heading(line.text) or ANSWER_HEAD.match(line.text) or SPACED.match(line.text):
            break
        last = line.text
    return ASKED.search(last) is not None


def _is_one(line: Line) -> bool:
    """Whether the number of the first question or answer ("1", "1 en 2") stands here, with nothing beside it."""
    if item_one(line):
        return True
    found = None if ITEM.match(line.text) else NUMBER_LINE.match(line.text)
    return found is not None and numbers(found["n"])[0] == 1


def item_one(line: Line) -> bool:
    """Whether the first item of a list begins here, as "1."."""
    item = ITEM.match(line.text)
    return item is not None and item["n"] == "1"


def _asks(lines: Sequence[Line]) -> bool:
    """Whether a question mark stands in the first paragraph from here on."""
    beside = [line.text for line in lines[:NEAR] if not line.blank]
    return any("?" in text for text in beside)
