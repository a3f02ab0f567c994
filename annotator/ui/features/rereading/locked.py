"""Sources that a password keeps shut."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from annotator.ui.widgets.parting import part_with


def is_locked(error: Exception) -> bool:
    """Tell whether a source cannot be read because it needs a password."""
    from annotator.importers.interface import Locked

    return isinstance(error, Locked)


def ask_password(names: Sequence[str], parent: QWidget, *, again: bool) -> str:
    """Ask for the password of what has these names; "" where it is to be left out."""
    from annotator.core.printable import printable
    from annotator.ui.widgets.password_dialog import PasswordDialog

    dialog = PasswordDialog([printable(name) for name in names], again=again, parent=parent)
    password = dialog.password() if dialog.exec() else ""
    part_with(dialog)
    return password
