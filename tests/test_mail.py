"""What mail adds to a letter: the signs before quoted lines, and the lines that a program writes under it."""

from __future__ import annotations

from typing import Any

import pytest

import kg
from kg.records import Document, Source
from kg.segment import segment
from kg.segment.mail import mail_end

HEAD = "From: griffie@voorbeeld.nl\nTo: vragen@voorbeeld.nl\nSubject: Schriftelijke vragen 2031Z00123\n\n"
LETTER = """2031Z00123

Vragen van het lid Zandloper (Dijkpartij) aan de Minister van Financiën over de pont (ingezonden 3 april 2031)

Vraag 1
Kent u het bericht «De pont vaart niet» en de
uitleg die de gemeente Goes daarbij geeft?[1]

Vraag 2
Kost dat € 3 miljoen?

[1] De Polderkoerier, 3 mei 2031
"""
SIGNED = "\n\nVan: redactie\nVerzonden vanaf mijn iPhone\n"


def document(text: str) -> Document:
    return Document(Source("mail.txt", "text/plain", "0" * 64), text)


def facts(value: Any) -> Any:
    """A record without places."""
    if isinstance(value, dict):
        return {key: facts(item) for key, item in value.items() if key != "spans"}
    return [facts(item) for item in value] if isinstance(value, list) else value


def record(text: str) -> Any:
    return facts(kg.record(kg.extract(document(text))))


def quote(text: str, sign: str) -> str:
    return "".join(f"{sign}{line}".rstrip(" ") + "\n" for line in text.splitlines())


@pytest.mark.parametrize("sign", ["> ", ">", ">> ", "> > ", " > "])
def test_quoted_lines_are_read_as_the_letter_that_they_quote(sign: str) -> None:
    assert len(record(HEAD + LETTER)["questions"]) == 2
    assert record(HEAD + quote(LETTER, sign)) == record(HEAD + LETTER)


def test_lines_that_are_quoted_twice_inside_a_quotation_are_read_too() -> None:
    whole = quote("Ter informatie.\n\n" + quote(LETTER, "> "), "> ")
    assert record(HEAD + whole)["questions"] == record(HEAD + LETTER)["questions"]


def test_places_of_quoted_text_are_the_printed_words_without_the_signs() -> None:
    structure = segment(document(HEAD + quote(LETTER, "> ")))
    printed = [structure.document.quote(span).strip() for span in structure.questions[0].passage.spans()]
    assert printed[0] == "Kent u het bericht «De pont vaart niet» en de"
    assert printed[1].startswith("uitleg die de gemeente Goes daarbij geeft?")
    assert ">" not in "".join(printed)


@pytest.mark.parametrize(
    "lines",
    [
        "> 65 jaar: 12 schippers\n> 75 jaar: 3 schippers\n> 85 jaar: 1 schipper",
        "Daling\n> 10% is veel",
        "> Zie ook\n> het rapport",
    ],
)
def test_a_sign_that_means_more_or_stands_by_itself_is_text(lines: str) -> None:
    text = f"Vraag 1\nKlopt het?\nAntwoord 1\nJa:\n{lines}\n"
    assert record(text)["answers"][0]["text"].count(">") == lines.count(">")


def test_what_a_mail_was_sent_with_is_no_text_of_the_last_note() -> None:
    assert record(LETTER + SIGNED) == record(LETTER)
    assert record(LETTER + "\n-- \nLotte ten Have\n06-12345678\n") == record(LETTER)


@pytest.mark.parametrize(
    "text",
    [
        "Vraag 1\nKent u de regel:\nVerzonden vanaf mijn iPhone\nonder die mail?\n",
        "Vraag 1\nKlopt het?\n\nVan: redactie\n",
        "Vraag 1\nKlopt het?\n\nVan: redactie\nVerzonden vanaf mijn iPhone\n\nVraag 2\nWaarom?\n",
        "Antwoord 1\nJa.\n\n--\nLotte ten Have\nMinister van Defensie\n",
    ],
)
def test_what_belongs_to_the_letter_is_not_the_end_of_a_mail(text: str) -> None:
    assert not list(mail_end(text))
