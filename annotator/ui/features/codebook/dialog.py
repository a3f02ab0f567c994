"""The editor's window: the list, the form, the keys. Each edit is a change at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core.codebook import Codebook
from annotator.session.codebook.editing import EntryId, Wanted
from annotator.ui.features.codebook.entries import CodebookEntry, EntryList, Used, entries_of
from annotator.ui.features.codebook.field_form import FieldForm
from annotator.ui.features.codebook.new_page import NewPage
from annotator.ui.features.codebook.tag_form import TagForm
from annotator.ui.features.codebook.wired import caption
from annotator.ui.theme.theme import theme_of
from annotator.ui.translate import filled
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.flow import FlowLayout
from annotator.ui.widgets.key_button import KeyButton
from annotator.ui.widgets.key_hint import KeyHint
from annotator.ui.widgets.panel_header import PanelHeader
from annotator.ui.widgets.separator import Separator

_LIST_WIDTH = 370
_MESSAGE_MS = 10_000


class CodebookEditor(Dialog):
    """Edit a codebook. What is wanted is told; what came of it is shown by `show_codebook` and `refuse`."""

    help_section = "codebook"

    wanted = Signal(object)  # Wanted
    merge_wanted = Signal(object)  # EntryId
    removal_wanted = Signal(object)  # EntryId
    import_wanted = Signal()
    export_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(
        self, check: Callable[[Wanted], str], language: str, *, read_only: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._language, self._read_only = language, read_only
        self._codebook = Codebook("", {})
        self._used: Used | None = None
        self._current: EntryId | None = None
        self.setWindowTitle(self.tr("Codebook"))
        self.header = PanelHeader(self.tr("Codebook"), parent=self)
        self.list = EntryList(self.tr("Tags and fields"), self)
        self.tag_form = TagForm(check, self)
        self.field_form = FieldForm(check, self)
        self.head_page = _HeadPage(self)
        self.new_page = NewPage(check, language, self)
        self.title = PanelHeader("", parent=self)
        self.message = ElidedLabel("", self, tone="muted")
        self._message_timer = QTimer(self)
        self._message_timer.setSingleShot(True)
        self._message_timer.setInterval(_MESSAGE_MS)
        self._message_timer.timeout.connect(lambda: self.message.set_text(""))
        self._build()
        self._wire()
        self.resize(1160, 740)

    # --- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.header)
        left.addWidget(self.list, 1)
        left.addWidget(Separator(parent=self))
        left.addWidget(self._hints())
        self.stack = QStackedWidget(self)
        for form in (self.tag_form, self.field_form, self.head_page, self.new_page):
            self.stack.addWidget(_scrolled(form))
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.title)
        right.addWidget(self.stack, 1)
        side = QWidget(self)
        side.setFixedWidth(_LIST_WIDTH)
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(side)
        middle.addWidget(Separator(Qt.Orientation.Vertical, self))
        middle.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(middle, 1)
        whole.addWidget(Separator(parent=self))
        whole.addLayout(self._foot())

    def _hints(self) -> QWidget:
        box = QWidget(self)
        flow = FlowLayout(box, across=14, down=6)
        flow.setContentsMargins(12, 9, 12, 10)
        keys = (
            ("Ins", self.tr("add"), lambda: self._add(below=False)),
            ("Shift+Ins", self.tr("below it"), lambda: self._add(below=True)),
            ("F2", self.tr("rename"), self._rename),
            ("Alt+↑↓", self.tr("move"), None),
            ("Alt+←→", self.tr("nest"), None),
            ("M", self.tr("merge"), self._merge),
            ("Del", self.tr("delete or retire"), self._remove),
            ("Ctrl+Z", self.tr("undo"), self.undo_wanted.emit),
        )
        for key, words, act in keys:
            hint = KeyHint(key, words, box)
            if act is not None and not self._read_only:
                hint.clicked.connect(act)
            flow.addWidget(hint)
        return box

    def _foot(self) -> QHBoxLayout:
        self.import_button = KeyButton(self.tr("Import…"), parent=self)
        self.export_button = KeyButton(self.tr("Export…"), parent=self)
        self.close_button = KeyButton(self.tr("Close"), "Esc", self)
        for button in (self.import_button, self.export_button, self.close_button):
            button.setAutoDefault(False)
        self.import_button.setEnabled(not self._read_only)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 11, 16, 11)
        foot.setSpacing(10)
        foot.addWidget(self.message, 1)
        for button in (self.import_button, self.export_button, self.close_button):
            foot.addWidget(button)
        return foot

    def _wire(self) -> None:
        self.list.chosen.connect(self._show_entry)
        self.list.opened.connect(lambda _: self._rename())
        self.list.done.connect(self.close)
        self.import_button.clicked.connect(self.import_wanted)
        self.export_button.clicked.connect(self.export_wanted)
        self.close_button.clicked.connect(self.close)
        for sequence, signal in (
            (QKeySequence("Ctrl+Z"), self.undo_wanted),
            (QKeySequence("Ctrl+Shift+Z"), self.redo_wanted),
            (QKeySequence("Ctrl+Y"), self.redo_wanted),
        ):
            QShortcut(sequence, self).activated.connect(signal)
        for form in (self.tag_form, self.field_form):
            form.undo_wanted.connect(self.undo_wanted)
            form.redo_wanted.connect(self.redo_wanted)
            form.done.connect(self._to_list)
            if self._read_only:
                form.setEnabled(False)
            else:
                form.wanted.connect(self.wanted)
        if self._read_only:
            return
        self.new_page.wanted.connect(self._new)
        self.list.add_wanted.connect(lambda below: self._add(below=below))
        self.list.rename_wanted.connect(self._rename)
        self.list.merge_wanted.connect(self._merge)
        self.list.removal_wanted.connect(self._remove)
        self.list.move_wanted.connect(lambda by: self._ask("move", by))
        self.list.nest_wanted.connect(lambda by: self._ask("nest", by))

    # --- showing ------------------------------------------------------------------------------------

    def show_codebook(self, codebook: Codebook, current: EntryId | None = None) -> None:
        """Show a codebook, with the cursor on an entry; without one it stays where it is."""
        self._codebook = codebook
        here = self.list.current()
        self.list.show_entries(
            entries_of(codebook, self._used, self._language), current or (here.id if here else None)
        )
        tags, fields = len(codebook.tags), len(codebook.fields)
        text = filled(self.tr("{tags:tag|tags} · {fields:field|fields}"), tags=tags, fields=fields)
        self.header.set_detail(self.tr("read only") if self._read_only else text)
        if (entry := self.list.current()) is not None:
            self._show_entry(entry)

    def show_used(self, used: Used) -> None:
        """Show how often everything is used."""
        self._used = used
        self.show_codebook(self._codebook)

    def say(self, text: str) -> None:
        """Say something in passing."""
        self.message.set_text(text)
        self._message_timer.start()

    def refuse(self, wanted: Wanted, sentence: str) -> None:
        """Say why an edit was refused: beside what it is about, or below."""
        form = self.tag_form if wanted.entry.is_tag else self.field_form
        # What a box shows must be what the codebook has, also when the choice was refused.
        if wanted.what not in ("rename", "add", "add_choice"):
            self.show_codebook(self._codebook)
        current = self.list.current()
        if wanted.what.startswith("add") and self.new_page.refuse(sentence):
            return
        if current is None or current.id != wanted.entry or not form.refuse(wanted, sentence):
            self.say(sentence)

    def focus_name(self) -> None:
        """Give the name of the chosen entry the keys."""
        self._rename()

    def _show_entry(self, entry: CodebookEntry) -> None:
        if self._current is not None and entry.id != self._current:
            self._flush()
        self.new_page.forget()
        self._current = entry.id
        pages = {"section": 0, "passage": 0, "field": 1, "part": 1, "choice": 1}
        self.title.set_title("" if entry.head else entry.name.removesuffix(" *"))
        self.title.set_detail("" if entry.head else self._about(entry))
        if entry.head:
            self.head_page.show_kind(entry.id.kind)
            self.stack.setCurrentIndex(2)
            return
        self.stack.setCurrentIndex(pages[entry.id.kind])
        if entry.id.is_tag:
            tag = self._codebook.tag(entry.id.id)
            if tag is not None:
                self.tag_form.show_tag(self._codebook, tag, self._language)
        elif self._codebook.field(entry.id.id) is not None:
            self.field_form.show_entry(self._codebook, entry.id, self._language)

    def _about(self, entry: CodebookEntry) -> str:
        id_text = self.tr("id {id}").format(id=entry.id.choice or entry.id.id)
        used = "" if entry.used is None else filled(self.tr("used {count:,}×"), count=entry.used)
        return " · ".join(filter(None, (id_text, used)))

    # --- what the keys do -----------------------------------------------------------------------------

    def _entry(self) -> CodebookEntry | None:
        entry = self.list.current()
        return None if entry is None or self._read_only else entry

    def _add(self, *, below: bool) -> None:
        """Ask for the name of a new entry, behind the chosen one or below it."""
        entry = self._entry()
        if entry is None:
            return
        self._flush()
        kind, wanted = entry.id.kind, Wanted("add", entry.id)
        if below and not entry.head and kind != "choice":
            if entry.id.is_tag:
                wanted = Wanted("add", entry.id, by=1)
            elif (field := self._codebook.field(entry.id.id)) is not None and field.choices:
                kind, wanted = "choice", Wanted("add_choice", entry.id)
            elif field is not None and field.type == "group":
                kind, wanted = "part", Wanted("add", entry.id, on=True)
            else:
                self.say(self.tr("Only a choice or a group has something below it: change the type first."))
                return
        self.title.set_title(self.new_page.ask(kind, wanted))
        self.title.set_detail("")
        self.stack.setCurrentIndex(3)
        self.new_page.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new(self, wanted: Wanted) -> None:
        before = self._codebook
        self.wanted.emit(wanted)
        if self._codebook is not before:
            self._to_list()

    def _leave_new(self) -> None:
        self._to_list()
        self.show_codebook(self._codebook)

    def _rename(self) -> None:
        entry = self._entry()
        if entry is not None and not entry.head:
            (self.tag_form if entry.id.is_tag else self.field_form).focus_name(self._language)

    def _ask(self, what: str, by: int) -> None:
        entry = self._entry()
        if entry is None or entry.head:
            return
        if what == "nest" and not entry.id.is_tag:
            self.say(self.tr("Only tags lie under each other."))
            return
        self._flush()
        self.wanted.emit(Wanted(what, entry.id, by=by))

    def _merge(self) -> None:
        entry = self._entry()
        if entry is not None and not entry.head:
            if entry.id.is_tag:
                self._flush()
                self.merge_wanted.emit(entry.id)
            else:
                self.say(self.tr("Only tags can be merged."))

    def _remove(self) -> None:
        entry = self._entry()
        if entry is not None and not entry.head:
            self.removal_wanted.emit(entry.id)

    def _flush(self) -> None:
        self.tag_form.flush()
        self.field_form.flush()

    def _to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- events -------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowUnblocked and self.isVisible():
            # Where there is no window manager nobody else gives the keys back when a dialog closes.
            QTimer.singleShot(0, self, self._take_keys)
        return super().event(event)

    def _take_keys(self) -> None:
        self.activateWindow()
        self._to_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.list.hasFocus():
            self._leave_new()  # from a property back to the list; from the list out
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            self.focusWidget(), QLineEdit | QPlainTextEdit
        ):
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._flush()
        super().closeEvent(event)

    def reject(self) -> None:
        self._flush()
        super().reject()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # Where no window manager draws a frame, the editor must not run into what lies behind it.
        painter = QPainter(self)
        painter.setPen(QColor(theme_of(self).line_strong))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def sizeHint(self) -> QSize:
        return QSize(1160, 740)


class _HeadPage(QWidget):
    """What is shown of a heading: what stands below it, and how to add the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = caption("", self, muted=True)
        self._text.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.addWidget(self._text)
        column.addStretch(1)

    def show_kind(self, kind: str) -> None:
        """Explain the tags or fields below a heading."""
        texts = {
            "section": self.tr("Section tags say what a part of a letter is. Insert adds one."),
            "passage": self.tr("Passage tags mark words of a letter. Insert adds one."),
            "field": self.tr("Fields are what the form asks of each letter. Insert adds one."),
        }
        self._text.setText(texts[kind])


class _Area(QScrollArea):
    """A form that scrolls where it has no room, on the panel's ground."""

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self.viewport()).fillRect(self.viewport().rect(), QColor(theme_of(self).panel))


def _scrolled(form: QWidget) -> QScrollArea:
    area = _Area()
    area.setWidgetResizable(True)
    area.setWidget(form)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    form.setAutoFillBackground(False)
    return area
