"""Times and terms in words: "begin volgend jaar", "vóór de zomer", "het eerste kwartaal van 2025", "binnen drie weken".

Finding says what is printed; understanding says what is certain of it, given the date of the document: a year, a
month, or the days from which and until which it runs.  "Begin volgend jaar" is certain to be in that year and no
more; "komend jaar" may be the next calendar year or the next twelve months, so that it stays as printed.

>>> [(f.printed, understand(f, date(2031, 11, 20))) for f in find("Begin volgend jaar, dus na de zomer.")]
[('Begin volgend jaar', Understood(partial=PartialDate(text='2032'), start=None, until=None)), ('na de zomer', None)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kg.grammar.dates import find as find_dates
from kg.grammar.dates import resolve
from kg.grammar.numbers import WORDS, read_number
from kg.grammar.starts import matches_at, places_of
from kg.grammar.words import Rows, folded, held, needing
from kg.records import PartialDate

_DEIXIS = r"(?:dit|deze|vorige?|volgende?|komende?|aankomende?|aanstaande?|afgelopen)"
_UNIT = r"(?:jaar|kwartaal|halfjaar|maand|week|voorjaar|najaar|zomer|winter|herfst|lente)"
_SEASON = r"(?:zomer(?:reces)?|kerst(?:reces)?|herfst(?:reces)?|winter|lente|voorjaar|voorjaarsreces|najaar|meireces)"
_YEAR = r"(?:(?P<{0}>20\d\d)(?!\d)|(?P<{0}_of>dit|volgend|vorig)\sjaar\b)"
QUARTERED = re.compile(
    rf"""(?<![^\W_])(?:het\s)?(?P<rank>eerste|tweede|derde|vierde|laatste|1e|2e|3e|4e)\s(?P<part>kwartaal|helft|halfjaar)
        (?:\svan)?(?:\shet\sjaar)?\s{_YEAR.format("year")}|(?<![^\W_])Q(?P<quarter>[1-4])\s(?P<when>20\d\d)(?!\d)""",
    re.VERBOSE | re.IGNORECASE,
)
BY_YEAR_END = re.compile(
    r"(?<![^\W_])(?:vóór|voor)\s(?:het\s)?eind(?:e)?\s?van\s(?:het|dit)\sjaar(?![^\W_])|(?<![^\W_])(?:vóór|voor)\sjaareinde",
    re.IGNORECASE,
)
RELATIVE = re.compile(
    rf"""(?=[bemhldvka])(?<![^\W_])(?:(?P<edge>begin|einde?|medio|halverwege|loop)\s(?:van\s)?)?(?:(?P<deixis>{_DEIXIS})\s(?P<unit>{_UNIT})(?![^\W_])
    |(?<=eind\svan\s)het\sjaar\b|(?<=einde\svan\s)het\sjaar\b)""",
    re.VERBOSE | re.IGNORECASE,
)
SEASON = re.compile(
    rf"""(?<![^\W_])(?P<side>vóór|voor|na|in|tijdens|rond)\s(?:de|het)\s(?P<season>{_SEASON})(?![^\W_]|reces|\w)
        (?:\s(?:van\s)?{_YEAR.format("year")})?""",
    re.VERBOSE | re.IGNORECASE,
)
WITHIN = re.compile(
    rf"""(?<![^\W_])binnen\s(?:de\s)?(?P<number>\d{{1,3}}|{WORDS})\s(?P<length>werkdagen|dagen|dag|weken|week|maanden|maand|jaar)(?![^\W_])
        (?P<after>\s(?:na|nadat|van|vanaf|voor|te)(?![^\W_]))?""",
    re.VERBOSE | re.IGNORECASE,
)
FORMS: tuple[tuple[str, re.Pattern[str], Rows], ...] = (  # name, form, and words one of which it has
    ("quarter", QUARTERED, needing(("kwartaal", "helft", "halfjaar", "q1", "q2", "q3", "q4"))),
    ("year end", BY_YEAR_END, needing(("eind",))),
    ("relative", RELATIVE, needing(("jaar", "kwartaal", "maand", "week", "zomer", "winter", "herfst", "lente"))),
    (
        "season",
        SEASON,
        needing(("zomer", "kerst", "herfst", "winter", "lente", "voorjaar", "najaar", "meireces")),
    ),
    ("within", WITHIN, needing(("binnen",))),
)
RELATIVE_BEGINS = (
    *("begin", "eind", "medio", "halverwege", "loop", "het", "dit", "deze"),
    *("vorig", "volgend", "komend", "aankomend", "aanstaande", "afgelopen"),
)
ANSWERING = re.compile(
    r"beantwoord|informe|toesturen|toezenden|toekomen|antwoorden|\bsturen\b|uw\s?Kamer", re.IGNORECASE
)
BEFORE = re.compile(r"(?:vóór|voor)\s", re.IGNORECASE)
RANKS = {"eerste": 1, "1e": 1, "tweede": 2, "2e": 2, "derde": 3, "3e": 3, "vierde": 4, "4e": 4, "laatste": 4}
# the months in which a season, or what is named after it, may fall: before them and after them it is certain which one
MONTHS = {"zomer": (6, 9), "kerst": (12, 12), "herfst": (9, 12), "winter": (12, 12), "lente": (3, 6)}
MONTHS |= {"voorjaar": (2, 7), "najaar": (9, 12), "mei": (4, 5)}


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A time or term at `text[start:end]`.

    `form` is the name of its pattern; `words` are the parts of it that carry meaning.
    """

    start: int
    end: int
    printed: str
    form: str
    words: tuple[tuple[str, str], ...] = ()

    def word(self, name: str) -> str:
        """A part in small letters, empty where it is not printed."""
        return dict(self.words).get(name, "").lower()


