"""What a sentence says of each of its amounts: for which years it is, whether it returns every year, what for.

What stands before the first of several amounts that are named in one breath ("in 2024 € 5 miljoen voor beheer en € 3
miljoen voor toezicht") is said of them all; years and amounts in the same order belong together ("in 2024 en 2025
respectievelijk € 5 en € 6 miljoen").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.extract._amounts.kinds import Funding, funding, funding_of_each
from kg.extract._amounts.payers import next_payer, payer, same_payer
from kg.extract._amounts.purposes import purpose
from kg.extract._amounts.stretches import Stretch, stretches
from kg.extract._amounts.sums import OF_THE
from kg.extract._amounts.units import YEARLY, Place, after_units, units
from kg.extract._amounts.years import Time, times
from kg.grammar.money import FoundMoney
from kg.grammar.months import A_MONTH

NORM = re.compile(  # from a year on: a rule, not money of every year
    r"""\b(?:geldt|gelden|gold|vrijstelling|drempel|grens|tarie(?:f|ven)|eigen\srisico|maximumbedrag|plafond|leges|norm|forfait
    |minimumloon|premie|accijns|\w{0,20}heffing|\w{0,20}belasting)\b""",
    re.VERBOSE | re.IGNORECASE,
)
PROMISED = re.compile(r"toezeg|toegezegd|aangekondigd|beloofd|afgesproken|gemeld|voorgesteld|genoemd", re.IGNORECASE)
SAME_BREATH = re.compile(r"[,(]|\b(?:en|of|respectievelijk|ofwel|oftewel|omgerekend)\b", re.IGNORECASE)
_PART = r"\b(?:waarvan|waaronder|daarvan|hiervan)\b"
PART_FOLLOWS = re.compile(_PART, re.IGNORECASE)
VERB = re.compile(  # with a verb of its own a part may be of any of the years of its whole
    rf"{_PART}.*\b(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|had|hadden|kan|kunnen|zal|zullen|gaat|ging|komt|kwam|staat|blijft)\b",
    re.IGNORECASE | re.DOTALL,
)
SO_FAR = re.compile(  # "Daarvan is inmiddels € 4 miljoen verplicht" is said of the day of writing, not of all years of the whole
    rf"""\b(?:inmiddels|tot\s(?:nu\stoe|nog\stoe|(?:op\s)?heden|dusver(?:re)?|op\sdit\smoment|dit\smoment)|thans|momenteel|op\sdit\smoment
    |(?:tot(?:\sen\smet|\seind)?|per|op|eind|begin|medio)\s(?:\d{{1,2}}\s)?{A_MONTH}
    |al|reeds|nog|reste(?:ert|ren)|verplicht|besteed|uitgegeven|uitgekeerd|uitbetaald|toegekend|beschikt|benut|uitgeput)\b""",
    re.VERBOSE | re.IGNORECASE,
)
FOR_YEARS = re.compile(r"\s(?:\w{2,12}\s){0,2}voor\s(?:de\s)?(?:jaren|periode|tijdvak)?\s?", re.IGNORECASE)
WITHIN = re.compile(  # from an amount in brackets to that of the clause in which they stand
    r"\)\s(?:is|was|werd|wordt|zijn|waren|ging)\s(?:(?:er|daarvan|in\stotaal|circa|ruim|bijna|ongeveer|slechts|met|uiteindelijk)\s){0,3}",
    re.IGNORECASE,
)
EACH_ONE = re.compile(r"\s?per\s(?!jaar)", re.IGNORECASE)
TOLD_TOGETHER = re.compile(
    r"\s?(?:(?:in|voor)\s\d{4}(?:\s?(?:en|t/m|[-–])\s?\d{4})?)?\s?(?:,|,?\s?en)\s(?:(?:in|voor)\s\d{4}\s)?",
    re.IGNORECASE,
)  # "eenmalig € 5 miljoen in 2024 en € 6 miljoen in 2025"
AMOUNTS_TO = re.compile(r"\b(?:dat\s(?:is|komt\sneer|betekent)|wat\sneerkomt)\b", re.IGNORECASE)
AGAIN = re.compile(
    r",?\s(?:te\sweten|namelijk|dat\sis|oftewel|ofwel|dus|zijnde)\s(?:(?:circa|ongeveer|ruim|bijna)\s)?", re.IGNORECASE
)
RISES = re.compile(r"\b(?:oplopend|aflopend|stijgend|dalend|groeiend)\s(?:tot|naar)\b", re.IGNORECASE)
IN_ALL = re.compile(r"\b(?:in\stotaal|totale?|samen|tezamen)\b[^.;:?!]*$", re.IGNORECASE)
LITTLE = re.compile(
    r"[\s,](?:slechts|maar|nog\sgeen|uiteindelijk|daadwerkelijk|in\stotaal)\s(?:(?:circa|ongeveer|ruim|bijna)\s)?$"
)
APART = re.compile(
    r"""[:;]|\b(?:die|dat|omdat|terwijl|maar|was|waren|werd|werden|eerder|oorspronkelijk|thans|sinds|toen|kost|kosten|bedraagt
    |wordt|worden|heeft|hebben|is|zijn|aanvankelijk|later|daarna|daarvoor|voorheen|(?:eerste|laatste|komende|volgende|overige|andere)\sjaren)\b""",
    re.VERBOSE | re.IGNORECASE,
)
ONLY_JOINED = re.compile(r"\s?(?:,|,?\s?en|,?\s?(?:en\s)?respectievelijk)\s?(?:circa\s|ruim\s|de\s)?", re.IGNORECASE)
IN_ORDER = re.compile(r"\b(?:respectievelijk|achtereenvolgens|resp\.)", re.IGNORECASE)
TURNS = re.compile(  # what brings another time than that with which the sentence began
    r"""\b(?:die|dat|omdat|maar|zodat|terwijl|toen|waar(?!van\b[^,]{0,40},|den?\b|borg)\w{2,6}|daarna|inmiddels|nu|thans|eerder|later|vastgesteld|gemeld|meldde|schreef|blijkt|aangekondigd
    |aangegeven|toegezegd|toegezegde?|besloten|vergeleken|ten\sopzichte|dan)\b|[?!(]""",
    re.VERBOSE | re.IGNORECASE,
)
TOPIC, REMARK = 20, 150  # characters before the year of a topic, and of the remark between it and the amount
LED = 100  # characters before an amount in which the verb may stand that leads to it
BREATH = 90  # characters between two amounts of one breath
LEAST = 1_000  # euros of money that is given once as funding
MANY = 3  # amounts in a row that belong to as many years in a row, without "respectievelijk"


@dataclass(frozen=True, slots=True)
class Clause:
    """What a sentence says of one amount.  `per` and `payer` are places in the sentence."""

    years: tuple[int, ...] = ()
    funding: Funding | None = None
    from_year: int | None = None
    per_year: bool = False
    purpose: str | None = None
    per: tuple[Place, ...] = ()
    payer: Place | None = None

    @property
    def timed(self) -> bool:
        """Whether it is for years that are named."""
        return bool(self.years or self.from_year)


def clauses(
    sentence: str,
    money: Sequence[FoundMoney],
    reference: int | None = None,
    earlier: tuple[int, ...] = (),
    whole: tuple[int, ...] = (),
) -> list[Clause]:
    """For each amount of a sentence (positions in the sentence) what is said of it.

    `reference` is the year of writing, `earlier` the years named before the sentence, `whole` those of the amount of
    which the first one here is a part.

    >>> from kg.grammar.money import find
    >>> text = "Er is € 7 miljoen in 2024 en € 35 miljoen structureel vanaf 2025 voor beheer."
    >>> [(c.years, c.funding, c.from_year) for c in clauses(text, list(find(text)))]
    [((2024,), None, None), ((), 'structural', 2025)]
    """
    groups = _groups(money)
    found = times(sentence, reference, earlier)
    reaches = stretches(sentence, groups, found)
    said = _with_payers(sentence, reaches, [_clause(sentence, reach) for reach in reaches])
    said = _with_units(sentence, groups, said)
    if len(said) == 1:
        said[0] = _begun(sentence, reaches[0], said[0], found)
    if said and not said[0].timed:
        so_far = len(whole) > 1 and SO_FAR.search(sentence, 0, reaches[0].near)
        said[0] = replace(said[0], years=() if so_far else whole or _topic(sentence, reaches[0], found))
    said = _in_one_breath(sentence, reaches, said)
    for place, year in _in_order(sentence, groups, found).items():
        said[place] = replace(said[place], years=(year,), from_year=None)
    shared = funding_of_each(sentence[reaches[-1].end :]) if reaches else None
    said = [
        replace(each, funding=_of_money(each.funding or shared, group))
        for each, group in zip(said, groups, strict=True)
    ]
    return [each for each, group in zip(said, groups, strict=True) for _ in group]


def _of_money(kind: Funding | None, group: Sequence[FoundMoney]) -> Funding | None:
    """The kind; what one person pays once ("eenmalig € 85 voor een toestel") is no funding."""
    small = all(found.value is not None and found.value < LEAST for found in group)
    return None if kind == "incidental" and small else kind


def _groups(money: Sequence[FoundMoney]) -> list[list[FoundMoney]]:
    """Amounts on their own, ranges together."""
    out: list[list[FoundMoney]] = []
    joined = False
    for found in money:
        if joined:
            out[-1].append(found)
        else:
            out.append([found])
        joined = found.to_next
    return out


def _clause(text: str, reach: Stretch) -> Clause:
    kind = funding(text[reach.end : reach.near], text[reach.begin : reach.start])
    after = [time for time in reach.after if not PROMISED.search(text, time.end, min(time.end + 60, reach.until))]
    since = next((t for t in after if t.since), None) or next((t for t in reversed(reach.before) if t.since), None)
    years = next((t.years for t in _meant(text, after) if not t.since), ())
    if not years and not since:
        years = next((t.years for t in reversed(reach.before)), ())
    per = units(text, reach.recent, reach.start, reach.end, reach.until)
    lasts = since and (not since.effective or _only_yearly(text, per))
    if lasts and not years and kind is None and not NORM.search(text, reach.begin, reach.near):
        kind = "structural"
    lasting = since is not None and kind == "structural"
    return Clause(
        () if lasting else years or (since.years if since and kind is None else ()),
        kind,
        since.years[0] if since and lasting else None,
        any(YEARLY.fullmatch(text, *place) for place in per),
        purpose(
            text[after_units(text, reach.end, reach.until) : reach.until], text[max(0, reach.start - LED) : reach.start]
        ),
        per,
    )


def _only_yearly(text: str, per: Sequence[Place]) -> bool:
    """Whether it is money of every year, and not the price of something."""
    return bool(per) and all(YEARLY.fullmatch(text, *place) for place in per)


def _begun(text: str, reach: Stretch, clause: Clause, found: Sequence[Time]) -> Clause:
    """The only amount of a sentence, which is one of every year, from the year on that its only time names.

    "de besparing van € 50 miljoen per jaar, die met de fusie moet worden bereikt, is vanaf 2015 ingeboekt"
    """
    only = found[0] if len(found) == 1 and found[0].since and found[0].start >= reach.end else None
    if not only or clause.timed or clause.funding or not _only_yearly(text, clause.per) or NORM.search(text):
        return clause
    return replace(clause, funding="structural", from_year=only.years[0])


def _meant(text: str, after: Sequence[Time]) -> Sequence[Time]:
    """The times after an amount, without the year in which it was given where it says for which: "in 2021 voor de jaren 2021 t/m 2023"."""
    given = len(after) > 1 and len(after[0].years) == 1 and FOR_YEARS.fullmatch(text, after[0].end, after[1].start)
    return after[1:] if given else after


def _with_payers(text: str, reaches: Sequence[Stretch], said: Sequence[Clause]) -> list[Clause]:
    """The clauses with who pays, which may be said once of several amounts."""
    out: list[Clause] = []
    for place, (reach, clause) in enumerate(zip(reaches, said, strict=True)):
        since = reaches[place - 1].end if place else 0
        following = reaches[place + 1].start if place + 1 < len(reaches) else len(text)
        before = out[-1].payer if out else None
        paid = next_payer(text, since, reach.start) if before else None
        paid = paid or payer(text, since, reach.start, reach.end, following)
        if before and not paid and same_payer(text, since, reach.start):
            paid = before
        out.append(replace(clause, payer=paid))
    return out


def _with_units(text: str, groups: Sequence[Sequence[FoundMoney]], said: Sequence[Clause]) -> list[Clause]:
    """The clauses, with the unit of the last of a row for all of it: "€ 5 en € 6 per leerling"."""
    out = list(said)
    for row in _rows(text, groups):
        *others, last = row
        if out[last].per and not any(out[place].per for place in others):
            for place in others:
                out[place] = replace(out[place], per=out[last].per, per_year=out[place].per_year or out[last].per_year)
    return out


def _topic(text: str, reach: Stretch, found: Sequence[Time]) -> tuple[int, ...]:
    """The years with which a sentence begins, where a remark stands before its amount: "Over 2023 gaat het, na correctie, om"."""
    first = found[0] if found else None
    if first is None or first.since or first.start > TOPIC or reach.threshold:
        return ()
    if any(first.end <= time.start < reach.start for time in found[1:]):
        return ()
    remark = text[first.end : reach.start]
    return () if len(remark) > REMARK or TURNS.search(remark) else first.years


def _in_one_breath(text: str, reaches: Sequence[Stretch], said: Sequence[Clause]) -> list[Clause]:
    """The clauses, with years and kind of the amount before where they were said before that one.

    A part has the years of its whole; one with a verb of its own ("waarvan € 4 miljoen is verplicht"), or a price, may be of
    any of several.
    """
    out = list(said)
    led = [bool(reach.before) and not reach.after for reach in reaches]
    for place, (first, second) in enumerate(pairwise(reaches), start=1):
        before, own = out[place - 1], out[place]
        gap = text[first.end : second.start]
        if not own.funding and not own.from_year and TOLD_TOGETHER.fullmatch(gap):
            out[place] = own = replace(own, funding=before.funding if before.from_year is None else None)
        if own.per_year and own.years and not before.timed and AGAIN.fullmatch(gap):
            out[place - 1] = replace(before, years=own.years)  # "€ 480.000, te weten € 160.000 per jaar"
        if own.timed or second.threshold:
            continue
        if before.timed and _out_of(text[: first.start], before, gap):
            out[place] = replace(own, years=before.years)
            continue
        between = first.until == second.start and bool(first.after) and "(" not in gap
        partly = PART_FOLLOWS.search(gap) and VERB.search(text, first.end, second.near)
        if not before.timed:
            if PART_FOLLOWS.search(gap) and not partly and not own.funding:
                out[place] = replace(own, funding=before.funding)
            continue
        rises = own.funding == "structural" and RISES.search(gap)  # "in 2026 € 117 miljoen, oplopend tot € 638 miljoen"
        if rises if len(before.years) == 1 else before.years and (partly or EACH_ONE.match(text, second.end)):
            continue
        summed = gap.endswith(": ") and IN_ALL.search(text[: first.start])  # "in totaal € 5 miljoen: € 3 miljoen voor"
        if between or summed or PART_FOLLOWS.search(gap) or (led[place - 1] and _same_breath(gap)):
            kind = own.funding or before.funding
            lasting = before.from_year if kind == "structural" else None
            out[place] = replace(own, years=before.years, from_year=lasting, funding=kind)
            led[place] = True
    return out


def _out_of(lead: str, whole: Clause, gap: str) -> bool:
    """Whether the amount behind `gap` is named as a part of the sum of a year that `lead` introduces."""
    if WITHIN.fullmatch(gap) and lead.endswith("("):
        return True  # "Van het budget voor 2031 (€ 5 miljoen) is € 4 miljoen"
    return len(whole.years) == 1 and bool(OF_THE.search(lead) and LITTLE.search(gap))  # "van de € 5 miljoen …, slechts"


def _same_breath(gap: str) -> bool:
    if AMOUNTS_TO.search(gap):
        return True
    return len(gap) <= BREATH and not APART.search(gap) and bool(SAME_BREATH.search(gap))


def _in_order(text: str, groups: Sequence[Sequence[FoundMoney]], found: Sequence[Time]) -> dict[int, int]:
    """The year of each amount of a row that stands beside a row of as many years."""
    out: dict[int, int] = {}
    for row in _rows(text, groups):
        listed = [time for time in found if len(time.years) == len(row) and not time.since]
        begin, end = groups[row[0]][0].start, groups[row[-1]][-1].end
        before = [time for time in listed if time.end <= begin]
        beside = before[-1] if before else next((time for time in listed if time.start >= end), None)
        stated = IN_ORDER.search(text) or (len(row) >= MANY and beside and beside.listed)
        if beside and stated:
            out |= dict(zip(row, beside.years, strict=True))
    return out


def _rows(text: str, groups: Sequence[Sequence[FoundMoney]]) -> list[list[int]]:
    """The places of the amounts that only a comma or "en" stands between, two and more together."""
    rows: list[list[int]] = [[0]] if groups else []
    for place, (first, second) in enumerate(pairwise(groups), start=1):
        if ONLY_JOINED.fullmatch(text, first[-1].end, second[0].start):
            rows[-1].append(place)
        else:
            rows.append([place])
    return [row for row in rows if len(row) > 1]
