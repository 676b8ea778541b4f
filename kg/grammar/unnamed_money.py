"""Whether a number with a scale and no currency is money: "het bedrag van 145 miljoen", "drie ton", "66 mille".

It is none where something else is counted ("6 miljoen mensen", "900 ton strooizout"); else the sentence has to speak
of money, or the sentences about it name a currency.  "2,3 mld." is printed so of money alone.
"""

from __future__ import annotations

import re
from decimal import Decimal

MONEY = (  # parts of words, in small letters, of which a sentence about money has one
    *("bedrag", "budget", "begrot", "begroot", "geld", "middelen", "kost"),
    *("uitgaven", "uitgegeven", "subsidie", "invester", "bijdrage", "bijgedragen", "financier", "bezuinig", "bespar"),
    *("gereserveerd", "vergoeding", "opbrengst", "boete", "schuld", "krediet", "fonds", "omzet", "winst", "salaris"),
    *("inkomen", "inkomsten", "belasting", "premie", "euro ", "euro's", "euro’s", "€", "uitgetrokken", "vrijgemaakt"),
    *(
        "toegekend",
        "bonus",
        "prijs",
        "rekening",
        "tarief",
        "tarieven",
        "heffing",
        "geheven",
        "nagehev",
        "voorjaarsnota",
    ),
    *("najaarsnota", "miljoenennota", "verlies", "waarde", "dotatie", "lening", "garantie", "meevaller", "tegenvaller"),
    *(
        "bested",
        "besteed",
        "betaal",
        "betale",
        "steunpakket",
        "donatie",
        "gedoneerd",
        " rente",
        "dividend",
        "uitkering",
    ),
    *("tekort van", "schade", "huur", "loon", "lonen", "bekostig", " erft", "erfenis", "erfgenaam", "verschuldigd"),
    *("vermogen", "afboek", "boeking", "boekwaarde", "plafond", "impuls", "totaal van", "optelsom", "dekking"),
    *("aanbested", "contract", "verdien", "tipgeld", "beloning", "losgeld"),
    *(
        "investeer",
        "nvesteer",
        "beschikbaar",
        "toezeg",
        "toegezegd",
        "gestort",
        "overgemaakt",
        "verstrekt",
        "uitgekeerd",
    ),
    *("geraamd", "raming", "opgehaald", "bijdraagt", "aandelen", "structureel", "incidenteel"),
)
VERBS = r"""heb|heeft|hebben|had(?:den)?|kan|kun(?:nen|t)|kon(?:den)?|zal|zullen|zou(?:den)?|moet(?:en)?|moest(?:en)?|mag|mogen|wil(?:len)?
    |is|zijn|was|waren|wordt|worden|werd(?:en)?|gaat|gaan|ging(?:en)?|komt|komen|kwam(?:en)?|kreeg|kregen|krijg(?:t|en)|erft|erven
    |kost(?:en|te|ten)?|blijkt|bedraagt|betaal(?:t|de|den)|betalen|bespaar(?:t|de|den)|besparen|bezuinig(?:t|en|de)|ontvang(?:t|en)|ontving
    |draagt|dragen|droeg|steekt|staken|levert|leveren|leverde|trekt|trok|vergt|vergde|scheelt|scheelde|verlies(?:t|de)|verloor"""
WORDS = r"""voor|aan|in|per|extra|structureel|incidenteel|[eé][eé]nmalig|jaarlijks|beschikbaar|van|uit|om|te|op|en|of|naar|tot|bij|door
    |die|dat|de|het|een|aldus|als|dan|niet|nodig|meer|minder|hoger|lager|over|waar\w{1,6}|terwijl|omdat|zodat|maar|met|kwijt|waard
    |respectievelijk|elk|ieder|samen|onder|ingezet|bezuinigd|nog|ook|al|reeds|wel|toe|af|erbij|daar\w{1,6}|hier\w{1,6}|volgens|sinds|nauwelijks|bijna|ruim|circa|ongeveer|slechts|alleen|mede|dus
    |inmiddels|gemiddeld|totaal|cumulatief|netto|bruto|vanaf|gedurende|tijdens|tussen|tegen|zonder|via|na|vóór|zoals"""
