"""The focus layout, and layouts with names: where panes and pages stand, and how large they are."""

from __future__ import annotations

from functools import partial
from hashlib import blake2b

from PySide6.QtCore import QByteArray, QObject
from PySide6.QtWidgets import QMenu

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.ui.context import Context
from annotator.ui.features.page_images.page_pane import PLACES
from annotator.ui.shell.frame import Frame
from annotator.ui.widgets.ask_text import ask_text
from annotator.ui.widgets.key_cap import key_text
from annotator.ui.widgets.parting import part_with

_HEAD = b"\n"  # between what is said in words and the state of the docks


class Layouts(QObject):
    """Keeps layouts in the settings by their names, brings them back, and offers them in a menu."""

    def __init__(self, frame: Frame, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._frame, self._context = frame, context

    # --- the letter alone -----------------------------------------------------------------------------

    def toggle_focus(self) -> None:
        """Put the side panes away for the letter, or bring them back."""
        if not self._shows_letter():
            return
        arrangement = self._frame.arrangement
        focused = not arrangement.is_focused
        arrangement.set_focus_layout(focused)
        if focused:
            self._context.navigator.focus_text()
            text = QT_TRANSLATE_NOOP("Window", "Side panes away: {key} brings them back.")
            key = key_text(self._context.keys_of("focus_layout"))
            self._context.say(Message("Window", text, {"key": key}))

    def _shows_letter(self) -> bool:
        """Tell whether the letter is on the screen: no other page has panes."""
        return self._frame.views.pages.currentWidget() is self._frame.views.letter_page

    # --- by their names -------------------------------------------------------------------------------

    def names(self) -> list[str]:
        """Return the names of the layouts that were kept."""
        return self._context.settings.layouts()

    def ask_name(self) -> None:
        """Ask what the layout as it is now shall be called, and keep it."""
        title, question = self.tr("Save the layout"), self.tr("Its name; one of the same name is replaced")
        name = ask_text(self._frame, title, question)
        if name is not None and (name := " ".join(name.split())[:60]):
            self.save(name)

    def save(self, name: str) -> None:
        """Keep the layout as it is now by a name, in place of another one of that name."""
        settings = self._context.settings
        state, sizes = self._frame.arrangement.taken()
        focused = str(int(self._frame.arrangement.is_focused))
        pages = [settings.text("page_place"), settings.number("page_share"), settings.number("strip_height")]
        said = "|".join([focused, sizes, *map(str, pages)])
        settings.set_state(_key(name), QByteArray(said.encode() + _HEAD + bytes(state.data())))
        settings.set_layouts([*(n for n in self.names() if n != name), name])
        text = QT_TRANSLATE_NOOP("Window", "Layout “{name}” saved: {key} brings it back.")
        key = key_text(self._context.keys_of("choose_layout"))
        self._context.say(Message("Window", text, {"name": name, "key": key}))

    def choose(self, name: str) -> None:
        """Bring a layout back."""
        said, _, state = bytes(self._context.settings.state(_key(name)).data()).partition(_HEAD)
        parts = said.decode("ascii", "replace").split("|")
        if len(parts) != 5 or not self._shows_letter():
            return
        focused, sizes, place, share, strip = parts
        self._take(QByteArray(state), sizes, place, _number(share), _number(strip), focused=focused == "1")
        text = QT_TRANSLATE_NOOP("Window", "Layout “{name}”.")
        self._context.say(Message("Window", text, {"name": name}))

    def usual(self) -> None:
        """Share the room as on the first start."""
        if self._shows_letter():
            self._take(QByteArray(), "", "", 0, 0, focused=False)
            self._context.say(Message("Window", QT_TRANSLATE_NOOP("Window", "The usual layout.")))

    def remove(self, name: str) -> None:
        """Forget a layout."""
        self._context.settings.set_layouts([known for known in self.names() if known != name])
        text = QT_TRANSLATE_NOOP("Window", "Layout “{name}” removed.")
        self._context.say(Message("Window", text, {"name": name}))

    def _take(
        self, state: QByteArray, sizes: str, place: str, share: int, strip: int, *, focused: bool
    ) -> None:
        settings = self._context.settings
        settings.set("page_share", min(999, share))
        settings.set("strip_height", min(9_999, strip))
        self._frame.arrangement.take(state, sizes, focused=focused)
        self._frame.views.page_pane.choose(place if place in PLACES else "")

    # --- the menu -------------------------------------------------------------------------------------

    def fill(self, view: QMenu) -> None:
        """Put the layouts into a menu."""
        layouts = view.addMenu(self.tr("Layouts"))
        layouts.setObjectName("layouts")
        layouts.aboutToShow.connect(lambda: self._offer(layouts))

    def show_menu(self) -> None:
        """Offer the layouts over the letter; a digit chooses one."""
        menu = QMenu(self._frame)
        menu.setObjectName("layouts")
        self._offer(menu)
        menu.setActiveAction(menu.actions()[0])
        text = self._frame.views.text
        menu.exec(text.mapToGlobal(text.rect().center()))
        part_with(menu)

    def _offer(self, menu: QMenu) -> None:
        menu.clear()
        for number, name in enumerate(self.names(), 1):
            digit = f"&{number}  " if number < 10 else ""
            menu.addAction(digit + name.replace("&", "&&"), partial(self.choose, name))
        menu.addAction(self.tr("The &usual layout"), self.usual)
        menu.addSeparator()
        menu.addAction(self.tr("&Save the layout as…"), self.ask_name)
        if self.names():
            gone = menu.addMenu(self.tr("&Remove"))
            for name in self.names():
                gone.addAction(name.replace("&", "&&"), partial(self.remove, name))


def _key(name: str) -> str:
    return f"named_{blake2b(name.encode(), digest_size=8).hexdigest()}"


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 0
