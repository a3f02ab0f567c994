"""The tables of all letters and of all passages, on behalf of the window."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from annotator.commands.undoing import undone
from annotator.core import operations
from annotator.core.fields import language_for, parse, says_absent
from annotator.core.history import Delta
from annotator.core.text import Span
from annotator.core.user_errors import UserError
from annotator.session import Session
from annotator.session.project import labels
from annotator.session.project.operations import Answer, At, Edit, Outcome, Query
from annotator.session.project.tables import TableRows, letter_ids, passage_ids, written_passages
from annotator.session.project.value_evidence import filled
from annotator.storage.letter_table import TableQuery
from annotator.storage.passage_table import PassageQuery
from annotator.ui.context import Context, Pages
from annotator.ui.tasks import Tasks
from annotator.ui.translate import translated

if TYPE_CHECKING:
    from annotator.ui.features.tables.letters_table import LettersPlace, LettersTable
    from annotator.ui.features.tables.passages_table import PassagesPlace, PassagesTable


class TablesController(QObject):
    """Shows the two tables, and makes what is asked there changes of the letters."""

    def __init__(
        self, session: Session, context: Context, edits: Tasks, pages: Pages, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._context, self._edits, self._pages = session, context, edits, pages
        self._letters: LettersTable | None = None
        self._passages: PassagesTable | None = None
        self._letters_place: LettersPlace | None = None
        self._passages_place: PassagesPlace | None = None
        self._asked = 0
        self._found_at = -1  # the state at which the table's rows were found
        self._stale: set[int] = set()
        session.letter_changed.connect(self._letter_changed)
        session.saving.connect(lambda _: self._refresh())

    # ---- all letters

    def show_letters(self) -> None:
        """Show the table of all letters."""
        table = self.letters_table()
        table.gone.connect(lambda: self._letters_gone(table))
        self._pages.show(table)

    def _letters_gone(self, table: LettersTable) -> None:
        self._letters_place, self._letters = table.place(), None

    def letters_table(self) -> LettersTable:
        """Return the table of all letters, wired."""
        from annotator.ui.features.tables.letters_table import LettersModel, LettersTable

        session = self._session
        self._begin()
        rows = TableRows(session)
        model = LettersModel(session.codebook, self._context.language, session.text_language, rows.of_letters)
        table = self._letters = LettersTable(model, rows.context, self._context.dialogs.parent)
        model.setParent(table)
        table.query_changed.connect(self._find_letters)
        table.decide_wanted.connect(self._confirm_values)
        table.undo_wanted.connect(self._undo)
        table.edit_wanted.connect(self._edit)
        table.open_wanted.connect(self._open)
        if self._letters_place is not None:
            table.come_back(self._letters_place)
        self._find_letters(table.query())
        return table

    def _begin(self) -> None:
        self._context.navigator.finish_typing()
        self._session.store.flush()
        self._stale.clear()

    def _find_letters(self, query: TableQuery) -> None:
        self._look(lambda at: letter_ids(at, query), self._show_letter_ids)

    def _show_letter_ids(self, ids: Sequence[int]) -> None:
        if self._letters is not None:
            self._letters.set_ids(ids)

    def _confirm_values(self, wanted: Mapping[int, Collection[str]], turn_down: bool) -> None:
        from annotator.session.proposals.bulk import decide_on_values, deciding

        self._decide(deciding(decide_on_values, wanted, turn_down=turn_down), turn_down)

    def _confirm_passages(self, ids: Sequence[int], turn_down: bool) -> None:
        from annotator.session.proposals.bulk import decide_on_passages, deciding, proposed_passages

        def found(answer: Answer[dict[int, list[str]]]) -> None:
            if answer.state != self._found_at:
                self._choose_again()
                return
            self._decide(deciding(decide_on_passages, answer.value, turn_down=turn_down), turn_down)

        query = Query(lambda at: proposed_passages(at, ids), again=False)
        self._edits.operations.query(query, found, self._failed, self._choose_again)

    def _choose_again(self) -> None:
        """Have the analyst choose anew: a row may be another passage's by now."""
        if self._passages is not None and not self._session.closed:
            self._say(self.tr("The letters were changed meanwhile: choose again."))
            self._find_passages(self._passages.query())

    def _decide(self, edit: Edit[int], turn_down: bool) -> None:
        """Decide on proposals of many letters: worked out away from the window, done as one step."""
        dialog = self._context.dialogs.progress(
            self.tr("Turning down…") if turn_down else self.tr("Confirming…")
        )

        def done(outcome: Outcome[int], changed: bool) -> None:
            dialog.close()
            if not changed:
                self._say(self.tr("Nothing proposed is selected."))
            elif turn_down:
                self._say(self.tr("%Ln proposal(s) turned down.", "", outcome.told))
            else:
                self._say(self.tr("%Ln proposal(s) confirmed.", "", outcome.told))

        def stopped() -> None:
            dialog.close()

        operations = self._edits.operations
        self._edits.show(operations.edit(edit, done, self._context.dialogs.failed(dialog), stopped), dialog)

    def _undo(self, back: bool) -> None:
        def step() -> None:
            answer = self._session.undo() if back else self._session.redo()
            self._say(translated(undone(answer, back=back)))

        self._context.attempt(step)

    def _say(self, text: str) -> None:
        table = self._letters or self._passages
        if table is not None:
            table.say(text)

    # ---- what changed

    def _letter_changed(self, letter_id: int) -> None:
        self._stale.add(letter_id)
        self._refresh()

    def _refresh(self) -> None:
        """Show what changed once the file has it: the window never waits for that."""
        session = self._session
        if not self._stale or session.closed or session.save_state.state != "saved":
            return
        stale, self._stale = self._stale, set()
        if self._letters is not None:
            self._letters.refresh(stale)
        if self._passages is not None:
            # The rows of a letter's proposals are new ones when something in it was decided.
            self._find_passages(self._passages.query())

    def _edit(self, letter_id: int, field_id: str, position: int, text: str) -> None:
        session = self._session
        field = session.codebook.field(field_id)
        if field is None:
            return
        letter = session.letter_of(letter_id)
        held = next((value for value in letter.values_of(field_id) if value.position == position), None)
        name = field.name(self._context.language)
        if says_absent(text):
            delta = operations.set_absent(letter, field_id, position, session.stamp())
        elif not text:
            delta = operations.drop_value(letter, held.uid) if held is not None else Delta()
        else:
            language = language_for(field, self._context.language, session.text_language)
            read = parse(field, text, language)
            delta = filled(letter, field, position, read, session.stamp(), language)
            if read.problem is not None:
                self._say(translated(read.problem))
        label = labels.absent(name) if says_absent(text) else labels.filled(name, text)
        self._context.attempt(lambda: session.do_all(label, {letter_id: delta}))

    # ---- all passages

    def show_passages(self) -> None:
        """Show the table of all passages."""
        table = self.passages_table()
        table.gone.connect(lambda: self._passages_gone(table))
        self._pages.show(table)

    def _passages_gone(self, table: PassagesTable) -> None:
        self._passages_place, self._passages = table.place(), None

    def passages_table(self) -> PassagesTable:
        """Return the table of all passages, wired."""
        from annotator.ui.features.tables.passages_table import PassagesModel, PassagesTable

        session = self._session
        self._begin()
        language = self._context.language
        rows = TableRows(session)
        model = PassagesModel(session.codebook, language, rows.of_passages)
        table = self._passages = PassagesTable(
            model, session.codebook, language, rows.context, self._context.dialogs.parent
        )
        model.setParent(table)
        table.query_changed.connect(self._find_passages)
        table.decide_wanted.connect(self._confirm_passages)
        table.undo_wanted.connect(lambda back: self._step_back(table, back))
        table.export_wanted.connect(lambda: self._export(table, model.ids()))
        table.open_wanted.connect(self._open)
        if self._passages_place is not None:
            table.come_back(self._passages_place)
        self._find_passages(table.query())
        return table

    def _step_back(self, table: PassagesTable, back: bool) -> None:
        table.stay()
        self._undo(back)

    def _find_passages(self, query: PassageQuery) -> None:
        self._look(lambda at: passage_ids(at, query), self._show_passage_ids)

    def _show_passage_ids(self, ids: Sequence[int]) -> None:
        if self._passages is not None:
            self._passages.set_ids(ids)

    def _export(self, table: PassagesTable, ids: Sequence[int]) -> None:
        folder = self._context.settings.text("last_export_folder") or str(Path.home())
        start = str(Path(folder) / self.tr("passages.csv"))
        name, _ = QFileDialog.getSaveFileName(table, self.tr("Save the passages"), start, "CSV (*.csv)")
        if not name:
            return
        path, count = Path(name), len(ids)
        self._context.settings.set("last_export_folder", str(path.parent))

        def read(answer: Answer[str]) -> None:
            if answer.state != self._found_at:
                self._choose_again()
                return
            self._context.tasks.run(lambda _, __: write(answer.value), done, self._failed)

        def write(text: str) -> None:
            from annotator.exporters.writing import write_file

            write_file(path, text.encode("utf-8-sig"))

        def done(_: None) -> None:
            if self._passages is table:
                table.say(self.tr("%Ln passage(s) written to {name}.", "", count).format(name=path.name))

        self._edits.operations.query(Query(lambda at: written_passages(at, ids)), read, self._failed)

    # ---- both

    def _look(self, look: Callable[[At], Sequence[int]], show: Callable[[Sequence[int]], None]) -> None:
        """Look in the file away from the window's thread; an answer that came too late is dropped."""
        self._asked += 1
        asked = self._asked

        def done(answer: Answer[Sequence[int]]) -> None:
            if asked == self._asked:
                self._found_at = answer.state
                show(answer.value)

        self._edits.operations.query(Query(look), done, self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._say(translated(error.message))

    def _open(self, letter_id: int, start: int, end: int) -> None:
        """Leave the table and go to a place of a letter; its key leads back to the same row."""
        self._pages.leave()
        self._context.navigator.open_letter(letter_id)
        if start >= 0:
            self._context.navigator.select(Span(start, end), focus=True)
