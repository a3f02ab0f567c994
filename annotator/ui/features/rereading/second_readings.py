"""Reading scans a second time, on behalf of the window: in the background, without changing their text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.session import Session
from annotator.ui.context import Context
from annotator.ui.features.rereading.scope_dialog import CHOSEN, LETTER, PROJECT, Offer, ScopeDialog
from annotator.ui.tasks import Tasks
from annotator.ui.translate import filled
from annotator.ui.widgets.parting import part_with
from annotator.ui.widgets.progress_strip import Progress

if TYPE_CHECKING:
    from annotator.session.project.operations import Running
    from annotator.session.transfer.second_looks import SecondLooks

_DONE = QT_TRANSLATE_NOOP(
    "Recognition",
    "{count:letter|letters} read a second time; {places:place was|places were} read differently.",
)
_NOTHING = QT_TRANSLATE_NOOP("Recognition", "There was no scan to read a second time.")


class SecondReadings(QObject):
    """Asks which letters, and has them read; `looked` follows when the file has what was read."""

    looked = Signal()

    def __init__(
        self,
        session: Session,
        context: Context,
        edits: Tasks,
        chosen: Callable[[], list[int]],
        offer: Callable[[], Offer],
        parent: QObject,
    ) -> None:
        """`chosen` tells which letters are chosen in the list, `offer` what there is to ask for."""
        super().__init__(parent)
        self._session, self._context, self._edits = session, context, edits
        self._chosen, self._offer = chosen, offer

    def ask(self) -> None:
        """Ask which letters, and read them a second time."""
        self._context.navigator.finish_typing()
        dialog = ScopeDialog(
            self.tr("Read scans a second time"),
            self.tr(
                "Pages that another program read are read again from their pictures. The text stays as it is;"
                " what was read differently makes suspects and suggestions."
            ),
            self.tr("&Read"),
            self._offer(),
            (LETTER, CHOSEN, PROJECT),
            self._context.dialogs.parent,
        )
        is_wanted, scope = bool(dialog.exec()), dialog.scope
        part_with(dialog)
        letter_id = self._session.letter_id
        if is_wanted and scope == LETTER and letter_id is not None:
            self.begin([letter_id], anew=True)
        elif is_wanted:
            self.begin(self._chosen() if scope == CHOSEN else None)

    def begin(self, letter_ids: list[int] | None, *, anew: bool = False, quiet: bool = False) -> None:
        """Read these letters (all, with None), or those of them that nobody read twice.

        With `quiet` nothing is said where there was nothing to read.
        """
        dialog = self._context.dialogs.progress(self.tr("Reading a second time…"))
        post, store = self._context.tasks.post, self._session.store
        models = self._context.settings.text("models_folder")
        counts = {"count": 0, "places": 0}

        def work(running: Running) -> None:
            from annotator.session.transfer.reading_again import letters_to_look_at
            from annotator.session.transfer.second_looks import SecondLooks

            store.flush()
            choice, wanted = letters_to_look_at(store, letter_ids, models, anew=anew)
            at = {"letter": 0}

            def paged(done: int, total: int) -> None:
                letter = at["letter"]
                post(lambda: self._show(dialog, letter, len(wanted), done, total))

            with SecondLooks(choice, paged=paged) as looks:
                for number, each in enumerate(wanted, 1):
                    at["letter"] = number
                    self._read(looks, each, running, counts)
                    if running.is_cancelled():
                        break
            store.flush()

        def done(_: None) -> None:
            dialog.close()
            self._tell(counts, quiet=quiet)

        def failed(error: Exception) -> None:
            if quiet and isinstance(error, UserError):
                dialog.close()
            else:
                self._context.dialogs.failed(dialog)(error)

        running = self._edits.operations.run(work, done, failed, lambda: _close(dialog))
        dialog.canceled.connect(lambda: running.cancel())  # noqa: PLW0108

    def _read(self, looks: SecondLooks, letter_id: int, running: Running, counts: dict[str, int]) -> None:
        """Read a letter, and have the file keep it; one that is gone or locked by now is left."""
        from annotator.session.transfer.reading_again import looked_at
        from annotator.session.transfer.second_looks import keep_looks

        store = self._session.store
        try:
            looked = looked_at(store, looks, letter_id, running.is_cancelled)
        except UserError:
            return
        if looked.readings and not running.is_cancelled():
            keep_looks(store, looked)
            counts["count"] += 1
            counts["places"] += looked.differing

    def _tell(self, counts: dict[str, int], *, quiet: bool) -> None:
        if counts["count"]:
            self.looked.emit()
            self._context.say(Message("Recognition", _DONE, dict(counts)))
        elif not quiet:
            self._context.say(Message("Recognition", _NOTHING, {}))

    def _show(self, dialog: Progress, letter: int, letters: int, done: int, total: int) -> None:
        dialog.note = filled(self.tr("Letter {n:,} of {total:,}"), n=letter, total=letters)
        many = total > 1
        page = filled(self.tr("Page {n:,} of {total:,}"), n=min(done + 1, total), total=total)
        dialog.tell(done if many else 0, total if many else 0, page if many else "")


def _close(dialog: Progress) -> None:
    dialog.close()
