"""The questions of queries/: what they answer on the examples, and that no value or SPARQL can do harm."""

from __future__ import annotations

import contextlib
import csv
import gzip
import io
import json
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pyoxigraph as ox
import pytest
import rdflib
from query_stores import HERE, SEEDS, affairs, examples, invented_registry, store_of

import kg
from kg.ask import FORMS, Parameter, Rows, ask, checks, fill, queries, run, select, write
from kg.build import import_zaken
from kg.errors import UsageProblem
from kg.rows import SHOWN
from kg.sparql_check import MAX_DEPTH, MAX_LENGTH, check
from kg.store import Store
from kg.vocab import VERSION, base, prefixes

FOLDER = HERE / "queries"
ASKED = {"sources-behind-questions": {"outlet": "omroep"}}  # other values than the defaults
OF_AFFAIRS = {
    "corrected-answers",
    "days-to-answer",
    "earlier-sets-by-date",
    "overdue",
}  # asked of more documents than the examples
HOSTILE = (
    '" } UNION { ?s ?p ?o } #',
    'x" } } SELECT * { ?s ?p ?o } #',
    "> } UNION { ?s ?p ?o } #",
    "\\u0022 } UNION { ?s ?p ?o } #",
    "'''\"\"\"\\",
    "VALUES ?about { }",
    "}} DROP ALL #",
    "{name} {0} %s $x ?x",
    "<javascript:alert(1)>",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return store_of(tmp_path_factory.mktemp("examples"), examples(), invented_registry())


@pytest.fixture(scope="module")
def more(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return store_of(tmp_path_factory.mktemp("affairs"), affairs(), invented_registry())


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Store:
    if not all(path.is_file() for path in SEEDS):
        pytest.skip("the folder shared with the two seed documents is not beside the project")
    return store_of(tmp_path_factory.mktemp("seeds"), SEEDS)


@pytest.fixture
def listener() -> Iterator[tuple[int, list[int]]]:
    """A port on this machine, and the connections that were made to it."""
    server = socket.create_server(("127.0.0.1", 0))
    made: list[int] = []

    def accept() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            made.append(1)
            connection.close()

    threading.Thread(target=accept, daemon=True).start()
    yield server.getsockname()[1], made
    server.close()


# -- the files


@pytest.mark.parametrize("name", [*queries(), *checks()])
def test_a_question_says_in_two_languages_what_it_answers(name: str) -> None:
    query = queries().get(name) or checks()[name]
    assert query.title
    assert query.title_en
    assert query.title != query.title_en
    assert query.question.endswith("?")
    assert all(1 <= int(number) <= 27 for number in query.competency.split(","))
    assert all(parameter.description for parameter in query.parameters)


@pytest.mark.parametrize("name", queries())
def test_a_question_has_the_answer_that_its_file_expects(name: str, store: Store, more: Store) -> None:
    expected = FOLDER / f"{name}.csv"
    out = io.StringIO()
    write(ask(more if name in OF_AFFAIRS else store, name, **ASKED.get(name, {})), "csv", out)
    answer = out.getvalue().replace(VERSION, "VERSION")
    if os.environ.get("KG_BLESS"):
        expected.write_text(answer, encoding="utf-8")
    assert expected.is_file(), f"write {expected} by running the tests with KG_BLESS=1, and read it"
    with expected.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    assert len(rows) > 1, "an expected answer has at least one row"
    assert list(csv.reader(io.StringIO(answer))) == rows


@pytest.mark.parametrize("name", queries())
def test_the_default_of_the_header_is_the_default_of_the_query(name: str, store: Store) -> None:
    query = queries()[name]
    defaults = {parameter.name: parameter.default for parameter in query.parameters}
    assert ask(store, name, **defaults) == run(store.quads, query.text)


@pytest.mark.parametrize("name", [*queries(), *checks()])
def test_a_question_declares_its_prefixes_for_other_engines(name: str) -> None:
    query = queries().get(name) or checks()[name]
    body = re.sub(r"<[^>\s]*>|\"[^\"]*\"|^#.*$", "", query.text, flags=re.MULTILINE)
    used = set(re.findall(r"(?<![\w?])([a-z]+):", re.sub(r"^PREFIX.*$", "", body, flags=re.MULTILINE)))
    declared = dict(re.findall(r"^PREFIX ([a-z]+): <(.*)>$", query.text, flags=re.MULTILINE))
    assert used == set(declared)
    assert declared.items() <= prefixes().items()
    assert "YEAR(" not in body


@pytest.fixture(scope="module")
def other_engine(store: Store) -> rdflib.Graph:
    """The same triples, without their graphs, in an engine that shares no code with ours."""
    triples = sorted({f"{quad.triple} ." for quad in store.quads})
    return rdflib.Graph().parse(data="\n".join(triples), format="nt")


@pytest.mark.parametrize("name", [*queries(), *checks()])
def test_another_engine_gives_the_same_answer(name: str, store: Store, other_engine: rdflib.Graph) -> None:
    query = queries().get(name) or checks()[name]
    ours = run(store.quads, query.text)
    theirs = [tuple("" if term is None else str(term) for term in row) for row in other_engine.query(query.text)]
    assert sorted(theirs) == sorted(ours.values)


# -- checks


@pytest.mark.parametrize("name", checks())
def test_a_sound_graph_passes(name: str, store: Store) -> None:
    assert ask(store, name).values == []


@pytest.mark.parametrize("name", checks())
def test_a_broken_graph_does_not_pass(name: str) -> None:
    graph = ox.NamedNode(f"{base()}graph/broken")
    broken = ox.Store()
    for quad in ox.parse(path=str(FOLDER / "broken" / f"{name}.ttl"), format=ox.RdfFormat.TURTLE):
        broken.add(ox.Quad(quad.subject, quad.predicate, quad.object, graph))
    assert run(broken, checks()[name].text).values


# -- many cases

PLACES = ("sluis", "brug", "dijk", "veer", "kade", "gemaal", "stuw", "boezem", "polder", "duin", "haven", "kanaal")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The examples and 2,500 invented rows of the House's list."""
    folder = tmp_path_factory.mktemp("many")
    rows = ["Id,Nummer,Onderwerp,GestartOp,Gericht aan,Indiener,Medeindiener,Afgedaan"]
    for number in range(2500):
        subject = f"{PLACES[number % 12]} en {PLACES[number // 12 % 12]} te dorp{number // 144}"
        day = f"20{30 + number % 2}-{1 + number % 12:02}-{1 + number % 28:02}T00:00:00+02:00"
        rows.append(f"{number},2030Z{number:05},{subject},{day},,Piet Verzonnen{number % 90} (P.),,True")
    with gzip.open(folder / "lijst.csv.gz", "wt", encoding="utf-8") as out:
        out.write("\n".join(rows))
    import_zaken(folder / "lijst.csv.gz", folder / "store")
    kg.build([HERE.parent / "examples"], folder / "store")
    return kg.open_store(folder / "store")


@pytest.mark.parametrize("name", queries())
def test_a_question_over_many_cases_takes_no_longer_than_a_second_or_two(name: str, many: Store) -> None:
    begun = time.process_time()
    ask(many, name)
    assert time.process_time() - begun < 5  # a second on a machine without other work


# -- the seed documents


def test_172_million_is_spread_over_six_years_and_adds_up(seeds: Store) -> None:
    rows = [row[1:6] for row in ask(seeds, "spread-of-amount", amount=172_000_000).values]
    later = [(str(year), "27000000") for year in range(2023, 2028)]
    assert [(year, value) for _, year, value, _, _ in rows] == [("2022", "37000000"), *later]
    assert {(printed, computed, right) for printed, _, _, computed, right in rows} == {
        ("€ 172 miljoen", "172000000", "true")
    }


def test_172_million_is_stated_in_answer_5_to_question_5(seeds: Store) -> None:
    (row,) = ask(seeds, "where-amount-stated", amount="172000000").values
    assert row[:5] == ("000_21975a96bc877d13.txt", "antwoord", "5", "5", "€ 172 miljoen")
    assert seeds.text("3a43db94eee250fb")[int(row[5]) : int(row[6])] == "€ 172 miljoen"


def test_the_office_changed_hands_between_the_two_sets(seeds: Store) -> None:
    asked = [row for row in ask(seeds, "minister-asked-and-answered").values if row[1] == "gevraagd"]
    assert [(row[2], row[4]) for row in asked] == [("2025-04-03", "David van Weel"), ("2025-11-26", "Foort van Oosten")]


def test_the_reference_to_the_letter_of_2023_is_corrected(seeds: Store) -> None:
    rows = ask(seeds, "papers-corrected-or-unresolved", dossier="29279").values
    assert {(row[2], row[4]) for row in rows} == {("verbeterd", "https://zoek.officielebekendmakingen.nl/kst-29279-M")}
    assert ask(seeds, "papers-corrected-or-unresolved", dossier="2927").values == []


def test_the_letter_of_20_march_2023_is_one_letter_of_the_predecessor(seeds: Store) -> None:
    rows = ask(seeds, "letters-by-predecessors", document="000_").values
    assert [row[2] for row in rows] == ["3", "5", "6", "7"]
    paper = "https://zoek.officielebekendmakingen.nl/kst-29279-M"
    assert {row[4:8] for row in rows} == {
        ("2023-03-20", "Minister van Justitie en Veiligheid", "Dilan Yeşilgöz-Zegerius", paper)
    }


@pytest.mark.parametrize("name", checks())
def test_the_graph_of_the_seed_documents_is_sound(name: str, seeds: Store) -> None:
    assert ask(seeds, name).values == []


# -- values


PARAMETERS = [(query.name, parameter) for query in queries().values() for parameter in query.parameters]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize(("name", "parameter"), [pair for pair in PARAMETERS if pair[1].type in ("string", "text")])
def test_a_hostile_text_is_only_looked_for(name: str, parameter: Parameter, value: str, store: Store) -> None:
    assert ask(store, name, **{parameter.name: value}).values == []


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize(("name", "parameter"), [pair for pair in PARAMETERS if pair[1].type not in ("string", "text")])
def test_a_hostile_number_date_or_address_is_refused(name: str, parameter: Parameter, value: str, store: Store) -> None:
    if parameter.type == "iri" and value == "<javascript:alert(1)>":
        assert ask(store, name, **{parameter.name: value}).values == []  # an address like any other, never followed
        return
    with pytest.raises(UsageProblem, match=f"^{name}: {parameter.name}: .*Give another value.$"):
        ask(store, name, **{parameter.name: value})


def test_a_value_that_looks_like_another_parameter_stays_a_value(store: Store) -> None:
    text = fill(queries()["questions-by-member-about"], {"member": 'VALUES ?about { "x" }', "about": '"'})
    assert text.count(r'VALUES ?member { "VALUES ?about { \"x\" }" }') == 1
    assert text.count(r'VALUES ?about { "\"" }') == 1


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        ("where-amount-stated", {"amount": "172 miljoen"}, "is no decimal"),
        ("where-amount-stated", {"amount": "1e9"}, "such as 1500000 or 2.5"),
        ("money-per-year", {"from": "25"}, "a year such as 2025"),
        ("questions-by-member-about", {"member": "a\nb"}, "without control characters"),
        ("questions-by-member-about", {"member": "\ud800"}, "is no text"),
        ("questions-by-member-about", {"lid": "x"}, "It has member, about."),
        ("sums-checked", {"x": "y"}, "It has none."),
        ("sums-checked", {"name": "y"}, "there is no parameter 'name'"),
        ("sums-checked", {"store": "y"}, "there is no parameter 'store'"),
        ("no-such-question", {}, "Run kg ask for the list"),
    ],
)
def test_a_wrong_value_is_refused_in_one_line(name: str, values: dict[str, str], words: str, store: Store) -> None:
    with pytest.raises(UsageProblem, match=re.escape(words)) as problem:
        ask(store, name, **values)
    assert "\n" not in str(problem.value)


