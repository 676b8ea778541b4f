"""Lists of real publications: what they prove of a citation, what they do not, and one node for one publication."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from query_stores import SHARED
from test_metadata import metadata, official

import kg
from kg.ask import ask, checks, run
from kg.build import import_publications, import_zaken
from kg.cli import main
from kg.errors import StoreProblem, UsageProblem
from kg.places import check_quotes
from kg.published import Numbers, Row, judge, kept, read
from kg.store import Store, open_store
from kg.validate import validate_all
from kg.vocab import base
from kg.why import why

REAL = [SHARED / "reference" / f"publications_{name}_2008-2019.csv.gz" for name in ("kamervragen", "antwoorden")]
HEAD = "date,document_number,url"
PLACE = "https://zoek.officielebekendmakingen.nl/"
QUESTIONS = "2029-02-01,2029D01001,https://zoek.officielebekendmakingen.nl/kv-2080900010"

ASKED = """2029Z01234

Vragen van het lid Zandstra (Dijkpartij) aan de Minister van Financiën over klemmende sluisdeuren (ingezonden {day}).

Vraag 1
{one}

Vraag 2
Deelt u de mening dat een sluisdeur open moet kunnen?
"""


def answers(first: int, numbers: Iterable[int], per_day: int = 1) -> list[str]:
    """Rows of the answers of a session that began in a year, published in the order of their numbers from 20 September on."""
    start = date(first, 9, 20)
    rows = []
    for number in numbers:
        day = start + timedelta(days=number // per_day)
        document = f"{first}D{10000 + number}"
        rows.append(f"{day},{document},{PLACE}ah-tk-{first}{first + 1}-{number}")
    return rows


# Every sixth number is missing, and 101 to 104; a session of 364 numbers lasts a year.
WHOLE = [number for number in range(1, 365) if number % 6 and not 100 < number < 105]
LISTED = [*answers(2027, WHOLE), *answers(2028, range(1, 60))]


def written(path: Path, rows: Iterable[str], head: str = HEAD) -> Path:
    text = "\n".join([head, *rows, ""])
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    return path


def numbers_of(path: Path, rows: Iterable[str], own: Iterable[tuple[str, int]] = ()) -> Numbers:
    found, problems = read([written(path, rows)])
    assert problems == []
    return Numbers(found, own)


def asked(folder: Path, one: str, day: str = "3 februari 2029", name: str = "vragen.txt") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(ASKED.format(day=day, one=one), encoding="utf-8")
    return path


def built(folder: Path, one: str, rows: Iterable[str] = LISTED, **more: str) -> Store:
    """A store of one document, judged by an invented list."""
    kg.build([asked(folder / "documents", one, **more)], folder / "store")
    found, report = import_publications([written(folder / "lijst.csv.gz", rows)], folder / "store")
    assert found.problems == ()
    assert report is not None
    assert report.violations == ()
    return open_store(folder / "store")


def verdicts(store: Store) -> list[tuple[str, ...]]:
    return run(
        store.quads,
        "SELECT ?printed ?resolution ?verdict ?target ?cited { ?reference a kv:PaperReference ; kv:asPrinted ?printed ;"
        " kv:resolution ?r ; kv:hasLink ?link . ?link kv:verdict ?v ; kv:target ?t ."
        " OPTIONAL { ?reference cito:hasCitedEntity ?c }"
        " BIND(STRAFTER(STR(?r), '#') AS ?resolution) BIND(STRAFTER(STR(?v), '#') AS ?verdict)"
        " BIND(REPLACE(STR(?t), '.*/', '') AS ?target) BIND(REPLACE(STR(?c), '.*/', '') AS ?cited) } ORDER BY ?printed",
    ).values


def reasons(store: Store) -> list[str]:
    return [
        row[0]
        for row in run(
            store.quads,
            "SELECT ?r { ?m kv:hasLink ?l ; a ?c . ?l kv:reason ?r . FILTER(?c IN (kv:PaperReference, kv:DocumentReference, kv:Citation)) } ORDER BY ?r",
        ).values
    ]


# -- the rows


def test_a_row_is_understood_whole(tmp_path: Path) -> None:
    rows = [
        "2029-03-14,2029D00417,https://zoek.officielebekendmakingen.nl/ah-tk-20282029-512",
        "2029-03-15,2029D00418,",
    ]
    found, problems = read([written(tmp_path / "a.csv", rows)])
    assert problems == []
    first, second = found
    assert first == Row("a.csv", 2, date(2029, 3, 14), "2029D00417", "ah-tk-20282029-512", "answer", "2028-2029", 512)
    assert (second.source, second.identifier, second.kind) == ("a.csv, rij 3", "", "answer")


def test_a_list_of_two_kinds_does_not_say_what_a_row_without_an_address_is(tmp_path: Path) -> None:
    rows = [QUESTIONS, *answers(2028, [1]), "2029-03-15,2029D00418,"]
    found, _ = read([written(tmp_path / "a.csv", rows)])
    assert [row.kind for row in found] == ["questions", "answer", ""]


def test_columns_may_come_in_another_order_and_with_others(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", ["x,,2029D00418,2029-03-15"], head="\ufeffid,url,document_number,date")
    found, problems = read([path])
    assert problems == []
    assert found[0].day == date(2029, 3, 15)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("2029-02-30,2029D00417,", "'2029-02-30' is no day"),
        ("20290201,2029D00417,", "is no day"),
        ("2029-02-01,D00417,", "'D00417' is no document number"),
        ("2029-02-01,2029D00417,https://example.org/ah-tk-20282029-512", "is no address"),
        (f"2029-02-01,2029D00417,{PLACE}ah-tk-20282030-512", "is no address"),
        (f"2029-02-01,2029D00417,{PLACE}ah-tk-20282029-0", "is no address"),
        (f"2029-02-01,2029D00417,{PLACE}kst-30821-240", "is no address"),
        ("2029-02-01,2029D00417", "2 cells"),
        ("2029-02-01,2029D00417,,x", "4 cells"),
        ("2029-02-01,2029D01001,", "stands in a.csv, row 2 already"),
    ],
)
def test_a_bad_row_is_told_in_one_line_with_its_place(row: str, words: str, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", [QUESTIONS, row])
    found, problems = read([path])
    assert len(found) == 1
    assert [str(problem).startswith(f"{path}, row 3: ") and words in str(problem) for problem in problems] == [True]
    assert "\n" not in str(problems[0])


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "no list of publications"),
        ("a.csv.gz", b"no gzip", "cannot be read"),
        ("a.csv.gz", gzip.compress(b"a" * 5000, mtime=0)[:30], "cannot be read"),
        ("a.csv", b"date,document_number,url\n\xff\xfe,x,\n", "cannot be read"),
        ("a.csv", b"date,url\n", "no column 'document_number'"),
        ("a.csv", b"", "no column 'date'"),
        ("a.csv", b"date,document_number,url\n", "no publication"),
        ("a.csv", b'date,document_number,url\n"2029-01-01,2029D00001,\n', "cannot be read"),
    ],
)
def test_what_is_no_list_is_refused_in_one_line(name: str, data: bytes, words: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    found, problems = read([tmp_path / name])
    assert found == []
    assert [words in str(problem) and "\n" not in str(problem) for problem in problems] == [True]


def test_a_list_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "there is no such file" in str(read([tmp_path / "er-niet.csv"])[1][0])


# -- what lists prove


def test_a_session_is_followed_where_the_list_goes_on_with_the_next(tmp_path: Path) -> None:
    numbers = numbers_of(tmp_path / "a.csv", LISTED)
    session, last = numbers.sessions["2027-2028"], numbers.sessions["2028-2029"]
    assert (session.listed, session.highest, session.longest, session.followed) == (301, 364, 4, True)
    assert not last.followed, "nothing shows that the list goes on after it"
    assert not session.excludes(664), "three hundred numbers may still exist above the highest"
    assert session.excludes(665)
    assert not last.excludes(9999)


@pytest.mark.parametrize(
    ("rows", "why_not"),
    [
        (answers(2027, WHOLE), "no next session"),
        ([*answers(2027, WHOLE[::2]), *answers(2028, range(1, 60))], "half of the numbers"),
        ([*answers(2027, WHOLE[:150]), *answers(2028, range(1, 60))], "ends half a year before the next begins"),
        ([*answers(2027, WHOLE), *answers(2028, range(200, 260))], "the next begins at 200"),
    ],
)
def test_a_session_that_is_not_followed_to_its_end_excludes_nothing(
    rows: list[str], why_not: str, tmp_path: Path
) -> None:
    assert not numbers_of(tmp_path / "a.csv", rows).sessions["2027-2028"].excludes(9999), why_not


def test_a_document_beyond_the_highest_number_shows_that_the_list_misses_the_end(tmp_path: Path) -> None:
    numbers = numbers_of(tmp_path / "a.csv", LISTED, [("2027-2028", 365), ("2019-2020", 3)])
    assert not numbers.sessions["2027-2028"].followed


def test_the_day_of_a_number_is_sure_where_the_numbers_around_it_agree(tmp_path: Path) -> None:
    rows = [row.replace("2027-12-29", "2021-05-04") for row in LISTED]  # number 100
    twice = f"2029-01-01,2029D99999,{PLACE}ah-tk-20272028-53"
    numbers = numbers_of(tmp_path / "a.csv", [*rows, twice])
    assert numbers.sure_day("2027-2028", 50) == date(2027, 11, 9)
    assert numbers.sure_day("2027-2028", 100) is None, "years before its neighbours"
    assert numbers.sure_day("2027-2028", 53) is None, "two rows, two days"
    assert numbers.sure_day("2027-2028", 101) is None, "not listed"


@pytest.mark.parametrize(
    ("identifier", "on", "outcome"),
    [
        ("ah-tk-20272028-50", date(2029, 1, 1), ("yes", None, "")),
        ("ah-tk-20272028-50", date(2027, 11, 1), ("yes", None, "")),  # eight days before: it may have been known
        ("ah-tk-20272028-50", date(2027, 10, 1), ("unsure", "ambiguous", "CitedBeforePublished")),
        ("ah-tk-20272028-50", None, ("yes", None, "")),
        ("ah-tk-20272028-102", date(2027, 10, 1), ("yes", None, "")),  # missing below the highest: proves nothing
        ("ah-tk-20272028-664", date(2029, 1, 1), ("yes", None, "")),
        ("ah-tk-20272028-9999", date(2029, 1, 1), ("no", "unresolved", "PaperNotFound")),
        ("ah-tk-20282029-9999", date(2029, 1, 1), ("yes", None, "")),  # not followed to its end
    ],
)
def test_only_what_is_certain_overturns_a_citation(
    identifier: str, on: date | None, outcome: tuple[str, str | None, str], tmp_path: Path
) -> None:
    judged = judge(identifier, on, numbers_of(tmp_path / "a.csv", LISTED))
    assert judged is not None
    assert (judged.verdict, judged.resolution, judged.kind) == outcome


def test_the_lists_say_nothing_of_other_sessions_and_papers(tmp_path: Path) -> None:
    numbers = numbers_of(tmp_path / "a.csv", LISTED)
    assert judge("ah-tk-20192020-9999", date(2029, 1, 1), numbers) is None
    assert judge("kst-30821-240", date(2029, 1, 1), numbers) is None


# -- in the graph


def test_without_a_list_a_citation_says_that_it_was_not_checked(tmp_path: Path) -> None:
    kg.build(
        [asked(tmp_path / "d", "Kent u Aanhangsel Handelingen, vergaderjaar 2027–2028, nr. 9999?")], tmp_path / "s"
    )
    store = open_store(tmp_path / "s")
    assert [row[1] for row in verdicts(store)] == ["resolved"]
    assert all("of het bestaat is niet nagegaan" in reason for reason in reasons(store))


def test_a_listed_citation_is_resolved_with_the_row_that_says_so(tmp_path: Path) -> None:
    store = built(tmp_path, "Kent u Aanhangsel Handelingen, vergaderjaar 2027–2028, nr. 50?")
    assert [row[1:] for row in verdicts(store)] == [("resolved", "yes", "ah-tk-20272028-50", "ah-tk-20272028-50")]
    row = [row.rpartition("/")[2] for row in LISTED].index("ah-tk-20272028-50") + 2
    source = f"lijst.csv.gz, rij {row}"
    assert reasons(store) == [f"de lijst van publicaties heeft dit stuk, met dag 2027-11-09 ({source})"]
    (support,) = why(store, f"{PLACE}ah-tk-20272028-50", "kv:listedDate", "2027-11-09").supports
    assert support.sources == (source,)
    said = run(
        store.quads,
        f"SELECT ?number ?day ?kind {{ <{PLACE}ah-tk-20272028-50> kv:documentNumber ?number ; kv:listedDate ?day ;"
        " kv:publicationKind ?kind }",
    )
    assert said.values == [("2027D10050", "2027-11-09", "https://w3id.org/kamervragen/ns#answer")]


def test_a_number_beyond_the_session_is_unresolved_and_nothing_cites_it(tmp_path: Path) -> None:
    store = built(tmp_path, "Kent u Aanhangsel Handelingen, vergaderjaar 2027–2028, nr. 9999 en nr. 50 van toen?")
    assert [row[1:] for row in verdicts(store)] == [("unresolved", "no", "ah-tk-20272028-9999", "")]
    missing = f"<{PLACE}ah-tk-20272028-9999>"
    said = run(store.quads, f"SELECT ?s ?p {{ {{ ?s ?p {missing} }} UNION {{ {missing} ?p ?s }} }}")
    assert [row[1].rpartition("#")[2] for row in said.values] == ["target"], "only the verdict speaks of it"
    (row,) = ask(store, "papers-corrected-or-unresolved").values
    assert row[2:4] == (
        "niet gevonden",
        "Aanhangsel 2027-2028, nr. 9999 bestaat niet: volgens de lijst loopt dat vergaderjaar tot nr. 364.",
    )
    assert run(store.quads, "ASK { ?f a kv:PaperNotFound ; rdfs:comment ?c . FILTER(LANG(?c) = 'en') }").values
    (support,) = why(store, missing[1:-1]).supports
    assert [(verdict.verdict, verdict.reason) for verdict in support.verdicts] == [
        ("no", "niet gevonden: de lijst volgt vergaderjaar 2027-2028 tot het eind en komt tot nr. 364")
    ]
    assert run(store.quads, "ASK { ?case kv:followsUp ?paper }").values[0][0] == "false"
    assert validate_all(store).accepted
    assert [name for name in checks() if ask(store, name).values] == []


def test_a_paper_of_a_later_day_is_not_what_is_meant(tmp_path: Path) -> None:
    store = built(tmp_path, "Kent u Aanhangsel Handelingen, vergaderjaar 2027–2028, nr. 301?", day="3 februari 2028")
    assert [row[1:] for row in verdicts(store)] == [("ambiguous", "unsure", "ah-tk-20272028-301", "")]
    (row,) = ask(store, "papers-corrected-or-unresolved").values
    assert row[2] == "meerduidig"
    assert "2028-07-17" in row[3]
    assert run(
        store.quads, "SELECT ?kind { ?f kv:about ?r ; a ?kind . FILTER(?kind = kv:CitedBeforePublished) }"
    ).values
    assert "CitedBeforePublished" in {row[1] for row in ask(store, "slips-and-contradictions").values}
    assert [name for name in checks() if ask(store, name).values] == []
    assert validate_all(store).accepted


def test_what_else_cites_a_paper_stays_when_one_citation_is_withdrawn(tmp_path: Path) -> None:
    one = "Kent u Aanhangsel Handelingen, vergaderjaar 2027–2028, nr. 9999 en Kamerstuk 30821, nr. 240?"
    store = built(tmp_path, one)
    assert [row[1:3] for row in verdicts(store)] == [("unresolved", "no"), ("resolved", "yes")]
    cited = run(store.quads, "SELECT ?paper { ?question kv:cites ?paper }").values
    assert cited == [(f"{PLACE}kst-30821-240",)]


def test_numbers_names_and_addresses_lead_to_one_publication(tmp_path: Path) -> None:
    one = f"Kent u document 2029D01001, en kv-2080900010, en document 2029D01002? (1) Zie {PLACE}kv-2080900010.html."
    store = built(tmp_path, one, [QUESTIONS, "2029-02-02,2029D01002,"])
    found = run(
        store.quads,
        "SELECT ?printed ?paper { ?r cito:hasCitedEntity ?paper ; kv:asPrinted|kv:urlAsPrinted ?printed } ORDER BY ?printed",
    ).values
    assert {printed[:13]: paper.removeprefix(PLACE).removeprefix(base()) for printed, paper in found} == {
        "2029D01001": "kv-2080900010",
        "2029D01002": "paper/2029D01002",
        "kv-2080900010": "kv-2080900010",
        "https://zoek.": "kv-2080900010",
    }
    number = (
        "SELECT DISTINCT ?paper { ?paper a kv:ListedPublication ; kv:documentNumber ?n ; rdfs:label ?l ; a kv:Paper }"
    )
    assert len(run(store.quads, number).values) == 2, "what is cited is what is listed"
    listed = "de lijst van publicaties heeft dit stuk, met dag 2029-02-01 (lijst.csv.gz, rij 2)"
    assert reasons(store).count(listed) == 3
    for row in run(store.quads, "SELECT ?q ?paper { ?q kv:cites ?paper }").values:
        assert why(store, row[0], "kv:cites", row[1]).supports
    assert validate_all(store).accepted


def test_a_document_leads_to_the_publication_that_it_is(tmp_path: Path) -> None:
    example = Path(__file__).parents[1] / "examples" / "03-antwoord-sluisonderhoud.txt"
    kg.build([example], tmp_path / "store")
    row = f"2031-11-28,2031D00655,{PLACE}ah-tk-20312032-655"
    import_publications([written(tmp_path / "lijst.csv", [row])], tmp_path / "store")
    said = run(
        open_store(tmp_path / "store").quads,
        "SELECT ?number { ?document a kv:AnswerDocument ; kv:publishedAs ?paper . ?paper kv:documentNumber ?number }",
    )
    assert said.values == [("2031D00655",)]


def test_a_document_that_is_the_publication_proves_that_it_exists(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    folder.mkdir()
    (folder / "a.xml").write_bytes(official(name="ah-tk-20272028-700"))
    kg.build(
        [folder, asked(folder, "Kent u Aanhangsel Handelingen, vergaderjaar 2027–2028, nr. 9999?")], tmp_path / "s"
    )
    import_publications([written(tmp_path / "lijst.csv", LISTED)], tmp_path / "s")
    assert "unresolved" not in {row[1] for row in verdicts(open_store(tmp_path / "s"))}


# -- in the store


def test_lists_stay_in_the_store_and_in_later_builds(tmp_path: Path) -> None:
    store = built(tmp_path, "Kent u Aanhangsel Handelingen, vergaderjaar 2027–2028, nr. 9999?")
    kg.build([tmp_path / "documents"], tmp_path / "store")
    assert open_store(tmp_path / "store").manifest.digest == store.manifest.digest
    kg.build([tmp_path / "documents"], tmp_path / "again")
    import_publications([tmp_path / "lijst.csv.gz"], tmp_path / "again")
    assert open_store(tmp_path / "again").manifest.digest == store.manifest.digest


def test_lists_may_come_before_the_first_build_and_beside_the_list_of_cases(tmp_path: Path) -> None:
    found, report = import_publications([written(tmp_path / "lijst.csv", LISTED)], tmp_path / "store")
    assert (len(found.rows), report) == (len(LISTED), None)
    cases = tmp_path / "zaken.csv.gz"
    head = "Id,Nummer,Onderwerp,GestartOp,Gericht aan,Indiener,Medeindiener"
    written(cases, ["1,2029Z01234,Sluisdeuren,2029-02-03T00:00:00+02:00,,,"], head=head)
    import_zaken(cases, tmp_path / "store")
    kg.build(
        [asked(tmp_path / "d", "Kent u Aanhangsel Handelingen, vergaderjaar 2027–2028, nr. 9999?")], tmp_path / "store"
    )
    store = open_store(tmp_path / "store")
    assert [row[1] for row in verdicts(store)] == ["unresolved"]
    assert run(store.quads, "SELECT ?row { ?row a kv:ListedCase }").values


def test_a_later_import_replaces_the_lists_of_an_earlier_one(tmp_path: Path) -> None:
    one, two = written(tmp_path / "een.csv", LISTED), written(tmp_path / "twee.csv", LISTED)
    for paths in ([one, written(tmp_path / "vragen.csv", [QUESTIONS])], [two]):
        import_publications(paths, tmp_path / "store")
    assert [path.name for path in kept(tmp_path / "store")] == ["twee.csv"]


def test_two_lists_of_one_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    paths = [written(tmp_path / "a.csv", LISTED), written(tmp_path / "x" / "a.csv", [QUESTIONS])]
    with pytest.raises(UsageProblem, match="two lists of this name"):
        import_publications(paths, tmp_path / "store")


def test_nothing_is_kept_where_a_row_is_bad_and_every_bad_row_has_its_line(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", [*LISTED, "gisteren,2029D00001,", "2029-01-01,onbekend,"])
    result = CliRunner().invoke(main, ["import", "publications", str(path), "--store", str(tmp_path / "store")])
    assert result.exit_code == 3
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 2
    assert all(line.startswith("Fout: ") and "(E-PUBLICATIONS)" in line for line in lines)
    assert kept(tmp_path / "store") == []


def test_the_command_says_how_far_the_lists_reach(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", LISTED)
    result = CliRunner().invoke(main, ["import", "publications", str(path), "--store", str(tmp_path / "store")])
    assert result.exit_code == 0
    assert f"{len(LISTED)} antwoorden" in result.stdout
    assert "17.3%" in result.stdout
    assert "the first build will take them in" in result.stdout


def test_lists_are_kept_where_the_last_build_cannot_be_repeated(tmp_path: Path) -> None:
    kg.build([asked(tmp_path / "d", "Kent u dat?")], tmp_path / "store")
    for entry in (tmp_path / "store" / "cache").glob("*/*.json"):
        entry.unlink()
    with pytest.raises(StoreProblem, match="Run kg build"):
        import_publications([written(tmp_path / "a.csv", LISTED)], tmp_path / "store")
    assert len(kept(tmp_path / "store")) == 1


# -- one document, two texts


@pytest.mark.parametrize("order", [("alone", "joined"), ("joined", "alone")])
def test_the_same_bytes_with_and_without_metadata_are_one_document_with_the_fuller_text(
    order: tuple[str, str], tmp_path: Path
) -> None:
    for name in order:
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.xml").write_bytes(official(header=""))
    (tmp_path / "joined" / "metadata.xml").write_bytes(metadata())
    kg.build([tmp_path / name for name in order], tmp_path / "store")
    store = open_store(tmp_path / "store")
    assert store.manifest.documents == 1
    assert check_quotes(store) == []
    (digest,) = run(store.quads, "SELECT ?sha { ?text a eli:Expression ; kv:sha256 ?sha }").values
    names = run(store.quads, "SELECT ?name { ?file kv:fileName ?name } ORDER BY ?name").values
    assert names == [("joined.xml",)], "the name is that of the file that the text comes from"
    received = run(store.quads, "SELECT ?day { ?document kv:received ?day }").values
    assert received == [("2031-10-20",)], "what the metadata state is true of the document, whichever copy is read"
    assert digest
    assert validate_all(store).accepted


def test_the_same_bytes_as_text_and_as_markdown_are_one_document(tmp_path: Path) -> None:
    words = "Kent u het *bericht* over Kamerstuk 30821, nr. 240?"
    files = [asked(tmp_path / "d", words, name=name) for name in ("vragen.md", "vragen.txt")]
    for number, order in enumerate((files, files[::-1])):
        kg.build(order, tmp_path / str(number))
    one, other = (open_store(tmp_path / name) for name in "01")
    assert one.manifest.documents == 1
    assert one.manifest.digest == other.manifest.digest
    assert check_quotes(one) == []
    assert validate_all(one).accepted


# -- the real lists


def test_the_real_lists_are_taken_in_quickly_and_prove_what_was_measured(tmp_path: Path) -> None:
    if not all(path.is_file() for path in REAL):
        pytest.skip("the folder shared with the lists of publications is not beside the project")
    kg.build(
        [asked(tmp_path / "d", "Kent u Aanhangsel Handelingen, vergaderjaar 2012–2013, nr. 9999?")], tmp_path / "s"
    )
    begun = time.process_time()
    found, report = import_publications(REAL, tmp_path / "s")
    assert time.process_time() - begun < 40  # half of it on a machine without other work
    assert report is not None
    assert report.violations == ()
    assert (len(found.rows), found.problems) == (53_010, ())
    sessions = found.numbers.sessions
    assert [name for name, session in sessions.items() if session.followed] == [
        f"{year}-{year + 1}" for year in range(2010, 2016)
    ]
    assert all(0.19 < sessions[f"{year}-{year + 1}"].missing < 0.24 for year in range(2010, 2016))
    assert max(sessions[f"{year}-{year + 1}"].longest for year in range(2010, 2016)) == 32
    store = open_store(tmp_path / "s")
    assert [row[1] for row in verdicts(store)] == ["unresolved"]
    assert run(store.quads, "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?p a kv:ListedPublication }").values == [("52957",)]
