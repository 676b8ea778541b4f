"""Amounts, dates and promises: invented sentences in all their forms, and laws that hold for every text."""

from __future__ import annotations

import re
import time
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract import amounts, dates, promises
from kg.extract._amounts import clauses, sums
from kg.extract.amounts import Amount, SumCheck, UnreadAmount
from kg.extract.dates import DateMention, UnreadDate
from kg.grammar import dates as date_grammar
from kg.grammar import money, numbers, sentences
from kg.records import Answer, Document, PartialDate, Passage, Question, Run, Source, Structure

HERE = Path(__file__).parent / "extract"
HEADING = "Antwoord van de Minister (ontvangen 20 november 2031)."


def cases(name: str) -> list[Any]:
    table = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["text"][:60]) for case in table["case"]]


def answered(text: str) -> Structure:
    """A document that is a heading and one answer."""
    document = Document(Source("invented.txt", "text/plain", "0" * 64), f"{HEADING}\n{text}")
    at = len(HEADING) + 1
    heading = Passage("heading", HEADING, (Run(0, 0),))
    answer = Answer((1,), "Antwoord op vraag 1", Passage("answer 1", text, (Run(0, at),)))
    return Structure(document, "answer", None, heading, answers=(answer,))


@pytest.mark.parametrize("case", cases("amounts"))
def test_amounts_are_read_with_what_is_said_of_them(case: dict[str, Any]) -> None:
    structure = answered(case["text"])
    found = list(amounts.extract(structure))
    read = sorted((m for m in found if isinstance(m, Amount)), key=lambda m: m.spans[-1].end)
    assert [str(m.value) for m in read] == [a["value"] for a in case["amounts"]]
    for mention, expected in zip(read, case["amounts"], strict=True):
        assert mention.currency == expected.get("currency", "EUR")
        assert list(mention.years) == expected.get("years", [])
        assert mention.funding == expected.get("kind")
        assert mention.from_year == expected.get("from_year")
        assert mention.per_year == expected.get("per_year", mention.per_year and "per jaar" in case["text"])
        assert (mention.purpose or "") == expected.get("purpose", mention.purpose or "")
        assert list(mention.per) == expected.get("per", list(mention.per))
        assert (mention.payer or "") == expected.get("payer", mention.payer or "")
        told = [structure.document.quote(span) for span in mention.evidence()[len(mention.spans) :]]
        assert told == [*mention.per, *([mention.payer] if mention.payer else [])]
        assert {str(year): str(value) for year, value in mention.slices} == expected.get("slices", {})
        assert mention.at == ("answer 1",)
        assert structure.document.quote(mention.spans[0]).strip() == mention.raw
    checks = [m for m in found if isinstance(m, SumCheck)]
    assert [(str(m.computed), m.adds_up) for m in checks] == [
        (s["computed"], s["adds_up"]) for s in ([case["sum"]] if "sum" in case else [])
    ]
    assert [m.raw for m in found if isinstance(m, UnreadAmount)] == case.get("unread", [])


def test_a_sum_that_does_not_add_up_is_a_finding_about_all_its_amounts() -> None:
    text = "Er is € 50 miljoen: € 10 miljoen in 2031 en € 15 miljoen in de jaren 2032 t/m 2034."
    check = next(m for m in amounts.extract(answered(text)) if isinstance(m, SumCheck))
    finding = next(check.findings())
    assert (finding.kind, finding.values) == ("SumMismatch", (Decimal(50_000_000), Decimal(55_000_000)))
    assert [m.record()["eur"] for m in finding.about if isinstance(m, Amount)] == [50_000_000, 10_000_000, 15_000_000]
    assert all(part.part_of == check.total for part in check.summands)


@pytest.mark.parametrize("link", [", ", ", dus samen ", ": ", ", waarvan "])
def test_a_sentence_with_hundreds_of_amounts_is_read_in_a_breath(link: str) -> None:
    """Row 29: neither parts without a total nor totals at every turn make it slow."""
    text = f"Aan de sluizen is betaald: {link.join(f'€ {n} duizend' for n in range(900, 500, -1))}."
    begin = time.process_time()
    found = list(amounts.extract(answered(text)))
    assert time.process_time() - begin < 2
    assert sum(isinstance(m, Amount) for m in found) == 400


def test_a_total_is_found_behind_and_before_amounts_that_are_no_part_of_it() -> None:
    text = "De kade kost € 9 miljoen; € 2 miljoen in 2031, € 3 miljoen in 2032, samen € 5 miljoen, en € 1 miljoen voor zand."
    checks = [m for m in amounts.extract(answered(text)) if isinstance(m, SumCheck)]
    assert [([str(part.value) for part in m.summands], str(m.total.value)) for m in checks] == [
        (["2000000", "3000000"], "5000000")
    ]


@pytest.mark.parametrize("words", ["en € 5 miljoen", "dus maximaal € 5 miljoen", "ofwel € 5 miljoen"])
def test_without_the_word_for_a_total_or_with_a_bound_nothing_is_added_up(words: str) -> None:
    text = f"De kade kost € 9 miljoen; € 2 miljoen in 2031, € 3 miljoen in 2032, {words}."
    assert not [m for m in amounts.extract(answered(text)) if isinstance(m, SumCheck)]


