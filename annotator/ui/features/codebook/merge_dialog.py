"""The question into which tag another one is merged."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.core.codebook import Codebook
from annotator.session.codebook.editing import EntryId
from annotator.ui.features.codebook.entries import CodebookEntry, EntryList, Used, entries_of
from annotator.ui.features.codebook.wired import caption
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.key_button import KeyButton
from annotator.ui.widgets.panel_header import PanelHeader
from annotator.ui.widgets.separator import Separator


class MergeDialog(Dialog):
    """Choose the tag that takes another one up. `kept` has its id when the dialog was accepted."""

    help_section = "codebook"

    def __init__(
        self,
        codebook: Codebook,
        gone: EntryId,
        used: Used | None,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        rows = entries_of(codebook, used, language)
        old = next(entry for entry in rows if entry.id == gone)
        self._others = [_flat(e) for e in rows if e.id.kind == gone.kind and not e.head and e.id != gone]
        self.setWindowTitle(self.tr("Merge tags"))
        self.list = EntryList(self.tr("Tags to merge with"), self)
        self.list.show_entries(self._others, None)
        self.list.set_current_row(0 if self._others else -1)
        self.list.set_empty_text(self.tr("There is no other tag of this kind."))
        self.list.opened.connect(lambda _: self._merge())
        self.list.done.connect(self.reject)
        self._said = caption("", self, muted=True)
        self._said.setWordWrap(True)
        text = self.tr(
            "All that carries “{name}” gets the chosen tag, in all letters. “{name}” is deleted. "
            "It is one change, which Ctrl+Z undoes."
        )
        self._said.setText(text.format(name=old.name))
        self._lay_out(old.name)
        self.list.setFocus()
        self.resize(440, 460)

    def _lay_out(self, name: str) -> None:
        self.merge_button = KeyButton(self.tr("Merge"), "Return", self)
        self.merge_button.setDefault(True)
        self.merge_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.merge_button.setEnabled(bool(self._others))
        self.merge_button.clicked.connect(self._merge)
        cancel = KeyButton(self.tr("Cancel"), "Esc", self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        said = QVBoxLayout()
        said.setContentsMargins(14, 10, 14, 10)
        said.addWidget(self._said)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 11, 14, 11)
        foot.setSpacing(10)
        foot.addWidget(self.merge_button)
        foot.addWidget(cancel)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(PanelHeader(self.tr("Merge “{name}” with…").format(name=name), parent=self))
        whole.addLayout(said)
        whole.addWidget(Separator(parent=self))
        whole.addWidget(self.list, 1)
        whole.addWidget(Separator(parent=self))
        whole.addLayout(foot)

    @property
    def kept(self) -> str:
        """The id of the chosen tag."""
        entry = self.list.current()
        return entry.id.id if entry is not None else ""

    def _merge(self) -> None:
        if self.kept:
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The Enter that is held from before chooses nothing.
        if not event.isAutoRepeat():
            super().keyPressEvent(event)


def _flat(entry: CodebookEntry) -> CodebookEntry:
    return CodebookEntry(entry.id, entry.name, 0, entry.colours, entry.key, entry.used, entry.retired)
