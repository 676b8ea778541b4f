"""Days in words, for labels."""

from __future__ import annotations

from datetime import date

from kg.grammar.months import MONTHS


def dutch(day: date) -> str:
    """A day as a Dutch text prints it.

    >>> dutch(date(2030, 6, 6))
    '6 juni 2030'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
