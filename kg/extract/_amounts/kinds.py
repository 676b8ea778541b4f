"""Whether money is for once or for every year: "eenmalig € 5 miljoen", "een structurele bijdrage van ...".

"Structurele" and "incidentele" count before a word for money only: "een structurele oplossing" says nothing of it.  A
payment that a person has once ("een eenmalige uitkering") is no funding either.
"""

from __future__ import annotations

import re
from typing import Literal

Funding = Literal["incidental", "structural"]

MONEY = r"""\w{0,20}(?:middelen|financiering|bekostiging|besparing|bijdrage|kosten|lasten|dekking|budget|subsidie|bezuiniging|verhoging
    |verlaging|investering|uitga(?:ve|ven)|reeks|bedrag|korting|taakstelling|intensivering|opbrengst|ruimte|inkomsten|derving
    |compensatie|geld|impuls|ombuiging|toevoeging|tekort|reservering|claim|enveloppe|steun|uitkering|aanvulling|injectie|dotatie
    |onttrekking|meevaller|tegenvaller|storting|behoefte|post|last\b)"""
STRUCTURAL = re.compile(
    rf"""(?<!niet\s)(?<!niet-)struc-?tu-?reel(?!\s(?:te\s(?:weinig|kort|laag)|overleg|contact))
    |(?<!niet-)struc-?tu-?rele\s(?:\w{{1,20}}\s)?{MONEY}""",
    re.VERBOSE | re.IGNORECASE,
)
INCIDENTAL = re.compile(
    rf"""in-?ci-?den-?teel|(?:in-?ci-?den-?tele|tij-?delijke)\s?(?:\w{{1,20}}\s)?{MONEY}|[eé][eé]n-?ma-?lig(?:e\b|\b|(?=aan|voor|in|een|beschik|is\b))
    (?!\s(?:vergoeding|uitkering|tegemoetkoming|toeslag|betaling|boete|energietoeslag))|niet[\s-]structurele?\b""",
    re.VERBOSE | re.IGNORECASE,
)
EACH = re.compile(
    r"\b(?:beide|allebei|alle(?:maal)?|telkens|steeds)\s(?P<kind>incidenteel|structureel|[eé][eé]nmalig)\b",
    re.IGNORECASE,
)


RIGHT_BEFORE = re.compile(  # "de structurele 64 miljoen euro"
    r"\b(?:(?P<structural>struc-?tu-?rele)|in-?ci-?den-?tele|[eé][eé]n-?ma-?lige)\s(?:extra\s|circa\s|ruim\s)?$",
    re.IGNORECASE,
)


def funding(after: str, before: str) -> Funding | None:
    """The kind that is named right before an amount, or else first after it, or else last before it.

    >>> funding(" structureel vanaf 2026", "Er is "), funding("", "een structurele oplossing van "), funding("", "eenmalig ")
    ('structural', None, 'incidental')
    """
    if adjective := RIGHT_BEFORE.search(before):
        return "structural" if adjective["structural"] else "incidental"
    return _named(after, last=False) or _named(before, last=True)


def funding_of_each(text: str) -> Funding | None:
    """The kind that all amounts of a sentence share: "beide incidenteel"."""
    found = EACH.search(text)
    if not found:
        return None
    return "structural" if found["kind"].lower() == "structureel" else "incidental"


def _named(text: str, *, last: bool) -> Funding | None:
    found: list[tuple[int, Funding]] = [(m.start(), "structural") for m in STRUCTURAL.finditer(text)]
    found += [(m.start(), "incidental") for m in INCIDENTAL.finditer(text)]
    return (max(found) if last else min(found))[1] if found else None
