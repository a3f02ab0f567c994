"""Renaming, removing, and giving several letters a status, by real keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QInputDialog, QWidget

from annotator.core.messages import Message
from annotator.core.user_errors import UserError
from annotator.ui.features.letters.removal_dialog import RemovalDialog
from tests.ui.shell.making import Bench, OpenBench, settle


def in_list(bench: Bench, *keys: str) -> None:
    """Give the list the keys and press some."""
    bench.window.views.letters.setFocus()
    settle()
    bench.keys(*keys)


def asked(bench: Bench, do: Callable[[QWidget], None], *keys: str) -> None:
    """Press keys in the list, the last of which opens a dialog, and do something in that."""

    def there() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        bench.qtbot.waitUntil(dialog.isActiveWindow)
        do(dialog)

    in_list(bench, *keys[:-1])
    QTimer.singleShot(0, there)
    bench.keys(keys[-1])


def press(label: str) -> Callable[[QWidget], None]:
    def pressed(dialog: QWidget) -> None:
        assert isinstance(dialog, RemovalDialog)
        button = next(b for b in dialog.findChildren(QWidget) if _text(b) == label)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return pressed


def _text(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return str(text()).replace("&", "") if callable(text) else ""


def ids(bench: Bench) -> list[int]:
    return [row[0] for row in bench.rows("SELECT id FROM letters ORDER BY id")]


def gone(bench: Bench, *removed: int) -> None:
    """Wait until letters are out of the file and the list."""
    bench.qtbot.waitUntil(lambda: not set(removed) & set(ids(bench)))
    bench.qtbot.waitUntil(lambda: "removed" in " ".join(bench.said))


# ------------------------------------------------------------------ titles


def test_f2_in_the_list_renames(bench: Bench) -> None:
    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, QInputDialog)
        dialog.setTextValue("  Een\tandere  titel ")
        dialog.accept()

    asked(bench, answer, "Down", "F2")
    assert bench.one("SELECT title FROM letters WHERE id = 2") == "Een andere titel"
    bench.keys("Ctrl+Z", "Ctrl+Z")
    assert bench.one("SELECT title FROM letters WHERE id = 2").startswith("Een tweede")


@pytest.mark.parametrize("title", ["", "   "])
def test_no_title_is_no_change(bench: Bench, title: str) -> None:
    before = bench.one("SELECT title FROM letters WHERE id = 1")

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, QInputDialog)
        dialog.setTextValue(title)
        dialog.accept()

    asked(bench, answer, "F2")
    assert bench.one("SELECT title FROM letters WHERE id = 1") == before


# ------------------------------------------------------------------ statuses


def test_several_letters_get_a_status_as_one_change(bench: Bench) -> None:
    in_list(bench, "Shift+Down", "Ctrl+3")
    assert bench.rows("SELECT status FROM letters ORDER BY id") == [("done",), ("done",), ("todo",)]
    bench.keys("Ctrl+Z", "Ctrl+Z")
    assert bench.rows("SELECT DISTINCT status FROM letters") == [("todo",)]


def test_on_the_desk_a_status_is_for_its_letter_alone(bench: Bench) -> None:
    in_list(bench, "Shift+Down", "Shift+Down")
    bench.window.views.text.setFocus()
    bench.keys("Ctrl+3")
    assert bench.rows("SELECT id FROM letters WHERE status = 'done'") == [(1,)]


def test_choosing_does_not_open(bench: Bench) -> None:
    in_list(bench, "Shift+Down")
    assert bench.window.session.letter_id == 1
    assert bench.window.views.letters.chosen() == [1, 2]


def test_shift_end_chooses_all_and_esc_lets_go(bench: Bench) -> None:
    in_list(bench, "Shift+End")
    assert bench.window.views.letters.chosen() == [1, 2, 3]
    bench.keys("Escape")
    assert len(bench.window.views.letters.chosen()) == 1


# ------------------------------------------------------------------ removal


def test_delete_asks_and_the_default_keeps(bench: Bench) -> None:
    asked(bench, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return), "Delete")
    assert ids(bench) == [1, 2, 3]


def test_removes_the_letter_on_the_desk_and_shows_the_next(bench: Bench) -> None:
    bench.select("Irak")
    bench.keys("L")
    bench.saved()
    asked(bench, press("Remove"), "Delete")
    gone(bench, 1)
    assert bench.window.session.letter_id == 2
    assert bench.passages() == []
    assert bench.rows("SELECT id FROM changes") == []


def test_removes_several(bench: Bench) -> None:
    bench.window.composition.open_letter(2)
    asked(bench, press("Remove"), "Shift+Down", "Delete")
    gone(bench, 2, 3)
    assert bench.window.session.letter_id == 1


def test_the_last_letter_leaves_an_empty_project(open_bench: OpenBench) -> None:
    bench = open_bench(letters=("Een.\n",))
    asked(bench, press("Remove"), "Delete")
    gone(bench, 1)
    assert bench.window.session.letter_id is None
    assert bench.text == ""


def test_what_goes_with_a_letter_is_said(bench: Bench) -> None:
    bench.select("Irak")
    bench.keys("L")
    bench.saved()
    said: list[str] = []

    def read(dialog: QWidget) -> None:
        said.extend(_text(label) for label in dialog.findChildren(QWidget))
        assert not next(iter(dialog.findChildren(QCheckBox))).isChecked()
        dialog.close()

    asked(bench, read, "Delete")
    assert "With them go: 1 passage(s)." in said


def test_nothing_of_a_removed_letter_is_undone_into_the_file(bench: Bench) -> None:
    bench.select("Irak")
    bench.keys("L")
    bench.saved()
    asked(bench, press("Remove"), "Delete")
    gone(bench, 1)
    bench.keys("Ctrl+Z", "Ctrl+Z")
    assert ids(bench) == [2, 3]


def test_read_only_refuses(open_bench: OpenBench) -> None:
    bench = open_bench(read_only=True)
    in_list(bench, "Delete")
    assert ids(bench) == [1, 2, 3] and bench.said


# ------------------------------------------------------------------ a removal that fails


def told(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect what the window tells of problems instead of showing a box."""
    heard: list[str] = []
    monkeypatch.setattr(
        bench.window.composition.context.dialogs, "tell", lambda message: heard.append(str(message))
    )
    return heard


