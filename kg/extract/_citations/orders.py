"""Publisher, date and title of a reference without its address, in the orders that occur."""

from __future__ import annotations

import re
from datetime import date

from kg.extract._citations.bodies import NAME
from kg.extract._citations.bodies import OUTLET as NEWS
from kg.extract._citations.days import Day, days, moved_day
from kg.extract._citations.kinds import is_body, kind_of_noun
from kg.extract._citations.names import COMMISSIONED, SEPARATORS, publisher_name
from kg.extract._citations.quotations import quotations
from kg.extract._citations.sameness import same_publisher
from kg.extract._citations.scholars import scholarly
from kg.extract._citations.titles import LIKE_SOURCE, OF_TITLES, is_name, title_of, without_site
from kg.extract._citations.trimmed import trimmed_end
from kg.extract._citations.undated import undated
from kg.grammar.months import A_MONTH
from kg.grammar.stretches import Taken

LEAD_IN = re.compile(
    r"^[\s:,;.–-]*(?:\[?\d{1,3}[\])]\s{1,3})?(?:(?:en|alsmede)(?:\s{1,3}|$))?(?:(?:zie|cf|vgl|bron(?:nen)?|link|idem|ibid(?:em)?|o\.\s?a\b|onder\s(?:meer|andere)|bijvoorbeeld|bijv|namelijk)\b\.?(?:\s(?:ook|bijvoorbeeld|hiervoor|hierover|o\.\s?a\.|onder\s(?:meer|andere)|bijv\.)(?!\w)){0,2}\s?[:,]?\s*)?",
    re.IGNORECASE,
)
PERSON_NAME = r"[A-Z][a-zà-ÿ.-]{0,15}\s(?:(?:van|de|der|den|ten|ter|el|al)\s){0,2}[A-Z][\w’'-]{1,20}"
ACRONYM = re.compile(r"^(?P<name>[A-Z][A-Z&]{1,7})\s(?=[A-Z«“‘])")
YEAR_AT_END = re.compile(r"(?<!\bsinds)(?<!\bin)(?<!\bvan)(?<!\btot)(?<!\bvoor)(?<!\buit)\s(?P<year>(?:19|20)\d\d)$")
MONTH_LAST = re.compile(rf"\d\s{A_MONTH}$")
YEAR_BESIDE = re.compile(r"(?<=\w),?\s(?P<year>(?:19|20)\d\d)$")
YEARLY = re.compile(  # "Annual Report 2024 Veer Group"
    r"^(?P<title>(?:Jaar(?:verslag|rapport|bericht|rekening)|Annual\s[Rr]eport|Halfjaar(?:verslag|bericht)|(?:Integrated|Sustainability)\s[Rr]eport)\s(?P<year>(?:19|20)\d\d))\s(?P<name>[A-Z][\w&.’'-]{0,30}(?:\s(?:[A-Z&][\w&.’'-]{0,30}|van|voor|de|het|en|of)){0,6})$"
)
YEARLY_LAST = re.compile(  # "AIVD Jaarverslag 2023"
    r"^(?P<name>[A-Z][\w&.’'-]{0,30}(?:\s(?:[A-Z&][\w&.’'-]{0,30}|van|voor|de|het|en|of)){0,6})\s(?P<title>(?:Jaar(?:verslag|rapport|rapportage|bericht)|Annual\s[Rr]eport|Halfjaar(?:verslag|bericht))\s(?P<year>(?:19|20)\d\d))$"
)
AUTHORS = re.compile(  # "Streekblad, Jan de Veer en Piet Zand"
    rf"^(?P<name>[^,]{{2,40}}),\s{PERSON_NAME}(?:(?:,|\sen|\s&)\s{PERSON_NAME}){{0,3}}$"
)
PERSON = re.compile(r"^(?:[A-Z]\.\s?){1,4}[\w\s’'-]{2,30}(?:(?:,|&|en)\s(?:[A-Z]\.\s?){1,4}[\w\s’'-]{2,30}){0,3}$")
SENTENCE = re.compile(r"\b(?:is|zijn|wordt|worden|heeft|hebben|blijkt)\b")
FIELD_BEGINS = re.compile(r"(?:^|[,;:.(»”’'\"|–-]|\bd\.\s?d\.|\bvan|\bop|\bdatum)\s*$", re.IGNORECASE)
FIELD_ENDS = re.compile(r"^\s*(?:$|[,;:.)|(«“‘'\"»–-])")
DATED = re.compile(r"\b(?:d\.\s?d\.|van|op)$", re.IGNORECASE)
CALLED = re.compile(r"^(?:het|de)\s.{1,60}(?:onderzoek|rapport|studie|monitor)$")
WORKS = ("letter", "report", "other")
REPORT_OF = re.compile(r"\b[Rr]eport\s(?:of|on|by|to)\b")
ISSUED = re.compile(
    rf"^(?P<title>[A-Z«“‘'\"][^\n]{{8,250}}?)\.\s(?:[A-Z]\w{{0,20}}(?:rapport|rapportage|advies|verslag|notitie|monitor)|Rapport|Advies|Notitie|Factsheet|Publicatie|Uitgave|Rapportage|Studie)\s(?:van\s(?:de\s|het\s)?)?(?P<name>(?>{NAME})),?\s(?P<when>\(?\d{{0,2}}\s?[A-Za-z]{{3,9}}\.?\s\d{{4}})"
)
CODED = re.compile(
    r"(?:^|,?\s)\(?(?:[Rr]apport\s)?(?P<name>[A-Z]{2,8})(?:-[A-Z]{1,4})?\s(?P<year>(?:19|20)\d\d)\s[A-Z]\s?\d{2,6}\)?(?=$|[,.;:\s])"
)  # the number of a report
TITLE_FIRST = re.compile(
    r"^(?P<title>[^.]{0,200}\s[a-z][^.]{1,100}[.?!])\s(?P<name>[A-Z][^.]{1,60})$"
)  # "Pont vaart niet. Veerkrant"
LETTER = re.compile(r"^(?:de\s|een\s)?(?:\w{0,15}brief|e-?mail|notitie|memo)\b", re.IGNORECASE)
ABOUT = re.compile(r"^\s(?:over|inzake|betreffende|aan|met\sbetrekking\stot|m\.b\.t\.|omtrent)\s")
TO_HOUSE = re.compile(r"Kamerbrief\s\w")  # with its subject
FILE = re.compile(r"\.(?:pdf|docx?|xlsx)$", re.IGNORECASE)
NAMES = re.compile(r"^(?:[A-Z][\w&.’'-]*\s|(?:van|het|de|der|en|voor|of|the|and|&|\d)\s){1,7}$")
RANGE_BEGINS = re.compile(
    r"(?:jan|feb|maart|mrt|apr|mei|juni?|juli?|aug|sep|okt|nov|dec)[a-z]{0,6}\.?\s?[–-]\s?$", re.IGNORECASE
)
QUOTED_BEFORE = re.compile(r"[»”’'\"],\s$")  # "Bureau Stroom, «Titel», 2021"
SEGMENTS = re.compile(r"[,;:|»”’(]\s*|\s[–-]\s")
WITHIN = re.compile(r"^,?\s(?:in:?|uit|van|door|bij|op)\s(?:(?:de|het)\s(?=[A-Z]))?")  # "«Titel» in Avondpost van"
WITH_YEAR = re.compile(r"(?<=[A-Z])(?:19|20)\d\d$")  # a survey: "WoON2021"
DASH = re.compile(r"\s[–-]\s")
SHORT_NAME = 3  # words of a name in small letters: "Duurzaam varen"
LONGEST_SEGMENT = 200  # characters before a date that may name who published on it
NAME_AND_DAY = 5  # words of a name right before its date: "Omroep Veerland 3 mei 2024"