# -- SPARQL of the user


def test_a_user_asks_over_all_graphs_with_the_prefixes_of_the_project(store: Store) -> None:
    rows = select(store, "SELECT ?text { ?answer a kv:Answer ; schema:text ?text FILTER(STRLEN(?text) < 5) }")
    assert rows.columns == ("text",)
    assert set(rows.values) == {("Ja.",)}
    assert set(select(store, "SELECT ?f FROM <graph/registry> { ?s foaf:familyName ?f }").values) == {
        ("Hooghiemstra",),
        ("Berkenrode",),
    }
    assert select(store, "ASK { ?answer a kv:Answer }").values == [("true",)]
    assert select(store, f"DESCRIBE <{base()}person/hooghiemstra>").form == "graph"
    assert (
        select(store, "CONSTRUCT WHERE { <person/hooghiemstra> foaf:familyName ?name }").values[0][2] == "Hooghiemstra"
    )


SERVICES = [
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { service silent <URL> { ?s ?p ?o } }",
    "SELECT * { # a remark\n SERVICE# <\n<URL> { ?s ?p ?o } }",
    "PREFIX x: <URL> SELECT * { SERVICE x: { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    "SELECT * { { SELECT * { SERVICE <URL> { ?s ?p ?o } } } }",
    "SELECT * { BIND(<URL> AS ?x) SERVICE ?x { ?s ?p ?o } }",
    "SELECT * { ?s ?p 'SERVICE' . SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { BIND(1 AS ?a) FILTER(?a<?b#'>'''\n) SERVICE <URL> { ?s ?p ?o } #'''\n }",
    "SELECT * { BIND(1 AS ?a) FILTER(?a<?b#>\n) SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { S\\u0045RVICE <URL> { ?s ?p ?o } }",
]


