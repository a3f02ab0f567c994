"""Going through a letter by paragraphs and headings."""

from __future__ import annotations

from annotator.commands.going import paragraph_starts

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
