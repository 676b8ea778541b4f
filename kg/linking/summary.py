"""What a document leaves behind for linking it with others: small enough to hold those of a whole corpus."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from typing import Any

from kg.addresses import node_addresses
from kg.extract.header import HeaderFact
from kg.extract.papers import PaperReference
from kg.extract.participants import Participation
from kg.extract.sets import SetReference
from kg.linking.words import fingerprint, letters, terms
from kg.records import Extraction, Link, Mention, Passage, Span, Structure
from kg.registry import Found, registry
from kg.resolve._verdicts import attested, certain
from kg.terms import address

SEE_ALSO = re.compile(r"\bZie\s*ook\s*$", re.IGNORECASE)
ANNOUNCED = re.compile(r"\bZie\s*ook|uitstel", re.IGNORECASE)  # in the head of an answer, whatever paper it names
PAGE_FOOT = re.compile(r"(?:ah|kv)-tk-\d{8}-\d{1,5}")  # a publication's own name at the foot of its pages
CORRECTED = re.compile(
    r"\b(?:Gewijzigde?|Gecorrigeerde?|Verbeterde?|Herziene?|Hernieuwde?)\s+(?:antwoord|beantwoording)|\bRectificatie\b"
)
SUPPLEMENTED = re.compile(r"\b(?:Nadere?|Aanvullende?)\s+(?:antwoord|beantwoording)")
WITHDRAWN = re.compile(r"\bvragen\b[^.]{0,200}?\b(?:zijn|worden|heeft|hebben)\s+ingetrokken\b", re.IGNORECASE)
END = 6  # letters of the end of a name
Keys = tuple[str, ...]
OPENING = 400  # characters of a letter in which it says what it is


@dataclass(frozen=True, slots=True)
class Cited:
    """A case number or publication that a document names, and why.

    `role` is "also" ("Zie ook" in the heading: another document of the same case), "supplements" (a Toelichting) or
    "earlier" (a question builds on it); `node` the mention, as a path below the document.
    """

    target: str
    role: str
    node: str


@dataclass(frozen=True, slots=True)
class Dated:
    """An earlier set that a document names by a day: of what (`event`), and who and what are named with it.

    `people`, `posts` are keys of those whom the lists know for certain, `names` the ends of the names of those who
    asked, `words` the telling words of the subject.  `asks`: a question or Toelichting names it, not an answer.
    """

    node: str
    day: str
    event: str
    asks: bool
    year_printed: bool
    people: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """A document as linking sees it.  Dates are ISO, "" where none is printed; nodes are paths below the document.

    `kind` is that of the document, or "listed" for a row of the House's list.  `people` and `posts` are the keys of
    those who ask and are asked, `names` the ends of the names of those who ask, `questions` pairs of a number and the
    fingerprint of its text, `nodes` the places of header facts and the first asker by name, `state` what the document
    does to its case, `announced` whether its head names another document or a delay.
    """

    key: str
    kind: str
    numbers: tuple[str, ...] = ()
    publication: str = ""
    submitted: str = ""
    answered: str = ""
    people: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    subject: str = ""
    state: str = ""
    announced: bool = False
    questions: tuple[tuple[int, str], ...] = ()
    cited: tuple[Cited, ...] = ()
    dated: tuple[Dated, ...] = ()
    nodes: Mapping[str, str] = field(default_factory=dict)
    source: str = ""  # of a listed case: the row

    @property
    def day(self) -> str:
        """The day that orders cases: of submission, else of the answer; "" where neither is known."""
        return self.submitted or self.answered


def summary(extraction: Extraction, links: Iterable[Link]) -> dict[str, Any]:
    """The summary of a document with its telling words and the letters of its questions, ready to be kept as JSON."""
    structure = extraction.structure
    facts = _facts(extraction)
    value = {name: str(mention.value) for name, mention in reversed(facts)}
    paths = _paths(extraction)
    people, posts = _parties(links)
    names = ends(m.name for m in extraction.mentions("askers") if isinstance(m, Participation) and m.name)
    short = Summary(
        key=structure.document.source.sha256[:16],
        kind=structure.kind,
        numbers=tuple(str(mention.value) for name, mention in facts if name == "case"),
        publication=value.get("publication", ""),
        submitted=value.get("submitted", ""),
        answered=value.get("received", "") or value.get("letter_date", ""),
        people=people,
        names=names,
        posts=posts,
        subject=letters(value.get("subject", "")),
        state=_state(structure),
        announced=any(ANNOUNCED.search(passage.text) for passage in _head(structure)),
        questions=tuple((q.number, fingerprint(q.passage.text)) for q in structure.questions),
        cited=tuple(_cited(extraction, paths, value.get("publication", ""))),
        dated=tuple(_dated(extraction, paths, people, names, posts)),
        nodes=_nodes(extraction, facts, paths),
    )
    return asdict(short) | {
        "subject_terms": sorted(set(terms(value.get("subject", "")))),
        "question_terms": sorted({term for q in structure.questions for term in terms(q.passage.text)}),
        "texts": {str(q.number): letters(q.passage.text) for q in structure.questions},
    }


def ends(names: Iterable[str]) -> tuple[str, ...]:
    """The last letters of names: the same for "Van Tuinen" and "Anna van Tuinen", a hint only.

    >>> ends(["Van Tuinen", "Anna van Tuinen"])
    ('tuinen',)
    """
    last = ([word for word in map(letters, name.split()) if word][-1:] for name in names)
    return tuple(sorted({word[-END:] for words in last for word in words}))


def _facts(extraction: Extraction) -> list[tuple[str, HeaderFact]]:
    mentions = extraction.mentions("header")
    return [(mention.name, mention) for mention in mentions if isinstance(mention, HeaderFact)]


def _paths(extraction: Extraction) -> dict[Mention, str]:
    """The node of each mention, as a path below its document."""
    start = len(address(f"document/{extraction.structure.document.source.sha256[:16]}"))
    return {mention: node[start:-1] for mention, node in node_addresses(extraction).items()}


def _parties(links: Iterable[Link]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The people who ask and the posts that are asked, as far as they are settled, each once and sorted."""
    settled = [link for link in links if link.verdict == "yes"]
    asked = {link.target.key for link in settled if link.mention.field == "askers" and link.target.kind == "person"}
    posts = {link.target.key for link in settled if link.mention.field == "addressees" and link.target.kind == "post"}
    return tuple(sorted(asked)), tuple(sorted(posts))


