"""Who sent a letter that is cited by its date, and who made what a title names, where the sentence says so elsewhere.

    De Waterraad heeft mij bij brief van 3 mei 2024 laten weten      before the letter
    in een brief van 3 mei 2024 vraagt de Waterraad                  after its date
    de oproep van de Waterraad (brief van 3 mei 2024)
    zoals de Waterraad in 2023 in het rapport «Sluizen» schreef      before a title

>>> text = "De Waterraad heeft mij bij brief van 3 mei 2024 laten weten dat het water stijgt."
>>> sender(text, text.index("brief"), text.index(" laten"))
'Waterraad'
>>> text = "In een brief van 3 mei 2024 vraagt de Waterraad om geld."
>>> sender(text, text.index("brief"), text.index(" vraagt"))
'Waterraad'
"""

from __future__ import annotations

import re

from kg.extract._citations.actors import DET, NAMED, SHORT, Actors, Deed
from kg.extract._citations.bodies import COLLEGE, NAME, ROLE
from kg.extract._citations.groups import group_that_has
from kg.extract._citations.names import publisher_name
from kg.extract._citations.people import COLLECTIVE, GROUP

_WHOM = (
    r"(?:(?:mij|ons|u|de\sKamer|uw\sKamer|het\skabinet|hierover|daarover|dit|dat|zich|al|eerder|recent|reeds|ook|nog"
    r"|(?:haar|zijn|hun|alle|de)\s(?:[a-z]{4,16}e\s)?(?:leden|achterban|[a-z]{2,20}(?:leden|houders|ers|eurs|anten|enten|scholen|eniging(?:en)?|aties|schappen|bonden)))\s){0,3}"
)
_BODY = r"(?:(?:de|het)\s(?:[a-z]{4,25}(?:\s[A-Z]\w{2,20})?|[A-Z]\w{1,20}(?:\s[A-Z]\w{2,20})?)\s)?"  # "de gemeente Zee"

