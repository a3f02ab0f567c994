"""Who decides which of the themes is shown, and dresses the application in it."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessibilityHints, QGuiApplication, QStyleHints
from PySide6.QtWidgets import QApplication

from annotator.ui.theme.fonts import ui_font
from annotator.ui.theme.stylesheet import stylesheet
from annotator.ui.theme.theme import Theme, palette_of, theme_for

Choice = Literal["system", "light", "dark"]
Contrast = Literal["system", "high", "normal"]


@lru_cache(maxsize=1)
def _hints() -> tuple[QStyleHints, QAccessibilityHints]:
    """Return what the system asks for; kept, since PySide thinks that the second goes with the first."""
    hints = QGuiApplication.styleHints()
    return hints, hints.accessibility()


def _accessibility() -> QAccessibilityHints:
    return _hints()[1]


class ThemeKeeper(QObject):
    """Dress an application, again when the system's colours, the choice or the text size change."""

    changed = Signal(object)  # Theme

    def __init__(
        self,
        app: QApplication,
        choice: Choice = "system",
        percent: int = 100,
        contrast: Contrast = "system",
    ) -> None:
        super().__init__(app)
        self._app = app
        self._choice: Choice = choice
        self._contrast: Contrast = contrast
        self._percent = percent
        self._shown: tuple[Theme, int] | None = None
        self._base_families = app.font().families()
        app.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._refresh)
        _accessibility().contrastPreferenceChanged.connect(self._refresh)
        self._refresh()

    @property
    def theme(self) -> Theme:
        """Return the theme that is shown now."""
        dark = self._choice == "dark"
        if self._choice == "system":
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return theme_for(dark=dark, strong=self._is_strong())

    def _is_strong(self) -> bool:
        if self._contrast == "system":
            return _accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
        return self._contrast == "high"

    @property
    def choice(self) -> Choice:
        """Return what was chosen: follow the system, or one of the two for good."""
        return self._choice

    def choose(self, choice: Choice) -> None:
        """Follow the system, or show light or dark whatever the system does."""
        self._choice = choice
        self._refresh()

    def choose_contrast(self, contrast: Contrast) -> None:
        """Follow the system, or show high contrast or none whatever the system does."""
        self._contrast = contrast
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