def test_questions_that_share_a_text_share_its_amounts() -> None:
    text = "Klopt het dat dit € 5 kost?"
    document = Document(Source("invented.txt", "text/plain", "0" * 64), text)
    asked = tuple(Question(n, "Vraag 1 en 2", Passage(f"question {n}", text, (Run(0, 0),))) for n in (1, 2))
    found = list(amounts.extract(Structure(document, "question", None, None, questions=asked)))
    assert [m.at for m in found] == [("question 1",)]


@pytest.mark.parametrize("case", cases("dates"))
def test_days_are_read_where_they_are_certain(case: dict[str, Any]) -> None:
    structure = answered(case["text"])
    found = list(dates.extract(structure))
    assert [m.iso for m in found if isinstance(m, DateMention)] == case["days"]
    assert [m.raw for m in found if isinstance(m, UnreadDate)] == case.get("unread", [])
    assert all(structure.document.quote(m.spans[0]) == m.raw for m in found)


@pytest.mark.parametrize("case", cases("promises"))
def test_promises_are_what_the_government_undertakes(case: dict[str, Any]) -> None:
    found = [(m.kind, m.deadline, m.text) for m in promises.extract(answered(case["text"]))]
    expected = [] if case["kind"] == "none" else [(case["kind"], case.get("deadline"), case["text"])]
    assert found == expected


@pytest.mark.parametrize(
    ("asked", "text", "kind"),
    [
        ("Wanneer ontvangt de Kamer de toegezegde visie?", "Voor het zomerreces.", "inform"),
        ("Is dat zo? Wanneer kan de Kamer de nota tegemoetzien?", "Naar verwachting in het najaar.", "inform"),
        ("Wanneer bent u voornemens het besluit aan te passen?", "Per 1 januari 2033.", "act"),
        ("Wanneer gaat u hierover met de eilanden in gesprek?", "Nog deze maand.", "talk"),
        ("Kunt u de Kamer hierover informeren?", "Ja, zodra de tellingen gereed zijn.", "inform"),
        ("Op welke termijn kunt u deze vragen beantwoorden?", "Zo spoedig mogelijk.", "inform"),
        ("Wanneer komt de toegezegde evaluatie naar de Kamer?", "Begin volgend jaar.", "inform"),
        ("Wanneer heeft u de Kamer geïnformeerd?", "In mei.", None),
        ("Wanneer was u hiervan op de hoogte?", "In de zomer van 2031.", None),
        ("Sinds wanneer onderzoekt u dit?", "Voor de zomer.", None),
        ("Deelt u de mening dat dit beter moet?", "Ja, in algemene zin.", None),
        ("Wanneer sluit de gemeente de haven?", "In het najaar.", None),
        ("Kunt u de Kamer hierover informeren?", "Ja.", None),
        ("Bent u bereid dit onderzoek te verbreden?", "Ja, voor zover dat niet al gebeurt.", None),
    ],
)
def test_an_answer_that_names_a_time_undertakes_what_was_asked(asked: str, text: str, kind: str | None) -> None:
    structure = answered(text)
    question = Question(1, "Vraag 1", Passage("question 1", asked, (Run(0, 0),)))
    found = [(m.kind, m.text) for m in promises.extract(replace(structure, questions=(question,)))]
    assert found == ([(kind, text)] if kind else [])


def test_a_promise_is_found_in_a_glued_sentence() -> None:
    text = "Dat is nu niet zo.Ik zal dit onderzoeken (nr. 12).Verder niets."
    assert [m.text for m in promises.extract(answered(text))] == ["Ik zal dit onderzoeken (nr. 12)."]


def test_he_or_she_is_the_minister_whom_the_sentence_before_names() -> None:
    brings = "Zij brengt op 15 mei 2032 een bezoek aan de regio."
    for before, found in (("De Staatssecretaris kent de zaak.", [brings]), ("De burgemeester kent de zaak.", [])):
        assert [m.text for m in promises.extract(answered(f"{before} {brings}"))] == found


def test_what_a_promised_paper_will_hold_is_promised_with_it() -> None:
    holds = "Daarin ga ik ook in op de kosten."
    told = ("Ik stuur uw Kamer in mei een brief.", "De sector stuurde mij in mei een brief.")
    found = [[m.text for m in promises.extract(answered(f"{before} {holds}"))] for before in told]
    assert found == [[told[0], holds], []]


def test_a_time_that_is_past_on_the_day_of_the_document_is_no_time_to_come() -> None:
    text = "De lijst wordt per 1 mei {} aangepast."
    found = [year for year in (2030, 2032) if list(promises.extract(answered(text.format(year))))]
    assert found == [2032]


def dutch(value: Decimal) -> str:
    """A value as Dutch prints it: full stops in thousands, a comma before cents."""
    return f"{value:,}".translate(str.maketrans(",.", ".,"))