DID = tuple(  # behind who sent it, before the letter
    re.compile(form, re.VERBOSE)
    for form in (
        (
            r"\s(?:heeft|hebben|had|liet(?:en)?|laat|riep(?:en)?|roept|vroeg(?:en)?|vraagt|schr(?:eef|even|ijft)|waarschuw(?:de|t)|verzocht(?:en)?|verzoekt"
            rf"|drong(?:en)?|pleit(?:te)?|mel(?:dde|dt)|wees|wijst)\s{_WHOM}{_BODY}(?:bij|in|per|via|middels)\s?(?:een|de|haar|zijn|hun)?\s?(?:gezamenlijke\s|open\s)?$"
        ),
        rf",?\s{_WHOM}(?:bij|in|per|via)\s(?:haar|zijn|hun|de|een)\s(?:[A-Z]?[a-z]+e?\s)?$",
        r"\s\($",
    )
)
IN_HIS = re.compile(r"\b(?:haar|zijn|hun)\s(?:[a-z]+e?\s)?$")
SAYS_OR_SENDS = tuple(  # behind the letter, before who sent it
    re.compile(form, re.VERBOSE)
    for form in (
        rf"^,?\s(?:waarin|waarmee|waarbij)\s{_WHOM}",
        rf"""^(?:\saan\s[^.?!;:«“,\d]{{2,50}}?)?\s(?:heeft|hebben|schr(?:eef|ijft|even|ijven)|vr(?:aagt|oeg|agen|oegen)|la(?:at|ten)|liet(?:en)?|waarschuw(?:t|de|en|den)
        |verzoe?kt|verzocht(?:en)?|pleit(?:te|ten)?|meld(?:t|de|den)|stel(?:t|de|len|den)|do(?:et|en)|deed|riep(?:en)?|roept|roepen|dringt|drong)
        \s{_WHOM}""",
        r"^\s?,?\s(?:van|door|aan\su\svan)\s(?:de\s|het\s)?",
    )
)
POST = re.compile(
    r"(?P<post>(?:[Mm]inister|[Ss]taatssecretaris)\s(?:van|voor)\s)$"
)  # "de Staatssecretaris van Water heeft bij brief van"
SENT_BY = re.compile(  # how those end that stand before it
    r"(?:\b(?:bij|in|per|via|middels|haar|zijn|hun|de|een)\s?(?:(?:een|de|haar|zijn|hun)\s?)?(?:[A-Z]?[a-z]+e?\s)?|\()$"
)
_TO = (
    r"(?:\s(?:u|mij|ons|hierover|daarover|onlangs|eerder|al|ook|zelf"
    r"|aan\s(?:u|(?:(?:de|het|uw|alle|een)\s)?[\w-]{2,30}(?:\s(?:van|voor|in|en)?\s?(?:de\s|het\s)?[A-Z][\w-]{1,30}){0,2}))){0,3}"
)
_SENT = r"(?:gestuurd|geschreven|gezonden|verstuurd|verzonden|verspreid|gericht|overhandigd|aangeboden)"
TO_ON = re.compile(rf"{_TO}\s(?=(?:op|d\.\s?d\.)\s?\d)")
WHICH = re.compile(
    r"^(?:\s(?:gelezen|gezien|ontvangen|gekregen),?)?\s(?:die|welke|waarin|waarmee|waarbij)\s?"
)  # "die de Waterraad u op", "die de Waterraad hierover op"
SOME_SENT = re.compile(  # "die twee schippers u op", "die 23 schippers uit Oost op"
    rf"""^\s(?:die|welke|waarin|waarmee|waarbij)\s?(?:{DET}(?P<few>[a-z]{{3,8}}\s[a-z]{{5,40}}){SHORT}
    |(?P<some>(?:\d[\d.]*|[a-z]{{3,8}})\s[a-z]{{5,40}}(?:\s(?:uit|van|in)\s(?:de\s|het\s)?[A-Z][^.?!;:()«“\d]{{2,60}}?)?))
    {_TO}\s(?=(?:op|d\.\s?d\.)\s?\d)""",
    re.VERBOSE,
)
THAT = re.compile(r"^(?:\s(?:gelezen|gezien|ontvangen|gekregen),?)?\s(?:die|welke)\s(?:(?:de|het)\s)?")
SENT_IT = re.compile(  # "die de Waterbond aan de provincies stuurde"
    rf"""\s[^.?!;:«“\d\n]{{0,60}}?(?:\b(?:stuurden?|schre(?:ef|ven)|zond(?:en)?|verstuurden?|verzond(?:en)?|verspreidden?|richtten?)
    |(?:heeft|hebben)\s[^.?!;:«“\d\n]{{0,40}}?{_SENT}|\b{_SENT}\s(?:heeft|hebben|had|hadden))(?!\w)""",
    re.VERBOSE,
)
PEOPLE = Actors(rf"(?P<name>(?>{COLLECTIVE}|{GROUP}|(?:gemeenten?|provincies?|stichting|vereniging|vakbond)\s{NAME}))")
FROM_ROLE = re.compile(rf"^\svan\s(?:de\s|het\s)?(?P<name>(?>{COLLEGE}|{ROLE}))")
FROM_PERSON = re.compile(  # "van de heer P. de Veer"
    r"^\svan\s(?:de\sheer|mevrouw|dhr\.|mevr\.|mw\.|prof(?:essor|\.)(?:\sdr\.)?|dr\.|mr\.|ds\.)\s(?P<name>(?:[A-Z]\.\s?){0,4}(?:(?:van|de|der|den|ter|ten)\s){0,3}[A-Z][\w’-]{1,30}(?:\s(?:(?:van|de|der|den)\s){0,2}[A-Z][\w’-]{1,30}){0,2})"
)
SAYS = (
    r"(?:berichtte|meldde|schreef|waarschuwde|vaststelde|stelde|concludeerde|publiceerde|schrijft|becijferde|beschreef|zei|wees|wijst|toont|toonde|constateert"
    r"|constateerde|concludeert|bevestigt|bevestigde|signaleert|signaleerde|adviseert|adviseerde|pleit|pleitte|berekende|meldt|beschrijft|stelt|waarschuwt"
    r"|noemt|noemde|komt|kwam|gaat|ging|schat|schatte|telt|telde|rapporteert|rapporteerde|schetst|schetste|becijfert|berekent|ziet|vermeldt|onderstreept|raamt|raamde|verwoord|neergelegd|uiteengezet|geformuleerd|zoals\s(?:opgenomen|beschreven|weergegeven|vermeld|gepubliceerd|gepresenteerd|verwoord|neergelegd))"
)
_SAID = r"(?:\s(?:dit|dat|dit\sbeeld|dat\sbeeld|deze\s[a-z]{4,20}|hier|daar|er|hierop|daarop|ook|al|nog|eerder|reeds|onlangs|op|aan|uit)){0,4}"
MADE = re.compile(  # behind who made it: "in 2023 in het", "stelt in haar"
    rf""",?(?:\s(?:die|dat|al|eerder|ook|nog|reeds))*
    (?:\s(?:in|op|eind|begin|medio|van)\s(?P<when>[^.?!;:«»()]{{4,24}}?))?
    (?:\s?{SAYS}{_SAID}|\s(?:heeft|hebben|had|hadden)(?:\s[a-z]{{2,12}}){{0,2}}(?=\sin\s?(?:haar|zijn|hun)))?
    \s(?:in|met|via|blijkens|volgens)(?:\s?(?:(?:het|de|haar|zijn|hun|een)\s?)?(?:[a-z]{{3,20}}\s)?)?$""",
    re.VERBOSE,
)
FOUND = (
    r"(?:gesteld|vastgesteld|aanbevolen|geconcludeerd|geconstateerd|geadviseerd|geschat|berekend|becijferd|geraamd|gewezen|gewaarschuwd|beschreven|aangegeven"
    r"|gepleit|gemeld|opgemerkt|benadrukt|gesignaleerd|aangetoond|bepleit|opgeroepen|uitgewerkt|uiteengezet|geschreven|bevestigd|genoemd|laten\szien|aandacht\s(?:voor\s)?gevraagd)\b"
)
HAS_FOUND = re.compile(  # "heeft deze gegevens in 2029 vastgesteld in het"
    rf"\s(?:heeft|hebben)\s(?:(?!dat\b|die\b)[^.?!;:«»()]){{0,60}}?(?:\b(?:in|op|eind|begin|medio)\s(?P<when>[^.?!;:«»()]{{4,24}}?)\s)?{FOUND}\s(?:in|met|via)\s(?:het|de|een|haar|zijn|hun)\s(?:[a-z]{{3,20}}\s)?$"
)
LISTED = re.compile(
    r",?\s?(?:d\.\s?d\.\s?|van\s|op\s)?(?P<when>\d{1,2}\s?[a-z]{3,9}\s(?:\d{4}|jl\.))[,:]\s$"
)  # "Veerkrant d.d. 2 september 2025, «Titel»"
NUMBERED = re.compile(  # "WBA-rapport 2025R11, «Titel»"
    r"(?:(?<=^)|(?<=[\s(]))(?P<name>[A-Z][\w&]{1,20})-(?:brief)?(?:rapport|onderzoek|advies|notitie|studie|artikel)(?:\s(?=[\w/.-]*\d)[\w/.-]{2,20})?[,:]\s$"
)
LEADS = re.compile(  # how both end
    r"(?:[,:]|\b(?:in|met|via|blijkens|volgens)(?:\s?(?:het|de|haar|zijn|hun|een))?(?:\s?[a-z]{3,20})?)\s?$"
)
_ADJECTIVE = r"[A-Z][a-z]+(?<!colleg)(?<!i)e\s[a-z‘'«]"  # "Deense ‘biblioteker’", no maker
OWNS = re.compile(
    rf"(?:\b(?:[Dd]e|[Hh]et|[Dd]oor|[Vv]an|[Dd]at|[Zz]oals)\s|^|[\s(])(?!(?:(?:[Dd]e|[Hh]et)\s)?{_ADJECTIVE})"
)  # before whose it is
NEW_CLAUSE = re.compile(
    r",\s?(?:terwijl|hoewel|maar|omdat|aangezien|zodat|waarbij)(?=\s)"
)  # what stands before it does nothing behind it
OPINION_OF = re.compile(  # "de cijfers van het Waterbureau passen bij de bevindingen van de Waterraad in haar"
    r"\b(?:bevinding(?:en)?|conclusies?|oordeel|aanbeveling(?:en)?|waarschuwing(?:en)?|constatering(?:en)?|cijfers|uitspra(?:ak|ken)|standpunt|advies)\s(?:van|door)\s(?:de\s|het\s)?$"
)
UP_TO = re.compile(r"[^.;:?!«“»]{0,60}$")
WROTE_ON = re.compile(  # before the day, behind who wrote: ", die u op", " schreef mij op"
    r"(?:,?\s(?:die|dat)|\s(?:heeft|hebben|had|schreef|schreven|stuurde|zond|berichtte))?\s(?:mij|u|ons|de\sKamer|het\skabinet|uw\sministerie)\s?(?:(?:hier|daar)over\s)?(?:op|d\.\s?d\.)\s$"
)
BLANK = re.compile(r"\s$")
OUT_OF = re.compile(r"\s(?:in|uit)\s(?:de|het|haar|zijn|hun)\s$")
OF = re.compile(r"\b(?:van|door)\s(?:de\s|het\s)?")
SAYS_IN = re.compile(rf",?\s?{SAYS}{_SAID}\s?in\s?(?:[Dd]e|[Hh]et|haar|zijn|hun)\s$")
_WHEN = r"(?:(?:[Ii]n|[Oo]p|[Ee]ind|[Bb]egin|[Mm]edio)\s[^.?!;:«»(),]{4,28}?\s)"
_THE = r"(?:het|de|een|haar|zijn|hun)(?:\s|$)(?:[a-z]{3,20}\s){0,2}$"
HAS_MADE = re.compile(  # before a title, behind who made it: "De Waterraad heeft in mei 2017 het rapport"
    rf"\s(?:heeft|hebben|(?P<done>publiceerden?|presenteerden?|schre(?:ef|ven)|bracht(?:en)?))\s(?:(?:hier|daar)over\s)?(?:{_WHEN}|onlangs\s|recent\s|eerder\s)?{_THE}"
)
THE = re.compile(rf"\s{_WHEN}?{_THE}")
THEN_MADE = re.compile(  # before who made it: "In mei 2017 publiceerde de Waterraad het rapport"
    rf"{_WHEN}?\b(?:heeft|hebben|(?P<done>[Pp]ubliceerden?|[Pp]resenteerden?|[Bb]racht(?:en)?))\s(?:de\s|het\s)?"
)
_HAVE_IN = r"\s(?:heeft|hebben)(?:\s[a-z]{2,12}){0,2}\sin\s?(?:de|het|haar|zijn|hun)\s?$"
HAVE_IN = re.compile(_HAVE_IN)  # "De Waterraad heeft in het"
HAVE = re.compile(r"\b(?:heeft|hebben)\s(?:de\s|het\s)?")  # "heeft de Waterraad in het"
IN_THE = re.compile(r"\sin\s?(?:de|het|haar|zijn|hun)\s?$")
IN = re.compile(r"\b(?:[Ii]n\s?(?:de|het|een|deze|dit|dat)|In\s(?:zijn|haar|hun))\s(?:[a-z]{3,20}\s){0,2}$")
SAYS_THERE = re.compile(  # "In de notitie van 3 mei 2019, die als bijlage meegaat, concludeert het Waterbureau dat"
    r"""^(?:,\s(?:die|dat|welke)\s[^.;:?!«“\n]{3,90}?,)?\s?(?:concludeer(?:t|de)|constateer(?:t|de)|adviseer(?:t|de)|stel(?:t|de)|schrijft|schreef|waarschuw(?:t|de)
    |bevestig(?:t|de)|becijfer(?:t|de)|bereken(?:t|de)|beveelt|pleit(?:te)?|meld(?:t|de)|wijst|wees|komt|laat|toont|benadrukt(?:e)?|beschr(?:ijft|eef)|signaleer(?:t|de)|noem(?:t|de)|vraagt|vroeg|roept|riep)\s(?:ook\s)?(?:de\s|het\s)?(?:(?:[a-z]{0,14}bureau|stichting|vereniging|adviseur)\s)?""",
    re.VERBOSE,
)
HAS_THERE = re.compile(r"^\s(?:heeft|hebben)\s(?:ook\s)?(?:de\s|het\s)?(?:[a-z]{0,14}bureau\s)?")
FOUND_THERE = re.compile(rf"[^.;:?!«“\n]{{0,90}}?\s{FOUND}")
LEADS_TO = re.compile(rf"\b{_THE}")
DONE_BY_WHOM = re.compile(
    r"\b(?:[Hh]et|[Dd]e|[Ee]en|[Dd]it)\s?(?:(?!niet\b)[a-z]{3,20}\s){0,2}?(?:(?:op|in)\s[^.,;:?!«“()]{4,24}\s)?door\s(?:(?:de|het)\s?)?"
)
DONE_BEFORE = re.compile(
    r"[^.,;:?!«“()]{0,40}?\s(?:uitgebrachte?|gepubliceerde?|opgestelde?|uitgevoerde?|verrichte?|gemaakte?|gepresenteerde?|opgeleverde?|aangeboden|geschreven|gehouden|verschenen)\s(?:[a-z-]{3,20}e\s)?$"
)
MADE_IT = re.compile(
    r"^[^.?!;:«»]{0,90}?\b(?:uitgebracht|gepubliceerd|gepresenteerd|opgesteld|geschreven|opgeleverd|laten\sverschijnen)\b"
)
PUT_OUT = re.compile(r"^[^.?!;:«»]{0,90}?\buit\b")
LEAD = 48  # characters
BACK = 160  # characters before a letter or a title in which it may be said whose it is


