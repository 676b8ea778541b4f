"""What a document says of itself: case, publication, subject and dates.

"2024Z18294" (ah-tk-20242025-604-docx); "nr. 2025Z06384" (000_21975a96bc877d13); "(ontvangen 14 november 2024)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from kg.grammar.headers import RECEIVED_WORD, SENT_WORD, headers, own_cases, titled_subject
from kg.grammar.months import MONTHS
from kg.grammar.sentences import sentences
from kg.records import Document, Mention, Passage, Span, Structure, Value
from kg.segment.furniture import masthead, publication_number, stated

# 3 april 2025, 3 apr. 2025, 03-04-2025, 3/4/2025
_MONTH = "|".join("-?".join(month) for month in MONTHS)  # "novem-ber": a word that was broken over two lines
DATE = rf"""(?P<day>\d{{1,2}})(?:\s*(?P<month>{_MONTH})\s*|(?P<joint>[-/.])(?P<number>\d{{1,2}})(?P=joint))(?P<year>\d{{4}})"""
_ON = r"\s*:?(?:\s+op)?(?:\s+d\.?\s?d\.?)?\s*"
SUBMITTED = re.compile(rf"\(?{SENT_WORD}{_ON}{DATE}", re.IGNORECASE)
RECEIVED = re.compile(rf"\(?{RECEIVED_WORD}{_ON}{DATE}", re.IGNORECASE)
# in a letter of delay: "Op 3 april 2031 heeft het lid A (X) vragen gesteld", "heeft het lid A op 3 april 2031 vragen gesteld"
PUT = re.compile(
    rf"""\bop\s+{DATE}(?:\s+(?:heeft|hebben)\s+(?:het|de)\s+(?:[Kk]amer)?(?:lid|leden)\s(?P<between>[^?!;]{{2,400}}?))?
    \s+(?:aan\s)?(?:(?:mij|ons)\s)?(?:schriftelijke\s)?(?:Kamer)?vragen\s(?:aan\s(?:mij|ons)\s)?(?:zijn\s)?(?:gesteld|ingediend|toegezonden)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_EARLIER = re.compile(r"\b(?:eerdere?|ook|eveneens|reeds|al)\b|\bvragen\b")  # small: "het lid Al Hamdani"
