"""HTML as people have it: saved by a browser, copied out of mail, laid out in tables."""

from __future__ import annotations

import time

import pytest

import kg
from kg.read import read_bytes
from kg.records import Document


def _read(body: str) -> Document:
    return read_bytes("b.html", f"<html><body>{body}</body></html>".encode())


@pytest.mark.parametrize(
    "body",
    [
        "<p>Een</p><p>twee</p>",
        "<p>Een</p>\n  <p class='x'>twee</p>",
        "Een<br><br>twee",
        "Een<br> <br/>twee<br>",
        "<div>Een</div><div><br></div><div>twee</div>",
        "<div>Een</div><div><span><br></span></div><div>twee</div>",
        "<pre>Een\n\ntwee\n</pre>",
        "<table><tr><td>Een</td></tr><tr><td>twee</td></tr></table>",
        "<table><tr><td></td><td><p>Een</p><p>twee</p></td></tr></table>",
        "<table><tr><td><table><tr><td>Een</td></tr><tr><td>twee</td></tr></table></td><td> </td></tr></table>",
    ],
)
def test_paragraphs_are_apart_however_they_are_set(body: str) -> None:
    assert _read(body).text == "Een\n\ntwee\n"


@pytest.mark.parametrize("body", ["<p>Een<br>twee</p>", "<div>Een</div><div>twee</div>", "<pre>Een\ntwee</pre>"])
def test_lines_of_a_paragraph_are_not(body: str) -> None:
    assert _read(body).text == "Een\ntwee\n"


def test_a_table_of_figures_within_a_table_that_lays_out_a_page_is_read_once_as_a_table() -> None:
    figures = "<table><tr><th>Jaar</th><th><p>2031</p></th></tr><tr><td>Bedrag</td><td>1,2</td></tr></table>"
    document = _read(f"<table><tr><td>Menu</td><td><p>Zie de tabel.</p>{figures}<p>Ja.</p></td></tr></table>")
    assert document.text == "Menu\n\nZie de tabel.\nJaar\t2031\nBedrag\t1,2\nJa.\n"
    (table,) = (block for block in document.blocks if block.kind == "table")
    assert document.quote(table.span) == "Jaar\t2031\nBedrag\t1,2"


def test_hyphens_that_are_seen_at_line_ends_only_are_no_letters() -> None:
    assert _read("<p>water&shy;schap\xad</p>").text == "waterschap\n"


def test_questions_without_numbers_are_its_paragraphs() -> None:
    head = "<p>2031Z00012</p><p>Vragen van het lid Zandloper (D66) aan de Minister van Financiën over de pont</p>"
    asked = ["Kent u de pont?", "Vaart zij? Zo nee, waarom niet?", "Wat kost zij?"]
    record = kg.record(kg.extract(_read(head + "".join(f"<p>{each}</p>" for each in asked))))
    assert [each["text"] for each in record["questions"]] == asked


_ASKED = "<p>Vraag 1</p><p>Kent u «De pont»?{}</p><p>Antwoord op vraag 1</p><p>Ja, zij vaart{} nog.</p>"
_LINKED = {  # how marks are printed, what is round the notes, and how they are printed
    "list": (
        "<sup><a href='#fn{0}' id='r{0}'>{0}</a></sup>",
        "<hr><ol>{}</ol>",
        "<li id='fn{0}'><p>{1} <a href='#r{0}'>↩</a></p>",
    ),
    "aside": (
        "<a href='#f{0}' id='r{0}'><sup>{0}</sup></a>",
        "<aside><ol>{}</ol></aside>",
        "<li id='f{0}'>{1}<a href='#r{0}'>↩</a></li>",
    ),
    "word": (
        "<a href='#_ftn{0}' name='_ref{0}'><span>[{0}]</span></a>",
        "<div><hr>{}</div>",
        "<div id='ftn{0}'><p><a href='#_ref{0}' name='_ftn{0}'>[{0}]</a> {1}</p></div>",
    ),
    "office": (
        "<a name='a{0}' href='#s{0}'><sup>{0}</sup></a>",
        "{}",
        "<div id='n{0}'><p><a name='s{0}' href='#a{0}'>{0}</a>{1}</p></div>",
    ),
    "brackets outside": (
        "[<a href='#n{0}'>{0}</a>]",
        "<h3>Noten</h3>{}",
        "<p>[<a name='n{0}' href='#top'>{0}</a>] {1}</p>",
    ),
    "table": (
        "<a href='#n{0}'>[{0}]</a>",
        "<table>{}</table>",
        "<tr><td><a name='n{0}'>[{0}]</a></td><td>{1}</td></tr>",
    ),
    "foot of the page": (
        "<sup><a href='#n{0}'>{0}</a></sup>",
        "<footer><ul>{}</ul></footer>",
        "<li><span id='n{0}'>{0}.</span> {1}</li>",
    ),
    "raised": (
        "<sup id='r{0}'><a href='/b.html#n%3A{0}'>{0}</a></sup>",
        "<h2>Bronnen</h2>{}",
        "<p id='n:{0}'><sup>{0}</sup> {1}</p>",
    ),
}


