"""Of what an amount is the price of one: "per leerling per jaar", "/kWh", "voor elke woning", "een uurtarief van".

A unit is given by its place, so that it is shown as it is printed.  What follows "per" in another sense ("per 2026",
"per brief", "per saldo") is none.
"""

from __future__ import annotations

import re

Place = tuple[int, int]

NO_UNIT = r"""(?:direct|saldo|abuis|definitie|brief|e-?mail|mail|post|fax|omgaande|kerende|ongeluk|se|ultimo|eind(?:e|datum)?|begin|heden
    |vandaag|morgen|vergissing|onmiddellijk|amendement|motie|besluit|ministerieel|koninklijk|trein|bus|auto|vliegtuig|schip|boot|as
    |bank|giro|omzendbrief|jan(?:uari)?|feb(?:ruari)?|maart|april|mei|juni|juli|aug(?:ustus)?|sep(?:tember)?|okt(?:ober)?|nov(?:ember)?
    |dec(?:ember)?|de|het|een|deze|dit|die|dat|wanneer|wet|decreet|geval)\b"""
DESCRIBES = r"""(?:nieuwe?|extra|volledige?|vierkante|kubieke|strekkende|strekkend|hele|heel|halve|half|gewerkte?|gewerkt|aangesloten|betrokken
    |volwassen|jonge|oude|jaarlijkse|uitwonende?|thuiswonende?|[a-zà-ÿ]{2,20}(?:ende|elijke|ige|ische|atieve|bare)
    |(?:ge|be|ver|ont|her|af|aan|op|uit|in|toe)(?!meente|beurtenis|bied|drijf|leid)[a-zà-ÿ]{3,18}(?:de?|te?))"""
FOLLOWS = r"""(?:aan|af|als|beschikbaar|betaald|bij|dan|dat|de|die|door|een|en|er|extra|gemiddeld|had(?:den)?|heb(?:ben)?|heeft|het|hoger|in|is
    |jaarlijks|kost(?:en)?|kunnen|kwijt|lager|meer|mag|met|minder|moet(?:en)?|na|naar|niet|nodig|of|om|ontvang(?:en|t)|op|over|per|te|ten|ter|terwijl|tot|uit
    |van|vanaf|verdienen|verdient|voor|waard|waar\w*|was|waren|werd(?:en)?|wil(?:len)?|wordt|worden|zijn|zal|zou(?:den)?|zullen|(?:ge|be|ver|ont|uit|toe|op|in)\w{2,16}(?:d|t|en))\b"""
WORD = r"[^\W\d_](?:[\w’'-]{0,40}\w)?[²³]?"
IN_YEAR = r"(?:19|20)\d\d\s(?:met|van|is|zijn|wordt|worden|werd|tot|naar|voor|in|op|een|de|het|er|al|ook|nog|circa|ruim|structureel)\b"
UNIT = rf"""(?:(?!{IN_YEAR})(?:\d[\d.,]{{0,10}}\s)?(?!{NO_UNIT})(?!(?:19|20)\d\d\b)
    (?:(?:maand|jaar|week)(?=(?:aan|voor|in|is|en|te|op|bij|tot|om|van|extra|kost|beschikbaar|vanaf)\b)|hoofd\svan\sde\sbevolking|ton\sCO[2₂]|(?:vierkante|kubieke|strekkende)\s(?:kilo)?meter|{DESCRIBES}\s(?!{FOLLOWS}){WORD}|{WORD}))"""
