"""What accepting a suggestion does: to words, broken words, and every same reading."""

from __future__ import annotations

from dataclasses import replace

from annotator.core import history, operations
from annotator.core.document import Letter, Stamp, new_letter
from annotator.core.history import Correction
from annotator.core.page_layout import Furniture
from annotator.core.text import Span
from annotator.language.interface import Reason, Suggestion, Suspect
from annotator.session.suspects.reviewing import (
    ReviewPlace,
    accept,
    accept_all,
    following,
    moved,
    next_suspect,
    previous_suspect,
    same_readings,
)

STAMP = Stamp("jan", "2026-01-01T00:00:00.000Z")


def letter_of(text: str) -> Letter:
    return new_letter(text, (0,), "letter", STAMP)


def suspect(text: str, reading: str, kind: str = "word", *suggestions: str) -> Suspect:
    start = text.index(reading)
    given = tuple(Suggestion(s, 0.9) for s in suggestions)
    return Suspect(start, start + len(reading), reading, kind, Reason("test"), given)


def place(text: str, reading: str, kind: str = "word") -> ReviewPlace:
    found = suspect(text, reading, kind, "x")
    return ReviewPlace(found.start, found.end, reading, found)


def test_a_broken_word_takes_its_break_behind_it() -> None:
    letter = letter_of("geen verplich-\ntingen aan nu")
    delta = accept(letter, place(letter.text, "verplich-\ntingen", "hyphen"), "verplichtingen", STAMP)
    assert history.apply(letter, delta).text == "geen verplichtingen\naan nu"


def test_a_word_that_a_page_s_foot_breaks_is_joined_above_it() -> None:
    text = "nam de stu-\nPagina 2 van 4\nkken, en ook"
    furniture = Furniture(text.index("Pagina"), text.index("kken") - 1, "foot")
    letter = replace(new_letter(text, (0, text.index("kken")), "letter", STAMP), furniture=(furniture,))
    chosen = "stukken,\nPagina 2 van 4\n"
    delta = accept(letter, place(text, "stu-\nPagina 2 van 4\nkken, ", "hyphen"), chosen, STAMP)
    after = history.apply(letter, delta)
    assert after.text == "nam de stukken,\nPagina 2 van 4\nen ook"
    assert [after.text[slice(*span)] for span, _ in after.furniture_spans()] == ["Pagina 2 van 4"]
    assert after.points["page:2"] == after.text.index("en ook")
    undone = history.apply(after, delta.inverse())
    assert (undone.text, undone.points) == (text, letter.points)


def test_accepting_a_suspect_leaves_a_verdict() -> None:
    letter = letter_of("in Belgié nu")
    after = history.apply(letter, accept(letter, place(letter.text, "Belgié"), "België", STAMP))
    (verdict,) = after.verdicts.values()
    assert (verdict.verdict, verdict.reading, verdict.chosen) == ("accepted", "Belgié", "België")
    assert after.quote(verdict.uid) == "België"


def test_a_suggestion_that_was_taken_is_known_as_such() -> None:
    letter = letter_of("in Belgié nu")
    found = suspect(letter.text, "Belgié", "word", "België")
    after = history.apply(letter, accept(letter, ReviewPlace(3, 9, "Belgié", found), "België", STAMP))
    assert after.corrections[0].origin == "suggestion"


def test_another_reading_was_typed() -> None:
    letter = letter_of("in Belgié nu")
    after = history.apply(letter, accept(letter, place(letter.text, "Belgié"), "Frankrijk", STAMP))
    assert after.corrections[0].origin == "typed"


def test_every_same_reading_is_corrected_at_once() -> None:
    letter = letter_of("Belgié, Belgiés en Belgié")
    places = same_readings(letter.text, "Belgié")
    delta = accept_all(letter, places, place(letter.text, "Belgié"), "België", STAMP)
    assert history.apply(letter, delta).text == "België, Belgiés en België"


def test_suspects_move_along_with_a_correction_before_them() -> None:
    text = "in Belgié en Italig"
    letter = letter_of(text)
    delta = operations.correct(letter, (Correction(0, 2, "in", "binnen"),), STAMP)
    (after,) = moved([suspect(text, "Italig")], delta)
    assert history.apply(letter, delta).text[after.start : after.end] == "Italig"


def test_a_suspect_that_was_corrected_is_gone() -> None:
    letter = letter_of("in Belgié")
    delta = operations.correct(letter, (Correction(3, 9, "Belgié", "België"),), STAMP)
    assert moved([suspect(letter.text, "Belgié")], delta) == ()


def test_a_suspect_right_behind_a_correction_stays() -> None:
    text = "deel®an"
    letter = letter_of(text)
    delta = operations.correct(letter, (Correction(0, 4, "deel", "delen"),), STAMP)
    (after,) = moved([suspect(text, "®")], delta)
    assert history.apply(letter, delta).text[after.start : after.end] == "®"


def test_next_and_previous_go_round() -> None:
    first, second = suspect("ab cd", "ab"), suspect("ab cd", "cd")
    assert next_suspect([first, second], 1) == second
    assert next_suspect([first, second], 4) == first
    assert previous_suspect([first, second], 3) == first
    assert previous_suspect([first, second], 0) == second
    assert next_suspect([], 0) is None


def test_same_readings_are_whole_words() -> None:
    assert same_readings("van Irak, Irakees, Irak", "Irak") == [Span(4, 8), Span(19, 23)]


def test_going_through_once_ends_where_it_began() -> None:
    text = "aa bb cc"
    suspects = [suspect(text, "aa"), suspect(text, "bb"), suspect(text, "cc")]
    assert following(suspects, 1, 0) == suspects[1]
    assert following(suspects, 7, 0) is None
    assert following(suspects, 7, 3) == suspects[0]
    assert following(suspects, 1, 3) is None