def _nodes(
    extraction: Extraction, facts: Sequence[tuple[str, HeaderFact]], paths: Mapping[Mention, str]
) -> dict[str, str]:
    nodes = {name: paths[mention] for name, mention in reversed(facts)}
    if first := next(iter(extraction.mentions("askers")), None):
        nodes["asker"] = paths[first]
    if extraction.structure.questions:
        nodes["question"] = f"question/{extraction.structure.questions[0].number}"
    if extraction.structure.answers:
        nodes["answer"] = f"answer/{extraction.structure.answers[0].to[0]}"
    return nodes


def _head(structure: Structure) -> list[Passage]:
    return [passage for passage in (structure.heading, structure.answer_heading, *structure.front) if passage]


def _state(structure: Structure) -> str:
    """What the document does to its case, by its kind and by what it says of itself."""
    opening = " ".join(
        passage.text[-OPENING:] if passage is structure.heading else passage.text[:OPENING]
        for passage in (structure.heading, structure.answer_heading, *structure.front, *structure.remarks)
        if passage is not None
    )
    if not structure.answers and structure.kind != "question" and WITHDRAWN.search(opening):
        return "withdrawal"
    if structure.kind != "answer":
        return {"question": "", "oral": "", "postponement": "postponement"}[structure.kind]
    if CORRECTED.search(opening):
        return "correction"
    if SUPPLEMENTED.search(opening):
        return "supplement"
    answered = {number for answer in structure.answers for number in answer.to}
    whole = all(question.number in answered for question in structure.questions)
    return "fullAnswer" if whole else "partialAnswer"


