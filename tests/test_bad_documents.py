"""What cannot be read is refused in one line, soon, with a code that stays; nothing else is ever raised."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
import zipfile
import zlib
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from read.paper import column, document, pdf, stored
from read.word import archive, docx, paragraph, part

from kg.errors import InputProblem
from kg.read import SECONDS, read, read_bytes
from kg.read._apart import _ended, _workers
from kg.read._xml import MAX_DEPTH
from kg.read._zip import MAX_PARTS

_CODE = re.compile(r"E-[A-Z]+(-[A-Z]+)*\Z")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
_ODT = archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}, zipfile.ZIP_STORED)
_PDF = pdf([column(["Vraag 1", "Klopt dit?"])])
_GOOD = docx(paragraph("Vraag 1") + paragraph("Klopt dit?"))


def refused(name: str, data: bytes) -> InputProblem:
    with pytest.raises(InputProblem) as caught:
        read_bytes(name, data)
    return checked(caught.value)


def refused_path(path: Path | str, **options: int) -> InputProblem:
    with pytest.raises(InputProblem) as caught:
        read(path, **options)
    return checked(caught.value)


def checked(problem: InputProblem) -> InputProblem:
    """A problem is one printable line with a code and an advice."""
    assert _CODE.match(problem.code)
    assert str(problem).isprintable()
    assert problem.where
    assert problem.advice.endswith(".")
    return problem


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("leeg.txt", b"", "E-EMPTY"),
        ("leeg.pdf", b"", "E-EMPTY"),
        ("wit.txt", b" \n\t\n", "E-NO-TEXT"),
        ("fout.pdf", b"<!DOCTYPE html><html><body>Not found</body></html>", "E-TYPE-MISMATCH"),
        ("fout.docx", b"<html><body>Not found</body></html>", "E-TYPE-MISMATCH"),
        ("brief.pdf", b"Vraag 1", "E-TYPE-MISMATCH"),
        ("brief.doc", _OLE, "E-TYPE-UNSUPPORTED"),
        ("brief.docx", _OLE + "EncryptedPackage".encode("utf-16-le"), "E-TYPE-UNSUPPORTED"),
        ("mail.msg", _OLE + "__substg1.0_".encode("utf-16-le"), "E-TYPE-UNSUPPORTED"),
        ("brief.odt", _ODT, "E-TYPE-UNSUPPORTED"),
        ("map.zip", archive({"brief.txt": b"Vraag 1"}), "E-TYPE-UNSUPPORTED"),
        ("tabel.xlsx", archive({"xl/workbook.xml": b"<a/>"}), "E-TYPE-UNSUPPORTED"),
        ("brief.rtf", rb"{\rtf1 Vraag 1}", "E-TYPE-UNSUPPORTED"),
        ("scan.png", b"\x89PNG\r\n\x1a\n", "E-TYPE-UNSUPPORTED"),
        ("nul.txt", b"Vraag 1\0\0\0", "E-ENCODING"),
        ("nul.txt", b"Vraag 1 " * 600 + bytes(900), "E-ENCODING"),
        ("gat.txt", b"caf\xe9 \x81", "E-ENCODING"),
        ("half.txt", b"\xff\xfeV\0r", "E-ENCODING"),
        ("brief.docx", _GOOD[: len(_GOOD) // 2], "E-ZIP-BROKEN"),
        ("brief.docx", _GOOD[:60], "E-ZIP-BROKEN"),
        ("brief.docx", archive({"word/other.xml": b"<a/>"}), "E-ZIP-BROKEN"),
        ("brief.docx", archive({"word/document.xml": b"<a><b></a>"}), "E-XML-BROKEN"),
        ("brief.docx", archive({"word/document.xml": b""}), "E-XML-BROKEN"),
        ("brief.docx", docx("<w:p/>"), "E-NO-TEXT"),
    ],
)
def test_bad_bytes_have_a_code_of_their_own(name: str, data: bytes, code: str) -> None:
    """Rows 3, 13, 16, 23 and 25."""
    assert refused(name, data).code == code


def test_the_advice_for_unread_formats_names_what_to_convert_to() -> None:
    """Row 16."""
    for name, data in (("brief.doc", _OLE), ("brief.odt", _ODT), ("brief.rtf", rb"{\rtf1 x}")):
        assert "PDF" in refused(name, data).advice


def test_bytes_decide_and_not_the_suffix() -> None:
    """Row 3."""
    assert read_bytes("brief.txt", _GOOD).text == read_bytes("brief.docx", _GOOD).text


# --- archives


def test_archive_that_unpacks_too_big_is_refused_before_unpacking() -> None:
    """Row 13."""
    bomb = archive({"word/document.xml": b" " * 50_000_000})
    assert refused("b.docx", bomb).code == "E-ZIP-LIMIT"


def test_archive_that_declares_too_much_is_refused() -> None:
    """Row 13."""
    data = bytearray(_GOOD)
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<L", data, at + 24, 2_000_000_000)
    assert refused("b.docx", bytes(data)).code == "E-ZIP-LIMIT"


def test_archive_that_declares_too_little_is_never_unpacked_further() -> None:
    """Row 13."""
    data = bytearray(archive({"word/document.xml": part("document", paragraph("x" * 5000))}))
    struct.pack_into("<L", data, data.rindex(b"PK\x01\x02") + 24, 10)
    assert refused("b.docx", bytes(data)).code == "E-ZIP-BROKEN"


def test_archive_of_too_many_parts_is_refused() -> None:
    """Row 13."""
    assert refused("b.docx", archive({f"word/{i}": b"" for i in range(MAX_PARTS + 1)})).code == "E-ZIP-LIMIT"


def test_archive_with_a_part_that_leaves_it_is_refused() -> None:
    """Row 13."""
    assert refused("b.docx", archive({"word/document.xml": b"<a/>", "../x": b""})).code == "E-ZIP-BROKEN"


def test_archive_with_a_password_or_an_unknown_compression_is_refused() -> None:
    for offset, value in ((8, 1), (10, 99)):
        data = bytearray(_GOOD)
        for magic, shift in ((b"PK\x01\x02", 0), (b"PK\x03\x04", -2)):
            at = data.index(magic)
            while at >= 0:
                struct.pack_into("<H", data, at + offset + shift, value)
                at = data.find(magic, at + 4)
        assert refused("b.docx", bytes(data)).code == "E-ZIP-BROKEN"


# --- XML


_LAUGHS = "<!DOCTYPE d [<!ENTITY a 'ha'>" + "".join(f"<!ENTITY a{i} '{'&a;' * 10}'>" for i in range(10)) + "]>"


@pytest.mark.parametrize(
    "declaration",
    [
        _LAUGHS,
        "<!DOCTYPE d SYSTEM 'http://127.0.0.1:9/d.dtd'>",
        "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE d>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_are_refused_in_any_part(declaration: str, encoding: str) -> None:
    """Rows 14 and 18."""
    text = f"<?xml version='1.0' encoding='{encoding}'?>{declaration}<d>&x;</d>"
    for name in ("word/document.xml", "word/_rels/document.xml.rels"):
        data = archive({"word/document.xml": part("document", "<w:body/>"), name: text.encode(encoding)})
        assert refused("b.docx", data).code == "E-XML-DTD"


def test_xml_that_is_too_deep_or_has_too_long_a_text_is_refused() -> None:
    """Row 19."""
    for body in ("<w:p>" * 400 + "</w:p>" * 400, paragraph("".join(map(str, range(2_200_000))))):
        assert refused("b.docx", docx(body)).code == "E-LIMIT"


def test_official_xml_that_is_bad_is_refused() -> None:
    """Rows 17, 18 and 19."""
    deep = b"<a>" * 300 + b"</a>" * 300
    for data, code in (
        (b"<?xml version='1.0'?><kamervragen><vraag></kamervragen>", "E-XML-BROKEN"),
        (b"<?xml version='1.0'?><kamervragen/>", "E-NO-TEXT"),
        (b"<?xml version='1.0'?><kamervragen>" + deep + b"</kamervragen>", "E-LIMIT"),
        (b"<?xml version='1.0'?><metadata_gegevens><metadata/></metadata_gegevens>", "E-TYPE-UNSUPPORTED"),
        (b"<?xml version='1.0'?><rss><channel/></rss>", "E-TYPE-UNSUPPORTED"),
        (b"<?xml version='1.0'?>" + _LAUGHS.encode() + b"<kamervragen>&a9;</kamervragen>", "E-XML-DTD"),
    ):
        assert refused("b.xml", data).code == code


def test_xml_and_html_reach_for_nothing_outside() -> None:
    """Rows 17 and 22."""
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as server:
        server.setblocking(False)
        there = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        xml = (
            f"<?xml version='1.0'?><?xml-stylesheet href='{there}'?>"
            f"<kamervragen xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='{there}'/><al>Vraag</al>"
            "</kamervragen>"
        )
        html = f"<!DOCTYPE html SYSTEM '{there}'><html><base href='{there}'><img src='{there}'><p>Vraag</p></html>"
        word = docx(paragraph("Vraag"), links={"rId1": there})
        for name, data in (("b.xml", xml.encode()), ("b.html", html.encode()), ("b.docx", word)):
            assert read_bytes(name, data).text == "Vraag\n"
        with pytest.raises(BlockingIOError):
            server.accept()


def test_html_nested_too_deep_is_read_soon_and_not_cut_off() -> None:
    """Row 21."""
    started = time.perf_counter()
    deep = b"<div>" * 100_000 + b"Vraag 1" + b"</div>" * 100_000
    assert read_bytes("b.html", b"<html>" + deep + b"<p>Klopt dit?</html>").text == "Vraag 1\nKlopt dit?\n"
    assert time.perf_counter() - started < 20, "half a second on a quiet machine"


def test_html_nested_deep_but_not_too_deep_is_read() -> None:
    room = MAX_DEPTH - 4
    assert read_bytes("b.html", b"<html>" + b"<div>" * room + b"Vraag 1").text == "Vraag 1\n"
    deep = "<nadruk>" * room
    xml = f"<kamervragen><al>{deep}Vraag 1{deep.replace('<', '</')}</al></kamervragen>"
    assert read_bytes("b.xml", xml.encode()).text == "Vraag 1\n"


_HTML = (
    *("<div class='vraag'>", "<div class='voet noot'>", "</div>", "<p>", "<ol>", "<li>", "<table>", "<tr>", "<td>"),
    *(
        "<a href='http://a.b'>",
        "<a class='nootnum'>",
        "<a href='#n'>",
        "<li id='n'>",
        "</a>",
        "<h2>",
        "1",
        "x",
        "&#0;",
        "&#xFFFE;",
        "&#xD800;",
        "<br>",
    ),
    *("<!--", "-->", "<nav>", "<span class='nootnum'>", "\x00", "<script>", "</script>", "</table>", "\udc00"),
)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(_HTML),
        max_size=30,
    ).map("".join)
)
def test_any_html_is_read_or_refused(inside: str) -> None:
    """Rows 21 and 25."""
    data = f"<html>{inside}".encode("utf-8", "surrogatepass")
    with contextlib.suppress(InputProblem):
        document = read_bytes("b.html", data)
        document.text.encode()
        for block in document.blocks:
            assert 0 <= block.span.start < block.span.end <= len(document.text)


# --- PDF


def test_pdf_with_a_password_is_refused() -> None:
    """Row 1."""
    made = pdf([column(["Vraag 1"])], pikepdf.Encryption(owner="a", user="b"))
    assert refused("b.pdf", made).code == "E-PDF-ENCRYPTED"


def test_pdf_that_is_cut_off_or_rubbish_is_refused() -> None:
    """Row 3."""
    whole = pdf([column(["Vraag 1"] * 40)])
    for data in (whole[:200], b"%PDF-1.7\n", b"%PDF-1.7\n" + b"x" * 5000):
        assert refused("b.pdf", data).code == "E-PDF-BROKEN"


def test_pdf_of_pictures_is_refused_with_its_pages_and_a_hint() -> None:
    """Row 4."""
    problem = refused("scan.pdf", pdf([[], []]))
    assert problem.code == "E-NO-TEXT"
    assert "2 pages" in problem.what
    assert "OCR" in problem.advice


def test_pdf_whose_fonts_do_not_say_their_letters_is_refused() -> None:
    """Row 12."""
    made = document([b"BT /F1 9 Tf 80 700 Td (" + bytes(range(0xC1, 0xDB)) + b") Tj ET"])
    names = [pikepdf.Name(f"/g{n}") for n in range(26)]
    made.pages[0].obj.Resources.Font.F1.Encoding = pikepdf.Dictionary(
        Type=pikepdf.Name.Encoding, Differences=pikepdf.Array([0xC1, *names])
    )
    made.pages[0].obj.Resources.Font.F1.BaseFont = pikepdf.Name.ABCDEF
    cmap = b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <C1> <DA> <E000> endbfrange"
    made.pages[0].obj.Resources.Font.F1.ToUnicode = made.make_stream(cmap)
    assert refused("b.pdf", stored(made)).code == "E-GARBLED"


def test_pdf_whose_letters_stand_for_other_letters_is_refused() -> None:
    """Row 12."""
    words = "de minister van onderwijs heeft het rapport over de scholen in de regio gelezen en zal daar een brief over sturen"
    cipher = words.translate(
        {ord(char): ord("a") + (ord(char) - ord("a") + 3) % 26 for char in words if char.isalpha()}
    )
    assert refused("b.pdf", pdf([column([cipher] * 8)])).code == "E-GARBLED"
    for kept in (words, "tabel alfa beta gamma delta epsilon kolom regel totaal bedrag jaar", "Bladzijde"):
        assert kept in read_bytes("b.pdf", pdf([column([kept] * 40)])).text


def test_pdf_whose_page_tree_bites_its_tail_is_refused() -> None:
    """Row 7."""
    made = document([b""])
    made.Root.Pages.Kids = pikepdf.Array([made.Root.Pages])
    assert refused("b.pdf", stored(made)).code in {"E-PDF-BROKEN", "E-NO-TEXT"}


def test_pdf_whose_forms_hold_each_other_ends_soon() -> None:
    """Row 7."""
    made = document([b"/X0 Do"])
    forms = [made.make_stream(b"/X0 Do " * 8) for _ in range(8)]
    for place, form in enumerate(forms):
        form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, pikepdf.Array([0, 0, 9, 9])
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X0=forms[(place + 1) % len(forms)]))
    made.pages[0].obj.Resources.XObject = pikepdf.Dictionary(X0=forms[0])
    started = time.perf_counter()
    assert refused("b.pdf", stored(made)).code in {"E-LIMIT", "E-NO-TEXT", "E-PDF-BROKEN"}
    assert time.perf_counter() - started < 2 * SECONDS + 10, "two attempts, the second in a fresh process"


def test_pdf_that_inflates_to_a_gigabyte_is_refused_and_the_next_is_read() -> None:
    """Row 6."""
    made = document([b""])
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1 << 24)) for _ in range(64)) + packer.flush()
    made.pages[0].obj.Contents = pikepdf.Stream(made, packed, Filter=pikepdf.Name.FlateDecode)
    assert refused("b.pdf", stored(made)).code in {"E-LIMIT", "E-NO-TEXT"}
    assert read_bytes("b.pdf", pdf([column(["Vraag 1"])])).text == "Vraag 1\n"


def test_pdf_reader_lives_on_after_its_process_was_ended() -> None:
    good = pdf([column(["Vraag 1"])])
    assert read_bytes("b.pdf", good).text == "Vraag 1\n"
    worker = _workers[os.getpid()].process
    worker.kill()
    worker.wait()
    assert read_bytes("b.pdf", good).text == "Vraag 1\n"


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux")
def test_document_that_needs_too_much_memory_is_refused_and_the_next_is_read() -> None:
    """Row 6."""
    assert refused("b.html", b"<html>" + b"<p><b>a</b>" * 4_000_000).code == "E-LIMIT"
    assert read_bytes("b.html", b"<p>Vraag 1").text == "Vraag 1\n"


def test_native_parsers_run_in_the_worker_only() -> None:
    before = read_bytes("b.pdf", _PDF) and _workers[os.getpid()].given
    for name, data in (
        ("b.docx", _GOOD),
        ("b.html", b"<p>Vraag 1"),
        ("b.xml", b"<kamervragen><al>Ja</al></kamervragen>"),
    ):
        read_bytes(name, data)
    assert _workers[os.getpid()].given == before + 3
    for name, data in (("b.txt", b"Vraag 1"), ("b.md", b"# Vraag 1")):
        read_bytes(name, data)
    assert _workers[os.getpid()].given == before + 3


def test_document_whose_process_was_killed_is_read_by_the_next() -> None:
    read_bytes("b.pdf", _PDF)
    worker = _workers[os.getpid()].process
    os.kill(worker.pid, signal.SIGSTOP)
    killer = threading.Timer(0.2, worker.kill)
    killer.start()
    assert read_bytes("b.docx", _GOOD).text == "Vraag 1\nKlopt dit?\n"
    killer.join()
    assert _workers[os.getpid()].process is not worker


@pytest.mark.parametrize(
    ("status", "code"),
    [(-signal.SIGSEGV, "E-CRASH"), (1, "E-CRASH"), (-signal.SIGABRT, "E-LIMIT"), (-signal.SIGKILL, "E-LIMIT")],
)
def test_the_way_in_which_a_process_ends_is_one_clear_line(status: int, code: str) -> None:
    assert checked(_ended(status, "b.pdf")).code == code


def test_pdf_that_takes_too_long_is_refused() -> None:
    """Row 6."""
    good = pdf([column(["Vraag 1"])])
    read_bytes("b.pdf", good)
    worker = _workers[os.getpid()].process
    os.kill(worker.pid, signal.SIGSTOP)
    waker = threading.Timer(0.2, lambda: (os.kill(worker.pid, signal.SIGALRM), os.kill(worker.pid, signal.SIGCONT)))
    waker.start()
    problem = refused("b.pdf", good)
    waker.join()
    assert problem.code == "E-LIMIT"
    assert "60 s" in problem.what


def test_pdf_reader_that_was_interrupted_never_answers_with_the_wrong_document() -> None:
    def interrupt(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    read_bytes("b.pdf", _PDF)
    os.kill(_workers[os.getpid()].process.pid, signal.SIGSTOP)
    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    try:
        with pytest.raises(KeyboardInterrupt):
            read_bytes("b.pdf", _PDF)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert read_bytes("b.pdf", pdf([column(["Een andere brief"])])).text == "Een andere brief\n"


def test_pdf_process_can_open_no_file_and_no_socket() -> None:
    code = (
        "import socket\nfrom kg.read import _worker\n_worker.confine()\n"
        "for attempt in (socket.socket, lambda: open('/etc/hostname')):\n"
        "    try:\n        attempt()\n    except OSError:\n        print('refused')\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "refused\nrefused\n"


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2000), st.binary(min_size=1, max_size=8), st.booleans())
def test_any_damage_to_a_pdf_is_read_or_refused(at: int, junk: bytes, cut: bool) -> None:
    data = _PDF[:at] + junk + (b"" if cut else _PDF[at + len(junk) :])
    with contextlib.suppress(InputProblem):
        read_bytes("b.pdf", data)


# --- size and depth


def test_word_nested_too_deep_is_refused_and_not_too_deep_is_read() -> None:
    for name, open_, close in (
        ("sdt", "<w:sdt>", "</w:sdt>"),
        ("tbl", "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
    ):
        times = (MAX_DEPTH - 6) // open_.count("<")
        data = docx(open_ * times + paragraph(f"Vraag in {name}") + close * times)
        assert read_bytes("b.docx", data).text.strip() == f"Vraag in {name}"
        assert refused("b.docx", docx(open_ * MAX_DEPTH + paragraph("x") + close * MAX_DEPTH)).code == "E-LIMIT"


def test_one_very_long_line_is_read_soon() -> None:
    """Row 28."""
    data = ("Vraag é " * 600_000).encode()
    for name, lead in (("b.txt", b""), ("b.md", b"# Vraag 1\n"), ("b.html", b"<html>")):
        started = time.perf_counter()
        assert len(read_bytes(name, lead + data).text) >= 4_799_999
        assert time.perf_counter() - started < 30, "a second on a quiet machine"


# --- paths


def test_paths_that_are_no_files(tmp_path: Path) -> None:
    """Row 31."""
    assert refused_path(tmp_path / "niets.txt").code == "E-MISSING"
    assert refused_path("").code == "E-MISSING"
    assert refused_path("a\0b").code == "E-MISSING"
    assert refused_path(tmp_path).code == "E-NOT-A-FILE"
    loop = tmp_path / "lus"
    loop.symlink_to(loop)
    assert refused_path(loop).code == "E-NOT-A-FILE"
    assert refused_path(tmp_path / ("x" * 300)).code == "E-NOT-A-FILE"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs on this system")
def test_devices_pipes_and_sockets_are_refused_at_once(tmp_path: Path) -> None:
    """Row 31."""
    os.mkfifo(tmp_path / "pijp")
    with contextlib.closing(socket.socket(socket.AF_UNIX)) as server:
        server.bind(str(tmp_path / "s"))
        started = time.perf_counter()
        for path in (tmp_path / "pijp", tmp_path / "s", "/dev/zero"):
            assert refused_path(path).code == "E-NOT-A-FILE"
        assert time.perf_counter() - started < 20, "at once; a pipe would wait for ever"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_files_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "dicht.txt"
    path.write_text("Vraag 1")
    path.chmod(0)
    assert refused_path(path).code == "E-DENIED"


def test_too_big_files_are_refused_unread(tmp_path: Path) -> None:
    """Row 28."""
    path = tmp_path / "groot.txt"
    with path.open("wb") as file:
        file.truncate(60_000_000)
    assert refused_path(path).code == "E-TOO-BIG"
    path.write_bytes(b"x" * 11)
    assert refused_path(path, limit=10).code == "E-TOO-BIG"
    assert read(path, limit=11).text == "x" * 11


@pytest.mark.parametrize("name", ["-x.txt", "a\nb.txt", "..txt", "x" * 251 + ".txt", "b\u202eder.txt"])
def test_odd_file_names_are_read_and_shown_escaped(tmp_path: Path, name: str) -> None:
    """Row 30."""
    path = tmp_path / name
    path.write_text("Vraag 1")
    assert read(path).source.name.isprintable()
    path.write_bytes(b"")
    assert refused_path(path).code == "E-EMPTY"


def test_file_names_that_are_not_unicode(tmp_path: Path) -> None:
    """Row 30."""
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    try:
        Path(os.fsdecode(path)).write_text("Vraag 1")
    except OSError:
        pytest.skip("this file system has Unicode names only")
    assert read(os.fsdecode(path)).source.name == "\\udcff.txt"


def test_file_that_changes_while_it_is_read(tmp_path: Path) -> None:
    """Row 32."""
    path = tmp_path / "groeit.txt"
    path.write_bytes(b"x" * 40_000_000)
    stop = threading.Event()

    def grow() -> None:
        with path.open("ab", buffering=0) as file:
            while not stop.wait(0.0002):
                file.write(b"x")

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        assert refused_path(path).code == "E-CHANGED"
    finally:
        stop.set()
        writer.join()


# --- anything at all


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.binary(), st.text().map(str.encode), st.binary().map(lambda tail: b"PK\x03\x04word/" + tail)))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for name in ("x.txt", "x.docx"):
        with contextlib.suppress(InputProblem):
            read_bytes(name, data)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(_GOOD) - 1), st.binary(min_size=1, max_size=4), st.booleans())
def test_any_damage_to_a_word_file_is_read_or_refused(at: int, junk: bytes, cut: bool) -> None:
    """Row 13."""
    data = _GOOD[:at] + junk + (b"" if cut else _GOOD[at + len(junk) :])
    try:
        read_bytes("b.docx", data)
    except InputProblem as problem:
        checked(problem)


_NAMES = st.sampled_from(
    """
    p r t tbl tr tc pPr numPr numId ilvl fldChar instrText hyperlink ins pict txbxContent
    footnoteReference endnoteReference footnote pStyle br tab del sdt
    """.strip().split()
)
_ATTRIBUTES = st.dictionaries(
    st.sampled_from(["val", "id", "fldCharType", "customMarkFollows"]),
    st.sampled_from(["1", "0", "-1", "99999999999", "begin", "separate", "end", "x", ""]),
    max_size=2,
)


def _element(name: str, attributes: dict[str, str], inside: str) -> str:
    said = "".join(f" w:{key}='{text}'" for key, text in attributes.items())
    return f"<w:{name}{said}>{inside}</w:{name}>"


_TREES = st.recursive(
    st.sampled_from(["", "a", " ", "\t"]),
    lambda inside: st.builds(_element, _NAMES, _ATTRIBUTES, st.lists(inside, max_size=4).map("".join)),
    max_leaves=25,
)


@settings(max_examples=200, deadline=None)
@given(_TREES, _TREES)
def test_any_tree_of_word_elements_is_read(body: str, notes: str) -> None:
    parts = {name: part(name, notes) for name in ("footnotes", "endnotes", "numbering", "styles", "settings")}
    document = read_bytes("b.docx", docx(paragraph("x") + body, parts))
    for block in document.blocks:
        assert 0 <= block.span.start < block.span.end <= len(document.text)
