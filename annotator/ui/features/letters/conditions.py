"""What else the list is filtered by: a tag, a field, what is left to do. A menu sets it, chips show it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from annotator.core.codebook import Codebook
from annotator.core.correction_kinds import correction_kind
from annotator.core.fields import ABSENT_SIGN, says_absent
from annotator.storage.letter_list import LetterFilter
from annotator.ui.translate import translated
from annotator.ui.widgets.chip import Chip
from annotator.ui.widgets.dates import date_text
from annotator.ui.widgets.flow import FlowLayout


class Conditions(QWidget):
    """Show each condition as a chip that a click or Space takes away; hidden where there is none."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codebook: Codebook | None = None
        self._language = "en"
        self._wanted = LetterFilter()
        self._flow = FlowLayout(self, across=5, down=3)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._chips: list[Chip] = []
        self.hide()

    def set_codebook(self, codebook: Codebook, language: str) -> None:
        """Offer the tags and fields of a codebook."""
        self._codebook, self._language = codebook, language
        self._show()

    def wanted(self, text: str, status: str | None) -> LetterFilter:
        """Return the whole filter: with a text and a status too."""
        return replace(self._wanted, text=text, status=status)

    def set_wanted(self, wanted: LetterFilter) -> None:
        """Have the conditions of a filter."""
        self._wanted = replace(wanted, text="", status=None)
        self._show()

    def _set(self, **conditions: object) -> None:
        self._wanted = replace(self._wanted, **conditions)  # type: ignore[arg-type]
        self._show()
        self.changed.emit()

    # --- chips --------------------------------------------------------------------------------------

    def _show(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(text, gone) for text, gone in self._told()]
        for chip in self._chips:
            self._flow.addWidget(chip)
            chip.show()
        self.setVisible(bool(self._chips))
        self.updateGeometry()

    def _told(self) -> list[tuple[str, dict[str, object]]]:
        """Return each condition in words, and what takes it away."""
        wanted, told = self._wanted, list[tuple[str, dict[str, object]]]()
        if wanted.tag:
            told.append((self._tag_name(wanted.tag), {"tag": ""}))
        if wanted.field:
            name = self._field_name(wanted.field)
            value = self.tr("not in the letter") if says_absent(wanted.value) else wanted.value
            text = f"{name}: {value}" if value else self.tr("{field} filled").format(field=name)
            told.append((text, {"field": "", "value": ""}))
        if wanted.left:
            told.append((self._left_names().get(wanted.left, wanted.left), {"left": ""}))
        return [*told, *self._told_of_work(wanted)]

    def _told_of_work(self, wanted: LetterFilter) -> list[tuple[str, dict[str, object]]]:
        """Return the conditions of what was made, by whom and when: the statistics lead to them."""
        told: list[tuple[str, dict[str, object]]] = []
        if wanted.kind:
            kind = correction_kind(wanted.kind)
            told.append((translated(kind.named(kind.plural)), {"kind": ""}))
        if wanted.analyst is not None:
            told.append((self.tr("changed by {name}").format(name=wanted.analyst or "–"), {"analyst": None}))
        if wanted.done_by is not None:
            told.append((self.tr("done by {name}").format(name=wanted.done_by or "–"), {"done_by": None}))
        if wanted.days is not None:
            told.append((self.tr("changed {days}").format(days=_span(wanted.days)), {"days": None}))
        if wanted.done_days is not None:
            told.append((self.tr("done {days}").format(days=_span(wanted.done_days)), {"done_days": None}))
        return told

    def _chip(self, text: str, gone: dict[str, object]) -> Chip:
        chip = Chip(f"{text}  ×", self, checked=True)
        chip.setAccessibleName(self.tr("{condition}: take away").format(condition=text))
        chip.clicked.connect(lambda: self._set(**gone))
        return chip

    def _tag_name(self, tag_id: str) -> str:
        tag = self._codebook.tag(tag_id) if self._codebook else None
        return tag.name(self._language) if tag else tag_id

    def _field_name(self, field_id: str) -> str:
        field = self._codebook.field(field_id) if self._codebook else None
        return field.name(self._language) if field else field_id

    def _left_names(self) -> dict[str, str]:
        return {
            "suspects": self.tr("suspects left"),
            "unseen": self.tr("not looked at yet"),
            "empty": self.tr("without text"),
        }

    # --- the menu -----------------------------------------------------------------------------------

    def open_menu(self, place: QPoint) -> None:
        """Offer the conditions, at a place of the screen."""
        self.menu().exec(place)

    def menu(self) -> QMenu:
        """Make the menu of the conditions."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._codebook is not None:
            tags = menu.addMenu(self.tr("With the tag"))
            for tag in (*self._codebook.passage_tags, *self._codebook.section_tags):
                self._add(tags, tag.name(self._language), lambda tag=tag: self._set(tag=tag.id))  # type: ignore[misc]
            fields = menu.addMenu(self.tr("With the field"))
            without = menu.addMenu(self.tr("Not in the letter"))
            for leaf in self._codebook.value_fields():
                name = self._field_name(leaf.id)
                self._add(fields, f"{name}…", lambda leaf=leaf.id: self._ask_value(leaf))  # type: ignore[misc]
                self._add(without, name, lambda leaf=leaf.id: self._set(field=leaf, value=ABSENT_SIGN))  # type: ignore[misc]
            menu.addSeparator()
        for left, name in self._left_names().items():
            self._add(menu, name, lambda left=left: self._set(left=left))  # type: ignore[misc]
        menu.addSeparator()
        every = self._add(menu, self.tr("All again"), self._all_again)
        every.setEnabled(bool(self._chips))  # type: ignore[attr-defined]
        return menu

    def _all_again(self) -> None:
        self.set_wanted(LetterFilter())
        self.changed.emit()

    @staticmethod
    def _add(menu: QMenu, name: str, then: Callable[[], object]) -> object:
        action = menu.addAction(name.replace("&", "&&"))
        action.triggered.connect(lambda _=False: then())
        return action

    def _ask_value(self, field: str) -> None:
        from annotator.ui.widgets.ask_text import ask_text

        text = ask_text(
            self,
            self._field_name(field),
            self.tr("What it holds; leave it empty for any value"),
            self._wanted.value if self._wanted.field == field else "",
        )
        if text is not None:
            self._set(field=field, value=text.strip())


def _span(days: tuple[str, str]) -> str:
    """Return a stretch of days as it is shown."""
    first, last = map(date_text, days)
    return first if first == last else f"{first} – {last}"
