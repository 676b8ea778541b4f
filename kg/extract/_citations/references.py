"""What one reference says: "NOS, 20 november 2025, Titel, https://…" in the orders that occur.

Publisher, date, Title (address)        Title (Publisher, date)         Publisher (2023). Title.
Publisher, 'Title', date, address       Title | Section | Publisher     Title (publisher.nl)
date, Publisher, Title                  Publisher. Title. Te raadplegen via address
address alone                           address, Publisher, date
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kg.extract._citations.addresses import SITE, Address, addresses, host
from kg.extract._citations.bodies import LIKE_OUTLET
from kg.extract._citations.broadcasters import programme
from kg.extract._citations.days import Day, days
from kg.extract._citations.kinds import is_body, kind_of_noun
from kg.extract._citations.names import SEPARATORS, publisher_name
from kg.extract._citations.quotations import quotations, unquoted
from kg.extract._citations.sameness import same_publisher
from kg.extract._citations.scholars import scholarly
from kg.extract._citations.trimmed import trimmed

LEAD_IN = re.compile(
    r"^[\s:,;.–-]*(?:\[?\d{1,3}[\])]\s{1,3})?(?:(?:en|alsmede)(?:\s{1,3}|$))?(?:(?:zie|cf|vgl|bron(?:nen)?|link|idem|ibid(?:em)?|o\.\s?a\b|onder\s(?:meer|andere)|bijvoorbeeld|bijv|namelijk)\b\.?(?:\s(?:ook|bijvoorbeeld|hiervoor|hierover|o\.\s?a\.|onder\s(?:meer|andere)|bijv\.)(?!\w)){0,2}\s?[:,]?\s*)?",
    re.IGNORECASE,
)
TO_ADDRESS = re.compile(
    r"""\b(?:(?:(?:online\s)?te\s(?:raadplegen|vinden|lezen|downloaden)\s|(?:beschikbaar|geraadpleegd|raadpleegbaar|gepubliceerd|in\ste\szien|terug\ste\s(?:zien|kijken|luisteren|lezen|vinden)|te\sbeluisteren)\s)?(?:via|op|at|zie)|link|url|bron)$""",
    re.VERBOSE | re.IGNORECASE,
)
MAKER_BEHIND = re.compile(r"\s[–|-]\s(?P<name>[^–|]{2,60})$")  # "Dijk verzakt - Streekblad"
ON_SITE = re.compile(r"\s(?:op|via)\s{0,2}$")
ACRONYM = re.compile(r"^(?P<name>[A-Z][A-Z&]{1,7})\s(?=[A-Z«“‘])")
YEAR_AT_END = re.compile(r"(?<!\bsinds)(?<!\bin)(?<!\bvan)(?<!\btot)(?<!\bvoor)(?<!\buit)\s(?P<year>(?:19|20)\d\d)$")
YEARLY = re.compile(  # "Annual Report 2024 Veer Group"
    r"^(?P<title>(?:Jaar(?:verslag|rapport|bericht|rekening)|Annual\s[Rr]eport|Halfjaar(?:verslag|bericht)|(?:Integrated|Sustainability)\s[Rr]eport)\s(?P<year>(?:19|20)\d\d))\s(?P<name>[A-Z][\w&.’'-]{0,30}(?:\s(?:[A-Z&][\w&.’'-]{0,30}|van|voor|de|het|en|of)){0,6})$"
)
PERSON = re.compile(r"^(?:[A-Z]\.\s?){1,4}[\w\s’'-]{2,30}(?:(?:,|&|en)\s(?:[A-Z]\.\s?){1,4}[\w\s’'-]{2,30}){0,3}$")
SENTENCE = re.compile(r"\b(?:is|zijn|wordt|worden|heeft|hebben|blijkt)\b")
FIELD_BEGINS = re.compile(r"(?:^|[,;:.(»”’'\"|–-]|\bd\.\s?d\.|\bvan|\bop|\bdatum)\s*$", re.IGNORECASE)
FIELD_ENDS = re.compile(r"^\s*(?:$|[,;:.)|(«“‘'\"»–-])")
DATED = re.compile(r"\b(?:d\.\s?d\.|van|op)$", re.IGNORECASE)
SUCH_AS = re.compile(r"^Zoals\b[^:«»“”]{0,90}:\s", re.IGNORECASE)
CALLED = re.compile(r"^(?:het|de)\s.{1,60}(?:onderzoek|rapport|studie|monitor)$")
WORKS = ("letter", "report", "other")
REPORT_OF = re.compile(r"\b[Rr]eport\s(?:of|on|by|to)\b")
JOINED_BY_AND = re.compile(r"(?<=\w)\s&\s[^\W\d_]+(?=$|[\s(])")  # "Bureau Dijken & waterkeringen"
COMMISSIONED = re.compile(r"[.,;]\s(?:[Uu]itgevoerd\s)?[Ii]n\sopdracht\svan\s.*$", re.DOTALL)
PAGES = re.compile(r",\s(?:pp?|pag|blz|pagina)\.?\s\d.*$", re.IGNORECASE)
KIND_OF_TITLE = re.compile(
    r"^(?:Het\s)?(?:[Rr]apport|[Aa]rtikel|[Oo]nderzoek|[Ss]tudie|[Nn]otitie|[Pp]ersbericht)\s(?=[«“‘'\"])"
)
FILE = re.compile(r"\.(?:pdf|docx?|xlsx)$", re.IGNORECASE)
LIKE = re.compile(rf"(?:[Dd]e\s|[Hh]et\s)?{LIKE_OUTLET}|{SITE.pattern}")
NAMES = re.compile(r"^(?:[A-Z][\w&.’'-]*\s|(?:van|het|de|der|en|voor|of|the|and|&|\d)\s){1,7}$")
OF_TITLES = re.compile(
    r"rapport|monitor|nota\b|brief\b|verslag|verkenning|handreiking|plan\b|visie|agenda", re.IGNORECASE
)
RANGE_BEGINS = re.compile(r"(?:jan|feb|maart|mrt|apr|mei|juni?|juli?|aug|sep|okt|nov|dec)[a-z]{0,6}\.?\s?[–-]\s?$", re.IGNORECASE)
QUOTED_BEFORE = re.compile(r"[»”’'\"],\s$")  # "Bureau Stroom, «Titel», 2021"
SEGMENTS = re.compile(r"[,;:|»”’(]\s*|\s[–-]\s")
WITHIN = re.compile(r"^,?\s(?:in:?|uit|van|door|bij|op)\s(?:(?:de|het)\s(?=[A-Z]))?")  # "«Titel» in Avondpost van"
DASH = re.compile(r"\s[–-]\s")
NAME_AND_DAY = 5  # words of a name right before its date: "Omroep Veerland 3 mei 2024"
SMALL_WORDS = frozenset(
    ["van", "voor", "de", "der", "den", "het", "of", "the", "and", "en", "&", "for", "on", "in", "te", "ter"]
)
LONGEST_NAME = 9  # words
TAIL = 80  # characters after an address in which its date may stand
BRACKET = re.compile(r"\s?\((?P<inside>[^()]{1,300}(?:\([^()]{1,100}\)[^()]{0,100})?)\)?[\s.]*$")


@dataclass(frozen=True, slots=True)
class Reference:
    """A source as `text[start:end]` of a passage gives it; what is not printed is None."""

    start: int
    end: int
    publisher: str | None = None
    day: Day | None = None
    title: str | None = None
    address: Address | None = None
    client: str | None = None  # who had it made: "in opdracht van de Waterbond"


def reference(text: str, start: int, end: int, written: date | None) -> Reference | None:
    """What `text[start:end]` says of one source; None where it is none.  `written` is the date of the document."""
    part = text[start:end]
    found = next(addresses(part), None)
    head = part[: found.start] if found else part
    head = _trimmed(head, TO_ADDRESS, SEPARATORS + ".([<") if found else head
    if found and not re.search(r"\w", LEAD_IN.sub("", head)):
        head = part[found.end :].lstrip(" )].,;:")
    publisher, day, title = fields(trimmed(head), written)
    tail = trimmed(part[found.end :]) if found else ""
    if found and title is None and (said := next(quotations(tail), None)):
        title = title_of(tail[said.start : said.end])
    if found and day is None:
        day = next((d for d in days(tail[:TAIL], written) if _is_field(tail, d)), None)
    if found and title is None and publisher and ON_SITE.search(part[: found.start]):
        publisher, title = None, publisher  # "Titel op https://…"
    if found:
        publisher, title = _by_site(publisher, title, host(found.url))
    if day:  # its place in `text`, not in what was cut out
        at = start + part.index(day.printed)
        day = day._replace(start=at, end=at + len(day.printed))
    publisher, title = programme(publisher, title, quoted=next(quotations(head), None) is not None)
    if publisher and title and publisher in title:
        title = re.sub(rf"\s[–|-]\s{re.escape(publisher)}$", "", title)
    address = Address(start + found.start, start + found.end, found.printed, found.url) if found else None
    if not (address or publisher or title):
        return None
    return Reference(start, end, publisher, day, title, address)


def _by_site(publisher: str | None, title: str | None, site: str) -> tuple[str | None, str | None]:
    """Publisher and title, where the site of the address tells which is which: "Titel, Krant", "Krant, Auteur"."""
    bar = MAKER_BEHIND.search(title or "")
    if bar and (publisher is None or same_publisher(publisher, bar["name"])) and same_publisher(bar["name"], site):
        return bar["name"], (title or "")[: bar.start()]
    first = (publisher or "").split(", ")[0]
    if publisher and same_publisher(first, site):
        return first, title
    if not publisher or same_publisher(publisher, site):
        return publisher, title
    return (title, publisher) if title and same_publisher(title, site) else (publisher, title)


def fields(head: str, written: date | None) -> tuple[str | None, Day | None, str | None]:
    """Publisher, date and title of a reference without its address."""
    head = LEAD_IN.sub("", head).strip().rstrip(",;:( ").strip()
    if work := scholarly(head, written):
        return publisher_name(work.who), work.day, title_of(work.title)
    if yearly := YEARLY.match(head):
        at = yearly.start("year")
        return publisher_name(yearly["name"]), Day(at, at + 4, yearly["year"], yearly["year"]), yearly["title"]
    inner = [(q.start, q.end) for q in quotations(head)]
    possible = [d for d in days(head, written) if _is_field(head, d) and not any(a <= d.start < b for a, b in inner)]
    stated = possible[0] if possible else None
    if stated is None:
        publisher, title = _undated(head, inner)
        year = YEAR_AT_END.search(title or "") if publisher else None
        at = head.rfind(year["year"]) if year else 0
        title = title_of(title[: year.start()]) if title and year and title[: year.start()].endswith(",") else title
        return publisher, Day(at, at + 4, year["year"], year["year"]) if year else None, title
    publisher, title = _round_date(head, stated, inner)
    whole = next((d for d in possible if d.value and len(d.value) > 7 and d.value.startswith(stated.printed)), stated)
    return publisher, whole, title


def _round_date(head: str, stated: Day, inner: list[tuple[int, int]]) -> tuple[str | None, str | None]:
    """Publisher and title, from what stands before the date and after it."""
    before = _trimmed(head[: stated.start], DATED, SEPARATORS + "(")
    after = head[stated.end :].lstrip(SEPARATORS + ").")
    cut = _open_bracket(before)
    if cut > 0 and not before[cut + 1 :].strip():  # Publisher, Title (date)
        return _ordered(before[:cut].rstrip(SEPARATORS))
    if cut > 0:  # Title (Publisher, date)
        label = head[: stated.start].rstrip().endswith(":")  # "(Publication date: 25 October 2024)"
        name = None if label else publisher_name(before[cut + 1 :])
        _, bar, maker = before[:cut].rpartition(" | ")  # "Title | Streekblad (streekblad.nl, date)"
        return maker.strip() if bar and same_publisher(maker, name) else name, title_of(before[:cut])
    if inner and inner[0][1] <= stated.start:
        name = publisher_name(head[: inner[0][0]])
        between = WITHIN.sub(", ", before[inner[0][1] :])
        if name and LIKE.fullmatch(between.strip(SEPARATORS)) and not LIKE.fullmatch(name):
            name = None  # "Jan Smit, «Titel», Avondpost, 3 mei"
        if name and PERSON.match(name) and is_name(between.strip(" ,")):
            return publisher_name(between), title_of(head[inner[0][0] : inner[0][1]])
        name = name or (publisher_name(between) if between.lstrip()[:1] in tuple(",–-|") else None)
        return name, title_of(head[inner[0][0] : inner[0][1]])
    if not before.strip():
        first, comma, rest = after.partition(",")
        publisher, title = (first, rest) if comma and len(first.split()) <= 4 else (None, after)
        return publisher_name(publisher), title_of(title)
    return _beside_date(before, after, year_alone=len(stated.printed) == len("2024"))


def _beside_date(before: str, after: str, *, year_alone: bool) -> tuple[str | None, str | None]:
    """Publisher and title without quotation marks, both before the date or one on each side of it."""
    nothing_after = not re.search(r"\w", after)
    titled, site = without_site(before)
    if site and nothing_after:
        return site, title_of(titled)
    quoted = after[:1] in "«“‘„" and not nothing_after
    parted = ", " in before or " | " in before or DASH.search(before) is not None
    if (nothing_after or not (quoted or after[:1].isupper())) and parted:
        return _ordered(before)
    if not nothing_after and not is_name(before) and is_name(after.rstrip(" .")) and not is_body(before):
        return publisher_name(after.rstrip(" .")), title_of(before)  # "Titel (2031), Waterraad"
    if year_alone and (nothing_after or SENTENCE.search(after)):
        if is_body(before) and is_name(before):
            return publisher_name(before), None
        acronym = ACRONYM.match(before)  # "UNEP Emissions Gap Report (2024)."
        return (acronym["name"], title_of(before[acronym.end() :])) if acronym else (None, title_of(before))
    if nothing_after and REPORT_OF.search(before):  # "Final report of the panel, 15 januari 2025"
        return None, title_of(before)
    called = CALLED.match(before) is not None  # "het Veer-3 onderzoek (2023) naar ponten"
    return None if called else publisher_name(before), title_of(before if called else after)


def _ordered(text: str) -> tuple[str | None, str | None]:
    """Publisher and title of "Krant, Titel" and "Krant | Titel", or where the first is long, of "Titel, Krant"."""
    if " | " not in text and (by_dash := _dashed(text)):
        return by_dash
    separator = " | " if " | " in text else ", "
    first, _, rest = text.partition(separator)
    longer, found, last = text.rpartition(separator)
    if not found:
        return (publisher_name(text), None) if is_name(text) else (None, title_of(text))
    if is_name(first) and not (OF_TITLES.search(first) and is_name(last) and not OF_TITLES.search(last)):
        return publisher_name(first), title_of(rest)
    if kind_of_noun(first.partition(" ")[0]) in WORKS and is_name(last):  # "Brandbrief over ponten, Waterbond"
        return publisher_name(last), title_of(longer)
    if is_name(last) and (len(last.split()) < len(longer.split()) or FILE.search(longer)):
        return publisher_name(last), title_of(longer)
    return (publisher_name(first), title_of(rest)) if rest[:1].isupper() else (None, title_of(text))


def _dashed(text: str) -> tuple[str | None, str | None] | None:
    """Publisher and title of "Krant – Titel" and of "Titel - Krant", where only one of the two looks like a name."""
    first = next(DASH.finditer(text), None)
    if first is None:
        return None
    last = list(DASH.finditer(text))[-1]
    longer, name = text[: last.start()], text[last.end() :]
    if is_name(name) and not is_name(longer) and not OF_TITLES.search(name):
        return publisher_name(name), title_of(longer)
    name, longer = text[: first.start()], text[first.end() :]
    if is_name(name) and not is_name(longer) and longer[:1].isupper() and not OF_TITLES.search(name):
        return publisher_name(name), title_of(longer)
    return None


def _of_page(name: str, site: str | None) -> str:
    """Who made a page whose title ends with `name`, before its site in brackets: no "Binnenland" (streekblad.nl)."""
    return name if not site or same_publisher(name, site) or is_body(name) else site


def is_name(text: str) -> bool:
    """Whether every word of a text but the small ones begins with a capital, as those of a body's name do."""
    words = [word for word in JOINED_BY_AND.sub("", text).split() if word.lower() not in SMALL_WORDS]
    return 0 < len(words) <= LONGEST_NAME and all(
        word[0].isupper() or not word[0].isalpha() or SITE.fullmatch(word) for word in words
    )


