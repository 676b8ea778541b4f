"""Findings that only the whole graph shows, each by a rule of `queries/rules/`.

A rule is a SPARQL SELECT with a header: the class of its findings (`finding`), how serious they are (`severity`), what
they say in Dutch and English (`message`, `message_en`, with the query's variables between braces), the variable that
tells one finding from another (`key`), that of the mentions which it is about (`about`), and of values that it states
(`stated`).  Findings within one document are made where it is read; `queries/checks/finding-*.rq` hold those against
the graph, and have `finding` and `severity` in their headers too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from kg.ask import header, run
from kg.errors import UsageProblem
from kg.rows import Rows
from kg.terms import address, literal, name
from kg.vocab import VERSION, base, data

Values = dict[str, list[str]]  # the values of each variable in the rows of one finding, each once and sorted


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `made` where the build makes findings by it, else the readers do and it only holds those to account."""

    name: str
    title: str
    title_en: str
    kind: str  # a prefixed name, as the severity
    severity: str
    made: bool
    text: str
    message: str = ""
    message_en: str = ""
    key: str = ""
    about: str = ""
    stated: str = ""


@cache
def rules() -> tuple[Rule, ...]:
    """The rules by which findings are made, by name, then those by which the readers' are checked."""
    folder = data("queries")
    made = [_read(path, made=True) for path in sorted((folder / "rules").glob("*.rq"))]
    return (*made, *(_read(path, made=False) for path in sorted((folder / "checks").glob("finding-*.rq"))))


def _read(path: Path, *, made: bool) -> Rule:
    """The rule of a file.  Raises UsageProblem where its header is not complete."""
    text = path.read_text(encoding="utf-8")
    fields, _ = header(text.splitlines())
    try:
        said = {field: fields[field] for field in ("message", "message_en", "key", "about") if made}
        titles = fields["title"], fields["title_en"], fields["finding"], fields["severity"]
    except KeyError as problem:
        raise UsageProblem(
            f"{path}: the header has no {problem.args[0]}. Add a line #+ {problem.args[0]}: ..."
        ) from None
    return Rule(path.stem, *titles, made, text, stated=fields.get("stated", ""), **said)


def rule_lines(quads: ox.Store) -> list[bytes]:
    """The rules, and what they find in all the graphs of a build, as N-Quads lines of the graph `graph/findings`."""
    graph = address("graph/findings")
    triples = {triple for rule in rules() if rule.made for triple in (*_described(rule), *_found(rule, quads))}
    return sorted(f"{triple} {graph} .\n".encode() for triple in triples)


def _described(rule: Rule) -> Iterator[str]:
    node = address(f"rule/{rule.name}")
    yield f"{node} {name('rdf:type')} {name('kv:Rule')}"
    yield f"{node} {name('rdfs:label')} {literal(rule.title, 'nl')}"
    yield f"{node} {name('rdfs:label')} {literal(rule.title_en, 'en')}"
    yield f"{node} {name('kv:query')} {literal(rule.text)}"
    yield f"{node} {name('prov:wasAttributedTo')} {address(f'software/kg-{VERSION}')}"


def _found(rule: Rule, quads: ox.Store) -> Iterator[str]:
    """The triples of each finding of a rule."""
    for key, values in _grouped(rule, run(quads, rule.text)).items():
        mentions = values[rule.about]
        digest = hashlib.sha256(key.encode()).hexdigest()[:12]
        node = address(f"{_document(mentions[0])}/finding/{rule.name}/{digest}")
        yield f"{node} {name('rdf:type')} {name('kv:Finding')}"
        yield f"{node} {name('rdf:type')} {name(rule.kind)}"
        yield f"{node} {name('kv:severity')} {name(rule.severity)}"
        yield f"{node} {name('kv:byRule')} {address(f'rule/{rule.name}')}"
        yield f"{node} {name('rdfs:comment')} {literal(_said(rule.message, values, ' en '), 'nl')}"
        yield f"{node} {name('rdfs:comment')} {literal(_said(rule.message_en, values, ' and '), 'en')}"
        for mention in mentions:
            yield f"{node} {name('kv:about')} <{mention}>"
            yield f"{node} {name('prov:wasDerivedFrom')} <{mention}>"
            yield f"{node} {name('dcterms:isPartOf')} {address(_document(mention))}"
        for value in values.get(rule.stated, ()):
            yield f"{node} {name('kv:statedValue')} {literal(value)}"


def findings_in(lines: list[bytes]) -> int:
    """How many findings some quads hold."""
    said = f" {name('rdf:type')} {name('kv:Finding')} ".encode()
    return sum(said in line for line in lines)


def _document(mention: str) -> str:
    """The path of the document that a mention stands in."""
    return "/".join(mention.removeprefix(base()).split("/")[:2])


def _said(message: str, values: Values, also: str) -> str:
    return message.format_map({variable: also.join(each) for variable, each in values.items()})


def _grouped(rule: Rule, rows: Rows) -> dict[str, Values]:
    """The values of each variable, finding by finding."""
    found: dict[str, dict[str, set[str]]] = {}
    for row in rows.values:
        values = dict(zip(rows.columns, row, strict=True))
        one = found.setdefault(values[rule.key], {variable: set() for variable in rows.columns})
        for variable, value in values.items():
            one[variable].add(value)
    return {key: {variable: sorted(each - {""}) for variable, each in one.items()} for key, one in found.items()}
