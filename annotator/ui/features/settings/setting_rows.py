"""Settings as rows of a form, each as its row in `annotator.ui.settings` says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QWidget

from annotator.ui import settings
from annotator.ui.setting import Setting, Shown
from annotator.ui.translate import name_of
from annotator.ui.widgets.text_fields import LineField

Changed = Callable[[str, object], None]
Choices = tuple[tuple[object, str], ...]  # values with their names, translated
_CONTEXT = "Settings"


def shown_settings(page: str = "") -> Iterator[tuple[str, Setting, Shown]]:
    """Yield the settings that a page of the dialog shows, in order; without a page those of all pages."""
    for key, setting in settings.SETTINGS.items():
        if setting.shown is not None and page in ("", setting.shown.page):
            yield key, setting, setting.shown


def setting_form() -> QFormLayout:
    """Return a form that rows of settings go into."""
    form = QFormLayout()
    form.setHorizontalSpacing(18)
    form.setVerticalSpacing(12)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def add_settings(
    form: QFormLayout, page: str, values: Mapping[str, object], changed: Changed, parent: QWidget
) -> None:
    """Add the settings of a page to a form; `changed` is told the key and the value of each change."""
    for key, setting, shown in shown_settings(page):
        label = name_of(shown.label, _CONTEXT)
        if shown.choices:
            choices = tuple(
                (value, name_of(name, _CONTEXT).format(value=value)) for value, name in shown.choices
            )
            add_choice(form, key, label, choices, values[key], changed, parent)
        elif isinstance(setting.default, bool):
            _add_tick(form, key, label, bool(values[key]), changed, parent)
        else:
            _add_text(form, key, setting, label, str(values[key]), changed, parent)
        if shown.note:
            add_note(form, name_of(shown.note, _CONTEXT), parent)


def add_choice(
    form: QFormLayout,
    key: str,
    label: str,
    choices: Choices,
    value: object,
    changed: Changed,
    parent: QWidget,
) -> None:
    """Add a choice to a form; a value that is not among the choices shows the first."""
    box = QComboBox(parent)
    box.setObjectName(key)
    box.setMaximumWidth(max(220, box.fontMetrics().averageCharWidth() * 30))
    for each, name in choices:
        box.addItem(name, each)
    known = [each for each, _ in choices]
    box.setCurrentIndex(known.index(value) if value in known else 0)
    box.activated.connect(lambda index: changed(key, box.itemData(index)))
    _add(form, label, box, parent)


def add_note(form: QFormLayout, text: str, parent: QWidget) -> None:
    """Add what there is to know of the row above."""
    note = QLabel(text, parent)
    note.setWordWrap(True)
    note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    note.setTextFormat(Qt.TextFormat.PlainText)
    form.addRow(QLabel("", parent), note)


def _add_tick(
    form: QFormLayout, key: str, label: str, value: bool, changed: Changed, parent: QWidget
) -> None:
    box = QCheckBox(label, parent)
    box.setObjectName(key)
    box.setChecked(value)
    box.toggled.connect(lambda on: changed(key, on))
    form.addRow(QLabel("", parent), box)


def _add_text(
    form: QFormLayout, key: str, setting: Setting, label: str, value: str, changed: Changed, parent: QWidget
) -> None:
    field = LineField(value, parent)
    field.setObjectName(key)
    field.setMaxLength(setting.longest)
    field.setMaximumWidth(max(300, field.fontMetrics().averageCharWidth() * 40))
    required = setting.shown is not None and setting.shown.required

    def given() -> None:
        text = " ".join("".join(c for c in field.text() if c.isprintable()).split())
        if text or not required:
            changed(key, text)

    field.editingFinished.connect(given)
    _add(form, label, field, parent)


def _add(form: QFormLayout, text: str, field: QWidget, parent: QWidget) -> None:
    label = QLabel(text, parent)
    label.setBuddy(field)
    form.addRow(label, field)
