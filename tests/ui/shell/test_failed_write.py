"""A write that fails by a fault of ours, in the window: nothing more is taken, and the way on is shown."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from annotator.storage.check import check
from tests.ui.shell.making import Bench, settle


class _BreaksError(Exception):
    """A fault of ours."""


@pytest.fixture
def spoilt(bench: Bench, monkeypatch: pytest.MonkeyPatch, qtbot: Any) -> Bench:
    """Return a window whose last write has failed."""

    def broken(*_: object) -> None:
        raise _BreaksError

    bench.select("Irak")
    bench.keys("L")
    bench.saved()
    monkeypatch.setattr("annotator.storage.changes.save_change", broken)
    with qtbot.captureExceptions() as caught:
        bench.select("Belgié")
        bench.keys("L")
        bench.qtbot.waitUntil(bench.window.views.trouble.isVisible)
    monkeypatch.undo()
    assert caught
    return bench


def test_keys_are_refused_and_the_desk_shows_the_letter(spoilt: Bench) -> None:
    before = spoilt.text
    spoilt.keys("F2")
    assert not spoilt.window.views.text.editing
    assert "read anew" in spoilt.said[-1]
    spoilt.window.views.text.set_editing(True)
    spoilt.caret("De Minister")
    spoilt.type("xyz")
    spoilt.qtbot.waitUntil(lambda: spoilt.text == before)
    assert "read anew" in spoilt.said[-1]


def test_the_project_is_read_anew_at_the_same_place_with_all_that_was_saved(spoilt: Bench) -> None:
    spoilt.select("Lastenverdeling")
    button = next(b for b in spoilt.window.views.trouble.findChildren(QPushButton) if "anew" in b.text())
    old = spoilt.window.session
    spoilt.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert spoilt.window.session is not old
    assert not spoilt.window.views.trouble.isVisible()
    assert spoilt.passages() == [("country", "Irak")]
    assert spoilt.window.session.letter_id == 1
    spoilt.suspects_ready()
    spoilt.select("Belgié")
    spoilt.keys("L")
    assert sorted(quote for _, quote in spoilt.passages()) == ["Belgié", "Irak"]
    assert check(spoilt.path) == []
