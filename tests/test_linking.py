"""Documents of one affair find each other, by what they print or by what they share; and no others do."""

from __future__ import annotations

import gzip
import json
import random
import time
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from query_stores import HERE, SHARED, affairs

import kg
from kg.ask import ask, run
from kg.build import import_zaken
from kg.errors import InputProblem
from kg.extract import extract
from kg.linking import Cited, Summary, from_json, links, summary
from kg.linking.cases import Case, cases
from kg.linking.similar import Index
from kg.linking.words import fingerprint, letters, terms
from kg.listed import check, keep, kept, listed, settled_cases
from kg.read import read
from kg.resolve import resolve
from kg.store import Store
from kg.vocab import base
from kg.why import why

TRUTH = tomllib.loads((HERE / "linking" / "corpus.toml").read_text(encoding="utf-8"))
LIST = SHARED / "reference" / "zaken_2007-2024.csv.gz"
HEADER = "Id,Nummer,Onderwerp,GestartOp,Gericht aan,Indiener,Medeindiener"

Kept = dict[str, dict[str, Any]]


def kept_of(paths: Iterable[Path]) -> tuple[Kept, dict[str, str]]:
    """The summaries of documents by key, and the names of the files."""
    found: Kept = {}
    names = {}
    for path in paths:
        extraction = extract(read(path))
        values = summary(extraction, resolve(extraction))
        found[values["key"]] = values
        names[values["key"]] = path.name
    return found, names


def cases_of(found: Kept) -> list[Case]:
    return cases([from_json(found[key]) for key in sorted(found)])


def triples(found: Iterable[Mapping[str, Any]]) -> set[tuple[str, str, str]]:
    """The plain triples of the graph of links: paths below the base, local names."""
    values = list(found)
    texts = {each["key"]: each.get("texts", {}) for each in values}
    out = set()
    for line in (line for lines in links(values, texts.__getitem__) for line in lines):
        subject, predicate, value = line.decode().removesuffix(" .\n").rsplit(" ", 1)[0].split(" ", 2)
        out.add(
            (
                subject[1:-1].removeprefix(base()),
                predicate[1:-1].rsplit("#")[-1],
                value.strip("<>").removeprefix(base()),
            )
        )
    return out


@pytest.fixture(scope="module")
def corpus() -> tuple[Kept, dict[str, str]]:
    if not SHARED.is_dir():
        pytest.skip("the folder shared with the real documents is not beside the project")
    folders = [SHARED / "corpus" / name for name in ("text", "docx", "pdf", "extra")]
    return kept_of(path for folder in folders for path in sorted(folder.iterdir()))


@pytest.fixture(scope="module")
def invented() -> tuple[Kept, dict[str, str]]:
    return kept_of(affairs())


# -- real documents


def test_every_case_of_several_documents_is_joined_and_no_other(corpus: tuple[Kept, dict[str, str]]) -> None:
    found, names = corpus
    joined = [sorted(names[each.key] for each in case.members) for case in cases_of(found) if len(case.members) > 1]
    assert sorted(joined) == sorted(sorted(files) for files in TRUTH["cases"])


def test_what_a_set_says_it_builds_on_is_found_and_nothing_else(corpus: tuple[Kept, dict[str, str]]) -> None:
    found, names = corpus
    cited = {(names[key], each["target"], each["role"]) for key, values in found.items() for each in values["cited"]}
    follows = sorted([name, target] for name, target, role in cited if role != "also")
    assert follows == sorted(TRUTH["follows"])
    also = [[name, target] for name, target, role in cited if role == "also"]
    assert [pair for pair in TRUTH["also"] if pair not in also] == []


def test_the_set_of_november_finds_that_of_april(corpus: tuple[Kept, dict[str, str]]) -> None:
    found, names = corpus
    keys = {name: key for key, name in names.items()}
    november, april = keys["001_baf5192fb0290843.txt"], "case/2025Z06384"
    stated = triples(found[key] for key in sorted(found))
    assert {
        value for subject, predicate, value in stated if (subject, predicate) == (f"case/{november}", "similarTo")
    } == {april}
    seeds = [found[keys[name]] for name in ("000_21975a96bc877d13.txt", "001_baf5192fb0290843.txt")]
    assert (f"case/{november}", "similarTo", april) in triples(seeds)


# -- invented documents


def test_set_notice_and_answer_are_one_case_and_the_next_set_follows_it(invented: tuple[Kept, dict[str, str]]) -> None:
    found, names = invented
    by_path = {case.path: case for case in cases_of(found)}
    lock = by_path["case/2031Z17342"]
    assert [names[each.key][:2] for each in lock.members] == ["01", "02", "03"]
    assert {join.method for join in lock.joins.values()} == {"zie ook"}
    stated = triples(found[key] for key in sorted(found))
    (later,) = (key for key, name in names.items() if name.startswith("11"))
    assert (f"case/{later}", "followsUp", "case/2031Z17342") in stated
    for key in (each.key for each in lock.members[1:]):
        assert (f"case/{key}", "sameCase", "case/2031Z17342") in stated
        assert (f"document/{key}", "inCase", "case/2031Z17342") in stated


