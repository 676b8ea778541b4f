"""Titles in a row with their marks behind the last: of "«Een» en «Twee»?1,2" the second note is of the second title."""

from __future__ import annotations

import re

from kg.extract._citations.fitting import may_be
from kg.extract._citations.items import Group, Item
from kg.extract._citations.quotations import Quotation, quotations

JOINED = re.compile(r",?\s(?:en\s)?")
CLOSE = 4  # characters between a title and its mark: "»?", "” "


def by_row(item: Item, groups: list[Group]) -> Group | None:
    """The note without a title in the place of a title of a row: of "«Een» en «Twee»?1,2" the second for the second."""
    if len(item.passage.marks) < 2:
        return None
    row = _row(item)
    ends = row[-1].end if row else 0
    labels = [mark.label for mark in item.passage.marks if ends - 1 <= mark.at <= ends + CLOSE]
    if len(row) < 2 or len(labels) != len(row):
        return None
    label = labels[next(i for i, said in enumerate(row) if said.start >= item.reference.start)]
    noted = (group for group in groups if label in group.labels and not group.titles)
    return next((group for group in noted if may_be(item, group, touching=True)), None)


def _row(item: Item) -> list[Quotation]:
    """The titles that stand beside that of a mention with a comma or "en" between them, and it, in order."""
    text, ref = item.passage.text, item.reference
    row: list[Quotation] = []
    for said in quotations(text):
        if row and not JOINED.fullmatch(text, row[-1].end, said.start):
            if row[-1].end > ref.start:
                break
            row = []
        row.append(said)
    return row if row and row[0].start < ref.end <= row[-1].end + CLOSE else []
