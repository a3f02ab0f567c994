"""The context menus of words and places: what the page's keys do, where the mouse is."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from annotator.session.words.review_words import SuspectWord
from annotator.session.words.word_decisions import ALWAYS, HERE
from annotator.ui.features.word_review.place_list import PlaceList
from annotator.ui.features.word_review.word_list import WordList
from annotator.ui.widgets.row_menu import Choices, give_menu

translate = QCoreApplication.translate


class Page(Protocol):
    """What is done with the word that is shown and its places."""

    words: WordList
    places: PlaceList

    def correct(self) -> None:
        """Correct the word at the places that are ticked."""

    def decide(self, verdict: str) -> None:
        """Call the word right."""

    def leave_for_later(self) -> None:
        """Go on to the next word."""

    def turn_one(self) -> None:
        """Tick the place at the cursor, or take its tick away."""

    def open_place(self) -> None:
        """Ask for the letter at the place of the cursor."""


def give_menus(page: Page) -> None:
    """Give the words and the places of a page their menus."""
    give_menu(page.words, lambda: _of_word(page))
    give_menu(page.places, lambda: _of_place(page))


def _of_word(page: Page) -> Choices:
    word: SuspectWord | None = page.words.current()
    if word is None:
        return ()
    return (
        (translate("ReviewWords", "Correct the ticked places"), "Enter", page.correct),
        (translate("ReviewWords", "Right as it stands"), "Ctrl+D", lambda: page.decide(HERE)),
        (translate("ReviewWords", "Always right"), "Ctrl+Shift+D", lambda: page.decide(ALWAYS)),
        (translate("ReviewWords", "Leave for later"), "Space", page.leave_for_later),
        None,
        (translate("ReviewWords", "Open the letter"), "Ctrl+Enter", page.open_place),
        (
            translate("ReviewWords", "Copy the word"),
            "",
            lambda: QGuiApplication.clipboard().setText(word.reading),
        ),
    )


def _of_place(page: Page) -> Choices:
    return (
        (translate("ReviewWords", "This place on or off"), "X", page.turn_one),
        (translate("ReviewWords", "Open the letter"), "Ctrl+Enter", page.open_place),
    )
