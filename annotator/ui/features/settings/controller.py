"""The settings dialog on behalf of the window: what is changed there takes effect here, at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from annotator.commands import GROUPS, AnyCommand
from annotator.commands.held_keys import BOX_KEYS
from annotator.commands.keymap import HeldKeys, Keys, clash
from annotator.core.messages import Message
from annotator.session import Session
from annotator.ui.context import Context
from annotator.ui.features.settings.dialog import SettingsDialog
from annotator.ui.features.settings.key_lines import KeyLine
from annotator.ui.features.settings.keys_page import KeysPage
from annotator.ui.features.settings.setting_rows import shown_settings
from annotator.ui.menus import menu_name
from annotator.ui.translate import name_of, translated
from annotator.ui.widgets.parting import part_with

_OF_BACKUPS = ("backup_automatic", "backup_folder")  # their page shows them in its own way


class Commands(Protocol):
    """The commands with the keys that work now, and those that they came with."""

    commands: tuple[AnyCommand, ...]
    own_commands: tuple[AnyCommand, ...]

    def set_keys(self, changed: Mapping[str, Keys]) -> None:
        """Give commands other keys than they came with."""


class SettingsController(QObject):
    """Shows the settings and keeps them; `changed` tells what is to take effect.

    `project` returns the open project, None while there is none.
    """

    changed = Signal(str, object)
    language_wanted = Signal(str)

    def __init__(
        self, context: Context, commands: Commands, project: Callable[[], Session | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._commands, self._project = context, commands, project

    def show(self, page: str = "general") -> None:
        """Show the settings, at a page; another language takes effect when they are closed."""
        settings = self._context.settings
        before = settings.text("language")
        dialog = self.dialog(page)
        dialog.exec()
        part_with(dialog)
        if settings.text("language") != before:
            self.language_wanted.emit(settings.text("language"))

    def dialog(self, page: str = "general") -> SettingsDialog:
        """Return the dialog, wired."""
        dialog = SettingsDialog(self._values(), self._clash, self._context.dialogs.parent, page)
        dialog.changed.connect(self.change)
        keys = dialog.keys
        keys.keys_given.connect(lambda command, given: self._give_keys(keys, command, given))
        keys.reset_wanted.connect(lambda command: self._reset_keys(keys, command))
        keys.set_lines(self._lines())
        return dialog

    def _values(self) -> dict[str, object]:
        keys = (*(key for key, _, _ in shown_settings()), *_OF_BACKUPS)
        values: dict[str, object] = {key: self._context.settings.value(key) for key in keys}
        return values | {"analyst": self._context.analyst} | self._of_the_project()

    def _of_the_project(self) -> dict[str, object]:
        session = self._project()
        if session is None or session.read_only:
            return {}
        from annotator.language.languages import NAMES, languages

        used = session.text_language
        known = [*languages()]
        names = [(name, translated(Message("Languages", NAMES.get(name, name)))) for name in known]
        if used not in known:
            names.append((used, used))
        return {"text_language": used, "text_languages": tuple(names)}

    def change(self, key: str, value: str | int | bool) -> None:
        """Keep a setting and have it take effect; the language of the letters is the project's own."""
        if key != "text_language":
            self._context.settings.set(key, value)
        self.changed.emit(key, value)

    # --- keys ---------------------------------------------------------------------------------------

    def _lines(self) -> list[KeyLine]:
        actions = self._commands
        own = {command.id: command.keys for command in actions.own_commands}
        lines = [
            KeyLine(c.id, name_of(c.name).removesuffix("…"), menu_name(c.group), c.keys, c.keys != own[c.id])
            for c in sorted(actions.commands, key=lambda c: GROUPS.index(c.group))
        ]
        return lines

    def _clash(self, command_id: str, keys: str) -> Message | None:
        actions = self._commands
        by_id: dict[str, AnyCommand] = {command.id: command for command in actions.commands}
        own = next(command.keys for command in actions.own_commands if command.id == command_id)
        session = self._project()
        tags: tuple[tuple[str, str], ...] = ()
        if session is not None:
            tags = tuple((t.key, t.name(session.language)) for t in session.codebook.tags if not t.retired)
        return clash(by_id[command_id], keys, actions.commands, HeldKeys(tags, BOX_KEYS), own)

    def _give_keys(self, page: KeysPage, command_id: str, keys: Keys) -> None:
        own = {command.id: command.keys for command in self._commands.own_commands}
        given = self._context.settings.keys() | {command_id: keys}
        if own[command_id] == keys:
            del given[command_id]
        self._take(page, given)

    def _reset_keys(self, page: KeysPage, command_id: str) -> None:
        given = self._context.settings.keys()
        # What another command was given of these keys in the meantime goes back with it: two never hold one.
        kept = {name: keys for name, keys in given.items() if name != command_id} if command_id else {}
        own = next((c.keys for c in self._commands.own_commands if c.id == command_id), ())
        kept = {name: tuple(k for k in keys if k not in own) for name, keys in kept.items()}
        self._take(page, kept)

    def _take(self, page: KeysPage, given: dict[str, Keys]) -> None:
        self._context.settings.set_keys(given)
        self._commands.set_keys(given)
        page.set_lines(self._lines())