@dataclass(frozen=True, slots=True)
class Understood:
    """What is certain: a year or month, or the days from `start` until (not on) `until`."""

    partial: PartialDate | None = None
    start: date | None = None
    until: date | None = None


def find(text: str) -> list[FoundPeriod]:
    """The times and terms of a text, in order, none inside another."""
    small = folded(text)
    here = held(small)
    forms = [(form, pattern) for form, pattern, needed in FORMS if here & needed == needed]
    if not forms:
        return []
    found = [_read(match, form) for form, pattern in forms for match in _matches(pattern, text, small)]
    kept: list[FoundPeriod] = []
    for period in sorted(found, key=lambda period: (period.start, -period.end)):
        if not kept or period.start >= kept[-1].end:
            kept.append(period)
    return kept


def _matches(form: re.Pattern[str], text: str, small: str) -> Iterator[re.Match[str]]:
    """The matches of a form; the one whose words are frequent is tried only where it can begin."""
    if form is RELATIVE and len(small) == len(text):
        return matches_at(form, text, places_of(RELATIVE_BEGINS, small))
    return form.finditer(text)


def _read(match: re.Match[str], form: str) -> FoundPeriod:
    words = tuple((name, value) for name, value in match.groupdict().items() if value)
    end = match.start("after") if form == "within" and match["after"] else match.end()
    return FoundPeriod(match.start(), end, match.string[match.start() : end], form, words)


def understand(found: FoundPeriod, reference: date | None, sentence: str = "") -> Understood | None:
    """What is certain of a period, or None; `reference` is the day on which it was written.

    A term ("binnen drie weken") runs from that day where the `sentence` is about answering, not where it is a rule.
    """
    if found.form == "quarter":
        return _quarter(found, reference)
    if found.form == "season":
        return _season(found, reference)
    if reference is None:
        return None
    if found.form == "year end":
        return Understood(start=reference, until=date(reference.year + 1, 1, 1))
    if found.form == "within":
        return _within(found, reference) if ANSWERING.search(sentence) else None
    return _relative(found, reference)


def understand_within(text: str, start: int, end: int, reference: date | None) -> Understood | None:
    """What is certain of the term that is named in `text[start:end]`, as a period or as a date; none that is past.

    "Voor 2032" ends where that year begins.

    >>> understand_within("Dat komt uiterlijk 1 juli 2032.", 9, 30, None)
    Understood(partial=PartialDate(text='2032-07-01'), start=None, until=None)
    """
    for period in find(text):
        if period.start < end and start < period.end and (known := understand(period, reference, text)):
            return known
    for day in find_dates(text):
        if day.start < end and start < day.end and (partial := resolve(day, reference)):
            if reference and partial.text < reference.isoformat()[: len(partial.text)]:
                return None
            first = date.fromisoformat((partial.text + "-01-01")[:10])
            return Understood(until=first) if BEFORE.match(text, start) else Understood(partial)
    return None


