"""The screen changes its language while the program runs: same project, same letter, same place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.app import Shown, install_translators
from annotator.ui.settings import Settings
from annotator.ui.shell.main_window import MainWindow
from annotator.ui.theme.keeper import ThemeKeeper
from tests.ui.shell.making import FIRST, SECOND, Here, make_project, rows, settle


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Shown]:
    locale = QLocale()
    translators = install_translators(qapp, "en")
    themes = ThemeKeeper(qapp, "light")
    window = MainWindow(Settings(tmp_path / "settings"), themes, Here(), "en")
    made = Shown(qapp, window, translators)
    window.composition.context.analyst = "jan"
    window.composition.opening.open_path(make_project(tmp_path, (FIRST, SECOND)))
    window.show()
    settle()
    yield made
    made.window.close()
    made.window.deleteLater()
    for translator in made.translators:
        qapp.removeTranslator(translator)
    themes.deleteLater()
    QLocale.setDefault(locale)
    settle()


def test_the_window_speaks_dutch_at_the_same_place(shown: Shown) -> None:
    old = shown.window
    old.composition.open_letter(2)
    old.views.text.move_caret(14)
    shown.change_language("nl")
    settle()
    window = shown.window
    assert window is not old and window.isVisible()
    assert window.menuBar().actions()[0].text() == "&Bestand"
    assert (window.session.letter_id, window.composition.workspace.caret()) == (2, 14)


def test_what_was_typed_last_is_in_the_file(shown: Shown, qtbot: QtBot, tmp_path: Path) -> None:
    shown.window.composition.workspace.navigation.set_editing(True)
    shown.window.views.text.move_caret(0)
    qtbot.keyClick(shown.window.views.text, "Z")
    shown.change_language("nl")
    shown.window.session.store.flush()
    assert rows(tmp_path / "P.kant", "SELECT substr(text, 1, 3) FROM letters WHERE id = 1") == [("ZDe",)]


def test_the_same_language_changes_nothing(shown: Shown) -> None:
    old = shown.window
    shown.change_language("en")
    assert shown.window is old


def test_without_a_project_the_welcome_page_is_back(shown: Shown) -> None:
    shown.window.composition.opening.close_session()
    shown.window.composition.opening.show_welcome()
    shown.change_language("nl")
    settle()
    assert shown.window.session is None
    assert shown.window.menuBar().actions()[0].text() == "&Bestand"
