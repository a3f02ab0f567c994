"""The properties of a field, of a part of a group, and of a choice."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from annotator.core.codebook import PATTERNS, Choice, Codebook, Field
from annotator.core.field_edits import field_at
from annotator.core.field_types import type_ids
from annotator.core.roles import CHOICE_ROLES, roles_of_type
from annotator.session.codebook.editing import EntryId, Wanted
from annotator.ui.features.codebook.entries import type_name
from annotator.ui.features.codebook.entry_form import Check, EntryForm
from annotator.ui.features.codebook.wired import LANGUAGES, FaultLabel, Rows, TextEditor, caption


class FieldForm(EntryForm):
    """Show a field's properties, or a choice's two names; each edit is told when it is made."""

    def __init__(self, check: Check, parent: QWidget | None = None) -> None:
        super().__init__(check, EntryId("field", ""), parent)
        self.type_box = QComboBox(self)
        self.type_box.setAccessibleName(self.tr("Type"))
        self.pattern_box = QComboBox(self)
        self.pattern_box.setAccessibleName(self.tr("Pattern"))
        self._make_role()
        self.required = QCheckBox(self.tr("Required: asked for before a letter is done"), self)
        self.several = QCheckBox(self.tr("Several values, each with its own evidence"), self)
        self.retired = QCheckBox(
            self.tr("Retired: not asked any more; its values stay, and are exported"), self
        )
        self.descriptions = {each: self._description(each) for each in LANGUAGES}
        self.below = caption("", self, muted=True)
        self.below.setWordWrap(True)
        self.problem = FaultLabel(self)
        self._lay_out()
        self._wire()

    # --- building -----------------------------------------------------------------------------------

    def _description(self, language: str) -> TextEditor:
        shown = self._languages[language]
        name = self.tr("Description, {language}").format(language=shown)
        return self._text(name, shown, lambda text: Wanted("describe", self._entry, language, text))

    def _lay_out(self) -> None:
        rows = Rows()
        rows.add_heads(*self._languages.values())
        rows.add(self.tr("Name"), *self.names.values())
        self._role_label = rows.add(self.tr("Role"), self._role_row())
        self._inside = QWidget(self)
        inside = Rows()
        inside.setContentsMargins(0, 0, 0, 0)
        types = QWidget(self)
        side = QVBoxLayout(types)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(4)
        side.addWidget(self.type_box)
        side.addWidget(self.problem)
        side.addWidget(self.below)
        types.setFocusProxy(self.type_box)
        labels = [inside.add(self.tr("Type"), types)]
        self._pattern_label = inside.add(self.tr("Pattern"), self.pattern_box)
        labels += [self._pattern_label, inside.add(self.tr("Description"), *self.descriptions.values())]
        labels.append(self._role_label)
        for box in (self.required, self.several, self.retired):
            inside.add("", box)
        self._inside.setLayout(inside)
        # Both grids have their editors on one line.
        width = max(label.sizeHint().width() for label in labels)
        rows.setColumnMinimumWidth(0, width)
        inside.setColumnMinimumWidth(0, width)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(11)
        column.addLayout(rows)
        column.addWidget(self._inside)
        column.addStretch(1)

    def _role_row(self) -> QWidget:
        row = QWidget(self)
        side = QVBoxLayout(row)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(4)
        side.addWidget(self.role_box)
        side.addWidget(self.role_problem)
        row.setFocusProxy(self.role_box)
        return row

    def _wire(self) -> None:
        self.type_box.activated.connect(
            lambda _: self.wanted.emit(Wanted("type", self._entry, other=str(self.type_box.currentData())))
        )
        self.pattern_box.activated.connect(
            lambda _: self.wanted.emit(
                Wanted("pattern", self._entry, other=str(self.pattern_box.currentData()))
            )
        )
        for what, box in (("required", self.required), ("several", self.several), ("retire", self.retired)):
            box.clicked.connect(lambda on, what=what: self.wanted.emit(Wanted(what, self._entry, on=on)))

    # --- showing ------------------------------------------------------------------------------------

    def show_entry(self, codebook: Codebook, entry: EntryId, language: str) -> None:
        """Show a field, part or choice, another one or the same after a change."""
        anew, self._entry = entry != self._entry, entry
        field = field_at(codebook, entry.id)
        choice = next((each for each in field.choices if each.id == entry.choice), None)
        self._inside.setVisible(choice is None)
        held: Field | Choice = field if choice is None else choice
        for each, editor in self.names.items():
            editor.show_text(held.names.get(each, ""), anew=anew)
        self.problem.say("")
        self.role_problem.say("")
        roles = roles_of_type(field.type) if choice is None else CHOICE_ROLES.get(field.role, ())
        self.role_box.show_role(held.role, roles, _holders(codebook, entry, choice, language))
        for widget in (self._role_label, self.role_box):
            widget.setVisible(bool(roles))
        if choice is None:
            self._show_field(field, part=entry.kind == "part", anew=anew)

    def _show_field(self, field: Field, *, part: bool, anew: bool) -> None:
        for each, text in self.descriptions.items():
            text.offer(field.descriptions.get(each, ""), anew=anew)
        self.type_box.clear()
        for type_ in type_ids():
            if not (part and type_ == "group"):
                self.type_box.addItem(type_name(type_), type_)
        self.type_box.setCurrentIndex(self.type_box.findData(field.type))
        self.pattern_box.clear()
        names = {
            "session_year": self.tr("a parliamentary year, as 2020-2021"),
            "dossier": self.tr("a dossier, as 28 676"),
            "sub_number": self.tr("a number within a dossier, as 347 or E"),
        }
        self.pattern_box.addItem(self.tr("(any text)"), "")
        for pattern in PATTERNS:
            self.pattern_box.addItem(names[pattern], pattern)
        self.pattern_box.setCurrentIndex(max(0, self.pattern_box.findData(field.pattern)))
        for widget in (self._pattern_label, self.pattern_box):
            widget.setVisible(field.type == "text")
        below = ""
        if field.choices:
            below = self.tr("Its choices stand below it in the list: Shift+Insert adds one.")
        elif field.type == "group":
            below = self.tr("Its parts stand below it in the list: Shift+Insert adds one.")
        self.below.setText(below)
        self.below.setVisible(bool(below))
        self.required.setChecked(field.required)
        self.several.setChecked(field.several)
        self.retired.setChecked(field.retired)
        for box in (self.several, self.retired):
            box.setVisible(not part)

    def refuse(self, wanted: Wanted, sentence: str) -> bool:
        """Say beside the property why its edit was refused; False where there is no place for it here."""
        if wanted.what == "rename" and wanted.language in self.names:
            self.names[wanted.language].say(sentence)
        elif wanted.what in ("type", "pattern", "several"):
            self.problem.say(sentence)
        elif wanted.what == "role":
            self.role_problem.say(sentence)
        else:
            return False
        return True

    def flush(self) -> None:
        """Tell what is being typed."""
        for editor in self.names.values():
            editor.field.settling.settle()
        for text in self.descriptions.values():
            text.settling.settle()


def _holders(codebook: Codebook, entry: EntryId, choice: Choice | None, language: str) -> dict[str, str]:
    """Return what holds the roles that are not free for an entry, by role."""
    if choice is not None:
        others = [each for each in field_at(codebook, entry.id).choices if each != choice]
        return {each.role: each.name(language) for each in others if each.role}
    asked = (each for each in codebook.fields if not each.retired)
    leaves = [leaf for each in asked for leaf in each.leaves() if leaf.role and leaf.id != entry.id]
    return {leaf.role: leaf.name(language) for leaf in leaves}
