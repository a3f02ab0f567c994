"""The colours of the application, light and dark, each also in high contrast.

A widget that paints for itself asks `theme_of(self)` while it paints. Qt hands a changed palette to every
widget and repaints it, so a change of theme needs no wiring and no global.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as `#rrggbb`; text colours are readable (4.5 to 1) on background, panel, paper, selection."""

    dark: bool
    background: str
    panel: str
    paper: str
    line: str
    line_strong: str
    ink: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    marked: str
    amber: str
    amber_tint: str
    green: str
    red: str
    cap: str
    hover: str
    shadow: str


LIGHT = Theme(
    dark=False,
    background="#f4f5f3",
    panel="#fbfbfa",
    paper="#ffffff",
    line="#dcdfda",
    line_strong="#c3c9c2",
    ink="#1d2321",
    muted="#5a635e",
    accent="#0f6a6f",
    on_accent="#ffffff",
    selection="#e6f0ef",
    marked="#c2dedd",
    amber="#8a5200",
    amber_tint="#fdf1d8",
    green="#256b43",
    red="#a32a1e",
    cap="#ffffff",
    hover="#eceeea",
    shadow="#1d2321",
)
DARK = Theme(
    dark=True,
    background="#191c1b",
    panel="#202423",
    paper="#1d2120",
    line="#333937",
    line_strong="#4a524f",
    ink="#e6eae7",
    muted="#98a29d",
    accent="#58b8b6",
    on_accent="#10201f",
    selection="#263230",
    marked="#2b5354",
    amber="#f0b35a",
    amber_tint="#3b3120",
    green="#77c796",
    red="#f08c7c",
    cap="#262b29",
    hover="#2a302e",
    shadow="#000000",
)


# For who asks the system for high contrast: text by 7 to 1, and lines that are seen.
LIGHT_STRONG = Theme(
    dark=False,
    background="#ffffff",
    panel="#ffffff",
    paper="#ffffff",
    line="#6b6b6b",
    line_strong="#000000",
    ink="#000000",
    muted="#333333",
    accent="#00474b",
    on_accent="#ffffff",
    selection="#d5ebea",
    marked="#a9d6d4",
    amber="#5c3200",
    amber_tint="#fff0c9",
    green="#08401f",
    red="#7a0d04",
    cap="#ffffff",
    hover="#e4ecec",
    shadow="#000000",
)
DARK_STRONG = Theme(
    dark=True,
    background="#000000",
    panel="#000000",
    paper="#000000",
    line="#9a9a9a",
    line_strong="#ffffff",
    ink="#ffffff",
    muted="#d6d6d6",
    accent="#7ff5f0",
    on_accent="#000000",
    selection="#0f3a3b",
    marked="#14585a",
    amber="#ffd27a",
    amber_tint="#3a2c08",
    green="#9ff0ba",
    red="#ffb8ae",
    cap="#000000",
    hover="#1f2f2f",
    shadow="#000000",
)
THEMES = (LIGHT, DARK, LIGHT_STRONG, DARK_STRONG)


def theme_for(*, dark: bool, strong: bool) -> Theme:
    """Return the theme that is light or dark, and of high contrast or not."""
    if strong:
        return DARK_STRONG if dark else LIGHT_STRONG
    return DARK if dark else LIGHT


def theme_of_palette(palette: QPalette) -> Theme:
    """Return the theme that a palette was made from; for a foreign palette the one nearest to it."""
    link = palette.color(QPalette.ColorRole.Link).name()
    for theme in THEMES:
        if link == theme.accent:
            return theme
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def theme_of(widget: QWidget) -> Theme:
    """Return the theme that a widget is shown in."""
    return theme_of_palette(widget.palette())


def palette_of(theme: Theme) -> QPalette:
    """Return Qt's palette for a theme. The link colour identifies the theme: see `theme_of_palette`."""
    palette = QPalette(QColor(theme.background))
    role = QPalette.ColorRole
    for place, colour in (
        (role.Window, theme.background),
        (role.WindowText, theme.ink),
        (role.Base, theme.paper),
        (role.AlternateBase, theme.panel),
        (role.Text, theme.ink),
        (role.Button, theme.panel),
        (role.ButtonText, theme.ink),
        (role.BrightText, theme.red),
        (role.ToolTipBase, theme.panel),
        (role.ToolTipText, theme.ink),
        (role.PlaceholderText, theme.muted),
        (role.Highlight, theme.marked),
        (role.HighlightedText, theme.ink),
        (role.Accent, theme.accent),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.Light, theme.panel),
        (role.Midlight, theme.hover),
        (role.Mid, theme.line),
        (role.Dark, theme.line_strong),
        (role.Shadow, theme.shadow),
    ):
        palette.setColor(place, QColor(colour))
    for place in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, QColor(theme.muted))
    return palette
