"""Bringing in projects of other programs (REFI-QDA) from the window: progress, and what was left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.session import Session
from annotator.ui.context import Context
from annotator.ui.tasks import Tasks
from annotator.ui.translate import translated

if TYPE_CHECKING:
    from annotator.importers.refi_qda.model import QdaProject
    from annotator.session.project.operations import Outcome, Running
    from annotator.session.transfer.qda import Brought, Found

SUFFIXES = (".qdpx", ".qde", ".xmi")
_SUMMARY = QT_TRANSLATE_NOOP(
    "Files",
    "{name}: {letters:new letter|new letters}, {tags:tag|tags}, {fields:field|fields}, "
    "{passages:passage|passages}, {values:value|values}.",
)
Show = Callable[[str, Sequence[str]], None]  # a summary, and lines on what was left out


def is_project(path: Path) -> bool:
    """Tell whether a file is a project of another program, by its name."""
    return path.suffix.lower() in SUFFIXES


class ProjectImports(QObject):
    """Brings in projects one after the other; `arrived` gives the letters of the last one."""

    arrived = Signal(list)  # of ids

    def __init__(self, session: Session, context: Context, edits: Tasks, show: Show, parent: QObject) -> None:
        """`show` shows a report."""
        super().__init__(parent)
        self._session, self._context, self._edits, self._show = session, context, edits, show

    def begin(self, paths: Sequence[Path]) -> None:
        """Bring in the first of the projects, then the others."""
        if not paths:
            return
        dialog = self._context.dialogs.progress(self.tr("Importing a project…"))
        store, analyst = self._session.store, self._session.analyst
        failed = self._context.dialogs.failed(dialog)

        def stopped() -> None:
            dialog.close()

        def work(running: Running) -> tuple[QdaProject, Found, str]:
            from annotator.importers.refi_qda.reading import read_project  # not on the way to the first paint
            from annotator.session.transfer.qda import add_texts, language_in

            language, read = language_in(store), read_project(paths[0])
            return read, add_texts(store, read, analyst, language, running.is_cancelled), language

        def read(came: tuple[QdaProject, Found, str]) -> None:
            from annotator.session.transfer.qda import carrying

            project, found, language = came
            self.arrived.emit(sorted(found.new) or [each for each in found.ids if each][:1])
            edit = carrying(project, found, language)
            running = self._edits.operations.edit(edit, brought, failed, stopped)
            self._edits.show(running, dialog)

        def brought(outcome: Outcome[Brought], _changed: bool) -> None:
            dialog.close()
            self._report(paths[0].name, outcome.told)
            self.begin(paths[1:])

        running = self._edits.operations.run(work, read, failed, stopped)
        dialog.canceled.connect(lambda: running.cancel())  # noqa: PLW0108

    def _report(self, name: str, told: Brought) -> None:
        counts = {
            "name": name,
            "letters": told.letters,
            "tags": told.tags,
            "fields": told.fields,
            "passages": told.passages + told.sections,
            "values": told.values,
        }
        summary = Message("Files", _SUMMARY, counts)
        if told.left:
            self._show(translated(summary), [translated(left) for left in told.left])
        else:
            self._context.say(summary)
