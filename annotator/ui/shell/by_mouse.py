"""What the mouse asks for in the text and in the panels, and what answers it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from annotator.commands import deciding
from annotator.core.text import Span
from annotator.ui.context import Context
from annotator.ui.features.editor.selection import SelectionBarController
from annotator.ui.features.review.suggestions import Suggestions
from annotator.ui.shell.actions import Actions
from annotator.ui.shell.mouse_menus import MouseMenus
from annotator.ui.shell.views import Views
from annotator.ui.shell.workspace import Workspace


class ByMouse(QObject):
    """Connects the views that the mouse works with to the open project, until it is closed."""

    def __init__(self, here: Workspace, views: Views, context: Context, actions: Actions) -> None:
        super().__init__(here)
        self._here, self._views, self._context = here, views, context
        text = views.text
        self._suggestions = Suggestions(
            text, text, views.suggestions, here.session, here.suspecting, context, self
        )
        self._selection = SelectionBarController(
            text, views.selection_bar, here.session, context, here.chosen_field, self
        )
        self._menus = MouseMenus(here, self._suggestions, views, context, actions)
        self._connect_text()
        self._connect_panels()
        here.disposed.connect(self._leave)

    def _connect_text(self) -> None:
        here, views, wire = self._here, self._views, self._here.wire
        wire(views.text.clicked_at, self._suggestions.show_at)
        wire(views.text.customContextMenuRequested, self._show_text_menu)
        self._suggestions.box_wanted.connect(here.review.open_on)
        bar = views.selection_bar
        wire(bar.tag_wanted, lambda tag: self._attempt(here.apply_tag, tag))
        wire(bar.field_wanted, lambda field: self._attempt(here.fill, field))
        wire(bar.copy_wanted, here.navigation.copy)
        wire(bar.source_wanted, here.navigation.copy_with_source)
        hover, ends = views.proposal_hover, views.passage_ends
        hover.enabled = not here.session.read_only
        wire(hover.confirm_wanted, lambda uids: self._do(deciding.confirm_one, *uids))
        wire(hover.turn_down_wanted, lambda uids: self._do(deciding.turn_down_one, *uids))
        ends.set_session(here.session)
        wire(ends.moved, self._move_passage)
        wire(views.text.caret_moved, lambda _: ends.show())
        here.session.touched.connect(lambda _: ends.show())
        here.session.proposed.connect(lambda _: ends.show())
        here.session.opened.connect(lambda _: ends.show())
        here.navigation.mode_changed.connect(lambda _: ends.show())

    def _connect_panels(self) -> None:
        wire, side = self._here.wire, self._views.side
        for panel in (side.outline, side.passages):
            wire(panel.confirm_wanted, lambda uid: self._do(deciding.confirm_one, uid))
            wire(panel.turn_down_wanted, lambda uid: self._do(deciding.turn_down_one, uid))
        wire(side.outline.level_wanted, lambda uid, level: self._do(deciding.level_section, uid, level))
        menus = self._menus
        wire(side.outline.menu_wanted, lambda uid, at: self._pop_up(lambda m: menus.of_section(m, uid), at))
        wire(side.passages.menu_wanted, lambda uid, at: self._pop_up(lambda m: menus.of_passage(m, uid), at))
        wire(side.form.drops.dropped, lambda field: self._attempt(self._here.fill, field))

    def _show_text_menu(self, place: QPoint) -> None:
        """Show what can be done at a point of the text."""
        text = self._views.text
        at = text.viewport().mapToGlobal(place)
        self._pop_up(lambda menu: self._menus.of_text(menu, text.offset_under(place)), at)

    def _pop_up(self, fill: Callable[[QMenu], None], at: QPoint) -> None:
        menu = QMenu(self._views.text)
        fill(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _move_passage(self, uid: str, span: Span) -> None:
        self._do(deciding.move_passage, uid, span)

    def _do(self, act: Callable[..., None], *given: object) -> None:
        """Do something to the open letter, unless the project is only read."""
        if not self._here.session.read_only:
            self._attempt(act, self._here.session, *given)

    def _attempt(self, act: Callable[..., object], *given: object) -> None:
        self._context.attempt(partial(act, *given))

    def _leave(self) -> None:
        self._views.passage_ends.set_session(None)
        self._views.proposal_hover.hide()
        self._suggestions.retire()
        self._selection.retire()
