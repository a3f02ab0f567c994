"""Suspects of footnote marks: the numbers that are offered, and the word that a line end breaks."""

from __future__ import annotations

from annotator.language.interface import Engine, LearntState


def test_unsure_numbers_are_offered_and_not_filled_in(engine: Engine) -> None:
    text = "Pagina 2 van 2\n\nzoals in de wet die toen gold.® Daarom is er een plan van de minister."
    (suspect,) = engine.suspects(text, LearntState())
    assert not suspect.sure
    assert len(suspect.suggestions) == 4  # three numbers, and that it is no mark


def test_a_broken_word_and_the_mark_behind_it_are_one_suspect(engine: Engine) -> None:
    text = "De minister heeft met deze landen een ver-\ndrag® gesloten over de belasting van de bedrijven."
    found = {one.text: one.suggestions[0].text for one in engine.suspects(text, LearntState())}
    assert found == {"ver-\ndrag®": "verdrag¹"}
