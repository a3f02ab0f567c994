"""What the panels ask for, made into changes of the letter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.commands import remove_passage_of
from annotator.core import operations
from annotator.session import labels

if TYPE_CHECKING:
    from annotator.ui.shell.main_window import MainWindow


class Requests(QObject):
    """Answers the panels: each request is one undoable change."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def value_edited(self, field_id: str, position: int, shown: str, value: str) -> None:
        """Take a value that was typed into the form."""
        session = self._window.session
        if session is None or session.letter is None:
            return
        field = session.codebook.field(field_id)
        name = field.name(self._window.language) if field else field_id
        held = next((v for v in session.letter.values_of(field_id) if v.position == position), None)
        if not shown and held is None:
            return
        if not shown and held is not None and "." not in field_id:
            # A part of a group is emptied instead: removing it would take the whole group along.
            delta = operations.remove_value(session.letter, held.uid)
        else:
            delta = operations.set_value(
                session.letter, field_id, position, value, shown, None, session.stamp()
            )
        self._window.do(labels.filled(name, shown), delta)

    def value_removed(self, uid: str) -> None:
        """Take a value out of the form."""
        session = self._window.session
        if session is not None and session.letter is not None and uid in session.letter.values:
            field = session.codebook.field(session.letter.values[uid].field)
            self._window.do(
                labels.filled(field.name(self._window.language) if field else "", ""),
                operations.remove_value(session.letter, uid),
            )

    def remove_passage(self, uid: str) -> None:
        """Remove a passage that was chosen in the list."""
        if self._window.session is not None:
            remove_passage_of(self._window.session, uid)

    def passage_noted(self, uid: str, note: str) -> None:
        """Take a passage's note."""
        session = self._window.session
        if session is not None and session.letter is not None and uid in session.letter.passages:
            tag = session.codebook.tag(session.letter.passages[uid].tag)
            delta = operations.change_passage(session.letter, uid, note=note)
            self._window.do(labels.noted(tag.name(self._window.language) if tag else ""), delta)

    def note_edited(self, note: str) -> None:
        """Take the letter's note."""
        if self._window.session is not None and self._window.session.letter is not None:
            delta = operations.set_about(self._window.session.letter, lambda about: replace(about, note=note))
            self._window.do(labels.about("note"), delta)

    def restore_reading(self, index: int) -> None:
        """Bring the OCR's reading back where a correction stands."""
        session = self._window.session
        if session is not None and session.letter is not None:
            session.end_typing()
            correction = operations.restore_reading(session.letter, index)
            delta = operations.correct(session.letter, (correction,), session.stamp())
            self._window.do(labels.restored(correction.after), delta)
