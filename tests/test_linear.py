"""No pattern of the program takes long, whatever it is given: 100 kB of its worst input in 50 ms."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import pkgutil
import re
import signal
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import FrameType

import pytest

import kg
from kg.extract._citations.actors import LONGEST, Actors

LENGTH = 100_000  # characters
LIMIT = 0.05  # seconds of processor time
NOISE = 3  # the machine may be busy: what takes up to this many times the limit, three times over, is let pass
# A piece that takes so little cannot take too long as a whole, even where time grows with the square of the length.
SCREENS = ((LENGTH // 10, LIMIT * NOISE / 100), (LENGTH // 5, LIMIT * NOISE / 25))
SEARCHES = frozenset({"match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split"})
PATIENCE = 1.5  # seconds before a pattern is interrupted
FIRST, LAST = ".first", ".last"  # of actors: tried at one place, and on no more characters than a name has
REACH = 4  # levels of tuples and tables in which patterns are looked for

WORST = (
    *(
        " ",
        "\n",
        " \n",
        "\t",
        "a\n\n",
        "\u00ad",
        "1",
        "1 ",
        "1,1,1,",
        "1.000.",
        "12-",
        "€",
        "€ 1 ",
        "1 miljoen ",
        "tot 1 ",
    ),
    *(
        "a",
        "a ",
        "A",
        "A ",
        "Aa ",
        "a.",
        "A.A.",
        "a-",
        "-",
        ".",
        ". ",
        ",",
        ", ",
        "?",
        "«",
        "«a ",
        "”",
        "'",
        "(",
        "((a ",
        "[1",
    ),
    *(
        "1) ",
        "en ",
        "van de ",
        "van het lid ",
        "minister van ",
        "De minister van A,\n",
        "Vraag 1 ",
        "Antwoord op vraag 1, ",
    ),
    *(
        "zie het antwoord op vraag ",
        "van eerdere ",
        "Datum ",
        "https://a.",
        "www.a-",
        "a/",
        "<a ",
        "#",
        "*",
        "_",
        "|",
        "=",
    ),
    *(
        "Kamerstukken II, ",
        "nr. 1 en ",
        "2024-2025, ",
        "29 279, nr. 1, ",
        "3 april ",
        "2024 t/m ",
        "artikel 1 ",
        "de Wet ",
    ),
    *(
        "ik zal ",
        "de Kamer ",
        "het bericht «",
        "brief van ",
        "é",
        "het rapport van ",
        "Aa van ",
        "brief over ",
        "; ",
        "de Aa ",
    ),
)

# Patterns that only ever see short pieces, which the code that uses them cuts to this many characters.
SHORT = {
    "kg.segment.marks.NUMBERED_THING": 16,
    "kg.grammar.money_terms.PREVIOUS": 48,
    "kg.grammar.figures.NUMBERED": 60,
    "kg.extract._amounts.years.BARRED": 60,
    "kg.extract._amounts.years.ALLOWED": 60,
    "kg.extract._citations.brackets.OWNER_BEFORE": 120,
    "kg.extract._citations.brackets.PERSON_BEFORE": 120,
    "kg.extract._citations.letters_told.IN_IT_SAYS": 340,
    "kg.extract._citations.letters_told.IN_WHICH_SAYS[0]": 340,
    "kg.extract._citations.letters_told.IN_WHICH_SAYS[1]": 340,
    "kg.extract._citations.letters_told.SENT[0]": 340,
    "kg.extract._citations.letters_told.SENT[1]": 340,
    "kg.extract._citations.outlets.BEFORE_DAY": 120,
    "kg.extract._citations.outlets.LINKED": 70,
    "kg.extract._citations.senders.DID[0]": 160,
    "kg.extract._citations.senders.DID[1]": 160,
    "kg.extract._citations.senders.DID[2]": 160,
    "kg.extract._citations.senders.HAS_MADE": 160,
    "kg.extract._citations.senders.SAYS_IN": 160,
    "kg.extract._citations.senders.LISTED": 160,
    "kg.extract._citations.senders.MADE": 160,
    "kg.extract._citations.senders.WROTE_ON": 160,
    "kg.grammar.sentences.WORD_BEFORE": 24,
    "kg.segment.passages.ADDRESS_OPEN": 400,
    "kg.segment.passages.ADDRESS_GOES_ON": 200,
}


@cache
def _modules() -> tuple[str, ...]:
    names = (module.name for module in pkgutil.walk_packages(kg.__path__, "kg."))
    return tuple(sorted(name for name in names if not name.endswith("__main__")))


def _patterns_in(value: object, depth: int = 0) -> Iterator[re.Pattern[str] | re.Pattern[bytes]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < REACH and isinstance(value, dict):
        yield from _patterns_in([*value.keys(), *value.values()], depth + 1)
    elif depth < REACH and isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from _patterns_in(item, depth + 1)


def _placed(value: object) -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    """The patterns that a variable holds, each with where in it."""
    if isinstance(value, Actors):
        yield from ((FIRST, value.first), (LAST, value.last))
    for number, pattern in enumerate(_patterns_in(value)):
        yield "" if isinstance(value, re.Pattern) else f"[{number}]", pattern


def _collected() -> dict[str, re.Pattern[str] | re.Pattern[bytes]]:
    """Every compiled pattern that a module holds, in tables too, by where it is defined; each pattern once."""
    out: dict[str, re.Pattern[str] | re.Pattern[bytes]] = {}
    known: set[re.Pattern[str] | re.Pattern[bytes]] = set()
    for name in _modules():
        try:
            module = importlib.import_module(name)
        except ModuleNotFoundError as missing:
            if (missing.name or "").startswith("kg"):
                raise
            continue  # an extra that is not installed
        for variable, value in sorted(vars(module).items()):
            for place, pattern in _placed(value):
                if pattern not in known:
                    known.add(pattern)
                    out[f"{name}.{variable}{place}"] = pattern
    return out


@cache
def _uses() -> dict[str, frozenset[str]]:
    """Which methods are called on `module.NAME`, where it is defined and where it is imported."""
    found: dict[str, set[str]] = {}
    for module in _modules():
        spec = importlib.util.find_spec(module)
        if spec is None or spec.origin is None:
            continue
        tree = list(ast.walk(ast.parse(Path(spec.origin).read_text(encoding="utf-8"))))
        home = {
            alias.asname or alias.name: f"{node.module}.{alias.name}"
            for node in tree
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        for node in tree:
            for name, use in _used(node):
                found.setdefault(home.get(name, f"{module}.{name}"), set()).add(use)
    return {name: frozenset(uses) for name, uses in found.items()}


def _used(node: ast.AST) -> Iterator[tuple[str, str]]:
    """Names with what is done with them; one that is handed on may be used in any way."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        yield node.value.id, node.attr
    elif isinstance(node, ast.Tuple | ast.Call | ast.List | ast.Dict):
        for part in ast.iter_child_nodes(node):
            if isinstance(part, ast.Name):
                yield part.id, "finditer"
            elif isinstance(part, ast.keyword) and part.arg == "tail" and isinstance(part.value, ast.Name):
                yield part.value.id, "match"  # what follows an actor


