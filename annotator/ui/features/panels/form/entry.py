"""An entry of the form: a field of the codebook with all its places; a group's parts stand together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.core.codebook import Field
from annotator.core.document import Letter, Value
from annotator.ui.features.panels.form.place import ValuePlace
from annotator.ui.features.panels.form.shown import NOTHING, shown_at


class FieldEntry(QWidget):
    """Keep as many places as a field has values, and one more while one is being added."""

    made = Signal(object)  # a place

    def __init__(self, field: Field, language: str, letters: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self._leaves = field.leaves()
        self._language, self._letters = language, letters  # of the screen; of the letters
        self._positions: list[tuple[ValuePlace, ...]] = []
        self._count = 0
        self._held = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(7)

    def start(self) -> None:
        """Make the first places; what is made is told."""
        self._set_count(1)

    def set_spacing(self, pixels: int) -> None:
        """Put its places further apart or closer together."""
        self._column.setSpacing(pixels)

    def first(self) -> tuple[ValuePlace, ...]:
        """Return the places of the first value: one, or one for each part of a group."""
        return self._positions[0]

    def places(self) -> Iterator[ValuePlace]:
        """Yield the places that are shown, from top to bottom."""
        for row in self._positions[: self._count]:
            yield from row

    @property
    def adding(self) -> bool:
        """Tell whether the last place waits for its first value."""
        return self._count > max(1, self._held)

    @property
    def filled(self) -> bool:
        """Tell whether an analyst made or confirmed a value, or said that the letter has none."""
        return any(place.shown.answered and not place.shown.proposed for place in self.places())

    @property
    def is_there(self) -> bool:
        """Tell whether the form shows it: a retired field is not asked, but what it holds stays in sight."""
        return not self.field.retired or any(place.shown.answered for place in self.places())

    def holds(self, leaf: str) -> bool:
        """Tell whether the field itself, or one part of the group, has a value, or is absent."""
        return any(place.shown.answered for place in self.places() if place.field.id == leaf)

    def show_values(
        self, held: Mapping[tuple[str, int], Value], letter: Letter | None, *, another: bool
    ) -> None:
        """Show the values at this entry's places; what did not change is left alone."""
        ids = {leaf.id for leaf in self._leaves}
        adding = self.adding and not another
        before, self._held = self._held, max((pos + 1 for leaf, pos in held if leaf in ids), default=0)
        waiting = adding and self._held <= before
        self._set_count(max(1, self._held + waiting))
        for row in self._positions[: self._count]:
            for place in row:
                value = held.get((place.field.id, place.position))
                shown = shown_at(letter, value, place.field, place.reads) if letter and value else NOTHING
                place.show_value(shown, another=another)

    def add(self) -> ValuePlace | None:
        """Open one more place and return it; where the last one is still empty, that one."""
        if not self.field.several:
            return None
        last = self._positions[self._count - 1]
        if not all(place.empty for place in last):
            self._set_count(self._count + 1)
        return self._positions[self._count - 1][0]

    def drop_added(self) -> None:
        """Close the place that was opened and left empty."""
        if self.adding and all(place.empty for place in self._positions[self._count - 1]):
            self._set_count(self._count - 1)

    def _set_count(self, count: int) -> None:
        while len(self._positions) < count:
            self._make()
        if count != self._count:
            self._count = count
            for position, row in enumerate(self._positions):
                for place in row:
                    place.setVisible(position < count)
                    if position >= count:
                        place.show_value(NOTHING, another=True)
        self._show_more()

    def _make(self) -> None:
        position = len(self._positions)
        row = tuple(
            ValuePlace(leaf, position, self._label(number, position), (self._language, self._letters), self)
            for number, leaf in enumerate(self._leaves)
        )
        self._positions.append(row)
        for place in row:
            place.hide()
            self._column.addWidget(place)
            place.more.clicked.connect(partial(self._more, place))
            self.made.emit(place)

    def _label(self, number: int, position: int) -> str:
        """Return what a place is called: a group's first part has the group's name, others their own."""
        leaf = self._leaves[number]
        name = self.field.name(self._language) if number == 0 else leaf.name(self._language)
        if position and number == 0:
            return f"{name} {position + 1}" if len(self._leaves) > 1 else ""
        return f"{name} *" if leaf.required and position == 0 else name

    def _more(self, place: ValuePlace, _checked: bool = False) -> None:
        (place.add_wanted if place.position == self._count - 1 else place.removal_wanted).emit(place)

    def _show_more(self) -> None:
        for position, row in enumerate(self._positions[: self._count]):
            for number, place in enumerate(row):
                if not self.field.several or number:
                    place.set_more(None, "")
                elif position == self._count - 1:
                    place.set_more("plus", self.tr("Add one (Ctrl+Enter)"))
                else:
                    place.set_more("close", self.tr("Remove (Ctrl+Backspace when empty)"))