@pytest.mark.parametrize("form", _LINKED)
def test_notes_that_links_lead_to_are_known(form: str) -> None:
    mark, around, note = _LINKED[form]
    said = ["De Oeverbode, 3 mei 2031", "2 mei 2031 was de dag"]
    notes = around.format("".join(note.format(n, each) for n, each in enumerate(said, 1)))
    structure = kg.extract(_read(_ASKED.format(mark.format(1), mark.format(2)) + notes)).structure
    assert [(each.label, each.passage.text, each.places) for each in structure.notes] == [
        ("1", said[0], ("question 1",)),
        ("2", said[1], ("answer 1",)),
    ]
    assert structure.questions[0].passage.text == "Kent u «De pont»?"
    assert structure.answers[0].passage.text == "Ja, zij vaart nog."


@pytest.mark.parametrize(
    "body",
    [
        "<p><a href='#v1'>1</a></p><div id='v1'>Kent u de pont? <a href='#top'>boven</a></div>",  # a menu
        "<p>Zie <sup><a href='#h1'>1</a></sup></p><h2 id='h1'>De pont</h2>",
        "<p>Ja.<sup><a href='#n1'>1</a></sup></p><p>Hier staat het<a id='n1'></a> en verder</p><p><sup><a href='#n1'>2</a></sup></p>",
        "<p>Ja.<sup><a href='#weg'>1</a></sup></p><p>De Oeverbode</p>",
    ],
)
def test_links_to_what_is_no_note_are_text(body: str) -> None:
    assert not [block for block in _read(body).blocks if block.kind in {"note", "mark"}]


def test_links_of_a_note_to_elsewhere_stay_in_it() -> None:
    body = "<p>Ja.<sup><a href='#n1'>1</a></sup></p><ol><li id='n1'><a href='https://krant.example/b#slot'>De Oeverbode</a></li></ol>"
    document = _read(body)
    assert [document.quote(block.span) for block in document.blocks if block.kind in {"note", "link"}] == [
        "De Oeverbode"
    ] * 2


def test_many_linked_notes_are_read_in_a_second() -> None:
    marks = "".join(f"<sup><a href='#n{n}'>{n % 999}</a></sup> " for n in range(3000))
    notes = "".join(f"<p><a name='n{n}'></a>De Oeverbode</p>" for n in range(3000))
    start = time.perf_counter()
    document = _read(f"<p>{marks}</p>{notes}")
    assert time.perf_counter() - start < 2
    assert sum(block.kind == "note" for block in document.blocks) == 3000


@pytest.mark.parametrize("name", ["A.B.~~Zandloper", "mevrouw~~drs.~~A.B.~~~van Zandloper", "Lotte~~Zandloper"])
def test_a_name_with_wide_blanks_signs(name: str) -> None:
    signed = f"De Minister~~van Financiën,<br><br>{name}".replace("~", "&nbsp;")
    record = kg.record(kg.extract(_read(f"<p>2031Z00012</p>{_ASKED.format('', '')}<p>{signed}</p>")))
    (answerer,) = record["answerers"]
    assert answerer["name"] == name.replace("mevrouw~~drs.~~", "").replace("~~~", " ").replace("~~", " ")
    assert [each["text"] for each in record["answers"]] == ["Ja, zij vaart nog."]
