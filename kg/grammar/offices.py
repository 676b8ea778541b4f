"""Ministers and state secretaries as documents name them: role, portfolio and perhaps a name.

>>> [o.portfolio for o in offices("de Ministers van Landbouw, Natuur en Voedselkwaliteit en van Justitie en Veiligheid")]
['Landbouw, Natuur en Voedselkwaliteit', 'Justitie en Veiligheid']
>>> [(o.role, o.portfolio) for o in offices("de Minister en Staatssecretaris vanFinanciën")]
[('minister', 'Financiën'), ('staatssecretaris', 'Financiën')]
>>> [(o.role, o.portfolio) for o in offices("de Minister-President, Minister van Algemene Zaken en de Minister van Defensie")]
[('minister-president', 'Algemene Zaken'), ('minister', 'Defensie')]
>>> [(o.name, o.portfolio) for o in named("Minister Faber - van de Klashorst (Asiel en Migratie)")]
[('Faber - van de Klashorst', 'Asiel en Migratie')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

# a hyphen may be left of a word that was broken over two lines
_STATE_SECRETARY = r"[Ss]taats?-?\s?se-?cre-?ta-?ris"
_PLAIN = rf"(?:[Mm]i-?nis-?ters?(?!-?\s?[Pp]resident)|{_STATE_SECRETARY}(?:sen)?)"
_COLLEAGUE = r"(?:ambtgeno(?:o?te?|ten)|collega(?:['’]?s|e)?)(?=\s+(?:van|voor)\s)"  # "mijn ambtgenoot van Financiën": a minister
ROLE = rf"(?:[Mm]inister-?\s?[Pp]resident|{_PLAIN})"
_STOP = (  # what no portfolio goes on with
    rf"(?=\s*(?:\(|\)|;|$|,?\s*(?:(?:en|tevens)\s*)?(?:aan\s*)?(?:de\s*)?(?:mijn\s*)?(?:[Vv]ice-?\s?)?(?:[Mm]i-?nis-?ter|{_STATE_SECRETARY}|ambtgeno|collega)"
    r"|,?\s*en\s*(?:van|voor)\s*(?:de\s+|het\s+)?[A-Z]|,\s*(?:van|voor)\s+[A-Z]"
    r"|,?\s*(?:bij\s+afwezigheid|over\s|inzake\s|betreffende\s|mede\s|deel\s+ik|op\s|hierbij)|[.,]\s*(?:$|[\n(a-z])))"
)
OFFICE = re.compile(
    rf"(?P<role>{_PLAIN}|{_COLLEAGUE})(?:\s*en\s*(?:de\s*)?(?P<second>{_PLAIN}))?(?:,\s*(?P<extra>{_PLAIN}))?(?:\s*(?:van|voor)\s*(?=[A-Z])|\s+(?=[A-Z]))"
    rf"(?P<portfolio>[^()\n;.]{{2,160}}?){_STOP}(?P<part>\s*\((?!Ingezonden|Ontvangen)[A-Z][^()\n]{{0,80}}?[a-zë]{{4}}[^()\n]{{0,80}}\))?"
)
PREMIER = re.compile(
    r"(?<![Vv]ice[- ])(?<![Vv]ice)[Mm]inister-?\s?[Pp]resident\b"
    r"(?P<own>\s*,\s*(?:tevens\s+)?(?:de\s+)?[Mm]inister\s*van\s*Algemene\s+Zaken)?"
)
MORE = re.compile(rf",?\s*(?:en\s*)?(?:van|voor)\s*(?:de\s+|het\s+)?(?=[A-Z])(?P<portfolio>[^()\n;.]{{2,160}}?){_STOP}")
_NAME = r"(?!van\b|voor\b)[^()\n,;]{2,60}?"
_BRACKET = (  # the portfolio, which may have a bracket of its own
    r"\s*\((?!(?:[Oo]ntvangen|[Ii]ngezonden)\b)(?P<portfolio>[^()]{2,160}?(?:\s*\((?![Oo]ntvangen|[Ii]ngezonden)[^()]{3,80}\))?)"
    r"(?:\)|(?=\s*\((?:[Oo]ntvangen|[Ii]ngezonden))|$)"
)
_OTHER_ROLE = rf"(?:,|(?<!\s)\s+en)\s+(?:en\s+)?(?:van\s+)?(?:de\s+)?(?={ROLE}\s)"  # "Minister A en Staatssecretaris B (Defensie)"
NAMED = re.compile(
    rf"(?P<role>{ROLE})(?:\s+|(?<=r)(?=[A-Z]))(?P<name>{_NAME}(?:{_OTHER_ROLE}{_NAME}){{0,3}}){_BRACKET}"
)
NEXT_NAMED = re.compile(rf"\s*(?:,|en)\s+(?P<name>(?!{ROLE}|mede\b|van\b|de\b)[^()\n,;]{{2,60}}?){_BRACKET}")
OTHER_ROLE = re.compile(_OTHER_ROLE)
UNPLACED = re.compile(
    rf"(?P<role>{ROLE})\s+(?P<name>(?!van\s|voor\s)(?:[a-z’']{{1,4}}\s+){{0,2}}[^\W\d_a-z][^()\n,;.]{{1,60}}?)(?=\s*(?:\((?:[Oo]ntvangen|[Ii]ngezonden)|,|$))"
)
OFFICE_AGAIN = re.compile(
    rf"^(?:(?:de\s+)?{ROLE}\s+)?(?:van|voor)\s+(?=[A-Z])"
)  # "Minister Bos (minister van Defensie)"
BROKEN_WORD = re.compile(r"(?<=[a-zé])-(?=[a-z])(?!en\b)")  # "Infrastruc-tuur": a word that was broken over two lines
PLURAL = re.compile(rf"[Mm]i-?nis-?ters|{_STATE_SECRETARY}sen|ambtgenoten|collega['’]?s")
TITLES = re.compile(
    r"^(?:(?:[Dd]rs?|[Mm]r|[Ii]r|[Ii]ng|[Pp]rof|[Mm]evr|[Mm]w|[Dd]hr)\.\s*|(?:[Mm]evrouw|[Dd]e\s+heer)\s+)+(?=\S)|,?\s(?:MSc|MA|MBA|LL\.?M|PhD|RA)\.?$"
)
# ministries as officials call them (altLabels of ontology/lists/ministries.ttl)
ABBREVIATED = {
    "AZ": "Algemene Zaken",
    "AenM": "Asiel en Migratie",
    "BZ": "Buitenlandse Zaken",
    "BZK": "Binnenlandse Zaken en Koninkrijksrelaties",
    "EZ": "Economische Zaken",
    "EZK": "Economische Zaken en Klimaat",
    "IenM": "Infrastructuur en Milieu",
    "IenW": "Infrastructuur en Waterstaat",
    "JenV": "Justitie en Veiligheid",
    "KGG": "Klimaat en Groene Groei",
    "LNV": "Landbouw, Natuur en Voedselkwaliteit",
    "LVVN": "Landbouw, Visserij, Voedselzekerheid en Natuur",
    "OCW": "Onderwijs, Cultuur en Wetenschap",
    "SZW": "Sociale Zaken en Werkgelegenheid",
    "VRO": "Volkshuisvesting en Ruimtelijke Ordening",
    "VROM": "Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer",
    "VW": "Verkeer en Waterstaat",
    "VWS": "Volksgezondheid, Welzijn en Sport",
    "VenJ": "Veiligheid en Justitie",
}
# the first words of portfolios (ontology/lists/ministries.ttl); none of them occurs after "en" inside a portfolio
OTHER_PORTFOLIO = re.compile(
    r"(?<!Economische Zaken)(?<!Immigratie)(?<!Energie)(?:(?:,|(?<!\s))\s+en|,)\s+(?=(?:Justitie|Financiën|Binnenlandse|Buitenlandse|Economische"
    r"|Onderwijs|Volksgezondheid|Sociale|Infrastructuur|Landbouw|Defensie|Asiel|Klimaat|Volkshuisvesting|Veiligheid en Justitie|Verkeer|Immigratie|Wonen en|Algemene)\b)"
)
ABSENT = re.compile(r",?\s*bij\s+afwezigheid\s+van\b")


@dataclass(frozen=True, slots=True)
class Office:
    """An office at `start`-`end` of a text; `name` where a person is named with it, `printed` where an abbreviation stands."""

    start: int
    end: int
    role: str
    portfolio: str | None
    name: str | None = None
    printed: str | None = None


def _office(start: int, end: int, role: str, portfolio: str, name: str | None = None) -> Office:
    """An office by its portfolio in full or abbreviated: "OCW", "I&W"."""
    portfolio = OFFICE_AGAIN.sub("", portfolio)
    full = ABBREVIATED.get(portfolio.replace("&", "en"))
    return Office(start, end, role, full or portfolio, name, portfolio if full else None)


def role_of(printed: str) -> str:
    """The role in its plain form: minister, staatssecretaris or minister-president."""
    word = re.sub(r"[\s-]", "", printed.lower())
    if word.startswith("ministerpresident"):
        return "minister-president"
    return "staatssecretaris" if word.startswith("staat") else "minister"


def offices(text: str, start: int = 0, end: int | None = None) -> Iterator[Office]:
    """Offices without a name: "de Ministers van A en van B en de Staatssecretaris van C"."""
    end = len(text) if end is None else end
    position = start
    while found := OFFICE.search(text, position, end):
        premier = PREMIER.search(text, position, end)
        if premier and premier.start() < found.start():
            yield _premier(premier)
            position = premier.end()
            continue
        position = found.end()
        roles = [found[name] for name in ("role", "second", "extra") if found[name]]
        more = list(_more(text, position, end, role_of(roles[0])))
        position = more[-1].end if more else position
        plural = bool(PLURAL.match(found["role"])) and not more
        for role in roles:
            start = found.start()
            for portfolio in _portfolios(tidy(found["portfolio"] + (found["part"] or "")), plural=plural):
                start = max(start, text.find(portfolio.split()[0], start, found.end())) if plural else start
                yield _office(start, found.end(), role_of(role), portfolio)
        yield from more
        if absent := ABSENT.match(text, position, end):
            position = absent.end()
            position = skipped.end() if (skipped := OFFICE.search(text, position, end)) else position
    if (premier := PREMIER.search(text, position, end)) is not None:
        yield _premier(premier)


def _more(text: str, start: int, end: int, role: str) -> Iterator[Office]:
    """ "... en van Financiën en voor Natuur en Stikstof": more portfolios of the same role."""
    while more := MORE.match(text, start, end):
        yield _office(more.start("portfolio"), more.end(), role, tidy(more["portfolio"]))
        start = more.end()


def _premier(found: re.Match[str]) -> Office:
    """The prime minister; the ministry only where it is printed."""
    return Office(found.start(), found.end(), "minister-president", "Algemene Zaken" if found["own"] else None)


def _portfolios(printed: str, *, plural: bool) -> list[str]:
    """The portfolios in "Onderwijs, Cultuur en Wetenschap en Volksgezondheid, Welzijn en Sport", where several are meant."""
    short = re.split(r"\s*,\s*|\s+en\s+", printed)
    if all(part.replace("&", "en") in ABBREVIATED for part in short):
        return short
    return OTHER_PORTFOLIO.split(printed) if plural else [printed]


def named(text: str, start: int = 0, end: int | None = None) -> Iterator[Office]:
    """Offices with the name of who holds them: "Minister Hermans (Klimaat en Groene Groei)".

    >>> [(o.role, o.name) for o in named("Minister Van Duin en Staatssecretaris Oldenhof (Defensie)")]
    [('minister', 'Van Duin'), ('staatssecretaris', 'Oldenhof')]
    >>> [(o.name, o.portfolio) for o in named("de Ministers Van Duin (Defensie) en Oldenhof (OCW)")]
    [('Van Duin', 'Defensie'), ('Oldenhof', 'Onderwijs, Cultuur en Wetenschap')]
    >>> [o.name for o in named("Staatssecretaris Oldenhof (Defensie) en MinisterVan Duin (OCW)")]
    ['Oldenhof', 'Van Duin']
    """
    end = len(text) if end is None else end
    for found in NAMED.finditer(text, start, end):
        yield from _holders(found)
        following = NEXT_NAMED.match(text, found.end(), end) if PLURAL.match(found["role"]) else None
        while following:
            span = (following.start("name"), following.end())
            yield _office(*span, role_of(found["role"]), tidy(following["portfolio"]), person_name(following["name"]))
            following = NEXT_NAMED.match(text, following.end(), end)


def _holders(found: re.Match[str]) -> Iterator[Office]:
    """Who is named before one portfolio; the prime minister among several has a ministry of his own."""
    first, end = found.start("role"), found.end("name")
    edges = [first, *(e for m in OTHER_ROLE.finditer(found.string, first, end) for e in m.span()), end]
    for start, stop in zip(edges[::2], edges[1::2], strict=True):
        part = found.string[start:stop]
        role = re.match(ROLE, part)
        at = start
        names = part[role.end() :] if role else part
        for name in re.split(r"\s+en\s+", names) if PLURAL.match(part) else [names]:
            office = _office(at, found.end(), role_of(part), tidy(found["portfolio"]), person_name(name))
            own = stop < end and office.role == "minister-president"
            yield replace(office, portfolio=None, printed=None) if own else office
            at = start + part.index(name) + len(name)


def unplaced(text: str, start: int = 0, end: int | None = None) -> Iterator[Office]:
    """Named ministers whose portfolio is not printed.

    >>> [(o.role, o.portfolio, o.name) for o in unplaced("Antwoord van Minister-President Van Duin (ontvangen 3 april 2031)")]
    [('minister-president', None, 'Van Duin')]
    """
    for found in UNPLACED.finditer(text, start, len(text) if end is None else end):
        yield Office(found.start(), found.end(), role_of(found["role"]), None, person_name(found["name"]))


@lru_cache(maxsize=256)
def tidy(printed: str) -> str:
    """White space made single; a space put back before a glued capital ("Welzijn enSport").

    >>> tidy("Volksgezondheid,Welzijn enSport ")
    'Volksgezondheid, Welzijn en Sport'
    """
    text = re.sub(r"\s+", " ", printed).strip(" ,")
    text = BROKEN_WORD.sub("", text)
    text = re.sub(r"(?<=[a-zé]),(?=[A-Z])", ", ", text)
    return re.sub(r"(?<=[a-zëé]{2})(?=[A-Z][a-z])", " ", text)


@lru_cache(maxsize=256)
def person_name(printed: str) -> str:
    """A name with loose accents put back on their letters and glued first names parted.

    >>> person_name("Kostic ´")
    'Kostić'
    >>> person_name("DaniëlleJansen")
    'Daniëlle Jansen'
    >>> person_name("prof. dr. ir. A. van Duin, MSc")
    'A. van Duin'
    """
    text = TITLES.sub("", re.sub(r"\s+", " ", printed).strip(" ,"))
    text = re.sub(r"c\s?´", "ć", text)
    return re.sub(r"(?<=[a-zëéïö]{3})(?=[A-Z][a-zëé])", " ", text)
