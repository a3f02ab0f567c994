"""Brings the selection bar up where words were selected by hand, and knows what it offers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QTimer

from annotator.core.codebook import Tag
from annotator.session import Session
from annotator.ui.context import Context
from annotator.ui.features.editor.selection_bar import BarField, BarTag, SelectionBar
from annotator.ui.features.editor.text_view import TextView
from annotator.ui.theme.theme import theme_of

_AFTER_KEYS_MS = 500  # who selects with keys is not done with each of them
_KEYS = ("fill_field", "copy", "copy_with_source")


class SelectionBarController(QObject):
    """Shows the bar while the setting `selection_bar` is on. `chosen_field` returns the form's."""

    def __init__(
        self,
        view: TextView,
        bar: SelectionBar,
        session: Session,
        context: Context,
        chosen_field: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._view, self._bar, self._session, self._context = view, bar, session, context
        self._chosen_field = chosen_field
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_KEYS_MS)
        self._timer.timeout.connect(self._come_up)
        self._connections = (
            view.selected_by_hand.connect(self._selected),
            view.selectionChanged.connect(self._selection_changed),
        )
        session.touched.connect(lambda _: bar.go())
        session.opened.connect(lambda _: bar.go())

    def retire(self) -> None:
        """Let go of the bar: the session was closed, another one may come."""
        self._timer.stop()
        self._bar.go()
        for connection in self._connections:
            QObject.disconnect(connection)
        self.deleteLater()

    def _selected(self, by_mouse: bool) -> None:
        self._timer.stop()
        if by_mouse:
            self._come_up()
        else:
            self._timer.start()

    def _selection_changed(self) -> None:
        self._timer.stop()
        if not self._bar.isHidden():
            self._bar.go()

    def _come_up(self) -> None:
        start, end = self._view.selection()
        wanted = self._context.settings.flag("selection_bar") and not self._view.editing
        if start == end or not wanted or not self._view.hasFocus() or self._session.letter is None:
            return
        self._offer()
        self._bar.come_up(self._seen(start, end), self._view)

    def _seen(self, start: int, end: int) -> QRect:
        """Return what is seen of the lines of the selection, from where it starts."""
        whole = self._view.stretch_rect(start, end)
        view = self._view.viewport().rect()
        top, bottom = max(view.top(), whole.top()), min(view.bottom(), whole.bottom())
        return QRect(whole.left(), top, 1, max(1, bottom - top))

    def _offer(self) -> None:
        codebook, language = self._session.codebook, self._context.language
        writes = not self._session.read_only
        dark = theme_of(self._view).dark
        tags = (*codebook.passage_tags, *codebook.section_tags) if writes else ()
        fields = [BarField(f.id, f.name(language)) for f in codebook.fields if writes and not f.retired]
        chosen = codebook.field(self._chosen_field()) if writes else None
        keys = {command: self._context.keys_of(command) for command in _KEYS}
        self._bar.offer(
            [_bar_tag(tag, language, dark=dark) for tag in tags],
            fields,
            BarField(self._chosen_field(), chosen.name(language)) if chosen is not None else None,
            keys,
        )


def _bar_tag(tag: Tag, language: str, *, dark: bool) -> BarTag:
    return BarTag(tag.id, tag.name(language), tag.key, tag.colour(dark), tag.kind == "section")