PATTERNS = _collected()


def _runs(name: str, pattern: re.Pattern[str] | re.Pattern[bytes]) -> Callable[[str], object]:
    """One use of the pattern on a text: all that it finds, or only what it finds at the start."""
    methods = _uses().get(name, frozenset()) & SEARCHES
    anywhere = not name.endswith(FIRST) and (
        not methods or bool(methods - {"match", "fullmatch"})
    )  # one in a table may be used in any way

    def run(text: str) -> object:
        data = text if isinstance(pattern.pattern, str) else text.encode()
        if anywhere:
            return sum(1 for _ in pattern.finditer(data))  # type: ignore[arg-type]
        return pattern.match(data)  # type: ignore[arg-type]

    return run


class _Slow(BaseException):
    """The pattern was interrupted."""


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise _Slow


def _seconds(run: Callable[[str], object], text: str) -> float:
    """How long one run takes; infinite where it had to be interrupted."""
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    begin = time.thread_time()
    try:
        run(text)
    except _Slow:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return time.thread_time() - begin


@pytest.fixture
def _interruptible() -> Iterator[None]:
    before = signal.signal(signal.SIGALRM, _interrupt)
    yield
    signal.signal(signal.SIGALRM, before)


def test_patterns_are_found_in_every_layer() -> None:
    layers = {name.split(".")[1] for name in PATTERNS}
    assert {"segment", "grammar", "extract", "read", "registry"} <= layers
    assert len(PATTERNS) > 200
    assert set(SHORT) <= set(PATTERNS)


@pytest.mark.usefixtures("_interruptible")
@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_a_pattern_takes_linear_time_on_its_worst_input(name: str) -> None:
    """Row 29."""
    run = _runs(name, PATTERNS[name])
    slow = []
    for unit in WORST:
        text = (unit * (LENGTH // len(unit) + 1))[: SHORT.get(name, LONGEST if name.endswith(LAST) else LENGTH)]
        if any(_seconds(run, text[:length]) < enough for length, enough in SCREENS):
            continue
        taken = _seconds(run, text)
        if LIMIT < taken < float("inf"):
            taken = min(taken, _seconds(run, text), _seconds(run, text))
        if taken > LIMIT * NOISE:
            slow.append((unit, round(taken * 1000)) if taken < float("inf") else (unit, "interrupted"))
    assert not slow, f"milliseconds on {LENGTH} characters: {slow}"


@pytest.mark.usefixtures("_interruptible")
def test_a_pattern_that_is_not_linear_is_caught() -> None:
    assert _seconds(re.compile(r"(?:a|aa)+b").match, "a" * LENGTH) > LIMIT * NOISE
