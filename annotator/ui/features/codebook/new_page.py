"""The name of a new tag, field, part or choice: the id is made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.session.codebook.editing import Wanted
from annotator.ui.features.codebook.wired import FaultLabel, Rows, caption
from annotator.ui.widgets.key_hint import KeyHint
from annotator.ui.widgets.text_fields import LineField


class NewPage(QWidget):
    """Ask for a name; Enter adds what is called so, Esc adds nothing."""

    wanted = Signal(object)  # Wanted

    def __init__(self, check: Callable[[Wanted], str], language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check = check
        self._asked: Wanted | None = None
        self.problem = FaultLabel(self)
        # Not a field that settles by itself: half a name must not become a tag in a pause.
        self.name = LineField(self)
        self.name.setAccessibleName(self.tr("Name"))
        self.name.returnPressed.connect(self._add)
        self.name.textEdited.connect(lambda text: self.problem.say(self._fault(text)))
        box = QWidget(self)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(3)
        inside.addWidget(self.name)
        inside.addWidget(self.problem)
        rows = Rows()
        rows.add_heads(self.tr("Dutch") if language == "nl" else self.tr("English"))
        rows.add(self.tr("Name"), box)
        note = caption(
            self.tr("Its id is made of this name, and stays when the name changes."), self, muted=True
        )
        note.setWordWrap(True)
        hints = QHBoxLayout()
        hints.setSpacing(16)
        for key, words in (("Return", self.tr("add")), ("Esc", self.tr("not after all"))):
            hints.addWidget(KeyHint(key, words, self))
        hints.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(14)
        column.addLayout(rows)
        column.addWidget(note)
        column.addLayout(hints)
        column.addStretch(1)

    def ask(self, kind: str, wanted: Wanted) -> str:
        """Ask for the name of something of this kind; return what the page is called."""
        self._asked = wanted
        self.name.clear()
        self.problem.say("")
        titles = {
            "section": self.tr("New section tag"),
            "passage": self.tr("New passage tag"),
            "field": self.tr("New field"),
            "part": self.tr("New part"),
            "choice": self.tr("New choice"),
        }
        return titles[kind]

    def forget(self) -> None:
        """Add nothing: something else is shown."""
        self._asked = None

    def refuse(self, sentence: str) -> bool:
        """Say why nothing was added; False where nothing was asked for here."""
        if self._asked is not None:
            self.problem.say(sentence)
        return self._asked is not None

    def _named(self, text: str) -> Wanted | None:
        return replace(self._asked, text=text) if self._asked is not None else None

    def _fault(self, text: str) -> str:
        wanted = self._named(text)
        return self._check(wanted) if wanted is not None and text.strip() else ""

    def _add(self) -> None:
        wanted = self._named(self.name.text())
        if wanted is not None and wanted.text.strip():
            self.wanted.emit(wanted)
