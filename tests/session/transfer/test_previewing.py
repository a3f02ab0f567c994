"""How what is written begins, as text, for formats of every kind."""

from __future__ import annotations

from annotator.exporters import Piece
from annotator.session.transfer.previewing import beginning


def test_text_is_shown_as_it_is() -> None:
    assert beginning([Piece("", b"\xef\xbb\xbfab"), Piece("", b"cd")], 3) == "abc"


def test_text_that_is_cut_within_a_character_is_shown() -> None:
    assert beginning([Piece("", "é".encode() * 9), Piece("", "é".encode()[:1])], 50) == "é" * 9


def test_a_file_that_is_no_text_is_passed_over() -> None:
    assert beginning([Piece("a.png", b"\x89PNG\xff"), Piece("b.xml", b"<b/>")], 50) == "<b/>"
    assert beginning([Piece("a.png", b"\x89PNG\xff")], 50) == ""
    assert beginning([Piece("a.zip", b"PK that is none")], 50) == ""
    assert beginning([], 50) == ""
