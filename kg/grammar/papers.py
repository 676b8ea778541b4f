"""Parliamentary papers as they are cited: Kamerstukken, Handelingen, Aanhangsel, and case numbers of other sets.

"Kamerstukken II 2024/25, 30 821, nr. 240" (ah-tk-20242025-558); "Kamerstukken II, 2022-203, 29279, nr. M"
(000_21975a96bc877d13); "Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 505"; "21 501-02, nr. 2870" (-595).

>>> [(p.dossier, p.subnumber) for p in find("Kamerstukken 23 645, nr. 811 en 29 984, nr. 1207")]
[('23645', '811'), ('29984', '1207')]
>>> [(p.session, p.session_printed, p.chamber) for p in find("Kamerstukken II, 2022-203, 29279, nr. M")]
[('2022-2023', '2022-203', 'I')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.grammar.months import MONTHS
from kg.grammar.paragraphs import paragraphs
from kg.grammar.starts import numbers, round_places
from kg.grammar.words import folded, holds, needing

_SESSION = r"(?P<session>\d{4}\s?[-–—/]\s?-?\s?\d{2,4})"
_HOUSE = r"(?:Kamerstuk(?:ken|nummers?|nr\.?)?|[Kk]st[.-]|(?:Tweede|Eerste)\s+Kamer|\bTK\b|\bEK\b)"
_CHAPTER = r"(?:\s?-?\s?(?P<chapter>(?:[IVX]{1,5}[A-Z]?|[A-HJ-U])(?![\w.])|(?<=\d)-(?:\d{2}(?=\s?,?\s?(?:en\s)?(?:nrs?\b|nummer|no\.|-\d))|(?<=501-)\d{2}(?!\d))))?"
_DOSSIER = r"(?P<dossier>\d{2}[\s.]?\d{3})(?!\d)"
_SUB = r"(?P<sub>\d{1,5}(?!\d)|[A-Z]{1,2}(?![\w]))"

PAPER = re.compile(
    rf"""(?=[KkTEIvn(\d])  # not in the white space before it
    (?P<head>{_HOUSE}(?P<chamber>\s+I{{1,2}}(?=[\s,]))?(?:\s*,)?|(?<!\w)(?P<bare>I{{1,2}})(?=\s+\d{{4}}/))?
    (?:\s*\(?(?:vergaderjaar\s*)?{_SESSION}\)?\s*,?)?\s*
    (?(session)|(?<![\d,.€/]))(?:nr\.\s*)?{_DOSSIER}{_CHAPTER}
    (?:\s*,?\s*\(?(?:vergaderjaar\s*)?{_SESSION.replace("session", "after")}\)?(?=\s*,?\s*(?:nrs?\b|nummer|no\.)))?
    (?:\s*,?\s*(?:en\s+)?(?:nrs?\.?|nummers?|no\.)\s*{_SUB}|\s?-\s?(?P<dashed>\d{{1,4}})(?!\d)|\s*,\s*(?P<letter>[A-Z]{{1,2}})(?![\w]))?""",
    re.VERBOSE,
)
AND_MORE = re.compile(r"\s*(?:,|en|/)\s*(?:nr\.?\s*)?(?P<sub>\d{1,5})(?=\s*(?:,|en\s+\d|[);.]|$))")
RANGE = re.compile(r"\s*(?:t/m|tot\s+en\s+met)\s*(?:nr\.?\s*)?(?P<sub>\d{1,5})(?!\d)")
LONGEST_RANGE = 30  # papers
BEFORE_DOSSIER, AFTER_DOSSIER = 120, 120  # characters of a citation round its dossier
APPENDIX = re.compile(
    rf"""(?:(?:Aanhangsel|Handelingen|\(Aanhangsel\))[^\d;]{{0,40}}?{_SESSION}\)?
      (?:\s*,?\s*(?:nrs?\.?|nummers?)\s*(?P<number>\d{{1,5}})|\s*,\s*(?P<only>\d{{1,5}})(?=\s*(?:[,;.)\]?]|en\b|$)))
    |Aanhangsel(?:\s+(?:van\s+de\s+)?Handelingen)?(?:\s+(?:I{{1,2}}|TK))?\s*,?\s*(?:(?:nrs?\.?|nummers?)\s*)?(?P<first>\d{{1,5}})
      \s*,?\s*\(?(?:vergaderjaar\s*)?{_SESSION.replace("session", "year")}
    |{_SESSION.replace("session", "before")}\s*,\s*Aanhangsel\s+(?:van\s+de\s+)?Handelingen\s*(?:I{{1,2}})?\s*,?\s*nr\.?\s*(?P<late>\d{{1,5}})
    |\bah-tk-(?P<id>\d{{4}}\s?[-–]?\s?\d{{4}})\s?[-–,]\s?(?:nr\.\s*)?(?P<own>\d{{1,5}}))""",
    re.VERBOSE,
)
# "in de Handelingen van 9 december 2020": the day says which meeting, no number
HANDELINGEN_OF_DAY = re.compile(
    rf"Handelingen\s(?:II?\s)?(?:van\s(?:de\s(?:Tweede|Eerste)\sKamer\s(?:van|d\.d\.)\s|de\svergadering\svan\s)?|d\.d\.\s)\d{{1,2}}\s?(?:{'|'.join(MONTHS)})\s?\d{{4}}"
)
NEXT_APPENDIX = re.compile(rf"\s*(?:,|;|en)\s*(?:vergaderjaar\s*)?{_SESSION}\s*,\s*nrs?\.?\s*(?P<number>\d{{1,5}})")
# "(24 557, nr. 263), en de motie (zelfde dossier, nr. 258)"
SAME_DOSSIER = re.compile(
    rf"\b(?:zelfde\s+(?:[Kk]amer)?(?:dossier|stuk(?:nummer)?)|[Ii]dem|[Ii]bid(?:em|\.))\s*,?\s*(?:nrs?\.?|nummer)\s*{_SUB}"
)
SAME_WORD = re.compile(r"zelfde|[Ii]dem|[Ii]bid")
IN_BRACKETS = re.compile(r"\((?:[^()\d]{0,30}\s)?$")
OF_A_BILL = re.compile(  # "het wetsvoorstel dat dit regelt (36 280)"
    r"\b(?:wetsvoorstel|voorstel\svan\swet|initiatief(?:wet|nota|voorstel)|wijzigingswet)\b[^.?!;()]{0,120}\($"
)
EU_PAPER = re.compile(r"\b(?:COM|SWD|SEC|JOIN)\s?\(\d{4}\)\s?$")
# what each paper has, found much faster than the paper itself
APPENDIX_WORDS = needing(("aanhangsel", "handelingen", "ah-tk-"))
CASE_LETTER = re.compile(r"Z\s?\d")
CASE = re.compile(
    r"(?:(?:vraagnummer|[Kk]enmerk|zaaknummer)\s*|(?<![\w-]))(?P<number>(?:19|20|21)\d{2}\s?Z\s?\d{5})(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper found at `start`-`end`: as printed and as understood."""

    start: int
    end: int
    type: str
    dossier: str | None
    subnumber: str | None
    session: str | None = None
    session_printed: str | None = None
    chamber: str | None = None
    chamber_printed: str | None = None


