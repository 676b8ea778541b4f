"""What sort of source a noun, a title or a site tells of."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from kg.extract._citations.addresses import host
from kg.extract._citations.bodies import LIKE_OUTLET
from kg.registry.organisations import organisations

SourceType = Literal["news", "web", "report", "letter", "broadcast", "speech", "law", "other"]

# the sort, the heads of compounds ("Kamerbrief", "nieuwsbericht") and the words that stand alone
NOUNS: tuple[tuple[SourceType, str, str], ...] = (
    ("letter", "brief|brieven", "e-?mail"),
    ("broadcast", "uitzending", "documentaire(?:serie)?|aflevering|podcast(?:aflevering|serie)?|televisieprogramma"),
    ("speech", "toespraak", "speech|lezing"),
    (
        "report",
        (
            "rapport(?:en|ages?)?|onderzoek(?:en)?|studies?|evaluatie|monitor|analyse|advies|verkenning|peiling|enquête|steekproef"
            "|ramingen|raming|berekeningen|berekening|doorrekening|prognose|rondgang|proefschrift|notitie|(?:kwartaal|maand|jaar)bericht|trendrapportage|signalering|ambtsbericht(?:en)?"
        ),
        (
            "adviezen|(?:jaar|voortgangs|onderzoeks|evaluatie|eind)verslag|jaarbericht|inventarisatie|handreiking|informatieblad"
            "|(?:position|white)[ ]?paper|rondvraag|passende[ ]beoordeling|(?:risico|effect)beoordeling|doorlichting"
            "|quick[ ]?scan|MKBA|zwartboek|manifest|pamflet|reflectie|voorlichting|viermaandenverslag"
        ),
    ),
    (
        "web",
        "persbericht(?:en)?",
        "(?:we)?blog(?:post|bericht)?|website|webpagina|publicatie|factsheet|verklaring|dashboard",
    ),
    ("other", "petitie", "boek"),
    ("news", "bericht(?:en|geving)?|artikel(?:en)?|reportage|interview|item", "column|opiniestuk|nieuws|krantenkop"),
    # cited by their titles only
    (
        "news",
        "verhaal",
        "essay|commentaar|betoog|longread|(?:kranten|achtergrond)stuk|opiniebijdrage|dossier|artikelen(?:serie|reeks)|serie|tweeluik|special|themanummer",
    ),
    ("broadcast", "video|filmpje", "minidocumentaire"),
    ("report", "scriptie", "brochure|folder|flyer"),
)
BY_TITLE_ONLY = re.compile(
    r"\w*(?:verhaal|video|filmpje|scriptie)|brochure|folder|flyer|essay|commentaar|betoog|longread|(?:kranten|achtergrond)stuk|opiniebijdrage|dossier|artikelen(?:serie|reeks)|serie|tweeluik|special|themanummer",
    re.IGNORECASE,
)
MEDIUM = r"(?:(?:radio|tv|televisie|online|internet|web|opinie|video|nieuws)-)"  # "tv-uitzending", "radio-interview"
HEADS = "|".join(heads for _, heads, _ in NOUNS)
ALONE = "|".join(words for _, _, words in NOUNS)
# heads that a line end broke, printed on one line with the hyphen: "inspectierap-port"
BROKEN = (
    "rap-port", "rappor-tage", "rap-portage", "onder-zoek", "ad-vies", "eva-luatie", "evalu-atie", "moni-tor", "ana-lyse",
    "be-richt", "arti-kel", "ar-tikel", "uitzen-ding", "uit-zending", "repor-tage", "stu-die", "verken-ning", "toe-spraak",
)  # fmt: skip
# one of them is in the first word of each noun
STEMS = (
    "brie", "mail", "uitzending", "documentaire", "aflevering", "podcast", "televisieprogramma", "toespraak", "speech",
    "lezing", "reflectie", "voorlichting", "rapport", "onderzoek", "studie", "evaluatie", "monitor", "analyse", "advie", "verkenning", "peiling",
    "enquête", "steekproef", "raming", "rekening", "prognose", "rondgang", "proefschrift", "signalering",
    "verslag", "inventarisatie", "handreiking", "informatieblad", "notitie", "position", "white", "blog",
    "website", "webpagina", "publicatie", "factsheet", "verklaring", "petitie", "manifest", "pamflet", "boek", "bericht",
    "artikel", "reportage", "interview", "column", "opiniestuk", "nieuws", "krantenkop", "item", "verhaal", "essay", "commentaar", "betoog",
    "longread", "krantenstuk", "achtergrondstuk", "opiniebijdrage", "dossier", "video", "filmpje", "rondvraag", "passende", "risicobeoordeling", "effectbeoordeling",
    "serie", "tweeluik", "special", "themanummer", "scriptie", "brochure", "folder", "flyer", "doorlichting", "quick", "mkba", "dashboard", *BROKEN,
)  # fmt: skip
_ONLY = r"(?!voorlichting(?!\svan\s(?:\d|de\s(?:Afdeling|Raad\svan\sState))))"  # advice of a council; else it is about health or schools
NOUN = rf"{_ONLY}(?:{MEDIUM}?\w{{0,40}}(?:{HEADS})|{ALONE}|\w{{0,40}}(?:{'|'.join(BROKEN)}))"
REPORT = re.compile(
    r"\b(?=\w{5})(?:\w*rapport\b|\w*report\b|\w*verkenning|\w*monitor\b|\w*peiling|roadmap|jaarverslag|\w*onderzoek:?\b|advies|overzicht|capaciteitsplan)",
    re.IGNORECASE,
)
LAW = re.compile(
    r"^(?:(?:gedelegeerde|uitvoerings)\s?)?(?:verordening|richtlijn|kaderbesluit)\s(?:\((?:EU|EG|EEG)\)|(?:nr\.\s)?\d)"
    r"|\bECLI:|\b(?:rechtbank|gerechtshof|hoge\sraad|raad\svan\sstate)\b|\bwetsvoorstel\b|^wet\s",
    re.IGNORECASE,
)
LAW_SITE = re.compile(
    r"(?:^|\.)(?:wetten\.overheid|eur-lex\.europa|deeplink\.rechtspraak|uitspraken\.rechtspraak|raadvanstate)\."
)
LETTER = re.compile(r"(?<!Policy\s)\b\w*brief\b", re.IGNORECASE)
SPEECH = re.compile(
    r"\b\w*toespraak\b|\bspeech\b|\bvragenuur\b|^(?:algemeen\soverleg|ao|(?:commissie|tweeminuten|plenair\s)?debat|(?:nota|wetgevings)overleg)\b"
    r"|(?-i:\b(?:[Mm]inister|[Ss]taatssecretaris|[Pp]remier)\b.{0,90}\b[a-z]{0,20}(?:debat|overleg|persconferentie)\b)",
    re.IGNORECASE,
)
OUTLET = re.compile(rf"\A(?:[Dd]e\s|[Hh]et\s)?{LIKE_OUTLET}")
NO_NEWS = re.compile(
    r"(?:^|\.)(?:overheid|rijksoverheid|tweedekamer|eerstekamer|europa|officielebekendmakingen|cbs|politie|om|rivm|nvwa)\.|\.gov\b|\.int$"
)


REPORT_PATH = re.compile(r"/(?:publica|rapport|onderzoek|report|research)[^/]*/", re.IGNORECASE)
NEWS_PATH = re.compile(
    r"/(?:nieuws|news|actueel|artikel|article|bericht|verhaal|binnenland|buitenland|politiek|politics|economie|regio|misdaad)[^/]*/",
    re.IGNORECASE,
)
BODY_WORD = re.compile(
    r"\b(?:(?!pers)\w{0,30}(?:raad|bureau|instituut|inspectie|centrum|rekenkamer|commissie|bank|dienst|fonds)|institute|autoriteit|universiteit|university"
    r"|hogeschool|centr[eu]m?|ministerie|commission|ombudsman|research|agency|college|academie|council|department)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def kind_of_noun(words: str) -> SourceType | None:
    """The sort that a noun names: "Kamerbrief" -> "letter"."""
    if words.lower().endswith(BROKEN):
        words = words.replace("-", "")
    for kind, heads, alone in NOUNS:
        if re.fullmatch(rf"{MEDIUM}?\w*(?:{heads})|{alone}", words, re.IGNORECASE):
            return kind
    return None


def kind_of(publisher: str | None, title: str | None, url: str | None, day: str | None) -> SourceType:
    """The sort of a source that no noun tells: by the words of its title, the site of its address, who made it.

    News has a whole day ("2031-05-03"), reports mostly a month or a year.
    """
    outlet = publisher is not None and OUTLET.fullmatch(publisher) is not None  # whatever its title tells of
    words = f"{publisher or ''} {title or ''}".strip()
    site = host(url) if url else ""
    for kind, pattern in () if outlet else (("law", LAW), ("speech", SPEECH), ("letter", LETTER), ("report", REPORT)):
        if pattern.search(words):
            return kind  # type: ignore[return-value]
    if LAW_SITE.search(site):
        return "law"
    if url and (url.lower().endswith(".pdf") or REPORT_PATH.search(url)):
        return "report"
    if (url and (NO_NEWS.search(site) or is_body(publisher))) or (publisher or "").startswith("@"):
        return "web"
    if not (url or outlet) and (is_body(publisher) or (day and len(day) < len("2031-05-03"))):
        return "report"
    return "news" if day or outlet or (url and NEWS_PATH.search(url)) else "web"


@lru_cache(maxsize=1024)
def is_body(name: str | None) -> bool:
    """Whether a publisher is a body that makes reports, no outlet: by a word of its name, or by the list of organisations.

    >>> is_body("Algemene Rekenkamer"), is_body("RIVM"), is_body("Avondpost"), is_body(None)
    (True, True, False, False)
    """
    return name is not None and (BODY_WORD.search(name) is not None or name in _organisations())


@cache
def _organisations() -> frozenset[str]:
    return frozenset(form for each in organisations() for form in (each.name, *each.others))
