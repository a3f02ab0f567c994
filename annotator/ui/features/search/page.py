"""The pane of the project's search: the question, how it is meant, and what was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from annotator.core.text import clean
from annotator.session.search.searching import Hit, LetterHits, Mode, Results
from annotator.storage.search_index import Scope
from annotator.ui.features.search.results import ResultList, ResultRow, ResultsModel, hits_text
from annotator.ui.theme.theme import theme_of
from annotator.ui.translate import filled
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.flow import FlowLayout
from annotator.ui.widgets.key_chip import KeyChip
from annotator.ui.widgets.key_events import alt_digit
from annotator.ui.widgets.key_hint import KeyHint
from annotator.ui.widgets.keys_first import KeysFirst
from annotator.ui.widgets.panel_header import PanelHeader
from annotator.ui.widgets.row_list import ENTER
from annotator.ui.widgets.text_fields import LineField

MODES: tuple[Mode, ...] = ("words", "exact", "regular")
_PAUSE = 250  # ms without a key before words are searched for
_MODE_DIGITS = {1: 0, 2: 1, 3: 2}
_TEXT, _OCR, _LIST, _INSIDE = "text", "ocr", "list", "inside"
_CHIP_KEYS = {Qt.Key.Key_T: _TEXT, Qt.Key.Key_O: _OCR, Qt.Key.Key_L: _LIST, Qt.Key.Key_P: _INSIDE}


class SearchPage(KeysFirst):
    """Ask the project; `hit_wanted` asks for a hit to be shown."""

    help_section = "searching-and-replacing"

    asked = Signal()  # read `typed`, `mode`, `scope`, `in_list`, `inside_tag`
    stopped = Signal()
    more_wanted = Signal()
    hit_wanted = Signal(object, object, bool)  # LetterHits, Hit, whether the text gets the keys
    left = Signal()  # to the text, the pane stays
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Search in the project"))
        self._results = Results()
        self._running = False
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.asked)
        self._field.textChanged.connect(lambda _: self._changed())
        self._modes.buttonClicked.connect(lambda _: self._changed())
        for name, chip in self._chips.items():
            chip.clicked.connect(lambda _, name=name: self._chip_clicked(name))
        for widget in (self._field, *self._modes.buttons(), *self._chips.values()):
            widget.installEventFilter(self)
        self._list.opened.connect(lambda row: self._open(row, leave=True))
        self._list.left.connect(self.closed)
        self._list.up_from_top.connect(self.take_keys)
        self._show_state()

    # --- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        self._header = PanelHeader(self.tr("Search"), parent=self)
        self._field = LineField(self)
        self._field.setClearButtonEnabled(True)
        self._field.setAccessibleName(self.tr("What to search for in the project"))
        self._problem = ElidedLabel("", self, tone="amber")
        self._problem.setObjectName("problem")
        self._problem.hide()
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How far the search is"))
        self._bar.hide()
        self._stop = KeyHint("Esc", self.tr("stop"), self)
        self._stop.clicked.connect(self.stopped)
        self._stop.hide()
        self._model = ResultsModel()
        self._list = ResultList(self.tr("What was found"), self._model, self)
        self.setFocusProxy(self._field)
        asking = QHBoxLayout()
        asking.setSpacing(12)
        asking.addWidget(self._field, 1)
        asking.addWidget(self._stop)
        for hint in self._walking():
            asking.addWidget(hint)
        top = QVBoxLayout()
        top.setContentsMargins(14, 10, 14, 8)
        top.setSpacing(8)
        top.addLayout(asking)
        top.addWidget(self._build_chips())
        top.addWidget(self._problem)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addLayout(top)
        whole.addWidget(self._bar)
        whole.addWidget(self._list, 1)

    def _walking(self) -> list[KeyHint]:
        following = KeyHint("F3", self.tr("next hit"), self)
        following.clicked.connect(lambda: self.go(1))
        previous = KeyHint("Shift+F3", self.tr("previous"), self)
        previous.clicked.connect(lambda: self.go(-1))
        return [following, previous]

    def _build_chips(self) -> QWidget:
        chips = QWidget(self)
        flow = FlowLayout(chips, across=6, down=5)
        flow.setContentsMargins(0, 0, 0, 0)
        self._modes = QButtonGroup(self)
        names = (self.tr("words"), self.tr("exact"), self.tr("expression"))
        for number, name in enumerate(names):
            chip = KeyChip(name, f"Alt+{number + 1}", chips)
            chip.setChecked(number == 0)
            self._modes.addButton(chip, number)
            flow.addWidget(chip)
        others = (
            (_TEXT, self.tr("text"), "Alt+T"),
            (_OCR, self.tr("OCR text"), "Alt+O"),
            (_LIST, self.tr("only the list's letters"), "Alt+L"),
            (_INSIDE, self.tr("inside the tag"), "Alt+P"),
        )
        self._chips = {name: KeyChip(text, keys, chips) for name, text, keys in others}
        self._chips[_TEXT].setChecked(True)
        self._chips[_INSIDE].hide()
        for chip in self._chips.values():
            flow.addWidget(chip)
        return chips

    # --- what is asked ------------------------------------------------------------------------------

    @property
    def typed(self) -> str:
        """What was typed."""
        return clean(self._field.text()).strip() if self.mode == "words" else clean(self._field.text())

    @property
    def mode(self) -> Mode:
        """How it is meant."""
        return MODES[max(0, self._modes.checkedId())]

    @property
    def scope(self) -> Scope:
        """In which texts to search."""
        text, ocr = self._chips[_TEXT].isChecked(), self._chips[_OCR].isChecked()
        return "both" if text and ocr else "ocr" if ocr else "text"

    @property
    def in_list(self) -> bool:
        """Whether only the letters that the list shows are searched."""
        return self._chips[_LIST].isChecked()

    @property
    def inside_tag(self) -> bool:
        """Whether only hits inside the tag that the list is filtered by count."""
        return self.in_list and self._chips[_INSIDE].isChecked() and not self._chips[_INSIDE].isHidden()

    def set_list_tag(self, name: str) -> None:
        """Say which tag the list is filtered by; "" for none."""
        self._chips[_INSIDE].setText(self.tr("inside {tag}").format(tag=name))
        self._chips[_INSIDE].setVisible(bool(name) and self.in_list)

    # --- what the window says -----------------------------------------------------------------------

    def take_keys(self) -> None:
        """Give the question the keys."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def take_list(self) -> None:
        """Give the results the keys."""
        (self._list if self._model.rowCount() else self._field).setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self, text: str) -> None:
        """Fill in a question and ask it."""
        self._field.setText(text)
        self._timer.stop()
        self.asked.emit()

    def clear(self) -> None:
        """Forget what was found: another project is opened."""
        self._field.clear()
        self._timer.stop()
        self.show_results(Results())

    def show_results(self, results: Results) -> None:
        """Show what was found so far."""
        self._results = results
        self._tell_problem("")
        self._model.show(results.letters, len(results.waiting))
        if not self._list.currentIndex().isValid() and len(self._model.rows) > 1:
            self._list.setCurrentIndex(self._model.index(1))
        self._show_state()

    def show_problem(self, sentence: str) -> None:
        """Say why nothing can be found."""
        self.show_running(False)
        self._model.show((), 0)
        self._results = Results()
        self._show_state()
        self._tell_problem(sentence)
        self._say(sentence)

    def _tell_problem(self, sentence: str) -> None:
        self._problem.set_text(sentence)
        self._problem.setVisible(bool(sentence))

    def show_running(self, running: bool) -> None:
        """Show that the search goes on, or that it is through."""
        self._running = running
        self._bar.setRange(0, 0)
        self._bar.setVisible(running)
        self._stop.setVisible(running)
        self._show_state()
        if not running and self._results.letters:
            self._say(self._found_text())

    def show_progress(self, done: int, total: int) -> None:
        """Show how many letters were looked through."""
        if self._running:
            self._bar.setRange(0, max(1, total))
            self._bar.setValue(done)

    def _found_text(self) -> str:
        results = self._results
        letters = len(results.letters) + len(results.waiting)
        if not letters:
            return ""
        if results.waiting:
            text = self.tr("{letters:letter|letters}, the best {shown:,} shown")
            return filled(text, letters=letters, shown=len(results.letters))
        hits = hits_text(sum(letter.count for letter in results.letters))
        text = self.tr("{hits} in {letters:letter|letters}")
        if results.cut:
            text = self.tr("stopped after {hits} in {letters:letter|letters}")
        return filled(text, hits=hits, letters=letters)

    def _show_state(self) -> None:
        self._header.set_detail(self._found_text())
        if self._field.text() and not self._problem.text():
            note = self.tr("Nothing was found.")
            if self._running:
                note = self.tr("Searching…")
            elif not self._results.through:
                note = self.tr("Press Enter to search.")
            self._list.set_empty([], note)
        else:
            self._list.set_empty(self._hints(), "")

    def _hints(self) -> list[tuple[str, str]]:
        if self.mode == "exact":
            return [("nr. 347", self.tr("exactly this: signs, capitals and accents count; Enter searches"))]
        if self.mode == "regular":
            return [
                (r"\d{2} \d{3}", self.tr("two figures, a space, three figures; Enter searches")),
                ("[Mm]inister|premier", self.tr("one or the other")),
            ]
        return [
            ("motie Jansen", self.tr("letters that have both words; capitals and accents do not count")),
            ('"de minister"', self.tr("these words, one behind the other")),
            ("belg*", self.tr("words that begin so")),
            ("Irak OR Iran", self.tr("one of the two")),
            ("Irak -Defensie", self.tr("the first, but not the second")),
        ]

    def _say(self, text: str) -> None:
        if text and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # --- walking ------------------------------------------------------------------------------------

    @property
    def has_hits(self) -> bool:
        """Tell whether there is a hit to go to."""
        return any(row.hit is not None for row in self._model.rows)

    @property
    def has_keys(self) -> bool:
        """Tell whether something in the pane has the keys."""
        return any(widget.hasFocus() for widget in (self._field, self._list))

    def go(self, by: int) -> None:
        """Go to the next hit, or the one before; at the end, ask for more."""
        rows, at = self._model.rows, self._list.currentIndex().row()
        began = self._opened_row()
        at = began if began >= 0 else at - by
        while 0 <= at + by < len(rows):
            at += by
            if rows[at].hit is not None:
                self._open(at, leave=False)
                return
            if rows[at].letter is None:
                self.more_wanted.emit()
                return

    def _opened_row(self) -> int:
        return self._list.currentIndex().row() if self._walked else -1

    _walked = False

    def _open(self, row: int, *, leave: bool) -> None:
        found: ResultRow = self._model.rows[row]
        if found.letter is None:
            self.more_wanted.emit()
            return
        hit = found.hit or (found.letter.hits[0] if found.letter.hits else None)
        if found.hit is None and hit is not None:
            row += 1
        self._walked = True
        self._list.setCurrentIndex(self._model.index(row))
        self.hit_wanted.emit(found.letter, hit, leave)

    def shown(self) -> Sequence[LetterHits]:
        """Return the letters that are shown."""
        return self._results.letters

    # --- keys ---------------------------------------------------------------------------------------

    def _changed(self) -> None:
        self._walked = False
        self._chips[_INSIDE].setVisible(self.in_list and bool(self._chips[_INSIDE].text().strip()))
        self._tell_problem("")
        self.stopped.emit()
        if self.mode == "words":
            self._timer.start()
        else:
            self._timer.stop()
            self.show_results(Results(through=False))

    def _chip_clicked(self, name: str) -> None:
        """Have at least one of the two texts searched."""
        if name in (_TEXT, _OCR) and not self._chips[_TEXT].isChecked() and not self._chips[_OCR].isChecked():
            self._chips[_OCR if name == _TEXT else _TEXT].setChecked(True)
        self._changed()

    def _is_mine(self, event: QKeyEvent) -> bool:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        return (
            event.key() == Qt.Key.Key_Escape
            or alt_digit(event) in _MODE_DIGITS
            or (alt and event.key() in _CHIP_KEYS)
        )

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        key, alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if key == Qt.Key.Key_Escape:
            (self.stopped if self._running else self.closed).emit()
        elif (digit := alt_digit(event)) in _MODE_DIGITS:
            self._modes.button(_MODE_DIGITS[digit]).setChecked(True)
            self._changed()
        elif alt and key in _CHIP_KEYS:
            chip = self._chips[_CHIP_KEYS[Qt.Key(key)]]
            if chip.isVisible():
                chip.click()
        elif key in ENTER and watched is self._field:
            if self._timer.isActive() or self.mode != "words" or not self._model.rowCount():
                self._timer.stop()
                self.asked.emit()
            else:
                self.take_list()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) and watched is self._field:
            self.take_list()
        else:
            return False
        return True

    def sizeHint(self) -> QSize:
        return QSize(600, 290)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme_of(self).panel))


__all__ = ["Hit", "SearchPage"]
