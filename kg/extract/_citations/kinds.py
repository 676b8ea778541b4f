"""What sort of source a noun, a title or a site tells of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from kg.extract._citations.addresses import host

SourceType = Literal["news", "web", "report", "letter", "broadcast", "speech", "law", "other"]

# the sort, the heads of compounds ("Kamerbrief", "nieuwsbericht") and the words that stand alone
NOUNS: tuple[tuple[SourceType, str, str], ...] = (
    ("letter", "brief|brieven", "e-?mail"),
    ("broadcast", "uitzending", "documentaire(?:serie)?|aflevering|podcast(?:aflevering)?|televisieprogramma"),
    ("speech", "toespraak", "speech|lezing"),
    (
        "report",
        (
            "rapport(?:en|ages?)?|onderzoek(?:en)?|studies?|evaluatie|monitor|analyse|advies|verkenning|peiling|enquête|steekproef"
            "|ramingen|raming|berekeningen|berekening|doorrekening|prognose|rondgang|proefschrift|notitie|(?:kwartaal|maand|jaar)bericht|trendrapportage|signalering"
        ),
        (
            "adviezen|jaarverslag|jaarbericht|inventarisatie|handreiking|informatieblad"
            "|(?:position|white)[ ]?paper|rondvraag"
        ),
    ),
    ("web", "persbericht(?:en)?", "blog|website|webpagina|publicatie|factsheet|verklaring"),
    ("other", "petitie", "manifest|boek"),
    ("news", "bericht(?:en|geving)?|artikel(?:en)?|reportage", "interview|column|opiniestuk|nieuws|krantenkop|item"),
)
HEADS = "|".join(heads for _, heads, _ in NOUNS)
ALONE = "|".join(words for _, _, words in NOUNS)
# one of them is in the first word of each noun
STEMS = (
    "brie", "mail", "uitzending", "documentaire", "aflevering", "podcast", "televisieprogramma", "toespraak", "speech",
    "lezing", "rapport", "onderzoek", "studie", "evaluatie", "monitor", "analyse", "advie", "verkenning", "peiling",
    "enquête", "steekproef", "raming", "rekening", "prognose", "rondgang", "proefschrift", "signalering",
    "jaarverslag", "inventarisatie", "handreiking", "informatieblad", "notitie", "position", "white", "blog",
    "website", "webpagina", "publicatie", "factsheet", "verklaring", "petitie", "manifest", "boek", "bericht",
    "artikel", "reportage", "interview", "column", "opiniestuk", "nieuws", "krantenkop", "item", "rondvraag",
)  # fmt: skip
NOUN = rf"(?:\w{{0,40}}(?:{HEADS})|{ALONE})"
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
LETTER = re.compile(r"\b\w*brief\b", re.IGNORECASE)
SPEECH = re.compile(
    r"\b\w*toespraak\b|\bspeech\b|\bvragenuur\b"
    r"|(?-i:\b(?:[Mm]inister|[Ss]taatssecretaris|[Pp]remier)\b.{0,90}\b[a-z]{0,20}(?:debat|overleg|persconferentie)\b)",
    re.IGNORECASE,
)
NO_NEWS = re.compile(
    r"(?:^|\.)(?:overheid|rijksoverheid|tweedekamer|eerstekamer|europa|officielebekendmakingen|cbs|politie|om|rivm|nvwa)\.|\.gov\b|\.int$"
)


@lru_cache(maxsize=1024)
def kind_of_noun(words: str) -> SourceType | None:
    """The sort that a noun names: "Kamerbrief" -> "letter"."""
    for kind, heads, alone in NOUNS:
        if re.fullmatch(rf"\w*(?:{heads})|{alone}", words, re.IGNORECASE):
            return kind
    return None


def kind_of(publisher: str | None, title: str | None, url: str | None, *, dated: bool) -> SourceType:
    """The sort of a source that no noun tells: by the words of its title and the site of its address."""
    words = f"{publisher or ''} {title or ''}".strip()
    site = host(url) if url else ""
    for kind, pattern in (("law", LAW), ("speech", SPEECH), ("letter", LETTER), ("report", REPORT)):
        if pattern.search(words):
            return kind  # type: ignore[return-value]
    if LAW_SITE.search(site):
        return "law"
    if url and url.lower().endswith(".pdf"):
        return "report"
    return "web" if NO_NEWS.search(site) or not dated else "news"
