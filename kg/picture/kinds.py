"""What each kind of thing is called and how it looks, and what each relation and fact is called: Dutch, English."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from kg.vocab import data, iri, short


@dataclass(frozen=True, slots=True)
class Look:
    """The name of a kind and its mark: a colour for light and dark, and a shape for who sees no colour."""

    nl: str
    en: str
    colour: str
    shape: str


KINDS = {
    "document": Look("Document", "document", "#3f7fc4", "square"),
    "case": Look("Zaak", "case", "#7a8ca3", "square"),
    "listed": Look("Regel van de zakenlijst", "row of the list of cases", "#b3a06b", "square"),
    "question": Look("Vraag", "question", "#58a7dc", "circle"),
    "answer": Look("Antwoord", "answer", "#3d9e8f", "circle"),
    "person": Look("Persoon", "person", "#e0752d", "circle"),
    "post": Look("Ambt", "post", "#b98a2f", "diamond"),
    "party": Look("Partij", "party", "#c9497a", "diamond"),
    "ministry": Look("Ministerie", "ministry", "#8f6b4a", "square"),
    "outlet": Look("Medium", "news outlet", "#8d62c9", "square"),
    "source": Look("Bron", "source", "#a98be0", "triangle"),
    "law": Look("Wet of EU-besluit", "law or EU act", "#9a4f7d", "square"),
    "paper": Look("Kamerstuk", "parliamentary paper", "#5668b8", "triangle"),
    "dossier": Look("Dossier", "dossier", "#36498f", "square"),
    "organisation": Look("Organisatie", "organisation", "#7f8a3b", "diamond"),
    "amount": Look("Bedrag", "amount", "#4f9d4a", "diamond"),
    "promise": Look("Toezegging", "promise", "#2f8fa8", "triangle"),
    "finding": Look("Bevinding", "finding", "#d0453e", "triangle"),
}

# relations and facts of other vocabularies; ours have their names in ontology/kv.ttl
_OTHERS = {
    "org:memberOf": ("lid van", "member of"),
    "org:holds": ("bekleedt", "holds"),
    "org:postIn": ("ambt bij", "post in"),
    "schema:publisher": ("uitgegeven door", "published by"),
    "dcterms:isPartOf": ("staat in", "stands in"),
    "dcterms:title": ("onderwerp", "subject"),
    "dcterms:identifier": ("nummer", "identifier"),
    "dcterms:source": ("bron van het register", "source of the registry"),
    "rdfs:label": ("naam", "name"),
    "rdfs:comment": ("toelichting", "comment"),
    "skos:notation": ("zoals gedrukt", "as printed"),
    "skos:prefLabel": ("naam", "name"),
    "skos:altLabel": ("andere naam", "other name"),
    "schema:position": ("volgnummer", "position"),
    "schema:text": ("tekst", "text"),
    "schema:value": ("bedrag", "amount"),
    "schema:currency": ("munt", "currency"),
    "schema:headline": ("titel", "title"),
    "schema:datePublished": ("datum", "date"),
    "schema:dateSent": ("verzonden op", "sent on"),
    "schema:sender": ("verzonden door", "sent by"),
    "schema:url": ("webadres", "web address"),
    "schema:identifier": ("nummer", "identifier"),
    "foaf:familyName": ("achternaam", "family name"),
    "foaf:givenName": ("voornaam", "given name"),
}


@cache
def words(name: str) -> tuple[str, str]:
    """What a property or a term of our own is called, in Dutch and in English; else its name twice."""
    return _OTHERS.get(name) or _ours().get(name) or (name, name)


@cache
def _ours() -> dict[str, tuple[str, str]]:
    """The labels of the ontology, by prefixed name."""
    labels: dict[str, dict[str, str]] = {}
    path = data("ontology") / "kv.ttl"
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
        label = quad.object
        if quad.predicate.value != iri("rdfs:label") or not isinstance(label, ox.Literal):
            continue
        if isinstance(quad.subject, ox.NamedNode) and label.language:
            labels.setdefault(short(quad.subject.value), {})[label.language] = label.value
    return {name: (found.get("nl", name), found.get("en", name)) for name, found in labels.items()}