def test_the_same_day_and_member_do_not_make_one_case(invented: tuple[Kept, dict[str, str]]) -> None:
    found, names = invented
    together = [
        sorted(names[each.key][:2] for each in case.members) for case in cases_of(found) if len(case.members) > 1
    ]
    assert sorted(together) == [["01", "02", "03"], ["21", "22"], ["23", "24"]]


def test_a_repeated_question_is_one_question_in_two_texts(invented: tuple[Kept, dict[str, str]]) -> None:
    found, names = invented
    keys = {name[:2]: key for key, name in names.items()}
    same = {pair for pair in triples(found[key] for key in sorted(found)) if pair[1] == "sameQuestion"}
    for again in ("02", "03"):
        numbers = range(1, 7)
        expected = {(f"document/{keys[again]}/question/{n}", f"document/{keys['01']}/question/{n}") for n in numbers}
        assert {(s, o) for s, _, o in same if s.startswith(f"document/{keys[again]}")} == expected


def test_a_case_has_dated_steps(invented: tuple[Kept, dict[str, str]]) -> None:
    found, _ = invented
    stated = triples(found[key] for key in sorted(found))
    steps = {
        value.rsplit("/", 1)[1] for subject, name, value in stated if (subject, name) == ("case/2031Z17342", "hasStep")
    }
    assert steps == {"submission-2031-10-14", "postponement-2031-11-04", "fullAnswer-2031-11-28"}
    withdrawn = {
        value.rsplit("/", 1)[1] for subject, name, value in stated if (subject, name) == ("case/2031Z22222", "hasStep")
    }
    assert withdrawn == {"submission-2031-12-01", "withdrawal-2031-12-15"}
    kinds = {value.rsplit("/", 1)[1].partition("-")[0] for _, name, value in stated if name == "hasStep"}
    assert "correction" in kinds


# -- laws


def document(key: str, **values: Any) -> Summary:
    nodes = {name: f"header/{name}" for name in ("subject", "submitted", "publication", "asker", "question")}
    return replace(Summary(key, "question", nodes=nodes), **values)


ASKED = {
    "submitted": "2031-03-03",
    "people": ("a",),
    "names": ("tuinen",),
    "posts": ("p",),
    "subject": letters("de sluis bij het dorp aan de rivier"),
}


def paths(*summaries: Summary) -> set[str]:
    return {case.path for case in cases(list(summaries))}


def test_askers_day_and_subject_join_a_document_to_the_numbered_one() -> None:
    assert paths(document("1" * 16, numbers=("2031Z00001",), **ASKED), document("2" * 16, **ASKED)) == {
        "case/2031Z00001"
    }


@pytest.mark.parametrize(
    "other",
    [
        {"submitted": "2031-03-04"},
        {"people": ("b",), "names": ("zander",)},
        {"posts": ("q",)},
        {"subject": letters("de brug naar het eiland in de zee")},
    ],
)
def test_another_day_asker_post_or_subject_is_another_case(other: dict[str, Any]) -> None:
    assert len(paths(document("1" * 16, numbers=("2031Z00001",), **ASKED), document("2" * 16, **(ASKED | other)))) == 2


def test_two_numbers_are_never_one_case() -> None:
    one, two = (
        document(str(n) * 16, numbers=(f"2031Z0000{n}",), publication="ah-tk-20312032-7", **ASKED) for n in (1, 2)
    )
    assert paths(one, two) == {"case/2031Z00001", "case/2031Z00002"}
    between = document("3" * 16, publication="ah-tk-20312032-7", **ASKED)
    assert len(paths(one, two, between)) == 2


def test_what_fits_two_numbered_cases_alike_joins_neither() -> None:
    one, two = (document(str(n) * 16, numbers=(f"2031Z0000{n}",), **ASKED) for n in (1, 2))
    assert paths(one, two, document("3" * 16, **ASKED)) == {"case/2031Z00001", "case/2031Z00002", f"case/{'3' * 16}"}


def test_see_also_does_not_join_sets_of_other_days() -> None:
    notice = document("1" * 16, publication="ah-tk-20312032-7", submitted="2031-03-03")
    answer = document("2" * 16, submitted="2031-03-09", cited=(Cited("ah-tk-20312032-7", "also", "paper/1-2"),))
    assert len(paths(notice, answer)) == 2
    assert len(paths(notice, replace(answer, submitted="2031-03-03"))) == 1


