"""Who a name may be on a day, shown with reasons and with what the lists know."""

from __future__ import annotations

from datetime import date

import pytest

from kg.registry import registry
from kg.registry.show import show


def test_a_member_after_the_end_of_the_list_is_possible_and_the_remark_says_why() -> None:
    answer = show(registry(), "Mutluer (GroenLinks-PvdA)", date(2025, 4, 3))
    (person,) = answer.shown
    assert (person.key, person.certain) == ("person/songul-mutluer", False)
    assert any("valt buiten de lijst van leden" in remark for remark in answer.remarks)
    assert person.facts[0].startswith("lid voor GroenLinks-PvdA, van 2023-12-06")


def test_who_is_member_and_minister_is_shown_once_with_what_holds_on_the_day_first() -> None:
    answer = show(registry(), "Yeşilgöz-Zegerius", date(2023, 3, 20))
    assert [(each.key, each.certain, each.kind) for each in answer.shown] == [
        ("person/dilan-yesilgoz-zegerius", True, "minister")
    ]
    assert answer.shown[0].facts[0].startswith("Minister van Justitie en Veiligheid, van 2022-01-10 tot")


def test_a_post_is_shown_with_its_holder_on_the_day_first() -> None:
    (post, *_) = show(registry(), "Minister van Financiën", date(2023, 4, 3)).shown
    assert (post.key, post.certain) == ("post/minister-van-financien", True)
    assert post.facts[0] == "Sigrid Kaag, van 2022-01-10 tot 2024-01-08"


@pytest.mark.parametrize(("name", "key"), [("NSC", "party/nsc"), ("nos.nl", "outlet/nos")])
def test_groups_and_media_are_found_by_their_names(name: str, key: str) -> None:
    assert key in [each.key for each in show(registry(), name).shown if each.certain]


def test_an_office_without_its_rank_may_be_several_posts() -> None:
    answer = show(registry(), "Justitie en Veiligheid", date(2023, 3, 20))
    assert len(answer.shown) == 2
    assert not any(each.certain for each in answer.shown)


def test_two_members_of_one_name_are_both_shown_and_neither_is_certain() -> None:
    shown = {each.key: each for each in show(registry(), "Van Dijk", date(2022, 4, 3)).shown}
    assert {"person/inge-van-dijk", "person/jasper-van-dijk"} <= set(shown)
    assert not any(each.certain for each in shown.values())


def test_a_name_that_no_list_has_shows_nothing() -> None:
    assert show(registry(), "Zzz").shown == ()
