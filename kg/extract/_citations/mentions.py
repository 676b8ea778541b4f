"""Sources named in running text: "het bericht «Titel» (Avondpost, 2 april 2025)", "de brief van 20 maart 2023".

A title in quotation marks is believed after a noun such as "bericht" or "rapport"; a source without a title where the
noun names its publisher ("het onderzoek van Bureau Stroom") or its date ("de brief van 20 maart 2023").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kg.extract._citations.bodies import NAME
from kg.extract._citations.brackets import bracket_round, bracketed_title, in_bracket, with_title_behind
from kg.extract._citations.broadcasters import BROADCASTER, programme_before
from kg.extract._citations.dated import ISSUED, ON_DATE, appeared, appeared_before
from kg.extract._citations.days import Day, days, moved_day
from kg.extract._citations.kinds import BY_TITLE_ONLY, NOUN, OUTLET, STEMS, SourceType, kind_of_noun
from kg.extract._citations.makers import BY, DONE_BY, INVESTIGATORS, RELEASED, WRITTEN_IN, maker, makers
from kg.extract._citations.names import publisher_name
from kg.extract._citations.plain import plain
from kg.extract._citations.quotations import MARKS, Quotation, quotation_at, quotations
from kg.extract._citations.references import Reference
from kg.extract._citations.report_names import quoted_names, report_names
from kg.extract._citations.senders import done_before, maker_before, maker_that_has, said_in
from kg.extract._citations.titles import title_of, without_site
from kg.grammar.words import begins, folded, holds, looked_for, needing, words_in

looked_for(STEMS)
NOUN_STEMS = frozenset(STEMS)
GLUED = r"(?:(?<![\w-])(?=\w)(?:[Hh]et|[Dd]eze|[Dd]e|[Ee]en|[Dd]it|[Dd]at|(?:bij|per|zijn|haar|hun|mijn|uw|van)(?=(?:brief|rapport|onderzoek|advies|bericht|artikel)(?!\w)))?)"
NOUN_HERE = re.compile(
    rf"{GLUED}(?=[\w-]{{4}})(?P<noun>{NOUN})(?:(?![\w-])|(?=(?:van|die|dat|uit|over|naar|waar(?:in|uit))(?![\w-])))",
    re.IGNORECASE,
)
NAMED_BEFORE = re.compile(  # "het WBA " before "rapport", but no adjective: "het Nederlandse ", "een Europees "
    r"\b(?:[Hh]et|[Dd]e|[Dd]it|[Ee]en)\s(?:(?:recente|nieuwe|laatste|eerdere)\s)?(?!(?:EU|VN|Kamer|Tweede|Eerste|Kabinet)\b)"
    r"(?P<name>[A-Z]{2,8}|(?:[A-Z][\w&]{1,30}\s){0,2}[A-Z][\w&]{2,30}(?<!e)(?<![a-z]s))\s$"
)
BEFORE_NOUN = 48  # characters
LOOK_BACK = 90  # characters before a title in which it is said whose plan it is
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
PLAN_OF = re.compile(  # before a title: "het plan van de sector, "
    rf"\b(?:plan(?:nen)?|\w{{2,20}}(?:plan|visie|agenda|aanpak)|visie|agenda|aanpak|routekaart|strategie|voorstel|initiatief|oproep|pleidooi)\svan\s(?:de\s|het\s)?(?!Minister|Staatss|[Kk]abinet|Kamer|regering|lid\b|leden\b)(?P<name>[a-z]{{4,24}}|(?>{NAME})),?\s$"
)
FAMILIAR = re.compile(
    r"(?:[Kk]ennis\s?genomen\s(?:van)?|[Bb]ekend\smet|[Gg]elezen|[Kk]ent\su|publicaties?:?)(?:\shet|\sde)?\s?(?:[a-d]\)\s)?$"
)
IN_OUTLET = re.compile(
    rf"^,?\s(?:van|in|uit|op)\s(?:het\s|de\s)?(?:persbureau|(?:dag|week|vak|maand)?blad|(?:vak)?tijdschrift|krant|(?:web)?site\svan(?:\s(?:de|het))?)\s(?P<name>{NAME})"
)
AT_EVENT = re.compile(
    r"\b(?:op|tijdens|bij|voor)\s(?:het|de|een)\s(?:[a-z]{3,20}e?\s)?\w*(?:congres|symposium|conferentie|bijeenkomst|seminar|dag|forum|festival|lezing|top)\s$"
)
OF_OUTLET = re.compile(
    r"\s(?:van|in|uit)\s(?:(?:het|de)\s)?(?:(?:[a-z]{2,12}-?)?(?:programma|rubriek|talkshow|podcast)\s)?"
)
PROGRAMME = re.compile(r"[A-Z][\w-]{1,30}(?:\s[A-Z][\w-]{1,30}){0,2}")
ONE_WORD = re.compile(r"[A-Z][\w:’'-]{4,40}[?!]?")
BRACKET = re.compile(r"^[?.,\s]{0,3}\((?P<inside>[^()\n]{3,120})\)")
ISSUE = re.compile(r"^,?\s\(?(?:nr\.?|nummer|editie|jaargang)\s?\d{1,4},(?=\s)")  # "(nr. 12, 24 maart 2031)"
TRAILED = re.compile(rf"^,\s(?:(?:het|de)\s)?(?P<name>(?>{NAME}))(?:,(?=\s\d)|(?=\s(?:van|op|d\.\s?d\.|\d)))")  # "«Titel», Veerkrant, 3 mei 2031"
ON_SITE = re.compile(
    r"^\s(?:op|van|via)\s(?:de\s)?(?:(?:web)?site\s(?:van\s)?)?(?P<site>[\w-]{2,40}(?:\.[\w-]{2,40}){0,2}\.(?:nl|com|org|eu|net|be))(?![\w/])"
)
PUBLISHER_DATE = re.compile(r"\((?P<inside>[A-Z][^()\n,;:]{1,60},\s[^()\n,;:]{6,24})\)")
ADDRESSED = re.compile(r"^\s\((?:https?://|www\.)[^\s()]{4,280}\)")
PLURAL = re.compile(r"(?:en|s)$")  # "berichten", "columns"
_PART = r"[A-Z][^()\n,;:]{1,60}?,?\s(?:[a-z]{3,6}dag\s)?\d{1,2}[\s-][^()\n,;:]{2,20}?"
SEVERAL = re.compile(rf"\((?P<inside>{_PART}(?:(?:[,;]|\sen|,\sen)\s{_PART}){{1,5}})\)")
PART = re.compile(rf"{_PART}(?=(?:[,;]|,?\sen)\s[A-Z]|$)")
NEXT_TITLE = re.compile(
    r"^\??\s{0,3}(?:\([^()]{0,80}\))?\s{0,3}(?:,|en|,\s?en|alsmede|en\s(?:het|de)\s\w{1,20})\s{0,3}(?=[«“‘'\"])"
)
INSIDE = re.compile(
    rf"\s(?:in|op|bij|uit)\s?(?:het\s|de\s)?(?P<name>(?>{NAME}))(?:\s(?:van|op|d\.\s?d\.)\s(?:[a-z]{{3,9}}dag\s)?\d[^«“.:;]{{3,20}})?(?:,?\s(?:getiteld|met\s(?:de|als)\s(?:titel|kop)|onder\sde\s(?:titel|kop)))?[\s(,:]{{0,3}}$"
)
OTHER = re.compile(rf"\ben\s(?:van\s|in\s|uit\s)?(?:de|het|een)\s(?:[a-z]{{3,12}}e\s)?{NOUN}(?![\w-])", re.IGNORECASE)
COMPOUND = re.compile(
    r"\b(?:[Hh]et|[Dd]it|[Dd]e|bericht\sen)\s(?:(?:meest\s)?(?:laatste|recente|recentste|nieuwe|nieuwste|vorige|eerdere|internationale|jaarlijkse)\s)?(?P<name>[A-Z][\w&]{1,30}(?:-[A-Z\d]\w{0,12}){0,2}(?:\s[A-Z][\w&]{1,30}){0,2})-(?P<noun>[a-z]{0,14}rapport|onderzoek|studie|(?:nieuws|pers|opinie)?(?:artikel|bericht|uitzending)|reportage|aflevering|documentaire|podcast|interview|column|evaluatie|peiling|enquête|advies|analyse)\b"
)

AMONG = re.compile(r"^\svan\s(?:onder\s(?:andere|meer)|o\.\s?a\.|bijvoorbeeld)\s")
NAME_BEFORE = re.compile(
    r"(?<![\w-])(?!(?:De|Het|Een|Dit|Deze|Dat|Uit|In|Volgens|Kent|Bij|Zie|Uw|Op)\s)[A-Z][a-z][\w-]{2,38}\s$"
)
NAME_BEHIND = re.compile(r"\s[A-Z][a-z]|-?\sen\s[A-Z][a-z]")
COMPOUND_WORDS = needing(
    (
        *(f"-{part}{head}" for part in ("nieuws", "pers", "opinie") for head in ("bericht", "artikel", "uitzending")),
        *(f"-{part}rapport" for part in ("", "eind", "tussen", "deel", "jaar", "onderzoeks", "advies", "voortgangs")),
        "-reportage", "-aflevering", "-documentaire", "-podcast", "-interview", "-column", "-onderzoek", "-studie", "-artikel", "-bericht", "-evaluatie", "-peiling", "-enquête", "-advies",
        "-analyse", "-uitzending",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A source that running text names: its sort, what is said of it, and where its title ends (or None)."""

    kind: SourceType | None
    noun: str
    reference: Reference


