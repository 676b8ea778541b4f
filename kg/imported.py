"""Files that a store keeps of lists that were imported."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from kg.errors import InputProblem


def missing_list(code: str, path: Path, advice: str) -> InputProblem:
    """The problem of a list that is not there."""
    return InputProblem(code, str(path), "there is no such file", advice)


def keep_only(paths: Sequence[Path], folder: Path) -> None:
    """Copy files into a folder, each whole or not at all, in place of all that it held."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in paths:
        target = folder / path.name
        if path.resolve() != target.resolve():
            beside = folder / f"{path.name}.new"
            shutil.copyfile(path, beside)
            beside.replace(target)
    names = {path.name for path in paths}
    for other in folder.iterdir():
        if other.name not in names:
            other.unlink()
