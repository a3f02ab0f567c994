"""The properties of a tag."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from annotator.core.codebook import Codebook, Tag
from annotator.core.codebook_edits import descendants, nested
from annotator.core.roles import TAG_ROLES
from annotator.session.codebook.editing import EntryId, Wanted
from annotator.ui.features.codebook.colour_choice import ColourChoice
from annotator.ui.features.codebook.entry_form import Check, EntryForm
from annotator.ui.features.codebook.key_field import KeyField
from annotator.ui.features.codebook.wired import (
    LANGUAGES,
    FaultLabel,
    Rows,
    TextEditor,
    joined,
    lines_of,
)


class TagForm(EntryForm):
    """Show a tag's properties; each edit is told when it is made."""

    def __init__(self, check: Check, parent: QWidget | None = None) -> None:
        super().__init__(check, EntryId("passage", ""), parent)
        self.key = KeyField(self.tr("Key"), self)
        self.key_problem = FaultLabel(self)
        self.colours = ColourChoice(self)
        self.parent_box = QComboBox(self)
        self.parent_box.setAccessibleName(self.tr("Under"))
        self.parent_box.setMinimumWidth(260)
        self.parent_problem = FaultLabel(self)
        self._make_role()
        description, examples = self.tr("Description"), self.tr("Examples")
        self.descriptions = {each: self._lines("describe", each, description) for each in LANGUAGES}
        self.examples = {each: self._lines("examples", each, examples) for each in LANGUAGES}
        self.triggers = self._lines("triggers", "", self.tr("Trigger phrases"))
        self.hidden = QCheckBox(self.tr("Personal: exports can put something else in its place"), self)
        self.retired = QCheckBox(self.tr("Retired: not offered any more; what carries it keeps it"), self)
        self._lay_out()
        self._wire()

    # --- building -----------------------------------------------------------------------------------

    def _lines(self, what: str, language: str, name: str) -> TextEditor:
        def wanted(text: str) -> Wanted:
            return Wanted(what, self._entry, language, text, lines=lines_of(text))

        shown = self._languages.get(language, "")
        return self._text(f"{name}, {shown}" if shown else name, shown, wanted)

    def _lay_out(self) -> None:
        rows = Rows()
        rows.add_heads(*self._languages.values())
        rows.add(self.tr("Name"), *self.names.values())
        rows.add(self.tr("Key"), _beside(self.key, self.key_problem, self), hint=self.tr("Backspace: none"))
        rows.add(self.tr("Colour"), self.colours)
        rows.add(self.tr("Under"), _beside(self.parent_box, self.parent_problem, self))
        rows.add(self.tr("Role"), _beside(self.role_box, self.role_problem, self))
        rows.add(self.tr("Description"), *self.descriptions.values())
        rows.add(self.tr("Examples"), *self.examples.values(), hint=self.tr("one on a line"))
        rows.add(self.tr("Trigger phrases"), self.triggers, hint=self.tr("one on a line"))
        rows.add("", self.hidden)
        rows.add("", self.retired)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.addLayout(rows)
        column.addStretch(1)

    def _wire(self) -> None:
        self._pass_on(self.colours)
        self.key.pressed.connect(lambda key: self.wanted.emit(Wanted("key", self._entry, text=key)))
        self.colours.taken.connect(
            lambda light, dark: self.wanted.emit(Wanted("colour", self._entry, text=light, other=dark))
        )
        self.parent_box.activated.connect(self._parent_chosen)
        self.hidden.clicked.connect(lambda on: self.wanted.emit(Wanted("hide", self._entry, on=on)))
        self.retired.clicked.connect(lambda on: self.wanted.emit(Wanted("retire", self._entry, on=on)))

    # --- showing ------------------------------------------------------------------------------------

    def show_tag(self, codebook: Codebook, tag: Tag, language: str) -> None:
        """Show a tag, another one or the same after a change."""
        entry = EntryId(tag.kind, tag.id)
        anew, self._entry = entry != self._entry, entry
        for each, editor in self.names.items():
            editor.show_text(tag.names.get(each, ""), anew=anew)
            self.descriptions[each].offer(tag.descriptions.get(each, ""), anew=anew)
            self.examples[each].offer(joined(tag.examples.get(each, ())), anew=anew)
        self.triggers.offer(joined(tag.triggers), anew=anew)
        passage = tag.kind == "passage"
        self.triggers.setEnabled(passage)
        self.triggers.setPlaceholderText("" if passage else self.tr("only for passages"))
        self.key.show_key(tag.key)
        self.key_problem.say("")
        others = [other for other in codebook.tags if other.kind == tag.kind]
        self.colours.show_tag(tag, others, language, anew=anew)
        self._show_parents(codebook, tag, language)
        self.parent_problem.say("")
        in_use = [each for each in others if not each.retired and each.id != tag.id]
        holders = {each.role: each.name(language) for each in in_use if each.role}
        self.role_box.show_role(tag.role, TAG_ROLES[tag.kind], holders)
        self.role_problem.say("")
        self.hidden.setChecked(tag.hidden)
        self.hidden.setEnabled(passage)
        self.retired.setChecked(tag.retired)

    def _show_parents(self, codebook: Codebook, tag: Tag, language: str) -> None:
        below = {tag.id, *descendants(codebook, tag.id)}
        self.parent_box.clear()
        self.parent_box.addItem(self.tr("(at the top)"), "")
        for depth, other in nested(codebook, tag.kind):
            if other.id not in below:
                self.parent_box.addItem("    " * depth + other.name(language), other.id)
        self.parent_box.setCurrentIndex(max(0, self.parent_box.findData(tag.parent or "")))

    def refuse(self, wanted: Wanted, sentence: str) -> bool:
        """Say beside the property why its edit was refused; False where there is no place for it here."""
        if wanted.what == "rename" and wanted.language in self.names:
            self.names[wanted.language].say(sentence)
        elif wanted.what == "key":
            self.key_problem.say(sentence)
        elif wanted.what == "parent":
            self.parent_problem.say(sentence)
        elif wanted.what == "role":
            self.role_problem.say(sentence)
        else:
            return False
        return True

    def flush(self) -> None:
        """Tell what is being typed."""
        for editor in (*self.names.values(), self.colours.light, self.colours.dark):
            editor.field.settling.settle()
        for text in (*self.descriptions.values(), *self.examples.values(), self.triggers):
            text.settling.settle()

    def _parent_chosen(self) -> None:
        parent = str(self.parent_box.currentData() or "")
        self.wanted.emit(Wanted("parent", self._entry, other=parent))


def _beside(editor: QWidget, problem: FaultLabel, parent: QWidget) -> QWidget:
    """Return an editor with its sentence at the right."""
    box = QWidget(parent)
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(editor)
    row.addWidget(problem, 1)
    row.addStretch(0)
    box.setFocusProxy(editor)
    return box
