"""Who made a source, by the words behind it: "van de Waterraad", "door Bureau Stroom en de Schippersbond"."""

from __future__ import annotations

import re

from kg.extract._citations.bodies import EXPLAINED, NAME, OFFICE, PLACED, SORTED, WORD
from kg.extract._citations.broadcasters import BROADCASTER, CHANNEL
from kg.extract._citations.groups import TOGETHER, from_group
from kg.extract._citations.kinds import SourceType
from kg.extract._citations.names import publisher_name
from kg.extract._citations.senders import FROM_PERSON, FROM_ROLE
from kg.grammar.months import A_MONTH

BY = re.compile(
    rf"^\s?(?:vanuit|van|door|in|uit|op|bij)\s?(?:onder\s(?:meer|andere)\s(?!(?:de\s|het\s)?[A-Z][\w&.’-]{{0,30}}(?:\s[A-Z][\w&.’-]{{0,30}}){{0,3}}(?:,|\sen\s)))?(?:het|de)?\s?(?:(?:web|nieuws)?site\svan\s(?=[A-Z]))?(?:(?!ministerie)[a-z]{{4,15}}\svan\s(?:het|de)\s)?"
    rf"(?:[A-Z][a-zë]{{2,20}}e\s(?=\w{{0,10}}(?:krant|blad|tijdschrift|magazine|omroep|zender|persbureau)\s))?(?:[a-z]{{0,24}}(?:bureau|kantoor|stichting|vereniging|bond|krant|blad|schrift|magazine|podcast|organisatie|houder|koepel|tank|platform|instituut|omroep|zender|programma|rubriek|bank|adviseur|federatie|universiteit|bedrijf|vakbonden|koepels|universiteiten|hogescholen|brancheverenigingen|vakcentrales)\s)?"
    rf"(?P<name>{OFFICE}|{EXPLAINED}|{PLACED}{NAME}(?:\sen\s{WORD}(?=\s?\([A-Z])|\sen\s(?:de\s|het\s)?{NAME}(?=\s(?:van|d\.\s?d\.|op|uit)\s(?:\d|begin\s|medio\s|eind\s|{A_MONTH}\b)"
    rf"|\s(?:van\sde|van\shet|naar|over|uit|aan|die|dat|waar\w{{2,6}}|laat|laten|blijkt|volgt|toont|tonen|stelt|stellen|schrijft|schrijven|concludeert|concludeerde|gaat|bevat|heeft|hebben|is|was|wordt|onder|met)\s|\?|\.\s|,\s[a-z]|$))?)"
    rf"(?:(?P<short>\s?\([A-Z][\w&-]{{1,9}}\))|\s\([A-Z]{{2}}[^()]{{1,40}}\)(?=\s(?:van|op)\s?\d))?"
)
ON_CHANNEL = re.compile(rf"\sop\s{CHANNEL}$")  # "Veerwijzer op NPO 2"
CLIENT = re.compile(rf"^,?\s?(?:dat\s|die\s)?in\sopdracht\svan\s?(?:het|de)?\s?(?P<name>{PLACED}{NAME})")
WRITTEN_IN = re.compile(
    rf"^(?:\sen\s(?>{NAME}))?\s(?:in|op|bij)\s(?:het\s|de\s)?(?:(?:web)?site\svan\s(?:het\s|de\s)?)?(?:[A-Z][a-zë]{{2,20}}e\s(?=krant|blad))?(?:(?:dag|week|maand|vak)?(?:blad|krant)\s)?(?P<name>{NAME})"
)
PERSON_IN = re.compile(  # "van watergezant J. de Veer in Veerkrant"
    rf"^\svan\s(?:[\w’-]{{2,30}}\s){{0,3}}?(?:[A-Z]\.\s?){{1,4}}(?:(?:van|de|der|den|ter|ten)\s){{0,3}}[A-Z][\w’-]{{1,30}}\s(?:in|op|bij)\s(?:het\s|de\s)?(?P<name>{NAME})"
)
WITH_WHOM = re.compile(
    rf"^\smet\s[^.?!;:()«“\n]{{2,60}}?\s(?:in|op|bij|van)\s(?:(?:het|de)\s)?(?P<name>{NAME})"
    r"(?=\s(?:van|op|d\.\s?d\.)\s(?:(?:[a-z]{3,9}dag\s)?\d|afgelopen|vorige|gisteren|vandaag))"
)
_DONE = r"(?:gepubliceerd|uitgebracht|gepresenteerd|uitgevoerd|verricht|opgesteld|gemaakt|geschreven|opgeleverd)"
_HAVE_DONE = r"opstellen|uitvoeren|verrichten|maken|doen|schrijven|verschijnen"
RELEASED = re.compile(
    rf"^,?\s(?:dat|die)\s?(?:(?:het|de)\s)?{SORTED}(?!(?:Tweede|Eerste|Kamer|Minister|Staatssecretaris|Kabinet)\b)(?P<name>(?:(?:provincies?|gemeenten?|universiteiten?|ministeries?\svan)\s)?{NAME}(?:\sen\s(?:(?:het|de)(?:\s|(?=[A-Z])))?{NAME})?)(?P<between>[^.?!;:()«“\n]{{0,60}}?)"
    rf"\s(?:publiceerden?|uitbrachte?n?|presenteerden?|uitvoerden?|verrichtten?|opstelden?|maakten?|schre(?:ef|ven)|(?:heeft|hebben)\s(?:laten\s(?:{_HAVE_DONE})|{_DONE})|liet(?:en)?\s(?:{_HAVE_DONE}))\b"
)
DONE_BY = re.compile(  # ", opgesteld door Bureau Stroom", " dat door Bureau Stroom is uitgevoerd"
    rf"^,?\s(?:(?:(?:dat|die|is|werd)\s[^.?!;:()«“\n]{{0,60}}?)?\b{_DONE}\sdoor|(?:dat|die)\s[^.?!;:()«“\n]{{0,40}}?\bdoor(?=(?:(?!\s(?:word|zal|zul|moet))[^.?!;:()«“\n]){{0,80}}?\s{_DONE}\b(?!\s(?:word|zal|zul|moet))))"
    rf"\s(?:(?:het|de)\s)?{SORTED}(?!(?:Tweede|Eerste|Kamer|Minister|Staatssecretaris|Kabinet)\b)(?P<name>{NAME}(?:\sen\s(?:(?:het|de)\s)?{NAME})?)"
)
MADE_BY = re.compile(
    rf"^(?P<done>\s?(?:die|dat|afgerond|verricht|opgesteld|uitgevoerd)\b)?(?:[^.?!;:()]{{0,40}}?|\svan\s(?:het|de)\s[^.?!;:(),]{{0,80}}?|\s(?:die|dat)\s[^.?!;:()]{{0,80}}?\blaten\s[a-z]{{4,12}}\s|(?<=die|dat)\s(?:in\sopdracht|op\sverzoek)\svan\s[^.?!;:()]{{0,80}}?\s(?:is|zijn|werd)\s(?:opgesteld|uitgevoerd|verricht|gedaan|gemaakt|geschreven)\s)\bdoor\s(?:het|de)?\s?{SORTED}(?P<name>{NAME}(?:\sen\s(?:de\s|het\s)?{NAME})?)(?P<short>\s?\([A-Z][\w&-]{{1,9}}\))?"
)
BEING_MADE = re.compile(  # "de monitor wordt op dit moment uitgevoerd door": none yet
    r"^\s(?:word(?:t|en)|zal|zullen|gaat|gaan)\s[^.?!;:]{0,60}?(?:uitgevoerd|verricht|gedaan|opgesteld|gemaakt|geschreven|herhaald|begeleid)\b"
)
SPEAKER = re.compile(
    r"^\svan\s(?:de\s|het\s)?(?P<name>[^.?!;:()«“,]{3,60}?)(?=\s(?:op|in|bij|tijdens|ter)\s|\s(?:van|d\.\s?d\.)\s\d)"
)
INVESTIGATORS = re.compile(
    r"^(?:Wet|OM|FIOD|ISH|IOD|NVWA-IOD|IOD-NVWA|Openbaar Ministerie|Rijksrecherche|(?:Internationaal )?Strafhof|AP)$"
)


