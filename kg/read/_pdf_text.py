"""A PDF as one document, and what there is to say of it: passwords, pages without text, text that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from kg.errors import InputProblem
from kg.read._draft import Draft, numbers
from kg.read._pdf_fragments import Sheet, sheet
from kg.read._pdf_lines import pages
from kg.read._pdf_write import write
from kg.records import Document, Source

_ODD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\uf8ff\ufff0-\uffff]")
_GARBLED = 0.2  # share of characters that no text has
_WORDS = re.compile(r"[^\W\d_]+")
_ENOUGH = 100  # words, below which their kinds say nothing
# Every Dutch text of that length has these, and English, French and German ones have some of them.
_COMMON = frozenset(
    (
        *("de", "het", "een", "en", "van", "in", "is", "op", "te", "dat", "voor", "met", "aan", "die", "niet", "zijn"),
        *("the", "of", "and", "to", "le", "la", "les", "et", "der", "die"),
    )
)
_LEAST = 0.02  # share of them; letters that stand for others have none
_VOWELS = frozenset("aeiouyáéíóúàèëïöü")
_VOWELLED = 0.3  # share of vowels; Dutch has 0.4, and letters numbered as they stand in a font look like 0.15
_NO_SECURITY = -1  # what PDFium says of a file that is not encrypted


def letter(source: Source, data: bytes, passwords: Sequence[str]) -> Document:
    """The document.  Raises InputProblem E-PDF-ENCRYPTED, E-PDF-BROKEN, E-NO-TEXT, E-GARBLED."""
    document, secret = _opened(source.name, data, passwords)
    draft = Draft()
    if secret:
        draft.notice("pdf/password", "Geopend met een wachtwoord uit het wachtwoordbestand")
    elif pdfium_c.FPDF_GetSecurityHandlerRevision(document.raw) != _NO_SECURITY:
        what = "Gewoon gelezen; de eigenaar heeft met een wachtwoord beperkt wat er met de PDF mag"
        draft.notice("pdf/owner-password", what)
    try:
        return _read(source, document, draft)
    except pdfium.PdfiumError as error:
        what = f"a page of the PDF is damaged ({error})"
        raise InputProblem("E-PDF-BROKEN", source.name, what, "Get the file again.") from None
    finally:
        document.close()


def _opened(where: str, data: bytes, passwords: Sequence[str]) -> tuple[pdfium.PdfDocument, bool]:
    """The open PDF, and whether it needed one of the passwords."""
    for password in (None, *passwords):
        try:
            return pdfium.PdfDocument(data, password=password), password is not None
        except pdfium.PdfiumError:
            if pdfium_c.FPDF_GetLastError() != pdfium_c.FPDF_ERR_PASSWORD:
                raise InputProblem("E-PDF-BROKEN", where, "the PDF is damaged", "Get the file again.") from None
    what = "none of the passwords opens the PDF" if passwords else "the PDF has a password"
    advice = "Give a file with its password on a line: --password-file FILE; or save it without a password."
    raise InputProblem("E-PDF-ENCRYPTED", where, what, advice)


def _read(source: Source, document: pdfium.PdfDocument, draft: Draft) -> Document:
    count = len(document)
    if not count:
        raise InputProblem("E-PDF-BROKEN", source.name, "the PDF has no pages", "Get the file again.")
    sheets = [sheet(document, number) for number in range(1, count + 1)]
    write(draft, pages(sheets))
    if not draft.tail(0).strip():
        what = f"the {count} pages are pictures without text" if count > 1 else "the page is a picture without text"
        raise InputProblem("E-NO-TEXT", source.name, what, "Run OCR over it first, for instance ocrmypdf -l nld.")
    _check_letters(source.name, sheets)
    empty = [page.number for page in sheets if not page.fragments]
    if empty:
        what = f"Zonder tekst, dus niet gelezen (een scan?): bladzijde {numbers(empty)} van {count}"
        draft.notice("pdf/pages-without-text", f"{what}. Laat er OCR over lopen, bijvoorbeeld ocrmypdf", degrades=True)
    return draft.document(source)


def _check_letters(where: str, sheets: list[Sheet]) -> None:
    """Raise InputProblem E-GARBLED where the fonts do not say which letters they print."""
    printed = " ".join(item.text for page in sheets for item in page.fragments)
    if len(_ODD.findall(printed)) > _GARBLED * len(printed) or _is_cipher(printed.lower()):
        what = "the fonts of the PDF do not say which letters they print"
        advice = "Run OCR over it first, for instance ocrmypdf --force-ocr -l nld."
        raise InputProblem("E-GARBLED", where, what, advice)


def _is_cipher(text: str) -> bool:
    """Whether letters stand for other letters, so that there is hardly a common word and hardly a vowel."""
    words = _WORDS.findall(text)
    if len(words) < _ENOUGH or sum(word in _COMMON for word in words) >= _LEAST * len(words):
        return False
    letters = "".join(words)
    return sum(letter in _VOWELS for letter in letters) < _VOWELLED * len(letters)