def named(text: str, written: date | None, *, asking: bool = False) -> Iterator[Named]:
    """The sources named in `text`: after nouns, in brackets, by the names of reports.

    "Uw brief" is a letter of the minister who is asked; in an answer it is what is answered.
    """
    taken: list[tuple[int, int]] = []
    for found in _after_nouns(text, written, asking=asking):
        taken.append((found.reference.start, found.reference.end))
        yield found
    compounds = [found for found in _compounds(text, written) if _free(found, taken)]
    yield from compounds
    taken = sorted(taken + [(found.reference.start, found.reference.end) for found in compounds])
    others = (
        *_quoted(text, written),
        *_bracketed(text, written),
        *(Named("report", "", ref) for ref in (*report_names(text, written), *quoted_names(text))),
    )
    yield from (found for found in others if _free(found, taken))


def _free(found: Named, taken: list[tuple[int, int]]) -> bool:
    """Whether a source stands where no other was found; `taken` are the places of those, in order."""
    at = bisect_left(taken, (found.reference.end, 0))
    return at == 0 or taken[at - 1][1] <= found.reference.start


def _nouns(text: str) -> Iterator[re.Match[str]]:
    """The nouns of sources, looked for only at the words that hold a stem of one."""
    small = folded(text)
    end = 0
    for start in begins(small, sorted(NOUN_STEMS & words_in(small))):
        if start >= end and (noun := NOUN_HERE.match(text, start)):
            end = noun.end()
            if not (noun["noun"][0].isupper() and _in_name(text, noun)):
                yield noun


