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

_PLAIN = r"(?:[Mm]inisters?(?!-?\s?[Pp]resident)|[Ss]taats?-?\s?secretaris(?:sen)?)"
ROLE = rf"(?:[Mm]inister-?\s?[Pp]resident|{_PLAIN})"
_STOP = (  # what no portfolio goes on with
    r"(?=\s*(?:\(|\)|;|$|,?\s*(?:(?:en|tevens)\s*)?(?:aan\s*)?(?:de\s*)?(?:[Vv]ice-?\s?)?(?:[Mm]inister|[Ss]taats?-?\s?secretaris)"
    r"|,?\s*en\s*(?:van|voor)\s*(?:de\s+|het\s+)?[A-Z]|,\s*(?:van|voor)\s+[A-Z]"
    r"|,?\s*(?:bij\s+afwezigheid|over\s|inzake\s|betreffende\s|mede\s|deel\s+ik|op\s|hierbij)|[.,]\s*(?:$|[\n(a-z])))"
)
OFFICE = re.compile(
    rf"(?P<role>{_PLAIN})(?:\s+en\s*(?:de\s*)?(?P<second>{_PLAIN}))?(?:,\s*(?P<extra>{_PLAIN}))?(?:\s*(?:van|voor)\s*(?=[A-Z])|\s+(?=[A-Z]))"
    rf"(?P<portfolio>[^()\n;.]{{3,160}}?){_STOP}"
)
PREMIER = re.compile(
    r"(?<![Vv]ice[- ])(?<![Vv]ice)[Mm]inister-?\s?[Pp]resident\b"
    r"(?P<own>\s*,\s*(?:tevens\s+)?(?:de\s+)?[Mm]inister\s*van\s*Algemene\s+Zaken)?"
)
MORE = re.compile(rf",?\s*(?:en\s*)?(?:van|voor)\s*(?:de\s+|het\s+)?(?=[A-Z])(?P<portfolio>[^()\n;.]{{3,160}}?){_STOP}")
NAMED = re.compile(
    rf"(?P<role>{ROLE})\s+(?P<name>(?!van\b|voor\b)[^()\n,;]{{2,60}}?)\s*\((?!(?:[Oo]ntvangen|[Ii]ngezonden)\b)(?P<portfolio>[^()]{{3,160}}?)(?:\)|(?=\s*\((?:[Oo]ntvangen|[Ii]ngezonden))|$)"
)
UNPLACED = re.compile(
    rf"(?P<role>{ROLE})\s+(?P<name>(?!van\s|voor\s)(?:[a-z’']{{1,4}}\s+){{0,2}}[^\W\d_a-z][^()\n,;.]{{1,60}}?)(?=\s*(?:\((?:[Oo]ntvangen|[Ii]ngezonden)|,|$))"
)
PLURAL = re.compile(r"[Mm]inisters|[Ss]taats?-?\s?secretarissen")
# the first words of portfolios (ontology/lists/ministries.ttl); none of them occurs after "en" inside a portfolio
OTHER_PORTFOLIO = re.compile(
    r"(?<!Economische Zaken)(?<!Immigratie)(?<!Energie)(?:(?:,|(?<!\s))\s+en|,)\s+(?=(?:Justitie|Financiën|Binnenlandse|Buitenlandse|Economische"
    r"|Onderwijs|Volksgezondheid|Sociale|Infrastructuur|Landbouw|Defensie|Asiel|Klimaat|Volkshuisvesting|Veiligheid en Justitie|Verkeer|Immigratie|Wonen en|Algemene)\b)"
)
ABSENT = re.compile(r",?\s*bij\s+afwezigheid\s+van\b")


@dataclass(frozen=True, slots=True)
class Office:
    """An office as printed at `start`-`end` of a text; `name` where a person is named with it."""

    start: int
    end: int
    role: str
    portfolio: str | None
    name: str | None = None


def role_of(printed: str) -> str:
    """The role in its plain form: minister, staatssecretaris or minister-president."""
    word = re.sub(r"[\s-]", "", printed.lower())
    if word.startswith("ministerpresident"):
        return "minister-president"
    return "minister" if word.startswith("minister") else "staatssecretaris"


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
        for role in roles:
            for portfolio in _portfolios(
                tidy(found["portfolio"]), plural=bool(PLURAL.match(found["role"])) and not more
            ):
                yield Office(found.start(), found.end(), role_of(role), portfolio)
        yield from more
        if absent := ABSENT.match(text, position, end):
            position = absent.end()
            position = skipped.end() if (skipped := OFFICE.search(text, position, end)) else position
    if (premier := PREMIER.search(text, position, end)) is not None:
        yield _premier(premier)


def _more(text: str, start: int, end: int, role: str) -> Iterator[Office]:
    """ "... en van Financiën en voor Natuur en Stikstof": more portfolios of the same role."""
    while more := MORE.match(text, start, end):
        yield Office(more.start("portfolio"), more.end(), role, tidy(more["portfolio"]))
        start = more.end()


def _premier(found: re.Match[str]) -> Office:
    """The prime minister; the ministry only where it is printed."""
    return Office(found.start(), found.end(), "minister-president", "Algemene Zaken" if found["own"] else None)


def _portfolios(printed: str, *, plural: bool) -> list[str]:
    """The portfolios in "Onderwijs, Cultuur en Wetenschap en Volksgezondheid, Welzijn en Sport", where several are meant."""
    return OTHER_PORTFOLIO.split(printed) if plural else [printed]


def named(text: str, start: int = 0, end: int | None = None) -> Iterator[Office]:
    """Offices with the name of who holds them: "Minister Hermans (Klimaat en Groene Groei)"."""
    for found in NAMED.finditer(text, start, len(text) if end is None else end):
        office = Office(found.start(), found.end(), role_of(found["role"]), tidy(found["portfolio"]))
        yield replace(office, name=person_name(found["name"]))


def unplaced(text: str, start: int = 0, end: int | None = None) -> Iterator[Office]:
    """Named ministers whose portfolio is not printed.

    >>> [(o.role, o.portfolio, o.name) for o in unplaced("Antwoord van Minister-President Van Duin (ontvangen 3 april 2031)")]
    [('minister-president', None, 'Van Duin')]
    """
    for found in UNPLACED.finditer(text, start, len(text) if end is None else end):
        yield Office(found.start(), found.end(), role_of(found["role"]), None, person_name(found["name"]))


def tidy(printed: str) -> str:
    """White space made single; a space put back before a glued capital ("Welzijn enSport").

    >>> tidy("Volksgezondheid,Welzijn enSport ")
    'Volksgezondheid, Welzijn en Sport'
    """
    text = re.sub(r"\s+", " ", printed).strip(" ,")
    text = re.sub(r"(?<=[a-zé]),(?=[A-Z])", ", ", text)
    return re.sub(r"(?<=[a-zëé]{2})(?=[A-Z][a-z])", " ", text)


def person_name(printed: str) -> str:
    """A name with loose accents put back on their letters and glued first names parted.

    >>> person_name("Kostic ´")
    'Kostić'
    >>> person_name("DaniëlleJansen")
    'Daniëlle Jansen'
    """
    text = re.sub(r"\s+", " ", printed).strip(" ,")
    text = re.sub(r"c\s?´", "ć", text)
    return re.sub(r"(?<=[a-zëéïö]{3})(?=[A-Z][a-zëé])", " ", text)
