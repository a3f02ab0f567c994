"""A text view on the screen, with what it told kept, and helpers that press real keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.text import clean
from annotator.ui.features.editor.marks import DeskMarks
from annotator.ui.features.editor.text_view import TextView
from annotator.ui.features.editor.utf16 import shown


class Desk:
    """A text view, and the text that follows from its `edited` signals alone."""

    def __init__(self, view: TextView) -> None:
        self.view = view
        self.followed = view.text()
        self.edits: list[tuple[int, int, str]] = []
        view.edited.connect(self._follow)

    def _follow(self, start: int, end: int, after: str) -> None:
        self.edits.append((start, end, after))
        self.followed = self.followed[:start] + after + self.followed[end:]

    def shows(self) -> str:
        """Return what the Qt document holds, after checking that all three agree."""
        document = self.view.document()
        held = "\n".join(document.findBlockByNumber(n).text() for n in range(document.blockCount()))
        assert self.followed == self.view.text()
        assert held == shown(self.view.text())
        return held

    def passages(self) -> dict[str, tuple[int, int]]:
        """Return the passages as they are drawn: code points in the text."""
        found: dict[str, tuple[int, int]] = {}
        for mark, (start, end) in self.view.drawn("passages"):
            found[mark.uid] = (found.get(mark.uid, (start, end))[0], end)
        return found

    def quotes(self) -> dict[str, str]:
        """Return the words that each passage is drawn on."""
        return {uid: self.view.text()[start:end] for uid, (start, end) in self.passages().items()}


OpenDesk = Callable[..., Desk]


@pytest.fixture
def open_desk(qtbot: QtBot) -> OpenDesk:
    """Open a desk on a text; `at` puts the caret there, `editing` lets keys type."""

    def opened(
        text: str,
        marks: DeskMarks | None = None,
        *,
        at: int = 0,
        editing: bool = True,
        lines: Sequence[int] = (),
    ) -> Desk:
        view = TextView(clean)
        qtbot.addWidget(view)
        view.resize(600, 400)
        view.show_text(text, marks or DeskMarks(), lines or range(1, text.count("\n") + 2))
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        view.setFocus()
        view.set_editing(editing)
        view.move_caret(at)
        return Desk(view)

    return opened
