"""The same reading in the whole project: found in the background, shown, corrected as one change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QProgressDialog

from annotator.core.history import Delta
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.problems import Problem
from annotator.session import Session, labels
from annotator.session.everywhere import FoundPlace, correct_everywhere, find_everywhere
from annotator.session.reviewing import Place
from annotator.ui.kit.key_cap import key_text
from annotator.ui.places_preview import PlacesPreview, PreviewPlace

if TYPE_CHECKING:
    from annotator.ui.window.main_window import MainWindow


class Everywhere(QObject):
    """Corrects a reading in all letters; `finished(True)` when it was done, `finished(False)` when not."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def start(self, place: Place, chosen: str, finished: Callable[[bool], None]) -> None:
        """Look for the reading of a place in the project and ask which of its places to correct."""
        session = self._window.project
        session.end_typing()
        if session.read_only:
            self._window.say(self._read_only())
            finished(False)
            return
        dialog = self._window.files.progress(self.tr("Looking through the letters…"))
        store, reading = session.store, place.reading

        def done(found: list[FoundPlace]) -> None:
            dialog.close()
            self._choose(session, place, chosen, found, finished)

        self._window.background.run(
            lambda progress, cancelled: find_everywhere(store, reading, progress, cancelled),
            done,
            self._failed(dialog, finished),
            dialog,
        )

    def _read_only(self) -> Message:
        text = QT_TRANSLATE_NOOP(
            "Session", "This project is open for reading only: nothing can be changed here."
        )
        return Message("Session", text)

    def _choose(
        self,
        session: Session,
        place: Place,
        chosen: str,
        found: list[FoundPlace],
        finished: Callable[[bool], None],
    ) -> None:
        if session.closed:
            return
        shown = [PreviewPlace(f.left, f.right, f.title) for f in found]
        preview = PlacesPreview(place.reading, chosen, shown, self._window)
        if not found or not preview.exec():
            finished(False)
            return
        ticked = [found[index] for index in preview.ticked()]
        self._correct(session, place, chosen, ticked, finished)

    def _correct(
        self,
        session: Session,
        place: Place,
        chosen: str,
        places: list[FoundPlace],
        finished: Callable[[bool], None],
    ) -> None:
        dialog = self._window.files.progress(self.tr("Correcting…"))
        store, stamp = session.store, session.stamp()

        def done(deltas: dict[int, Delta]) -> None:
            dialog.close()
            if session.closed:
                return
            label = labels.corrected_all(place.reading, chosen, len(places))
            changed = session.do_all(label, deltas)
            if changed:
                text = QT_TRANSLATE_NOOP(
                    "Window", "Corrected in {places} places, {letters} letters. {key} undoes it."
                )
                key = key_text(self._window.actions_.keys_of("undo"))
                counts = {"places": len(places), "letters": len(deltas), "key": key}
                self._window.say(Message("Window", text, counts))
            finished(changed)

        # Not to be cancelled: it is short, and half of it would be none.
        dialog.setCancelButton(None)
        self._window.background.run(
            lambda progress, cancelled: correct_everywhere(store, places, place, chosen, stamp, progress),
            done,
            self._failed(dialog, finished),
            dialog,
        )

    def _failed(
        self, dialog: QProgressDialog, finished: Callable[[bool], None]
    ) -> Callable[[Exception], None]:
        def failed(error: Exception) -> None:
            dialog.close()
            finished(False)
            if not isinstance(error, Problem):
                raise error
            self._window.files.tell(error.message)

        return failed
