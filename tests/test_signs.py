"""What a text is matched as: without signs that no reader sees; every span leads to what is printed (rows 10, 26 and 27)."""

from __future__ import annotations

import random
import re
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kg
from kg.quads import quads
from kg.read import read_bytes
from kg.records import Block, Document, Source, Span, Structure
from kg.segment import segment

LETTER = """Vragen van het lid Jansónius (Waterpartij) aan de Minister van Financiën over de effectieve sluis (ingezonden 3 april 2031).
Antwoord van Minister Oldenhof (Financiën) (ontvangen 20 april 2031).
Vraag 1
Kent u het bericht over de financiële coördinatie?1
Antwoord 1
Ja. Dit kost € 5 miljoen; zie Kamerstuk 99 001, nr. 7, en de Wet financiering sociale verzekeringen.
Vraag 2
Eén vraag: wat vindt het café?
Antwoord 2
Niets.
1 De Klok, 3 mei 2031, «De sluis».
"""
UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u202d\u202e\u2060\u2066\u2069\ufeff\u00ad"


def document(text: str, *blocks: Block) -> Document:
    return Document(Source("b.txt", "text/plain", "0" * 64), text, blocks)


def record(text: str) -> dict[str, Any]:
    return kg.record(kg.extract(document(text)))


def without_places(found: object) -> object:
    """A record without where things stand."""
    if isinstance(found, dict):
        return {key: without_places(item) for key, item in found.items() if key not in ("spans", "sha256", "file")}
    return [without_places(item) for item in found] if isinstance(found, list) else found


def plain(text: str) -> str:
    """A text as it is read, made otherwise than the program makes it."""
    kept = "".join(char for char in text if unicodedata.category(char) != "Cf")
    return unicodedata.normalize("NFKC", kept)


def assert_places_are_printed(structure: Structure) -> None:
    for passage in structure.passages():
        for place, char in enumerate(passage.text):
            quoted = [structure.document.quote(span) for span in passage.spans(place, place + 1)]
            assert char.isspace() or any(char in plain(quote) for quote in quoted), (char, quoted)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Vra\u200bag 1", "Vraag 1"),
        ("Jan\u200bsónius", "Jansónius"),
        ("\u202eJansónius\u202c", "Jansónius"),
        ("5 mil\u200bjoen", "5 miljoen"),
        ("5\u200b miljoen", "5 miljoen"),
        ("5 \u2060miljoen", "5 miljoen"),
        ("5 \u202emiljoen\u202c", "5 miljoen"),
        ("5 mil\u00ad\njoen", "5 miljoen"),
        ("5 mil\u00adjoen", "5 miljoen"),
        ("99\u200b 001, nr. 7", "99 001, nr. 7"),
        ("coördi\u00ad  \nnatie", "coördinatie"),
        ("ﬁnanciële", "financiële"),
        ("Wet ﬁnanciering", "Wet financiering"),
        ("eﬀectieve", "effectieve"),
        ("Ee\u0301n vraag", "Eén vraag"),
        ("cafe\u0301", "café"),
        ("coo\u0308rdinatie", "coördinatie"),
    ],
)
def test_records_are_those_of_the_words_that_people_read(printed: str, read: str) -> None:
    """Rows 10 and 26: soft hyphens, ligatures, zero-width signs and marks of direction."""
    assert read in LETTER
    changed = LETTER.replace(read, printed)
    assert without_places(record(changed)) == without_places(record(LETTER))
    assert_places_are_printed(segment(document(changed)))


@pytest.mark.parametrize("name", ["Jan\u200bsónius", "\u202eJansónius\u202c", "Jansónius", "J\u0430nsónius", "Янсон"])
def test_addresses_are_plain_whatever_the_name_is_written_with(name: str) -> None:
    """Row 26: also letters that only look like others."""
    lines = quads(kg.extract(document(LETTER.replace("Jansónius", name))), ())
    addresses = [
        address for line in lines for address in re.findall(r"<[^>]*>", re.sub(r'"(?:[^"\\\\]|\\\\.)*"', "", line))
    ]
    assert addresses
    assert all(address.isascii() for address in addresses)


def test_signs_that_turn_the_order_of_letters_are_told() -> None:
    """Row 26: what people see may differ from what is read."""
    read = read_bytes("b.txt", "Vraag 1\nKost het € 5 \u202enoejlim\u202c?\n".encode())
    (issue,) = read.issues
    assert (issue.rule, [read.quote(span) for span in issue.spans]) == ("read/direction", ["\u202e"])
    assert not read_bytes("b.txt", "Vraag 1\nJan\u200bsen \u200f\n".encode()).issues


def test_a_name_with_loose_accents_is_the_same_person() -> None:
    """Row 27: one name in two spellings of Unicode."""
    loose = unicodedata.normalize("NFD", LETTER)
    assert loose != LETTER
    assert without_places(record(loose)) == without_places(record(LETTER))


@given(st.integers(0, 10_000), st.text(alphabet=UNSEEN, min_size=1, max_size=30))
def test_signs_that_nobody_sees_change_nothing_wherever_they_stand(seed: int, signs: str) -> None:
    """Rows 10 and 26."""
    chance = random.Random(seed)
    text = LETTER
    for sign in signs:
        at = chance.randrange(len(text))
        text = text[:at] + sign + text[at:]
    if "\u00ad\n" in text:
        return  # it prints a hyphen
    changed, whole = segment(document(text)), segment(document(LETTER))
    assert [(p.place, p.text) for p in changed.passages()] == [(p.place, p.text) for p in whole.passages()]
    assert_places_are_printed(changed)


@given(st.text(alphabet=UNSEEN + "ab ﬁĳé\u0301\u0308\n1.V?", max_size=60))
def test_any_text_with_such_signs_has_parts_that_quote_it(text: str) -> None:
    """Rows 10, 26 and 27."""
    length = len(text)
    for passage in segment(document("Vraag 1\n" + text)).passages():
        for span in passage.spans():
            assert 0 <= span.start < span.end <= length + len("Vraag 1\n")


def test_quotes_take_in_what_belongs_to_their_letters() -> None:
    """Rows 26 and 27: a quote begins and ends with the letters as they are printed."""
    text = "Vraag 1\nKent u he\u200bt cafe\u0301 en de ﬁets?\n"
    structure = segment(document(text))
    passage = structure.questions[0].passage
    for word, printed in (("het", "he\u200bt"), ("café", "cafe\u0301"), ("fiets", "ﬁets"), ("iets", "ﬁets")):
        at = passage.text.index(word)
        assert [structure.document.quote(span) for span in passage.spans(at, at + len(word))] == [printed]


def test_what_the_reader_knows_keeps_its_place() -> None:
    """Row 26: marks and notes of a reader lie in the printed text, signs or not."""
    text = "Vraag\u200b 1\nKent\u200b u dit?1\nAntwoord 1\nJa\u200b.\n1 De \u200bKlok.\n"
    mark, note = text.index("?1") + 1, text.index("De \u200b")
    blocks = (Block(Span(mark, mark + 1), "mark", "1"), Block(Span(note, len(text) - 1), "note", "1"))
    structure = segment(document(text, *blocks))
    assert structure.questions[0].passage.text == "Kent u dit?"
    assert structure.questions[0].passage.marks[0].span == Span(mark, mark + 1)
    assert [(n.label, n.passage.text, n.places) for n in structure.notes] == [("1", "De Klok.", ("question 1",))]
    assert structure.notes[0].passage.spans() == (Span(note, len(text) - 1),)
