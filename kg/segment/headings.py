"""Headings of questions and answers, in all their printed forms.

>>> heading("Antwoord op vraag 3 en 8").numbers
(3, 8)
>>> heading("Vraag 2 t/m 6").numbers
(2, 3, 4, 5, 6)
>>> heading("Antwoord").numbers
()
>>> heading("Vraag 3 is al eerder gesteld") is None
True
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

NUMBERS = r"\d{1,4}(?:[a-z](?![a-z]))?(?:\s*(?:,\s*en(?![a-z])|,|en(?![a-z])|&|\+|t/m|tot\s*en\s*met|-|–)\s*\d{1,4}(?:[a-z](?![a-z]))?)*"

_QUESTION = r"(?i:vra(?:ag|gen))(?i:\s*(?:nr\.?|nummer|no\.))?"
_ANSWER = r"(?i:(?:gezamenlijke?\s+)?(?:antwoord(?:en)?|beantwoording|reactie)(?:\s+(?:op|van|bij))?(?:\s+de)?(?:\s+(?:vraag|vragen|sub)(?:\s*(?:nr\.?|nummer|no\.))?)?)"
HEADING = re.compile(
    rf"^[#*_\s]*(?:(?P<question>{_QUESTION})\s*\(?(?P<q>{NUMBERS})|(?P<answer>{_ANSWER})\s*\(?(?P<a>{NUMBERS})?)\s*(?P<end>[:.)]?)[*_]*\s*(?P<rest>.*)$"
)
# "Vraag 3 Deelt u de mening": no sign parts the number from the text
INLINE = re.compile(
    rf"^[#*_\s]*(?=[VABR])(?:(?P<question>{_QUESTION})\s*(?P<q>{NUMBERS})|(?P<answer>{_ANSWER})\s*(?P<a>{NUMBERS}))[*_]*\s+(?P<rest>[^\W\d_a-z].*|[«“‘\"'(].*)$"
)
# who answers may stand in the heading: "Antwoord 2 (Minister van Defensie)", "Antwoord van de Minister van Defensie op vraag 2"
_OFFICE = r"(?:de\s)?(?:[Mm]inister|[Ss]taatssecretaris)(?:-[Pp]resident)?(?:\s(?:van|voor|en|de|het|[A-Z][\w’-]{0,30},?)){0,14}"
OFFICE_AFTER = re.compile(
    rf"^[#*_\s]*{_ANSWER}\s*(?P<a>{NUMBERS})\s*(?:\((?:door\s)?{_OFFICE}\)\s?:?|(?:,|\s(?:van|door))\s{_OFFICE}(?::|(?=[*_]*$)))[*_]*\s*(?P<rest>.*)$"
)
OFFICE_BEFORE = re.compile(
    rf"^[#*_\s]*(?i:antwoord|beantwoording|reactie)\s(?:(?:van|door)\s)?{_OFFICE}\s(?:op|bij)\s(?:de\s)?(?i:vra(?:ag|gen))\s(?P<a>{NUMBERS})(?::|(?=[*_]*$))[*_]*\s*(?P<rest>.*)$"
)
ITEM = re.compile(r"^[#*_\s]*\(?(?P<n>\d{1,3})\s?[.)][*_]*(?:\s+(?P<rest>\S.*)|\s*)$")
SPACED = re.compile(r"^(?P<n>\d{1,3})\s+(?P<rest>[^\W\d_a-z].*)$")  # "1 Kent u het bericht?", as notes begin too
NUMBER_LINE = re.compile(rf"^[#*_\s]*(?P<n>{NUMBERS})\)?[*_]*$")
BARE = re.compile(r"^[#*_\s]*(?P<n>\d{1,3})[*_]*$")
LABEL = re.compile(  # of a letterhead; a number follows
    r"(?:Aantal\s+)?Bijlagen?(?:\s?\(n\))?\s*:?$|(?:Pagina|Blad)(?:nummer)?\s*:?$", re.IGNORECASE
)
BEGINS = frozenset("vVgGaAbBrRTMO#*_ \t\n")  # the first letters of what a heading begins with, and marks before it
REMARK = re.compile(r"^[#*_\s]*(?P<word>Toelichting|Mededeling|Opmerking)\s*(?P<end>:?)[*_]*\s*(?P<rest>.*)$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and the question numbers in it; `rest` is text that follows on the same line."""

    kind: Literal["question", "answer", "remark"]
    numbers: tuple[int, ...]
    printed: str
    rest: str


def heading(line: str) -> Heading | None:
    """The heading that a line is, or None.  A sentence that begins with such words is none."""
    return _explicit(line) if line[:1] in BEGINS else None


@lru_cache(maxsize=512)
def _explicit(line: str) -> Heading | None:
    """The heading of a line, kept for a while: a document is walked through several times."""
    if ("inister" in line or "taatssecretaris" in line) and (
        found := OFFICE_AFTER.match(line) or OFFICE_BEFORE.match(line)
    ):
        return _heading(found, line)
    if found := HEADING.match(line):
        rest, end = found["rest"], found["end"]
        capital = line.lstrip(" #*_\t")[:1].isupper()
        explicit = capital and (end == ":" or (end in (".", ")") and rest[:1].isupper()))
        if (rest and not explicit) or (not capital and end == "."):
            return None
        if (
            found["answer"]
            and not found["a"]
            and (found["answer"].lower() not in {"antwoord", "antwoorden", "reactie"} or (end == "." and not rest))
        ):
            return None
        return _heading(found, line)
    if (found := REMARK.match(line)) and (found["end"] or not found["rest"]):
        return Heading("remark", (), found["word"], found["rest"])
    return None


def inline(line: str) -> Heading | None:
    """The heading with which a line begins, where only a space parts it from the text; believed where its number is due.

    >>> inline("Vraag 3 Deelt u de mening?").rest
    'Deelt u de mening?'
    """
    found = INLINE.match(line) if line[:1] in BEGINS else None
    return _heading(found, line) if found else None


def _heading(found: re.Match[str], line: str) -> Heading:
    rest = found["rest"]
    printed = line[: found.start("rest")].strip(" #*_") if rest else line.strip(" #*_")
    asked = found.groupdict()
    kind: Literal["question", "answer"] = "question" if asked.get("question") else "answer"
    return Heading(kind, numbers(asked.get("q") or asked["a"] or ""), printed, rest)


@lru_cache(maxsize=256)
def numbers(printed: str) -> tuple[int, ...]:
    """The numbers in "2 t/m 6", "1,2,3 en 5", "4-7", in order, ranges written out (at most 200 long).

    >>> numbers("4, 5, 7 en 8")
    (4, 5, 7, 8)
    """
    out: list[int] = []
    for found in re.finditer(r"(?P<range>t/m|tot\s*en\s*met|-|–)?\s*(?P<n>\d{1,4})", printed):
        n = int(found["n"])
        if found["range"] and out and out[-1] < n <= out[-1] + 200:
            out.extend(range(out[-1] + 1, n + 1))
        else:
            out.append(n)
    return tuple(dict.fromkeys(out))
