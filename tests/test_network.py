"""The network of things, its figures, and its pictures: looked at as a browser and as a reader would."""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import networkx as nx
import pytest
from lxml import etree
from lxml import html as lxml_html

import kg
from kg.ask import ask
from kg.build import import_zaken
from kg.errors import UsageProblem
from kg.named import find
from kg.network import Figure, figures, network, pagerank
from kg.picture import picture
from kg.picture.kinds import KINDS, words
from kg.picture.layout import layout
from kg.picture.page import page
from kg.picture.selection import select
from kg.quotes import Quote, sentence
from kg.store import Store
from kg.things import CLASSES
from kg.vocab import base

HOSTILE = [
    "</script><script>document.title='PWN'</script>",
    "<img src=x onerror=document.title='PWN'>",
    "javascript:document.title='PWN'",
    '"><svg onload=document.title="PWN">',
    "$x^2$ & <b>vet</b> \\frac{1}",
    "\u2028 \u202e omgekeerd",
]
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="module")
def whole(example_store: Store) -> nx.MultiDiGraph[str]:
    return network(example_store)


def drawn(*labels: str) -> nx.MultiDiGraph[str]:
    """A network in which the first node points to all others, each relation with a quote."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for i, label in enumerate(labels):
        words_there = (Quote("n0", 3, 9, "Zij noemde ", label, " toen."),)
        graph.add_node(
            f"n{i}", label=label, kind="document" if i == 0 else "person", facts=(("dcterms:title", label),), quotes=()
        )
        if i:
            graph.add_edge("n0", f"n{i}", key="kv:askedBy", quotes=words_there, sources=(label,))
    return graph


# -- the network


def test_nodes_are_things_and_never_evidence(example_store: Store, whole: nx.MultiDiGraph[str]) -> None:
    kinds = {kind for _, kind in whole.nodes(data="kind")}
    assert {"document", "case", "question", "answer", "person", "post", "party", "source", "paper", "amount"} <= kinds
    assert not [node for node in whole if re.search(r"#char=|/assertion/|/participation/|/citation/|/link/", node)]
    assert sum(kind == "document" for _, kind in whole.nodes(data="kind")) == example_store.manifest.documents


def test_every_relation_shows_where_it_was_read(example_store: Store, whole: nx.MultiDiGraph[str]) -> None:
    bare = [
        (source, key)
        for source, target, key, values in whole.edges(keys=True, data=True)
        if not values["quotes"]
        and not values["sources"]
        and not (key == "kv:inCase" and "zonder nummer" in whole.nodes[target]["label"])
    ]
    assert bare == []


def test_quotes_of_relations_are_the_text_at_their_place(example_store: Store, whole: nx.MultiDiGraph[str]) -> None:
    quotes = {quote for _, _, values in whole.edges(data=True) for quote in values["quotes"]}
    assert len(quotes) > 100
    for found in quotes:
        text = example_store.text(found.document.rsplit("/", 1)[-1])
        assert " ".join(text[found.start : found.end].split()) == " ".join(found.exact.split())


def test_asker_is_tied_to_document_and_party_by_the_same_words(whole: nx.MultiDiGraph[str]) -> None:
    person = next(node for node, label in whole.nodes(data="label") if label == "Van Duinbergen")
    party = next(node for node, label in whole.nodes(data="label") if label == "Waterpartij")
    assert whole.has_edge(person, party, key="org:memberOf")
    assert any("Van Duinbergen" in quote.exact for quote in whole.edges[person, party, "org:memberOf"]["quotes"])


@pytest.mark.parametrize(
    ("around", "label"),
    [
        ("2031Z17342", "2031Z17342"),
        ("01-vragen-sluisonderhoud.txt", "Sluisdeuren"),
        ("Van Duinbergen", "Van Duinbergen"),
        ("de polderkoerier", "De Polderkoerier"),
        ("  Waterpartij ", "Waterpartij"),
    ],
)
def test_anything_with_a_name_can_be_asked_for(example_store: Store, around: str, label: str) -> None:
    nodes = find(example_store, around)
    near = network(example_store, around)
    assert nodes
    assert any(label in near.nodes[node]["label"] for node in nodes)
    assert set(near) == set(nodes) | {other for node in nodes for other in nx.all_neighbors(near, node)}


def test_an_iri_is_a_name(example_store: Store, whole: nx.MultiDiGraph[str]) -> None:
    answer = next(node for node, kind in whole.nodes(data="kind") if kind == "answer")
    assert find(example_store, answer) == [answer]


def test_depth_widens_the_network_step_by_step(example_store: Store, whole: nx.MultiDiGraph[str]) -> None:
    near, further, far = (network(example_store, "Van Duinbergen", depth) for depth in (1, 2, 3))
    assert set(near) < set(further) < set(far) <= set(whole)
    middle = find(example_store, "Van Duinbergen")[0]
    assert nx.utils.graphs_equal(near, whole.subgraph(nx.ego_graph(nx.Graph(whole), middle)))


def test_unknown_name_gets_the_nearest_names(example_store: Store) -> None:
    with pytest.raises(UsageProblem, match=r"Polderkoerrier.*Did you mean: De Polderkoerier"):
        network(example_store, "De Polderkoerrier")
    with pytest.raises(UsageProblem, match="Give a case number"):
        network(example_store, "qqqqqqqq")


@pytest.mark.parametrize("around", ["", "http://x/<>", "a\nb", f"{base()}person/niemand", '"} DROP ALL', "\x00"])
def test_strange_names_are_not_found_and_break_nothing(example_store: Store, around: str) -> None:
    with pytest.raises(UsageProblem, match="nothing in the store"):
        network(example_store, around)


@pytest.mark.parametrize("depth", [0, 4, -1])
def test_depth_is_one_two_or_three(example_store: Store, depth: int) -> None:
    with pytest.raises(UsageProblem, match="Give 1, 2 or 3"):
        network(example_store, None, depth)


# -- laws, cases that hang together, rows of the list


def test_cases_that_hang_together_are_tied_with_the_words_that_say_so(whole: nx.MultiDiGraph[str]) -> None:
    ties = {key: values["quotes"] for _, _, key, values in whole.edges(keys=True, data=True)}
    assert {"kv:followsUp", "kv:sameCase"} <= set(ties)
    assert all(ties[key] for key in ("kv:followsUp", "kv:sameCase"))


ROWS = (
    "1,2031Z17342,De sluisdeuren in Zuiderveen klemmen,2031-10-14T00:00:00+02:00,,Piet Verzonnen (P.),",
    "2,2030Z00002,Het klemmen van sluisdeuren in Zuiderveen,2030-10-14T00:00:00+02:00,,Piet Verzonnen (P.),",
    "3,2029Z00003,Het klemmen van sluisdeuren te Zuiderveen,2029-10-14T00:00:00+02:00,,Piet Verzonnen (P.),",
    "4,2029Z00004,De prijs van postzegels in het buitenland,2029-10-14T00:00:00+02:00,,Piet Verzonnen (P.),",
)


@pytest.fixture(scope="module")
def with_list(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("listed")
    with gzip.open(folder / "lijst.csv.gz", "wt", encoding="utf-8") as out:
        header = "Id,Nummer,Onderwerp,GestartOp,Gericht aan,Indiener,Medeindiener"
        out.write("\n".join([header, *ROWS, ""]))
    import_zaken(folder / "lijst.csv.gz", folder / "store")
    set_of_questions = (
        "Vragen van het lid Zandstra (SP) aan de Minister van Financiën over lampen (ingezonden 3 mei 2031).\n"
        "Vraag 1\nWat zegt artikel 5 van de Wegenverkeerswet 1994 over lampen?\n"
    )
    (folder / "lampen.txt").write_text(set_of_questions, encoding="utf-8")
    kg.build([Path(__file__).parents[1] / "examples", folder / "lampen.txt"], folder / "store")
    return kg.open_store(folder / "store")


def test_rows_of_the_list_are_shown_where_documents_lead_to_them(with_list: Store) -> None:
    whole = network(with_list)
    rows = {node.rsplit("/", 1)[1] for node, kind in whole.nodes(data="kind") if kind == "listed"}
    assert {"2031Z17342", "2030Z00002"} <= rows
    assert "2029Z00004" not in rows
    edges = [values for _, _, key, values in whole.edges(keys=True, data=True) if key == "kv:similarTo"]
    assert edges
    assert all(values["quotes"] or values["sources"] for values in edges)
    row = f"{base()}listed/2030Z00002"
    assert whole.nodes[row]["label"] == "Het klemmen van sluisdeuren in Zuiderveen"
    (inside,) = whole.get_edge_data(row, f"{base()}case/2030Z00002").values()
    assert inside["sources"] == ("lijst.csv.gz, rij 3",)


def test_laws_and_dossiers_are_kinds_of_their_own(with_list: Store) -> None:
    kinds = dict(network(with_list).nodes(data="kind"))
    assert {kinds[node] for node in kinds if "/law/" in node} == {"law"}
    assert {kinds[node] for node in kinds if "/dossier/" in node} == {"dossier"}


def test_rows_of_the_list_are_told_from_documents(with_list: Store) -> None:
    for name in ("asked-before", "follow-ups"):
        answer = ask(with_list, name)
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.values]
        assert {row["later"] for row in rows if row["laterIs"] == "zakenlijst"} == {"2030Z00002", "2031Z17342"}
        assert all("." in row["later"] for row in rows if row["laterIs"] == "stuk")
    answer = ask(with_list, "asked-before", document="2030Z00002")
    assert [row[2:5] for row in answer.values] == [
        (f"{base()}case/2029Z00003", "zakenlijst", "Het klemmen van sluisdeuren te Zuiderveen")
    ]


def test_any_row_of_the_list_can_be_asked_for(with_list: Store) -> None:
    near = network(with_list, "2029Z00004")
    assert f"{base()}listed/2029Z00004" in near


# -- figures


def test_figures_of_a_star() -> None:
    rows = figures(drawn("midden", "a", "b", "c"))
    assert rows[0] == Figure("n0", "midden", "document", 3, 0, 3, 1.0, rows[0].pagerank)
    assert [(row.degree, row.in_degree, row.betweenness) for row in rows[1:]] == [(1, 1, 0.0)] * 3


def test_pagerank_of_a_star_is_that_of_the_formula() -> None:
    rank = pagerank(drawn("midden", "a", "b"))
    # r = (1-d)/3 + d*2x/3 and x = r + d*r/2, with r + 2x = 1
    assert rank["n0"] == pytest.approx(1 / (3 + 0.85))
    assert sum(rank.values()) == pytest.approx(1)


def test_figures_are_the_same_each_time(whole: nx.MultiDiGraph[str]) -> None:
    assert figures(whole) == figures(whole)
    assert len(figures(whole)) == len(whole)
    assert figures(nx.MultiDiGraph()) == []


# -- sentences


@pytest.mark.parametrize(
    ("text", "words_there", "expected"),
    [
        ("Dat is zo. Het kost 3 euro. Meer niet.", "3 euro", ("Het kost ", ".")),
        (
            "Zie Kamerstuk 39 302, nr. 11, over de sluis. En nu?",
            "nr. 11",
            ("Zie Kamerstuk 39 302, ", ", over de sluis."),
        ),
        ("Eerste.\n\nTweede\nregel hier\n\nDerde", "regel", ("Tweede ", " hier")),
        ("Geheel", "Geheel", ("", "")),
    ],
)
def test_quote_stands_in_its_sentence(text: str, words_there: str, expected: tuple[str, str]) -> None:
    start = text.index(words_there)
    assert sentence(text, start, start + len(words_there)) == expected


# -- pictures


def test_every_kind_has_a_look_and_every_relation_a_dutch_name(whole: nx.MultiDiGraph[str]) -> None:
    assert set(KINDS) == set(CLASSES.values())
    assert len({(look.colour, look.shape) for look in KINDS.values()}) == len(KINDS)
    names = {key for _, _, key in whole.edges(keys=True)} | {
        f[0] for _, facts in whole.nodes(data="facts") for f in facts
    }
    assert [name for name in sorted(names) if words(name) == (name, name)] == []


def test_layout_is_the_same_each_time_and_no_two_nodes_share_a_place(whole: nx.MultiDiGraph[str]) -> None:
    places = layout(whole)
    assert places == layout(whole)
    assert len(set(places.values())) == len(whole)


def test_large_network_is_cut_to_the_best_connected_and_says_so(whole: nx.MultiDiGraph[str]) -> None:
    cut = select(whole, 40)
    assert len(cut.graph) == 40
    assert min(whole.degree[node] for node in cut.graph) >= max(whole.degree[n] for n in whole if n not in cut.graph)
    text = page(whole, limit=40)
    assert f"Alleen de 40 knopen met de meeste verbindingen van {len(whole)}" in text
    assert len(data_of(text)["nodes"]) == 40
    assert "notice" not in "".join(lxml_html.fromstring(page(whole)).xpath("//main/preceding-sibling::p/@class"))


def data_of(text: str) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(lxml_html.fromstring(text).get_element_by_id("data").text)
    return found


def test_page_is_whole_and_asks_nothing_of_the_network(whole: nx.MultiDiGraph[str]) -> None:
    tree = lxml_html.fromstring(page(whole))
    assert tree.xpath("//@src | //@href | //link | //iframe | //@onclick | //@style") == []
    policy = tree.xpath("string(//meta[@http-equiv]/@content)")
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "http" not in policy
    for element in (tree.xpath("//style")[0], tree.xpath("//script[not(@type)]")[0]):
        assert base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode() in policy


def test_page_holds_every_node_edge_quote_and_name(whole: nx.MultiDiGraph[str]) -> None:
    data = data_of(page(whole))
    assert [node["label"] for node in data["nodes"]] == [label for _, label in whole.nodes(data="label")]
    assert len(data["edges"]) == whole.number_of_edges()
    assert all(edge["q"] for edge in data["edges"] if edge["p"] == "kv:askedBy")


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_label_is_only_text_in_the_page(label: str) -> None:
    text = page(drawn(label, label), title=label)
    tree = lxml_html.fromstring(text)
    assert len(tree.xpath("//script")) == 2
    assert tree.xpath("//img | //svg | //b") == []
    assert tree.xpath("string(//h1)") == label
    assert data_of(text)["nodes"][0]["label"] == label


def test_script_makes_no_markup_of_data() -> None:
    script = (Path(__file__).parents[1] / "kg" / "picture" / "page.js").read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|Function\(|fetch\(", script)
    assert len(script.splitlines()) < 450


@pytest.mark.parametrize("label", HOSTILE)
def test_still_pictures_show_hostile_labels_as_they_are(label: str) -> None:
    pytest.importorskip("matplotlib", reason="the extra picture is not installed")
    svg = picture(drawn("midden", label), "x.svg", title=label)
    shown = " ".join(etree.fromstring(svg).itertext())
    assert " ".join(label.split())[:30] in " ".join(shown.split())
    assert picture(drawn("midden", label), "x.svg", title=label) == svg
    assert picture(drawn("midden", label), "X.PNG").startswith(b"\x89PNG")


def test_still_picture_has_legend_and_notices(whole: nx.MultiDiGraph[str]) -> None:
    pytest.importorskip("matplotlib", reason="the extra picture is not installed")
    svg = picture(whole, "netwerk.svg", title="Sluizen", limit=60).decode()
    assert "Sluizen" in svg
    assert "Persoon · person" in svg
    assert f"Alleen de 60 knopen met de meeste verbindingen van {len(whole)}" in html.unescape(svg)


def test_missing_matplotlib_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "kg.picture.drawing", raising=False)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(UsageProblem, match=r"kamervragen-kg\[picture\]"):
        picture(drawn("a"), "a.svg")


def test_unknown_picture_and_limit_are_named() -> None:
    with pytest.raises(UsageProblem, match=r"a.gif: no picture of this kind. End the name in .html, .svg, .png"):
        picture(drawn("a"), "a.gif")
    with pytest.raises(UsageProblem, match="limit 0"):
        picture(drawn("a"), "a.html", limit=0)


def test_empty_and_single_networks_can_be_drawn() -> None:
    assert data_of(page(nx.MultiDiGraph()))["nodes"] == []
    assert len(data_of(page(drawn("alleen")))["nodes"]) == 1


def opened(text: str, folder: Path, at: str = "") -> str:
    """The page after its script has run, as Chromium sees it."""
    (folder / "page.html").write_text(text, encoding="utf-8")
    quiet = ("gpu", "quic", "background-networking", "component-update", "sync")
    flags = ["--headless", "--no-sandbox", "--no-first-run", *(f"--disable-{name}" for name in quiet)]
    address = f"{(folder / 'page.html').as_uri()}#{quote(at)}"
    told = [f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=4000", "--dump-dom", address]
    command = [str(BROWSER), *flags, *told]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


@pytest.mark.skipif(BROWSER is None, reason="no Chromium here")
def test_browser_draws_the_page_and_opens_the_panel(whole: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    tree = lxml_html.fromstring(opened(page(whole), tmp_path, "Van Duinbergen"))
    panel = " ".join(tree.get_element_by_id("panel").text_content().split())
    assert tree.get("data-ready") == str(len(whole))
    assert "Persoon · person" in panel
    assert "Waterpartij" in panel
    assert tree.xpath("//aside//blockquote/mark")


@pytest.mark.skipif(BROWSER is None, reason="no Chromium here")
def test_browser_runs_nothing_of_hostile_labels(tmp_path: Path) -> None:
    tree = lxml_html.fromstring(opened(page(drawn(*HOSTILE), title="veilig"), tmp_path, HOSTILE[0]))
    assert tree.get("data-ready") == str(len(HOSTILE))
    assert tree.xpath("string(//title)") == "veilig"
    assert tree.xpath("string(//aside//h2)") == HOSTILE[0]
    assert tree.xpath("//aside//img | //aside//svg | //aside//script | //aside//a") == []
