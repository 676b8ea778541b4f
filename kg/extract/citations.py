"""Outside sources that a document cites: news, reports, letters, broadcasts, web pages; each once a document.

    Kent u het bericht «Titel» (Avondpost, 2 april 2025)?          in the text
    1  Avondpost, 2 april 2025, Titel, https://avondpost.nl/…       in a note

`references` reads one source, `notes` and `mentions` say where there is one, `sources` brings together what is one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar

from kg.extract._citations.addresses import Address, addresses, day_in, host, may_hold, named_like, named_sites
from kg.extract._citations.brackets import with_title_behind
from kg.extract._citations.broadcasters import shown_by
from kg.extract._citations.grounds import grounds
from kg.extract._citations.items import Group, Item
from kg.extract._citations.kinds import SourceType, kind_of, kind_of_noun
from kg.extract._citations.letters_told import by_people
from kg.extract._citations.links import with_links
from kg.extract._citations.mentions import named
from kg.extract._citations.names import noun_before
from kg.extract._citations.notes import note_references
from kg.extract._citations.prose import in_prose, moved
from kg.extract._citations.references import Reference
from kg.extract._citations.sameness import abbreviates, goes_on, initials, same_day
from kg.extract._citations.site_names import spelled_out
from kg.extract._citations.sources import grouped
from kg.extract._citations.titles import edition, without_site
from kg.grammar.dates import reference_date
from kg.grammar.headers import headers
from kg.grammar.offices import offices
from kg.grammar.words import folded
from kg.records import Finding, Mention, PartialDate, Passage, Span, Structure, Term, Value

LABEL = re.compile(r"^\s*(?:\[\d{1,3}\]|\d{1,3}\s?\))\s*")
COMPOUND = re.compile(  # nouns that say of themselves what is cited: "ledenpeiling", "brandbrief"
    r"(?!kamer)\w{3,30}(?:brief|peiling|enquête|analyse|monitor|verkenning|advies|onderzoek|evaluatie|rapportage)$",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"\w{0,20}(?:enquête|peiling|steekproef|steekproefonderzoek|kwartaalbericht|rondvraag|raadpleging)"
    r"|leden\w{4,20}|(?:position|white)[ ]?paper|passende beoordeling|zwartboek|manifest|pamflet"
)
SECOND_TITLE = re.compile(r"(?<=[Mm]inister-[Pp]resident), [Mm]inister van .*$")
# "toen u tijdens het", "uw toezegging aan het lid A, gedaan bij de"; "zei u", "waarbij u aangaf"
YOU_BEFORE = re.compile(
    r"""\b[uU]\s(?:[a-z]{2,12}\s){0,2}(?:tijdens|bij|in|gedurende)\s(?:het|de|een|dat|dit)\s?(?:[a-z]{4,12}\s)?$
    |\b[uU]\s(?:[a-z]{2,12}\s){0,3}op\s?$|\b(?:zei|stelde|verklaarde|beweerde|beloofde|noemde|vertelde|riep|zegde|liet|antwoordde)\su\b[^.?!;«“]{0,40}$
    |\b[Uu]w\s(?:toezegging(?:en)?|uitspra(?:ak|ken)|uitlating(?:en)?|opmerking(?:en)?|woorden|antwoord(?:en)?|bewering(?:en)?|stelling(?:name)?|belofte)\b[^.?!;]{0,80}$""",
    re.VERBOSE,
)
YOU_AFTER = re.compile(
    r"""[^.?!;«“]{0,40}?\b(?:zei|gaf|stelde|noemde|antwoordde|verklaarde|beloofde|toezegde|zegde|sprak|liet|wees|meldde|bevestigde|erkende|ontkende|beweerde|vertelde
    |verzekerde|herhaalde|kondigde|sloot|reageerde|(?:heeft|hebt|had)|(?:waarbij|waarin|dat))\su\b""",
    re.VERBOSE,
)
AROUND = 120  # characters on each side of a debate in which it is said who spoke
SHOWN = re.compile(r"(?:^|,\s|\()(?:uitzending|aflevering)\b")  # "Veerwijzer, uitzending van 3 mei 2031"
PARAGRAPH = re.compile(r"[^\n]+")

Conflict = tuple[str, str, str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Mention):
    """A cited source.  `spans` is its best mention (the note if there is one), `also` are the others, at `also_at`.

    `elsewhere`: where its publisher or date is printed, if not in these ("De Waterraad heeft mij bij brief van").

    `link`: the address to which its words lead, where `url` is that and is not printed.

    `conflicts`: what contradicts itself, the two values, and where both stand.
    """

    field: ClassVar[str] = "sources"
    rdf_class: ClassVar[str] = "Citation"

    type: SourceType
    publisher: str | None = None
    publisher_printed: str | None = None
    date: str | None = None
    date_printed: str | None = None
    title: str | None = None
    url: str | None = None
    url_printed: str | None = None
    link: str | None = None
    also: tuple[tuple[Span, ...], ...] = ()
    also_at: tuple[str, ...] = ()
    elsewhere: tuple[Span, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    def evidence(self) -> tuple[Span, ...]:
        """Where all its mentions stand, the best first."""
        return tuple(dict.fromkeys([*self.spans, *(span for spans in self.also for span in spans), *self.elsewhere]))

    def record(self) -> dict[str, Any]:
        """What was understood, and what was printed where that differs."""
        out: dict[str, Any] = {
            "type": self.type,
            "publisher": self.publisher,
            "date": self.date,
            "title": self.title,
            "url": self.url,
            "link": self.link,
            "at": list(self.at),
        }
        printed = {"publisher": self.publisher_printed, "date": self.date_printed, "url": self.url_printed}
        return out | {f"{key}_printed": value for key, value in printed.items() if value}

    def facts(self) -> Iterator[tuple[str, Value]]:
        """The sort of source, what was printed, and date and address as understood."""
        yield "kv:sourceType", Term(self.type)
        if self.publisher_printed:
            yield "kv:publisherAsPrinted", self.publisher_printed
        if self.date_printed:
            yield "kv:dateAsPrinted", self.date_printed
        if self.date:
            yield "kv:date", PartialDate(self.date)
        if self.title:
            yield "kv:titleAsPrinted", self.title
        if self.url_printed:
            yield "kv:urlAsPrinted", self.url_printed
        if self.link:
            yield "kv:linksTo", self.link
        if self.url:
            yield "schema:url", self.url

    def findings(self) -> Iterator[Finding]:
        """Dates of the note, the text and the address that contradict each other."""
        for _, first, second, spans in self.conflicts:
            nl = f"De bron heeft twee data: {first} en {second}."
            en = f"The source has two dates: {first} and {second}."
            yield replace(Finding.of("ConflictingDates", self, nl, en, (first, second)), spans=spans)


def extract(structure: Structure) -> Iterator[Citation]:
    """The sources that a document cites, in the order of their best mentions."""
    written = reference_date(structure)
    items = with_links([*_note_items(structure, written), *_text_items(structure, written)], structure, written)
    passages = list(structure.passages())
    order = {passage.place: i for i, passage in enumerate(passages)}
    found = [_citation(group, passages, order, written) for group in grouped(items)]
    kept = [citation for citation in found if citation.type != "law" or citation.url]  # rulings are legal references
    yield from sorted(kept, key=lambda citation: citation.spans)


def _note_items(structure: Structure, written: date | None) -> Iterator[Item]:
    for note in structure.notes:
        for ref in note_references(note.passage.text, written):
            yield Item(ref, note.passage, note.places or ("footnote",), note.label)


def _text_items(structure: Structure, written: date | None) -> Iterator[Item]:
    passages = [p for p in (structure.heading, structure.answer_heading) if p]
    passages += (
        [q.passage for q in structure.questions] + [a.passage for a in structure.answers] + list(structure.remarks)
    )
    seen: set[Span] = set()
    for passage in passages:
        for item in _in_passage(passage, written):
            first = passage.spans(item.reference.start, item.reference.end)[0]
            if first not in seen and not _to_come(item.reference, written):
                seen.add(first)  # "Vraag 2 en 3" with one text is two questions with one passage
                yield _spoken(item, structure)


def _to_come(ref: Reference, written: date | None) -> bool:
    """Whether what is meant did not exist when the document was written: "in de voortgangsbrief van 2032", in 2031."""
    if not (written and ref.day and ref.day.value) or ref.title or ref.address:
        return False
    return ref.day.value > written.isoformat()[: len(ref.day.value)]


def _asked(structure: Structure) -> str | None:
    """The minister that a document calls "u", as printed; None where several are asked."""
    for header in headers(structure):
        if header.addressees:
            posts = list(offices(header.passage.text, *header.addressees))
            printed = [header.passage.text[post.start : post.end] for post in posts]
            return SECOND_TITLE.sub("", " ".join(printed[0].split())) if len(printed) == 1 else None
    return None


def _spoken(item: Item, structure: Structure) -> Item:
    """What "u" said in a debate was said by the minister who is asked."""
    ref = item.reference
    if item.kind != "speech" or ref.publisher:
        return item
    before, after = item.passage.text[max(0, ref.start - AROUND) : ref.start], item.passage.text[ref.end :]
    if not (YOU_BEFORE.search(before) or YOU_AFTER.match(after[:AROUND])):
        return item
    asked = _asked(structure)
    return replace(item, reference=replace(ref, publisher=asked)) if asked else item


def _in_passage(passage: Passage, written: date | None) -> Iterator[Item]:
    taken: list[tuple[int, int]] = []
    for mention in named(passage.text, written, asking=passage.place.startswith("question")):
        taken.append((mention.reference.start, mention.reference.end))
        yield Item(mention.reference, passage, (passage.place,), None, mention.kind, mention.noun)
    for begin, title, address in named_sites(passage.text):
        if not any(start <= address.start < end for start, end in taken):
            _, bar, maker = (title or "").rpartition(" | ")
            ref = Reference(begin, address.end, maker if bar else None, None, title, address)
            yield Item(ref, passage, (passage.place,), None, "web")
    for kind, ref in in_prose(passage.text, written, asking=passage.place.startswith("question")):
        if not any(start < ref.end and ref.start < end for start, end in taken):
            taken.append((ref.start, ref.end))
            yield Item(with_title_behind(passage.text, ref, written), passage, (passage.place,), None, kind)
    for paragraph in PARAGRAPH.finditer(passage.text) if may_hold(passage.text) else ():
        yield from _addresses(passage, paragraph, written)


def _addresses(passage: Passage, paragraph: re.Match[str], written: date | None) -> Iterator[Item]:
    """Addresses in the text; a paragraph "1) Avondpost, 2 april 2025, https://…" is a note that was not seen as one."""
    label = LABEL.match(paragraph.group())
    if label and next(addresses(paragraph.group()), None):
        base = paragraph.start() + label.end()
        for ref in note_references(paragraph.group()[label.end() :], written):
            yield Item(moved(ref, base), passage, (passage.place,), label.group().strip())
        return
    for found in addresses(paragraph.group()):
        start, end = paragraph.start() + found.start, paragraph.start() + found.end
        ref = Reference(start, end, address=Address(start, end, found.printed, found.url))
        yield Item(ref, passage, (passage.place,))


def _citation(group: Group, passages: Sequence[Passage], order: dict[str, int], written: date | None) -> Citation:
    items = sorted(group.items, key=lambda item: item.label is None)
    refs = [item.reference for item in items]
    spans = [item.passage.spans(item.reference.start, item.reference.end) for item in items]
    publisher = _publisher(items)
    told = [ref.address for ref in refs if ref.address]
    address = next((each for each in told if each.printed), told[0] if told else None)
    if publisher is None and address:
        whole = "\n".join(passage.text for passage in passages)
        publisher = named_like(host(address.url), whole) or spelled_out(host(address.url), whole)
    nouns = {item.noun.lower() for item in items}  # "deze brandbrief" is no title where "de brandbrief van …" is named
    titles = [ref.title for ref in refs if ref.title]
    title = next((title for title in titles if title.lower() not in nouns), None)
    title = title or next((title for title in titles if title[0].isupper()), None)  # "de Sluismonitor" is a name
    if not (title or publisher or address):
        title = next((item.noun for item in items if COMPOUND.match(item.noun)), None)
    if not (title or address):  # "het praktijkonderzoek van": of a letter the noun alone is no title
        title = next((item.noun for item in items if item.kind == "report" and COMPOUND.match(item.noun)), None)
    if not title:  # of people without a name the letter itself is told of: "de brandbrief van zestien schippers"
        title = next(
            (item.noun for item in items if item.kind == "letter" and by_people(item.reference.publisher, item.noun)),
            None,
        )
    if not (title or address):  # whoever made it, "de ledenpeiling van" says what it is
        title = next((item.noun for item in items if ASKED.fullmatch(item.noun)), None)
    day, printed, conflicts = _day(items, address)
    if not day and title and written and (year := edition(title)) and int(year) <= written.year:
        day = printed = year
    url = address.url if address else None
    kind = next((kind for item in items if (kind := item.kind or _noted_kind(item))), None)
    named = _as_printed(items, publisher)
    return Citation(
        spans=spans[0],
        at=tuple(
            sorted({place for item in items for place in item.places}, key=lambda place: order.get(place, len(order)))
        ),
        type=kind or kind_of(publisher, title, url or (None if day else _site(items)), day),
        publisher=publisher or (host(url) if url else None) or None,
        publisher_printed=named,
        date=day,
        date_printed=printed,
        title=title,
        url=url,
        url_printed=(address.printed or None) if address else None,
        link=url if address and not address.printed else None,
        also=tuple(spans[1:]),
        also_at=tuple(item.places[0] for item in items[1:]),
        elsewhere=(*grounds(named, items, passages), *grounds(printed, items, passages)),
        conflicts=conflicts,
    )


def _site(items: Sequence[Item]) -> str | None:
    """The site in brackets behind the title of a page: "Titel | Waterraad (waterraad.nl)"."""
    printed = (item.passage.text[item.reference.start : item.reference.end] for item in items if item.label)
    return next((site for text in printed if (site := without_site(text)[1])), None)


def _publisher(items: Sequence[Item]) -> str | None:
    """The publisher of the best mention that has one, in full where another mention prints its name so.

    An abbreviation that the document explains ("de Waterraad (WR)") stays as its note prints it with a title.  Of
    "KRO/Veerwijzer" it is the programme, where another mention names that.
    """
    refs = [item.reference for item in items]
    names = [ref.publisher for ref in refs if ref.publisher]
    if not names:
        return None
    first = next(ref for ref in refs if ref.publisher)
    explained = first.title is not None and any(f"({names[0]})" in item.passage.text for item in items)
    full = (
        name
        for name in names
        if (len(name.split()) > 2 and initials(name) == names[0].casefold())
        or ((abbreviates(names[0], name) or name.endswith(f" ({names[0]})")) and not explained)
        or shown_by(names[0], name)
        or goes_on(names[0], name)
    )
    return next(full, names[0])


def _noted_kind(item: Item) -> SourceType | None:
    """The sort that a note names before its source: "Persbericht Schippersbond"; scholars' years are of reports."""
    ref = item.reference
    if item.label and SHOWN.search(item.passage.text, ref.start, ref.end):
        return "broadcast"
    noun = noun_before(item.passage.text[ref.start : ref.start + 60]) if item.label else None
    scholarly = item.label and ref.day and ref.title and not ref.address and len(ref.day.printed) == len("2024")
    return (kind_of_noun(noun) if noun else None) or ("report" if scholarly else None)


