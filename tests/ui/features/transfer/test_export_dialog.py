"""The dialog of an export: what it offers, shows beforehand, remembers, and says of what is in the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from annotator import exporters
from annotator.core.messages import Message
from annotator.exporters import Choice, ExportContext, Exporter, ExportLetter, Omission, Piece
from annotator.ui.features.transfer.export_dialog import ExportDialog
from annotator.ui.features.transfer.export_page import ExportPage
from annotator.ui.features.transfer.export_wish import Asked, Scopes
from annotator.ui.features.transfer.format_list import FormatList
from tests.ui.looking import field_of, model_of, rows_of
from tests.ui.shell.making import FIRST, Bench, nothing_runs

KIND = Choice(
    "kind",
    Message("Export", "Kind"),
    (("bear", Message("Export", "Bears")), ("car", Message("Export", "Cars"))),
)


def toys(
    monkeypatch: pytest.MonkeyPatch, pieces: Callable[..., Iterator[Piece]] | None = None, **more: object
) -> None:
    """Add a format that writes the ids of letters and what was chosen."""

    def ids(letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
        for one in letters:
            yield Piece("", f"{one.id};{context.choice(KIND)};".encode())

    def left_out(one: ExportLetter, context: ExportContext) -> Iterator[Omission]:
        yield Omission(Message("Export", "wheels of {kind}", {"kind": context.choice(KIND)}), 2)

    toy = Exporter(
        "toy",
        Message("Export", "Toys"),
        pieces or ids,
        ".toy",
        purpose=Message("Export", "For children."),
        leaves_out=left_out,
        choices=(KIND,),
        **more,  # type: ignore[arg-type]
    )
    monkeypatch.setattr(exporters, "EXPORTERS", (*exporters.EXPORTERS, toy))


def asked(bench: Bench, *answers: Callable[[ExportDialog], bool | None]) -> None:
    """Open the dialog and give each answer in turn, again and again until it is not False; then close it."""
    left = list(answers)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ExportDialog):
            return
        if left and left[0](dialog) is not False:
            left.pop(0)
        if not left:
            timer.stop()
            if not dialog.is_writing:  # it closes by itself
                dialog.reject()

    timer = QTimer()
    timer.setInterval(10)
    timer.timeout.connect(answer)
    timer.start()
    bench.keys("Ctrl+Shift+S")
    timer.stop()
    assert not left


def words(dialog: ExportDialog) -> list[str]:
    return [str(label.text()) for label in dialog.page.findChildren(QWidget) if hasattr(label, "text")]


def preview(dialog: ExportDialog) -> str:
    [box] = dialog.page.findChildren(QPlainTextEdit)
    return box.toPlainText()


def place_of(dialog: ExportDialog) -> QLineEdit:
    field: QLineEdit = dialog.findChild(QLineEdit, "place")
    return field


def scope(dialog: ExportDialog) -> str:
    return dialog.asked.scope


def test_it_shows_what_is_written_and_what_is_left_out(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    toys(monkeypatch)
    asked(
        bench,
        lambda dialog: dialog.choose_format("toy"),
        lambda dialog: preview(dialog) == "1;bear;" and "2 × wheels of bear" in words(dialog),
        lambda dialog: dialog.page.findChildren(QComboBox)[-1].setCurrentIndex(1),
        lambda dialog: preview(dialog) == "1;car;" and "2 × wheels of car" in words(dialog),
    )


def test_the_preview_of_a_late_format_is_not_shown(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    going, let_go = Event(), Event()

    def late(letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
        going.set()
        let_go.wait(60)
        yield Piece("", b"late")

    toys(monkeypatch, late)

    def after_the_late_one(dialog: ExportDialog) -> bool:
        let_go.set()
        return nothing_runs()

    asked(
        bench,
        lambda dialog: dialog.choose_format("toy"),
        lambda dialog: going.is_set(),  # and the window goes on meanwhile
        lambda dialog: dialog.choose_format("txt"),
        lambda dialog: preview(dialog) == FIRST,
        after_the_late_one,
        lambda dialog: preview(dialog) == FIRST,
    )


def test_a_missing_package_is_said_and_nothing_is_written(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    toys(monkeypatch, needs="a_package_of_toys", extra="toys")

    def export(dialog: ExportDialog) -> QPushButton:
        return next(button for button in dialog.findChildren(QPushButton) if button.text() == "Export")

    asked(
        bench,
        lambda dialog: dialog.choose_format("toy"),
        lambda dialog: "a_package_of_toys" in dialog.problem and not export(dialog).isEnabled(),
        lambda dialog: dialog.choose_format("txt"),
        lambda dialog: not dialog.problem and export(dialog).isEnabled(),
    )


def test_what_was_asked_for_is_remembered(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    toys(monkeypatch)

    def fill(dialog: ExportDialog) -> None:
        dialog.choose_format("toy")
        dialog.page.findChildren(QComboBox)[-1].setCurrentIndex(1)
        dialog.choose_scope("all")
        dialog.page.proposals.setChecked(False)
        place_of(dialog).setText(str(tmp_path / "out" / "a.toy"))
        dialog.accept()

    asked_once: list[Asked] = []
    QTimer.singleShot(0, lambda: fill(dialog_now()))
    bench.keys("Ctrl+Shift+S")
    assert (tmp_path / "out" / "a.toy").read_bytes() == b"1;car;2;car;3;car;"
    asked(bench, lambda dialog: asked_once.append(dialog.asked))
    assert asked_once[0] == Asked("toy", "all", False, "kept", True, {"toy": {"kind": "car"}}, ())


def dialog_now() -> ExportDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    return dialog


def test_chosen_letters_and_those_of_the_filter_can_be_exported(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    toys(monkeypatch)
    letters = bench.window.views.letters
    rows_of(letters).selectAll()
    seen: list[str] = []
    asked(bench, lambda dialog: seen.append(scope(dialog)))
    rows_of(letters).clearSelection()
    field_of(letters).setText("brief-2")
    bench.qtbot.waitUntil(lambda: model_of(letters).rowCount() == 1)

    def look(dialog: ExportDialog) -> None:
        radios = dialog.page.findChildren(QRadioButton)
        seen.extend(f"{radio.text()} {radio.isEnabled()}" for radio in radios)

    asked(bench, look)
    numbers = [text.replace("&", "") for text in seen[1:]]
    assert seen[0] == "chosen"
    assert numbers[1:] == [
        "Chosen letters (0) False",
        "What the filter shows (1) True",
        "All letters (3) True",
    ]


def in_the_way(bench: Bench, out: Path, *answers: Callable[[ExportDialog], bool | None]) -> Path:
    """Export the open letter to a folder, spoil the file, export again and give answers; return the file."""

    def fill(dialog: ExportDialog) -> None:
        dialog.choose_format("txt")
        place_of(dialog).setText(str(out))
        dialog.accept()

    QTimer.singleShot(0, lambda: fill(dialog_now()))
    bench.keys("Ctrl+Shift+S")
    [file] = out.iterdir()
    file.write_text("another")
    asked(bench, fill, lambda dialog: file.name in dialog.problem, *answers)
    return file


def press(*keys: Qt.Key) -> bool:
    """Press keys where the focus is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or widget, key)
    return True


