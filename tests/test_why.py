"""Why the graph says something: every relation leads to words that stand in the text."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from textwrap import wrap

import pyoxigraph as ox
import pytest
from query_stores import SEEDS, examples, invented_registry, store_of
from read.paper import column, pdf

from kg.ask import ask, run
from kg.errors import StoreProblem, UsageProblem
from kg.quotes import of_node
from kg.store import Store
from kg.vocab import base, data
from kg.why import Explanation, check_quotes, why, write
from kg.work import records

LOCK = "03-antwoord-sluisonderhoud.txt"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return store_of(tmp_path_factory.mktemp("examples"), examples(), invented_registry())


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Store:
    if not all(path.is_file() for path in SEEDS):
        pytest.skip("the folder shared with the two seed documents is not beside the project")
    return store_of(tmp_path_factory.mktemp("seeds"), SEEDS)


def document(store: Store, name: str = LOCK) -> str:
    """The path of a document's IRI below the base."""
    ((iri,),) = run(store.quads, f'SELECT DISTINCT ?work {{ ?work a eli:Work ; rdfs:label "{name}" }}').values
    return iri.removeprefix(base())


def printed(explanation: Explanation) -> str:
    out = io.StringIO()
    write(explanation, out)
    return out.getvalue()


def test_a_reference_to_an_answer_prints_its_sentence(store: Store) -> None:
    work = document(store)
    text = printed(why(store, f"{work}/answer/5", "kv:refersToAnswer", f"{work}/answer/3"))
    assert f"{LOCK}, characters " in text
    assert "(crossreferences " in text
    (sentence,) = [line.strip() for line in text.splitlines() if ">>>" in line]
    assert sentence.startswith("Voor de planning")
    assert sentence.endswith(">>>antwoord op vraag 3<<<.")


def test_a_reference_in_the_seed_document_prints_its_sentence(seeds: Store) -> None:
    work = document(seeds, SEEDS[0].name)
    (support,) = why(seeds, f"{work}/answer/7", "kv:refersToAnswer").supports
    (place,) = support.places
    assert (place.quote, place.problem) == ("antwoord op vraag 5", "")
    assert (place.before, place.after[:14]) == ("In het ", " is toegelicht")
    assert support.document == SEEDS[0].name


def test_the_sentence_of_a_quote_ends_with_its_answer_and_not_in_the_notes_or_the_foot_of_the_page(
    tmp_path: Path,
) -> None:
    page = tmp_path / "pont.html"
    page.write_text(
        """<html><body><nav>Start</nav><main><div class="vraag"><h2>Vraag 1</h2><p>Kent u «De pont»?<a class="nootnum"
        href="#n1">1</a></p></div><div class="antwoord"><h2>Antwoord 1</h2><p>Ja. Dat kost € 3 miljoen.</p></div>
        <div id="noten"><div class="voet noot"><sup><span class="nootnum">1</span></sup><p>De Oeverbode, 4 mei 2031</p>
        </div></div></main><footer>Voet</footer></body></html>""",
        encoding="utf-8",
    )
    store = store_of(tmp_path / "kg", [page])
    amounts = run(store.quads, "SELECT DISTINCT ?amount { ?amount a kv:Amount }").values
    found = [quote for (amount,) in amounts for quote in of_node(store, ox.NamedNode(amount))]
    assert [(quote.before, quote.exact, quote.after) for quote in found] == [("Dat kost ", "€ 3 miljoen", ".")]


@pytest.mark.parametrize("name", ["store", "seeds"])
def test_every_assertion_is_explained_by_words_that_are_there(name: str, request: pytest.FixtureRequest) -> None:
    store: Store = request.getfixturevalue(name)
    query = "SELECT ?s ?p ?o { ?a a kv:Assertion ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }"
    triples = run(store.quads, query).values
    assert len(triples) > 10
    for subject, predicate, value in triples:
        explanation = why(store, subject, predicate, value)
        assert explanation.problems == []
        assert explanation.supports
        assert all(support.places and support.document and support.extractor for support in explanation.supports)


