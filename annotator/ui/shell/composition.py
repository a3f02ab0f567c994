"""The one place that connects features: each request of one to what answers it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.text import Span
from annotator.jobs.runner import Runner
from annotator.session import Session
from annotator.ui.context import Context
from annotator.ui.dialogs import Dialogs
from annotator.ui.settings import Settings
from annotator.ui.shell.first_letter import show_first
from annotator.ui.shell.frame import Frame
from annotator.ui.shell.opening import Opening
from annotator.ui.shell.startup import Startup
from annotator.ui.shell.workers import Workers
from annotator.ui.shell.workspace import Workspace
from annotator.ui.tasks import Background
from annotator.ui.theme.keeper import ThemeKeeper

if TYPE_CHECKING:
    from annotator.commands import AnyCommand
    from annotator.ui.features.backups.restore_controller import RestoreController
    from annotator.ui.features.help.controller import HelpController
    from annotator.ui.features.page_images.page_commands import PageCommands
    from annotator.ui.features.palette.palette_controller import PaletteController
    from annotator.ui.features.settings.controller import SettingsController
    from annotator.ui.shell.actions import Actions
    from annotator.ui.shell.docks import FocusRing
    from annotator.ui.shell.layouts import Layouts
    from annotator.ui.shell.status import Status

_SMALLEST, _LARGEST = 60, 240


class Composition(QObject):
    """Makes the features of the window, and connects them. What belongs to a project is in its workspace.

    What the first picture does without is made by `make_rest`, or earlier, by who asks for it.
    """

    language_wanted = Signal(str)  # "" follows the system

    def __init__(
        self,
        frame: Frame,
        settings: Settings,
        themes: ThemeKeeper,
        runner: Runner,
        more_runners: Sequence[Runner],
        language: str,
    ) -> None:
        super().__init__(frame)
        self.frame, self.views, self.themes = frame, frame.views, themes
        self.workspace: Workspace | None = None
        self.tasks = Background(frame)
        self.workers = Workers(self.tasks.post)
        self.context = Context(
            settings,
            self.tasks,
            Dialogs(frame, frame.add_above_strip),
            runner,
            more_runners,
            language,
            self.views.text,
            self,
            lambda message: frame.say(message),  # noqa: PLW0108 - looked up when it is said
            lambda command_id: self.actions.keys_of(command_id),  # noqa: PLW0108 - made when first asked
        )
        self.opening = Opening(frame, self.context, self)
        self.startup = Startup(frame, self.context, self, self.opening)
        frame.may_close = self._may_close
        frame.dropped.connect(self.take_dropped)

    @property
    def session(self) -> Session | None:
        """The session of the open project, None while there is none."""
        return self.workspace.session if self.workspace is not None else None

    # --- what lives as long as the window -------------------------------------------------------------

    @cached_property
    def actions(self) -> Actions:
        """The actions of all commands, in their menus."""
        from annotator.ui.shell.actions import Actions
        from annotator.ui.shell.commands import COMMANDS
        from annotator.ui.shell.corner import Corner

        frame = self.frame
        actions = Actions(COMMANDS, frame, self.views.text, self.run, self.context.settings.keys())
        frame.menuBar().clear()
        actions.fill(frame.menuBar())
        actions.add_panes([dock.toggleViewAction() for dock in self.views.docks])
        self.layouts.fill(actions.menu("View"))
        self.corner = Corner(actions, frame, lambda: self.palette.show_palette())  # noqa: PLW0108 - made when asked
        return actions

    @cached_property
    def status(self) -> Status:
        """The status strip's."""
        from annotator.ui.shell.status import Status

        return Status(self.views, self.actions, lambda: self.workspace, self)

    @cached_property
    def ring(self) -> FocusRing:
        """What F6 goes round."""
        from annotator.ui.shell.docks import FocusRing

        return FocusRing(tuple(self.views.panes()))

    @cached_property
    def palette(self) -> PaletteController:
        """The palette."""
        from annotator.ui.features.palette.palette_controller import PaletteController

        palette = PaletteController(self.context, self.actions, lambda: self.session, self)
        palette.command_wanted.connect(lambda name: self.actions[name].trigger())
        palette.tag_wanted.connect(self.apply_tag)
        palette.letter_wanted.connect(
            lambda letter_id: self.context.attempt(lambda: self.open_letter(letter_id))
        )
        palette.place_wanted.connect(self._go_to_place)
        palette.project_wanted.connect(lambda path: self.opening.open_path(Path(path)))
        palette.settings_wanted.connect(lambda page: self.settings.show(page))  # noqa: PLW0108 - made when asked
        palette.layout_wanted.connect(lambda name: self.layouts.choose(name))  # noqa: PLW0108 - made when asked
        palette.theme_wanted.connect(lambda name: self.settings.change("theme", name))
        return palette

    @cached_property
    def settings(self) -> SettingsController:
        """The settings."""
        from annotator.ui.features.settings.controller import SettingsController

        settings = SettingsController(self.context, self.actions, lambda: self.session, self)
        settings.changed.connect(self._setting_changed)
        settings.language_wanted.connect(self.language_wanted)
        return settings

    @cached_property
    def help(self) -> HelpController:
        """The manual and the key sheet."""
        from annotator.ui.shell.cover import help_over

        return help_over(self.frame, self.context, self.actions, lambda: self.session, self.show_keys)

    @cached_property
    def restoring(self) -> RestoreController:
        """Restoring backups."""
        from annotator.ui.features.backups.restore_controller import RestoreController

        return RestoreController(self.context, self.opening, lambda: self.session, self)

    @cached_property
    def pages(self) -> PageCommands:
        """Where the page images stand and how large they are."""
        from annotator.ui.features.page_images.page_commands import PageCommands

        return PageCommands(self.views.page_pane, self.views.page_view, self.context)

    @cached_property
    def layouts(self) -> Layouts:
        """How the room is shared, by names."""
        from annotator.ui.shell.layouts import Layouts

        return Layouts(self.frame, self.context, self)

    @cached_property
    def _rest(self) -> bool:
        """Make and connect what the first picture did without."""
        from annotator.ui.shell.hint_presses import HintPresses
        from annotator.ui.shell.page_menu import connect_page
        from annotator.ui.shell.refused_keys import RefusedKeys
        from annotator.ui.shell.text_events import TextEvents

        views, status = self.views, self.status
        views.side.make_panels()
        views.trouble.read_anew.connect(self.opening.read_anew)
        views.trouble.write_wanted.connect(self.opening.try_to_write)
        for answering in (TextEvents, HintPresses, RefusedKeys):
            answering(self)
        views.text.zoom_wanted.connect(lambda steps: self.zoom(10 * steps))
        for left in (views.page_view.done, views.search_page.left, views.letters.left):
            left.connect(self.focus_text)
        connect_page(views.page_view, self.actions, self.frame)
        for pane in views.side.panels:
            pane.done.connect(self.focus_text)
        for panel in (views.side.form, views.side.passages, views.side.notes):
            panel.undo_wanted.connect(self.actions["undo"].trigger)
            panel.redo_wanted.connect(self.actions["redo"].trigger)
        self.frame.message_over.connect(status.show_hints)
        self.themes.changed.connect(lambda _: self._theme_changed())
        self.frame.keys_by_place.connect(self.actions.press)
        self.actions.keys_changed.connect(self.show_changed_keys)
        self.frame.restore_docks()
        if self.workspace is not None:
            self._connect(self.workspace)
        return True

    @property
    def has_rest(self) -> bool:
        """Tell whether what the first picture did without has been made."""
        return "_rest" in self.__dict__

    def make_rest(self) -> None:
        """Make what the first picture did without, if that was not done yet."""
        if not self.has_rest and self._rest and self.context.settings.keys():
            self.show_changed_keys()  # last: it tells what all of the above makes possible

    # --- projects -----------------------------------------------------------------------------------

    def show_project(self, session: Session) -> None:
        """Show a project that was just opened. Raises `UserError` where its letters cannot be listed."""
        views, frame = self.views, self.frame
        is_first_picture = not self.has_rest
        session.language = self.context.language
        workspace = self.workspace = Workspace(
            session,
            self.context,
            views,
            frame,
            lambda: self.workers.images,
            lambda: self.workers.regular,
            lambda: self.actions.desk_keys(),  # noqa: PLW0108 - made when first asked
            held=is_first_picture,
        )
        if not is_first_picture:
            self._connect(workspace)
        show_first(workspace, frame, self.context)

    def _connect(self, workspace: Workspace) -> None:
        from annotator.ui.shell.project_wires import connect

        connect(workspace, self.views, self.context, self.actions, self.status)
        workspace.wire(self.pages.shown, workspace.page_images.bring_in_step)
        workspace.wire(self.frame.arrangement.changed, workspace.page_images.bring_in_step)
        workspace.page_images.show_letter()  # it may be open already
        workspace.session.opened.connect(self.palette.visited)
        self.palette.visited(workspace.session.letter_id)
        workspace.suspecting.release()

    def put_away(self) -> None:
        """Take the project, which is closed, out of the views."""
        workspace, self.workspace = self.workspace, None
        if workspace is not None:
            workspace.dispose()
        if "palette" in self.__dict__:
            self.palette.forget()

    def show_no_project(self) -> None:
        """Show that no project is open: what can be done, and which keys matter."""
        self.actions.enable(letter=False, writable=False, project=False)
        self.views.strip.clear()
        self.status.show_hints()

    def _may_close(self) -> bool:
        """Close the project before the window is closed; False where something is not saved."""
        self.make_rest()
        if not self.opening.close_or_ask():
            return False
        self.workers.close()
        return True

    # --- letters ------------------------------------------------------------------------------------

    def take_dropped(self, paths: Sequence[Path]) -> None:
        """Take files that were dropped: a project is opened, letters are imported."""
        projects = [path for path in paths if path.suffix == ".kant"]
        if projects:
            self.opening.open_path(projects[0])
        elif paths:
            self.import_paths(paths)

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files and folders into the open project, or into a new one that is asked for."""
        if self.workspace is None:
            self.opening.new_project()
        if self.workspace is not None:
            self.workspace.transfer.imports.begin(paths)

    def import_files(self) -> None:
        """Ask which files to import."""
        from annotator.ui.features.transfer.imports import ask_files

        self._import_asked(ask_files)

    def import_folder(self) -> None:
        """Ask which folder to import."""
        from annotator.ui.features.transfer.imports import ask_folder

        self._import_asked(ask_folder)

    def _import_asked(self, ask: Callable[[QWidget, str], list[Path]]) -> None:
        settings = self.context.settings
        paths = ask(self.frame, settings.text("last_folder") or str(Path.home()))
        if paths:
            settings.set("last_folder", str(paths[0].parent))
            self.import_paths(paths)

    # --- where to: the navigator of the features ------------------------------------------------------

    def open_letter(self, letter_id: int) -> None:
        """Open a letter and give its text the keys."""
        if self.workspace is not None:
            self.workspace.navigation.open_letter(letter_id)

    def finish_typing(self) -> None:
        """Take what is being typed, in the text or in a panel, as a change."""
        if self.workspace is not None:
            self.workspace.navigation.finish_typing()

    def neighbour(self, by: int) -> int | None:
        """Return the letter behind this one in the list as it is filtered; with -1 the one before."""
        return self.workspace.navigation.neighbour(by) if self.workspace is not None else None

    def select(self, span: Span, *, focus: bool = False) -> None:
        """Select a span of the open letter; with `focus` its text gets the keys."""
        self.views.text.select(span.start, span.end)
        if focus:
            self.focus_text()

    def focus_text(self) -> None:
        """Give the keys to the text of the letter."""
        self.views.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_panel(self, name: str) -> None:
        """Bring a panel into view."""
        dock = self.views.dock(name)
        dock.show()
        dock.raise_()

    # --- commands -----------------------------------------------------------------------------------

    def run(self, command: AnyCommand) -> None:
        """Run a command; a problem is shown as its one sentence."""
        workspace = self.workspace
        if "help" in self.__dict__:
            self.help.leave_for(command.id)
        if workspace is not None and workspace.takes(command.id):
            return
        if command.of_window:
            self.context.attempt(lambda: command.run(self))
        elif workspace is not None:
            self.context.attempt(lambda: command.run(workspace))
            if command.changes:
                workspace.replace.wait_for_saving()

    def apply_tag(self, tag_id: str) -> None:
        """Put a tag on the selection, or on the word or section at the caret."""
        workspace = self.workspace
        if workspace is not None:  # the menu still has the tags of a project that was closed
            self.context.attempt(lambda: workspace.apply_tag(tag_id))

    def _go_to_place(self, text: str) -> None:
        if self.workspace is not None:
            self.workspace.navigation.go_to_place(text)

    def show_keys(self) -> None:
        """Show the key sheet, what works here now first."""
        here = self.workspace
        on_box = here is not None and here.review.is_open
        self.help.show_keys(on_box=on_box, on_words=here is not None and here.reviews_words)

    def zoom(self, by: int) -> None:
        """Make the letter's text bigger or smaller; 0 makes it normal again."""
        settings = self.context.settings
        now = settings.number("text_size")
        size = 100 if by == 0 else min(_LARGEST, max(_SMALLEST, now + by))
        settings.set("text_size", size)
        self.frame.arrangement.show_text_size()
        self.context.say(Message("Window", QT_TRANSLATE_NOOP("Window", "Text size {size} %"), {"size": size}))

    # --- what changes everywhere ----------------------------------------------------------------------

    def _setting_changed(self, key: str, value: object) -> None:
        from annotator.ui.shell.setting_effects import EFFECTS

        if key in EFFECTS:
            self.context.attempt(lambda: EFFECTS[key](self, value))

    def show_changed_keys(self) -> None:
        """Show the keys that commands have now in all places that show keys."""
        from annotator.ui.shell.shown_keys import show_keys

        show_keys(self.frame, self.actions, self.corner)
        self.status.show_hints()

    def _theme_changed(self) -> None:
        if self.workspace is not None:
            self.workspace.editor.show_letter()
            self.views.side.show_letter(self.workspace.session.letter)
