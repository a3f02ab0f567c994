"""Misuses of the command line by the hundred, and that the attack would notice what goes wrong."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tools import misuse_cli
from tools.misuse_cli import Ended
from tools.misuses import Misuse, misuses

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="devices and limits of Linux")
ROUNDS = 40 if os.environ.get("KANTTEKENING_TEST_PROFILE") == "full" else 12


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_no_misuse_ends_in_disorder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(misuse_cli, "MOST_SECONDS", 120.0)  # on a machine that is busy with other tests
    assert misuse_cli.attack(2026, ROUNDS) == []


def test_the_same_seed_misuses_in_the_same_ways() -> None:
    assert list(misuses(1, 50)) == list(misuses(1, 50)) != list(misuses(2, 50))


@pytest.mark.parametrize(
    ("code", "said", "fault"),
    [
        (None, "", "hung"),
        (-11, "", "exit code -11"),
        (1, 'Traceback:\n  File "main.py"', "traceback"),
        (1, "", "failed without a word"),
        (1, "kanttekening: a\nkanttekening: b", "more than one line"),
        (1, "kanttekening: \x1b[31m", "steers the terminal"),
        (0, "QObject: no such slot", "a line that is not the program's"),
    ],
)
def test_what_goes_wrong_is_noticed(tmp_path: Path, code: int | None, said: str, fault: str) -> None:
    found = misuse_cli.faults(Misuse((b"export", b"P.kant")), Ended(code, said, 0.1), tmp_path)
    assert any(each.startswith(fault) for each in found)


def test_what_is_half_made_is_noticed(tmp_path: Path) -> None:
    (tmp_path / ".kanttekening-1-2-x-1.part").write_bytes(b"x")
    (tmp_path / "half.png").write_bytes(b"\x89PNG")
    (tmp_path / "N.kant").write_bytes(b"SQLite")
    (tmp_path / "nothing.txt").touch()
    found = misuse_cli.faults(Misuse((b"new",)), Ended(0, "", 0.1), tmp_path)
    assert len(found) == 4