def _in_name(text: str, noun: re.Match[str]) -> bool:
    """Whether a noun is a word of a name: "Stichting Wetenschappelijk Onderzoek Waterveiligheid"."""
    first, last = noun.span("noun")
    return (
        NAME_BEHIND.match(text, last) is not None and NAME_BEFORE.search(text[max(0, first - 40) : first]) is not None
    )


def _after_nouns(text: str, written: date | None, *, asking: bool) -> Iterator[Named]:
    position = 0
    for noun in _nouns(text):
        kind = kind_of_noun(noun["noun"])
        if noun.start() < position or kind is None:
            continue
        for found in _titled(text, noun, kind, written):
            position = found.reference.end
            yield found
        if noun.start() < position or BY_TITLE_ONLY.fullmatch(noun["noun"]):
            continue
        if ref := plain(text, noun, kind, list(days(text, written)), asking=asking):
            ref = owned(text, noun.start("noun"), noun.end("noun"), with_title_behind(text, ref, written))
            position = ref.end
            opened = kind == "letter" and text[max(0, noun.start("noun") - 5) : noun.start("noun")].lower() == "open "
            yield Named(kind, f"open {noun['noun']}" if opened else noun["noun"], ref)


def _bracketed(text: str, written: date | None) -> Iterator[Named]:
    """A bracket "(Avondpost, 2 april 2025)" after anything, also of several: "(Avondpost, 2 april en Veerkrant, 3 april)"."""
    for bracket in SEVERAL.finditer(text):
        for part in PART.finditer(text, *bracket.span("inside")):
            told = in_bracket(part.start(), part.group(), written)
            if told and told[0] and told[1]:
                yield Named(None, "", Reference(part.start(), part.end(), *told))
    for bracket in PUBLISHER_DATE.finditer(text):
        told = in_bracket(bracket.start("inside"), bracket["inside"], written)
        if told and told[0] and told[1] and told[1].value and len(told[1].value) == len("2025-04-02"):
            shown = programme_before(text, bracket.start(), told[0])
            start = bracket.start() - (shown.end() - shown.start("name") if shown else 0)
            name = shown["name"] if shown else told[0]
            yield Named("broadcast" if shown else None, "", Reference(start, bracket.end(), name, told[1]))


