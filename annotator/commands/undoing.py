"""Undo and redo, and what they say."""

from __future__ import annotations

from annotator.commands.command import CONTEXT, Workbench
from annotator.core.history import Change
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.session import UndoQuestion


def undo(bench: Workbench) -> None:
    """Undo the last change, whatever it touched."""
    bench.say(undone(bench.project.undo(), back=True))


def redo(bench: Workbench) -> None:
    """Do again what was undone."""
    bench.say(undone(bench.project.redo(), back=False))


def undone(answer: UndoQuestion | Change | None, *, back: bool) -> Message:
    """Say what came of an undo, or (not `back`) of a redo: what the session answered to it."""
    if answer is None:
        nothing = QT_TRANSLATE_NOOP("Command", "Nothing to do again.")
        if back:
            nothing = QT_TRANSLATE_NOOP("Command", "Nothing to undo.")
        return Message(CONTEXT, nothing)
    if isinstance(answer, UndoQuestion):
        text = QT_TRANSLATE_NOOP(
            "Command",
            "{label}: {places:place|places} in {letters:other letter|other letters}. Press again to do it.",
        )
        params: dict[str, object] = {
            "label": answer.change.label,
            "places": answer.places,
            "letters": answer.letters,
        }
        return Message(CONTEXT, text, params)
    text = QT_TRANSLATE_NOOP("Command", "Done again: {label}")
    if back:
        text = QT_TRANSLATE_NOOP("Command", "Undone: {label}")
    return Message(CONTEXT, text, {"label": answer.label})