@pytest.mark.parametrize("query", SERVICES)
def test_a_query_cannot_reach_the_network(query: str, store: Store, listener: tuple[int, list[int]]) -> None:
    port, made = listener
    with pytest.raises(UsageProblem):
        select(store, query.replace("URL", f"http://127.0.0.1:{port}/"))
    assert made == []


@pytest.mark.skipif(sys.platform != "linux", reason="only the kernel of Linux refuses sockets to one process")
@pytest.mark.parametrize("query", SERVICES[:7])
def test_the_process_of_a_query_has_no_network_either(
    query: str, store: Store, listener: tuple[int, list[int]]
) -> None:
    port, made = listener
    request = {"quads": str(store.build / "quads"), "query": query.replace("URL", f"http://127.0.0.1:{port}/")}
    request |= {
        "base": base(),
        "prefixes": prefixes(),
        "union": True,
        "seconds": 20,
        "megabytes": 2048,
        "output": 1 << 20,
    }
    done = subprocess.run(
        [sys.executable, "-m", "kg.sparql_worker"], input=json.dumps(request).encode(), capture_output=True, check=False
    )
    said = json.loads(done.stderr.splitlines()[-1])
    assert "problem" in said or said["sockets"] == "refused"
    assert made == []


def test_a_query_fetches_no_graph(store: Store, listener: tuple[int, list[int]]) -> None:
    port, made = listener
    query = "SELECT * FROM <URL> FROM NAMED <file:///etc/passwd> { ?s ?p ?o }"
    rows = select(store, query.replace("URL", f"http://127.0.0.1:{port}/"))
    assert rows.values == []
    assert made == []


