"""What the forms of a tag and of a field have in common: names in both languages, and edits that are told."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from annotator.session.codebook.editing import EntryId, Wanted
from annotator.ui.features.codebook.colour_choice import ColourChoice
from annotator.ui.features.codebook.role_box import RoleBox
from annotator.ui.features.codebook.wired import LANGUAGES, FaultLabel, LineEditor, TextEditor
from annotator.ui.widgets.patient_edit import Settling

Check = Callable[[Wanted], str]


class EntryForm(QWidget):
    """Show an entry's properties; each edit is told when it is made."""

    wanted = Signal(object)  # Wanted
    undo_wanted = Signal()
    redo_wanted = Signal()
    done = Signal()

    def __init__(self, check: Check, entry: EntryId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check, self._entry = check, entry
        self._languages = {"nl": self.tr("Dutch"), "en": self.tr("English")}
        self.names = {each: self._name(each) for each in LANGUAGES}

    def _name(self, language: str) -> LineEditor:
        def wanted(text: str) -> Wanted:
            return Wanted("rename", self._entry, language, text)

        shown = self._languages[language]
        name = self.tr("Name, {language}").format(language=shown)
        editor = LineEditor(name, lambda text: self._check(wanted(text)), self)
        editor.field.setPlaceholderText(shown)
        editor.settled.connect(lambda text: self.wanted.emit(wanted(text)))
        self._pass_on(editor)
        return editor

    def _text(self, name: str, shown: str, wanted: Callable[[str], Wanted]) -> TextEditor:
        """Return an editor of several lines; `shown` stands in it while it is empty."""
        editor = TextEditor(name, 3, self)
        editor.setPlaceholderText(shown)
        editor.settling.settled.connect(lambda text, _: self.wanted.emit(wanted(text)))
        self._pass_on(editor.settling)
        return editor

    def _pass_on(self, editor: LineEditor | ColourChoice | Settling) -> None:
        editor.undo_wanted.connect(self.undo_wanted)
        editor.redo_wanted.connect(self.redo_wanted)
        editor.done.connect(self.done)

    def _make_role(self) -> None:
        self.role_box = RoleBox(self)
        self.role_problem = FaultLabel(self)
        self.role_box.activated.connect(
            lambda _: self.wanted.emit(Wanted("role", self._entry, other=self.role_box.role))
        )

    def focus_name(self, language: str) -> None:
        """Give the name the keys."""
        field = self.names[language if language in self.names else "en"].field
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()