@pytest.mark.parametrize("name", ["store", "seeds"])
def test_every_quote_is_the_text_at_its_place(name: str, request: pytest.FixtureRequest) -> None:
    assert check_quotes(request.getfixturevalue(name)) == []


@pytest.mark.parametrize(
    "value",
    ["2031-10-14", '"2031-10-14"', '"2031-10-14"^^xsd:date', '"2031-10-14"^^<http://www.w3.org/2001/XMLSchema#date>'],
)
def test_a_literal_is_given_plain_or_quoted(value: str, store: Store) -> None:
    (support,) = why(store, document(store), "kv:submitted", value).supports
    assert [place.quote.split() for place in support.places] == [["14", "oktober", "2031"]]


@pytest.mark.parametrize("value", ['"2031-10-14"^^xsd:gYear', '"2031-10-14"@nl', "2031-10-15"])
def test_another_literal_is_not_what_the_graph_says(value: str, store: Store) -> None:
    with pytest.raises(UsageProblem, match=r"the graph does not say: \S+ kv:submitted"):
        why(store, document(store), "kv:submitted", value)


def test_addresses_are_whole_prefixed_or_from_the_base_on(store: Store) -> None:
    work = document(store)
    whole = why(store, f"<{base()}{work}>", "https://w3id.org/kamervragen/ns#received")
    assert whole.supports
    assert whole == why(store, work, "kv:received")


def test_a_link_tells_its_verdict_and_reason(store: Store) -> None:
    text = printed(why(store, document(store), "kv:addressedTo"))
    assert re.search(r"^ +yes post/\S+ \([\d.]+\): \w+", text, flags=re.MULTILINE)


def test_a_fact_of_the_registry_names_its_source(store: Store) -> None:
    text = printed(why(store, "incumbency/hooghiemstra", "kv:until"))
    assert text.splitlines() == [
        "incumbency/hooghiemstra kv:until",
        "  incumbency/hooghiemstra (registry)",
        "    source: invented for the tests: first",
    ]


def test_a_year_slice_is_explained_by_its_amount(store: Store) -> None:
    query = 'SELECT ?slice { ?amount kv:hasSlice ?slice ; kv:asPrinted "€ 48 miljoen" } ORDER BY ?slice LIMIT 1'
    ((slice_,),) = run(store.quads, query).values
    (place,) = why(store, slice_, "schema:value").supports[0].places
    assert place.quote == "€ 48 miljoen"


def test_a_thing_is_explained_by_all_who_speak_of_it_up_to_a_number(store: Store) -> None:
    post = "post/attested-minister--infrastructuur-en-waterstaat"
    all_of_them = why(store, post, most=1000)
    assert len(all_of_them.supports) > 5
    assert (all_of_them.more, all_of_them.reason) == (0, "")
    some = why(store, post, most=2)
    assert some.supports == all_of_them.supports[:2]
    assert some.more == len(all_of_them.supports) - 2
    assert printed(some).endswith(f"  and {some.more} more\n")


def test_a_mention_is_explained_by_itself(store: Store) -> None:
    node = f"{document(store)}/answer/1"
    (support,) = why(store, node).supports
    assert (support.node, [place.quote for place in support.places]) == (base() + node, ["Ja."])
    assert [(place.before, place.after) for place in support.places] == [("", "")]


@pytest.mark.parametrize("name", ["promises", "money-per-year", "who-pays"])
def test_the_place_in_a_row_of_a_question_leads_to_what_was_read_there(name: str, store: Store) -> None:
    rows = ask(store, name)
    named = "file" if "file" in rows.columns else "document"
    for row in [dict(zip(rows.columns, values, strict=True)) for values in rows.values[:5]]:
        file, start, end = row[named], row["start"], row["end"]
        found = why(store, file, start, end)
        assert [(place.start, place.end) for support in found.supports for place in support.places]
        assert all(support.document == file for support in found.supports)


def test_a_file_or_a_case_is_named_by_its_name(store: Store) -> None:
    assert why(store, LOCK).statement == document(store)
    assert why(store, "2031Z17342").statement == "case/2031Z17342"
    assert not why(store, LOCK, "1", "2").supports


