"""Look at a user's SPARQL before any engine does: size, depth, and words that would write or reach out.

The engine has no limits of its own: a few kilobytes of brackets end its process, and SERVICE opens a connection.  The
text is read as tokens in one linear pass, so that a forbidden word in a string or a comment does no harm and one
behind a comment is still seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.errors import UsageProblem
from kg.vocab import prefixes

MAX_LENGTH = 64_000  # characters
MAX_DEPTH = 100  # brackets open at once; the engine overflows its stack at about 2,000
MAX_OPERATORS = 500  # signs and words that make one expression or pattern part of another

_TOKEN = re.compile(
    r"""
      (?P<space> \s+ )
    | (?P<comment> \#[^\r\n]* )
    | (?P<iri> < (?: [^<>"{}|^`\\\x00-\x20] | \\u[0-9A-Fa-f]{4} | \\U[0-9A-Fa-f]{8} )* > )
    | (?P<string> ''' (?: '{0,2} (?: [^'\\] | \\. ) )* '''
                | \""" (?: "{0,2} (?: [^"\\] | \\. ) )* \"""
                | '(?!'') (?: [^'\\\r\n] | \\. )* '
                | "(?!"") (?: [^"\\\r\n] | \\. )* " )
    | (?P<variable> [?$] \w+ )
    | (?P<name> (?P<prefix> [^\W\d_] [\w.-]{0,99} )? : (?: [\w.:%-] | \\[_~.\-!$&'()*+,;=/?\#@%] )* )
    | (?P<word> @? [^\W\d] [\w-]* )
    | (?P<number> [\d.]+ (?: [eE] [+-]? \d+ )? )
    | (?P<open> [({\[] )
    | (?P<close> [)}\]] )
    | (?P<operator> \|\| | && | \^\^ | [-+*/|&!^=<>?] )
    | (?P<sign> [,;] )
    """,
    re.VERBOSE | re.DOTALL,
)
# an address that cannot also be read as "smaller than": `?a<?b#>` is a comparison and a comment to the engine
_PLAIN_ADDRESS = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]*://|(?!true/|false/)[A-Za-z]+/)")
_NESTING = {"UNION", "OPTIONAL", "MINUS", "BIND", "EXISTS", "IN", "FILTER", "VALUES", "GRAPH"}
_WRITING = {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
_READING = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}


def check(sparql: str) -> None:
    """Raises UsageProblem, with line and column, for what is not a harmless question."""
    if len(sparql) > MAX_LENGTH:
        raise UsageProblem(f"the query has {len(sparql)} characters: at most {MAX_LENGTH} are read. Make it shorter.")
    seen = list(_tokens(sparql))
    _check_forms(sparql, seen)
    _check_size(sparql, seen)
    _check_prefixes(sparql, seen)


def names_graphs(sparql: str) -> bool:
    """Whether a query says itself, with FROM, which graphs it is about."""
    return any(match.lastgroup == "word" and match.group().upper() == "FROM" for match in _tokens(sparql))


def place(sparql: str, at: int) -> str:
    """The place of a character in words: line and column, from 1."""
    start = sparql.rfind("\n", 0, at) + 1
    return f"line {sparql.count(chr(10), 0, at) + 1}, column {at - start + 1}"


def _tokens(sparql: str) -> Iterator[re.Match[str]]:
    """The tokens but for space and comments."""
    at = 0
    while at < len(sparql):
        match = _TOKEN.match(sparql, at)
        if match is None:
            raise UsageProblem(
                f"{place(sparql, at)}: {sparql[at]!r} is not SPARQL here. Close the quotation or remove it."
            )
        if match.lastgroup == "iri" and _doubtful(match.group()):
            raise UsageProblem(
                f"{place(sparql, at)}: {match.group()[:60]} can be read in two ways. "
                "Put a space after < where you compare, or write the address whole."
            )
        if match.lastgroup not in ("space", "comment"):
            yield match
        at = match.end()


def _doubtful(address: str) -> bool:
    return ("#" in address or "'" in address) and not _PLAIN_ADDRESS.match(address)


def _check_forms(sparql: str, tokens: list[re.Match[str]]) -> None:
    """No SERVICE anywhere; the first word after the prologue asks, and does not write."""
    form = ""
    for match in tokens:
        word = match.group().upper() if match.lastgroup == "word" else ""
        if word == "SERVICE":
            raise UsageProblem(f"{place(sparql, match.start())}: SERVICE is refused: a query may not use the network.")
        if not form and word and word not in ("PREFIX", "BASE"):
            form = word
            _check_form(sparql, match, form)
    if not form:
        raise UsageProblem("the query is empty. Give SELECT, ASK, CONSTRUCT or DESCRIBE.")


def _check_form(sparql: str, match: re.Match[str], form: str) -> None:
    where = place(sparql, match.start())
    if form in _WRITING:
        raise UsageProblem(
            f"{where}: {form} would change the store, which is only read. Change documents and kg build."
        )
    if form not in _READING:
        raise UsageProblem(f"{where}: {match.group()[:40]!r}: a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE.")


def _check_size(sparql: str, tokens: list[re.Match[str]]) -> None:
    depth = operators = 0
    for match in tokens:
        kind = match.lastgroup
        depth += (kind == "open") - (kind == "close")
        operators += kind == "operator" or (kind == "word" and match.group().upper() in _NESTING)
        if depth > MAX_DEPTH:
            raise UsageProblem(f"{place(sparql, match.start())}: more than {MAX_DEPTH} brackets are open. Nest less.")
        if operators > MAX_OPERATORS:
            raise UsageProblem(f"{place(sparql, match.start())}: more than {MAX_OPERATORS} operators. Split the query.")


def _check_prefixes(sparql: str, tokens: list[re.Match[str]]) -> None:
    """The engine's own message for a prefix that was not declared is of no help."""
    known, declaring = set(prefixes()), False
    for match in tokens:
        if match.lastgroup == "name":
            prefix = match["prefix"] or ""
            if declaring:
                known.add(prefix)
            elif prefix not in known:
                raise UsageProblem(
                    f"{place(sparql, match.start())}: the prefix {prefix}: is not declared. Add PREFIX {prefix}: <...>."
                )
        declaring = match.lastgroup == "word" and match.group().upper() == "PREFIX"
