from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

import annotator.ui
from annotator.ui.widgets.patient_edit import PatientLine, PatientText
from annotator.ui.widgets.text_fields import LineField, TextField

Field = LineField | TextField
NONE, ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
MOVE, COPY, LINK = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction, Qt.DropAction.LinkAction
ANY = COPY | MOVE | LINK
ACUTE = Qt.Key.Key_Dead_Acute


class Escapes(QObject):
    """One who waits for Esc in the same field, and was there later."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self.count = 0
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.count += event.type() is QEvent.Type.KeyPress
        return False


@pytest.fixture(params=[LineField, TextField, PatientLine, PatientText])
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> Field:
    made: Field = request.param()
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def text_of(field: Field) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


def send(field: Field, *events: tuple[QEvent.Type, int, str]) -> None:
    for kind, key, text in events:
        QApplication.sendEvent(field, QKeyEvent(kind, key, NONE, text))


def down(key: int, text: str = "") -> tuple[QEvent.Type, int, str]:
    return (QEvent.Type.KeyPress, key, text)


def up(key: int) -> tuple[QEvent.Type, int, str]:
    return (QEvent.Type.KeyRelease, key, "")


def compose(field: Field, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(field, event)


# ------------------------------------------------------------------ held keys


@pytest.mark.parametrize("held", [ALT, ALT | SHIFT, CTRL, CTRL | ALT])
def test_a_held_key_types_nothing(field: Field, held: Qt.KeyboardModifier) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, held, "1")
    QApplication.sendEvent(field, event)
    assert text_of(field) == ""
    assert not event.isAccepted()  # the window may know it


def test_altgr_types(field: Field) -> None:
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_E, CTRL | ALT, "€"))
    assert text_of(field) == "€"


# ------------------------------------------------------------------ an accent that is being composed


def test_esc_takes_back_what_an_input_method_shows(field: Field) -> None:
    escapes = Escapes(field)
    compose(field, "´")
    send(field, down(Qt.Key.Key_Escape), up(Qt.Key.Key_Escape))
    assert escapes.count == 0
    send(field, down(Qt.Key.Key_Escape))
    assert escapes.count == 1


def test_what_was_composed_is_gone_after_esc(field: Field) -> None:
    compose(field, "´")
    send(field, down(Qt.Key.Key_Escape))
    if isinstance(field, QPlainTextEdit):
        assert field.textCursor().block().layout().preeditAreaText() == ""
    assert text_of(field) == ""


def test_esc_takes_back_a_dead_key(field: Field) -> None:
    escapes = Escapes(field)
    send(field, up(ACUTE), down(Qt.Key.Key_Escape), up(Qt.Key.Key_Escape))
    assert escapes.count == 0
    send(field, down(Qt.Key.Key_Escape))
    assert escapes.count == 1


def test_no_shortcut_gets_the_esc_that_takes_back(field: Field) -> None:
    send(field, up(ACUTE))
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, NONE)
    event.ignore()
    QApplication.sendEvent(field, event)
    assert event.isAccepted()


@pytest.mark.parametrize(
    "typed",
    [
        lambda field: (send(field, up(ACUTE)), compose(field, "", "é"), send(field, up(Qt.Key.Key_E))),
        lambda field: (send(field, up(ACUTE)), compose(field, "", "´"), send(field, up(ACUTE))),
        lambda field: (compose(field, "", "é"), send(field, up(Qt.Key.Key_E), up(ACUTE))),
        lambda field: send(field, up(ACUTE), down(Qt.Key.Key_X, "x"), up(Qt.Key.Key_X)),
        lambda field: send(field, down(ACUTE), up(ACUTE)),
    ],
    ids=[
        "accent then letter",
        "accent twice",
        "letter before the accent goes up",
        "no such pair",
        "not composed",
    ],
)
def test_esc_is_free_again_after_the_letter(field: Field, typed: Callable[[Field], object]) -> None:
    escapes = Escapes(field)
    typed(field)
    send(field, down(Qt.Key.Key_Escape))
    assert escapes.count == 1


def test_the_next_accent_counts_again(field: Field) -> None:
    escapes = Escapes(field)
    send(field, up(ACUTE))
    compose(field, "", "é")
    send(field, up(Qt.Key.Key_E), up(ACUTE), down(Qt.Key.Key_Escape))
    assert escapes.count == 0


# ------------------------------------------------------------------ drops


def dragged(url: str = "", text: str = "") -> QMimeData:
    data = QMimeData()
    if url:
        data.setUrls([QUrl(url)])
    if text:
        data.setText(text)
    return data


def drop(field: Field, data: QMimeData) -> QDropEvent:
    target = field.viewport() if isinstance(field, QPlainTextEdit) else field
    QApplication.sendEvent(target, QDragEnterEvent(QPoint(3, 3), ANY, data, Qt.MouseButton.LeftButton, SHIFT))
    event = QDropEvent(QPointF(3, 3), ANY, data, Qt.MouseButton.LeftButton, SHIFT)
    assert event.proposedAction() == MOVE  # what a file manager asks for
    QApplication.sendEvent(target, event)
    return event


def test_text_that_is_dropped_is_copied(field: Field) -> None:
    event = drop(field, dragged(text="Irak"))
    assert (text_of(field), event.isAccepted(), event.dropAction()) == ("Irak", True, COPY)


def test_a_file_is_not_the_fields(field: Field) -> None:
    event = drop(field, dragged("file:///tmp/brief.txt"))
    assert (text_of(field), event.isAccepted()) == ("", False)


# ------------------------------------------------------------------ all fields


def test_all_fields_are_these() -> None:
    own = {
        "text_fields.py",
        "context_view.py",
        "side.py",
        "import_report.py",
        "export_page.py",
        "canvas.py",
    }  # the last three: no typing
    made = re.compile(r"\b(QLineEdit|QPlainTextEdit|QTextEdit|QInputDialog\.get\w+)\(")
    sources = [path for path in Path(annotator.ui.__file__).parent.rglob("*.py") if path.name not in own]
    assert len(sources) > 100
    assert [path.name for path in sources if made.search(path.read_text(encoding="utf-8"))] == []
