"""A scan that is imported in the window comes in with its text, unless the settings or the analyst say no."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from annotator.ui.features.transfer.import_report import ImportReport
from tests.recognition.drawing import drawn, needs_engine, pdf_of_pictures
from tests.ui.features.transfer.test_imports import PATIENCE, press, when_asked
from tests.ui.shell.making import Bench


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.pdf"
    path.write_bytes(
        pdf_of_pictures([drawn(("Geachte voorzitter,", "Hierbij het verslag."), size=(300, 120))])
    )
    return path


@needs_engine
def test_a_scan_has_its_text_and_the_page_says_where_from(bench: Bench, scan: Path) -> None:
    bench.window.composition.import_paths([scan])
    bench.qtbot.waitUntil(lambda: "1 letter imported." in bench.said, timeout=PATIENCE)
    bench.window.composition.open_letter(4)
    assert "Hierbij het verslag" in bench.text


@needs_engine
def test_who_wants_to_be_asked_is_asked(bench: Bench, scan: Path) -> None:
    bench.window.composition.context.settings.set("recognise", "ask")
    asked: list = []
    reported: list = []

    def leave(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        assert "Recognise the text" in box.text()
        next(b for b in box.findChildren(QPushButton) if "Leave" in b.text()).click()
        when_asked(ImportReport, lambda dialog: press(dialog, "Close"), reported)

    when_asked(QMessageBox, leave, asked)
    bench.window.composition.import_paths([scan])
    bench.qtbot.waitUntil(lambda: bool(reported), timeout=PATIENCE)
    bench.window.composition.open_letter(4)
    assert bench.text.strip() == ""


def test_files_without_pages_are_no_reason_to_ask(bench: Bench, tmp_path: Path) -> None:
    bench.window.composition.context.settings.set("recognise", "ask")
    (tmp_path / "brief.txt").write_text("Geachte voorzitter,\n", encoding="utf-8")
    bench.window.composition.import_paths([tmp_path / "brief.txt"])
    bench.qtbot.waitUntil(lambda: "1 letter imported." in bench.said, timeout=PATIENCE)
