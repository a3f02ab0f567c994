"""What reading a letter anew changes: counts, and the corrections that the new reading disputes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.session.transfer.rereading import Place, Preview
from annotator.ui.theme.fonts import sized
from annotator.ui.translate import figure
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.key_button import KeyButton
from annotator.ui.widgets.row_list import ITEM, HereDelegate, ItemsModel, RowList
from annotator.ui.widgets.rows import Index, Row

_LONGEST = 44  # signs of a reading in a row; the screen reader is told all of it


class PreviewDialog(Dialog):
    """Say what would change, and ask whether it may. Enter reads anew, Esc leaves all as it is."""

    help_section = "reading-a-letter-anew"

    def __init__(self, preview: Preview, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Read anew"))
        self._preview = preview
        self._model: ItemsModel[Place] = ItemsModel(lambda place: place.start, self._told)
        self._list = RowList(self.tr("Disputed corrections"), self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Delegate(self))
        self._list.set_empty_text(self.tr("The new reading disputes no correction."))
        self._list.opened.connect(lambda _: self.accept())
        self._list.done.connect(self.reject)
        self._model.set_items(preview.disputed, anew=True)
        self._lay_out(name)
        self.resize(680, 520)
        self._list.set_current_row(0 if preview.disputed else -1)
        self._list.setFocus()

    def _lay_out(self, name: str) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(22, 18, 22, 14)
        head.setSpacing(12)
        title = self._label(self.tr("Read anew from {name}").format(name=name))
        title.setFont(sized(self.font(), 1.2, bold=True))
        title.setWordWrap(True)
        head.addWidget(title)
        if self._preview.is_other:
            text = self.tr("Few words are the same: this may be another letter.")
            warning = self._label(f"⚠ {text}")
            warning.setFont(sized(self.font(), 1.0, bold=True))
            warning.setWordWrap(True)
            head.addWidget(warning)
        head.addLayout(self._counts())
        note = self._label(
            self.tr(
                "Disputed: the new reading says something else again. What you made of it stays, as a "
                "suspect."
            )
        )
        note.setWordWrap(True)
        note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        head.addWidget(note)
        take = KeyButton(self.tr("Read anew"), "Return", self)
        leave = KeyButton(self.tr("Cancel"), "Esc", self)
        take.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        leave.setAutoDefault(False)
        take.setDefault(True)
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 10, 22, 14)
        foot.setSpacing(10)
        foot.addWidget(take)
        foot.addStretch(1)
        foot.addWidget(leave)
        self.lay_in_rows(head, self._list, foot)

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _counts(self) -> QGridLayout:
        preview = self._preview
        pages = self.tr("{before}, then {after}").format(before=preview.pages[0], after=preview.pages[1])
        rows = (
            (self.tr("Places that change"), figure(preview.changed)),
            (self.tr("Corrections not needed any more"), figure(preview.agreed)),
            (self.tr("Corrections kept"), figure(preview.kept)),
            (self.tr("Corrections disputed"), figure(len(preview.disputed))),
            (self.tr("Tags and values whose words are gone"), figure(preview.emptied)),
            (self.tr("Pages"), str(preview.pages[0]) if preview.pages[0] == preview.pages[1] else pages),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        for line, (what, count) in enumerate(rows):
            grid.addWidget(self._label(what), line, 0)
            number = self._label(count)
            number.setAlignment(Qt.AlignmentFlag.AlignRight)
            number.setAccessibleName(f"{what}: {count}")
            grid.addWidget(number, line, 1)
        return grid

    def _told(self, place: Place) -> str:
        text = self.tr("yours “{yours}”, read anew “{new}”, before “{before}”")
        return text.format(yours=place.yours, new=place.new, before=place.before)

    def row_of(self, place: Place) -> Row:
        """Return how a disputed correction is shown."""
        before = self.tr("read before: {words}").format(words=_shown(place.before))
        return Row(f"{_shown(place.yours)}  ⇄  {_shown(place.new)}", before)


class _Delegate(HereDelegate):
    two_lines = True

    def __init__(self, dialog: PreviewDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog

    def row(self, index: Index) -> Row:
        return self._dialog.row_of(index.data(ITEM))


def _shown(text: str) -> str:
    """Return words on one line, so short that what they are held against has room beside them."""
    plain = text.replace("\n", "⏎") or "–"
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 16]}…{plain[-15:]}"
