"""The text of HTML whose elements are nested deeper than a tree can hold: lines, and nothing known of their parts."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)[^<>]*>|<[!?][^<>]*>")
_WHITE = re.compile(r"[ \t\r\n\f]+")


def flat(markup: str, breaks: Collection[str], unseen: Collection[str]) -> str:
    """The text in lines that the elements `breaks` begin and end, without what is inside the elements `unseen`."""
    pieces: list[str] = []
    at, inside = 0, ""
    markup = "".join(_without_comments(markup))
    for tag in _TAG.finditer(markup):
        name = (tag["name"] or "").lower()
        if not inside:
            pieces.append(_WHITE.sub(" ", markup[at : tag.start()]))
            inside = name if name in unseen and not tag["end"] else ""
        elif name == inside and tag["end"]:
            inside = ""
        if name in breaks:
            pieces.append("\n")
        at = tag.end()
    pieces.append("" if inside else _WHITE.sub(" ", markup[at:]))
    lines = (html.unescape(line).strip() for line in "".join(pieces).split("\n"))
    return "".join(f"{line}\n" for line in lines if line)


def _without_comments(markup: str) -> Iterator[str]:
    at = 0
    while (start := markup.find("<!--", at)) >= 0:
        yield markup[at:start]
        end = markup.find("-->", start)
        if end < 0:
            return
        at = end + len("-->")
    yield markup[at:]
