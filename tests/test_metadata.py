"""Official XML with its metadata.xml beside it: both are read as one, and a contradiction is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import kg
from kg.errors import InputProblem
from kg.places import check_quotes
from kg.read import Aids, is_metadata, read_bytes
from kg.records import Document
from kg.work import records

STATED = {
    "DC.identifier": "ah-tk-20312032-7",
    "OVERHEIDop.vergaderjaar": "2031-2032",
    "OVERHEIDop.aanhangselNummer": "7",
    "OVERHEIDop.vraagnummer": "2031Z00123",
    "OVERHEIDop.datumIndiening": "2031-10-02",
    "OVERHEIDop.datumOntvangst": "2031-10-20",
    "OVERHEIDop.indiener": "A.B. Zandloper",
    "OVERHEIDop.ontvanger": "minister van Financiën",
    "DC.title": "De pont",
}
ASKED = """<kamervraagomschrijving type="vraag">Vragen van het lid <naam><achternaam>Zandloper</achternaam></naam>
  (Dijkpartij) aan de Minister van Financiën over <kamervraagonderwerp>de pont</kamervraagonderwerp>
  (ingezonden <datum isodatum="2031-10-02">2 oktober 2031</datum>).</kamervraagomschrijving>"""


def official(header: str = ASKED, name: str = "ah-tk-20312032-7") -> bytes:
    """A publication with one question and its answer."""
    address = f"https://zoek.officielebekendmakingen.nl/{name}/metadata.xml"
    meta = f'<metadata><meta name="OVERHEIDop.externMetadataRecord" content="{address}"/></metadata>' if name else ""
    head = '<kamervraagkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2031–2032</tekstregel></kamervraagkop>'
    body = "<vraag><nr>Vraag 1</nr><al>Vaart de pont?</al></vraag><antwoord><nr>Antwoord 1</nr><al>Ja.</al></antwoord>"
    number = "<kamervraagnummer>7</kamervraagnummer>"
    inside = f"<kamervragen>{head}{number}{header}{body}</kamervragen>"
    return f"<?xml version='1.0'?><officiele-publicatie>{meta}{inside}</officiele-publicatie>".encode()


def metadata(**changes: str) -> bytes:
    """Metadata as they are published, with some values changed ("" leaves one out); "." in names is written "_"."""
    values = STATED | {name.replace("_", "."): value for name, value in changes.items()}
    items = "".join(f'<metadata name="{name}" scheme="" content="{value}"/>' for name, value in values.items() if value)
    return f"<?xml version='1.0'?><metadata_gegevens>{items}</metadata_gegevens>".encode()


def joined(header: str = ASKED, name: str = "ah-tk-20312032-7", **changes: str) -> Document:
    return read_bytes("b.xml", official(header, name), Aids(metadata=metadata(**changes)))


def record(document: Document) -> dict[str, Any]:
    return kg.record(kg.extract(document))


def said(document: Document) -> list[tuple[str, str]]:
    return [(issue.rule, issue.message) for issue in document.issues]


def test_metadata_that_agree_are_evidence_and_nothing_to_notice() -> None:
    document = joined()
    assert document.issues == ()
    stated = {block.label: document.quote(block.span) for block in document.blocks if block.kind == "stated"}
    assert stated == {
        "publication": "ah-tk-20312032-7",
        "session": "2031-2032",
        "number": "7",
        "case": "2031Z00123",
        "submitted": "2031-10-02",
        "received": "2031-10-20",
        "asker": "A.B. Zandloper",
        "addressee": "minister van Financiën",
    }


def test_what_the_document_does_not_print_comes_from_the_metadata() -> None:
    alone, found = record(read_bytes("b.xml", official())), record(joined())
    assert (alone["case"], alone["received"]) == ([], None)
    assert (found["case"], found["received"]) == (["2031Z00123"], "2031-10-20")
    assert (found["publication"], found["submitted"]) == (alone["publication"], alone["submitted"])
    assert [asker["name"] for asker in found["askers"]] == ["Zandloper"]
    for name in ("questions", "answers"):
        assert [item["text"] for item in found[name]] == [item["text"] for item in alone[name]]


def test_people_are_taken_from_the_metadata_only_where_the_document_names_none() -> None:
    found = record(joined("<kamervraagomschrijving type='vraag'>Vragen over de pont</kamervraagomschrijving>", name=""))
    assert [asker["name"] for asker in found["askers"]] == ["A.B. Zandloper"]
    assert [(post["role"], post["portfolio"]) for post in found["addressees"]] == [("minister", "Financiën")]
    assert found["publication"] == "ah-tk-20312032-7"


def test_a_contradiction_is_an_issue_and_what_is_printed_wins() -> None:
    document = joined(OVERHEIDop_datumIndiening="2031-10-03", OVERHEIDop_aanhangselNummer="8")
    assert [rule for rule, _ in said(document)] == ["metadata/conflict", "metadata/conflict"]
    assert "2031-10-03" in said(document)[1][1]
    assert "2031-10-02" in said(document)[1][1]
    assert record(document)["submitted"] == "2031-10-02"
    assert [document.quote(span) for issue in document.issues for span in issue.spans] == ["8", "2031-10-03"]


def test_an_asker_or_addressee_whom_the_document_does_not_name_is_an_issue() -> None:
    document = joined(OVERHEIDop_indiener="C. Peilstok", OVERHEIDop_ontvanger="minister van Defensie")
    assert [rule for rule, _ in said(document)] == ["metadata/conflict", "metadata/conflict"]
    assert [asker["name"] for asker in record(document)["askers"]] == ["Zandloper"]


@pytest.mark.parametrize("junk", ["2031-02-31", "20-10-2031", "2031-10", "onbekend"])
def test_a_date_that_is_none_is_kept_as_given_and_told(junk: str) -> None:
    document = joined(OVERHEIDop_datumOntvangst=junk)
    assert f"OVERHEIDop.datumOntvangst: {junk}" in document.text
    assert [rule for rule, _ in said(document)] == ["metadata/date"]
    assert record(document)["received"] is None


def test_the_number_with_the_session_in_it_is_the_same_number() -> None:
    assert joined(OVERHEIDop_aanhangselNummer="", OVERHEIDop_aanhangsel="313200007").issues == ()


def test_metadata_of_another_document_are_not_used() -> None:
    document = joined(DC_identifier="ah-tk-20312032-8")
    assert [rule for rule, _ in said(document)] == ["metadata/other-document"]
    assert record(document)["received"] is None


@pytest.mark.parametrize("data", [b"<metadata_gegevens>", b"nee", b"<!DOCTYPE d><metadata_gegevens/>"])
def test_metadata_that_cannot_be_read_are_told_and_the_document_is_read(data: bytes) -> None:
    document = read_bytes("b.xml", official(), Aids(metadata=data))
    assert [rule for rule, _ in said(document)] == ["metadata/unread"]
    assert len(record(document)["questions"]) == 1


def test_a_day_that_the_xml_states_otherwise_than_it_prints_is_told() -> None:
    for stated in ("2031-10-03", "2031-02-31"):
        document = read_bytes("b.xml", official(ASKED.replace("2031-10-02", stated)))
        assert [rule for rule, _ in said(document)] == ["xml/date"]
        assert stated in said(document)[0][1]


@pytest.mark.parametrize("place", ["metadata.xml", "ah.metadata.xml", "ah/metadata.xml"])
def test_metadata_are_found_beside_the_document_and_are_no_document(tmp_path: Path, place: str) -> None:
    folder = tmp_path / "xml"
    (folder / place).parent.mkdir(parents=True)
    (folder / "ah.xml").write_bytes(official())
    (folder / place).write_bytes(metadata())
    assert record(kg.read(folder / "ah.xml"))["received"] == "2031-10-20"
    report = kg.build([folder], tmp_path / "store")
    assert ([outcome.path for outcome in report.outcomes], report.problems) == ([str(folder / "ah.xml")], [])
    again = kg.build([folder], tmp_path / "store")
    (folder / place).write_bytes(metadata(OVERHEIDop_datumOntvangst="2031-10-21"))
    changed = kg.build([folder / "ah.xml", folder / place], tmp_path / "store")
    assert (again.cached, changed.cached, changed.problems) == (1, 0, [])


def test_metadata_in_a_folder_of_many_documents_are_of_none_of_them(tmp_path: Path) -> None:
    for name in ("een.xml", "twee.xml"):
        (tmp_path / name).write_bytes(official())
    (tmp_path / "metadata.xml").write_bytes(metadata())
    assert record(kg.read(tmp_path / "een.xml"))["received"] is None
    assert is_metadata(tmp_path / "metadata.xml")
    with pytest.raises(InputProblem, match="this is metadata only"):
        kg.read(tmp_path / "metadata.xml")


def test_metadata_alone_are_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "metadata.xml").write_bytes(metadata())
    ((_, problem),) = records([str(tmp_path / "metadata.xml")])
    assert "Give the document beside it" in problem


def test_every_fact_of_the_metadata_shows_its_place(tmp_path: Path) -> None:
    (tmp_path / "ah.xml").write_bytes(official())
    (tmp_path / "ah.metadata.xml").write_bytes(metadata())
    kg.build([tmp_path / "ah.xml"], tmp_path / "store")
    store = kg.open_store(tmp_path / "store")
    assert check_quotes(store) == []
    explained = kg.why(store, f"document/{kg.read(tmp_path / 'ah.xml').source.sha256[:16]}", "kv:received")
    assert [place.quote for support in explained.supports for place in support.places] == ["2031-10-20"]
