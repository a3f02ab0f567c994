"""What the import of a codebook would change, before it does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.core.codebook import Field, Tag
from annotator.core.codebook_import import CodebookImport, ImportLine
from annotator.ui.features.codebook.entries import type_name
from annotator.ui.features.codebook.wired import caption
from annotator.ui.theme.theme import theme_of
from annotator.ui.translate import figure, filled
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.key_button import KeyButton
from annotator.ui.widgets.panel_header import PanelHeader
from annotator.ui.widgets.row_list import ITEM, HereDelegate, ItemsModel, RowList
from annotator.ui.widgets.rows import Index, Row
from annotator.ui.widgets.separator import Separator


class ImportPreview(Dialog):
    """Show what would be added, changed, retired and removed; Enter imports, Esc cancels."""

    help_section = "codebook"

    def __init__(
        self, file: str, plan: CodebookImport, values: int, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import a codebook"))
        self.lines: ItemsModel[ImportLine] = ItemsModel(
            lambda line: (type(line.entry).__name__, line.entry.id), lambda line: _told(line, language)
        )
        self.list = _List(self.tr("What would change"), language, self)
        self.list.setModel(self.lines)
        self.lines.setParent(self.list)
        self.lines.set_items(plan.lines)
        self.list.set_current_row(0 if plan.lines else -1)
        order = self.tr("Only the order or the codebook's own name is different.")
        self.list.set_empty_text(
            order if plan.order else self.tr("This codebook is the same: nothing changes.")
        )
        self.list.opened.connect(lambda _: self._accept())
        self.list.done.connect(self.reject)
        self._can = bool(plan.lines) or plan.order
        self._lay_out(file, plan.lines, values)
        self.list.setFocus()
        self.resize(640, 520)

    def _lay_out(self, file: str, lines: Sequence[ImportLine], values: int) -> None:
        self.import_button = KeyButton(self.tr("Import"), "Return", self)
        self.import_button.setDefault(True)
        self.import_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.import_button.setEnabled(self._can)
        self.import_button.clicked.connect(self._accept)
        cancel = KeyButton(self.tr("Cancel"), "Esc", self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        said = self.tr("One change, which Ctrl+Z undoes. What is in use is retired, never removed.")
        if values:
            more = filled(self.tr("{count:value is|values are} read anew."), count=values)
            said = f"{said} {more}"
        note = caption(said, self, muted=True)
        note.setWordWrap(True)
        text = QVBoxLayout()
        text.setContentsMargins(14, 10, 14, 10)
        text.addWidget(note)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 11, 14, 11)
        foot.setSpacing(10)
        foot.addWidget(self.import_button)
        foot.addWidget(cancel)
        foot.addStretch(1)
        header = PanelHeader(self.tr("What {file} would change").format(file=file), parent=self)
        header.set_detail(_counted(lines))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget in (header, self.list, Separator(parent=self)):
            whole.addWidget(widget, 1 if widget is self.list else 0)
        whole.addLayout(text)
        whole.addWidget(Separator(parent=self))
        whole.addLayout(foot)

    def _accept(self) -> None:
        if self._can:
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            super().keyPressEvent(event)


def _what(what: str) -> str:
    names = {
        "added": QCoreApplication.translate("ImportPreview", "added"),
        "changed": QCoreApplication.translate("ImportPreview", "changed"),
        "retired": QCoreApplication.translate("ImportPreview", "retired"),
        "removed": QCoreApplication.translate("ImportPreview", "removed"),
    }
    return names[what]


def _counted(lines: Sequence[ImportLine]) -> str:
    kinds = ("added", "changed", "retired", "removed")
    counts = {what: sum(line.what == what for line in lines) for what in kinds}
    return " · ".join(f"{figure(count)} {_what(what)}" for what, count in counts.items() if count)


def _entry_names(line: ImportLine, language: str) -> str:
    """Say which entries change, and where it is short from what to what."""
    names = {
        "names": QCoreApplication.translate("ImportPreview", "name"),
        "descriptions": QCoreApplication.translate("ImportPreview", "description"),
        "examples": QCoreApplication.translate("ImportPreview", "examples"),
        "triggers": QCoreApplication.translate("ImportPreview", "trigger phrases"),
        "colour_light": QCoreApplication.translate("ImportPreview", "colour"),
        "colour_dark": QCoreApplication.translate("ImportPreview", "colour"),
        "key": QCoreApplication.translate("ImportPreview", "key"),
        "parent": QCoreApplication.translate("ImportPreview", "place"),
        "kind": QCoreApplication.translate("ImportPreview", "kind"),
        "retired": QCoreApplication.translate("ImportPreview", "retired or not"),
        "hidden": QCoreApplication.translate("ImportPreview", "personal or not"),
        "type": QCoreApplication.translate("ImportPreview", "type"),
        "required": QCoreApplication.translate("ImportPreview", "required or not"),
        "several": QCoreApplication.translate("ImportPreview", "several or one"),
        "choices": QCoreApplication.translate("ImportPreview", "choices"),
        "parts": QCoreApplication.translate("ImportPreview", "parts"),
        "pattern": QCoreApplication.translate("ImportPreview", "pattern"),
        "role": QCoreApplication.translate("ImportPreview", "role"),
    }
    steps = _steps(line, language)
    said = (f"{names.get(entry, entry)}{steps.get(entry, '')}" for entry in line.entries)
    return ", ".join(dict.fromkeys(said))


def _steps(line: ImportLine, language: str) -> dict[str, str]:
    old, new = line.before, line.entry
    if old is None:
        return {}
    steps = {"names": (old.name(language), new.name(language))}
    if isinstance(old, Tag) and isinstance(new, Tag):
        steps["key"] = (old.key or "–", new.key or "–")
    elif isinstance(old, Field) and isinstance(new, Field):
        steps["type"] = (type_name(old.type), type_name(new.type))
    return {entry: f" {was} → {is_}" for entry, (was, is_) in steps.items() if was != is_}


def _kind(line: ImportLine) -> str:
    if not isinstance(line.entry, Tag):
        return QCoreApplication.translate("ImportPreview", "field")
    if line.entry.kind == "section":
        return QCoreApplication.translate("ImportPreview", "section tag")
    return QCoreApplication.translate("ImportPreview", "passage tag")


def _told(line: ImportLine, language: str) -> str:
    changed = _entry_names(line, language) if line.what == "changed" else ""
    said = f"{_kind(line)} {line.entry.name(language)}: {_what(line.what)}"
    return f"{said} ({changed})" if changed else said


class _List(RowList):
    def __init__(self, name: str, language: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.language = language
        self.setItemDelegate(_Delegate(self))


class _Delegate(HereDelegate):
    two_lines = True

    def __init__(self, view: _List) -> None:
        super().__init__(view)
        self._view = view

    def row(self, index: Index) -> Row:
        line: ImportLine = index.data(ITEM)
        theme = theme_of(self._view)
        detail = _kind(line)
        if line.what == "changed":
            detail = f"{detail} · {_entry_names(line, self._view.language)}"
        tones = {"added": theme.green, "removed": theme.red, "retired": theme.amber}
        return Row(
            line.entry.name(self._view.language),
            detail=detail,
            aside=_what(line.what),
            aside_colour=tones.get(line.what, ""),
            swatch=line.entry.colour(theme.dark) if isinstance(line.entry, Tag) else "",
        )
