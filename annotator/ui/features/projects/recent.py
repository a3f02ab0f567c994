"""The welcome page on behalf of the window: the projects that were open before, and which are still there."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QDate, QDateTime, QLocale, QObject

from annotator.ui.context import Context
from annotator.ui.features.projects.welcome import RecentProject, Welcome
from annotator.ui.settings import Settings
from annotator.ui.translate import filled


class Recent(QObject):
    """Fills the welcome page."""

    def __init__(self, page: Welcome, context: Context) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        page.forget_wanted.connect(self._forget)

    def show(self) -> None:
        """Show the projects that were open before; whether they are still there is looked up in a thread."""
        projects = self.projects()
        self._page.set_recent(projects)
        paths, page = [project.path for project in projects], self._page

        def done(there: dict[str, bool]) -> None:
            for path, is_there in there.items():
                page.set_there(path, is_there)

        # A drive that does not answer keeps whoever asks it waiting for a minute.
        self._context.tasks.run(
            lambda progress, cancelled: {path: os.path.isfile(path) for path in paths},
            done,
            lambda error: None,
        )

    def projects(self) -> list[RecentProject]:
        """Return the projects that were open before, the last one first."""
        settings = self._context.settings
        details = settings.recent_details()
        home = str(Path.home())
        projects = []
        for name in settings.recent():
            path = Path(name)
            folder = str(path.parent)
            shown = f"~{folder.removeprefix(home)}" if folder.startswith(home) else folder
            projects.append(RecentProject(name, path.stem, shown, self._told(details.get(name, {}))))
        return projects

    def _told(self, details: dict[str, object]) -> str:
        """Say when a project was open, and what was in it then."""
        opened = QDateTime.fromString(str(details.get("opened", "")), "yyyy-MM-ddTHH:mm:ss")
        letters, done = details.get("letters"), details.get("done")
        parts = [_when(opened)] if opened.isValid() else []
        if isinstance(letters, int) and isinstance(done, int):
            text = self.tr("{done:,} of {letters:letter|letters} done")
            parts.append(filled(text, done=done, letters=letters))
        return " · ".join(parts)

    def _forget(self, path: str) -> None:
        self._context.settings.forget_project(path)
        self.show()
        self._page.setFocus()


def _when(moment: QDateTime) -> str:
    """Return the time today, else the day."""
    if moment.date() == QDate.currentDate():
        return moment.time().toString("HH:mm")
    return QLocale().toString(moment.date(), "d MMM yyyy").replace(".", "")


def remember(settings: Settings, path: Path, counts: dict[str, int] | None) -> None:
    """Keep that a project is open now, and how many letters it has by status."""
    details: dict[str, object] = {"opened": QDateTime.currentDateTime().toString("yyyy-MM-ddTHH:mm:ss")}
    if counts is not None:
        details |= {"letters": sum(counts.values()), "done": counts.get("done", 0)}
    settings.remember_details(str(path), **details)
