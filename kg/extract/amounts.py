"""Amounts of money in questions, answers, remarks and notes, with their years, kind, and the sums they make.

"een incidentele investering van € 172 miljoen, verdeeld over de jaren 2022-2027" is incidental money for six years;
"€ 35 miljoen structureel vanaf 2025" returns every year; "€ 37 miljoen in 2022" is part of a total that can be
added up again.  Amounts that cannot be read for certain ("tienduizenden euro's") are issues, not guesses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from kg.extract._amounts.clauses import Clause
from kg.extract._amounts.context import Setting, questions_answered, said_in
from kg.extract._amounts.mentions import Amount, SumCheck, UnreadAmount
from kg.extract._amounts.series import series
from kg.extract._amounts.sums import ABOUT, OF_WHICH, TOTALS, Item, Sum, check, check_last
from kg.extract._amounts.tables import Tables, in_tables
from kg.extract._amounts.units import YEARLY
from kg.grammar.dates import asked_date, reference_date
from kg.grammar.money import FoundMoney, find
from kg.grammar.prose import prose
from kg.grammar.sentences import sentences
from kg.records import Mention, Passage, Span, Structure

WHY_UNREAD = {
    "vague": ("er staat geen getal", "no number"),
    "ambiguous": ("meer dan één lezing", "more than one reading"),
}


def _unread(passage: Passage, at: tuple[str, ...], money: FoundMoney, reason: str) -> UnreadAmount:
    spans, raw = passage.spans(money.start, money.end), passage.text[money.start : money.end]
    nl, en = WHY_UNREAD[reason]
    message, english = f"‘{raw}’ is geld zonder zekere waarde ({nl})", f"‘{raw}’ is money of uncertain value ({en})"
    return UnreadAmount(raw=raw, rule=f"amounts/{reason}", message=message, en=english, spans=spans, at=at)


def extract(structure: Structure) -> Iterator[Mention]:
    """Every amount, the sums that they make, and what could not be read."""
    written, asked = reference_date(structure), asked_date(structure)
    text, questions = structure.document.text, questions_answered(structure)
    for passage, at in prose(structure):
        day = asked if passage.place.startswith("question") else written
        tables = in_tables(text, passage)
        yield from (_said_of(c.said, c.value, raw=c.raw, spans=(c.span,), at=at) for c in tables.amounts)
        yield from _in_passage(passage, at, day.year if day else None, tables, questions.get(passage.place, ""))


def _in_passage(
    passage: Passage, at: tuple[str, ...], reference: int | None, tables: Tables, question: str
) -> Iterator[Mention]:
    """The money in running text; a table is none.  `question`: what it answers."""
    text = tables.blanked(passage)
    for member in series(text):
        spans, raw = passage.spans(member.start, member.end), text[member.start : member.end]
        yield _said_of(member.said, member.value, raw=raw, spans=spans, at=at)
        begin, end = member.pair
        text = f"{text[:begin]}{' ' * (end - begin)}{text[end:]}"
    found = list(find(text))
    if not found:
        return
    before: Read = []
    setting = Setting(text, reference, question, tuple(year for cell in tables.amounts for year in cell.said.years))
    for start, end in sentences(text):
        here = [money for money in found if start <= money.start < end]
        if here:
            whole = before[-1][1].years if before and OF_WHICH.match(text, start) else ()
            said = said_in(setting, start, end, here, whole)
            read = [
                (m, _amount(passage, at, m, c, start)) for m, c in zip(here, said, strict=True) if m.value is not None
            ]
            before, checks = _with_sums(text, read, before, opening=text[start : start + 40])
            yield from (a for _, a in before)
            yield from checks
            yield from (_unread(passage, at, money, money.unread) for money in here if money.unread)
            setting = setting.knowing(year for _, a in before for year in a.years)
        setting = setting.after(start, end)


def _amount(passage: Passage, at: tuple[str, ...], money: FoundMoney, said: Clause, start: int) -> Amount:
    """The amount with what its sentence, which begins at `start` of the passage, says of it."""
    raw, spans = passage.text[money.start : money.end].strip(), passage.spans(money.start, money.end)
    read = _said_of(said, money.value or Decimal(0), raw=raw, spans=spans, at=at, currency=money.currency)
    if not (said.per or said.payer):
        return read
    told = [(first + start, last + start) for first, last in (*said.per, *([said.payer] if said.payer else ()))]
    words = [passage.text[first:last] for first, last in told]
    return replace(
        read,
        per=tuple(words[: len(said.per)]),
        payer=words[-1] if said.payer else None,
        told_at=tuple(span for first, last in told for span in passage.spans(first, last)),
    )


def _said_of(
    said: Clause, value: Decimal, *, raw: str, spans: tuple[Span, ...], at: tuple[str, ...], currency: str = "EUR"
) -> Amount:
    return Amount(
        raw=raw,
        value=value,
        currency=currency,
        years=said.years,
        funding=said.funding,
        from_year=said.from_year,
        per_year=said.per_year,
        purpose=said.purpose,
        slices=((said.years[0], value),) if len(said.years) == 1 else (),
        spans=spans,
        at=at,
    )


LED = 60  # characters before a total that may say that it is one: "Van het totale bedrag van"
Read = list[tuple[FoundMoney, Amount]]


def _with_sums(text: str, read: Read, before: Read, *, opening: str) -> tuple[Read, list[SumCheck]]:
    """The amounts of a sentence with what total and parts tell of each other; the total may stand one sentence back."""
    items, gaps = _items(text, read), [text[a.end : b.start] for (a, _), (b, _) in pairwise(read)]
    ends = [place + 2 for place, gap in enumerate(gaps) if TOTALS.search(gap)]  # of rows whose last is their total
    for first in range(len(read) - 2):
        begin = read[first][0].start
        last = len(read)
        behind = text[read[-1][0].end : read[-1][0].end + LED].partition(". ")[0]
        found = check(items[first:], gaps[first:], text[max(0, begin - LED) : begin], behind)
        if not found and (last := next((end for end in ends if end - first > 2), 0)):  # parts reach over no other total
            found = check_last(items[first:last], gaps[first : last - 1])
        if found:
            amounts, summed = _resolved(found, [amount for _, amount in read[first:last]])
            kept = zip((money for money, _ in read[first:]), amounts, strict=False)
            return [*read[:first], *kept, *read[last:]], [summed]
    if before and OF_WHICH.search(opening) and len(read) >= 2:
        found = check([*_items(text, before[-1:]), *items], [opening] * len(read))
        if found and found.adds_up:
            amounts, summed = _resolved(found, [before[-1][1], *(amount for _, amount in read)], elsewhere=True)
            return list(zip((money for money, _ in read), amounts[1:], strict=True)), [summed]
    return read, []


def _items(text: str, read: Sequence[tuple[FoundMoney, Amount]]) -> list[Item]:
    return [
        Item(
            a.value,
            a.years,
            a.per_year,
            bool(ABOUT.search(text[max(0, m.start - 14) : m.start])) or m.to_next,
            any(not YEARLY.fullmatch(unit) for unit in a.per),
        )
        for m, a in read
    ]


def _resolved(found: Sum, amounts: list[Amount], *, elsewhere: bool = False) -> tuple[list[Amount], SumCheck]:
    """Parts take the kind of their total, and its year where they have none; a total takes their years and slices.

    A total that stands `elsewhere`, in the sentence before, has been read already and stays as it is.
    """
    total = amounts[found.total]
    parts = [
        _part(amounts[i], total, yearly=yearly and found.adds_up)
        for i, yearly in zip(found.parts, found.yearly, strict=True)
    ]
    slices: dict[int, Decimal] = {}
    for part in parts:
        for year, value in part.slices:
            slices[year] = slices.get(year, Decimal(0)) + value
    if not elsewhere and found.adds_up and sum(slices.values()) == total.value:
        total = replace(total, slices=tuple(sorted(slices.items())))
    if not elsewhere and not total.years and not total.from_year and all(part.years for part in parts):
        total = replace(total, years=tuple(sorted({year for part in parts for year in part.years})))
    parts = [replace(part, part_of=total) for part in parts]
    summed = SumCheck(
        total=total,
        summands=tuple(parts),
        yearly=found.yearly,
        computed=found.computed,
        adds_up=found.adds_up,
        spans=(*total.spans, *(span for part in parts for span in part.spans)),
        at=total.at,
    )
    return [*parts, total] if found.total else [total, *parts], summed


def _part(part: Amount, total: Amount, *, yearly: bool) -> Amount:
    years = part.years or (total.years if part.from_year is None and len(total.years) == 1 else ())
    each = yearly or part.per_year
    slices = tuple((year, part.value) for year in years) if len(years) == 1 or each else ()
    return replace(part, years=years, funding=part.funding or total.funding, per_year=each, slices=slices)