def _quoted(text: str, written: date | None) -> Iterator[Named]:
    """A title without a noun: «Titel» (Avondpost, 3 mei), "zoals de Waterraad in «Titel» schreef", "bekend met «Titel»"."""
    for quotation in quotations(text):
        words = text[quotation.inner : quotation.stop]
        if not (_is_title(words) or ONE_WORD.fullmatch(words)) or words[0].islower():
            continue
        after = text[quotation.end : quotation.end + 160]
        bracket = BRACKET.match(after)
        told = in_bracket(0, bracket["inside"], written) if bracket else None
        known = FAMILIAR.search(text[max(0, quotation.start - 40) : quotation.start])
        outlet = IN_OUTLET.match(after)
        maker_is, _, _ = maker_before(text, quotation.start)
        maker_is = maker_is or maker_that_has(text, quotation.start, quotation.end)[0]
        plan = PLAN_OF.search(text[max(0, quotation.start - LOOK_BACK) : quotation.start]) if "van " in text else None
        if told and told[0] and told[1] is None and told[0].isupper():
            continue  # an abbreviation: “Groot Water Bureau” (GWB)
        if bracket_round(text, quotation):
            if ref := bracketed_title(text, quotation, written):
                yield Named(None, "", ref)
            continue
        if not _is_title(words) and not (maker_is or (told and told[0] and told[1])):
            continue
        if (told and told[0]) or known or maker_is or outlet or plan:
            ref = _with_title(text, quotation.start, quotation, "", None, written)
            if plan and not ref.publisher:
                ref = replace(ref, publisher=publisher_name(plan["name"]))
            if outlet and not ref.publisher:
                ref = replace(ref, publisher=publisher_name(outlet["name"]), end=quotation.end + outlet.end())
            yield Named("report" if (maker_is or plan) and not told else None, "", ref)


def _compounds(text: str, written: date | None) -> Iterator[Named]:
    """Such as "het Waterbureau-onderzoek uit 2021" and "het Waterbureau-rapport «Titel»"."""
    if not holds(folded(text), COMPOUND_WORDS):
        return
    for found in COMPOUND.finditer(text):
        kind = kind_of_noun(found["noun"])
        if kind is None or INVESTIGATORS.match(found["name"]):
            continue
        titled = next(_titled(text, found, kind, written), None)
        if titled:
            ref = replace(titled.reference, publisher=titled.reference.publisher or found["name"])
        else:
            day = next(
                (
                    d
                    for d in days(text, written)
                    if found.end() <= d.start and ON_DATE.match(text[found.end() : d.start])
                ),
                None,
            )
            ref = Reference(found.start("name"), day.end if day else found.end(), found["name"], day)
        yield Named(kind, found["noun"], _made_by(text, found, ref) if not titled else ref)


def _made_by(text: str, found: re.Match[str], ref: Reference) -> Reference:
    """The maker that follows: "het WAVE-III-onderzoek van onder andere het Waterbureau"; what is before "-" is then a name."""
    among = AMONG.match(text[found.end() : found.end() + 40])
    at = found.end() + (among.end() if among else 0)
    by = BY.match(" van " + text[at : at + 140]) if among else BY.match(text[at : at + 140])
    if by is None or by["name"] == found["name"]:
        return ref
    end = at + by.end() - (len(" van ") if among else 0)
    return replace(ref, end=max(ref.end, end), publisher=maker(by), title=text[found.start("name") : found.end()])


def _titled(text: str, noun: re.Match[str], kind: SourceType, written: date | None) -> Iterator[Named]:
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
        yield Named(kind, noun["noun"], shown)
        return
    row = list(_row(text, noun, at, between, kind, written))
    for ref in _shared(text, row) if PLURAL.search(noun["noun"]) else row:
        yield Named(kind, noun["noun"], owned(text, *noun.span("noun"), ref))


def _row(
    text: str, noun: re.Match[str], at: int, between: str, kind: SourceType, written: date | None
) -> Iterator[Reference]:
    """The titles from `at` on that `noun` names, each with what is said of it: "«Titel» van Omroep Zee en «Titel»"."""
    start = noun.start("noun")
    while quotation := quotation_at(text, at):
        words = text[quotation.inner : quotation.stop]
        named = _is_title(words) or (not between.strip() and ONE_WORD.fullmatch(words))
        if not named or (words[0].islower() and BY_TITLE_ONLY.fullmatch(noun["noun"])):
            return
        ref = _with_title(text, start, quotation, between, kind, written)
        if kind == "speech" and AT_EVENT.search(between):  # what is quoted is where it was held
            ref = replace(ref, title=text[start : quotation.end])
        yield ref
        ends = (quotation.end, ref.end)
        at = next((end + more.end() for end in ends if (more := NEXT_TITLE.match(text[end : end + 120]))), 0)
        if not at:
            return
        start = at
        between = ""


