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
from collections.abc import Sequence

from kg.extract._citations.dated import (
    ABOUT_FROM,
    DATED,
    FAR,
    FROM,
    ISSUED,
    OF_YEAR,
    ON_DATE,
    SPOKEN,
    TO_THEM_ON,
    TO_WHOM_ON,
    appeared,
    day_behind,
    sent_on,
)
from kg.extract._citations.days import Day
from kg.extract._citations.kinds import SourceType
from kg.extract._citations.makers import BY, by_whom, publisher_of
from kg.extract._citations.meant import EEN, MADE_IN, MADE_ONCE, OUT_OF, POINTED_TO, RESULTS, SOFT, YET, not_cited
from kg.extract._citations.names import publisher_name
from kg.extract._citations.plain_reports import FAR_BACK, IN_HIS, SUBJECT, called, report, said_in_on
from kg.extract._citations.references import Reference
from kg.extract._citations.senders import POST, before_his, by_sender, sender, that_sent

ENDED = re.compile(r"[?!]\s|(?<=[a-z)»”]{2})\.\s")  # a sentence; not "dr. "
LONGEST_SUBJECT = 10  # words; in more of them the sentence has gone on
CAPITAL_TITLE = re.compile(
    r"""^\s(?P<title>[A-Z](?:[^.?!;:,()«»“”\n]{3,8}?(?=\svan\s?\d)|[^.?!;:,()«»“”\n]{8,160}?))
    (?=$|[.?!;:(,«“\n]|\s(?:op\s\d{1,4}|d\.d\.|van\s?\d{1,4}|waar\w*|dat|die|is|zijn|wordt|heb|heeft|staat|stond|blijkt|bleek|schr(?:ijf|eef)\w*|kondig\w*|ben|zal|ga|(?:uiteen)?gezet|geschetst|toegelicht|aangegeven|gemeld|vermeld|beschreven|geïnformeerd|ingegaan|aangekondigd|toegezegd|opgenomen|geschreven|gereageerd|bericht|uitgelegd|gewezen|benadrukt|genoemd|me(?:de|e)gedeeld|uiteengezet)\b)""",
    re.VERBOSE,
)
OUR_OWN = re.compile(  # "die ik op 9 december aan de Commissie heb gestuurd", "die op 3 mei is verzonden"
    r"^\s(?:die|welke)\s(?:(?:ik|wij|mijn\sambts(?:voorganger|genoot)|het\skabinet|de\sregering)\s)?(?:(?:u|uw\sKamer|de\sKamer|hierover|eerder|samen\smet\s[^.;:?!«“\d,]{3,60}?)\s)?op\s$"
)
WENT = re.compile(
    r"^(?:[^.?!;:«“\n]|(?<=\sjl)\.){0,140}?\b(?:gestuurd|gezonden|verstuurd|verzonden|toegezonden|toegestuurd|geschreven|aangeboden|gericht|gedeeld)\b"
)
RAPPORTEUR = re.compile(
    r"\b[Dd]e\s(?P<name>(?:speciaal\s|VN-|speciale\sVN-)rapporteur(?:\s(?:voor|inzake|over)\s[^.,;:?!«“\d]{3,90}?)?),?\s$"
)
THAT = re.compile(r",?\s(?:dat|waaruit|waarin|waarbij)\b")  # "de berekening van de Waterbank dat"
YOURS = re.compile(r"\buw\s(?:[a-z]+e\s)?$", re.IGNORECASE)
OF_PREDECESSOR = re.compile(r"\s?van\suw\s(?:ambts)?voorgang(?:er|ster)")
IN_A = re.compile(r"\b(?:in|tijdens|met)\s?een\s(?:[a-z]{3,20}e?\s){0,2}$")  # before a speech
MADE_WORK = re.compile(r"\w*persbericht|factsheet|verklaring", re.IGNORECASE)  # on a site, and cited by its maker
SORT = re.compile(r"^[A-Z]\w{3,20}brief$|^\w{4,20}sbrief$|^verzamelbrief$", re.IGNORECASE)
SMALL_TITLE = re.compile(
    r"^\s(?P<title>(?!van\b|aan\b|d\.d|over\b|waar|dat\b|die\b|op\b|is\b|met\b|te\b|en\b|naar\b)[a-z][\w\s-]{4,60}?)(?=\s(?:van\s?\d|d\.\s?d\.|\(|(?:dat|die|waar\w{2,4})\b))"
)


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
        or MADE_ONCE.match(ahead) is not None
        or POINTED_TO.search(lead) is not None
        or (EEN.search(lead) is not None and said_in_on(text, lead, day_behind(text, end, dates, FROM)) is not None)
    )
    told = told or (
        kind == "speech" and IN_A.search(lead) is not None and day_behind(text, end, dates, SPOKEN) is not None
    )
    if not_cited(noun, lead, told=told) or (SOFT.search(noun["noun"]) and not _sound(text, end, lead)):
        return None
    if kind == "report":
        return report(text, start, end, lead, dates, told=told)
    if noun["noun"].lower() == "aanbiedingsbrief":  # of what it goes with, not of who sends it
        publisher, stop = publisher_of(text, end)
        return Reference(start, stop, title=text[start:stop]) if publisher else None
    return _other(text, noun, kind, dates)