def fields(head: str, written: date | None) -> tuple[str | None, Day | None, str | None]:
    """Publisher, date and title of a reference without its address."""
    head = LEAD_IN.sub("", head).strip().rstrip(",;:( ").strip()
    if (" 20" in head or " 19" in head) and (coded := CODED.search(head)):  # "TNO, «Titel», TNO-DV 2009 C412"
        publisher, day, title = _fields((head[: coded.start()] + head[coded.end() :]).strip(" ,;:("), written)
        at = coded.start("year")
        day = day or Day(at, at + 4, coded["year"], coded["year"])
        if publisher is None or title is None:  # what is left is the title: "TNO 2018 R10373, Titel"
            publisher, title = publisher_name(coded["name"]), title or publisher
        return publisher, day, title
    return _fields(head, written)


def _fields(head: str, written: date | None) -> tuple[str | None, Day | None, str | None]:
    if issued := ISSUED.match(head):  # "Titel. Onderzoeksrapport Waterraad, mei 2031. Gepubliceerd 4 juni 2031."
        told = list(days(head[issued.start("when") :], written))
        if told and issued["when"].startswith(told[0].printed):
            return publisher_name(issued["name"]), moved_day(told[-1], issued.start("when")), title_of(issued["title"])
    if work := scholarly(head, written):
        return publisher_name(work.who), work.day, title_of(work.title)
    if yearly := YEARLY.match(head) or YEARLY_LAST.match(head):
        at = yearly.start("year")
        return publisher_name(yearly["name"]), Day(at, at + 4, yearly["year"], yearly["year"]), yearly["title"]
    inner = [(q.start, q.end) for q in quotations(head)]
    quoted = Taken(inner)
    possible = [d for d in days(head, written) if is_field(head, d) and quoted.free(d.start, d.end)]
    stated = possible[0] if possible else None
    if stated is None:
        publisher, title = undated(head, inner)
        if publisher and title and (beside := YEAR_BESIDE.search(publisher)):  # "Waterraad 2031, Titel"
            at = head.index(beside["year"])
            return publisher[: beside.start()], Day(at, at + 4, beside["year"], beside["year"]), title
        year = YEAR_AT_END.search(title or "") if publisher else None
        year = None if year and MONTH_LAST.search((title or "")[: year.start()]) else year  # "Verkiezing 3 mei 2031"
        at = head.rfind(year["year"]) if year else 0
        title = title_of(title[: year.start()]) if title and year and title[: year.start()].endswith(",") else title
        return publisher, Day(at, at + 4, year["year"], year["year"]) if year else None, title
    publisher, title = _round_date(head, stated, inner)
    whole = next((d for d in possible if d.value and len(d.value) > 7 and d.value.startswith(stated.printed)), stated)
    return publisher, whole, title