def sender(text: str, start: int, end: int) -> str | None:
    """Who sent the letter at `text[start:end]` (its noun and its date), if its sentence says so."""
    before = _sentence_before(text, start)
    after = text[end : end + BACK]
    for head in SAYS_OR_SENDS:
        if deed := NAMED.behind(head, after):
            return publisher_name(deed["name"])
    if not SENT_BY.search(before[-LEAD:]):
        return None
    found = next((deed.actor for tail in DID if (deed := NAMED.before(tail, before))), None)
    if not found and (his := IN_HIS.search(before)):
        found = before_his(before[: his.start()])
    found = found or group_that_has(before)
    if not found:
        return None
    post = POST.search(before[: found.start("name")])
    return publisher_name((post["post"] if post else "") + found["name"])


def maker_before(text: str, start: int) -> tuple[str | None, int, int]:
    """Who made what is named at `start`, and where what is said between (it may hold a date) begins and ends."""
    before = _sentence_before(text, start)
    if not LEADS.search(before[-LEAD:]):
        return None, start, start
    if numbered := NUMBERED.search(before):
        return publisher_name(numbered["name"]), start, start
    deed = NAMED.before(LISTED, before) or NAMED.before(MADE, before) or NAMED.before(HAS_FOUND, before)
    if not deed:
        return None, start, start
    first, when = start - len(before), deed.span("when")
    return publisher_name(deed["name"]), *((first + when[0], first + when[1]) if when[0] >= 0 else (start, start))


