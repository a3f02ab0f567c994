"""The context menu of a row of a list or table: what its keys do, with their names."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QMenu

from annotator.ui.widgets.key_cap import key_text

# Text, keys ("" for none) and what it does; None is a line. A choice without a call cannot be chosen.
Choice = tuple[str, str, Callable[[], object] | None]
Choices = Sequence[Choice | None]


def give_menu(view: QAbstractItemView, choices: Callable[[], Choices]) -> None:
    """Have a right click on a row, or the menu key, offer choices; they are asked for when it comes up."""

    def show(at: QPoint) -> None:
        index = view.indexAt(at)
        if not index.isValid():
            return
        if view.currentIndex() != index:
            view.setCurrentIndex(index)
        offered = choices()
        if offered:
            menu_of(view, offered).popup(view.viewport().mapToGlobal(at))

    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.customContextMenuRequested.connect(show)


def menu_of(view: QAbstractItemView, choices: Choices) -> QMenu:
    """Return a menu of choices; it goes away by itself."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for choice in choices:
        if choice is None:
            menu.addSeparator()
            continue
        text, keys, call = choice
        name = text.replace("&", "&&")
        action = menu.addAction(f"{name}\t{key_text(keys)}" if keys else name)
        action.setEnabled(call is not None)
        if call is not None:
            action.triggered.connect(lambda _=False, call=call: call())
    return menu