def test_a_file_in_the_way_is_said_and_can_be_replaced(bench: Bench, tmp_path: Path) -> None:
    def replaced(dialog: ExportDialog) -> bool:
        button = next(one for one in dialog.findChildren(QPushButton) if one.text() == "&Replace")
        assert button.isVisible()
        button.setFocus()
        return press(Qt.Key.Key_Space)

    assert in_the_way(bench, tmp_path / "uit", replaced).read_text(encoding="utf-8") == FIRST


def test_another_name_can_be_taken_by_keys_alone(bench: Bench, tmp_path: Path) -> None:
    def another(dialog: ExportDialog) -> bool:
        press(Qt.Key.Key_Space)  # the button has the keys
        assert place_of(dialog).text() == str(tmp_path / "uit (2)")
        return press(Qt.Key.Key_Return)

    file = in_the_way(bench, tmp_path / "uit", another)
    assert file.read_text() == "another"
    [other] = (tmp_path / "uit (2)").iterdir()
    assert (other.name, other.read_text(encoding="utf-8")) == (file.name, FIRST)


def test_a_file_in_the_way_stays_where_the_dialog_is_left(bench: Bench, tmp_path: Path) -> None:
    assert in_the_way(bench, tmp_path / "uit").read_text() == "another"


def test_consent_to_replace_is_for_one_export(bench: Bench, tmp_path: Path) -> None:
    def replaced(dialog: ExportDialog) -> None:
        next(one for one in dialog.findChildren(QPushButton) if one.text() == "&Replace").click()

    file = in_the_way(bench, tmp_path / "uit", replaced)
    file.write_text("another again")
    asked(bench, lambda dialog: dialog.accept(), lambda dialog: file.name in dialog.problem)
    assert file.read_text() == "another again"


