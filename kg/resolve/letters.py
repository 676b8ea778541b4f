"""References to letters of the government to one resource per letter, by the post that sent it and its day.

All references in a document to a letter of one day are one letter, if at least one of them shows that it is the
government's: "mijn brief", "mijn ambtsvoorganger", a Kamerstuk cited for it.  Who sent it is whoever held the post on
that day; "mijn ambtsvoorganger" is the same person, and never who answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kg.extract.letters import LetterReference, PredecessorMention
from kg.extract.papers import PaperReference
from kg.extract.participants import Participation
from kg.records import Extraction, Link, Span, Term, Thing, Value, Verdict
from kg.registry import registry
from kg.resolve import offices
from kg.resolve._days import dutch

GAP = 3  # characters such as " (" between a letter and the paper cited for it
OTHER_PAPERS = ("motie", "amendement", "wetsvoorstel", "verslag", "debat")


@dataclass(frozen=True, slots=True)
class _Post:
    """Who speaks, or is asked: the post and, where the name of its holder is certain, the person."""

    post: str
    label: str
    person: str = ""


def resolve(extraction: Extraction) -> Iterator[Link]:
    """The letters of the references, and the persons of "mijn ambtsvoorganger"."""
    said = [m for m in extraction.mentions("letters") if isinstance(m, LetterReference) and m.sender != "other"]
    if not said:
        return
    who = _Who(extraction)
    groups: dict[str, list[LetterReference]] = {}
    for mention in said:
        groups.setdefault(mention.day, []).append(mention)
    for group in groups.values():
        yield from _letters(extraction, who, group)
    for person in extraction.mentions("predecessors"):
        if isinstance(person, PredecessorMention):
            yield from _predecessors(who, person)


class _Who:
    """The post that speaks in the answers of a document, and the one that is asked; each where it is the only one."""

    def __init__(self, extraction: Extraction) -> None:
        self.links = [link for link in offices.resolve(extraction) if link.verdict == "yes"]

    @cached_property
    def speaks(self) -> _Post | None:
        """The only post that answers."""
        return self._only("answerers")

    @cached_property
    def asked(self) -> _Post | None:
        """The only post that is asked."""
        return self._only("addressees")

    def of(self, mention: LetterReference) -> _Post | None:
        """Whose "mijn" or "uw" a reference has."""
        return self.speaks if mention.voice == "answer" else self.asked or self.speaks

    def _only(self, field: str) -> _Post | None:
        found = [link for link in self.links if link.mention.field == field]
        posts = {link.target.key: link.label for link in found if link.target.kind == "post"}
        people = {link.target.key for link in found if link.target.kind == "person"}
        if len(posts) != 1:
            return None
        ((post, printed),) = posts.items()
        known = registry().facts.posts.get(f"post/{post}")
        return _Post(post, known.label if known else printed, people.pop() if len(people) == 1 else "")


def _letters(extraction: Extraction, who: _Who, group: list[LetterReference]) -> Iterator[Link]:
    """The links of all references to letters of one day."""
    day = group[0].day
    papers = {mention: paper for mention in group if (paper := _paper(extraction, mention))}
    named = sorted({paper.identifier for paper in papers.values() if paper.identifier})
    own = [mention for mention in group if mention.sender in ("own", "predecessor")]
    posts = {post.post: post for mention in own if (post := who.of(mention)) and _fits(post, mention)}
    post = next(iter(posts.values())) if len(posts) == 1 else None
    evident = bool(own or named or any(mention.sender == "government" for mention in group))
    document = extraction.structure.document.source.sha256[:16]
    for mention in group:
        identifier = named[0] if len(named) == 1 else (papers[mention].identifier if mention in papers else None)
        key = _key(post, identifier if len(named) != 1 or not post else None, document, day)
        label = f"brief van {dutch(date.fromisoformat(day))}"
        says = tuple(_says(post, day, identifier, predecessor=any(m.sender == "predecessor" for m in own)))
        certain = evident and (len(named) < 2 or identifier is not None)
        reason = _reason(mention, post, evident=evident, many=len(named) > 1 and identifier is None)
        method = "co-reference" if mention.first else "date"
        verdict: Verdict = "yes" if certain else "unsure"
        score = 0.95 if certain else 0.5
        yield Link(mention, Thing("letter", key), verdict, score, reason, method, label, says)


def _fits(post: _Post, mention: LetterReference) -> bool:
    """Whether the letter can have come from the post: somebody held it on that day, and it was who the words mean.

    "mijn brief" is of who answers, perhaps from an office that they held before; "mijn ambtsvoorganger" is another.
    """
    if f"post/{post.post}" not in registry().facts.posts:
        return True
    holders = {term.person.removeprefix("person/") for term in registry().holder(f"post/{post.post}", _day(mention))}
    if mention.sender == "predecessor":
        return bool(holders) and post.person not in holders
    speaks = mention.voice == "answer" and post.person and not post.person.startswith("attested-")
    return post.person in holders if speaks else bool(holders)


def _day(mention: LetterReference) -> date:
    return date.fromisoformat(mention.day)


def _key(post: _Post | None, identifier: str | None, document: str, day: str) -> str:
    """The same for every document that names the sender's post; else by the paper; else of this document alone."""
    sender = identifier or (post.post if post else document)
    return f"{sender}--{day}"


