"""From the registry of commands to menus, shortcuts and the keys of tags."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from annotator.commands import DESK, EVERYWHERE, GROUPS, Command
from annotator.core.codebook import Codebook, Tag
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.kit.key_cap import key_text
from annotator.ui.translate import name_of

# What each group's menu is called; the letter behind & opens it with Alt.
_MENUS = {
    "File": QT_TRANSLATE_NOOP("Menu", "&File"),
    "Edit": QT_TRANSLATE_NOOP("Menu", "&Edit"),
    "Letter": QT_TRANSLATE_NOOP("Menu", "&Letter"),
    "Tag": QT_TRANSLATE_NOOP("Menu", "&Tag"),
    "Correct": QT_TRANSLATE_NOOP("Menu", "&Correct"),
    "Form": QT_TRANSLATE_NOOP("Menu", "F&orm"),
    "View": QT_TRANSLATE_NOOP("Menu", "&View"),
    "Help": QT_TRANSLATE_NOOP("Menu", "&Help"),
}


class Actions(QObject):
    """Makes an action of each command, once: for its menu, its keys, and whoever wants to trigger it."""

    def __init__(
        self, commands: Iterable[Command], window: QWidget, desk: QWidget, run: Callable[[Command], None]
    ) -> None:
        super().__init__(window)
        self.commands = tuple(commands)
        self._window, self._desk = window, desk
        self._actions: dict[str, QAction] = {}
        self._tag_actions: list[QAction] = []
        self._menus: dict[str, QMenu] = {}
        for command in self.commands:
            self._actions[command.id] = self._make(command, run)

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def _make(self, command: Command, run: Callable[[Command], None]) -> QAction:
        action = QAction(name_of(command.name), self._window)
        action.setObjectName(command.id)
        action.setToolTip(name_of(command.description) or name_of(command.name))
        action.setAutoRepeat(command.where == DESK and not command.changes)
        action.triggered.connect(lambda: run(command))
        if command.where in (EVERYWHERE, DESK):
            _give_keys(action, command.keys)
        owner = self._desk if command.where == DESK else self._window
        on_desk = command.where == DESK
        action.setShortcutContext(
            Qt.ShortcutContext.WidgetShortcut if on_desk else Qt.ShortcutContext.WindowShortcut
        )
        owner.addAction(action)
        return action

    def fill(self, bar: QMenuBar) -> None:
        """Fill the menu bar, one menu per group."""
        for group in GROUPS:
            menu = bar.addMenu(name_of(_MENUS[group], "Menu"))
            menu.setObjectName(f"menu_{group}")
            for command in self.commands:
                if command.group == group and command.in_menu:
                    menu.addAction(self._actions[command.id])
            self._menus[group] = menu

    def menu(self, group: str) -> QMenu:
        """Return the menu of a group."""
        return self._menus[group]

    def trigger_keys(self, shown: str) -> None:
        """Run the command whose keys are shown like this, e.g. on a hint that was clicked."""
        for command in self.commands:
            if any(key_text(keys) == shown for keys in command.keys):
                self._actions[command.id].trigger()
                return

    def set_tags(self, codebook: Codebook, language: str, apply: Callable[[str], None]) -> None:
        """Make the keys of the codebook's tags work on the desk."""
        menu = self._menus["Tag"]
        if not self._tag_actions:
            menu.addSeparator()
        for action in self._tag_actions:
            self._desk.removeAction(action)
            menu.removeAction(action)
            action.deleteLater()
        self._tag_actions = [
            self._tag_action(tag, language, apply) for tag in (*codebook.section_tags, *codebook.passage_tags)
        ]
        menu.addActions(self._tag_actions)

    def _tag_action(self, tag: Tag, language: str, apply: Callable[[str], None]) -> QAction:
        action = QAction(tag.name(language), self._window)
        action.setToolTip(tag.description(language))
        action.setAutoRepeat(False)
        action.setData(tag.id)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if tag.key:
            _give_keys(action, (tag.key,))
        action.triggered.connect(lambda: apply(tag.id))
        self._desk.addAction(action)
        return action

    @property
    def tag_actions(self) -> tuple[QAction, ...]:
        """The actions of the tags, section tags first."""
        return tuple(self._tag_actions)

    def enable(self, *, letter: bool, writable: bool) -> None:
        """Grey out what cannot be done now."""
        for command in self.commands:
            can = (letter or not command.needs_letter) and (writable or not command.changes)
            self._actions[command.id].setEnabled(can)
        for action in self._tag_actions:
            action.setEnabled(letter and writable)


def _give_keys(action: QAction, keys: Iterable[str]) -> None:
    sequences = [QKeySequence(k, QKeySequence.SequenceFormat.PortableText) for k in keys]
    # A key string that Qt cannot read becomes empty without a word: better a loud mistake.
    for text, sequence in zip(keys, sequences, strict=True):
        if sequence.isEmpty():
            raise ValueError(f"no such key: {text!r} of {action.objectName()}")
    # Return and Enter of the keypad are both Enter.
    doubled = [QKeySequence(k.replace("Return", "Enter")) for k in keys if "Return" in k]
    action.setShortcuts([*sequences, *doubled])
