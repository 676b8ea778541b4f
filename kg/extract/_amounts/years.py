"""The years that a sentence names for its amounts: "in 2024", "voor de jaren 2022 t/m 2025", "dat jaar", "2026 e.v.".

A year counts where words before it make it a time ("in", "over", "begroting voor"), or where it stands alone in
brackets or before a colon.  The year of a date, of a price level, of a document, of a school year or of a comparison
("meer dan in 2022") is none.  "Dit jaar" is the year of the document; "dat jaar" the one that was named last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.grammar.months import A_MONTH

YEAR = r"(?:19|20)\d\d(?!\d|\s?[/]\s?\d|[ZD]\d|[.,]\d)"
YEARS = re.compile(
    rf"(?<![\d/.,])(?P<first>{YEAR})(?P<rest>(?:\s{{0,2}}(?:,|,?\s?en|als(?:\sin)?|t/m|tot\s?en\s?met|tot|[-–—])\s{{0,2}}{YEAR}){{0,8}})",
    re.IGNORECASE,
)
SPELLED = re.compile(r"t/m|tot", re.IGNORECASE)
DASH = re.compile(r"[-–—]")  # "2022-2027" may be part of a name, or a parliamentary year
ALLOWED = re.compile(
    r"""(?:in|voor|over|\bgedurende|\btussen|\bjaar|jaren|periode|tijdvak|\bheel|\bgeheel|\bgehele|\bbegin|\beinde?|\bmedio|\bnajaar|\bvoorjaar
    |\bzomer|(?<!toelichting\s)begro-?ting(?:en)?(?:\svan|\svoor)?|begrotingsjaar|kalenderjaar|boekjaar|circulaire
    |\btranche|toeslag|subsidie|uitkering|compensatie|tegemoetkoming|(?:helft|halfjaar|kwarta(?:al|len)|maand(?:en)?|loop|rest|tranches?|rondes?|jaargang(?:en)?|verloop|zomer|najaar|voorjaar|winter|herfst|eind|begin)\svan)
    (?:\shet\sjaar)?(?:\s(?:respectievelijk|achtereenvolgens|zowel))?\s{0,2}$
    |\b(?:in|over|voor|vanaf)\s(?:de\smaanden\s|de\smaand\s)?(?:MONTH\s?(?:,|en|t/m|tot\sen\smet)\s)MONTH\s{0,2}$""".replace(
        "MONTH", A_MONTH
    ),
    re.VERBOSE | re.IGNORECASE,
)
# "In januari 2031 is daar € 3 miljoen bij gekomen": the month in which money was given
MONTH_FIRST = re.compile(rf"^\W{{0,2}}In\s{A_MONTH}\s{{0,2}}$")
WAS_GIVEN = re.compile(
    r"""\s{0,2}(?:is|zijn|werd|werden|heeft|hebben|heb|had|hadden)(?:(?!\b(?:dat|die|waar\w*|of|besloten|gemeld|aangekondigd|toegezegd)\b)[^.?!;:,(«“]){0,160}
    \b(?:bij\s?gekomen|toegevoegd|uitgekeerd|betaald|overgemaakt|verstrekt|uitgegeven|besteed|uitgetrokken|beschikbaar\s{0,2}gesteld|beschikbaar\s{0,2}gekomen
    |toegekend|vrijgemaakt|gereserveerd|ge[iï]nvesteerd|gestort|geschonken|opgehaald|ontvangen|geleend|terugbetaald|vergoed)\b""",
    re.VERBOSE,
)
BARRED = re.compile(
    r"""(?:school|studie|college|vergader|zittings|parlementaire\s)jaar\s{0,2}$|seizoen\s{0,2}$
    |(?:(?<!su)(?<!jor)(?<!ma)dan|\bten\sopzichte\svan|\bt\.?o\.?v\.?|vergeleken\s(?:met|bij)|vergelijking\s(?:met|tot)|gelijk\saan|net\sals)
     \s?(?:in|over|voor|die\svan|het\s(?:niveau|bedrag)\s(?:in|van))?(?:\s?het\sjaar)?\s{0,2}$
    |(?:wijziging|toelichting|brief|behandeling|amendement(?:en)?|debat)\s(?:op|bij|van|in|over)\s(?:de\s)?(?:ontwerp)?begroting\w{0,3}(?:\svoor|\svan)?\s{0,2}$
    |(?:programma|agenda|plan|strategie|akkoord|visie|kader|aanpak|regeling|convenant|monitor|offensief)(?:\s(?-i:[A-Z])\w+){0,3}\s{0,2}$
    |\b(?:rapport|brief|motie|advies|artikel|bericht|uitspraak|plan|wet)\s(?:in|over)\s{0,2}$""",
    re.VERBOSE | re.IGNORECASE,
)
OPENS_SPAN = re.compile(r"(?:^|\(|:|\bvan|\bvanaf)\s{0,2}$|\bin\stotaal\s$", re.IGNORECASE)
IN_ROW = re.compile(r"(?:,|\ben|\bof)\s{1,2}$")
BEFORE_BRACKET = re.compile(r"\s\((?=€|EUR)")  # "in 2023 (€ 5 miljoen) en 2024 (€ 6 miljoen)"
HEADS = re.compile(r"\s?[:=](?=\s?(?:€|EUR|\d))")  # "2024: € 5 miljoen"
BRACKETED = re.compile(
    r"\(\s?(?:(?:in|over|voor|de|het|jaar|jaren|periode|begroting|raming|realisatie|tranche|\w{0,12}circulaire)\s){0,3}$",
    re.IGNORECASE,
)
SINCE = (
    r"(?:vanaf|met\s?ingang\s?van|ingaande|(?P<per>per))\s{0,2}(?:het\s(?:begrotings|kalender)?jaar\s|1\s?januari\s?)?"
)
OPEN = re.compile(
    rf"""(?:\b|(?<=die)|(?<=en)|(?<=dat)|(?<=jaar)|(?<=ctureel)){SINCE}(?:(?P<year>{YEAR})(?!\s{{0,2}}(?:t/m|tot|[-–—])\s?(?:en\s?met\s)?\d{{4}})|(?P<deixis>dit|volgend|vorig)\sjaar\b)
    |(?<![\d/.,])(?P<onwards>{YEAR})\s?(?:e\.?\s?v\.?|e\.?v\.?j\.?|en\s(?:verder|later|daarna|volgende(?:\sjaren)?|(?:de\s)?(?:jaren\s(?:daarna|erna)|latere\sjaren)))(?![^\W_])(?:\s?[:=](?=\s?(?:€|EUR|\d)))?
    |\b(?:in\s|voor\s)?de\s(?:daaropvolgende\sjaren|jaren\s(?P<after>daarna|erna|daarop))(?:\b|(?=jaarlijks|structureel))|\bdaarna\s(?=structureel|jaarlijks)""",
    re.VERBOSE | re.IGNORECASE,
)
DEICTIC = re.compile(
    r"""(?:\b|(?<=\bis)|(?<=\bwas)|(?<=\bin)|(?<=\ben)|(?<=\bvoor)|(?<=\bwordt)|(?<=\bwerd)|(?<=[dgkptv]en))
        (?:(?P<both>dit\s?en\s(?:het\s)?volgende?)|(?P<deixis>dit|volgend|vorig|het\slopende?|het\shuidige))\s?(?:begrotings|kalender)?jaar(?:\b|(?=(?:is|was|en|in|nog|voor|circa|ruim|elk|beschikbaar)\b))
    |\b(?P<same>dat|datzelfde|hetzelfde|dit\szelfde)\s?(?:begrotings|kalender)?jaar\b
    |\b(?P<these>die|deze|beide|diezelfde|dezelfde)\s?(?:(?:twee|drie|vier|vijf|zes)\s(?:jaar|jaren)|jaren|periode)\b
    |\bhet\s(?P<next>jaar\s(?:daarna|daarop|erna)|daaropvolgende\sjaar)\b|\b(?:het|een)\s(?P<last>jaar\s(?:daarvoor|ervoor|eerder)|voorgaande\sjaar)\b
    |\been\s(?P<later>jaar\slater)\b""",
    re.VERBOSE | re.IGNORECASE,
)
POINTS_BACK = re.compile(
    r"\b(?:dat|datzelfde|hetzelfde|szelfde|die|deze|diezelfde|dezelfde|beide|daarna|erna|daarop\w*|daarvoor|ervoor|voorgaande|jaar\seerder|jaar\slater)\b"
)
DAY = re.compile(rf"(?:{A_MONTH}|jl\.)\s{{0,2}}$")
NAMED = re.compile(r"(?:19|20)\d\d|jaar|jaren|periode|daarna")  # what a sentence with a time has
LOOK_BACK = 60
AGAIN = re.compile(r"(?:,|,?\s?en|\s?als)\s(?:in|over|voor)\s(?:het\sjaar\s)?", re.IGNORECASE)
AND_THEN = re.compile(r"\s?(?:en|als)\s(?:in\s|over\s|voor\s)?", re.IGNORECASE)  # "dit jaar en volgend jaar"
MONEY = re.compile(r"€|\beuro\b|\bEUR\b")
SHIFTS = {"dit": 0, "volgend": 1, "vorig": -1, "het lopende": 0, "het lopend": 0, "het huidige": 0}


@dataclass(frozen=True, slots=True)
class Time:
    """The years named at `sentence[start:end]`; `since`: they are the first of a row without an end.

    `effective`: "per 2026", which says when something begins to hold.  `listed`: "2024, 2025 en 2026".  `alone`: all that
    stands in brackets.
    """

    start: int
    end: int
    years: tuple[int, ...]
    since: bool = False
    effective: bool = False
    listed: bool = False
    alone: bool = False


def times(sentence: str, reference: int | None = None, earlier: tuple[int, ...] = ()) -> list[Time]:
    """The times of a sentence in order; `reference` is the year of writing, `earlier` the years named before it.

    >>> [t.years for t in times("Van 2022 tot en met 2024 en in het jaar daarna; in 2020 minder dan in 2019.")]
    [(2022, 2023, 2024), (2025,), (2020,)]
    """
    if not NAMED.search(sentence):
        return []
    marks = list(OPEN.finditer(sentence))
    taken = [m.span() for m in marks]
    numbers = [m for m in YEARS.finditer(sentence) if _free(m.start(), taken)]
    deictic = [m for m in DEICTIC.finditer(sentence) if _free(m.start(), taken)]
    found: list[Time] = []
    for match in sorted((*marks, *numbers, *deictic), key=lambda m: m.start()):
        last = found[-1].years if found else earlier
        time = _read(match, reference, last)
        if time:
            found.append(time)
    return _joined(found, sentence) if len(found) > 1 else found


def _joined(found: Sequence[Time], sentence: str) -> list[Time]:
    """The times, with one for years that each have their preposition: "in 2013 en in 2014", "zowel over 2019 als over 2020".

    Between two amounts each year is that of one of them: "€ 3 miljoen in 2013 en in 2014 € 4 miljoen".
    """
    out: list[Time] = []
    for time in found:
        before = out[-1] if out else None
        if (
            before
            and not (before.since or time.since or before.alone or time.alone)
            and (before.listed or len(before.years) == 1)
            and before.years[-1] < time.years[0]
            and (AGAIN if sentence[time.start].isdigit() else AND_THEN).fullmatch(sentence, before.end, time.start)
            and not (MONEY.search(sentence, 0, before.start) and MONEY.search(sentence, time.end))
        ):
            out[-1] = replace(before, end=time.end, years=before.years + time.years, listed=True)
        else:
            out.append(time)
    return out


def _free(start: int, taken: Sequence[tuple[int, int]]) -> bool:
    return not any(begin <= start < end for begin, end in taken)


def _read(match: re.Match[str], reference: int | None, last: tuple[int, ...]) -> Time | None:
    if match.re is YEARS:
        return _numbered(match)
    if BARRED.search(match.string, max(0, match.start() - LOOK_BACK), match.start()):
        return None
    years = _open_years(match, reference, last) if match.re is OPEN else _deictic_years(match, reference, last)
    since = match.re is OPEN
    alone = match.string[max(0, match.start() - 1) : match.start()] == "(" and match.string.startswith(")", match.end())
    return Time(match.start(), match.end(), years, since, since and bool(match["per"]), alone=alone) if years else None


def _numbered(match: re.Match[str]) -> Time | None:
    """2022 to 2027 for "over de jaren 2022-2027"; nothing for a year that no words make a time."""
    rest, text = match["rest"], match.string
    begin = max(0, match.start() - LOOK_BACK)
    alone = bool(BRACKETED.search(text, begin, match.start()) and text.startswith(")", match.end()))
    heads = HEADS.match(text, match.end())
    in_row = IN_ROW.search(text, begin, match.start()) and BEFORE_BRACKET.match(text, match.end())
    cue = ALLOWED.search(text, begin, match.start()) or _month_of_giving(match)
    dashed = cue or alone or OPENS_SPAN.search(text, begin, match.start())
    span = bool(SPELLED.search(rest) or (DASH.search(rest) and dashed))
    if not (cue or alone or heads or in_row or span) or BARRED.search(text, begin, match.start()):
        return None
    end = heads.end() if heads else match.end()
    numbers = [int(match["first"]), *(int(n) for n in re.findall(r"\d{4}", rest))]
    between = cue is not None and cue.group().lower().startswith("tussen")
    if (span or between) and 0 < numbers[-1] - numbers[0] <= 40:
        return Time(match.start(), end, tuple(range(numbers[0], numbers[-1] + 1)), alone=alone)
    return Time(match.start(), end, tuple(dict.fromkeys(numbers)), listed=len(numbers) > 1, alone=alone)


def _month_of_giving(match: re.Match[str]) -> re.Match[str] | None:
    """The month before a year with which a sentence begins that says that money was given then."""
    month = MONTH_FIRST.match(match.string[: match.start()]) if match.start() <= len("« In september ") else None
    return month if month and WAS_GIVEN.match(match.string, match.end()) else None


def _open_years(match: re.Match[str], reference: int | None, last: tuple[int, ...]) -> tuple[int, ...]:
    if match["year"] or match["onwards"]:
        return (int(match["year"] or match["onwards"]),)
    if match["deixis"]:
        return (reference + SHIFTS[match["deixis"].lower()],) if reference else ()
    return (last[-1] + 1,) if last else ()


def _deictic_years(match: re.Match[str], reference: int | None, last: tuple[int, ...]) -> tuple[int, ...]:
    if DAY.search(match.string, max(0, match.start() - 12), match.start()):
        return ()
    if match["both"]:
        return (reference, reference + 1) if reference else ()
    if match["deixis"]:
        shift = SHIFTS[" ".join(match["deixis"].lower().split())]
        return (reference + shift,) if reference else ()
    if match["same"]:
        return last if len(last) == 1 else ()
    if match["these"]:
        return last if len(last) > 1 else ()
    return ((last[-1] + 1,) if match["next"] or match["later"] else (last[0] - 1,)) if last else ()
