"""The fields that are judged, and what counts as right in each.

A field is judged by pairing what was annotated with what was found, one to one.  What has no partner on the one side
was missed, on the other side it is wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.evaluate.sameness import alike, letters, office, place
from kg.evaluate.sources import source_entries

Item = Mapping[str, Any]

EDGE = 25  # letters compared at either end of a question or an answer
SUBJECT_ALIKE = 0.92


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing annotated or found: `key` says what it is, `item` is the object of the record that states it."""

    key: str
    item: Item


@dataclass(frozen=True, slots=True)
class Judged:
    """One field of one document."""

    field: str
    right: int
    wrong: tuple[Entry, ...] = ()
    missed: tuple[Entry, ...] = ()


def judge(gold: Item, found: Item) -> Iterator[Judged]:
    """Every field of a document.  A key that the annotation leaves out is not judged."""
    for field, entries in KEYED.items():
        if SOURCE_OF.get(field, field) in gold and not _left_open(field, gold, found):
            yield _by_key(field, list(entries(gold)), list(entries(found)))
    if "subject" in gold:
        yield from _subject(gold, found)
    for field in ("questions", "answers"):
        if field in gold:
            yield _paired(field, gold[field] or [], found.get(field) or [], same_block)
    if "sources" in gold:
        for field, right, wrong, missed in source_entries(gold, found.get("sources") or []):
            yield Judged(field, right, _entries(wrong), _entries(missed))
    if "promises" in gold:
        yield _paired("promises", gold["promises"] or [], found.get("promises") or [], same_promise)


# -- fields whose items are the same where a few values are


def _value(field: str) -> Callable[[Item], Iterator[Entry]]:
    def entries(record: Item) -> Iterator[Entry]:
        if value := record.get(field):
            yield Entry(str(value).casefold(), {field: value} | _header(record, field))

    return entries


def _header(record: Item, name: str) -> dict[str, Any]:
    """Where a fact of the heading stands, if the record says so."""
    spans = [
        span for fact in record.get("header") or [] if fact.get("name") == name for span in fact.get("spans") or []
    ]
    return {"spans": spans} if spans else {}


def _cases(record: Item) -> Iterator[Entry]:
    for key, case in {letters(case): case for case in record.get("case") or []}.items():
        yield Entry(key, {"case": case} | _header(record, "case"))


def _listed(field: str, key: Callable[[Item], Iterable[object]]) -> Callable[[Item], Iterator[Entry]]:
    def entries(record: Item) -> Iterator[Entry]:
        for item in record.get(field) or []:
            yield Entry(" ".join(map(str, key(item))), item)

    return entries


def _sums(record: Item) -> Iterator[tuple[int, Item]]:
    """The amounts in euros; others are not judged."""
    return ((round(float(a["eur"])), a) for a in record.get("amounts") or [] if a.get("eur") is not None)


def _amounts(record: Item) -> Iterator[Entry]:
    return (Entry(f"{place(a.get('at'))} {euros}", a) for euros, a in _sums(record))


def _amount_years(record: Item) -> Iterator[Entry]:
    return (Entry(f"{euros} {year}", a) for euros, a in _sums(record) for year in a.get("years") or [])


def _amount_kind(record: Item) -> Iterator[Entry]:
    return (Entry(f"{euros} {a['kind']}", a) for euros, a in _sums(record) if a.get("kind"))


def _person(item: Item) -> tuple[str, ...]:
    return (letters(item.get("name")), *office(item))


KEYED: Mapping[str, Callable[[Item], Iterator[Entry]]] = {
    "kind": _value("kind"),
    "case": _cases,
    "publication": _value("publication"),
    "askers": _listed("askers", lambda a: (letters(a.get("name")), letters(a.get("party")))),
    "addressees": _listed("addressees", office),
    "answerers": _listed("answerers", _person),
    "on_behalf_of": _listed("on_behalf_of", _person),
    "submitted": _value("submitted"),
    "received": _value("received"),
    "papers": _listed("papers", lambda p: (p.get("type"), letters(p.get("dossier")), letters(p.get("subnumber")))),
    "refers": _listed("refers", lambda r: (r.get("from"), r.get("to"))),
    "amounts": _amounts,
    "amount_years": _amount_years,
    "amount_kind": _amount_kind,
}
FIELDS = (  # in the order in which they are shown
    *("kind", "case", "publication", "askers", "addressees", "answerers", "on_behalf_of", "submitted", "received"),
    *("subject", "questions", "answers", "papers", "refers", "amounts", "amount_years", "amount_kind"),
    *("sources", "source_publisher", "source_date", "source_title", "source_url", "promises"),
)
SOURCE_OF = {"amount_years": "amounts", "amount_kind": "amounts"}