def _cited(extraction: Extraction, paths: Mapping[Mention, str], own: str) -> Iterator[Cited]:
    """The cases and Aanhangsels that a document names, where it is clear why."""
    structure = extraction.structure
    for mention in extraction.mentions("papers"):
        if not isinstance(mention, PaperReference) or mention.paper.type not in ("aanhangsel", "case"):
            continue
        target = mention.identifier or (mention.paper.subnumber if mention.paper.type == "case" else "")
        role = _role(structure, mention)
        if target and role and target != own:
            yield Cited(target, role, paths[mention])


def _role(structure: Structure, mention: PaperReference) -> str:
    """Why a paper is named; empty where that is not certain, and for answers, which cite what they like."""
    if PAGE_FOOT.fullmatch(mention.raw):
        return ""
    if "toelichting" in mention.at:
        return "supplements"
    asked = structure.kind == "question" or any(at.startswith("question ") for at in mention.at)
    if asked:
        return "earlier"
    head = all(at in ("heading", "letter", "document") for at in mention.at)
    return "also" if head and _said_before(structure, mention.spans[0]) else ""


def _dated(
    extraction: Extraction, paths: Mapping[Mention, str], people: Keys, names: Keys, posts: Keys
) -> Iterator[Dated]:
    """The sets named by a day; "mijn vragen" are of those who ask here, "uw antwoorden" of the posts that are asked."""
    for mention in extraction.mentions("sets"):
        if not isinstance(mention, SetReference):
            continue
        said, on = mention.found, date.fromisoformat(mention.found.day)
        known = [registry().member(name, party, on) for name, party in said.askers]
        offices = {_post(role, portfolio, on) for role, portfolio in said.asked_of}
        yield Dated(
            node=paths[mention],
            day=said.day,
            event=said.event,
            asks=extraction.structure.kind == "question" or any(_asking(at) for at in mention.at),
            year_printed=said.year_printed,
            people=people if said.own_askers else _certain(known),
            names=names if said.own_askers else ends(name for name, _ in said.askers),
            posts=posts if said.own_posts and not offices else tuple(sorted(offices)),
            words=tuple(sorted(set(terms(said.subject)))),
        )


def _asking(place: str) -> bool:
    return place.startswith("question ") or place == "toelichting"


def _post(role: str, portfolio: str | None, on: date) -> str:
    """The key of a post, as the lists have it, else as documents attest it."""
    best = certain(registry().post(role, portfolio, on))
    return best.thing.key if best else attested("post", role, portfolio).key


def _certain(found: Iterable[Found]) -> Keys:
    """The keys of the things that are certain, each once and sorted."""
    return tuple(sorted({best.thing.key for each in found if (best := certain(each))}))


def _said_before(structure: Structure, span: Span) -> bool:
    return SEE_ALSO.search(structure.document.text[max(0, span.start - 20) : span.start]) is not None


def to_json(values: Mapping[str, Any]) -> str:
    """A summary as one line of JSON."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


_FIELDS = frozenset(each.name for each in fields(Summary))


def from_json(values: Mapping[str, Any]) -> Summary:
    """The part of a kept summary that is held for every document."""
    own: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items() if name in _FIELDS
    }
    own["questions"] = tuple((int(number), print_) for number, print_ in values["questions"])
    own["cited"] = tuple(Cited(**each) for each in values["cited"])
    own["dated"] = tuple(_dated_from(each) for each in values["dated"])
    return Summary(**own)


def _dated_from(values: Mapping[str, Any]) -> Dated:
    lists: dict[str, Any] = {name: tuple(values[name]) for name in ("people", "names", "posts", "words")}
    return Dated(**{**values, **lists})


def days_between(first: str, last: str) -> int:
    """Days from one ISO date to another."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
