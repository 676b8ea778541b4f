"""The graph of the imported lists: each publication under the address that citations lead to, and what lists reach."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.addresses import thing
from kg.published.rows import Row
from kg.published.sessions import Session
from kg.records import Thing
from kg.terms import address, literal, name, scalar

GRAPH = "graph/publications"


def node(row: Row) -> str:
    """The address of a publication: the official one, else that of its document number, as citations have it."""
    return thing(Thing("publication", row.identifier) if row.identifier else Thing("paper", row.document))


def lines(rows: Iterable[Row], sessions: Iterable[Session], files: Iterable[Path]) -> list[bytes]:
    """The sorted N-Quads of `graph/publications`."""
    graph = address(GRAPH)
    triples = {triple for row in rows for triple in _publication(row)}
    for session in sessions:
        triples.update(_session(session))
    for file in files:
        triples.update(_origin(graph, file))
    return sorted(f"{triple} {graph} .\n".encode() for triple in triples)


def _publication(row: Row) -> Iterator[str]:
    published = node(row)
    yield f"{published} {name('rdf:type')} {name('kv:ListedPublication')}"
    yield f"{published} {name('rdfs:label')} {literal(row.identifier or row.document)}"
    yield f"{published} {name('kv:documentNumber')} {literal(row.document)}"
    yield f"{published} {name('kv:listedDate')} {scalar(row.day)}"
    yield f"{published} {name('dcterms:source')} {literal(row.source)}"
    if row.kind:
        yield f"{published} {name('kv:publicationKind')} {name(f'kv:{row.kind}')}"


def session_node(session: str) -> str:
    """The address of what the lists reach of a session."""
    return address(f"publications/{session}")


def _session(session: Session) -> Iterator[str]:
    reach = session_node(session.name)
    yield f"{reach} {name('rdf:type')} {name('kv:ListedSession')}"
    yield f"{reach} {name('rdfs:label')} {literal(f'Aanhangsel {session.name} in de lijsten')}"
    yield f"{reach} {name('kv:session')} {literal(session.name)}"
    yield f"{reach} {name('kv:listedNumbers')} {scalar(session.listed)}"
    yield f"{reach} {name('kv:highestNumber')} {scalar(session.highest)}"
    yield f"{reach} {name('kv:longestGap')} {scalar(session.longest)}"
    yield f"{reach} {name('kv:followedToItsEnd')} {scalar(session.followed)}"
    for file in session.files:
        yield f"{reach} {name('dcterms:source')} {literal(file)}"


def _origin(graph: str, file: Path) -> Iterator[str]:
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    origin = address(f"import/{digest[:16]}")
    yield f"{graph} {name('prov:hadPrimarySource')} {origin}"
    yield f"{origin} {name('rdf:type')} {name('prov:Entity')}"
    yield f"{origin} {name('kv:sha256')} {literal(digest)}"
    yield f"{origin} {name('kv:fileName')} {literal(file.name)}"
    yield f"{origin} {name('rdfs:label')} {literal(file.name)}"
