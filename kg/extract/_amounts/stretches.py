"""Which words of a sentence are about which of its amounts.

What follows an amount up to the last comma or "en" before the next one is about the first, the rest about the second:
"€ 7 miljoen in 2024 | en in 2025 € 9 miljoen".  Words in brackets that hold no amount are about nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract._amounts.years import Time
from kg.grammar.money import FoundMoney

SEPARATOR = re.compile(
    r"[;:]|,(?!\d)|\b(?:en|of)\b(?!\s?(?:19|20)\d\d\b)|\b(?:waarvan|waaronder|maar|plus|tegenover|versus)\b"
)
UPWARDS = re.compile(  # between the two ends of a change
    r"""\b(?:oplopend|aflopend|afbouwend|stijgend|dalend|toenemend)\b
    |\b(?:naar|tot)\s(?=(?:(?:circa|ruim|bijna|ongeveer|gemiddeld|maximaal|structureel|jaarlijks|uiteindelijk)\s){0,2}$)""",
    re.VERBOSE,
)
CLAUSE_ENDS = re.compile(
    r"""[;.:?!(]|\b(?:dat|zodat|omdat|terwijl|om|zoals|waarmee|als)\b|\bdie(?=\b|voor|in\b|over|vanaf)
    |,(?!\s{0,2}(?:verdeeld|gespreid|verspreid|uitgesmeerd|te\sverdelen|over|in|voor|structureel|incidenteel|[eé][eé]nmalig
        |vanaf|jaarlijks|beide|alle|\d)\b)""",
    re.VERBOSE,
)
RELATIVE = re.compile(
    r"(?:\s{0,2}|,\s{1,2}|\s(?:af|in|toe|uit|vrij|bij)\s)(?:die(?=\s|voor|in\b|over|vanaf)|dat\b|welke\b)",
    re.IGNORECASE,
)
RELATIVE_ENDS = re.compile(r"[,;:(]|\b(?:waarvan|waaronder|maar)\b")
GOES_ON = re.compile(
    r"\s{0,2}[^\W\d]+\s{1,2}[^\W\d]+\s"
)  # two words and more: the verb of the clause and what follows it
CLAUSE_BEGINS = re.compile(r"[;:]|,(?!\d)")
ALSO_ASKED = re.compile(  # "Hoeveel is er in 2018 besteed en is het bedrag van € 5 miljoen voldoende?" asks twice
    r"\b(?:en|of)\s(?:is|zijn|was|waren|wordt|worden|klopt|acht|vindt|hoe|waarom|wat|deelt|bent|kunt)\s(?=(?:het|de|een|dit|dat|die|deze|u)\b)",
    re.IGNORECASE,
)
HEADED = re.compile(r"(?<=\d)\s?[:=]$")  # a year that heads a row: "2024: € 5 miljoen"
HANGS_ON = re.compile(r"[,;:]?\s{0,2}waar(?:voor|mee|bij|aan|door|toe)\b", re.IGNORECASE)
BRACKETS = re.compile(r"\([^()]{0,80}\)")
OPENS = re.compile(r"\([^()]{0,60}$")
CLOSES = re.compile(r"[^()]{0,60}\)")
REPORTED = re.compile(  # what comes after it is of another time than what comes before
    r"""\b(?:meld|waarschuw|schreef|schrij|zei\b|zegt|stelt|stelde|blijkt|bleek|gebleken|bericht|onthul|conclud|toezeg|toegezegd|aankondig
    |aangekondigd|bekend|weten|verkla|vermeld|gezegd|gesteld|geschreven|geconcludeerd|aangegeven|aangaf|gemeld|constat)\w{0,6}[^.;:?!]{0,40}\sdat\b(?!\s(?:jaar|bedrag))""",
    re.VERBOSE | re.IGNORECASE,
)
THRESHOLD = re.compile(
    r"""\bbij\s(?:een|elke?|iedere?)\s[^,.;:€]{1,40}\svan\s{0,2}$
    |\b(?:boven|onder|beneden|grens\svan|drempel\svan|limiet\svan)(?:\sde)?\s{0,2}$
    |\bvanaf\seen\s(?:\w{0,15}bedrag|som|boete|waarde|inkomen|schuld)\svan\s{0,2}$""",
    re.VERBOSE | re.IGNORECASE,
)
COUNTS = re.compile(
    r"\b(?:hoeveel|aantal|percentage|aandeel)\s(?!geld|euro|is\b|wordt\b|was\b)[^.;?]{0,150}$", re.IGNORECASE
)
MORE = re.compile(r"\b(?:meer|minder|hoger|lager)\sdan\s{0,2}$", re.IGNORECASE)
NEAR = 80  # characters before an amount that may make it a threshold
REACH = 200  # characters after the last amount of a sentence that may still speak of it


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words about one amount (or the two ends of a range): from `begin` to `start`, and from `end` to `until`.

    `recent` is where the clause before it begins, `near` where the one after it ends.  A `threshold` is not money that
    goes anywhere ("bij een erfenis van € 200.000"); `before` and `after` are the times that are said of it.
    """

    begin: int
    recent: int
    start: int
    end: int
    near: int
    until: int
    threshold: bool
    before: tuple[Time, ...]
    after: tuple[Time, ...]


def stretches(sentence: str, groups: Sequence[Sequence[FoundMoney]], found: Sequence[Time]) -> list[Stretch]:
    """The stretch of each group of amounts, given the times of the sentence."""
    plain = _without_brackets(sentence, groups)
    outside = [time for time in found if time.alone or plain[time.start] == sentence[time.start]]
    out: list[Stretch] = []
    begin = 0
    for place, group in enumerate(groups):
        following = groups[place + 1][0].start if place + 1 < len(groups) else None
        out.append(_stretch(plain, begin, group, following, outside))
        begin = out[-1].until
    return out


def _without_brackets(sentence: str, groups: Sequence[Sequence[FoundMoney]]) -> str:
    """The sentence with blanks for what stands in brackets, where that holds no amount."""
    starts = [group[0].start for group in groups]

    def blank(match: re.Match[str]) -> str:
        holds = any(match.start() <= start < match.end() for start in starts)
        return match.group() if holds else " " * len(match.group())

    return BRACKETS.sub(blank, sentence)


def _stretch(
    text: str, begin: int, group: Sequence[FoundMoney], following: int | None, found: Sequence[Time]
) -> Stretch:
    start, end = group[0].start, group[-1].end
    recent = _recent(text, begin, start, found)
    before = tuple(time for time in found if recent <= time.start < start)
    threshold = _is_threshold(text, start)
    if threshold:
        until = end
    elif following is None:
        until = min(len(text), end + REACH)
    else:
        until = _boundary(text, end, following, found, prefixed=bool(before))
    near = _near(text, end, until, found)
    after = tuple(time for time in found if end <= time.start < near)
    return Stretch(begin, recent, start, end, near, until, threshold, () if threshold else before, after)


def _is_threshold(text: str, start: int) -> bool:
    begin = max(0, start - NEAR)
    return bool(
        THRESHOLD.search(text, begin, start) or (MORE.search(text, begin, start) and COUNTS.search(text, 0, start))
    )


def _recent(text: str, begin: int, start: int, found: Sequence[Time]) -> int:
    """Where the clause of an amount begins; "waarvoor € 5 miljoen" hangs on the clause before it."""
    opened = [m for m in CLAUSE_BEGINS.finditer(text, begin, start) if not _inside(m.start(), found)]
    if opened and not text[opened[-1].end() : start].strip():
        opened.pop()  # "eenmalig, in 2024, € 3 miljoen"
    if opened and HANGS_ON.match(text, opened[-1].start()):
        opened.pop()
    if text.rstrip().endswith("?"):
        opened += [m for m in ALSO_ASKED.finditer(text, begin, start) if not _inside(m.start(), found)]
    reported = [m.end() for m in REPORTED.finditer(text, begin, start)]
    return max([begin, *(m.end() for m in opened), *reported])


def _boundary(text: str, end: int, following: int, found: Sequence[Time], *, prefixed: bool) -> int:
    """Where the words about one amount end and those about the next begin."""
    if closed := CLOSES.match(text, end, following):
        return closed.end()  # an amount in brackets
    if opened := OPENS.search(text, end, following):
        return opened.start()
    separators = _separators(SEPARATOR, text, end, following, found) or _separators(
        UPWARDS, text, end, following, found
    )
    between = [time for time in found if end <= time.start < following]
    row = next((time.start for time in between if HEADED.search(text, time.start, time.end)), None)
    if edge := row or _relative_clause(text, end, following, between):
        return edge
    if not separators:
        return end if prefixed and between else following
    leading = [place for place in separators if between and place < between[-1].start]
    if leading and (prefixed or (len(between) > 1 and leading[-1] >= between[-2].end)):
        return leading[-1]
    return separators[-1]


def _relative_clause(text: str, end: int, following: int, between: Sequence[Time]) -> int | None:
    """The end of the times in a clause that hangs on an amount: "€ 200 miljoen die in 2024 vrijkwam | tot nu toe"."""
    if not between or not RELATIVE.match(text, end, following):
        return None
    closed = next((m.start() for m in RELATIVE_ENDS.finditer(text, end, following)), following)
    last = max((time.end for time in between if time.end <= closed), default=None)
    return last if last and GOES_ON.match(text, last, closed) else None


def _separators(form: re.Pattern[str], text: str, start: int, end: int, found: Sequence[Time]) -> list[int]:
    return [m.start() for m in form.finditer(text, start, end) if not _inside(m.start(), found)]


def _near(text: str, end: int, until: int, found: Sequence[Time]) -> int:
    """Where the clause after an amount ends; "die voor 2024 beschikbaar is" belongs to it."""
    relative = RELATIVE.match(text, end, until)
    begin = relative.end() if relative else end
    closed = next((m for m in CLAUSE_ENDS.finditer(text, begin, until) if not _inside(m.start(), found)), None)
    return closed.start() if closed else until


def _inside(place: int, found: Sequence[Time]) -> bool:
    return any(time.start <= place < time.end for time in found)