def _round_date(head: str, stated: Day, inner: list[tuple[int, int]]) -> tuple[str | None, str | None]:
    """Publisher and title, from what stands before the date and after it."""
    before = trimmed_end(head[: stated.start], DATED, SEPARATORS + "(")
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
        name = _without_authors(publisher_name(head[: inner[0][0]]))
        between = WITHIN.sub(", ", before[inner[0][1] :])
        if name and LIKE_SOURCE.fullmatch(between.strip(SEPARATORS)) and not LIKE_SOURCE.fullmatch(name):
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


def _without_authors(name: str | None) -> str | None:
    """An outlet or body without who wrote in it; two or more persons write in something that is none of them."""
    found = AUTHORS.match(name or "")
    if not found or is_body((name or "")[found.end("name") :].strip(", ")):
        return name
    several = re.search(r",.*(?:,|\sen\s|\s&\s)", name or "") is not None
    known = several or is_body(found["name"]) or re.fullmatch(NEWS, found["name"]) is not None
    return found["name"] if known else name


def _beside_date(before: str, after: str, *, year_alone: bool) -> tuple[str | None, str | None]:
    """Publisher and title without quotation marks, both before the date or one on each side of it."""
    if not re.search(r"\w", after):
        return _all_before(before, year_alone=year_alone)
    quoted = after[:1] in "«“‘„"
    if not (quoted or after[:1].isupper()) and _parted(before):
        return _ordered(before)
    if _named_last(before, after.rstrip(" .")):  # "Titel (2031), Waterraad"
        return publisher_name(after.rstrip(" .")), title_of(before)
    if LETTER.match(before) and ABOUT.match(f" {after}"):
        return publisher_name(before), None
    if year_alone and SENTENCE.search(after):
        return _of_year(before)
    first, comma, _ = before.partition(", ")
    # "Avondpost, Jan de Veer, 3 mei, «Titel»"
    if quoted and comma and LIKE_SOURCE.fullmatch(first) and is_name(before):
        before = first
    called = CALLED.match(before) is not None  # "het Veer-3 onderzoek (2023) naar ponten"
    return None if called else publisher_name(before), title_of(before if called else after)


def _all_before(before: str, *, year_alone: bool) -> tuple[str | None, str | None]:
    """Publisher and title where both stand before the date."""
    titled, site = without_site(before)
    if site:
        return site, title_of(titled)
    if (sentence := TITLE_FIRST.match(before)) and _named_last(sentence["title"], sentence["name"]):
        return publisher_name(sentence["name"]), title_of(sentence["title"])
    if _parted(before):
        return _ordered(before)
    if told := _said_by(before, dated=not year_alone):
        return told
    if year_alone:
        return _of_year(before)
    # "Final report of the panel, 15 januari 2025"
    return (
        (None, title_of(before))
        if REPORT_OF.search(before) or TO_HOUSE.match(before)
        else (publisher_name(before), None)
    )


def _said_by(text: str, *, dated: bool = False) -> tuple[str, str | None] | None:
    """Publisher and title of "Waterraad: Ponten in zicht"; of any short name if it is `dated`: "Veerpost: Pont vol (3 mei 2031)"."""
    by, colon, said = text.partition(": ")
    named = dated and is_name(by) and len(by.split()) < SHORT_NAME and kind_of_noun(by) is None
    known = colon and said[:1].isupper() and (named or is_body(by) or LIKE_SOURCE.fullmatch(by))
    name = publisher_name(by) if known else None
    return (name, title_of(said)) if name else None


