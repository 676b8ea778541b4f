"""The prefix table of `ontology/context.jsonld`, and where the project's data files are."""

from __future__ import annotations

import json
import os
from functools import cache
from importlib import metadata
from pathlib import Path

NAMESPACE = "https://w3id.org/kamervragen/ns#"
VERSION = metadata.version("kamervragen-kg")


def base() -> str:
    """The address that all data IRIs begin with: KG_BASE, or the project's own."""
    return os.environ.get("KG_BASE", "https://w3id.org/kamervragen/id/")


def data(name: str) -> Path:
    """A data folder: `ontology`, `queries` or `examples`, in the installed package or in the checkout."""
    here = Path(__file__).resolve().parent
    inside = here / name
    return inside if inside.is_dir() else here.parent / name


@cache
def prefixes() -> dict[str, str]:
    """Prefix -> namespace, as published in `context.jsonld`."""
    text = (data("ontology") / "context.jsonld").read_text(encoding="utf-8")
    table: dict[str, str] = json.loads(text)["@context"]
    return table


@cache
def iri(name: str) -> str:
    """`kv:askedBy` -> the whole IRI.  Raises KeyError for a prefix that is not in the table.

    >>> iri("kv:askedBy")
    'https://w3id.org/kamervragen/ns#askedBy'
    """
    prefix, _, local = name.partition(":")
    return prefixes()[prefix] + local


def short(address: str) -> str:
    """The prefixed name of an IRI where the table has a prefix for it, else the IRI.

    >>> short("http://schema.org/text")
    'schema:text'
    """
    for prefix, namespace in prefixes().items():
        if address.startswith(namespace) and "/" not in address[len(namespace) :]:
            return f"{prefix}:{address[len(namespace) :]}"
    return address.removeprefix(base())
