"""An extraction as one JSON object: the records contract that the gold annotations and the scorer share.

Every item carries `spans`: [start, end] pairs in code points of the document's text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kg.answers import answer_type
from kg.noticed import english
from kg.records import Document, Extraction, Mention, Span
from kg.uncollected import uncollected

EMPTY = ("askers", "addressees", "answerers", "on_behalf_of", "sources", "papers", "refers", "amounts", "promises")
# what makes two items of a field one: a paper, a reference or an amount is listed once for each place
SAME = {
    "papers": ("type", "dossier", "subnumber"),
    "refers": ("from", "to"),
    "amounts": ("at", "eur", "currency", "value"),
}
HEADER = ("publication", "submitted", "received", "letter_date", "subject")

TOLD = ("years", "per", "payer")  # what tells amounts of one value apart that stand at one place
# items by their field and what makes them one, each with the places where it was found more than once
Known = dict[tuple[Any, ...], list[tuple[dict[str, Any], dict[str, None]]]]


@uncollected
def record(extraction: Extraction) -> dict[str, Any]:
    """One document as a JSON object."""
    structure = extraction.structure
    out: dict[str, Any] = {
        "file": structure.document.source.name,
        "sha256": structure.document.source.sha256,
        "kind": structure.kind,
        "case": [],
        **dict.fromkeys(HEADER),
    }
    out |= {field: [] for field in EMPTY}
    header: list[dict[str, Any]] = []
    known: Known = {}
    for mention in (f.mention for f in extraction.found):
        if mention.field == "header":
            _put_header(out, header, mention)
        elif mention.field != "issues":
            _put(out, mention, known)
    _join_places(known)
    out["header"] = header
    out |= _on_paper(structure.document)
    out["questions"] = [
        {"n": q.number, "printed": q.printed, "text": q.passage.text, "spans": _pairs(q.passage.spans())}
        for q in sorted(structure.questions, key=lambda question: question.number)
    ]
    out["answers"] = [
        {
            "to": list(a.to),
            "printed": a.printed,
            "type": answer_type(a),
            "text": a.passage.text,
            "spans": _pairs(a.passage.spans()),
        }
        for a in structure.answers
    ]
    out["notes"] = [
        {"label": n.label, "at": list(n.places), "text": n.passage.text, "spans": _pairs(n.passage.spans())}
        for n in structure.notes
    ]
    out["issues"] = issues(extraction)
    days = [
        d["date"] for d in out.get("dates", []) if _in_answer(d["at"]) and len(d["date"] or "") == len("2024-11-04")
    ]
    out["dates_mentioned_in_answers"] = list(dict.fromkeys(days))
    return out


def issues(extraction: Extraction) -> list[dict[str, Any]]:
    """What was not understood: by those who read and took apart the document, then by the extractors."""
    noticed = [
        {"rule": i.rule, "message": i.message, "message_en": english(i.rule), "spans": _pairs(i.spans)}
        for i in extraction.structure.issues
    ]
    return noticed + [
        mention.record() | {"spans": _pairs(mention.evidence()), "at": list(mention.at)}
        for mention in extraction.mentions("issues")
    ]


def _in_answer(at: str | list[str]) -> bool:
    return any(place.startswith("answer") for place in ([at] if isinstance(at, str) else at))


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[*span] for span in spans]


def _on_paper(document: Document) -> dict[str, Any]:
    """Where the text stands on pages, where the reader knows that."""
    pages: dict[int, list[Span]] = {}
    for page, span in document.pages():
        pages.setdefault(page, []).append(span)
    found: dict[str, Any] = {}
    if pages:
        found["pages"] = [{"page": page, "spans": _pairs(spans)} for page, spans in pages.items()]
    if document.boxes:
        found["boxes"] = [list(box) for box in document.boxes]
    return found


def _put_header(out: dict[str, Any], header: list[dict[str, Any]], mention: Mention) -> None:
    item = mention.record()
    header.append(item | {"spans": _pairs(mention.evidence())})
    if item["name"] == "case":
        out["case"].append(item["value"])
    else:
        out[item["name"]] = item["value"]


def _put(out: dict[str, Any], mention: Mention, known: Known) -> None:
    """Adds an item; one that is the same as an earlier one (SAME) adds its places and spans to it."""
    item = mention.record() | {"spans": _pairs(mention.evidence())}
    if "at" not in item:
        item["at"] = list(mention.at)
    if same := SAME.get(mention.field):
        alike = known.setdefault((mention.field, *(item[name] for name in same)), [])
        fitting = [(earlier, places) for earlier, places in alike if not _told_apart(item, earlier)]
        if fitting:
            _merge(item, *max(fitting, key=lambda known: _told_alike(item, known[0])))
            return
        alike.append((item, {}))
    out.setdefault(mention.field, []).append(item)


def _told_apart(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two amounts are for different years or units, or of different payers, both of them named.

    "€ 3 miljoen in 2030 en € 3 miljoen in 2031" are two amounts.
    """
    return any(one.get(key) and other.get(key) and one[key] != other[key] for key in TOLD)


def _told_alike(one: dict[str, Any], other: dict[str, Any]) -> int:
    """How much of what is told of two amounts is the same."""
    return sum(bool(one.get(key)) and one[key] == other.get(key) for key in TOLD)


def _merge(item: dict[str, Any], earlier: dict[str, Any], places: dict[str, None]) -> None:
    """Adds to what was listed `earlier` where it stands again, and what is told of it only there."""
    if isinstance(earlier["at"], list):
        places.update(dict.fromkeys([*earlier["at"], *item["at"]] if not places else item["at"]))
    earlier["spans"] += item["spans"]
    if item.get("years") and not (earlier["years"] or earlier["from_year"]):
        earlier |= {key: item[key] for key in ("years", "slices")}
        earlier["per_year"] |= item["per_year"]
    for key in ("per", "payer"):
        if item.get(key) and not earlier[key]:
            earlier[key] = item[key]


def _join_places(known: Known) -> None:
    """Gives what was printed at several places all of them, each once."""
    for alike in known.values():
        for item, places in alike:
            if places:
                item["at"] = list(places)
