"""Every kind of mention that the extractors know, and every form that their tests read, builds and breaks no rule."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg.extract import extractors
from kg.records import Mention

CASES = sorted((Path(__file__).parent / "extract").glob("*.toml"))
ALL_KINDS = """Vragen van het lid Van Tuinen (Waterpartij) aan de Minister van Financiën over sluizen (ingezonden 3 maart 2031).
Antwoord van Minister Van Berkenrode (Financiën) (ontvangen 28 november 2031).
Vraag 1
Kent u het bericht «Sluis klemt al drie jaar»?1
Antwoord 1
Ja. In een brief van 20 maart 2030 heeft mijn ambtsvoorganger dit toegelicht. In mijn brief van 6 juni 2030 ook.
Vraag 2
Kent u de antwoorden op de vragen van het lid Waterdrager (SP) (ingezonden 3 april 2030) en de motie Zandstra c.s. \
(Kamerstuk 98765, nr. 107)?
Antwoord 2
Er is € 48 miljoen: € 6 miljoen in 2030 en € 12 miljoen in de jaren 2031 t/m 2033. Het kost € 1,500 en 31 februari \
2031 is geen dag. Op 3 mei 2031 lagen er 310 schepen.
Vraag 3
Welke regels gelden?
Antwoord 3
Zie het antwoord op vraag 2, de Sluizenwet, artikel 4 van richtlijn 2030/60/EG, ECLI:NL:RBZEE:2031:2055, \
ECLI:NL:RBZEE zonder nummer en kenmerk 2031-0000123. Het Centraal Bureau voor de Statistiek telt dit najaar. Ik zal \
uw Kamer voor 1 maart 2032 informeren.
1 De Polderkoerier, 2 maart 2031, «Sluis klemt al drie jaar», https://polderkoerier.example.nl/sluis
"""


def letter(texts: list[str]) -> str:
    """An answer of the government with these answers."""
    asked = "".join(f"Vraag {n}\nWat weet u hiervan?\nAntwoord {n}\n{text}\n" for n, text in enumerate(texts, start=1))
    return f"""Vragen van het lid Van Tuinen (Waterpartij) aan de Minister van Financiën (ingezonden 3 maart 2031).
Antwoord van Minister Van Berkenrode (Financiën) (ontvangen 20 november 2031).
{asked}"""


def build(folder: Path, text: str) -> list[str]:
    """Build a store of a document; what keeps it out."""
    path = folder / "invented.txt"
    path.write_text(text, encoding="utf-8")
    return [str(problem) for problem in kg.build([path], folder / "store").problems]


def kinds(of: type[Mention] = Mention) -> Iterator[str]:
    """The names of all kinds of mentions, less those of the tests."""
    for kind in of.__subclasses__():
        if kind.__module__.startswith("kg."):
            yield kind.__name__
            yield from kinds(kind)


def test_a_document_with_every_kind_of_mention_builds(tmp_path: Path) -> None:
    assert not build(tmp_path, ALL_KINDS)
    extractors()
    found = kg.extract(kg.read(tmp_path / "invented.txt")).found
    assert {type(each.mention).__name__ for each in found} == set(kinds())


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_form_that_is_read_builds(path: Path, tmp_path: Path) -> None:
    cases = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    assert not build(tmp_path, letter([text for case in cases for text in case.get("texts", [case.get("text")])]))


YEARS = (
    "Op 3 mei 1650 is de sluis gebouwd; ruim driehonderd jaar geleden lag er niets. Zie de brief van 3 mei 1650.",
    "Ruim tweeduizend jaar geleden lag hier zee. Van mei 1650 tot en met juni 1651 ook.",
    "Ik zal uw Kamer voor eind 2099 informeren, of in het vierde kwartaal van 2099. Dat is binnen negentig jaar.",
    "Drieduizend jaar geleden niet. Ik zal uw Kamer binnen tienduizend jaar informeren.",
)
NUMBERS = (
    *("COM(2031) 166", "COM(2031)166", "COM (2031) 4", "C-311/31", "C‑311/31", "C-1/31", "T-12/30 P"),
    *("DGRW / 123456", "Wsbg / 398712345", "zaaknummer C/09/123456 / HA ZA 31-123", "rolnummer 22-001234-30"),
    *("zaaknummer 1234", "2031D28457", "kv-2070826740", "kv-tk-2031Z12345", "(WS3107724)", "kenmerk: 2031_0000123"),
    *("kenmerk nr. A2031.123/é-4", "kenmerk A1234", "kenmerk B-2031-" + "1" * 32),
)


def test_every_year_that_is_read_builds(tmp_path: Path) -> None:
    assert not build(tmp_path, letter(list(YEARS)))


def test_every_form_of_a_document_number_builds(tmp_path: Path) -> None:
    assert not build(tmp_path, letter([f"Zie {number} van de rechtbank." for number in NUMBERS]))
    found = kg.extract(kg.read(tmp_path / "invented.txt")).mentions("documents")
    assert len(list(found)) == len(NUMBERS)
