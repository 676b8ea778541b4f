"""The rules of the house: layers point downwards, folders are complete, the README is true."""

from __future__ import annotations

import ast
import io
import re
import tomllib
from pathlib import Path

import pytest

from kg.ask import ask
from kg.cli import main
from kg.rows import write as write_rows
from kg.store import Store
from kg.why import why
from kg.why import write as write_why

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "kg"
MODULES = sorted(PACKAGE.rglob("*.py"))

# From the ground up: a module may import what stands below it or beside it.
LAYERS = [
    {"errors", "starting", "vocab", "records", "confinement", "uncollected", "noticed"},
    {"terms", "grammar", "segment", "read"},
    {"registry", "extract", "findings", "answers"},
    {"resolve", "jsonl"},
    {"addresses", "quads", "store", "rows", "sparql_check", "imported"},
    {
        "validate",
        "work",
        "dataset",
        "linking",
        "listed",
        "published",
        "shard",
        "copies",
        "build",
        "rules",
        "ask",
        "issues",
        "why",
        "places",
        "quotes",
        "things",
        "named",
        "network",
    },
    {"evaluate", "doctor"},
    {"sparql_worker", "export", "picture"},
    {"tables"},
    {"cli", "__main__", "__init__"},
]
# The lists are read with the same eyes as the documents: the registry's organisations and cases come from extraction.
ALLOWED = {("registry", "resolve"), ("segment", "grammar"), ("extract", "segment")}


def layer(name: str) -> int:
    """How high the part of the package stands."""
    found = [i for i, names in enumerate(LAYERS) if name in names]
    assert found, f"kg/{name} stands in no layer: add it to tests/test_house.py"
    return found[0]


def part(path: Path) -> str:
    """The part of the package that a file belongs to."""
    inside = path.relative_to(PACKAGE)
    return inside.parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_downwards(path: Path) -> None:
    own = part(path)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        for name in names:
            if name.startswith("kg."):
                other = name.split(".")[1]
                upwards = f"{path.relative_to(ROOT)} imports kg.{other}, which stands above it"
                assert (own, other) in ALLOWED or layer(other) <= layer(own), upwards


def test_public_functions_and_classes_have_a_docstring() -> None:
    missing = []
    for path in MODULES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            public = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
            if public and not ast.get_docstring(node):
                missing.append(f"{path.relative_to(ROOT)}: {node.name}")
    assert missing == []


def test_nothing_catches_everything() -> None:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler):
                names = {getattr(n, "id", "") for n in ast.walk(node.type)} if node.type else {""}
                assert names - {"Exception"}, f"{path.relative_to(ROOT)}:{node.lineno}"
                assert node.type is not None, f"{path.relative_to(ROOT)}:{node.lineno}"


def test_the_readme_names_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in main.commands:
        assert f"kg {name}" in text, f"README.md does not mention kg {name}"


def test_the_readme_names_only_commands_and_files_that_exist() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in re.findall(r"^(?:\$ )?kg ([a-z]+)", text, re.MULTILINE):
        assert name in main.commands, f"README.md shows kg {name}"
    for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert (ROOT / link).exists(), f"README.md links to {link}"


def test_every_extra_is_part_of_all() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    whole = re.findall(r"\[([^\]]+)\]", extras["all"][0])[0].split(",")
    assert set(whole) == set(extras) - {"all", "test", "dev"}


def test_the_examples_each_have_their_truth() -> None:
    stems = {path.stem for path in (ROOT / "examples").iterdir()}
    assert stems == {path.stem for path in (ROOT / "tests" / "examples").glob("*.json")}
    assert len(stems) >= 8


def test_the_output_that_the_readme_shows_is_what_the_program_prints(example_store: Store) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = [block.splitlines() for block in re.findall(r"```text\n(.*?)```", text, re.DOTALL)]
    answer = io.StringIO()
    write_rows(ask(example_store, "spread-of-amount"), "table", answer)
    explanation = io.StringIO()
    command = next(line for block in shown for line in block if line.startswith("$ kg why"))
    write_why(why(example_store, command.split()[3]), explanation)
    assert [line.rstrip() for line in answer.getvalue().splitlines()] in [[line.rstrip() for line in b] for b in shown]
    assert [command, *explanation.getvalue().splitlines()] in shown
