"""The letter's outline: its sections by level, each with its tag's colour and key."""

from __future__ import annotations

import bisect
from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.core.codebook import Tag
from annotator.core.document import Letter, PlacedSection
from annotator.ui.features.panels.level_list import LevelList
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.decision_buttons import HoverDecisions
from annotator.ui.widgets.flow import FlowLayout
from annotator.ui.widgets.key_hint import KeyHint
from annotator.ui.widgets.letter_panel import LetterPanel
from annotator.ui.widgets.panel_header import HEIGHT
from annotator.ui.widgets.readings import on_one_line
from annotator.ui.widgets.row_list import ITEM, HereDelegate, ItemsModel
from annotator.ui.widgets.rows import Index, Row

_DEEPEST = 5  # levels that are still indented further
_FIRST_WORDS = 120  # code points
_ROWS = 8  # that are seen at once, at least
_ROW, _FRAME = 25, 2  # pixels: of a row until there is one; of the list's own frame


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """A section as the outline shows it; `heading` is in brackets where the letter has none."""

    uid: str
    start: int
    level: int
    heading: str
    tag: Tag | None
    tag_name: str
    proposed: bool


class _Delegate(HereDelegate):
    here = ""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent

    def is_here(self, index: Index, selected: bool) -> bool:
        line: OutlineLine = index.data(ITEM)
        return line.uid == self.here

    def row(self, index: Index) -> Row:
        line: OutlineLine = index.data(ITEM)
        theme = theme_of(self._widget)
        return Row(
            line.heading,
            aside="?" if line.proposed else "",
            swatch=line.tag.colour(theme.dark) if line.tag else theme.line_strong,
            key=line.tag.key if line.tag and not line.proposed else "",
            indent=min(line.level - 1, _DEEPEST),
            proposed=line.proposed,
        )


class OutlinePanel(LetterPanel):
    """Show the sections; ask to go to one."""

    help_section = "sections"

    section_wanted = Signal(str)  # uid
    confirm_wanted = Signal(str)  # uid
    turn_down_wanted = Signal(str)  # uid
    level_wanted = Signal(str, int)  # uid, level
    menu_wanted = Signal(str, QPoint)  # uid, where on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Outline"), parent)
        for keys, text, command in self._keys():
            self._header.add_widget(KeyHint(keys, text, self, command=command))
        self._confirm_hints = self._hints()
        self._has_proposals = False
        self._column.addWidget(self._confirm_hints)
        self._starts: list[int] = []
        self._untitled: Counter[str] = Counter()
        self._caret = 0
        self._model: ItemsModel[OutlineLine] = ItemsModel(lambda line: line.uid, self._told)
        self._list = LevelList(self.tr("Outline"), self, on_click=True)
        self._delegate = _Delegate(self._list)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.level_of = lambda row: self._model.items()[row].level
        self._list.level_wanted.connect(lambda row, level: self.level_wanted.emit(self._uid(row), level))
        self._list.menu_wanted.connect(lambda row, at: self.menu_wanted.emit(self._uid(row), at))
        decisions = HoverDecisions(self._list, lambda index: index.data(ITEM).proposed)
        decisions.confirm_wanted.connect(lambda index: self.confirm_wanted.emit(self._uid(index.row())))
        decisions.turn_down_wanted.connect(lambda index: self.turn_down_wanted.emit(self._uid(index.row())))
        self._list.opened.connect(lambda row: self.section_wanted.emit(self._model.items()[row].uid))
        self._list.done.connect(self.done)
        self._column.addWidget(self._list, 1)
        self.setFocusProxy(self._list)

    def _keys(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("S", self.tr("cut"), "start_section"),
            ("M", self.tr("merge"), "merge_section"),
            ("<", "", "raise_section"),
            (">", self.tr("level"), "lower_section"),
        )

    def _hints(self) -> QWidget:
        box = QWidget(self)
        flow = FlowLayout(box, across=9, down=4)
        flow.setContentsMargins(12, 8, 12, 2)
        flow.addWidget(KeyHint("C", self.tr("confirm"), box, command="confirm"))
        flow.addWidget(KeyHint("Ctrl+Alt+O", self.tr("confirm all"), box, command="confirm_outline"))
        box.hide()
        return box

    def set_caret(self, offset: int) -> None:
        """Mark the section that the caret is in; code points."""
        self._caret = offset
        self._mark_here()

    def current(self) -> str:
        """Return the uid of the section that the caret is in, "" for none."""
        return self._delegate.here

    def _refresh(self) -> None:
        letter = self._letter
        sections = letter.placed_sections() if letter else []
        self._untitled = Counter(s.section.tag for s in sections if s.heading is None)
        lines = [self._line(letter, placed) for placed in sections] if letter else []
        self._starts = [line.start for line in lines]
        self._model.set_items(lines, anew=self._another)
        self._has_proposals = any(line.proposed and line.tag_name for line in lines)
        self._show_hints()
        self._list.set_empty_text("" if lines or letter is None else self.tr("No sections yet."))
        self._mark_here()

    def height_wanted(self) -> int:
        """Return the height that shows as many rows as the outline has at least, with tabs and a head."""
        return self._rows_height() + HEIGHT + self._header.sizeHint().height()

    def _rows_height(self) -> int:
        return _ROWS * max(_ROW, self._list.sizeHintForRow(0)) + _FRAME

    def _show_hints(self) -> None:
        """Show how proposals are confirmed, where that takes no row of the outline away."""
        room = self.height() - self._rows_height() >= self._confirm_hints.sizeHint().height()
        self._confirm_hints.setVisible(self._has_proposals and room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_hints()

    def _uid(self, row: int) -> str:
        return self._model.items()[row].uid

    def _mark_here(self) -> None:
        row = bisect.bisect_right(self._starts, self._caret) - 1
        here = self._model.items()[row].uid if row >= 0 else ""
        if here != self._delegate.here:
            self._delegate.here = here
            self._list.viewport().update()
            if row >= 0 and not self._list.hasFocus():
                self._list.set_current_row(row)

    def _line(self, letter: Letter, placed: PlacedSection) -> OutlineLine:
        section = placed.section
        tag = self._codebook.tag(section.tag) if section.tag else None
        name = tag.name(self._language) if tag else section.tag
        return OutlineLine(
            section.uid,
            placed.start,
            section.level,
            self._called(letter, placed, name),
            tag,
            name,
            section.state == "proposed",
        )

    def _called(self, letter: Letter, placed: PlacedSection, tag: str) -> str:
        """Return the heading; without one the tag's name, and the first words where that says little."""
        heading = letter.text[placed.heading.start : placed.heading.end] if placed.heading else ""
        if heading.strip():
            return on_one_line(heading)
        name = f"({_in_sentence(tag)})" if tag else self.tr("(no heading)")
        if tag and self._untitled[placed.section.tag] == 1:
            return name
        words = letter.text[placed.start : min(placed.end, placed.start + _FIRST_WORDS)]
        return f"{name} {on_one_line(words)}".strip()

    def _told(self, line: OutlineLine) -> str:
        said = (line.tag_name, self.tr("level {n}").format(n=line.level))
        proposed = (
            (self.tr("proposed: {key} confirms it").format(key=self._key("confirm", "C")),)
            if line.proposed
            else ()
        )
        told = f"{line.heading}\n{' · '.join(filter(None, said + proposed))}"
        why = self.why(line.uid) if line.proposed else ""
        return f"{told}\n{why}" if why else told


def _in_sentence(name: str) -> str:
    """Return a tag's name as it stands within a sentence: `introduction`, but `NATO` as it is."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
