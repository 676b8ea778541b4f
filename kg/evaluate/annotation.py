"""Annotations and records as they come from files: read, and refused in one line where they are not as described."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.errors import InputProblem

Check = Callable[[Any], bool]


def _words(value: Any) -> bool:
    return value is None or isinstance(value, str)


def _number(value: Any) -> bool:
    return isinstance(value, int)


def _euros(value: Any) -> bool:
    return value is None or isinstance(value, int | float)


def _places(value: Any) -> bool:
    return _words(value) or (isinstance(value, list) and all(isinstance(v, str) for v in value))


def _numbers(value: Any) -> bool:
    return value is None or (isinstance(value, list) and all(isinstance(v, int) for v in value))


_OFFICE: dict[str, Check] = {"role": _words, "portfolio": _words}
_SOURCE: dict[str, Check] = {**dict.fromkeys(("type", "publisher", "date", "title", "url"), _words), "at": _places}
SHAPES: dict[str, dict[str, Check]] = {
    "askers": {"name": _words, "party": _words},
    "addressees": _OFFICE,
    "answerers": {"name": _words, **_OFFICE},
    "on_behalf_of": {"name": _words, **_OFFICE},
    "questions": {"n": _number, "start": _words, "end": _words, "text": _words},
    "answers": {"to": _numbers, "start": _words, "end": _words, "text": _words},
    "sources": _SOURCE,
    "papers": {"type": _words, "dossier": _words, "subnumber": _words, "at": _places},
    "refers": {"from": _number, "to": _number},
    "amounts": {"eur": _euros, "at": _places, "years": _numbers, "kind": _words},
    "promises": {"at": _places, "start": _words, "text": _words},
}
WORDS = ("kind", "publication", "submitted", "received", "subject")
# what an annotator must give, for there would be nothing to compare with otherwise
NEEDED = {"questions": ("n", "start", "end"), "answers": ("to", "start", "end"), "promises": ("start",)}
SEE = "See tests/examples/README.md for the format."


def read_annotations(folder: str | Path) -> dict[str, dict[str, Any]]:
    """The annotation of each document, by the name of its file without the suffix.  Raises InputProblem."""
    paths = sorted(path for path in Path(folder).glob("*.json") if not path.name.startswith("."))
    if not paths:
        what = "there is no annotation (NAME.json) in it" if Path(folder).is_dir() else "there is no such folder"
        raise InputProblem("E-GOLD", str(folder), what, SEE)
    return {path.stem: _annotation(path) for path in paths}


def _annotation(path: Path) -> dict[str, Any]:
    record = _parsed(path.read_bytes(), str(path))
    if wrong := next(_faults(record, NEEDED), None):
        raise InputProblem("E-GOLD", str(path), wrong, SEE)
    return record


def record_lines(path: str | Path) -> Iterator[dict[str, Any]]:
    """The records of a JSON Lines file that `kg extract` wrote.  Raises InputProblem."""
    try:
        lines = Path(path).read_bytes().split(b"\n")
    except OSError as problem:
        raise InputProblem("E-MISSING", str(path), f"cannot be read ({problem.strerror})", "Check the path.") from None
    for number, line in enumerate(lines, 1):
        if line.strip():
            where = f"{path}, line {number}"
            yield checked(_parsed(line, where), where)


def checked(record: Mapping[str, Any], where: str) -> dict[str, Any]:
    """A record that can be compared.  Raises InputProblem."""
    wrong = next(_faults(record, {}), "")
    if not isinstance(record.get("file"), str):
        wrong = wrong or "it does not say which file it is of"
    if wrong:
        raise InputProblem("E-RECORDS", where, wrong, "Give what `kg extract` prints.")
    return dict(record)


def name_of(file: str) -> str:
    """The name that a document and its annotation share: no folder, no suffix."""
    name = file.replace("\\", "/").rpartition("/")[2]
    return name.rpartition(".")[0] or name


def _parsed(data: bytes, where: str) -> dict[str, Any]:
    try:
        record = json.loads(data)
    except (ValueError, RecursionError) as problem:
        raise InputProblem("E-RECORDS", where, f"no JSON ({problem})", SEE) from None
    if not isinstance(record, dict):
        raise InputProblem("E-RECORDS", where, "no JSON object", SEE)
    return record


def _faults(record: Mapping[str, Any], needed: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """What is not as described, in words."""
    for field in WORDS:
        if not _words(record.get(field)):
            yield f'"{field}" is no text'
    cases = record.get("case") or []
    if not isinstance(cases, list) or not all(isinstance(case, str) for case in cases):
        yield '"case" is no list of texts'
    for field, shape in SHAPES.items():
        items = record.get(field) or []
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            yield f'"{field}" is no list of objects'
            continue
        for number, item in enumerate(items, 1):
            yield from _item_faults(f'"{field}", item {number}', item, shape, needed.get(field, ()))


def _item_faults(
    where: str, item: Mapping[str, Any], shape: Mapping[str, Check], needed: tuple[str, ...]
) -> Iterator[str]:
    for key in needed:
        if item.get(key) is None:
            yield f'{where}: "{key}" is missing'
    for key, right in shape.items():
        if key in item and not right(item[key]):
            yield f'{where}: "{key}" is {json.dumps(item[key], ensure_ascii=False)[:40]}'
