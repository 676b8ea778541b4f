"""The numbers of Word's lists, which no text of the document holds: counted as Word counts them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from kg.read._xml import local, without_namespace

_PLACEHOLDER = re.compile(r"%(?P<level>[1-9])")
_PRIVATE = re.compile("[\ue000-\uf8ff]")  # the glyphs of Word's symbol fonts
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LARGEST = 4_999  # no list of questions is longer; a larger start is damage


def roman(number: int) -> str:
    """Lower-case Roman numerals.

    >>> roman(14)
    'xiv'
    """
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def formatted(number: int, style: str) -> str:
    """A number as Word prints it in the number format `style`; formats that are not known print as decimal.

    >>> formatted(28, "lowerLetter"), formatted(4, "upperRoman")
    ('bb', 'IV')
    """
    number = min(max(number, 0), _LARGEST)
    if style in ("lowerLetter", "upperLetter") and number:
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif style in ("lowerRoman", "upperRoman"):
        text = roman(number)
    elif style == "decimalZero":
        text = f"{number:02}"
    else:
        text = "" if style == "none" else str(number)
    return text.upper() if style.startswith("upper") else text


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered; `text` has %1 where the number of the first level stands."""

    start: int
    style: str
    text: str


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted."""

    elements: dict[str, etree._Element] = field(default_factory=dict)
    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    starts: dict[str, dict[int, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    styled: dict[str, str] = field(default_factory=dict)  # numbering style: the list that says how it looks
    own_levels: dict[str, dict[int, Level]] = field(default_factory=dict)  # which a use of a list changes

    def next(self, number_id: str, depth: int) -> str:
        """What Word prints before the next paragraph of list `number_id` at level `depth`; "" where nothing."""
        key = self._list(number_id)
        if key is None:
            return ""
        if key not in self.levels:  # a letter's template holds dozens of lists, and the letter few of them
            self.levels[key] = _levels(self.elements[key])
        levels = self.levels[key] | self.own_levels.get(number_id, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self.counts.setdefault(key, {})
        for at, start in self.starts.pop(number_id, {}).items():
            counts[at] = start - 1
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]
        if level.style == "bullet":
            return _PRIVATE.sub("•", level.text)
        return _PLACEHOLDER.sub(lambda found: _at(int(found["level"]) - 1, levels, counts), level.text)

    def _list(self, number_id: str) -> str | None:
        """The list that a number belongs to; one that only names a style is the list of that style."""
        key = self.lists.get(number_id)
        if key is None or key not in self.elements:
            return None
        style = value(child(self.elements[key], "numStyleLink"))
        return self.styled.get(style, key) if style else key


def numbering(root: etree._Element | None) -> Numbering:
    """The lists of word/numbering.xml; none where the part is missing."""
    found = Numbering()
    for element in () if root is None else root:
        if local(element) == "abstractNum":
            key = value(element, "abstractNumId")
            found.elements[key] = element
            if style := value(child(element, "styleLink")):
                found.styled[style] = key
        elif local(element) == "num":
            _read_num(element, found)
    return found


def value(element: etree._Element | None, name: str = "val") -> str:
    """A WordprocessingML attribute, whatever its namespace; "" where it is missing."""
    attributes = [] if element is None else element.attrib.items()
    return next((str(text) for key, text in attributes if without_namespace(str(key)) == name), "")


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first descendant along a path of names without namespace."""
    for name in path:
        element = next((item for item in element if local(item) == name), None) if element is not None else None
    return element


def is_on(element: etree._Element | None) -> bool:
    """Whether a property that is said by its presence holds: it may be there to say that it does not."""
    return element is not None and value(element) not in ("0", "false", "off")


def whole(text: str, default: int = 0) -> int:
    """A whole number as printed in an attribute, `default` where it is none."""
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else default


def _read_num(element: etree._Element, found: Numbering) -> None:
    number_id = value(element, "numId")
    found.lists[number_id] = value(child(element, "abstractNumId"))
    overrides = [item for item in element if local(item) == "lvlOverride"]
    starts = {whole(value(item, "ilvl")): child(item, "startOverride") for item in overrides}
    if own := {depth: level for item in overrides for depth, level in _levels(item).items()}:
        found.own_levels[number_id] = own
    found.starts[number_id] = {depth: whole(value(start), 1) for depth, start in starts.items() if start is not None}


def _levels(element: etree._Element) -> dict[int, Level]:
    return {
        whole(value(item, "ilvl")): Level(
            start=whole(value(child(item, "start")), 1),
            style=value(child(item, "numFmt")) or "decimal",
            text=value(child(item, "lvlText")),
        )
        for item in element
        if local(item) == "lvl"
    }


def _at(depth: int, levels: dict[int, Level], counts: dict[int, int]) -> str:
    level = levels.get(depth, Level(1, "decimal", ""))
    return formatted(counts.get(depth, level.start), level.style)
