"""Posts by the office as printed, on a day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz

from kg.registry.facts import Facts, Post
from kg.registry.found import AMBIGUOUS, UNCERTAIN, Candidate, Found, ranked, settled
from kg.registry.names import fold, squash

SURE = 95
"""Likeness, of 100, of a long name with a letter or two lost."""
ALIKE = 86
LEAD = 5
LONG = 12
"""Letters from which a portfolio may be misspelt."""
HOMELESS = 0.7
"""No post scores higher by its ministry while posts of the same rank have a ministry that no list states."""
_LINK = re.compile(r"^(?P<link>van|voor)\s+", re.IGNORECASE)
_SMALL = frozenset(["en", "van", "voor", "de", "het", "in"])
_HEAD = "primeMinister"
_RANKS = {
    "staatssecretaris": ("stateSecretary",),
    "minister-president": (_HEAD,),
    "minister": ("minister", "ministerWithoutPortfolio", _HEAD),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """An office as printed: the portfolio's words, the word between it and the role, and the day."""

    facts: Facts
    words: str
    link: str
    on: date | None


@lru_cache(maxsize=4096)
def office(role: str, portfolio: str) -> tuple[tuple[str, ...], str, str]:
    """The roles meant, the link word ("van", "voor" or "") and the portfolio without it.

    >>> office("Minister", "voor Medische Zorg")
    (('minister', 'ministerWithoutPortfolio', 'primeMinister'), 'voor', 'Medische Zorg')
    """
    printed = fold(role).replace("vice-minister", "viceminister").removeprefix("viceminister-president").strip(" ,")
    words = " ".join(portfolio.replace("&", " en ").split())
    link = _LINK.match(words) or _LINK.match(
        printed.removeprefix("minister").removeprefix("staatssecretaris").strip() + " "
    )
    rest = _LINK.sub("", words)
    if "zonder portefeuille" in printed:
        return ("ministerWithoutPortfolio",), "voor", rest
    start = next(
        (rank for rank in ("staatssecretaris", "minister-president", "minister") if printed.startswith(rank)), ""
    )
    ranks = _RANKS.get(start, tuple(name for names in _RANKS.values() for name in names))
    return ranks, link["link"].lower() if link else "", rest


def find(facts: Facts, role: str, portfolio: str, on: date | None) -> Found:
    """The posts that the printed office may mean on that day; on no day in particular: in any period."""
    ranks, link, words = office(role, portfolio)
    if ranks == (_HEAD,):
        words = words or "Algemene Zaken"
    posts = [post for post in facts.posts.values() if post.role in ranks]
    span = facts.coverage["incumbencies"]
    elsewhere = ranked(Candidate(post.key, 0.4, _aside(post, on)) for post in _named(posts, words))
    if not words:
        return Found((), "geen portefeuille gedrukt")
    if not span.holds(on):
        why = f"{on} valt buiten de lijst van ambten ({span.start} tot {span.end})"
        return Found((), why, elsewhere, covered=False)
    then = [post for post in posts if post.period.holds(on)]
    for step in (_exact, _nearly, _through_ministry, _by_words, _roughly, _by_some_words):
        candidates = settled(step(Wanted(facts, words, link, on), then))
        if candidates:
            keys = {candidate.key for candidate in candidates}
            return Found(candidates, candidates[0].reason, tuple(c for c in elsewhere if c.key not in keys))
    reason = f"geen ambt {role} {portfolio!r} op die dag" if on else f"geen ambt {role} {portfolio!r}"
    return Found((), reason, elsewhere)


def _aside(post: Post, on: date | None) -> str:
    return f"{post.label}: ook van die naam" if post.period.holds(on) else f"{post.label}: in een andere tijd"


def _named(posts: Iterable[Post], words: str) -> list[Post]:
    wanted = squash(words)
    return [post for post in posts if wanted in {squash(name) for name in post.names}]


def _exact(wanted: Wanted, posts: list[Post]) -> list[Candidate]:
    found = []
    for post in _named(posts, wanted.words):
        apart = (wanted.link == "voor") != (post.role == "ministerWithoutPortfolio")
        other = bool(wanted.link) and post.role != "stateSecretary" and apart
        reason = f"{post.label}: naam gelijk" + (f", al staat er {wanted.link!r}" if other else "")
        found.append(Candidate(post.key, 0.85 if other else 1.0, reason))
    return found


def _likeness(posts: list[Post], words: str) -> list[tuple[float, Post]]:
    """The posts by likeness of their best name, best first; nothing for short names or without a clear lead."""
    wanted = squash(words)
    if len(wanted) < LONG:
        return []
    scored = [(max(fuzz.ratio(wanted, squash(name)) for name in post.names), post) for post in posts]
    scored.sort(key=lambda pair: (-pair[0], pair[1].key))
    rivals = [likeness for likeness, post in scored if scored[0][1].names[0] != post.names[0]]
    lead = scored[0][0] - max(rivals, default=0) if scored else 0
    return [pair for pair in scored if pair[1].names[0] == scored[0][1].names[0]] if lead >= LEAD else []


def _nearly(wanted: Wanted, posts: list[Post]) -> list[Candidate]:
    return [
        Candidate(post.key, 0.9, f"{post.label}: gespeld als {wanted.words!r}")
        for likeness, post in _likeness(posts, wanted.words)
        if likeness >= SURE
    ]


def _through_ministry(wanted: Wanted, posts: list[Post]) -> list[Candidate]:
    name = squash(wanted.words)
    found = []
    for ministry in wanted.facts.ministries:
        if name not in {squash(ministry.name), squash(ministry.abbreviation)}:
            continue
        current = ministry.period.holds(wanted.on)
        for post in posts:
            if ministry.ministry in post.ministries:
                why = "ambt op dat ministerie" if current else "ministerie heette in een andere tijd zo"
                found.append(Candidate(post.key, 0.9 if current else UNCERTAIN, f"{post.label}: {why}"))
    if found and any(not post.ministries for post in posts):
        why = "van andere ambten is het ministerie niet bekend"
        return [Candidate(each.key, min(each.score, HOMELESS), f"{each.reason}; {why}") for each in found]
    return found


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", fold(name))) - _SMALL


def _by_words(wanted: Wanted, posts: list[Post]) -> list[Candidate]:
    """Posts that have all the printed words: some were left out in print."""
    words = _words(wanted.words)
    return [
        Candidate(post.key, UNCERTAIN, f"{post.label}: alle gedrukte woorden komen erin voor")
        for post in posts
        if words and any(words <= _words(name) for name in post.names)
    ]


def _roughly(wanted: Wanted, posts: list[Post]) -> list[Candidate]:
    return [
        Candidate(post.key, UNCERTAIN * likeness / 100, f"{post.label}: lijkt op {wanted.words!r}")
        for likeness, post in _likeness(posts, wanted.words)
        if likeness >= ALIKE
    ]


def _by_some_words(wanted: Wanted, posts: list[Post]) -> list[Candidate]:
    """Posts of no known ministry that share a word with the printed one: never more than a possibility."""
    words = _words(wanted.words)
    found = []
    for post in posts:
        shared = sorted(words & _words(post.names[0]))
        if shared and not post.ministries:
            found.append(
                Candidate(post.key, AMBIGUOUS, f"{post.label}: deelt {', '.join(shared)}, ministerie niet bekend")
            )
    return found
