"""Offices and the people who held them: the post is asked, the incumbent of that day answers.

Where a name is printed with an office whose title fits several posts, the term of the person decides which it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kg.extract.participants import Participation
from kg.records import Extraction, Link, Term
from kg.registry import Candidate, Found, registry
from kg.registry.found import ranked
from kg.resolve._verdicts import attested, certain, day, links

ROLES = {"minister": "minister", "staatssecretaris": "stateSecretary", "minister-president": "primeMinister"}


def resolve(extraction: Extraction) -> Iterator[Link]:
    """Addressees to posts; who answers, and on whose behalf, to posts and people."""
    asked = day(extraction, "submitted", "received", "letter_date")
    answered = day(extraction, "received", "letter_date", "submitted")
    answering = ("answerers", "on_behalf_of", "part_answerers")
    for field, on in (("addressees", asked), *((field, answered) for field in answering)):
        for mention in extraction.mentions(field):
            if isinstance(mention, Participation) and mention.office:
                yield from _office(mention, mention.office, on)


def _office(mention: Participation, role: str, on: date | None) -> Iterator[Link]:
    posts = registry().post(role, mention.portfolio, on)
    if mention.name:
        people = registry().minister(mention.name, role, mention.portfolio, on)
        person = attested("person", mention.name, role)
        yield from links(mention, people, mention.name, person, (("rdf:type", Term("foaf:Person")),))
        posts = _of_person(posts, people)
    label = f"{role} {mention.portfolio}" if mention.portfolio else role
    says = (("rdf:type", Term("org:Post")), ("kv:role", Term(ROLES[role])))
    yield from links(mention, posts, label, attested("post", role, mention.portfolio), says)


def _of_person(posts: Found, people: Found) -> Found:
    """The post that a certain person held, where the title alone leaves several; of a possible one: a possible post."""
    if certain(posts):
        return posts
    if (person := certain(people)) and (term := registry().term(person)):
        reason = f"ambt van de genoemde persoon; {person.reason}"
        return Found((Candidate(term.post, person.score, reason, term.key),), reason)
    held = [(each, term) for each in (*people, *people.possible) if (term := registry().term(each))]
    known = {each.key for each in (*posts, *posts.possible)}
    more = [
        Candidate(term.post, each.score, f"ambt van een mogelijke persoon; {each.reason}", term.key)
        for each, term in held
        if term.post not in known
    ]
    return replace(posts, possible=ranked((*posts.possible, *more)))