ALONE = re.compile(  # what follows a number that counts nothing else
    rf"""\s{{0,3}}(?:[.,;:()?!»”’–—/]|$|per(?:(?:school|concessie|kalender)?jaar|maand|week|dag|persoon|leerling|inwoner)|te\w{{4,24}}en\b
    |(?:{VERBS}|{WORDS}|(?:uit|in|aan|vrij|toe|over|op|af|bij|mee)?(?:ge|be|ver)(?!ld\b)\w{{2,16}}[dt]
        |uitgetrokken|uitgegeven|gegeven|gekregen|bijgedragen|toegewezen|ontvangen|afgeschreven|overgebleven|gestoken|verloren
        |opgenomen|ingehouden|kwijtgescholden|teruggegeven|ingebracht|opgebracht|verdwenen)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
NOUNS = r"""(?:mensen|personen|inwoners|burgers|volwassenen|kinderen|leerlingen|vluchtelingen|kippen|varkens|koeien|dieren
    |woningen|huishoudens|huizen|reizigers|bezoekers|pati[eë]nten|doses|vaccins|prikken|kilo(?:gram|meter)?|hectare|liter|vluchten
    |aantal|aantallen|berichten|accounts|stuks|exemplaren|voertuigen|auto['’]?s|documenten|bestanden|stemmen|bevolking|telt|wonen|woont)\b"""
NEXT = re.compile(rf"\s{NOUNS}", re.VERBOSE | re.IGNORECASE)
COUNTED_BEFORE = re.compile(rf"\b{NOUNS}[^,;:.]{{0,30}}$", re.VERBOSE | re.IGNORECASE)
COUNTED_AFTER = re.compile(
    rf"\s(?:van|op)\s(?:de|het|alle|onze)\s(?:[\w.,]{{1,20}}\s){{0,2}}{NOUNS}", re.VERBOSE | re.IGNORECASE
)
MASS = (  # parts of words, of which a sentence about a weight has one
    *(
        "co2",
        "co₂",
        "stikstof",
        "ammoniak",
        "methaan",
        "broeikasgas",
        "uitstoot",
        "emissie",
        "afval",
        "vracht",
        " mest",
    ),
    *(
        "fosfaat",
        "gewicht",
        "kilo",
        "zwaar",
        " wegen",
        "weegt",
        "lading",
        "laadvermogen",
        "tonnage",
        " zand",
        " grond ",
    ),
    *(
        "staal",
        "vlees",
        "graan",
        " meel",
        "zout",
        "gas ",
        "olie",
        "kolen",
        " hout",
        " vis ",
        "vangst",
        "export",
        "import",
    ),
    *("schip", "per ton", "ton per ", "drugs", "cocaïne", "cocaine", "munitie", "bommen", "vuurwerk"),
)
SCALED = re.compile(
    r"(?<![\d.,])(?P<money>(?:€|EUR)\s?)?\d[\d.,]{0,12}\s(?:miljoen|miljard|mln\.?|mld\.?)(?!\s?(?:euro|dollar|pond))(?!\w)",
    re.IGNORECASE,
)
NO_MONEY = re.compile(r"belasting(?=dienst|telefoon|plichtig)")
CLAUSE = re.compile(r"[.?!](?:\s|(?=[^\W\d_a-z][a-zà-ÿ]))|\n")
NAMED = ("€", " euro ", " euro.", "eur ")
ABBREVIATED = ("mln", "mld", "mrd", "mio")
NEAR, FAR = 200, 400  # characters about a number in which its sentence, and the sentences about it, are looked for
LATELY = 60  # characters before a number in which what it counts may stand
TONS = 100  # "2.758 ton" is a weight


def counts_nothing_else(text: str, end: int) -> bool:
    """Whether no word for a thing follows the number that ends at `end`."""
    return ALONE.match(text, end) is not None


def counts_things(text: str, end: int) -> bool:
    """Whether the word after a number that ends at `end` is one of things: "9 miljoen mensen"."""
    return NEXT.match(text, end) is not None


def is_money(text: str, start: int, end: int, scale: str, value: Decimal | None) -> bool:
    """Whether the number at `text[start:end]`, with its `scale` in small letters, is money."""
    if scale == "duizend" or not counts_nothing_else(text, end):
        return False
    begin = max((m.end() for m in CLAUSE.finditer(text, max(0, start - NEAR), start)), default=max(0, start - NEAR))
    closing = CLAUSE.search(text, end, end + NEAR)
    sentence = NO_MONEY.sub("", text[begin : closing.start() if closing else end + NEAR].lower())
    of_money = any(word in sentence for word in MONEY)
    spoken = of_money or any(word in text[max(0, start - FAR) : start].lower() for word in NAMED)
    if scale in ("ton", "mille"):
        light = value is not None and value < TONS * 100_000
        return spoken and light and not (scale == "ton" and any(word in sentence for word in MASS))
    if COUNTED_AFTER.match(text, end) or _counted_first(text, begin, start):
        return False
    counted = COUNTED_BEFORE.search(text[max(begin, start - LATELY) : start])
    return of_money or (not counted and (spoken or scale in ABBREVIATED))


def _counted_first(text: str, begin: int, start: int) -> bool:
    """Whether a number before this one counts things: "in 2031 10 miljoen vaarten en in 2032 9 miljoen"."""
    return any(
        not first["money"] and not ALONE.match(text, first.end()) for first in SCALED.finditer(text, begin, start)
    )
