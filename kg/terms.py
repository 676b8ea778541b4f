"""RDF terms as N-Quads text: every value passes here on its way into the graph."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from urllib.parse import quote

from kg.records import PartialDate, Scalar, Year
from kg.vocab import base, iri

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"}
_TO_ESCAPE = re.compile(r'[\\"\n\r]')
# not in XML 1.0, so not in RDF/XML, GraphML or GEXF; and lone surrogates, which are no text at all
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_KEY_SAFE = "-._~,=:@!$&'()*+;"
_PARTIAL = {4: "gYear", 7: "gYearMonth", 10: "date"}


@lru_cache(maxsize=4096)
def name(prefixed: str) -> str:
    """`kv:askedBy` as an IRI in angle brackets."""
    return f"<{iri(prefixed)}>"


def address(path: str) -> str:
    """An IRI under the base, each part of the path percent-encoded."""
    return f"<{base()}{'/'.join(map(_encoded, path.split('/')))}>"


@lru_cache(maxsize=4096)
def _encoded(part: str) -> str:
    return quote(part, safe=_KEY_SAFE)


def literal(text: str, language: str = "") -> str:
    r"""A string, or a text in a language.

    >>> literal('Zij zei "ja"', "nl")
    '"Zij zei \\"ja\\""@nl'
    """
    clean = _FORBIDDEN.sub("", text)
    escaped = _TO_ESCAPE.sub(lambda m: _ESCAPES[m.group()], clean)
    return f'"{escaped}"@{language}' if language else f'"{escaped}"'


def typed(lexical: str, datatype: str) -> str:
    """A literal of an XML Schema datatype."""
    return f'"{lexical}"^^{name("xsd:" + datatype)}'


def scalar(value: Scalar) -> str:  # noqa: PLR0911 - one for each datatype
    """A plain value as a literal of the datatype that the ontology asks for."""
    if isinstance(value, bool):
        return typed(str(value).lower(), "boolean")
    if isinstance(value, int):
        return typed(str(value), "integer")
    if isinstance(value, Decimal):
        return typed(f"{value:f}", "decimal")
    if isinstance(value, date):
        return typed(value.isoformat(), "date")
    if isinstance(value, PartialDate):
        return typed(value.text, _PARTIAL[len(value.text)])
    if isinstance(value, Year):
        return typed(f"{value.number:04}", "gYear")
    return literal(value)
