"""Two hundred cases of the House's own list, read by hand: every name in them leads to the person who is meant.

`registry/sample.csv`: one row a name.  `case` and `role` say where it stands (`place` counts within the case), `person`
who is meant, `held` the group that they sat for or the post that they held on that day, "" where no list of members or
office-holders covers the day or has them on it; `source` is the file, and the row of it, that says so.  The cases are
those at (i + 1/2) / 200 of the list by day and number, so that every year has its share.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.registry import Found, registry
from kg.registry.zaken import YES, Case, addressee, asker, cases

HERE = Path(__file__).parent
LIST = HERE.parents[1] / "shared" / "reference" / "zaken_2007-2024.csv.gz"
SIZE = 200
pytestmark = pytest.mark.skipif(not LIST.is_file(), reason="the House's list of cases is not beside the project")
Row = tuple[str, str, str, str, str]


def drawn() -> list[Case]:
    every = sorted(cases(LIST), key=lambda case: (case.submitted, case.number))
    return [every[int((place + 0.5) * len(every) / SIZE)] for place in range(SIZE)]


def held(found: Found) -> str:
    """The group or the post of the seat or term that supports the candidate."""
    facts, via = registry().facts, found[0].via
    groups = {seat.key: seat.party for seat in facts.memberships}
    posts = {term.key: term.post for term in facts.incumbencies}
    return groups.get(via) or posts.get(via, "")


def resolved(case: Case) -> Iterator[Row]:
    for role, names, find in (("asker", case.askers, asker), ("addressee", case.addressees, addressee)):
        for place, name in enumerate(names, 1):
            found = find(registry(), name, case.submitted)
            sure = len(found) == 1 and found[0].score >= YES
            yield case.number, role, str(place), found[0].key if sure else "", held(found) if sure else ""


def test_every_name_in_two_hundred_cases_leads_to_the_right_person_and_post() -> None:
    expected: dict[str, list[Row]] = defaultdict(list)
    for row in csv.DictReader((HERE / "registry" / "sample.csv").read_text(encoding="utf-8").splitlines()):
        expected[row["case"]].append((row["case"], row["role"], row["place"], row["person"], row["held"]))
    sample = drawn()
    assert [case.number for case in sample] == list(expected)
    assert [row for case in sample for row in resolved(case)] == [row for rows in expected.values() for row in rows]


def test_who_held_two_posts_that_day_is_known_but_not_in_which_they_were_asked() -> None:
    unclear = 0
    for case in cases(LIST):
        for name in case.addressees:
            found = addressee(registry(), name, case.submitted)
            terms = [term for term in registry().terms.get(found[0].key, ()) if term.period.holds(case.submitted)]
            if len({term.post for term in terms}) > 1:
                unclear += 1
                assert (found[0].via, len(found)) == ("", 1), found
    assert unclear > 100


def test_a_name_of_nobody_in_office_is_a_person_without_a_post() -> None:
    without = {
        name: found[0]
        for case in cases(LIST)
        for name in case.addressees
        if (found := addressee(registry(), name, case.submitted)).covered and not found[0].via
    }
    assert "person/bart-snels" in {candidate.key for candidate in without.values()}
    assert all(registry().term(candidate) is None for candidate in without.values())
