"""How far the lists reach in the Aanhangsel, session by session: what they can prove, and what they cannot.

Measured on the lists of 2008-2019: no session is complete.  In the six best (2010-2011 to 2015-2016) 20 to 23 of every
100 numbers below the highest are missing, never more than 32 in a row; in the others a third and more.  So a number
that is missing *below* the highest proves nothing.  Above it, it does, where the list follows the session to its end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median_low

from kg.published.rows import Row

LEAST = 0.75  # share of the numbers 1..highest that a list has of a session which it follows
ENDS = 10  # numbers at the end of one session and the beginning of the next that are compared
JOINED = timedelta(days=14)  # from the end of one session to the beginning of the next
MARGIN = (
    300  # numbers above the highest that may still exist, at the least; the last fortnight of a session has 143 to 193
)
RUNS = 3  # times the longest run of missing numbers that may still exist above the highest
NEAR = 10  # numbers on either side that tell when a number was given
AGREE = timedelta(days=30)  # between a day and that of the numbers around it


@dataclass(frozen=True, slots=True)
class Session:
    """What the lists have of one session ("2012-2013").

    `listed` numbers of 1..`highest`, at most `longest` missing in a row; `followed`: to the end of the session.
    """

    name: str
    listed: int
    highest: int
    longest: int
    followed: bool
    files: tuple[str, ...]

    @property
    def missing(self) -> float:
        """The share of the numbers 1..highest that the lists do not have, 0..1."""
        return 1 - self.listed / self.highest

    @property
    def last(self) -> int:
        """The last number that may exist, as far as the lists can tell."""
        return self.highest + max(MARGIN, RUNS * self.longest)

    def excludes(self, serial: int) -> bool:
        """Whether it is certain that there is no such number in the session."""
        return self.followed and serial > self.last


class Numbers:
    """The numbers of the Aanhangsel that lists have, by session, with the rows that have them."""

    def __init__(self, rows: Iterable[Row], own: Iterable[tuple[str, int]] = ()) -> None:
        """`own` are the (session, number) that documents at hand have themselves: they exist, whatever a list says."""
        self.rows: dict[str, dict[int, list[Row]]] = defaultdict(lambda: defaultdict(list))
        for row in rows:
            if row.session:
                self.rows[row.session][row.serial].append(row)
        self.order = {name: sorted(found) for name, found in self.rows.items()}
        beyond = {name for name, serial in own if name in self.order and serial > self.order[name][-1]}
        self.sessions = {name: self._session(name, name not in beyond) for name in sorted(self.rows)}

    def of(self, session: str, serial: int) -> list[Row]:
        """The rows that have a number."""
        return self.rows[session].get(serial, []) if session in self.rows else []

    def sure_day(self, session: str, serial: int) -> date | None:
        """The day of a number, where one row has it and the numbers around it are of about that day."""
        found = self.of(session, serial)
        if len(found) != 1:
            return None
        order = self.order[session]
        around = [n for n in order if n != serial and abs(n - serial) <= NEAR]
        if len(around) < NEAR or abs(found[0].day - self._middle(session, around)) > AGREE:
            return None
        return found[0].day

    def _session(self, name: str, whole: bool) -> Session:
        order = self.order[name]
        longest = max(later - earlier - 1 for earlier, later in pairwise([0, *order]))
        files = tuple(sorted({row.file for found in self.rows[name].values() for row in found}))
        followed = whole and len(order) / order[-1] >= LEAST and self._goes_on(name)
        return Session(name, len(order), order[-1], longest, followed, files)

    def _goes_on(self, name: str) -> bool:
        """Whether the list goes on with the next session where this one ends."""
        after = self.order.get(f"{int(name[:4]) + 1}-{int(name[:4]) + 2}", [])
        first = [n for n in after if n <= ENDS * 2][:ENDS]
        last = self.order[name][-ENDS:]
        if min(len(first), len(last)) < ENDS // 2:
            return False
        following = f"{int(name[:4]) + 1}-{int(name[:4]) + 2}"
        return abs(self._middle(following, first) - self._middle(name, last)) <= JOINED

    def _middle(self, session: str, serials: Iterable[int]) -> date:
        """The median day of some numbers: single days in the lists are years off."""
        return median_low([row.day for n in serials for row in self.rows[session][n]])