def find(text: str) -> list[Paper]:
    """All papers cited in a text, in order, each stretch of text read once; no citation runs over paragraphs."""
    if not (_dossiers(text) or CASE_LETTER.search(text) or holds(folded(text), APPENDIX_WORDS)):
        return []
    return [
        replace(paper, start=start + paper.start, end=start + paper.end)
        for start, paragraph in paragraphs(text)
        for paper in _cited(paragraph)
    ]


def _dossiers(text: str) -> list[int]:
    """Where five digits stand in a text as those of a dossier do: "36410", "36 410", "36.410"."""
    found = []
    before = (0, 0)
    for start, end in numbers(text):
        pair = (
            before[1] - before[0] >= 2
            and before[1] == start - 1
            and (text[start - 1] == "." or text[start - 1].isspace())
        )
        if end - start >= (3 if pair else 5):
            found.append(start)
        before = (start, end)
    return found


def _cited(text: str) -> list[Paper]:
    found = [*_appendices(text)]
    for others in (_papers(text), _cases(text)):
        known = [(p.start, p.end) for p in found]
        found += [p for p in others if not any(start < p.end and p.start < end for start, end in known)]
    found += _same_dossier(text, found)
    return sorted(found, key=lambda p: (p.start, p.end))


def _same_dossier(text: str, found: list[Paper]) -> Iterator[Paper]:
    """Papers of the dossier that was cited last: "zelfde dossier, nr. 258", "idem, nr. 3"."""
    for m in SAME_DOSSIER.finditer(text) if found and SAME_WORD.search(text) else ():
        before = [p for p in found if p.type == "kamerstuk" and p.end <= m.start()]
        if before:
            last = max(before, key=lambda p: p.end)
            yield replace(last, start=m.start(), end=m.end(), subnumber=m["sub"])


def _appendices(text: str) -> Iterator[Paper]:
    """Aanhangsel and Handelingen."""
    small = folded(text)
    for m in HANDELINGEN_OF_DAY.finditer(text) if "handelingen" in small else ():
        yield Paper(m.start(), m.end(), "handelingen", None, None, chamber="II")
    for m in APPENDIX.finditer(text) if holds(small, APPENDIX_WORDS) else ():
        printed = m["session"] or m["before"] or m["year"] or m["id"]
        kind = (
            "handelingen"
            if m.group().startswith("Handelingen") and not _appendix_before(text, m.start())
            else "aanhangsel"
        )
        start = m.start() if kind == "handelingen" else _begin(text, m.start())
        number = m["number"] or m["only"] or m["late"] or m["first"] or m["own"]
        first = Paper(start, m.end(), kind, None, number, normal_session(printed), printed, "II")
        yield first
        if kind == "aanhangsel":
            yield from _next_appendices(text, first)


