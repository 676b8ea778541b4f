"""The process in which PDFium runs: bounded memory and time, no further files or sockets.

Reads documents from standard input (length, bytes) and answers on standard output (length, JSON).
"""

from __future__ import annotations

import json
import re
import signal
import sys
from dataclasses import asdict
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from kg.read._draft import Draft
from kg.read._pdf_fragments import sheet
from kg.read._pdf_lines import pages
from kg.read._pdf_protocol import LENGTH, MEMORY, SECONDS, take
from kg.read._pdf_write import write
from kg.records import Source

_ODD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\uf8ff\ufff0-\uffff]")
_GARBLED = 0.2  # share of characters that no text has


def main() -> None:
    """Answer until the input ends."""
    _limit()
    received, answers = sys.stdin.buffer, sys.stdout.buffer
    while data := take(received):
        _alarm(SECONDS)
        answer = json.dumps(_answer(data)).encode()
        _alarm(0)
        answers.write(LENGTH.pack(len(answer)) + answer)
        answers.flush()


def _limit() -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))  # the three that are open: no file, no socket can follow


def _alarm(seconds: int) -> None:
    # The signal ends the process even while PDFium is busy.
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _answer(data: bytes) -> dict[str, Any]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        if pdfium_c.FPDF_GetLastError() == pdfium_c.FPDF_ERR_PASSWORD:
            return _problem("E-PDF-ENCRYPTED", "the PDF has a password", "Save it without a password.")
        return _problem("E-PDF-BROKEN", "the PDF is damaged", "Get the file again.")
    try:
        return _read(document)
    except pdfium.PdfiumError as error:
        return _problem("E-PDF-BROKEN", f"a page of the PDF is damaged ({error})", "Get the file again.")
    except MemoryError:
        return _problem("E-LIMIT", f"reading needs more than {MEMORY} bytes", "Split the document.")
    finally:
        document.close()


def _read(document: pdfium.PdfDocument) -> dict[str, Any]:
    count = len(document)
    if not count:
        return _problem("E-PDF-BROKEN", "the PDF has no pages", "Get the file again.")
    sheets = [sheet(document, number) for number in range(1, count + 1)]
    draft = Draft()
    write(draft, pages(sheets))
    found = draft.document(Source("", "", ""))
    if not found.text.strip():
        what = f"the {count} pages are pictures without text" if count > 1 else "the page is a picture without text"
        return _problem("E-NO-TEXT", what, "Run OCR over it first, for instance ocrmypdf -l nld.")
    printed = "".join(item.text for page in sheets for item in page.fragments)
    if len(_ODD.findall(printed)) > _GARBLED * len(printed):
        what = "the fonts of the PDF do not say which letters they print"
        return _problem("E-GARBLED", what, "Run OCR over it first, for instance ocrmypdf --force-ocr -l nld.")
    return {"text": found.text, "blocks": [asdict(block) for block in found.blocks]}


def _problem(code: str, what: str, advice: str) -> dict[str, Any]:
    return {"problem": [code, what, advice]}


if __name__ == "__main__":
    main()
