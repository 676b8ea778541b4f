"""Ctrl-C: one line and 130, whenever it comes, and of the last store only where there is one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import kg
from kg.cli import main
from kg.starting import LINE

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
KEPT = "staat er nog"
CONSOLE = "import sys; sys.argv[0] = '/usr/bin/kg'; from kg.cli import main; main()"


def interrupted(command: list[str], when: Callable[[], bool]) -> tuple[int, str]:
    """Start a command in a process group of its own, press Ctrl-C when it is time; the code and standard error."""
    running = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    while not when() and running.poll() is None:
        time.sleep(0.005)
    os.killpg(running.pid, signal.SIGINT)
    _, errors = running.communicate(timeout=60)
    return running.returncode, errors


def after(seconds: float) -> Callable[[], bool]:
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


def loading(command: list[str]) -> tuple[int, str]:
    """Press Ctrl-C as soon as the program says that it loads its parts."""
    running = subprocess.Popen(
        [command[0], "-X", "importtime", *command[1:]], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    assert running.stderr is not None
    for line in running.stderr:
        if line.rstrip().endswith("kg.errors"):
            break
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=60)
    return running.returncode, "\n".join(line for line in errors.splitlines() if not line.startswith("import time:"))


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with many small documents."""
    folder = tmp_path / "documents"
    folder.mkdir()
    text = (EXAMPLES / "03-antwoord-sluisonderhoud.txt").read_text(encoding="utf-8")
    for number in range(300):
        (folder / f"{number}.txt").write_text(f"{text}\n{number}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("start", [["-m", "kg"], ["-c", CONSOLE]])
def test_while_the_program_is_loaded(start: list[str]) -> None:
    code, errors = loading([sys.executable, *start, "findings", "--rules"])
    assert (code, errors.strip()) == (130, LINE)


def test_another_program_that_imports_kg_keeps_its_own_way() -> None:
    code = "import signal, kg; print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "True\n"


@pytest.mark.parametrize("seconds", [0.6, 0.8, 1.0, 1.3])
def test_while_the_workers_start(documents: Path, tmp_path: Path, seconds: float) -> None:
    words = ["build", str(documents), "--store", str(tmp_path / "store"), "--workers", "2"]
    code, errors = interrupted([sys.executable, "-m", "kg", *words], after(seconds))
    assert (code, errors.strip()) == (130, LINE)


def test_the_last_store_is_told_of_where_there_is_one(documents: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    kg.build([EXAMPLES / "03-antwoord-sluisonderhoud.txt"], store)
    before = len(list(store.glob("cache/*/*.json")))
    words = ["build", str(documents), "--store", str(store), "--workers", "1"]
    code, errors = interrupted(
        [sys.executable, "-m", "kg", *words], lambda: len(list(store.glob("cache/*/*.json"))) > before
    )
    assert code == 130
    assert len(errors.strip().splitlines()) == 1
    assert KEPT in errors


def test_a_question_says_nothing_of_the_last_store(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ask = main.commands["ask"]
    before = signal.getsignal(signal.SIGINT)

    def pressed(**_values: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ask, "callback", pressed)
    with pytest.raises(SystemExit) as end:
        main(["ask"])
    signal.signal(signal.SIGINT, before)
    assert end.value.code == 130
    assert capsys.readouterr().err.strip() == LINE
