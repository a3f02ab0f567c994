"""Words of the letter that are dragged onto a line of the form become its value, proved by their place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from annotator.ui.features.panels.form.place import ValuePlace
from annotator.ui.widgets.drops import holds_selection, take_as_copy


class SelectionDrops(QObject):
    """Tells the field that the letter's selection is dropped on; a group's part is `group.part`.

    `over` is called with the field that it is dragged over.
    """

    dropped = Signal(str)

    def __init__(self, parent: QObject, over: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._over = over

    def watch(self, place: ValuePlace) -> None:
        """Take drops on a place and on its editor, which would type the words without their place."""
        editor = place.editor
        inner = editor.viewport() if isinstance(editor, QPlainTextEdit) else editor
        for widget in (place, editor, inner):
            widget.setAcceptDrops(True)
            widget.setProperty("takes", place.field.id)
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and holds_selection(event.mimeData()):
            assert isinstance(watched, QWidget)
            take_as_copy(event)
            field = str(watched.property("takes"))
            if event.type() == QEvent.Type.Drop:
                self.dropped.emit(field)
            elif event.type() == QEvent.Type.DragEnter:
                self._over(field)
            return True
        return super().eventFilter(watched, event)
