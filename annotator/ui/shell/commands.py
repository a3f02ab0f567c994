"""All commands, in the order of the menus; and those that belong to no feature: navigation, panes, size."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from annotator.commands import SESSION_COMMANDS
from annotator.commands.command import DESK, Command
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.statuses import ROWS, Status
from annotator.ui.context import Context
from annotator.ui.features.backups import commands as backups
from annotator.ui.features.codebook import commands as codebook
from annotator.ui.features.duplicates import commands as duplicates
from annotator.ui.features.help import commands as help_
from annotator.ui.features.learnt import commands as learnt
from annotator.ui.features.letters import commands as letters
from annotator.ui.features.page_images import commands as page_images
from annotator.ui.features.palette import commands as palette
from annotator.ui.features.panels import commands as panels
from annotator.ui.features.projects import commands as projects
from annotator.ui.features.proposals import commands as proposals
from annotator.ui.features.rereading import commands as rereading
from annotator.ui.features.review import commands as review
from annotator.ui.features.search import commands as search
from annotator.ui.features.settings import commands as settings
from annotator.ui.features.statistics import commands as statistics
from annotator.ui.features.tables import commands as tables
from annotator.ui.features.transfer import commands as transfer
from annotator.ui.features.word_review import commands as word_review
from annotator.ui.shell.docks import FocusRing
from annotator.ui.shell.layouts import Layouts
from annotator.ui.shell.navigation import Navigation


class InProject(Protocol):
    """What the commands of a project are given."""

    @property
    def navigation(self) -> Navigation:
        """Going about."""


class InWindow(Protocol):
    """What the commands of the window are given."""

    @property
    def frame(self) -> QWidget:
        """The window."""

    @property
    def ring(self) -> FocusRing:
        """The panes."""

    @property
    def context(self) -> Context:
        """What features are given."""

    @property
    def layouts(self) -> Layouts:
        """How the room is shared."""

    def zoom(self, by: int) -> None:
        """Make the letter's text bigger or smaller."""


def _status_command(number: int, status: Status) -> Command[InProject]:
    return Command(
        f"status_{status.id}",
        status.command,
        "Letter",
        lambda here: here.navigation.set_status(status.id),
        (f"Ctrl+{number}",),
        changes=True,
    )


_GOING_ABOUT: tuple[Command[InProject], ...] = (
    Command(
        "save",
        QT_TRANSLATE_NOOP("Command", "Say since when all is saved"),
        "File",
        lambda here: here.navigation.say_saved(),
        ("Ctrl+S",),
        description=QT_TRANSLATE_NOOP("Command", "There is nothing to save: everything is saved by itself."),
        needs_letter=False,
    ),
    Command(
        "edit_mode",
        QT_TRANSLATE_NOOP("Command", "Editing mode"),
        "Edit",
        lambda here: here.navigation.set_editing(True),
        ("F2",),
        description=QT_TRANSLATE_NOOP("Command", "Type freely in the letter; Esc goes back to reading."),
        changes=True,
    ),
    Command(
        "correct_word",
        QT_TRANSLATE_NOOP("Command", "Correct this word or selection"),
        "Correct",
        lambda here: here.navigation.correct_here(),
        ("Return",),
        DESK,
        QT_TRANSLATE_NOOP("Command", "Opens the correction box; a double click does too."),
        changes=True,
    ),
    Command(
        "next_letter",
        QT_TRANSLATE_NOOP("Command", "Next letter"),
        "Letter",
        lambda here: here.navigation.go_letters(1),
        ("Ctrl+PgDown",),
    ),
    Command(
        "previous_letter",
        QT_TRANSLATE_NOOP("Command", "Previous letter"),
        "Letter",
        lambda here: here.navigation.go_letters(-1),
        ("Ctrl+PgUp",),
    ),
    *(_status_command(number, status) for number, status in enumerate(ROWS, 1)),
    Command(
        "note",
        QT_TRANSLATE_NOOP("Command", "Note and status of the letter"),
        "Letter",
        lambda here: here.navigation.focus_notes(),
        ("Ctrl+M",),
    ),
    Command(
        "go_to_line",
        QT_TRANSLATE_NOOP("Command", "Go to a line or page…"),
        "Letter",
        lambda here: here.navigation.go_to_line(),
        ("Ctrl+G",),
    ),
    Command(
        "cut",
        QT_TRANSLATE_NOOP("Command", "Cut"),
        "Edit",
        lambda here: here.navigation.edit_field("cut"),
        changes=True,
        needs_letter=False,
        shown_keys="Ctrl+X",
    ),
    Command(
        "copy",
        QT_TRANSLATE_NOOP("Command", "Copy"),
        "Edit",
        lambda here: here.navigation.copy(),
        ("Ctrl+C",),
        DESK,
    ),
    Command(
        "copy_with_source",
        QT_TRANSLATE_NOOP("Command", "Copy with its source"),
        "Edit",
        lambda here: here.navigation.copy_with_source(),
        ("Ctrl+Shift+C",),
        description=QT_TRANSLATE_NOOP("Command", "Quote, title, dossier number, page."),
    ),
    Command(
        "paste",
        QT_TRANSLATE_NOOP("Command", "Paste"),
        "Edit",
        lambda here: here.navigation.edit_field("paste"),
        changes=True,
        needs_letter=False,
        shown_keys="Ctrl+V",
    ),
    Command(
        "select_all",
        QT_TRANSLATE_NOOP("Command", "Select all"),
        "Edit",
        lambda here: here.navigation.edit_field("selectAll"),
        needs_letter=False,
        shown_keys="Ctrl+A",
    ),
    Command(
        "to_evidence",
        QT_TRANSLATE_NOOP("Command", "Go to the evidence of the chosen field"),
        "Form",
        lambda here: here.navigation.go_to_evidence(),
        ("F4",),
    ),
    Command(
        "focus_filter",
        QT_TRANSLATE_NOOP("Command", "Filter the letters"),
        "View",
        lambda here: here.navigation.focus_filter(),
        ("Ctrl+L",),
        needs_letter=False,
    ),
    Command(
        "filter_conditions",
        QT_TRANSLATE_NOOP("Command", "Filter by tag, field or what is left…"),
        "View",
        lambda here: here.navigation.open_conditions(),
        ("Ctrl+Shift+L",),
        needs_letter=False,
        description=QT_TRANSLATE_NOOP(
            "Command", "The search and replacing can keep to the filtered letters."
        ),
    ),
)

