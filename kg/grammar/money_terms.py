"""Numbers with a currency or a scale, and what those that stand together share: "tussen € 5 en € 7 miljoen".

A range has one scale and one currency for both ends, a list after "respectievelijk" for all its members.  Where it is
not certain that a number counts millions too ("€ 5 en € 7 miljoen") it is kept without a value: its number ends in "?".
One sign before a row and one scale after it are those of all its numbers: "€ 10, 12 en 14 miljoen".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.grammar.currencies import AFTER, BEFORE, CODES, GLUED, SINGLE, currency_of
from kg.grammar.money_rows import NUMBERS, Term, parted, row, signed, split
from kg.grammar.numbers import DIGITS, SCALE, SCALES, WORDS, read_number
from kg.grammar.starts import places_of, round_places
from kg.grammar.words import folded, looked_for, words_in

GLUED_TO = r"""(?:(?<![^\W_])|(?<=\b(?:in|de|om|ik|op|is))|(?<=\b(?:van|met|tot|dan))|(?<=\b(?:voor|keer|ruim|naar|rond|zo’n|zo'n))
    |(?<=\b(?:circa|bijna|vanaf))|(?<=\b(?:waarvan|slechts))|(?<=\bjaarlijks)|(?<=structureel))"""
NUMBER = rf"(?:{DIGITS}|(?=[eétdvzanh]){GLUED_TO}{WORDS})(?=\s{{0,3}}[a-z€])"
SPACED = r"\d{1,3}(?:\x20\d{3}){1,4}(?!\d|[.,]\d\d?\d)(?:,\d\d(?!\d))?"  # "€ 12 500": a space in place of a full stop
ENGLISH = r"(?:bn|million|billion)\b|(?<=\d)m\b"  # "$72bn", in words quoted from abroad
SIGNED = r"(?-i:[MKk])(?=\s?(?:€|EUR\b|euro\b))"  # "1,5 M€", "750K euro"
TERM = re.compile(
    rf"""{BEFORE}(?=[\s\d−.a-zé-])(?:\.(?=\s?\d{{3}}))?\s{{0,3}}(?P<minus>[-−](?=\d))?(?P<number>{SPACED}|{DIGITS}|{WORDS})
        (?:\s{{0,3}}(?P<scale>{SCALE}|k\b|{ENGLISH}))?(?:\s{{0,3}}(?:euro\b(?!['’])|EUR\b))?
    |(?=\d|e[el]|éé|t[wia]|d[reu]|v[ie]|ze|a[cn]|ne|h[ao])(?<!\d)(?<!\d[.,])(?P<bare>{NUMBER})
        (?:\s{{0,3}}(?P<size>{SCALE}|{SIGNED})(?:\s{{0,3}}{AFTER})?|\s{{0,3}}{AFTER.replace("after", "unit")})""",
    re.VERBOSE | re.IGNORECASE,
)
LEADS = re.compile(r"(?<![^\W_])([MKk])$")  # "M€ 1,5"
# every term holds one of these, in small letters, or a code in capitals
PARTS = frozenset((*GLUED, "euro", "miljoen", "miljard", "biljoen", "mln", "mld", "mrd", "duizend"))
ENDING = SINGLE | {"ton", "mio", "mille"}  # with no letter behind them, as in "gebeurt"
CODE_OF = {code.lower(): code for code in CODES}
looked_for(PARTS | ENDING | CODE_OF.keys())
LONGEST_TERM = 100  # characters
ABROAD = {"k": "duizend", "m": "miljoen", "million": "miljoen", "bn": "miljard", "billion": "miljard"}
JOINT = r"\s{0,2}(?P<joint>en|à|a|tot(?:\sen\smet)?|of|naar|[-–—])\s{0,2}"
NEARLY = r"""(?:(?:circa|ca\.|ruim|bijna|ongeveer|zelfs|wel|maar\sliefst|maximaal|minimaal|hooguit|hoogstens|mogelijk|uiteindelijk
    |gemiddeld|structureel|incidenteel|daarna|later|nog\seens|de)\s){0,2}"""
JOINED = re.compile(JOINT + NEARLY, re.VERBOSE | re.IGNORECASE)
NEXT = re.compile(rf"{JOINT}(?P<number>{DIGITS})(?!\s?(?:%|°|(?!per\b)\w)|[.,]?\d)", re.IGNORECASE)
PREVIOUS = re.compile(
    rf"(?<![\d.,])(?<!nr\.\s)(?P<number>{DIGITS}|(?=[eétdvzanh]){GLUED_TO}{WORDS}){JOINT}$", re.VERBOSE | re.IGNORECASE
)
LISTED = re.compile(
    r"""(?:\b(?:respectievelijk|achtereenvolgens|resp\.)\s(?P<numbers>(?:\d{1,4}(?:,\d{1,3})?\s?(?:[,;]\s|,?\s?en\s)){1,8})
    |(?<![\d.,/€$£])(?<![\d.,/€$£]\s)(?P<row>(?:\d{1,3}(?:,\d{1,3})?\s?[,;]\s){1,8}\d{1,3}(?:,\d{1,3})?[,;]?\s(?:en|of)\s))$""",
    re.VERBOSE | re.IGNORECASE,
)
LOOK_BACK = 48
OPENS_RANGE = re.compile(r"\b(?:tussen|van)\s?(?:(?:de|circa|ruim)\s?)?$", re.IGNORECASE)
SHARING = re.compile(
    r"\b(?:respectievelijk\b|achtereenvolgens\b|resp\.|(?:op|af)lopend\b|stijgend\b|dalend\b)", re.IGNORECASE
)
TOGETHER = re.compile(r"\s{1,3}(?:en\s{1,3})?", re.IGNORECASE)
LIST = re.compile(
    rf"""(?:\s?|-)(?:[,;]|,?\s?(?:en|of|naar|tot|à|dan\s?wel|ofwel|oftewel|versus|plus|(?:en\s)?(?:respectievelijk|resp\.)
        |(?:oplopend|aflopend|stijgend|dalend)\s(?:tot|naar)))\s?{NEARLY}""",
    re.VERBOSE | re.IGNORECASE,
)
REFERS = re.compile(
    r"\b(?:vra(?:ag|gen)|artikel(?:en)?|leden|lid|nrs?\.?|fasen?|tabel(?:len)?|bijlagen?|punt(?:en)?)\s$", re.IGNORECASE
)
# "in 20232 miljoen": millions are printed with full stops between thousands, so a year stands before two of them
YEAR_GLUED = re.compile(r"(?:19|20)\d\d(?P<rest>[1-9]\d{0,2}(?:,\d{1,3})?)")
TENTH = re.compile(r"\d{1,4},\d")  # no price is printed with one decimal: it is a number of millions


def terms(text: str) -> list[Term]:
    """The terms of a text, with what the two ends of a range share, and with ends that are bare numbers."""
    out: list[Term] = []
    for term in (_term(m) for m in _matches(text)):
        before = out[-1] if out else None
        if before and (whole := _whole(text, before, term)):
            out[-1] = whole
            continue
        if before and (shared := row(text, before, term)):
            out[-1:] = shared
            continue
        joined = JOINED.fullmatch(text, before.end, term.start) if before else None
        if before and joined and _is_range(text, before, term, joined["joint"]):
            out[-1], second = _shared(before, term)
            out.append(second)
            continue
        whole_term = split(text, signed(text, parted(text, term)))
        upper = list(_bare_after(text, whole_term))
        out += [*_bare_before(text, whole_term), replace(whole_term, to_next=bool(upper)), *upper]
    return _with_lists(text, out)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The terms as they are found: round the words that one of them holds."""
    small = folded(text)
    held = words_in(small)
    places = places_of(PARTS & held, small)
    places += places_of([CODE_OF[code] for code in CODE_OF.keys() & held], text)
    for word in ENDING & held:
        places += [at for at in places_of((word,), small) if not small[at + len(word) : at + len(word) + 1].isalpha()]
    return round_places(TERM, text, sorted(places), LONGEST_TERM, LONGEST_TERM)


def _term(match: re.Match[str]) -> Term:
    number = match["number"] or match["bare"]
    start = match.start()
    if match["size"] and (glued := YEAR_GLUED.fullmatch(number)):
        number, start = glued["rest"], start + 4
    printed = match["before"] or match["after"] or match["unit"] or ""
    scale = (match["scale"] or match["size"] or "").lower().rstrip(".").replace("-", "")
    about = match.string[max(0, match.start() - 200) : match.end() + 60] if printed.lower() == "pond" else ""
    currency = currency_of(about, printed) if printed else None
    if printed and currency is None:
        scale = ""  # a weight
    cents = "cent" in printed.lower()
    if match["before"] and not scale and (lead := LEADS.search(match.string, max(0, start - 2), start)):
        scale, start = lead[1].lower(), start - 1
    return Term(start, match.end(), number, bool(match["minus"]), ABROAD.get(scale, scale) or None, currency, cents)


def _whole(text: str, first: Term, second: Term) -> Term | None:
    """ "drie miljard en honderd miljoen euro", "2 euro en 50 cent": one sum, the smaller part of it last."""
    if not TOGETHER.fullmatch(text, first.end, second.start) or first.plus or not second.currency:
        return None
    if SHARING.search(text[max(0, first.start - 60) : first.start]) or OPENS_RANGE.search(
        text[max(0, first.start - 12) : first.start]
    ):
        return None
    rest = read_number(second.number, second.scale)
    if rest is None:
        return None
    if first.scale and second.scale and not first.currency and rest < SCALES[first.scale]:
        return replace(first, end=second.end, currency=second.currency, plus=rest)
    if second.cents and first.currency == "EUR" and not (first.scale or first.cents or second.scale) and rest < 100:
        return replace(first, end=second.end, plus=rest / 100) if "," not in first.number else None
    return None


def _is_range(text: str, first: Term, second: Term, joint: str) -> bool:
    if first.currency and second.currency and first.currency != second.currency:
        return False
    opened = OPENS_RANGE.search(text[max(0, first.start - 12) : first.start])
    if joint.lower() == "en" and opened and not opened.group().lower().startswith("tussen") and first.scale:
        return not second.scale  # "een bijdrage van € 2 miljoen en € 3 miljoen subsidie" is no range
    if joint.lower() in ("en", "naar"):
        return bool(opened)
    return joint.lower() != "of" or not first.scale


def _shared(first: Term, second: Term) -> tuple[Term, Term]:
    """Both ends of a range with the scale and the currency that either has, where the range still runs upwards."""
    low, high = read_number(first.number), read_number(second.number)
    scale = first.scale
    if not scale and second.scale and low is not None and high is not None and low <= high:
        scale = second.scale
    end = second.end if (scale, first.currency) != (first.scale, first.currency or second.currency) else first.end
    currency = first.currency or second.currency
    cents = first.cents or (second.cents and first.currency is None)
    return replace(first, scale=scale, currency=currency, cents=cents, end=end, to_next=True), replace(
        second, currency=second.currency or currency, cents=second.cents or (first.cents and second.currency is None)
    )


def _bare_before(text: str, term: Term) -> Iterator[Term]:
    """The numbers before "tot 7 miljoen euro", "à 12 cent" or "respectievelijk 5, 6 en 7 miljoen", with no more."""
    begin = max(0, term.start - LOOK_BACK)
    listed = LISTED.search(text, begin, term.start) if term.scale and text[term.start].isdecimal() else None
    if listed and not REFERS.search(text, max(0, listed.start() - 12), listed.start()):
        for number in NUMBERS.finditer(text, listed.start(listed.lastgroup or 0), listed.end()):
            yield replace(term, start=number.start(), end=number.end(), number=number.group())
        return
    found = PREVIOUS.search(text[begin : term.start])
    if not found or text[term.start : term.start + 1] in "€$£":
        return
    opened = OPENS_RANGE.search(text[max(0, begin + found.start() - 12) : begin + found.start()])
    if found["joint"].lower() in ("en", "naar", "of", "-", "–", "—") and not opened and found["joint"] not in "-–":
        return
    low, high = read_number(found["number"]), read_number(term.number)
    if low is None or high is None or low > high or (1900 <= low <= 2100):
        return
    yield replace(term, start=begin + found.start(), number=found["number"], to_next=True)


def _bare_after(text: str, term: Term) -> Iterator[Term]:
    """The number after "€ 10 tot", which has no currency of its own."""
    found = NEXT.match(text, term.end)
    if not found or text[term.start] not in "€$£Ee" or found["joint"].lower() in ("en", "naar", "a", "of"):
        return
    low, high = read_number(term.number, None), read_number(found["number"])
    if low is None or high is None or high < low or 1900 <= high <= 2100:
        return
    yield replace(term, start=found.start("number"), end=found.end("number"), number=found["number"])


def _with_lists(text: str, found: Sequence[Term]) -> list[Term]:
    """ "€ 71,3 en € 38,9 miljoen" counts millions twice; of "€ 5 en € 7 miljoen" nobody can tell."""
    out: list[Term] = []
    for term in reversed(found):
        following = out[-1] if out else None
        if following and following.scale and not (term.scale or term.to_next) and _is_list(text, term, following):
            out.append(_in_list(text, term, following))
        else:
            out.append(term)
    return out[::-1]


def _is_list(text: str, first: Term, second: Term) -> bool:
    both = bool(first.currency) and first.currency == second.currency and not (first.cents or second.cents)
    return both and bool(LIST.fullmatch(text, first.end, second.start))


def _in_list(text: str, first: Term, second: Term) -> Term:
    """The first with the scale of the second, where it is certain to have it; unread where it may have it."""
    low, high = read_number(first.number), read_number(second.number.rstrip("?"))
    if low is None or high is None:
        return first
    sharing = low <= high and (
        SHARING.search(text, max(0, first.start - 60), first.start) or SHARING.search(text, first.end, second.start)
    )
    if TENTH.fullmatch(first.number) or (sharing and not second.number.endswith("?")):
        return replace(first, scale=second.scale)
    return replace(first, number=first.number + "?", scale=second.scale) if low <= high else first