def _open_bracket(text: str) -> int:
    """Where the last bracket opens that is not closed, or -1."""
    depth = 0
    for i in range(len(text) - 1, -1, -1):
        depth += (text[i] == ")") - (text[i] == "(")
        if depth < 0:
            return i
    return -1


def _trimmed(text: str, words: re.Pattern[str], marks: str) -> str:
    """Text without the marks at its end, and without the words that lead to what follows."""
    return words.sub("", text.rstrip(marks)).rstrip(marks)


def title_of(printed: str | None) -> str | None:
    """A title without quotation marks, and without what a browser adds: "Titel | Binnenland | Krant.nl"."""
    text = PAGES.sub("", SUCH_AS.sub("", (printed or "").strip(SEPARATORS + "(").strip()))
    text = COMMISSIONED.sub("", KIND_OF_TITLE.sub("", text))
    found = next(quotations(text), None)
    if (
        found
        and found.start == 0
        and (found.end == len(text) or re.match(r"\s*(?:[.,;()|–-]|[A-Z])", text[found.end :]))
    ):
        return text[found.inner : found.stop].rstrip(" .,") or None
    text = text.rstrip(" .,")
    text, _ = without_site(text)
    text = _once(unquoted(text.split(" | ")[0].strip()))
    return text.rstrip(" .,;") or None if re.search(r"\w", text) else None


