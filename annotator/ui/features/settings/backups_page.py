"""Automatic copies of the project: whether, and where they go."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.features.settings.setting_rows import add_settings, setting_form
from annotator.ui.widgets.text_fields import LineField


class BackupsPage(QWidget):
    """Show the settings of the automatic backups; each takes effect as soon as it is changed."""

    changed = Signal(str, object)  # setting, value

    def __init__(self, values: Mapping[str, object], parent: QWidget | None = None) -> None:
        """`values` are the settings by their keys in `annotator.ui.settings`."""
        super().__init__(parent)
        self._automatic = QCheckBox(self.tr("&Back up the project automatically"), self)
        self._automatic.setChecked(bool(values["backup_automatic"]))
        self._automatic.toggled.connect(lambda on: self.changed.emit("backup_automatic", on))
        self._folder = LineField(str(values["backup_folder"]), self)
        self._folder.setPlaceholderText(self.tr("beside the project"))
        self._folder.editingFinished.connect(self._folder_given)
        label = QLabel(self.tr("&Folder of the backups"), self)
        label.setBuddy(self._folder)
        browse = QPushButton(self.tr("B&rowse…"), self)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        self._problem = QLabel(self)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setProperty("class", "problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        row = QHBoxLayout()
        row.addWidget(self._folder, 1)
        row.addWidget(browse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._automatic)
        column.addWidget(
            self._note(
                self.tr(
                    "At most one an hour while you work, and one when the project is closed; each is "
                    "checked, older ones are thinned out. Another disk is safer than the project's own."
                )
            )
        )
        column.addSpacing(8)
        column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self._problem)
        others = setting_form()
        add_settings(others, "backups", values, self.changed.emit, self)
        column.addLayout(others)
        column.addStretch(1)

    def _note(self, text: str) -> QLabel:
        note = QLabel(text, self)
        note.setWordWrap(True)
        note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        return note

    def _browse(self) -> None:
        start = self._folder.text() or str(Path.home())
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder of the backups"), start)
        if name:
            self._folder.setText(name)
            self._folder_given()

    def _folder_given(self) -> None:
        text = self._folder.text().strip()
        folder = Path(text).expanduser()
        there = not text or folder.is_dir()
        self._problem.setText(
            ""
            if there
            else self.tr("There is no folder {name}. Make it first, or choose another.").format(name=text)
        )
        self._problem.setVisible(not there)
        if there:
            self.changed.emit("backup_folder", str(folder.absolute()) if text else "")
