"""Titles as notes and texts print them, less their quotation marks and what a browser adds; and what looks like a name."""

from __future__ import annotations

import re

from kg.extract._citations.addresses import SITE
from kg.extract._citations.kinds import OUTLET
from kg.extract._citations.names import SEPARATORS
from kg.extract._citations.quotations import quotations, unquoted

SUCH_AS = re.compile(r"^Zoals\b[^:«»“”]{0,90}:\s", re.IGNORECASE)
SORT_LAST = re.compile(r"(?<=\w)\s\[[A-Z][a-z]{3,14}(?:\s[a-z]{3,14}){0,2}\]$")  # "Ponten op drift [Persbericht]"
COMMISSIONED = re.compile(r"[.,;]\s(?:[Uu]itgevoerd\s)?[Ii]n\sopdracht\svan\s.*$", re.DOTALL)
HOUR = re.compile(r"(?:^|,\s)\d{1,2}[.:]\d\d\s?(?:uur|u\.)(?:\s\([^()]{1,30}\))?(?:,\s|$)")  # of a broadcast
PAGES = re.compile(r",\s(?:pp?|pag|blz|pagina)\.?\s\d.*$", re.IGNORECASE)
KIND_OF_TITLE = re.compile(
    r"^(?:Het\s)?(?:(?:[Oo]nderzoeks|[Ee]ind|[Aa]dvies|[Ee]valuatie)?[Rr]apport|[Aa]rtikel|[Oo]nderzoek|[Ss]tudie|[Nn]otitie|[Pp]ersbericht|[Aa]flevering|[Uu]itzending|[Ii]tem|[Cc]olumn|[Ii]nterview|[Dd]ocumentaire|[Pp]odcast)\s(?=[«“‘'\"])"
)
JOINED_BY_AND = re.compile(r"(?<=\w)\s&\s[^\W\d_]+(?=$|[\s(])")  # "Bureau Dijken & waterkeringen"
SMALL_WORDS = frozenset(
    ["van", "voor", "de", "der", "den", "het", "of", "the", "and", "en", "&", "for", "on", "in", "te", "ter"]
)
LONGEST_NAME = 9  # words
MAKER_BEHIND = re.compile(r"\s[–|-]\s(?P<name>[^–|]{2,60})$")  # "Dijk verzakt - Streekblad"
LIKE_SOURCE = re.compile(rf"{OUTLET.pattern}|\A{SITE.pattern}")
OF_TITLES = re.compile(
    r"rapport|monitor|nota\b|brief\b|verslag|verkenning|handreiking|plan\b|visie|agenda|convenant\b|leidraad|factsheet|manifest\b|[a-z]beeld\b|^(?:evaluatie|dashboard|atlas|benchmark|barometer|enquête|staat\svan)\s",
    re.IGNORECASE,
)
# "Sluismonitor 2031", "Overzicht veerponten (najaar 2031)"; no stretch of years, none that its subject has ("ongevallen in 2031")
EDITION = re.compile(
    r"(?<![\d–-])(?<!\bin\s)(?<!over\s)(?<!van\s)(?<!\buit\s)(?<!\btot\s)(?<!t/m\s)(?<!\ben\s)(?<!&\s)(?<!/)(?<!\d\s-\s)(?<!\d\s–\s)\b(?P<year>(?:19|20)\d\d)\)?$"
)
NO_EDITION = re.compile(  # of the year they tell of, or of the year they are for
    r"jaar(?:verslag|rapport|bericht|rekening|stukken|plan|cijfers|overzicht|beeld)|annual\sreport|verantwoording|verkiezing|visie|agenda|plan\b|programma|strategie|begroting|horizon|nota\b|scenario|toekomst|doelen|wet\b|akkoord",
    re.IGNORECASE,
)
BRACKET = re.compile(r"\s?\((?P<inside>[^()]{1,300}(?:\([^()]{1,100}\)[^()]{0,100})?)\)?[\s.]*$")


SAYS_THAT = re.compile(  # behind a work in which something is said: "in het rapport Sluizen onder druk dat"
    r"\s(?P<title>(?!Minister|Staatss|Kamer)[A-Z][\w’-]+(?:\s[\w’&-]{1,30}){1,10}?)\s(?=dat\s(?:de|het|een|er|in|dit|deze|door|veel|meer|ruim)\b)"
)


def is_name(text: str) -> bool:
    """Whether every word of a text but the small ones begins with a capital, as those of a body's name do."""
    words = [word for word in JOINED_BY_AND.sub("", text).split() if word.lower() not in SMALL_WORDS]
    return 0 < len(words) <= LONGEST_NAME and all(
        word[0].isupper() or not word[0].isalpha() or SITE.fullmatch(word) for word in words
    )


def title_of(printed: str | None) -> str | None:
    """A title without quotation marks, and without what a browser adds: "Titel | Binnenland | Krant.nl"."""
    text = PAGES.sub("", SUCH_AS.sub("", (printed or "").strip(SEPARATORS + "(").strip()))
    text = HOUR.sub("", text)
    text = SORT_LAST.sub("", text) if text.endswith("]") else text
    text = COMMISSIONED.sub("", KIND_OF_TITLE.sub("", text))
    found = next(quotations(text), None)
    if (
        found
        and found.start == 0
        and (found.end == len(text) or re.match(r"\s*(?:[.,;()|–-]|[A-Z]|door\s)", text[found.end :]))
    ):
        return text[found.inner : found.stop].rstrip(" .,") or None
    text = text.rstrip(" .,")
    text, _ = without_site(text)
    text = _once(unquoted(text.split(" | ")[0].strip()))
    return text.rstrip(" .,;") or None if re.search(r"\w", text) else None


def edition(title: str) -> str | None:
    """The year by which a title names its edition: "Sluismonitor 2031"; None of a year that a work tells of or is for."""
    found = EDITION.search(title)
    return None if found is None or NO_EDITION.search(title) else found["year"]


def maker_of(title: str | None, site: str) -> str:
    """Who keeps a site, where a title prints its name in capitals: "Rapportage WBA mei 2031" (wba.nl); else the site."""
    label = site.removeprefix("www.").split(".")[0]
    found = re.search(rf"(?<!\w){re.escape(label.upper())}(?!\w)", title or "") if len(label) > len("om") else None
    return found.group() if found else site


def without_site(text: str) -> tuple[str, str | None]:
    """A title less the bracket at its end that names a site, and that site: "Titel (krant.nl)"."""
    bracket = BRACKET.search(text) if "(" in text else None
    if not bracket or bracket.start() == 0:
        return text, None
    site = list(SITE.finditer(bracket["inside"]))
    if site and bracket["inside"].rstrip(") ").endswith(site[-1].group()):
        return text[: bracket.start()].strip(), site[-1]["site"]
    return text, None


def _once(text: str) -> str:
    """A title that is printed twice ("Titel, Titel"), once."""
    half = (len(text) - 1) // 2
    for joint in range(max(0, half - 2), half + 3):
        if text[joint : joint + 1] in ",;" and _squash(text[:joint]) == _squash(text[joint + 1 :]) != "":
            return text[:joint]
    return text


def _squash(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
