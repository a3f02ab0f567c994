"""The left of the page: the words, which are shown, what was decided, how far the letters are known."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from annotator.session.words.review_words import SuspectWord
from annotator.session.words.word_decisions import Overview
from annotator.ui.features.word_review.filters import WordFilters
from annotator.ui.features.word_review.word_list import WordList, WordsModel
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.key_hint import KeyHint
from annotator.ui.widgets.panel_header import PanelHeader


@dataclass(frozen=True, slots=True)
class Done:
    """A word that was decided: at how many places, how many were left out, and what it reads now."""

    word: SuspectWord
    places: int
    left: int
    becomes: str


class WordsSide(QWidget):
    """Keeps the words in order; counts what is left of them."""

    changed = Signal()  # how many are left
    looking_turned = Signal()  # the letters are to be looked at, or no longer

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.read_only = False
        self._looking, self._letters = False, True
        self._overview: Overview | None = None
        self._done: dict[Hashable, Done] = {}
        self.words_left = 0
        self._places_left = 0
        self._head = PanelHeader(self.tr("Go through words"), parent=self)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("How many letters were looked at"))
        self.progress.hide()
        self._unknown = ElidedLabel("", self, tone="muted")
        self._unknown.setObjectName("unknown")
        self._turn = KeyHint("L", "", self)
        self._turn.clicked.connect(self.looking_turned)
        self._unknown_row = QWidget(self)
        row = QHBoxLayout(self._unknown_row)
        row.setContentsMargins(12, 7, 12, 0)
        row.addWidget(self._unknown, 1)
        row.addWidget(self._turn)
        self._unknown_row.hide()
        self.filters = WordFilters(self)
        self.model = WordsModel(self)
        self.words = WordList(self.model, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._head, self.progress, self._unknown_row, self.filters):
            column.addWidget(part)
        column.addWidget(self.words, 1)
        self.filters.changed.connect(self.rebuild)

    # --- what the window says -----------------------------------------------------------------------

    def show_overview(self, overview: Overview, *, clean: bool) -> None:
        """Show all words; see `ReviewWordsPage.show_overview`."""
        if clean:
            for word in overview.words.words:
                done = self._done.get(word.key)
                if done is not None and word.count > done.left:
                    self._forget(word.key)
        self._overview = overview
        self.model.counts.clear()
        self._count()
        self.filters.offer(overview.kinds, overview.confusions)
        self.rebuild()

    def show_looking(self, done: int, total: int, unknown: int, *, running: bool, letters: bool) -> None:
        """Show how many letters nobody has looked at yet, and how far looking at them is.

        `letters` tells whether the project has any.
        """
        self._looking, self._letters = running, letters
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)
        self.progress.setVisible(running)
        self._unknown_row.setVisible(unknown > 0)
        self._turn.setVisible(not self.read_only)
        text = self.tr("%Ln letter(s) not looked at yet", "", unknown)
        if running:
            text = self.tr("Looking at the letters: {text}").format(text=text)
        self._unknown.set_text(text)
        self._turn.set_hint("L", self.tr("stop") if running else self.tr("look at them"))
        self._tell_empty()

    def put_count(self, word: SuspectWord, count: int) -> None:
        """Say how many places an open word has, now that they are read."""
        was = self.model.count_of(word)
        if count != was:
            self.model.counts[word.key] = count
            self._places_left = max(0, self._places_left + count - was)
            self.words.viewport().update()
            self._tell()

    # --- what was decided ---------------------------------------------------------------------------

    def is_done(self, word: SuspectWord) -> bool:
        """Tell whether a word was decided."""
        return word.key in self._done

    def open_words(self) -> list[SuspectWord]:
        """Return the words that are shown and not decided, in their order."""
        return [word for word in self.model.items() if word.key not in self._done]

    def mark_done(self, decided: Sequence[Done]) -> None:
        """Show that words were decided."""
        for done in decided:
            key = done.word.key
            if key not in self._done:
                self.words_left = max(0, self.words_left - 1)
                taken = done.places + done.left
                self._places_left = max(0, self._places_left - min(self.model.count_of(done.word), taken))
            self._done[key] = done
            self.model.done[key], self.model.became[key] = done.places, done.becomes
            self.model.later.discard(key)
        self.words.viewport().update()
        self._tell()

    def take_back(self, words: Sequence[SuspectWord]) -> None:
        """Show that words are undecided again."""
        for word in words:
            self._forget(word.key)
        self._count()
        self.words.viewport().update()
        self._tell()

    def leave_for_later(self, word: SuspectWord) -> None:
        """Show that a word was left for later."""
        if not self.is_done(word):
            self.model.later.add(word.key)
            self.words.viewport().update()

    def go_on(self) -> bool:
        """Go to the next word that is open; False where there is no other."""
        row = self.words.next_open(self.words.current_row())
        if row < 0 or row == self.words.current_row():
            return False
        self.words.set_current_row(row)
        return True

    def _forget(self, key: Hashable) -> None:
        self._done.pop(key, None)
        self.model.done.pop(key, None)
        self.model.became.pop(key, None)

    # --- showing ------------------------------------------------------------------------------------

    def rebuild(self) -> None:
        """Show the words that pass the filters, those that are decided first; the cursor stays."""
        overview = self._overview
        if overview is None:
            return
        order: Sequence[SuspectWord] = overview.words.words
        if self.filters.surest_first:
            order = overview.surest
        decided = [done.word for done in self._done.values()]
        counts = (word.count for word in (*overview.words.words[:1], *decided))
        self.model.most = max(counts, default=1)
        self.words.show_words(self.filters.passing([*decided, *self._undone(order)]))
        self._tell()
        self._tell_empty()

    def _undone(self, words: Sequence[SuspectWord]) -> Sequence[SuspectWord]:
        readings = {done.word.reading for done in self._done.values()}  # a look that costs less than the key
        return [word for word in words if word.reading not in readings or word.key not in self._done]

    def _count(self) -> None:
        undone = self._undone(self._overview.words.words) if self._overview is not None else ()
        self.words_left, self._places_left = len(undone), sum(map(self.model.count_of, undone))

    def _tell(self) -> None:
        if self._overview is None or not self._letters:
            self._head.set_detail("")
            return
        places = self._places_left + sum(self.model.done.values())
        words = self.tr("%Ln word(s)", "", self.words_left + len(self._done))
        in_all = self.tr("%Ln place(s)", "", places)
        self._head.set_detail(f"{words} · {in_all}")
        self.changed.emit()

    def _tell_empty(self) -> None:
        text = self.tr("Nothing is doubted in the letters that were looked at.")
        if not self._letters:
            text = self.tr("There are no letters yet.")
        elif self._looking or self._overview is None:
            text = self.tr("The letters are being looked at: doubtful words appear here as they are found.")
        elif self.filters.narrows:
            text = self.tr("No word fits the filter. Esc in the field clears it.")
        self.words.set_empty_text(text)
        # Nothing can be put in order or left out where there is nothing.
        self.filters.setVisible(bool(self.model.items()) or self.filters.narrows)
