"""The text of a letter in the editor: reading it, moving in it, and typing in it.

Every edit is computed here, from a key, an input method, the clipboard or a drop, and made through the
canvas; `edited` tells of it. Qt's own editing of the document is never let through.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from annotator.ui.features.editor.describe import description
from annotator.ui.features.editor.keys import EditKey, edit_key, is_enter, is_move
from annotator.ui.features.editor.pointing import PointedCanvas
from annotator.ui.features.editor.words import word_at
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.field_keys import FieldKeys
from annotator.ui.widgets.key_events import typed_text

_READING = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
_KEEP = QTextCursor.MoveMode.KeepAnchor
_Move = QTextCursor.MoveOperation
_LONG_LINE = 5_000  # UTF-16 units
_PLACES_CARET = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.Drop)
_COPY = QKeySequence.StandardKey.Copy


class TextView(PointedCanvas):
    """Show a letter's text: in reading mode single keys are the window's, in editing mode they type.

    `normalise` is applied to text that comes from outside: pasted, dropped, or from an input method. Offsets
    are Unicode code points, half open.
    """

    help_section = "the-text"

    edited = Signal(int, int, str)  # start and end in the text before, and what stands there now
    caret_moved = Signal(int)
    word_activated = Signal(int, int)
    about_to_cut = Signal(int, int)  # the stretch that `edited` will tell is gone

    _held = ""  # keys in a long line, which are typed when no more of them wait

    def __init__(self, normalise: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._normalise = normalise
        self._caret_block = 0
        self._told = ""
        self._unrevealed: int | None = None
        self.setTabChangesFocus(True)
        self._held_timer = QTimer(self)
        self._held_timer.setSingleShot(True)
        self._held_timer.timeout.connect(self.type_held)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Text of the letter"))
        self.cursorPositionChanged.connect(self._follow_caret)
        self.selectionChanged.connect(self.viewport().update)
        FieldKeys(self)
        self.set_editing(False)

    # ------------------------------------------------------------------ modes, caret, selection

    @property
    def editing(self) -> bool:
        """Tell whether keys type; else they are the window's."""
        return self._editing

    def set_editing(self, editing: bool) -> None:
        """Change between editing and reading."""
        self.type_held()
        self._editing = editing
        flags = Qt.TextInteractionFlag.TextEditorInteraction if editing else _READING
        self.setTextInteractionFlags(flags)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, editing)
        self.setAcceptDrops(editing)
        self.viewport().setAcceptDrops(editing)

    def caret(self) -> int:
        """Return where the caret is."""
        return self._places.to_points(self.textCursor().position())

    def selection(self) -> tuple[int, int]:
        """Return what is selected; the caret's place twice when nothing is."""
        cursor = self.textCursor()
        to_points = self._places.to_points
        return to_points(cursor.selectionStart()), to_points(cursor.selectionEnd())

    def select(self, start: int, end: int) -> None:
        """Select a stretch; the caret goes to its end, and both are brought into view."""
        self._place(start, end)
        self._reveal(start)

    def move_caret(self, offset: int, reveal: bool = True) -> None:
        """Put the caret at an offset, with nothing selected."""
        self._place(offset, offset)
        if reveal:
            self._reveal(offset)

    def is_in_view(self, start: int, end: int) -> bool:
        """Tell whether all lines of a stretch are seen."""
        rect = self.stretch_rect(start, end)
        return rect.top() >= 0 and rect.bottom() <= self.viewport().height()

    def select_calmly(self, start: int, end: int) -> None:
        """Select a stretch as `select` does, and scroll only where it is out of sight."""
        if self.is_in_view(start, end):
            self._place(start, end)
        else:
            self.select(start, end)

    def describe(self, offset: int) -> str:
        """Return what is marked at an offset, in words; empty where nothing is."""
        marks, unit = self._marks_at(self._places.to_units(offset))
        return description(marks, unit)

    def _place(self, start: int, end: int) -> None:
        cursor = self.textCursor()
        length = len(self._text)
        cursor.setPosition(self._places.to_units(max(0, min(start, length))))
        cursor.setPosition(self._places.to_units(max(0, min(end, length))), _KEEP)
        self.setTextCursor(cursor)

    def _reveal(self, offset: int) -> None:
        # Before the window is laid out the view is a stamp, where everything is out of sight.
        self._unrevealed = offset if self.viewport().height() < 3 * self._look.pitch else None
        if self._unrevealed is not None:
            return
        rect = self.place_rect(offset, offset)
        room = self.viewport().rect()
        # Qt has brought the caret to the very edge by now: nobody reads there, what is around it counts too.
        around = min(3 * rect.height(), room.height() // 4)
        if rect.top() < room.top() + around or rect.bottom() > room.bottom() - around:
            self.centerCursor()

    # ------------------------------------------------------------------ edits

    def _change(self, start: int, end: int, after: str) -> None:
        if start == end and not after:
            return
        self._edit(start, end, after)
        cursor = self.textCursor()
        unit = self._places.to_units(start + len(after))
        if cursor.position() != unit or cursor.hasSelection():
            cursor.setPosition(unit)
            self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.edited.emit(start, end, after)
        self._follow_caret()

    def insert(self, text: str) -> None:
        """Put text in the place of the selection, as typing it would."""
        self._change(*self.selection(), text)

    def _edit_by_key(self, key: EditKey) -> None:
        start, end = self.selection()
        if key is EditKey.BREAK:
            self._change(start, end, "\n")
        elif key is EditKey.PASTE:
            self.paste()
        elif key is EditKey.CUT:
            self.cut()
        else:
            if start == end:
                start, end = self._reach(key)
            self._change(start, end, "")

    def _reach(self, key: EditKey) -> tuple[int, int]:
        """Return what a deleting key takes away when nothing is selected."""
        caret = self.caret()
        if key is EditKey.BACKSPACE and caret and self._text[caret - 1] < "\ufe00":
            return caret - 1, caret  # one code point: an accent typed by itself can be taken back by itself
        moves = {
            EditKey.BACKSPACE: _Move.PreviousCharacter,
            EditKey.DELETE: _Move.NextCharacter,
            EditKey.WORD_BACK: _Move.PreviousWord,
            EditKey.WORD_FORWARD: _Move.NextWord,
        }
        cursor = self.textCursor()
        cursor.movePosition(moves[key])
        reached = self._places.to_points(cursor.position())
        return min(caret, reached), max(caret, reached)

    def cut(self) -> None:
        """Copy the selection and take it out; in reading mode only copy it."""
        start, end = self.selection()
        if start == end:
            return
        self.copy()
        if self._editing:
            self.about_to_cut.emit(start, end)
            self._change(start, end, "")

    def paste(self) -> None:
        """Put the clipboard's text in the place of the selection, normalised; not in reading mode."""
        self.insertFromMimeData(QGuiApplication.clipboard().mimeData())

    def createMimeDataFromSelection(self) -> QMimeData:
        start, end = self.selection()
        data = QMimeData()
        data.setText(self._text[start:end])
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Files are the window's to import, whatever text the file manager gives along.
        return self._editing and source.hasText() and not any(u.isLocalFile() for u in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.canInsertFromMimeData(source):
            self.insert(self._normalise(source.text()))

    # ------------------------------------------------------------------ keys and input methods

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Accepting means: this key is not a shortcut now. While reading, every key may be one.
            mine = self._editing and (
                bool(typed_text(event)) or edit_key(event) is not None or is_move(event)
            )
            event.setAccepted(mine)
            if not mine:
                self.type_held()  # a command may come of it
            return mine
        return super().event(event)

    def _type(self, text: str) -> None:
        """Type now; in a very long line, which Qt lays out anew each time, with what else waits."""
        if self._held or self.textCursor().block().length() > _LONG_LINE:
            self._held += text
            self._held_timer.start()
        else:
            self.insert(text)

    def type_held(self) -> None:
        """Type what is held back in a long line: nothing may come in between."""
        if self._held:
            self._held_timer.stop()
            text, self._held = self._held, ""
            self.insert(text)

    def viewportEvent(self, event: QEvent) -> bool:
        if self._held and event.type() in _PLACES_CARET:
            self.type_held()
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._held and not typed_text(event):
            self.type_held()
        if is_move(event):
            super().keyPressEvent(event)
            if self.textCursor().hasSelection():
                self.selected_by_hand.emit(False)
        elif event.matches(_COPY):
            self.copy()
        elif not self._editing:
            self._read_key(event)
        elif (key := edit_key(event)) is not None:
            self._edit_by_key(key)
        elif text := typed_text(event):
            self._type(text)
        else:
            event.ignore()

    def _read_key(self, event: QKeyEvent) -> None:
        if is_enter(event) and not event.isAutoRepeat():
            self._activate()
        else:
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.type_held()
        if not self._editing:
            event.ignore()
            return
        start, end = self.selection()
        if event.commitString() or event.replacementLength():
            super().inputMethodEvent(
                QInputMethodEvent()
            )  # what was being composed goes, before the text changes
            if event.replacementLength():
                unit = self.textCursor().position() + event.replacementStart()
                start = self._places.to_points(unit)
                end = self._places.to_points(unit + event.replacementLength())
            self._change(start, end, self._normalise(event.commitString()))
        elif event.preeditString() and start < end:
            self._change(start, end, "")  # else Qt would take the selection out of its document by itself
        super().inputMethodEvent(QInputMethodEvent(event.preeditString(), event.attributes()))
        event.accept()

    # ------------------------------------------------------------------ following the caret

    def _activate(self) -> None:
        span = self.selection()
        if span[0] == span[1]:
            found = self._suspect_at(span[0]) or word_at(self._text, span[0])
            if found is None:
                return
            span = found
        self.word_activated.emit(*span)

    def _suspect_at(self, offset: int) -> tuple[int, int] | None:
        unit = self._places.to_units(offset)
        marks, place = self._marks_at(unit)
        for piece in marks.suspects:
            if piece.start <= place <= piece.end and piece.first and piece.last:
                to_points = self._places.to_points
                return to_points(unit - place + piece.start), to_points(unit - place + piece.end)
        return None

    def _follow_caret(self) -> None:
        if self._busy:
            return
        block = self.textCursor().blockNumber()
        if block != self._caret_block:
            self._caret_block = block
            self.viewport().update()
            self._margin.update()
        offset = self.caret()
        self.caret_moved.emit(offset)
        if QAccessible.isActive():
            self._tell(self.describe(offset))

    def _tell(self, what: str) -> None:
        if what and what != self._told:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, what))
        self._told = what

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.type_held()
        super().focusOutEvent(event)
        self._show_focus()

    def _show_focus(self) -> None:
        self._fit_margin()
        self.viewport().update()

    def set_text_size(self, percent: int) -> None:
        """Show the text larger or smaller; the caret's line stays in view where it was."""
        seen = self._sees_caret(self.viewport().height())
        super().set_text_size(percent)
        if seen:
            self._keep_caret_in_view()

    def _keep_caret_in_view(self) -> None:
        self.ensureCursorVisible()
        if self.cursorRect().bottom() > self.viewport().height():  # a line that is cut is not read
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + 1)

    def _sees_caret(self, height: int) -> bool:
        """Tell whether some of the caret's line is in a view of this height."""
        caret = self.cursorRect()
        return caret.bottom() > 0 and caret.top() < height

    def resizeEvent(self, event: QResizeEvent) -> None:
        seen = self._sees_caret(event.oldSize().height())
        super().resizeEvent(event)
        if self._unrevealed is None and seen:
            self._keep_caret_in_view()
        if self._unrevealed is not None and self.viewport().height() >= 3 * self._look.pitch:
            self.verticalScrollBar().setValue(0)
            self._reveal(self._unrevealed)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and theme_of(self) != self._look.theme:
            self._take_look(self._look.percent)
