"""Ask before letters are removed: which, what goes with them, and whether from the backups too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from annotator.storage.letter_care import MadeOf
from annotator.ui.theme.fonts import UI_PIXELS, sized
from annotator.ui.translate import filled
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.elided_label import ElidedLabel

_TITLES = 8  # shown
_WIDE = 500  # pixels


class RemovalDialog(Dialog):
    """Ask whether letters are to be removed. The safe answer is the default one."""

    help_section = "letters"

    def __init__(self, titles: Sequence[str], made: MadeOf, parent: QWidget | None = None) -> None:
        """`titles` are the first of the letters; `made` tells how many there are, and what else goes."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Remove letters"))
        heading = QLabel(self.tr("Remove %Ln letter(s) from the project?", "", made.letters), self)
        heading.setFont(sized(self.font(), 1.3, bold=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 22, 26, 16)
        column.setSpacing(10)
        column.addWidget(heading)
        for title in titles[:_TITLES]:
            column.addWidget(ElidedLabel(f"· {title}", self))
        more = made.letters - min(len(titles), _TITLES)
        if more > 0:
            column.addWidget(ElidedLabel(filled(self.tr("· and {n:,} more"), n=more), self))
        column.addSpacing(6)
        column.addWidget(self._lost(made))
        warning = QLabel(
            self.tr("This cannot be undone. The files that the letters came from stay where they are."), self
        )
        warning.setWordWrap(True)
        column.addWidget(warning)
        self._backups = QCheckBox(self.tr("Also from the automatic &backups"), self)
        column.addWidget(self._backups)
        note = QLabel(
            self.tr("Without it the letters can still be found in the backups that were made before."), self
        )
        note.setWordWrap(True)
        note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column.addWidget(note)
        column.addSpacing(8)
        column.addWidget(self._buttons())
        wide = round(_WIDE * max(1.0, self.font().pixelSize() / UI_PIXELS))
        self.setFixedSize(wide, column.totalHeightForWidth(wide))

    def _lost(self, made: MadeOf) -> QLabel:
        label = QLabel(self.lost_text(made), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("class", "problem" if any(_counts(made)) else "")
        return label

    def lost_text(self, made: MadeOf) -> str:
        """Say what was made of the letters and goes with them."""
        counts = (
            (made.corrections, self.tr("%Ln correction(s)", "", made.corrections)),
            (made.sections, self.tr("%Ln section(s)", "", made.sections)),
            (made.passages, self.tr("%Ln passage(s)", "", made.passages)),
            (made.values, self.tr("%Ln value(s)", "", made.values)),
            (made.notes, self.tr("%Ln note(s)", "", made.notes)),
        )
        said = ", ".join(text for count, text in counts if count)
        if not said:
            return self.tr("Nothing was made of them yet.")
        return self.tr("With them go: {what}.").format(what=said)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        remove = buttons.addButton(self.tr("&Remove"), QDialogButtonBox.ButtonRole.AcceptRole)
        keep = buttons.addButton(self.tr("Keep them"), QDialogButtonBox.ButtonRole.RejectRole)
        remove.setAutoDefault(False)
        keep.setDefault(True)
        keep.setFocus()
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    @property
    def from_backups(self) -> bool:
        """Whether they are to go from the automatic backups too."""
        return self._backups.isChecked()


def _counts(made: MadeOf) -> tuple[int, ...]:
    return (made.corrections, made.sections, made.passages, made.values, made.notes)
