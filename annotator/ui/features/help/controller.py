"""What the window tells the analyst: the keys that work now, what is left, where the caret is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from annotator import __version__
from annotator.commands import DESK, EVERYWHERE, Command
from annotator.commands.held_keys import BOX_KEYS
from annotator.core.text import Span
from annotator.ui.features.help.key_sheet import KeyEntry, KeyGroup, KeySheet
from annotator.ui.features.word_review.sheet_keys import WORD_KEYS
from annotator.ui.translate import name_of
from annotator.ui.widgets.key_hint import KeyHint
from annotator.ui.widgets.places_preview import PlacesPreview, PreviewPlace
from annotator.ui.widgets.tag_text import tag_text

if TYPE_CHECKING:
    from annotator.ui.shell.main_window import MainWindow

_CONTEXT_CHARACTERS = 60
_KEY_SHEET = ("key_sheet", "")


class WindowHelp(QObject):
    """Keeps the status strip and the key sheet true."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._numbers: Sequence[int] = ()

    def show_hints(self) -> None:
        """Show the keys that matter now."""
        window = self._window
        if window.session is None:
            hints = self._hints(
                ("new_project", self.tr("new project")), ("open_project", self.tr("open")), _KEY_SHEET
            )
        elif window.word_review.is_open:
            hints = window.word_review.hints()
        elif window.session.letter is None:
            hints = self._hints(("import", self.tr("import letters")), _KEY_SHEET)
        elif window.view.editing:
            hints = [("Esc", self.tr("back to reading")), *self._hints(("undo", self.tr("undo")), _KEY_SHEET)]
        elif window.review_is_open():
            hints = self._box_hints()
        elif self._walks_hits():
            hints = self._hit_hints()
        elif window.view.hasFocus():
            hints = self._desk_hints()
        else:
            hints = [
                *self._hints(("next_pane", self.tr("next pane"))),
                ("Esc", self.tr("to the letter")),
                *self._hints(("next_suspect", self.tr("next suspect")), _KEY_SHEET),
            ]
        counted = "F3" if window.review_is_open() else window.actions_.keys_of("next_suspect")
        if window.session is not None and (self._walks_hits() or window.word_review.is_open):
            counted = ""  # F3 goes to hits now: the suspects are not what is left of them
        window.strip.set_hints(hints, counted)

    def show_changed_keys(self) -> None:
        """Show the keys that commands have now wherever keys are told."""
        window, keys_of = self._window, self._window.actions_.keys_of
        for hint in window.findChildren(KeyHint):
            if hint.command:
                hint.set_hint(keys_of(hint.command), hint.hint()[1])
        keys = {command.id: keys_of(command.id) for command in window.actions_.commands}
        for panel in window.side.panels:
            panel.set_keys(keys)
        window.letters.set_import_key(keys["import"])
        window.palette_button.set_keys(keys["palette"])
        self.show_hints()

    def _hints(self, *wanted: tuple[str, str]) -> list[tuple[str, str]]:
        """Return the keys of commands with what they do; without those that have no key."""
        known = ((self._window.actions_.keys_of(command), text) for command, text in wanted)
        return [(keys, text or self.tr("keys")) for keys, text in known if keys]

    def _box_hints(self) -> list[tuple[str, str]]:
        return [
            ("F3", self.tr("leave, next")),
            ("Enter", self.tr("accept")),
            ("Ctrl+D", self.tr("right as it stands")),
            ("Ctrl+Z", self.tr("undo the last")),
            ("Esc", self.tr("to the letter")),
        ]

    def _walks_hits(self) -> bool:
        window = self._window
        walks = window.letter_finding.is_open or window.searching.walks
        return walks and not window.review_is_open() and not window.view.editing

    def _hit_hints(self) -> list[tuple[str, str]]:
        return [
            ("F3", self.tr("next hit")),
            ("Shift+F3", self.tr("hit before")),
            ("F6", self.tr("next pane")),
            ("Esc", self.tr("close the search")),
            ("F1", self.tr("keys")),
        ]

    def _desk_hints(self) -> list[tuple[str, str]]:
        return [
            *self._hints(
                ("next_suspect", self.tr("next suspect")),
                ("review_words", self.tr("all words")),
                *self._proposal_hints(),
                ("correct_word", self.tr("correct")),
                ("edit_mode", self.tr("type")),
            ),
            ("", self.tr("letters tag")),
            *self._hints(
                ("fill_field", self.tr("fill field")),
                # What comes below is left out first in a narrow window; this one leads to all the others.
                _KEY_SHEET,
                ("done_next", self.tr("done, next")),
                ("grow", self.tr("grow selection")),
            ),
        ]

    def _proposal_hints(self) -> list[tuple[str, str]]:
        count = self._window.proposal_desk.open_count()
        if not count:
            return []
        return [
            ("confirm", self.tr("confirm · %n proposed", "", count)),
            ("confirm_all", self.tr("all of its kind")),
        ]

    def show_place(self) -> None:
        """Show the caret's line and character, and mark the section it is in."""
        window = self._window
        # Not the letter itself: asking for it would end the wait for more keys.
        if window.session is None or window.session.letter_id is None or window.word_review.is_open:
            window.strip.set_place(None)
            return
        caret, text = window.view.caret(), window.view.text()
        line = text.count("\n", 0, caret)
        window.strip.set_place(self._number_of(line), caret - text.rfind("\n", 0, caret))
        window.side.outline.set_caret(caret)

    def set_line_numbers(self, numbers: Sequence[int]) -> None:
        """Take the paper's number of each line of the text."""
        self._numbers = numbers

    def _number_of(self, line: int) -> int:
        return self._numbers[line] if line < len(self._numbers) else line + 1

    def show_suspects_left(self) -> None:
        """Show how many suspects are left, once that is known."""
        if self._window.word_review.is_open:
            return  # those of the letter behind the page are not what is left here
        suspecting = self._window.suspecting
        ready = suspecting is not None and (suspecting.ready or bool(suspecting.suspects))
        known = suspecting is not None and ready and not (suspecting.gave_up and not suspecting.suspects)
        left = len(suspecting.suspects) if suspecting is not None and known else None
        self._window.strip.set_suspects_left(left)
        self._window.readiness.show()

    # --- dialogs ------------------------------------------------------------------------------------

    def show_keys(self) -> None:
        """Show the key sheet, what works here now first."""
        window = self._window
        on_desk = window.view.hasFocus() and not window.view.editing
        commands = window.actions_.commands
        on_box = window.review_is_open()
        desk = tuple(self._row(c) for c in commands if c.where == DESK and c.keys)
        on_words = window.word_review.is_open
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
        KeySheet(groups, window).exec()

    def _row(self, command: Command) -> KeyEntry:
        return KeyEntry(name_of(command.name), ", ".join(command.keys), name_of(command.description))

    def _tag_rows(self) -> list[KeyEntry]:
        session, language = self._window.session, self._window.language
        if session is None:
            return []
        tags = (*session.codebook.section_tags, *session.codebook.passage_tags)
        return [KeyEntry(tag.name(language), tag.key, tag_text(tag, language)) for tag in tags if tag.key]

    def preview_places(self, before: str, after: str, places: Sequence[Span]) -> Sequence[int] | None:
        """Show the places that a correction would change; return the indices of those that are ticked."""
        text = self._window.view.text()
        shown = [
            PreviewPlace(
                text[max(0, place.start - _CONTEXT_CHARACTERS) : place.start],
                text[place.end : place.end + _CONTEXT_CHARACTERS],
                self.tr("line {number}").format(number=self._number_of(text.count("\n", 0, place.start))),
            )
            for place in places
        ]
        dialog = PlacesPreview(before, after, shown, self._window)
        return dialog.ticked() if dialog.exec() else None

    def show_about(self) -> None:
        """Say what the program is."""
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("About Kanttekening"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Kanttekening {version}").format(version=__version__))
        box.setInformativeText(
            self.tr(
                "For analysts who work through OCR'd letters: "
                "correct, tag, fill in the form, hand over clean data.\n\n"
                "MIT licence. Word data: OpenTaal (see the licences in resources/words). Qt for Python: LGPL."
            )
        )
        box.exec()
