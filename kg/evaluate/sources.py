"""Cited sources: the same where address, title, date and publisher do not speak against it and enough speaks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kg.evaluate.sameness import alike, same_day, web_address

Item = Mapping[str, Any]
Counted = tuple[str, int, list[Item], list[Item]]  # field, right, wrong, missed
ATTRIBUTES = ("publisher", "date", "title", "url")


def source_entries(gold: Item, found: Sequence[Item]) -> Iterator[Counted]:
    """The sources of a document, and of those that were found each attribute that was annotated."""
    annotated = gold.get("sources") or []
    pairs, left, missed = _pair([s for s in annotated if not _optional(s, gold)], found)
    _, wrong, _ = _pair([s for s in annotated if _optional(s, gold)], left)
    yield "sources", len(pairs), wrong, missed
    for attribute in ATTRIBUTES:
        yield _attribute(attribute, [(g, f) for g, f in pairs if g.get(attribute)])


def _pair(gold: Sequence[Item], found: Sequence[Item]) -> tuple[list[tuple[Item, Item]], list[Item], list[Item]]:
    left, pairs, missed = list(found), [], []
    for item in gold:
        partner = next((i for i, other in enumerate(left) if same_source(item, other)), None)
        if partner is None:
            missed.append(item)
        else:
            pairs.append((item, left.pop(partner)))
    return pairs, left, missed


def _optional(source: Item, gold: Item) -> bool:
    """Whether careful readers differ on it, so that neither finding nor missing it counts.

    Marked `doubtful`; a law; unclassed; or a letter or report that is listed as a paper at the same place.
    """
    if source.get("doubtful") or source.get("type") in ("law", "other"):
        return True
    if source.get("type") not in ("letter", "report") or source.get("url"):
        return False
    places = set(source.get("at") or ())
    return any(places & set(paper.get("at") or ()) for paper in gold.get("papers") or ())


def same_source(gold: Item, found: Item) -> bool:
    """Two addresses decide alone; otherwise nothing that both state may differ, and a title or the rest must agree."""
    if gold.get("url") and found.get("url"):
        return web_address(gold["url"]) == web_address(found["url"])
    both = {name for name in ATTRIBUTES if gold.get(name) and found.get(name)}
    return not _contradict(gold, found, both) and _enough(gold, found, both)


def _contradict(gold: Item, found: Item, both: set[str]) -> bool:
    """Whether something that both state differs."""
    return (
        ("title" in both and not alike(gold["title"], found["title"], 0.8))
        or ("date" in both and not same_day(gold["date"], found["date"]))
        or ("publisher" in both and not alike(gold["publisher"], found["publisher"], 0.7))
    )


def _enough(gold: Item, found: Item, both: set[str]) -> bool:
    """Whether what both state is enough to know it: a title; publisher and date; for the nameless date and type."""
    if "title" in both or ("publisher" in both and ("date" in both or not gold.get("date"))):
        return True
    named = gold.get("title") or gold.get("publisher")
    return "date" in both and gold.get("type") == found.get("type") and not named


def _attribute(name: str, pairs: Sequence[tuple[Item, Item]]) -> Counted:
    bad = [(g, f) for g, f in pairs if not _agrees(name, g, f)]
    wrong: list[Item] = [dict(f) | {"wanted": g[name]} for g, f in bad if f.get(name)]
    return f"source_{name}", len(pairs) - len(bad), wrong, [g for g, _ in bad]


def _agrees(name: str, gold: Item, found: Item) -> bool:
    if name == "url":
        return web_address(gold["url"]) == web_address(found.get("url"))
    if name == "date":
        return bool(gold["date"] == found.get("date"))
    return alike(gold[name], found.get(name), 0.85)
