"""What is said of an undo."""

from __future__ import annotations

from annotator.commands.undoing import undone
from annotator.core.history import Change
from annotator.core.messages import Message
from annotator.session import UndoQuestion


def test_a_question_quotes_no_quote() -> None:
    label = Message("Change", "Correct “{name}”", {"name": "Belgié"})
    change = Change(1, label, "jan", "2021-01-01T00:00:00Z", {})
    asked = str(undone(UndoQuestion(change, letters=2, places=3), back=True))
    assert asked == "Correct “Belgié”: 3 places in 2 other letters. Press again to do it."