def test_several_formats_are_written_at_once(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    toys(monkeypatch)

    def fill(dialog: ExportDialog) -> None:
        dialog.choose_format("toy")
        place_of(dialog).setText(str(tmp_path / "uit" / "brieven.toy"))
        formats = dialog.findChild(FormatList)
        QTest.keyClick(formats, Qt.Key.Key_Space)  # ticks the one that is shown
        dialog.choose_format("txt")
        QTest.keyClick(formats, Qt.Key.Key_Space)
        assert place_of(dialog).text() == str(tmp_path / "uit")
        assert any("(2)" in button.text() for button in dialog.findChildren(QPushButton))
        dialog.accept()

    asked(bench, lambda dialog: dialog.findChild(FormatList).hasFocus(), fill)
    files = sorted(str(path.relative_to(tmp_path / "uit")) for path in (tmp_path / "uit").rglob("*.*"))
    assert [name.split("-")[0] for name in files] == ["brieven.toy", "txt/0001"]
    ticked: list[tuple[str, ...]] = []
    asked(bench, lambda dialog: ticked.append(dialog.asked.formats))
    assert set(ticked[0]) == {"toy", "txt"}


def test_of_several_formats_all_or_none_is_written(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    toys(monkeypatch, lambda letters, context: iter(()))

    def fill(dialog: ExportDialog) -> None:
        dialog.tick("txt", "toy")
        place_of(dialog).setText(str(tmp_path / "uit"))
        dialog.accept()

    asked(bench, fill, lambda dialog: "Toys" in dialog.problem)
    assert not (tmp_path / "uit").exists()


def test_what_each_format_leaves_out_is_told(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    toys(monkeypatch)
    asked(
        bench,
        lambda dialog: dialog.tick("toy", "pdf"),
        lambda dialog: any("Toys:\n2 × wheels" in said and "PDF" in said for said in words(dialog)),
    )


def test_the_name_of_the_file_is_remembered(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    toys(monkeypatch)

    def fill(dialog: ExportDialog) -> None:
        dialog.choose_format("toy")
        place_of(dialog).setText(str(tmp_path / "uit" / "mijn brief.toy"))
        dialog.accept()

    asked(bench, fill)
    places: list[str] = []
    asked(bench, lambda dialog: places.append(place_of(dialog).text()))
    assert places == [str(tmp_path / "uit" / "mijn brief.toy")]


def test_the_folder_can_be_opened_afterwards(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened.append(url.toLocalFile()))

    def fill(dialog: ExportDialog) -> None:
        dialog.choose_format("txt")
        place_of(dialog).setText(str(tmp_path / "uit"))
        dialog.accept()

    asked(bench, fill)
    assert "Ctrl+Shift+E" in bench.said[-1]
    bench.keys("Ctrl+Shift+E")
    assert opened == [str(tmp_path / "uit")]
    for file in (tmp_path / "uit").iterdir():
        file.unlink()
    (tmp_path / "uit").rmdir()
    bench.keys("Ctrl+Shift+E")
    assert (len(opened), "by hand" in bench.said[-1]) == (1, True)


def test_cancel_ends_the_writing_and_keeps_the_dialog(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    going, let_go = Event(), Event()

    def slow(letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
        for one in letters:
            yield Piece("", b"x" * one.id)
            if context.chosen.get("kind") == "car":
                going.set()
                let_go.wait(60)

    toys(monkeypatch, slow)

    def fill(dialog: ExportDialog) -> None:
        dialog.choose_format("toy")
        dialog.page.findChildren(QComboBox)[-1].setCurrentIndex(1)
        place_of(dialog).setText(str(tmp_path / "out" / "a.toy"))
        dialog.accept()

    def cancel(dialog: ExportDialog) -> bool:
        if not going.is_set():
            return False
        dialog.reject()
        let_go.set()
        return True

    asked(bench, fill, cancel, lambda dialog: "cancel" in dialog.problem.lower())
    assert not (tmp_path / "out").exists()


def test_open_proposals_are_told(bench: Bench) -> None:
    page = ExportPage(Scopes(one=1, all=2), Asked("txt"))
    page.show_format("txt")
    page.show()
    page.show_waiting(3)
    assert any("3 proposals are not confirmed" in text for text in shown_words(page))
    page.proposals.setChecked(False)
    page.show_waiting(3)
    assert any("stay behind" in text for text in shown_words(page))
    page.show_waiting(0)
    assert not any("proposals" in text and "3" in text for text in shown_words(page))
    page.close()


def shown_words(page: QWidget) -> list[str]:
    return [str(w.text()) for w in page.findChildren(QWidget) if hasattr(w, "text") and w.isVisible()]


def test_every_format_says_what_it_is_for() -> None:
    assert [exporter.id for exporter in exporters.EXPORTERS if exporter.purpose is None] == []


def test_arrows_pass_over_the_names_of_groups(bench: Bench) -> None:
    formats = FormatList()
    formats.fit(300)
    formats.show()
    formats.choose(exporters.EXPORTERS[0].id)
    seen = {formats.format_id}
    formats.setCurrentRow(1)
    for _ in range(formats.count()):
        seen.add(formats.format_id)
        QTest.keyClick(formats, Qt.Key.Key_Down)
    assert seen == {exporter.id for exporter in exporters.EXPORTERS}
    formats.close()
