"""Ask for the password of files that are locked with one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from annotator.ui.theme.fonts import sized
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.text_fields import LineField

_MOST_NAMES = 6


class PasswordDialog(Dialog):
    """Ask for one password, which is tried on each of the files. `password()` gives it."""

    help_section = "importing"

    def __init__(self, names: Sequence[str], *, again: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Locked files"))
        title = self._label(self.tr("%Ln file(s) need a password", "", len(names)))
        title.setFont(sized(self.font(), 1.2, bold=True))
        why = self._label(
            self.tr("That password opened none of these files. Try another one, or leave them out.")
            if again
            else self.tr("One password is tried on all of them. It is kept nowhere.")
        )
        shown = [*names[:_MOST_NAMES], *(["…"] if len(names) > _MOST_NAMES else [])]
        files = self._label("\n".join(shown))
        self._field = LineField(self)
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setAccessibleName(self.tr("Password"))
        self._field.setPlaceholderText(self.tr("password"))
        buttons = QDialogButtonBox(self)
        self._open = buttons.addButton(self.tr("&Open them"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("&Leave them out"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._field.textChanged.connect(lambda text: self._open.setEnabled(bool(text)))
        self._open.setEnabled(False)
        self._open.setDefault(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 22, 24, 18)
        whole.setSpacing(12)
        for widget in (title, why, files, self._field, buttons):
            whole.addWidget(widget)
        self.setMinimumWidth(460)
        self._field.setFocus()

    def password(self) -> str:
        """Return what was filled in."""
        return self._field.text()

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)  # names of files may look like markup
        label.setWordWrap(True)
        return label
