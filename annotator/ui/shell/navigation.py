"""Navigation: to letters, lines, panes, evidence; between modes; and what is copied."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.text import Span, trimmed, word_at
from annotator.session import SaveState, Session
from annotator.session.project.letters import Letters
from annotator.session.project.refusals import READ_ONLY
from annotator.ui.context import Context
from annotator.ui.shell.views import Views
from annotator.ui.translate import filled
from annotator.ui.widgets.key_cap import key_text

SELECT_TO_COPY = Message("Window", QT_TRANSLATE_NOOP("Window", "Select the words to copy first."))


class Navigation(QObject):
    """Moves the analyst about in a project; changes nothing in a letter but its status.

    `box_wanted` asks for the correction box on a span, `mode_changed` tells of editing mode and reading mode.
    """

    box_wanted = Signal(int, int)
    mode_changed = Signal(bool)
    status_of_chosen_wanted = Signal(list, str)

    def __init__(self, session: Session, context: Context, views: Views, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._context, self._views = session, context, views
        self._saving_asked = False  # it is to be said when all is saved
        session.saving.connect(self._saved)

    # --- letters ------------------------------------------------------------------------------------

    def go_letters(self, by: int) -> bool:
        """Open the next letter in the list, or the one before; False at the end."""
        letter_id = self.neighbour(by)
        if letter_id is None:
            text = QT_TRANSLATE_NOOP("Window", "This is the last letter in the list.")
            if by < 0:
                text = QT_TRANSLATE_NOOP("Window", "This is the first letter in the list.")
            self._context.say(Message("Window", text))
            return False
        self.open_letter(letter_id)
        return True

    def neighbour(self, by: int) -> int | None:
        """Return the letter before or after this one in the list as it is filtered."""
        session = self._session
        if session.letter_id is None:
            return None
        wanted = self._views.letters.wanted()
        previous, following = Letters(session).neighbours(session.letter_id, wanted)
        return following if by > 0 else previous

    def set_status(self, status: str) -> None:
        """Give the letter another status."""
        letters = self._views.letters
        chosen = letters.chosen() if letters.has_keys() else []
        if len(chosen) > 1:
            self.status_of_chosen_wanted.emit(chosen, status)
        else:
            from annotator.commands import set_status

            self._context.attempt(lambda: self._say_same(set_status(self._session, status)))

    def _say_same(self, changed: bool) -> None:
        if not changed:
            text = QT_TRANSLATE_NOOP("Window", "The letter has that status already.")
            self._context.say(Message("Window", text))

    def say_saved(self) -> None:
        """Say that all is saved by itself, and since when; or why it is not."""
        self.finish_typing()
        session = self._session
        if session.read_only:
            self._context.say(READ_ONLY)
        elif session.save_state.state == "saving":
            self._saving_asked = True
            self._context.say(Message("Window", QT_TRANSLATE_NOOP("Window", "It is being saved just now.")))
        elif session.save_state.problem is not None:
            self._context.say(session.save_state.problem)
        else:
            self._say_all_saved()

    def _saved(self, state: SaveState) -> None:
        if self._saving_asked and state.state != "saving":
            self._saving_asked = False
            self.say_saved()

    def _say_all_saved(self) -> None:
        when = self._session.save_state.when
        text = QT_TRANSLATE_NOOP("Window", "All is saved by itself.")
        if when is not None:
            text = QT_TRANSLATE_NOOP("Window", "All is saved by itself, {time}.")
        self._context.say(Message("Window", text, {"time": f"{when:%H:%M}"} if when is not None else {}))

    def open_letter(self, letter_id: int) -> None:
        """Open a letter and give its text the keys."""
        self.finish_typing()
        self._session.open_letter(letter_id)
        self.focus_text()

    def finish_typing(self) -> None:
        """Take what is being typed, in the text or in a panel, as a change."""
        self._views.side.flush()
        self._session.end_typing()

    # --- places -------------------------------------------------------------------------------------

    def select(self, span: Span, *, focus: bool = False) -> None:
        """Select a span of the letter and bring it into view; with `focus` its text gets the keys."""
        self._views.text.select(span.start, span.end)
        if focus:
            self.focus_text()

    def show_panel(self, name: str) -> None:
        """Bring a panel into view."""
        dock = self._views.dock(name)
        dock.show()
        dock.raise_()

    def focus_text(self) -> None:
        """Give the keys to the text of the letter."""
        self._views.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_filter(self) -> None:
        """Go to the filter of the letters."""
        self.show_panel("letters")
        self._views.letters.focus_filter()

    def open_conditions(self) -> None:
        """Offer what else the letters can be filtered by."""
        self.show_panel("letters")
        self._views.letters.open_conditions()

    def focus_notes(self) -> None:
        """Go to the letter's note."""
        self.show_panel("notes")
        self._views.side.notes.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_line(self) -> None:
        """Ask for a line number, or a page as `p 3`, and go there."""
        from annotator.ui.widgets.ask_text import ask_text

        letter = self._session.letter
        if letter is None:
            return
        question = self.tr("Line number, 1 to {lines:,}; or a page: p 1 to p {pages:,}")
        lines, pages = max(letter.line_numbers(), default=1), max(1, len(letter.pages))
        asked = filled(question, lines=lines, pages=pages)
        text = ask_text(self._context.dialogs.parent, self.tr("Go to"), asked)
        if text is not None and text.strip():
            self.go_to_place(text)

    def go_to_place(self, text: str) -> None:
        """Go to what `12`, `p3` or `pagina 3` asks for in the open letter."""
        from annotator.commands.going import asked_place, offset_of

        letter, place = self._session.letter, asked_place(text)
        if place is None:
            wrong = QT_TRANSLATE_NOOP("Window", "“{text}” is no line and no page: write 12, or p 3.")
            self._context.say(Message("Window", wrong, {"text": text.strip()[:40]}))
        elif letter is not None:
            offset = offset_of(letter, *place)
            self.select(Span(offset, offset), focus=True)

    def go_to_section(self, uid: str) -> None:
        """Go to a section that was chosen in the outline."""
        letter = self._session.letter
        if letter is not None and uid in letter.points:
            heading = letter.spans.get(uid)
            at = heading.start if heading else letter.points[uid]
            self.select(Span(at, at), focus=True)

    def go_to_passage(self, uid: str) -> None:
        """Select a passage that was chosen in the list."""
        letter = self._session.letter
        if letter is not None and uid in letter.spans:
            self.select(letter.spans[uid], focus=True)

    def go_to_evidence(self) -> None:
        """Go to the evidence of the chosen field; of the field being typed in, where there is one."""
        letter = self._session.letter
        if letter is None:
            return
        values = [v for v in letter.values_of(self._views.side.form.chosen) if v.uid in letter.spans]
        if not values:
            text = QT_TRANSLATE_NOOP(
                "Window", "This field has no evidence yet: select the words and press {key}."
            )
            self._context.say(Message("Window", text, {"key": key_text(self._context.keys_of("fill_field"))}))
            return
        now = Span(*self._views.text.selection())
        at = next((i for i, v in enumerate(values) if letter.spans[v.uid] == now), -1)
        self.show_evidence(values[(at + 1) % len(values)].uid)

    def show_evidence(self, uid: str) -> None:
        """Select the place that proves a value."""
        letter = self._session.letter
        if letter is not None and uid in letter.spans:
            self.select(letter.spans[uid], focus=True)

    # --- modes and size -----------------------------------------------------------------------------

    def set_editing(self, editing: bool) -> None:
        """Go to editing mode, or back to reading."""
        session = self._session
        if editing and session.letter is None:
            return
        if editing and (refusal := session.refusal()) is not None:
            self._context.say(refusal)
            return
        if not editing:
            session.end_typing()
        self._views.text.set_editing(editing)
        if editing:
            self.focus_text()
        self.mode_changed.emit(editing)

    def correct_here(self) -> None:
        """Open the correction box on the selection, or on the word at the caret."""
        self._session.end_typing()
        letter = self._session.letter
        if letter is None:
            return
        span = Span(*self._views.text.selection())
        if span.start == span.end:
            span = word_at(letter.text, span.start) or span
        if span.start == span.end:
            text = QT_TRANSLATE_NOOP("Window", "There is no word here to correct.")
            self._context.say(Message("Window", text))
            return
        self.box_wanted.emit(span.start, span.end)

    # --- copying ------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Copy the selection, or what is selected in the field that has the focus."""
        widget = QApplication.focusWidget()
        if isinstance(widget, QLineEdit) or (
            isinstance(widget, QPlainTextEdit) and widget is not self._views.text
        ):
            widget.copy()
            return
        selected = self._selected_text()
        if selected:
            QGuiApplication.clipboard().setText(selected)
        else:
            self._context.say(SELECT_TO_COPY)

    def edit_field(self, what: str) -> None:
        """Cut, paste or select all (`cut`, `paste`, `selectAll`) in the field that has the keys.

        The letter's own words are cut and pasted in editing mode alone.
        """
        widget, text = QApplication.focusWidget(), self._views.text
        if isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractItemView)):
            if widget is text and what != "selectAll" and not text.editing:
                said = QT_TRANSLATE_NOOP(
                    "Window", "Words are cut and pasted while you type: press {key} first."
                )
                key = key_text(self._context.keys_of("edit_mode"))
                self._context.say(Message("Window", said, {"key": key}))
                return
            act = getattr(widget, what, None)
            if act is not None:
                act()
                return
        nowhere = QT_TRANSLATE_NOOP("Window", "Click into the text or a field first.")
        self._context.say(Message("Window", nowhere))

    def copy_with_source(self) -> None:
        """Copy the selection, or else the passage at the caret, with its source: as text and as HTML."""
        from annotator.commands.tagging import passages_at
        from annotator.ui.shell.citing import citation

        letter, selected = self._session.letter, Span(*self._views.text.selection())
        if letter is None:
            return
        span = trimmed(letter.text, selected)
        if span.start == span.end:
            under = passages_at(letter, selected)
            span = letter.spans[under[0]] if under else span
        if span.start == span.end:
            self._context.say(SELECT_TO_COPY)
            return
        cited = citation(letter, self._session.codebook, span, self._context.language)
        QGuiApplication.clipboard().setMimeData(cited.mime())
        self._context.say(Message("Window", QT_TRANSLATE_NOOP("Window", "Copied with its source.")))

    def _selected_text(self) -> str:
        start, end = self._views.text.selection()
        return self._views.text.text()[start:end]
