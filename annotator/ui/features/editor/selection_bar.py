"""The selection bar: what can be done with the words that are selected, beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from annotator.ui.widgets.cap_button import CapButton
from annotator.ui.widgets.floating_card import SHADOW
from annotator.ui.widgets.passing_card import PassingCard

_LONGEST = 18  # characters of a name on a button
_MOST_TAGS = 4
_EDGE = 12  # pixels that stay free beside the bar


class BarTag(NamedTuple):
    """A tag that the bar offers; the colour is `#rrggbb`."""

    id: str
    name: str
    key: str
    colour: str
    of_sections: bool


class BarField(NamedTuple):
    """A field that the selection can go into."""

    id: str
    name: str


class SelectionBar(PassingCard):
    """Offer tags, fields and copying. What is offered is set before it comes up."""

    tag_wanted = Signal(str)
    field_wanted = Signal(str)
    copy_wanted = Signal()
    source_wanted = Signal()

    inset = 8

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Selection"))
        self._tags: tuple[BarTag, ...] = ()
        self._fields: tuple[BarField, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SHADOW + 6, SHADOW + 5, SHADOW + 6, SHADOW + 5)
        self._row.setSpacing(5)
        self._buttons: list[CapButton] = []

    def offer(
        self,
        tags: Sequence[BarTag],
        fields: Sequence[BarField],
        chosen: BarField | None,
        keys: Mapping[str, str],
    ) -> None:
        """Take what is offered; `keys` are those of `fill_field`, `copy` and `copy_with_source`.

        Without tags and fields, in a project that is only read, copying is left.
        """
        self._tags, self._fields = tuple(tags), tuple(fields)
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        passage_tags = [tag for tag in tags if not tag.of_sections]
        shown = (passage_tags or list(tags))[:_MOST_TAGS]
        for tag in shown:
            self._add(tag.key, tag.name, partial(self.tag_wanted.emit, tag.id), swatch=tag.colour)
        if len(tags) > len(shown):
            self._add("", self.tr("more…"), self._show_tags)
        if chosen is not None:
            name = self.tr("→ {field}").format(field=_short(chosen.name))
            self._add(keys["fill_field"], name, partial(self.field_wanted.emit, chosen.id))
        if fields:
            self._add("", self.tr("into field…"), self._show_fields)
        self._add(keys["copy"], self.tr("copy"), self.copy_wanted.emit)
        self._add(keys["copy_with_source"], self.tr("with source"), self.source_wanted.emit)
        self._fit()

    def _add(self, keys: str, text: str, do: Callable[[], object], *, swatch: str = "") -> None:
        button = CapButton(keys, _short(text), self, swatch=swatch)
        button.clicked.connect(do)
        button.clicked.connect(self.go)
        button.show()
        self._row.addWidget(button)
        self._buttons.append(button)

    def _fit(self) -> None:
        """Leave out keys, then tags, until the bar fits into the window."""
        parent = self.parentWidget()
        room = (parent.width() if parent is not None else 900) - 2 * _EDGE
        if self._wanted() > room:
            for button in self._buttons[-2:]:
                button.set_hint("", button.hint()[1])
        for button in reversed(self._buttons[1 : min(len(self._tags), _MOST_TAGS)]):
            if self._wanted() <= room:
                break
            button.hide()
        self.wide = self._wanted()

    def _wanted(self) -> int:
        widths = [button.sizeHint().width() for button in self._buttons if not button.isHidden()]
        return sum(widths) + self._row.spacing() * (len(widths) - 1) + 12

    def _show_tags(self) -> None:
        menu = QMenu(self.parentWidget())
        menu.setToolTipsVisible(True)
        for of_sections in (False, True):
            for tag in self._tags:
                if tag.of_sections == of_sections:
                    text, icon = f"{tag.name}\t{tag.key}", swatch_icon(tag.colour)
                    self._add_action(menu, text, partial(self.tag_wanted.emit, tag.id), icon)
            menu.addSeparator()
        self._pop_up(menu)

    def _show_fields(self) -> None:
        menu = QMenu(self.parentWidget())
        for field in self._fields:
            self._add_action(menu, field.name, partial(self.field_wanted.emit, field.id), QIcon())
        self._pop_up(menu)

    def _add_action(self, menu: QMenu, text: str, do: Callable[[], object], icon: QIcon) -> None:
        action = QAction(icon, text.replace("&", "&&"), menu)
        action.triggered.connect(lambda: do())  # noqa: PLW0108 - without the state that Qt gives along
        menu.addAction(action)

    def _pop_up(self, menu: QMenu) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(SHADOW, self.height() - SHADOW)))


def swatch_icon(colour: str) -> QIcon:
    """Return a tag's colour as the icon of a menu's row."""
    pixmap = QPixmap(14, 14)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.fillRect(3, 2, 8, 10, QColor(colour))
    painter.end()
    return QIcon(pixmap)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST + 2 else name[:_LONGEST].rstrip() + "…"
