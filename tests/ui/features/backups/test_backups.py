"""Backups by the window: made by themselves, said when they fail, restored with what that does."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from annotator.storage.backup_names import copies_beside, folder_of
from annotator.storage.backups.folder import list_backups
from annotator.storage.store import Store
from annotator.ui.features.backups.restore_dialog import RestoreDialog
from annotator.ui.widgets.elided_label import ElidedLabel
from tests.ui.looking import button_of, label_of, rows_of
from tests.ui.shell.making import Bench, nothing_runs, settle
from tests.ui.window_fixtures import OpenBench


@pytest.fixture
def bench(open_bench: OpenBench) -> Iterator[Bench]:
    made = open_bench()
    made.window.settings.set("backup_automatic", True)
    made.window.composition.workspace.backups.watch()
    yield made
    made.window.settings.set("backup_automatic", False)
    last_backups_done()


def last_backups_done() -> None:
    for thread in threading.enumerate():
        if thread.name == "last backup":
            thread.join()


def backed_up(qtbot: QtBot, bench: Bench, count: int = 1) -> None:
    bench.window.session.store.flush()
    bench.window.composition.workspace.backups.look(timedelta(0))
    qtbot.waitUntil(nothing_runs)
    assert len(list_backups(folder_of(bench.path))) == count


def last_backup(bench: Bench) -> ElidedLabel:
    """Return what the bottom line says of the last backup."""
    return label_of(bench.window.views.strip, "backup")


def dialog(qtbot: QtBot) -> RestoreDialog:
    """Return the dialog once it has compared the chosen backup."""
    found: list[RestoreDialog] = []

    def ready() -> bool:
        active = QApplication.activeModalWidget()
        if isinstance(active, RestoreDialog) and button_of(active, "Restore").isEnabled():
            found.append(active)
        return bool(found)

    qtbot.waitUntil(ready)
    return found[0]


def in_dialog(bench: Bench, qtbot: QtBot, *keys: Qt.Key) -> list[str]:
    """Open the dialog from the menu, press keys in it, and return what it said of the chosen backup."""
    from PySide6.QtCore import QTimer

    said: list[str] = []

    def act() -> None:
        shown = dialog(qtbot)
        said.append(shown.findChild(QLabel, "effect").text())
        for key in keys:
            qtbot.keyClick(rows_of(shown), key)

    QTimer.singleShot(0, act)
    bench.window.composition.actions["restore"].trigger()
    return said


def test_a_backup_is_made_and_told(qtbot: QtBot, bench: Bench) -> None:
    backed_up(qtbot, bench)
    [made] = list_backups(folder_of(bench.path))
    assert last_backup(bench).text() == f"backup {made.moment:%H:%M}"
    assert (made.letters, made.analyst) == (3, "jan")


def test_none_is_made_within_the_hour(qtbot: QtBot, bench: Bench) -> None:
    backed_up(qtbot, bench)
    bench.window.composition.apply_tag("organisation")
    bench.window.session.store.flush()
    bench.window.composition.workspace.backups.look()
    qtbot.waitUntil(nothing_runs)
    assert len(list_backups(folder_of(bench.path))) == 1


def test_none_is_made_where_the_setting_is_off(qtbot: QtBot, bench: Bench) -> None:
    bench.window.settings.set("backup_automatic", False)
    bench.window.composition.workspace.backups.look(timedelta(0))
    qtbot.waitUntil(nothing_runs)
    assert not folder_of(bench.path).exists()


def test_they_go_where_the_setting_says(qtbot: QtBot, bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "safe").mkdir()
    bench.window.composition.settings.change("backup_folder", str(tmp_path / "safe"))
    bench.window.composition.workspace.backups.look(timedelta(0))
    qtbot.waitUntil(nothing_runs)
    bench.window.composition.settings.change("backup_folder", "")
    assert len(list((tmp_path / "safe").rglob("*.kantbackup"))) == 1


def test_a_failure_is_said_once_and_stays_in_the_strip(qtbot: QtBot, bench: Bench) -> None:
    folder_of(bench.path).write_text("in the way")
    for _ in range(2):
        bench.window.composition.workspace.backups.look(timedelta(0))
        qtbot.waitUntil(nothing_runs)
    told = [said for said in bench.said if "backups cannot be made" in said]
    assert len(told) == 1
    assert last_backup(bench).text() == "⚠ no backup"
    assert "cannot be made" in last_backup(bench).toolTip()
    folder_of(bench.path).unlink()
    backed_up(qtbot, bench)
    assert "backup " in last_backup(bench).text()
    assert last_backup(bench).toolTip() == ""


def test_closing_makes_a_last_one_and_does_not_wait_for_it(qtbot: QtBot, bench: Bench) -> None:
    bench.window.close()
    assert bench.window.session is None
    last_backups_done()
    assert len(list_backups(folder_of(bench.path))) == 1
    with Store.open(bench.path) as store:
        assert not store.was_unclean


def test_restoring_tells_first_what_it_does(qtbot: QtBot, bench: Bench) -> None:
    backed_up(qtbot, bench)
    store = bench.window.session.store
    store.remove_letters([3])
    store.flush()
    [said] = in_dialog(bench, qtbot, Qt.Key.Key_Escape)
    assert "1 letter(s) come back: Een derde brief" in said
    assert store.reader.letters_count() == 2


def test_a_backup_is_restored_by_keys(qtbot: QtBot, bench: Bench) -> None:
    backed_up(qtbot, bench)
    old = bench.window.session
    old.store.remove_letters([3])
    old.store.flush()
    in_dialog(bench, qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench.window.session is not None and bench.window.session is not old)
    settle()
    assert bench.window.session.store.reader.letters_count() == 3
    assert not bench.window.session.read_only
    [kept] = copies_beside(bench.path)
    assert kept.name in bench.said[-1]
    with Store.open(kept, read_only=True) as store:
        assert store.reader.letters_count() == 2


def test_a_reader_restores_nothing(
    qtbot: QtBot, bench: Bench, open_bench: OpenBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    backed_up(qtbot, bench)
    second = open_bench(bench.path)
    told: list[str] = []
    monkeypatch.setattr(
        second.window.composition.context.dialogs, "tell", lambda message: told.append(str(message))
    )
    second.window.composition.actions["restore"].trigger()
    assert "open for reading only" in told[0]
