"""Where the codebook's editor and the session meet: edits become changes, slow ones in the background."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressDialog, QWidget

from annotator.core.codebook import Codebook
from annotator.core.field_types import chooses
from annotator.core.history import Change
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.session import Session, UndoQuestion
from annotator.session.codebook.codebook_migration import Following, concerns_letters
from annotator.session.codebook.editing import Around, Edited, EntryId, Wanted, edited, is_there, name_of
from annotator.session.codebook.labels import codebook_change
from annotator.session.codebook.operations import Changed, Planned, changing, importing, planning
from annotator.session.codebook.reading import usage
from annotator.session.project.operations import Answer, Outcome, Query
from annotator.storage.codebook_use import Usage
from annotator.ui.context import Context
from annotator.ui.tasks import Tasks
from annotator.ui.translate import filled, translated
from annotator.ui.widgets.parting import part_with

if TYPE_CHECKING:
    # Brought in when the editor is opened.
    from annotator.ui.features.codebook.dialog import CodebookEditor
    from annotator.ui.features.codebook.entries import Used


class CodebookController(QObject):
    """Opens the editor on the session's codebook, and does what it asks for.

    `desk_keys` returns the names of the commands that hold single keys; `closed` tells that the editor was.
    """

    closed = Signal()

    def __init__(
        self,
        session: Session,
        context: Context,
        edits: Tasks,
        desk_keys: Callable[[], dict[str, str]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._context, self._edits = session, context, edits
        self._desk_keys = desk_keys
        self.editor: CodebookEditor | None = None
        self._usage: Usage | None = None
        self._busy = False
        self._waiting: list[Wanted] = []

    def open(self) -> None:
        """Show the editor."""
        from annotator.ui.features.codebook.dialog import CodebookEditor

        session = self._session
        if self.editor is not None:
            return
        self._context.navigator.finish_typing()
        editor = CodebookEditor(
            self._fault_of,
            self._context.language,
            read_only=session.read_only,
            parent=self._context.dialogs.parent,
        )
        self.editor, self._usage = editor, None
        editor.wanted.connect(self._do)
        editor.merge_wanted.connect(self._merge)
        editor.removal_wanted.connect(self._remove)
        editor.import_wanted.connect(self.import_file)
        editor.export_wanted.connect(self.export_file)
        editor.undo_wanted.connect(lambda: self._step(session.undo, back=True))
        editor.redo_wanted.connect(lambda: self._step(session.redo, back=False))
        editor.finished.connect(self._closed)
        editor.show_codebook(session.codebook)
        editor.setWindowModality(Qt.WindowModality.WindowModal)
        editor.show()
        editor.list.setFocus()
        self._count(session)

    def _closed(self, _result: int) -> None:
        editor, self.editor = self.editor, None
        if editor is not None:
            part_with(editor)
        self.closed.emit()
        self._context.navigator.focus_text()

    def codebook_changed(self, codebook: Codebook) -> None:
        """Show a codebook that was changed, by the editor or by an undo."""
        if self.editor is not None:
            self.editor.show_codebook(codebook)

    # --- edits --------------------------------------------------------------------------------------

    def _around(self, session: Session) -> Around:
        taken: set[str] = set()
        if self._usage is not None:
            taken = {*self._usage.tags, *(leaf.partition(".")[0] for leaf in self._usage.fields)}
        return Around(self._context.language, self._desk_keys(), self.tr("First"), taken)

    def _fault_of(self, wanted: Wanted) -> str:
        """Return why an edit cannot be, "" where it can: asked for at each key, so nothing slow."""
        session = self._session
        if self._is_gone(session, wanted):
            return ""
        try:
            edited(session.codebook, wanted, self._around(session))
        except UserError as problem:
            return translated(problem.message)
        return ""

    def _do(self, wanted: Wanted) -> None:
        session = self._session
        if self._is_gone(session, wanted):
            return
        if self._busy:  # what is typed while the letters are looked through is not lost
            self._waiting.append(wanted)
            return
        try:
            edit = edited(session.codebook, wanted, self._around(session))
            if edit.merged or concerns_letters(session.codebook, edit.after):
                self._do_with_letters(session, wanted)
                return
            done = session.do_codebook(edit.label, edit.after)
        except UserError as problem:
            self._refuse(wanted, problem.message)
            return
        if self.editor is not None:
            self.editor.show_codebook(session.codebook, edit.entry)
            if done and wanted.what not in ("rename", "describe", "examples", "triggers", "move", "nest"):
                self.editor.say(translated(edit.label))

    def _is_gone(self, session: Session, wanted: Wanted) -> bool:
        """Tell whether the entry went, by an undo, while something was typed in it."""
        return bool(wanted.entry.id) and not is_there(session.codebook, wanted.entry)

    def _refuse(self, wanted: Wanted, message: Message) -> None:
        if self.editor is not None:
            self.editor.refuse(wanted, translated(message))

    def _do_with_letters(self, session: Session, wanted: Wanted) -> None:
        """Look in the background at what follows in the letters; then make it one change."""
        dialog, tasks = self._looking(), self._edits

        def done(outcome: Outcome[Changed], _changed: bool) -> None:
            self._looked(dialog)
            if self.editor is not None:
                self.editor.show_codebook(session.codebook, outcome.told.edit.entry)
                self.editor.say(self._told(outcome.told.edit, outcome.told.following))
            self._count(session)

        edit = changing(wanted, self._around(session))
        failed = self._not_done(dialog, lambda message: self._refuse(wanted, message))
        tasks.show(tasks.operations.edit(edit, done, failed, self._stopped(session, dialog)), dialog)

    def _looking(self) -> QProgressDialog:
        """Show that the letters are looked through; edits that are asked for meanwhile wait."""
        self._busy = True
        dialog: QProgressDialog = self._context.dialogs.holding(self.tr("Looking through the letters…"))
        return dialog

    def _looked(self, dialog: QProgressDialog) -> None:
        self._busy = False
        dialog.close()
        waiting, self._waiting = self._waiting, []
        for wanted in waiting:
            QTimer.singleShot(0, self, lambda wanted=wanted: self._do(wanted))

    def _stopped(self, session: Session, dialog: QProgressDialog) -> Callable[[], None]:
        def stopped() -> None:
            self._looked(dialog)
            if not session.closed:
                self.codebook_changed(session.codebook)  # a box shows the codebook's own again

        return stopped

    def _not_done(
        self, dialog: QProgressDialog, refuse: Callable[[Message], None]
    ) -> Callable[[Exception], None]:
        def failed(error: Exception) -> None:
            self._looked(dialog)
            if not isinstance(error, UserError):
                raise error
            refuse(error.message)

        return failed

    def _told(self, edit: Edited, following: Following) -> str:
        text = translated(edit.label)
        if following.retagged:
            places = filled(
                self.tr("{places:place|places} in {letters:letter|letters}"),
                places=following.retagged,
                letters=len(following.deltas),
            )
            text = f"{text} · {places}"
        if following.doubles:
            double = filled(self.tr("{count:was|were} double"), count=following.doubles)
            text = f"{text} · {double}"
        return text

    # --- merging and removing -------------------------------------------------------------------------

    def _merge(self, entry: EntryId) -> None:
        session = self._session
        if self._busy:
            return
        from annotator.ui.features.codebook.merge_dialog import MergeDialog

        chooser = MergeDialog(session.codebook, entry, self._used(), self._context.language, self.editor)
        if chooser.exec() == QDialog.DialogCode.Accepted:
            self._do(Wanted("merge", entry, other=chooser.kept))

    def _remove(self, entry: EntryId) -> None:
        """Delete what is not used; retire what is, or take it into use again."""
        session = self._session
        if self._busy:
            return
        self._count(session, then=lambda: self._remove_counted(session, entry))

    def _remove_counted(self, session: Session, entry: EntryId) -> None:
        count = self._times(session, entry)
        if not count:
            self._do(Wanted("delete", entry))
        elif entry.kind in ("choice", "part"):
            name = name_of(session.codebook, entry, self._context.language)
            text = self.tr("“{name}” is a value in {count:letter|letters} and stays.")
            self._say(filled(text, name=name, count=count))
        elif self._is_retired(session.codebook, entry):
            text = self.tr(
                "It is retired already; what carries it ({count:,}×) keeps it. M merges it with another."
            )
            self._say(filled(text, count=count))
        else:
            self._do(Wanted("retire", entry, on=True))

    def _is_retired(self, codebook: Codebook, entry: EntryId) -> bool:
        held = codebook.tag(entry.id) if entry.is_tag else codebook.field(entry.id)
        return held is not None and held.retired

    def _times(self, session: Session, entry: EntryId) -> int:
        usage = self._usage or Usage()
        if entry.is_tag:
            return usage.tags.get(entry.id, 0)
        if entry.kind == "choice":
            return usage.choices.get(entry.id, {}).get(entry.choice, 0)
        return usage.of_field(entry.id)

    # --- how often --------------------------------------------------------------------------------------

    def _used(self) -> Used | None:
        from annotator.ui.features.codebook.entries import Used

        usage = self._usage
        return Used(usage.tags, usage.fields, usage.choices) if usage is not None else None

    def _count(self, session: Session, then: Callable[[], None] | None = None) -> None:
        """Count in the background how often everything is used."""
        choices = [leaf.id for leaf in session.codebook.value_fields() if chooses(leaf.type)]

        def done(answer: Answer[Usage]) -> None:
            if self.editor is None:
                return
            self._usage = answer.value
            if (used := self._used()) is not None:
                self.editor.show_used(used)
            if then is not None:
                then()

        self._edits.operations.query(Query(lambda at: usage(at, choices)), done, self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._say(translated(error.message))

    def _say(self, text: str) -> None:
        if self.editor is not None:
            self.editor.say(text)

    # --- undo -------------------------------------------------------------------------------------------

    def _step(self, step: Callable[[], UndoQuestion | Change | None], *, back: bool) -> None:
        from annotator.commands.undoing import undone

        session = self._session
        if self._busy:
            return
        try:
            self._say(translated(undone(step(), back=back)))
        except UserError as problem:
            self._say(translated(problem.message))
        self._count(session)

    # --- files ------------------------------------------------------------------------------------------

    def export_file(self) -> None:
        """Ask where the codebook goes as TOML, and write it whole or not at all."""
        from annotator.core.codebook_toml import write_codebook
        from annotator.exporters.writing import write_file

        session = self._session
        start = Path(self._context.settings.text("last_folder") or Path.home())
        start /= f"{session.codebook.id or 'codebook'}.toml"
        name, _ = QFileDialog.getSaveFileName(
            self._parent(), self.tr("Export the codebook"), str(start), self._filter()
        )
        if not name:
            return
        path = Path(name) if Path(name).suffix else Path(f"{name}.toml")
        try:
            write_file(path, write_codebook(session.codebook).encode())
        except UserError as problem:
            self._context.dialogs.tell(problem.message)
            return
        text = QT_TRANSLATE_NOOP("Codebook", "The codebook is in {name}.")
        self._say_anywhere(Message("Codebook", text, {"name": str(path)}))

    def import_file(self) -> None:
        """Ask for a codebook, show what it would change, and make that one change."""
        if self._busy:
            return
        folder = self._context.settings.text("last_folder") or str(Path.home())
        name, _ = QFileDialog.getOpenFileName(
            self._parent(), self.tr("Import a codebook"), folder, self.tr("Codebooks (*.toml *.qdc *.qdpx)")
        )
        if name:
            self.import_path(Path(name))

    def import_path(self, path: Path) -> None:
        """Read a codebook in the background, and plan what its import changes."""
        session, tasks, dialog = self._session, self._edits, self._looking()
        language = self._context.language

        def planned(answer: Answer[Planned]) -> None:
            self._looked(dialog)
            self._preview(session, answer.value)

        failed, stopped = self._not_done(dialog, self._tell), self._stopped(session, dialog)
        tasks.show(tasks.operations.query(planning(path, language), planned, failed, stopped), dialog)

    def _preview(self, session: Session, planned: Planned) -> None:
        from annotator.ui.features.codebook.import_preview import ImportPreview

        language, values = self._context.language, planned.following.values
        preview = ImportPreview(planned.name, planned.plan, values, language, self._parent())
        if preview.exec() != QDialog.DialogCode.Accepted or session.closed:
            return
        tasks, dialog = self._edits, self._looking()

        def done(_outcome: Outcome[Following], _changed: bool) -> None:
            self._looked(dialog)
            self._say_anywhere(codebook_change("import", planned.name))
            if self.editor is not None:
                self._count(session)

        failed, stopped = self._not_done(dialog, self._tell), self._stopped(session, dialog)
        tasks.show(tasks.operations.edit(importing(planned, language), done, failed, stopped), dialog)

    def _filter(self) -> str:
        return self.tr("Codebooks (*.toml)")

    def _parent(self) -> QWidget:
        return self.editor if self.editor is not None else self._context.dialogs.parent

    def _tell(self, message: Message) -> None:
        self._context.dialogs.tell(message)

    def _say_anywhere(self, message: Message) -> None:
        if self.editor is not None:
            self.editor.say(translated(message))
        else:
            self._context.say(message)
