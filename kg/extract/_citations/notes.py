"""The sources that a foot- or endnote gives: one, several, or none where it is a comment or cites papers and law."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from kg.extract._citations.addresses import Address, addresses, host
from kg.extract._citations.bodies import NAME
from kg.extract._citations.days import Day, days
from kg.extract._citations.mentions import named
from kg.extract._citations.orders import REPORT_OF, TO_HOUSE
from kg.extract._citations.prose import moved
from kg.extract._citations.quotations import quotations
from kg.extract._citations.references import Reference, reference
from kg.extract._citations.sameness import letters
from kg.extract._citations.spoken_notes import spoken
from kg.extract._citations.titles import title_of
from kg.grammar.stretches import Taken

PAPER = re.compile(
    r"""^\W{0,20}(?:(?:zie|cf\.|vgl\.|bijlage)\W{1,20}(?:ook\s|hiervoor\s|hierover\s|bij\s|bijlage\s){0,3})?(?:de\s|het\s)?
    (?:Kamerstuk|Kamervra|Aanhangsel|Handelingen|Kenmerk|Tweede\sKamer,|Eerste\sKamer,?\s(?:vergaderjaar|\d)|TK\b|EK\b|Stcrt|Stb\b
    |Staatscourant|Staatsblad|Trb\b|\d\d\s?\d{3}\b|\d{4}[ZD]\d|artikel(?:en)?\s?\d|artikel\s[IVX]+[\s,.]|art\.|lid\s\d|motie|COM\(\d{4}\)|ECLI:|PbEU|HR\s\d|ABRvS|HvJ|idem\b(?![:,])|ibid|vertaling:|besluit\svan|(?:nota|memorie)\svan\stoelichting|wet\s|wetten\.(?:nl|overheid)|vraag|antwoord|vergaderjaar)""",
    re.VERBOSE | re.IGNORECASE,
)
SENTENCE = re.compile(
    r"\b(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|kan|kunnen|zal|zullen|betreft|blijkt|dient|gaat|verwijst)\b"
)
JOINT = re.compile(r"(?:;|&|\ben\b|\balsmede\b|\n)\s*")
AGAIN = re.compile(  # "…; zie ook Avondpost, 3 mei 2024", "… Idem: Streekblad, 4 mei 2024"
    r"(?:[;.,]\s|\sen\s|\()(?=(?:[Zz]ie\s(?:ook|verder|eveneens)|[Vv]gl\.|[Vv]ergelijk|[Cc]f\.|[Ii]dem[:,]|[Aa]lsook|[Ee]n\sook)\s(?!https?:|www\.|noot))"
)
KNOWN = re.compile(  # what is cited already, before another source: "Ibid.; Avondpost, 3 mei 2024"
    r"^\W*(?:(?:zie|vgl\.?|cf\.?)\s(?:ook\s)?)?(?:ibid(?:em)?\b\.?|idem\b|(?:voet|eind)?noot\s\d{1,2})[^;]{0,20}$",
    re.IGNORECASE,
)
LOWER = re.compile(r"(?:het|de|een)\s[a-z]")  # no name: "het interview met de schipper in Avondpost"
TELLS = re.compile(r"(?:[Zz]ie\s(?:ook\s|bijvoorbeeld\s)?|[Vv]gl\.\s)?(?=(?:[Hh]et|[Dd]e|[Ee]en)\s[a-z])")
SOURCE_BEGINS = re.compile(
    r"^(?:(?:de|het|een)\s)?(?:\w{0,30}(?:brief|rapport|artikel|bericht|advies|onderzoek|uitzending|interview|column))\b"
)
SITE_ENDS = re.compile(
    r"""(?:\|\s(?:[\w-]{1,40}\s){0,3}[\w-]{1,40}\.(?:nl|com|org|eu|net)
    | \((?:[\w-]{1,40}\.){1,3}(?:nl|com|org|eu|net)\))
    \s?(?:,|&|;|\ben\b)\s(?=[A-Z«“‘]|het\s|de\s)""",
    re.VERBOSE,
)
AND_AT_END = re.compile(r"(?:(?<=[)»”’'\"])\s?|(?<=\d)\s|,\s)en$")
SITE_AT_END = re.compile(r"\([^()]{0,300}\.(?:nl|com|eu|org|be|net)\)?\)?[\s.]*$", re.IGNORECASE)
NEXT_NAME = re.compile(rf"(?<=[»”’'\")])[.,]?\s(?=(?>{NAME})(?:,\s|\s\(?)(?:d\.\s?d\.\s)?\d{{1,2}}[\s-])")
NEXT_YEAR = re.compile(rf"(?:\.|;|,|\sen)\s(?=(?>{NAME})(?:\s\([A-Z]\w{{1,6}}\))?\s\((?:19|20)\d\d\)[.,:]?\s)")
NEXT_TITLE = re.compile(r"(?<=[)»”’'\"\d])[.,]?\s(?=[«“‘\"])")
DATA_OF = re.compile(
    rf"^(?:Bron(?:nen)?:|Gegevens|Cijfers|Data)\s(?:van\s)?(?:(?:de|het)\s)?(?P<names>(?>{NAME})(?:(?:,|\sen)\s(?>{NAME})){{0,4}})[\s.]*$"
)
NAME_AND_TITLE = re.compile(
    rf"(?<![\w.])(?>{NAME})(?:\s\([A-Z][^()]{{1,20}}\))?[,:]\s[«“‘'\"][^;]{{4,200}}[»”’'\"][\s.]*(?:$|;)"
)  # "; Omroep Veerland, «Pont vol»"
TITLES = re.compile(r"[«“][^«»“”]{4,160}[»”](?:(?:,\s|,?\sen\s)[«“][^«»“”]{4,160}[»”]){1,4}")
OUR_LETTER = re.compile(
    r"(?:(?:[Dd]e|[Mm]ijn)\s)?(?:[Kk]amerbrief|[Bb]rief(?:\saan\sde\s(?:Tweede\s)?Kamer)?)(?:\s(?P<title>[«“‘'\"][^«»“”\n]{4,160}[»”’'\"]))?(?:,\s|,?\s(?:van|d\.\s?d\.)\s)(?=\d)"
)
PETITION = re.compile(r"(?:Petitie|Manifest|Burgerinitiatief)\s[«“‘'\"]")  # of nobody by name
LONGEST_TITLE = 45  # words; a longer one is a quotation or a comment
COMMENT = 12  # words before the date; more is a sentence
MARKED_APA = re.compile(r"\((?:19|20)\d\d\)")


def note_references(text: str, written: date | None) -> Iterator[Reference]:
    """The sources in the text of a note, in order."""
    for start, end in _parts(text, written):
        part = text[start:end]
        if PAPER.match(part):
            continue
        if data := DATA_OF.match(part):  # "Gegevens WBA, Sluisdata.net": who has the figures, and no title
            yield from _keepers(start + data.start("names"), data["names"])
            continue
        if ours := _our_letter(text, start, end, written):
            yield ours
            continue
        if said := spoken(text, start, end, written):
            yield said
            continue
        found = reference(text, start, end, written)
        noted = found is not None and _is_source(found, part)
        if found and noted and found.publisher and not LOWER.match(found.publisher):
            yield from _each(text, found)
        elif told := _told(text, start, end, written):
            yield from told
        elif found and noted:
            yield found


def _each(text: str, ref: Reference) -> Iterator[Reference]:
    """A reference, or one for each of the titles in it: "Avondpost, 3 mei 2031, «Pont vol» en «Pont leeg»"."""
    title = ref.title or ""
    row = TITLES.fullmatch(title)
    if row is None or ref.address or (at := text.find(title, ref.start, ref.end)) < 0:
        yield ref
        return
    for said in quotations(title):
        start = ref.start if said.start == 0 else at + said.start
        yield replace(ref, start=start, end=at + said.end, title=title[said.inner : said.stop])


def _our_letter(text: str, start: int, end: int, written: date | None) -> Reference | None:
    """A letter of the government by its day, and by its title if it has one: "Kamerbrief «Ponten» d.d. 3 mei 2031"."""
    letter = OUR_LETTER.match(text, start, end)
    if letter is None:
        return None
    day = next((d for d in days(text, written) if d.start == letter.end()), None)
    return Reference(start, day.end, None, day, title_of(letter["title"])) if day else None


def _keepers(start: int, names: str) -> Iterator[Reference]:
    for each in re.finditer(rf"(?>{NAME})", names):
        yield Reference(start + each.start(), start + each.end(), each.group())


def _told(text: str, start: int, end: int, written: date | None) -> list[Reference]:
    """What a note says as a sentence would: "het interview met de schipper in Avondpost van 3 mei 2024"."""
    lead = TELLS.match(text, start, end)
    if not lead or next(addresses(text[start:end]), None):
        return []
    refs = [found.reference for found in named(text[lead.end() : end], written)]
    return [moved(ref, lead.end()) for ref in refs if ref.publisher and (ref.day or ref.title)]


def _parts(text: str, written: date | None) -> Iterator[tuple[int, int]]:
    """The stretches that hold a source each: cut after an address that another follows, and at joints."""
    found = list(addresses(text))
    cuts = [0, *(_after_bracket(text, a.end) for a in found[:-1]), *_joints(text, found, written), len(text)]
    cuts += [title.end() for title in SITE_ENDS.finditer(text)]
    cuts += _again(text, found, written)
    for start, end in pairwise(sorted(set(cuts))):
        kept = text[start:end].rstrip(" ;,&\n")
        kept = AND_AT_END.sub("", kept) if kept.endswith("en") else kept
        lead = len(kept) - len(kept.lstrip(" ;,.)\n"))
        if kept[lead:]:
            yield start + lead, start + len(kept)


def _after_bracket(text: str, end: int) -> int:
    tail = re.match(r"[)\]]?[.,;]?\s*", text[end : end + 40])
    return end + tail.end() if tail else end


def _again(text: str, found: list[Address], written: date | None) -> Iterator[int]:
    """Where "zie ook" or "idem:" leads to one more source, which has a date or an address of its own."""
    inside = [(q.start, q.end) for q in quotations(text)] if (leads := list(AGAIN.finditer(text))) else []
    marks = [a.start for a in found] + [d.start for d in days(text, written)] if leads else []
    for lead in leads:
        if max(marks, default=0) > lead.end() and not any(a < lead.start() < b for a, b in inside):
            yield lead.end()


def _joints(text: str, found: list[Address], written: date | None) -> Iterator[int]:
    """Where ";", "en" or a new line parts two sources: both sides have a date or an address of their own."""
    whole = list(days(text, written))
    marks = sorted([a.end for a in found] + [d.start for d in whole])
    ends = {a.end for a in found} | {d.end for d in whole if len(d.printed) > len("mei 2024")}
    begins = {a.start for a in found}
    closed = sorted([(q.start, q.end) for q in quotations(text)] + [(a.start, a.end) for a in found])
    full = [d for d in whole if d.value and len(d.value) == len("2024-11-04")]
    if text.count("(") > 1 and (years := [d.start for d in whole if len(d.printed) == len("2031")]):
        taken = Taken(closed)
        yield from (
            f.end() for f in NEXT_YEAR.finditer(text) if years[0] < f.start() and taken.free(f.start(), f.start() + 1)
        )
    if len(full) > 1:
        yield from _next(text, full, closed)
    left = depth = position = 0
    for joint in JOINT.finditer(text):
        at, after = joint.span()
        depth += text.count("(", position, at) - text.count(")", position, at)
        position = at
        i = bisect_right(closed, (at, len(text))) - 1
        if depth > 0 or (i >= 0 and at < closed[i][1]):
            continue
        told = bisect_right(marks, at) > bisect_left(marks, left) or KNOWN.match(text[left:at]) is not None
        if text[at] == ";" and any(a.start == after and _named_as(a, text[left:at]) for a in found):
            continue  # its own address: "Streekblad; «Titel»; 4 mei 2031; https://streekblad.nl/…"
        if (
            told
            and (bisect_left(marks, after) < len(marks) or NAME_AND_TITLE.match(text, after))
            and (text[at] in ";\n" or _ended(text, at, after, ends, begins))
        ):
            left = after
            yield after


def _named_as(address: Address, words: str) -> bool:
    """Whether an address is on a site that is called as the first of some words, which have no address."""
    label = letters(host(address.url).rpartition(".")[0].rpartition(".")[2])
    return bool(label) and letters(words).startswith(label) and not next(addresses(words), None)


def _next(text: str, full: list[Day], closed: list[tuple[int, int]]) -> Iterator[int]:
    """Where a source begins behind one that is closed: "Krant, 3 mei 2031, «Een». Blad, 4 mei 2031, «Twee»"."""
    left, titled, taken = 0, text.lstrip()[:1] in tuple('«“‘"'), Taken(closed)
    begins = {end: start for start, end in reversed(closed)}
    for joint in (NEXT_TITLE if titled else NEXT_NAME).finditer(text):
        at, after = joint.span()
        last = bisect_left(full, (at,)) - 1
        told = last >= 0 and full[last].start >= left and full[-1].start >= after
        if told and not titled:  # the title behind the date, and none before the next: "; zie ook «Twee», Blad, 4 mei"
            day = full[last]
            told = not re.search(r"\w", text[day.end : begins.get(at, day.end)])
        if told and taken.free(at, at + 1) and text.count("(", left, at) == text.count(")", left, at):
            left = after
            yield after


def _ended(text: str, at: int, after: int, ends: set[int], begins: set[int]) -> bool:
    """Whether a source ends before "en": with a bracket, a quotation, a date or an address; or another begins behind it."""
    before = text[:at].rstrip(" ,")
    closed = before[-1:] in tuple(").»”’'") or (len(before) in ends and not text[after : after + 1].isdigit())
    return (
        closed
        or after in begins
        or (text[at - 2 : at - 1] == "," and SOURCE_BEGINS.match(text[after : after + 60]) is not None)
    )


def _is_source(found: Reference, part: str) -> bool:
    if found.address or (found.title and found.day and PETITION.match(part)):
        return True
    if found.title and len(found.title.split()) > LONGEST_TITLE:
        return False
    if found.publisher and found.day:
        return len(found.publisher.split()) <= COMMENT and not SENTENCE.search(found.publisher)
    if found.title and (SITE_AT_END.search(part) or " | " in part):
        return True
    if SENTENCE.search(part) and not next(quotations(part), None):
        return False
    words = len(part.split())
    return (
        bool(found.title)
        and bool(found.publisher or MARKED_APA.search(part) or part.endswith((".pdf", ".docx")) or _dated_report(found))
        and words <= LONGEST_TITLE
    )


def _dated_report(found: Reference) -> bool:
    """Whether a title with a day says itself that it is a report: "Final report of the panel, 15 januari 2025"."""
    title = found.title or ""
    return found.day is not None and (REPORT_OF.search(title) or TO_HOUSE.match(title)) is not None