def test_a_letter_on_two_cases_does_not_make_them_one() -> None:
    letter = document("3" * 16, numbers=("2031Z00001", "2031Z00002"))
    one, two = (document(str(n) * 16, numbers=(f"2031Z0000{n}",)) for n in (1, 2))
    found = {case.path: case for case in cases([one, two, letter])}
    assert set(found) == {"case/2031Z00001", "case/2031Z00002"}
    assert all(case.also == [letter] for case in found.values())


def test_the_order_of_the_documents_does_not_matter(invented: tuple[Kept, dict[str, str]]) -> None:
    found, _ = invented
    forwards, backwards = (triples(found[key] for key in sorted(found, reverse=way)) for way in (False, True))
    assert forwards == backwards


def test_no_line_is_written_twice(invented: tuple[Kept, dict[str, str]]) -> None:
    found, _ = invented
    values = [found[key] for key in sorted(found)]
    lines = [line for part in links(values, lambda key: found[key]["texts"]) for line in part]
    assert len(lines) == len(set(lines))
    assert b"_:" not in b"".join(lines)


def test_a_summary_survives_json(invented: tuple[Kept, dict[str, str]]) -> None:
    for values in invented[0].values():
        again = json.loads(json.dumps(values))
        assert asdict(from_json(again)) == asdict(from_json(values))


def test_letters_are_the_same_however_a_text_was_broken() -> None:
    assert fingerprint("Hoeveel geld is er voor de fiets-\nbrug?") == fingerprint("Hoeveel geld is ervoor de fietsbrug")
    assert fingerprint("Waarom niet?") == ""
    assert terms("de Minister van Financiën") == ["financi"]


# -- likeness


def _sets(count: int, seed: int) -> list[tuple[list[str], list[str]]]:
    chance = random.Random(seed)
    words = [f"w{int(chance.paretovariate(0.6)) % 40_000}" for _ in range(count * 40)]
    return [(words[i * 40 : i * 40 + 5], words[i * 40 + 5 : i * 40 + 40]) for i in range(count)]


def test_a_repeated_set_is_found_among_many() -> None:
    index = Index()
    sets = [*_sets(2000, 7), (["sluisdeur", "klemmen", "wilgensluis"], ["asbest", "bediening", "schipper"])]
    for subject, text in sets:
        index.add(subject, text)
    last = index.add(["wilgensluis", "asbest", "sluisdeur"], ["schipper", "sanering", "kosten"])
    found = [each for each in index.similar(range(last + 1)) if each.later == last]
    assert [each.earlier for each in found] == [2000]
    assert set(found[0].words) == {"sluisdeur", "wilgensluis", "asbest", "schipper"}


def test_likeness_costs_far_less_than_all_pairs() -> None:
    def compared(count: int) -> int:
        index = Index()
        for subject, text in _sets(count, 3):
            index.add(subject, text)
        list(index.similar(range(count)))
        return index.compared

    few, many = compared(1000), compared(4000)
    assert many < 5 * few  # of all pairs there are 16 times as many
    assert many < 4000 * 3999 / 2 / 30


# -- in the store


def test_a_built_store_explains_its_links(example_store: Store) -> None:
    rows = run(
        example_store.quads,
        "SELECT ?s ?p ?o { ?l a kv:DocumentLink ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }",
    )
    assert len(rows.values) > 10
    for subject, predicate, value in rows.values:
        explanation = why(example_store, subject, predicate, value)
        assert explanation.supports, (subject, predicate, value)
        assert not explanation.problems


# -- the House's own list


def written(path: Path, *rows: str, header: str = HEADER) -> Path:
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write("\n".join([header, *rows, ""]))
    return path


ROW = "1,2031Z17342,De sluisdeuren in Zuiderveen klemmen,2031-10-14T00:00:00+02:00,,Piet Verzonnen (P.),"


def test_an_imported_list_stays_in_the_store_and_in_later_builds(tmp_path: Path) -> None:
    example = HERE.parent / "examples" / "01-vragen-sluisonderhoud.txt"
    kg.build([example], tmp_path / "store")
    report = import_zaken(written(tmp_path / "lijst.csv.gz", ROW), tmp_path / "store")
    assert report is not None
    assert report.documents == 1
    first = kg.open_store(tmp_path / "store")
    rows = run(
        first.quads,
        "SELECT ?source { ?row a kv:ListedCase ; kv:inCase ?case ; dcterms:source ?source ."
        " ?document a kv:QuestionDocument ; kv:inCase ?case }",
    )
    assert rows.values == [("lijst.csv.gz, rij 2",)]
    (support,) = why(first, "listed/2031Z17342", "kv:submitted").supports
    assert support.sources == ("lijst.csv.gz, rij 2",)
    kg.build([example], tmp_path / "store")
    assert kg.open_store(tmp_path / "store").manifest.digest == first.manifest.digest


