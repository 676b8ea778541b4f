"""The sentence that says who asks whom about what: in headings, letters and subject lines alike.

"Vragen van het lid Podt (D66) aan de Minister van Asiel en Migratie over het bericht «…» (ingezonden 24 oktober 2024)."
"... deel ik u mede dat de vragen van de leden … over …, worden beantwoord zoals aangegeven in de bijlage"
"Beantwoording Kamervragen van het lid … aan de ministers van … over …"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.records import Passage, Structure

ASKED = re.compile(
    r"""(?=[SsMmKkVv])(?:(?:[Ss]chriftelijke|[Mm]ondelinge)\s+)?(?:[Kk]amer)?[Vv]ra(?:ag|gen)\s+
        (?:van|gesteld\s+door)\s+(?:(?:van\s+)?(?:het|de)\s+)?(?:van\s+het\s+)?(?:[Kk]amer)?(?:lid|leden)\s+(?P<rest>.)""",
    re.VERBOSE,
)
# "Op 3 april heeft het lid A (X) vragen gesteld over", "De leden A en B hebben op 3 april vragen gesteld aan",
# "de door het lid A gestelde vragen": the members stand before what they did
PUT = re.compile(
    r"\s(?P<done>gestelde\s)?(?:schriftelijke\s)?(?:[Kk]amer)?vra(?:ag|gen)\b(?(done)|\sgesteld\b)", re.IGNORECASE
)
MEMBERS = re.compile(r"\b(?:het|de)\s(?:[Kk]amer)?(?:lid|leden)\s(?=\S)", re.IGNORECASE)
BETWEEN = re.compile(r"(?:\s(?:heeft|hebben))?(?:\sop\s\d[\w ]{4,20})?(?:\s(?:mij|ons))?$")
TO = re.compile(
    r"\)?,?(?:(?<!\s)\s+)?(?:van\s+(?:uw|de\s+(?:Tweede\s+)?)\s*Kamer,?\s+)?(?<![^\W_])aan\s*(?=(?:(?:de|het)\s*)?(?:[Vv]ice-?\s?)?(?:[Mm]inister|[Ss]taats))"
)
ABOUT = re.compile(  # "Sportover zorg", "Waterstaat overde plannen": the space was lost where two lines met
    r"[,)\s](?:(?<=[,)])\s|(?<=\s))(?:over|inzake|betreffende|met\s+betrekking\s+tot)(?:\s+|(?=(?:de|het|een)\s))|(?<=[a-zé]{4})(?<!hier|daar|waar)over(?:\s+(?=[a-z«‘“'\"])|(?=(?:de|het|een)\s))"
)
ABOUT_GLUED = re.compile(
    r"\sover(?!(?:heid|leg|last|ig|een|zicht|gang|name|val|lijd|stap|heen|dracht|weg|schrijd|schot|stroming|treding|bod)|\s)(?=[a-z]{3})"
)
# a hyphen may be left of a word that was broken over two lines
SENT_WORD, RECEIVED_WORD = r"in-?ge-?(?:zon-?den|diend)", r"ont-?van-?gen"
CASE = re.compile(r"(?=[12])(?<![\w-])(?P<year>(?:19|20|21)\d{2})\s?Z\s?(?P<number>\d{4,6})(?!\d)")
_SPACE = r"(?:\.?(?<!\s)\s+)?"
SENT = re.compile(  # "(ingezonden 3 april 2025)", "(2025Z06384, ingezonden 3 april 2025)"
    rf"{_SPACE}\((?=[^()]{{0,60}}?(?<![a-z])(?:{SENT_WORD}|{RECEIVED_WORD})(?![a-z]))|,\s+(?=(?:{SENT_WORD}|{RECEIVED_WORD})\s+(?:op\s+)?(?:d\.?d\.?\s*)?\d)",
    re.IGNORECASE,
)
NUMBERED = re.compile(  # "(2025Z06384)", "(kenmerk 2025Z06384)"
    rf"{_SPACE}\((?=(?:(?:met\s+|onder\s+|uw\s+)?(?:kenmerk|zaaknummer|nummer|nr\.|referentie)\s*:?\s*)?\d{{4}}\s?Z\s?\d{{4,6}}[,)])",
    re.IGNORECASE,
)
LATE_ABOUT = re.compile(r"(?:[^.?!\n]|\.(?=\S)){0,120}?[,)]?\s(?:over|inzake|betreffende)\s")
# what ends the title that a page of the web has in its browser: "Vragen van het lid X over turf | Tweede Kamer"
SITE = r"\s(?:\|(?!\S)|[-–—]\s(?:Tweede\sKamer(?:\sder\sStaten-Generaal)?|Rijksoverheid(?:\.nl)?|Officiële\sbekendmakingen|Overheid\.nl))"
LETTER_END = re.compile(
    r"(?:,\s*|(?<!\s)\s+)?(?:worden\s+beantwoord|zijn\s+beantwoord|heb\s+ik\s+beantwoord|(?:niet\s+binnen|kunnen\s+niet)|wordt\s+beantwoord|treft\s+u|(?:met\s+)?kenmerk\b)|(?:(?<=[^\W\d_]{3})|(?<=[»”’)\d]))\.\s+(?=[A-Z])|\.\s*$|\n"
    r"|(?<!\s)\s+(?=(?:In\s+(?:het\s+)?antwoord\s+op\s+uw|Hierbij|Geachte|Met\s+deze\s+brief|Naar\s+aanleiding\s+van|Hoogachtend|Met\s+vriendelijke"
    r"|De\s+(?:[Mm]inister|[Ss]taatssecretaris)|(?:Ons|Uw)\s+(?:kenmerk|brief)|(?:Onze|Uw)\s+referentie|Bijlagen?|Contactpersoon|Pagina\s+\d)\b)"
    r"|\.\s+(?=(?:Vragen|Antwoord|Mededeling|Zie\s+ook|Hierbij|[Dd]e\s+(?:[Mm]inister|[Ss]taatssecretaris))\b)"
    rf"|{SITE}"
)
PAGE = re.compile(SITE)
TITLED = re.compile(  # "Betreft Schriftelijke vragen over gesponsorde leerstoelen"
    r"\b(?:Betreft|Onderwerp)\s*:?\s*(?:[^.\n]{0,60}?\s)?(?:[Kk]amer)?[Vv]ragen\s(?:over|inzake|betreffende)\s"
)
# "De vaste commissie voor X heeft een aantal vragen voorgelegd aan de Minister van Y over de brief van 3 mei 2024"
SUBMITTED_TO = re.compile(
    r"\bvra(?:ag|gen)\s(?:en\sopmerkingen\s)?(?:(?:is|zijn)\s)?(?:voorgelegd|gesteld)\saan\s(?:de|het)\s(?:[Mm]inister|[Ss]taatssecretaris)[^.;\n]{0,300}?\sover\s"
)
SUBMITTED_END = re.compile(r"\s\(Kamerstuk|[.\n]\s{0,2}(?=[A-Z])|\.\s*$")
SENTENCE_END = re.compile(r"[;\n]|\.\s[A-Z]")
CITED = re.compile(
    r"(?:vraagnummer|eerdere?\s+(?:schriftelijke\s+)?(?:Kamer)?vragen\s*\(?(?:met\s+)?(?:kenmerk|zaaknummer)?)\s*$"
)
# in a notice of delay
MARKED = re.compile(r"(?:kenmerk|zaaknummer|\bnr\.?|nummer|\((?:ingezonden[^()]*)?)\s*:?\s*$", re.IGNORECASE)
BESIDE = re.compile(  # in a letterhead, right before the number
    r"\b(?:kenmerk|referentie|zaaknummer|(?:kamer)?vraagnummer|nummer|uw\s+brief)(?:\s*\([^()]{0,40}\))?\s*:?\s*(?:nr\.?\s*)?$",
    re.IGNORECASE,
)
LISTED = re.compile(r"\s*(?:,|/|;|en|&)?\s*")
CITED_REACH = 80  # characters
WIDEST_LIST = 600  # characters of a list of members
LONGEST = 1_500  # characters of one header


@dataclass(frozen=True, slots=True)
class Header:
    """Where the askers, the addressees and the subject stand in a passage (start, end); None where not said."""

    passage: Passage
    askers: tuple[int, int]
    addressees: tuple[int, int] | None
    subject: tuple[int, int] | None


def own_cases(structure: Structure) -> Iterator[tuple[Passage, re.Match[str]]]:
    """The case numbers that are the document's own: in its headings and letter, and in a notice what the notice is about.

    A number in the subject, or of earlier questions, is that of another case.  Where they print none, the letterhead
    beside them may: "Uw kenmerk 2025Z06384".
    """
    found = list(_printed_cases(structure))
    yield from found
    if not found:
        yield from _cases_beside(structure)


def _cases_beside(structure: Structure) -> Iterator[tuple[Passage, re.Match[str]]]:
    for passage in structure.letterhead:
        end = -1
        for found in CASE.finditer(passage.text):
            if BESIDE.search(passage.text, max(0, found.start() - CITED_REACH), found.start()) or (
                end >= 0 and LISTED.fullmatch(passage.text, end, found.start())
            ):
                end = found.end()
                yield passage, found


def _printed_cases(structure: Structure) -> Iterator[tuple[Passage, re.Match[str]]]:
    known = list(headers(structure))
    passages = [p for p in (structure.heading, structure.answer_heading, *structure.front) if p]
    notice = structure.remarks[:1] if structure.kind == "postponement" else ()
    for passage in (*passages, *notice):
        subjects = [h.subject for h in known if h.passage is passage and h.subject]
        for found in CASE.finditer(passage.text):
            at = found.start()
            cited = CITED.search(passage.text, max(0, at - CITED_REACH), at) or (
                passage in notice and not MARKED.search(passage.text, max(0, at - CITED_REACH), at)
            )
            if not cited and not any(start <= at < end for start, end in subjects):
                yield passage, found


@lru_cache(maxsize=1)
def headers(structure: Structure) -> tuple[Header, ...]:
    """All such sentences, the document's own heading first, the title of a page of the web last."""
    return tuple(sorted(_headers(structure), key=_titles))


