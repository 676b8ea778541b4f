"""Years that a sentence takes from elsewhere: from the sentences before it, or from the question that it answers.

"Het ging om € 5 miljoen" is about the year of the sentence before; "cumulatief tot en met 2030" begins with the first
year that was named; what was asked about one year ("Hoeveel is in 2024 uitgegeven?") is answered about it.  A sentence
with a time of its own takes none, and neither does money of every year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.extract._amounts.clauses import IN_ORDER, PART_FOLLOWS, Clause, clauses
from kg.extract._amounts.years import POINTS_BACK, Time, times
from kg.grammar.money import FoundMoney
from kg.grammar.sentences import sentences
from kg.records import Structure

LATELY = 400  # characters before a sentence in which a year was named that it calls "dat jaar"
THESE = re.compile(
    r"\b(?:die|deze|beide)\s(?:(?P<many>twee|drie|vier|vijf|zes)\s(?:jaar|jaren)|jaren|periode)\b", re.IGNORECASE
)
MANY = {"twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6}
LEANS = re.compile(  # how a sentence begins that says what the thing in the sentence before it cost
    r"""(?:(?:Het|Dit|Dat)\s(?:ging|gaat|betrof|betreft|kostte|kwam|bedroeg|was\sin\stotaal)
    |(?:Daarmee|Hiermee|Daarvoor|Hiervoor|Daarbij|Hierbij|Daaraan|Hieraan)\s(?:is|was|zijn|waren|werd|werden|ging|gaat|betrof|betreft)
    |De\s(?:totale\s)?(?:kosten|uitgaven|opbrengst|opbrengsten|omzet|winst|waarde|boete|schade)\s(?:daarvan|hiervan|daarvoor|hiervoor)?\s?(?:bedroeg|bedroegen|was|waren|kwam|kwamen)
    |In\s?(?:alle|al\sdeze|deze|die|beide)\sgevallen\s(?:was|waren|werd|werden|(?:is|zijn)(?=[^.?!€]{1,80}\b(?:toegekend|uitgekeerd|betaald|verstrekt|opgelegd|vergoed)\b))
    |Het\stotale\s(?:\w{0,12}bedrag|budget)\s(?:was|bedroeg|kwam|beliep)
    |Gemiddeld\s(?:ging|betrof|bedroeg|was|werd|ontving|ontvingen|kregen|kreeg|kostte|kostten|betaalden)
    |In\stotaal\s(?:ging|betrof|bedroeg|was|waren|werd|werden)
    |Het\s(?:restant|restbedrag|resterende\s(?:bedrag|budget)|overschot)|De\s(?:rest|onderbesteding|onderuitputting|resterende\smiddelen))
    \b[^,;:€]{0,50}(?:,\s(?:ter\s(?:hoogte|waarde)|ten\sbedrage)\svan\s[^,;:€]{0,30})?$""",
    re.VERBOSE,
)
GOES_FOR = re.compile(  # how the sentence after an amount begins that says when it is for
    r"\s{0,2}(?:(?:Dit|Dat|Het)\s(?:bedrag|budget|geld)|(?:Deze|Die|De)\smiddelen)\s(?=(?:is|zijn|komt|komen|wordt|worden|staat|staan)\b)(?P<said>[^.?!€]{5,160})[.?!]"
)
CUMULATIVE = re.compile(r"\b(?:cumulatief|in\stotaal|opgeteld|bij\selkaar|gezamenlijk|totaal)\b", re.IGNORECASE)
UNTIL = re.compile(
    r"(?<!\d)(?<!\d\s)\b(?:tot\s?en\s?met|t/m)\s(?:het\sjaar\s|eind\s)?(?P<year>20\d\d)\b", re.IGNORECASE
)
LONGEST = 20  # years of a cumulative sum
ALWAYS = re.compile(
    r"\bjaarlijks|\bper\s?jaar\b|\bstructure|\bieder\sjaar|\belk\sjaar|\bmaximaal\b|\bper\s(?:persoon|dag|maand|stuk)\b",
    re.IGNORECASE,
)
HOW_MUCH = re.compile(
    r"""\bhoeveel\s(?:geld|euro|middelen|subsidie|budget|belasting|steun|miljoen|is|was|werd|wordt|heeft|hebben|gaf|gaven|kost|kostte|kostten
        |ontving|ontvingen|betaalde|betaalden|bedroeg|bedroegen|daarvan|hiervan|er)\b(?!\s(?:er|mensen|keer))
    |\bhoeveel\s(?:is|was|werd|wordt)\ser\b[^?]{0,80}\b(?:uitgegeven|besteed|betaald|begroot|beschikbaar|gereserveerd|ge[iï]nvesteerd|uitgekeerd|bezuinigd)
    |\bwelke?\s(?:(?:totale|concrete)\s)?(?:bedrag|budget|kosten|uitgaven|subsidie|middelen|som)|\bhoe\s(?:hoog|groot)\b
    |\bwat\s(?:was|is|waren|zijn|bedroeg|bedroegen|kostte|kostten|kost)\s(?:\w+\s){1,5}?(?:kosten|uitgaven|omzet|budget|opbrengst\w*|begroting|waarde|subsidie|bijdrage|tekort|winst)""",
    re.VERBOSE | re.IGNORECASE,
)
MOST = 2  # amounts in the sentence that says how much it was
FIRST = 40  # characters of an answer ("Ja, dat klopt.") before the sentence that says how much it was


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a sentence stands: in a text of the year `reference`, after money for the years `known`.

    `question`: what the text answers, where that is one question; `before`: the sentence before this one.
    """

    text: str
    reference: int | None
    question: str = ""
    known: tuple[int, ...] = ()
    before: str = ""

    def knowing(self, years: Iterable[int]) -> Setting:
        """The setting after money for `years`."""
        return replace(self, known=(*self.known, *years))

    def after(self, start: int, end: int) -> Setting:
        """The setting of the sentence after the one at `start`-`end`."""
        return replace(self, before=self.text[start:end])