def test_what_no_words_say_is_said_to_have_none(store: Store) -> None:
    explanation = why(store, f"{document(store)}/text", "kv:length")
    assert explanation.supports == ()
    assert "no words say this" in printed(explanation)


@pytest.mark.parametrize(
    "given",
    [
        ("person/nobody",),
        ("document/0", "kv:askedBy"),
        ("document/0", "kv:askedBy", "person/nobody"),
        ("http://a b",),
        ("<x> } ; <y>", "kv:askedBy"),
        ("kv:askedBy", 'x"\n'),
        ("",),
    ],
)
def test_what_the_graph_does_not_know_is_refused_in_one_line(given: tuple[str, ...], store: Store) -> None:
    with pytest.raises(UsageProblem) as problem:
        why(store, *given)
    assert "\n" not in str(problem.value)


@pytest.fixture
def changed(tmp_path: Path) -> Store:
    """A store of which the text was changed after the build."""
    store = store_of(tmp_path, [data("examples") / LOCK], [])
    (text,) = (store.build / "texts").iterdir()
    text.write_bytes(text.read_bytes().replace(b"48 miljoen", b"84 miljoen"))
    return store


def test_a_text_that_was_changed_is_reported_loudly(changed: Store) -> None:
    problems = check_quotes(changed)
    assert problems
    assert any("'€ 84 miljoen' where the graph quotes '€ 48 miljoen'. Run kg build again." in line for line in problems)
    amount = run(changed.quads, 'SELECT ?a { ?a kv:asPrinted "€ 48 miljoen" } LIMIT 1').values[0][0]
    explanation = why(changed, amount)
    assert len(explanation.problems) == 1
    assert "WRONG: " in printed(explanation)


def test_a_text_that_is_gone_is_reported(changed: Store) -> None:
    work = document(changed)
    for text in (changed.build / "texts").iterdir():
        text.unlink()
    with pytest.raises(StoreProblem, match="the text of this document is missing"):
        why(changed, work, "kv:submitted")


def test_words_are_marked_in_colour_on_a_terminal_only(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm")
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    explanation, out = why(store, document(store), "kv:received"), Terminal()
    write(explanation, out)
    assert "\x1b[" in out.getvalue()
    assert ">>>" not in out.getvalue()
    assert "\x1b" not in printed(explanation)
    assert ">>>28 november 2031<<<" in printed(explanation)


def test_a_place_in_a_file_with_pages_says_its_page(tmp_path: Path) -> None:
    head = (
        "Vragen van het lid Zandloper (Dijkpartij) aan de Minister van Financiën over de pont (ingezonden 2 mei 2031)."
    )
    pages = [column([*wrap(head, 90), "", "Vraag 1", "Vaart zij nog?"]), column(["Vraag 2", "Kost dat € 5 miljoen?"])]
    (tmp_path / "b.pdf").write_bytes(pdf(pages))
    store = store_of(tmp_path / "store", [tmp_path / "b.pdf"])
    (line,) = [record for record, _ in records([tmp_path / "b.pdf"])]
    found = json.loads(line)
    (start, end) = found["amounts"][0]["spans"][0]
    assert [page["page"] for page in found["pages"] if page["spans"][0][0] <= start < page["spans"][0][1]] == [2]
    node = f"document/{found['sha256'][:16]}/amount/{start}-{end}"
    assert f"  b.pdf, page 2, characters {start}-{end} (amounts" in printed(why(store, node))
    rows = run(store.quads, "SELECT DISTINCT ?page { ?place kv:page ?page } ORDER BY ?page").values
    assert rows == [("1",), ("2",)]
    rows = run(store.quads, f"SELECT ?box {{ ?place kv:box ?box ; oa:start {start} ; oa:end {end} }}").values
    (box,) = [box for box in found["boxes"] if box[0] <= start < box[1]]
    assert rows == [(" ".join(map(str, box[2:])),)]
    (place,) = why(store, node).supports[0].places
    assert place.boxes == rows[0]
