"""Kamervragen as a knowledge graph: every fact can show the sentence it came from.

import kg
document = kg.read("antwoord.docx")          # one canonical text
extraction = kg.extract(document)            # what is said in it, with places
kg.build(["documents/"], "kg-store")         # a validated graph on disk
kg.ask(kg.open_store("kg-store"), "sums-checked")  # an answer, row by row
"""

import kg.starting  # noqa: F401 - before all else
from kg.ask import ask
from kg.build import build
from kg.extract import extract
from kg.jsonl import record
from kg.read import read
from kg.resolve import resolve
from kg.store import open_store
from kg.validate import validate_all as validate
from kg.why import why

__all__ = ["ask", "build", "extract", "open_store", "read", "record", "resolve", "validate", "why"]
