"""What the panels ask for, made into changes of the letter."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from annotator.commands import remove_passage_of
from annotator.core import operations
from annotator.core.fields import FieldResult, language_for
from annotator.core.history import Delta
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.session import Session
from annotator.session.project import labels
from annotator.session.project.value_evidence import filled
from annotator.ui.context import Context


class PanelEdits(QObject):
    """Answers the panels of a project: each request is one undoable change."""

    def __init__(self, session: Session, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._context = session, context
        # Where the evidence of what was typed over last was: while somebody types, half a value has none.
        self._typed_over: dict[tuple[int | None, str, int], Span] = {}

    def _do(self, label: Message, delta: Delta) -> None:
        self._context.attempt(lambda: self._session.do(label, delta))

    def value_edited(self, field_id: str, position: int, shown: str, value: str) -> None:
        """Take a value that was typed into the form."""
        session, letter = self._session, self._session.letter
        if letter is None:
            return
        field = session.codebook.field(field_id)
        if field is None:
            return
        name = field.name(self._context.language)
        held = next((v for v in letter.values_of(field_id) if v.position == position), None)
        if not shown and held is None:
            return
        if not shown and held is not None and "." not in field_id:
            # A part of a group is emptied instead: removing it would take the whole group along.
            delta = operations.remove_value(letter, held.uid)
        else:
            place = (session.letter_id, field_id, position)
            if held is not None and held.uid in letter.spans:
                self._typed_over[place] = letter.spans[held.uid]
            delta = filled(
                letter,
                field,
                position,
                FieldResult(value or None, shown),
                session.stamp(),
                language_for(field, self._context.language, session.text_language),
                self._typed_over.get(place),
            )
        self._do(labels.filled(name, shown), delta)

    def field_absent(self, field_id: str, position: int) -> None:
        """Take it that the letter does not have what a field asks for."""
        session, letter = self._session, self._session.letter
        field = session.codebook.field(field_id)
        if letter is not None and field is not None:
            delta = operations.set_absent(letter, field_id, position, session.stamp())
            self._do(labels.absent(field.name(self._context.language)), delta)

    def value_removed(self, uid: str) -> None:
        """Take a value out of the form."""
        session, letter = self._session, self._session.letter
        if letter is not None and uid in letter.values:
            field = session.codebook.field(letter.values[uid].field)
            name = field.name(self._context.language) if field else ""
            self._do(labels.filled(name, ""), operations.remove_value(letter, uid))

    def remove_passage(self, uid: str) -> None:
        """Remove a passage that was chosen in the list."""
        remove_passage_of(self._session, uid)

    def passage_noted(self, uid: str, note: str) -> None:
        """Take a passage's note."""
        session, letter = self._session, self._session.letter
        if letter is not None and uid in letter.passages:
            tag = session.codebook.tag(letter.passages[uid].tag)
            delta = operations.change_passage(letter, uid, note=note)
            self._do(labels.noted(tag.name(self._context.language) if tag else ""), delta)

    def note_edited(self, note: str) -> None:
        """Take the letter's note."""
        letter = self._session.letter
        if letter is not None:
            delta = operations.set_about(letter, lambda about: replace(about, note=note))
            self._do(labels.about("note"), delta)

    def restore_reading(self, index: int) -> None:
        """Bring the OCR's reading back where a correction stands."""
        self._session.end_typing()
        letter = self._session.letter
        if letter is not None:
            correction = operations.restore_reading(letter, index)
            delta = operations.correct(letter, (correction,), self._session.stamp())
            self._do(labels.restored(correction.after), delta)