def maker_that_has(text: str, start: int, end: int) -> tuple[str | None, int]:
    """Who has published what is named at `text[start:end]`, by the verb of its sentence; and where that is told from.

    >>> text = "In mei 2017 heeft de Waterraad het rapport «Sluizen» uitgebracht."
    >>> maker_that_has(text, text.index("rapport"), text.index(" uitgebracht"))
    ('Waterraad', 0)
    """
    before = _sentence_before(text, start)
    if not LEADS_TO.search(before[-LEAD:]):
        return None, start
    after = text[end : end + BACK]
    for deed in (NAMED.before(HAS_MADE, before), NAMED.behind(THEN_MADE, before, tail=THE)):
        if deed:
            done = deed["done"].lower()
            put = PUT_OUT if done.startswith("bracht") else None if done else MADE_IT
            if put is None or put.match(after) or put.match(text[start:end]):
                return publisher_name(deed["name"]), start - len(before) + deed.start()
    if FOUND_THERE.match(after) and (deed := NAMED.before(HAVE_IN, before) or NAMED.behind(HAVE, before, tail=IN_THE)):
        return publisher_name(deed["name"]), start - len(before) + deed.start()
    return None, start


def done_before(text: str, start: int) -> tuple[str | None, int, int]:
    """Who has done what is named at `start`, and where what is said between begins and ends: "het door de Waterbond in mei gepubliceerde "."""
    first = max(0, start - BACK)
    deed = NAMED.behind(DONE_BY_WHOM, text[first:start], tail=DONE_BEFORE)
    if not deed:
        return None, start, start
    return publisher_name(deed["name"]), first + deed.end("name"), start


