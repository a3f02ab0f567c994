"""The keys of every command: change them, and hear at once what holds a key already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.core.messages import Message
from annotator.ui.features.settings.key_capture import KeyCapture
from annotator.ui.features.settings.key_lines import KeyLine, KeyLineDelegate, told
from annotator.ui.translate import translated
from annotator.ui.widgets.flow import FlowLayout
from annotator.ui.widgets.key_cap import key_text
from annotator.ui.widgets.key_hint import KeyHint
from annotator.ui.widgets.row_list import ItemsModel, RowList
from annotator.ui.widgets.text_fields import LineField

Clash = Callable[[str, str], Message | None]


class KeysPage(QWidget):
    """List the commands by menu; the keys of the chosen one can be changed, added to, taken away, reset."""

    keys_given = Signal(str, tuple)  # command, keys
    reset_wanted = Signal(str)  # command; "" for all

    def __init__(self, clash: Clash, parent: QWidget | None = None) -> None:
        """`clash` tells why a command (its id) cannot have a key, None where it can."""
        super().__init__(parent)
        self._clash = clash
        self._lines: list[KeyLine] = []
        self._adding = False
        self._model: ItemsModel[KeyLine] = ItemsModel(lambda line: line.id, self._told)
        self._build()
        self._lay_out()
        self._leave_capture()

    def _build(self) -> None:
        self._search = LineField(self)
        self._search.setPlaceholderText(self.tr("Search: a command, a menu or a key"))
        self._search.setAccessibleName(self.tr("Search in the commands"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(lambda _: self._fill(anew=True))
        self._search.installEventFilter(self)
        self._reset_all = QPushButton(self.tr("Reset &all keys"), self)
        self._reset_all.setAutoDefault(False)
        self._reset_all.clicked.connect(lambda: self.reset_wanted.emit(""))
        self._list = _Lines(self.tr("Commands and their keys"), self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(KeyLineDelegate(self._list))
        self._list.opened.connect(lambda _: self._capture(adding=False))
        self._list.add_wanted.connect(lambda: self._capture(adding=True))
        self._list.no_key_wanted.connect(self._take_away)
        self._list.reset_wanted.connect(self._reset)
        self._capturing = KeyCapture(self)
        self._capturing.captured.connect(self._captured)
        self._capturing.left.connect(self._leave_capture)
        self._problem = QLabel(self)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setProperty("class", "problem")
        self._problem.setWordWrap(True)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._search, 1)
        top.addWidget(self._reset_all)
        self._hints = QWidget(self)
        flow = FlowLayout(self._hints, across=16, down=4)
        flow.setContentsMargins(0, 4, 0, 4)
        for keys, text, then in (
            ("Return", self.tr("other keys"), lambda: self._capture(adding=False)),
            ("Insert", self.tr("one more"), lambda: self._capture(adding=True)),
            ("Delete", self.tr("no key"), self._take_away),
            ("Backspace", self.tr("as delivered"), self._reset),
        ):
            hint = KeyHint(keys, text, self._hints)
            hint.clicked.connect(then)
            flow.addWidget(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self._list, 1)
        column.addWidget(self._problem)
        column.addWidget(self._capturing)
        column.addWidget(self._hints)

    def set_lines(self, lines: Sequence[KeyLine]) -> None:
        """Show the commands with the keys that they have now, in the order of the menus."""
        self._lines = list(lines)
        self._reset_all.setEnabled(any(line.changed for line in lines))
        self._fill(anew=not self._model.items())

    def _fill(self, *, anew: bool) -> None:
        words = self._search.text().casefold().split()
        found = [line for line in self._lines if all(word in self._told(line).casefold() for word in words)]
        heads = [
            replace(line, head=line.menu if n == 0 or found[n - 1].menu != line.menu else "")
            for n, line in enumerate(found)
        ]
        self._model.set_items(heads, anew=anew)
        self._list.set_empty_text("" if heads else self.tr("No command found."))
        if anew and heads:
            self._list.set_current_row(0)

    def _told(self, line: KeyLine) -> str:
        return told(line, self.tr("changed"), self.tr("no key"))

    def _chosen(self) -> KeyLine | None:
        row = self._list.current_row()
        return self._model.items()[row] if row >= 0 else None

    # --- what is done to the chosen command ---------------------------------------------------------

    def _capture(self, *, adding: bool) -> None:
        line = self._chosen()
        if line is None:
            return
        self._adding = adding
        self._problem.hide()
        self._hints.hide()
        self._capturing.ask(
            self.tr("Press the keys for “{name}”. Esc keeps them as they are.").format(name=line.name)
        )

    def _captured(self, keys: str) -> None:
        line = self._chosen()
        if line is None:
            return
        clash = self._clash(line.id, keys)
        if clash is not None:
            shown = {**clash.params, "keys": key_text(str(clash.params.get("keys", "")))}
            self._problem.setText(translated(Message(clash.context, clash.text, shown)))
            self._problem.show()
            return
        kept = line.keys if self._adding else ()
        self._leave_capture()
        self.keys_given.emit(line.id, (*(k for k in kept if k != keys), keys))

    def _leave_capture(self) -> None:
        had_keys = self._capturing.hasFocus()
        self._capturing.hide()
        self._problem.hide()
        self._hints.show()
        if had_keys:
            self._list.setFocus()

    def _take_away(self) -> None:
        line = self._chosen()
        if line is not None and line.keys:
            self.keys_given.emit(line.id, ())

    def _reset(self) -> None:
        line = self._chosen()
        if line is not None and line.changed:
            self.reset_wanted.emit(line.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._list.setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape and self._search.text():
                self._search.clear()
                return True
        return super().eventFilter(watched, event)


class _Lines(RowList):
    """The list; Insert, Delete and Backspace ask for something of the row with the cursor."""

    add_wanted = Signal()
    no_key_wanted = Signal()
    reset_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = {
            Qt.Key.Key_Insert: self.add_wanted,
            Qt.Key.Key_Delete: self.no_key_wanted,
            Qt.Key.Key_Backspace: self.reset_wanted,
        }.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()  # closes the dialog
        elif asked is not None:
            asked.emit()
        else:
            super().keyPressEvent(event)
