"""Measuring: what was right, wrong and missed in each field over all annotated documents."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import InputProblem
from kg.evaluate.annotation import checked, name_of, read_annotations, record_lines
from kg.evaluate.fields import FIELDS, Entry, judge
from kg.evaluate.shown import LONGEST, Page, Shown
from kg.extract import extract
from kg.jsonl import record
from kg.read import read
from kg.work import nothing_asked, walk

Record = Mapping[str, Any]
Given = str | Path | Record


@dataclass(frozen=True, slots=True)
class Score:
    """One field over all documents: right (`tp`), wrong (`fp`) and missed (`fn`), as micro averages."""

    field: str
    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        """The share of what was annotated that was found; 1 where nothing was annotated."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Error:
    """One thing that is wrong or was missed: `item` as annotated or found, `shown` its sentence if it can be shown."""

    document: str
    field: str
    what: str  # "wrong" or "missed"
    key: str
    item: str
    shown: Shown

    @property
    def identity(self) -> tuple[str, str, str, str]:
        """What makes it the same error in two versions of the program."""
        return self.document, self.field, self.what, self.key


@dataclass(frozen=True, slots=True)
class Figures:
    """How good the records are.

    `annotated`: how many documents were compared; `missing`: annotated but not given, counted as all missed;
    `unannotated`: given but not annotated, not counted; `problems`: files that could not be read, a line each.
    """

    gold: str
    annotated: int
    scores: tuple[Score, ...]
    errors: tuple[Error, ...]
    missing: tuple[str, ...] = ()
    unannotated: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()

    def of(self, field: str) -> tuple[Error, ...]:
        """The errors of one field."""
        return tuple(error for error in self.errors if error.field == field)


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between two versions, error by error; and the scores of both, by field.

    `documents`: how many were compared; `apart`: annotated documents that only one of the two has, not compared;
    `problems`: files that could not be read, a line each.
    """

    gains: tuple[Error, ...]
    losses: tuple[Error, ...]
    scores: tuple[tuple[Score, Score], ...]
    documents: int
    apart: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(slots=True)
class _Given:
    """The annotated documents that were given: by name their records and texts; those that could not be read too."""

    found: dict[str, tuple[Record, str]] = field(default_factory=dict)
    names: dict[str, None] = field(default_factory=dict)
    unannotated: dict[str, None] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def evaluate(gold: str | Path, given: Iterable[Given]) -> Figures:
    """Compare documents with their annotation in the folder `gold`.

    `given`: files or folders of documents, JSON Lines files that `kg extract` wrote, or records; each document is
    found by its file's name without folder and suffix.  Only annotated documents are read.  Raises InputProblem
    where an annotation or a record is not as described, or no document given is annotated.
    """
    wanted = read_annotations(gold)
    kept = _collected(wanted, given)
    if not kept.found:
        what = kept.problems[0] if kept.problems else "none of the documents given is annotated there"
        raise InputProblem("E-GOLD", str(gold), what, "Name each annotation as its document: answer.txt, answer.json.")
    return _measured(Path(gold), wanted, kept, {})


def _collected(wanted: Mapping[str, Record], given: Iterable[Given]) -> _Given:
    kept = _Given()
    for name, source in _named(given):
        if name not in wanted:
            kept.unannotated[name] = None
            continue
        kept.names[name] = None
        if isinstance(source, Mapping):
            kept.found[name] = source, ""
        else:
            _read(name, source, kept)
    return kept


def _named(given: Iterable[Given]) -> Iterator[tuple[str, Record | str]]:
    """What was given, document by document, with the name that its annotation must have."""
    for source in given:
        if isinstance(source, Mapping):
            kept = checked(source, "record")
            yield name_of(kept["file"]), kept
        elif str(source).endswith(".jsonl"):
            for line in record_lines(source):
                yield name_of(line["file"]), line
        else:
            for path in walk([source]):
                yield name_of(path), path


def _read(name: str, path: str, kept: _Given) -> None:
    try:
        document = read(path)
        extraction = extract(document)
        if problem := nothing_asked(path, extraction.structure):
            raise problem
    except InputProblem as problem:
        kept.problems.append(str(problem))
    else:
        kept.found[name] = record(extraction), document.text


def _measured(gold: Path, wanted: Mapping[str, Record], kept: _Given, texts: Mapping[str, str]) -> Figures:
    """The figures; `texts` are those of documents of which only records are at hand, to show errors in."""
    totals: dict[str, Counter[str]] = {}
    errors: list[Error] = []
    for name, annotation in wanted.items():
        given, text = kept.found.get(name, ({}, ""))
        page: Page | None = None
        for judged in judge(annotation, given):
            total = totals.setdefault(judged.field, Counter())
            total.update(tp=judged.right, fp=len(judged.wrong), fn=len(judged.missed))
            if judged.wrong or judged.missed:
                page = page or Page(text or texts.get(name, ""), given, spans=bool(text))
            for what, entries in (("wrong", judged.wrong), ("missed", judged.missed)):
                errors += [_error(name, judged.field, what, entry, page) for entry in entries]
    scores = tuple(Score(field, t["tp"], t["fp"], t["fn"]) for field in FIELDS if (t := totals.get(field)) is not None)
    missing = tuple(name for name in wanted if name not in kept.found)
    unannotated, problems = tuple(kept.unannotated), tuple(kept.problems)
    return Figures(gold.name, len(wanted), scores, tuple(errors), missing, unannotated=unannotated, problems=problems)


def _error(document: str, field: str, what: str, entry: Entry, page: Page | None) -> Error:
    item = {key: _short(value) for key, value in entry.item.items() if key != "spans" and not key.endswith("printed")}
    shown = page.show(entry.item) if page else Shown()
    return Error(document, field, what, entry.key, json.dumps(item, ensure_ascii=False), shown)


def _short(value: Any) -> Any:
    return value[:LONGEST] + "…" if isinstance(value, str) and len(value) > LONGEST else value


def against(old: Iterable[Given], new: Iterable[Given], gold: str | Path) -> Change:
    """What the new records gain and lose against the old ones: errors that went, and errors that came.

    Documents that only one of the two has are not compared.  Raises InputProblem where none is left.
    """
    every, given = read_annotations(gold), list(old)
    first, second = _collected(every, given), _collected(every, new)
    wanted = {name: annotation for name, annotation in every.items() if name in first.names and name in second.names}
    if not wanted:
        where = ", ".join(str(each) for each in given if not isinstance(each, Mapping)) or "records"
        what = f"none of its documents is annotated in {gold} and given again"
        raise InputProblem("E-RECORDS", where, what, "Give the documents that these records are of.")
    texts = {name: text for name, (_, text) in second.found.items()}
    before, after = (_measured(Path(gold), wanted, kept, texts) for kept in (first, second))
    scored = {score.field: score for score in before.scores}
    return Change(
        gains=_less(before.errors, after.errors),
        losses=_less(after.errors, before.errors),
        scores=tuple((scored.get(score.field, Score(score.field)), score) for score in after.scores),
        documents=len(wanted),
        apart=tuple(name for name in every if name not in wanted and (name in first.names or name in second.names)),
        problems=(*first.problems, *second.problems),
    )


def _less(errors: Iterable[Error], others: Iterable[Error]) -> tuple[Error, ...]:
    left = Counter(error.identity for error in others)
    out = []
    for error in errors:
        if left[error.identity] > 0:
            left[error.identity] -= 1
        else:
            out.append(error)
    return tuple(out)
