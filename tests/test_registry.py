"""The lists of the registry are sound, and printed names lead where they should."""

from __future__ import annotations

import subprocess
import sys
import time
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import InputProblem
from kg.registry import Found, Registry, registry
from kg.registry.build import build, differences
from kg.registry.check import check
from kg.registry.facts import Facts, Incumbency, Membership, Period
from kg.registry.kinds import by_texts
from kg.registry.load import load, triples
from kg.registry.lookup import LONGEST
from kg.registry.names import fold, read_name, slug, squash
from kg.registry.person import Person, name_keys
from kg.registry.reference import Attested
from kg.registry.turtle import HOME, Node, text, write
from kg.registry.zaken import cases, tally
from kg.vocab import data, iri

HERE = Path(__file__).parent
REFERENCE = HERE.parents[1] / "shared" / "reference"
LISTS = sorted((data("ontology") / "lists").glob("*.ttl"))
CASES: dict[str, list[dict[str, Any]]] = tomllib.loads((HERE / "registry" / "lookups.toml").read_text(encoding="utf-8"))
needs_reference = pytest.mark.skipif(not REFERENCE.is_dir(), reason="the reference files are not beside the project")


def lookup(kind: str) -> Any:
    return pytest.mark.parametrize("case", CASES[kind], ids=[case["claim"] for case in CASES[kind]])


def agrees(found: Found, case: dict[str, Any]) -> None:
    keys = [candidate.key for candidate in found]
    if "is" in case:
        assert keys == [case["is"]], found
        assert 0.5 < found[0].score <= 1
        assert found[0].reason
    elif "among" in case:
        assert sorted(keys) == sorted(case["among"]), found
        assert all(candidate.score <= 0.5 for candidate in found)
    else:
        assert keys == []
        assert found.reason
        assert ("possible" not in case) or case["possible"] in [candidate.key for candidate in found.possible]


@lookup("post")
def test_office_as_printed_leads_to_post(case: dict[str, Any]) -> None:
    agrees(registry().post(case["role"], case["portfolio"], case["on"]), case)


@lookup("minister")
def test_name_as_printed_leads_to_office_holder(case: dict[str, Any]) -> None:
    agrees(registry().minister(case["name"], case.get("role"), case.get("portfolio"), case["on"]), case)


@lookup("member")
def test_name_as_printed_leads_to_member(case: dict[str, Any]) -> None:
    agrees(registry().member(case["name"], case.get("party"), case["on"]), case)


@lookup("party")
def test_group_as_printed_leads_to_party(case: dict[str, Any]) -> None:
    agrees(registry().party(case["name"], case["on"]), case)


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("NOS", "outlet/nos"),
        ("NOS website", "outlet/nos"),
        ("https://nos.nl/artikel/2", "outlet/nos"),
        ("https://www.telegraaf.nl/nieuws/1", "outlet/de-telegraaf"),
        ("telegraaf.nl", "outlet/de-telegraaf"),
        ("Algemeen Dagblad", "outlet/ad"),
        ("de NOS", "outlet/nos"),
        ("NRC Handelsblad", "outlet/nrc"),
        ("Financieel Dagblad", "outlet/fd"),
        ("de Volkskrant", "outlet/volkskrant"),
    ],
)
def test_outlet_is_found_by_name_and_by_domain(printed: str, key: str) -> None:
    found = registry().outlet(printed)
    assert found
    assert (found.key, found.thing.kind) == (key, "outlet")


@pytest.mark.parametrize(
    "printed", ["", "https://geennos.nl/1", "https://nos.nl.voorbeeld.org/", "De Kamperbode", "http://["]
)
def test_unknown_outlet_is_none(printed: str) -> None:
    assert registry().outlet(printed) is None


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("dagblad-van-het-noorden", "newspaper"),
        ("nrc", "newspaper"),
        ("recyclingmagazine", "magazine"),
        ("npo-radio-1", "broadcaster"),
        ("pointer", "programme"),
        ("bloomberg", "news-agency"),
        ("nu-nl", "website"),
        ("follow-the-money", "website"),
        ("new-york-post", ""),
    ],
)
def test_kind_of_medium_is_what_its_name_or_a_text_says(key: str, kind: str) -> None:
    assert [outlet.kind for outlet in registry().facts.outlets if outlet.key == f"outlet/{key}"] == [kind]


