"""What the tests share: the reading matter beside the project, and stores built from the examples."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.store import Store

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
EXAMPLES = ROOT / "examples"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with real documents; tests that need it are skipped where it is not."""
    if not SHARED.is_dir():
        pytest.skip("../shared (real documents and their annotation) is not here")
    return SHARED


@pytest.fixture(scope="session")
def example_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store built from the project's own examples."""
    path = tmp_path_factory.mktemp("examples") / "store"
    kg.build([EXAMPLES], path)
    return kg.open_store(path)


@pytest.fixture(scope="session")
def seed_store(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store built from the two seed documents."""
    path = tmp_path_factory.mktemp("seeds") / "store"
    kg.build(sorted((shared / "corpus" / "text").glob("00*.txt")), path)
    return kg.open_store(path)