def _of_year(before: str) -> tuple[str | None, str | None]:
    """Publisher and title before a year alone: "UNEP Emissions Gap Report (2024).", "Waterraad (2031)"."""
    if is_body(before) and is_name(before):
        return publisher_name(before), None
    acronym = ACRONYM.match(before)
    return (acronym["name"], title_of(before[acronym.end() :])) if acronym else (None, title_of(before))


def _parted(text: str) -> bool:
    return ", " in text or " | " in text or DASH.search(text) is not None


def _named_last(title: str, name: str) -> bool:
    """Whether a title comes first and its maker behind it: "Pont vaart deze zomer niet" and "Veerkrant"."""
    if not is_name(name) or OF_TITLES.search(name) or re.search(r"\d", name):
        return False
    first = title.partition(",")[0]
    if is_name(first) or is_body(title) or LIKE_SOURCE.fullmatch(first):
        return False
    words = len(title.split())
    return words > len(name.split()) and (
        words > SHORT_NAME or is_body(name) or LIKE_SOURCE.fullmatch(name) is not None
    )


def _ordered(text: str) -> tuple[str | None, str | None]:
    """Publisher and title of "Krant, Titel" and "Krant | Titel", or where the first is long, of "Titel, Krant"."""
    if " | " not in text and (by_dash := _dashed(text)):
        return by_dash
    separator = " | " if " | " in text else ", "
    first, _, rest = text.partition(separator)
    longer, found, last = text.rpartition(separator)
    if not found:
        return (publisher_name(text), None) if is_name(text) else (None, title_of(text))
    last = COMMISSIONED.sub("", last)  # "Oberon in opdracht van OCW"
    titled = OF_TITLES.search(first) or WITH_YEAR.search(first)
    if is_name(first) and not (titled and is_name(last) and not (OF_TITLES.search(last) or re.search(r"\d", last))):
        return publisher_name(first), title_of(rest)
    if kind_of_noun(first.partition(" ")[0]) in WORKS and is_name(last):  # "Brandbrief over ponten, Waterbond"
        return publisher_name(last), title_of(longer)
    if is_name(last) and (len(last.split()) < len(longer.split()) or FILE.search(longer)):
        return publisher_name(last), title_of(longer)
    return (publisher_name(first), title_of(rest)) if rest[:1].isupper() else (None, title_of(text))


def _dashed(text: str) -> tuple[str | None, str | None] | None:
    """Publisher and title of "Krant – Titel" and of "Titel - Krant", where only one of the two looks like a name."""
    first = next(DASH.finditer(text), None)
    if first is None or is_name(text.rpartition(", ")[2]):
        return None
    last = list(DASH.finditer(text))[-1]
    longer, name = text[: last.start()], text[last.end() :]
    if is_name(name) and not is_name(longer) and not OF_TITLES.search(name):
        return publisher_name(name), title_of(longer)
    name, longer = text[: first.start()], text[first.end() :]
    if is_name(name) and not is_name(longer) and longer[:1].isupper() and not OF_TITLES.search(name):
        return publisher_name(name), title_of(longer)
    return None


def _open_bracket(text: str) -> int:
    """Where the last bracket opens that is not closed, or -1."""
    depth = 0
    for i in range(len(text) - 1, -1, -1):
        depth += (text[i] == ")") - (text[i] == "(")
        if depth < 0:
            return i
    return -1


def is_field(head: str, day: Day) -> bool:
    """Whether a date stands as a part of its own, not within a title."""
    before, after = head[: day.start], head[day.end :]
    if RANGE_BEGINS.search(before[-12:]):
        return False  # "Rapportage mei–augustus 2025"
    whole = len(day.printed) > len("mei 2024") or (day.printed[:1].isdigit() and len(day.printed) > len("2024"))
    quoted = whole and re.match(r"\s?[«“‘]", after)  # "Krant 3 mei 2024 «Titel»"
    begins = FIELD_BEGINS.search(before[-12:]) is not None or not before.strip()
    begins = begins or bool(quoted and NAMES.match(before))
    segment = SEGMENTS.split(before[-LONGEST_SEGMENT:])[-1]
    named = len(segment.split()) <= NAME_AND_DAY and is_name(segment) and not OF_TITLES.search(segment)
    begins = begins or (whole and named)
    ends = FIELD_ENDS.match(after) is not None or (
        whole and LETTER.match(before) is not None and ABOUT.match(after) is not None
    )
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
