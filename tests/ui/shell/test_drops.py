"""What is dropped on the window: it is copied, whatever its name."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from annotator.ui.features.transfer.import_report import ImportReport
from tests.ui.looking import lines_of
from tests.ui.shell.making import Bench

COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier  # Shift asks to move
PLACE = QPoint(200, 200)


def dragged(address: bytes) -> QMimeData:
    data = QMimeData()
    data.setData("text/uri-list", address + b"\r\n")
    return data


def drop(bench: Bench, data: QMimeData) -> QDropEvent:
    entered = QDragEnterEvent(PLACE, COPY | MOVE, data, LEFT, SHIFT)
    QApplication.sendEvent(bench.window, entered)
    assert (entered.isAccepted(), entered.dropAction()) == (True, COPY)
    event = QDropEvent(QPointF(PLACE), COPY | MOVE, data, LEFT, SHIFT)
    assert event.proposedAction() == MOVE
    QApplication.sendEvent(bench.window, event)
    return event


@pytest.mark.parametrize("name", ["nieuw.txt", "anders.kant"])
def test_a_drop_is_never_answered_with_moved(bench: Bench, tmp_path: Path, name: str) -> None:
    taken: list[Path] = []
    bench.window.composition.take_dropped = taken.extend  # type: ignore[method-assign,assignment]
    data = dragged(QUrl.fromLocalFile(str(tmp_path / name)).toEncoded().data())  # type: ignore[arg-type]
    dropped = drop(bench, data)
    assert (dropped.isAccepted(), dropped.dropAction()) == (True, COPY)
    assert taken == [tmp_path / name]


def said_in(report: ImportReport) -> str:
    return lines_of(report)


def test_an_address_on_the_network_is_not_taken(bench: Bench) -> None:
    data = dragged(b"https://example.org/brief.txt")  # the event does not keep it alive
    event = QDragEnterEvent(PLACE, COPY, data, LEFT, SHIFT)
    event.ignore()
    QApplication.sendEvent(bench.window, event)
    assert not event.isAccepted()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are text there")
def test_a_name_that_is_not_utf8_is_imported(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/verslag Belgi\xeb.txt"))
    path.write_text("Een nieuwe brief.\n", encoding="utf-8")
    reports: list[str] = []
    monkeypatch.setattr(ImportReport, "exec", lambda dialog: reports.append(said_in(dialog)))
    drop(bench, dragged(b"file://" + os.fsencode(tmp_path) + b"/verslag%20Belgi%EB.txt"))
    bench.qtbot.waitUntil(lambda: bool(bench.said or reports))
    assert (bench.said, reports) == (["1 letter imported."], [])
    assert bench.one("SELECT source_name FROM letters WHERE id = 4") == "verslag Belgi\ufffd.txt"
    drop(bench, dragged(b"file://" + os.fsencode(tmp_path) + b"/verslag%20Belgi%EB.txt"))
    bench.qtbot.waitUntil(lambda: bool(reports))
    assert "verslag Belgi\ufffd.txt" in reports[0]  # it was in the project already


@pytest.mark.parametrize("name", ["brief.pages", "foto.jpg"])
def test_another_kind_of_file_is_named_in_the_report(
    bench: Bench, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / name).write_bytes(b"\x00\x01\x02\xff" * 50)
    reports: list[str] = []
    monkeypatch.setattr(ImportReport, "exec", lambda dialog: reports.append(said_in(dialog)))
    drop(bench, dragged(os.fsencode(tmp_path.as_uri()) + b"/" + name.encode()))
    bench.qtbot.waitUntil(lambda: bool(reports))
    assert name in reports[0]