def without_site(text: str) -> tuple[str, str | None]:
    """A title less the bracket at its end that names a site, and that site: "Titel (krant.nl)"."""
    bracket = BRACKET.search(text)
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


def _is_field(head: str, day: Day) -> bool:
    """Whether a date stands as a part of its own, not within a title."""
    before, after = head[: day.start], head[day.end :]
    if RANGE_BEGINS.search(before[-12:]):
        return False  # "Rapportage mei–augustus 2025"
    whole = len(day.printed) > len("mei 2024") or day.printed[:1].isdigit() and len(day.printed) > len("2024")
    quoted = whole and re.match(r"\s?[«“‘]", after)  # "Krant 3 mei 2024 «Titel»"
    begins = FIELD_BEGINS.search(before[-12:]) is not None or not before.strip()
    begins = begins or bool(quoted and NAMES.match(before))
    segment = SEGMENTS.split(before)[-1]
    named = len(segment.split()) <= NAME_AND_DAY and is_name(segment) and not OF_TITLES.search(segment)
    begins = begins or (whole and named)
    ends = FIELD_ENDS.match(after) is not None
    if len(day.printed) == len("2024"):
        return (
            before[-1:] + after[:1] == "()"
            or (before.rstrip()[-1:], after[:1])
            in (
                (",", ","),
                (",", ")"),
                (".", "."),
            )
            or (QUOTED_BEFORE.search(before) is not None and not after.strip(" ."))
        )
    return begins and ends


