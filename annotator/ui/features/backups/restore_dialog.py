"""Which backup to restore, and what that would do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.key_button import KeyButton
from annotator.ui.widgets.key_hint import KeyHint
from annotator.ui.widgets.panel_header import PanelHeader
from annotator.ui.widgets.row_list import ITEM, HereDelegate, ItemsModel, RowList
from annotator.ui.widgets.rows import Index, Row
from annotator.ui.widgets.separator import Separator


@dataclass(frozen=True, slots=True)
class BackupLine:
    """A backup in the list: when it was made, what it has, and how big it is, in words."""

    key: str
    when: str
    detail: str
    size: str


class _Delegate(HereDelegate):
    two_lines = True

    def row(self, index: Index) -> Row:
        line: BackupLine = index.data(ITEM)
        return Row(line.when, line.detail, line.size)


class RestoreDialog(Dialog):
    """Show backups, the newest first, and for the chosen one what restoring would bring and take.

    Enter restores, once it was told what that does; Esc cancels.
    """

    help_section = "backups"

    chosen = Signal(str)  # key: have it compared and call `show_effect`
    other_wanted = Signal()
    restore_wanted = Signal(str)

    def __init__(self, project: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Restore a backup"))
        self._header = PanelHeader(self.tr("Backups of {name}").format(name=project), "", self)
        self._model: ItemsModel[BackupLine] = ItemsModel(lambda line: line.key, _told)
        self._list = RowList(self.tr("Backups, the newest first"), self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Delegate(self._list))
        self._list.opened.connect(lambda _: self._restore())
        self._list.done.connect(self.reject)
        self._list.selectionModel().currentChanged.connect(lambda *_: self._row_chosen())
        self._effect = QLabel(self)
        self._effect.setObjectName("effect")
        self._effect.setTextFormat(Qt.TextFormat.PlainText)
        self._effect.setWordWrap(True)
        self._effect.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._kept = QLabel(self.tr("The project as it is now is kept beside it."), self)
        self._kept.setWordWrap(True)
        self._apply = KeyButton(self.tr("Restore"), "Return", self)
        self._apply.setDefault(True)
        self._apply.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._apply.clicked.connect(self._restore)
        self._apply.setEnabled(False)
        self._lay_out()
        self.resize(820, 520)

    def _lay_out(self) -> None:
        effect = QVBoxLayout()
        effect.setContentsMargins(18, 14, 18, 14)
        effect.setSpacing(12)
        effect.addWidget(self._effect, 1)
        effect.addWidget(self._kept)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._list, 3)
        middle.addWidget(Separator(Qt.Orientation.Vertical, self))
        middle.addLayout(effect, 2)
        other = KeyHint("O", self.tr("another backup…"), self)
        other.clicked.connect(self.other_wanted)
        escape = KeyHint("Esc", self.tr("cancel"), self)
        escape.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.setSpacing(18)
        foot.addWidget(self._apply)
        foot.addWidget(other)
        foot.addWidget(escape)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addLayout(middle, 1)
        whole.addWidget(Separator(parent=self))
        whole.addLayout(foot)

    def set_backups(self, lines: Sequence[BackupLine]) -> None:
        """Show the backups; the newest is chosen."""
        self._model.set_items(lines, anew=True)
        self._header.set_detail(self.tr("%Ln backup(s)", "", len(lines)))
        self._list.set_empty_text(
            "" if lines else self.tr("There is no backup here yet. O chooses one in another folder.")
        )
        if lines:
            self._list.set_current_row(0)
        self._list.setFocus()

    def show_effect(self, key: str, text: str, *, possible: bool) -> None:
        """Tell what restoring a backup does, if it is still the chosen one, and whether it can be done."""
        if key == self._key():
            self._effect.setText(text)
            self._effect.setAccessibleName(text)
            self._apply.setEnabled(possible)

    def _key(self) -> str:
        row = self._list.current_row()
        return self._model.items()[row].key if row >= 0 else ""

    def _row_chosen(self) -> None:
        self._apply.setEnabled(False)
        self._effect.setText(self.tr("comparing…"))
        if key := self._key():
            self.chosen.emit(key)

    def _restore(self) -> None:
        if self._apply.isEnabled() and (key := self._key()):
            self.restore_wanted.emit(key)
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_O and not event.isAutoRepeat():
            self.other_wanted.emit()
        else:
            super().keyPressEvent(event)


def _told(line: BackupLine) -> str:
    return ", ".join((line.when, line.detail, line.size))
