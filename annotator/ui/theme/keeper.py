"""Who decides which of the themes is shown, and dresses the application in it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from annotator.ui.theme.fonts import ui_font
from annotator.ui.theme.stylesheet import stylesheet
from annotator.ui.theme.theme import DARK, LIGHT, Theme, palette_of

Choice = Literal["system", "light", "dark"]


class ThemeKeeper(QObject):
    """Dress an application, again when the system's colours, the choice or the text size change."""

    changed = Signal(object)  # Theme

    def __init__(self, app: QApplication, choice: Choice = "system", percent: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._choice: Choice = choice
        self._percent = percent
        self._shown: tuple[Theme, int] | None = None
        self._base_families = app.font().families()
        app.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._refresh)
        self._refresh()

    @property
    def theme(self) -> Theme:
        """Return the theme that is shown now."""
        if self._choice == "system":
            return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._choice == "dark" else LIGHT

    @property
    def choice(self) -> Choice:
        """Return what was chosen: follow the system, or one of the two for good."""
        return self._choice

    def choose(self, choice: Choice) -> None:
        """Follow the system, or show light or dark whatever the system does."""
        self._choice = choice
        self._refresh()

    def set_percent(self, percent: int) -> None:
        """Set the size of the window's text; the text has a size of its own."""
        self._percent = percent
        self._refresh()

    def _refresh(self) -> None:
        theme = self.theme
        if self._shown == (theme, self._percent):
            return
        self._shown = (theme, self._percent)
        self._app.setFont(ui_font(self._percent, self._base_families))
        self._app.setPalette(palette_of(theme))
        self._app.setStyleSheet(stylesheet(theme))
        self.changed.emit(theme)