def _year(found: FoundPeriod, reference: date | None) -> int | None:
    if year := found.word("year") or found.word("when"):
        return int(year)
    shift = {"vorig": -1, "dit": 0, "volgend": 1}.get(found.word("year_of"))
    return None if shift is None or reference is None else reference.year + shift


def _quarter(found: FoundPeriod, reference: date | None) -> Understood | None:
    year = _year(found, reference)
    if year is None:
        return None
    months = 6 if found.word("part") in ("helft", "halfjaar") else 3
    rank = int(found.word("quarter") or RANKS[found.word("rank")])
    if rank > 12 // months:
        rank = 2 if found.word("rank") == "laatste" else 0
    return _months(year, (rank - 1) * months + 1, months) if rank else None


def _months(year: int, first: int, count: int) -> Understood:
    """The days of `count` months from month `first` (1 to 12, or beyond either end of the year)."""
    return Understood(start=_month(year, first), until=_month(year, first + count))


def _month(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _season(found: FoundPeriod, reference: date | None) -> Understood | None:
    """The year of a season; before it comes, "voor de zomer" is certain to be in the year of the document."""
    year = _year(found, reference)
    if year is None and reference and found.word("side") in ("vóór", "voor") and found.word("season") != "winter":
        first, _ = MONTHS[_named(found.word("season"))]
        year = reference.year if reference.month < first else None
    return Understood(partial=PartialDate(f"{year:04}")) if year else None


def _named(season: str) -> str:
    return next(name for name in MONTHS if season.startswith(name))


def _relative(found: FoundPeriod, reference: date) -> Understood | None:
    unit, deixis = found.word("unit"), found.word("deixis").removesuffix("e")
    if not unit:
        return Understood(partial=PartialDate(f"{reference.year:04}"))
    shift = {"dit": 0, "dez": 0, "vorig": -1, "volgend": 1}.get(deixis)
    if unit == "kwartaal":
        near = {"komend": 1, "aankomend": 1, "afgelopen": -1}.get(deixis, shift)
        first = (reference.month - 1) // 3 * 3 + 1
        return None if near is None else _months(reference.year, first + 3 * near, 3)
    if unit in MONTHS:
        return _this_season(unit, deixis, reference)
    if shift is None or unit == "halfjaar":
        return None
    return _shifted(unit, shift, reference)


def _shifted(unit: str, shift: int, reference: date) -> Understood:
    """The year, the month or the week (from Monday) that is `shift` after that of the document."""
    if unit == "jaar":
        return Understood(partial=PartialDate(f"{reference.year + shift:04}"))
    if unit == "maand":
        return Understood(partial=PartialDate(f"{_month(reference.year, reference.month + shift):%Y-%m}"))
    monday = reference + timedelta(days=7 * shift - reference.weekday())
    return Understood(start=monday, until=monday + timedelta(days=7))


def _this_season(unit: str, deixis: str, reference: date) -> Understood | None:
    """The year of "dit najaar", "komend voorjaar", "afgelopen zomer", where the document stands clear of it."""
    first, last = MONTHS[unit]
    if unit == "winter" or (first <= reference.month <= last and deixis not in ("dit", "dez")):
        return None
    passed = reference.month > last
    year = {
        "dit": reference.year,
        "dez": reference.year,
        "komend": reference.year + passed,
        "aankomend": reference.year + passed,
        "afgelopen": reference.year - (not passed),
    }.get(deixis)
    return None if year is None else Understood(partial=PartialDate(f"{year:04}"))


def _within(found: FoundPeriod, reference: date) -> Understood | None:
    number = read_number(found.word("number"))
    unit = found.word("length")
    if number is None or found.word("after") or number != int(number) or unit == "werkdagen":
        return None
    count = int(number)
    if unit.startswith(("dag", "we")):
        last = reference + timedelta(days=count * (7 if unit.startswith("we") else 1))
    else:
        last = _same_day(reference, count * (12 if unit == "jaar" else 1))
    return Understood(start=reference, until=last + timedelta(days=1))


def _same_day(day: date, months: int) -> date:
    """The day that many months later, or the last of that month."""
    after = _month(day.year, day.month + months + 1) - timedelta(days=1)
    return after.replace(day=min(day.day, after.day))