BETWEEN = r"(?:\s(?:extra|gemiddeld|structureel|bruto|netto|belastingvrij|meer|minder|subsidie|steun|vergoeding|compensatie|collegegeld))"
AFTER = re.compile(
    rf"""{BETWEEN}{{0,2}}(?:\s?\bper\s|\s?/\s?(?=[^\W\d_])|\s(?:voor|van)\s(?:elke?|iedere?)\s|\s(?:elke?|iedere?)\s(?=jaar|maand|week|dag|kwartaal|uur)
        |\s?per(?=(?:jaar|maand|week|dag|uur|persoon|leerling|inwoner|huishouden|kwartaal|woning|schooljaar|kalenderjaar)\b))(?P<unit>{UNIT})
    |\s(?P<short>p(?:\.\s?|/)[pmjwu]\b(?<!p\.m)\.?)""",
    re.VERBOSE | re.IGNORECASE,
)
FURTHER = re.compile(r"\s(?:met|zonder|in|van|op|uit)\s[\w’-]{1,24}(?:\s[\w’-]{1,24})?(?=\sper\s)", re.IGNORECASE)
BEFORE = re.compile(
    rf"""\bper\s(?P<unit>{UNIT})\s(?:(?:is|was|wordt|werd|van|er|een|bedraagt|bedroeg|kost|kostte|krijgt|krijgen|ontvangt|ontvangen|betaalt|betalen
        |gemiddeld|maximaal|minimaal|circa|ruim|bijna|ongeveer|ten\shoogste|vergoeding|bedrag|tarief|subsidie|bijdrage|dus|nu|dan|hiervoor|daarvoor
        |(?:de|het)\s[\w-]{{2,24}})\s){{0,4}}$""",
    re.VERBOSE | re.IGNORECASE,
)
EVERY = re.compile(
    r"""\b(?:(?P<unit>maand|dag)elijks?e?|(?P<week>wekelijkse?)|(?P<rate>uur|dag|week|maand)(?:tarief|loon|prijs|vergoeding|huur|bedrag))
        \s(?:(?:\w{2,20}\s){1,4}?van\s|van\s|is\s|bedraagt\s)?(?:(?:circa|ruim|bijna|ongeveer|gemiddeld|maximaal|minimaal|slechts)\s)?$""",
    re.VERBOSE | re.IGNORECASE,
)
YEARLY = re.compile(r"(?:kalender|begrotings)?jaar|p[./]\s?j\.?", re.IGNORECASE)
YEARLY_AFTER = re.compile(
    r"""\s{0,2}(?=[a-z/])(?:(?:extra|structureel|gemiddeld|per\s\w{1,24})\s{1,2})?
    (?:per\s?(?:kalender|begrotings)?jaar|jaarlijks|p\.\s?j\.|/\s?jaar|op\sjaarbasis)""",
    re.VERBOSE | re.IGNORECASE,
)
YEARLY_BEFORE = re.compile(r"\b(?:jaarlijkse?|elk\sjaar|ieder\sjaar|per\sjaar)\b[^.;:?!]{0,60}$", re.IGNORECASE)
LOOK_BACK = 90
MOST = 3


def units(text: str, begin: int, start: int, end: int, until: int) -> tuple[Place, ...]:
    """Where the units stand of the amount at `text[start:end]`, of which `text[begin:until]` speaks.

    >>> text = "Dat is € 701 per leerling per jaar."
    >>> [text[a:b] for a, b in units(text, 0, 7, 12, len(text))]
    ['leerling', 'jaar']
    """
    out: list[Place] = []
    at = end
    while len(out) < MOST and (found := AFTER.match(text, at, until)):
        out.append(found.span(found.lastgroup or 0))
        further = FURTHER.match(text, found.end(), until)
        at = further.end() if further else found.end()
    begin = max(begin, start - LOOK_BACK)
    if found := BEFORE.search(text, begin, start) or EVERY.search(text, begin, start):
        out.append(found.span(found.lastgroup or 0))
    if (year := yearly(text, begin, start, end, until)) and not any(YEARLY.fullmatch(text, *place) for place in out):
        out.append(year)
    names: dict[str, Place] = {}
    for first, last in out:
        names.setdefault(text[first:last].lower(), (first, last))
    return tuple(names.values())


def yearly(text: str, begin: int, start: int, end: int, until: int) -> Place | None:
    """Where it says that an amount is one of every year."""
    found = YEARLY_AFTER.match(text, end, until) or YEARLY_BEFORE.search(text, begin, start)
    if not found:
        return None
    at = found.group().lower().find("jaar")
    return (found.start() + at, found.start() + at + len("jaar")) if at >= 0 else found.span()


def after_units(text: str, end: int, until: int) -> int:
    """Where the words go on after the units that stand behind an amount."""
    while found := AFTER.match(text, end, until):
        end = found.end()
    return end
