"""Files changed beside an open project: the tool that does it by the hundred, once for each file and way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import spoil_beside

_OPEN = {
    ("P.kant", "truncated"): "a project that was emptied is not noticed while its log is there",
    ("P.kant-shm", "truncated"): "SQLite has this file mapped into memory: the system ends the program",
}


def _marks(file: str, way: str) -> list[pytest.MarkDecorator]:
    reason = _OPEN.get((file, way))
    return [pytest.mark.xfail(reason=reason, strict=False)] if reason else []


KINDS = [
    pytest.param(file, way, marks=_marks(file, way))
    for file in spoil_beside.FILES
    for way in spoil_beside.WAYS
    if file != "backups" or way == "removed"
]


@pytest.mark.slow
@pytest.mark.parametrize(("file", "way"), KINDS)
def test_what_was_called_saved_is_there(file: str, way: str) -> None:
    assert spoil_beside.one_round(7, file, way) == []


def test_a_lost_word_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spoil_beside, "text_in", lambda path: "")
    faults = spoil_beside.one_round(7, "backups", "removed")
    assert any("was called saved and is gone" in fault for fault in faults)


def test_a_damaged_project_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "P.kant").write_bytes(b"not a project" * 100)
    assert spoil_beside._checked(tmp_path / "P.kant") != []
