"""The settings in pages; what is changed takes effect at once."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.features.settings.backups_page import BackupsPage
from annotator.ui.features.settings.general_page import GeneralPage
from annotator.ui.features.settings.keys_page import Clash, KeysPage
from annotator.ui.theme.fonts import sized
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.key_button import KeyButton
from annotator.ui.widgets.separator import Separator

PAGES = ("general", "backups", "keys")


class SettingsDialog(Dialog):
    """Ask for the settings; each change is told by `changed`, those of keys by the page `keys`."""

    help_section = "settings"

    changed = Signal(str, object)  # setting, value

    def __init__(
        self, values: Mapping[str, object], clash: Clash, parent: QWidget | None = None, page: str = "general"
    ) -> None:
        """`values` are the settings by their keys; `clash` is as `KeysPage` needs it."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._list = QListWidget(self)  # first, so that Tab goes from it to its page
        general, backups = GeneralPage(values, self), BackupsPage(values, self)
        self.keys = KeysPage(clash, self)
        for part in (general, backups):
            part.changed.connect(self.changed)
        names = (self.tr("You and the screen"), self.tr("Backups"), self.tr("Keys"))
        self._list.setAccessibleName(self.tr("Pages of the settings"))
        self._list.setProperty("class", "pages")
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.addItems(names)
        self._stack = QStackedWidget(self)
        for name, shown in zip(names, (general, backups, self.keys), strict=True):
            self._stack.addWidget(self._titled(name, shown))
        self._list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._lay_out()
        self._list.setCurrentRow(PAGES.index(page), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._list.setFocus()

    def _titled(self, name: str, page: QWidget) -> QWidget:
        whole = QWidget(self)
        title = QLabel(name, whole)
        title.setFont(sized(self.font(), 1.3, bold=True))
        column = QVBoxLayout(whole)
        column.setContentsMargins(26, 22, 26, 14)
        column.setSpacing(16)
        column.addWidget(title)
        column.addWidget(page, 1)
        return whole

    def _lay_out(self) -> None:
        close = KeyButton(self.tr("Close"), "Esc", self)
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        self._list.setFixedWidth(
            max(
                180,
                max(self.fontMetrics().horizontalAdvance(self._list.item(n).text()) for n in range(3)) + 56,
            )
        )
        foot = QHBoxLayout()
        foot.setContentsMargins(26, 10, 26, 14)
        foot.addStretch(1)
        foot.addWidget(close)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addWidget(Separator(parent=self))
        right.addLayout(foot)
        self.lay_in_pages(self._list, right)
        self.fill_window((640, 420), (900, 640))
