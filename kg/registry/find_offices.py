"""Posts by the office as printed, on a day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz

from kg.registry.facts import Facts, Post
from kg.registry.found import UNCERTAIN, Candidate, Found, ranked, settled
from kg.registry.names import fold, squash

SURE = 95
"""Likeness, of 100, of a long name with a letter or two lost."""
ALIKE = 86
LEAD = 5
LONG = 12
"""Letters from which a portfolio may be misspelt."""
_LINK = re.compile(r"^(?P<link>van|voor)\s+", re.IGNORECASE)
_SMALL = frozenset(["en", "van", "voor", "de", "het", "in"])
_HEAD = "primeMinister"
_RANKS = {
    "staatssecretaris": ("stateSecretary",),
    "minister-president": (_HEAD,),
    "minister": ("minister", "ministerWithoutPortfolio", _HEAD),
}


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
    for step in (_exact, _nearly, _through_ministry, _by_words, _roughly):
        candidates = settled(step(facts, then, words, link, on))
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


def _exact(facts: Facts, posts: list[Post], words: str, link: str, on: date | None) -> list[Candidate]:
    found = []
    for post in _named(posts, words):
        other = (
            bool(link)
            and post.role != "stateSecretary"
            and (link == "voor") != (post.role == "ministerWithoutPortfolio")
        )
        reason = f"{post.label}: naam gelijk" + (f", al staat er {link!r}" if other else "")
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


def _nearly(facts: Facts, posts: list[Post], words: str, link: str, on: date | None) -> list[Candidate]:
    return [
        Candidate(post.key, 0.9, f"{post.label}: gespeld als {words!r}")
        for likeness, post in _likeness(posts, words)
        if likeness >= SURE
    ]


def _through_ministry(facts: Facts, posts: list[Post], words: str, link: str, on: date | None) -> list[Candidate]:
    wanted = squash(words)
    found = []
    for ministry in facts.ministries:
        if wanted not in {squash(ministry.name), squash(ministry.abbreviation)}:
            continue
        current = ministry.period.holds(on)
        for post in posts:
            if ministry.ministry in post.ministries:
                why = "ambt op dat ministerie" if current else "ministerie heette in een andere tijd zo"
                found.append(Candidate(post.key, 0.9 if current else UNCERTAIN, f"{post.label}: {why}"))
    return found


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", fold(name))) - _SMALL


def _by_words(facts: Facts, posts: list[Post], words: str, link: str, on: date | None) -> list[Candidate]:
    """Posts that have all the printed words: some were left out in print."""
    wanted = _words(words)
    return [
        Candidate(post.key, UNCERTAIN, f"{post.label}: alle gedrukte woorden komen erin voor")
        for post in posts
        if wanted and any(wanted <= _words(name) for name in post.names)
    ]


def _roughly(facts: Facts, posts: list[Post], words: str, link: str, on: date | None) -> list[Candidate]:
    return [
        Candidate(post.key, UNCERTAIN * likeness / 100, f"{post.label}: lijkt op {words!r}")
        for likeness, post in _likeness(posts, words)
        if likeness >= ALIKE
    ]
