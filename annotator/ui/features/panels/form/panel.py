"""The form's panel: all entries under each other, and which of them V fills."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from annotator.core.codebook import Codebook
from annotator.ui.features.panels.form import heights
from annotator.ui.features.panels.form.drops import SelectionDrops
from annotator.ui.features.panels.form.entry import FieldEntry
from annotator.ui.features.panels.form.hints import hint_line
from annotator.ui.features.panels.form.place import ValuePlace
from annotator.ui.features.panels.form.shown import by_place
from annotator.ui.translate import filled
from annotator.ui.widgets.key_hint import KeyHint
from annotator.ui.widgets.letter_panel import LetterPanel
from annotator.ui.widgets.parting import part_with

_LABEL_SHARE = 0.32  # of the width, at most
_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class FormPanel(LetterPanel):
    """Show a letter's values; tell what is typed, and what is asked for.

    `value_edited` gives the field (a part of a group as `group.part`), the position, the text as typed and
    the normalised value ("" where it cannot be read). It comes when an editor is left, on Enter, and after a
    pause. With an empty text it clears one part of a group whose other parts stay; what holds nothing at all
    any more is told by `value_removed`.
    """

    help_section = "the-form"

    value_edited = Signal(str, int, str, str)
    value_removed = Signal(str)  # uid
    evidence_wanted = Signal(str)  # uid
    absent_wanted = Signal(str, int)  # the letter does not have this field, at this position
    selection_dropped = Signal(str)  # the field that the letter's selection was dropped on
    pointing_wanted = Signal()  # the selected words prove the value of the chosen field
    chosen_changed = Signal(str)  # field
    value_focused = Signal(str)  # uid of the value where the keys are, "" for none
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Form"), parent)
        self._entries: list[FieldEntry] = []
        self._chosen = ""
        self._inside, self._is_roomy = False, True  # it has the keys; it has room for hints
        self._letters = ""  # the language that they are in; "" where nobody said: that of the screen
        self._ringed: ValuePlace | None = None
        self._drops = SelectionDrops(self)
        self._drops.over.connect(self.set_chosen)
        self._drops.dropped.connect(self.selection_dropped)
        self._desk_hints = hint_line(
            self,