def test_the_word_service_may_stand_in_a_quotation_a_remark_or_a_name() -> None:
    check(
        "SELECT * { ?s schema:service \"SERVICE\" , '''it's SERVICE''' # SERVICE\n ; <http://x.nl/SERVICE> ?service }"
    )


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a> <b> <c> }",
        "# x\nBASE <http://a/> DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://x/>",
        "drop all",
        "",
        "#",
        "42",
    ],
)
def test_a_query_only_reads(query: str, store: Store) -> None:
    before = len(store.quads)
    with pytest.raises(UsageProblem, match=r"SELECT|store"):
        select(store, query)
    assert len(store.quads) == before


def test_a_query_that_never_ends_is_stopped_in_time(store: Store) -> None:
    begun = time.monotonic()
    with pytest.raises(UsageProblem, match="more than 1 seconds"):
        select(store, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", seconds=1)
    assert time.monotonic() - begun < 30


def test_a_query_that_wants_all_memory_is_stopped(store: Store) -> None:
    with pytest.raises(UsageProblem, match="more than 600 MB of memory"):
        select(store, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a", seconds=50, megabytes=600)


def test_an_answer_that_is_too_large_is_refused_not_cut(store: Store) -> None:
    with pytest.raises(UsageProblem, match="larger than 64 MB"):
        select(store, "SELECT * { ?a ?b ?c . ?d ?e ?f }")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT * " + "{" * 3000 + "}" * 3000, f"more than {MAX_DEPTH} brackets"),
        ("SELECT * { FILTER(" + "(" * 5000 + "1" + ")" * 5000 + ") }", f"more than {MAX_DEPTH} brackets"),
        ("SELECT * { FILTER(" + "!" * 9500 + "true) }", "operators"),
        ("SELECT * { FILTER(1" + "+1" * 7000 + ") }", "operators"),
        ("SELECT * { {}" + " UNION {}" * 6900 + " }", "operators"),
        ("SELECT * { ?s " + "<a>/" * 8900 + "<a> ?o }", "operators"),
        ("SELECT * { } #" + "x" * MAX_LENGTH, "characters"),
    ],
)
def test_a_query_that_would_end_the_engine_is_refused(query: str, words: str) -> None:
    with pytest.raises(UsageProblem, match=words) as problem:
        check(query)
    assert "\n" not in str(problem.value)


