"""The numbers of footnote marks that were misread: the marks and the notes of a letter, aligned."""

from __future__ import annotations

import math

from annotator.language.interface import Engine, LearntState
from annotator.language.mark_numbers import Read, numbers_of

_LIKE = {"1": "!'", "2": "?", "3": "?’", "4": "*", "5": "®", "6": "®"}


def _read_as(read: str, number: int) -> float:
    return math.log(0.3 if read in _LIKE.get(str(number), "") or read == str(number) else 0.01)


def _numbers(signs: str, text: str = "Geachte voorzitter,") -> list[int]:
    """Number signs, of which those behind a stroke begin notes; figures are read well."""
    marks, _, notes = signs.partition("|")
    reads = [
        Read(sign, starts, 0.9, int(sign) if sign.isdigit() else 0)
        for group, starts in ((marks, False), (notes, True))
        for sign in group
    ]
    return [numbers[0][0] for numbers in numbers_of(reads, _read_as, text)]


def test_a_letter_begins_at_one_whatever_was_read() -> None:
    assert _numbers("®*|") == [1, 2]


def test_a_mark_without_its_sign_is_left_out_where_the_notes_say_so() -> None:
    assert _numbers("?*|!?’*") == [2, 4, 1, 2, 3, 4]


def test_marks_and_notes_say_together_where_a_page_begins() -> None:
    assert _numbers("**|*", "Pagina 2 van 3\n\nzoals eerder") == [4, 4, 4]
    assert _numbers("’*|?*", "Pagina 2 van 3\n\nzoals eerder") == [3, 4, 3, 4]


def test_a_number_that_was_read_well_holds() -> None:
    assert _numbers("7®|7®") == [7, 8, 7, 8]


def test_an_annex_counts_anew() -> None:
    assert _numbers("1?3|123" + "") == [1, 2, 3, 1, 2, 3]
    assert _numbers("12312|") == [1, 2, 3, 1, 2]


def test_shares_of_a_sign_add_up_to_one() -> None:
    shares = numbers_of([Read("®", False, 0.8), Read("*", True, 0.8)], _read_as, "pagina 2 van 2")
    assert all(math.isclose(sum(share for _, share in numbers), 1.0) for numbers in shares)


def test_a_note_that_says_its_number_is_left_alone(engine: Engine) -> None:
    text = (
        "Pagina 2 van 2\n\nzoals in de wet die toen gold.® Daarom is er een plan van de minister.\n\n"
        "3 Stb. 2014, 127, p. 3."
    )
    assert [one.suggestions[0].text for one in engine.suspects(text, LearntState())] == ["gold.³"]
