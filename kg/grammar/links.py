"""Hyperlinks: where the words of a passage lead to, and the paper that an address of the official site names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.grammar.papers import Paper
from kg.records import Block, Passage, Structure

SITE = re.compile(r"https?://(?:www\.)?(?:zoek\.)?officielebekendmakingen\.nl/", re.IGNORECASE)
PUBLICATION = re.compile(
    rf"""{SITE.pattern}(?:dossier/[\w/-]{{1,60}}/)?(?:
      kst-(?P<dossier>\d{{5}}(?:-(?:[IVXLC]{{1,6}}[A-Z]?|[A-Z]|\d{{2}}))?)-(?P<sub>\d{{1,5}}|[A-Z]{{1,2}})
    | (?P<kind>ah|h)-tk-(?P<first>\d{{4}})(?P<second>\d{{4}})-(?P<number>\d{{1,5}})(?:-\d{{1,3}})?
    | kv-tk-(?P<case>\d{{4}}Z\d{{5}}))
    (?:\.(?:html|pdf|xml|odt))?/?(?:[?\#].*)?""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Link:
    """The words `start`-`end` of a passage lead to an address."""

    start: int
    end: int
    address: str


def links_in(structure: Structure, passage: Passage) -> list[Link]:
    """The links in a passage, in order; the reader found them, the words do not print the address."""
    blocks, starts = _links(structure)
    found: dict[int, Link] = {}
    for i, run in enumerate(passage.runs) if blocks else ():
        stop = passage.runs[i + 1].at if i + 1 < len(passage.runs) else len(passage.text)
        last = run.origin + stop - run.at
        for at in range(max(0, bisect_right(starts, run.origin) - 1), bisect_left(starts, last)):
            block = blocks[at]
            first, end = max(block.span.start, run.origin), min(block.span.end, last)
            if first < end:
                begun = found[at].start if at in found else run.at + first - run.origin
                found[at] = Link(begun, run.at + end - run.origin, block.label or "")
    return [found[at] for at in sorted(found)]


@lru_cache(maxsize=1)
def _links(structure: Structure) -> tuple[list[Block], list[int]]:
    blocks = [block for block in structure.document.blocks if block.kind == "link"]
    return blocks, [block.span.start for block in blocks]


def is_official(address: str) -> bool:
    """Whether an address is one of the site of official publications."""
    return SITE.match(address) is not None


def paper_of(link: Link) -> Paper | None:
    """The paper that a link leads to, at the words that are linked.

    >>> paper = paper_of(Link(3, 13, "https://zoek.officielebekendmakingen.nl/kst-21501-02-2870.html"))
    >>> paper and (paper.dossier, paper.subnumber)
    ('21501-02', '2870')
    """
    found = PUBLICATION.fullmatch(link.address)
    if not found:
        return None
    if found["case"]:
        return Paper(link.start, link.end, "case", None, found["case"].upper())
    if found["kind"]:
        kind = "aanhangsel" if found["kind"].lower() == "ah" else "handelingen"
        session = f"{found['first']}-{found['second']}"
        return Paper(link.start, link.end, kind, None, found["number"], session, chamber="II")
    sub = found["sub"].upper()
    chamber = "II" if sub.isdecimal() else "I"
    return Paper(link.start, link.end, "kamerstuk", found["dossier"].upper(), sub, chamber=chamber)


def with_links(papers: list[Paper], links: Iterable[Link]) -> Iterator[tuple[Paper, Link | None]]:
    """Papers that are printed, each with the link of its words to a paper; then those that are only linked.

    What is not printed of the number is taken from the link.
    """
    linked = [(paper, link) for link in links if (paper := paper_of(link))]
    for printed in papers:
        over = [each for each in linked if _meet(each[0], printed)]
        same = next((each for each in over if _fits(printed, each[0])), None)
        alone = len(over) == 1 and sum(_meet(over[0][0], other) for other in papers) == 1
        meant = same or (over[0] if alone else None)
        yield _filled(printed, same[0]) if same else printed, meant[1] if meant else None
    for paper, link in linked:
        if not any(_meet(paper, printed) for printed in papers):
            yield paper, link


def _meet(one: Paper, other: Paper) -> bool:
    return one.start < other.end and other.start < one.end


def _fits(printed: Paper, linked: Paper) -> bool:
    """Whether a paper as printed may be the one that is linked, as far as its number is printed."""
    return (
        printed.type == linked.type
        and printed.dossier in (None, linked.dossier, (linked.dossier or "").partition("-")[0])
        and printed.subnumber in (None, linked.subnumber)
        and (not printed.session or not linked.session or printed.session == linked.session)
    )


def _filled(printed: Paper, linked: Paper) -> Paper:
    return replace(
        printed,
        dossier=linked.dossier,
        subnumber=linked.subnumber,
        session=printed.session or linked.session,
        chamber=printed.chamber or linked.chamber,
    )