_WINDOW: tuple[Command[InWindow], ...] = (
    Command(
        "next_pane",
        QT_TRANSLATE_NOOP("Command", "Next pane"),
        "View",
        lambda here: here.ring.go(1),
        ("F6",),
        needs_letter=False,
        of_window=True,
    ),
    Command(
        "previous_pane",
        QT_TRANSLATE_NOOP("Command", "Previous pane"),
        "View",
        lambda here: here.ring.go(-1),
        ("Shift+F6",),
        needs_letter=False,
        of_window=True,
    ),
    Command(
        "focus_layout",
        QT_TRANSLATE_NOOP("Command", "Focus layout: the letter alone"),
        "View",
        lambda here: here.layouts.toggle_focus(),
        ("F11",),
        of_window=True,
        description=QT_TRANSLATE_NOOP(
            "Command", "Puts the side panes away, and makes text and page as large as they go; again: back."
        ),
    ),
    Command(
        "choose_layout",
        QT_TRANSLATE_NOOP("Command", "Choose a layout…"),
        "View",
        lambda here: here.layouts.show_menu(),
        ("Ctrl+F11",),
        in_menu=False,
        of_window=True,
    ),
    Command(
        "save_layout",
        QT_TRANSLATE_NOOP("Command", "Save the layout as…"),
        "View",
        lambda here: here.layouts.ask_name(),
        in_menu=False,
        of_window=True,
    ),
    Command(
        "usual_layout",
        QT_TRANSLATE_NOOP("Command", "The usual layout"),
        "View",
        lambda here: here.layouts.usual(),
        in_menu=False,
        of_window=True,
    ),
    Command(
        "bigger",
        QT_TRANSLATE_NOOP("Command", "Bigger text"),
        "View",
        lambda here: here.zoom(10),
        ("Ctrl++", "Ctrl+="),
        needs_letter=False,
        of_window=True,
    ),
    Command(
        "smaller",
        QT_TRANSLATE_NOOP("Command", "Smaller text"),
        "View",
        lambda here: here.zoom(-10),
        ("Ctrl+-",),
        needs_letter=False,
        of_window=True,
    ),
    Command(
        "normal_size",
        QT_TRANSLATE_NOOP("Command", "Normal text size"),
        "View",
        lambda here: here.zoom(0),
        ("Ctrl+0",),
        needs_letter=False,
        of_window=True,
    ),
)

_STOP: tuple[Command[InWindow], ...] = (
    Command(
        "stop_work",
        QT_TRANSLATE_NOOP("Command", "Stop what runs"),
        "Edit",
        lambda here: here.context.stop_work(),
        ("Ctrl+.",),
        needs_letter=False,
        description=QT_TRANSLATE_NOOP(
            "Command", "The work that shows above the bottom line how far it is: an import, a search."
        ),
        of_window=True,
    ),
)

_QUIT: tuple[Command[InWindow], ...] = (
    Command(
        "quit",
        QT_TRANSLATE_NOOP("Command", "Quit"),
        "File",
        lambda here: here.frame.close(),
        ("Ctrl+Q",),
        needs_letter=False,
        of_window=True,
    ),
)

WINDOW_COMMANDS: tuple[Command[Any], ...] = (
    *projects.COMMANDS,
    *transfer.COMMANDS,
    *backups.COMMANDS,
    *proposals.COMMANDS,
    *settings.COMMANDS,
    *_QUIT,
    *search.COMMANDS,
    *review.COMMANDS,
    *word_review.COMMANDS,
    *learnt.COMMANDS,
    *codebook.COMMANDS,
    *_GOING_ABOUT,
    *letters.COMMANDS,
    *duplicates.COMMANDS,
    *rereading.COMMANDS,
    *panels.COMMANDS,
    *tables.COMMANDS,
    *statistics.COMMANDS,
    *_WINDOW,
    *_STOP,
    *page_images.COMMANDS,
    *palette.COMMANDS,
    *help_.COMMANDS,
)
COMMANDS: tuple[Command[Any], ...] = (*WINDOW_COMMANDS, *SESSION_COMMANDS)