def said_in(
    setting: Setting, start: int, end: int, money: Sequence[FoundMoney], whole: tuple[int, ...]
) -> list[Clause]:
    """What a sentence says of each of its amounts, with the years that it takes from elsewhere.

    `whole`: the years of the amount of which the first one here is a part.
    """
    text, reference = setting.text, setting.reference
    shifted = [replace(found, start=found.start - start, end=min(found.end, end) - start) for found in money]
    said = clauses(text[start:end], shifted, reference, _named_before(text, start, end, reference), whole)
    if any(each.timed for each in said):
        return said
    sentence = text[start:end]
    single = len(money) == 1 or (len(money) == 2 and (money[0].to_next or _is_part(text, money)))
    years = (single and _cumulative(sentence, setting.known)) or ()
    if not years and not _has_time(sentence, reference):
        years = (single and _carried(sentence, shifted[0].start, setting.before, reference)) or ()
        years = years or (single and _said_after(text, end, reference)) or ()
        if not years and start <= FIRST and not setting.known and (single or len(money) <= MOST):
            years = _asked(setting.question, reference)
    in_order = len(years) == len(said) > 1
    if in_order and not IN_ORDER.search(sentence):
        return said
    each_for = [(year,) for year in years] if in_order else [years] * len(said)
    return [
        replace(each, years=own) if each.funding != "structural" else each
        for each, own in zip(said, each_for, strict=True)
    ]


def _is_part(text: str, money: Sequence[FoundMoney]) -> bool:
    """Whether the second of two amounts is a part of the first: "€ 5 miljoen, waarvan € 2 miljoen voor inhuur"."""
    return bool(PART_FOLLOWS.search(text, money[0].end, money[1].start))


def _named_before(text: str, start: int, end: int, reference: int | None) -> tuple[int, ...]:
    """The years named before a sentence that points back to them ("dat jaar", "deze drie jaren"), a few sentences at most."""
    if not POINTS_BACK.search(text, start, end):
        return ()
    named = times(text[max(0, start - LATELY) : start], reference)
    if not named:
        return ()
    these = THESE.search(text, start, end)
    every = tuple(sorted({year for time in named for year in time.years})) if these else ()
    if these and len(named[-1].years) == 1 and len(every) == MANY.get((these["many"] or "").lower(), len(every)):
        return every
    return named[-1].years


def _carried(sentence: str, first: int, before: str, reference: int | None) -> tuple[int, ...]:
    """The years of the sentence `before` one that only says what that cost; `first` is where its first amount stands."""
    if not LEANS.match(sentence, 0, first):
        return ()
    named = times(before, reference)
    return named[0].years if len(named) == 1 and not named[0].since else ()


def _said_after(text: str, end: int, reference: int | None) -> tuple[int, ...]:
    """The years of the sentence at `end` that says when the amount before it is for: "Dit bedrag is in 2031 beschikbaar"."""
    told = GOES_FOR.match(text, end)
    named = times(told["said"], reference) if told else []
    return named[0].years if len(named) == 1 and not named[0].since else ()


def _cumulative(sentence: str, known: Sequence[int]) -> tuple[int, ...]:
    """All years up to the one that a sum runs to, from the first for which money was named before it."""
    found = UNTIL.search(sentence)
    if not found or not known or not CUMULATIVE.search(sentence):
        return ()
    first, last = min(known), int(found["year"])
    return tuple(range(first, last + 1)) if first < last <= first + LONGEST else ()


def _asked(question: str, reference: int | None) -> tuple[int, ...]:
    """The years about which a question asks how much it was: those of its only time, in a sentence that asks for money.

    >>> _asked("Kent u het bericht uit 2019? Hoeveel is hieraan in 2024 uitgegeven?", 2025)
    (2024,)
    >>> _asked("Hoeveel mensen waren dat in 2024?", 2025)
    ()
    """
    found: list[Time] = []
    for start, end in sentences(question):
        if HOW_MUCH.search(question, start, end):
            found += times(question[start:end], reference)
    return found[0].years if len(found) == 1 and not found[0].since else ()


def questions_answered(structure: Structure) -> dict[str, str]:
    """By the place of an answer the question that it answers, where that is one only."""
    questions = {question.number: question.passage.text for question in structure.questions}
    return {
        answer.passage.place: questions.get(answer.to[0], "") for answer in structure.answers if len(answer.to) == 1
    }


def _has_time(sentence: str, reference: int | None) -> bool:
    return bool(
        ALWAYS.search(sentence) or times(sentence, reference) or re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", sentence)
    )