def test_kind_of_medium_is_open_where_texts_disagree_or_say_nothing() -> None:
    texts = [
        ("zaak 1", "Het bericht in de krant Kamperbode"),
        ("zaak 2", "De uitzending van het tv-programma Sluispeil"),
        ("zaak 3", "Het radioprogramma ‘Dijkwacht’"),
        ("zaak 4", "De omroep Dijkwacht"),
        ("zaak 5", "De website van de Polderpost, de krant De Polderposterij"),
        ("zaak 6", "Het artikel in Waterkant Handelsblad"),
    ]
    said = by_texts(["Kamperbode", "Sluispeil", "Dijkwacht", "Polderpost", "Waterkant"], texts)
    assert {name: (each.kind, each.also) for name, each in said.items()} == {
        "Kamperbode": ("newspaper", ""),
        "Sluispeil": ("programme", ""),
        "Waterkant": ("newspaper", "Waterkant Handelsblad"),
    }
    assert said["Kamperbode"].source == "zaak 1: krant Kamperbode"


@pytest.mark.parametrize(
    ("on", "person"),
    [
        (date(2025, 9, 4), "person/david-van-weel"),
        (date(2025, 9, 5), "person/foort-van-oosten"),
        (date(2025, 11, 26), "person/foort-van-oosten"),
        (date(2026, 2, 22), "person/foort-van-oosten"),
        (date(2026, 2, 23), "person/david-van-weel"),
    ],
)
def test_terms_are_half_open(on: date, person: str) -> None:
    assert [term.person for term in registry().holder("post/minister-van-justitie-en-veiligheid", on)] == [person]


def test_nobody_holds_a_post_in_a_hole() -> None:
    assert registry().holder("post/minister-van-veiligheid-en-justitie", date(2015, 3, 9)) == []
    assert registry().holder("post/minister-van-veiligheid-en-justitie", date(2015, 3, 20))


def test_stand_in_holds_the_post_while_its_holder_is_away() -> None:
    held = registry().holder("post/staatssecretaris-van-justitie-en-veiligheid", date(2023, 11, 1))
    assert [(term.person, term.stand_in) for term in held] == [("person/christophe-van-der-maat", True)]
    back = registry().holder("post/staatssecretaris-van-justitie-en-veiligheid", date(2023, 11, 23))
    assert [(term.person, term.stand_in) for term in back] == [("person/eric-van-der-burg", False)]


def test_stand_ins_are_short_or_between_two_terms_of_another() -> None:
    marked = {term.person for term in registry().facts.incumbencies if term.stand_in}
    assert {"person/raymond-knops", "person/geoffrey-van-leeuwen", "person/rob-jetten"} <= marked
    assert "person/foort-van-oosten" not in marked


@pytest.mark.parametrize("key", ["mona-keijzer", "mark-rutte", "sophie-hermans", "eppo-bruins", "dennis-wiersma"])
def test_member_who_became_minister_is_one_person(key: str) -> None:
    known = registry()
    label = known.facts.people[f"person/{key}"].label
    assert [person.key for person in known.facts.people.values() if person.label == label] == [f"person/{key}"]
    assert known.seats[f"person/{key}"]
    assert known.terms[f"person/{key}"]


def test_namesakes_stay_two_people() -> None:
    people = registry().facts.people
    assert people["person/arno-rutte"].initials == {"acl"}
    assert people["person/mark-rutte"].initials == {"m"}


@pytest.mark.parametrize(
    ("key", "number"),
    [
        ("melanie-schultz-van-haegen-maas-geesteranus", "tweedekamer:7d18cd31-fc19-4020-a60f-b136526f9e5f"),
        ("zohair-el-yassini", "tweedekamer:c4f7c468-721e-4953-97f2-bff05fe570c4"),
        ("gert-leers", "parlement:vg09llpegh1s"),
    ],
)
def test_numbers_join_a_person_whose_name_another_list_cuts_or_spells_otherwise(key: str, number: str) -> None:
    person = ox.NamedNode(f"{HOME}person/{key}")
    found = {t.object.value for t in triples() if t.subject == person and t.predicate.value == iri("schema:identifier")}
    assert number in found
    assert len({each.partition(":")[0] for each in found}) == len(found)


def test_key_stands_when_a_namesake_comes_later() -> None:
    first, later = (
        Person("Jansen", "", "Jan", attested=[Attested("Jan Jansen (J.)", (day,), ())])
        for day in (date(2010, 5, 1), date(2024, 5, 1))
    )
    name_keys([later, first])
    assert (first.key, later.key) == ("jan-jansen", "jan-jansen-2024")