def _reason(mention: LetterReference, post: _Post | None, *, evident: bool, many: bool) -> str:
    if many:
        return "er zijn meer brieven van die dag"
    if not evident:
        return "niets zegt dat dit een brief van de regering is"
    day = dutch(date.fromisoformat(mention.day))
    how = f"verwijst terug naar de brief van {day}" if mention.first else f"brief van {day}"
    return f"{how} van de {post.label}" if post else f"{how}; afzender niet zeker"


def _says(post: _Post | None, day: str, identifier: str | None, *, predecessor: bool) -> Iterator[tuple[str, Value]]:
    yield "rdf:type", Term("kv:CitedSource")
    yield "rdf:type", Term("kv:Letter")
    yield "schema:dateSent", date.fromisoformat(day)
    if identifier:
        yield "kv:publishedAs", Thing("publication", identifier)
    if post:
        yield "kv:sentAs", Thing("post", post.post)
        known, _ = _holder(post, date.fromisoformat(day), predecessor=predecessor)
        if known:
            yield "schema:sender", Thing("person", known)


def _holder(post: _Post, day: date, *, predecessor: bool) -> tuple[str, str]:
    """The person who held the post on that day, "" where that is not certain, and why."""
    if not registry().facts.coverage["incumbencies"].holds(day):
        return "", f"{dutch(day)} valt buiten de lijst van bewindspersonen"
    held = registry().holder(f"post/{post.post}", day)
    if len(held) != 1:
        return "", f"{len(held) or 'geen'} personen in de lijst waren op {dutch(day)} {post.label}"
    person = held[0].person.removeprefix("person/")
    if predecessor and person == post.person:
        return "", f"wie antwoordt was op {dutch(day)} zelf {post.label}"
    return person, f"{registry().facts.people[held[0].person].label} was op {dutch(day)} {post.label}"


def _predecessors(who: _Who, mention: PredecessorMention) -> Iterator[Link]:
    """The holder of the post on the day of the letter; where the post has none, who held one of that name."""
    post, day = who.of(mention.letter), date.fromisoformat(mention.letter.day)
    if not post:
        return
    person, reason = _holder(post, day, predecessor=True)
    if person:
        yield Link(mention, Thing("person", person), "yes", 0.95, reason, "registry", mention.printed)
        return
    for other, why in _namesakes(who, mention, day):
        if other == post.person:
            continue
        yield Link(mention, Thing("person", other), "unsure", 0.4, f"{reason}; {why}", "registry", mention.printed)


def _namesakes(who: _Who, mention: PredecessorMention, day: date) -> Iterator[tuple[str, str]]:
    """Who held on that day a post that the printed office may have meant."""
    field = "answerers" if mention.letter.voice == "answer" or not who.asked else "addressees"
    printed = {
        (link.mention.office or "", link.mention.portfolio)
        for link in who.links
        if link.mention.field == field and isinstance(link.mention, Participation)
    }
    for role, portfolio in sorted(printed, key=str):
        for post in registry().post(role, portfolio, day):
            for term in registry().holder(post.key, day):
                label = registry().facts.posts[post.key].label
                yield term.person.removeprefix("person/"), f"wel {label}"


def _paper(extraction: Extraction, mention: LetterReference) -> PaperReference | None:
    """The paper cited for the letter: linked to its words, right behind it, or alone in the only note of its sentence."""
    papers = [m for m in extraction.mentions("papers") if isinstance(m, PaperReference) and m.identifier]
    after = mention.spans[-1].end
    for paper in papers:
        linked = paper.link and paper.spans[0].start < after and mention.spans[0].start < paper.spans[-1].end
        if linked or 0 <= paper.spans[0].start - after <= GAP:
            return paper
    notes = [note for note in extraction.structure.notes if note.label in mention.marks]
    if len(mention.marks) != 1 or len(notes) != 1:
        return None
    text = notes[0].passage.text.lower()
    inside = [paper for paper in papers if _within(paper.spans, notes[0].passage.spans())]
    return inside[0] if len(inside) == 1 and not any(word in text for word in OTHER_PAPERS) else None


def _within(spans: tuple[Span, ...], area: tuple[Span, ...]) -> bool:
    return all(any(outer.start <= span.start and span.end <= outer.end for outer in area) for span in spans)
