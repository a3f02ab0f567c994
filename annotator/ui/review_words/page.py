"""The page on which words are gone through: the words, the places of one of them, and what can be decided."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from annotator.session.review_words import SuspectWord, WordPlace
from annotator.session.sure_words import sure_of
from annotator.session.word_decisions import ALWAYS, CORRECT, HERE, Overview
from annotator.ui.kit.elided_label import ElidedLabel
from annotator.ui.kit.panel_header import PanelHeader
from annotator.ui.kit.separator import Separator
from annotator.ui.review_words.filters import WordFilters
from annotator.ui.review_words.foot import Foot
from annotator.ui.review_words.instead import Instead
from annotator.ui.review_words.keys import action_of
from annotator.ui.review_words.place_list import IMAGE, PlaceList, PlacesModel
from annotator.ui.review_words.word_list import WordList, WordsModel, change_text
from annotator.ui.theme import theme_of

_AHEAD = 3  # words whose places are read before they are looked at


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was decided on: a word, the places it holds for and those that were left, and how."""

    word: SuspectWord
    places: tuple[WordPlace, ...]
    left: tuple[WordPlace, ...]
    verdict: str
    chosen: str


class ReviewWordsPage(QWidget):
    """Show all suspect words; ask for places, decisions and the way back by signals."""

    words_wanted = Signal(object)  # the word at the cursor and those that may come next
    decided = Signal(object)  # Chosen
    undo_wanted = Signal()
    redo_wanted = Signal()
    sure_wanted = Signal(object)  # words: each is to become what it likely is
    place_wanted = Signal(object)  # WordPlace: to the letter
    images_wanted = Signal(object)  # rows of the places
    left = Signal()
    changed = Signal()  # what is left to do: the hints are to be shown anew

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Go through words"))
        # In a stack the widest page counts, seen or not: it would press the panes around the desk.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._read_only = False
        self._looking = False
        self._overview: Overview | None = None
        self._done: dict[Hashable, SuspectWord] = {}
        self._kept: dict[Hashable, int] = {}  # places of decided words that were not ticked
        self._unticked: Sequence[tuple[int, int]] = ()  # letter and start, for a word that is gone back to
        self._shown: SuspectWord | None = None
        self._left, self._places_left = 0, 0  # words and places that are not decided
        self._build()
        self._wire()
        self._show_word(None)

    # --- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        self._words_head = PanelHeader(self.tr("Go through words"), parent=self)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("How many letters were looked at"))
        self._progress.hide()
        self._unknown = ElidedLabel("", self, tone="muted")
        self._unknown.setContentsMargins(12, 6, 12, 0)
        self.filters = WordFilters(self)
        self._words = WordsModel(self)
        self.words = WordList(self._words, self)
        self._places_head = PanelHeader("", parent=self)
        self.instead = Instead(self)
        self._places = PlacesModel(self)
        self.places = PlaceList(self._places, self)
        self._foot = Foot(self)
        left, right = QWidget(self), QWidget(self)
        self._unknown_row = QWidget(self)
        unknown = QHBoxLayout(self._unknown_row)
        unknown.setContentsMargins(12, 7, 12, 0)
        unknown.addWidget(self._unknown, 1)
        self._unknown_row.hide()
        _column(left, self._words_head, self._progress, self._unknown_row, self.filters, self.words)
        _column(
            right,
            self._places_head,
            self.instead,
            Separator(parent=self),
            self.places,
            Separator(parent=self),
            self._foot,
        )
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        for side, stretch in ((left, 0), (right, 1)):
            self._split.addWidget(side)
            self._split.setStretchFactor(self._split.count() - 1, stretch)
        left.setMinimumWidth(330)
        right.setMinimumWidth(480)
        self._split.setSizes([470, 1130])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)
        self.setFocusProxy(self.words)

    def _wire(self) -> None:
        self.words.chosen.connect(self._show_word)
        self.words.done.connect(self.left)
        self.words.clicked.connect(lambda _: self.words.setFocus())
        self.filters.changed.connect(self._rebuild)
        self.filters.left.connect(self.take_keys)
        self.instead.changed.connect(self._retell)
        self.instead.left.connect(self.take_keys)
        self.places.done.connect(self.take_keys)
        self.places.box_clicked.connect(self._turn)
        self.places.doubleClicked.connect(lambda _: self.open_place())
        self.places.images_wanted.connect(self.images_wanted)
        foot = self._foot
        for asked, act in (
            (foot.correct, self.correct),
            (foot.later, self.leave_for_later),
            (foot.right_here, lambda: self.decide(HERE)),
            (foot.always_right, lambda: self.decide(ALWAYS)),
            (foot.turn_one, self.turn_one),
            (foot.turn_all, self.turn_all),
            (foot.open_place, self.open_place),
            (foot.undo, self.undo_wanted.emit),
            (foot.sure, self.correct_sure),
        ):
            asked.connect(act)
        for widget in (self.words, self.places, self.instead.field):
            widget.installEventFilter(self)

    # --- what the window says -----------------------------------------------------------------------

    def take_keys(self) -> None:
        """Give the words the keys."""
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_places(self) -> None:
        """Give the places the keys."""
        if self._places.places:
            self.places.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_read_only(self, read_only: bool) -> None:
        """Let words be looked through and nothing be decided."""
        self._read_only = read_only
        self._foot.set_deciding(not read_only)
        self.instead.set_read_only(read_only)
        self.say("")

    def show_overview(self, overview: Overview, *, clean: bool) -> None:
        """Show all words. `clean`: nothing was decided meanwhile, so that what is there of a word that was
        decided on has come since, in letters that were looked at later."""
        if clean:
            for word in overview.words.words:
                if word.key in self._done and word.count > self._kept.get(word.key, 0):
                    self._forget_done(word.key)
        self._overview = overview
        self._count()
        self.filters.offer(overview.kinds, overview.confusions)
        self._rebuild()

    def show_looking(self, done: int, total: int, unknown: int, *, running: bool) -> None:
        """Show how many letters nobody has looked at yet, and how far looking at them is."""
        self._looking = running
        self._progress.setRange(0, max(1, total))
        self._progress.setValue(done)
        self._progress.setVisible(running)
        self._unknown_row.setVisible(unknown > 0)
        text = self.tr("%Ln letter(s) not looked at yet", "", unknown)
        if running:
            text = self.tr("Looking at the letters: {text}").format(text=text)
        self._unknown.set_text(text)
        self._tell_empty()

    def show_places(self, word: SuspectWord, places: Sequence[WordPlace], reason: str = "") -> None:
        """Show the places of the word at the cursor; where only some were added, the ticks stay."""
        if self._shown is None or word.key != self._shown.key:
            return
        shown = self._places.places
        if shown and len(places) >= len(shown) and _begins_with(places, shown):
            self._places.grow(places)
        else:
            taken_out = set(self._unticked)
            rows = [n for n, p in enumerate(places) if (p.letter_id, p.span.start) in taken_out]
            self._unticked = ()
            self._places.show(places, rows)
            self.places.painted = False
            if places:
                self.places.set_current_row(0)
        if places:
            self.instead.offer([s.text for s in places[0].suggestions], reason)
        self._tell()

    def put_image(self, word: SuspectWord, row: int, place: WordPlace, image: QImage) -> None:
        """Show the image of a place, if it is shown still."""
        there = self._places.places
        if self._shown is None or word.key != self._shown.key or row >= len(there):
            return
        if there[row].letter_id == place.letter_id and there[row].reading == place.reading:
            self._places.put_image(row, image)
            self.places.viewport().update()

    def has_image(self, row: int) -> bool:
        """Tell whether the image of a place is there."""
        return row in self._places.images

    def image_size(self) -> tuple[tuple[int, int], float]:
        """Return how large images are, in dots of the screen, and how many dots make a pixel."""
        ratio = self.devicePixelRatioF()
        return (round(IMAGE.width() * ratio), round(IMAGE.height() * ratio)), ratio

    def mark_done(self, word: SuspectWord, places: int, left: int) -> None:
        """Show that a word was decided at so many places; so many were left out."""
        self.mark_all_done([(word, places, left)])

    def mark_all_done(self, decided: Sequence[tuple[SuspectWord, int, int]]) -> None:
        """Show that words were decided, each at so many places; so many of it were left out."""
        for word, places, left in decided:
            if word.key not in self._done:
                self._left = max(0, self._left - 1)
                self._places_left = max(0, self._places_left - word.count)
            self._done[word.key] = word
            self._kept[word.key] = left
            self._words.done[word.key] = places
            self._words.later.discard(word.key)
        self.words.viewport().update()
        self._tell_words()

    def take_many_back(self, words: Sequence[SuspectWord]) -> None:
        """Show that words are undecided again; the cursor stays, and where it is the places are read anew."""
        for word in words:
            self._forget_done(word.key)
        self._count()
        self._rebuild()
        shown, self._shown = self._shown, None
        self._show_word(shown)

    def _forget_done(self, key: Hashable) -> None:
        for known in (self._done, self._kept, self._words.done):
            known.pop(key, None)

    def go_past(self, word: SuspectWord) -> None:
        """Go on from a word that was just decided, where the cursor is on it."""
        if self._shown is not None and self._shown.key == word.key:
            self._go_on()

    def take_back(
        self,
        word: SuspectWord,
        *,
        go_there: bool = True,
        unticked: Sequence[tuple[int, int]] = (),
        becomes: str = "",
    ) -> None:
        """Show that a word is undecided again, and go back to it: to the same ticks, and what was chosen."""
        self._forget_done(word.key)
        self._count()
        if self._words.row_of(word.key) < 0:
            self.filters.clear()
        self.words.viewport().update()
        self._tell_words()
        if go_there:
            row = self._words.row_of(word.key)
            if row >= 0:
                self._shown, self._unticked = None, unticked  # its places are read anew
                if row == self.words.current_row():
                    self._show_word(word)
                else:
                    self.words.set_current_row(row)
                if becomes:
                    self.instead.put(becomes)
            self.take_keys()

    def say(self, text: str, *, announce: bool = False) -> None:
        """Say below the places what goes on; "" for what always holds."""
        always = self.tr("one step for all places, which undo takes back; tags stay")
        if self._read_only:
            always = self.tr("This project is open for reading only: nothing can be decided here.")
        self._foot.say(text or always)
        if announce and text and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def words_left(self) -> int:
        """Return how many words are not decided."""
        return self._left

    def shown_word(self) -> SuspectWord | None:
        """Return the word whose places are shown."""
        return self._shown

    def shown_places(self) -> Sequence[WordPlace]:
        """Return the places that are shown."""
        return self._places.places

    # --- showing ------------------------------------------------------------------------------------

    def _rebuild(self) -> None:
        overview = self._overview
        if overview is None:
            return
        order: Sequence[SuspectWord] = overview.words.words
        if self.filters.surest_first:
            order = overview.surest
        open_words = self._undone(order)
        counts = (word.count for word in (*overview.words.words[:1], *self._done.values()))
        self._words.most = max(counts, default=1)
        self.words.show_words(self.filters.passing([*self._done.values(), *open_words]))
        self._tell_words()
        self._tell_empty()

    def _undone(self, words: Sequence[SuspectWord]) -> Sequence[SuspectWord]:
        readings = {word.reading for word in self._done.values()}  # a look that costs less than the key
        return [word for word in words if word.reading not in readings or word.key not in self._done]

    def _count(self) -> None:
        undone = self._undone(self._overview.words.words) if self._overview is not None else ()
        self._left, self._places_left = len(undone), sum(word.count for word in undone)

    def _tell_words(self) -> None:
        overview = self._overview
        if overview is None:
            self._words_head.set_detail("")
            return
        places = self._places_left + sum(self._words.done.values())
        words = self.tr("%Ln word(s)", "", self._left + len(self._done))
        self._words_head.set_detail(f"{words} · {self.tr('%Ln place(s)', '', places)}")
        self.changed.emit()

    def _tell_empty(self) -> None:
        text = self.tr("Nothing is doubted in the letters that were looked at.")
        if self._looking or self._overview is None:
            text = self.tr("The letters are being looked at: doubtful words appear here as they are found.")
        elif self.filters.narrows:
            text = self.tr("No word fits the filter. Esc in the field clears it.")
        self.words.set_empty_text(text)

    def _show_word(self, word: SuspectWord | None) -> None:
        if word is not None and self._shown is not None and word.key == self._shown.key:
            self._shown = word  # the same, perhaps with more places
            self._ask(word)
            return
        self._shown = word
        for widget in (self.instead, self._foot):
            widget.setVisible(word is not None)
        if word is None:
            self.places.set_empty_text(
                self.tr(
                    "Every reading that is doubted stands here once, with all its places in all letters. "
                    "One key corrects them all, as one step that undo takes back."
                )
            )
            self._places_head.set_title("")
            self._places_head.set_detail("")
            self._places.show((), ())
            return
        self.places.set_empty_text(self.tr("Reading the places…"))
        self._places.becomes = word.likely
        self._places.show((), ())
        self.places.painted = False
        self.instead.show_word(word.reading, word.likely, "")
        self._ask(word)
        self._tell()

    def _ask(self, word: SuspectWord) -> None:
        self.words_wanted.emit([word, *self.words.following(_AHEAD)])

    def _retell(self) -> None:
        self._places.becomes = self.instead.chosen
        self.places.viewport().update()
        self._tell()

    def _tell(self) -> None:
        word = self._shown
        if word is None:
            return
        self._places_head.set_title(change_text(word.reading, self.instead.chosen))
        number = QLocale().toString
        places, ticked = self._places.places, len(self._places.places) - len(self._places.unticked)
        letters = self.tr("%Ln letter(s)", "", len({place.letter_id for place in places}))
        count = self.tr("%Ln place(s)", "", len(places) or word.count)
        said = self.tr("{places} in {letters} · {ticked} ticked")
        told = said.format(places=count, letters=letters, ticked=number(ticked))
        done = self._words.done.get(word.key)
        if done is not None:
            told = self.tr("✓ decided at %Ln place(s)", "", done)
        self._places_head.set_detail(told if places or done is not None else count)
        one, many = self.tr("Correct 1 place"), self.tr("Correct {count} places")
        enabled = self._can_decide() and bool(self.instead.chosen) and ticked > 0
        self._foot.set_button(one if ticked == 1 else many.format(count=number(ticked)), enabled=enabled)

    # --- deciding -----------------------------------------------------------------------------------

    def _can_decide(self) -> bool:
        """Tell whether the word's places are there to be decided on. What nobody saw is not decided on."""
        word = self._shown
        is_open = word is not None and word.key not in self._words.done
        return is_open and not self._read_only and bool(self._places.places)

    def correct(self) -> None:
        """Put what the field holds at all ticked places; where it holds nothing, have it typed."""
        if self._can_decide() and not self.instead.chosen:
            self.instead.take_keys()  # nothing is suggested: it has to be typed
        else:
            self.decide(CORRECT)

    def decide(self, verdict: str) -> None:
        """Ask for a verdict on all ticked places, and go on to the next word at once."""
        word, places, unticked = self._shown, self._places.places, self._places.unticked
        if word is None or not self._can_decide() or not self.places.painted:
            return
        taken = tuple(place for row, place in enumerate(places) if row not in unticked)
        chosen = self.instead.chosen if verdict == CORRECT else ""
        if not taken or (verdict == CORRECT and chosen == word.reading):
            return
        left = tuple(places[row] for row in sorted(unticked))
        self.mark_done(word, len(taken), len(left))
        self.decided.emit(Chosen(word, taken, left, verdict, chosen))
        self._go_on()

    def correct_sure(self) -> None:
        """Ask for all words that are shown, undecided and sure, to become what they likely are."""
        done = self._words.done
        words = sure_of([word for word in self._words.items() if word.key not in done])
        if self._read_only:
            return
        if words:
            self.sure_wanted.emit(words)
        else:
            self.say(self.tr("None of the words that are shown is sure enough."), announce=True)

    def go_on_where_done(self) -> None:
        """Go on where the word at the cursor is decided."""
        if self._shown is not None and self._shown.key in self._words.done:
            self._go_on()

    def leave_for_later(self) -> None:
        """Leave the word undecided and go on to the next."""
        word = self._shown
        if word is not None and word.key not in self._words.done:
            self._words.later.add(word.key)
            self.words.viewport().update()
        self._go_on()

    def _go_on(self) -> None:
        row = self.words.next_open(self.words.current_row())
        if row >= 0 and row != self.words.current_row():
            self.words.set_current_row(row)
        else:
            self._tell()
        self.take_keys()

    def _turn(self, row: int) -> None:
        if 0 <= row < len(self._places.places) and self._can_decide():
            self._places.turn([row], row in self._places.unticked)
            self.places.viewport().update()
            self._tell()

    def turn_one(self) -> None:
        """Tick the place at the cursor, or take its tick away."""
        self._turn(self.places.current_row())

    def turn_all(self) -> None:
        """Tick all places; where all are, none."""
        if self._can_decide():
            self._places.turn(range(len(self._places.places)), bool(self._places.unticked))
            self.places.viewport().update()
            self._tell()

    def open_place(self) -> None:
        """Ask for the letter at the place of the cursor."""
        row = max(0, self.places.current_row())
        if row < len(self._places.places):
            self.place_wanted.emit(self._places.places[row])

    # --- keys ---------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in (
            QEvent.Type.KeyPress,
            QEvent.Type.ShortcutOverride,
        ):
            act = action_of(self, watched, event)
            if act is not None:
                if event.type() is QEvent.Type.KeyPress:
                    act()
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme_of(self).panel))


def _begins_with(places: Sequence[WordPlace], shown: Sequence[WordPlace]) -> bool:
    pairs = zip(places, shown, strict=False)
    return all(a.letter_id == b.letter_id and a.reading == b.reading for a, b in pairs)


def _column(widget: QWidget, *parts: QWidget) -> None:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, 1 if isinstance(part, WordList | PlaceList) else 0)
