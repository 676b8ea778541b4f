"""Who asked, whom, who answered, and on whose behalf, as the headings, the letter and its signature say.

"Vragen van de leden Van Nispen (SP) en Lahlah (GroenLinks-PvdA) aan de Staatssecretaris van Justitie en Veiligheid"
(ah-tk-20242025-546); "Antwoord van Minister Wiersma (…), mede namens de Staatssecretaris van …" (-571);
"De Minister van Justitie en Veiligheid, D.M. van Weel" (000_21975a96bc877d13).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from kg.extract._answer_headings import offices_in_headings
from kg.extract._unread import Unread
from kg.grammar.headers import Header, headers
from kg.grammar.offices import Office, named, offices, person_name, unplaced
from kg.grammar.shares import shares
from kg.grammar.signatures import signatures, unsigned
from kg.records import Mention, Part, Passage, Span, Structure, Term, Value
from kg.segment.furniture import stated

BEHALF = re.compile(
    r"""(?:[Mm]ede|[Oo]ok|[Tt]evens)\s*namens\s*(?P<who>[^.;\n]{5,400}?)(?=[.;\n]|$|,?\s+op\s+(?:de\s+)?(?:[Kk]amer)?vragen
    |,\s+(?:de|het|mijn|uw)\s+(?![Mm]inister|[Ss]taats|[Vv]ice)|,?\s+(?:mede(?!\s*namens)|hierbij|dat)\s
    |,?\s+(?:deel|bied|zend|stuur|doe|ontvangt|treft|beantwoord(?:en)?|informeer|reageer|geef|[a-z]{2,14}\s(?:ik|wij|we))\s)""",
    re.VERBOSE,
)
ADDRESSED = re.compile(  # "De vragen waren gericht aan de minister van A en de minister van B."
    r"\bvragen\b[^.;\n]{0,200}?\b(?:gericht|gesteld|gestuurd|voorgelegd)\s+aan\s+(?P<whom>(?:de|het)\s[^.;\n]{5,400})"
)
ANSWERED = re.compile(  # under it: "De Minister heeft deze vragen beantwoord bij brief van 3 mei 2024"
    r"\b[Dd]e\s(?P<who>(?:minister|staatssecretaris)[^.;\n]{0,120}?)\s(?:heeft|hebben)\s(?:deze|de)\svragen\s(?:[^.;\n]{0,60}\s)?beantwoord\b",
    re.IGNORECASE,
)
PARTY = re.compile(r"\((?:(?:beiden?|allen)\s+(?:van\s+(?:de\s+)?)?)?(?P<party>[^()]{1,60})\)")
SEPARATOR = re.compile(r"(?:(?<!\s)\s+)?(?:,\s*(?:en\s+)?|(?<!\S)en(?:\s+|(?=[A-Z]))|(?<=\))en\s+)\s*")
# "Ter Veldenen Dijk (beiden X)": the space was lost where two lines met
GLUED_AND = re.compile(r"(?<=\w\w)en\s+(?=[^\W\d_a-z])")
FELLOWS = re.compile(r"(?<!\s)\s+c\.?\s?s\.?$")  # "het lid A c.s.": with others, who are not named
MEMBERS_NAMED = re.compile(r"\b(?:het\s+(?:[Kk]amer)?lid|de\s+(?:[Kk]amer)?leden)\s(?!der\b)")
NO_NAME = re.compile(r"\d|[Vv]ra(?:ag|gen)\b|\b(?:Kamer|regering|Minister|minister)\b|[|@:]")
LONGEST_NAME = 7  # words of a name
SHOWN = 80  # characters of a heading in which nobody was understood
FIELDS = {
    "asker": "askers",
    "addressee": "addressees",
    "answerer": "answerers",
    "onBehalf": "on_behalf_of",
    "partAnswerer": "part_answerers",
}
SLIP = re.compile(r"(?:(?:de|het)\s+)?(?:leden|lid)\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation(Mention):
    """Somebody's part in a document: asker, addressee, answerer, or on whose behalf."""

    rdf_class: ClassVar[str] = "Participation"

    role: str  # asker, addressee, answerer, onBehalf, partAnswerer
    name: str | None = None
    party: str | None = None
    office: str | None = None  # minister, staatssecretaris, minister-president
    portfolio: str | None = None
    abbreviated: str | None = None  # the portfolio as printed, where that is an abbreviation
    questions: tuple[int, ...] = ()  # which a partAnswerer answers

    @property
    def field(self) -> str:  # type: ignore[override]
        """The key of the record that this belongs to."""
        return FIELDS[self.role]

    def record(self) -> dict[str, Any]:
        """The keys of the records contract."""
        if self.role == "asker":
            return {"name": self.name, "party": self.party}
        post = {"role": self.office, "portfolio": self.portfolio}
        if self.role == "partAnswerer":
            return {**post, "questions": list(self.questions)}
        return post if self.role == "addressee" else {"name": self.name, **post}

    def facts(self) -> Iterator[tuple[str, Value]]:
        """Role, and name, party, office and portfolio as read."""
        yield "kv:role", Term(self.role)
        for term, value in (
            ("kv:nameAsPrinted", self.name),
            ("kv:partyAsPrinted", self.party),
            ("kv:roleAsPrinted", self.office),
            ("kv:portfolioAsPrinted", self.abbreviated or self.portfolio),
        ):
            if value:
                yield term, value
        for number in self.questions:
            yield "kv:answersPart", Part("question", str(number))


