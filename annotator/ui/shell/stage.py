"""Lets a page take the place of the letter and its panes for a while, and brings them back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtWidgets import QWidget

from annotator.core.text import Span
from annotator.session import Session
from annotator.ui.shell.frame import Frame
from annotator.ui.shell.views import Views
from annotator.ui.widgets.panes import LAYOUT_VERSION
from annotator.ui.widgets.parting import part_with


@dataclass(frozen=True, slots=True)
class _Left:
    """What was on the screen, and the state of the project then."""

    state: int
    letter_id: int | None
    selection: Span
    scroll: int
    layout: QByteArray


class Stage:
    """Puts a page in the place of the letter; the layout of the panes, the selection and what is scrolled to
    come back as they were."""

    def __init__(self, frame: Frame, views: Views, session: Session) -> None:
        self._frame, self._views, self._session = frame, views, session
        self._left: _Left | None = None

    def shows(self, page: QWidget) -> bool:
        """Tell whether a page stands there now."""
        return self._views.pages.currentWidget() is page

    def enter(self, page: QWidget) -> None:
        """Show a page, with the panes around it put away."""
        views, session = self._views, self._session
        self._left = _Left(
            session.states.now,
            session.letter_id,
            Span(*views.text.selection()),
            views.text.verticalScrollBar().value(),
            self._frame.saveState(LAYOUT_VERSION),
        )
        for dock in views.docks:
            dock.hide()
        if views.pages.indexOf(page) < 0:
            views.pages.addWidget(page)
        views.pages.setCurrentWidget(page)

    def leave(self) -> None:
        """Bring all back; what was changed since has moved the caret to what it corrected."""
        left, self._left = self._left, None
        if left is None:
            return
        views, session = self._views, self._session
        views.pages.setCurrentWidget(views.letter_page)
        self._frame.arrangement.put_back(left.layout)
        if session.closed or session.letter_id is None or session.letter_id != left.letter_id:
            return
        views.text.select(*session.states.since(left.state).shift(session.letter_id, left.selection))
        bar = views.text.verticalScrollBar()
        bar.setValue(left.scroll)
        # The panes take their room only now: lines break anew, and the bar is as long as it was after that.
        QTimer.singleShot(0, bar, lambda: bar.setValue(left.scroll))

    def discard(self, page: QWidget) -> None:
        """Take a page away for good."""
        self._views.pages.removeWidget(page)
        part_with(page)