def _titles(header: Header) -> bool:
    """Whether this is the title of a page of the web."""
    return header.subject is not None and PAGE.match(header.passage.text, header.subject[1]) is not None


def _headers(structure: Structure) -> Iterator[Header]:
    passages = [p for p in (structure.heading, *structure.front, structure.answer_heading, *structure.remarks[:1]) if p]
    for passage in passages:
        for found in ASKED.finditer(passage.text):
            if header := _header(passage, found.start("rest")):
                yield header
        yield from _put(passage)


def titled_subject(structure: Structure) -> tuple[Passage, int, int] | None:
    """The subject in the line of a letterhead that says what the letter is about, or in what a committee put before somebody."""
    for passage in structure.front:
        if found := TITLED.search(passage.text):
            return passage, *_subject(passage, found.end(), min(found.end() + WIDEST_LIST, len(passage.text)))
        if found := SUBMITTED_TO.search(passage.text):
            stop = min(found.end() + WIDEST_LIST, len(passage.text))
            ended = SUBMITTED_END.search(passage.text, found.end(), stop)
            return passage, found.end(), ended.start() if ended else stop
    return None


def _put(passage: Passage) -> Iterator[Header]:
    """The sentences that say that members put questions."""
    text = passage.text
    for found in PUT.finditer(text):
        members = list(MEMBERS.finditer(text, max(0, found.start() - WIDEST_LIST), found.start()))
        start = members[-1].end() if members else 0
        if not members or SENTENCE_END.search(text, start, found.start()):
            continue
        between = BETWEEN.search(text, start, found.start())
        names_end = between.start() if between else found.start()
        if header := _header(passage, start, names_end, found.end()):
            yield header


