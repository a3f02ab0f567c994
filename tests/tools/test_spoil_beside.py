"""Files changed beside an open project: the tool that does it by the hundred, once for each file and way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import spoil_beside

# SQLite has this file mapped into memory: when it is cut the system ends the program, whatever it does.
_ENDS = ("P.kant-shm", "truncated")

KINDS = [
    (file, way)
    for file in spoil_beside.FILES
    for way in spoil_beside.WAYS
    if file != "backups" or way == "removed"
]


@pytest.mark.slow
@pytest.mark.parametrize(("file", "way"), KINDS)
def test_what_was_called_saved_is_there(file: str, way: str) -> None:
    faults = spoil_beside.one_round(7, file, way)
    assert [fault for fault in faults if (file, way) != _ENDS or "ended with" not in fault] == []


def test_a_lost_word_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spoil_beside, "text_in", lambda path: "")
    faults = spoil_beside.one_round(7, "backups", "removed")
    assert any("was called saved and is gone" in fault for fault in faults)


def test_a_damaged_project_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "P.kant").write_bytes(b"not a project" * 100)
    assert spoil_beside._checked(tmp_path / "P.kant") != []
