"""The right of the page: the places of one word, what is put in its place, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.session.words.review_words import SuspectWord, WordPlace
from annotator.ui.features.word_review.foot import Foot
from annotator.ui.features.word_review.instead import Instead
from annotator.ui.features.word_review.place_list import IMAGE, PlaceList, PlacesModel
from annotator.ui.features.word_review.word_list import change_text
from annotator.ui.translate import filled
from annotator.ui.widgets.panel_header import PanelHeader
from annotator.ui.widgets.separator import Separator


class PlacesSide(QWidget):
    """Shows the places of `word`; what is ticked and what is put in their place is asked of it."""

    changed = Signal()  # what is put in place

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.word: SuspectWord | None = None
        self._letters: frozenset[int] = frozenset()  # whose places are shown
        self._unticked: Sequence[tuple[int, int]] = ()  # letter and start, for a word that is gone back to
        self._head = PanelHeader("", parent=self)
        self._head.show_a_reading()
        self.instead = Instead(self)
        self.model = PlacesModel(self)
        self.places = PlaceList(self.model, self)
        self.foot = Foot(self)
        self._lines = Separator(parent=self), Separator(parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        parts = (self._head, self.instead, self._lines[0], self.places, self._lines[1], self.foot)
        for part in parts:
            column.addWidget(part, 1 if part is self.places else 0)
        self.instead.changed.connect(self._chosen_changed)

    # --- what is shown ------------------------------------------------------------------------------

    def show_word(self, word: SuspectWord | None) -> None:
        """Show another word, whose places are not known yet; none: what the page is for."""
        self.word, self._letters = word, frozenset()
        for widget in (self.instead, self.foot, *self._lines):
            widget.setVisible(word is not None)
        if word is None:
            self.places.set_empty_text(
                self.tr(
                    "Every reading that is doubted stands at the left once, however often it occurs; here "
                    "are its places in all letters, each with its image where there is one.\n\nEnter "
                    "corrects them all as one step, Space leaves the word for later, Ctrl+D says that it is "
                    "right there, Ctrl+Shift+D that it always is. Ctrl+Z undoes the last decision."
                )
            )
            self._head.set_title("")
            self._head.set_detail("")
            self.model.show((), ())
            return
        self.places.set_empty_text(self.tr("Reading the places…"))
        self.model.becomes = word.likely
        self.model.show((), ())
        self.places.painted = False
        self.instead.show_word(word.reading, word.likely, "")

    def untick_later(self, places: Sequence[tuple[int, int]]) -> None:
        """Take the ticks of these (letter and start) away once the places are known."""
        self._unticked = places

    def show_places(self, word: SuspectWord, places: Sequence[WordPlace], reason: str) -> None:
        """Show the places of the word; where only some were added, the ticks stay."""
        if not self.is_shown(word):
            return
        self._letters = frozenset(word.letters)
        shown = self.model.places
        if shown and len(places) >= len(shown) and _begins_with(places, shown):
            self.model.grow(places)
        else:
            taken_out = set(self._unticked)
            rows = [n for n, p in enumerate(places) if (p.letter_id, p.span.start) in taken_out]
            self._unticked = ()
            self.model.show(places, rows)
            self.places.painted = False
            if places:
                self.places.set_current_row(0)
        if places:
            self.instead.offer([s.text for s in places[0].suggestions], reason)

    def put_image(self, word: SuspectWord, row: int, place: WordPlace, image: QImage) -> None:
        """Show the image of a place, if it is shown still."""
        there = self.model.places
        if not self.is_shown(word) or row >= len(there):
            return
        if there[row].letter_id == place.letter_id and there[row].reading == place.reading:
            self.model.put_image(row, image)
            self.places.viewport().update()

    def image_size(self) -> tuple[tuple[int, int], float]:
        """Return how large images are, in dots of the screen, and how many dots make a pixel."""
        ratio = self.devicePixelRatioF()
        return (round(IMAGE.width() * ratio), round(IMAGE.height() * ratio)), ratio

    def is_shown(self, word: SuspectWord) -> bool:
        """Tell whether it is this word whose places are shown."""
        return self.word is not None and self.word.key == word.key

    @property
    def is_complete(self) -> bool:
        """Tell whether the places in all letters of the word are shown: some may have come since."""
        return self.word is not None and self._letters.issuperset(self.word.letters)

    def _chosen_changed(self) -> None:
        self.model.becomes = self.instead.chosen
        self.places.viewport().update()
        self.changed.emit()

    # --- ticks --------------------------------------------------------------------------------------

    def ticked(self) -> tuple[WordPlace, ...]:
        """Return the places that a decision holds for."""
        return tuple(p for row, p in enumerate(self.model.places) if row not in self.model.unticked)

    def left_out(self) -> tuple[WordPlace, ...]:
        """Return the others."""
        return tuple(self.model.places[row] for row in sorted(self.model.unticked))

    def turn(self, row: int) -> None:
        """Tick a place, or take its tick away."""
        if 0 <= row < len(self.model.places):
            self.model.turn([row], row in self.model.unticked)
            self.places.viewport().update()

    def turn_all(self) -> None:
        """Tick all places; where all are, none."""
        self.model.turn(range(len(self.model.places)), bool(self.model.unticked))
        self.places.viewport().update()

    # --- telling ------------------------------------------------------------------------------------

    def tell(self, done: int | None, *, can_decide: bool) -> None:
        """Say how many places there are and what Enter does; `done`: at how many places it was decided."""
        word = self.word
        if word is None:
            return
        self._head.set_title(change_text(word.reading, self.instead.chosen))
        places, ticked = self.model.places, len(self.model.places) - len(self.model.unticked)
        letters = self.tr("%Ln letter(s)", "", len({place.letter_id for place in places}))
        count = self.tr("%Ln place(s)", "", len(places) or word.count)
        said = self.tr("{places} in {letters} · {ticked:,} ticked")
        told = filled(said, places=count, letters=letters, ticked=ticked)
        if done is not None:
            told = self.tr("✓ decided at %Ln place(s)", "", done)
        if done is None and not self.is_complete:
            told = self.tr("%Ln place(s)", "", word.count)
        self._head.set_detail(told if places or done is not None else count)
        enabled = can_decide and bool(self.instead.chosen) and ticked > 0
        button = filled(self.tr("Correct {count:place|places}"), count=ticked)
        if done is None and not self.is_complete:
            button = self.tr("Reading the places…")
        self.foot.set_button(button, enabled=enabled)


def _begins_with(places: Sequence[WordPlace], shown: Sequence[WordPlace]) -> bool:
    pairs = zip(places, shown, strict=False)
    return all(a.letter_id == b.letter_id and a.reading == b.reading for a, b in pairs)
