"""Lists of real publications: what they have, what they prove, and which citations they settle.

The lists give number, day and address of sets of questions and of answers.  `kg import publications` keeps them in a
store; every build takes them into `graph/publications`, under the addresses that citations lead to, and judges the
citations of the Aanhangsel by them.
"""

from __future__ import annotations

from kg.published.amended import Amended
from kg.published.kept import Published, keep, kept, published
from kg.published.rows import Row, read
from kg.published.sessions import Numbers, Session
from kg.published.verdicts import Judged, judge

__all__ = [
    "Amended",
    "Judged",
    "Numbers",
    "Published",
    "Row",
    "Session",
    "judge",
    "keep",
    "kept",
    "published",
    "read",
]
