"""Parties and outlets by the name as printed."""

from __future__ import annotations

import re
from datetime import date

from rapidfuzz import fuzz

from kg.registry.facts import Outlet, Party
from kg.registry.found import UNCERTAIN, Candidate, Found, ranked, settled
from kg.registry.media import host, spelling
from kg.registry.names import squash

ALIKE = 90
LEAD = 8
SHORT = 6
_SINGLE = re.compile(r"^(?:het\s)?(?:lid|groep|fractie)[\s-]|\s?\(ex[^()]{0,40}\)$", re.IGNORECASE)


def party_keys(name: str) -> set[str]:
    """The folded forms of a group's name: also without "Groep" or "Lid", and of two names in either order.

    >>> party_keys("GL-PvdA") & party_keys("PvdA/GL") != set()
    True
    """
    plain = _SINGLE.sub("", " ".join(name.split()))
    parts = sorted(filter(None, map(squash, re.split(r"[-/–+]|\sen\s", plain))))
    return {squash(name), squash(plain), "+".join(parts)} - {""}


def party(parties: dict[str, Party], printed: str, on: date | None) -> Found:
    """The parties or groups that a name means on that day; a renamed one under its old name leads to the new."""
    wanted = party_keys(printed)
    named = [each for each in parties.values() if any(party_keys(name) & wanted for name in each.names)]
    same = [each for each in named if squash(printed) in map(squash, each.names)]
    fitting = [each for each in named if each.period.holds(on)]
    candidates = [Candidate(each.key, 1.0 if each in same else 0.85, f"naam van {each.label}") for each in fitting]
    for each in named:
        for new, when in each.became:
            if on and on >= when:
                candidates.append(Candidate(new, 0.9, f"{each.label} heet sinds {when} {parties[new].label}"))
    possible = ranked(
        Candidate(each.key, 0.5, f"{each.label} in een andere tijd") for each in named if each not in fitting
    )
    if not named:
        candidates = _alike(parties, printed)
    if not candidates:
        reason = f"{printed!r} bestond op {on} niet" if named else f"{printed!r} staat in geen lijst"
        return Found((), reason, possible)
    chosen = settled(candidates)
    return Found(chosen, chosen[0].reason, possible)


def _alike(parties: dict[str, Party], printed: str) -> list[Candidate]:
    wanted = squash(printed)
    if len(wanted) < SHORT:
        return []
    scored = sorted(
        ((max(fuzz.ratio(wanted, squash(name)) for name in each.names), each.key) for each in parties.values()),
        reverse=True,
    )
    (best, key), (second, _) = scored[:2]
    if best < ALIKE or best - second < LEAD:
        return []
    return [Candidate(key, UNCERTAIN * best / 100, f"gespeld als {printed!r}")]


def outlet(outlets: tuple[Outlet, ...], printed: str) -> Candidate | None:
    """The outlet of a name or an address; an address goes by the longest domain that it ends in."""
    domain = host(printed)
    matches = [
        (len(known), each.key, known)
        for each in outlets
        for known in each.domains
        if domain and (domain == known or domain.endswith(f".{known}"))
    ]
    if matches:
        _, key, known = max(matches)
        return Candidate(key, 1.0, f"domein {known}")
    if "//" in printed or len(printed) > 300:
        return None
    for fits, score in ((squash, 1.0), (spelling, 0.95)):
        named = [each for each in outlets if fits(printed) and fits(printed) in map(fits, each.names)]
        if len(named) == 1:
            return Candidate(named[0].key, score, f"naam van {named[0].label}")
    return None
