"""The page that stands in the place of the letter: tables, statistics, what was learnt; one at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from annotator.ui.context import Context, Stage
from annotator.ui.widgets.stage_page import StagePage

# Commands that need no letter to be seen; all others lead back to it first.
_STAYING = frozenset(
    {
        *("undo", "redo", "palette", "key_sheet", "manual", "about", "settings", "stop_work", "quit"),
        *("bigger", "smaller", "normal_size", "copy", "cut", "paste", "select_all"),
    }
)


class StagePages(QObject):
    """Shows pages; `changed` tells that another one is shown, or none."""

    changed = Signal()

    def __init__(self, stage: Stage, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._stage, self._context = stage, context
        self.current: StagePage | None = None

    def show(self, page: StagePage) -> None:
        """Show a page, in the place of another one that is there."""
        self._context.navigator.finish_typing()
        self.leave()
        self.current = page
        self._stage.enter(page)
        page.left.connect(self.leave)
        page.take_keys()
        self.changed.emit()

    def leave(self) -> None:
        """Bring the letter back, with its panes and as far down as it was."""
        page, self.current = self.current, None
        if page is None:
            return
        page.gone.emit()
        self._stage.leave()
        self._stage.discard(page)
        self._context.navigator.focus_text()
        self.changed.emit()

    def takes(self, command_id: str) -> bool:
        """Tell whether a command is done on the page that is shown; others lead to the letter first."""
        page = self.current
        if page is None:
            return False
        if page.take_command(command_id):
            return True
        if command_id == page.command:
            self.leave()
            return True
        if command_id not in _STAYING:
            self.leave()
        return False
