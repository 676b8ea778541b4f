"""Who pays an amount: "De provincie Groningen draagt € 2 miljoen bij", "door het Rijk betaald", "€ 60 miljoen (OCW)".

The verb says it: its subject pays, or who stands after "door".  A pronoun is no payer, for it does not say who.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract._amounts.units import Place

NAME = r"(?-i:[A-ZÀ-Þ][\w’'&./-]*\w|[A-Z]{2,8}\b)"
NAMES = rf"{NAME}(?:,?\s(?:(?:van|voor|en|der|den|de|het|te|aan|op|of|&)\s){{0,3}}{NAME}){{0,7}}"
BODY = r"""(?:[a-zà-ÿ-]{0,24}(?:provincies?|gemeente[ns]?|overheid|overheden|kabinet|regering(?:en)?|ministeries?|departement(?:en)?|ministers?|waterschap(?:pen)?
    |werkgevers?|werknemers?|bedrijf|bedrijven|onderneming(?:en)?|ondernemers?|sector|banken|bank|verzekeraars?|stichting|fonds(?:en)?|universiteit(?:en)?
    |hogescho(?:ol|len)|school|scholen|ziekenhui(?:s|zen)|politie|corporaties?|netbeheerders?|vervoerders?|consument(?:en)?|huishoudens?|burgers?|inwoners?
    |ouders?|student(?:en)?|reizigers?|huurders?|belastingbetalers?|deelnemers?|initiatiefnemers?|eigena(?:ar|ren|ars)|lidstat?en|lidstaat|regio['’]?s?
    |vervoerregio|partijen|klant(?:en)?|pati[eë]nt(?:en)?|verzekerden?|partners?|exploitant(?:en)?|beheerders?|gebruikers?|vereniging(?:en)?|clubs?
    |gezin(?:nen)?|huiseigena(?:ar|ren)|automobilist(?:en)?|boer(?:en)?|aannemers?|producent(?:en)?|investeerders?|aandeelhouders?|gebouweigenaren|landen|instelling(?:en)?|organisaties?|vergunninghouders?)|rijk|staat|unie
    |(?:staats)?secretaris(?:sen)?|commissie|bewindspersonen)\b"""
ADJECTIVE = r"(?:[a-zà-ÿ-]{2,24}e\s|(?:betrokken|twee|drie|vier|vijf|zes|twaalf)\s){0,3}"
OF = rf"(?:\s(?:van\s|voor\s)?(?:de\s|het\s)?{NAMES}|\s(?:en\s)(?:de\s|het\s)?(?:{BODY}|{NAMES}))"
BODIES = rf"{ADJECTIVE}{BODY}{OF}{{0,2}}"
DETERMINER = r"(?:(?:de|het|alle|beide|deze|dit|dat|een|onze)\s)"
SUBJECT = re.compile(
    rf"(?:{DETERMINER}(?P<told>{BODIES}|{ADJECTIVE}{NAMES})|(?P<bare>{BODIES}|{NAMES}))", re.VERBOSE | re.IGNORECASE
)
NO_NAME = re.compile(
    r"""(?:daar|hier|waar)\w*|er|ook|nu|toch|jaarlijks|ik|wij|we|zij|ze|hij|u|men|dit|dat|deze|die|het|wie|wat|hoeveel|welke?|momenteel|bovendien|inmiddels
    |vervolgens|later|nadien|intussen|ondertussen|destijds|toen|voorheen|wel|niet|alleen|zo|samen|totaal|uiteindelijk|eerder|verder|echter|tevens|thans|dus|vooralsnog|waarom|hoe|als|indien|in|voor|van|op|met
    |gemiddeld|maximaal|minimaal|gezamenlijk|normaliter|doorgaans|meestal|deels|gedeeltelijk|volgens|naast|aan|bij|per|na|sinds|vanaf""",
    re.VERBOSE | re.IGNORECASE,
)
ADVERBS = re.compile(
    r"(?:\s(?:nu|ook|dus|er|inmiddels|alleen|zelf|jaarlijks|thans|vervolgens|bovendien|dan|[Dd]aar\w{2,8}|hier\w{2,8}|(?:in|vanaf)\s\d{4}|dit\sjaar|volgend\sjaar)\b){0,3}\s",
    re.IGNORECASE,
)
GIVES = re.compile(  # by the word that has to stand in the same clause
    r"""\b(?=[bdfghiklmrstvwz])(?:(?P<alone>betaa?l(?:t|en|de|den)|investeer(?:t|de|den)|investeren|financier(?:t|de|den|en)|bekostig(?:t|de|den|en)|vergoed(?:t|de|den|en)
        |besteed(?:t|de|den)|besteden|reserveer(?:t|de|den)|reserveren|doneer(?:t|de|den)|doneren|schenkt|schenken|schonk(?:en)?|steekt|steken|stak(?:en)?
        |verstrekt(?:e|en)?|verstrekken|subsidieer(?:t|de|den)|subsidi[eë]ren)
    |(?P<bij>draagt|dragen|droeg(?:en)?|legt|leggen|legde(?:n)?)
    |(?P<beschikbaar>stelt|stellen|stelde(?:n)?)
    |(?P<uit>trekt|trekken|trok(?:ken)?|geeft|geven|gaf|gaven|keert|keren|keerde(?:n)?)
    |(?P<vrij>maakt|maken|maakte(?:n)?)
    |(?P<toe>zegt|zeggen|zegde(?:n)?|kent|kennen|kende(?:n)?)
    |(?P<will>heeft|hebben|had(?:den)?|zal|zullen|zou(?:den)?|gaat|gaan|wil(?:len)?|wilde(?:n)?|moet(?:en)?|moest(?:en)?|kan|kunnen|kon(?:den)?|mag|mogen))\b""",
    re.VERBOSE | re.IGNORECASE,
)
WITH = {
    "bij": "bij|in|toe",
    "beschikbaar": "(?:ter )?beschik(?:baar|king)",
    "uit": "uit",
    "vrij": "vrij|over",
    "toe": "toe",
}
PARTICLES = {name: re.compile(rf"\b(?:{form})\b(?!\s(?:de|het|een)\b)", re.IGNORECASE) for name, form in WITH.items()}
GIVEN = r"""(?:bijgedragen|betaald|bekostigd|gefinancierd|ge[iï]nvesteerd|uitgetrokken|vrijgemaakt|gereserveerd|toegezegd|toegekend|besteed|uitgegeven
    |uitgekeerd|overgemaakt|gestort|verstrekt|gedoneerd|geschonken|vergoed|ingelegd|bijgelegd|opgebracht|opgehoest|gesubsidieerd
    |(?:(?:ter\s)?beschikbaar|ter\sbeschikking)\s?gesteld)"""
TO_GIVE = r"""(?:bijdragen|betalen|bekostigen|financieren|investeren|uittrekken|vrijmaken|reserveren|besteden|uitgeven|uitkeren|overmaken|storten
    |verstrekken|doneren|schenken|vergoeden|bijleggen|(?:beschikbaar|ter\sbeschikking)\s?(?:te\s)?stellen)"""
HAS_GIVEN = re.compile(
    rf"\b(?=[bdfgiorstuv])(?:{GIVEN}|{TO_GIVE})\b(?!\s(?:is|zijn|wordt|worden|werd|werden)\b)",
    re.VERBOSE | re.IGNORECASE,
)
IS_GIVEN = re.compile(rf"\b(?:{GIVEN}e?|gedragen)\b", re.VERBOSE | re.IGNORECASE)
THAT_GIVES = re.compile(
    r"""\b(?:bijdra(?:agt|gen)|bijdroeg(?:en)?|betaa?l(?:t|de|den|en)|investeer(?:t|de|den)|investeren|uittrekt|uittrekken|uittrok(?:ken)?|vrijmaakt(?:e|en)?
        |beschikbaar\sstel(?:t|de|den|len)|bijlegt|financiert|bekostigt|vergoedt|besteedt|besteedde(?:n)?|uitgeeft|uitgaf|uitgaven|reserveert|verstrekt
        |(?:heeft|hebben|had|hadden)\s(?:bijgedragen|betaald|ge[iï]nvesteerd|uitgetrokken|vrijgemaakt|gereserveerd|besteed|uitgegeven))\b""",
    re.VERBOSE | re.IGNORECASE,
)
THAT = re.compile(
    r"\b(?:dat|omdat|waarbij|waarvoor|waarvan|als|wanneer|of|zodat|nadat|waarin|waarmee|terwijl|hoeveel)\s",
    re.IGNORECASE,
)
BY = re.compile(r"\bdoor\s", re.IGNORECASE)
GIFT = re.compile(
    r"\b(?:bijdrage|subsidie|steun|lening|investering|gift|donatie|schenking|cofinanciering|financiering)\s(?:van|door|uit)\s",
    re.IGNORECASE,
)
GIFT_AFTER = re.compile(
    r"\s(?:aan\s)?(?:subsidie|bijdrage|steun|cofinanciering|financiering)\s(?:van|door)\s", re.IGNORECASE
)
OF_SUM = re.compile(
    r"\s(?:(?:ter\s(?:hoogte|grootte)\s)?van|à|ad)\s(?:(?:in\stotaal|maximaal|circa|ruim|ongeveer|bijna|eenmalig|jaarlijks)\s)?",
    re.IGNORECASE,
)
BUDGET = re.compile(
    r"\s?\((?P<payer>(?:OCW|VWS|BZK|SZW|EZK?|LNV|LVVN|IenW|I&W|IenM|BZ|BHO|JenV|J&V|AenM|KGG|VRO|Defensie|Financiën|Rijk|EU|NAVO)(?:(?:\sen\s|,\s|/)(?:OCW|VWS|BZK|SZW|EZK?|LNV|LVVN|IenW|JenV|AenM|KGG|VRO|Defensie))?)\)"
)
TURN = re.compile(r"[.;:?!](?=\s|$)|\b(?:maar|terwijl|waarna)\b|,\s(?:die|dat|waar\w*|want|omdat|zodat)\b")
SUBORDINATE = re.compile(r"\b(?:dat|die|of|omdat|zodat|om|waar\w{2,8})\b", re.IGNORECASE)
AND = re.compile(r"(?:,|\ben)\s")
PRONOUN = re.compile(r"(?:ik|wij|we|zij|ze|hij|u|men|er|dit|deze|die|wie)\b", re.IGNORECASE)
LED = re.compile(
    rf"(?:\b(?:is|zijn|was|waren|wordt|worden|werd(?:en)?|er|de|het|die|dat|al|reeds|ook|{GIVEN})|[(,])\s$",
    re.VERBOSE | re.IGNORECASE,
)
JOINS = re.compile(
    r"""(?:\s(?:in|voor|over|vanaf)\s(?:19|20)\d\d)?\s?(?:,|,?\s?en|,?\s?(?:en\s)?respectievelijk)\s
        (?:(?:(?:in|voor|over)\s(?:19|20)\d\d|circa|ruim|bijna|nog\seens|vanaf\s\d{4})\s){0,2}""",
    re.VERBOSE | re.IGNORECASE,
)
BACK, ON, NEAR = 160, 110, 100


@dataclass(frozen=True, slots=True)
class _Clause:
    """The words about an amount at `start`-`end`, from `begin` to `until`; another amount stands at `following`."""

    text: str
    since: int
    begin: int
    start: int
    end: int
    following: int
    until: int


def payer(text: str, since: int, start: int, end: int, following: int) -> Place | None:
    """Where the words stand that say who pays the amount at `text[start:end]`, without their article.

    `since` is the end of the amount before it, `following` the start of the next one.

    >>> text = "Daarvoor stelt het ministerie van OCW € 4 miljoen beschikbaar."
    >>> found = payer(text, 0, text.index("€"), text.index(" beschikbaar"), len(text))
    >>> text[slice(*found)]
    'ministerie van OCW'
    """
    if found := BUDGET.match(text, end):
        return found.span("payer")
    clause = _clause(text, since, start, end, following)
    return _subordinate(clause) or _subject(clause) or _agent(clause) or _giver(clause)


def next_payer(text: str, last: int, start: int) -> Place | None:
    """The second payer of "betaalt het Rijk € 3 miljoen en de gemeente € 2 miljoen": who stands between the amounts."""
    if JOINS.fullmatch(text, last, start):
        return None
    words = text[max(last, start - NEAR) : start].rstrip()
    for joint in AND.finditer(words):
        if found := SUBJECT.fullmatch(words, joint.end()):
            return _place(found, max(last, start - NEAR))
    return None


def same_payer(text: str, last: int, start: int) -> bool:
    """Whether two amounts are named in one breath: "€ 3 miljoen in 2031 en € 2 miljoen"."""
    return bool(JOINS.fullmatch(text, last, start))


def _clause(text: str, since: int, start: int, end: int, following: int) -> _Clause:
    begin = max(since, start - BACK)
    turns = [m.end() for m in TURN.finditer(text, begin, start)]
    closed = TURN.search(text, end, end + ON)
    until = closed.start() if closed else min(len(text), end + ON)
    return _Clause(text, since, turns[-1] if turns else begin, start, end, min(following, until), until)


def _subject(clause: _Clause) -> Place | None:
    """Whose verb of paying the amount stands after: before it, or turned round after it."""
    for verb in reversed(list(GIVES.finditer(clause.text, clause.begin, clause.start))):
        between = clause.text[verb.end() : clause.start]
        if SUBORDINATE.search(between) or not _pays(clause, verb):
            continue
        return _before(clause, verb.start()) or _behind(clause, verb.end())
    return None


def _pays(clause: _Clause, verb: re.Match[str]) -> bool:
    """Whether the rest of the clause has what makes the verb one of paying: "draagt ... bij", "heeft ... betaald"."""
    kind = verb.lastgroup
    if kind == "alone":
        return not re.match(r"\sworden\b", clause.text[verb.end() :])
    form = HAS_GIVEN if kind == "will" else PARTICLES[kind or ""]
    return bool(
        form.search(clause.text, clause.end, clause.until) or form.search(clause.text, verb.end(), clause.start)
    )


def _before(clause: _Clause, verb: int) -> Place | None:
    words = clause.text[clause.begin : verb].rstrip()
    for opening in (0, *(m.end() for m in re.finditer(r"(?:,|\ben|\bmaar|\bdat|\()\s", words))):
        skipped = len(words[opening:]) - len(words[opening:].lstrip(" -–("))
        if found := SUBJECT.fullmatch(words, opening + skipped):
            return _place(found, clause.begin)
    return None


def _behind(clause: _Clause, verb: int) -> Place | None:
    room = ADVERBS.match(clause.text, verb, clause.start)
    found = SUBJECT.match(clause.text, room.end(), clause.start) if room else None
    return _place(found) if found and not clause.text[found.start() :].startswith(("een ", "Een ")) else None


def _place(found: re.Match[str], offset: int = 0) -> Place | None:
    group = "told" if found["told"] else "bare"
    start, end = found.span(group)
    if NO_NAME.fullmatch(found[group].split()[0]):
        return None
    return start + offset, end + offset


def _subordinate(clause: _Clause) -> Place | None:
    """The subject of "dat de NS een boete van € 500.000 betaalt"."""
    comma = clause.text.find(", ", clause.end, clause.until)
    if not THAT_GIVES.search(clause.text, clause.end, comma if comma >= 0 else clause.until):
        return None
    for that in reversed(list(THAT.finditer(clause.text, max(clause.since, clause.start - BACK), clause.start))):
        if found := SUBJECT.match(clause.text, that.end(), clause.start):
            return _place(found)
        if PRONOUN.match(clause.text, that.end()):
            return None
    return None


def _agent(clause: _Clause) -> Place | None:
    """Who stands after "door": "€ 5 miljoen is door de provincie betaald", "de door het Rijk betaalde € 5 miljoen"."""
    for by in BY.finditer(clause.text, clause.begin, clause.following):
        if by.start() < clause.start and not LED.search(clause.text, clause.begin, by.start()):
            continue  # "de uitvoering door de dienst"
        found = SUBJECT.match(clause.text, by.end(), clause.following)
        if found and IS_GIVEN.search(clause.text, clause.begin, clause.until):
            return _place(found)
    return None


def _giver(clause: _Clause) -> Place | None:
    """Whose gift it is: "een bijdrage van de provincie van € 2 miljoen", "€ 2 miljoen subsidie van de provincie"."""
    for gift in GIFT.finditer(clause.text, clause.begin, clause.start):
        found = SUBJECT.match(clause.text, gift.end(), clause.start)
        if found and OF_SUM.fullmatch(clause.text, found.end(), clause.start):
            return _place(found)
    after = GIFT_AFTER.match(clause.text, clause.end, clause.following)
    found = SUBJECT.match(clause.text, after.end(), clause.following) if after else None
    return _place(found) if found else None
