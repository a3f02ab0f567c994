"""Going about: letters, lines, panes, evidence, modes; and what is copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from annotator.commands import set_status
from annotator.commands.going import asked_place, offset_of
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.problems import Problem
from annotator.core.text import Span, trimmed, word_at
from annotator.ui.widgets.ask_text import ask_text
from annotator.ui.widgets.key_cap import key_text

if TYPE_CHECKING:
    from annotator.ui.shell.main_window import MainWindow

_SMALLEST, _LARGEST = 60, 240


class Moves(QObject):
    """The window's commands that move the analyst, and change nothing in the letter but its status."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    # --- letters ------------------------------------------------------------------------------------

    def go_letters(self, by: int) -> bool:
        """Open the next letter in the list, or the one before; False at the end."""
        window = self._window
        letter_id = self.neighbour(by)
        if letter_id is None:
            text = QT_TRANSLATE_NOOP("Window", "This is the last letter in the list.")
            if by < 0:
                text = QT_TRANSLATE_NOOP("Window", "This is the first letter in the list.")
            window.say(Message("Window", text))
            return False
        window.open_letter(letter_id)
        return True

    def neighbour(self, by: int) -> int | None:
        """Return the letter before or after this one in the list as it is filtered."""
        session = self._window.session
        if session is None or session.letter_id is None:
            return None
        previous, following = session.store.reader.neighbours(
            session.letter_id, self._window.letters.wanted()
        )
        return following if by > 0 else previous

    def set_status(self, status: str) -> None:
        """Give the letter another status."""
        window = self._window
        try:
            chosen = window.care.meant() if window.session is not None else []
            if len(chosen) > 1:
                window.care.set_status(chosen, status)
            elif window.session is not None:
                set_status(window.session, status)
        except Problem as problem:
            window.say(problem.message)

    # --- places -------------------------------------------------------------------------------------

    def focus_desk(self) -> None:
        """Give the keys to the reading desk."""
        self._window.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_filter(self) -> None:
        """Go to the filter of the letters."""
        self._window.letters_dock.show()
        self._window.letters.focus_filter()

    def open_conditions(self) -> None:
        """Offer what else the letters can be filtered by."""
        self._window.letters_dock.show()
        self._window.letters.open_conditions()

    def focus_notes(self) -> None:
        """Go to the letter's note."""
        dock = self._window.side.docks["notes"]
        dock.show()
        dock.raise_()
        self._window.side.notes.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_panes(self, by: int) -> None:
        """Give the focus to the next pane, or the one before."""
        self._window.ring.go(by)

    def go_to_line(self) -> None:
        """Ask for a line number, or a page as `p 3`, and go there."""
        window = self._window
        letter = window.session.letter if window.session else None
        if letter is None:
            return
        question = self.tr("Line number, 1 to {lines}; or a page: p 1 to p {pages}")
        lines, pages = max(letter.line_numbers(), default=1), max(1, len(letter.pages))
        text = ask_text(window, self.tr("Go to"), question.format(lines=lines, pages=pages))
        if text is not None and text.strip():
            self.go_to_place(text)

    def go_to_place(self, text: str) -> None:
        """Go to what `12`, `p3` or `pagina 3` asks for in the letter on the desk."""
        window = self._window
        letter, place = window.session.letter if window.session else None, asked_place(text)
        if place is None:
            wrong = QT_TRANSLATE_NOOP("Window", "“{text}” is no line and no page: write 12, or p 3.")
            window.say(Message("Window", wrong, {"text": text.strip()[:40]}))
        elif letter is not None:
            offset = offset_of(letter, *place)
            window.select(Span(offset, offset), focus=True)

    def go_to_section(self, uid: str) -> None:
        """Go to a section that was chosen in the outline."""
        letter = self._window.session.letter if self._window.session else None
        if letter is not None and uid in letter.points:
            heading = letter.spans.get(uid)
            at = heading.start if heading else letter.points[uid]
            self._window.select(Span(at, at), focus=True)

    def go_to_passage(self, uid: str) -> None:
        """Select a passage that was chosen in the list."""
        letter = self._window.session.letter if self._window.session else None
        if letter is not None and uid in letter.spans:
            self._window.select(letter.spans[uid], focus=True)

    def go_to_evidence(self) -> None:
        """Go to the evidence of the chosen field; of the field being typed in, where there is one."""
        window = self._window
        letter = window.session.letter if window.session else None
        if letter is None:
            return
        values = [v for v in letter.values_of(window.form.chosen) if v.uid in letter.spans]
        if not values:
            text = QT_TRANSLATE_NOOP(
                "Window", "This field has no evidence yet: select the words and press {key}."
            )
            window.say(Message("Window", text, {"key": key_text(window.actions_.keys_of("fill_field"))}))
            return
        now = Span(*window.view.selection())
        at = next((i for i, v in enumerate(values) if letter.spans[v.uid] == now), -1)
        self.show_evidence(values[(at + 1) % len(values)].uid)

    def show_evidence(self, uid: str) -> None:
        """Select the place that proves a value."""
        letter = self._window.session.letter if self._window.session else None
        if letter is not None and uid in letter.spans:
            self._window.select(letter.spans[uid], focus=True)

    # --- modes and size -----------------------------------------------------------------------------

    def set_editing(self, editing: bool) -> None:
        """Go to editing mode, or back to reading."""
        window = self._window
        if editing and (window.session is None or window.session.read_only or window.session.letter is None):
            return
        if editing and window.session is not None and (refusal := window.session.refusal()) is not None:
            window.say(refusal)
            return
        if window.session is not None and not editing:
            window.session.end_typing()
        window.view.set_editing(editing)
        window.strip.set_mode("editing" if editing else "reading")
        if editing:
            self.focus_desk()
        window.help.show_hints()

    def correct_here(self) -> None:
        """Open the correction box on the selection, or on the word at the caret."""
        window = self._window
        if window.session is None or window.session.letter is None:
            return
        window.session.end_typing()
        span = window.selection()
        if span.start == span.end:
            span = word_at(window.session.letter.text, span.start) or span
        window.review.open_on(span.start, span.end)

    def zoom(self, by: int) -> None:
        """Make the letter's text bigger or smaller; 0 makes it normal again."""
        window = self._window
        now = window.settings.number("text_size")
        size = 100 if by == 0 else min(_LARGEST, max(_SMALLEST, now + by))
        window.settings.set("text_size", size)
        window.view.set_text_size(size)
        window.say(Message("Window", QT_TRANSLATE_NOOP("Window", "Text size {size} %"), {"size": size}))

    # --- copying ------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Copy the selection, or what is selected in the field that has the focus."""
        widget = QApplication.focusWidget()
        if isinstance(widget, QLineEdit) or (
            isinstance(widget, QPlainTextEdit) and widget is not self._window.view
        ):
            widget.copy()
            return
        QGuiApplication.clipboard().setText(self._selected_text())

    def copy_with_source(self) -> None:
        """Copy the selection, or else the passage at the caret, with its source: as text and as HTML."""
        from annotator.commands.tagging import passages_at
        from annotator.ui.shell.citing import citation

        window = self._window
        session = window.session
        letter = session.letter if session else None
        if session is None or letter is None:
            return
        span = trimmed(letter.text, window.selection())
        if span.start == span.end:
            under = passages_at(letter, window.selection())
            span = letter.spans[under[0]] if under else span
        if span.start == span.end:
            text = QT_TRANSLATE_NOOP("Window", "Select the words to copy first.")
            window.say(Message("Window", text))
            return
        cited = citation(letter, session.codebook, span, window.language)
        QGuiApplication.clipboard().setMimeData(cited.mime())
        window.say(Message("Window", QT_TRANSLATE_NOOP("Window", "Copied with its source.")))

    def _selected_text(self) -> str:
        start, end = self._window.view.selection()
        return self._window.view.text()[start:end]