def _header(passage: Passage, start: int, names_end: int | None = None, after: int | None = None) -> Header | None:
    """The sentence whose askers begin at `start`, up to `names_end` where that is known; the rest is looked for from `after`."""
    text = passage.text
    stop = min(len(text), start + LONGEST)
    stop = _sent(passage, start, stop)
    to = TO.search(text, after or start, stop)
    if to and ABOUT.search(text, after or start, to.start()):
        to = None  # the subject has begun: another sentence of the letter
    begin = to.end() if to else after or start
    about = ABOUT.search(text, begin, stop) or ABOUT_GLUED.search(text, begin, stop)
    subject = _subject(passage, about.end(), stop) if about else _late_subject(passage, stop, start + LONGEST)
    askers_end = names_end or (to.start() if to else about.start() if about else stop)
    if askers_end - start > 600:
        return None
    askers = (start, _closed(text, askers_end))
    addressees = (to.end(), _closed(text, about.start()) if about else stop) if to else None
    return Header(passage, askers, addressees, subject)


def _late_subject(passage: Passage, start: int, stop: int) -> tuple[int, int] | None:
    """The subject that is said after the day: "(ingezonden 3 april 2025, kenmerk 2025Z06384) over de dijk"."""
    stop = min(stop, len(passage.text))
    late = LATE_ABOUT.match(passage.text, start, stop)
    return _subject(passage, late.end(), _sent(passage, late.end(), stop)) if late else None


def _sent(passage: Passage, start: int, stop: int) -> int:
    """Where the bracket begins that says when the questions were sent, or under what number.

    A heading that says when may have the number of another case in its subject.
    """
    sent = SENT.search(passage.text, start, stop)
    if sent and passage.place == "heading":
        return sent.start()
    numbered = NUMBERED.search(passage.text, start, stop)
    return min(stop, *(found.start() for found in (sent, numbered) if found), stop)


def _closed(text: str, end: int) -> int:
    """`end`, or after the bracket that closes there."""
    return end + text.startswith(")", end)


def _subject(passage: Passage, start: int, stop: int) -> tuple[int, int]:
    text = passage.text
    if passage.place != "heading" and (end := LETTER_END.search(text, start, stop)):
        stop = end.start()
    while stop > start and (text[stop - 1].isspace() or text[stop - 1] in ".,"):
        stop -= 1
    return start, stop
