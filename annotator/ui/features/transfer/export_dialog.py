"""What to export, of which letters, and where to; it stays until all is written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator import exporters
from annotator.exporters import Exporter
from annotator.ui.features.transfer.export_page import ExportPage
from annotator.ui.features.transfer.export_wish import Asked, Scope, Scopes
from annotator.ui.features.transfer.format_list import FormatList
from annotator.ui.translate import translated
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.separator import Separator
from annotator.ui.widgets.text_fields import LineField


class ExportDialog(Dialog):
    """Ask for the format, the letters, and the folder or the file that they go to.

    `wanted` asks for the export; the dialog stays open until `finish`, so that what is in the way can be said
    and mended there. `stopped` asks to end an export that is being written.
    """

    wanted = Signal()
    stopped = Signal()
    changed = Signal()  # something else would be written now

    def __init__(self, parent: QWidget | None, folder: str, scopes: Scopes, asked: Asked) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._suffix = ""  # of the format that the place was last shown for
        self._missing = ""  # why the chosen format cannot be written here
        self._writing = False
        self._formats = FormatList(self)  # first, so that Tab goes from it to its page
        self.page = ExportPage(scopes, asked, self)
        self._place = LineField(folder, self)
        self._place.setObjectName("place")
        self._place_label = QLabel(self)
        self._place_label.setBuddy(self._place)
        self._browse = QPushButton(self.tr("&Browse…"), self)
        self._overwrite = QCheckBox(self.tr("&Replace files that are there already"), self)
        self._overwrite.setObjectName("overwrite")
        self._problem = QLabel(self)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.setProperty("class", "problem")
        self._problem.hide()
        self._progress = QLabel(self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._export = self._buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._export.setDefault(True)
        self._browse.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self._formats.choose(asked.format_id)
        self._formats.setFocus()

    def _lay_out(self) -> None:
        scroll = QScrollArea(self)
        scroll.setWidget(self.page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        place = QHBoxLayout()
        place.setSpacing(10)
        place.addWidget(self._place_label)
        place.addWidget(self._place, 1)
        place.addWidget(self._browse)
        ends = QHBoxLayout()
        ends.addWidget(self._overwrite)
        ends.addStretch(1)
        ends.addWidget(self._progress)
        ends.addWidget(self._buttons)
        foot = QVBoxLayout()
        foot.setContentsMargins(26, 14, 26, 14)
        foot.setSpacing(10)
        foot.addLayout(place)
        foot.addWidget(self._problem)
        foot.addLayout(ends)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(scroll, 1)
        right.addWidget(Separator(parent=self))
        right.addLayout(foot)
        self.lay_in_pages(self._formats, right)
        self.fill_window((700, 420), (980, 760))
        self._formats.fit(self.width() * 3 // 10)

    def _connect(self) -> None:
        self._formats.format_chosen.connect(self._show_format)
        self.page.changed.connect(self._changed)
        self._place.textChanged.connect(lambda _: self._changed_place())
        self._overwrite.toggled.connect(lambda _: self._show_problem(""))
        self._browse.clicked.connect(self._browse_place)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    # --- what is chosen -----------------------------------------------------------------------------

    def _show_format(self, format_id: str) -> None:
        self._missing = ""
        self._show_problem("")
        self._show_kind_of_place(exporters.exporter_of(format_id))
        self.page.show_format(format_id)

    def _show_kind_of_place(self, exporter: Exporter) -> None:
        """Ask for a file or a folder, as the format has it; what was given stays as far as it can."""
        suffix, before = exporter.suffix, self._suffix
        self._place_label.setText(self.tr("F&ile") if suffix else self.tr("F&older"))
        if suffix != before:
            given = self.out
            if not before:
                given = given / f"{self.tr('letters')}{suffix}"
            else:
                given = given.with_suffix(suffix) if suffix else given.parent
            self._place.setText(str(given))
        self._suffix = suffix

    def _changed(self) -> None:
        self._check()
        self.changed.emit()

    def _changed_place(self) -> None:
        self._show_problem(self._missing)
        self._check()

    def _check(self) -> None:
        ready = bool(self._place.text().strip()) and not self._missing and not self._writing
        self._export.setEnabled(ready)

    def _browse_place(self) -> None:
        exporter = exporters.exporter_of(self._formats.format_id)
        if exporter.suffix:
            kinds = f"{translated(exporter.name)} (*{exporter.suffix})"
            title = self.tr("Export to file")
            # Whether a file may be replaced is for the dialog itself to ask.
            option = QFileDialog.Option.DontConfirmOverwrite
            name, _ = QFileDialog.getSaveFileName(self, title, self._place.text(), kinds, "", option)
        else:
            name = QFileDialog.getExistingDirectory(self, self.tr("Export to folder"), self._place.text())
        if name:
            self._place.setText(name)

    def choose_format(self, format_id: str) -> None:
        """Choose a format."""
        self._formats.choose(format_id)

    def choose_scope(self, scope: Scope) -> None:
        """Choose letters."""
        self.page.choose_scope(scope)

    # --- what becomes of it -------------------------------------------------------------------------

    def accept(self) -> None:
        """Ask for the export; the dialog stays until it is done."""
        if self._export.isEnabled():
            self._show_problem("")
            self.wanted.emit()

    def reject(self) -> None:
        """Close the dialog; while an export is being written, end that alone."""
        if self._writing:
            self.stopped.emit()
        else:
            super().reject()

    @property
    def is_writing(self) -> bool:
        """Whether files are being written."""
        return self._writing

    def set_writing(self, writing: bool) -> None:
        """Show that the export is being written; nothing can be changed then."""
        self._writing = writing
        for part in (self._formats, self.page, self._place, self._browse, self._overwrite):
            part.setEnabled(not writing)
        self._progress.setText(self.tr("Exporting…") if writing else "")
        self._check()
        if writing:
            self._buttons.setFocus()

    def show_progress(self, letters: int) -> None:
        """Say how many letters are written."""
        if self._writing:
            number = QLocale().toString(letters)
            self._progress.setText(self.tr("Exporting… {number}").format(number=number))

    def refuse(self, problem: str) -> None:
        """Say why the chosen format cannot be written here."""
        self._missing = problem
        self._show_problem(problem)
        self._check()

    def fail(self, problem: str) -> None:
        """Say what was in the way of the export; it can be mended and tried again."""
        self.set_writing(False)
        self._show_problem(problem)
        self._export.setFocus()

    def _show_problem(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def finish(self) -> None:
        """Close the dialog: all is written."""
        self.set_writing(False)
        super().accept()

    @property
    def asked(self) -> Asked:
        """What is asked for."""
        return self.page.asked

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

    @property
    def problem(self) -> str:
        """What is said to be in the way; "" for nothing."""
        return self._problem.text()
