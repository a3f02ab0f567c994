"""The page on which words are gone through: the words, the places of one of them, and what can be decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSplitter, QVBoxLayout, QWidget

from annotator.session.words.review_words import SuspectWord, WordPlace
from annotator.session.words.sure_words import sure_of
from annotator.session.words.word_decisions import ALWAYS, CORRECT, HERE, Overview
from annotator.ui.features.word_review.keys import Act, Where, act_of, may_repeat
from annotator.ui.features.word_review.menus import give_menus
from annotator.ui.features.word_review.places_side import PlacesSide
from annotator.ui.features.word_review.words_side import Done, WordsSide
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.key_events import alt_digit

_AHEAD = 3  # words whose places are read before they are looked at
_LEFT = 410  # pixels for the words


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

    help_section = "going-through-words"

    words_wanted = Signal(object)  # the word at the cursor and those that may come next
    decided = Signal(object)  # Chosen
    undo_wanted = Signal()
    redo_wanted = Signal()
    sure_wanted = Signal(object)  # words: each is to become what it likely is
    place_wanted = Signal(object)  # WordPlace: to the letter
    images_wanted = Signal(object)  # rows of the places
    looking_turned = Signal()  # the letters are to be looked at, or no longer
    left = Signal()
    changed = Signal()  # what is left to do: the hints are to be shown anew

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Go through words"))
        # In a stack the widest page counts, seen or not: it would press the panes around the text.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._read_only = False
        self._build()
        self._wire()
        self._show_word(None)

    # --- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        self.words_side, self.places_side = WordsSide(self), PlacesSide(self)
        self.words, self.filters = self.words_side.words, self.words_side.filters
        self.places, self.instead = self.places_side.places, self.places_side.instead
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        for side, stretch in ((self.words_side, 0), (self.places_side, 1)):
            split.addWidget(side)
            split.setStretchFactor(split.count() - 1, stretch)
        self.words_side.setMinimumWidth(330)
        self.places_side.setMinimumWidth(480)
        split.setSizes([_LEFT, 1600 - _LEFT])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
        self.setFocusProxy(self.words)

    def _wire(self) -> None:
        self.words.chosen.connect(self._show_word)
        self.words.done.connect(self.left)
        self.words.clicked.connect(lambda _: self.words.setFocus())
        self.words_side.changed.connect(self.changed)
        self.words_side.looking_turned.connect(self.looking_turned)
        self.filters.changed.connect(lambda: self.say(""))
        self.filters.left.connect(self.take_keys)
        self.places_side.changed.connect(self._tell)
        self.instead.left.connect(self.take_keys)
        self.places.done.connect(self.take_keys)
        self.places.box_clicked.connect(self._turn)
        self.places.doubleClicked.connect(lambda _: self.open_place())
        self.places.images_wanted.connect(self.images_wanted)
        foot = self.places_side.foot
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
        give_menus(self)

    # --- what the window says -----------------------------------------------------------------------

    def take_keys(self) -> None:
        """Give the words the keys."""
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_places(self) -> None:
        """Give the places the keys."""
        if self.shown_places():
            self.places.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_read_only(self, read_only: bool) -> None:
        """Let words be looked through and nothing be decided."""
        self._read_only = self.words_side.read_only = read_only
        self.places_side.foot.set_deciding(not read_only)
        self.instead.set_read_only(read_only)
        self.say("")

    def show_overview(self, overview: Overview, *, clean: bool) -> None:
        """Show all words. `clean`: nothing was decided meanwhile, so that what is there of a word that was
        decided on has come since, in letters that were looked at later."""
        self.words_side.show_overview(overview, clean=clean)

    def show_looking(self, done: int, total: int, unknown: int, *, running: bool, letters: bool) -> None:
        """Show how many letters nobody has looked at yet, and how far looking at them is."""
        self.words_side.show_looking(done, total, unknown, running=running, letters=letters)

    def show_places(self, word: SuspectWord, places: Sequence[WordPlace], reason: str = "") -> None:
        """Show the places of the word at the cursor; where only some were added, the ticks stay."""
        self.places_side.show_places(word, places, reason)
        shown = self.shown_word()
        if shown is not None and self.places_side.is_complete and not self.words_side.is_done(shown):
            self.words_side.put_count(shown, len(places))
        self._tell()

    def put_image(self, word: SuspectWord, row: int, place: WordPlace, image: QImage) -> None:
        """Show the image of a place, if it is shown still."""
        self.places_side.put_image(word, row, place, image)

    def has_image(self, row: int) -> bool:
        """Tell whether the image of a place is there."""
        return row in self.places_side.model.images

    def image_size(self) -> tuple[tuple[int, int], float]:
        """Return how large images are, in dots of the screen, and how many dots make a pixel."""
        return self.places_side.image_size()

    def mark_done(self, decided: Sequence[Done]) -> None:
        """Show that words were decided."""
        self.words_side.mark_done(decided)

    def take_many_back(self, words: Sequence[SuspectWord]) -> None:
        """Show that words are undecided again; the cursor stays, and where it is the places are read anew."""
        self.words_side.take_back(words)
        self.words_side.rebuild()
        shown, self.places_side.word = self.places_side.word, None
        self._show_word(shown)

    def go_past(self, word: SuspectWord) -> None:
        """Go on from a word that was just decided, where the cursor is on it."""
        if self.places_side.is_shown(word):
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
        self.words_side.take_back([word])
        if self.words_side.model.row_of(word.key) < 0:
            self.filters.clear()
        if not go_there:
            return
        row = self.words_side.model.row_of(word.key)
        if row >= 0:
            self.places_side.word = None  # its places are read anew
            self.places_side.untick_later(unticked)
            if row == self.words.current_row():
                self._show_word(word)
            else:
                self.words.set_current_row(row)
            if becomes:
                self.instead.put(becomes)
        self.take_keys()

    def say(self, text: str, *, announce: bool = False) -> None:
        """Say below the places what goes on; "" for what always holds."""
        always = self.tr("one step for all places, one undo; tags stay")
        if self._read_only:
            always = self.tr("This project is open for reading only: nothing can be decided here.")
        self.places_side.foot.say(text or always)
        if announce and text and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def all_done(self) -> bool:
        """Tell whether every word that is shown is decided."""
        return not self.words_side.open_words()

    def is_done(self, word: SuspectWord) -> bool:
        """Tell whether a word was decided."""
        return self.words_side.is_done(word)

    def words_left(self) -> int:
        """Return how many words are not decided."""
        return self.words_side.words_left

    def shown_word(self) -> SuspectWord | None:
        """Return the word whose places are shown."""
        return self.places_side.word

    def shown_places(self) -> Sequence[WordPlace]:
        """Return the places that are shown."""
        return self.places_side.model.places

    # --- showing ------------------------------------------------------------------------------------

    def _show_word(self, word: SuspectWord | None) -> None:
        if word is not None and self.places_side.is_shown(word):
            self.places_side.word = word  # the same, perhaps with more places
        else:
            self.places_side.show_word(word)
        if word is not None:
            self.words_wanted.emit([word, *self.words.following(_AHEAD)])
            self._tell()

    def _tell(self) -> None:
        word = self.shown_word()
        if word is not None:
            self.places_side.tell(self.words_side.model.done.get(word.key), can_decide=self._can_decide())

    # --- deciding -----------------------------------------------------------------------------------

    def _can_decide(self) -> bool:
        """Tell whether the word's places are there, all of them. What nobody saw is not decided on."""
        word, side = self.shown_word(), self.places_side
        is_open = word is not None and not self.words_side.is_done(word)
        return is_open and not self._read_only and bool(self.shown_places()) and side.is_complete

    def correct(self) -> None:
        """Put what the field holds at all ticked places; where it holds nothing, have it typed."""
        if self._can_decide() and not self.instead.chosen:
            self.instead.take_keys()  # nothing is suggested: it has to be typed
        else:
            self.decide(CORRECT)

    def decide(self, verdict: str) -> None:
        """Ask for a verdict on all ticked places, and go on to the next word at once."""
        word = self.shown_word()
        if word is None or not self._can_decide() or not self.places.painted:
            return
        taken, left = self.places_side.ticked(), self.places_side.left_out()
        chosen = self.instead.chosen if verdict == CORRECT else ""
        if not taken or (verdict == CORRECT and chosen == word.reading):
            return
        self.mark_done([Done(word, len(taken), len(left), chosen or word.reading)])
        self.decided.emit(Chosen(word, taken, left, verdict, chosen))
        self._go_on()

    def correct_sure(self) -> None:
        """Ask for all words that are shown, undecided and sure, to become what they likely are."""
        words = sure_of(self.words_side.open_words())
        if self._read_only:
            return
        if words:
            self.sure_wanted.emit(words)
        else:
            self.say_none_is_sure()

    def say_none_is_sure(self) -> None:
        """Say that no word could be corrected without being looked at."""
        self.say(self.tr("None of the words that are shown is sure enough."), announce=True)

    def go_on_where_done(self) -> None:
        """Go on where the word at the cursor is decided."""
        word = self.shown_word()
        if word is not None and self.words_side.is_done(word):
            self._go_on()

    def leave_for_later(self) -> None:
        """Leave the word undecided and go on to the next."""
        word = self.shown_word()
        if word is not None:
            self.words_side.leave_for_later(word)
        self._go_on()

    def _go_on(self) -> None:
        if not self.words_side.go_on():
            self._tell()
        self.take_keys()

    def _turn(self, row: int) -> None:
        if self._can_decide():
            self.places_side.turn(row)
            self._tell()

    def turn_one(self) -> None:
        """Tick the place at the cursor, or take its tick away."""
        self._turn(self.places.current_row())

    def turn_all(self) -> None:
        """Tick all places; where all are, none."""
        if self._can_decide():
            self.places_side.turn_all()
            self._tell()

    def turn_looking(self) -> None:
        """Ask for the letters to be looked at, or no longer."""
        if not self._read_only:
            self.looking_turned.emit()

    def open_place(self) -> None:
        """Ask for the letter at the place of the cursor."""
        row = max(0, self.places.current_row())
        if row < len(self.shown_places()):
            self.place_wanted.emit(self.shown_places()[row])

    # --- keys ---------------------------------------------------------------------------------------

    def _act_of(self, watched: QObject, event: QKeyEvent) -> Callable[[], object] | None:
        number = alt_digit(event)
        if number:
            return lambda: self.instead.choose(number)
        where = Where.FIELD
        if watched is self.words:
            where = Where.WORDS
        elif watched is self.places:
            where = Where.PLACES
        act = act_of(event, where, field_can_undo=self.instead.field.isUndoAvailable())
        return None if act is None else self._acts[act]

    @cached_property
    def _acts(self) -> dict[Act, Callable[[], object]]:
        return {
            Act.CORRECT: self.correct,
            Act.CORRECT_SURE: self.correct_sure,
            Act.OPEN_PLACE: self.open_place,
            Act.RIGHT_HERE: lambda: self.decide(HERE),
            Act.ALWAYS_RIGHT: lambda: self.decide(ALWAYS),
            Act.TO_FILTERS: self.filters.take_keys,
            Act.TO_FIELD: self.instead.take_keys,
            Act.TO_PLACES: self.go_to_places,
            Act.TO_WORDS: self.take_keys,
            Act.UNDO: self.undo_wanted.emit,
            Act.REDO: self.redo_wanted.emit,
            Act.LEAVE_FOR_LATER: self.leave_for_later,
            Act.TURN_ONE: self.turn_one,
            Act.TURN_ALL: self.turn_all,
            Act.TURN_ORDER: self.filters.turn_order,
            Act.TURN_LOOKING: self.turn_looking,
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in (
            QEvent.Type.KeyPress,
            QEvent.Type.ShortcutOverride,
        ):
            act = self._act_of(watched, event)
            if act is not None:
                if event.type() is QEvent.Type.KeyPress and may_repeat(event):
                    act()
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme_of(self).panel))
