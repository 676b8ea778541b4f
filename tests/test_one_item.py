"""What a record lists once: an amount at one place, with all that is told of it, unless that tells two apart."""

from __future__ import annotations

from typing import Any

import pytest

import kg
from kg.read import read_bytes

HEAD = "Antwoord van de Minister (ontvangen 20 november 2031).\n\nVraag 1\nHoe zit het?\n\nAntwoord op vraag 1\n"


def listed(text: str, field: str = "amounts") -> list[dict[str, Any]]:
    found = kg.record(kg.extract(read_bytes("invented.txt", f"{HEAD}{text}\n".encode())))
    items: list[dict[str, Any]] = found[field]
    return items


def told(text: str) -> list[tuple[list[int], list[str], str | None, int]]:
    """Years, units and payer of each amount, and at how many places it is printed."""
    out = []
    for item in listed(text):
        printed = [span for span in item["spans"] if "€" in f"{HEAD}{text}"[span[0] : span[1]]]
        out.append((item["years"], item["per"], item["payer"], len(printed)))
    return out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "De subsidie is € 3 miljoen. De provincie Zeeland betaalt € 3 miljoen. "
                "Later betaalt de gemeente Goes € 3 miljoen."
            ),
            [([], [], "provincie Zeeland", 2), ([], [], "gemeente Goes", 1)],
        ),
        (
            "In 2031 is er € 4 miljoen. In 2032 betaalt Goes € 4 miljoen. Goes betaalt € 4 miljoen.",
            [([2031], [], None, 1), ([2032], [], "Goes", 2)],
        ),
        (
            "Er is € 4 miljoen. In 2031 is er € 4 miljoen. In 2032 is er € 4 miljoen. In 2031 is er € 4 miljoen.",
            [([2031], [], None, 3), ([2032], [], None, 1)],
        ),
        ("De prijs is € 40. Dat is € 40 per leerling.", [([], ["leerling"], None, 2)]),
        (
            "De prijs is € 40 per leerling. De ander vraagt € 40 per les.",
            [([], ["leerling"], None, 1), ([], ["les"], None, 1)],
        ),
        (  # near misses: nothing new is told, or nothing contradicts
            "Goes betaalt € 4 miljoen. Het gaat om € 4 miljoen.",
            [([], [], "Goes", 2)],
        ),
        (
            "Goes betaalt € 4 miljoen. In 2032 komt er € 4 miljoen.",
            [([2032], [], "Goes", 2)],
        ),
        (  # money of every year from one on is not of one year
            "Er is vanaf 2031 structureel € 4 miljoen. In 2032 is er € 4 miljoen.",
            [([], [], None, 2)],
        ),
    ],
)
def test_what_is_told_of_an_amount_stands_in_its_own_item(text: str, expected: list[Any]) -> None:
    assert told(text) == expected


def test_the_slices_come_with_the_years() -> None:
    (item,) = listed("Er is € 4 miljoen. In 2031 is er € 4 miljoen.")
    assert (item["years"], item["slices"]) == ([2031], {"2031": 4_000_000})


def test_a_key_is_there_where_it_has_no_value() -> None:
    text = "Zie Kamerstuk 31 765, nr. 12, de motie van het lid Zandloper en het bericht «Pont» van Veerkrant."
    for field in ("papers", "motions", "sources"):
        found = listed(text, field)
        assert found, field
        assert {item["link"] for item in found} == {None}
    assert [item["articles"] for item in listed("Dat is Richtlijn 2000/60/EG.", "eu_acts")] == [[]]
    assert listed("Artikel 4 van Richtlijn 2000/60/EG geldt.", "eu_acts")[0]["articles"] == ["4"]


def test_a_paper_is_listed_once_with_all_its_places() -> None:
    (item,) = listed("Zie Kamerstuk 31 765, nr. 12. Dat is Kamerstuk 31 765, nr. 12.", "papers")
    assert (item["at"], len(item["spans"])) == (["answer 1"], 2)