def _left_open(field: str, gold: Item, found: Item) -> bool:
    """Whether the annotation does not decide: `FIELD_may` allows what was found ("any": anything).

    Years and kinds of amounts are judged only in documents where the annotator gave one.
    """
    if any(KEYED[field](gold)):
        return False
    return (
        field in SOURCE_OF
        or gold.get(f"{field}_may") == "any"
        or bool(found.get(field) and gold.get(f"{field}_may") == found.get(field))
    )


def _by_key(field: str, gold: list[Entry], found: list[Entry]) -> Judged:
    wanted, given = Counter(e.key for e in gold), Counter(e.key for e in found)
    right = sum((wanted & given).values())
    return Judged(field, right, _without(found, wanted), _without(gold, given))


def _without(entries: Iterable[Entry], others: Counter[str]) -> tuple[Entry, ...]:
    """The entries that have no partner among the others."""
    left = others.copy()
    out = []
    for entry in entries:
        if left[entry.key] > 0:
            left[entry.key] -= 1
        else:
            out.append(entry)
    return tuple(out)


def _subject(gold: Item, found: Item) -> Iterator[Judged]:
    wanted, given = gold.get("subject"), found.get("subject")
    if not wanted and not given:
        return
    if alike(wanted, given, SUBJECT_ALIKE):
        yield Judged("subject", 1)
        return
    wrong = (Entry(given, {"subject": given} | _header(found, "subject")),) if given else ()
    yield Judged("subject", 0, wrong, (Entry(wanted, {"subject": wanted}),) if wanted else ())


# -- fields whose items must be compared with each other


def _paired(field: str, gold: list[Item], found: list[Item], same: Callable[[Item, Item], bool]) -> Judged:
    left, missed = list(found), []
    for item in gold:
        partner = next((i for i, other in enumerate(left) if same(item, other)), None)
        if partner is None:
            missed.append(item)
        else:
            del left[partner]
    return Judged(field, len(gold) - len(missed), _entries(left), _entries(missed))


def _entries(items: Iterable[Item]) -> tuple[Entry, ...]:
    return tuple(Entry(_words(item), item) for item in items)


def _words(item: Item) -> str:
    """What an item says, without where: the same in two versions of the program."""
    said = {key: value for key, value in item.items() if value is not None and key in _TELLING}
    return " ".join(f"{key}={value}" for key, value in sorted(said.items()))


_TELLING = frozenset({"n", "to", "type", "publisher", "date", "title", "url", "at", "start", "end", "text", "wanted"})


def same_block(gold: Item, found: Item) -> bool:
    """Whether a question or answer is the annotated one: its number, and the letters at both ends.

    Note marks may be kept or left out, so the ends may also agree without their digits.
    """
    same = gold["n"] == found.get("n") if "n" in gold else set(gold["to"]) == set(found.get("to") or ())
    if not same:
        return False
    first, last, text = letters(gold["start"])[:EDGE], letters(gold["end"])[-EDGE:], letters(found.get("text"))
    if text.startswith(first) and text.endswith(last):
        return True
    first, last, text = (re.sub(r"\d+", "", part) for part in (first, last, text))
    last = last[5:] if len(last) > 10 else last
    return bool(text) and text.startswith(first[: EDGE - 5]) and text.endswith(last)


def same_promise(gold: Item, found: Item) -> bool:
    """Whether a promise stands at the annotated place and holds the words that it was annotated with."""
    words = letters(gold["start"])[:EDGE]
    return place(gold.get("at")) == place(found.get("at")) and words in letters(found.get("text") or found.get("start"))
