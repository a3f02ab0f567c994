"""The commands of the page images."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from annotator.commands.command import Command
from annotator.core.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from annotator.ui.features.page_images.page_commands import PageCommands


class Here(Protocol):
    """What these commands are given."""

    @property
    def pages(self) -> PageCommands:
        """The feature."""


COMMANDS: tuple[Command[Here], ...] = (
    Command(
        "pages_place",
        QT_TRANSLATE_NOOP("Command", "Page images: beside, above or hidden"),
        "View",
        lambda here: here.pages.next_place(),
        ("Ctrl+Shift+I",),
        description=QT_TRANSLATE_NOOP("Command", "Each press takes the next of the three."),
        of_window=True,
    ),
    Command(
        "pages_hide",
        QT_TRANSLATE_NOOP("Command", "Hide the page images"),
        "View",
        lambda here: here.pages.put("hidden"),
        in_menu=False,
        of_window=True,
    ),
    Command(
        "pages_bigger",
        QT_TRANSLATE_NOOP("Command", "Bigger page images"),
        "View",
        lambda here: here.pages.zoom(1),
        ("Alt++", "Alt+="),
        description=QT_TRANSLATE_NOOP("Command", "Ctrl and the wheel do it too, where the mouse is."),
        of_window=True,
    ),
    Command(
        "pages_smaller",
        QT_TRANSLATE_NOOP("Command", "Smaller page images"),
        "View",
        lambda here: here.pages.zoom(-1),
        ("Alt+-",),
        of_window=True,
    ),
    Command(
        "pages_fit_text",
        QT_TRANSLATE_NOOP("Command", "Page images: as wide as their lines"),
        "View",
        lambda here: here.pages.fit("text"),
        ("Alt+0",),
        of_window=True,
    ),
    Command(
        "pages_fit_width",
        QT_TRANSLATE_NOOP("Command", "Page images: as wide as the page"),
        "View",
        lambda here: here.pages.fit("width"),
        ("Alt+9",),
        of_window=True,
    ),
    Command(
        "pages_fit_page",
        QT_TRANSLATE_NOOP("Command", "Page images: the whole page"),
        "View",
        lambda here: here.pages.fit("page"),
        ("Alt+8",),
        of_window=True,
    ),
    Command(
        "previous_page",
        QT_TRANSLATE_NOOP("Command", "The page before"),
        "View",
        lambda here: here.pages.step(-1),
        ("Alt+PgUp",),
        of_window=True,
    ),
    Command(
        "next_page",
        QT_TRANSLATE_NOOP("Command", "The next page"),
        "View",
        lambda here: here.pages.step(1),
        ("Alt+PgDown",),
        of_window=True,
    ),
    Command(
        "pages_follow",
        QT_TRANSLATE_NOOP("Command", "Page images follow the text, or stay"),
        "View",
        lambda here: here.pages.toggle_following(),
        ("Ctrl+Alt+F",),
        of_window=True,
    ),
)

# What the page's own menu offers, in groups.
MENU = (
    *("pages_bigger", "pages_smaller", "pages_fit_text", "pages_fit_width", "pages_fit_page", ""),
    *("previous_page", "next_page", "pages_follow", "", "pages_place", "pages_hide"),
)
