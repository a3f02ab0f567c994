"""Ask whether files that differ by a number are letters, or the pages of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QRadioButton, QVBoxLayout, QWidget

from annotator.core.printable import printable
from annotator.importers.grouping import BY_NAME, EACH
from annotator.ui.theme.fonts import sized
from annotator.ui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from annotator.importers import FileGroup

_MOST_NAMES = 6


class PagesDialog(Dialog):
    """Ask once for all files of an import. `pages()` gives the answer, one of `grouping.PAGES`."""

    help_section = "importing"

    def __init__(self, groups: Sequence[FileGroup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Letters or pages"))
        count = sum(len(group.files) for group in groups)
        title = self._label(self.tr("%Ln file(s) may be the pages of letters", "", count))
        title.setFont(sized(self.font(), 1.2, bold=True))
        why = self._label(self.tr("Their names differ only by the number at the end."))
        shown = [self._line(group) for group in groups[:_MOST_NAMES]]
        names = self._label("\n".join([*shown, *(["…"] if len(groups) > _MOST_NAMES else [])]))
        self._by_name = QRadioButton(
            self.tr("&Pages: one letter of each name (%Ln letter(s))", "", len(groups)), self
        )
        self._each = QRadioButton(self.tr("&Letters: one of each file (%Ln letter(s))", "", count), self)
        self._by_name.setChecked(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        go_on = buttons.addButton(self.tr("&Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 22, 24, 18)
        whole.setSpacing(12)
        for widget in (title, why, names, self._by_name, self._each, buttons):
            whole.addWidget(widget)
        self.setMinimumWidth(480)
        self._by_name.setFocus()

    def pages(self) -> str:
        """Return what was chosen."""
        return BY_NAME if self._by_name.isChecked() else EACH

    def _line(self, group: FileGroup) -> str:
        first, last = printable(group.files[0][0]), printable(group.files[-1][0])
        return self.tr("{name}: {first} to {last}").format(
            name=printable(group.path.name), first=first, last=last
        )

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)  # names of files may look like markup
        label.setWordWrap(True)
        return label
