"""What the window does with the text of the letter: Esc, the hints for what has the keys."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from annotator.ui.shell.frame import Frame
from annotator.ui.shell.status import Status
from annotator.ui.shell.workspace import Workspace


class Window(Protocol):
    """What is asked of the window."""

    frame: Frame
    workspace: Workspace | None

    @property
    def status(self) -> Status:
        """The hints of keys."""


class TextEvents(QObject):
    """Hears what comes to the text and is the window's to answer."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.frame)
        self._window, self._text = window, window.frame.views.text
        self._text.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._window.status.show_hints()
        workspace = self._window.workspace
        if workspace is not None and is_escape(event) and self._go_back(workspace):
            return True
        return super().eventFilter(watched, event)

    def _go_back(self, workspace: Workspace) -> bool:
        """Leave what Esc leaves in the text; False where it leaves nothing."""
        if self._text.editing:
            workspace.navigation.set_editing(False)
        elif workspace.find.is_open:
            workspace.find.close()
        else:
            return workspace.search.back()
        return True


def is_escape(event: QEvent) -> bool:
    """Tell whether an event is the press of Esc."""
    return (
        event.type() == QEvent.Type.KeyPress
        and isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_Escape
    )
