"""References between the answers (and questions) of one set.

"Zie het antwoord op vraag 5"; "In de in het antwoord op vraag 3 genoemde brief" (000_21975a96bc877d13);
"Zoals aangegeven in mijn antwoord op vragen 3, 4, 5, 9 en 10".

>>> [n for _, _, numbers in find("Zie mijn antwoorden op de vragen 2 t/m 4.") for n in numbers]
[2, 3, 4]
>>> list(find("In uw antwoord op vraag 2 van de schriftelijke vragen van het lid Van Duin"))
[]
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from kg.grammar.months import A_MONTH
from kg.grammar.paragraphs import paragraphs
from kg.grammar.shares import shares
from kg.grammar.starts import matches_at, places_of
from kg.grammar.stretches import Taken
from kg.grammar.words import folded, holds, needing
from kg.records import Finding, Mention, Part, Passage, Structure, Value
from kg.segment.headings import NUMBERS, numbers

_MONTH = rf"(?:{A_MONTH}|miljoen|miljard|procent|%|jaar)"
WORDS = {
    "één": 1,
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "acht": 8,
    "negen": 9,
    "tien": 10,
    "elf": 11,
    "twaalf": 12,
}
_WORD = "|".join(WORDS)
REFERENCE = re.compile(
    rf"""(?P<answer>(?:be-?\s?)?ant-?woord(?:en|ing|ingen|de)?)\s*(?:hierboven\s+|eerder\s+)?(?:(?:op|van|bij|onder|tot|aan|in)\s*)(?:de\s*|mijn\s*)?(?:deel)?(?:vraag|vragen)?\s*
      (?<=[gn\s])(?P<numbers>{NUMBERS})(?!\d|\s*{_MONTH})
    |(?P<plain>antwoord(?:en)?)\s+(?:vraag\s+|vragen\s+)?(?P<direct>{NUMBERS})(?!\d|\s*{_MONTH})
    |(?:bij|in|onder|uit|op|van|naar|zie|met|aan)\s*(?:de\s+)?vra(?:ag|gen)\s*(?P<short>{NUMBERS})
    |zie\s+(?:ook\s+)?(?:hierboven\s+)?(?:onder|bij)\s+(?P<bare>{NUMBERS})(?=[.,;)]|$)
    |(?:(?:op|in|bij|onder|zie|van)\s+(?:de\s+|het\s+|mijn\s+)?(?:antwoord(?:en)?|vra(?:ag|gen)))\s+(?P<word>{_WORD})(?:\s+en\s+(?P<last>{_WORD}))?
      (?=[.,;)]|$|\s(?:is|zijn|heb|heeft|wordt|werd|al|reeds|genoemde?|gegeven|aangegeven|toegelicht|vermeld)\b)
    |zie\s+(?P<alone>\d{{1,2}})(?=[.;)]|$)
    |(?:vorige|voorgaande|bovenstaande)\s+vraag\b(?P<previous>)
    |(?<!\bik\s)(?<!\bwij\s)(?<!\bwe\s)(?<!\bdie\s)(?<!\bmensen\s)(?<![«“‘„"'])\bvra(?:ag|gen)\s*(?:nrs?\.?\s*|nummers?\s+)?(?P<named>{NUMBERS})(?!\s*{_MONTH}|[\d.,]*\d)""",
    re.VERBOSE | re.IGNORECASE,
)
CLUES = ("vraag", "vragen", "antwoord", "zie")  # one of which every reference has, in small letters
CLUED = needing(CLUES)
BEGINS = frozenset("abimnouvz")  # the letters with which a reference begins
LARGEST = 1_000  # no set has as many questions
LEAD = 24  # characters before a clue at which a reference may begin: "voorgaande vraag", "op mijn vragen"
REACH = 64  # characters after the beginning of a clue within which its number begins
DUE = re.compile(rf"\d|{_WORD}|vorige|voorgaande|bovenstaande")
OTHER_SET = re.compile(
    r"\s*(?:\([^)]{0,60}\)\s*)?(?:,\s*)?(?:van|uit|in|bij)\s*(?:(?:de|het|mijn|uw|onze|eerdere?|vorige)\s*)*(?:(?:set|eerder|schriftelijke|gestelde|voorgaande|[a-z-]{0,12}noemde)\s+(?:(?:set|eerdere?|schriftelijke|gestelde|(?:ge-?)?noemde)\s+)*)?(?:Kamer)?(?:vragen|vraag|(?:vragen)?(?:set|reeks|serie)\b|beantwoording|brief|Aanhangsel|lid\b|leden\b|\d{4}\s?Z\s?\d)",
    re.IGNORECASE,
)
OTHER_BEFORE = re.compile(  # "Aanhangsel …, nr. 2318, antwoord op vraag 7"
    r"(?:\bnrs?\.?\s?\d{1,5}|\b\d{4}\s?Z\s?\d{5})\)?,?\s*(?:(?:het|de|mijn|uw|in|onder|bij)\s+){0,3}$", re.IGNORECASE
)
EARLIER = re.compile(r"\b(?:eerdere?|vorige|oorspronkelijke|(?:eerder|destijds)\s+gestelde)\s*$", re.IGNORECASE)
ANSWERED = re.compile(
    r"\bantwoord(?:en)?\b[^,;.?!]{0,80}$", re.IGNORECASE
)  # in a question: an answer that was given before
# "De vragen 7 en 8 zijn samen beantwoord" says how they are answered, and refers to nothing
TOGETHER = re.compile(r"[^.?!]{0,100}\b(?:gezamenlijk|samen|tezamen|samenhang|één\s+keer)\b", re.IGNORECASE)
# but an answer that is still to come: "indien het antwoord op vraag 7 ja is", "wilt u in uw antwoord op vraag 3 ook ingaan op"
TO_COME = re.compile(
    r"""(?:\b(?:indien|als|mocht(?:en)?|wanneer|ingeval|zodra|tenzij|afhankelijk\s+van|ongeacht|los\s+van)\s+(?:(?:het|uw|de|een)\s*)?
    |\b(?:wilt|kunt|zou(?:dt)?|zult|gaat)\s+u\s+(?:(?!waarom\b|dat\b|hoe\b|of\b|wat\b|die\b|welke\b)[\w-]+\s+){0,6}?(?:in|bij|naast)\s+(?:(?:het|uw|de)\s*)?
    |\b(?:in\s+(?:aanvulling\s+op|samenhang\s+met|combinatie\s+met|aansluiting\s+op|het\s+verlengde\s+van)|aanvullend\s+op)\s+(?:(?:het|uw|de)\s*)?)$""",
    re.IGNORECASE | re.VERBOSE,
)
LOOK_BACK = 120  # characters before a reference that say whose answer it is


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossReference(Mention):
    """A reference from an answer or a question to the answer on question number `to`."""

    field: ClassVar[str] = "refers"
    rdf_class: ClassVar[str] = "CrossReference"

    origin: int
    to: int
    known: bool = True

    def record(self) -> dict[str, Any]:
        """The keys of the records contract."""
        return {"from": self.origin, "to": self.to}

    def facts(self) -> Iterator[tuple[str, Value]]:
        """From which answer or question to which."""
        kind, _, number = self.at[0].partition(" ")
        yield "kv:refersFrom", Part(kind, number)
        if self.known:
            yield "kv:refersTo", Part("question", str(self.to))

    def findings(self) -> Iterator[Finding]:
        """A reference to a question that the document does not have."""
        if not self.known:
            nl = f"Hier wordt verwezen naar vraag {self.to}, die in dit document niet voorkomt."
            en = f"This refers to question {self.to}, which is not in this document."
            yield Finding.of("DanglingReference", self, nl, en, (str(self.to),))


def extract(structure: Structure) -> Iterator[CrossReference]:
    """Every reference to a question of this document, one mention per number."""
    asked = {question.number for question in structure.questions}
    for answer in structure.answers:
        for origin in answer.to:
            yield from _mentions(answer.passage, origin, asked, set(answer.to))
    for question in structure.questions:
        yield from _mentions(question.passage, question.number, asked, {question.number})


def _mentions(passage: Passage, origin: int, asked: set[int], own: set[int]) -> Iterator[CrossReference]:
    asking = passage.place.startswith("question")
    shared = Taken(share.named for share in shares(passage.text))  # who answers them is no reference to them
    for start, end, found in find(passage.text, min(own), asking=asking, asked=asked):
        for number in found if shared.free(start, end) else ():
            if number not in own:
                yield CrossReference(
                    origin=origin,
                    to=number,
                    known=number in asked,
                    spans=passage.spans(start, end),
                    at=(passage.place,),
                )


def find(
    text: str, number: int = 0, *, asking: bool = False, asked: Container[int] = range(200)
) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Start, end and question numbers of each reference; `number` is the question that "de vorige vraag" comes after.

    Who is `asking` has no answers yet: "het antwoord op vraag 17" in a question is an answer to another set, unless it
    is still to come.  A question that is only named must be one that was `asked`.

    >>> list(find("Indien het antwoord op vraag 7 bevestigend luidt, ziet u een verband met vraag 4?", 9, asking=True))
    [(11, 30, (7,)), (69, 80, (4,))]
    >>> list(find("Herinnert u zich uw antwoorden van maart op de vragen 4 tot enmet 6?", 9, asking=True))
    []
    """
    for start, paragraph in paragraphs(text):
        for a, b, found in _references(paragraph, number, asking=asking, asked=asked):
            yield start + a, start + b, found


def _references(
    text: str, number: int, *, asking: bool, asked: Container[int]
) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """The references in one paragraph; none runs on into the next."""
    for m in matches_at(REFERENCE, text, _starts(text)):
        printed = m["numbers"] or m["direct"] or m["short"] or m["bare"] or m["alone"] or m["named"]
        if OTHER_SET.match(text, m.end()) or _of_another_set(
            m, text[max(0, m.start() - LOOK_BACK) : m.start()], asking=asking
        ):
            continue
        targets = numbers(printed) if printed else _in_words(m) or ((number - 1,) if number > 1 else ())
        if (m["named"] or m["alone"]) and (TOGETHER.match(text, m.end()) or not all(n in asked for n in targets)):
            continue
        if targets and max(targets) < LARGEST:
            yield m.start(), m.end(), targets


def _of_another_set(found: re.Match[str], before: str, *, asking: bool) -> bool:
    """Whether the words before a reference say that it is to another set, or to an answer that was given before."""
    answer = found["answer"] or found["plain"]
    if OTHER_BEFORE.search(before) or (not answer and EARLIER.search(before)):
        return True
    return asking and bool(answer or ANSWERED.search(before)) and not TO_COME.search(before)


def _starts(text: str) -> Iterator[int]:
    """Where references may begin: a little before each clue that has a number or an ordinal near, in order."""
    small = folded(text)
    position = 0
    for clue in places_of(CLUES, small) if holds(small, CLUED) else ():
        first = max(position, clue - LEAD)
        if DUE.search(small, first, clue + REACH):
            yield from (at for at in range(first, clue + 1) if small[at] in BEGINS)
            position = clue + 1


def _in_words(found: re.Match[str]) -> tuple[int, ...]:
    """The numbers in "vraag één en twee"."""
    return tuple(WORDS[word.lower()] for word in (found["word"], found["last"]) if word)
