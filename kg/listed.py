"""The House's own list of cases: taken into a store, and from there into the graph of every later build.

    STORE/imports/zaken/NAME     the list as it was given, kept whole; a later import replaces it

A row becomes a `kv:ListedCase` in `graph/zaken`, with its names as printed, what the registry makes of them, and the
row that says so.  Names that the registry cannot settle stay names.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.errors import InputProblem
from kg.imported import keep_only, missing_list
from kg.linking import Summary
from kg.linking.summary import ends
from kg.linking.words import letters, terms
from kg.registry import Candidate, Found, Registry, registry
from kg.registry.zaken import YES, Case, addressee, asker, cases
from kg.terms import address, literal, name, scalar, typed

FOLDER = "zaken"  # under imports/
HEADER = ("Id", "Nummer", "Onderwerp", "GestartOp", "Gericht aan", "Indiener", "Medeindiener")
UNSURE = 3  # candidates of an unsettled name that are written down


@dataclass(slots=True)
class Listed:
    """What a list becomes: the lines of `graph/zaken`, the summaries for linking, and how many names were settled."""

    lines: list[bytes] = field(default_factory=list)
    summaries: list[dict[str, Any]] = field(default_factory=list)
    names: int = 0
    settled: int = 0

    @property
    def cases(self) -> int:
        """How many cases the list has."""
        return len(self.summaries)


def kept(store: Path) -> Path | None:
    """The list that a store keeps, None where none was imported."""
    folder = store / "imports" / FOLDER
    return next(iter(sorted(folder.glob("*.csv.gz"))), None) if folder.is_dir() else None


def keep(path: Path, store: Path) -> Path:
    """Copy a list into the store, whole or not at all, in place of an earlier one.  Raises InputProblem."""
    check(path)
    folder = store / "imports" / FOLDER
    keep_only([path], folder)
    return folder / path.name


def check(path: Path) -> None:
    """Raises InputProblem where the file is not such a list: every row is read, and every number is there once."""
    advice = "Give the House's list of cases as FILE.csv.gz."
    if not path.exists():
        raise missing_list("E-ZAKEN", path, advice)
    if not path.name.endswith(".csv.gz"):
        raise InputProblem("E-ZAKEN", str(path), "no list of cases (.csv.gz)", advice)
    seen: set[str] = set()
    try:
        with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines)
            if missing := set(HEADER) - set(rows.fieldnames or ()):
                raise InputProblem("E-ZAKEN", str(path), f"no column {min(missing)!r}", advice)
            for row in rows:
                if row["Nummer"] in seen:
                    raise InputProblem("E-ZAKEN", str(path), f"{row['Nummer']} stands in it twice", advice)
                seen.add(row["Nummer"])
        next(iter(cases(path)), None)
    except (OSError, EOFError, UnicodeDecodeError, csv.Error, zlib.error, ValueError) as problem:
        raise InputProblem("E-ZAKEN", str(path), f"it cannot be read ({problem})", advice) from problem
    if not seen:
        raise InputProblem("E-ZAKEN", str(path), "there is no case in it", advice)


def listed(path: Path) -> Listed:
    """The graph and the summaries of a list.  Raises InputProblem."""
    out, known = Listed(), registry()
    graph = address("graph/zaken")
    file = hashlib.sha256(path.read_bytes()).hexdigest()
    origin = address(f"import/{file[:16]}")
    triples = {
        f"{graph} {name('prov:hadPrimarySource')} {origin}",
        f"{origin} {name('rdf:type')} {name('prov:Entity')}",
        f"{origin} {name('kv:sha256')} {literal(file)}",
        f"{origin} {name('kv:fileName')} {literal(path.name)}",
        f"{origin} {name('rdfs:label')} {literal(path.name)}",
    }
    try:
        settled = settled_cases(path)
        for case in cases(path):
            triples.update(_row(case, path.name, known, out))
            if case.number in settled:
                state = typed(str(settled[case.number]).lower(), "boolean")
                triples.add(f"{address(f'listed/{case.number}')} {name('kv:settled')} {state}")
    except (KeyError, ValueError) as problem:
        raise InputProblem(
            "E-ZAKEN", str(path), f"a row is not understood ({problem})", "Import the list again."
        ) from problem
    out.lines = sorted(f"{triple} {graph} .\n".encode() for triple in triples)
    return out


def settled_cases(path: Path) -> dict[str, bool]:
    """Whether each case was settled when the list was made, where the list has the column and says so."""
    meant = {"true": True, "false": False}
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        said = ((row["Nummer"], (row.get("Afgedaan") or "").lower()) for row in csv.DictReader(lines))
        return {number: meant[word] for number, word in said if word in meant}


def _row(case: Case, file: str, known: Registry, out: Listed) -> Iterator[str]:
    """The triples of one row; its summary is put into `out`."""
    node, of_case = address(f"listed/{case.number}"), address(f"case/{case.number}")
    source = f"{file}, rij {case.row}"
    yield f"{of_case} {name('rdf:type')} {name('kv:Case')}"
    yield f"{of_case} {name('rdfs:label')} {literal(f'zaak {case.number}')}"
    yield f"{of_case} {name('dcterms:identifier')} {literal(case.number)}"
    yield f"{node} {name('rdf:type')} {name('kv:ListedCase')}"
    yield f"{node} {name('rdfs:label')} {literal(f'{case.number} in {file}')}"
    yield f"{node} {name('kv:inCase')} {of_case}"
    yield f"{node} {name('dcterms:title')} {literal(case.subject)}"
    yield f"{node} {name('kv:submitted')} {scalar(case.submitted)}"
    yield f"{node} {name('dcterms:source')} {literal(source)}"
    people, posts = [], []
    for place, printed in enumerate(dict.fromkeys(case.askers), 1):
        found = asker(known, printed, case.submitted)
        yield from _name(node, f"asker/{place}", "asker", printed, found)
        if person := _settled(found, out):
            people.append(person.thing.key)
            yield f"{node} {name('kv:askedBy')} {_thing(person.key)}"
    for place, printed in enumerate(dict.fromkeys(case.addressees), 1):
        found = addressee(known, printed, case.submitted)
        yield from _name(node, f"addressee/{place}", "addressee", printed, found)
        if person := _settled(found, out):
            yield f"{node} {name('kv:addressedPerson')} {_thing(person.key)}"
            term = known.term(person)
            if term and term.period.holds(case.submitted):
                posts.append(term.post.partition("/")[2])
                yield f"{node} {name('kv:addressedTo')} {_thing(term.post)}"
    out.summaries.append(_summary(case, source, people, posts))


def _settled(found: Found, out: Listed) -> Candidate | None:
    out.names += 1
    if len(found) == 1 and found[0].score >= YES:
        out.settled += 1
        return found[0]
    return None


def _name(node: str, path: str, role: str, printed: str, found: Found) -> Iterator[str]:
    """A name as printed, and the registry's verdicts on it: one node for the same verdict on the same name."""
    named = f"{node[:-1]}/{path}>"
    yield f"{node} {name('kv:listedName')} {named}"
    yield f"{named} {name('rdf:type')} {name('kv:ListedName')}"
    yield f"{named} {name('kv:nameAsPrinted')} {literal(printed)}"
    yield f"{named} {name('kv:role')} {name(f'kv:{role}')}"
    sure = len(found) == 1 and found[0].score >= YES
    for candidate in [*found, *(() if sure else found.possible)][:UNSURE]:
        link, said = _verdict(printed, candidate, sure)
        yield f"{named} {name('kv:hasLink')} {link}"
        yield from said


