r"""Who signs a letter: an office and a name on lines of their own, in either order, below or beside each other.

>>> [(o.role, o.portfolio, o.name) for o in signatures("De Minister van Jeugd,\nZorg en Sport,\n\n\nA.B. van Duin\n")]
[('minister', 'Jeugd, Zorg en Sport', 'A.B. van Duin')]
>>> [(o.portfolio, o.name) for o in signatures("Hoogachtend,\n\nLotte ten Have\nMinister van Defensie\n")]
[('Defensie', 'Lotte ten Have')]
>>> text = "De staatssecretaris van Justitie en Veiligheid\nJeugd en Sport\n\n\nmevrouw drs. E.H. Duin\n"
>>> [(o.role, o.portfolio, o.name) for o in signatures(text)]
[('staatssecretaris', 'Jeugd en Sport', 'E.H. Duin')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.grammar.offices import ABBREVIATED, TITLES, Office, offices, role_of

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİŁŃŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽ]"
_INITIALS = rf"(?:{_CAPITAL}[a-z]{{0,2}}\.[^\S\n]?){{1,6}}"
_PREFIXES = r"(?:(?:van|von|de|der|den|het|['’]t|ten|ter|te|el|al|ben|la|le|in|op|d['’])[^\S\n]*(?<=[\s'’])){0,3}"
_SURNAME = rf"(?:['’]|[dD]['’])?{_CAPITAL}[\w’'-]+(?:[^\S\n]?[-–][^\S\n]?{_PREFIXES}{_CAPITAL}[\w’'-]+)?"
_FIRST = rf"{_CAPITAL}[\w’'-]+(?:[^\S\n]{_CAPITAL}[\w’'-]+)?"
_HONOURS = r"(?:(?:[Mm]evrouw|[Dd]e[^\S\n]{1,4}heer)[^\S\n]{1,4})?(?:(?:[Dd]r|[Mm]r|[Dd]rs|[Ii]r|[Ii]ng|[Pp]rof|[Mm]w|[Mm]evr|[Dd]hr)\.[^\S\n]{0,4}){0,4}"
_DEGREE = r"(?:(?:MSc|MA|MBA|LL\.?M|PhD|RA)\.?)"
NAME = (
    rf"{_HONOURS}(?:{_INITIALS}[^\S\n]{{0,4}}(?:\({_CAPITAL}[\w’'-]{{1,20}}\)[^\S\n])?|{_FIRST}[^\S\n]{{1,4}}(?:{_INITIALS}[^\S\n]{{0,4}})?){_PREFIXES}{_SURNAME}"
    rf"(?:[^\S\n](?!{_DEGREE}(?!\w)){_CAPITAL}[a-z][\w’'-]+)?(?:,?[^\S\n]{_DEGREE})?"
)
_POST = r"(?:[Vv]ice-?)?(?:[Mm]inister(?!ie)|[Ss]taats?-?[^\S\n]?secretaris)"
POST_LINE = re.compile(rf"(?:[Dd]e\s+)?{_POST}(?:-?\s?[Pp]resident)?\b[^.?!:]{{0,120}}$")
_REST = r"[^\n]{2,120}"
_BLANK = r"[^\S\n]*\n(?:[^\S\n]*\n){0,12}[^\S\n]*"

BELOW = re.compile(
    rf"(?:^|[,.])[^\S\n]*(?:[Dd]e[^\S\n]+)?(?P<office>{_POST}{_REST}(?:\n(?!\s*(?:[Dd]e\s|{_INITIALS}))[^\n]{{2,100}}){{0,2}})"
    rf"{_BLANK}(?P<name>{NAME})[^\S\n]*$",
    re.MULTILINE,
)
BESIDE = re.compile(
    rf"^[^\S\n]*[Dd]e[^\S\n](?P<office>{_POST}[^\n]{{2,100}}?)(?:\t|[^\S\n]{{2,}})[Dd]e[^\S\n](?P<office2>{_POST}[^\n]{{2,100}}?)"
    rf"{_BLANK}(?P<name>{NAME})(?:\t|[^\S\n]{{2,}})(?P<name2>{NAME})[^\S\n]*$",
    re.MULTILINE,
)
ABOVE = re.compile(
    rf"^[^\S\n]*(?P<name>(?![Dd]e[^\S\n]{_POST}){NAME})[^\S\n]*,?\n(?:[^\S\n]*\n)?[^\S\n]*(?:[Dd]e[^\S\n])?(?P<office>{_POST}{_REST}(?:(?:(?<=,)|(?<=\sen))\n{_CAPITAL}[^\n.]{{2,100}})?)$",
    re.MULTILINE,
)
IN_CAPITALS = re.compile(r"^[^\S\n]*DE[ ](?:VICE-?)?(?:MINISTER|STAATSSECRETARIS)[^a-zà-ÿ\n]*$", re.MULTILINE)
# "De staatssecretaris van Binnenlandse Zaken en Koninkrijksrelaties" with "Digitalisering en …" below: what is their own
OWN_PORTFOLIO = re.compile(
    rf"(?P<role>[Ss]taats?-?[^\S\n]?secretaris)[^\S\n]van[^\S\n](?P<ministry>{_CAPITAL}[^\n,]{{3,60}}?)[^\S\n]*\n[^\S\n]*(?P<own>{_CAPITAL}[^\n]{{3,80}}?)[^\S\n]*$"
)
MINISTRIES = frozenset(ABBREVIATED.values()) | {"Financiën", "Defensie"}
WORD = re.compile(r"[^\W\d_]+")
SMALL_WORDS = frozenset(("VAN", "VOOR", "EN", "HET"))
NAMELESS = re.compile(rf"^[^\S\n]*(?P<office>[Dd]e[^\S\n]{_POST}[^\n.]{{2,120}}),[^\S\n]*$", re.MULTILINE)


def in_small(text: str) -> str:
    """The text, with lines that hold an office in capitals as they are else printed; every character keeps its place.

    >>> in_small("DE MINISTER VAN INFRASTRUCTUUR EN WATERSTAAT,")
    'De Minister van Infrastructuur en Waterstaat,'
    """
    return IN_CAPITALS.sub(lambda line: WORD.sub(_small_word, line[0]), text) if "DE " in text else text


def _small_word(word: re.Match[str]) -> str:
    return word[0].lower() if word[0] in SMALL_WORDS else word[0].capitalize()


def signatures(text: str) -> Iterator[Office]:
    """The offices that sign, each with the name of who holds it, from the raw lines of a letter."""
    text = in_small(text)
    beside, below, above = (list(form.finditer(text)) for form in (BESIDE, BELOW, ABOVE))
    for match in beside:
        yield from _signed(text, match, "office", "name")
        yield from _signed(text, match, "office2", "name2")
    if beside:
        return
    name_first = above and (not below or above[0].start("name") < below[0].start("office"))
    for match in above if name_first else below:
        yield from _signed(text, match, "office", "name")


def unsigned(text: str) -> Iterator[Office]:
    """The offices under a letter that shows no name: "De Minister van Defensie," on a line of its own."""
    text = in_small(text)
    for match in NAMELESS.finditer(text):
        start = match.start("office")
        for post in offices(match["office"]):
            yield replace(post, start=start + post.start, end=start + post.end)


def _signed(text: str, match: re.Match[str], office: str, name: str) -> Iterator[Office]:
    start, end = match.span(office)
    if (own := OWN_PORTFOLIO.match(text, start, end)) and own["ministry"] in MINISTRIES:
        portfolio = " ".join(own["own"].split()).rstrip(",")
        yield Office(start, max(end, match.end(name)), role_of(own["role"]), portfolio, _bare(match[name]))
        return
    on_one_line = text[start:end].replace("\n", " ")
    for post in offices(on_one_line):
        edges = (start + post.start, start + post.end, *match.span(name))
        yield replace(post, start=min(edges), end=max(edges), name=_bare(match[name]))


def _bare(name: str) -> str:
    """A name without titles, on one line."""
    return TITLES.sub("", " ".join(name.split()))
