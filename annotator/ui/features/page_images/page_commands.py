"""The commands of the page images: where they stand, how large they are, whether they follow the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.ui.features.page_images.page_pane import PLACES
from annotator.ui.features.page_images.zoom import Zoom
from annotator.ui.widgets.key_cap import key_text

if TYPE_CHECKING:
    from annotator.ui.shell.main_window import MainWindow

_SAID = {
    "beside": QT_TRANSLATE_NOOP("Window", "Page images beside the text."),
    "above": QT_TRANSLATE_NOOP("Window", "Page images above the text."),
    "hidden": QT_TRANSLATE_NOOP("Window", "Page images hidden."),
}
_FITS = {
    "text": QT_TRANSLATE_NOOP("Window", "Page images as wide as their lines."),
    "width": QT_TRANSLATE_NOOP("Window", "Page images as wide as the page."),
    "page": QT_TRANSLATE_NOOP("Window", "The whole page."),
}


class PageMoves(QObject):
    """Does what is asked of the page images, and says so; also where a letter has none."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def next_place(self) -> None:
        """Put the images beside the text, above it, or hide them: the next of the three."""
        place = self._window.page_pane.place
        self.put(PLACES[(PLACES.index(place) + 1) % len(PLACES)])

    def put(self, place: str) -> None:
        """Put the images in a place; a letter without images is told of, the place is remembered."""
        window = self._window
        window.page_pane.choose(place)
        if place != "hidden" and not window.page_pane.has_pages:
            self._say_none()
            return
        window.say(Message("Window", _SAID[place]))
        window.paging.bring_in_step()

    def fit(self, fit: str) -> None:
        """Fit the images to the pane."""
        if self._shown():
            self._window.paging.view.set_zoom(Zoom(fit))
            self._window.say(Message("Window", _FITS[fit]))

    def zoom(self, by: int) -> None:
        """Show the images a step larger or smaller."""
        if self._shown():
            self._window.paging.view.zoom_by(by)

    def toggle_following(self) -> None:
        """Have the images scroll along with the text, or leave them where they are."""
        if not self._shown():
            return
        follows = not self._window.paging.view.follows
        self._window.paging.view.set_follows(follows)
        self._window.settings.set("page_follows", follows)
        said = QT_TRANSLATE_NOOP("Window", "The page image follows the text.")
        if not follows:
            said = QT_TRANSLATE_NOOP("Window", "The page image stays where it is.")
        self._window.say(Message("Window", said))

    def _shown(self) -> bool:
        pane = self._window.page_pane
        if pane.is_open:
            return True
        if pane.has_pages:
            text = QT_TRANSLATE_NOOP("Window", "The page images are hidden: {key} shows them.")
            keys = self._window.actions_["pages_place"].shortcut().toString()
            self._window.say(Message("Window", text, {"key": key_text(keys)}))
        else:
            self._say_none()
        return False

    def _say_none(self) -> None:
        text = QT_TRANSLATE_NOOP("Window", "This letter has no page images: its source is plain text.")
        self._window.say(Message("Window", text))
