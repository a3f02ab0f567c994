"""The settings dialog on behalf of the window: what is changed there takes effect here, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.commands import GROUPS, Command
from annotator.commands.held_keys import BOX_KEYS
from annotator.commands.keymap import HeldKeys, Keys, clash
from annotator.core.messages import Message
from annotator.core.problems import Problem
from annotator.ui.features.settings import KeysPage, SettingsDialog
from annotator.ui.features.settings.key_lines import KeyLine
from annotator.ui.settings import SETTINGS
from annotator.ui.shell.actions import menu_name
from annotator.ui.translate import name_of, translated
from annotator.ui.widgets.parting import part_with

if TYPE_CHECKING:
    from annotator.ui.shell.main_window import MainWindow

_SHOWN = ("analyst", "language", "theme", "text_size", "window_size", "backup_automatic", "backup_folder")


class Preferences(QObject):
    """Shows the settings, keeps them and has them take effect."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def show(self, page: str = "general") -> None:
        """Show the settings, at a page; another language takes effect when they are closed."""
        window = self._window
        before = window.settings.text("language")
        dialog = self.dialog(page)
        dialog.exec()
        part_with(dialog)
        if window.settings.text("language") != before:
            window.language_wanted.emit(window.settings.text("language"))

    def dialog(self, page: str = "general") -> SettingsDialog:
        """Return the dialog, wired."""
        dialog = SettingsDialog(self._values(), self._clash, self._window, page)
        dialog.changed.connect(self.change)
        keys = dialog.keys
        keys.keys_given.connect(lambda command, given: self._give_keys(keys, command, given))
        keys.reset_wanted.connect(lambda command: self._reset_keys(keys, command))
        keys.set_lines(self._lines())
        return dialog

    def _values(self) -> dict[str, object]:
        settings, values = self._window.settings, dict[str, object]()
        for key in _SHOWN:
            default = SETTINGS[key].default
            read = settings.flag if isinstance(default, bool) else settings.number
            values[key] = settings.text(key) if isinstance(default, str) else read(key)
        return values | {"analyst": self._window.analyst} | self._of_the_project()

    def _of_the_project(self) -> dict[str, object]:
        session = self._window.session
        if session is None or session.read_only:
            return {}
        from annotator.language.languages import NAMES, languages
        from annotator.session.text_language import language_of

        used = language_of(session.store.reader)
        known = [*languages()]
        names = [(name, translated(Message("Languages", NAMES.get(name, name)))) for name in known]
        if used not in known:
            names.append((used, used))
        return {"text_language": used, "text_languages": tuple(names)}

    def _speak(self, language: str) -> None:
        """Have the letters of the project looked at in another language."""
        from annotator.session.text_language import set_language

        window = self._window
        if window.session is None:
            return
        try:
            set_language(window.session.store, language)
        except Problem as problem:
            window.say(problem.message)
        if window.suspecting is not None:
            window.suspecting.forget_state()
        if window.is_complete:
            window.side.form.set_text_language(window.session.text_language)
            window.side.form.show_letter(window.session.letter)

    def change(self, key: str, value: str | int | bool) -> None:
        """Keep a setting and have it take effect."""
        window = self._window
        if key == "text_language":
            self._speak(str(value))
            return
        window.settings.set(key, value)
        if key == "analyst":
            window.analyst = str(value)
            if window.session is not None:
                window.session.end_typing()
                window.session.analyst = str(value)
                window.strip.set_analyst(str(value))
        elif key == "theme":
            window.themes.choose(value)  # type: ignore[arg-type]
        elif key == "window_size":
            window.themes.set_percent(int(value))
        elif key == "text_size":
            window.view.set_text_size(int(value))
        elif key in ("backup_automatic", "backup_folder") and window.session is not None:
            window.safekeeping.watch(window.session)

    # --- keys ---------------------------------------------------------------------------------------

    def _lines(self) -> list[KeyLine]:
        actions = self._window.actions_
        own = {command.id: command.keys for command in actions.own_commands}
        lines = [
            KeyLine(c.id, name_of(c.name).removesuffix("…"), menu_name(c.group), c.keys, c.keys != own[c.id])
            for c in sorted(actions.commands, key=lambda c: GROUPS.index(c.group))
        ]
        return lines

    def _clash(self, command_id: str, keys: str) -> Message | None:
        actions = self._window.actions_
        by_id: dict[str, Command] = {command.id: command for command in actions.commands}
        own = next(command.keys for command in actions.own_commands if command.id == command_id)
        session = self._window.session
        tags: tuple[tuple[str, str], ...] = ()
        if session is not None:
            tags = tuple((t.key, t.name(session.language)) for t in session.codebook.tags if not t.retired)
        return clash(by_id[command_id], keys, actions.commands, HeldKeys(tags, BOX_KEYS), own)

    def _give_keys(self, page: KeysPage, command_id: str, keys: Keys) -> None:
        own = {command.id: command.keys for command in self._window.actions_.own_commands}
        given = self._window.settings.keys() | {command_id: keys}
        if own[command_id] == keys:
            del given[command_id]
        self._take(page, given)

    def _reset_keys(self, page: KeysPage, command_id: str) -> None:
        given = self._window.settings.keys()
        # What another command was given of these keys in the meantime goes back with it: two never hold one.
        kept = {name: keys for name, keys in given.items() if name != command_id} if command_id else {}
        own = next((c.keys for c in self._window.actions_.own_commands if c.id == command_id), ())
        kept = {name: tuple(k for k in keys if k not in own) for name, keys in kept.items()}
        self._take(page, kept)

    def _take(self, page: KeysPage, given: dict[str, Keys]) -> None:
        self._window.settings.set_keys(given)
        self._window.actions_.set_keys(given)
        page.set_lines(self._lines())
