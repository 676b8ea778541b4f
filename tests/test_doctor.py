"""What `kg doctor` says is tried out on this machine."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.doctor import Check, examine
from kg.read import held

LINUX = sys.platform == "linux"


def checks() -> dict[str, Check]:
    return {check.name: check for check in examine()}


@pytest.mark.skipif(not LINUX, reason="the limits are those of Linux")
def test_the_process_that_reads_is_refused_network_files_and_memory() -> None:
    assert held() == {"network": True, "files": True, "memory": True, "seccomp": True}
    found = checks()
    for name in ("lezen zonder netwerk", "lezen zonder andere bestanden", "lezen met geheugengrens"):
        assert found[name].holds
    assert "seccomp" in found["lezen zonder netwerk"].detail


def test_this_process_itself_is_refused_nothing() -> None:
    socket.socket().close()
    assert Path(__file__).read_bytes()


def test_a_reader_that_cannot_start_is_a_failed_check_and_no_traceback() -> None:
    code = (
        "import sys; from kg.doctor import examine; sys.executable = '/bin/false'\n"
        "print([check.detail for check in examine() if check.name == 'lezen in een eigen proces' and not check.holds])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "E-CRASH" in shown


def test_doctor_lists_what_holds() -> None:
    done = CliRunner().invoke(main, ["doctor"])
    assert done.exit_code == (0 if LINUX else 1)
    assert "lezen zonder netwerk" in done.stdout