def _undated(head: str, inner: list[tuple[int, int]]) -> tuple[str | None, str | None]:
    """Publisher and title where there is no date."""
    bars = " | " in head and bool(inner) and inner[0][0] > 0  # "Schout: ‘Titel’ | Binnenland | Krant"
    if inner and inner[0][0] < 80 and not bars:
        start, end = inner[0]
        before = head[:start].rstrip()
        alone = re.match(r"\s*(?:$|[,.;(|])", head[end:]) is not None
        named = before.endswith((",", ".", "|")) or (before.endswith(":") and len(before.split()) <= 3)
        if alone and (not before or named):
            after = publisher_name(head[end:].strip(" ,.(|)").split(" | ")[-1].split("(")[0]) if not before else None
            return publisher_name(before) or after, title_of(head[start:end])
    title, site = without_site(head.rstrip(" ."))
    pieces = title.split(" | ")
    if len(pieces) > 1:
        return publisher_name(_of_page(pieces[-1], site)), title_of(pieces[0])
    if site:
        behind = MAKER_BEHIND.search(title)
        maker = _of_page(behind["name"], site) if behind else site
        return publisher_name(maker), title_of(title[: behind.start()] if behind and maker != site else title)
    for separator in (", ", ". ", ": "):
        publisher, found, rest = head.partition(separator)
        short = len(publisher.split()) <= 5 or is_name(publisher)
        if (found and short and publisher[:1].isupper() and rest[:1].isupper()) or (found and rest[:1] in "«“‘"):
            return publisher_name(publisher), title_of(rest)
    return (publisher_name(head), None) if len(head.split()) <= 3 and head[:1].isupper() else (None, title_of(head))
