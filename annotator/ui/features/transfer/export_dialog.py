"""What to export, of which letters, and where to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from annotator.exporters import EXPORTERS
from annotator.ui.translate import translated
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.text_fields import LineField


class ExportDialog(Dialog):
    """Ask for the format, the letters and the folder."""

    def __init__(self, parent: QWidget | None, folder: str, *, has_letter: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._format = QComboBox(self)
        for exporter in EXPORTERS:
            self._format.addItem(translated(exporter.name), exporter.id)
        self._one = QRadioButton(self.tr("&This letter"), self)
        self._all = QRadioButton(self.tr("&All letters"), self)
        (self._one if has_letter else self._all).setChecked(True)
        self._one.setEnabled(has_letter)
        self._folder = LineField(folder, self)
        self._folder.textChanged.connect(self._check)
        self._overwrite = QCheckBox(self.tr("&Replace files that are there already"), self)
        browse = QPushButton(self.tr("&Browse…"), self)
        browse.clicked.connect(self._browse)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._export = self._buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._export.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out(browse)
        self._check()
        self.setMinimumWidth(520)

    def _lay_out(self, browse: QPushButton) -> None:
        letters = QHBoxLayout()
        letters.setSpacing(24)
        letters.addWidget(self._one)
        letters.addWidget(self._all)
        letters.addStretch()
        folder = QHBoxLayout()
        folder.addWidget(self._folder)
        folder.addWidget(browse)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        for text, field, buddy in (
            (self.tr("&Format"), self._format, self._format),
            (self.tr("Letters"), letters, None),
            (self.tr("F&older"), folder, self._folder),
        ):
            label = QLabel(text, self)
            if buddy is not None:
                label.setBuddy(buddy)
            form.addRow(label, field)
        form.addRow(QLabel("", self), self._overwrite)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 20, 20, 16)
        whole.setSpacing(16)
        whole.addLayout(form)
        whole.addWidget(self._buttons)

    def _browse(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Export to folder"), self._folder.text())
        if name:
            self._folder.setText(name)

    def _check(self) -> None:
        self._export.setEnabled(bool(self._folder.text().strip()))

    @property
    def format_id(self) -> str:
        """The id of the chosen format."""
        return str(self._format.currentData())

    @property
    def all_letters(self) -> bool:
        """Whether all letters are wanted, not only the one on the desk."""
        return self._all.isChecked()

    @property
    def folder(self) -> Path:
        """The chosen folder."""
        return Path(self._folder.text().strip()).expanduser()

    @property
    def overwrite(self) -> bool:
        """Whether files that are there already are replaced."""
        return self._overwrite.isChecked()