def _shared(text: str, row: list[Reference]) -> list[Reference]:
    """What is said once of several titles, before the first or behind the last: "de berichten «Een» en «Twee» (Avondpost, 3 mei)"."""
    told = [ref for ref in row if ref.publisher or ref.day]
    if len(told) != 1 or not (told[0] is row[-1] or (told[0] is row[0] and text[row[0].end - 1] in MARKS)):
        return row
    return [replace(ref, publisher=told[0].publisher, day=told[0].day) for ref in row]


def _quoted_outlet(text: str, start: int, at: int, written: date | None) -> Reference | None:
    """An outlet in quotation marks with the day behind it: "de uitzending van «Veeruur» van 3 mei 2031"."""
    quotation = quotation_at(text, at)
    words = text[quotation.inner : quotation.stop] if quotation else ""
    day = _day_after(text, quotation.end, written) if quotation and PROGRAMME.fullmatch(words) else None
    return Reference(start, day.end, words, day) if day else None


def _is_title(words: str) -> bool:
    return (len(words.split()) >= 2 and not words[0].islower()) or len(words.split()) >= 5


def _with_title(
    text: str, start: int, quotation: Quotation, between: str, kind: SourceType | None, written: date | None
) -> Reference:
    """The title with what stands before it ("van NRC") and after it ("(NRC, 2 april 2025)", "van de Raad")."""
    title, site = without_site(text[quotation.inner : quotation.stop])
    publisher, day, end = site, None, quotation.end
    after = text[quotation.end : quotation.end + 160]
    bracket = BRACKET.match(after)
    noted = bracketed_title(text, quotation, written) if "(" in between else None
    if noted:
        publisher, day, end = noted.publisher, noted.day, noted.end
    elif bracket and (told := in_bracket(quotation.end + bracket.start("inside"), bracket["inside"], written)):
        publisher, day, end = told[0] or publisher, told[1], quotation.end + bracket.end()
    elif by := BY.match(after):
        publisher, end = (
            makers(text, quotation.end, by) if kind in ("report", "letter") else (maker(by), quotation.end + by.end())
        )
        if kind == "news" and (outlet := WRITTEN_IN.match(text[end : end + 100])):
            publisher, end = publisher_name(outlet["name"]), end + outlet.end()
    elif released := RELEASED.match(after):
        publisher = publisher_name(released["name"])
        base = end + released.start("between")
        day = next((moved_day(d, base) for d in days(released["between"], written)), None)
        end += released.end()
    elif (trailed := TRAILED.match(after)) and (shown := _day_after(text, quotation.end + trailed.end(), written)):
        publisher, day, end = publisher_name(trailed["name"]), shown, shown.end
    elif on := ON_SITE.match(after):
        publisher, end = on["site"].removeprefix("www."), quotation.end + on.end()
    if by := BY.match(between):
        society = publisher is not None and BROADCASTER.fullmatch(publisher)  # "Veerwijzer ‘De pont’ (VARA, 2 mei)"
        writer = WRITTEN_IN.match(between[by.end() :]) if kind == "news" else None
        told_by = publisher_name(writer["name"]) if writer else maker(by)
        publisher = (told_by or publisher) if society else publisher or told_by
    if publisher is None and kind == "news" and (inside := INSIDE.search(between)):
        publisher = publisher_name(inside["name"])
    if publisher is None:
        publisher, when = _told_before(text, start, end, kind, written)
        day = day or when
    base = quotation.start - len(between)
    stated = day or next((moved_day(d, base) for d in days(between, written)), None)
    stated = stated or appeared_before(text, start, _days_before(text, start, written))
    if stated is None and (later := _day_after(text, end, written)):
        stated, end = later, later.end
    if publisher is None and stated and kind == "news" and (stood := WRITTEN_IN.match(text[end : end + 100])):
        publisher, end = publisher_name(stood["name"]), end + stood.end()  # "«Titel» van 3 mei 2031 in de Veerkrant"
    publisher = publisher or _told_behind(text, start, end, kind)
    return Reference(start, end, publisher, stated, title_of(title), noted.address if noted else None)


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
    if near and (ON_DATE.match(text[end : near.start]) or ISSUED.match(text[end : near.start])):
        return near
    return appeared(text, end, [near] if near else [])
