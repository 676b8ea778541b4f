"""The one boundary where XML of strangers is parsed: no DTD, no entities, no network, bounded depth and size."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

from kg.errors import InputProblem

MAX_DEPTH = 120  # of elements in elements; readers walk them with a call a level, real documents have some 40
_TOO_DEEP = etree.XPath(f"({'/*' * (MAX_DEPTH + 1)})[1]")
_DTD = b"<!DOCTYPE"
_SITE = "https://zoek.officielebekendmakingen.nl/"
_PUBLICATION = re.compile(r"/?(?P<id>(?:kst|ah|kv|h|hw|stcrt|stb|blg)-[A-Za-z0-9-]+)(?P<form>\.(?:html|pdf|xml))?")
# libxml2 bounds depth at 256 and text nodes at 10 MB; these are its words for that.
_LIMIT_WORDS = ("Excessive depth", "huge text node", "huge input", "Resource limit", "xmlSAX2Characters", "too long")


def parse(data: bytes, where: str, part: str = "") -> etree._Element:
    """The root element of `data`; `part` is the member of an archive that is spoken of in errors.

    Raises InputProblem E-XML-DTD, E-XML-BROKEN or E-LIMIT.
    """
    inside = f"{part} " if part else ""
    if _DTD in data or _DTD.decode().encode("utf-16-le") in data or _DTD.decode().encode("utf-16-be") in data:
        raise _dtd(where, inside)
    try:
        root = tree(data, _parser())
    except etree.XMLSyntaxError as error:
        raise _broken(error, where, inside) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _dtd(where, inside)
    deep = nested_too_deep(root)
    if deep is not None:
        what = f"{inside}has elements nested deeper than {MAX_DEPTH}, at line {deep.sourceline}"
        raise InputProblem("E-LIMIT", where, what, "No real document is like that; look at how it was made.")
    return root


def tree(data: bytes, parser: etree.XMLParser | etree.HTMLParser) -> etree._Element:
    """The root element that a parser makes.  Raises XMLSyntaxError, and MemoryError where libxml2 has none left."""
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from None
        raise


def nested_too_deep(root: etree._Element) -> etree._Element | None:
    """The first element that is nested deeper than MAX_DEPTH."""
    found = _TOO_DEEP(root)
    first = found[0] if isinstance(found, list) and found else None
    return first if isinstance(first, etree._Element) else None  # noqa: SLF001 - lxml has no other name for it


def address(target: str) -> str:
    """Where a reference leads; publications are named by their identifier or their page on the official site.

    >>> address(" kst-29453-469 "), address("/kst-29453-469.html"), address("https://krant.example/1")
    ('https://zoek.officielebekendmakingen.nl/kst-29453-469', 'https://zoek.officielebekendmakingen.nl/kst-29453-469', 'https://krant.example/1')
    """
    target = target.strip()
    found = _PUBLICATION.fullmatch(target)
    return f"{_SITE}{found['id']}" if found else target


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return without_namespace(element.tag)


def words(element: etree._Element) -> str:
    """All text inside an element, without the white space round it."""
    return "".join(str(text) for text in element.itertext()).strip()


@lru_cache(maxsize=4096)
def without_namespace(name: str) -> str:
    """The name after "{namespace}".  Cached: documents have thousands of elements and few names."""
    return name.rpartition("}")[2]


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _dtd(where: str, inside: str) -> InputProblem:
    what = f"{inside}has a document type declaration, which could pull in other files"
    return InputProblem("E-XML-DTD", where, what, "Remove the <!DOCTYPE ...> and try again.")


def _broken(error: etree.XMLSyntaxError, where: str, inside: str) -> InputProblem:
    said = " ".join((error.msg or "no XML").split())
    if any(word in said for word in _LIMIT_WORDS):
        what = f"{inside}is nested too deep or has too long a text ({said})"
        return InputProblem("E-LIMIT", where, what, "No real document is like that; look at how it was made.")
    return InputProblem("E-XML-BROKEN", where, f"{inside}is not well-formed XML ({said})", "Get the document again.")
