"""Going through a letter by paragraphs and headings."""

from __future__ import annotations

import pytest

from annotator.commands.going import asked_place, offset_of, paragraph_starts
from annotator.core.document import Stamp, new_letter

TEXT = "Hierbij het verslag.\n\nLasten\n\nDe Ministers spraken\nlang.\n Afschrikking\n\nIn het kader"


def starts(low: int = 0, high: int | None = None) -> list[str]:
    return [TEXT[at:].split("\n", maxsplit=1)[0] for at in paragraph_starts(TEXT, low, high)]


def test_a_paragraph_starts_behind_a_blank_line_and_at_the_letter_s_start() -> None:
    assert starts()[:3] == ["Hierbij het verslag.", "Lasten", "De Ministers spraken"]


def test_a_heading_without_a_blank_line_before_it_is_a_stop_too() -> None:
    assert starts()[3:] == ["Afschrikking", "In het kader"]


def test_the_line_of_a_caret_inside_it_does_not_start_anew() -> None:
    assert starts(TEXT.index("Ministers"))[0] == "Afschrikking"


def test_what_starts_behind_the_upper_bound_is_left_out() -> None:
    assert starts(0, TEXT.index("Lasten")) == ["Hierbij het verslag."]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("12", ("line", 12)),
        (" regel 12 ", ("line", 12)),
        (":12", ("line", 12)),
        ("p3", ("page", 3)),
        ("p 3", ("page", 3)),
        ("Pagina 3", ("page", 3)),
        ("blz. 3", ("page", 3)),
        ("pag3", ("page", 3)),
        ("verslag 3", None),
        ("3 p", None),
        ("", None),
        ("-3", None),
    ],
)
def test_what_is_asked_for_is_a_line_or_a_page(text: str, place: tuple[str, int] | None) -> None:
    assert asked_place(text) == place


def test_pages_and_lines_beyond_the_last_are_the_last() -> None:
    letter = new_letter("Een.\nTwee.\nDrie.\n", (0, 5), "t", Stamp("jan", ""))
    assert [offset_of(letter, "page", n) for n in (0, 1, 2, 9)] == [0, 0, 5, 5]
    assert [offset_of(letter, "line", n) for n in (0, 1, 3, 99)] == [0, 0, 11, 17]
