"""From the registry of commands to menus, shortcuts and the keys of tags."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from annotator.commands import DESK, GROUPS, AnyCommand
from annotator.commands.keymap import Keys, givable, normal, with_keys
from annotator.core.codebook import Codebook, Tag
from annotator.ui.menus import MENUS, PANES, Block, blocks
from annotator.ui.translate import name_of
from annotator.ui.widgets.elided_label import plain_tooltip
from annotator.ui.widgets.key_cap import key_text
from annotator.ui.widgets.tag_text import tag_text


class Actions(QObject):
    """Makes an action of each command, once, for its menu, its keys and other callers.

    `commands` have the keys that work now, `own_commands` those that they came with.
    """

    keys_changed = Signal()

    def __init__(
        self,
        commands: Iterable[AnyCommand],
        window: QWidget,
        desk: QWidget,
        run: Callable[[AnyCommand], None],
        changed: Mapping[str, Keys] | None = None,
    ) -> None:
        super().__init__(window)
        self.own_commands = tuple(commands)
        self._changed = givable(self.own_commands, changed or {})
        self._tag_keys: frozenset[str] = frozenset()
        self.commands = self._with_keys()
        self._window, self._desk = window, desk
        self._actions: dict[str, QAction] = {}
        self._tag_actions: list[QAction] = []
        self._tags_below: QAction | None = None
        self._menus: dict[str, QMenu] = {}
        for command in self.commands:
            self._actions[command.id] = self._make(command, run)

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def _make(self, command: AnyCommand, run: Callable[[AnyCommand], None]) -> QAction:
        action = QAction(name_of(command.name), self._window)
        action.setObjectName(command.id)
        action.setToolTip(name_of(command.description) or name_of(command.name))
        action.setAutoRepeat(command.where == DESK and not command.changes)
        action.triggered.connect(lambda: run(command))
        _give_keys(action, command.keys, command.shown_keys)
        owner = self._desk if command.where == DESK else self._window
        on_desk = command.where == DESK
        action.setShortcutContext(
            Qt.ShortcutContext.WidgetShortcut if on_desk else Qt.ShortcutContext.WindowShortcut
        )
        owner.addAction(action)
        return action

    def _with_keys(self) -> tuple[AnyCommand, ...]:
        """Return the commands with their keys. A tag's key goes before one that the settings give: another
        codebook may have another tag with it, and where two have the same key Qt gives it to neither."""
        given = with_keys(self.own_commands, self._changed)
        return tuple(self._without_tag_keys(command) for command in given)

    def _without_tag_keys(self, command: AnyCommand) -> AnyCommand:
        if command.id not in self._changed or command.where != DESK:
            return command
        return replace(command, keys=tuple(k for k in command.keys if normal(k) not in self._tag_keys))

    def set_keys(self, changed: Mapping[str, Keys]) -> None:
        """Give commands other keys than they came with; those that are not named have their own."""
        self._changed = dict(changed)
        self._refresh_keys()

    def _refresh_keys(self) -> None:
        before, self.commands = self.commands, self._with_keys()
        new = [c for c, old in zip(self.commands, before, strict=True) if c.keys != old.keys]
        for command in new:  # first take all away: where two have the same key Qt gives it to neither
            self._actions[command.id].setShortcuts([])
        for command in new:
            _give_keys(self._actions[command.id], command.keys, command.shown_keys)
        if new:
            self.keys_changed.emit()

    def can(self, command_id: str) -> bool:
        """Tell whether a command can be run now."""
        return self._actions[command_id].isEnabled()

    def keys_of(self, command_id: str) -> str:
        """Return the first of a command's keys, for a hint; nothing where it has none."""
        return next((c.keys[0] for c in self.commands if c.id == command_id and c.keys), "")

    def desk_keys(self) -> dict[str, str]:
        """Return the names of the commands that hold a single key in reading mode, by that key, in capitals.

        What a command came with stays its own: with other settings it would have that key again.
        """
        named = [c for c in (*self.commands, *self.own_commands) if c.where == DESK]
        return {k.upper(): name_of(c.name) for c in named for k in c.keys if len(k) == 1}

    def fill(self, bar: QMenuBar) -> None:
        """Fill the menu bar, one menu per group."""
        for group in GROUPS:
            menu = bar.addMenu(name_of(MENUS[group], "Menu"))
            menu.setObjectName(f"menu_{group}")
            self._menus[group] = menu
            shown = [c.id for c in self.commands if c.group == group and c.in_menu]
            for parts in blocks(group, shown):
                if not menu.isEmpty():
                    menu.addSeparator()
                for part in parts:
                    self._add(menu, part)

    def _add(self, menu: QMenu, part: Block) -> None:
        below = menu
        if part.name:
            below = self._menus[part.name] = menu.addMenu(name_of(part.name, "Menu"))
        below.addActions([self._actions[name] for name in part.commands])

    def add_panes(self, shown: Sequence[QAction]) -> None:
        """Add the actions that show a pane, or hide it, to their menu."""
        self._menus[PANES].addSeparator()
        self._menus[PANES].addActions(shown)

    def menu(self, group: str) -> QMenu:
        """Return the menu of a group, or a sub menu by its English name."""
        return self._menus[group]

    def trigger_keys(self, shown: str) -> bool:
        """Run the command whose keys are shown like this, e.g. on a hint that was clicked; False for none."""
        for command in self.commands:
            if any(key_text(keys) == shown for keys in command.keys):
                self._actions[command.id].trigger()
                return True
        return False

    def press(self, keys: str) -> None:
        """Run the command that keys are given to, where they came past the shortcuts."""
        for command in self.commands:
            here = command.where != DESK or self._desk.hasFocus()
            if here and any(normal(keys) == normal(own) for own in command.keys):
                self._actions[command.id].trigger()
                return

    def held_back(self, pressed: QKeyCombination) -> AnyCommand | None:
        """Return the command that cannot be run now and has this key, None for none."""
        typed = QKeySequence(pressed)
        plain = QKeySequence(QKeyCombination(pressed.key()))  # `<` is typed with Shift on some keyboards
        for command in self.commands:
            action = self._actions[command.id]
            here = command.where != DESK or self._desk.hasFocus()
            if here and not action.isEnabled() and any(k in (typed, plain) for k in action.shortcuts()):
                return command
        return None

    def holds_back_tag(self, pressed: QKeyCombination) -> bool:
        """Tell whether a key is that of a tag, which cannot be given now."""
        return self._desk.hasFocus() and any(
            not action.isEnabled() and QKeySequence(pressed) in action.shortcuts()
            for action in self._tag_actions
        )

    def set_tags(self, codebook: Codebook, language: str, apply: Callable[[str], None]) -> None:
        """Make the keys of the codebook's tags work in reading mode."""
        menu = self._menus["Tag"]
        menu.setToolTipsVisible(True)
        if self._tags_below is None:
            self._tags_below = menu.addSeparator()
        for action in self._tag_actions:
            self._desk.removeAction(action)
            menu.removeAction(action)
            action.deleteLater()
        self._tag_actions = [
            self._tag_action(tag, language, apply) for tag in (*codebook.section_tags, *codebook.passage_tags)
        ]
        menu.addActions(self._tag_actions)
        self._tag_keys = frozenset(normal(tag.key) for tag in codebook.tags if tag.key and not tag.retired)
        self._refresh_keys()

    def _tag_action(self, tag: Tag, language: str, apply: Callable[[str], None]) -> QAction:
        action = QAction(tag.name(language), self._window)
        action.setToolTip(plain_tooltip(tag_text(tag, language)))
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

    def enable(self, *, letter: bool, writable: bool, project: bool = True) -> None:
        """Grey out what cannot be done now."""
        for command in self.commands:
            can = (letter or not command.needs_letter) and (writable or not command.changes)
            self._actions[command.id].setEnabled(can and (project or command.of_window))
        for action in self._tag_actions:
            action.setEnabled(letter and writable)


def _give_keys(action: QAction, keys: Iterable[str], shown: str = "") -> None:
    """Give an action its keys; `shown` is what its menu says where a view has the key instead."""
    sequences = [QKeySequence(k, QKeySequence.SequenceFormat.PortableText) for k in keys]
    # Qt silently makes a key string that it cannot read empty: fail loudly instead.
    for text, sequence in zip(keys, sequences, strict=True):
        if sequence.isEmpty():
            raise ValueError(f"no such key: {text!r} of {action.objectName()}")
    action.setShortcuts(sequences)
    name = action.text().partition("\t")[0]
    said = shown or next(iter(keys), "")
    # Menus name a key as it is named everywhere else: Qt calls Enter "Return".
    is_same = not said or key_text(said) == QKeySequence(said).toString(
        QKeySequence.SequenceFormat.NativeText
    )
    action.setText(name if is_same and not shown else f"{name}\t{key_text(said)}")
