"""One file through the whole path, in a worker: read, extract, resolve, write quads, validate.

What comes out is kept in the store's cache under the program's fingerprint and the file's bytes and name, so that
an unchanged document is not read again by an unchanged program.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import InputProblem
from kg.extract import extract
from kg.jsonl import issues, record
from kg.linking import summary, to_json
from kg.quads import quads
from kg.read import fetch, is_metadata, read, read_file
from kg.records import Document, Extraction, Finding, Structure
from kg.resolve import resolve
from kg.store import own_names, write_whole
from kg.terms import address
from kg.validate import Report, validate_document
from kg.vocab import base, data


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: the name of its results in the cache, or the problem that kept it out."""

    path: str
    problem: str = ""
    code: str = ""
    entry: str = ""  # the cache holds ENTRY.nq, ENTRY.txt, ENTRY.links and ENTRY.json
    key: str = ""
    kind: str = ""
    publication: str = ""  # as the document names itself
    cached: bool = False
    copy_of: str = ""  # the path of the file whose bytes these are, where that one is the document
    kept_out: dict[str, str] = field(default_factory=dict)  # what was read in vain: its name, sha256 and what is wrong
    counts: dict[str, int] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    issues: list[dict[str, Any]] = field(default_factory=list)  # as in the record
    degraded: list[str] = field(default_factory=list)  # those of the issues by which part of the document is missing
    findings: list[str] = field(default_factory=list)

    @property
    def is_document(self) -> bool:
        """Whether the file gives a document of the graph: it was read and is no copy of another."""
        return not self.problem and not self.copy_of


@cache
def fingerprint() -> str:
    """A hash of the program, its lists and shapes, and the base of its IRIs: what results depend on besides bytes."""
    digest = hashlib.sha256(f"{base()} {sys.version_info[:2]}".encode())
    code = Path(__file__).resolve().parent
    for path in sorted([*code.rglob("*.py"), *data("ontology").rglob("*.ttl")]):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def process(path: str, folder: str) -> Outcome:
    """Take the file at `path` through, or find its results in the cache `folder`.  Never raises for a bad document."""
    try:
        file = fetch(path)
    except InputProblem as problem:
        return Outcome(path, problem=str(problem), code=problem.code)
    entry = file.digest[:32]
    kept = Path(folder) / f"{entry}.json"
    if kept.exists():
        return Outcome(**(json.loads(kept.read_text(encoding="utf-8")) | {"path": path, "cached": True}))
    try:
        outcome = _understand(path, entry, read_file(file), Path(folder))
    except InputProblem as problem:
        said = {"name": file.name, "sha256": hashlib.sha256(file.data).hexdigest(), "what": problem.what}
        return Outcome(path, problem=str(problem), code=problem.code, kept_out=said)
    write_whole(kept, json.dumps(asdict(outcome), ensure_ascii=False))
    return outcome


def _understand(path: str, entry: str, document: Document, folder: Path) -> Outcome:
    """Write the results of a document to the cache.  Raises InputProblem E-NO-QUESTIONS, E-SHAPES."""
    extraction = extract(document)
    if problem := nothing_asked(path, extraction.structure):
        raise problem
    links = resolve(extraction)
    short = summary(extraction, links)
    lines = quads(extraction, links)
    report = validate_document("".join(lines))
    if not report.accepted:
        first, *more = report.of("Violation")
        rest = f" and {len(more)} more" if more else ""
        what = f"its graph breaks a rule: {first.message_en} at {first.focus}{rest}"
        raise InputProblem("E-SHAPES", path, what, "It is kept out; please report the document.")
    lines += _warnings(report, document.source.sha256[:16])
    (folder / f"{entry}.nq").write_text("".join(lines), encoding="utf-8", newline="")
    (folder / f"{entry}.txt").write_text(document.text, encoding="utf-8", newline="")
    (folder / f"{entry}.links").write_text(to_json(short), encoding="utf-8", newline="")
    return Outcome(
        path,
        entry=entry,
        key=document.source.sha256[:16],
        kind=extraction.structure.kind,
        publication=short["publication"],
        counts=_counts(extraction),
        warnings=[f"{result.message_nl} ({result.focus})" for result in report.of("Warning")],
        issues=issues(extraction),
        degraded=list(_degraded(extraction.structure)),
        findings=[m.nl for m in extraction.mentions("findings") if isinstance(m, Finding)],
    )


def _warnings(report: Report, key: str) -> list[str]:
    """The warnings that a document goes in with: its `sh:ValidationReport` in the graph `graph/validation`."""
    if report.conforms:
        return []
    graph = address("graph/validation")
    return [f"{triple} {graph} .\n" for triple in report.triples(f"{base()}validation/{key}")]


def _degraded(structure: Structure) -> Iterator[str]:
    return (f"{issue.message} [{issue.rule}]" for issue in structure.issues if issue.degrades)


def _counts(extraction: Extraction) -> dict[str, int]:
    counts = Counter(found.mention.field for found in extraction.found)
    structure = extraction.structure
    return {"questions": len(structure.questions), "answers": len(structure.answers), **dict(sorted(counts.items()))}


def nothing_asked(where: str, structure: Structure) -> InputProblem | None:
    """The problem of a document that is no Kamervragen: nothing is asked and nothing answered in it."""
    if structure.questions or structure.answers or structure.kind in ("oral", "postponement"):
        return None
    return InputProblem("E-NO-QUESTIONS", where, "no question was found in it", "Give a document of written questions.")


def records(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The JSON record of every file at the paths and what is wrong: "", why part of it is missing, or why all is.

    Where all is missing, the record is "".  Raises InputProblem E-NOTHING.
    """
    for path in files(paths):
        try:
            extraction = extract(read(path))
            if problem := nothing_asked(path, extraction.structure):
                raise problem
            missing = "; ".join(_degraded(extraction.structure))
            yield json.dumps(record(extraction), ensure_ascii=False), missing and f"{path}: {missing}"
        except InputProblem as problem:
            yield "", str(problem)


def files(paths: Iterable[str | Path]) -> list[str]:
    """The files at the paths.  Raises InputProblem E-NOTHING where there are none."""
    given = [str(path) for path in paths]
    if found := list(walk(given)):
        return found
    raise InputProblem(
        "E-NOTHING", ", ".join(given), "there is no document here", "Give files or folders with documents."
    )


def walk(paths: Iterable[str | Path]) -> Iterator[str]:
    """The files at the paths, in order: those of a folder sorted, links not followed.

    Of a folder hidden files, the lock files of Word (`~$letter.docx`) and stores are left out.  Official metadata are
    no document: they are read with the document that they lie beside, and refused alone.
    """
    given = [str(path) for path in paths]
    seen: set[str] = set()
    for path in given:
        found = [path] if not Path(path).is_dir() else sorted(_files(path))
        for file in found:
            place = str(Path(file).absolute())
            if place not in seen and (not is_metadata(file) or [file] == given):
                seen.add(place)
                yield file


def _files(folder: str) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        left_out = own_names((*folders, *names))
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in left_out)
        kept = (name for name in names if not name.startswith((".", "~$")) and name not in left_out)
        yield from (str(Path(parent) / name) for name in kept)