def _told_first(
    text: str, noun: re.Match[str], kind: SourceType, lead: str, dates: Sequence[Day], *, asking: bool
) -> Reference | None:
    """What is cited whatever stands before it: a letter with its day and sender, a work with its name and maker."""
    start, end = noun.span("noun")
    if (
        asking
        and kind == "letter"
        and (YOURS.search(lead) or OF_PREDECESSOR.match(text[end : end + 40]))
        and (day := day_behind(text, end, dates, TO_WHOM_ON))
    ):
        about = SUBJECT.match(text[day.end : day.end + 240])
        about = about if about and len(about["title"].split()) <= LONGEST_SUBJECT else None
        stop = day.end + about.end("title") if about else day.end
        return Reference(start, stop, None, day, text[start:stop] if about else None)
    if kind in ("letter", "web"):
        return _dated_letter(text, start, end, dates)
    if kind in ("report", "broadcast") and not YET.search(lead):
        return called(text, start, end, dates)
    return None


def _other(text: str, noun: re.Match[str], kind: SourceType, dates: Sequence[Day]) -> Reference | None:
    """A source that is no report: by whose it is, its day, or its subject."""
    start = noun.start("noun")
    publisher, end = by_whom(text, noun.end(), kind)
    sorted_by = kind == "letter" and publisher is None and SORT.match(noun["noun"])
    small = SMALL_TITLE.match(text[end : end + 120]) if sorted_by else None
    end = end + small.end("title") if small else end
    day = day_behind(
        text, end, dates, SPOKEN if kind == "speech" else FAR if kind == "letter" and publisher else ON_DATE
    )
    if day is None and publisher is None and kind == "letter" and (to_them := day_behind(text, end, dates, TO_THEM_ON)):
        return Reference(start, to_them.end, None, to_them)
    if day is None and publisher and kind in ("news", "broadcast"):
        day = day_behind(text, end, dates, ABOUT_FROM) or day_behind(
            text, end, dates, ISSUED
        )  # "de uitzending van Veerjournaal over sluizen van 3 mei"
    end = day.end if day else end
    if kind == "speech" and publisher is None:
        publisher = _speaker(text, start)
    if kind == "other" and day is None and (day := appeared(text, end, dates)):
        end = day.end  # "de petitie van de Waterbond die op"
    if kind != "letter":
        by_outlet = kind in ("news", "broadcast")
        made = publisher and (by_outlet or kind == "other" or MADE_WORK.fullmatch(noun["noun"]))
        dated = day and not by_outlet and (publisher or kind != "web")
        return Reference(start, end, publisher, day) if made or dated else None
    if day is None and (late := day_behind(text, end, dates, ABOUT_FROM)):  # "over sluizen van 3 mei"
        return Reference(start, late.end, publisher, late, DATED.sub("", text[end : late.start].split(maxsplit=1)[1]))
    title, end = (text[start : noun.end() + small.end("title")], end) if small else _subject(text, end)
    if publisher and day is None and (day := sent_on(text, end, dates)):
        end = day.end
    named = title and title[0].isupper()
    if named and day is None and (day := day_behind(text, end, dates, ON_DATE)):
        end = day.end
    return Reference(start, end, publisher, day, title) if publisher or day or named else None


def _speaker(text: str, start: int) -> str | None:
    """Who held the speech at `start`, by the words before "in haar": "de speciaal rapporteur voor veren, in haar toespraak"."""
    before = ENDED.split(text[max(0, start - FAR_BACK) : start])[-1]
    own = IN_HIS.search(before) or IN_A.search(before)
    whose = RAPPORTEUR.search(before[: own.start()]) or before_his(before[: own.start()]) if own else None
    post = POST.search(before[: whose.start("name")]) if whose else None
    return publisher_name((post["post"] if post else "") + whose["name"]) if whose else None


def _sound(text: str, end: int, lead: str) -> bool:
    """Whether an estimate is cited: "de ramingen van het Waterbureau uit 2020", "volgens berekeningen van"."""
    by = BY.match(text[end : end + 140])
    behind = text[end + by.end() : end + by.end() + 40] if by else ""
    return by is not None and (
        OUT_OF.search(lead) is not None or (OF_YEAR.match(behind) or THAT.match(behind)) is not None
    )


def _dated_letter(text: str, start: int, end: int, dates: Sequence[Day]) -> Reference | None:
    """A letter with its date whose sender the sentence names elsewhere: "bij brief van 3 mei heeft de Waterraad"."""
    if sent := that_sent(text[end : end + 160]):
        day = day_behind(text, end + sent[1], dates, ON_DATE)
        return Reference(start, day.end, publisher_name(sent[0]), day) if day else None
    if by := by_sender(text[end : end + 200]):
        return Reference(start, end + by.end(), publisher_name(by["name"]))
    if (own := day_behind(text, end, dates, OUR_OWN)) and WENT.match(text[own.end : own.end + 200]):
        return Reference(start, own.end, None, own)
    day = day_behind(text, end, dates, TO_WHOM_ON)
    name = sender(text, start, day.end) if day and day.value else None
    if day and not name and (by := by_sender(text[day.end : day.end + 200])):
        name = publisher_name(by["name"])
    return Reference(start, day.end, name, day) if day and name else None


def _subject(text: str, end: int) -> tuple[str | None, int]:
    """What it is about, "over sluizen", or a title that begins with a capital: "Kamerbrief Toekomst van de sluizen"."""
    ahead = text[end : end + 240]
    about = SUBJECT.match(ahead) or CAPITAL_TITLE.match(ahead)
    return (about["title"].strip(), end + about.end("title")) if about else (None, end)