def maker(by: re.Match[str]) -> str | None:
    """The name that BY or MADE_BY found, with the short one in brackets after it: "Schippersbond (SB)"."""
    name, short = ON_CHANNEL.sub("", by["name"]), by["short"] or ""
    return publisher_name(name if BROADCASTER.fullmatch(short.strip(" ()")) else name + short)


def makers(text: str, at: int, by: re.Match[str]) -> tuple[str | None, int]:
    """All who made what `by` tells of, found in what begins at `at`, and where the last of their names ends.

    >>> text = "de brief van de Waterraad, Schippersbond en dertien gemeenten van 3 mei"
    >>> makers(text, 8, BY.match(text[8:]))[0]
    'Waterraad, Schippersbond en dertien gemeenten'
    """
    end = at + by.end()
    more = TOGETHER.match(text, end)
    if more is None:
        return maker(by), end
    return publisher_name(text[at + by.start("name") : more.end()]), more.end()


def by_whom(text: str, end: int, kind: SourceType) -> tuple[str | None, int]:
    """Whose a source that is no report is, by the words behind its noun, and where they end."""
    if kind == "news":
        return _outlet(text, end)
    if kind == "letter":
        return _writer(text, end)
    if kind == "speech":
        by = SPEAKER.match(text[end : end + 120])
        return (by["name"], end + by.end()) if by else (None, end)
    return publisher_of(text, end, kind)