def says_removed(bench: Bench) -> bool:
    return any("removed." in said for said in bench.said)


def test_a_removal_that_fails_does_not_say_removed_and_leaves_the_letter(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = told(bench, monkeypatch)

    def refuse(*_: object) -> object:
        raise UserError(Message("Test", "It cannot go."))

    monkeypatch.setattr("annotator.storage.letters.remove_letter", refuse)
    gone_ids: list[object] = []
    bench.window.composition.workspace.letter_actions.removed.connect(gone_ids.append)
    asked(bench, press("Remove"), "Delete")
    bench.qtbot.waitUntil(lambda: heard == ["It cannot go."])
    assert not says_removed(bench) and gone_ids == []
    assert (ids(bench), bench.window.session.letter_id) == ([1, 2, 3], 1)


def test_where_only_the_backups_fail_the_letter_is_gone_and_removed_is_not_said(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = told(bench, monkeypatch)

    def fail(*_: object) -> None:
        raise UserError(Message("Test", "A backup cannot be written."))

    monkeypatch.setattr("annotator.storage.backups.erasing.erase_everywhere", fail)

    def with_backups(dialog: QWidget) -> None:
        next(iter(dialog.findChildren(QCheckBox))).setChecked(True)
        press("Remove")(dialog)

    asked(bench, with_backups, "Delete")
    bench.qtbot.waitUntil(lambda: heard == ["A backup cannot be written."])
    assert not says_removed(bench)
    assert (ids(bench), bench.window.session.letter_id) == ([2, 3], 2)
    assert bench.window.views.letters.first_letter() == 2


def test_removed_is_said_when_the_log_is_empty_not_before(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = told(bench, monkeypatch)

    def fail(*_: object) -> None:
        raise UserError(Message("Test", "The log cannot be emptied."))

    monkeypatch.setattr("annotator.storage.removing._emptied", fail)
    asked(bench, press("Remove"), "Delete")
    bench.qtbot.waitUntil(lambda: heard == ["The log cannot be emptied."])
    assert not says_removed(bench) and ids(bench) == [2, 3]
