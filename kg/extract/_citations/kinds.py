"""What sort of source a noun, a title or a site tells of."""

from __future__ import annotations

import re
from typing import Literal

from kg.extract._citations.addresses import host

SourceType = Literal["news", "web", "report", "letter", "broadcast", "speech", "law", "other"]

NOUNS: tuple[tuple[SourceType, str], ...] = (
    ("letter", r"\w*brief|\w*brieven|e-?mail"),
    ("broadcast", r"\w*uitzending|documentaire|aflevering|podcast(?:aflevering)?|televisieprogramma"),
    ("speech", r"\w*toespraak|speech|lezing"),
    (
        "report",
        r"\w*rapport(?:en|age|ages)?|\w*onderzoek(?:en)?|(?:\w+-)?advies|adviezen|\w*studies?|\w*evaluatie|\w*monitor|verkenning|peiling|enquête"
        r"|\w*analyse|position\spaper|jaarverslag|jaarbericht|whitepaper|inventarisatie|quickscan|handreiking|informatieblad|brochure|notitie",
    ),
    ("web", r"persbericht(?:en)?|blog|website|webpagina|publicatie|factsheet|verklaring"),
    (
        "news",
        r"\w*bericht(?:en|geving)?|\w*artikel(?:en)?|interview|column|(?:opinie|nieuws)stuk|reportage|nieuws|krantenkop|item",
    ),
)
NOUN = "|".join(rf"(?P<{kind}>{words})" for kind, words in NOUNS)
REPORT = re.compile(r"\b(?:\w*rapport\b|\w*report\b|\w*verkenning|\w*monitor\b|\w*peiling|roadmap|jaarverslag|\w*onderzoek:?\b|advies|overzicht|capaciteitsplan)", re.IGNORECASE)
LAW = re.compile(r"\bECLI:|\b(?:rechtbank|gerechtshof|hoge\sraad|raad\svan\sstate)\b|\bwetsvoorstel\b|^wet\s", re.IGNORECASE)
LAW_SITE = re.compile(r"(?:^|\.)(?:wetten\.overheid|eur-lex\.europa|deeplink\.rechtspraak|uitspraken\.rechtspraak|raadvanstate)\.")
LETTER = re.compile(r"\b\w*brief\b", re.IGNORECASE)
SPEECH = re.compile(r"\b\w*toespraak\b|\bspeech\b", re.IGNORECASE)
NO_NEWS = re.compile(r"(?:^|\.)(?:overheid|rijksoverheid|tweedekamer|eerstekamer|europa|officielebekendmakingen|cbs|politie|om|rivm|nvwa)\.|\.gov\b|\.int$")


def kind_of_noun(words: str) -> SourceType | None:
    """The sort that a noun names: "Kamerbrief" -> "letter"."""
    for kind, pattern in NOUNS:
        if re.fullmatch(pattern, words, re.IGNORECASE):
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
