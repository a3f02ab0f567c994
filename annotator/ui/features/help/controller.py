"""The manual, the sheet of the keys that work here, and what the program says of itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QVBoxLayout, QWidget
from shiboken6 import isValid

from annotator import __version__
from annotator.commands import DESK, EVERYWHERE, AnyCommand
from annotator.commands.held_keys import BOX_KEYS, WORD_KEYS
from annotator.session import Session
from annotator.ui.context import Context
from annotator.ui.features.help.key_sheet import KeyEntry, KeyGroup, KeySheet
from annotator.ui.features.help.manual_files import MANUAL, Section, sections, sections_of
from annotator.ui.features.help.manual_page import ManualPage
from annotator.ui.translate import name_of
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.tag_text import tag_text

# What can be asked for without leaving the manual; all else leads back to where one was first.
STAYING = frozenset(
    {"manual", "key_sheet", "about", "palette", "settings", "bigger", "smaller", "normal_size"}
)
FIRST_SECTION = "the-window"


class Commands(Protocol):
    """The commands with the keys that work now."""

    commands: tuple[AnyCommand, ...]


class Cover(Protocol):
    """What lays a page over whatever the window shows."""

    def shows(self, page: QWidget) -> bool:
        """Tell whether a page is what one sees now."""

    def enter(self, page: QWidget) -> None:
        """Show a page."""

    def leave(self, page: QWidget) -> None:
        """Bring back what was there."""


class HelpController(QObject):
    """Shows the manual and the key sheet. `project` returns the open project, None while there is none."""

    def __init__(
        self,
        context: Context,
        commands: Commands,
        project: Callable[[], Session | None],
        cover: Cover,
        show_keys: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._commands, self._project = context, commands, project
        self._cover, self._show_keys = cover, show_keys
        self._manual: ManualPage | None = None
        self._known: list[Section] = []

    # --- the manual -----------------------------------------------------------------------------------

    def show_manual(self, section: str | None = None) -> None:
        """Show the manual at a section, or at that of what has the focus; again: leave it."""
        if self._manual is not None and self._cover.shows(self._manual):
            self.leave_manual()
            return
        here = QApplication.focusWidget()
        wanted = section or section_of(here)
        over = QApplication.activeModalWidget() or QApplication.activeWindow()
        if isinstance(over, QDialog):
            self._show_over(over, wanted)
            return
        if self._manual is None:
            self._manual = self._page(None)
            self._manual.left.connect(self.leave_manual)
        self._cover.enter(self._manual)
        self._manual.show_section(self._number_of(wanted))
        self._manual.setFocus()

    def leave_manual(self) -> None:
        """Bring back what the manual lies over."""
        if self._manual is not None:
            self._cover.leave(self._manual)

    def leave_for(self, command_id: str) -> None:
        """Leave the manual before a command that has to do with what lies below it."""
        if command_id not in STAYING:
            self.leave_manual()

    def _page(self, parent: QWidget | None) -> ManualPage:
        language = self._context.language
        self._known = self._known or sections(language)
        page = ManualPage(language, self._known, self._context.keys_of("key_sheet"), parent)
        page.keys_wanted.connect(self._show_keys)
        return page

    def _show_over(self, dialog: QWidget, wanted: str) -> None:
        """Show the manual in a window of its own, above a dialog that waits for an answer."""
        above = Dialog(dialog)
        above.help_section = None
        above.setWindowTitle(self.tr("Manual"))
        page = self._page(above)
        page.left.connect(above.reject)
        whole = QVBoxLayout(above)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        above.resize(1000, 720)
        page.show_section(self._number_of(wanted))
        page.setFocus()
        above.exec()
        if isValid(above):  # it goes with the dialog below, which may have been closed meanwhile
            above.deleteLater()

    def _number_of(self, section: str) -> int:
        """Return which section of the manual a view's name is; its names are those of the English page."""
        ids = [each.id for each in sections_of("en", MANUAL)]
        return ids.index(section) if section in ids else 0

    # --- keys -----------------------------------------------------------------------------------------

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


def section_of(widget: QWidget | None) -> str:
    """Return which section of the manual a widget, or what it lies in, says that it belongs to."""
    while widget is not None:
        section = getattr(widget, "help_section", "")
        if section:
            return str(section)
        widget = widget.parentWidget()
    return FIRST_SECTION