def extract(structure: Structure) -> Iterator[Participation | Unread]:
    """All participations; each asker, addressee and answerer once, from the place that says most."""
    found = list(headers(structure))
    askers = list(_or_stated("asker", _askers(found), structure))
    yield from askers
    yield from _doubtful(structure, askers)
    yield from _or_stated("addressee", _addressees(structure, found), structure)
    yield from _answerers(structure)
    yield from _part_answerers(structure)


def _doubtful(structure: Structure, askers: list[Participation]) -> Iterator[Unread]:
    """A heading that names members of whom none was read, and names that are none."""
    heading = structure.heading
    if heading and not askers and (named := MEMBERS_NAMED.search(heading.text)):
        spans = heading.spans(named.start(), named.start() + SHOWN)
        nl = "er staan Kamerleden in de kop, maar wie is niet begrepen"
        en = "members in the heading, but not understood who"
        yield Unread(rule="participants/no-asker", message=nl, en=en, spans=spans, at=(heading.place,))
    for asker in askers:
        if asker.name and (len(asker.name.split()) > LONGEST_NAME or NO_NAME.search(asker.name)):
            nl, en = f"‘{asker.name}’ is geen naam van een Kamerlid", f"‘{asker.name}’ is no name of a member"
            yield Unread(rule="participants/odd-name", message=nl, en=en, spans=asker.spans, at=asker.at)


def _part_answerers(structure: Structure) -> Iterator[Participation]:
    """Who answers some of the questions, where the letter or an answer says so."""
    asked = {question.number for question in structure.questions}
    said = (
        *((passage, ()) for passage in structure.front),
        *((answer.passage, answer.to) for answer in structure.answers),
        *((passage, ()) for passage in structure.remarks),
    )
    seen: set[tuple[str | None, str | None, tuple[int, ...]]] = set()
    for passage, here in said if structure.kind == "answer" else ():
        for share in shares(passage.text, here):
            if asked.issuperset(share.numbers):
                seen.add((share.office.role, share.office.portfolio, share.numbers))
                yield replace(_post("partAnswerer", passage, share.office), questions=share.numbers)
    for answer, office, span in offices_in_headings(structure):
        part = replace(_post("partAnswerer", answer.passage, office), questions=answer.to, spans=(span,))
        if (part.office, part.portfolio, part.questions) not in seen:  # the answer may say so again, in a sentence
            yield part


def _or_stated(role: str, printed: Iterator[Participation], structure: Structure) -> Iterator[Participation]:
    """Those whom the document names; where it names none, those in the official metadata beside it."""
    people = list(printed)
    yield from people
    for key, span in () if people else stated(structure.document):
        if key == "asker" == role:
            name = person_name(structure.document.quote(span))
            yield Participation(role=role, name=name, spans=(span,), at=("heading",))
        elif key == "addressee" == role:
            for office in offices(structure.document.text, span.start, span.end):
                yield Participation(
                    role=role, office=office.role, portfolio=office.portfolio, spans=(span,), at=("heading",)
                )


def _askers(found: Iterable[Header]) -> Iterator[Participation]:
    """The askers of the first header that names any with a party, else of the first."""
    lists = [list(_names(h.passage, h.askers)) for h in found]
    best = next((names for names in lists if names and all(n.party for n in names)), next((n for n in lists if n), []))
    yield from best


