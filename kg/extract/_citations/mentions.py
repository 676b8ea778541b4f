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

from kg.extract._citations.bodies import LIKE_OUTLET, NAME
from kg.extract._citations.brackets import bracket_round, bracketed_title, in_bracket, linked_bracket, with_title_behind
from kg.extract._citations.broadcasters import programme_before
from kg.extract._citations.compounds import compounds
from kg.extract._citations.days import days
from kg.extract._citations.kinds import BY_TITLE_ONLY, SourceType, kind_of_noun
from kg.extract._citations.names import publisher_name
from kg.extract._citations.nouns import nouns
from kg.extract._citations.plain import plain
from kg.extract._citations.quotations import quotations
from kg.extract._citations.references import Reference
from kg.extract._citations.report_names import quoted_names, report_names
from kg.extract._citations.senders import maker_before, maker_that_has
from kg.extract._citations.titled import BRACKET, ONE_WORD, is_title, owned, titled, with_title

LOOK_BACK = 90  # characters before a title in which it is said whose plan it is
PLAN_OF = re.compile(  # before a title: "het plan van de sector, "
    rf"\b(?:plan(?:nen)?|\w{{2,20}}(?:plan|visie|agenda|aanpak)|visie|agenda|aanpak|routekaart|strategie|voorstel|initiatief|oproep|pleidooi)\svan\s(?:de\s|het\s)?(?!Minister|Staatss|[Kk]abinet|Kamer|regering|lid\b|leden\b)(?P<name>[a-z]{{4,24}}|(?>{NAME})),?\s$"
)
FAMILIAR = re.compile(
    r"(?:[Kk]ennis\s?genomen\s(?:van)?|[Bb]ekend\smet|[Gg]elezen|[Kk]ent\su|publicaties?:?)(?:\shet|\sde)?\s?(?:[a-d]\)\s)?$"
)
IN_OUTLET = re.compile(
    rf"^,?\s(?:van|in|uit|op)\s(?:het\s|de\s)?(?:persbureau|(?:dag|week|vak|maand)?blad|(?:vak)?tijdschrift|krant|(?:web)?site\svan(?:\s(?:de|het))?)\s(?P<name>{NAME})"
)
ONLY_OUTLET = re.compile(rf"(?<=[a-z]\s)\((?P<inside>{LIKE_OUTLET})\)")  # "het bericht dat sluizen lekken (NOS)"
PUBLISHER_DATE = re.compile(
    r"\((?:(?:[Bb]ron|[Zz]ie)(?:\sook)?:?\s(?:de\s|het\s)?(?=[A-Z]))?(?P<inside>[A-Z][^()\n,;:]{1,60},\s[^()\n,;:]{6,24})\)"
)
_PART = r"(?<!\w)[A-Z][^()\n,;:]{1,60}?,?\s(?:[a-z]{3,6}dag\s)?\d{1,2}[\s-][^()\n,;:]{2,20}?"
SEVERAL = re.compile(rf"\((?P<inside>{_PART}(?:(?:[,;]|\sen|,\sen)\s{_PART}){{1,5}})\)")
PART = re.compile(rf"{_PART}(?=(?:[,;]|,?\sen)\s[A-Z]|$)")


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
    in_one_word = [found for found in (Named(*told) for told in compounds(text, written)) if _free(found, taken)]
    yield from in_one_word
    taken = sorted(taken + [(found.reference.start, found.reference.end) for found in in_one_word])
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


def _after_nouns(text: str, written: date | None, *, asking: bool) -> Iterator[Named]:
    position = 0
    for noun in nouns(text):
        kind = kind_of_noun(noun["noun"])
        if noun.start() < position or kind is None:
            continue
        for ref in titled(text, noun, kind, written):
            position = ref.end
            yield Named(kind, noun["noun"], ref)
        if noun.start() < position or BY_TITLE_ONLY.fullmatch(noun["noun"]):
            continue
        if found := plain(text, noun, kind, list(days(text, written)), asking=asking):
            ref = owned(text, noun.start("noun"), noun.end("noun"), with_title_behind(text, found, written))
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
    for bracket in ONLY_OUTLET.finditer(text) if "bericht" in text else ():
        yield Named(None, "", Reference(bracket.start(), bracket.end(), bracket["inside"]))


def _quoted(text: str, written: date | None) -> Iterator[Named]:
    """A title without a noun: «Titel» (Avondpost, 3 mei), "zoals de Waterraad in «Titel» schreef", "bekend met «Titel»"."""
    for quotation in quotations(text):
        words = text[quotation.inner : quotation.stop]
        if not (is_title(words) or ONE_WORD.fullmatch(words)) or words[0].islower():
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
        if not is_title(words) and not (maker_is or (told and told[0] and told[1])):
            continue
        if (told and told[0]) or known or maker_is or outlet or plan or linked_bracket(text, quotation.end, written):
            ref = with_title(text, quotation.start, quotation, "", None, written)
            if plan and not ref.publisher:
                ref = replace(ref, publisher=publisher_name(plan["name"]))
            if outlet and not ref.publisher:
                ref = replace(ref, publisher=publisher_name(outlet["name"]), end=quotation.end + outlet.end())
            yield Named("report" if (maker_is or plan) and not told else None, "", ref)
