"""Who works, and how the screen speaks and looks."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from annotator.ui.features.settings.setting_rows import (
    Choices,
    add_choice,
    add_note,
    add_settings,
    setting_form,
)


class GeneralPage(QWidget):
    """Show the settings of the screen; each takes effect as soon as it is changed."""

    changed = Signal(str, object)  # setting, value

    def __init__(self, values: Mapping[str, object], parent: QWidget | None = None) -> None:
        """`values` are the settings by their keys in `annotator.ui.settings`."""
        super().__init__(parent)
        self._form = setting_form()
        add_settings(self._form, "general", values, self.changed.emit, self)
        if "text_languages" in values:
            self._add_project(values)
        inside = QWidget(self)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 12, 0)
        rows.addLayout(self._form)
        rows.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        area.setProperty("class", "plain")
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def _add_project(self, values: Mapping[str, object]) -> None:
        languages: Choices = values["text_languages"]  # type: ignore[assignment]
        label, used = self.tr("The &letters are in"), values["text_language"]
        add_choice(self._form, "text_language", label, languages, used, self.changed.emit, self)
        note = self.tr(
            "Of this project: by the words of this language readings are doubted. Changing it has all"
            " letters looked at again; nothing that was decided changes."
        )
        add_note(self._form, note, self)
