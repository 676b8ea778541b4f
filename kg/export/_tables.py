"""Which columns each table of the CSV export has, and what they mean."""

from __future__ import annotations

from dataclasses import dataclass

# column -> what it holds, in Dutch and in English
COLUMNS = {
    "document": ("bestand waarin het staat", "file that it stands in"),
    "case": ("zaaknummer", "case number"),
    "publication": ("nummer van de publicatie", "publication number"),
    "kind": ("soort", "kind"),
    "title": ("onderwerp of titel", "subject or title"),
    "submitted": ("ingezonden op", "submitted on"),
    "received": ("antwoord ontvangen op", "answer received on"),
    "letter_date": ("datum van de brief", "date of the letter"),
    "asked_by": ("vraagstellers", "askers"),
    "addressed_to": ("gericht aan", "addressed to"),
    "answered_by": ("beantwoord door", "answered by"),
    "answered_as": ("beantwoord als", "answered as"),
    "questions": ("nummers van de vragen", "numbers of the questions"),
    "number": ("nummer", "number"),
    "text": ("tekst", "text"),
    "answers": ("beantwoordt vraag", "answers question"),
    "refers_to": ("verwijst naar antwoord", "refers to answer"),
    "part": ("staat in vraag of antwoord", "stands in question or answer"),
    "role": (
        "rol: asker vraagsteller, addressee geadresseerde, answerer beantwoorder, onBehalf mede namens, partAnswerer ten dele",
        "role",
    ),
    "name": ("naam zoals gedrukt", "name as printed"),
    "party": ("partij zoals gedrukt", "party as printed"),
    "office": ("ambt zoals gedrukt", "office as printed"),
    "portfolio": ("portefeuille zoals gedrukt", "portfolio as printed"),
    "person": ("persoon die bedoeld is", "person who is meant"),
    "post": ("ambt dat bedoeld is", "post that is meant"),
    "group": ("partij die bedoeld is", "party that is meant"),
    "type": ("soort bron of stuk", "type of source or paper"),
    "publisher": ("uitgever zoals gedrukt", "publisher as printed"),
    "date": ("datum", "date"),
    "url": ("webadres", "web address"),
    "source": ("aangehaalde bron of stuk", "cited source or paper"),
    "chamber": ("Kamer", "chamber"),
    "session": ("vergaderjaar", "session"),
    "dossier": ("dossier", "dossier"),
    "subnumber": ("stuknummer", "number within the dossier"),
    "resolution": ("of het stuk is herkend", "whether the paper was recognised"),
    "link": ("webadres waar de woorden naar verwijzen", "web address that the words link to"),
    "value": ("bedrag", "amount"),
    "currency": ("munt", "currency"),
    "printed": ("zoals gedrukt", "as printed"),
    "funding": ("incidental eenmalig, structural blijvend", "incidental or structural"),
    "years": ("jaren", "years"),
    "from_year": ("vanaf jaar", "from year"),
    "per_year": ("per jaar", "per year"),
    "per": ("per eenheid, zoals gedrukt", "per unit, as printed"),
    "payer": ("wie betaalt, zoals gedrukt", "who pays, as printed"),
    "purpose": ("doel", "purpose"),
    "total": ("onderdeel van het bedrag", "part of the amount"),
    "severity": ("ernst", "severity"),
    "message": ("wat er aan de hand is", "what is the matter"),
    "values": ("genoemde waarden", "stated values"),
    "quote": ("citaat", "quote"),
    "sentence": ("zin waarin het citaat staat", "sentence that the quote stands in"),
    "start": ("begin van het citaat, in tekens", "start of the quote, in characters"),
    "end": ("einde van het citaat, in tekens", "end of the quote, in characters"),
    "iri": ("adres in de graaf", "address in the graph"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, and the path of properties to its value or a word for what is no property of the node."""

    name: str
    path: str


def _columns(
    *own: tuple[str, str], quoted: tuple[str, ...] = ("quote", "sentence", "start", "end")
) -> tuple[Column, ...]:
    """The own columns between the document and the place in it."""
    named = (Column(name, path) for name, path in own)
    return (Column("document", "document"), *named, *(Column(name, name) for name in (*quoted, "iri")))


_PART = ("part", "dcterms:isPartOf/schema:position")
TABLES: dict[str, tuple[tuple[str, ...], tuple[Column, ...]]] = {
    "documents": (
        ("kv:AnswerDocument", "kv:QuestionDocument", "kv:PostponementNotice", "kv:OralQuestions"),
        _columns(
            ("case", "kv:inCase/dcterms:identifier"),
            ("publication", "dcterms:identifier"),
            ("kind", "class"),
            ("title", "dcterms:title"),
            ("submitted", "kv:submitted"),
            ("received", "kv:received"),
            ("letter_date", "kv:letterDate"),
            ("asked_by", "kv:askedBy/rdfs:label"),
            ("addressed_to", "kv:addressedTo/rdfs:label"),
            ("answered_by", "kv:answeredBy/rdfs:label"),
            ("answered_as", "kv:answeredAs/rdfs:label"),
            ("questions", "kv:hasQuestion/schema:position"),
            quoted=(),
        ),
    ),
    "questions": (
        ("kv:Question",),
        _columns(("number", "schema:position"), ("text", "schema:text"), quoted=("start", "end")),
    ),
    "answers": (
        ("kv:Answer",),
        _columns(
            ("number", "schema:position"),
            ("answers", "kv:answersQuestion/schema:position"),
            ("refers_to", "kv:refersToAnswer/schema:position"),
            ("text", "schema:text"),
            quoted=("start", "end"),
        ),
    ),
    "participations": (
        ("kv:Participation",),
        _columns(
            ("role", "kv:role"),
            ("name", "kv:nameAsPrinted"),
            ("party", "kv:partyAsPrinted"),
            ("office", "kv:roleAsPrinted"),
            ("portfolio", "kv:portfolioAsPrinted"),
            ("person", "kv:agent/rdfs:label"),
            ("post", "kv:post/rdfs:label"),
            ("group", "kv:party/rdfs:label"),
        ),
    ),
    "citations": (
        ("kv:Citation",),
        _columns(
            _PART,
            ("type", "kv:sourceType"),
            ("publisher", "kv:publisherAsPrinted"),
            ("date", "kv:date"),
            ("title", "kv:titleAsPrinted"),
            ("url", "schema:url|kv:urlAsPrinted"),
            ("source", "cito:hasCitedEntity/rdfs:label"),
        ),
    ),
    "papers": (
        ("kv:PaperReference",),
        _columns(
            _PART,
            ("type", "kv:paperType"),
            ("chamber", "kv:chamber"),
            ("session", "kv:session|kv:sessionAsPrinted"),
            ("dossier", "kv:dossier"),
            ("subnumber", "kv:subnumber"),
            ("resolution", "kv:resolution"),
            ("link", "kv:linksTo"),
            ("source", "cito:hasCitedEntity/rdfs:label"),
        ),
    ),
    "amounts": (
        ("kv:Amount",),
        _columns(
            _PART,
            ("value", "schema:value"),
            ("currency", "schema:currency"),
            ("printed", "kv:asPrinted"),
            ("funding", "kv:funding"),
            ("years", "kv:year"),
            ("from_year", "kv:fromYear"),
            ("per_year", "kv:perYear"),
            ("per", "kv:perUnit"),
            ("payer", "kv:payerAsPrinted"),
            ("purpose", "kv:purpose"),
            ("total", "kv:partOf/kv:asPrinted"),
        ),
    ),
    "promises": (("kv:Promise",), _columns(_PART, ("kind", "kv:promiseKind"), ("text", "schema:text"))),
    "findings": (
        ("kv:Finding",),
        _columns(
            _PART,
            ("kind", "class"),
            ("severity", "kv:severity"),
            ("message", "rdfs:comment"),
            ("values", "kv:statedValue"),
        ),
    ),
}
