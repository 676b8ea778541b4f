"""The gate before the grammar of citations: it may let too much through, never too little."""

from __future__ import annotations

import re
import time

import pytest

from kg.extract._citations.kinds import STEMS
from kg.extract._citations.mentions import named
from kg.extract._citations.nouns import NOUN_HERE
from kg.extract._citations.prose import in_prose
from kg.grammar.words import LONGEST_LEAD, begins, folded, held, holds, looked_for, needing, words_in

NOUNS = (
    "kamerbrief", "brandbrieven", "e-mail", "email", "uitzending", "documentaireserie", "podcast", "toespraak",
    "speech", "lezing", "rapporten", "rapportage", "onderzoeken", "studies", "evaluatie", "monitor", "analyse",
    "advies", "adviezen", "verkenning", "peiling", "enquête", "jaarverslag", "jaarbericht", "inventarisatie",
    "handreiking", "informatieblad", "notitie", "persberichten", "blog", "website", "webpagina", "publicatie",
    "factsheet", "verklaring", "petitie", "manifest", "boek", "berichtgeving", "artikelen", "reportage", "interview",
    "column", "opiniestuk", "nieuws", "krantenkop", "item", "aflevering", "televisieprogramma", "whitepaper",
)  # fmt: skip
TOLD = (
    "U zei tijdens het vragenuur van 15 oktober 2024 dat het water stijgt.",
    "De mondelinge vragen van het lid Vos over ponten (vragenuur 23 april 2024).",
    "De Waterraad heeft eind 2022 advies uitgebracht over sluizen.",
    "In 2019 is consumentenonderzoek naar veren uitgevoerd.",
    "De publicatie van de veerhandreiking voor de Waterbond.",
    "De Waterraad concludeerde dat het water stijgt.",
    "De Waterbond stelt in haar rapport dat het water stijgt.",
    "In haar jongste rapport schrijft de Waterbond dat het water stijgt.",
    "In de Avondpost van 3 mei 2024 stond dat het water stijgt.",
    "Volgens de Avondpost (3 mei 2024) stijgt het water.",
    "Op 29 oktober 2024 is de Kamer met een Kamerbrief geïnformeerd.",
    "Het jaarverslag 2023 van de Waterbank.",
    "In deze brandbrief van de Waterbond staat meer.",
    "In deze open brief van de Waterbond staat meer.",
    "Uit het sluisdossieronderzoek blijkt meer.",
    "De rapporten van onder andere de Waterbond.",
)


@pytest.mark.parametrize("noun", [*NOUNS, "position paper", "white paper"])
@pytest.mark.parametrize("form", ["een {}", "Het{} van", "({})", "DE {},"])
def test_every_noun_is_looked_for_where_it_begins(noun: str, form: str) -> None:
    text = form.format(noun.upper() if form.startswith("DE") else noun)
    found = NOUN_HERE.search(text)
    assert found is not None
    assert found.start() in begins(folded(text), STEMS)


@pytest.mark.parametrize("sentence", TOLD)
def test_every_telling_passes_the_gate_alone_and_among_others(sentence: str) -> None:
    assert list(in_prose(sentence, None, asking=True))
    assert list(in_prose(f"Niets hiervan. {sentence} En verder niets.", None, asking=True))


def test_folding_keeps_places() -> None:
    text = "İJsbrief ſtudie ıtem K\u212aamer"
    small = folded(text)
    assert len(small) == len(text)
    assert re.fullmatch(r"ijsbrief studie item kkamer", small)


def test_a_text_must_hold_a_word_of_each_row() -> None:
    needed = needing(("rapport", "brief"), ("uitgebracht",))
    assert holds("rapport uitgebracht", needed)
    assert not holds("rapport gelezen", needed)


def test_a_grammar_without_rows_is_always_asked() -> None:
    assert holds("", needing())


def test_a_word_that_is_looked_for_keeps_the_rows_that_need_it_and_stands_in_no_other() -> None:
    needed = needing(("kadeknecht",))
    looked_for(("kadeknecht", "veerbaas"))
    assert holds("de kadeknecht", needed)
    assert words_in("de veerbaas") >= {"veerbaas"}
    assert not held("de veerbaas") & needed


def test_words_that_lie_in_each_other_are_all_held() -> None:
    looked_for(("sluisbrug", "sluis", "luis", "brug", "kolk"))
    assert words_in("de sluisbrug") & {"sluisbrug", "sluis", "luis", "brug", "kolk"} == {
        "sluisbrug",
        "sluis",
        "luis",
        "brug",
    }


@pytest.mark.parametrize("text", ["brief" * 20_000, "a" * 100_000 + "brief", "e-mail-" * 14_000])
def test_stems_in_one_long_word_take_linear_time(text: str) -> None:
    assert all(start >= 0 for start in begins(text[: 2 * LONGEST_LEAD], STEMS))
    start = time.process_time()
    assert not list(named(text, None))
    assert time.process_time() - start < 3
