"""The list of the editor: section tags, passage tags and fields, in order and nesting, each with its key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.core.codebook import Codebook, Field, Tag
from annotator.core.codebook_edits import nested
from annotator.core.field_types import type_of
from annotator.session.codebook.editing import EntryId
from annotator.ui.theme.theme import theme_of
from annotator.ui.translate import filled, translated
from annotator.ui.widgets.row_list import ITEM, HereDelegate, ItemsModel, RowList
from annotator.ui.widgets.rows import Index, Row


@dataclass(frozen=True, slots=True)
class CodebookEntry:
    """A row: a tag, field, part or choice; or a heading (`head`), below which things are added."""

    id: EntryId
    name: str
    depth: int = 0
    colours: tuple[str, str] = ("", "")
    key: str = ""
    used: int | None = None
    retired: bool = False
    detail: str = ""
    head: bool = False


@dataclass(frozen=True, slots=True)
class Used:
    """How often tags are carried (by id), fields have values (by path) and choices are one (by field)."""

    tags: Mapping[str, int]
    fields: Mapping[str, int]
    choices: Mapping[str, Mapping[str, int]]


def entries_of(codebook: Codebook, used: Used | None, language: str) -> list[CodebookEntry]:
    """Return the rows; without `used`, it is not known yet how often things are used."""
    heads = (
        ("section", QCoreApplication.translate("CodebookEntries", "Section tags")),
        ("passage", QCoreApplication.translate("CodebookEntries", "Passage tags")),
        ("field", QCoreApplication.translate("CodebookEntries", "Fields of the form")),
    )
    rows: list[CodebookEntry] = []
    for kind, name in heads:
        rows.append(CodebookEntry(EntryId(kind, ""), name, head=True))
        if kind == "field":
            rows += _field_rows(codebook.fields, used, language)
        else:
            rows += (_tag_row(tag, depth, used, language) for depth, tag in nested(codebook, kind))
    return rows


def _tag_row(tag: Tag, depth: int, used: Used | None, language: str) -> CodebookEntry:
    count = None if used is None else used.tags.get(tag.id, 0)
    colours = (tag.colour_light, tag.colour_dark)
    key = "" if tag.retired else tag.key
    return CodebookEntry(
        EntryId(tag.kind, tag.id), tag.name(language), depth, colours, key, count, tag.retired
    )


def _field_rows(fields: Sequence[Field], used: Used | None, language: str) -> Iterator[CodebookEntry]:
    for field in fields:
        yield _field_row(field, "field", field.id, 0, used, language, retired=field.retired)
        yield from _choice_rows(field, field.id, 1, used, language)
        for part in field.parts:
            path = f"{field.id}.{part.id}"
            yield _field_row(part, "part", path, 1, used, language)
            yield from _choice_rows(part, path, 2, used, language)


def _field_row(
    field: Field,
    kind: str,
    path: str,
    depth: int,
    used: Used | None,
    language: str,
    *,
    retired: bool = False,
) -> CodebookEntry:
    count = None if used is None or field.type == "group" else used.fields.get(path, 0)
    name = field.name(language) + " *" * field.required
    detail = type_name(field.type)
    return CodebookEntry(EntryId(kind, path), name, depth, used=count, retired=retired, detail=detail)


def _choice_rows(
    field: Field, path: str, depth: int, used: Used | None, language: str
) -> Iterator[CodebookEntry]:
    counts = {} if used is None else used.choices.get(path, {})
    for choice in field.choices:
        count = None if used is None else counts.get(choice.id, 0)
        yield CodebookEntry(EntryId("choice", path, choice.id), choice.name(language), depth, used=count)


def type_name(type_: str) -> str:
    """Return what a type of field is called on the screen."""
    known = type_of(type_)
    return translated(known.shown_name) if known.id == type_ else type_


class EntryList(RowList):
    """The list, with the keys that work on its rows."""

    add_wanted = Signal(bool)  # below the chosen one instead of behind it
    rename_wanted = Signal()
    move_wanted = Signal(int)
    nest_wanted = Signal(int)
    removal_wanted = Signal()
    merge_wanted = Signal()
    chosen = Signal(object)  # Entry

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.entries: ItemsModel[CodebookEntry] = ItemsModel(lambda entry: entry.id, _told)
        self.entries.setParent(self)
        self.setModel(self.entries)
        self.setItemDelegate(_Delegate(self))
        self.selectionModel().currentChanged.connect(self._chosen)

    def show_entries(self, rows: Sequence[CodebookEntry], current: EntryId | None) -> None:
        """Show these rows, with the cursor on one of them."""
        self.entries.set_items(rows)
        row = self.entries.row_of(current) if current is not None else -1
        if row >= 0:
            self.set_current_row(row)
        elif self.current_row() < 0 and len(rows) > 1:
            self.set_current_row(1)

    def current(self) -> CodebookEntry | None:
        """Return the row of the cursor."""
        row = self.current_row()
        return self.entries.items()[row] if row >= 0 else None

    def _chosen(self) -> None:
        if (entry := self.current()) is not None:
            self.chosen.emit(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alt, plain = held == Qt.KeyboardModifier.AltModifier, held == Qt.KeyboardModifier.NoModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        depths = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.isAutoRepeat() and (alt or key in (Qt.Key.Key_Delete, Qt.Key.Key_Insert)):
            return  # a held key moves and removes once
        if alt and key in steps:
            self.move_wanted.emit(steps[Qt.Key(key)])
        elif alt and key in depths:
            self.nest_wanted.emit(depths[Qt.Key(key)])
        elif key == Qt.Key.Key_Insert:
            self.add_wanted.emit(held == Qt.KeyboardModifier.ShiftModifier)
        elif plain and key == Qt.Key.Key_F2:
            self.rename_wanted.emit()
        elif plain and key == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif plain and key == Qt.Key.Key_M:
            self.merge_wanted.emit()
        else:
            super().keyPressEvent(event)


def _told(entry: CodebookEntry) -> str:
    retired = QCoreApplication.translate("CodebookEntries", "retired") if entry.retired else ""
    used = ""
    if entry.used is not None and not entry.head:
        used = filled(
            QCoreApplication.translate("CodebookEntries", "used {count:time|times}"), count=entry.used
        )
    return ", ".join(filter(None, (entry.name, entry.key, entry.detail, retired, used)))


class _Delegate(HereDelegate):
    def __init__(self, view: EntryList) -> None:
        super().__init__(view)
        self._view = view

    def row(self, index: Index) -> Row:
        entry: CodebookEntry = index.data(ITEM)
        theme = theme_of(self._view)
        if entry.head:
            return Row(entry.name, bold=True)
        aside = f"{entry.used}×" if entry.used else ""
        if entry.retired:
            retired = QCoreApplication.translate("CodebookEntries", "retired")
            aside = f"{retired}  {aside}".strip()
        elif entry.detail:
            aside = f"{entry.detail}  {aside}".strip()
        colour = entry.colours[theme.dark]
        return Row(
            entry.name,
            aside=aside,
            swatch=colour,
            key=entry.key,
            indent=entry.depth + 1,
            muted=entry.retired,
        )
