"""Lays a page over whatever the window shows, with a project or without one, and takes it away again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QApplication, QWidget

from annotator.session import Session
from annotator.ui.context import Context
from annotator.ui.features.help.controller import Commands, HelpController
from annotator.ui.shell.frame import Frame
from annotator.ui.widgets.panes import LAYOUT_VERSION


class Cover:
    """Shows a page in the middle of the window; page, panes and focus come back as they were."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._below: QWidget | None = None
        self._focus: QWidget | None = None
        self._layout = QByteArray()

    def shows(self, page: QWidget) -> bool:
        """Tell whether a page is what one sees now."""
        return self._frame.views.pages.currentWidget() is page

    def enter(self, page: QWidget) -> None:
        """Show a page, with the panes around it put away."""
        pages = self._frame.views.pages
        self._below, self._focus = pages.currentWidget(), QApplication.focusWidget()
        self._layout = self._frame.saveState(LAYOUT_VERSION)
        for dock in self._frame.views.docks:
            dock.hide()
        if pages.indexOf(page) < 0:
            pages.addWidget(page)
        pages.setCurrentWidget(page)

    def leave(self, page: QWidget) -> None:
        """Bring back what the page lies over; nothing where something else took its place meanwhile."""
        below, focus, self._below, self._focus = self._below, self._focus, None, None
        if not self.shows(page) or below is None:
            return
        self._frame.views.pages.setCurrentWidget(below)
        self._frame.arrangement.put_back(self._layout)
        (focus if focus is not None and focus.isVisible() else below).setFocus(
            Qt.FocusReason.OtherFocusReason
        )


def help_over(
    frame: Frame,
    context: Context,
    commands: Commands,
    project: Callable[[], Session | None],
    show_keys: Callable[[], None],
) -> HelpController:
    """Make the manual and the key sheet, over whatever the window shows."""
    return HelpController(context, commands, project, Cover(frame), show_keys, frame)