def _next_appendices(text: str, paper: Paper) -> Iterator[Paper]:
    """ "nrs. 889 en 1204", "nr. 889 en vergaderjaar 2023–2024, nr. 12": more numbers of the Aanhangsel."""
    while True:
        if found := NEXT_APPENDIX.match(text, paper.end):
            paper = replace(paper, session=normal_session(found["session"]), session_printed=found["session"])
            number = found["number"]
        elif found := AND_MORE.match(text, paper.end):
            number = found["sub"]
        else:
            return
        paper = replace(paper, start=found.end() - len(number), end=found.end(), subnumber=number)
        yield paper


def _appendix_before(text: str, at: int) -> bool:
    return re.search(r"Aanhangsel\s+(?:van\s+de\s+)?$", text[max(0, at - 30) : at]) is not None


def _begin(text: str, at: int) -> int:
    before = re.search(
        r"(?:Aanhangsel\s+(?:van\s+de\s+)?|Tweede\s+Kamer,\s+vergaderjaar\s+|Kamervragen\s+)$",
        text[max(0, at - 40) : at],
    )
    return at - len(before.group()) if before else at


def _papers(text: str) -> Iterator[Paper]:
    for m in round_places(PAPER, text, _dossiers(text), BEFORE_DOSSIER, AFTER_DOSSIER):
        sub = m["sub"] or m["dashed"] or m["letter"]
        if not (m["head"] or m["sub"] or _alone_in_brackets(text, m)) or (m["letter"] and not m["head"]):
            continue  # five digits alone are no paper
        if EU_PAPER.search(text, max(0, m.start("dossier") - 16), m.start("dossier")):
            continue
        dossier = re.sub(r"[\s.]", "", m["dossier"]) + _chapter(m["chapter"])
        printed = (m["chamber"] or m["bare"] or "").strip() or _chamber_word(m["head"])
        lettered = bool(sub) and not sub[0].isdigit()
        start = m.start("head") if m["head"] else m.start("dossier")
        chamber = "I" if lettered else printed or "II"
        session = m["session"] or m["after"]
        paper = Paper(
            start, m.end(), "kamerstuk", dossier, sub, normal_session(session), session, chamber, printed or None
        )
        yield paper
        yield from _more(text, paper) if m["sub"] and not lettered else ()


def _alone_in_brackets(text: str, found: re.Match[str]) -> bool:
    """Whether a dossier with a number or a chapter, or behind a bill, stands in brackets: "(30234-300)", "(35 000 VI)"."""
    start = found.start("dossier")
    return (
        (
            (found["dashed"] or found["chapter"]) is not None
            or OF_A_BILL.search(text, max(0, start - 160), start) is not None
        )
        and text[found.end() : found.end() + 1] in (")", ",", ";")
        and IN_BRACKETS.search(text, max(0, start - 40), start) is not None
    )


def _more(text: str, last: Paper) -> Iterator[Paper]:
    """ "nrs. 811 en 812", "nrs. 3 t/m 5": more papers of the same dossier."""
    while found := AND_MORE.match(text, last.end) or RANGE.match(text, last.end):
        sub = found["sub"]
        first = int(last.subnumber or sub) if found.re is RANGE else int(sub) - 1
        if not 0 < int(sub) - first <= LONGEST_RANGE:
            first = int(sub) - 1
        last = replace(last, start=found.start("sub"), end=found.end(), chamber_printed=None)
        for number in range(first + 1, int(sub) + 1):
            last = replace(last, subnumber=str(number))
            yield last


def _chapter(printed: str | None) -> str:
    return f"-{printed.strip('-')}" if printed else ""


def _chamber_word(head: str | None) -> str:
    if head and re.match(r"Eerste|EK", head):
        return "I"
    return "II" if head and re.match(r"Tweede|TK", head) else ""


def _cases(text: str) -> Iterator[Paper]:
    """Case numbers, which may be glued to the word before them.

    >>> [paper.subnumber for paper in _cases("ingezonden 5 mei 2031 (vraagnummer2031Z01234), zie ook x2031Z01235")]
    ['2031Z01234']
    """
    for m in CASE.finditer(text) if CASE_LETTER.search(text) else ():
        yield Paper(m.start("number"), m.end(), "case", None, re.sub(r"\s", "", m["number"]))


def well_formed(printed: str) -> bool:
    """Whether a session as printed names two years that follow each other: "2022/23", "2022–2023"."""
    years = re.fullmatch(r"(\d{4})\s?[-–—/]?\s?(\d{2}|\d{4})", printed)
    return bool(years) and (int(years[1]) + 1) % 100 == int(years[2]) % 100 if years else False


def normal_session(printed: str | None) -> str | None:
    """The session that is meant, as yyyy-yyyy: a session runs from one year to the next, so its first year decides."""
    if not printed:
        return None
    first = int(printed[:4])
    return f"{first}-{first + 1}"