@given(
    st.decimals(min_value=0, max_value=10**12, places=2),
    st.sampled_from(["€ {}", "€{}", "EUR {}", "{} euro", "{}euro"]),
)
def test_a_printed_value_is_read_back_exactly(value: Decimal, form: str) -> None:
    found = list(money.find(f"Het kost {form.format(dutch(value))} in totaal."))
    assert [m.value for m in found] == [value]


@given(
    st.integers(1, 999),
    st.integers(0, 9),
    st.sampled_from(["miljoen", "mln.", "mln", "miljard", "mld."]),
    st.sampled_from(["€ {},{} {}", "{},{} {} euro", "EUR {}.{} {}", "{}.{}{}euro"]),
)
def test_a_scaled_value_is_never_off_by_a_power_of_ten(whole: int, tenth: int, scale: str, form: str) -> None:
    found = list(money.find(f"Dit is {form.format(whole, tenth, scale)} meer."))
    size = 10**9 if scale.startswith(("miljard", "mld")) else 10**6
    assert [m.value for m in found] == [Decimal(f"{whole}.{tenth}") * size]


@given(st.text(alphabet="€ 0123456789.,-EURurocntmilj\u00a0", max_size=60))
def test_any_jumble_is_read_without_failing_and_in_place(text: str) -> None:
    for found in money.find(text):
        assert 0 <= found.start < found.end <= len(text)
        assert (found.value is None) == (found.unread is not None)


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)),
    st.sampled_from(["{d} {m} {y}", "{d}{m} {y}", "{d}-{n}-{y}"]),
)
def test_a_printed_day_is_read_back_exactly(day: date, form: str) -> None:
    names = "januari februari maart april mei juni juli augustus september oktober november december".split()  # noqa: SIM905
    printed = form.format(d=day.day, m=names[day.month - 1], n=day.month, y=day.year)
    (found,) = date_grammar.find(printed)
    assert found.printed == printed
    assert date_grammar.resolve(found, None) == PartialDate(day.isoformat())


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("april 2025", "2025-04"),
        ("begin 2023", "2023"),
        ("najaar 2024", "2024"),
        ("april jl.", "2031-04"),
        ("5 mei", None),
    ],
)
def test_what_is_not_printed_is_not_invented(printed: str, meant: str | None) -> None:
    (found,) = date_grammar.find(printed)
    assert found.printed == printed
    assert date_grammar.resolve(found, date(2031, 11, 20)) == (PartialDate(meant) if meant else None)


def test_sentences_survive_abbreviations_initials_and_lost_spaces() -> None:
    text = "Dat is zo.Zie nr. 3 van D.M. Jansen d.d. 3 mei. Op 4 mei jl. kwam € 5 mln. vrij (art. 2).\n1. Ja! Nee?Toch"
    found = [text[start:end] for start, end in sentences.sentences(text)]
    assert found == [
        "Dat is zo.",
        "Zie nr. 3 van D.M. Jansen d.d. 3 mei.",
        "Op 4 mei jl. kwam € 5 mln. vrij (art. 2).",
        "1. Ja!",
        "Nee?",
        "Toch",
    ]


def test_sentences_go_on_after_an_official_series_where_its_year_or_number_follows() -> None:
    text = "De regeling (Stcrt. 2031, 14567) geldt. Zie Pb. L 12 en Trb. 2030, 4. Dat staat in de Stcrt. Daarna niets."
    found = [text[start:end] for start, end in sentences.sentences(text)]
    assert found == [
        "De regeling (Stcrt. 2031, 14567) geldt.",
        "Zie Pb. L 12 en Trb. 2030, 4.",
        "Dat staat in de Stcrt.",
        "Daarna niets.",
    ]


WORST = (
    "€",
    "1 ",
    "1.",
    "1,",
    " ",
    "1",
    "a.",
    "zal u ",
    "wordt ",
    "in 2022 ",
    "2022-",
    "mei 1 ",
    "voor de x ",
    "www.",
    "een ",
)


def patterns() -> Iterator[Any]:
    for module in (amounts, dates, promises, clauses, sums, date_grammar, money, numbers, sentences):
        for name, value in vars(module).items():
            for i, pattern in enumerate(_compiled(value)):
                yield pytest.param(pattern, id=f"{module.__name__}.{name}.{i}")


def _compiled(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _compiled(item)


@pytest.mark.parametrize("pattern", list(patterns()))
def test_patterns_take_linear_time(pattern: re.Pattern[str]) -> None:
    """100 kB of bad text takes some 50 ms; a pattern that is not linear would take minutes."""
    for piece in WORST:
        text = piece * (100_000 // len(piece))
        begin = time.process_time()
        for _ in pattern.finditer(text):
            pass
        assert time.process_time() - begin < 0.25, piece


@pytest.mark.parametrize("printed", ["3 meı 2024", "3 auguſtus 2024", "3 APRİL 2024"])
def test_a_month_with_a_letter_that_only_looks_like_its_own_breaks_nothing(printed: str) -> None:
    assert [(found.year, found.day) for found in date_grammar.find(printed)] == [(2024, 3)]
