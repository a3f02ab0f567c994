"""Where the desk and its panes stand, for who puts something in their place and brings them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.shell.docks import LAYOUT_VERSION

if TYPE_CHECKING:
    from annotator.ui.shell.main_window import MainWindow


class DeskPlace:
    """The layout of the panes, the selection and what is scrolled to, as they are when this is made."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._state = window.project.states.now
        self._letter_id = window.project.letter_id
        self._selection = window.selection()
        self._scroll = window.view.verticalScrollBar().value()
        self._layout = window.saveState(LAYOUT_VERSION)

    def hide_panes(self) -> None:
        """Hide all panes around the desk."""
        window = self._window
        for dock in (window.letters_dock, window.search_dock, *window.side.docks.values()):
            dock.hide()

    def come_back(self) -> None:
        """Bring all back; what was changed since has moved the caret to what it corrected."""
        window, session = self._window, self._window.session
        window.pages.setCurrentWidget(window.desk_page)
        window.restoreState(self._layout, LAYOUT_VERSION)
        if session is None or session.closed or session.letter_id is None:
            return
        if session.letter_id == self._letter_id:
            window.view.select(*session.states.since(self._state).shift(session.letter_id, self._selection))
            window.view.verticalScrollBar().setValue(self._scroll)
