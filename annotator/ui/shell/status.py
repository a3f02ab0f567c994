"""What the status strip tells the analyst: the keys that work now, what is left, where the caret is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from annotator.ui.features.editor.text_view import TextView
from annotator.ui.shell.actions import Actions
from annotator.ui.shell.views import Views
from annotator.ui.shell.workspace import Workspace

_KEY_SHEET = ("key_sheet", "")


class Status(QObject):
    """Keeps the status strip true. `workspace` returns what belongs to the open project, if one is."""

    def __init__(
        self, views: Views, commands: Actions, workspace: Callable[[], Workspace | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._views, self._actions, self._workspace = views, commands, workspace
        self._numbers: Sequence[int] = ()

    def show_hints(self) -> None:
        """Show the keys that matter now."""
        here, text = self._workspace(), self._views.text
        if here is None:
            hints = self._hints(
                ("new_project", self.tr("new project")), ("open_project", self.tr("open")), _KEY_SHEET
            )
        elif here.reviews_words:
            hints = here.word_review.hints()
        elif here.page is not None:
            hints = here.page.hints()
        elif here.session.letter is None:
            hints = self._hints(("import", self.tr("import letters")), _KEY_SHEET)
        elif text.editing:
            hints = [("Esc", self.tr("back to reading")), *self._hints(("undo", self.tr("undo")), _KEY_SHEET)]
        elif here.review.is_open:
            hints = self._box_hints()
        elif _walks_hits(here, text):
            hints = self._hit_hints()
        elif text.hasFocus():
            hints = self._desk_hints(here)
        else:
            hints = [
                *self._hints(("next_pane", self.tr("next pane"))),
                ("Esc", self.tr("to the letter")),
                *self._hints(("next_suspect", self.tr("next suspect")), _KEY_SHEET),
            ]
        counted = self._actions.keys_of("next_suspect")
        if here is not None:
            if here.review.is_open:
                counted = "F3"
            if here.letter_is_aside or _walks_hits(here, text):
                counted = ""  # F3 goes to hits now: the suspects are not what is left of them
        self._views.strip.set_hints(hints, counted)

    def _hints(self, *wanted: tuple[str, str]) -> list[tuple[str, str]]:
        """Return the keys of commands with what they do; without those that have no key."""
        known = ((self._actions.keys_of(command), text) for command, text in wanted)
        return [(keys, text or self.tr("keys")) for keys, text in known if keys]

    def _box_hints(self) -> list[tuple[str, str]]:
        return [
            ("F3", self.tr("leave, next")),
            ("Enter", self.tr("accept")),
            ("Ctrl+D", self.tr("right as it stands")),
            ("Ctrl+Z", self.tr("undo the last")),
            ("Esc", self.tr("to the letter")),
        ]

    def _hit_hints(self) -> list[tuple[str, str]]:
        return [
            ("F3", self.tr("next hit")),
            ("Shift+F3", self.tr("hit before")),
            ("F6", self.tr("next pane")),
            ("Esc", self.tr("close the search")),
            ("F1", self.tr("manual")),
        ]

    def _desk_hints(self, here: Workspace) -> list[tuple[str, str]]:
        return [
            *self._hints(
                ("next_suspect", self.tr("next suspect")),
                ("review_words", self.tr("all words")),
                *self._proposal_hints(here),
                ("correct_word", self.tr("correct")),
                ("edit_mode", self.tr("type")),
            ),
            ("", self.tr("letters tag")),
            *self._hints(
                ("fill_field", self.tr("fill field")),
                # What comes below is left out first in a narrow window; this one leads to all the others.
                _KEY_SHEET,
                ("done_next", self.tr("done, next")),
                ("grow", self.tr("grow selection")),
            ),
        ]

    def _proposal_hints(self, here: Workspace) -> list[tuple[str, str]]:
        count = here.proposals.open_count()
        if not count:
            return []
        return [
            ("confirm", self.tr("confirm · %Ln proposed", "", count)),
            ("confirm_all", self.tr("all of its kind")),
        ]

    def show_mode(self) -> None:
        """Show whether keys tag or type, which is nothing while no letter is open."""
        here, strip = self._workspace(), self._views.strip
        if here is not None and here.reviews_words:
            strip.set_mode("going")
        elif here is None or here.session.letter_id is None or here.letter_is_aside:
            strip.set_mode(None)
        else:
            strip.set_mode("editing" if self._views.text.editing else "reading")

    def show_place(self) -> None:
        """Show the caret's line and character, and mark the section it is in."""
        here, views = self._workspace(), self._views
        if here is None or here.session.letter_id is None or here.letter_is_aside:
            views.strip.set_place(None)
            return
        caret, text = views.text.caret(), views.text.text()
        line = text.count("\n", 0, caret)
        views.strip.set_place(self._number_of(line), caret - text.rfind("\n", 0, caret))
        views.side.outline.set_caret(caret)
        views.side.passages.set_place(*views.text.selection())

    def set_line_numbers(self, numbers: Sequence[int]) -> None:
        """Take the paper's number of each line of the text."""
        self._numbers = numbers

    def _number_of(self, line: int) -> int:
        return self._numbers[line] if line < len(self._numbers) else line + 1

    def show_suspects_left(self) -> None:
        """Show how many suspects are left, once that is known."""
        here = self._workspace()
        if here is None or here.letter_is_aside:
            return  # those of the letter behind the page are not what is left here
        suspecting = here.suspecting
        count = len(suspecting.suspects)
        known = bool(count) or (suspecting.ready and not suspecting.gave_up)
        self._views.strip.set_suspects_left(count if known else None)
        here.readiness.show()


def _walks_hits(here: Workspace, text: TextView) -> bool:
    walks = here.find.is_open or here.search.walks
    return walks and not here.review.is_open and not text.editing
