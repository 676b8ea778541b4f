"""Sources without a title in quotation marks: by publisher, by date or by subject.

    het onderzoek van Bureau Stroom                 a report and who made it
    de evaluatie die door Bureau Stroom is gedaan
    de brief van 20 maart 2023                      a letter and its date
    de brief van de Waterraad over sluizen          a letter and its subject
    de toespraak van de voorzitter van 13 mei 2024  a speech and its date

"Een onderzoek" that is yet to come, or that police and prosecution do, is no source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.extract._citations.bodies import EXPLAINED, NAME, OFFICE, PLACED, WORD
from kg.extract._citations.days import Day
from kg.extract._citations.groups import FROM_GROUP, TOGETHER
from kg.extract._citations.kinds import SourceType
from kg.extract._citations.names import publisher_name
from kg.extract._citations.references import Reference
from kg.extract._citations.senders import BY_SENDER, FROM_ROLE, THAT_SENT, sender
from kg.grammar.months import A_MONTH

BY = re.compile(
    rf"^\s?(?:vanuit|van|door|in|uit|op|bij)\s?(?:het|de)?\s?(?:(?!ministerie)[a-z]{{4,15}}\svan\s(?:het|de)\s)?"
    rf"(?:[a-z]{{0,24}}(?:bureau|stichting|vereniging|bond|krant|blad|organisatie|houder|koepel|tank|platform|instituut|omroep|zender|programma|rubriek|bank|adviseur|federatie|universiteit|bedrijf|vakbonden|koepels|universiteiten|hogescholen|brancheverenigingen|vakcentrales)\s)?"
    rf"(?P<name>{OFFICE}|{EXPLAINED}|{PLACED}{NAME}(?:\sen\s{WORD}(?=\s?\([A-Z])|\sen\s(?:de\s|het\s)?{NAME}(?=\s(?:van|d\.\s?d\.|op|uit)\s(?:\d|begin\s|medio\s|eind\s|{A_MONTH}\b)"
    rf"|\s(?:van\sde|van\shet|naar|over|uit|aan|die|dat|waar\w{{2,6}}|laat|laten|blijkt|volgt|toont|tonen|stelt|stellen|schrijft|schrijven|concludeert|concludeerde|gaat|bevat|heeft|hebben|is|was|wordt)\s|\?|\.\s|,\s[a-z]|$))?)"
    rf"(?:(?P<short>\s?\([A-Z][\w&-]{{1,9}}\))|\s\([A-Z]{{2}}[^()]{{1,40}}\)(?=\s(?:van|op)\s?\d))?"
)
CLIENT = re.compile(rf"^,?\s?(?:dat\s|die\s)?in\sopdracht\svan\s?(?:het|de)?\s?(?P<name>{NAME})")
WRITTEN_IN = re.compile(rf"^\s(?:in|op|bij)\s(?:het\s|de\s)?(?P<name>{NAME})")
WITH_WHOM = re.compile(
    rf"^\smet\s[^.?!;:()«“\n]{{2,60}}?\s(?:in|op|bij|van)\s(?:(?:het|de)\s)?(?P<name>{NAME})"
    r"(?=\s(?:van|op|d\.\s?d\.)\s(?:[a-z]{4,9}dag\s)?\d)"
)
RELEASED = re.compile(
    rf"^\s(?:dat|die)\s(?:(?:het|de)\s)?(?P<name>{NAME}(?:\sen\s(?:(?:het|de)\s)?{NAME})?)(?P<between>[^.?!;:()«“\n]{{0,40}}?)"
    r"\s(?:publiceerden?|uitbrachte?n?|presenteerden?|(?:heeft|hebben)\s(?:gepubliceerd|uitgebracht|gepresenteerd))\b"
)
FROM = re.compile(r"^\s?(?:uit|van|d\.\s?d\.)(?:\s(?:begin|medio|eind))?\s?$")
ISSUED = re.compile(  # "onder 3.000 schippers, gepubliceerd op", "onder schippers uit"
    r"^\sonder\s(?:\d[\d.]{0,9}\s)?[^.?!;:()«“\n\d,]{2,60}\s(?:uit|van|d\.\s?d\.)\s?$|^\s?(?:uit|van|d\.\s?d\.)(?:\s(?:begin|medio|eind))?\s?$|^[^.?!;:()«“\n\d]{0,60}(?:\d[\d.]{0,9}[^.?!;:()«“\n\d,]{2,40})?,\s(?:gepubliceerd|verschenen|uitgebracht|gepresenteerd|gedateerd)(?:\s(?:in|op))?\s?$"
)
ABOUT_FROM = re.compile(  # "over sancties uit december 2024", where no other thing has that date
    r"^\s(?:over|naar|inzake|betreffende)\s[^.?!;:()«“\n\d]{2,90}?(?<!brief)(?<!wet)(?<!stel)(?<!besluit)(?<!debat)(?<!overleg)(?<!motie)(?<!rapport)(?<!advies)"
    r"(?<!verdrag)(?<!akkoord)(?<!uitspraak)(?<!arrest)(?<!brand)(?<!ramp)(?<!aanslag)(?<!ongeval)(?<!incident)(?<!regeling)(?<!periode)(?<!richtlijn)(?<!crisis)"
    r"\s(?:uit|van|d\.\s?d\.)\s?$"
)
APPEARS = 110  # characters behind a day in which it is said that a source appeared on it
THAT_ON = re.compile(
    r"^,?\s(?:dat|die)\s(?:(?:al|pas|onlangs|afgelopen|vorige\sweek)\s)?(?:op\s|in\s|eind\s)?(?:[a-z]{4,6}dag\s)?$"
)
APPEARED = re.compile(
    r"\b(?:verschenen|verscheen|gepubliceerd|uitgebracht|uitgekomen|uitkwam|aangeboden|gepresenteerd|opgeleverd|openbaar|verschijnt|uitbracht(?:en)?|publiceerden?)\b"
)
STOPS = re.compile(r"[.?!;:«“\n]")
DATED = re.compile(r"\s(?:uit|van|d\.\s?d\.)\s?$")
CALLED = re.compile(  # "het rapport Veilig over water van de Waterraad"
    rf"^\s(?P<title>[A-Z][^.?!;:,()«»“”‘’\d\n]{{4,80}}?)\s(?:van|door)\s(?:het\s|de\s)?(?P<name>{OFFICE}|{NAME})(?P<short>\s?\([A-Z][\w&-]{{1,9}}\))?"
)
ENDED = re.compile(r"[?!]\s|(?<=[a-z)»”]{2})\.\s")  # a sentence; not "dr. "
LONGEST_SUBJECT = 10  # words; in more of them the sentence has gone on
SOFT = re.compile(
    r"(?:raming|berekening|schatting)(?:en)?$", re.IGNORECASE
)  # a report only with a year, or where something follows from it
SIMPLE = re.compile(
    r"^(?:rapport|rapportage|onderzoek|studie|evaluatie|monitor|analyse|advies|verkenning|peiling|enquête|notitie|inventarisatie|handreiking|informatieblad)$"
)
OF_YEAR = re.compile(r"\s(?:uit|van|over)\s(?:(?:begin|eind|medio)\s|[a-z]{3,9}\s)?(?:19|20)\d\d")
MADE_BY = re.compile(
    rf"^(?P<done>\s?(?:die|dat|afgerond|verricht|opgesteld|uitgevoerd)\b)?(?:[^.?!;:()]{{0,40}}?|\svan\s(?:het|de)\s[^.?!;:(),]{{0,80}}?)\bdoor\s(?:het|de)?\s?(?P<name>{NAME}(?:\sen\s(?:de\s|het\s)?{NAME})?)(?P<short>\s?\([A-Z][\w&-]{{1,9}}\))?"
)
ON_DATE = re.compile(
    r"^(?:,\s(?:uitgezonden|gepubliceerd|verschenen|uitgebracht|gepresenteerd|gedateerd))?\s?\(?(?:d\.\s?d\.|van|op|uit)?\s?(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s)?$"
)
SPEAKER = re.compile(
    r"^\svan\s(?:de\s|het\s)?(?P<name>[^.?!;:()«“,]{3,60}?)(?=\s(?:op|in|bij|tijdens|ter)\s|\s(?:van|d\.\s?d\.)\s\d)"
)
TO_WHOM_ON = re.compile(r"^(?:\s(?:aan|van)\s[^.?!;:«“,]{2,60}?)?\s?(?:d\.\s?d\.|van|op|uit)\s?$")
FAR = re.compile(r"^(?:\s(?:en|aan)\s[^.?!;«“\n\d]{2,90}?)?\s\(?(?:van|op|d\.\s?d\.)\s?$|^\s\($")
SPOKEN = re.compile(r"^[^.?!;«“\n]{0,100}?\b(?:van|op|d\.\s?d\.)\s?$")
SUBJECT = re.compile(
    r"""^[\s,]{0,2}(?:inzake|betreffende|betreft|over|met\sbetrekking\stot|aangaande)\s(?P<title>[^.?!;:()«»“”\n]{8,200}?)
    (?=$|[.?!;:(,«“\n]|\s(?:en\s(?:over|van)|waar\w*|dat|die|zoals|is|zijn|wordt|heb|heeft|naar\sde\sKamer|[a-z]{3,15}\su)\b)""",
    re.VERBOSE,
)
CAPITAL_TITLE = re.compile(
    r"""^\s(?P<title>[A-Z][^.?!;:,()«»“”\n]{8,160}?)
    (?=$|[.?!;:(,«“\n]|\s(?:op\s\d|d\.d\.|van\s?\d|waar\w*|dat|die|is|zijn|wordt|heb|heeft|staat|stond|blijkt|bleek|schr(?:ijf|eef)\w*|kondig\w*)\b)""",
    re.VERBOSE,
)
NOT_CITED = re.compile(
    r"\b(?:een|geen|iedere?|elke?|alle|zulke|dergelijke?|voor|om|ter|nader|eigen|strafrechtelijk|lopende?|uw|onderhavige|bijgaande|\w*wacht\w*\s(?:ik|wij|op)?\s?(?:het|de))\s*$",
    re.IGNORECASE,
)
BEFORE_NOUN = 24  # characters in which it is said
YOURS = re.compile(r"\buw\s(?:[a-z]+e\s)?$", re.IGNORECASE)
IN = re.compile(r"\b[Ii]n\s?(?:de|het|een|deze|dit|dat)\s(?:[a-z]{3,20}\s){0,2}$")
OUT_OF = re.compile(
    r"\b(?:(?:ontleend|gebaseerd|blijkt|volgt)\s?)?(?:uit|volgens|blijkens|aldus|aan|gebaseerd\sop|op\sbasis\svan|op\sgrond\svan|naar\saanleiding\svan)\s(?:(?:een|het|de)\s)?(?:[\w-]{1,25}\s){0,2}$",
    re.IGNORECASE,
)
ABOUT_IT = re.compile(r"(?:^|de|het)\w*evaluatie$", re.IGNORECASE)
OF_IT = re.compile(rf"^\svan\s?(?:het|de)?\s?{NAME}")
SORT = re.compile(r"^[A-Z]\w{3,20}brief$|^\w{4,20}sbrief$|^verzamelbrief$", re.IGNORECASE)
SMALL_TITLE = re.compile(
    r"^\s(?P<title>(?!van\b|aan\b|d\.d|over\b|waar|dat\b|die\b|op\b|is\b|met\b|te\b|en\b|naar\b)[a-z][\w\s-]{4,60}?)(?=\s(?:van\s?\d|d\.\s?d\.|\(|(?:dat|die|waar\w{2,4})\b))"
)
A = re.compile(r"\b[Ee]en\s*$")
RESULTS = re.compile(  # "een steekproef van de Waterbond komt uit op": what came out is told
    rf"^\s(?:van|door)\s(?:de\s|het\s)?{NAME}[^.?!;:]{{0,60}}?\s(?:kom(?:t|en)\suit|blijkt|laat\szien|toont\saan|wijst\suit|concludeert|becijfert|komt\s[^.?!;:]{{0,30}}?\suit)\b"
)
MADE_IN = re.compile(
    r"^\s?(?:die|dat)\s(?:in|op|eind|begin|medio)\s(?:[a-z\d]+\s){0,2}(?:19|20)\d\d\s(?:is\s|werd\s)?door\s"
)
YET_TO_COME = re.compile(
    r"\b(?:van\sstart\sgaa|start(?:en)?\b|is\sgestart\b|loopt\b|zal\b|zullen\b|volgt\b|verschijnt\b|plaatsvindt\b|gepland|gereed\b|(?:heeft|hebt|had|is)\stoegezegd\b)"
)
STILL_TO_LOOK = re.compile(  # "bij de evaluatie van de Vaarwet wordt onderzocht"
    rf"{YET_TO_COME.pattern}|\bword(?:t|en)\s?(?:onderzocht|bezien|bekeken|nagegaan|meegenomen|betrokken|gekeken|verwacht)"
)
INDEFINITE = re.compile(r"\b(?:een|geen)\s(?:[\w-]{1,25}\s){0,2}$", re.IGNORECASE)
YET = re.compile(r"\b(?:word(?:t|en)|zal|zullen|gaat|laat|laten)\b[^.?!]*$", re.IGNORECASE)
DEFINITE = re.compile(
    r"\b(?:het|de|dit|dat|deze|recente?|nieuwe?|verschenen|laatste|eerdere?|genoemde?|gedeelde)\s?(?:[\w-]{1,25}\s){0,2}$",
    re.IGNORECASE,
)
FUTURE = re.compile(
    r"\b(?:(?:eerst)?volgende|volgend\sjaar|komend|komende|aankomende?|aangekondigde|nog\ste|binnenkort|verwachte|toekomstige?|gaat|laat|laten)\b|\b(?-i:W)ord(?:t|en)\s(?:het|de)\s?$",
    re.IGNORECASE,
)
INVESTIGATORS = re.compile(
    r"^(?:OM|FIOD|ISH|IOD|NVWA-IOD|IOD-NVWA|Openbaar Ministerie|Rijksrecherche|(?:Internationaal )?Strafhof|AP)$"
)
NAMED = re.compile(
    r"^(?:\s|[^\w\s])?(?:de|et)\s(?=[A-Z])(?!(?:Rapport|Onderzoek|Advies|Studie|Evaluatie|Analyse|Monitor|Verkenning|Notitie|Enquête|Peiling)\b)"
)
THEN_SAYS = re.compile(  # "In de notitie van 3 mei 2019, die als bijlage meegaat, concludeert het Waterbureau dat"
    rf"""^(?:,\s(?:die|dat|welke)\s[^.;:?!«“\n]{{3,90}}?,)?\s?(?:concludeer(?:t|de)|constateer(?:t|de)|adviseer(?:t|de)|stel(?:t|de)|schrijft|schreef|waarschuw(?:t|de)
    |bevestig(?:t|de)|becijfer(?:t|de)|bereken(?:t|de)|beveelt|pleit(?:te)?|meld(?:t|de)|wijst|wees|komt)\s(?:ook\s)?(?:de\s|het\s)?
    (?P<name>(?!Minister|Staatss|Kamer|Kabinet|Commissie\svan)(?>{OFFICE}|{NAME}))""",
    re.VERBOSE,
)
STATE_ASKED = re.compile(r"\b(?:Is|is|Wordt|Zal)\s(?:het|de|dit|dat)\s(?:[a-z]{3,20}e?\s){0,2}$")
STATE = re.compile(  # "Is het onderzoek van de Waterraad inmiddels gestart?"
    r"^[^?\n]{0,160}?\b(?:gestart|begonnen|van\sstart\sgegaan)\s?\?"
)
PLURAL = re.compile(r"(?:en|[^v]ies|ages|yses)$")


def maker(by: re.Match[str]) -> str | None:
    """The name that BY or MADE_BY found, with the short one in brackets after it: "Schippersbond (SB)"."""
    return publisher_name(by["name"] + (by["short"] or ""))


def makers(text: str, at: int, by: re.Match[str]) -> tuple[str | None, int]:
    """All who made what `by` tells of, found in what begins at `at`, and where the last of their names ends.

    >>> text = "de brief van de Waterraad, Schippersbond en dertien gemeenten van 3 mei"
    >>> makers(text, 8, BY.match(text[8:]))[0]
    'Waterraad, Schippersbond en dertien gemeenten'
    """
    end = at + by.end()
    more = TOGETHER.match(text, end)
    if more is None:
        return maker(by), end
    return publisher_name(text[at + by.start("name") : more.end()]), more.end()


def plain(
    text: str, noun: re.Match[str], kind: SourceType, dates: Sequence[Day], *, asking: bool = False
) -> Reference | None:
    """The source that `noun` means, from what stands round it; None where it means none that can be told."""
    start, end = noun.span("noun")
    lead = ENDED.split(text[max(0, start - 60) : start])[-1]
    if found := _told_first(text, noun, kind, lead, dates, asking=asking):
        return found
    ahead = text[end : end + 160]
    told = kind == "report" and (
        RESULTS.match(ahead) is not None
        or MADE_IN.match(ahead) is not None
        or (A.search(lead) is not None and _said_in(text, lead, _day(text, end, dates, FROM)) is not None)
    )
    if _not_cited(noun, lead, told=told) or (SOFT.search(noun["noun"]) and not _sound(text, end, lead)):
        return None
    if kind == "report":
        return _report(text, start, end, lead, dates, told=told)
    if noun["noun"].lower() == "aanbiedingsbrief":  # of what it goes with, not of who sends it
        publisher, stop = _publisher(text, end)
        return Reference(start, stop, title=text[start:stop]) if publisher else None
    return _other(text, noun, kind, dates)


def _told_first(
    text: str, noun: re.Match[str], kind: SourceType, lead: str, dates: Sequence[Day], *, asking: bool
) -> Reference | None:
    """What is cited whatever stands before it: a letter with its day and sender, a work with its name and maker."""
    start, end = noun.span("noun")
    if asking and kind == "letter" and YOURS.search(lead) and (day := _day(text, end, dates, TO_WHOM_ON)):
        about = SUBJECT.match(text[day.end : day.end + 240])
        about = about if about and len(about["title"].split()) <= LONGEST_SUBJECT else None
        stop = day.end + about.end("title") if about else day.end
        return Reference(start, stop, None, day, text[start:stop] if about else None)
    if kind in ("letter", "web"):
        return _dated_letter(text, start, end, dates)
    if kind in ("report", "broadcast") and not YET.search(lead):
        return _called(text, start, end, dates)
    return None


def _not_cited(noun: re.Match[str], lead: str, *, told: bool) -> bool:
    """Whether several are meant, one that is yet to come, or any one."""
    if PLURAL.search(noun["noun"]) and not SOFT.search(noun["noun"]):
        return True
    any_one = (
        NOT_CITED.search(lead, max(0, len(lead) - BEFORE_NOUN))
        and not OUT_OF.search(lead)
        and not (told and A.search(lead))
    )
    return bool(any_one) or FUTURE.search(lead) is not None


def _by_whom(text: str, end: int, kind: SourceType) -> tuple[str | None, int]:
    """Whose it is, by the words behind its noun, and where they end."""
    publisher, end = _publisher(text, end, kind) if kind not in ("speech", "other") else (None, end)
    if kind == "news" and publisher is None and (inside := WITH_WHOM.match(text[end : end + 160])):
        return publisher_name(inside["name"]), end + inside.end()
    if publisher and kind == "news" and (outlet := WRITTEN_IN.match(text[end : end + 100])):
        return publisher_name(outlet["name"]), end + outlet.end()
    if kind == "speech" and publisher is None and (by := SPEAKER.match(text[end : end + 120])):
        return by["name"], end + by.end()
    if kind == "letter" and publisher is None:
        ahead = text[end : end + 200]
        by = FROM_ROLE.match(ahead) or FROM_GROUP.match(ahead)
        return (by["name"], end + by.end()) if by else (None, end)
    return publisher, end


def _other(text: str, noun: re.Match[str], kind: SourceType, dates: Sequence[Day]) -> Reference | None:
    """A source that is no report: by whose it is, its day, or its subject."""
    start = noun.start("noun")
    publisher, end = _by_whom(text, noun.end(), kind)
    sorted_by = kind == "letter" and publisher is None and SORT.match(noun["noun"])
    small = SMALL_TITLE.match(text[end : end + 120]) if sorted_by else None
    end = end + small.end("title") if small else end
    day = _day(text, end, dates, SPOKEN if kind == "speech" else FAR if kind == "letter" and publisher else ON_DATE)
    if day is None and publisher and kind in ("news", "broadcast"):
        day = _day(text, end, dates, ABOUT_FROM)  # "de uitzending van Veerjournaal over sluizen van 3 mei"
    end = day.end if day else end
    if kind != "letter":
        known = publisher if kind in ("news", "broadcast") else day and (publisher or kind != "web")
        return Reference(start, end, publisher, day) if known else None
    if day is None and (late := _day(text, end, dates, ABOUT_FROM)):  # "over sluizen van 3 mei"
        return Reference(start, late.end, publisher, late, DATED.sub("", text[end : late.start].split(maxsplit=1)[1]))
    title, end = (text[start : noun.end() + small.end("title")], end) if small else _subject(text, end)
    named = title and title[0].isupper()
    return Reference(start, end, publisher, day, title) if publisher or day or named else None


def _sound(text: str, end: int, lead: str) -> bool:
    """Whether an estimate is cited: "de ramingen van het Waterbureau uit 2020", "volgens berekeningen van"."""
    by = BY.match(text[end : end + 140])
    return by is not None and (OUT_OF.search(lead) is not None or OF_YEAR.match(text[end + by.end() :]) is not None)


def _dated_letter(text: str, start: int, end: int, dates: Sequence[Day]) -> Reference | None:
    """A letter with its date whose sender the sentence names elsewhere: "bij brief van 3 mei heeft de Waterraad"."""
    if sent := THAT_SENT.match(text[end : end + 160]):
        day = _day(text, end + sent.end(), dates, ON_DATE)
        return (
            Reference(start, day.end, publisher_name(sent["name"] or sent["few"] or sent["some"]), day) if day else None
        )
    if by := BY_SENDER.match(text[end : end + 200]):
        return Reference(start, end + by.end(), publisher_name(by["name"]))
    day = _day(text, end, dates, TO_WHOM_ON)
    name = sender(text, start, day.end) if day and day.value else None
    return Reference(start, day.end, name, day) if day and name else None


def _called(text: str, start: int, end: int, dates: Sequence[Day]) -> Reference | None:
    """A report or a broadcast whose title stands without marks between its noun and its maker."""
    found = CALLED.match(text[end : end + 200])
    if not found:
        return None
    at = end + found.end("title")
    by = BY.match(text[at : at + 140])
    name, stop = makers(text, at, by) if by else (maker(found), end + found.end())
    day = _day(text, stop, dates, ON_DATE)
    return Reference(start, day.end if day else stop, name, day, found["title"])


def _report(text: str, start: int, end: int, lead: str, dates: Sequence[Day], *, told: bool) -> Reference | None:
    definite = (
        told or OUT_OF.search(lead) is not None or (DEFINITE.search(lead) is not None and not INDEFINITE.search(lead))
    )
    if ABOUT_IT.search(text[start:end]) and (of := OF_IT.match(text[end : end + 140])):
        stop = end + of.end()  # what is evaluated, not who did it
        if STILL_TO_LOOK.search(text[stop : stop + 50].partition(".")[0]):
            return None
        done, last = _maker(text, stop, definite=False, yet=YET.search(lead) is not None)
        day = _day(text, last, dates, FROM)
        return Reference(start, day.end if day else last, done, day, text[start:stop]) if definite else None
    day = _day(text, end, dates, FROM)
    after = day.end if day else end
    publisher, stop = _maker(text, after, definite=definite or day is not None, yet=YET.search(lead) is not None)
    said = _said_in(text, lead, day) if publisher is None else None
    publisher = publisher or said
    if publisher:
        day = (
            day
            or _day(text, stop, dates, ISSUED)
            or _day(text, stop, dates, ABOUT_FROM)
            or appeared(text, stop, dates)
            or next((d for d in dates if after < d.start and d.end < stop), None)
        )
        stop = max(stop, day.end) if day else stop
        ordered = CLIENT.match(text[stop : stop + 140])
        client = ordered["name"] if ordered else None
        known = not (
            INVESTIGATORS.match(publisher)
            or YET_TO_COME.search(text[stop : stop + 50].partition(".")[0])
            or (STATE_ASKED.search(lead) and STATE.match(text[stop : stop + 200]))
        )
        compound = said and not SIMPLE.match(text[start:end].lower())
        title = (
            text[start:end] if compound or NAMED.search(text[start - 4 : end]) else None
        )  # "de Sluismonitor van de Waterbond"
        return Reference(start, stop, publisher_name(publisher), day, title, client=client) if known else None
    if day and not SIMPLE.match(text[start:end].lower()):
        return Reference(start, after, None, day, text[start:end])
    about = SUBJECT.match(text[after : after + 240]) if definite and text[:end].endswith("rapport") else None
    stop = after + about.end("title") if about else after
    return Reference(start, stop, None, day, text[start:stop]) if about else None


def _said_in(text: str, lead: str, day: Day | None) -> str | None:
    """Who says something in a work of a day: "In de notitie van 3 mei 2019 concludeert het Waterbureau dat"."""
    said = THEN_SAYS.match(text[day.end : day.end + 200]) if day and IN.search(lead) else None
    return said["name"] if said else None


def appeared(text: str, end: int, dates: Iterable[Day]) -> Day | None:
    """The day on which a source appeared, told behind it: ", dat op 28 maart 2019 is aangeboden"."""
    day = _day(text, end, dates, THAT_ON)
    return day if day and APPEARED.search(STOPS.split(text[day.end : day.end + APPEARS])[0]) else None


def _maker(text: str, end: int, *, definite: bool, yet: bool) -> tuple[str | None, int]:
    """Who made a report: "van de Waterraad", "die door Bureau Stroom is gedaan"."""
    publisher, stop = _publisher(text, end) if definite else (None, end)
    if publisher is None and (made := MADE_BY.match(text[end : end + 140])):
        done = made["done"] is not None and not yet
        return (maker(made), end + made.end()) if done or definite else (None, end)
    return publisher, stop


def _publisher(text: str, end: int, kind: SourceType = "report") -> tuple[str | None, int]:
    by = BY.match(text[end : end + 140])
    if by and kind in ("report", "letter"):
        return makers(text, end, by)
    return (maker(by), end + by.end()) if by else (None, end)


def _day(text: str, end: int, dates: Iterable[Day], between: re.Pattern[str]) -> Day | None:
    return next((d for d in dates if end <= d.start <= end + 110 and between.match(text[end : d.start])), None)


def _subject(text: str, end: int) -> tuple[str | None, int]:
    """What it is about, "over sluizen", or a title that begins with a capital: "Kamerbrief Toekomst van de sluizen"."""
    ahead = text[end : end + 240]
    about = SUBJECT.match(ahead) or CAPITAL_TITLE.match(ahead)
    return (about["title"].strip(), end + about.end("title")) if about else (None, end)
