"""What to export, of which letters, and where to; it stays until all is written."""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
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
from annotator.ui.theme.fonts import sized
from annotator.ui.translate import filled, translated
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.separator import Separator
from annotator.ui.widgets.text_fields import LineField

_BESIDE_WORDS = 36  # pixels of a button beside its words


class ExportDialog(Dialog):
    """Ask for the format, the letters, and the folder or the file that they go to.

    `wanted` asks for the export; the dialog stays open until `finish`, so that what is in the way can be said
    and mended there: a file that is there already is replaced, or another name is taken. `stopped` asks to
    end an export that is being written. `stem` is the name of the one file that a format makes, without its
    ending.
    """

    help_section = "exporting"

    wanted = Signal()
    stopped = Signal()
    changed = Signal()  # something else would be written now

    def __init__(
        self, parent: QWidget | None, folder: str, scopes: Scopes, asked: Asked, stem: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._stem = stem or self.tr("letters")
        self._suffix = ""  # of what the place was last shown for
        self.overwrite = False  # whether files that are there already are replaced, this once
        self._missing = ""  # why the chosen format cannot be written here
        self._writing = False
        self._formats = FormatList(self)  # first, so that Tab goes from it to its page
        self.page = ExportPage(scopes, asked, self)
        self._place = LineField(folder, self)
        self._place.setObjectName("place")
        self._place_label = QLabel(self)
        self._place_label.setBuddy(self._place)
        self._browse = QPushButton(self.tr("&Browse…"), self)
        self._replace = QPushButton(self.tr("&Replace"), self)
        self._rename = QPushButton(self.tr("Take another &name"), self)
        self._problem = QLabel(self)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.setProperty("class", "problem")
        self._problem.hide()
        self._progress = QLabel(self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._export = self._buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._export.setDefault(True)
        for button in (self._browse, self._replace, self._rename):
            button.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self._formats.tick(asked.ticked)
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
        for button in (self._replace, self._rename):
            button.hide()
            ends.addWidget(button)
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
        self._formats.fit(self.width() // 3)

    def _connect(self) -> None:
        self._formats.format_chosen.connect(self._show_format)
        self._formats.ticked_changed.connect(self._show_ticked)
        self.page.changed.connect(self._changed)
        self._place.textChanged.connect(lambda _: self._changed_place())
        self._replace.clicked.connect(self._replace_files)
        self._rename.clicked.connect(self._take_another_name)
        self._browse.clicked.connect(self._browse_place)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    # --- what is chosen -----------------------------------------------------------------------------

    def _show_format(self, format_id: str) -> None:
        self._missing = ""
        self._show_problem("")
        self._show_kind_of_place()
        self.page.show_format(format_id)

    def _show_ticked(self) -> None:
        ticked = len(self._formats.ticked)
        words = self.tr("Export what is ticked ({number:,})") if ticked else self.tr("Export")
        self._export.setText(filled(words, number=ticked))
        bold = QFontMetrics(sized(self._export.font(), 1.0, bold=True))  # as the button that Enter presses is
        self._export.setMinimumWidth(bold.horizontalAdvance(self._export.text()) + _BESIDE_WORDS)
        self._missing = ""
        self._show_problem("")
        self._show_kind_of_place()
        self._changed()

    def _only_exporter(self) -> Exporter | None:
        """Return the format that is written alone; None where several are."""
        formats = self._formats.ticked or (self._formats.format_id,)
        return exporters.exporter_of(formats[0]) if len(formats) == 1 else None

    def _show_kind_of_place(self) -> None:
        """Ask for a file or a folder, as the format has it; what was given stays as far as it can."""
        only = self._only_exporter()
        suffix, before = only.suffix if only is not None else "", self._suffix
        self._place_label.setText(self.tr("F&ile") if suffix else self.tr("F&older"))
        if suffix != before:
            given = self.out
            if before:
                self._stem = given.stem
                given = given.parent
            self._place.setText(str(given / f"{self._stem}{suffix}" if suffix else given))
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
        exporter = self._only_exporter()
        if exporter is not None and exporter.suffix:
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

    def tick(self, *format_ids: str) -> None:
        """Tick formats that are to be written together, and no others."""
        self._formats.tick(format_ids)

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
        for part in (self._formats, self.page, self._place, self._browse, self._replace, self._rename):
            part.setEnabled(not writing)
        self._progress.setText(self.tr("Exporting…") if writing else "")
        self._check()
        if writing:
            self._buttons.setFocus()

    def show_progress(self, letters: int, of: int) -> None:
        """Say how many letters are written; one that goes into three formats counts three times."""
        if self._writing:
            words = self.tr("Exporting… {number:,} of {total:,}")
            self._progress.setText(filled(words, number=letters, total=of))

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

    def ask_what_to_do(self, problem: str) -> None:
        """Say which file is in the way, and ask whether it is replaced or another name is taken."""
        self.fail(problem)
        self._replace.show()
        self._rename.show()
        self._rename.setFocus()  # what harms nothing, for a key that was pressed too soon

    def _replace_files(self) -> None:
        self.overwrite = True
        self.accept()
        self.overwrite = False

    def _take_another_name(self) -> None:
        place = self.out
        names = (place.with_name(f"{place.stem} ({number}){place.suffix}") for number in count(2))
        self._place.setText(str(next(name for name in names if not os.path.lexists(name))))
        self._place.setFocus()
        self._place.selectAll()

    def _show_problem(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._replace.hide()
        self._rename.hide()

    def finish(self) -> None:
        """Close the dialog: all is written."""
        self.set_writing(False)
        super().accept()

    @property
    def asked(self) -> Asked:
        """What is asked for."""
        return replace(self.page.asked, ticked=self._formats.ticked)

    @property
    def stem(self) -> str:
        """The name of the one file that a format makes, without its ending."""
        return self.out.stem if self._suffix else self._stem

    @property
    def out(self) -> Path:
        """The chosen folder, or the chosen file for a format that makes one."""
        return Path(self._place.text().strip()).expanduser()

    @property
    def folder(self) -> Path:
        """The folder that the files go to, or the file."""
        return self.out.parent if self._suffix else self.out

    @property
    def problem(self) -> str:
        """What is said to be in the way; "" for nothing."""
        return self._problem.text()
