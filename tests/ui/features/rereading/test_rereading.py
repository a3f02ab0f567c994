"""Reading a letter anew in the window: the preview by keys, the text, the suspects, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel

from annotator.session.transfer.rereading import Place, Preview
from annotator.storage.kept_readings import KeptReading
from annotator.ui.features.rereading.preview_dialog import PreviewDialog
from annotator.ui.features.rereading.readings_dialog import ReadingsDialog
from tests.pdf_making import lines_at, page, pdf_of
from tests.ui.looking import rows_of
from tests.ui.shell.making import FIRST, Bench

NEW = FIRST.replace("Belgié gesproken", "Belgie gesproken").replace("substantiélere", "substantiëlere")


def answer(bench: Bench, kind: type[QDialog], do: Callable[[QDialog], None]) -> None:
    """Do something in the dialog of a kind when it comes."""

    def there() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind) or not dialog.isActiveWindow():
            QTimer.singleShot(20, there)
            return
        do(dialog)

    QTimer.singleShot(0, there)


def shown(dialog: QDialog) -> list[str]:
    model = rows_of(dialog).model()
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def read(bench: Bench, path: Path, do: Callable[[QDialog], None]) -> None:
    answer(bench, PreviewDialog, do)
    bench.window.composition.workspace.rereading.read(path)


def press(*keys: str) -> Callable[[QDialog], None]:
    def do(dialog: QDialog) -> None:
        for key in keys:
            QTest.keySequence(rows_of(dialog), key)

    return do


@pytest.fixture
def better(bench: Bench, tmp_path: Path) -> Path:
    """A better reading of the letter, of which a word was corrected and the correction will be disputed."""
    session = bench.window.session
    from annotator.core import operations
    from annotator.core.history import Correction
    from annotator.core.messages import Message

    letter = session.letter
    assert letter is not None
    start = letter.text.index("Belgié")
    made = Correction(start, start + 6, "Belgié", "België")
    session.do(Message("Test", "do"), operations.correct(letter, (made,), session.stamp()))
    path = tmp_path / "better.txt"
    path.write_text(NEW, encoding="utf-8")
    return path


def test_the_preview_says_what_changes_and_enter_makes_it_one_change(bench: Bench, better: Path) -> None:
    before, seen = bench.text, list[str]()

    def do(dialog: QDialog) -> None:
        seen.extend(shown(dialog))
        press("Return")(dialog)

    read(bench, better, do)
    bench.qtbot.waitUntil(lambda: "substantiëlere" in bench.text)
    assert seen == ["yours “België”, read anew “Belgie”, before “Belgié”"]
    assert "met België gesproken" in bench.text
    suspecting = bench.window.composition.workspace.suspecting
    bench.qtbot.waitUntil(lambda: any(s.reason.code == "disputed" for s in suspecting.suspects))
    assert any("1 correction disputed" in said for said in bench.said)
    assert bench.rows("SELECT number FROM reading ORDER BY number") == [(1,), (2,)]
    bench.keys("Ctrl+Z")
    assert bench.text == before
    assert not any(s.reason.code == "disputed" for s in suspecting.suspects)
    bench.keys("Ctrl+Y")
    assert "substantiëlere" in bench.text


def test_enter_on_ones_own_reading_settles_what_is_disputed(bench: Bench, better: Path) -> None:
    read(bench, better, press("Return"))
    suspecting = bench.window.composition.workspace.suspecting
    bench.qtbot.waitUntil(lambda: any(s.reason.code == "disputed" for s in suspecting.suspects))
    bench.window.views.text.setFocus()
    bench.window.views.text.move_caret(0)
    bench.keys("F3")
    assert bench.field == "België"
    bench.keys("Return")
    bench.qtbot.waitUntil(lambda: suspecting.ready)
    assert not any(s.reason.code == "disputed" for s in suspecting.suspects)
    assert bench.rows("SELECT reading, verdict FROM verdict") == [("België", "here")]


def test_escape_leaves_all_as_it_is(bench: Bench, better: Path) -> None:
    before, state = bench.text, bench.window.session.states.now
    left: list[bool] = []

    def do(dialog: QDialog) -> None:
        dialog.finished.connect(lambda result: left.append(not result))
        press("Escape")(dialog)

    read(bench, better, do)
    bench.qtbot.waitUntil(lambda: left == [True])
    assert (bench.text, bench.window.session.states.now) == (before, state)
    assert bench.rows("SELECT count(*) FROM reading") == [(0,)]


def test_the_readings_are_listed_and_lead_back(bench: Bench, better: Path) -> None:
    before = bench.text
    read(bench, better, press("Return"))
    bench.qtbot.waitUntil(lambda: "substantiëlere" in bench.text)
    seen: list[str] = []

    def choose(dialog: QDialog) -> None:
        seen.extend(shown(dialog))
        answer(bench, PreviewDialog, press("Return"))
        press("Return", "Down", "Return")(dialog)  # the one in use is not gone back to

    answer(bench, ReadingsDialog, choose)
    bench.window.composition.workspace.rereading.show_readings()
    bench.qtbot.waitUntil(lambda: bench.text == before)
    assert [line.split(",")[0] for line in seen] == ["2 · better.txt", "1 · brief-1.txt"]
    assert "in use" in seen[0]


def test_what_cannot_be_read_is_said(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    dialogs = bench.window.composition.context.dialogs
    monkeypatch.setattr(dialogs, "tell", lambda message: told.append(str(message)))
    path = tmp_path / "same.txt"
    path.write_text(FIRST, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    bench.window.composition.workspace.rereading.ask_file()
    bench.qtbot.waitUntil(lambda: bool(told))
    assert "there is nothing to read anew" in told[0]
    bench.window.composition.workspace.rereading.read(tmp_path / "missing.txt")
    bench.qtbot.waitUntil(lambda: len(told) == 2)


def test_the_pages_are_those_of_the_new_file(bench: Bench, better: Path, tmp_path: Path) -> None:
    """A letter without pages gets those of a PDF, and loses them again by undo."""
    pane = bench.window.views.page_pane
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(pdf_of(page(lines_at(60, 700, FIRST))))
    assert not pane.has_pages
    read(bench, scan, press("Return"))
    bench.qtbot.waitUntil(lambda: pane.has_pages, timeout=20_000)
    bench.keys("Ctrl+Z")
    bench.qtbot.waitUntil(lambda: not pane.has_pages)


def test_another_letter_is_warned_of(qtbot: object) -> None:
    places = (Place(3, "a", "b\nc", ""),)
    dialog = PreviewDialog(Preview(2, 1, 0, 0, places, 2, 0.1, (1, 3)), "x.txt")
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("another letter" in text for text in texts)
    assert "1, then 3" in texts
    dialog.deleteLater()


def test_of_a_long_correction_the_new_reading_is_seen_beside_it(qtbot: object) -> None:
    place = Place(3, "a", "van het ministerie van Binnenlandse Zaken en Koninkrijksrelaties", "Zakcn")
    dialog = PreviewDialog(Preview(2, 1, 0, 0, (place,), 0, 0.9, (1, 1)), "x.txt")
    title = dialog.row_of(place).title
    assert title.endswith("⇄  Zakcn") and title.startswith("van het ministerie") and len(title) < 60
    dialog.deleteLater()


def test_a_project_for_reading_only_cannot_go_back(qtbot: object) -> None:
    kept = [KeptReading(n, "2026-03-02T09:00:00Z", "jan", "a.txt", "", 2, 99, n == 2) for n in (1, 2)]
    dialog = ReadingsDialog(kept, can_change=False)
    QTest.keySequence(rows_of(dialog), "Down")
    QTest.keySequence(rows_of(dialog), "Return")
    assert dialog.chosen == 0
    dialog.deleteLater()
