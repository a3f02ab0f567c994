"""The sheet of the keys that work here, and what the program says of itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from annotator import __version__
from annotator.commands import DESK, EVERYWHERE, AnyCommand
from annotator.commands.held_keys import BOX_KEYS, WORD_KEYS
from annotator.session import Session
from annotator.ui.context import Context
from annotator.ui.features.help.key_sheet import KeyEntry, KeyGroup, KeySheet
from annotator.ui.translate import name_of
from annotator.ui.widgets.tag_text import tag_text


class Commands(Protocol):
    """The commands with the keys that work now."""

    commands: tuple[AnyCommand, ...]


class HelpController(QObject):
    """Shows the key sheet. `project` returns the open project, None while there is none."""

    def __init__(
        self, context: Context, commands: Commands, project: Callable[[], Session | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._commands, self._project = context, commands, project

    def show_keys(self, *, on_box: bool, on_words: bool) -> None:
        """Show the key sheet, what works here now first: in the correction box, or on the page of words."""
        text, commands = self._context.text, self._commands.commands
        on_desk = text.hasFocus() and not text.editing
        desk = tuple(self._row(c) for c in commands if c.where == DESK and c.keys)
        own = {key for entry in WORD_KEYS for key in entry.keys} if on_words else set()
        everywhere = tuple(
            self._row(c) for c in commands if c.where == EVERYWHERE and c.keys and not own.issuperset(c.keys)
        )
        box, words = (
            tuple(KeyEntry(name_of(entry.name), ", ".join(entry.keys)) for entry in keys)
            for keys in (BOX_KEYS, WORD_KEYS)
        )
        groups = (
            *((KeyGroup(self.tr("Going through words"), words, True),) if on_words else ()),
            KeyGroup(self.tr("On the reading desk"), desk, on_desk and not on_box),
            KeyGroup(self.tr("Tags"), tuple(self._tag_rows()), on_desk and not on_box),
            KeyGroup(self.tr("In the correction box"), box, on_box),
            KeyGroup(self.tr("Everywhere"), everywhere, not on_box),
            *(() if on_words else (KeyGroup(self.tr("Going through words"), words),)),
        )
        KeySheet(groups, self._context.dialogs.parent).exec()

    def _row(self, command: AnyCommand) -> KeyEntry:
        return KeyEntry(name_of(command.name), ", ".join(command.keys), name_of(command.description))

    def _tag_rows(self) -> list[KeyEntry]:
        session, language = self._project(), self._context.language
        if session is None:
            return []
        tags = (*session.codebook.section_tags, *session.codebook.passage_tags)
        return [KeyEntry(tag.name(language), tag.key, tag_text(tag, language)) for tag in tags if tag.key]

    def show_about(self) -> None:
        """Say what the program is."""
        box = QMessageBox(self._context.dialogs.parent)
        box.setWindowTitle(self.tr("About Kanttekening"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Kanttekening {version}").format(version=__version__))
        box.setInformativeText(
            self.tr(
                "For analysts who work through OCR'd letters: "
                "correct, tag, fill in the form, hand over clean data.\n\n"
                "MIT licence. Word data: OpenTaal (see the licences in resources/words). "
                "Models for recognising text: Tesseract, Apache licence 2.0. Qt for Python: LGPL."
            )
        )
        box.exec()
