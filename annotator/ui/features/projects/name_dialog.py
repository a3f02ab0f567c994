"""Ask once who is working: a name or a pseudonym that goes with every change."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.ui.theme.fonts import sized
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.key_button import KeyButton
from annotator.ui.widgets.text_fields import LineField

LONGEST = 80  # characters
WIDE = 500  # pixels


class NameDialog(Dialog):
    """Ask for a name or pseudonym. `name()` gives it; remembering it is the caller's."""

    help_section = "the-first-letter"

    def __init__(self, suggestion: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who is working?"))
        self._build()
        self._field.textChanged.connect(self._tell)
        self._field.setText(suggestion)
        self._field.selectAll()
        self.setFocusProxy(self._field)
        self._field.setFocus()
        self._tell()

    def name(self) -> str:
        """Return what was filled in, with single spaces and no invisible characters."""
        spaced = " ".join(self._field.text().split())
        return "".join(character for character in spaced if character.isprintable())

    def _build(self) -> None:
        title = QLabel(self.tr("Who is working?"), self)
        title.setFont(sized(self.font(), 1.4, bold=True))
        why = QLabel(
            self.tr(
                "Your name goes with every change you make, so that others can see who did what. A pseudonym "
                "or initials will do. It is kept on this computer and in the project, nowhere else."
            ),
            self,
        )
        why.setWordWrap(True)
        why.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._field = LineField(self)
        self._field.setMaxLength(LONGEST)
        self._field.setPlaceholderText(self.tr("name, pseudonym or initials"))
        self._field.setAccessibleName(self.tr("Your name or pseudonym"))
        self._field.setAccessibleDescription(why.text())
        self._field.setMinimumHeight(self._field.fontMetrics().height() + 17)
        self._start = KeyButton(self.tr("Start"), "Return", self)
        self._start.setDefault(True)
        self._start.clicked.connect(self.accept)
        self._lay_out(title, why)

    def _lay_out(self, title: QLabel, why: QLabel) -> None:
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._start)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 24, 28, 22)
        whole.setSpacing(14)
        whole.addWidget(title)
        whole.addWidget(why)
        whole.addWidget(self._field)
        whole.addLayout(foot)
        self.setFixedSize(WIDE, whole.totalHeightForWidth(WIDE))

    def _tell(self) -> None:
        self._start.setEnabled(bool(self.name()))

    def accept(self) -> None:
        """Close, unless there is no name yet."""
        if self.name():
            super().accept()
