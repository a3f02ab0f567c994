"""Files that may be pages are asked about once for each import; the keyboard is enough to answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton, QWidget

from annotator.importers import FileGroup
from annotator.importers.grouping import BY_NAME, EACH
from annotator.ui.features.transfer.import_report import ImportReport
from annotator.ui.features.transfer.pages_dialog import PagesDialog
from tests.picture_making import saved, sheet
from tests.ui.features.transfer.test_imports import PATIENCE, press, when_asked
from tests.ui.shell.making import Bench


@pytest.fixture
def scans(tmp_path: Path) -> Path:
    folder = tmp_path / "scans"
    folder.mkdir()
    for number in (1, 2, 4):
        (folder / f"brief-012-{number}.png").write_bytes(saved(sheet((100, 200)), "PNG"))
        (folder / f"brief-013-{number}.png").write_bytes(saved(sheet((110, 200)), "PNG"))
    for letter in (12, 13):  # each picture another one
        for number in (1, 2, 4):
            path = folder / f"brief-0{letter}-{number}.png"
            path.write_bytes(saved(sheet((100 + 10 * number + letter, 200)), "PNG"))
    return folder


def answered(bench: Bench, keys: list[Qt.Key]) -> list[QWidget]:
    """Answer the question by these keys, and close the report."""
    heard: list[QWidget] = []

    def answer(dialog: QWidget) -> None:
        for key in keys:
            bench.qtbot.keyClick(QApplication.focusWidget() or dialog, key)
        when_asked(ImportReport, lambda report: press(report, "Close"), reports)

    reports: list[QWidget] = []
    when_asked(PagesDialog, answer, heard)
    return heard


def letters(bench: Bench) -> list[tuple[str, int]]:
    return bench.rows("SELECT source_name, pages FROM letters WHERE id > 3 ORDER BY id")


def test_pages_of_a_name_are_a_letter_by_the_return_key(bench: Bench, scans: Path) -> None:
    heard = answered(bench, [Qt.Key.Key_Return])
    bench.window.composition.import_paths([scans])
    bench.qtbot.waitUntil(lambda: len(letters(bench)) == 2, timeout=PATIENCE)
    assert letters(bench) == [("brief-012.zip", 3), ("brief-013.zip", 3)]
    (dialog,) = heard
    shown = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "6 file(s) may be the pages of letters" in shown
    assert "brief-012: brief-012-1.png to brief-012-4.png" in shown


def test_each_file_is_a_letter_by_the_arrow_key(bench: Bench, scans: Path) -> None:
    answered(bench, [Qt.Key.Key_Down, Qt.Key.Key_Return])
    bench.window.composition.import_paths([scans])
    bench.qtbot.waitUntil(lambda: len(letters(bench)) == 6, timeout=PATIENCE)
    assert {pages for _, pages in letters(bench)} == {1}


def test_escape_imports_nothing(bench: Bench, scans: Path) -> None:
    heard: list[QWidget] = []
    when_asked(PagesDialog, lambda dialog: bench.qtbot.keyClick(dialog, Qt.Key.Key_Escape), heard)
    bench.window.composition.import_paths([scans])
    bench.qtbot.waitUntil(lambda: bool(heard), timeout=PATIENCE)
    (scans / "brief.txt").write_text("Een tekst.\n", encoding="utf-8")
    bench.window.composition.import_paths([scans / "brief.txt"])
    bench.qtbot.waitUntil(lambda: bool(letters(bench)), timeout=PATIENCE)
    assert letters(bench) == [("brief.txt", 1)]


def test_files_without_numbers_are_not_asked_about(bench: Bench, scans: Path) -> None:
    for path in scans.glob("*.png"):
        path.rename(scans / f"{path.stem}-los.png")
    when_asked(ImportReport, lambda report: press(report, "Close"), [])
    bench.window.composition.import_paths([scans])
    bench.qtbot.waitUntil(lambda: len(letters(bench)) == 6, timeout=PATIENCE)


def test_letters_and_pages_of_the_answer(qtbot: object) -> None:
    files = tuple((f"b-{n}.png", Path(f"b-{n}.png")) for n in (1, 2))
    dialog = PagesDialog([FileGroup(Path("<b>b"), "b.zip", files, is_numbered=True)])
    assert dialog.pages() == BY_NAME
    assert any(label.text() == "<b>b: b-1.png to b-2.png" for label in dialog.findChildren(QLabel))
    next(one for one in dialog.findChildren(QRadioButton) if not one.isChecked()).setChecked(True)
    assert dialog.pages() == EACH
    QTimer.singleShot(0, dialog.reject)
    assert dialog.exec() == 0
    assert [b.text() for b in dialog.findChildren(QPushButton)]