@lru_cache(maxsize=65536)
def _verdict(printed: str, candidate: Candidate, sure: bool) -> tuple[str, tuple[str, ...]]:
    """The node of a verdict on a name, and what it says."""
    judged = f"{printed} {candidate.key} {candidate.score:.2f} {sure} {candidate.reason}"
    link = address(f"listed/link/{hashlib.sha256(judged.encode()).hexdigest()[:16]}")
    return link, (
        f"{link} {name('rdf:type')} {name('kv:Link')}",
        f"{link} {name('kv:target')} {_thing(candidate.key)}",
        f"{link} {name('kv:verdict')} {name('kv:yes' if sure else 'kv:unsure')}",
        f"{link} {name('kv:score')} {typed(f'{candidate.score:.2f}', 'decimal')}",
        f"{link} {name('kv:reason')} {literal(candidate.reason)}",
        f"{link} {name('kv:method')} {literal('registry')}",
    )


@lru_cache(maxsize=8192)
def _thing(key: str) -> str:
    """The IRI of a person or post; the same few come back in thousands of rows."""
    return address(key)


def _summary(case: Case, source: str, people: list[str], posts: list[str]) -> dict[str, Any]:
    short = Summary(
        key=f"listed-{case.number}",
        kind="listed",
        numbers=(case.number,),
        submitted=case.submitted.isoformat(),
        people=tuple(sorted(people)),
        names=ends(printed.partition("(")[0] for printed in case.askers),
        posts=tuple(sorted(posts)),
        subject=letters(case.subject),
        source=source,
    )
    plain = {each.name: getattr(short, each.name) for each in fields(short)}  # nothing in it is a record of its own
    return plain | {"subject_terms": sorted(set(terms(case.subject))), "question_terms": []}
