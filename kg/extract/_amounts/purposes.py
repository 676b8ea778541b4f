"""What an amount is for ("€ 5 miljoen voor toezicht"), and whether it is one of every year ("per jaar")."""

from __future__ import annotations

import re

PER_YEAR_AFTER = re.compile(
    r"""\s{0,2}(?=[a-z/])(?:(?:extra|structureel|gemiddeld|per\s\w{1,24})\s{1,2})?
    (?:per\s?(?:kalender|begrotings)?jaar|jaarlijks|p\.\s?j\.|/\s?jaar|op\sjaarbasis)""",
    re.VERBOSE | re.IGNORECASE,
)
PER_YEAR_BEFORE = re.compile(r"\b(?:jaarlijkse?|elk\sjaar|ieder\sjaar|per\sjaar)\b[^.;:?!]{0,60}$", re.IGNORECASE)
PURPOSE = re.compile(
    r"""\s(?:(?:extra|euro|structureel|incidenteel|beschikbaar|gereserveerd|uitgetrokken|vrijgemaakt|begroot)\s){0,2}
    (?:voor|ten\sbehoeve\svan)\s(?!(?:de\s)?(?:jaren|periode|begroting)\b|het\sjaar\b|(?:19|20)\d\d|elke?\b|iedere?\b)
    (?P<purpose>[^,.;:()?!€\d]{3,80})""",
    re.VERBOSE | re.IGNORECASE,
)
NO_PURPOSE = re.compile(r"^$|\b(?:de|het|een|van|voor|aan|op|met)$|^(?:in|uit|vrij|op|toe)?ge\w{1,20}[dt]$")
PURPOSE_ENDS = re.compile(
    r"\s(?:is|zijn|was|wordt|worden|vanaf|structureel|incidenteel)\b|\s(?:en|in|per|van|over)?\s*$"
)


def purpose(after: str) -> str | None:
    """What the words after an amount say that it is for.

    >>> purpose(" voor het toezicht op de havens in 2026"), purpose(" voor 2026")
    ('het toezicht op de havens', None)
    """
    found = PURPOSE.match(after)
    if not found:
        return None
    words = found["purpose"]
    ends = PURPOSE_ENDS.search(words)
    kept = (words[: ends.start()] if ends else words).strip()
    return None if NO_PURPOSE.search(kept) else kept


def per_year(after: str, before: str) -> bool:
    """Whether the words about an amount say that it is one of every year."""
    return bool(PER_YEAR_AFTER.match(after) or PER_YEAR_BEFORE.search(before))