def test_a_case_that_the_list_calls_settled_is_not_overdue(tmp_path: Path) -> None:
    example = HERE.parent / "examples" / "01-vragen-sluisonderhoud.txt"
    kg.build([example], tmp_path / "store")
    assert [row[0] for row in ask(kg.open_store(tmp_path / "store"), "overdue").values] == [f"{base()}case/2031Z17342"]
    for word, overdue in (("False", 1), ("True", 0), ("", 1)):
        row, header = f"{ROW},{word}", f"{HEADER},Afgedaan"
        import_zaken(written(tmp_path / "lijst.csv.gz", row, header=header), tmp_path / "store")
        store = kg.open_store(tmp_path / "store")
        assert len(ask(store, "overdue").values) == overdue
        said = [row[0] for row in run(store.quads, "SELECT ?settled { ?row kv:settled ?settled }").values]
        assert said == ([word.lower()] if word else [])


def test_a_list_may_come_before_the_first_build(tmp_path: Path) -> None:
    assert import_zaken(written(tmp_path / "lijst.csv.gz", ROW), tmp_path / "store") is None
    kg.build([HERE.parent / "examples" / "01-vragen-sluisonderhoud.txt"], tmp_path / "store")
    assert run(kg.open_store(tmp_path / "store").quads, "SELECT ?row { ?row a kv:ListedCase }").values


def test_a_later_list_replaces_an_earlier_one(tmp_path: Path) -> None:
    for name in ("een.csv.gz", "twee.csv.gz"):
        keep(written(tmp_path / name, ROW), tmp_path / "store")
    found = kept(tmp_path / "store")
    assert found is not None
    assert found.name == "twee.csv.gz"
    assert len(list(found.parent.iterdir())) == 1


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda p: p.with_name("geen.txt").write_bytes(b"a") and p.with_name("geen.txt"), "no list of cases"),
        (lambda p: p.with_name("er-niet.csv.gz"), "there is no such file"),
        (lambda p: p.write_bytes(b"geen gzip") and p, "cannot be read"),
        (lambda p: p.write_bytes(gzip.compress(b"a" * 5000)[:30]) and p, "cannot be read"),
        (lambda p: written(p, header="Id,Nummer"), "no column"),
        (written, "no case"),
        (lambda p: written(p, ROW, ROW), "twice"),
        (lambda p: written(p, ROW.replace("2031-10-14", "14 okt")), "cannot be read"),
    ],
)
def test_what_is_no_list_is_refused_in_one_line(make: Callable[[Path], Path], words: str, tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match=words) as problem:
        check(make(tmp_path / "lijst.csv.gz"))
    assert "\n" not in str(problem.value)


def test_the_whole_list_becomes_a_graph_with_its_names_settled() -> None:
    if not LIST.is_file():
        pytest.skip("the folder shared with the House's list is not beside the project")
    begun = time.process_time()
    found = listed(LIST)
    assert time.process_time() - begun < 60
    assert found.cases == 42_994
    assert len(found.lines) == len(set(found.lines))
    assert found.settled / found.names > 0.84
    said = [line for line in found.lines if b"#settled> " in line]
    assert len(said) == 42_994
    assert sum(b'"false"' in line for line in said) == 243
    one = next(each for each in found.summaries if each["numbers"] == ("2023Z16408",))
    assert one["people"] == ("derk-boswijk",)
    assert one["submitted"] == "2023-10-02"


def test_the_list_calls_settled_what_was_answered_before_it_was_made(corpus: tuple[Kept, dict[str, str]]) -> None:
    """Every case of the corpus that the list has agrees with it; the last change in the list is of 2 October 2024."""
    if not LIST.is_file():
        pytest.skip("the folder shared with the House's list is not beside the project")
    settled, (found, names) = settled_cases(LIST), corpus
    joined = dict(TRUTH["listed"])
    answered = {
        (number, each["answered"])
        for key, each in found.items()
        for number in each["numbers"] or [joined.get(names[key], "")]
        if each["state"] == "fullAnswer" and number in settled and each["answered"]
    }
    assert len(answered) >= 10
    assert [pair for pair in answered if settled[pair[0]] != (pair[1] <= "2024-10-02")] == []


def test_documents_without_a_number_find_it_in_the_list(corpus: tuple[Kept, dict[str, str]]) -> None:
    found, names = corpus
    rows = [from_json(each) for each in listed(LIST).summaries]
    joined = cases([*(from_json(found[key]) for key in sorted(found)), *rows])
    numbered = [
        [names[each.key], case.path.removeprefix("case/")]
        for case in joined
        for each in case.documents
        if not each.numbers and len(case.members) > len(case.documents)
    ]
    assert sorted(numbered) == sorted(TRUTH["listed"])