def test_name_tells_which_state_secretary_of_a_ministry_is_meant() -> None:
    known, on = registry(), date(2024, 11, 15)
    office = ("staatssecretaris", "Volksgezondheid, Welzijn en Sport")
    assert len(known.post(*office, on)) == 2
    term = known.term(known.minister("Karremans", *office, on)[0])
    assert term
    assert term.post == "post/staatssecretaris-jeugd-preventie-en-sport"
    member = known.member("Van Nispen", "SP", date(2018, 5, 1))[0]
    assert known.term(member) is None


def test_outside_the_lists_nothing_is_claimed() -> None:
    found = registry().member("Van Nispen", "SP", date(2025, 1, 1))
    assert not found.covered
    assert len(found) == 0
    assert "2023-12-07" in found.reason


def test_every_node_has_a_source() -> None:
    subjects, sourced = set(), set()
    for triple in triples():
        subjects.add(triple.subject)
        if triple.predicate.value == iri("dcterms:source"):
            sourced.add(triple.subject)
    assert len(subjects) > 1500
    assert subjects == sourced


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_list_is_plain_turtle(path: Path) -> None:
    graph = rdflib.Graph().parse(path, format="turtle")
    mine = list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    assert len(graph) == len(mine) > 0
    assert not [term for triple in graph for term in triple if isinstance(term, rdflib.BNode)]
    assert all(str(subject).startswith((HOME, "https://identifier.overheid.nl/")) for subject in graph.subjects())


@pytest.mark.parametrize("path", [each for each in LISTS if each.stem != "curated"], ids=lambda path: path.stem)
def test_list_is_sorted(path: Path) -> None:
    paragraphs = path.read_text(encoding="utf-8").split("\n\n")[2:]
    subjects = [paragraph.split("\n")[0] for paragraph in paragraphs]
    assert subjects == sorted(set(subjects))


@needs_reference
def test_lists_are_what_the_script_builds() -> None:
    assert differences(build(REFERENCE), data("ontology") / "lists") == ""


@needs_reference
def test_build_shows_what_would_change(tmp_path: Path) -> None:
    made = build(REFERENCE)
    for name, content in made.items():
        (tmp_path / name).write_text(content.replace("2025-09-05", "2025-09-06"), encoding="utf-8")
    found = differences(made, tmp_path)
    assert '+    kv:from "2025-09-05"^^xsd:date ;' in found
    assert '-    kv:from "2025-09-06"^^xsd:date ;' in found