@pytest.mark.parametrize("worst", ["a.", "<a", "'''a", "'\\", "a:", "\\", '"""""', "<a#", "?a<", "\u00e9.", "::"])
def test_looking_at_a_query_takes_linear_time(worst: str) -> None:
    query = f"SELECT * {{ {worst * (60_000 // len(worst))}"
    begun = time.process_time()
    with contextlib.suppress(UsageProblem):
        check(query)
    assert time.process_time() - begun < 3


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT ?x\nWHERE { ?x ?y }", "line 2, column 16"),
        ("SELECT ?x\n{ ?x eenvoudig:y ?z }", "line 2, column 6: the prefix eenvoudig: is not declared"),
        ("SELECT ?x { ?x ?y 'abc }", "line 1, column 19"),
        ("SELECT ?x { ?x ?y ?z } }", "line 1, column 25"),
    ],
)
def test_a_fault_is_shown_by_its_place_in_one_line(query: str, words: str, store: Store) -> None:
    with pytest.raises(UsageProblem, match=re.escape(words)) as problem:
        select(store, query)
    assert "\n" not in str(problem.value)
    assert len(str(problem.value)) < 250


# -- forms of output


def _written(rows: Rows, form: str) -> str:
    out = io.StringIO()
    write(rows, form, out)
    return out.getvalue()


MIXED = 'SELECT ?a ?b ?c ?d { VALUES (?a ?b ?c ?d) { (<http://x.nl/> "l,\\n\\"1"@nl "2025-01-01"^^xsd:date UNDEF) } }'


def test_json_is_that_of_the_standard(store: Store) -> None:
    rows = select(store, MIXED)
    again = ox.parse_query_results(_written(rows, "json"), ox.QueryResultsFormat.JSON)
    assert isinstance(again, ox.QuerySolutions)
    assert tuple(tuple(row) for row in again) == rows.terms
    assert json.loads(_written(select(store, "ASK {}"), "json")) == {"head": {}, "boolean": True}


def test_csv_is_read_back_as_it_was(store: Store) -> None:
    rows = select(store, MIXED)
    assert list(csv.reader(io.StringIO(_written(rows, "csv")))) == [
        ["a", "b", "c", "d"],
        ["http://x.nl/", 'l,\n"1', "2025-01-01", ""],
    ]


@pytest.mark.parametrize(("form", "syntax"), [("turtle", ox.RdfFormat.TURTLE), ("ntriples", ox.RdfFormat.N_TRIPLES)])
def test_a_graph_is_written_as_rdf(form: str, syntax: ox.RdfFormat, store: Store) -> None:
    rows = select(store, "CONSTRUCT { ?s rdfs:label ?o } WHERE { ?s a kv:Case ; rdfs:label ?o }")
    again = {quad.triple for quad in ox.parse(_written(rows, form), format=syntax)}
    assert again == {ox.Triple(*row) for row in rows.terms}  # type: ignore[arg-type]
    assert len(again) > 5
    with pytest.raises(UsageProblem, match="CONSTRUCT"):
        write(select(store, "SELECT * { }"), form, io.StringIO())


def test_a_table_has_one_line_a_row_and_no_colour_in_a_file(store: Store) -> None:
    rows = select(
        store, 'SELECT ?a ?b { VALUES (?a ?b) { ("\u001b[31mred\u202e [bold]x[/bold]\\nsecond" kv:Answer) } }'
    )
    lines = _written(rows, "table").splitlines()
    assert len(lines) == 2
    assert lines[1].split(maxsplit=3) == ["[31mred", "[bold]x[/bold]", "second", "kv:Answer"]


class _Terminal(io.StringIO):
    """What a table written to a terminal looks like."""

    def isatty(self) -> bool:
        return True


def test_a_table_of_many_rows_is_whole_in_a_file_and_says_on_a_terminal_that_there_are_more() -> None:
    rows = Rows(("wie", "n"), tuple((ox.Literal("veer" * (n % 3)), ox.Literal(n)) for n in range(SHOWN + 5)))
    lines = _written(rows, "table").splitlines()
    assert lines[:3] == ["wie       n", "          0", "veer      1"]
    assert [line.split()[-1] for line in lines[1:]] == [str(n) for n in range(SHOWN + 5)]
    terminal = _Terminal()
    write(rows, "table", terminal)
    assert "en nog 5 rijen (more rows)" in terminal.getvalue()
    assert str(SHOWN + 4) not in terminal.getvalue()


def test_a_form_that_does_not_exist_is_refused(store: Store) -> None:
    with pytest.raises(UsageProblem, match="table, csv, json, turtle, ntriples"):
        write(ask(store, "sums-checked"), "xlsx", io.StringIO())
    assert FORMS == ("table", "csv", "json", "turtle", "ntriples")


def test_every_expected_answer_belongs_to_a_question() -> None:
    assert {path.stem for path in FOLDER.glob("*.csv")} == set(queries())
    assert {path.stem for path in (FOLDER / "broken").glob("*.ttl")} == set(checks())