def maker_in(words: str) -> str | None:
    """Whose a report is that its name follows: "de conclusie van de Waterraad in het", "de Waterraad bevestigt dit in de"."""
    deed = (
        NAMED.behind(OF, words, tail=OUT_OF)
        or NAMED.before(SAYS_IN, words)
        or NAMED.before(HAVE_IN, words)
        or NAMED.behind(HAVE, words, tail=IN_THE)
    )
    return publisher_name(deed["name"]) if deed else None


def said_in(lead: str, behind: str) -> str | None:
    """Who says something in a work, by the verb behind it: "In het rapport «Sluizen» heeft de Waterraad vastgesteld dat".

    >>> said_in("In het ", " meldt de Waterbond dat"), said_in("Over het ", " meldt de Waterbond dat")
    ('Waterbond', None)
    """
    if not IN.search(lead):
        return None
    deed = NAMED.behind(SAYS_THERE, behind) or NAMED.behind(HAS_THERE, behind, tail=FOUND_THERE)
    return publisher_name(deed["name"]) if deed else None


def that_sent(ahead: str) -> tuple[str, int] | None:
    """Who sent a letter that is told of before, and where its day is about to follow: " die de Waterraad u op"."""
    if deed := NAMED.behind(WHICH, ahead, tail=TO_ON):
        return deed["name"], deed.end()
    some = SOME_SENT.match(ahead)
    return (some["few"] or some["some"], some.end()) if some else None


