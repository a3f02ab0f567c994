"""Each thing that import notices of a page has its words."""

from __future__ import annotations

from annotator.ui.widgets.page_notices import _SHORT, _WHOLE, explanation, notice


def test_every_notice_has_a_few_words_and_a_sentence() -> None:
    assert _SHORT.keys() == _WHOLE.keys()
    assert notice(("no_text", "order_differs")) == "no text yet, order of the text was changed"
    assert explanation(("no_text",)).endswith(".")


def test_what_a_newer_program_noticed_is_left_out() -> None:
    assert notice(("from the future",)) == explanation(("from the future",)) == ""


def test_a_notice_names_its_lines() -> None:
    assert notice(("hidden:8-9,12",)) == "hidden text"
    assert "left out. Lines: 8-9, 12. No text" in explanation(("hidden:8-9,12", "no_text"))