def _outlet(text: str, end: int) -> tuple[str | None, int]:
    """What an article appeared in: "van J. de Veer in Veerkrant", "met een schipper in Veerkrant van"."""
    if writer := PERSON_IN.match(text[end : end + 160]):
        return publisher_name(writer["name"]), end + writer.end()
    publisher, end = publisher_of(text, end, "news")
    inside = WRITTEN_IN.match(text[end : end + 100]) if publisher else WITH_WHOM.match(text[end : end + 160])
    return (publisher_name(inside["name"]), end + inside.end()) if inside else (publisher, end)


def _writer(text: str, end: int) -> tuple[str | None, int]:
    """Who wrote a letter: somebody by their post, a body, people in common, or somebody by their name."""
    ahead = text[end : end + 200]
    by = FROM_ROLE.match(ahead)
    publisher, stop = publisher_of(text, end, "letter") if by is None else (None, end)
    by = by or (from_group(ahead) or FROM_PERSON.match(ahead) if publisher is None else None)
    return (by["name"], end + by.end()) if by else (publisher, stop)


def maker_of(text: str, end: int, *, definite: bool, yet: bool) -> tuple[str | None, int]:
    """Who made a report: "van de Waterraad", "die door Bureau Stroom is gedaan"."""
    publisher, stop = publisher_of(text, end) if definite else (None, end)
    made = MADE_BY.match(text[end : end + 140]) if publisher is None else None
    if made and not BEING_MADE.match(made.group()):
        done = (made["done"] is not None or made.group().startswith((" door", "door"))) and not yet
        return (maker(made), end + made.end()) if done or definite else (None, end)
    return publisher, stop


def publisher_of(text: str, end: int, kind: SourceType = "report") -> tuple[str | None, int]:
    """Whose a source is, by "van", "in" or "op" behind its noun, and where that ends."""
    by = BY.match(text[end : end + 140])
    if by and kind in ("report", "letter"):
        return makers(text, end, by)
    return (maker(by), end + by.end()) if by else (None, end)
