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

from annotator import exporters
from annotator.exporters import Exporter
from annotator.ui.translate import translated
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.text_fields import LineField


class ExportDialog(Dialog):
    """Ask for the format, the letters, and the folder or the file that they go to."""

    def __init__(self, parent: QWidget | None, folder: str, *, has_letter: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._format = QComboBox(self)
        for exporter in exporters.EXPORTERS:
            self._format.addItem(translated(exporter.name), exporter.id)
        self._one = QRadioButton(self.tr("&This letter"), self)
        self._all = QRadioButton(self.tr("&All letters"), self)
        (self._one if has_letter else self._all).setChecked(True)
        self._one.setEnabled(has_letter)
        self._place = LineField(folder, self)
        self._place.textChanged.connect(self._check)
        self._place_label = QLabel(self)
        self._suffix = ""  # of the format that the place was last shown for
        self._overwrite = QCheckBox(self.tr("&Replace files that are there already"), self)
        browse = QPushButton(self.tr("&Browse…"), self)
        browse.clicked.connect(self._browse)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._export = self._buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._export.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out(browse)
        self._format.currentIndexChanged.connect(self._show_kind_of_place)
        self._show_kind_of_place()
        self._check()
        self.setMinimumWidth(520)

    def _lay_out(self, browse: QPushButton) -> None:
        letters = QHBoxLayout()
        letters.setSpacing(24)
        letters.addWidget(self._one)
        letters.addWidget(self._all)
        letters.addStretch()
        folder = QHBoxLayout()
        folder.addWidget(self._place)
        folder.addWidget(browse)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        for text, field, buddy in (
            (self.tr("&Format"), self._format, self._format),
            (self.tr("Letters"), letters, None),
            (self._place_label, folder, self._place),
        ):
            label = text if isinstance(text, QLabel) else QLabel(text, self)
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
        if self._exporter.suffix:
            kinds = f"{translated(self._exporter.name)} (*{self._exporter.suffix})"
            title = self.tr("Export to file")
            # Whether a file may be replaced is for the dialog itself to ask.
            option = QFileDialog.Option.DontConfirmOverwrite
            name, _ = QFileDialog.getSaveFileName(self, title, self._place.text(), kinds, "", option)
        else:
            name = QFileDialog.getExistingDirectory(self, self.tr("Export to folder"), self._place.text())
        if name:
            self._place.setText(name)

    def _show_kind_of_place(self) -> None:
        """Ask for a file or a folder, as the format has it; what was given stays as far as it can."""
        suffix, before = self._exporter.suffix, self._suffix
        self._place_label.setText(self.tr("F&ile") if suffix else self.tr("F&older"))
        if suffix != before:
            given = self.out
            if not before:
                given = given / f"{self.tr('letters')}{suffix}"
            else:
                given = given.with_suffix(suffix) if suffix else given.parent
            self._place.setText(str(given))
        self._suffix = suffix

    def _check(self) -> None:
        self._export.setEnabled(bool(self._place.text().strip()))

    @property
    def _exporter(self) -> Exporter:
        return exporters.exporter_of(self.format_id)

    @property
    def format_id(self) -> str:
        """The id of the chosen format."""
        return str(self._format.currentData())

    @property
    def all_letters(self) -> bool:
        """Whether all letters are wanted, not only the open one."""
        return self._all.isChecked()

    @property
    def out(self) -> Path:
        """The chosen folder, or the chosen file for a format that makes one."""
        return Path(self._place.text().strip()).expanduser()

    @property
    def folder(self) -> Path:
        """The folder that the files go to, or the file."""
        return self.out.parent if self._suffix else self.out

    @property
    def overwrite(self) -> bool:
        """Whether files that are there already are replaced."""
        return self._overwrite.isChecked()
