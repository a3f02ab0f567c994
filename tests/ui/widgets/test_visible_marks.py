from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.text import clean
from annotator.ui.widgets.visible_marks import marks_for


@given(st.text(alphabet="ab⏎⍽⇥¬\n\t\u00a0\u00adë", max_size=20).map(clean))
def test_every_text_comes_back(text: str) -> None:
    marks = marks_for(text)
    assert marks.meant(marks.shown(text)) == text


def test_shows_a_line_break() -> None:
    assert marks_for("a\nb").shown("a\nb") == "a⏎b"


def test_takes_another_sign_when_the_text_has_the_first() -> None:
    assert marks_for("⏎\n").shown("⏎\n") == "⏎↵"
