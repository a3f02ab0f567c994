"""The commands of the page images: where they stand, how large they are, whether they follow the text."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.ui.context import Context
from annotator.ui.features.page_images.page_pane import PLACES, PagePane
from annotator.ui.features.page_images.pane import PageView
from annotator.ui.features.page_images.zoom import Zoom
from annotator.ui.widgets.key_cap import key_text

_SAID = {
    "beside": QT_TRANSLATE_NOOP("Window", "Page images beside the text."),
    "above": QT_TRANSLATE_NOOP("Window", "The lines of the page above the text."),
    "hidden": QT_TRANSLATE_NOOP("Window", "Page images hidden: {key} shows them."),
}
_FITS = {
    "text": QT_TRANSLATE_NOOP("Window", "Page images as wide as their lines."),
    "width": QT_TRANSLATE_NOOP("Window", "Page images as wide as the page."),
    "page": QT_TRANSLATE_NOOP("Window", "The whole page."),
}


class PageCommands(QObject):
    """Does what is asked of the page images, and says so; also where a letter has none.

    `shown` is told where the images have come into view: they are to show the place of the caret then.
    """

    shown = Signal()

    def __init__(self, pane: PagePane, view: PageView, context: Context) -> None:
        super().__init__(pane)
        self._pane, self._view, self._context = pane, view, context

    def next_place(self) -> None:
        """Put the images beside the text, above it, or hide them: the next of the three."""
        places = [place for place in PLACES if place != "beside" or self._pane.has_room_for_both]
        at = places.index(self._pane.place)
        self.put(places[(at + 1) % len(places)])

    def put(self, place: str) -> None:
        """Put the images in a place; a letter without images is told of, the place is remembered."""
        self._pane.choose(place)
        if place != "hidden" and not self._pane.has_pages:
            self._say_none()
            return
        self._context.say(Message("Window", _SAID[self._pane.place], self._keys()))
        self.shown.emit()

    def fit(self, fit: str) -> None:
        """Fit the images to the pane."""
        if not self._shown():
            return
        if fit == "page" and self._pane.place == "above":
            self._pane.show_whole(not self._pane.is_whole)  # a strip has no room for it
        else:
            self._view.set_zoom(Zoom(fit))
            self._context.say(Message("Window", _FITS[fit]))

    def step(self, by: int) -> None:
        """Go to the next page, or with -1 to the one before; there and in the text."""
        if self._shown():
            self._view.step_page(by)

    def zoom(self, by: int) -> None:
        """Show the images a step larger or smaller."""
        if self._shown():
            self._view.zoom_by(by)

    def toggle_following(self) -> None:
        """Have the images scroll along with the text, or leave them where they are."""
        if not self._shown():
            return
        follows = not self._view.follows
        self._view.set_follows(follows)
        self._context.settings.set("page_follows", follows)
        said = QT_TRANSLATE_NOOP("Window", "The page image follows the text.")
        if not follows:
            said = QT_TRANSLATE_NOOP("Window", "The page image stays where it is.")
        self._context.say(Message("Window", said))

    def _keys(self) -> dict[str, object]:
        return {"key": key_text(self._context.keys_of("pages_place"))}

    def _shown(self) -> bool:
        pane = self._pane
        if pane.is_open:
            return True
        if pane.has_pages:
            text = QT_TRANSLATE_NOOP("Window", "The page images are hidden: {key} shows them.")
            self._context.say(Message("Window", text, self._keys()))
        else:
            self._say_none()
        return False

    def _say_none(self) -> None:
        text = QT_TRANSLATE_NOOP("Window", "This letter has no page images: its source is plain text.")
        self._context.say(Message("Window", text))
