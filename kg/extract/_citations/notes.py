"""The sources that a foot- or endnote gives: one, several, or none where it is a comment or cites papers and law."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kg.extract._citations.addresses import addresses
from kg.extract._citations.days import days
from kg.extract._citations.quotations import quotations
from kg.extract._citations.references import Reference, reference

PAPER = re.compile(
    r"""^\W*(?:(?:zie|cf\.|vgl\.|bijlage)\W+(?:ook\s|hiervoor\s|hierover\s|bij\s|bijlage\s){0,3})?(?:de\s|het\s)?
    (?:Kamerstuk|Kamervra|Aanhangsel|Handelingen|Kenmerk|Tweede\sKamer,|Eerste\sKamer,?\s(?:vergaderjaar|\d)|TK\b|EK\b|Stcrt|Stb\b
    |Staatscourant|Staatsblad|Trb\b|\d\d\s?\d{3}\b|\d{4}[ZD]\d|artike|art\.|lid\s\d|motie|idem\b|ibid|wet\s|wetten\.(?:nl|overheid)|vraag|antwoord|vergaderjaar)""",
    re.VERBOSE | re.IGNORECASE,
)
SENTENCE = re.compile(r"\b(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|kan|kunnen|zal|zullen|betreft|blijkt|dient|gaat|verwijst)\b")
JOINT = re.compile(r"(?:;|\ben\b|\balsmede\b|\n)\s*")
SITE_AT_END = re.compile(r"\([^()]{0,300}\.(?:nl|com|eu|org|be|net)\)?\)?[\s.]*$", re.IGNORECASE)
LONGEST_TITLE = 45  # words; a longer one is a quotation or a comment
COMMENT = 12  # words before the date; more is a sentence
MARKED_APA = re.compile(r"\((?:19|20)\d\d\)")


def note_references(text: str, written: date | None) -> Iterator[Reference]:
    """The sources in the text of a note, in order."""
    for start, end in _parts(text, written):
        part = text[start:end]
        if PAPER.match(part):
            continue
        found = reference(text, start, end, written)
        if found and _is_source(found, part):
            yield found


def _parts(text: str, written: date | None) -> Iterator[tuple[int, int]]:
    """The stretches that hold a source each: cut after an address, at ";" or a new line, where both sides can stand alone."""
    ends = [a.end for a in addresses(text)]
    inside = [(q.start, q.end) for q in quotations(text)] + [(a.start, a.end) for a in addresses(text)]
    dates = [d.start for d in days(text, written)]
    cuts = [0]
    for end in ends[:-1]:
        cut = _after_bracket(text, end)
        if any(cut < a for a in ends) and _stands(text[cuts[-1] : cut], cuts[-1], ends, dates):
            cuts.append(cut)
    for joint in JOINT.finditer(text):
        at = joint.start()
        if any(a <= at < b for a, b in inside) or text[:at].count("(") > text[:at].count(")"):
            continue
        if _alone(text, cuts, at, joint.end(), ends, dates):
            cuts.append(joint.end())
    edges = sorted(set(cuts)) + [len(text)]
    for start, end in zip(edges, edges[1:], strict=False):
        kept = text[start:end].rstrip(" ;\n")
        lead = len(kept) - len(kept.lstrip(" ;,.)\n"))
        if kept[lead:]:
            yield start + lead, start + len(kept)


def _stands(part: str, start: int, ends: list[int], dates: list[int]) -> bool:
    return bool(part.strip(" ;,.)"))


def _after_bracket(text: str, end: int) -> int:
    tail = re.match(r"[)\]]?[.,;]?\s*", text[end:])
    return end + tail.end() if tail else end


def _alone(text: str, cuts: list[int], at: int, after: int, ends: list[int], dates: list[int]) -> bool:
    """Whether what stands on both sides of a joint has a date or an address of its own."""
    left = max(cut for cut in cuts if cut <= at)
    right = min([cut for cut in cuts if cut > at], default=len(text))
    marks = sorted(ends + dates)
    enough = any(left <= m <= at for m in marks) and any(after <= m <= right for m in marks)
    return enough and (text[at] in ";\n" or text[at:after].startswith(("en", "alsmede")) and text[at - 2 : at - 1] in ").»”’'")


def _is_source(found: Reference, part: str) -> bool:
    if found.address:
        return True
    if found.title and len(found.title.split()) > LONGEST_TITLE:
        return False
    if found.publisher and found.day:
        return len(found.publisher.split()) <= COMMENT and not SENTENCE.search(found.publisher)
    if found.title and (SITE_AT_END.search(part) or " | " in part):
        return True
    if SENTENCE.search(part) and not next(quotations(part), None):
        return False
    words = len(part.split())
    return bool(found.title) and bool(found.publisher or MARKED_APA.search(part) or part.endswith((".pdf", ".docx"))) and words <= LONGEST_TITLE
