"""Cited sources to one resource per article, report or broadcast, whoever cites it.

An address decides where there is one; else outlet, date and title together; a source without any of these is known
only in its own document.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from kg.extract.citations import Citation
from kg.records import Extraction, Link, PartialDate, Term, Thing, Value
from kg.registry import registry
from kg.registry.names import slug

CLASSES = {
    "news": "schema:NewsArticle",
    "report": "schema:Report",
    "broadcast": "schema:CreativeWork",
    "web": "schema:WebPage",
    "letter": "schema:Message",
    "speech": "schema:CreativeWork",
}

PUBLICATION = re.compile(
    r"""https?://(?:www\.)?zoek\.officielebekendmakingen\.nl/
    (?P<id> ah-tk-[0-9]{8}-[0-9]{1,5} | kv-tk-[0-9]{4}Z[0-9]{5} | kv-[0-9]{10} ) (?:\.(?:html|pdf|xml|odt))? (?![\w-])""",
    re.VERBOSE,
)


def resolve(extraction: Extraction) -> Iterator[Link]:
    """A link from each citation to its source, described as this document describes it; and to its outlet."""
    own = extraction.structure.document.source.sha256[:16]
    for mention in extraction.mentions("sources"):
        if not isinstance(mention, Citation):
            continue
        key, reason, method = identity(mention, own)
        label = (
            ", ".join(part for part in (mention.publisher, mention.date, mention.title) if part)
            or mention.url
            or "bron"
        )
        outlet = _outlet(mention)
        if published := PUBLICATION.match(mention.url or ""):
            says: tuple[tuple[str, Value], ...] = (("rdf:type", Term("kv:Paper")),)
            target, identifier = Thing("publication", published["id"]), published["id"]
            yield Link(mention, target, "yes", 1.0, "het adres is dat van het stuk", "url", identifier, says)
            continue
        yield Link(mention, Thing("source", key), "yes", 1.0, reason, method, label, tuple(_says(mention, outlet)))
        if outlet:
            thing, reason, method, score = outlet
            says = (("rdf:type", Term("schema:NewsMediaOrganization")),)
            yield Link(mention, thing, "yes", score, reason, method, mention.publisher or thing.key, says)


def identity(mention: Citation, own: str) -> tuple[str, str, str]:
    """Key, reason and method by which a citation is the same source as another."""
    if mention.url and (address := plain(mention.url)):
        return _hash(address), "zelfde webadres", "url"
    publisher, title = slug(mention.publisher or ""), slug(mention.title or "")
    if title and (publisher or mention.date):
        return _hash(f"{publisher} {mention.date} {title}"), "zelfde medium, datum en titel", "citation"
    return (
        _hash(f"{own} {publisher} {mention.date} {title} {mention.spans[0].start}"),
        "alleen in dit document bekend",
        "document",
    )


def plain(url: str) -> str:
    """An address without what does not identify the page: scheme, "www.", query, fragment, closing slash.

    >>> plain("https://www.example.nl/nieuws/1?utm=x#top")
    'example.nl/nieuws/1'
    """
    bare = re.sub(r"^https?://(?:www\.)?", "", url.casefold().strip())
    return re.sub(r"[?#].*$", "", bare).rstrip("/.,)")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _outlet(mention: Citation) -> tuple[Thing, str, str, float] | None:
    """The outlet: from the registry by its name or the address, else as the document names it."""
    if mention.type not in ("news", "broadcast"):
        return None
    for printed in (mention.publisher, mention.url):
        if printed and (found := registry().outlet(printed)):
            return found.thing, found.reason, "registry", found.score
    if mention.publisher and (key := slug(mention.publisher)):
        return Thing("outlet", f"attested-{key}"), "zoals in het document genoemd", "attested", 1.0
    return None


def _says(mention: Citation, outlet: tuple[Thing, str, str, float] | None) -> Iterator[tuple[str, Value]]:
    yield "rdf:type", Term("kv:CitedSource")
    if mention.type in CLASSES:
        yield "rdf:type", Term(CLASSES[mention.type])
    if mention.title:
        yield "schema:headline", mention.title
    if mention.date:
        yield "schema:datePublished", PartialDate(mention.date)
    if mention.url:
        yield "schema:url", mention.url
    if outlet:
        yield "schema:publisher", outlet[0]
