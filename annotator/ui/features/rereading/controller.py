"""Reading the open letter anew, on behalf of the window: read and worked out in the background, previewed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.session import Session
from annotator.session.project.operations import Query
from annotator.ui.context import Context
from annotator.ui.features.rereading.letter_choice import LetterChoice
from annotator.ui.features.rereading.locked import ask_password, is_locked
from annotator.ui.features.rereading.recognising import Recognising
from annotator.ui.features.rereading.second_readings import SecondReadings
from annotator.ui.tasks import Tasks
from annotator.ui.widgets.parting import part_with
from annotator.ui.widgets.progress_strip import Progress

if TYPE_CHECKING:
    from annotator.session.project.operations import Answer, At, Outcome, Running
    from annotator.session.transfer.rereading import Preview, Reread
    from annotator.storage.kept_readings import ReadSource


class RereadingController(QObject):
    """Asks for a file or a reading, shows what it does, and has it made as one change."""

    def __init__(
        self, session: Session, context: Context, edits: Tasks, letters: LetterChoice, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._context, self._edits = session, context, edits
        self.recognising = Recognising(session, context, edits, letters, self, self._preview_read)
        self.second_readings = SecondReadings(
            session, context, edits, letters.chosen, self.recognising.offer, self
        )

    def ask_file(self) -> None:
        """Ask which file to read the open letter from."""
        from annotator.importers import suffixes

        settings, dialogs = self._context.settings, self._context.dialogs
        self._context.navigator.finish_typing()
        kinds = self.tr("Letters ({suffixes});;All files (*)")
        kinds = kinds.format(suffixes=" ".join(f"*{suffix}" for suffix in suffixes()))
        folder = settings.text("last_folder") or str(Path.home())
        name, _ = QFileDialog.getOpenFileName(dialogs.parent, self.tr("Read anew from a file"), folder, kinds)
        if name:
            settings.set("last_folder", str(Path(name).parent))
            self.read(Path(name))

    def read(self, path: Path, passwords: tuple[str, ...] = ()) -> None:
        """Read a file as another reading of the open letter, and show what that would change."""
        from annotator.session.transfer.reading_again import file_read_again

        letter_id = self._session.letter_id
        if letter_id is None:
            return
        dialog = self._context.dialogs.progress(self.tr("Reading anew: {name}").format(name=path.name))

        store, post = self._session.store, self._context.tasks.post
        models = self._context.settings.text("models_folder")

        def paged(done: int, total: int) -> None:
            post(lambda: dialog.tell(done, total))

        def work(running: Running) -> ReadSource:
            return file_read_again(store, path, passwords, running.is_cancelled, models, paged)

        def done(read: ReadSource) -> None:
            was_cancelled = running.is_cancelled()  # asked now: closing the dialog counts as a cancel
            dialog.close()
            if not was_cancelled:
                self._preview_read(letter_id, read, path.name)

        def failed(error: Exception) -> None:
            was_cancelled = running.is_cancelled()
            dialog.close()
            if was_cancelled:
                return
            if not is_locked(error):
                self._context.dialogs.failed(dialog)(error)
                return
            more = ask_password([path.name], self._context.dialogs.parent, again=bool(passwords))
            if more and not self._session.closed and self._session.letter_id == letter_id:
                self.read(path, (more, *passwords))

        running = self._edits.operations.run(work, done, failed, lambda: _close(dialog))
        dialog.canceled.connect(lambda: running.cancel())  # noqa: PLW0108

    def show_readings(self) -> None:
        """Show the readings of the open letter, with a way back to each."""
        from annotator.session.transfer.rereading import readings_of
        from annotator.ui.features.rereading.readings_dialog import ReadingsDialog

        letter_id = self._session.letter_id
        if letter_id is None:
            return
        self._context.navigator.finish_typing()
        dialog = ReadingsDialog(
            readings_of(self._session, letter_id),
            self._context.dialogs.parent,
            can_change=not self._session.read_only,
        )
        dialog.exec()
        chosen = dialog.chosen
        part_with(dialog)
        if chosen:
            self.go_back(chosen)

    def go_back(self, number: int) -> None:
        """Show what going back to a reading would change, and do it."""
        from annotator.session.transfer.rereading import Reread

        letter_id = self._session.letter_id
        if letter_id is not None:
            asked = Reread(letter_id, number=number)
            self._preview(lambda at: asked, self.tr("reading {number}").format(number=number))

    # --- one after the other --------------------------------------------------------------------------

    def _preview_read(self, letter_id: int, read: ReadSource, name: str) -> None:
        from annotator.session.transfer.rereading import Reread

        asked = Reread(letter_id, read)
        self._preview(lambda at: asked, name)

    def _preview(self, asked: Callable[[At], Reread], name: str) -> None:
        from annotator.session.transfer.rereading import preview_of

        progress = self._context.dialogs.progress(self.tr("Reading anew: {name}").format(name=name))

        def work(at: At) -> tuple[Reread, Preview]:
            wanted = asked(at)
            return wanted, preview_of(at, wanted)

        def done(answer: Answer[tuple[Reread, Preview]]) -> None:
            was_cancelled = progress.wasCanceled()
            progress.close()
            if not was_cancelled:
                self._ask(*answer.value, name)

        running = self._edits.operations.query(
            Query(work), done, self._context.dialogs.failed(progress), lambda: _close(progress)
        )
        self._edits.show(running, progress)

    def _ask(self, wanted: Reread, preview: Preview, name: str) -> None:
        from annotator.ui.features.rereading.preview_dialog import PreviewDialog

        dialog = PreviewDialog(preview, name, self._context.dialogs.parent)
        is_wanted = bool(dialog.exec())
        part_with(dialog)
        if is_wanted:
            self._make(wanted, name)

    def _make(self, wanted: Reread, name: str) -> None:
        from annotator.session.transfer.rereading import rereading

        progress = self._context.dialogs.progress(self.tr("Reading anew: {name}").format(name=name))

        def done(outcome: Outcome[Preview], changed: bool) -> None:
            progress.close()
            self._context.navigator.focus_text()
            text = QT_TRANSLATE_NOOP(
                "Reading",
                "Read anew: {count:place|places} changed, {disputed:correction|corrections} disputed. "
                "{keys} undoes it.",
            )
            count, disputed = outcome.told.changed, len(outcome.told.disputed)
            keys = self._context.keys_of("undo")
            self._context.say(Message("Reading", text, {"count": count, "disputed": disputed, "keys": keys}))

        running = self._edits.operations.edit(
            rereading(wanted), done, self._context.dialogs.failed(progress), lambda: _close(progress)
        )
        self._edits.show(running, progress)


def _close(progress: Progress) -> None:
    progress.close()
