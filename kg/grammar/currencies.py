"""The currencies that Dutch official prose names, with the marks before a number and the names after one.

Names are those of ISO 4217 in Dutch.  A bare "dollar" is the American one; a bare "pond" may be a weight, so it has no
code of its own (`POUND`): the sentence has to speak of the British.
"""

from __future__ import annotations

import re
from functools import lru_cache

# "2.500 eurozelf" has lost a space, "20 eurobiljetten" has not
EURO = r"""euro(?:['’]\s?s\b|s\b)?(?!p(?!er\b)|c|zone|gr|gebied|just|sta|ste[lr]|visi|land|leid|b(?:ilj|an|aro|on|r)|t(?:op|or|ek|un|oe)|mun)
    |(?:EUR\b|€)(?!\s{0,2}[\d-])"""
CENT = r"(?:euro)?cent(?:en)?(?:\b|(?=per\b))"
POUND = "pound"
FOREIGN = (  # code, marks before a number, names after one
    ("CAD", (), r"Canadese\sdollars?"),
    ("AUD", (), r"Australische\sdollars?"),
    ("SRD", (), r"Surinaamse\sdollars?"),
    ("USD", (r"(?:\bUS\s?)?\$",), r"(?:Amerikaanse|US)?\s?(?:US-)?dollars?\b"),
    ("GBP", ("£",), r"(?:Britse\s)?pond(?:en)?\ssterling|Britse\spond(?:en)?"),
    ("CHF", (), r"Zwitserse\sfrank(?:en)?"),
    ("BEF", (), r"Belgische\sfrank(?:en)?"),
    ("FRF", (), r"Franse\sfrank(?:en)?"),
    ("DEM", (), r"Duitse\smark|D-mark"),
    ("ANG", (r"\bNAf\.?",), r"(?:Nederlands-)?Antilliaanse\sguldens?"),
    ("XCG", (), r"(?:Caribische|Caraïbische)\sguldens?"),
    ("AWG", (r"\bAfl\.?",), r"Arubaanse\sflorins?"),
    ("NLG", ("ƒ", r"\bfl\.(?=\s?\d)"), r"guldens?"),
    ("JPY", ("¥",), r"(?:Japanse\s)?yen"),
    ("CNY", (), r"(?:Chinese\s)?(?:yuan|renminbi)"),
    ("DKK", (), r"Deense\s(?:kronen|kroon)"),
    ("SEK", (), r"Zweedse\s(?:kronen|kroon)"),
    ("NOK", (), r"Noorse\s(?:kronen|kroon)"),
    ("CZK", (), r"Tsjechische\s(?:kronen|kroon)"),
    ("RUB", (), r"(?:Russische\s)?roebels?"),
    ("TRY", (), r"Turkse\slira"),
    ("PLN", (), r"(?:Poolse\s)?z[lł]oty['’]?s?"),
    ("HUF", (), r"(?:Hongaarse\s)?forint"),
    ("ILS", (), r"(?:Israëlische\s)?shekels?"),
    ("INR", (), r"(?:Indiase\s)?(?:roepies?|rupees?)"),
    ("ZAR", (), r"Zuid-Afrikaanse\srand"),
    ("UAH", (), r"(?:Oekraïense\s)?hryvnia"),
)
CODES = tuple(code for code, _, _ in FOREIGN)
SIGNS = "|".join(mark for _, marks, _ in FOREIGN for mark in marks)
BEFORE = rf"""(?=[€$£ƒ¥]|eur|us|naf|afl|fl|(?-i:[A-Z]{{3}}\s?\d))
    (?P<before>€|(?:\bEUR|(?-i:(?<=[a-z])EUR))(?![A-Za-z])|\beuro(?=\s?\d)|{SIGNS}|(?-i:(?<![A-Z])(?:{"|".join(CODES)})(?![A-Za-z])))"""
AFTER = (
    rf"(?P<after>{CENT}|{EURO}|(?:{'|'.join(name for _, _, name in FOREIGN)}|pond|(?-i:{'|'.join(CODES)})(?!\s?\d))\b)"
)
# in small letters: parts of words that only money has, and words that money may have; "euro" is asked for apart
GLUED = (
    *("€", "$", "£", "ƒ", "¥", "dollar", "gulden", "florin", "yuan", "renminbi", "kronen", "roebel", "zloty", "złoty"),
    *("forint", "shekel", "roepie", "rupee", "hryvnia", "frank", "centper"),
)
SINGLE = frozenset(
    {"eur", "cent", "centen", "pond", "ponden", "mark", "kroon", "yen", "lira", "rand", "naf", "afl", "fl"}
)
BRITISH = re.compile(r"\bBrit|\bEngel(?:s|and)|Verenigd\sKoninkrijk|\bVK\b|\bLond(?:en|ense)\b|\bSchot|\bWales\b")


def currency_of(text: str, printed: str) -> str | None:
    """The code of a currency as printed beside a number; that of "pond" by the text about it, None where it says nothing.

    >>> currency_of("", "€"), currency_of("", "Deense kronen"), currency_of("een Britse boete", "pond")
    ('EUR', 'DKK', 'GBP')
    """
    name = " ".join(printed.split())
    if name.lower() == "pond":
        return "GBP" if BRITISH.search(text) else None
    return "EUR" if name[0] in "eE€" or "cent" in name.lower() else _foreign(name)


@lru_cache(maxsize=256)
def _foreign(name: str) -> str:
    for code, marks, names in FOREIGN:
        if re.fullmatch("|".join((*marks, names, code)).replace("(?=\\s?\\d)", ""), name, re.IGNORECASE):
            return code
    return "XXX"
