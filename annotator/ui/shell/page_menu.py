"""The menu of a page image: what its keys do, where it was clicked."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from annotator.ui.features.page_images.commands import MENU
from annotator.ui.features.page_images.pane import PageView
from annotator.ui.shell.actions import Actions
from annotator.ui.widgets.parting import part_with


def connect_page(view: PageView, actions: Actions, window: QWidget) -> None:
    """Connect what is asked for on a page image to the commands that do it."""
    view.menu_wanted.connect(lambda place: show_page_menu(actions, window, place))
    view.tools.asked.connect(actions["go_to_line"].trigger)


def show_page_menu(actions: Actions, window: QWidget, place: QPoint) -> None:
    """Show what can be done with the page images, at a place of the screen."""
    menu = QMenu(window)
    menu.setObjectName("page_menu")
    for name in MENU:
        if name:
            menu.addAction(actions[name])
        else:
            menu.addSeparator()
    menu.exec(place)
    part_with(menu)
