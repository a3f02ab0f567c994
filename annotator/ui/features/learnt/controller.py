"""What was learnt, on behalf of the window: read in the background, exported, taken over, begun anew."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.project_files import require_closed
from annotator.core.user_errors import UserError
from annotator.core.whole_file import write_whole
from annotator.session import Session
from annotator.session.project import labels
from annotator.session.project.operations import Answer, At, Edit, Outcome, Query
from annotator.session.suspects.suspecting import Suspecting
from annotator.session.tags.learning import TagLearning
from annotator.ui.context import Context, Pages
from annotator.ui.tasks import Tasks
from annotator.ui.translate import translated
from annotator.ui.widgets.parting import part_with

if TYPE_CHECKING:
    from annotator.language.interface import LearntState
    from annotator.ui.features.learnt.page import LearntPage

_MOST_BYTES = 64_000_000
_UNREADABLE = QT_TRANSLATE_NOOP("Window", "{name} cannot be read: {reason}")
_UNWRITABLE = QT_TRANSLATE_NOOP("Window", "{name} cannot be written: {reason}")


class LearntController(QObject):
    """Shows what the open project has learnt, and changes it where the analyst says so."""

    def __init__(
        self,
        session: Session,
        context: Context,
        edits: Tasks,
        suspecting: Suspecting,
        learning: TagLearning,
        pages: Pages,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._context, self._edits = session, context, edits
        self._suspecting, self._learning, self._pages = suspecting, learning, pages
        self._open: LearntPage | None = None
        self._state: LearntState | None = None
        learning.learnt.connect(lambda _: self._read(session) if self._open is not None else None)

    def show(self) -> None:
        """Show what was learnt."""
        page = self.page()
        page.gone.connect(self._gone)
        self._pages.show(page)

    def _gone(self) -> None:
        self._open = None

    def page(self) -> LearntPage:
        """Return the page, wired and waiting for its rows."""
        from annotator.ui.features.learnt.page import LearntPage

        session = self._session
        self._context.navigator.finish_typing()
        page = self._open = LearntPage(read_only=session.read_only, parent=self._context.dialogs.parent)
        page.export_wanted.connect(self._export)
        page.import_wanted.connect(self._import)
        page.begin_anew_wanted.connect(self._begin_anew)
        page.learn_again_wanted.connect(self._learn_again)
        page.take_out_wanted.connect(self._take_out)
        page.switch_wanted.connect(self._switch)
        self._learning.look()
        self._read(session)
        return page

    # --- reading ------------------------------------------------------------------------------------

    def _read(self, session: Session) -> None:
        dialog, tasks = self._open, self._edits
        names = {tag.id: tag.name(self._context.language) for tag in session.codebook.passage_tags}

        def work(at: At) -> tuple[LearntState, object]:
            from annotator.language.learnt_table import confusions
            from annotator.session.suspects.learnt_state import learnt_by
            from annotator.ui.features.learnt.page import LearntTag, WhatWasLearnt

            state = learnt_by(at)
            words = sorted(state.words, key=str.casefold)
            from annotator.session.tags.learning import tags_by

            tags = [
                LearntTag(names[each.tag], each, is_off) for each, is_off in tags_by(at) if each.tag in names
            ]
            return state, WhatWasLearnt(confusions(state), words, tags)

        def done(answer: Answer[tuple[LearntState, object]]) -> None:
            if self._open is dialog and dialog is not None:
                self._state = answer.value[0]
                dialog.set_learnt(answer.value[1])  # type: ignore[arg-type]

        tasks.operations.query(Query(work), done, self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        if self._open is not None:
            self._open.say(translated(error.message))

    def _changed(self, session: Session, said: str) -> None:
        """Show what is learnt now, and have the open letter looked at anew."""
        self._suspecting.forget_state()
        if self._open is not None:
            self._open.say(said)
        self._read(session)

    def _do(self, change: Callable[[Session], None], said: str) -> None:
        session = self._session
        if session.read_only:
            return
        try:
            change(session)
        except UserError as problem:
            self._failed(problem)
            return
        self._changed(session, said)

    # --- changing -----------------------------------------------------------------------------------

    def _begin_anew(self) -> None:
        box = QMessageBox(self._open)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Begin anew"))
        box.setText(self.tr("Forget what was learnt until now?"))
        box.setInformativeText(
            self.tr(
                "The corrections and verdicts stay, but the program no longer learns from them. “Learn "
                "again from all” brings that back; what came from another project is gone."
            )
        )
        forget = box.addButton(self.tr("&Forget"), QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.exec()
        agreed = box.clickedButton() is forget
        part_with(box)
        if agreed:
            from annotator.session.suspects.learnt_state import begin_anew

            self._do(lambda s: begin_anew(s.store, s.stamp().made_at), self.tr("Begun anew."))

    def _learn_again(self) -> None:
        from annotator.session.suspects.learnt_state import learn_again

        self._do(lambda s: learn_again(s.store), self.tr("Learnt again from all corrections and verdicts."))

    def _switch(self, tag: str, on: bool) -> None:
        session = self._session
        try:
            self._learning.switch(tag, on=on)
        except UserError as problem:
            self._failed(problem)
            return
        named = session.codebook.tag(tag)
        name = named.name(self._context.language) if named else tag
        said = self.tr("“{tag}” is proposed again.") if on else self.tr("“{tag}” is no longer proposed.")
        if self._open is not None:
            self._open.say(said.format(tag=name))
        self._read(session)

    def _take_out(self, word: str) -> None:
        session = self._session
        if session.read_only:
            return
        from annotator.session.suspects.learnt_state import distrust, take_word_out

        tasks = self._edits

        def work(at: At) -> Outcome[None]:
            return Outcome(None, distrust(at.store, word))

        def apply(outcome: Outcome[None]) -> bool:
            take_word_out(session.store, word)
            return session.do_all(labels.distrusted(word), outcome.deltas)

        def done(_outcome: Outcome[None], _changed: bool) -> None:
            self._changed(session, self.tr("“{word}” is no longer a word of the project.").format(word=word))

        tasks.operations.edit(Edit(lambda _: labels.distrusted(word), work, apply), done, self._failed)

    # --- to another project and from one --------------------------------------------------------------

    def _folder(self) -> str:
        return self._context.settings.text("last_export_folder") or str(Path.home())

    def _export(self) -> None:
        from annotator.language.learnt_table import to_file

        session, state = self._session, self._state
        if state is None:
            return
        start = str(Path(self._folder()) / f"{session.store.path.stem}.geleerd.json")
        kinds = self.tr("What was learnt (*.json)")
        name, _ = QFileDialog.getSaveFileName(self._open, self.tr("Export what was learnt"), start, kinds)
        if not name:
            return
        path = Path(name if name.endswith(".json") else f"{name}.json")
        try:
            write_whole(path, to_file(state).encode())
        except UserError as problem:
            self._failed(problem)
            return
        except OSError as error:
            params: dict[str, object] = {"name": path.name, "reason": error.strerror or ""}
            self._failed(UserError(Message("Window", _UNWRITABLE, params)))
            return
        self._context.settings.set("last_export_folder", str(path.parent))
        if self._open is not None:
            self._open.say(self.tr("Written to {name}.").format(name=path.name))

    def _import(self) -> None:
        from annotator.language.learnt_table import from_file
        from annotator.session.suspects.learnt_state import take_over

        kinds = self.tr("What was learnt (*.json)")
        title = self.tr("Take over what another project learnt")
        name, _ = QFileDialog.getOpenFileName(self._open, title, self._folder(), kinds)
        if not name:
            return
        path = Path(name)
        try:
            state = from_file(_read_text(path), path.name)
        except UserError as problem:
            self._failed(problem)
            return
        said = self.tr("Taken over from {name}.").format(name=path.name)
        self._do(lambda session: take_over(session.store, state), said)


def _read_text(path: Path) -> str:
    require_closed(path)
    try:
        if path.exists() and not path.is_file():
            raise OSError(errno.EINVAL, "not a file")  # reading from a pipe would wait for ever
        with path.open("rb") as file:
            return file.read(_MOST_BYTES).decode("utf-8")
    except UnicodeDecodeError:
        return ""  # no such file: `from_file` says so
    except OSError as error:
        params: dict[str, object] = {"name": path.name, "reason": error.strerror or ""}
        raise UserError(Message("Window", _UNREADABLE, params)) from error
