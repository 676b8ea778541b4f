"""Whether a noun means a source: not any one, not several, none that is yet to come."""

from __future__ import annotations

import re

from kg.extract._citations.bodies import NAME

SOFT = re.compile(
    r"(?:raming|berekening|schatting)(?:en)?$", re.IGNORECASE
)  # a report only with a year, or where something follows from it
NOT_CITED = re.compile(
    r"\b(?:een|geen|iedere?|elke?|alle|zulke|dergelijke?|voor|om|ter|nader|eigen|onderwerp\svan|strafrechtelijk|lopende?|uw|onderhavige|bijgaande|\w*wacht\w*\s(?:ik|wij|op|van)?\s?(?:het|de)|vooruitlopend\sop\s?(?:het|de))\s*$",
    re.IGNORECASE,
)
BEFORE_NOUN = 24  # characters in which it is said
OUT_OF = re.compile(
    r"\b(?:(?:ontleend|gebaseerd|blijkt|volgt)\s?)?(?:uit|volgens|blijkens|aldus|aan|gebaseerd\sop|op\sbasis\svan|op\sgrond\svan|naar\saanleiding\svan)\s(?:(?:een|het|de)\s)?(?:[\w-]{1,25}\s){0,2}$",
    re.IGNORECASE,
)
EEN = re.compile(r"\b[Ee]en\s*$")
RESULTS = re.compile(  # "een steekproef van de Waterbond komt uit op": what came out is told
    rf"^\s(?:van|door)\s(?:de\s|het\s)?{NAME}[^.?!;:]{{0,60}}?\s(?:kom(?:t|en)\suit|blijkt|laat\s(?:[a-z]{{2,8}}\s){{0,2}}zien|toont\s(?:[a-z]{{2,8}}\s){{0,2}}aan|wijst\suit|concludeert|becijfert|komt\s[^.?!;:]{{0,30}}?\suit)\b"
)
MADE_ONCE = re.compile(  # "een rapport van de Waterbond uit mei 2030"
    rf"^\s(?:van|door)\s(?:de\s|het\s)?(?>{NAME})\s\(?(?:uit\s|van\s|d\.\s?d\.\s)?(?:\d{{1,2}}\s)?(?:[a-z]{{3,9}}\s)?(?:19|20)\d\d(?!\d)"
)
MADE_IN = re.compile(
    r"^\s?(?:die|dat)\s(?:in|op|eind|begin|medio)\s(?:[a-z\d]+\s){0,2}(?:19|20)\d\d\s(?:is\s|werd\s)?door\s"
)
YET_TO_COME = re.compile(
    r"\b(?:van\sstart\sgaa|start(?:en)?\b|is\sgestart\b|loopt\b|zal\b|zullen\b|volgt\b|verschijnt\b|plaatsvindt\b|gepland|gereed\b|klaar\b|(?:heeft|hebt|had|is)\stoegezegd\b|word(?:t|en)\s[^.?!;]{0,30}?verwacht\b|verwacht\s(?:ik|wij)\b|(?:af(?:ge)?wacht\w*|af\ste\swachten)\b)"
)
STILL_TO_LOOK = re.compile(  # "bij de evaluatie van de Vaarwet wordt onderzocht"
    rf"{YET_TO_COME.pattern}|\btegemoet\b|\bword(?:t|en)\s?(?:onderzocht|bezien|bekeken|nagegaan|meegenomen|betrokken|gekeken|verwacht|uitgevoerd|verricht|afgerond)"
)
TO_STAND_IN = re.compile(  # "wordt betrokken bij de", "neem ik mee in de"
    r"\b(?:betrokken\sbij|meegenomen\s(?:in|bij)|mee\s(?:in|bij)|betrekken\sbij|meenemen\s(?:in|bij)|teruggekomen\sin)\s?(?:de|het)\s(?:[a-zë-]{3,24}e?\s){0,2}$"
)
POINTED_TO = re.compile(  # "ik wijs u op een rapport van"
    r"\b(?:wijs|wijzen|verwijs|verwijzen|attendeer|attenderen|noem|noemen)\s(?:[a-z]{1,8}\s){0,3}(?:(?:op|naar)\s?)?een\s(?:[a-z]{3,20}e?\s)?$"
)
TO_COME_BEHIND = re.compile(  # ", dat in oktober wordt verwacht"
    r"[^.?!;:«“\n]{0,120}?,\s(?:dat|die)\s[^.?!;:,«“\n]{0,60}?\b(?:word(?:t|en)\sverwacht|verwacht\sword(?:t|en)|verschijnt|(?:zal|zullen)\sverschijnen|wordt\sgepubliceerd)\b"
)
GOES_WITH = re.compile(  # "haar rapport bij het jaarverslag 2019"
    r"(?:rapport|rapportage|verklaring|oordeel|onderzoek)\sbij\s(?:het|de)\s$"
)
INDEFINITE = re.compile(r"\b(?:een|geen)\s(?:[\w-]{1,25}\s){0,2}$", re.IGNORECASE)
YET = re.compile(
    r"\b(?:word(?:t|en)|zal|zullen|gaat|laat|laten)\b[^.?!]*$|\b(?:stand\svan\szaken|(?:voort|vorderin)gang|planning)\s?(?:van|omtrent|rond)\s?(?:het|de)\s?$",
    re.IGNORECASE,
)
DEFINITE = re.compile(
    r"\b(?:het|de|dit|dat|deze|recente?|nieuwe?|verschenen|gepubliceerde|uitgebrachte|gepresenteerde|laatste|eerdere?|genoemde?|gedeelde|aangehaalde?|bedoelde?)\s?(?:[\w-]{1,25}\s){0,2}$",
    re.IGNORECASE,
)
FUTURE = re.compile(
    r"\b(?:(?:eerst)?volgende|volgend\sjaar|komend|komende|wanneer\s(?:verschijnt|komt|volgt|ontvang\w{0,2}|publiceert)|aankomende?|aangekondigde|nog\ste|binnenkort|verwachte|toekomstige?|gaat|laat|laten)\b|\b(?-i:W)ord(?:t|en)\s(?:het|de)\s?$"
    r"|\bstand\svan\szaken\s?(?:van|omtrent|rond)\s?(?:het|de)\s(?:[a-z]{3,20}e\s)?$"
    r"|\bvooruit\s?(?:te\s)?lopen\b"  # on what comes of research that is not done
    r"|\bontvang(?:t|en)\s[^.?!]{0,30}\b(?:v[oó][oó]r|na|in|rond)\s(?:(?:de|het)\s)?(?:zomer|herfst|winter|lente|najaar|voorjaar|kerst|einde?)\w*\s[^.?!]{0,30}$"
    r"|\b(?:(?:zal|zullen)\s(?:ik|wij|we)|informeer\sik|rapporteer\sik)\s[^.?!]{0,40}\bvia\s?(?:het|de)\s?$",  # "zal ik u via het jaarverslag"
    re.IGNORECASE,
)
STATE_ASKED = re.compile(r"\b(?:Is|is|Wordt|Zal)\s(?:het|de|dit|dat)\s(?:[a-z]{3,20}e?\s){0,2}$")
STATE = re.compile(  # "Is het onderzoek van de Waterraad inmiddels gestart?"
    r"^[^?\n]{0,160}?\b(?:gestart|begonnen|van\sstart\sgegaan)\s?\?"
)
PLURAL = re.compile(r"(?:en|[^v]ies|ages|yses)$")


def not_cited(noun: re.Match[str], lead: str, *, told: bool) -> bool:
    """Whether several are meant, one that is yet to come, or any one."""
    if PLURAL.search(noun["noun"]) and not SOFT.search(noun["noun"]):
        return True
    any_one = (
        NOT_CITED.search(lead, max(0, len(lead) - BEFORE_NOUN))
        and not OUT_OF.search(lead)
        and not (told and EEN.search(lead))
    )
    return bool(any_one) or GOES_WITH.search(lead) is not None or FUTURE.search(lead) is not None
