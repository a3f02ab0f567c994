"""Where the places of a word stand on paper, for their images."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from annotator.core.text import Span
from annotator.session.project.session import Session
from annotator.session.project.states import Steps
from annotator.session.words.review_words import WordPlace
from annotator.session.words.word_decisions import moved_places
from annotator.storage.reader import Reader


def places_on_paper(
    session: Session, places: Sequence[WordPlace], since: Steps
) -> Callable[[], list[Span | None]]:
    """Return what finds, in another thread, where places stand in the OCR text.

    `since` the places were read, letters may have changed. None for a place whose letter has no pages, or
    whose word is another one by now.
    """
    store = session.store

    def look() -> list[Span | None]:
        with store.open_reader() as reader:
            return [_on_paper(reader, place, since) for place in places]

    return look


def _on_paper(reader: Reader, place: WordPlace, since: Steps) -> Span | None:
    if not reader.pages_size(place.letter_id)[0]:
        return None
    letter, there = reader.letter(place.letter_id), moved_places([place], since)
    if not there or letter.text[slice(*there[0].span)] != place.reading:
        return None
    in_ocr, (start, end) = letter.ocr_places(), there[0].span
    return Span(in_ocr.to_ocr(start), in_ocr.to_ocr(end))
