"""Importing letters from the window: asking which, progress, passwords, and the report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.printable import printable
from annotator.core.user_errors import UserError
from annotator.core.whole_file import write_whole
from annotator.session import Session
from annotator.session.project.operations import Query
from annotator.ui.context import Context
from annotator.ui.features.transfer.projects import SUFFIXES, ProjectImports, is_project
from annotator.ui.features.transfer.recognising import mode_for
from annotator.ui.tasks import Tasks
from annotator.ui.translate import filled, translated
from annotator.ui.widgets.namesakes import percent
from annotator.ui.widgets.progress_strip import Progress

if TYPE_CHECKING:
    from annotator.importers import FileGroup
    from annotator.session.project.duplicates import Alike
    from annotator.session.project.operations import Answer, At, Running
    from annotator.session.transfer.importing import ImportedFile, ImportStep
    from annotator.ui.features.transfer.import_report import ReportRow

_MOST_LINES = 5_000


class Imports(QObject):
    """Brings files into a project; `arrived` gives the letters that are to be shown."""

    arrived = Signal(list)  # of ids
    duplicates_wanted = Signal()

    def __init__(self, session: Session, context: Context, edits: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._context, self._edits = session, context, edits
        self._projects = ProjectImports(session, context, edits, self._show_lines, self)
        self._projects.arrived.connect(self.arrived)

    def begin(self, paths: Iterable[Path]) -> None:
        """Import files and folders in the background, with progress and a report.

        Where files look like pages of one letter by their names it is asked first what they are.
        """
        given = list(paths)
        wanted = [path for path in given if not is_project(path)]
        self._projects.begin([path for path in given if is_project(path)])
        if not wanted:
            return
        dialog = self._context.dialogs.progress(self.tr("Importing letters…"))

        def work(tell: object, cancelled: object) -> list[FileGroup]:
            from annotator.importers import pages_by_number  # not on the way to the first paint

            return pages_by_number(wanted)

        def done(groups: list[FileGroup]) -> None:
            is_cancelled = dialog.wasCanceled()
            dialog.close()
            pages = None if is_cancelled or self._session.closed else self._ask_pages(groups)
            if pages is not None:
                self._begin(wanted, pages)

        self._context.tasks.run(work, done, self._context.dialogs.failed(dialog), dialog)

    def _ask_pages(self, groups: Sequence[FileGroup]) -> str | None:
        """Ask whether files are pages of one letter; return one of `grouping.PAGES`, None for no import."""
        from annotator.importers.grouping import EACH

        if not groups:
            return EACH
        from annotator.ui.features.transfer.pages_dialog import PagesDialog

        dialog = PagesDialog(groups, self._context.dialogs.parent)
        return dialog.pages() if dialog.exec() else None

    def _begin(
        self,
        wanted: Sequence[Path],
        pages: str,
        passwords: Sequence[str] = (),
        before: Sequence[ImportedFile] = (),
    ) -> None:
        """Import files; `before` is what became of the others, where these are tried with a password."""
        store, analyst = self._session.store, self._session.analyst
        mode = mode_for(wanted, self._context)
        dialog = self._context.dialogs.progress(self.tr("Importing letters…"))
        stopped: list[bool] = []
        models = str(self._context.settings.value("models_folder"))

        def work(running: Running) -> list[ImportedFile]:
            from annotator.session.transfer.importing import import_paths  # not on the way to the first paint
            from annotator.session.transfer.recognising import recognition

            chosen = recognition(mode, models)
            report = import_paths(
                store,
                wanted,
                analyst,
                tell,
                running.is_cancelled,
                passwords,
                pages=pages,
                recognition=chosen,
            )
            stopped.append(running.is_cancelled())  # asked now: closing the dialog counts as a cancel
            return report

        def tell(step: ImportStep) -> None:
            self._context.tasks.post(lambda: self._show(dialog, step))

        def done(report: list[ImportedFile]) -> None:
            dialog.close()
            self._unlock([*before, *report], passwords, pages, stopped=stopped[0])

        def ended() -> None:
            dialog.close()

        running = self._edits.operations.run(work, done, self._context.dialogs.failed(dialog), ended)
        dialog.canceled.connect(lambda: running.cancel())  # noqa: PLW0108

    def _show(self, dialog: Progress, step: ImportStep) -> None:
        name = _shortened(step.name)
        if step.page:
            page = filled(self.tr("page {page} of {pages:,}"), page=step.page, pages=step.pages_of_file)
            name = f"{name} · {page}"
        dialog.tell(step.done, step.total, name)

    def _unlock(
        self, report: list[ImportedFile], passwords: Sequence[str], pages: str, *, stopped: bool
    ) -> None:
        """Ask for the password of locked files, and try them again with it."""
        locked = [file for file in report if file.outcome == "locked"]
        if locked and not stopped:
            from annotator.ui.widgets.password_dialog import PasswordDialog

            again = bool(passwords)
            dialog = PasswordDialog(
                [printable(file.path.name) for file in locked],
                again=again,
                parent=self._context.dialogs.parent,
            )
            if dialog.exec() and not self._session.closed:
                others = [file for file in report if file.outcome != "locked"]
                tried = [path for file in locked for path in file.parts or (file.path,)]
                self._begin(tried, pages, (dialog.password(), *passwords), others)
                return
        self.report(report)

    def report(self, report: Sequence[ImportedFile]) -> None:
        """Show the first new letter, and say what became of the files, once it is known which are alike."""
        new = [r.letter_id for r in report if r.outcome == "imported" and r.letter_id is not None]
        known = [r for r in report if r.outcome == "known"]
        self.arrived.emit(new or [r.letter_id for r in known if r.letter_id is not None][:1])
        if not new:
            self._tell(report, new, ())
            return

        def found(answer: Answer[list[Alike]]) -> None:
            self._tell(report, new, answer.value)

        def unknown(error: Exception) -> None:
            self._tell(report, new, ())
            if not isinstance(error, UserError):
                raise error

        def work(at: At) -> list[Alike]:
            from annotator.session.project.duplicates import alike_with

            return alike_with(at.store, new, at.cancelled)

        self._edits.operations.query(Query(work), found, unknown)

    def _tell(self, report: Sequence[ImportedFile], new: Sequence[int], alike: Sequence[Alike]) -> None:
        summary = Message(
            "Files", QT_TRANSLATE_NOOP("Files", "{count:letter|letters} imported."), {"count": len(new)}
        )
        rows = self._rows(report, alike)
        if not rows:
            self._context.say(summary)
            return
        self._show_report(translated(summary), rows, alike=bool(alike))

    def _show_lines(self, summary: str, lines: Sequence[str]) -> None:
        from annotator.ui.features.transfer.import_report import ReportRow

        self._show_report(summary, [ReportRow(line) for line in lines])

    def _show_report(self, summary: str, rows: Sequence[ReportRow], *, alike: bool = False) -> None:
        from annotator.ui.features.transfer.import_report import ImportReport

        dialog = ImportReport(summary, rows, self._context.dialogs.parent, alike=alike)
        dialog.save_wanted.connect(self._save)
        dialog.letter_wanted.connect(self._open)
        dialog.duplicates_wanted.connect(self.duplicates_wanted)
        dialog.exec()

    def _open(self, letter_id: int) -> None:
        self._context.attempt(lambda: self._context.navigator.open_letter(letter_id))

    def _rows(self, report: Sequence[ImportedFile], alike: Sequence[Alike]) -> list[ReportRow]:
        from annotator.ui.features.transfer.import_report import ReportRow

        like = self.tr("{name} is like {other} ({share})")
        twice = [
            ReportRow(
                like.format(name=printable(a.name), other=printable(a.other_name), share=percent(a.likeness)),
                letter_id=a.letter_id,
            )
            for a in alike
        ]
        failed = [ReportRow(translated(f.problem), path=f.path) for f in report if f.problem is not None]
        warned = [
            ReportRow(translated(warning), letter_id=f.letter_id, path=f.path)
            for f in report
            for warning in f.warnings
        ]
        known, others = _named_rows(report, "known"), _named_rows(report, "other")
        outside = [ReportRow(printable(str(f.path)), path=f.path) for f in report if f.outcome == "outside"]
        blocks = [
            (self.tr("%Ln file(s) could not be imported:", "", len(failed)), failed),
            (self.tr("%Ln letter(s) may have come in twice:", "", len(twice)), twice),
            (self.tr("%Ln remark(s):", "", len(warned)), warned),
            (self.tr("%Ln file(s) were in the project already:", "", len(known)), known),
            (self.tr("%Ln file(s) of other kinds were left alone:", "", len(others)), others),
            (self.tr("%Ln link(s) out of the folder were not followed:", "", len(outside)), outside),
        ]
        rows: list[ReportRow] = []
        for title, below in blocks:
            if below:
                rows += [ReportRow(title, is_head=True), *below[:_MOST_LINES]]
                if len(below) > _MOST_LINES:
                    rows.append(ReportRow(self.tr("… and %Ln more", "", len(below) - _MOST_LINES)))
        return rows

    def _save(self, text: str) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self._context.dialogs.parent,
            self.tr("Save the report"),
            self.tr("import.txt"),
            self.tr("Text (*.txt)"),
        )
        if not name:
            return
        try:
            write_whole(Path(name), text.encode())
        except UserError as problem:
            self._context.dialogs.tell(problem.message)
        except OSError as error:
            said = QT_TRANSLATE_NOOP("Files", "{name} could not be written ({reason}): choose another place.")
            self._context.dialogs.tell(
                Message("Files", said, {"name": name, "reason": error.strerror or str(error)})
            )


def _named_rows(report: Sequence[ImportedFile], outcome: str) -> list[ReportRow]:
    from annotator.ui.features.transfer.import_report import ReportRow

    of_outcome = (file for file in report if file.outcome == outcome)
    return [ReportRow(_named(file), letter_id=file.letter_id, path=file.path) for file in of_outcome]


def _named(file: ImportedFile) -> str:
    """Return the name of a file; of several that are one letter, all of them."""
    parts = ", ".join(part.name for part in file.parts)
    return printable(f"{file.path.name} ({parts})" if parts else file.path.name)


def ask_files(parent: QWidget, folder: str) -> list[Path]:
    """Ask which files to import."""
    from annotator.importers import suffixes  # not on the way to the first paint

    kinds = QCoreApplication.translate("Imports", "Letters ({suffixes});;All files (*)")
    kinds = kinds.format(suffixes=" ".join(f"*{suffix}" for suffix in (*suffixes(), *SUFFIXES)))
    title = QCoreApplication.translate("Imports", "Import letters")
    names, _ = QFileDialog.getOpenFileNames(parent, title, folder, kinds)
    return [Path(name) for name in names]


def ask_folder(parent: QWidget, folder: str) -> list[Path]:
    """Ask which folder to import, with all that is in it."""
    title = QCoreApplication.translate("Imports", "Import a folder")
    name = QFileDialog.getExistingDirectory(parent, title, folder)
    return [Path(name)] if name else []


def _shortened(name: str) -> str:
    name = printable(name)
    return name if len(name) <= 60 else f"{name[:40]}…{name[-18:]}"
