"""The paragraph styles of Word, of which only numbers and headings matter here."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from kg.read._word_numbers import child, value


@dataclass(slots=True)
class Style:
    """What a paragraph style says of numbers and headings."""

    parent: str = ""
    list_id: str = ""
    depth: str = ""
    heading: bool = False


@dataclass(slots=True)
class Styles:
    """The styles of a document by name, read when a paragraph has them."""

    elements: dict[str, etree._Element] = field(default_factory=dict)
    known: dict[str, Style] = field(default_factory=dict)

    def of(self, paragraph: etree._Element) -> list[Style]:
        """The style of a paragraph and the styles it is based on, nearest first."""
        name = value(child(paragraph, "pPr", "pStyle"))
        found: list[Style] = []
        while name in self.elements:
            if name not in self.known:
                self.known[name] = _style(self.elements[name])
            if self.known[name] in found:
                break
            found.append(self.known[name])
            name = found[-1].parent
        return found


def _style(element: etree._Element) -> Style:
    properties = child(element, "pPr")
    return Style(
        parent=value(child(element, "basedOn")),
        list_id=value(child(properties, "numPr", "numId")),
        depth=value(child(properties, "numPr", "ilvl")),
        heading=value(child(element, "name")).lower().startswith("heading"),
    )
