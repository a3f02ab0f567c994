"""Who works, and how the screen speaks and looks."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from annotator.ui.widgets.text_fields import LineField

SIZES = range(60, 250, 10)  # per cent


class GeneralPage(QWidget):
    """Show the settings of the screen; each takes effect as soon as it is changed."""

    changed = Signal(str, object)  # setting, value

    def __init__(self, values: Mapping[str, object], parent: QWidget | None = None) -> None:
        """`values` are the settings by their keys in `annotator.ui.settings`."""
        super().__init__(parent)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(18)
        self._form.setVerticalSpacing(12)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._analyst = LineField(str(values["analyst"]), self)
        self._analyst.setMaxLength(80)
        self._analyst.setMaximumWidth(300)
        self._analyst.editingFinished.connect(self._name_given)
        self._add(self.tr("&Analyst"), self._analyst)
        self._note(self.tr("Goes with every change from now on; what was done before keeps its name."))
        follow = self.tr("as the system does")
        self._choice(
            "language", self.tr("&Language"), values, (("", follow), ("nl", "Nederlands"), ("en", "English"))
        )
        self._note(self.tr("The window changes over when the settings are closed."))
        themes = (("system", follow), ("light", self.tr("light")), ("dark", self.tr("dark")))
        self._choice("theme", self.tr("&Colours"), values, themes)
        sizes = tuple((size, self.tr("{n} %").format(n=size)) for size in SIZES)
        self._choice("text_size", self.tr("&Text of the letter"), values, sizes)
        window_sizes = tuple(size for size in sizes if 80 <= size[0] <= 160)
        self._choice("window_size", self.tr("&Other text"), values, window_sizes)
        if "text_languages" in values:
            self._project(values)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._form)
        column.addStretch(1)

    def _project(self, values: Mapping[str, object]) -> None:
        languages: tuple[tuple[object, str], ...] = values["text_languages"]  # type: ignore[assignment]
        self._choice("text_language", self.tr("The &letters are in"), values, languages)
        self._note(
            self.tr(
                "Of this project: by the words of this language readings are doubted. Changing it has all"
                " letters looked at again; nothing that was decided changes."
            )
        )

    def _choice(
        self, key: str, text: str, values: Mapping[str, object], choices: tuple[tuple[object, str], ...]
    ) -> None:
        box = QComboBox(self)
        box.setObjectName(key)
        box.setMaximumWidth(220)
        for value, name in choices:
            box.addItem(name, value)
        known = [value for value, _ in choices]
        box.setCurrentIndex(known.index(values[key]) if values[key] in known else 0)
        box.activated.connect(lambda index: self.changed.emit(key, box.itemData(index)))
        self._add(text, box)

    def _add(self, text: str, field: QWidget) -> None:
        label = QLabel(text, self)
        label.setBuddy(field)
        self._form.addRow(label, field)

    def _note(self, text: str) -> None:
        note = QLabel(text, self)
        note.setWordWrap(True)
        note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        note.setTextFormat(Qt.TextFormat.PlainText)
        self._form.addRow(QLabel("", self), note)

    def _name_given(self) -> None:
        name = " ".join("".join(c for c in self._analyst.text() if c.isprintable()).split())
        if name:
            self.changed.emit("analyst", name)