def by_sender(ahead: str) -> Deed | None:
    """Who sent a letter that is told of before: " die de Waterbond aan de provincies stuurde"."""
    return NAMED.behind(THAT, ahead, tail=SENT_IT) or PEOPLE.behind(THAT, ahead, tail=SENT_IT)


def before_his(words: str) -> re.Match[str] | None:
    """Whose a report is: the name at the end of what stands before "in haar rapport"."""
    if (deed := NAMED.before(BLANK, words)) and OPINION_OF.search(words[: deed.start()]):
        return deed.actor
    clause = max((found.end() for found in NEW_CLAUSE.finditer(words)), default=0)
    deed = NAMED.behind(OWNS, words, clause, tail=UP_TO)
    return deed.actor if deed else None


def before_day(words: str) -> re.Match[str] | None:
    """Who wrote: the name at the end of what stands before the day, "schreef mij op"."""
    deed = NAMED.before(WROTE_ON, words)
    return deed.actor if deed else None


def before_bracket(words: str) -> re.Match[str] | None:
    """The name right before a bracket."""
    deed = NAMED.before(BLANK, words)
    return deed.actor if deed else None


def _sentence_before(text: str, start: int) -> str:
    before = text[max(0, start - BACK) : start]
    cut = max(before.rfind(mark) for mark in (". ", "? ", "! ", ".\n", "?\n", ";"))
    return before[cut + 1 :]
