"""The addresses of what documents hold and speak of: the only place that mints IRIs of the data.

`ontology/README.md` lists them.  All are in angle brackets, ready for N-Quads.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.records import Extraction, Finding, Found, Mention, Thing
from kg.terms import address

FOLDERS = {
    "Participation": "participation",
    "Citation": "citation",
    "PaperReference": "paper",
    "CrossReference": "reference",
    "Amount": "amount",
    "SumCheck": "sum",
    "DateMention": "date",
    "Promise": "promise",
    "OrganisationMention": "organisation",
    "LegalReference": "legal",
    "MotionReference": "motion",
    "DocumentReference": "documentnumber",
    "Figure": "figure",
    "Period": "period",
    "Mention": "header",
    "Finding": "finding",
    "LetterReference": "letter",
    "PredecessorMention": "predecessor",
    "SetReference": "set",
    "Issue": "issue",
}


def graph_of(sha256: str) -> str:
    """The IRI of the named graph of the document with these bytes, in angle brackets."""
    return address(f"graph/{sha256[:16]}")


def node_addresses(extraction: Extraction) -> dict[Mention, str]:
    """The IRI of the node of each mention, in angle brackets."""
    return addresses(f"document/{extraction.structure.document.source.sha256[:16]}", extraction.found)


def thing(value: Thing) -> str:
    """The IRI of something outside the document; an official publication has that of its publisher."""
    if value.kind == "publication":
        return f"<https://zoek.officielebekendmakingen.nl/{value.key}>"
    return address(f"{value.kind}/{value.key}")


def addresses(path: str, found: Iterable[Found]) -> dict[Mention, str]:
    """An address for every mention: its kind and first place, numbered where two share both."""
    out: dict[Mention, str] = {}
    taken: dict[str, int] = {}
    for item in found:
        mention = item.mention
        kind = FOLDERS[mention.rdf_class]
        if isinstance(mention, Finding):
            kind = f"finding/{mention.kind}"
        place = f"{mention.spans[0].start}-{mention.spans[-1].end}"
        key = f"{path}/{kind}/{place}"
        taken[key] = taken.get(key, 0) + 1
        out[mention] = address(key if taken[key] == 1 else f"{key}-{taken[key]}")
    return out
