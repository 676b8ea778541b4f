"""Titles in quotation marks behind the nouns of sources, with what is said of them before and behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kg.extract._citations.bodies import NAME
from kg.extract._citations.brackets import bracketed_title, in_bracket, linked_bracket
from kg.extract._citations.broadcasters import BROADCASTER
from kg.extract._citations.dated import ISSUED, ON_DATE, appeared, appeared_before
from kg.extract._citations.days import Day, days, moved_day
from kg.extract._citations.kinds import BY_TITLE_ONLY, NOUN, OUTLET, SourceType, kind_of_noun
from kg.extract._citations.makers import BY, DONE_BY, RELEASED, WRITTEN_IN, maker, makers
from kg.extract._citations.names import publisher_name
from kg.extract._citations.quotations import MARKS, Quotation, quotation_at
from kg.extract._citations.references import Reference
from kg.extract._citations.senders import done_before, maker_before, maker_that_has, said_in
from kg.extract._citations.titles import title_of, without_site

NAMED_BEFORE = re.compile(  # "het WBA " before "rapport", but no adjective: "het Nederlandse ", "een Europees "
    r"\b(?:[Hh]et|[Dd]e|[Dd]it|[Ee]en)\s(?:(?:recente|nieuwe|laatste|eerdere)\s)?(?!(?:EU|VN|Kamer|Tweede|Eerste|Kabinet)\b)"
    r"(?P<name>[A-Z]{2,8}|(?:[A-Z][\w&]{1,30}\s){0,2}[A-Z][\w&]{2,30}(?<!e)(?<![a-z]s))\s$"
)
BEFORE_NOUN = 48  # characters
GAP = re.compile(
    r"""^\s{0,3}:?\s{0,3}(?:[^«»“”„‘"?!;:\n]{0,110}?
    (?:(?<!\w)(?:getiteld|met\s(?:de|als)\s(?:titel|kop)|onder\sde\s(?:titel|kop)|genaamd)?:?|(?P<colon>:))\s{0,3})?(?=[«“„‘'"’])""",
    re.VERBOSE,
)
QUOTATION_BEGINS = re.compile(r"[«“„‘'\"’]")
CLAUSE = re.compile(
    r"\b(?:dat|die|waar\w*|wordt|is|zijn|schrijf\w*|stelt|staat|heeft|om\ste|volgens|zegt|noemt|over)\b", re.IGNORECASE
)
SENTENCE_ENDS = re.compile(r"(?<=[a-z]{4})(?<!prof)(?<!mevr)\.\s(?=[A-Z])")
AT_EVENT = re.compile(
    r"\b(?:op|tijdens|bij|voor)\s(?:het|de|een)\s(?:[a-z]{3,20}e?\s)?\w*(?:congres|symposium|conferentie|bijeenkomst|seminar|dag|forum|festival|lezing|top)\s$"
)
OF_OUTLET = re.compile(
    r"\s(?:van|in|uit)\s(?:(?:het|de)\s)?(?:(?:[a-z]{2,12}-?)?(?:programma|rubriek|talkshow|podcast)\s)?"
)
PROGRAMME = re.compile(r"[A-Z][\w-]{1,30}(?:\s[A-Z][\w-]{1,30}){0,2}")
ONE_WORD = re.compile(r"[A-Z][\w:’'-]{4,40}[?!]?")
BRACKET = re.compile(r"^[?.,\s]{0,3}\((?P<inside>[^()\n]{3,120})\)")
IN_BRACKET = re.compile(rf"^\s\((?P<name>(?>{NAME}))\)")
WRITER_ON_SITE = re.compile(r"[A-Z][\w’. -]{2,40}\sop\s(?P<site>[\w-]{2,30}\.(?:nl|com|org|eu|net|be))")
BOTH = re.compile(r"^,\s(?:beiden?|alle|allemaal|allebei)(?=\s)")  # "«Een» en «Twee», beide van"
ISSUE = re.compile(r"^,?\s\(?(?:nr\.?|nummer|editie|jaargang)\s?\d{1,4},(?=\s)")  # "(nr. 12, 24 maart 2031)"
TRAILED = re.compile(
    rf"^,\s(?:(?:het|de)\s)?(?P<name>(?>{NAME}))(?:,(?=\s\d)|(?=\s(?:van|op|d\.\s?d\.|\d)))"
)  # "«Titel», Veerkrant, 3 mei 2031"
ON_SITE = re.compile(
    r"^\s(?:op|van|via)\s(?:de\s)?(?:(?:web)?site\s(?:van\s)?)?(?P<site>[\w-]{2,40}(?:\.[\w-]{2,40}){0,2}\.(?:nl|com|org|eu|net|be))(?![\w/])"
)
ADDRESSED = re.compile(r"^\s\((?:https?://|www\.)[^\s()]{4,280}\)")
PLURAL = re.compile(r"(?:en|s)$")  # "berichten", "columns"
NEXT_TITLE = re.compile(
    r"^\??\s{0,3}(?:\([^()]{0,80}\))?\s{0,3}(?:,|en|,\s?en|alsmede|en\s(?:het|de)\s(?P<word>\w{1,20}))\s{0,3}(?=[«“‘'\"])"
)
INSIDE = re.compile(
    rf"\s(?:in|op|bij|uit)\s?(?:het\s|de\s)?(?P<name>(?>{NAME}))(?:\s(?:van|op|d\.\s?d\.)\s(?:[a-z]{{3,9}}dag\s)?\d[^«“.:;]{{3,20}})?(?:,?\s(?:getiteld|met\s(?:de|als)\s(?:titel|kop)|onder\sde\s(?:titel|kop)))?[\s(,:]{{0,3}}$"
)
OTHER = re.compile(
    rf"\ben\s(?:van\s|in\s|uit\s)?(?:de|het|een)\s(?:(?:daarop|hierop)\s)?(?:[a-z]{{3,12}}e\s)?{NOUN}(?![\w-])",
    re.IGNORECASE,
)
LOOK_BACK = 90  # further back, for the day on which it appeared


def titled(text: str, noun: re.Match[str], kind: SourceType, written: date | None) -> Iterator[Reference]:
    """The sources whose titles stand behind `noun`: "het bericht «Titel» (Avondpost, 3 mei)", "de artikelen «Een» en «Twee»"."""
    after = text[noun.end() : noun.end() + 160]
    gap = GAP.match(after) if QUOTATION_BEGINS.search(after) else None
    if not gap or CLAUSE.search(re.sub(r"\bgetiteld.*", "", gap.group())) or OTHER.search(gap.group()):
        return
    between = gap.group()
    if SENTENCE_ENDS.search(between) or (gap["colon"] and kind not in ("news", "broadcast")):
        return  # what stands behind a colon in a letter or a report is said in it
    at = noun.end() + gap.end()
    start = noun.start("noun")
    if (kind in ("news", "broadcast") and OF_OUTLET.fullmatch(between)) and (
        shown := _quoted_outlet(text, start, at, written)
    ):
        yield shown
        return
    row = list(_row(text, noun, at, between, kind, written))
    for ref in _shared(text, row) if PLURAL.search(noun["noun"]) else row:
        yield owned(text, *noun.span("noun"), ref)


def _row(
    text: str, noun: re.Match[str], at: int, between: str, kind: SourceType, written: date | None
) -> Iterator[Reference]:
    """The titles from `at` on that `noun` names, each with what is said of it: "«Titel» van Omroep Zee en «Titel»"."""
    start = noun.start("noun")
    while quotation := quotation_at(text, at):
        words = text[quotation.inner : quotation.stop]
        named = is_title(words) or (not between.strip() and ONE_WORD.fullmatch(words))
        if not named or (words[0].islower() and BY_TITLE_ONLY.fullmatch(noun["noun"])):
            return
        ref = with_title(text, start, quotation, between, kind, written)
        if kind == "speech" and AT_EVENT.search(between):  # what is quoted is where it was held
            ref = replace(ref, title=text[start : quotation.end])
        yield ref
        ends = (quotation.end, ref.end)
        more, end = next(((more, end) for end in ends if (more := NEXT_TITLE.match(text[end : end + 120]))), (None, 0))
        if more is None or (more["word"] and kind_of_noun(more["word"]) not in (None, kind)):
            return  # no more, or after a noun of its own
        at = end + more.end()
        start = at
        between = ""


def _shared(text: str, row: list[Reference]) -> list[Reference]:
    """What is said once of several titles, before the first or behind the last: "de berichten «Een» en «Twee» (Avondpost, 3 mei)"."""
    told, named = [ref for ref in row if ref.publisher or ref.day], [ref for ref in row if ref.publisher]
    if len(named) == 1 and named[0] is row[-1] and all(ref.day for ref in row):  # each of its own day
        return [replace(ref, publisher=named[0].publisher) for ref in row]
    if len(told) != 1 or not (told[0] is row[-1] or (told[0] is row[0] and text[row[0].end - 1] in MARKS)):
        return row
    return [replace(ref, publisher=told[0].publisher, day=told[0].day) for ref in row]


def _quoted_outlet(text: str, start: int, at: int, written: date | None) -> Reference | None:
    """An outlet in quotation marks with the day behind it: "de uitzending van «Veeruur» van 3 mei 2031"."""
    quotation = quotation_at(text, at)
    words = text[quotation.inner : quotation.stop] if quotation else ""
    day = _day_after(text, quotation.end, written) if quotation and PROGRAMME.fullmatch(words) else None
    return Reference(start, day.end, words, day) if day else None


def is_title(words: str) -> bool:
    """Whether words in quotation marks are a title: two words with a capital, or five."""
    return (len(words.split()) >= 2 and not words[0].islower()) or len(words.split()) >= 5


def with_title(
    text: str, start: int, quotation: Quotation, between: str, kind: SourceType | None, written: date | None
) -> Reference:
    """The title with what stands before it ("van NRC") and after it ("(NRC, 2 april 2025)", "van de Raad")."""
    title, site = without_site(text[quotation.inner : quotation.stop])
    behind = _behind(text, quotation, between, kind, written)
    publisher, end = _said_between(between, kind, behind.publisher or site), behind.end
    when = None
    if publisher is None:
        publisher, when = _told_before(text, start, end, kind, written)
    base = quotation.start - len(between)
    day = behind.day or when or next((moved_day(d, base) for d in days(between, written)), None)
    day = day or appeared_before(text, start, _days_before(text, start, written))
    if day is None and (later := _day_after(text, end, written)):
        day, end = later, later.end
    if publisher is None and day and (stood := _behind_day(text, end, kind)):
        publisher, end = publisher_name(stood["name"]), end + stood.end()
    publisher = publisher or _told_behind(text, start, behind.end, kind) or _told_behind(text, start, end, kind)
    return Reference(start, end, publisher, day, title_of(title), behind.address)


def _behind_day(text: str, end: int, kind: SourceType | None) -> re.Match[str] | None:
    """The outlet of a title behind its day: " in de Veerkrant", " (NOS)"; of a broadcast also " van het programma Veeruur"."""
    ahead = text[end : end + 100]
    if kind == "news":
        return WRITTEN_IN.match(ahead) or IN_BRACKET.match(ahead)
    return BY.match(ahead) or IN_BRACKET.match(ahead) if kind == "broadcast" else None


def _behind(text: str, quotation: Quotation, between: str, kind: SourceType | None, written: date | None) -> Reference:
    """What stands right behind a title: a bracket, its maker, when it was published, its outlet and day, its site."""
    end = quotation.end
    after = text[end : end + 160]
    if noted := _bracketed(text, quotation, between, written):
        return noted
    both = BOTH.match(after)
    if by := BY.match(text[end + (both.end() if both else 0) : end + 160]):
        return _by_maker(text, end + (both.end() if both else 0), by, kind, written)
    if released := RELEASED.match(after):
        base = end + released.start("between")
        day = next((moved_day(d, base) for d in days(released["between"], written)), None)
        return Reference(quotation.start, end + released.end(), publisher_name(released["name"]), day)
    if trailed := _trailed(text, end, written):
        return trailed
    if on := ON_SITE.match(after):
        return Reference(quotation.start, end + on.end(), on["site"].removeprefix("www."), None)
    return Reference(quotation.start, end, None, None)


def _bracketed(text: str, quotation: Quotation, between: str, written: date | None) -> Reference | None:
    """What the bracket round a title or behind it says."""
    if "(" in between and (noted := bracketed_title(text, quotation, written)):
        return noted
    if linked := linked_bracket(text, quotation.end, written):
        return linked
    bracket = BRACKET.match(text[quotation.end : quotation.end + 160])
    told = in_bracket(quotation.end + bracket.start("inside"), bracket["inside"], written) if bracket else None
    if bracket is None or told is None:
        return None
    (name, day), end = told, quotation.end + bracket.end()
    if name is None and (by := BY.match(text[end : end + 140])):  # "«Titel» (2030) van de Waterraad"
        name, end = maker(by), end + by.end()
    return Reference(quotation.start, end, name, day)


def _by_maker(text: str, start: int, by: re.Match[str], kind: SourceType | None, written: date | None) -> Reference:
    """What `text[start:]` says of a title by who made it; an article in what it appeared in: "«Titel» van J. Sluis in de Veerkrant"."""
    publisher, end = maker(by), start + by.end()
    if kind in ("report", "letter"):
        publisher, end = makers(text, start, by)
    if kind == "news" and (on_site := WRITER_ON_SITE.fullmatch(by["name"])):
        publisher = on_site["site"]
    elif kind == "news" and (outlet := WRITTEN_IN.match(text[end : end + 100])):
        publisher, end = publisher_name(outlet["name"]), end + outlet.end()
    elif kind == "news" and (trailed := _trailed(text, end, written)):  # "van J. Sluis, Veerkrant, 3 mei"
        return trailed
    return Reference(start, end, publisher, None)


def _trailed(text: str, end: int, written: date | None) -> Reference | None:
    """The outlet and the day behind commas: "«Titel», Veerkrant, 3 mei 2031"."""
    trailed = TRAILED.match(text[end : end + 160])
    shown = _day_after(text, end + trailed.end(), written) if trailed else None
    return Reference(end, shown.end, publisher_name(trailed["name"]), shown) if trailed and shown else None


def _said_between(between: str, kind: SourceType | None, publisher: str | None) -> str | None:
    """The publisher of a title, `publisher` where that is told behind it, by what stands between its noun and it."""
    if by := BY.match(between):
        society = publisher is not None and BROADCASTER.fullmatch(publisher)  # "Veerwijzer ‘De pont’ (VARA, 2 mei)"
        writer = WRITTEN_IN.match(between[by.end() :]) if kind == "news" else None
        told_by = publisher_name(writer["name"]) if writer else maker(by)
        publisher = (told_by or publisher) if society else publisher or told_by
    if publisher is None and kind == "news" and (inside := INSIDE.search(between)):
        publisher = publisher_name(inside["name"])
    return publisher


def owned(text: str, start: int, end: int, ref: Reference) -> Reference:
    """A source with the name that its noun at `text[start:end]` begins with or that stands before it.

    "het Volkskrantartikel", "het WBA rapport"
    """
    if ref.publisher or kind_of_noun(text[start:end]) in (None, "letter", "speech"):
        return ref
    outlet = OUTLET.match(text[start:end]) if text[start].isupper() else None
    if outlet and kind_of_noun(text[start + outlet.end() : end].lstrip("-")):
        return replace(ref, publisher=outlet.group())
    named = NAMED_BEFORE.search(text[max(0, start - BEFORE_NOUN) : start])
    return replace(ref, publisher=publisher_name(named["name"])) if named else ref


def _days_before(text: str, start: int, written: date | None) -> Iterator[Day]:
    first = max(0, start - BEFORE_NOUN - LOOK_BACK)
    return (moved_day(day, first) for day in days(text[first:start], written))


def _told_behind(text: str, start: int, end: int, kind: SourceType | None) -> str | None:
    """Who made it: "«Titel», opgesteld door Bureau Stroom", "In de factsheet «Titel» van mei 2031 wijst de Waterraad erop"."""
    if kind not in ("report", "web"):  # an article is not by whom it quotes
        return None
    behind = text[end : end + 160]
    done = DONE_BY.match(behind)
    return publisher_name(done["name"]) if done else said_in(text[max(0, start - BEFORE_NOUN) : start], behind)


def _told_before(
    text: str, start: int, end: int, kind: SourceType | None, written: date | None
) -> tuple[str | None, Day | None]:
    """Who made what stands at `text[start:end]`, and when, by what its sentence says before it."""
    publisher, first, last = maker_before(text, start)
    if publisher is None:
        publisher, first, last = done_before(text, start)
    if publisher is None and kind in ("report", None):
        publisher, first = maker_that_has(text, start, end)
        last = start
    if publisher is None:
        return None, None
    return publisher, next((moved_day(d, first) for d in days(text[first:last], written)), None)


def _day_after(text: str, end: int, written: date | None) -> Day | None:
    """The date right after: "«Titel» d.d. 10 oktober 2024", also behind a number or an address."""
    numbered = ISSUE.match(text[end : end + 30]) or ADDRESSED.match(text[end : end + 300])
    end += numbered.end() if numbered else 0
    found = next(days(text[end : end + 90], written), None)
    near = moved_day(found, end) if found else None
    between = text[end : near.start] if near else ""
    if near and (ON_DATE.match(between) or ISSUED.match(between)):
        return near
    if near and near.value and len(near.value) > len("2031") and between == ", ":
        return near  # "in Veerkrant, mei 2031"
    return appeared(text, end, [near] if near else [])