def test_build_without_reference_says_so_in_one_line(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kg.registry.build", str(tmp_path), "--diff"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == InputProblem.exit_code
    assert done.stderr.count("\n") == 1
    assert "reference-missing" in done.stderr


@needs_reference
def test_names_of_the_list_of_cases_are_resolved_in_time() -> None:
    before = time.process_time()
    found = tally(registry(), cases(REFERENCE / "zaken_2007-2024.csv.gz"))
    assert time.process_time() - before < 60
    assert found["askers"].covered > 50_000
    assert found["askers"].share >= 0.99
    assert found["addressees"].covered > 45_000
    assert found["addressees"].share >= 0.98


@needs_reference
def test_surname_and_day_alone_never_lead_to_another_member() -> None:
    known = registry()
    wrong = Counter()
    for case in cases(REFERENCE / "zaken_2007-2024.csv.gz"):
        for name in case.askers:
            whole = known.member(name, on=case.submitted)
            if len(whole) != 1:
                continue
            person = known.facts.people[whole[0].key]
            found = known.member(" ".join(filter(None, (person.prefix, person.surname))), on=case.submitted)
            wrong[whole[0].key] += whole[0].key not in [candidate.key for candidate in found]
    assert +wrong == Counter()
    assert wrong


def test_registry_loads_fast() -> None:
    spent = []
    for _ in range(3):
        before = time.process_time()
        load()
        spent.append(time.process_time() - before)
    assert min(spent) < 1.2  # a third of it on a machine without other work


def test_lists_move_to_another_base(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_BASE", "https://example.org/kv/")
    moved = list(triples())
    assert ox.NamedNode("https://example.org/kv/person/mark-rutte") in {triple.subject for triple in moved}
    assert not [
        t
        for t in moved
        for term in (t.subject, t.object)
        if isinstance(term, ox.NamedNode) and term.value.startswith(HOME)
    ]


def changed(known: Registry, **parts: Any) -> Registry:
    facts = known.facts
    fields = {name: getattr(facts, name) for name in Facts.__slots__} | parts
    seats: dict[str, list[Membership]] = {}
    for seat in fields["memberships"]:
        seats.setdefault(seat.person, []).append(seat)
    return Registry(Facts(**fields), known.names, seats, known.attested, known.terms)


def test_check_finds_what_is_wrong_with_the_lists() -> None:
    known = registry()
    kinds = {problem.kind for problem in check(known)}
    assert {"hole", "double-incumbent", "membership-overlap", "membership-hole"} <= kinds
    assert {"ministry-unknown", "ministry-ended", "kind-unknown", "group-unknown"} <= kinds
    assert not kinds & {"unknown-post", "unknown-person", "unknown-party", "backwards", "outside-coverage"}


def test_post_whose_holder_is_away_without_a_stand_in_is_a_hole() -> None:
    known = registry()
    holes = [problem for problem in check(known) if problem.kind == "hole" and problem.message.endswith("is away")]
    assert [problem.where for problem in holes if problem.where == "post/staatssecretaris-van-defensie"]
    assert known.holder("post/staatssecretaris-van-defensie", date(2023, 11, 1)) == []


def test_gaps_are_counted_in_the_graph_as_the_check_finds_them() -> None:
    found = Counter(problem.kind for problem in check(registry()))
    told = {str(t.object.value) for t in triples() if "/dataset/" in str(t.subject) and "comment" in str(t.predicate)}
    assert f"Van {found['ministry-unknown']} van de {len(registry().facts.posts)} ambten" in " ".join(told)
    assert f"Van {found['kind-unknown']} van de {len(registry().facts.outlets)} media" in " ".join(told)


def test_check_finds_unknown_posts_people_and_parties() -> None:
    known = registry()
    term = Incumbency(
        "incumbency/x", "person/x", "post/x", Period(date(2020, 1, 1), date(2019, 1, 1)), None, stand_in=False
    )
    seat = Membership("membership/x", "person/x", "party/x", Period(date(2001, 1, 1), None))
    broken = changed(
        known, incumbencies=(*known.facts.incumbencies, term), memberships=(*known.facts.memberships, seat)
    )
    new = [problem for problem in check(broken) if problem.where.endswith("/x")]
    assert {(problem.severity, problem.kind) for problem in new} == {
        ("error", "unknown-post"),
        ("error", "unknown-person"),
        ("error", "unknown-party"),
        ("error", "backwards"),
        ("error", "outside-coverage"),
    }


def test_check_knows_which_two_seats_overlap() -> None:
    overlaps = [problem for problem in check(registry()) if problem.kind == "membership-overlap"]
    assert {problem.where.split("-2")[0] for problem in overlaps} >= {"membership/jacques-monasch-pvda"}
    assert all(problem.severity == "error" for problem in overlaps)


def test_two_nodes_of_one_name_are_refused() -> None:
    node = Node("person:jan-jansen", (("a", "foaf:Person"), ("rdfs:label", text('Jan "de" Jansen'))))
    assert '"Jan \\"de\\" Jansen"' in write("Een lijst.", [node])
    with pytest.raises(ValueError, match="person:jan-jansen"):
        write("Een lijst.", [node, node])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yeşilgöz – Zegerius", "yesilgoz-zegerius"),
        ("Van ’t Wout", "van 't wout"),
        ("Koste\u0301r", "KOSTÉR"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert slug(one) == slug(other)


@pytest.mark.parametrize(
    "worst",
    ["A." * 50_000, "lid " * 25_000, "(" * 100_000, "- " * 50_000, " " * 100_000, "(" + " " * 99_000, "van " * 25_000],
    ids=["initials", "titles", "brackets", "hyphens", "spaces", "bracket and spaces", "prefixes"],
)
def test_reading_a_name_takes_linear_time(worst: str) -> None:
    before = time.process_time()
    read_name.__wrapped__(worst)
    squash.__wrapped__(worst)
    assert time.process_time() - before < 2


@pytest.mark.parametrize(
    "printed", ["", " ", "-", "()", "(D.M.)", ".", "van", "\u0301", "x" * (LONGEST + 1), "٣", "D.M."]
)
def test_no_name_is_nobody(printed: str) -> None:
    on = date(2018, 5, 1)
    known = registry()
    found = [
        known.member(printed, on=on),
        known.minister(printed, on=on),
        known.party(printed, on),
        known.post("", printed, on),
    ]
    assert [len(each) for each in found] == [0, 0, 0, 0]
    assert all(each.reason for each in found)
