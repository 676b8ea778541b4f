"""Rules over all documents together: each finds what is certainly wrong, and says nothing of what may be right."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from click.testing import CliRunner
from query_stores import HERE, examples, store_of

import kg
from kg.ask import ask, checks, run
from kg.cli import main
from kg.errors import UsageProblem
from kg.rules import Rule, _read, rule_lines, rules
from kg.store import Store
from kg.validate import validate_store
from kg.vocab import base, iri, prefixes

MADE = [rule for rule in rules() if rule.made]
Found = list[tuple[str, ...]]


def asked(number: str, words: str = "Klopt dat?", *, day: str = "3 mei 2023", notes: str = "", n: int = 2) -> str:
    """An invented set of n questions; the words are the first."""
    heading = f"{number}\nVragen van het lid Waterdrager (SP) aan de Minister van Financiën over stoplichten (ingezonden {day}).\n"
    more = "".join(f"Vraag {i}\nWat doet u aan stoplicht {i} van {number}?\n" for i in range(2, n + 1))
    foot = f"kv-tk-{number}\n’s-Gravenhage 2023 Tweede Kamer, vergaderjaar 2022–2023, Vragen 1\n"
    return f"{heading}Vraag 1\n{words}\n{more}{notes}\n{foot}"


def answered(number: str, publication: int, words: str = "Ja.", *, day: str = "3 mei 2023", n: int = 2) -> str:
    """An invented published answer, in time, to a set of n questions; the words are the first answer."""
    heading = f"Vragen van het lid Waterdrager (SP) aan de Minister van Financiën over stoplichten (ingezonden {day}, {number}).\n"
    heading += "Antwoord van Minister Kaag (Financiën) (ontvangen 17 mei 2023).\n"
    pairs = "".join(
        f"Vraag {i}\nWat doet u aan stoplicht {i} van {number}?\nAntwoord {i}\n{words if i == 1 else 'Niets.'}\n"
        for i in range(1, n + 1)
    )
    foot = "ISSN 0921 - 7398 ’s-Gravenhage 2023 Tweede Kamer, vergaderjaar 2022–2023, Aanhangsel 1\n"
    return f"{heading}{pairs}ah-tk-20222023-{publication}\n{foot}"


def found(folder: Path, kind: str, *texts: str) -> Found:
    """File, message, and what is quoted, of the findings of a kind that rules made of these documents."""
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    store = store_of(folder / "store", sorted(folder.glob("*.*")))
    assert [result for result in validate_store(store.quads).results if "Rule" in result.shape] == []
    rows = ask(store, "slips-and-contradictions").values
    return [(file, what, quote, rule) for file, sort, _, what, quote, _, _, rule in rows if rule and sort == kind]


# -- one case, two days of submission


def test_documents_of_one_case_with_two_days_of_submission_are_found(tmp_path: Path) -> None:
    rows = found(tmp_path, "ConflictingDates", asked("2023Z07001"), answered("2023Z07001", 701, day="4 mei 2023"))
    assert [(file, quote) for file, _, quote, _ in rows] == [("0.txt", "3 mei 2023"), ("1.txt", "4 mei 2023")]
    assert {(what, rule) for _, what, _, rule in rows} == {
        (
            "Stukken van zaak 2023Z07001 noemen verschillende dagen van inzending: 2023-05-03 en 2023-05-04.",
            "submission-told-differently",
        )
    }


@pytest.mark.parametrize(
    "texts",
    [
        (asked("2023Z07001"), answered("2023Z07001", 701)),  # they agree
        (asked("2023Z07001"), answered("2023Z07002", 701, day="4 mei 2023")),  # two cases
        (asked("2023Z07001"), answered("2023Z07001, 2023Z07002", 701, day="4 mei 2023")),  # an answer to two sets
        (asked("2023Z07001"), answered("2023Z07001", 701).replace("ingezonden 3 mei 2023, ", "")),  # it names no day
    ],
)
def test_documents_that_may_each_be_right_about_the_day_give_no_finding(texts: tuple[str, ...], tmp_path: Path) -> None:
    assert found(tmp_path, "ConflictingDates", *texts) == []


# -- one source, two dates or titles

SITE = "https://www.polderkoerier.example.nl"
PAGE = f"{SITE}/regio/stoplichten-in-zuiderveen-staan-stil"
DATED = f"{SITE}/2023/04/28/stoplichten-in-zuiderveen-staan-stil"


LONG = "Stoplichten in Zuiderveen staan al weken stil"
OTHER = "Verkeer wacht vergeefs op groen"


def cites(number: str, date: str, title: str = LONG, url: str = PAGE) -> str:
    """A set of questions that cites an article in a note."""
    note = f"1 De Polderkoerier, {date}, «{title}»{url and ', '}{url}"
    return asked(number, f"Kent u het bericht «{title}»?1", notes=note, day="10 mei 2023")


def test_one_article_with_two_dates_is_found_at_both_citations(tmp_path: Path) -> None:
    rows = found(
        tmp_path, "ConflictingDates", cites("2023Z07001", "28 april 2023"), cites("2023Z07002", "27 april 2023")
    )
    assert {file for file, *_ in rows} == {"0.txt", "1.txt"}
    message = f"Stukken geven dezelfde bron verschillende data: 2023-04-27 en 2023-04-28 (‘{LONG}’)."
    assert {(what, rule) for _, what, _, rule in rows} == {(message, "source-date-told-differently")}


def test_one_article_without_an_address_with_two_days_is_found(tmp_path: Path) -> None:
    texts = cites("2023Z07001", "28 april 2023", url=""), cites("2023Z07002", "27 april 2023", url="")
    rows = found(tmp_path, "ConflictingDates", *texts)
    message = f"Stukken geven hetzelfde artikel verschillende dagen: 2023-04-27 en 2023-04-28 (‘{LONG}’)."
    assert {(what, rule) for _, what, _, rule in rows} == {(message, "article-date-told-differently")}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("28 april 2023", LONG, PAGE), ("28 april 2023", LONG, PAGE)),  # the same day
        (("28 april 2023", LONG, PAGE), ("april 2023", LONG, PAGE)),  # less exact
        (("28 april 2023", LONG, SITE), ("27 april 2023", "Groen licht voor nieuwe stoplichten", SITE)),
        (("28 april 2023", LONG, PAGE), ("27 april 2023", LONG, f"{PAGE}-alweer")),  # another article
        (("28 april 2023", LONG, DATED), ("27 april 2023", LONG, DATED)),  # against its address: the reader says so
        (("28 april 2023", "Column", ""), ("27 april 2023", "Column", "")),
        (("28 april 2023", LONG, ""), ("28 maart 2023", LONG, "")),  # last month's edition
    ],
)
def test_citations_that_agree_or_may_mean_another_article_give_no_finding(
    first: tuple[str, str, str], second: tuple[str, str, str], tmp_path: Path
) -> None:
    assert found(tmp_path, "ConflictingDates", cites("2023Z07001", *first), cites("2023Z07002", *second)) == []


def test_one_article_with_titles_of_other_words_is_found(tmp_path: Path) -> None:
    texts = (
        cites("2023Z07001", "28 april 2023"),
        cites("2023Z07002", "28 april 2023", OTHER),
    )
    rows = found(tmp_path, "ConflictingTitles", *texts)
    assert {file for file, *_ in rows} == {"0.txt", "1.txt"}
    message = f"Stukken geven dezelfde bron verschillende titels: ‘{LONG}’ en ‘{OTHER}’ ({PAGE})."
    assert {(what, rule) for _, what, _, rule in rows} == {(message, "source-title-told-differently")}


@pytest.mark.parametrize(
    "title",
    [
        "Stoplichten in Zuiderveen staan al weken stil",
        "Stoplichten staan stil",  # shortened
        "Stop-lichten in Zuiderveen staan al wekenstil",  # spelt otherwise
        "Polderkrant",  # may be the name of a series
    ],
)
def test_a_title_that_is_shortened_or_spelt_otherwise_gives_no_finding(title: str, tmp_path: Path) -> None:
    texts = cites("2023Z07001", "28 april 2023"), cites("2023Z07002", "28 april 2023", title)
    assert found(tmp_path, "ConflictingTitles", *texts) == []


# -- references to questions of other documents


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (
            "Zie Aanhangsel Handelingen, vergaderjaar 2022–2023, nr. 701, antwoord op vraag 7.",
            "Aanhangsel Handelingen, vergaderjaar 2022–2023, nr. 701",
        ),
        ("Dat staat in het antwoord op vraag 7 van 2023Z07001.", "2023Z07001"),
    ],
)
def test_a_reference_to_an_answer_that_another_document_does_not_have_is_found(
    words: str, named: str, tmp_path: Path
) -> None:
    rows = found(tmp_path, "DanglingReference", answered("2023Z07001", 701), answered("2023Z07002", 702, words))
    assert rows == [
        (
            "1.txt",
            f"Hier wordt verwezen naar vraag 7 van {named}; dat stuk heeft 2 vragen.",
            named,
            "reference-to-no-question",
        )
    ]


GAPS = answered("2023Z07001", 701).replace("Vraag 2", "Vraag 4").replace("Antwoord 2", "Antwoord 4")


@pytest.mark.parametrize(
    ("words", "earlier"),
    [
        (
            "Zie Aanhangsel Handelingen, vergaderjaar 2022–2023, nr. 701, antwoord op vraag 2.",
            answered("2023Z07001", 701),
        ),
        (
            "Zie Aanhangsel Handelingen, vergaderjaar 2022–2023, nr. 655, antwoord op vraag 7.",
            answered("2023Z07001", 701),
        ),
        ("Zie Aanhangsel Handelingen, vergaderjaar 2022–2023, nr. 701.", answered("2023Z07001", 701)),
        (
            "Zie Aanhangsel Handelingen, vergaderjaar 2022–2023, nr. 701, antwoord op vraag 7.",
            GAPS,
        ),  # 2 and 3 were lost
        ("Dat staat in het antwoord op vraag 7 van 2023Z07001.", answered("2023Z07001", 701, n=7)),
    ],
)
def test_a_reference_that_may_lead_somewhere_gives_no_finding(words: str, earlier: str, tmp_path: Path) -> None:
    assert found(tmp_path, "DanglingReference", earlier, answered("2023Z07002", 702, words)) == []


@pytest.mark.parametrize(("extra", "number"), [("", 1), ("<bijlage><al>Hier volgen meer vragen.</al></bijlage>", 0)])
def test_nothing_is_said_of_a_document_of_which_part_may_be_missing(extra: str, number: int, tmp_path: Path) -> None:
    """An element that no reader knows may hold the question."""
    text = next(path for path in examples() if path.suffix == ".xml").read_text(encoding="utf-8")
    (tmp_path / "earlier.xml").write_text(text.replace("</kamervragen>", f"{extra}</kamervragen>"), encoding="utf-8")
    words = "Zie Aanhangsel Handelingen, vergaderjaar 2031–2032, nr. 903, antwoord op vraag 40."
    assert len(found(tmp_path, "DanglingReference", answered("2032Z07002", 702, words))) == number


# -- the rules themselves


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_says_what_it_finds_in_terms_of_the_ontology(rule: Rule) -> None:
    known = {quad.subject.value for quad in ox.parse(path=str(HERE.parent / "ontology" / "kv.ttl"))}
    assert {iri(rule.kind), iri(rule.severity)} <= known
    assert rule.title != rule.title_en


def test_every_kind_of_finding_has_a_rule_in_the_open() -> None:
    kinds = {
        quad.subject.value
        for quad in ox.parse(path=str(HERE.parent / "ontology" / "kv.ttl"))
        if quad.predicate.value == iri("rdfs:subClassOf") and quad.object.value == iri("kv:Finding")
    }
    assert {iri(rule.kind) for rule in rules()} == kinds


@pytest.mark.parametrize("rule", MADE, ids=lambda rule: rule.name)
def test_a_rule_gives_what_its_message_names_in_every_engine(
    rule: Rule, rule_store: tuple[Store, rdflib.Graph]
) -> None:
    store, other = rule_store
    ours = run(store.quads, rule.text)
    assert {rule.key, rule.about, rule.stated or rule.key, *re.findall(r"\{(\w+)\}", rule.message)} <= {*ours.columns}
    assert re.findall(r"\{(\w+)\}", rule.message) == re.findall(r"\{(\w+)\}", rule.message_en)
    theirs = [tuple("" if term is None else str(term) for term in row) for row in other.query(rule.text)]
    assert sorted(theirs) == sorted(ours.values)
    assert ours.values, "the store has one case of each rule"


@pytest.mark.parametrize("rule", MADE, ids=lambda rule: rule.name)
def test_a_rule_declares_its_prefixes(rule: Rule) -> None:
    body = re.sub(r"<[^>\s]*>|\"[^\"]*\"|^#.*$", "", rule.text, flags=re.MULTILINE)
    used = set(re.findall(r"(?<![\w?])([a-z]+):", re.sub(r"^PREFIX.*$", "", body, flags=re.MULTILINE)))
    declared = dict(re.findall(r"^PREFIX ([a-z]+): <(.*)>$", rule.text, flags=re.MULTILINE))
    assert used == set(declared)
    assert declared.items() <= prefixes().items()


def test_a_rule_without_a_message_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "some.rq"
    path.write_text("#+ title: a\n#+ title_en: b\n#+ finding: kv:LateAnswer\n#+ severity: kv:info\n", encoding="utf-8")
    with pytest.raises(UsageProblem, match=r"some\.rq: the header has no message"):
        _read(path, made=True)


def test_findings_are_shown_with_their_places_and_rules(rule_store: tuple[Store, rdflib.Graph]) -> None:
    shown = CliRunner().invoke(main, ["findings", "--store", str(rule_store[0].path)])
    assert shown.exit_code == 0
    for rule in MADE:
        assert re.search(rf"\d+-\d+ +{rule.name} ", shown.output), shown.output
    listed = CliRunner().invoke(main, ["findings", "--rules"])
    assert listed.exit_code == 0
    assert [rule.name for rule in rules() if f"/{rule.name} " not in listed.output] == []


@pytest.fixture(scope="module")
def rule_store(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, rdflib.Graph]:
    """A store with something for each rule to find, and its triples in an engine that shares no code with ours."""
    folder = tmp_path_factory.mktemp("rules")
    texts = [
        asked("2023Z07001"),
        answered("2023Z07001", 701, day="4 mei 2023"),
        answered(
            "2023Z07003", 703, "Zie Aanhangsel Handelingen, vergaderjaar 2022–2023, nr. 701, antwoord op vraag 7."
        ),
        cites("2023Z07004", "28 april 2023"),
        cites("2023Z07005", "27 april 2023", OTHER),
        cites("2023Z07006", "28 april 2023", "In Zuiderveen rijdt geen enkele tram", ""),
        cites("2023Z07007", "27 april 2023", "In Zuiderveen rijdt geen enkele tram", ""),
        answered("2023Z07008", 708, day="3 april 2023"),
    ]
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    store = store_of(folder / "store", sorted(folder.glob("*.txt")))
    triples = sorted({f"{quad.triple} ." for quad in store.quads})
    return store, rdflib.Graph().parse(data="\n".join(triples), format="nt")


def test_rules_find_the_same_in_a_store_that_has_their_findings(rule_store: tuple[Store, rdflib.Graph]) -> None:
    store, _ = rule_store
    graph = ox.NamedNode(f"{base()}graph/findings")
    kept = sorted(f"{quad} .\n".encode() for quad in store.quads.quads_for_pattern(None, None, None, graph))
    assert (
        sorted(
            f"{quad} .\n".encode() for quad in ox.parse(b"".join(rule_lines(store.quads)), format=ox.RdfFormat.N_QUADS)
        )
        == kept
    )
    assert len([line for line in kept if b"ns#byRule>" in line]) == len(MADE)


def test_the_number_of_workers_does_not_change_what_rules_find(tmp_path: Path) -> None:
    stores = [kg.build(examples(), tmp_path / str(workers), workers=workers).store for workers in (1, 2)]
    first, second = (
        sorted(map(str, kg.open_store(store).quads.quads_for_pattern(None, None, None))) for store in stores
    )
    assert first == second
    assert any("ns#byRule>" in line for line in first)
    assert len({kg.open_store(store).manifest.digest for store in stores}) == 1


def test_rules_take_linear_time_where_many_documents_cite_one_source() -> None:
    begun = time.process_time()
    assert b"source-date-told-differently/" in b"".join(rule_lines(cited_by(3_000)))
    assert time.process_time() - begun < 5


def cited_by(documents: int) -> ox.Store:
    """The graph of one article that so many documents cite, each third with another day and title."""
    turtle = "".join(
        f"""<document/{n:016}/citation/1-2> a kv:Citation ; kv:sourceType kv:news ; schema:url <{PAGE}> ;
        kv:date "2023-04-{1 + n % 3:02}"^^xsd:date ; kv:titleAsPrinted "{LONG} {n % 3}" ;
        oa:hasSource <document/{n:016}/text> ; cito:hasCitedEntity <source/a> .
        <source/a> a kv:CitedSource ; schema:publisher <outlet/a> .
        """
        for n in range(documents)
    )
    names = "".join(f"@prefix {prefix}: <{name}> .\n" for prefix, name in prefixes().items())
    store = ox.Store()
    store.bulk_load(f"@base <{base()}> .\n{names}{turtle}", format=ox.RdfFormat.TURTLE)
    return store


# -- the readers, held to the graph


@pytest.mark.parametrize("name", [name for name in checks() if name.startswith("finding-")])
def test_the_readers_and_the_graph_agree_on_real_documents(name: str, real_store: Store) -> None:
    assert ask(real_store, name).values == []


@pytest.fixture(scope="module")
def real_store(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store of the annotated documents."""
    path = tmp_path_factory.mktemp("real") / "store"
    kg.build([shared / "corpus" / "text", shared / "corpus" / "docx"], path, workers=2)
    return kg.open_store(path)


def test_rules_find_nothing_but_late_answers_in_the_annotated_documents(real_store: Store) -> None:
    """Each of these was read: the day of submission and of receipt stand in the head, with no notice named there."""
    rows = ask(real_store, "slips-and-contradictions").values
    assert {(row[0], row[7]) for row in rows if row[7]} == {
        ("ah-tk-20242025-566.txt", "late-answer"),
        ("ah-tk-20242025-577.txt", "late-answer"),
        ("ah-tk-20242025-581.txt", "late-answer"),
        ("ah-tk-20242025-597.txt", "late-answer"),
    }
