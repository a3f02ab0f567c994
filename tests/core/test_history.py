"""What a delta does, and that its inverse takes it back."""

from __future__ import annotations

from annotator.core import history, operations
from annotator.core.document import Stamp, new_letter
from annotator.core.history import Delta, SpanChange
from annotator.core.text import Span

STAMP = Stamp("tester", "2026-01-01T00:00:00.000Z")


def test_a_span_changed_twice_in_one_step_goes_back_to_where_it_was() -> None:
    letter = new_letter("een twee drie", (0,), "letter", STAMP)
    letter = history.apply(letter, operations.add_passage(Span(0, 3), "tag", STAMP, "p"))
    delta = Delta(
        spans=(
            SpanChange("passage", "p", Span(0, 3), Span(4, 8)),
            SpanChange("passage", "p", Span(4, 8), Span(9, 13)),
        )
    )
    changed = history.apply(letter, delta)
    assert changed.quote("p") == "drie"
    assert history.apply(changed, delta.inverse()) == letter
