"""Reports without a title in quotation marks: by their maker, their name, their subject or their day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract._citations.bodies import NAME, OFFICE
from kg.extract._citations.dated import (
    ABOUT_FROM,
    FROM,
    ISSUED,
    ON_DATE,
    OPENED,
    appeared,
    appeared_before,
    day_behind,
    shared,
)
from kg.extract._citations.days import Day
from kg.extract._citations.makers import BY, CLIENT, DONE_BY, INVESTIGATORS, MADE_BY, maker, maker_of, makers
from kg.extract._citations.meant import (
    DEFINITE,
    INDEFINITE,
    OUT_OF,
    STATE,
    STATE_ASKED,
    STILL_TO_LOOK,
    TO_COME_BEHIND,
    TO_STAND_IN,
    YET,
    YET_TO_COME,
)
from kg.extract._citations.names import publisher_name
from kg.extract._citations.references import Reference
from kg.extract._citations.report_names import BARE
from kg.extract._citations.senders import FOUND, before_his, done_before, maker_in, maker_that_has, said_in

CALLED = re.compile(  # "het rapport Veilig over water van de Waterraad"
    rf"^\s(?P<title>(?!(?:Staat|Balans|Toestand)\svan\s)[A-Z][^.?!;:,()«»“”‘’\d\n]{{4,80}}?)\s(?:van|door)\s(?:het\s|de\s)?(?P<name>{OFFICE}|(?:[a-zë]{{4,20}}e\s)?[a-zêë]{{0,20}}(?:commissie|werkgroep|taskforce)(?=\W)|{NAME})(?P<short>\s?\([A-Z][\w&-]{{1,9}}\))?"
)
_SAYS = (
    "die|dat|van|is|zijn|was|word|laat|laten|toon|blijk|bleek|staa|stond|heeft|hebben|waar|uit|op|in|door|bij|met|als|om|ten|te|of|geeft|gaf|kom|stel|over"
    "|maak|bevat|gaat|aan|naar|onder|tot|kan|ook|niet|nog|al|wijs|voor|per|de|het|een"
)
SMALL_CALLED = re.compile(  # "de Marktverkenning varen op krediet van de Waterraad"
    rf"^(?P<title>(?:\s(?!(?:{_SAYS})\w{{0,3}}\s)[a-z][a-z-]{{1,24}}){{1,5}})(?=\svan\s(?:(?:de|het)\s)?[A-Z])"
)
LOOKED_AT = re.compile(r"(?:(?<!risico)beoordeling|doorlichting)$", re.IGNORECASE)
SIMPLE = re.compile(
    r"^(?:rapport|rapportage|onderzoek|studie|evaluatie|monitor|analyse|advies|verkenning|peiling|enquête|notitie|inventarisatie|handreiking|informatieblad)$"
)
SUBJECT = re.compile(
    r"""^[\s,]{0,2}(?:inzake|betreffende|betreft|over|met\sbetrekking\stot|aangaande)\s(?P<title>[^.?!;:()«»“”\n]{5,200}?)
    (?=$|[.?!;:(,«“\n]|\s(?:en\s(?:over|van)|waar\w*|dat|die|zoals|is|zijn|wordt|heb|heeft|naar\sde\sKamer|(?:nog\s(?:steeds\s)?|ook\s)?niet\s|[a-z]{3,15}\s(?:u|ik|wij))\b)""",
    re.VERBOSE,
)
SUBJECT_FIRST = re.compile(r"^\s(?:naar|over)\s[a-z][^.?!;:()«“,\d]{2,50}?(?=\s(?:van|door)\s(?:de\s|het\s)?[A-Z])")
FOUND_TITLE = re.compile(  # "De Waterraad heeft in het advies Ruim baan voor schippers gewezen op"
    rf"\s(?P<title>(?!Minister|Staatss)[A-Z][\w’-]+(?:\s[\w’&-]{{1,30}}){{1,10}}?)\s(?={FOUND})"
)
CALLED_ON = re.compile(  # "het ambtsbericht Eilanden van", before its day
    r"\s(?P<title>[A-Z][\w’-]{2,40}(?:\s(?:(?:en|van|voor|in|de|het)\s){0,2}[A-Z][\w’-]{1,40}|\s(?!van|uit|door|die|dat|en|is|was|op|in|voor|met|heeft|werd|wordt)[a-z][\w’-]{1,30}){0,7})\s(?:van|uit|d\.\s?d\.)(?:\s(?:begin|medio|eind))?\s$"
)
BARE_NOUNS = frozenset(
    ("rapport", "rapportage", "onderzoek", "studie", "advies", "notitie")
)  # no part of the title behind
SHORT_NAME = re.compile(
    r"(?:\s(?!van\b|door\b|naar\b|over\b|die\b|dat\b|uit\b|op\b)[a-z][a-zëï-]{1,24}){1,7}\s\([A-Z]{2,7}\)(?=\s(?:van|uit)\s)"
)
FAR_BACK = 130  # characters before a report in which it is said whose
IN_HIS = re.compile(r"\b(?:in|blijkens|volgens|met|via|getuige)\s?(?:haar|zijn|hun)\s(?:[a-z]{3,20}e?\s){0,2}$")
ABOUT_IT = re.compile(r"(?:^|de|het)\w*evaluatie$", re.IGNORECASE)
OF_IT = re.compile(  # "van de Vaarwet", "van de oefening Hoog Water"
    rf"^\svan\s?(?:het|de)?\s?(?:(?:oefening|pilot|proef|campagne|operatie|missie|regeling|subsidieregeling|wet|programma|project|actieplan|convenant|experiment|aanpak|maatregel)\s)?(?:[Ww]et(?:\s(?!(?:{_SAYS}|blijk|bleek|volg|word|komt|zal|zul|moet|mag)\w{{0,3}}\s|tegemoet)[a-z-]{{3,45}}){{1,5}}(?=[\s,.?])|{NAME})"
)
EDITION = re.compile(r"\s(?:19|20)\d\d(?:\s?[/–-]\s?(?:19|20)?\d\d)?(?=[\s,.;:?)]|$)")
OUT_OF_IT = re.compile(r"\b(?:in|uit)\s?(?:de|het)\s$")  # before a work in which somebody said something
NAMED = re.compile(
    r"^(?:h|\s|[^\w\s])?(?:de|et)\s(?=[A-Z])(?!(?:Rapport|Onderzoek|Advies|Studie|Evaluatie|Analyse|Monitor|Verkenning|Notitie|Enquête|Peiling)\b)"
)


def called(text: str, start: int, end: int, dates: Sequence[Day]) -> Reference | None:
    """A report or a broadcast whose title stands without marks between its noun and its maker."""
    ahead = text[end : end + 200]
    if text[start:end] in BARE:  # "de Monitor ponten van de Waterraad" is the name of a report as a whole
        return None
    own = text[start].isupper() and NAMED.search(text[max(0, start - 4) : end]) is not None
    found = CALLED.match(ahead) or (SMALL_CALLED.match(ahead) if own else None)
    if not found:
        return None
    at = end + found.end("title")
    by = BY.match(text[at : at + 140])
    if by is None and found.re is SMALL_CALLED:
        return None
    name, stop = makers(text, at, by) if by else (maker(found), end + found.end())
    title = text[start:at] if own else found["title"]
    day = day_behind(text, stop, dates, ON_DATE)
    return Reference(start, day.end if day else stop, name, day, title)


def report(text: str, start: int, end: int, lead: str, dates: Sequence[Day], *, told: bool) -> Reference | None:
    """The report that the noun at `text[start:end]` means, behind `lead`; `told`: what came out of it is said."""
    short = SHORT_NAME.match(text, end)
    end = short.end() if short else end  # "het onderzoek ponten en omwonenden (OPO)"
    definite = (
        told or OUT_OF.search(lead) is not None or (DEFINITE.search(lead) is not None and not INDEFINITE.search(lead))
    )
    if ABOUT_IT.search(text[start:end]) and (of := OF_IT.match(text[end : end + 140])):
        return _evaluation(text, start, end + of.end(), lead, dates) if definite else None
    if edition := EDITION.match(text, end) if text[start].islower() and not SIMPLE.match(text[start:end]) else None:
        end = edition.end()  # "het verantwoordingsonderzoek 2030"
    day = day_behind(text, end, dates, FROM)
    after = day.end if day else end
    if LOOKED_AT.search(text[start:end]):  # whose it is, is what was looked at
        made = MADE_BY.match(text[after : after + 140])
        return Reference(start, after + made.end(), maker(made), day, text[start:end]) if made and definite else None
    whose = (
        before_his(text[max(0, start - FAR_BACK) : start - len(own.group())]) if (own := IN_HIS.search(lead)) else None
    )
    publisher, stop = maker_of(text, after, definite=definite or day is not None, yet=YET.search(lead) is not None)
    if publisher is None and definite and (work := _of_subject(text, start, end, dates)):
        return work
    said = said_in_on(text, lead, day) if publisher is None else None
    if edition and not (publisher or said or day):
        said = said_in(lead, text[end : end + 200])  # "In het landenrapport 2031 heeft de Waterraad erop gewezen"
    if not (publisher or said) and (day or edition) and OUT_OF_IT.search(lead):
        said = maker_in(text[max(0, start - FAR_BACK) : start])
    publisher = publisher or said or (whose["name"] if whose and day else None) or done_before(text, start)[0]
    if publisher is None:
        return _of_nobody(text, (start, end, after), day, dates, definite=definite)
    day = day or _day_at(text, after, stop, dates) or appeared_before(text, start, dates)
    stop = max(stop, day.end) if day else stop
    ordered = CLIENT.match(text[stop : stop + 140])
    if ordered and day is None and (day := _day_at(text, after, stop + ordered.end(), dates)):
        stop = day.end  # "van Bureau Stroom in opdracht van de gemeente Oost (mei 2031)"
    unknown = (
        INVESTIGATORS.match(publisher)
        or YET_TO_COME.search(text[stop : stop + 50].partition(".")[0])
        or TO_COME_BEHIND.match(text, stop)
        or (STATE_ASKED.search(lead) and STATE.match(text[stop : stop + 200]))
    )
    compound = (said or whose) and not SIMPLE.match(text[start:end].lower())
    named = compound or edition or short or NAMED.search(text[start - 4 : end])  # "de Sluismonitor van de Waterbond"
    title = text[start:end] if named else None
    client = ordered["name"] if ordered else None
    return None if unknown else Reference(start, stop, publisher_name(publisher), day, title, client=client)


def _day_at(text: str, after: int, stop: int, dates: Sequence[Day]) -> Day | None:
    """The day of a work that ends at `after` and whose maker ends at `stop`."""
    return (
        day_behind(text, stop, dates, ISSUED)
        or day_behind(text, stop, dates, ABOUT_FROM)
        or day_behind(text, stop, dates, OPENED)
        or appeared(text, stop, dates)
        or shared(text, stop, dates)
        or next((day for day in dates if after < day.start and day.end < stop), None)
    )


def _of_nobody(
    text: str, work: tuple[int, int, int], day: Day | None, dates: Sequence[Day], *, definite: bool
) -> Reference | None:
    """The work at `work` (start, end of its name, end with its day) of which no maker is told."""
    start, end, after = work
    if day and not SIMPLE.match(text[start:end].lower()):
        return Reference(start, after, None, day, text[start:end])
    if titled := FOUND_TITLE.match(text, end):
        name, begun = maker_that_has(text, start, titled.end("title"))
        when = next((day for day in dates if begun <= day.start and day.end <= start), None)
        if name:
            return Reference(begun, titled.end("title"), name, when, titled["title"])
    if definite and (called := _called_on(text, start, end, dates)):
        return called
    about = SUBJECT.match(text[after : after + 240]) if definite and text[:end].endswith("rapport") else None
    stop = after + about.end("title") if about else after
    return Reference(start, stop, None, day, text[start:stop]) if about else None


def _evaluation(text: str, start: int, stop: int, lead: str, dates: Sequence[Day]) -> Reference | None:
    """What is evaluated, at `text[start:stop]`, with who did it and when, where somebody did."""
    if TO_STAND_IN.search(lead) or STILL_TO_LOOK.search(text[stop : stop + 80].partition(".")[0]):
        return None
    done, last = maker_of(text, stop, definite=False, yet=YET.search(lead) is not None)
    if done is None and (
        by := DONE_BY.match(text[stop : stop + 160])
    ):  # ", die in 2029 door Bureau Stroom is uitgevoerd"
        done, last = by["name"], stop + by.end()
        day = next((day for day in dates if stop <= day.start and day.end <= last), None)
        return Reference(start, last, publisher_name(done), day, text[start:stop])
    day = day_behind(text, last, dates, FROM) or day_behind(text, last, dates, ON_DATE)
    done = done or maker_in(text[max(0, start - FAR_BACK) : start]) or said_in(lead, text[last : last + 200])
    return Reference(start, day.end if day else last, done, day, text[start:stop])


def _of_subject(text: str, start: int, end: int, dates: Sequence[Day]) -> Reference | None:
    """A report whose subject stands before its maker, who is sure by the day behind: "het onderzoek naar veren van de Waterbond van mei"."""
    about = SUBJECT_FIRST.match(text[end : end + 90])
    by = BY.match(text[end + about.end() :][:140]) if about else None
    if about is None or by is None:
        return None
    name, stop = makers(text, end + about.end(), by)
    day = day_behind(text, stop, dates, FROM)
    return Reference(start, day.end, name, day) if day and name else None


def _called_on(text: str, start: int, end: int, dates: Sequence[Day]) -> Reference | None:
    """A report by its title without marks, and its day."""
    for day in dates:
        if end < day.start and (called := CALLED_ON.fullmatch(text, end, day.start)):
            whole = text[start:end].lower() not in BARE_NOUNS
            return Reference(start, day.end, None, day, text[start : called.end("title")] if whole else called["title"])
    return None


def said_in_on(text: str, lead: str, day: Day | None) -> str | None:
    """Who says something in a work of a day: "In de notitie van 3 mei 2019 concludeert het Waterbureau dat"."""
    return said_in(lead, text[day.end : day.end + 200]) if day else None
