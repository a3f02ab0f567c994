"""Importing from the window: a report that can be copied and saved, passwords, folders."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget

from annotator.ui.features.duplicates.dialog import DuplicatesDialog
from annotator.ui.features.transfer.import_report import ImportReport
from annotator.ui.widgets.password_dialog import PasswordDialog
from tests.pdf_making import at, page, pdf_of
from tests.qda_making import COKE, described, packed, selection, source
from tests.ui.looking import lines_of, rows_of
from tests.ui.shell.making import Bench

PATIENCE = 60_000  # milliseconds: a worker process or two start on a busy machine


_asked: list[list[QWidget]] = []


def when_asked(kind: type[QWidget], act: Callable[[QWidget], None], heard: list[QWidget]) -> None:
    """Act on the dialog of this kind as soon as it is there; who asked before waits no longer."""
    _asked[:] = [heard]

    def look() -> None:
        if _asked[0] is not heard:
            return
        # Not the active one: on a busy machine the progress dialog may not have gone yet.
        there = QApplication.topLevelWidgets()
        found = next((w for w in there if isinstance(w, kind) and w.isVisible()), None)
        if found is not None and not found.isActiveWindow():
            found.activateWindow()  # keys would still go to the window below it
            found = None
        if found is not None:
            act(found)
            heard.append(found)
        else:
            QTimer.singleShot(20, look)

    look()


def press(dialog: QWidget, text: str) -> None:
    next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == text).click()


def test_a_pdf_comes_onto_the_desk_with_its_furniture_greyed(bench: Bench, tmp_path: Path) -> None:
    text = page(at(72, 100, "Geachte voorzitter,"), at(460, 800, "Pagina 1 van 1"))
    (tmp_path / "brief.pdf").write_bytes(pdf_of(text))
    bench.window.composition.import_paths([tmp_path / "brief.pdf"])
    bench.qtbot.waitUntil(lambda: "1 letter imported." in bench.said, timeout=PATIENCE)
    bench.window.composition.open_letter(4)
    assert bench.text.startswith("Geachte voorzitter")
    assert "Page furniture" in bench.window.views.text.describe(bench.text.index("Pagina"))
    assert "Page furniture" not in bench.window.views.text.describe(0)


def test_a_page_says_what_import_noticed(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").write_bytes(pdf_of(page(), page(at(72, 100, "Pagina twee"))))
    when_asked(ImportReport, lambda dialog: press(dialog, "Close"), [])
    bench.window.composition.import_paths([tmp_path / "brief.pdf"])
    bench.qtbot.waitUntil(lambda: bench.one("SELECT count(*) FROM letters") == 4, timeout=PATIENCE)
    bench.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=PATIENCE)
    bench.window.composition.open_letter(4)
    assert bench.text == "\nPagina twee\n"
    assert "No text was found" in bench.window.views.text.describe(0)
    assert "No text was found" not in bench.window.views.text.describe(3)


def test_what_failed_is_in_a_report_that_can_be_copied_and_saved(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stuk.pdf").write_bytes(b"%PDF-1.4\nniets")
    saved = tmp_path / "verslag.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    heard: list[QWidget] = []

    def act(dialog: QWidget) -> None:
        assert "stuk.pdf is damaged" in lines_of(dialog)
        press(dialog, "Copy")
        press(dialog, "Save as text…")
        press(dialog, "Close")

    when_asked(ImportReport, act, heard)
    bench.window.composition.import_paths([tmp_path / "stuk.pdf"])
    bench.qtbot.waitUntil(lambda: bool(heard), timeout=PATIENCE)
    assert "stuk.pdf is damaged" in QGuiApplication.clipboard().text()
    assert "stuk.pdf is damaged" in saved.read_text(encoding="utf-8")


def test_a_password_is_asked_for_and_tried_on_all_locked_files(bench: Bench, tmp_path: Path) -> None:
    for name in ("een", "twee"):
        (tmp_path / f"{name}.pdf").write_bytes(pdf_of(page(at(72, 100, f"Brief {name}")), user="sesam"))
    heard: list[QWidget] = []

    def act(dialog: QWidget) -> None:
        (field,) = dialog.findChildren(QLineEdit)
        bench.qtbot.keyClicks(field, "sesam")
        bench.qtbot.keyClick(field, Qt.Key.Key_Return)

    when_asked(PasswordDialog, act, heard)
    bench.window.composition.import_paths([tmp_path / "een.pdf", tmp_path / "twee.pdf"])
    bench.qtbot.waitUntil(lambda: "2 letters imported." in bench.said, timeout=2 * PATIENCE)
    assert len(heard) == 1


def test_a_folder_is_imported_with_the_folders_in_it(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "map" / "diep").mkdir(parents=True)
    (tmp_path / "map" / "diep" / "brief.txt").write_text("Uit een map.\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "map"))
    bench.keys("Ctrl+Alt+I")
    bench.qtbot.waitUntil(lambda: "1 letter imported." in bench.said, timeout=PATIENCE)
    assert bench.one("SELECT text FROM letters WHERE id = 4") == "Uit een map.\n"


def test_a_report_names_what_was_left_alone_in_a_folder(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "brief.txt").write_text("Uit een map.\n", encoding="utf-8")
    for name in ("brief.pages", "brief.rtf"):
        (tmp_path / "map" / name).write_bytes(b"PK")
    (tmp_path / "map" / "elders").symlink_to(tmp_path)
    said: list[str] = []

    def act(dialog: QWidget) -> None:
        said.append(lines_of(dialog))
        press(dialog, "Close")

    when_asked(ImportReport, act, [])
    bench.window.composition.import_paths([tmp_path / "map"])
    bench.qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE)
    assert "2 file(s) of other kinds were left alone:\nbrief.pages\nbrief.rtf" in said[0]
    assert f"1 link(s) out of the folder were not followed:\n{tmp_path / 'map' / 'elders'}" in said[0]


def test_a_project_of_another_program_comes_in_and_what_was_left_is_reported(
    bench: Bench, tmp_path: Path
) -> None:
    text = source(selection(13, 17, COKE), selection(0, 5_000, COKE))
    (tmp_path / "theirs.qdpx").write_bytes(packed(described(text), {"one.txt": "Mabel drinks Coke.\n"}))
    heard: list[QWidget] = []

    def act(dialog: QWidget) -> None:
        assert "outside its text" in lines_of(dialog)
        press(dialog, "Close")

    when_asked(ImportReport, act, heard)
    bench.window.composition.import_paths([tmp_path / "theirs.qdpx"])
    bench.qtbot.waitUntil(lambda: bool(heard), timeout=PATIENCE)
    bench.qtbot.waitUntil(lambda: bench.one("SELECT count(*) FROM passage WHERE tag = 'coke'") == 1)
    bench.window.composition.open_letter(4)
    assert bench.text == "Mabel drinks Coke.\n"


def test_a_broken_project_is_told_and_letters_beside_it_come_in(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "theirs.qdpx").write_bytes(b"PK\x03\x04 no")
    (tmp_path / "brief.txt").write_text("Geachte voorzitter,\n", encoding="utf-8")
    told: list[str] = []
    monkeypatch.setattr(
        bench.window.composition.context.dialogs, "tell", lambda message, *_: told.append(str(message))
    )
    bench.window.composition.import_paths([tmp_path / "theirs.qdpx", tmp_path / "brief.txt"])
    bench.qtbot.waitUntil(lambda: "1 letter imported." in bench.said, timeout=PATIENCE)
    bench.qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert "damaged" in told[0]


def test_a_text_and_a_pdf_of_one_letter_are_said_to_have_come_in_twice(bench: Bench, tmp_path: Path) -> None:
    words = [f"De Minister antwoordt op vraag {n} over de missie in land {n * 7}." for n in range(12)]
    lines = [at(72, 80 + 20 * n, line) for n, line in enumerate(words)]
    (tmp_path / "antwoord.pdf").write_bytes(pdf_of(page(*lines)))
    (tmp_path / "antwoord.txt").write_text("\n".join(words), encoding="utf-8")
    said: list[str] = []
    shown: list[str] = []

    def see(dialog: QWidget) -> None:
        shown.append(lines_of(dialog))
        dialog.close()

    def act(dialog: QWidget) -> None:
        said.append(lines_of(dialog))
        when_asked(DuplicatesDialog, see, [])
        press(dialog, "See the duplicates…")

    when_asked(ImportReport, act, [])
    bench.window.composition.import_paths([tmp_path / "antwoord.pdf", tmp_path / "antwoord.txt"])
    bench.qtbot.waitUntil(lambda: bool(shown), timeout=PATIENCE)
    assert "1 letter(s) may have come in twice:" in said[0]
    assert "antwoord.txt is like antwoord.pdf (100 %)" in said[0]
    assert "antwoord.pdf" in shown[0] and "antwoord.txt" in shown[0]


def test_a_row_of_the_report_opens_its_letter_by_enter(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "nieuw.txt").write_text("Een nieuwe brief.\n", encoding="utf-8")
    heard: list[QWidget] = []
    bench.window.composition.import_paths([tmp_path / "nieuw.txt"])
    bench.qtbot.waitUntil(lambda: "1 letter imported." in bench.said, timeout=PATIENCE)
    when_asked(ImportReport, lambda _: bench.keys("Return"), heard)
    bench.window.composition.import_paths([tmp_path / "nieuw.txt"])  # it is in the project by now
    bench.qtbot.waitUntil(lambda: bench.text == "Een nieuwe brief.\n", timeout=PATIENCE)
    assert heard and not heard[0].isVisible()


def test_a_row_of_a_file_that_failed_shows_it_in_its_folder(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stuk.pdf").write_bytes(b"%PDF-1.4\nniets")
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()))

    def act(dialog: QWidget) -> None:
        rows = rows_of(dialog)
        place = rows.visualRect(rows.model().index(1, 0)).center()
        bench.qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
        press(dialog, "Close")

    when_asked(ImportReport, act, [])
    bench.window.composition.import_paths([tmp_path / "stuk.pdf"])
    bench.qtbot.waitUntil(lambda: bool(asked), timeout=PATIENCE)
    assert asked == [str(tmp_path)]