def _as_printed(items: list[Item], publisher: str | None) -> str | None:
    """The publisher with the words that were left out: "Website Follow the Money"."""
    item = next((item for item in items if item.reference.publisher == publisher), None)
    if publisher is None or item is None:  # printed elsewhere in the document
        return publisher
    printed = item.passage.text[item.reference.start : item.reference.end]
    small = folded(printed)
    at = small.find(publisher.lower())
    if at >= 0 and publisher.isascii() and "website" not in small and "online" not in small:
        return printed[at : at + len(publisher)]
    name = re.escape(publisher).replace(r",\ ", r"(?:\s?\([^()]{0,60}\))?,\s")  # "Kade (Polder-TV), Radio 9"
    name = name.replace(r"\ ", r"\ ?")  # "Bond vanSchippers"
    words = rf"(?:\b(?:de\s)?website\s(?:van\s)?)?{name}(?:\s(?:website|online)\b)?"
    found = re.search(words, printed, re.IGNORECASE)
    return found.group() if found else publisher


def _day(items: list[Item], address: Address | None) -> tuple[str | None, str | None, tuple[Conflict, ...]]:
    """The date as understood and as printed, and contradictions between note, text and address.

    Of two dates that contradict each other the one that the address or another mention confirms is understood.
    """
    told = [(item.reference.day, item) for item in items if item.reference.day]
    stated = day_in(address.url) if address else None
    values = [day.value for day, _ in told if day.value] + ([stated] if stated else [])
    if not values:
        return None, told[0][0].printed if told else None, ()
    support = Counter({value: sum(same_day(value, other) for other in values) for value in dict.fromkeys(values)})
    slip = {v for v in support if v == stated and any(v[4:] == other[4:] for other in support if other != v)}  # a year
    best = max(support, key=lambda value: (support[value], value in slip, len(value)))
    stating = [day.value for day, _ in told if day.value and best == stated and best.startswith(day.value)]
    best = max(stating, key=len, default=best)  # as far as it is printed, whatever the day that a page was put up
    printed = next((day.printed for day, _ in told if day.value == best), told[0][0].printed if told else None)
    return best, printed, tuple(_conflicts(items, stated))


def _conflicts(items: list[Item], stated: str | None) -> Iterator[Conflict]:
    """The first date with each other one that contradicts it, in the mentions and in the address; each once."""
    told = [(day.value, item.passage.spans(day.start, day.end)) for item in items if (day := item.reference.day)]
    told += [
        (stated, item.passage.spans(address.start, address.end))
        for item in items
        if stated and (address := item.reference.address) and day_in(address.url) == stated
    ]
    known = [(value, spans) for value, spans in told if value]
    seen: set[str] = set()
    for value, spans in known:
        first, where = known[0]
        if value not in seen and not same_day(first, value):
            seen.add(value)
            yield "date", first, value, (*where, *spans)
