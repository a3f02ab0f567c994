"""What a screen reader takes a widget for that paints itself: Qt would call it a filler, and pass it over."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLE, _INSTALLED = "toldRole", "tellsRoles"  # properties: of the widget, of the application


def tell_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Have screen readers take a widget for this; its name is its `accessibleName`.

    Before it is named: Qt makes up its mind when it first has something to say of a widget.
    """
    widget.setProperty(_ROLE, role.value)
    app = QCoreApplication.instance()
    if app is not None and not app.property(_INSTALLED):
        app.setProperty(_INSTALLED, True)
        QAccessible.installFactory(_made)


def _made(_: str, thing: QObject) -> QAccessibleInterface | None:
    """Return how a widget that was told of shows itself; of all others Qt knows better."""
    if not isinstance(thing, QWidget) or (role := thing.property(_ROLE)) is None:
        return None
    return QAccessibleWidget(thing, QAccessible.Role(role))