_PLACE = r"Den\s+Haag|['’‘]s-Gravenhage"
LETTER_DATE = re.compile(
    rf"(?:^|(?<=\n)|\s(?=Datum))[^\S\n]*(?:Datum(?:\s+(?:{_PLACE}))?|{_PLACE})\s*(?:[:,]\s*)?(?:d\.?d\.?\s*)?{DATE}",
    re.IGNORECASE,
)
_BESIDE = re.compile(rf"(?:^|\s)(?:{_PLACE}),?\s*{DATE}", re.IGNORECASE)  # in a letterhead, whose lines are joined
# "De Minister heeft deze vragen beantwoord bij brief van 3 mei 2031"
_ANSWERED_BY = re.compile(rf"\bvragen\s+beantwoord\s+bij\s+brief\s+van\s+{DATE}")
PUBLICATION = re.compile(r"^[^\S\n]*(?P<id>(?:ah|kv)-tk-(?:\d{8}-\d+|\d{4}Z\d{5}))[^\S\n]*$", re.MULTILINE)
# at the foot of a list of questions and answers that is printed as a kamerstuk
PAPER = re.compile(r"^[^\S\n]*(?P<id>kst-\d{5}(?:-[IVXLABC]{1,6})?-[A-Z\d]{1,5})[^\S\n]*$", re.MULTILINE)
STATED = ("publication", "case", "submitted", "received")
# on a line of its own, which a passage has joined
AH = re.compile(r"^[^\S\n]*AH\s?(?P<number>\d{1,5})\b", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderFact(Mention):
    """One fact about the whole document: `name` is its key in the record, `value` what was understood."""

    field: ClassVar[str] = "header"

    name: str
    value: str | date
    printed: str

    def record(self) -> dict[str, Any]:
        """Name, value and what was printed."""
        value = self.value.isoformat() if isinstance(self.value, date) else self.value
        return {"name": self.name, "value": value, "raw": self.printed}

    def facts(self) -> Iterator[tuple[str, Value]]:
        """What was printed; the fact itself is said of the document."""
        yield "kv:asPrinted", self.printed


def extract(structure: Structure) -> Iterator[HeaderFact]:
    """The facts that are printed, each once."""
    passages = [p for p in (structure.heading, structure.answer_heading, *structure.front) if p]
    printed = [
        *_cases(structure),
        *_publication(structure),
        *_dates(
            [*passages, *(structure.remarks[:1] if structure.kind == "postponement" else ())], structure.letterhead
        ),
        *_subject(structure),
    ]
    if structure.kind == "postponement" and not any(fact.name == "submitted" for fact in printed):
        printed += _put(structure, [*passages, *structure.remarks[:1]])
    yield from printed
    yield from _stated(structure.document, {fact.name for fact in printed})


def _fact(passage: Passage, name: str, value: str | date, start: int, end: int) -> HeaderFact:
    return HeaderFact(
        name=name, value=value, printed=passage.text[start:end], spans=passage.spans(start, end), at=(passage.place,)
    )


def _stated(document: Document, printed: set[str]) -> Iterator[HeaderFact]:
    """What the official metadata beside a document state and the document itself does not print."""
    for name, span in stated(document):
        if name in STATED and name not in printed:
            words = document.quote(span)
            value = date.fromisoformat(words) if name in ("submitted", "received") else words
            yield HeaderFact(name=name, value=value, printed=words, spans=(span,), at=("heading",))


def _cases(structure: Structure) -> Iterator[HeaderFact]:
    seen: set[str] = set()
    for passage, found in own_cases(structure):
        number = f"{found['year']}Z{found['number']}"
        if number not in seen:
            seen.add(number)
            yield _fact(passage, "case", number, *found.span())


def _publication(structure: Structure) -> Iterator[HeaderFact]:
    text = structure.document.text
    found = ("-tk-" in text and PUBLICATION.search(text)) or ("kst-" in text and PAPER.search(text))
    if found:
        span = Span(*found.span("id"))
        yield HeaderFact(name="publication", value=found["id"], printed=found["id"], spans=(span,), at=("heading",))
        return
    if numbered := publication_number(text):
        start, end, identifier = numbered
        yield HeaderFact(
            name="publication", value=identifier, printed=text[start:end], spans=(Span(start, end),), at=("heading",)
        )
        return
    session = _session(structure) if "AH" in text else None
    if session is None:
        return
    for piece in (piece for passage in structure.front for piece in passage.spans()):
        if number := AH.search(text, text.rfind("\n", 0, piece.start) + 1, piece.end):
            identifier = f"ah-tk-{session}{session + 1}-{number['number']}"
            span = Span(*number.span("number"))
            yield HeaderFact(
                name="publication", value=identifier, printed=number["number"], spans=(span,), at=("letter",)
            )
            return


def _session(structure: Structure) -> int | None:
    """The year in which the session (vergaderjaar) of the publication began, if the document makes that certain.

    A session runs from the third Tuesday of September (art. 65 Grondwet) to the next, so a date of receipt decides.
    """
    if head := masthead(structure.document.text):
        return int(head.session[:4])
    heading = structure.answer_heading
    found = RECEIVED.search(heading.text) if heading else None
    day = _date(found) if found else None
    if day is None:
        return None
    third_tuesday = 15 + (1 - date(day.year, 9, 15).weekday()) % 7
    return day.year if day >= date(day.year, 9, third_tuesday) else day.year - 1


def _dates(passages: list[Passage], beside: tuple[Passage, ...]) -> Iterator[HeaderFact]:
    """The first day of each kind; that of the letter may stand `beside` it."""
    letter = [(LETTER_DATE, passage) for passage in (*passages, *beside)] + [(_BESIDE, passage) for passage in beside]
    letter += [(_ANSWERED_BY, passage) for passage in passages]
    for name, places in (
        ("submitted", [(SUBMITTED, passage) for passage in passages]),
        ("received", [(RECEIVED, passage) for passage in passages]),
        ("letter_date", letter),
    ):
        for pattern, passage in places:
            if (found := pattern.search(passage.text)) and (day := _date(found)):
                yield _fact(passage, name, day, found.start("day"), found.end("year"))
                break


def _put(structure: Structure, passages: list[Passage]) -> Iterator[HeaderFact]:
    """The day on which the questions were put, as a letter of delay says it; not one in their subject, or of earlier ones."""
    for passage in passages:
        subjects = [head.subject for head in headers(structure) if head.passage is passage and head.subject]
        for start, end in sentences(passage.text):
            found = PUT.search(passage.text, start, end)
            if not found or _EARLIER.search(found["between"] or ""):
                continue
            day = _date(found)
            if day and not any(first <= found.start() < last for first, last in subjects):
                yield _fact(passage, "submitted", day, found.start("day"), found.end("year"))
                return


def _date(found: re.Match[str]) -> date | None:
    try:
        month = MONTHS.index(found["month"].lower().replace("-", "")) + 1 if found["month"] else int(found["number"])
        return date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None  # 31 februari: there is no such day


def _subject(structure: Structure) -> Iterator[HeaderFact]:
    """The first subject that is printed; where what follows it in a letterhead was read with it, as it is printed below."""
    found = [
        (header.passage, *header.subject)
        for header in headers(structure)
        if header.subject and header.subject[0] < header.subject[1]
    ]
    if not found and (titled := titled_subject(structure)):
        found = [titled]
    if not found:
        return
    passage, start, end = found[0]
    for other, first, last in found[1:] if passage in structure.front else ():
        if _words(passage, start, end).startswith(f"{_words(other, first, last)} "):
            passage, start, end = other, first, last
    yield _fact(passage, "subject", _words(passage, start, end), start, end)


def _words(passage: Passage, start: int, end: int) -> str:
    return re.sub(r"\s+", " ", passage.text[start:end])
