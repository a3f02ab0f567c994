from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibilityHints, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.core.codebook_toml import read_codebook
from annotator.core.colours import contrast
from annotator.resources import resource_path
from annotator.ui.features.editor.marks import DeskMarks
from annotator.ui.features.editor.text_view import TextView
from annotator.ui.theme.colours import ink_on, mix, readable
from annotator.ui.theme.keeper import ThemeKeeper
from annotator.ui.theme.stylesheet import stylesheet
from annotator.ui.theme.theme import (
    DARK,
    DARK_STRONG,
    LIGHT,
    LIGHT_STRONG,
    THEMES,
    Theme,
    theme_of,
    theme_of_palette,
)

INKS = ("ink", "muted", "accent", "amber", "green", "red")
NAMES = ["light", "dark", "light and strong", "dark and strong"]
GROUNDS = ("background", "panel", "paper", "selection", "hover", "cap", "amber_tint")


@pytest.fixture
def keeper(qapp: QApplication) -> Iterator[ThemeKeeper]:
    """Dress the application for one test, and undress it again."""
    font, palette, sheet, style = qapp.font(), qapp.palette(), qapp.styleSheet(), qapp.style().name()
    keeper = ThemeKeeper(qapp, "light")
    yield keeper
    keeper.deleteLater()
    qapp.setStyleSheet(sheet)
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


def wanted_of(theme: Theme) -> float:
    """Return the contrast that text has to have: that of WCAG's level AA, or AAA for who asks for more."""
    return 7.0 if theme in (LIGHT_STRONG, DARK_STRONG) else 4.5


@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
@pytest.mark.parametrize(("ink", "ground"), tuple(product(INKS, GROUNDS)))
def test_text_is_readable_on_every_ground(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= wanted_of(theme)


@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
def test_selected_and_accented_text_is_readable(theme: Theme) -> None:
    assert contrast(theme.ink, theme.marked) >= wanted_of(theme)
    assert contrast(theme.on_accent, theme.accent) >= wanted_of(theme)


@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
def test_the_focus_and_the_lines_of_high_contrast_are_seen(theme: Theme) -> None:
    for ground in (theme.background, theme.panel, theme.paper):
        assert contrast(theme.accent, ground) >= 3  # WCAG 1.4.11: what tells a control's state
        if wanted_of(theme) > 4.5:
            assert contrast(theme.line, ground) >= 3


@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
def test_each_rule_of_the_style_sheet_is_readable(theme: Theme) -> None:
    told = re.findall(r"([^{}]+)\{([^{}]*)\}", stylesheet(theme))
    pairs = []
    for selector, body in told:
        said = dict(
            re.findall(
                r"(?<![-\w])(background|color|selection-color|selection-background-color): (#\w{6})", body
            )
        )
        pairs.append((selector, said.get("color"), said.get("background")))
        pairs.append((selector, said.get("selection-color"), said.get("selection-background-color")))
    whole = [(name.strip(), ink, ground) for name, ink, ground in pairs if ink and ground]
    assert len(whole) > 8
    assert [each for each in whole if contrast(each[1], each[2]) < 4.5] == []


def test_high_contrast_is_chosen(keeper: ThemeKeeper, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    keeper.choose_contrast("high")
    assert theme_of(field) is LIGHT_STRONG
    keeper.choose("dark")
    assert theme_of(field) is DARK_STRONG
    keeper.choose_contrast("normal")
    assert theme_of(field) is DARK


def test_the_systems_high_contrast_is_followed(keeper: ThemeKeeper, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = Qt.ContrastPreference.HighContrast
    monkeypatch.setattr(QAccessibilityHints, "contrastPreference", lambda hints: wanted)
    keeper.choose_contrast("system")
    assert keeper.theme is LIGHT_STRONG
    keeper.choose_contrast("normal")
    assert keeper.theme is LIGHT


def test_mixing_half_and_half_gives_the_middle() -> None:
    assert mix("#000000", "#ffffff", 0.5) == "#808080"


@pytest.mark.parametrize("colour", ["#ffcc00", "#c23b12", "#777777", "#0f6a6f"])
@pytest.mark.parametrize("ground", ["#ffffff", "#1d2120"])
def test_any_tag_colour_is_made_readable(colour: str, ground: str) -> None:
    assert contrast(readable(colour, ground), ground) >= 4.5


def test_badge_ink_is_the_one_that_is_read_better() -> None:
    assert ink_on("#ffcc00") != ink_on("#1f3fa8") == "#ffffff"


def test_there_is_a_readable_ink_for_every_grey() -> None:
    greys = [f"#{grey:02x}{grey:02x}{grey:02x}" for grey in range(256)]
    assert all(contrast(ink_on(grey), grey) >= 4.5 for grey in greys)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_ink_on_every_tag_is_readable(dark: bool) -> None:
    for tag in read_codebook(resource_path("codebooks/kamerbrieven.toml")).tags:
        assert contrast(ink_on(tag.colour(dark)), tag.colour(dark)) >= 4.5, tag.id


def test_widget_knows_the_theme_it_is_shown_in(keeper: ThemeKeeper, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    assert theme_of(field) is LIGHT
    keeper.choose("dark")
    assert theme_of(field) is DARK


def test_choosing_tells_the_new_theme(keeper: ThemeKeeper, qtbot: QtBot) -> None:
    with qtbot.waitSignal(keeper.changed) as told:
        keeper.choose("dark")
    assert told.args == [DARK]


def test_choosing_the_same_again_tells_nothing(keeper: ThemeKeeper, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(keeper.changed):
        keeper.choose("light")


def test_text_size_scales_the_windows_font(keeper: ThemeKeeper, qapp: QApplication) -> None:
    before = qapp.font().pixelSize()
    keeper.set_percent(200)
    assert qapp.font().pixelSize() == 2 * before


def test_foreign_palette_counts_as_what_it_looks_like() -> None:
    palette = QPalette()
    # A palette begins as the application's, which another test may have dressed: the link tells whose it is.
    palette.setColor(QPalette.ColorRole.Link, "#0000ff")
    palette.setColor(QPalette.ColorRole.Window, "#202020")
    assert theme_of_palette(palette) is DARK


def test_reading_desk_follows_a_change_of_theme(keeper: ThemeKeeper, qtbot: QtBot) -> None:
    view = TextView(str)
    qtbot.addWidget(view)
    view.show_text("een twee", DeskMarks(), (1,))
    view.resize(300, 100)
    with qtbot.waitExposed(view):
        view.show()
    keeper.choose("dark")
    assert view.grab().toImage().pixelColor(200, 80).name() == DARK.paper