def _names(passage: Passage, area: tuple[int, int] | None) -> Iterator[Participation]:
    if not area:
        return
    held: list[tuple[int, int]] = []
    position, end = area
    while position < end:
        bracket = PARTY.search(passage.text, position, end)
        held += _split(passage.text, position, bracket.start() if bracket else end)
        if (
            bracket
            and len(held) == 1
            and "beiden" in bracket.group()
            and (joint := GLUED_AND.search(passage.text, *held[0]))
        ):
            held = [(held[0][0], joint.start()), (joint.end(), held[0][1])]
        party = re.sub(r"\s+", " ", bracket["party"]).strip() if bracket else None
        for start, stop in held:
            yield Participation(
                role="asker",
                name=person_name(passage.text[start:stop]),
                party=party,
                spans=passage.spans(start, bracket.end() if bracket and len(held) == 1 else stop),
                at=(passage.place,),
            )
        held = []
        position = bracket.end() if bracket else end


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The names between `start` and `end`, parted at commas and at "en"."""
    edges = [start, *(e for m in SEPARATOR.finditer(text, start, end) for e in m.span()), end]
    out = []
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        slip = SLIP.match(text, a, b)
        name = text[slip.end() if slip else a : b]
        begin = b - len(name.lstrip())
        name = FELLOWS.sub("", name.strip())
        if any(letter.isupper() for letter in name):
            out.append((begin, begin + len(name)))
    return out


def _addressees(structure: Structure, found: Iterable[Header]) -> Iterator[Participation]:
    for header in found:
        if header.addressees:
            yield from (_post("addressee", header.passage, o) for o in offices(header.passage.text, *header.addressees))
            return
    for passage in structure.front:
        for put in ADDRESSED.finditer(passage.text):
            if posts := list(offices(passage.text, *put.span("whom"))):
                yield from (_post("addressee", passage, o) for o in posts)
                return


def _post(role: str, passage: Passage, office: Office) -> Participation:
    return Participation(
        role=role,
        name=office.name,
        office=office.role,
        portfolio=office.portfolio,
        abbreviated=office.printed,
        spans=passage.spans(office.start, office.end),
        at=(passage.place,),
    )


def _answerers(structure: Structure) -> Iterator[Participation]:
    heading = structure.answer_heading
    behalf = BEHALF.search(heading.text) if heading else None
    stop = behalf.start() if behalf else None
    people = (
        next(filter(None, (list(form(heading.text, 0, stop)) for form in (named, unplaced))), []) if heading else []
    )
    signed = [] if people else [p for passage in structure.front for p in _signed(structure, passage)]
    named_or_not = people or (list(offices(heading.text, 0, stop)) if heading else [])
    if heading and not signed:
        yield from (_post("answerer", heading, o) for o in named_or_not)
    yield from signed or ([] if named_or_not else _last_unsigned(structure))
    notice = structure.remarks[:1] if structure.kind == "postponement" else ()
    for passage in (heading, structure.heading, *structure.front, *notice):
        if passage and BEHALF.search(passage.text):
            yield from _on_behalf(passage)
            return


def _last_unsigned(structure: Structure) -> list[Participation]:
    """The offices under a letter that shows no name."""
    lists = (list(_signed(structure, passage, unsigned)) for passage in reversed(structure.front))
    return next(filter(None, lists), []) or _said_to_answer(structure)


def _said_to_answer(structure: Structure) -> list[Participation]:
    """Those to whom questions were put of whom it is said that they answered them."""
    for passage in structure.front:
        if (put := ADDRESSED.search(passage.text)) and (said := ANSWERED.search(passage.text, put.end())):
            who = said["who"].lower()
            return [
                _post("answerer", passage, o) for o in offices(passage.text, *put.span("whom")) if (o.role or "") in who
            ]
    return []


def _signed(
    structure: Structure, passage: Passage, form: Callable[[str], Iterator[Office]] = signatures
) -> Iterator[Participation]:
    """Who signs the letter: read in its lines as they are printed, which a passage has joined."""
    for piece in passage.spans():
        for office in form(structure.document.quote(piece)):
            span = Span(piece.start + office.start, piece.start + office.end)
            post = _post("answerer", passage, office)
            yield replace(post, spans=(span,))


def _on_behalf(passage: Passage) -> Iterator[Participation]:
    if not (found := BEHALF.search(passage.text)):
        return
    start, end = found.span("who")
    people = list(named(passage.text, start, end))
    yield from (_post("onBehalf", passage, o) for o in people or offices(passage.text, start, end))
