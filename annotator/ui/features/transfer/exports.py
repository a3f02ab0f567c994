"""Export: asked for in a dialog that tells beforehand what comes out, written in the background."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QLocale, QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.exporters import FileInTheWay, Omission, exporter_of
from annotator.session import Session
from annotator.session.project.letters import Letters
from annotator.session.transfer.exporting import (
    Wish,
    export_formats,
    export_letters,
    omissions,
    open_proposals,
    preview,
    require_ready,
)
from annotator.storage.letter_list import ALL_LETTERS, LetterFilter
from annotator.ui.context import Context
from annotator.ui.features.transfer.export_dialog import ExportDialog
from annotator.ui.features.transfer.export_wish import Scopes, asked_before, remember
from annotator.ui.translate import filled, translated
from annotator.ui.widgets.key_cap import key_text

LOOKED_AT = 200  # letters in which is looked for what a format leaves out
_PAUSE_MS = 150  # after the last choice, before anything is read for it


class LetterChoice(Protocol):
    """What the list of letters tells of itself."""

    def chosen(self) -> list[int]:
        """Return the ids of the letters that are chosen."""

    def wanted(self) -> LetterFilter:
        """Return the filter as it stands."""


class Exports(QObject):
    """Asks what to export and where, and writes it."""

    def __init__(self, session: Session, context: Context, letters: LetterChoice, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._context, self._letters = session, context, letters
        self._dialog: ExportDialog | None = None
        self._asked = 0  # counts what was asked of the file: an older answer is not shown
        self._stop = threading.Event()  # ends the export that is being written
        self._folder: Path | None = None  # that the last export went to
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._look)

    def ask(self) -> None:
        """Ask what to export, and write it while the dialog waits."""
        settings = self._context.settings
        self._context.navigator.finish_typing()
        folder = settings.text("last_export_folder") or str(Path.home())
        stem = Path(settings.text("last_export_name")).name
        dialog = ExportDialog(
            self._context.dialogs.parent, folder, self._scopes(), asked_before(settings), stem
        )
        self._dialog = dialog
        dialog.changed.connect(self._ask_again)
        dialog.wanted.connect(self._write)
        dialog.stopped.connect(self._end_writing)
        self._ask_again()
        dialog.exec()
        self._forget()
        self._dialog = None
        dialog.deleteLater()

    # --- which letters ------------------------------------------------------------------------------

    def _scopes(self) -> Scopes:
        letters, wanted = Letters(self._session), self._letters.wanted()
        chosen = self._letters.chosen()
        return Scopes(
            None if self._session.letter_id is None else 1,
            len(chosen) if len(chosen) > 1 else None,
            letters.letters_count(wanted) if wanted != ALL_LETTERS else None,
            letters.letters_count(),
            any(tag.hidden for tag in self._session.codebook.passage_tags),
        )

    def _ids(self, scope: str) -> Sequence[int] | None:
        if scope == "one" and self._session.letter_id is not None:
            return [self._session.letter_id]
        if scope == "chosen":
            return self._letters.chosen()
        if scope == "filtered":
            return Letters(self._session).letter_ids(self._letters.wanted())
        return None

    def _wishes(self, dialog: ExportDialog) -> list[Wish]:
        asked = dialog.asked
        ids, language = self._ids(asked.scope), self._context.language
        hide = asked.hide and any(tag.hidden for tag in self._session.codebook.passage_tags)
        return [
            Wish(
                format_id,
                ids,
                asked.proposals,
                asked.naming,
                asked.choices.get(format_id, {}),
                language,
                hide,
            )
            for format_id in asked.formats
        ]

    # --- what will come out -------------------------------------------------------------------------

    def _forget(self) -> int:
        """Let no answer be shown any more that was asked for until now; return the number of the next."""
        self._timer.stop()
        self._asked += 1
        return self._asked

    def _ask_again(self) -> None:
        self._forget()
        if self._dialog is not None:
            self._dialog.page.show_preview(None)
            self._dialog.page.show_left_out(self.tr("A moment…"))
            self._timer.start()

    def _look(self) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        mine, wishes, store = self._forget(), self._wishes(dialog), self._session.store
        asked = dialog.asked
        chosen = asked.choices.get(asked.format_id, {})
        shown = replace(wishes[0], format_id=asked.format_id, chosen=chosen)
        try:
            for wish in (*wishes, shown):
                require_ready(wish)
        except UserError as problem:
            dialog.refuse(translated(problem.message))
            dialog.page.show_preview("")
            dialog.page.show_left_out("")
            return

        def begins(tell: Callable[[int, str], None], cancelled: Callable[[], bool]) -> str:
            store.flush()
            return preview(store, shown)

        def begun(text: str) -> None:
            if mine == self._asked:
                dialog.page.show_preview(text)
                self._look_what_is_left_out(dialog, wishes, mine)

        self._context.tasks.run(begins, begun, lambda error: self._not_seen(error, mine))

    def _look_what_is_left_out(self, dialog: ExportDialog, wishes: Sequence[Wish], mine: int) -> None:
        store = self._session.store

        def stale() -> bool:
            return mine != self._asked

        def work(
            tell: Callable[[int, str], None], cancelled: Callable[[], bool]
        ) -> tuple[int, list[list[Omission]]]:
            found = [omissions(store, wish, stale, LOOKED_AT) for wish in wishes]
            return open_proposals(store, wishes[0], stale), found

        def done(found: tuple[int, list[list[Omission]]]) -> None:
            if not stale():
                dialog.page.show_waiting(found[0])
                dialog.page.show_left_out(self._said(wishes, found[1]))

        self._context.tasks.run(work, done, lambda error: self._not_seen(error, mine))

    def _number(self, wish: Wish) -> int:
        return Letters(self._session).letters_count() if wish.ids is None else len(wish.ids)

    def _said(self, wishes: Sequence[Wish], found: Sequence[Sequence[Omission]]) -> str:
        number = QLocale().toString
        lines = []
        for wish, omitted in zip(wishes, found, strict=True):
            said = [f"{number(each.times)} × {translated(each.what)}" for each in omitted]
            if len(wishes) > 1 and said:
                lines.append(f"{translated(exporter_of(wish.format_id).name)}:")
            lines += said
        if not lines:
            lines = [self.tr("Nothing.")]
        if self._number(wishes[0]) > LOOKED_AT:
            lines.append(filled(self.tr("Looked for in the first {n:letter|letters}."), n=LOOKED_AT))
        return "\n".join(lines)

    def _not_seen(self, error: Exception, mine: int) -> None:
        if mine != self._asked or self._dialog is None:
            return
        if not isinstance(error, UserError):
            raise error
        self._dialog.page.show_preview("")
        self._dialog.page.show_left_out(translated(error.message))

    # --- writing ------------------------------------------------------------------------------------

    def _end_writing(self) -> None:
        self._stop.set()

    def _write(self) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        wishes, out, stem, force = self._wishes(dialog), dialog.out, dialog.stem, dialog.overwrite
        store, post = self._session.store, self._context.tasks.post
        stop = self._stop = threading.Event()
        settings = self._context.settings
        settings.set("last_export_folder", str(dialog.folder))
        settings.set("last_export_name", stem)
        remember(settings, dialog.asked)
        total = self._number(wishes[0]) * len(wishes)
        dialog.set_writing(True)

        def work(tell: Callable[[int, str], None], cancelled: Callable[[], bool]) -> list[Path]:
            store.flush()
            told = lambda n: post(lambda: dialog.show_progress(n, total))  # noqa: E731
            if len(wishes) > 1:
                return export_formats(
                    store, wishes, out, stem, force=force, progress=told, cancelled=stop.is_set
                )
            return export_letters(store, wishes[0], out, force=force, progress=told, cancelled=stop.is_set)

        def done(paths: list[Path]) -> None:
            self._folder = dialog.folder
            dialog.finish()
            self._context.say(self._written(len(paths), out))

        def failed(error: Exception) -> None:
            if isinstance(error, FileInTheWay):
                dialog.ask_what_to_do(translated(error.message))
                return
            if isinstance(error, UserError):
                dialog.fail(translated(error.message))
                return
            dialog.set_writing(False)
            raise error

        self._context.tasks.run(work, done, failed)

    def _written(self, files: int, out: Path) -> Message:
        params: dict[str, object] = {"count": files, "folder": str(out)}
        keys = self._context.keys_of("open_export_folder")
        if not keys:
            return Message(
                "Files", QT_TRANSLATE_NOOP("Files", "{count:file|files} written to {folder}."), params
            )
        text = QT_TRANSLATE_NOOP("Files", "{count:file|files} written to {folder}. {keys} opens the folder.")
        return Message("Files", text, {**params, "keys": key_text(keys)})

    def open_folder(self) -> None:
        """Show the folder of the last export, as the system shows folders."""
        kept = self._context.settings.text("last_export_folder")
        folder = self._folder or (Path(kept) if kept else None)
        if folder is None:
            text = QT_TRANSLATE_NOOP("Files", "Nothing was exported yet: there is no folder to open.")
            self._context.say(Message("Files", text))
        elif not folder.is_dir() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            text = QT_TRANSLATE_NOOP("Files", "{folder} cannot be opened here: look for it by hand.")
            self._context.say(Message("Files", text, {"folder": str(folder)}))
