"""How the room of the window is shared: the letters at the left, the two side places at the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar

from annotator.ui.settings import Settings
from annotator.ui.shell.views import Views
from annotator.ui.widgets.panes import LAYOUT_VERSION

_LEAST_TEXT = 420  # pixels of the letter that panes leave in a narrow window
# Letters of the window's text: in less the list gives way to the text, then the side places too.
_LEAST_WIDTHS = (120, 90)
_LINE_OF_TEXT = 640  # pixels that a line as on paper takes at 100 %
_LARGEST_FOCUSED = 1.6  # times its size: the text with the panes away
_LEFT, _RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


@dataclass(frozen=True, slots=True)
class Sizes:
    """Pixels: the window, the width of the letters and of the side places, the height of the upper one."""

    wide: int
    high: int
    letters: int
    side: int
    upper: int

    def written(self) -> str:
        """Return it as a setting keeps it."""
        return f"{self.wide} {self.high} {self.letters} {self.side} {self.upper}"

    @staticmethod
    def read(text: str) -> Sizes | None:
        """Return what a setting kept; None where it is nothing of the kind."""
        parts = text.split()
        if len(parts) != 5 or not all(part.isdecimal() and 0 < int(part) < 100_000 for part in parts):
            return None
        return Sizes(*map(int, parts))


def usual_sizes(wide: int, high: int, upper: int, lower: int) -> Sizes:
    """Return the sizes in a window that nobody has shared otherwise; `upper` and `lower` are the heights that
    the side places want, and the lower one comes first."""
    letters = max(200, min(480, round(0.175 * wide)))
    # On a very wide screen more than its share: lines of a letter have an end, values and headings are long.
    side = max(352, round(200 + 0.12 * wide + 0.28 * max(0, wide - 1920)))
    return Sizes(wide, high, letters, side, max(high // 3, min(upper, high - lower)))


def in_window(sizes: Sizes, wide: int, high: int) -> Sizes:
    """Return the sizes for a window of another size: the panes keep their widths as long as the letter has
    room, and the places at the side their shares of the height."""
    room = max(wide - _LEAST_TEXT, wide // 3)
    letters, side = sizes.letters, sizes.side
    if letters + side > room:
        letters = room * letters // (letters + side)
        side = room - letters
    return Sizes(wide, high, letters, side, high * sizes.upper // sizes.high)


class Arrangement(QObject):
    """Shares the room anew whenever the window has another size, always from what was chosen last: what was
    made small with the window is as large as before when the window is."""

    changed = Signal()  # panes went away or came back

    def __init__(self, frame: QMainWindow, views: Views, settings: Settings) -> None:
        super().__init__(frame)
        self._frame, self._views, self._settings = frame, views, settings
        self._was_restored = False
        self._usual = QByteArray()
        self._chosen: Sizes | None = None  # by hand
        self._before_focus: QByteArray | None = None
        self._before_narrow: QByteArray | None = None
        self._narrow = 0  # how many of the sides give way
        self._away: QByteArray | None = None  # while there are no panes at all
        self._pressed: tuple[int, int, int] | None = None
        self._puts_back = False
        # Behind what shows another page: it brings the panes back first.
        views.pages.currentChanged.connect(lambda _: QTimer.singleShot(0, self, self.fit))
        views.side.reshaped = self.fit
        views.text.installEventFilter(self)

    # --- what is kept -------------------------------------------------------------------------------

    def restore(self) -> None:
        """Put the panes where they stood the last time."""
        settings = self._settings
        if not self._was_restored:
            self._was_restored = True
            self._views.side.default_layout()
            self._usual = self._frame.saveState(LAYOUT_VERSION)
        self._chosen = Sizes.read(settings.text("pane_sizes"))
        state = settings.state("docks")
        self._before_focus = None
        if state.isEmpty():
            self.fit()
        else:
            self._stand(state)
        if settings.flag("focus_layout"):
            self.set_focus_layout(True)

    def keep(self) -> None:
        """Remember how the room is shared."""
        settings = self._settings
        settings.set_state("docks", self._state())
        settings.set("focus_layout", self.is_focused)
        settings.set("pane_sizes", self._chosen.written() if self._chosen else "")

    def taken(self) -> tuple[QByteArray, str]:
        """Return how the room is shared now: where the panes stand, and the sizes that were chosen."""
        return self._state(), self._chosen.written() if self._chosen else ""

    def take(self, state: QByteArray, sizes: str, *, focused: bool) -> None:
        """Share the room as it was taken; an empty state is the usual one."""
        self.set_focus_layout(False)
        self._chosen = Sizes.read(sizes)
        if self._away is not None:
            self._away = state or self._usual
        else:
            self._stand(state or self._usual)
        self.set_focus_layout(focused)
        self.changed.emit()

    def _stand(self, state: QByteArray) -> None:
        """Put the panes where they stood, in the window as it is now."""
        self._before_narrow, self._narrow = None, 0
        self.put_back(state)
        self.fit()

    def put_back(self, state: QByteArray) -> None:
        """Let the panes stand as a state of the window says.

        Where they want more room than there is the window grows with it, and while Qt puts panes in their
        places it must not be asked to do so again: it would end the program.
        """
        self._puts_back = True
        self._frame.restoreState(state, LAYOUT_VERSION)
        self._puts_back = False

    def _state(self) -> QByteArray:
        for kept in (self._away, self._before_focus, self._before_narrow):
            if kept is not None:
                return kept
        return self._frame.saveState(LAYOUT_VERSION)

    # --- sharing ------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Give the panes their sizes in the window as it is."""
        if self._puts_back:
            QTimer.singleShot(0, self, self.fit)
            return
        self._give_way()
        views, frame = self._views, self._frame
        upper, lower = views.side.upper, views.side.lower
        views.side.give_way(frame.height() - self._bars())
        sizes = self._sizes()
        across = [d for d in (views.letters_dock, upper, lower) if d is not None and self._stands(d)]
        if across:
            wide = {views.letters_dock: sizes.letters}
            frame.resizeDocks(across, [wide.get(d, sizes.side) for d in across], Qt.Orientation.Horizontal)
        if upper is not None and lower is not None and self._stands(upper) and self._stands(lower):
            # With the tabs, without the line between the two: else Qt shares out the rest.
            both = lower.geometry().bottom() - upper.geometry().top()
            heights = [sizes.upper, max(1, (both if both > sizes.upper else sizes.high) - sizes.upper)]
            frame.resizeDocks([upper, lower], heights, Qt.Orientation.Vertical)

    def _give_way(self) -> None:
        """Hide sides of a window that has become too narrow for them, and bring them back when it is wide."""
        views = self._views
        if self.is_focused or self._away is not None or views.pages.currentWidget() is not views.letter_page:
            return
        letter = self._frame.fontMetrics().averageCharWidth()
        narrow = sum(self._frame.width() < least * letter for least in _LEAST_WIDTHS)
        before, self._narrow = self._narrow, narrow
        if narrow == before:
            return
        if self._before_narrow is None:
            self._before_narrow = self._state()
        if narrow < before:
            self.put_back(self._before_narrow)
        if narrow:
            views.letters_dock.hide()
        else:
            self._before_narrow = None
        if narrow > 1:
            self._hide_panes()

    def _sizes(self) -> Sizes:
        frame, side = self._frame, self._views.side
        wide, high = frame.width(), max(1, frame.height() - self._bars())
        if self._chosen is None:
            return in_window(usual_sizes(wide, high, *side.heights_wanted()), wide, high)
        return in_window(self._chosen, wide, high)

    def _bars(self) -> int:
        frame = self._frame
        return frame.menuBar().sizeHint().height() + frame.statusBar().sizeHint().height()

    def _stands(self, dock: QDockWidget | None) -> bool:
        """Tell whether a dock is shown where it stands on the first start."""
        if dock is None or dock.isHidden():
            return False
        usual = _LEFT if dock is self._views.letters_dock else _RIGHT
        return self._frame.dockWidgetArea(dock) == usual

    def pressed(self) -> None:
        """Hear that the mouse was pressed between two panes."""
        self._pressed = self._now()

    def released(self) -> None:
        """Hear that it was let go: what was shared by hand stays so."""
        before, self._pressed = self._pressed, None
        now = self._now()
        if before is None or now == before or self.is_focused:
            return
        old, frame = self._sizes(), self._frame
        sizes = [new or was for new, was in zip(now, (old.letters, old.side, old.upper), strict=True)]
        self._chosen = Sizes(frame.width(), old.high, *sizes)

    def _now(self) -> tuple[int, int, int]:
        """Return the width of the letters, that of the side places, and the height of the upper one; 0 for
        what is not there."""
        views = self._views
        upper, lower = views.side.upper, views.side.lower
        letters = views.letters_dock.width() if self._stands(views.letters_dock) else 0
        side = next((d.width() for d in (upper, lower) if d is not None and self._stands(d)), 0)
        both = self._stands(upper) and self._stands(lower)
        return letters, side, upper.height() if both and upper is not None else 0

    # --- without panes ------------------------------------------------------------------------------

    def show_panes(self, shown: bool) -> None:
        """Show the panes around the letter, or none while no project is open."""
        if shown == (self._away is None):
            return
        if shown:
            state, self._away = self._away, None
            assert state is not None
            if not self.is_focused:
                self._stand(state)
        else:
            self._away = self._state()
            self._hide_panes()

    def _hide_panes(self) -> None:
        for dock in (self._views.letters_dock, *self._views.side.docks.values()):
            dock.hide()
        # Of panes that no project ever showed Qt leaves the tabs, which come again with their panes.
        for tabs in self._frame.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            tabs.hide()

    @property
    def is_focused(self) -> bool:
        """Tell whether the side panes are away for the letter."""
        return self._before_focus is not None

    def set_focus_layout(self, focused: bool) -> None:
        """Put the side panes away, so that text and page are as large as they go, or bring them back."""
        if focused == self.is_focused:
            return
        if focused:
            self._before_focus, self._before_narrow, self._narrow = self._state(), None, 0
            self._hide_panes()
        else:
            state, self._before_focus = self._before_focus, None
            assert state is not None
            if self._away is None:
                self._stand(state)
            else:
                self._away = state
        self._views.page_pane.set_focused(focused)
        self.show_text_size()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._views.text and self.is_focused:
            self._size_text()
        return False

    def show_text_size(self) -> None:
        """Show the letter's text in the size of the settings; with the panes away as large as a line goes."""
        self._size_text()
        self._views.page_pane.fit()  # there may be no room for the page beside larger lines

    def _size_text(self) -> None:
        size = self._settings.number("text_size")
        if self.is_focused:
            # Not of the room for the lines: that depends on the size.
            share = self._views.text.width() / _LINE_OF_TEXT
            size = round(size * max(1.0, min(_LARGEST_FOCUSED, share)))
        self._views.text.set_text_size(size)
