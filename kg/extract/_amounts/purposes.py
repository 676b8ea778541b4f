"""What an amount is for: "€ 5 miljoen voor toezicht", "€ 25 mln. (onderhoud)", "daarvan gaat € 60 miljoen naar scholen"."""

from __future__ import annotations

import re

from kg.grammar.months import A_MONTH

PURPOSE = re.compile(
    r"""\s(?:(?:extra|euro|structureel|incidenteel|beschikbaar|gereserveerd|uitgetrokken|vrijgemaakt|begroot)\s){0,2}
    (?:voor|ten\sbehoeve\svan)\s(?!(?:(?:de|een)\s?)?(?:jaren|periode|begroting)\b|(?:eigen\s)?rekening\b|het\sjaar\b|(?:19|20)\d\d|elke?\b|iedere?\b)
    (?P<purpose>[^,.;:()?!€\d]{3,80})""",
    re.VERBOSE | re.IGNORECASE,
)
BRACKETED = re.compile(  # "€ 25 mln. (onderhoud)"
    r"""\s?\((?:voor\s)?(?P<purpose>(?!(?:in|per|excl|inclu\w*|incl|artikel(?:en)?|art|lid|bijlage|circa|ca|structureel|incidenteel|eenmalig|cumulatief|prijspeil|zie|waar\w*|bruto|netto|ofwel|oftewel
        |of|dat|dit|die|ongeveer|afgerond|nominaal|reëel|ruim|bijna|vanaf|op|jaarlijks|bron|tabel|ook|niet|dus|exact|gemiddeld|maximaal|minimaal|exclusief|inclusief
        |totaal|plus|min|en|met|zonder|na|tot|bedrag\w*|euro|miljoen|mln|mld|miljard|duizend|raming|realisatie|begroot|stand|peildatum|totale|geschat|naar|nu
        |voorlopig|indicatief|nog|te|was|is|zijn|daarvan|omgerekend|lopende|prijzen|meer|minder|elk|samen|alle|beide|noot|voetnoot|idem|reeds|al|eind
        |begin|medio|"""
    rf"{A_MONTH}"
    r"""|afgelopen|vorig|volgend|dekking|van|uit|door|aan|bij|om|over|sinds|hoger|lager)\b)
        [a-zà-ÿ][a-zà-ÿ-]{2,30}(?:\s[\w-]{2,24}){0,3})\)""",
    re.VERBOSE,
)
_WORDS = r"(?P<purpose>[^,.;:()?!€\d]{3,80}+)(?!€)"
DIRECTED = (  # what leads to an amount, and how what it is for then follows
    (re.compile(r"\b(?:gaat|gaan|ging|gingen|vloeit|vloeien)\b", re.IGNORECASE), re.compile(rf"\snaar\s{_WORDS}")),
    (
        re.compile(
            r"\b(?:draagt|dragen|droeg(?:en)?|besteedt?|besteden|besteedde|heeft|hebben|is|wordt|zal)\b", re.IGNORECASE
        ),
        re.compile(rf"\s(?:bij|besteed|uitgegeven|bijgedragen)\saan\s{_WORDS}"),
    ),
    (
        re.compile(r"\b(?:investeer\w{0,3}|investeren|steekt|steken|stak|staken)\b", re.IGNORECASE),
        re.compile(rf"\s(?:extra\s)?in\s(?!de\s(?:periode|jaren)|het\sjaar|deze|dit|die|totaal){_WORDS}"),
    ),
)
NO_PURPOSE = re.compile(r"^$|\b(?:de|het|een|van|voor|aan|op|met)$|^(?:in|uit|vrij|op|toe)?ge\w{1,20}[dt]$")
PURPOSE_ENDS = re.compile(
    r"\s(?:is|zijn|was|wordt|worden|vanaf|structureel|incidenteel|voldoende|toereikend|genoeg)\b|\s(?:en|in|per|van|over)?\s*$"
)


def purpose(after: str, before: str = "") -> str | None:
    """What the words after an amount say that it is for; `before`: those that lead to it ("Daarvan gaat").

    >>> purpose(" voor het toezicht op de havens in 2026"), purpose(" voor 2026"), purpose(" (onderhoud)")
    ('het toezicht op de havens', None, 'onderhoud')
    >>> purpose(" naar scholen"), purpose(" naar scholen", "Daarvan gaat")
    (None, 'scholen')
    """
    if found := BRACKETED.match(after):
        return str(found["purpose"])
    found = PURPOSE.match(after)
    for goes, form in DIRECTED:
        found = found or (form.match(after) if goes.search(before) else None)
    if not found:
        return None
    words = found["purpose"]
    ends = PURPOSE_ENDS.search(words)
    kept = (words[: ends.start()] if ends else words).strip()
    return None if NO_PURPOSE.search(kept) else kept
