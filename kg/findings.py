"""What is wrong or remarkable in a document itself: slips, sums that do not add up, missing answers, the wrong office.

A finding must be right: a rule that is in doubt says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import Literal

from kg.records import Answer, Finding, Mention, Passage, Structure
from kg.registry import Incumbency, Registry, registry
from kg.registry.found import UNCERTAIN

NEAR = 60
"""Days round a term or the life of a post in which documents still, or already, print it."""


def findings(structure: Structure, mentions: Iterable[Mention]) -> Iterator[Finding]:
    """All findings of one document: what each mention says of itself, and what only the whole shows."""
    found = list(mentions)
    for mention in found:
        yield from mention.findings()
    yield from _unanswered(structure)
    yield from _out_of_order(structure)
    yield from _out_of_office(found)


def _unanswered(structure: Structure) -> Iterator[Finding]:
    """Questions that an answering document leaves without an answer."""
    if structure.kind != "answer" or not structure.answers:
        return
    answered = {number for answer in structure.answers for number in answer.to}
    for question in structure.questions:
        if question.number not in answered:
            nl = f"Vraag {question.number} heeft in dit document geen antwoord."
            en = f"Question {question.number} has no answer in this document."
            yield _of_passage("MissingAnswer", "warning", nl, en, question.passage)


def _of_passage(kind: str, severity: Literal["info", "warning"], nl: str, en: str, passage: Passage) -> Finding:
    """A finding about a question or an answer as a whole."""
    return Finding(kind=kind, severity=severity, nl=nl, en=en, about=(), spans=passage.spans(), at=(passage.place,))


def _out_of_order(structure: Structure) -> Iterator[Finding]:
    """Answers of which all questions come before those of the answer that stands before it."""
    printed = [answer for answer in structure.answers if answer.printed and answer.passage.runs]
    in_print = sorted(printed, key=lambda answer: answer.passage.runs[0].origin)
    for before, answer in pairwise(in_print):
        if max(answer.to) < min(before.to):
            nl = f"Het antwoord op vraag {_first(answer)} staat na dat op vraag {_first(before)}."
            en = f"The answer to question {_first(answer)} stands after that to question {_first(before)}."
            yield _of_passage("AnswerOutOfOrder", "info", nl, en, answer.passage)


def _first(answer: Answer) -> int:
    return min(answer.to)


# -- offices


def _out_of_office(mentions: list[Mention]) -> Iterator[Finding]:
    """Posts that did not exist when they were asked, and people who did not hold the post for which they answer."""
    days = {fact["name"]: fact["value"] for m in mentions if m.field == "header" and (fact := m.record())}
    asked, answered = _day(days.get("submitted")), _day(days.get("received") or days.get("letter_date"))
    for mention in mentions:
        if mention.field == "addressees" and asked:
            yield from _no_such_post(mention, asked)
        elif mention.field == "answerers" and answered:
            yield from _another_held_it(mention, answered)


def _day(value: object) -> date | None:
    if isinstance(value, date):
        return value
    return date.fromisoformat(value) if isinstance(value, str) else None


def _no_such_post(mention: Mention, on: date) -> Iterator[Finding]:
    """A post that the lists know under exactly this name, but not on or near the day.

    Who works at a ministry is addressed by its name too, so a name that a ministry has on that day is left alone.
    """
    known, printed = registry(), mention.record()
    role, portfolio = printed["role"], printed["portfolio"]
    if not role or not portfolio:
        return
    found = known.post(role, portfolio, on)
    if not found.covered or not found.possible or _is_ministry(known, portfolio, on):
        return
    if any(candidate.score > UNCERTAIN for candidate in found):  # else the name is that of another time
        return
    posts = [known.facts.posts[candidate.key] for candidate in found.possible]
    if any(_distance(post.period.start, post.period.end, on) <= NEAR for post in posts):
        return
    nl = f"Op {on} bestond het ambt {role} {portfolio} niet."
    en = f"On {on} there was no such post as {role} {portfolio}."
    yield Finding.of("NotInOffice", mention, nl, en)


def _is_ministry(known: Registry, portfolio: str, on: date) -> bool:
    return any(each.period.holds(on) and _same(each.name, portfolio) for each in known.facts.ministries)


def _same(one: str, other: str) -> bool:
    """Whether two names are the same without capitals, spaces and commas, which print loses."""
    first, second = ("".join(filter(str.isalnum, name.casefold())) for name in (one, other))
    return first == second


def _another_held_it(mention: Mention, on: date) -> Iterator[Finding]:
    """A person who held exactly this post at another time, not near the day, on which one other person held it."""
    known, printed = registry(), mention.record()
    role, portfolio, name = printed["role"], printed["portfolio"], printed["name"]
    if not role or not name:
        return
    posts, people = known.post(role, portfolio, on), known.minister(name, role, portfolio, on)
    if len(posts) != 1 or posts[0].score < 1 or people or not people.covered or len(people.possible) != 1:
        return
    person = people.possible[0].key
    held = [term for term in known.terms.get(person, ()) if term.post == posts[0].key]
    holders = known.holder(posts[0].key, on)
    if not held or len(holders) != 1 or any(_near(term, on) for term in known.terms[person]):
        return
    label, other = known.facts.posts[posts[0].key].label, known.facts.people[holders[0].person].label
    nl = f"{name} was op {on} geen {label}; dat was {other}."
    en = f"{name} was not {label} on {on}; {other} was."
    yield Finding.of("NotInOffice", mention, nl, en, (name, other))


def _near(term: Incumbency, on: date) -> bool:
    return _distance(term.period.start, term.period.end, on) <= NEAR


def _distance(start: date | None, end: date | None, on: date) -> int:
    """Days from the day to a period, 0 inside."""
    before = (start - on).days if start else 0
    after = (on - end).days + 1 if end else 0
    return max(before, after, 0)
